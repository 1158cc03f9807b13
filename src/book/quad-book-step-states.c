/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-book"

#include "quad-book-private.h"

#include "quad-i18n.h"
#include "quad-step-rows.h"
#include "quad-step-writer.h"
#include "quad-steps.h"
#include "quad-text.h"

/* Steps that are done, skipped, opened again, or put back to their play. */

static gboolean
is_closed (const QuadRecord *values,
           gconstpointer     data)
{
  return !quad_step_is_open (values, data);
}

/* One touch for each account that has a step among the rows. */
static gboolean
write_touches (QuadBook          *self,
               GPtrArray         *rows,
               const QuadRecord  *touch,
               GError           **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < rows->len; i++)
    {
      const QuadStepRow *row = rows->pdata[i];

      if (g_hash_table_add (seen, row->account)
          && !quad_book_write_touch (self, row->account, touch, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
close_steps (QuadBook          *self,
             GPtrArray         *rows,
             QuadStepStatus     status,
             const char        *reason,
             const QuadRecord  *touch,
             const char        *label,
             GError           **error)
{
  QuadAccountWriter writer;
  gboolean good = TRUE;

  quad_book_get_writer (self, self->database, &writer);
  writer.reason = reason;
  if (!quad_book_begin (self, label, error))
    return FALSE;
  for (guint i = 0; i < rows->len && good; i++)
    {
      const QuadStepRow *row = rows->pdata[i];

      good = quad_step_writer_close (&writer, row->id, row->values,
                                     quad_item_get_values (QUAD_ITEM (row->account)), status,
                                     error);
    }
  if (good && touch != NULL)
    good = write_touches (self, rows, touch, error);

  return quad_book_end (self, good, error);
}

/**
 * quad_book_complete_steps:
 * @self: a book
 * @steps: (element-type QuadStep): steps of it; those that are closed already stay
 * @touch: (nullable): of quad_touch_schema: kind, and what else is known of day, minutes, note and
 *   contact; it is logged for each account
 *
 * Marks steps as done today. A repeating play makes the next step.
 *
 * Errors: %QUAD_ERROR_INVALID_INPUT for a touch the book cannot hold, %QUAD_ERROR_NOT_FOUND for a
 * step that is gone, and those of the store.
 */
gboolean
quad_book_complete_steps (QuadBook          *self,
                          GPtrArray         *steps,
                          const QuadRecord  *touch,
                          GError           **error)
{
  g_autoptr (GPtrArray) rows = NULL;
  g_autofree char *label = NULL;

  g_return_val_if_fail (QUAD_IS_BOOK (self), FALSE);
  g_return_val_if_fail (steps != NULL, FALSE);

  if (!quad_book_check_writable (self, error)
      || (touch != NULL && !quad_record_check (touch, error)))
    return FALSE;
  rows = quad_book_collect_steps (self, steps, quad_step_is_open, NULL, error);
  if (rows == NULL)
    return FALSE;
  if (rows->len == 0)
    return TRUE;

  if (rows->len == 1)
    {
      g_autofree char *title = quad_step_row_get_title (rows);
      g_autofree char *name = quad_step_row_get_name (rows);

      /* Translators: the title of a step, and the name of an account */
      label = g_strdup_printf (_("Do step “%s” of %s"), title, name);
    }
  else
    label = g_strdup_printf (ngettext ("Do %u step", "Do %u steps", rows->len), rows->len);

  return close_steps (self, rows, QUAD_STEP_DONE, NULL, touch, label, error);
}

/**
 * quad_book_skip_steps:
 * @self: a book
 * @steps: (element-type QuadStep): steps of it; those that are closed already stay
 * @reason: (nullable): why
 *
 * Leaves steps out. A repeating play makes the next step.
 *
 * Errors: as quad_book_complete_steps().
 */
gboolean
quad_book_skip_steps (QuadBook    *self,
                      GPtrArray   *steps,
                      const char  *reason,
                      GError     **error)
{
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (QuadRecord) checked = quad_record_new (&quad_step_schema);
  g_autofree char *clean = NULL;
  g_autofree char *label = NULL;

  g_return_val_if_fail (QUAD_IS_BOOK (self), FALSE);
  g_return_val_if_fail (steps != NULL, FALSE);

  clean = reason != NULL ? quad_text_clean (reason, TRUE) : NULL;
  quad_record_set_text (checked, QUAD_STEP_REASON, clean);
  if (!quad_book_check_writable (self, error) || !quad_record_check (checked, error))
    return FALSE;
  rows = quad_book_collect_steps (self, steps, quad_step_is_open, NULL, error);
  if (rows == NULL)
    return FALSE;
  if (rows->len == 0)
    return TRUE;

  if (rows->len == 1)
    {
      g_autofree char *title = quad_step_row_get_title (rows);
      g_autofree char *name = quad_step_row_get_name (rows);

      /* Translators: the title of a step, and the name of an account */
      label = g_strdup_printf (_("Skip step “%s” of %s"), title, name);
    }
  else
    label = g_strdup_printf (ngettext ("Skip %u step", "Skip %u steps", rows->len), rows->len);

  return close_steps (self, rows, QUAD_STEP_SKIPPED, clean, NULL, label, error);
}

static GPtrArray *
collect_one (QuadBook        *self,
             QuadStep        *step,
             QuadStepFilter   filter,
             GError         **error)
{
  g_autoptr (GPtrArray) steps = g_ptr_array_new ();

  g_ptr_array_add (steps, step);

  return quad_book_collect_steps (self, steps, filter, NULL, error);
}

/**
 * quad_book_reopen_step:
 * @self: a book
 * @step: a step of it that was done or skipped
 *
 * Opens a step again; the next one that closing it made goes, when nobody touched it. What was
 * logged stays.
 *
 * Errors: %QUAD_ERROR_NOT_FOUND for a step that is gone, and those of the store.
 */
gboolean
quad_book_reopen_step (QuadBook  *self,
                       QuadStep  *step,
                       GError   **error)
{
  g_autoptr (GPtrArray) rows = NULL;
  g_autofree char *title = NULL;
  g_autofree char *name = NULL;
  g_autofree char *label = NULL;
  QuadAccountWriter writer;
  const QuadStepRow *row;

  g_return_val_if_fail (QUAD_IS_BOOK (self), FALSE);
  g_return_val_if_fail (QUAD_IS_STEP (step), FALSE);

  if (!quad_book_check_writable (self, error))
    return FALSE;
  rows = collect_one (self, step, is_closed, error);
  if (rows == NULL)
    return FALSE;
  if (rows->len == 0)
    return TRUE;

  title = quad_step_row_get_title (rows);
  name = quad_step_row_get_name (rows);
  /* Translators: the title of a step, and the name of an account */
  label = g_strdup_printf (_("Reopen step “%s” of %s"), title, name);
  row = rows->pdata[0];
  quad_book_get_writer (self, self->database, &writer);

  return quad_book_begin (self, label, error)
         && quad_book_end (self, quad_step_writer_reopen (&writer, row->id, row->values, error),
                           error);
}

static gboolean
is_customised (const QuadRecord *values,
               gconstpointer     data)
{
  return quad_step_is_open (values, data)
         && quad_record_get_number (values, QUAD_STEP_CUSTOMISED) != 0;
}

/**
 * quad_book_reset_step:
 * @self: a book
 * @step: an open, customised step of it
 *
 * Puts a step back to what its play says, text and date.
 *
 * Errors: %QUAD_ERROR_INVALID_INPUT when its play was deleted, %QUAD_ERROR_NOT_FOUND for a step
 * that is gone, and those of the store.
 */
gboolean
quad_book_reset_step (QuadBook  *self,
                      QuadStep  *step,
                      GError   **error)
{
  g_autoptr (GPtrArray) rows = NULL;
  g_autofree char *title = NULL;
  g_autofree char *name = NULL;
  g_autofree char *label = NULL;
  QuadAccountWriter writer;
  const QuadRecord *play_values;
  const QuadStepRow *row;
  QuadItem *play;

  g_return_val_if_fail (QUAD_IS_BOOK (self), FALSE);
  g_return_val_if_fail (QUAD_IS_STEP (step), FALSE);

  if (!quad_book_check_writable (self, error))
    return FALSE;
  rows = collect_one (self, step, is_customised, error);
  if (rows == NULL)
    return FALSE;
  if (rows->len == 0)
    return TRUE;

  row = rows->pdata[0];
  title = quad_step_row_get_title (rows);
  name = quad_step_row_get_name (rows);
  play = quad_item_list_lookup (self->plays,
                                quad_record_get_number (row->values, QUAD_STEP_PLAY_ID));
  if (play == NULL)
    {
      g_set_error (error, QUAD_ERROR, QUAD_ERROR_INVALID_INPUT,
                   _("The step “%s” has no play that it could go back to."), title);
      return FALSE;
    }

  play_values = quad_item_get_values (play);
  /* Translators: the title of a step, and the name of an account */
  label = g_strdup_printf (_("Put step “%s” of %s back to its play"), title, name);
  quad_book_get_writer (self, self->database, &writer);

  return quad_book_begin (self, label, error)
         && quad_book_end (self,
                           quad_step_writer_restore (&writer, row->id, row->values, play_values,
                                                     play_values, error),
                           error);
}
