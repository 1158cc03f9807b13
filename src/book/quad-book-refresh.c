/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-book"

#include "quad-book-private.h"

#include "quad-journal.h"
#include "quad-table.h"

/* How memory follows the disk. Rows are read first and put into their objects with notifications
 * held back, so that no listener ever sees half of an operation. */

/* From here on counting everything anew costs less than keeping the tally. */
#define ROWS_WORTH_COUNTING 500

typedef struct
{
  QuadBook   *book;
  GPtrArray  *added;      /* owns */
  GPtrArray  *changed;    /* owns; notifications frozen */
  GPtrArray  *removed;    /* owns */
  GHashTable *seen;       /* items that the disk still has; NULL when nobody asks */
} Refresh;

static void
init_refresh (Refresh  *refresh,
              QuadBook *book)
{
  refresh->book = book;
  refresh->added = g_ptr_array_new_with_free_func (g_object_unref);
  refresh->changed = g_ptr_array_new_with_free_func (g_object_unref);
  refresh->removed = g_ptr_array_new_with_free_func (g_object_unref);
  refresh->seen = NULL;
}

static void
clear_refresh (Refresh *refresh)
{
  g_ptr_array_unref (refresh->added);
  g_ptr_array_unref (refresh->changed);
  g_ptr_array_unref (refresh->removed);
  g_clear_pointer (&refresh->seen, g_hash_table_unref);
}

static void
take_row (gint64      id,
          QuadRecord *values,
          gpointer    user_data)
{
  Refresh *refresh = user_data;
  QuadItem *item = quad_item_list_lookup (refresh->book->accounts, id);

  if (item == NULL)
    {
      QuadAccount *account = quad_account_new (id, values);

      g_ptr_array_add (refresh->added, account);
      if (refresh->book->tally != NULL)
        quad_tally_add (refresh->book->tally, account);
      return;
    }

  if (refresh->seen != NULL)
    g_hash_table_add (refresh->seen, item);
  if (refresh->book->tally != NULL)
    quad_tally_subtract (refresh->book->tally, QUAD_ACCOUNT (item));
  g_object_freeze_notify (G_OBJECT (item));
  if (quad_item_assign (item, values))
    g_ptr_array_add (refresh->changed, g_object_ref (item));
  else
    g_object_thaw_notify (G_OBJECT (item));
  if (refresh->book->tally != NULL)
    quad_tally_add (refresh->book->tally, QUAD_ACCOUNT (item));
}

static void
take_gone (gint64   id,
           Refresh *refresh)
{
  QuadItem *item = quad_item_list_lookup (refresh->book->accounts, id);

  if (item == NULL)
    return;
  g_ptr_array_add (refresh->removed, g_object_ref (item));
  if (refresh->book->tally != NULL)
    quad_tally_subtract (refresh->book->tally, QUAD_ACCOUNT (item));
}

static void
take_unseen (Refresh *refresh)
{
  QuadItemList *accounts = refresh->book->accounts;
  guint size = quad_item_list_get_size (accounts);

  if (g_hash_table_size (refresh->seen) == size)
    return;

  for (guint i = 0; i < size; i++)
    {
      gpointer item = quad_item_list_peek (accounts, i);

      if (!g_hash_table_contains (refresh->seen, item))
        g_ptr_array_add (refresh->removed, g_object_ref (item));
    }
}

/* A tally that went along with the rows is right already. One that a listener has made since then
 * holds what the list had at that moment. */
static void
forget_figures (QuadBook *self,
                gboolean  kept_tally)
{
  self->figures_known = FALSE;
  if (!kept_tally)
    g_clear_pointer (&self->tally, quad_tally_free);
}

/* Changed items are announced before others come or go, because whoever keeps an order must not
 * look for a place among items that are out of it. */
