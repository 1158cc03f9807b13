/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-book"

#include "quad-book-private.h"

#include "quad-i18n.h"
#include "quad-step-queries.h"
#include "quad-step-rows.h"
#include "quad-step-writer.h"
#include "quad-steps.h"

/* Steps: what they say and when they are due. */

static void
take_step (gint64      id,
           QuadRecord *values,
           gpointer    user_data)
{
  g_ptr_array_add (user_data, quad_step_new (id, values));
}

static int
compare_steps (gconstpointer a,
               gconstpointer b)
{
  return quad_step_compare (*(QuadStep *const *) a, *(QuadStep *const *) b);
}

/**
 * quad_book_load_steps:
 * @self: an open book
 * @account: an account of it
 *
 * Returns: (transfer full) (element-type QuadStep) (nullable): its steps, in the order of
 *   quad_step_compare()
 */
GPtrArray *
quad_book_load_steps (QuadBook     *self,
                      QuadAccount  *account,
                      GError      **error)
{
  g_autoptr (GPtrArray) steps = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_val_if_fail (QUAD_IS_BOOK (self), NULL);
  g_return_val_if_fail (QUAD_IS_ACCOUNT (account), NULL);
  g_return_val_if_fail (self->database != NULL, NULL);

  if (!quad_table_load_of_account (&quad_step_table, self->database, quad_account_get_id (account),
                                   take_step, steps, error))
    return NULL;
  g_ptr_array_sort (steps, compare_steps);

  return g_steal_pointer (&steps);
}

static gboolean
check_step (const QuadRecord *values,
            GError          **error)
{
  if (!quad_record_check (values, error))
    return FALSE;
  if (quad_record_get_text (values, QUAD_STEP_TITLE) != NULL)
    return TRUE;

  g_set_error_literal (error, QUAD_ERROR, QUAD_ERROR_INVALID_INPUT, _("A step needs a title."));
  return FALSE;
}

static char *
label_add (const QuadRecord *values,
           GPtrArray        *accounts)
{
  g_autofree char *title = quad_book_shorten (quad_record_get_text (values, QUAD_STEP_TITLE));
  g_autofree char *name = NULL;

  if (accounts->len > 1)
    return g_strdup_printf (ngettext ("Add step “%s” to %u account", "Add step “%s” to %u accounts",
                                      accounts->len),
                            title, accounts->len);

  name = quad_book_shorten (quad_account_get_name (accounts->pdata[0]));

  /* Translators: the title of a step, and the name of an account */
  return g_strdup_printf (_("Add step “%s” to %s"), title, name);
}

/**
 * quad_book_add_step:
 * @self: a book
 * @accounts: (element-type QuadAccount): accounts of the book
 * @values: of quad_step_schema: title, and what else is known of guidance, due and minutes
 *
 * Adds a step of its own to each account.
 *
 * Errors: %QUAD_ERROR_INVALID_INPUT without a title, %QUAD_ERROR_NOT_FOUND for an account that was
 * deleted, and those of the store.
 */
gboolean
quad_book_add_step (QuadBook          *self,
                    GPtrArray         *accounts,
                    const QuadRecord  *values,
                    GError           **error)
{
  g_autoptr (GPtrArray) collected = NULL;
  g_autoptr (QuadRecord) step = NULL;
  g_autofree char *label = NULL;
  gboolean good = TRUE;
  gint64 now = quad_time_now ();

  g_return_val_if_fail (QUAD_IS_BOOK (self), FALSE);
  g_return_val_if_fail (accounts != NULL, FALSE);
  g_return_val_if_fail (quad_record_get_schema (values) == &quad_step_schema, FALSE);

  if (!quad_book_check_writable (self, error))
    return FALSE;
  step = quad_book_complete_record (&quad_step_schema, values);
  collected = quad_book_collect_accounts (self, accounts, error);
  if (collected == NULL || !check_step (step, error))
    return FALSE;
  if (collected->len == 0)
    return TRUE;

  quad_record_clear (step, QUAD_STEP_REASON);
  quad_record_set_number (step, QUAD_STEP_ANCHOR, quad_record_get_number (step, QUAD_STEP_DUE));
  quad_record_set_number (step, QUAD_STEP_CREATED_AT, now);
  quad_record_set_number (step, QUAD_STEP_CHANGED_AT, now);
  label = label_add (step, collected);
  if (!quad_book_begin (self, label, error))
    return FALSE;
  for (guint i = 0; i < collected->len && good; i++)
    {
      quad_record_set_number (step, QUAD_STEP_ACCOUNT_ID,
                              quad_account_get_id (collected->pdata[i]));
      good = quad_table_insert (&quad_step_table, self->database, step, NULL, error);
    }

  return quad_book_end (self, good, error);
}

