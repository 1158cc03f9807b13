/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-plan-dialog"

#include "quad-plan-dialog.h"

#include "quad-dialogs.h"
#include "quad-field-editor.h"
#include "quad-i18n.h"
#include "quad-plan-row.h"

struct _QuadPlanDialog
{
  AdwWindow parent_instance;

  /* template widgets */
  AdwPreferencesGroup *group;
  GtkWidget           *save_button;

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

G_DEFINE_FINAL_TYPE (QuadPlanDialog, quad_plan_dialog, ADW_TYPE_WINDOW)

static gboolean
is_changed (QuadPlanDialog   *self,
            const QuadRecord *values)
{
  const QuadRecord *before = quad_item_get_values (QUAD_ITEM (self->move));

  for (guint i = 0; i < QUAD_N_PLANNED_MOVE_FIELDS; i++)
    if (quad_record_has (values, i) && quad_record_differs (values, before, i))
      return TRUE;

  return FALSE;
}

static void
save_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  QuadPlanDialog *self = QUAD_PLAN_DIALOG (widget);
  g_autoptr (QuadRecord) values = quad_record_new (&quad_planned_move_schema);
  g_autoptr (GPtrArray) moves = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  QuadFieldEditor *fault = NULL;

  /* all of them, so that each faulty one says what is wrong with it */
  for (guint i = self->editors->len; i > 0; i--)
    if (!quad_field_editor_read (self->editors->pdata[i - 1], values))
      fault = self->editors->pdata[i - 1];
  if (fault != NULL)
    {
      quad_field_editor_focus (fault);
      return;
    }

  if (is_changed (self, values))
    {
      g_ptr_array_add (moves, self->move);
      if (!quad_book_edit_planned_moves (self->book, moves, values, &error))
        {
          quad_dialog_show_error (widget, _("The Plan Was Not Saved"), error);
          return;
        }
      g_signal_emit (self, signals[SIGNAL_SAVED], 0);
    }
  gtk_window_close (GTK_WINDOW (self));
}

/* One can type at once. */
static void
quad_plan_dialog_map (GtkWidget *widget)
{
  QuadPlanDialog *self = QUAD_PLAN_DIALOG (widget);

  GTK_WIDGET_CLASS (quad_plan_dialog_parent_class)->map (widget);
  if (self->editors->len > 0)
    quad_field_editor_focus (self->editors->pdata[0]);
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
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = quad_plan_dialog_dispose;
  widget_class->map = quad_plan_dialog_map;

  /**
   * QuadPlanDialog::saved:
   *
   * What was filled in is in the book.
   */
  signals[SIGNAL_SAVED] =
    g_signal_new ("saved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/app/quadrille/Quadrille/quad-plan-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, QuadPlanDialog, group);
  gtk_widget_class_bind_template_child (widget_class, QuadPlanDialog, save_button);
  gtk_widget_class_install_action (widget_class, "dialog.save", NULL, save_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "dialog.save",
                                       NULL);
}

static void
quad_plan_dialog_init (QuadPlanDialog *self)
{
  self->editors = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
add_editors (QuadPlanDialog *self)
{
  static const QuadPlannedMoveField fields[] = {
    QUAD_PLANNED_MOVE_BY_DATE, QUAD_PLANNED_MOVE_EXPECTED_REVENUE, QUAD_PLANNED_MOVE_WHY,
  };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      QuadFieldEditor *editor = quad_field_editor_new (&quad_planned_move_schema, fields[i],
                                                       quad_book_get_currency (self->book));

      quad_field_editor_add_to (editor, self->group);
      quad_field_editor_load (editor, quad_item_get_values (QUAD_ITEM (self->move)));
      g_ptr_array_add (self->editors, editor);
    }
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
  g_autofree char *change = NULL;
  g_autofree char *escaped = NULL;

  self->book = g_object_ref (book);
  self->move = g_object_ref (move);
  change = quad_plan_join_words (quad_tier_get_label (quad_account_get_tier (account)),
                                 quad_tier_get_label (quad_planned_move_get_tier (move)));
  escaped = g_markup_escape_text (change, -1);
  adw_preferences_group_set_title (self->group, escaped);
  add_editors (self);

  return GTK_WINDOW (self);
}
