/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-edit-dialog"

#include "quad-edit-dialog.h"

#include "quad-i18n.h"

typedef struct
{
  /* template widgets */
  AdwPreferencesPage *page;
  GtkWidget          *save_button;

  /* owned */
  QuadFieldEditor *first;       /* nullable: where one begins to type */

  /* plain */
  gboolean answered;
} QuadEditDialogPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (QuadEditDialog, quad_edit_dialog, ADW_TYPE_WINDOW)

static void
close_answered (QuadEditDialog *self)
{
  QuadEditDialogPrivate *priv = quad_edit_dialog_get_instance_private (self);

  priv->answered = TRUE;
  gtk_window_close (GTK_WINDOW (self));
}

static void
save (QuadEditDialog *self)
{
  if (QUAD_EDIT_DIALOG_GET_CLASS (self)->save (self))
    close_answered (self);
}

static void
save_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  save (QUAD_EDIT_DIALOG (widget));
}

static gboolean
discard_cb (gpointer user_data)
{
  close_answered (user_data);
  return G_SOURCE_REMOVE;
}

static gboolean
save_cb (gpointer user_data)
{
  save (user_data);
  return G_SOURCE_REMOVE;
}

/* The question is still on its way out: its parent must not go before it. */
static void
discard_answered_cb (QuadEditDialog *self,
                     const char     *response)
{
  if (g_strcmp0 (response, "discard") == 0)
    g_idle_add_full (G_PRIORITY_DEFAULT, discard_cb, g_object_ref (self), g_object_unref);
  else if (g_strcmp0 (response, "save") == 0)
    g_idle_add_full (G_PRIORITY_DEFAULT, save_cb, g_object_ref (self), g_object_unref);
}

static void
ask_to_discard (QuadEditDialog *self)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), _("Save Changes?"),
                                              _("What you changed is not saved yet."));

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog),
                                    "cancel", _("_Cancel"),
                                    "discard", _("_Discard"),
                                    "save", _("_Save"),
                                    NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "discard",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "save",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "save");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (discard_answered_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static gboolean
quad_edit_dialog_close_request (GtkWindow *window)
{
  QuadEditDialog *self = QUAD_EDIT_DIALOG (window);
  QuadEditDialogPrivate *priv = quad_edit_dialog_get_instance_private (self);

  if (!priv->answered && QUAD_EDIT_DIALOG_GET_CLASS (self)->is_changed (self))
    {
      ask_to_discard (self);
      return GDK_EVENT_STOP;
    }
  return GTK_WINDOW_CLASS (quad_edit_dialog_parent_class)->close_request (window);
}

/* One can type at once. */
static void
quad_edit_dialog_map (GtkWidget *widget)
{
  QuadEditDialogPrivate *priv = quad_edit_dialog_get_instance_private (QUAD_EDIT_DIALOG (widget));

  GTK_WIDGET_CLASS (quad_edit_dialog_parent_class)->map (widget);
  if (priv->first != NULL)
    quad_field_editor_focus (priv->first);
}

static void
quad_edit_dialog_dispose (GObject *object)
{
  QuadEditDialogPrivate *priv = quad_edit_dialog_get_instance_private (QUAD_EDIT_DIALOG (object));

  g_clear_object (&priv->first);

  G_OBJECT_CLASS (quad_edit_dialog_parent_class)->dispose (object);
}

static void
quad_edit_dialog_class_init (QuadEditDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = quad_edit_dialog_dispose;
  widget_class->map = quad_edit_dialog_map;
  GTK_WINDOW_CLASS (klass)->close_request = quad_edit_dialog_close_request;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/app/quadrille/Quadrille/quad-edit-dialog.ui");
  gtk_widget_class_bind_template_child_private (widget_class, QuadEditDialog, page);
  gtk_widget_class_bind_template_child_private (widget_class, QuadEditDialog, save_button);
  gtk_widget_class_install_action (widget_class, "dialog.save", NULL, save_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "dialog.save",
                                       NULL);
}

static void
quad_edit_dialog_init (QuadEditDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * quad_edit_dialog_add_group:
 * @title: (nullable): plain text
 *
 * Returns: (transfer none): a new group at the end of the page
 */
AdwPreferencesGroup *
quad_edit_dialog_add_group (QuadEditDialog *self,
                            const char     *title)
{
  QuadEditDialogPrivate *priv = quad_edit_dialog_get_instance_private (self);
  GtkWidget *group = adw_preferences_group_new ();

  g_return_val_if_fail (QUAD_IS_EDIT_DIALOG (self), NULL);

  if (title != NULL)
    {
      g_autofree char *escaped = g_markup_escape_text (title, -1);

      adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), escaped);
    }
  adw_preferences_page_add (priv->page, ADW_PREFERENCES_GROUP (group));
  return ADW_PREFERENCES_GROUP (group);
}

/**
 * quad_edit_dialog_add_number:
 * @lower: the least whole number
 * @upper: the largest
 *
 * Returns: (transfer none): what chooses the number, in a new row of the group
 */
GtkSpinButton *
quad_edit_dialog_add_number (QuadEditDialog      *self,
                             AdwPreferencesGroup *group,
                             const char          *title,
                             guint                lower,
                             guint                upper)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *spin = gtk_spin_button_new_with_range (lower, upper, 1);

  g_return_val_if_fail (QUAD_IS_EDIT_DIALOG (self), NULL);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_spin_button_set_numeric (GTK_SPIN_BUTTON (spin), TRUE);
  gtk_widget_set_valign (spin, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (spin), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), spin);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), spin);
  adw_preferences_group_add (group, row);
  return GTK_SPIN_BUTTON (spin);
}

/**
 * quad_edit_dialog_set_first:
 * @editor: has the focus when the dialog opens
 */
void
quad_edit_dialog_set_first (QuadEditDialog  *self,
                            QuadFieldEditor *editor)
{
  QuadEditDialogPrivate *priv = quad_edit_dialog_get_instance_private (self);

  g_return_if_fail (QUAD_IS_EDIT_DIALOG (self));

  g_set_object (&priv->first, editor);
}