/**
 * quad_book_give_plays:
 * @self: a book
 * @accounts: (element-type QuadAccount): accounts of the book
 *
 * Gives accounts the steps that they miss of the plays of their tier and profile: after an import,
 * or when the playbook got a new play. Where none is missing it is no operation.
 *
 * Errors: %QUAD_ERROR_NOT_FOUND for an account that was deleted, and those of the store.
 */
gboolean
quad_book_give_plays (QuadBook   *self,
                      GPtrArray  *accounts,
                      GError    **error)
{
  g_autoptr (GPtrArray) collected = NULL;
  g_autofree char *label = NULL;
  QuadAccountWriter writer;
  gboolean good = TRUE;

  g_return_val_if_fail (QUAD_IS_BOOK (self), FALSE);
  g_return_val_if_fail (accounts != NULL, FALSE);

  if (!quad_book_check_writable (self, error))
    return FALSE;
  collected = quad_book_collect_accounts (self, accounts, error);
  if (collected == NULL)
    return FALSE;
  if (collected->len == 0)
    return TRUE;

  if (collected->len == 1)
    {
      g_autofree char *name = quad_book_shorten (quad_account_get_name (collected->pdata[0]));

      /* Translators: %s is the name of an account */
      label = g_strdup_printf (_("Give plays to %s"), name);
    }
  else
    label = g_strdup_printf (ngettext ("Give plays to %u account", "Give plays to %u accounts",
                                       collected->len),
                             collected->len);
  quad_book_get_writer (self, self->database, &writer);
  if (!quad_book_begin (self, label, error))
    return FALSE;
  for (guint i = 0; i < collected->len && good; i++)
    good = quad_step_writer_give (&writer, quad_account_get_id (collected->pdata[i]),
                                  quad_item_get_values (collected->pdata[i]), error);

  return quad_book_end (self, good, error);
}

/* A step that came from a play and says something else now. */
static void
mark_customised (QuadRecord *values)
{
  if (quad_record_get_number (values, QUAD_STEP_PLAY_ID) != 0)
    quad_record_set_number (values, QUAD_STEP_CUSTOMISED, TRUE);
  quad_record_set_number (values, QUAD_STEP_CHANGED_AT, quad_time_now ());
}

/**
 * quad_book_edit_step:
 * @self: a book
 * @step: a step of it
 * @edits: of quad_step_schema: title, guidance, due, minutes
 *
 * Words or dates a step otherwise, on this account alone: from then on its play no longer does.
 *
 * Errors: as quad_book_add_step(); %QUAD_ERROR_NOT_FOUND for a step that is gone.
 */
gboolean
quad_book_edit_step (QuadBook          *self,
                     QuadStep          *step,
                     const QuadRecord  *edits,
                     GError           **error)
{
  g_autoptr (GPtrArray) steps = g_ptr_array_new ();
  g_autoptr (GPtrArray) rows = NULL;
  g_autofree char *title = NULL;
  g_autofree char *name = NULL;
  g_autofree char *label = NULL;
  QuadStepRow *row;

  g_return_val_if_fail (QUAD_IS_BOOK (self), FALSE);
  g_return_val_if_fail (QUAD_IS_STEP (step), FALSE);
  g_return_val_if_fail (quad_record_get_schema (edits) == &quad_step_schema, FALSE);

  if (!quad_book_check_writable (self, error))
    return FALSE;
  g_ptr_array_add (steps, step);
  rows = quad_book_collect_steps (self, steps, NULL, NULL, error);
  if (rows == NULL)
    return FALSE;

  title = quad_step_row_get_title (rows);
  name = quad_step_row_get_name (rows);
  row = rows->pdata[0];
  if (!quad_book_apply_edits (row->values, edits))
    return TRUE;
  if (!check_step (row->values, error))
    return FALSE;

  mark_customised (row->values);
  /* Translators: the title of a step, and the name of an account */
  label = g_strdup_printf (_("Change step “%s” of %s"), title, name);

  return quad_book_run_update (self, &quad_step_table, row->id, row->values, label, error);
}

static gboolean
is_due_elsewhen (const QuadRecord *values,
                 gconstpointer     data)
{
  return quad_step_is_open (values, NULL)
         && quad_record_get_number (values, QUAD_STEP_DUE) != *(const QuadDate *) data;
}

