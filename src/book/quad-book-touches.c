/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-book"

#include "quad-book-private.h"

#include "quad-i18n.h"
#include "quad-steps.h"
#include "quad-story.h"

/* Touches and contacts, and the history of an account in words. */

/* Writes a touch of the account, today unless it names a day. Inside an operation. */
gboolean
quad_book_write_touch (QuadBook          *self,
                       QuadAccount       *account,
                       const QuadRecord  *values,
                       GError           **error)
{
  g_autoptr (QuadRecord) touch = quad_book_complete_record (&quad_touch_schema, values);

  quad_record_set_number (touch, QUAD_TOUCH_ACCOUNT_ID, quad_account_get_id (account));
  if (quad_record_has (values, QUAD_TOUCH_CONTACT_ID))
    quad_record_set_number (touch, QUAD_TOUCH_CONTACT_ID,
                            quad_record_get_number (values, QUAD_TOUCH_CONTACT_ID));
  if (quad_record_get_number (touch, QUAD_TOUCH_DAY) == QUAD_DATE_NONE)
    quad_record_set_number (touch, QUAD_TOUCH_DAY, quad_book_get_today (self));
  quad_record_set_number (touch, QUAD_TOUCH_LOGGED_AT, quad_time_now ());

  return quad_table_insert (&quad_touch_table, self->database, touch, NULL, error);
}

/**
 * quad_book_log_touch:
 * @self: a book
 * @accounts: (element-type QuadAccount): accounts of the book
 * @values: of quad_touch_schema: kind, and what else is known of day, minutes, note and contact
 *
 * Logs a touch with each account, today unless it names a day.
 *
 * Errors: %QUAD_ERROR_INVALID_INPUT for values the book cannot hold, %QUAD_ERROR_NOT_FOUND for an
 * account that was deleted, and those of the store.
 */
gboolean
quad_book_log_touch (QuadBook          *self,
                     GPtrArray         *accounts,
                     const QuadRecord  *values,
                     GError           **error)
{
  g_autoptr (GPtrArray) collected = NULL;
  g_autofree char *label = NULL;
  const char *kind;
  gboolean good = TRUE;

  g_return_val_if_fail (QUAD_IS_BOOK (self), FALSE);
  g_return_val_if_fail (accounts != NULL, FALSE);
  g_return_val_if_fail (quad_record_get_schema (values) == &quad_touch_schema, FALSE);

  if (!quad_book_check_writable (self, error) || !quad_record_check (values, error))
    return FALSE;
  collected = quad_book_collect_accounts (self, accounts, error);
  if (collected == NULL)
    return FALSE;
  if (collected->len == 0)
    return TRUE;

  kind = quad_touch_get_label ((QuadTouchKind) quad_record_get_number (values, QUAD_TOUCH_KIND));
  if (collected->len == 1)
    {
      g_autofree char *name = quad_book_shorten (quad_account_get_name (collected->pdata[0]));

      /* Translators: a kind of touch, “Call”, and the name of an account */
      label = g_strdup_printf (_("Log %s with %s"), kind, name);
    }
  else
    label = g_strdup_printf (ngettext ("Log %s with %u account", "Log %s with %u accounts",
                                       collected->len),
                             kind, collected->len);
  if (!quad_book_begin (self, label, error))
    return FALSE;
  for (guint i = 0; i < collected->len && good; i++)
    good = quad_book_write_touch (self, collected->pdata[i], values, error);

  return quad_book_end (self, good, error);
}

static gboolean
check_contact (const QuadRecord *values,
               GError          **error)
{
  if (!quad_record_check (values, error))
    return FALSE;
  if (quad_record_get_text (values, QUAD_CONTACT_NAME) != NULL)
    return TRUE;

  g_set_error_literal (error, QUAD_ERROR, QUAD_ERROR_INVALID_INPUT, _("A contact needs a name."));
  return FALSE;
}

/**
 * quad_book_add_contact:
 * @self: a book
 * @account: an account of it
 * @values: of quad_contact_schema; the name is needed
 *
 * Adds a person to an account.
 *
 * Errors: %QUAD_ERROR_INVALID_INPUT, %QUAD_ERROR_NOT_FOUND for an account that was deleted, and
 * those of the store.
 */
