/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-step-dialogs"

#include "quad-step-dialogs.h"

#include "quad-dialog-subject.h"
#include "quad-dialogs.h"
#include "quad-i18n.h"
#include "quad-reason-dialog.h"
#include "quad-record-dialog.h"

static const guint step_fields[] = { QUAD_STEP_TITLE, QUAD_STEP_DUE, QUAD_STEP_MINUTES,
                                     QUAD_STEP_GUIDANCE };
static const guint due_fields[] = { QUAD_STEP_DUE };
static const guint touch_fields[] = { QUAD_TOUCH_KIND, QUAD_TOUCH_MINUTES, QUAD_TOUCH_DAY,
                                      QUAD_TOUCH_NOTE };

static QuadRecord *
make_empty (const QuadSchema *schema)
{
  QuadRecord *values = quad_record_new (schema);

  for (guint i = 0; i < schema->n_fields; i++)
    quad_record_clear (values, i);
  return values;
}

static gboolean
add_step (const QuadRecord  *values,
          gpointer           user_data,
          GError           **error)
{
  QuadDialogSubject *subject = user_data;

  return quad_book_add_step (subject->book, subject->items, values, error);
}

static gboolean
edit_step (const QuadRecord  *values,
           gpointer           user_data,
           GError           **error)
{
  QuadDialogSubject *subject = user_data;

  return quad_book_edit_step (subject->book, subject->items->pdata[0], values, error);
}

static gboolean
redate_step (const QuadRecord  *values,
             gpointer           user_data,
             GError           **error)
{
  QuadDialogSubject *subject = user_data;

  return quad_book_redate_steps (subject->book, subject->items,
                                 (QuadDate) quad_record_get_number (values, QUAD_STEP_DUE), error);
}

static gboolean
complete_step (const QuadRecord  *values,
               gpointer           user_data,
               GError           **error)
{
  QuadDialogSubject *subject = user_data;

  return quad_book_complete_steps (subject->book, subject->items, values, error);
}

static gboolean
edit_touch (const QuadRecord  *values,
            gpointer           user_data,
            GError           **error)
{
  QuadDialogSubject *subject = user_data;

  return quad_book_edit_touch (subject->book, subject->items->pdata[0], values, error);
}

static gboolean
delete_touch (gpointer   user_data,
              GError   **error)
{
  QuadDialogSubject *subject = user_data;

  return quad_book_delete_touch (subject->book, subject->items->pdata[0], error);
}

static void
skip_answered_cb (GtkWindow  *dialog,
                  const char *reason,
                  QuadDate    day,
                  gpointer    user_data)
{
  QuadDialogSubject *subject = user_data;
  g_autoptr (GError) error = NULL;

  if (!quad_book_skip_steps (subject->book, subject->items, reason, &error))
    quad_dialog_show_error (subject->parent, _("The Step Was Not Skipped"), error);
}

static GtkWindow *
make_dialog (QuadDialogSubject  *subject,
             const char         *title,
             const QuadRecord   *values,
             const guint        *fields,
             guint               n_fields,
             gboolean            is_new,
             const char         *failure,
             QuadRecordSaveFunc  save)
{
  GtkWindow *dialog = quad_record_dialog_new (subject->parent, title,
                                              quad_book_get_currency (subject->book));

  quad_record_dialog_add (QUAD_RECORD_DIALOG (dialog), values, fields, n_fields, is_new);
  quad_record_dialog_on_save (QUAD_RECORD_DIALOG (dialog), failure, save, subject,
                              quad_dialog_subject_free);
  return dialog;
}

/**
 * quad_step_dialog_new_add:
 * @accounts: (element-type QuadAccount): each gets the step
 *
 * Returns: (transfer none): a dialog that adds a step
 */
GtkWindow *
quad_step_dialog_new_add (GtkWidget *parent,
                          QuadBook  *book,
                          GPtrArray *accounts)
{
  QuadDialogSubject *subject = quad_dialog_subject_new_many (parent, book, accounts);
  g_autoptr (QuadRecord) values = make_empty (&quad_step_schema);

  return make_dialog (subject, _("Add Step"), values, step_fields, G_N_ELEMENTS (step_fields),
                      TRUE, _("The Step Was Not Added"), add_step);
}

/**
 * quad_step_dialog_new_edit:
 *
 * Returns: (transfer none): a dialog that words and dates a step otherwise
 */
GtkWindow *
quad_step_dialog_new_edit (GtkWidget *parent,
                           QuadBook  *book,
                           QuadStep  *step)
{
  return make_dialog (quad_dialog_subject_new (parent, book, step), _("Edit Step"),
                      quad_item_get_values (QUAD_ITEM (step)), step_fields,
                      G_N_ELEMENTS (step_fields), FALSE, _("The Step Was Not Saved"), edit_step);
}

/**
 * quad_step_dialog_new_redate:
 *
 * Returns: (transfer none): a dialog that asks for another day
 */
GtkWindow *
quad_step_dialog_new_redate (GtkWidget *parent,
                             QuadBook  *book,
                             QuadStep  *step)
{
  return make_dialog (quad_dialog_subject_new (parent, book, step), _("Another Day"),
                      quad_item_get_values (QUAD_ITEM (step)), due_fields,
                      G_N_ELEMENTS (due_fields), FALSE, _("The Step Was Not Re-Dated"),
                      redate_step);
}

/**
 * quad_step_dialog_new_done:
 *
 * Returns: (transfer none): a dialog that does a step and logs the touch it took
 */
GtkWindow *
quad_step_dialog_new_done (GtkWidget *parent,
                           QuadBook  *book,
                           QuadStep  *step)
{
  g_autoptr (QuadRecord) values = make_empty (&quad_touch_schema);

  quad_record_set_number (values, QUAD_TOUCH_DAY, quad_book_get_today (book));
  quad_record_set_number (values, QUAD_TOUCH_MINUTES,
                          quad_item_get_number (QUAD_ITEM (step), QUAD_STEP_MINUTES));
  return make_dialog (quad_dialog_subject_new (parent, book, step), _("Done With a Touch"), values,
                      touch_fields, G_N_ELEMENTS (touch_fields), TRUE,
                      _("The Step Was Not Done"), complete_step);
}

/**
 * quad_step_dialog_new_skip:
 *
 * Returns: (transfer none): a dialog that leaves a step out, and asks why
 */
GtkWindow *
quad_step_dialog_new_skip (GtkWidget *parent,
                           QuadBook  *book,
                           QuadStep  *step)
{
  GtkWindow *dialog = quad_reason_dialog_new (parent, _("Skip This Step?"),
                                              quad_step_get_title (step), _("_Skip"));

  g_signal_connect_data (dialog, "answered", G_CALLBACK (skip_answered_cb),
                         quad_dialog_subject_new (parent, book, step),
                         quad_dialog_subject_notify, 0);
  return dialog;
}

/**
 * quad_touch_dialog_new_edit:
 *
 * Returns: (transfer none): a dialog that corrects or deletes what was logged
 */
GtkWindow *
quad_touch_dialog_new_edit (GtkWidget *parent,
                            QuadBook  *book,
                            QuadTouch *touch)
{
  GtkWindow *dialog = make_dialog (quad_dialog_subject_new (parent, book, touch), _("Edit Touch"),
                                   quad_item_get_values (QUAD_ITEM (touch)), touch_fields,
                                   G_N_ELEMENTS (touch_fields), FALSE,
                                   _("The Touch Was Not Saved"), edit_touch);

  quad_record_dialog_on_delete (QUAD_RECORD_DIALOG (dialog), _("Delete Touch"), delete_touch);
  return dialog;
}
