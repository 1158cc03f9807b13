/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-duplicates-search"

#include "quad-duplicates-search.h"

#include "quad-background.h"
#include "quad-i18n.h"

typedef struct
{
  QuadBook            *book;    /* that of the window: not for the thread */
  char                *path;
  QuadDuplicatesFound  found;
  GPtrArray           *pairs;   /* of accounts that only the thread had */
} Search;

static void
free_search (gpointer data)
{
  Search *search = data;

  g_object_unref (search->book);
  g_free (search->path);
  g_clear_pointer (&search->pairs, g_ptr_array_unref);
  g_free (search);
}

static gboolean
work (gpointer       data,
      GCancellable  *cancellable,
      GError       **error)
{
  Search *search = data;
  g_autoptr (QuadBook) book = quad_book_open (search->path, QUAD_BOOK_READ_ONLY, error);

  if (book == NULL)
    return FALSE;
  search->pairs = quad_book_find_duplicates (book, error);
  quad_book_close (book);
  return search->pairs != NULL && !g_cancellable_set_error_if_cancelled (cancellable, error);
}

/* The account of the window's book in place of the one of the thread's; %FALSE when it has gone. */
static gboolean
exchange (QuadItemList  *accounts,
          QuadAccount  **account)
{
  QuadAccount *own = quad_item_list_lookup (accounts, quad_account_get_id (*account));

  if (own == NULL)
    return FALSE;
  g_set_object (account, own);
  return TRUE;
}

static void
done (gpointer      data,
      GtkWindow    *window,
      const GError *error)
{
  Search *search = data;
  QuadItemList *accounts = quad_book_get_accounts (search->book);
  GPtrArray *pairs;

  /* the thread may have the data still */
  if (error != NULL)
    {
      search->found (window, NULL, error);
      return;
    }
  pairs = g_steal_pointer (&search->pairs);
  for (guint i = 0; i < pairs->len;)
    {
      QuadDuplicate *pair = pairs->pdata[i];

      if (exchange (accounts, &pair->account) && exchange (accounts, &pair->other))
        i++;
      else
        g_ptr_array_remove_index (pairs, i);
    }
  search->found (window, pairs, NULL);
}

static const QuadBackgroundJob job = {
  N_("Looking for Duplicates…"), work, done, free_search, .is_harmless = TRUE,
};

/**
 * quad_duplicates_search:
 * @window: that waits
 * @book: its book
 * @found: (scope async): hears of the end, unless the window is gone then
 *
 * As quad_book_find_duplicates(), without stopping the window.
 */
void
quad_duplicates_search (GtkWindow           *window,
                        QuadBook            *book,
                        QuadDuplicatesFound  found)
{
  Search *search = g_new0 (Search, 1);

  search->book = g_object_ref (book);
  search->path = g_strdup (quad_book_get_path (book));
  search->found = found;
  quad_background_run (window, &job, search);
}
