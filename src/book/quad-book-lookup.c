/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-book"

#include "quad-book-private.h"

#include <string.h>

#include "quad-contact.h"
#include "quad-table.h"
#include "quad-text.h"
#include "quad-touch.h"

/* Finding accounts by what a person writes, and what is loaded only for one account. */

typedef gboolean (*MatchFunc) (QuadAccount *account,
                               const char  *text);

static gboolean
match_uid (QuadAccount *account,
           const char  *text)
{
  return g_strcmp0 (quad_item_get_text (QUAD_ITEM (account), QUAD_ACCOUNT_UID), text) == 0;
}

static gboolean
match_external_id (QuadAccount *account,
                   const char  *text)
{
  return g_strcmp0 (quad_item_get_text (QUAD_ITEM (account), QUAD_ACCOUNT_EXTERNAL_ID), text) == 0;
}

static gboolean
match_name (QuadAccount *account,
            const char  *text)
{
  return strcmp (quad_account_get_name (account), text) == 0;
}

static gboolean
match_folded_name (QuadAccount *account,
                   const char  *folded)
{
  return strcmp (quad_account_get_name_folded (account), folded) == 0;
}

static gboolean
match_folded_start (QuadAccount *account,
                    const char  *folded)
{
  return g_str_has_prefix (quad_account_get_name_folded (account), folded);
}

static GPtrArray *
collect_matches (QuadBook   *self,
                 MatchFunc   match,
                 const char *text)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < quad_item_list_get_size (self->accounts); i++)
    {
      QuadAccount *account = quad_item_list_peek (self->accounts, i);

      if (match (account, text))
        g_ptr_array_add (found, g_object_ref (account));
    }

  return found;
}

/**
 * quad_book_find_accounts:
 * @self: a book
 * @text: what a person or a program calls an account
 *
 * Finds the accounts that are meant: the one with this identifier, else those with this external
 * id, else with exactly this name, else with this name but for case and accents, else those whose
 * name begins so.
 *
 * Returns: (transfer full) (element-type QuadAccount): none, one, or several when it is ambiguous
 */
GPtrArray *
quad_book_find_accounts (QuadBook   *self,
                         const char *text)
{
  static const struct
  {
    MatchFunc match;
    gboolean  folded;
  } attempts[] = {
    { match_uid, FALSE },        { match_external_id, FALSE }, { match_name, FALSE },
    { match_folded_name, TRUE }, { match_folded_start, TRUE },
  };
  g_autofree char *clean = NULL;
  g_autofree char *folded = NULL;

  g_return_val_if_fail (QUAD_IS_BOOK (self), NULL);
  g_return_val_if_fail (text != NULL, NULL);

  clean = quad_text_clean (text, FALSE);
  if (clean == NULL)
    return g_ptr_array_new_with_free_func (g_object_unref);

  folded = quad_text_fold (clean);
  for (guint i = 0; i < G_N_ELEMENTS (attempts); i++)
    {
      const char *wanted = attempts[i].folded ? folded : clean;
      g_autoptr (GPtrArray) found = NULL;

      if (wanted[0] == '\0')
        continue;
      found = collect_matches (self, attempts[i].match, wanted);
      if (found->len > 0)
        return g_steal_pointer (&found);
    }

  return g_ptr_array_new_with_free_func (g_object_unref);
}

static void
take_contact (gint64      id,
              QuadRecord *values,
              gpointer    user_data)
{
  g_ptr_array_add (user_data, quad_contact_new (id, values));
}

static void
take_touch (gint64      id,
            QuadRecord *values,
            gpointer    user_data)
{
  g_ptr_array_add (user_data, quad_touch_new (id, values));
}

static void
take_event (gint64      id,
            QuadRecord *values,
            gpointer    user_data)
{
  g_ptr_array_add (user_data, values);
}

static GPtrArray *
load_of_account (QuadBook         *self,
                 QuadAccount      *account,
                 const QuadTable  *table,
                 QuadRowFunc       take,
                 GDestroyNotify    free_row,
                 GError          **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (free_row);

  if (!quad_table_load_of_account (table, self->database, quad_account_get_id (account), take, rows,
                                   error))
    return NULL;

  return g_steal_pointer (&rows);
}

/**
 * quad_book_load_contacts:
 * @self: an open book
 * @account: an account of it
 *
 * Returns: (transfer full) (element-type QuadContact) (nullable): the people at the account
 */
GPtrArray *
quad_book_load_contacts (QuadBook     *self,
                         QuadAccount  *account,
                         GError      **error)
{
  g_return_val_if_fail (QUAD_IS_BOOK (self), NULL);
  g_return_val_if_fail (QUAD_IS_ACCOUNT (account), NULL);
  g_return_val_if_fail (self->database != NULL, NULL);

  return load_of_account (self, account, &quad_contact_table, take_contact, g_object_unref, error);
}

/**
 * quad_book_load_touches:
 * @self: an open book
 * @account: an account of it
 *
 * Returns: (transfer full) (element-type QuadTouch) (nullable): the touches that were logged
 */
GPtrArray *
quad_book_load_touches (QuadBook     *self,
                        QuadAccount  *account,
                        GError      **error)
{
  g_return_val_if_fail (QUAD_IS_BOOK (self), NULL);
  g_return_val_if_fail (QUAD_IS_ACCOUNT (account), NULL);
  g_return_val_if_fail (self->database != NULL, NULL);

  return load_of_account (self, account, &quad_touch_table, take_touch, g_object_unref, error);
}

/**
 * quad_book_load_events:
 * @self: an open book
 * @account: an account of it
 *
 * Returns: (transfer full) (element-type QuadRecord) (nullable): what happened to the account, of
 *   quad_event_schema, the oldest first
 */
GPtrArray *
quad_book_load_events (QuadBook     *self,
                       QuadAccount  *account,
                       GError      **error)
{
  g_return_val_if_fail (QUAD_IS_BOOK (self), NULL);
  g_return_val_if_fail (QUAD_IS_ACCOUNT (account), NULL);
  g_return_val_if_fail (self->database != NULL, NULL);

  return load_of_account (self, account, &quad_event_table, take_event,
                          (GDestroyNotify) quad_record_free, error);
}