static void
announce (Refresh *refresh)
{
  QuadBook *self = refresh->book;
  gboolean kept_tally = self->tally != NULL;

  forget_figures (self, kept_tally);
  for (guint i = 0; i < refresh->changed->len; i++)
    g_object_thaw_notify (g_ptr_array_index (refresh->changed, i));

  quad_item_list_changed (self->accounts, refresh->changed);

  forget_figures (self, kept_tally);
  quad_item_list_remove (self->accounts, refresh->removed);

  forget_figures (self, kept_tally);
  if (quad_item_list_get_size (self->accounts) == 0 && refresh->added->len > 0)
    quad_item_list_replace (self->accounts, g_ptr_array_ref (refresh->added));
  else
    quad_item_list_add (self->accounts, refresh->added);

  forget_figures (self, kept_tally);
}

static gboolean
read_all (Refresh  *refresh,
          GError  **error)
{
  refresh->seen = g_hash_table_new (NULL, NULL);
  g_clear_pointer (&refresh->book->tally, quad_tally_free);
  if (!quad_table_load_all (&quad_account_table, refresh->book->database, take_row, refresh, error))
    return FALSE;

  take_unseen (refresh);

  return TRUE;
}

static gboolean
read_rows (Refresh  *refresh,
           GArray   *changes,
           GError  **error)
{
  for (guint i = 0; i < changes->len; i++)
    {
      const QuadChange *change = &g_array_index (changes, QuadChange, i);
      QuadRecord *values;

      if (g_strcmp0 (change->table, quad_account_schema.table) != 0)
        continue;
      if (change->kind == QUAD_CHANGE_DELETE)
        {
          take_gone (change->row, refresh);
          continue;
        }

      values = quad_table_load_one (&quad_account_table, refresh->book->database, change->row,
                                    error);
      if (values == NULL)
        return FALSE;
      take_row (change->row, values, refresh);
    }

  return TRUE;
}

static void
count_changes (GArray   *changes,
               guint    *accounts,
               gboolean *settings)
{
  *accounts = 0;
  *settings = FALSE;

  for (guint i = 0; i < changes->len; i++)
    {
      const char *table = g_array_index (changes, QuadChange, i).table;

      if (g_strcmp0 (table, quad_account_schema.table) == 0)
        (*accounts)++;
      else if (g_strcmp0 (table, "setting") == 0)
        *settings = TRUE;
    }
}

static gboolean
read_changes (Refresh  *refresh,
              gint64    entry,
              GError  **error)
{
  QuadBook *self = refresh->book;
  g_autoptr (GArray) changes = NULL;
  gboolean settings;
  guint n_accounts;

  changes = quad_journal_load_changes (self->database, entry, error);
  if (changes == NULL)
    return FALSE;

  count_changes (changes, &n_accounts, &settings);
  if (settings && !quad_book_load_settings (self, error))
    return FALSE;
  if (n_accounts >= ROWS_WORTH_ALL
      && n_accounts >= quad_item_list_get_size (self->accounts) / 4)
    return read_all (refresh, error);

  if (n_accounts >= ROWS_WORTH_COUNTING)
    g_clear_pointer (&self->tally, quad_tally_free);

  return read_rows (refresh, changes, error);
}

static gboolean
finish_refresh (Refresh  *refresh,
                gboolean  good,
                GError  **error)
{
  QuadBook *self = refresh->book;

  self->stale = !good;
  announce (refresh);
  clear_refresh (refresh);

  if (!quad_book_load_history_state (self, good ? error : NULL))
    good = FALSE;
  quad_book_emit_changed (self);

  return good;
}

/* Makes every object follow the disk, whatever happened. */
gboolean
quad_book_load (QuadBook  *self,
                GError   **error)
{
  Refresh refresh;
  gboolean good;

  init_refresh (&refresh, self);
  good = quad_book_load_settings (self, error) && read_all (&refresh, error);

  return finish_refresh (&refresh, good, error);
}

/* Makes the objects follow what one entry of the journal did, or undid, or did again. When reading
 * fails the operation is done all the same: the next one begins with loading everything. */
gboolean
quad_book_refresh (QuadBook  *self,
                   gint64     entry,
                   GError   **error)
{
  Refresh refresh;
  gboolean good;

  init_refresh (&refresh, self);
  good = read_changes (&refresh, entry, error);

  return finish_refresh (&refresh, good, error);
}
