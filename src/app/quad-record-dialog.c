/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-record-dialog"

#include "quad-record-dialog.h"

#include "quad-dialogs.h"

struct _QuadRecordDialog
{
  QuadEditDialog parent_instance;

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
  gboolean              deleted;
};

G_DEFINE_FINAL_TYPE (QuadRecordDialog, quad_record_dialog, QUAD_TYPE_EDIT_DIALOG)

/* All fields must be read, so that each faulty one says what is wrong with it. */
static QuadRecord *
read_all (QuadRecordDialog  *self,
          QuadFieldEditor  **first_fault)
{
  QuadRecord *values = quad_record_new (quad_record_get_schema (self->before));

  *first_fault = NULL;
  for (guint i = 0; i < self->editors->len; i++)
    if (!quad_field_editor_read (self->editors->pdata[i], values) && *first_fault == NULL)
      *first_fault = self->editors->pdata[i];
  return values;
}

static void
drop_unchanged (QuadRecordDialog *self,
                QuadRecord       *values)
{
  for (guint i = 0; i < self->editors->len; i++)
    {
      guint field = quad_field_editor_get_field (self->editors->pdata[i]);

      if (quad_record_has (values, field) && !quad_record_differs (values, self->before, field))
        quad_record_unset (values, field);
    }
}

static gboolean
quad_record_dialog_is_changed (QuadEditDialog *dialog)
{
  QuadRecordDialog *self = QUAD_RECORD_DIALOG (dialog);
  QuadFieldEditor *fault;
  g_autoptr (QuadRecord) values = read_all (self, &fault);

  /* An empty title is a fault, and nothing that would be lost. */
  drop_unchanged (self, values);
  return !self->deleted && !quad_record_is_empty (values);
}

static gboolean
quad_record_dialog_save (QuadEditDialog *dialog)
{
  QuadRecordDialog *self = QUAD_RECORD_DIALOG (dialog);
  QuadFieldEditor *fault;
  g_autoptr (QuadRecord) values = read_all (self, &fault);
  g_autoptr (GError) error = NULL;

  if (fault != NULL)
    {
      quad_field_editor_focus (fault);
      return FALSE;
    }
  if (!self->is_new)
    drop_unchanged (self, values);
  if (quad_record_is_empty (values) || self->save (values, self->user_data, &error))
    return TRUE;
  quad_dialog_show_error (GTK_WIDGET (self), self->failure, error);
  return FALSE;
}

static void
delete_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  QuadRecordDialog *self = QUAD_RECORD_DIALOG (widget);
  g_autoptr (GError) error = NULL;

  self->deleted = self->remove (self->user_data, &error);
  if (self->deleted)
    gtk_window_close (GTK_WINDOW (self));
  else
    quad_dialog_show_error (widget, self->failure, error);
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
  G_OBJECT_CLASS (klass)->dispose = quad_record_dialog_dispose;
  QUAD_EDIT_DIALOG_CLASS (klass)->is_changed = quad_record_dialog_is_changed;
  QUAD_EDIT_DIALOG_CLASS (klass)->save = quad_record_dialog_save;

  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "dialog.delete", NULL, delete_action);
}

static void
quad_record_dialog_init (QuadRecordDialog *self)
{
  self->editors = g_ptr_array_new_with_free_func (g_object_unref);
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
  gtk_window_set_default_size (GTK_WINDOW (self), 440, -1);
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
  AdwPreferencesGroup *group;

  g_return_if_fail (QUAD_IS_RECORD_DIALOG (self));
  g_return_if_fail (self->before == NULL);

  group = quad_edit_dialog_add_group (QUAD_EDIT_DIALOG (self), NULL);
  self->before = quad_record_copy (values);
  self->is_new = is_new;
  for (guint i = 0; i < n_fields; i++)
    {
      QuadFieldEditor *editor = quad_field_editor_new (quad_record_get_schema (values), fields[i],
                                                       &self->currency);

      quad_field_editor_add_to (editor, group);
      quad_field_editor_load (editor, values);
      g_ptr_array_add (self->editors, editor);
    }
  quad_edit_dialog_set_first (QUAD_EDIT_DIALOG (self), self->editors->pdata[0]);
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
  GtkWidget *button = gtk_button_new_with_label (label);

  g_return_if_fail (QUAD_IS_RECORD_DIALOG (self));

  self->remove = remove;
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "destructive-action");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "dialog.delete");
  adw_preferences_group_add (quad_edit_dialog_add_group (QUAD_EDIT_DIALOG (self), NULL), button);
}