gboolean
quad_book_add_contact (QuadBook          *self,
                       QuadAccount       *account,
                       const QuadRecord  *values,
                       GError           **error)
{
  g_autoptr (QuadRecord) contact = NULL;
  g_autoptr (GPtrArray) accounts = g_ptr_array_new ();
  g_autoptr (GPtrArray) collected = NULL;
  g_autofree char *name = NULL;
  g_autofree char *account_name = NULL;
  g_autofree char *label = NULL;

  g_return_val_if_fail (QUAD_IS_BOOK (self), FALSE);
  g_return_val_if_fail (QUAD_IS_ACCOUNT (account), FALSE);
  g_return_val_if_fail (quad_record_get_schema (values) == &quad_contact_schema, FALSE);

  if (!quad_book_check_writable (self, error))
    return FALSE;
  g_ptr_array_add (accounts, account);
  collected = quad_book_collect_accounts (self, accounts, error);
  contact = quad_book_complete_record (&quad_contact_schema, values);
  if (collected == NULL || !check_contact (contact, error))
    return FALSE;

  quad_record_set_number (contact, QUAD_CONTACT_ACCOUNT_ID, quad_account_get_id (account));
  quad_record_set_number (contact, QUAD_CONTACT_CREATED_AT, quad_time_now ());
  quad_record_set_number (contact, QUAD_CONTACT_CHANGED_AT, quad_time_now ());
  name = quad_book_shorten (quad_record_get_text (contact, QUAD_CONTACT_NAME));
  account_name = quad_book_shorten (quad_account_get_name (account));
  /* Translators: the name of a person, and of an account */
  label = g_strdup_printf (_("Add contact %s to %s"), name, account_name);

  return quad_book_run_insert (self, &quad_contact_table, contact, label, NULL, error);
}

/* The row as it is in the book now; @name says what is missing when there is none. */
static QuadRecord *
load_row (QuadBook         *self,
          const QuadTable  *table,
          gpointer          item,
          const char       *name,
          GError          **error)
{
  g_autoptr (GError) problem = NULL;
  QuadRecord *values;

  values = quad_table_load_one (table, self->database, quad_item_get_id (item), &problem);
  if (values != NULL)
    return values;

  if (g_error_matches (problem, QUAD_ERROR, QUAD_ERROR_NOT_FOUND))
    g_set_error (error, QUAD_ERROR, QUAD_ERROR_NOT_FOUND, _("“%s” is not in the book any more."),
                 name);
  else
    g_propagate_error (error, g_steal_pointer (&problem));
  return NULL;
}

static QuadRecord *
load_contact (QuadBook     *self,
              QuadContact  *contact,
              GError      **error)
{
  return load_row (self, &quad_contact_table, contact, quad_contact_get_name (contact), error);
}

static QuadRecord *
load_touch (QuadBook   *self,
            QuadTouch  *touch,
            GError    **error)
{
  return load_row (self, &quad_touch_table, touch,
                   quad_touch_get_label (quad_touch_get_kind (touch)), error);
}

static char *
label_touch (QuadBook         *self,
             const QuadRecord *values,
             gboolean          deleted)
{
  QuadAccount *account = quad_item_list_lookup (
    self->accounts, quad_record_get_number (values, QUAD_TOUCH_ACCOUNT_ID));
  const char *kind = quad_touch_get_label (
    (QuadTouchKind) quad_record_get_number (values, QUAD_TOUCH_KIND));
  g_autofree char *name = quad_book_shorten (quad_account_get_name (account));

  if (deleted)
    /* Translators: a kind of touch, “Call”, and the name of an account */
    return g_strdup_printf (_("Delete %s with %s"), kind, name);
  /* Translators: a kind of touch, “Call”, and the name of an account */
  return g_strdup_printf (_("Change %s with %s"), kind, name);
}

/**
 * quad_book_edit_touch:
 * @self: a book
 * @touch: a touch of it
 * @edits: of quad_touch_schema: kind, day, minutes, note, contact
 *
 * Says otherwise what was logged.
 *
 * Errors: %QUAD_ERROR_INVALID_INPUT for values the book cannot hold, %QUAD_ERROR_NOT_FOUND for a
 * touch that was deleted, and those of the store.
 */
gboolean
quad_book_edit_touch (QuadBook          *self,
                      QuadTouch         *touch,
                      const QuadRecord  *edits,
                      GError           **error)
{
  g_autoptr (QuadRecord) values = NULL;
  g_autofree char *label = NULL;

  g_return_val_if_fail (QUAD_IS_BOOK (self), FALSE);
  g_return_val_if_fail (QUAD_IS_TOUCH (touch), FALSE);
  g_return_val_if_fail (quad_record_get_schema (edits) == &quad_touch_schema, FALSE);

  if (!quad_book_check_writable (self, error) || (values = load_touch (self, touch, error)) == NULL)
    return FALSE;
  if (!quad_book_apply_edits (values, edits))
    return TRUE;
  if (!quad_record_check (values, error))
    return FALSE;

  label = label_touch (self, values, FALSE);

  return quad_book_run_update (self, &quad_touch_table, quad_item_get_id (QUAD_ITEM (touch)),
                               values, label, error);
}