/**
 * quad_book_redate_steps:
 * @self: a book
 * @steps: (element-type QuadStep): steps of it; those that are not open stay
 * @due: when they are due now, %QUAD_DATE_NONE for some time
 *
 * Errors: %QUAD_ERROR_NOT_FOUND for a step that is gone, and those of the store.
 */
gboolean
quad_book_redate_steps (QuadBook   *self,
                        GPtrArray  *steps,
                        QuadDate    due,
                        GError    **error)
{
  g_autoptr (GPtrArray) rows = NULL;
  g_autofree char *label = NULL;
  gboolean good = TRUE;

  g_return_val_if_fail (QUAD_IS_BOOK (self), FALSE);
  g_return_val_if_fail (steps != NULL, FALSE);

  if (!quad_book_check_writable (self, error))
    return FALSE;
  rows = quad_book_collect_steps (self, steps, is_due_elsewhen, &due, error);
  if (rows == NULL)
    return FALSE;
  if (rows->len == 0)
    return TRUE;

  if (rows->len == 1)
    {
      g_autofree char *title = quad_step_row_get_title (rows);
      g_autofree char *name = quad_step_row_get_name (rows);

      /* Translators: the title of a step, and the name of an account */
      label = g_strdup_printf (_("Re-date step “%s” of %s"), title, name);
    }
  else
    label = g_strdup_printf (ngettext ("Re-date %u step", "Re-date %u steps", rows->len),
                             rows->len);
  if (!quad_book_begin (self, label, error))
    return FALSE;
  for (guint i = 0; i < rows->len && good; i++)
    {
      QuadStepRow *row = rows->pdata[i];

      quad_record_set_number (row->values, QUAD_STEP_DUE, due);
      mark_customised (row->values);
      good = quad_table_update (&quad_step_table, self->database, row->id, row->values, error);
    }

  return quad_book_end (self, good, error);
}

/**
 * quad_book_delete_steps:
 * @self: a book
 * @steps: (element-type QuadStep): steps of it
 *
 * Deletes steps without a trace in the history of their accounts. A step that is not needed is
 * rather skipped.
 *
 * Errors: as quad_book_redate_steps().
 */
gboolean
quad_book_delete_steps (QuadBook   *self,
                        GPtrArray  *steps,
                        GError    **error)
{
  g_autoptr (GPtrArray) rows = NULL;
  g_autofree char *label = NULL;
  gboolean good = TRUE;

  g_return_val_if_fail (QUAD_IS_BOOK (self), FALSE);
  g_return_val_if_fail (steps != NULL, FALSE);

  if (!quad_book_check_writable (self, error))
    return FALSE;
  rows = quad_book_collect_steps (self, steps, NULL, NULL, error);
  if (rows == NULL)
    return FALSE;
  if (rows->len == 0)
    return TRUE;

  if (rows->len == 1)
    {
      g_autofree char *title = quad_step_row_get_title (rows);
      g_autofree char *name = quad_step_row_get_name (rows);

      /* Translators: the title of a step, and the name of an account */
      label = g_strdup_printf (_("Delete step “%s” of %s"), title, name);
    }
  else
    label = g_strdup_printf (ngettext ("Delete %u step", "Delete %u steps", rows->len), rows->len);
  if (!quad_book_begin (self, label, error))
    return FALSE;
  for (guint i = 0; i < rows->len && good; i++)
    good = quad_table_remove (&quad_step_table, self->database,
                              ((QuadStepRow *) rows->pdata[i])->id, error);

  return quad_book_end (self, good, error);
}

/* Makes the untouched steps of a play follow it. Inside an operation. */
gboolean
quad_book_update_steps (QuadBook          *self,
                        gint64             play,
                        const QuadRecord  *was,
                        const QuadRecord  *values,
                        GError           **error)
{
  g_autoptr (GPtrArray) steps = g_ptr_array_new_with_free_func (g_object_unref);
  QuadAccountWriter writer;

  quad_book_get_writer (self, self->database, &writer);
  if (!quad_steps_load_untouched (self->database, play, take_step, steps, error))
    return FALSE;
  for (guint i = 0; i < steps->len; i++)
    if (!quad_step_writer_restore (&writer, quad_step_get_id (steps->pdata[i]),
                                   quad_item_get_values (steps->pdata[i]), was, values, error))
      return FALSE;

  return TRUE;
}
