/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-plan-dialog"

#include "quad-plan-dialog.h"

#include "quad-dialogs.h"
#include "quad-i18n.h"
#include "quad-plan-row.h"

struct _QuadPlanDialog
{
  QuadEditDialog parent_instance;

  /* owned */
  QuadBook        *book;
  QuadPlannedMove *move;
  GPtrArray       *editors;     /* QuadFieldEditor */
};

enum
{
  SIGNAL_SAVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (QuadPlanDialog, quad_plan_dialog, QUAD_TYPE_EDIT_DIALOG)

/* All fields must be read, so that each faulty one says what is wrong with it. Returns those that
 * are otherwise than the planned move has them. */
static QuadRecord *
read_changes (QuadPlanDialog   *self,
              QuadFieldEditor **first_fault)
{
  const QuadRecord *before = quad_item_get_values (QUAD_ITEM (self->move));
  QuadRecord *values = quad_record_new (&quad_planned_move_schema);

  *first_fault = NULL;
  for (guint i = 0; i < self->editors->len; i++)
    if (!quad_field_editor_read (self->editors->pdata[i], values) && *first_fault == NULL)
      *first_fault = self->editors->pdata[i];
  for (guint i = 0; i < QUAD_N_PLANNED_MOVE_FIELDS; i++)
    if (quad_record_has (values, i) && !quad_record_differs (values, before, i))
      quad_record_unset (values, i);

  return values;
}

static gboolean
quad_plan_dialog_is_changed (QuadEditDialog *dialog)
{
  QuadFieldEditor *fault;
  g_autoptr (QuadRecord) changes = read_changes (QUAD_PLAN_DIALOG (dialog), &fault);

  return fault != NULL || !quad_record_is_empty (changes);
}

static gboolean
quad_plan_dialog_save (QuadEditDialog *dialog)
{
  QuadPlanDialog *self = QUAD_PLAN_DIALOG (dialog);
  QuadFieldEditor *fault;
  g_autoptr (QuadRecord) changes = read_changes (self, &fault);
  g_autoptr (GPtrArray) moves = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;

  if (fault != NULL)
    {
      quad_field_editor_focus (fault);
      return FALSE;
    }
  if (quad_record_is_empty (changes))
    return TRUE;

  g_ptr_array_add (moves, self->move);
  if (!quad_book_edit_planned_moves (self->book, moves, changes, &error))
    {
      quad_dialog_show_error (GTK_WIDGET (self), _("The Plan Was Not Saved"), error);
      return FALSE;
    }
  g_signal_emit (self, signals[SIGNAL_SAVED], 0);

  return TRUE;
}

static void
quad_plan_dialog_dispose (GObject *object)
{
  QuadPlanDialog *self = QUAD_PLAN_DIALOG (object);

  g_clear_pointer (&self->editors, g_ptr_array_unref);
  g_clear_object (&self->move);
  g_clear_object (&self->book);

  G_OBJECT_CLASS (quad_plan_dialog_parent_class)->dispose (object);
}

static void
quad_plan_dialog_class_init (QuadPlanDialogClass *klass)
{
  QuadEditDialogClass *dialog_class = QUAD_EDIT_DIALOG_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = quad_plan_dialog_dispose;
  dialog_class->is_changed = quad_plan_dialog_is_changed;
  dialog_class->save = quad_plan_dialog_save;

  /**
   * QuadPlanDialog::saved:
   *
   * What was filled in is in the book.
   */
  signals[SIGNAL_SAVED] =
    g_signal_new ("saved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);
}

static void
quad_plan_dialog_init (QuadPlanDialog *self)
{
  self->editors = g_ptr_array_new_with_free_func (g_object_unref);
}

static void
add_editors (QuadPlanDialog      *self,
             AdwPreferencesGroup *group)
{
  static const QuadPlannedMoveField fields[] = {
    QUAD_PLANNED_MOVE_BY_DATE, QUAD_PLANNED_MOVE_EXPECTED_REVENUE, QUAD_PLANNED_MOVE_WHY,
  };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      QuadFieldEditor *editor = quad_field_editor_new (&quad_planned_move_schema, fields[i],
                                                       quad_book_get_currency (self->book));

      quad_field_editor_add_to (editor, group);
      quad_field_editor_load (editor, quad_item_get_values (QUAD_ITEM (self->move)));
      g_ptr_array_add (self->editors, editor);
    }
  quad_edit_dialog_set_first (QUAD_EDIT_DIALOG (self), self->editors->pdata[0]);
}

/**
 * quad_plan_dialog_new:
 * @move: a planned move of the book
 *
 * Returns: (transfer none): a dialog with what is said about it
 */
GtkWindow *
quad_plan_dialog_new (GtkWindow       *parent,
                      QuadBook        *book,
                      QuadPlannedMove *move)
{
  QuadAccount *account = quad_book_get_planned_account (book, move);
  QuadPlanDialog *self = g_object_new (QUAD_TYPE_PLAN_DIALOG, "transient-for", parent, "title",
                                       quad_account_get_name (account), NULL);
  const QuadNames *names = quad_book_get_names (book);
  g_autofree char *change = NULL;

  self->book = g_object_ref (book);
  self->move = g_object_ref (move);
  change = quad_plan_join_words (quad_names_get_tier (names, quad_account_get_tier (account)),
                                 quad_names_get_tier (names, quad_planned_move_get_tier (move)));
  add_editors (self, quad_edit_dialog_add_group (QUAD_EDIT_DIALOG (self), change));
  gtk_window_set_default_size (GTK_WINDOW (self), 440, 420);

  return GTK_WINDOW (self);
}
