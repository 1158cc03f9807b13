/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-record-dialog"

#include "quad-record-dialog.h"

#include "quad-dialogs.h"
#include "quad-field-editor.h"

struct _QuadRecordDialog
{
  AdwWindow parent_instance;

  /* template widgets */
  AdwPreferencesGroup *group;
  GtkButton           *save_button;
  GtkButton           *delete_button;

  /* owned */
  GPtrArray  *editors;
  QuadRecord *before;
  char       *failure;
  gpointer    user_data;

  /* plain */
  QuadCurrency          currency;
  QuadRecordSaveFunc    save;
  QuadRecordDeleteFunc  remove;
  GDestroyNotify        destroy;
  gboolean              is_new;
};

G_DEFINE_FINAL_TYPE (QuadRecordDialog, quad_record_dialog, ADW_TYPE_WINDOW)

/* All fields must be read, so that each faulty one says what is wrong with it. */
static QuadRecord *
read_all (QuadRecordDialog  *self,
          QuadFieldEditor  **first_fault)
{
  QuadRecord *values = quad_record_new (quad_record_get_schema (self->before));

  *first_fault = NULL;
  for (guint i = 0; i < self->editors->len; i++)
    {
      QuadFieldEditor *editor = self->editors->pdata[i];
      guint field = quad_field_editor_get_field (editor);

      if (!quad_field_editor_read (editor, values))
        *first_fault = *first_fault != NULL ? *first_fault : editor;
      else if (!self->is_new && !quad_record_differs (values, self->before, field))
        quad_record_unset (values, field);
    }
  return values;
}

static void
finish (QuadRecordDialog *self,
        gboolean          good,
        const GError     *error)
{
  if (good)
    gtk_window_close (GTK_WINDOW (self));
  else
    quad_dialog_show_error (GTK_WIDGET (self), self->failure, error);
}

static void
save_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  QuadRecordDialog *self = QUAD_RECORD_DIALOG (widget);
  QuadFieldEditor *fault;
  g_autoptr (QuadRecord) values = read_all (self, &fault);
  g_autoptr (GError) error = NULL;
  gboolean good;

  if (fault != NULL)
    {
      quad_field_editor_focus (fault);
      return;
    }
  good = quad_record_is_empty (values) || self->save (values, self->user_data, &error);
  finish (self, good, error);
}

static void
delete_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  QuadRecordDialog *self = QUAD_RECORD_DIALOG (widget);
  g_autoptr (GError) error = NULL;
  gboolean good = self->remove (self->user_data, &error);

  finish (self, good, error);
}

/* One can type at once. */
static void
quad_record_dialog_map (GtkWidget *widget)
{
  QuadRecordDialog *self = QUAD_RECORD_DIALOG (widget);

  GTK_WIDGET_CLASS (quad_record_dialog_parent_class)->map (widget);
  if (self->editors->len > 0)
    quad_field_editor_focus (self->editors->pdata[0]);
}

static void
quad_record_dialog_dispose (GObject *object)
{
  QuadRecordDialog *self = QUAD_RECORD_DIALOG (object);
  GDestroyNotify destroy = g_steal_pointer (&self->destroy);

  if (destroy != NULL)
    destroy (self->user_data);
  g_clear_pointer (&self->editors, g_ptr_array_unref);
  g_clear_pointer (&self->before, quad_record_free);
  g_clear_pointer (&self->failure, g_free);

  G_OBJECT_CLASS (quad_record_dialog_parent_class)->dispose (object);
}

static void
quad_record_dialog_class_init (QuadRecordDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = quad_record_dialog_dispose;
  widget_class->map = quad_record_dialog_map;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/app/quadrille/Quadrille/quad-record-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, QuadRecordDialog, group);
  gtk_widget_class_bind_template_child (widget_class, QuadRecordDialog, save_button);
  gtk_widget_class_bind_template_child (widget_class, QuadRecordDialog, delete_button);
  gtk_widget_class_install_action (widget_class, "dialog.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "dialog.delete", NULL, delete_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "dialog.save",
                                       NULL);
}

static void
quad_record_dialog_init (QuadRecordDialog *self)
{
  self->editors = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * quad_record_dialog_new:
 * @parent: any widget of the window that the dialog belongs to
 * @currency: of amounts
 *
 * Returns: (transfer none): a dialog to which fields are to be added
 */
GtkWindow *
quad_record_dialog_new (GtkWidget          *parent,
                        const char         *title,
                        const QuadCurrency *currency)
{
  GtkRoot *root = gtk_widget_get_root (parent);
  QuadRecordDialog *self = g_object_new (QUAD_TYPE_RECORD_DIALOG, "title", title, NULL);

  self->currency = *currency;
  if (GTK_IS_WINDOW (root))
    {
      gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (root));
      quad_dialog_fit_parent (GTK_WINDOW (self), GTK_WINDOW (root));
    }
  return GTK_WINDOW (self);
}

/**
 * quad_record_dialog_add:
 * @values: what stands in the fields
 * @fields: (array length=n_fields): what is asked for, in this order
 * @is_new: all fields are saved, also those that nobody changed
 */
void
quad_record_dialog_add (QuadRecordDialog *self,
                        const QuadRecord *values,
                        const guint      *fields,
                        guint             n_fields,
                        gboolean          is_new)
{
  g_return_if_fail (QUAD_IS_RECORD_DIALOG (self));
  g_return_if_fail (self->before == NULL);

  self->before = quad_record_copy (values);
  self->is_new = is_new;
  for (guint i = 0; i < n_fields; i++)
    {
      QuadFieldEditor *editor = quad_field_editor_new (quad_record_get_schema (values), fields[i],
                                                       &self->currency);

      quad_field_editor_add_to (editor, self->group);
      quad_field_editor_load (editor, values);
      g_ptr_array_add (self->editors, editor);
    }
}

/**
 * quad_record_dialog_on_save:
 * @failure: the heading when it cannot be saved
 * @destroy: (nullable): of @user_data
 */
void
quad_record_dialog_on_save (QuadRecordDialog   *self,
                            const char         *failure,
                            QuadRecordSaveFunc  save,
                            gpointer            user_data,
                            GDestroyNotify      destroy)
{
  g_return_if_fail (QUAD_IS_RECORD_DIALOG (self));
  g_return_if_fail (self->save == NULL);

  self->failure = g_strdup (failure);
  self->save = save;
  self->user_data = user_data;
  self->destroy = destroy;
}

/**
 * quad_record_dialog_on_delete:
 * @label: of the button
 * @remove: gets the user data of quad_record_dialog_on_save()
 */
void
quad_record_dialog_on_delete (QuadRecordDialog     *self,
                              const char           *label,
                              QuadRecordDeleteFunc  remove)
{
  g_return_if_fail (QUAD_IS_RECORD_DIALOG (self));

  self->remove = remove;
  gtk_button_set_label (self->delete_button, label);
  gtk_widget_set_visible (GTK_WIDGET (self->delete_button), TRUE);
}
