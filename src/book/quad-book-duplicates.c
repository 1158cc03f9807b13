/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-book"

#include "quad-book-duplicates.h"

#include <string.h>

#include "quad-book-private.h"
#include "quad-i18n.h"
#include "quad-settings.h"

/* What a person said not to be duplicates is remembered by a setting for each two accounts, named
 * by their identifiers in alphabetical order, with the day as its value. Accounts that went leave
 * theirs behind: they may come back by undo. */

#define PREFIX "apart/"

static const char *
get_uid (QuadAccount *account)
{
  return quad_item_get_text (QUAD_ITEM (account), QUAD_ACCOUNT_UID);
}

static char *
name_uids (const char *uid,
           const char *other)
{
  return strcmp (uid, other) < 0 ? g_strdup_printf (PREFIX "%s/%s", uid, other)
                                 : g_strdup_printf (PREFIX "%s/%s", other, uid);
}

static char *
name_setting (QuadAccount *account,
              QuadAccount *other)
{
  return name_uids (get_uid (account), get_uid (other));
}

static gboolean
is_apart (QuadAccount *account,
          QuadAccount *other,
          gpointer     user_data)
{
  g_autofree char *name = name_setting (account, other);

  return g_hash_table_contains (user_data, name);
}

static GPtrArray *
list_apart (QuadBook  *self,
            GError   **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  if (!quad_settings_list (self->database, PREFIX, names, error))
    return NULL;
  return g_steal_pointer (&names);
}

static gboolean
write_apart (QuadBook    *self,
             const char  *name,
             GError     **error)
{
  g_autofree char *day = quad_date_to_iso (quad_book_get_today (self));

  return quad_settings_save (self->database, name, day, error);
}

/* The account that takes over another one is apart from all that this one was apart from. */
gboolean
quad_book_move_apart (QuadBook     *self,
                      QuadAccount  *from,
                      QuadAccount  *to,
                      GError      **error)
{
  g_autoptr (GPtrArray) names = list_apart (self, error);
  const char *uid = get_uid (from);

  if (names == NULL)
    return FALSE;
  for (guint i = 0; i < names->len; i++)
    {
      g_auto (GStrv) uids = g_strsplit (strchr (names->pdata[i], '/') + 1, "/", -1);
      const char *third = NULL;
      g_autofree char *name = NULL;

      if (g_strv_length (uids) != 2)
        continue;
      if (strcmp (uids[0], uid) == 0)
        third = uids[1];
      else if (strcmp (uids[1], uid) == 0)
        third = uids[0];
      if (third == NULL || strcmp (third, get_uid (to)) == 0)
        continue;
      name = name_uids (third, get_uid (to));
      if (!write_apart (self, name, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * quad_book_find_duplicates:
 * @self: a book
 *
 * Finds accounts that are probably in the book twice, without those that a person keeps apart.
 *
 * Returns: (transfer full) (element-type QuadDuplicate): the most certain first
 *
 * Errors: those of the store.
 */
GPtrArray *
quad_book_find_duplicates (QuadBook  *self,
                           GError   **error)
{
  g_autoptr (GPtrArray) names = NULL;
  g_autoptr (GHashTable) apart = NULL;

  g_return_val_if_fail (QUAD_IS_BOOK (self), NULL);

  names = list_apart (self, error);
  if (names == NULL)
    return NULL;
  apart = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < names->len; i++)
    g_hash_table_add (apart, names->pdata[i]);

  return quad_duplicates_find (self->accounts, is_apart, apart);
}

/**
 * quad_book_keep_apart:
 * @self: a book
 * @account: an account of the book
 * @other: another one
 *
 * Remembers that the two are no duplicates.
 *
 * Errors: %QUAD_ERROR_NOT_FOUND for an account that was deleted, and those of the store.
 */
gboolean
quad_book_keep_apart (QuadBook     *self,
                      QuadAccount  *account,
                      QuadAccount  *other,
                      GError      **error)
{
  g_autoptr (GPtrArray) both = g_ptr_array_new ();
  g_autoptr (GPtrArray) collected = NULL;
  g_autofree char *setting = NULL;
  g_autofree char *name = NULL;
  g_autofree char *other_name = NULL;
  g_autofree char *label = NULL;

  g_return_val_if_fail (QUAD_IS_BOOK (self), FALSE);
  g_return_val_if_fail (QUAD_IS_ACCOUNT (account) && QUAD_IS_ACCOUNT (other), FALSE);
  g_return_val_if_fail (account != other, FALSE);

  if (!quad_book_check_writable (self, error))
    return FALSE;
  g_ptr_array_add (both, account);
  g_ptr_array_add (both, other);
  collected = quad_book_collect_accounts (self, both, error);
  if (collected == NULL)
    return FALSE;

  setting = name_setting (account, other);
  name = quad_book_shorten (quad_account_get_name (account));
  other_name = quad_book_shorten (quad_account_get_name (other));
  /* Translators: names of two accounts that are not the same one */
  label = g_strdup_printf (_("Keep %s and %s apart"), name, other_name);

  return quad_book_begin (self, label, error)
         && quad_book_end (self, write_apart (self, setting, error), error);
}