/**
 * quad_book_delete_touch:
 * @self: a book
 * @touch: a touch of it
 *
 * Takes out what was logged by mistake.
 *
 * Errors: %QUAD_ERROR_NOT_FOUND for a touch that was deleted, and those of the store.
 */
gboolean
quad_book_delete_touch (QuadBook   *self,
                        QuadTouch  *touch,
                        GError    **error)
{
  g_autoptr (QuadRecord) values = NULL;
  g_autofree char *label = NULL;

  g_return_val_if_fail (QUAD_IS_BOOK (self), FALSE);
  g_return_val_if_fail (QUAD_IS_TOUCH (touch), FALSE);

  if (!quad_book_check_writable (self, error) || (values = load_touch (self, touch, error)) == NULL)
    return FALSE;

  label = label_touch (self, values, TRUE);

  return quad_book_run_remove (self, &quad_touch_table, quad_item_get_id (QUAD_ITEM (touch)), label,
                               error);
}

/**
 * quad_book_edit_contact:
 * @self: a book
 * @contact: a contact of it
 * @edits: the fields to change
 *
 * Errors: as quad_book_add_contact(); %QUAD_ERROR_NOT_FOUND for a contact that was deleted.
 */
gboolean
quad_book_edit_contact (QuadBook          *self,
                        QuadContact       *contact,
                        const QuadRecord  *edits,
                        GError           **error)
{
  g_autoptr (QuadRecord) values = NULL;
  g_autofree char *name = NULL;
  g_autofree char *label = NULL;

  g_return_val_if_fail (QUAD_IS_BOOK (self), FALSE);
  g_return_val_if_fail (QUAD_IS_CONTACT (contact), FALSE);
  g_return_val_if_fail (quad_record_get_schema (edits) == &quad_contact_schema, FALSE);

  if (!quad_book_check_writable (self, error)
      || (values = load_contact (self, contact, error)) == NULL)
    return FALSE;
  if (!quad_book_apply_edits (values, edits))
    return TRUE;
  if (!check_contact (values, error))
    return FALSE;

  quad_record_set_number (values, QUAD_CONTACT_CHANGED_AT, quad_time_now ());
  name = quad_book_shorten (quad_contact_get_name (contact));
  /* Translators: %s is the name of a person */
  label = g_strdup_printf (_("Change contact %s"), name);

  return quad_book_run_update (self, &quad_contact_table, quad_item_get_id (QUAD_ITEM (contact)),
                               values, label, error);
}

/**
 * quad_book_delete_contact:
 * @self: a book
 * @contact: a contact of it
 *
 * Deletes a person; touches with it stay with the account.
 *
 * Errors: %QUAD_ERROR_NOT_FOUND for a contact that was deleted, and those of the store.
 */
gboolean
quad_book_delete_contact (QuadBook     *self,
                          QuadContact  *contact,
                          GError      **error)
{
  g_autoptr (QuadRecord) values = NULL;
  g_autofree char *name = NULL;
  g_autofree char *label = NULL;

  g_return_val_if_fail (QUAD_IS_BOOK (self), FALSE);
  g_return_val_if_fail (QUAD_IS_CONTACT (contact), FALSE);

  if (!quad_book_check_writable (self, error)
      || (values = load_contact (self, contact, error)) == NULL)
    return FALSE;

  name = quad_book_shorten (quad_record_get_text (values, QUAD_CONTACT_NAME));
  /* Translators: %s is the name of a person */
  label = g_strdup_printf (_("Delete contact %s"), name);

  return quad_book_run_remove (self, &quad_contact_table, quad_item_get_id (QUAD_ITEM (contact)),
                               label, error);
}

/**
 * quad_book_load_story:
 * @self: an open book
 * @account: an account of it
 *
 * Returns: (transfer full) (element-type QuadStoryLine) (nullable): what happened to the account,
 *   in words, the newest first
 */
GPtrArray *
quad_book_load_story (QuadBook     *self,
                      QuadAccount  *account,
                      GError      **error)
{
  g_autoptr (GPtrArray) events = NULL;
  g_autoptr (GPtrArray) touches = NULL;

  events = quad_book_load_events (self, account, error);
  if (events == NULL)
    return NULL;
  touches = quad_book_load_touches (self, account, error);

  return touches != NULL ? quad_story_new (events, touches, self->names) : NULL;
}
