/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-mappings-dialog"

#include "quad-mappings-dialog.h"

#include "quad-dialogs.h"
#include "quad-i18n.h"
#include "quad-import-mapping.h"
#include "quad-toast-overlay.h"

struct _QuadMappingsDialog
{
  AdwWindow parent_instance;

  /* template widgets */
  QuadToastOverlay    *toast_overlay;
  GtkStack            *stack;
  AdwPreferencesGroup *group;

  /* owned */
  QuadBook  *book;
  GPtrArray *rows;      /* borrowed: one for each mapping */
};

enum
{
  SIGNAL_RENAMED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (QuadMappingsDialog, quad_mappings_dialog, ADW_TYPE_WINDOW)

static void
say (QuadMappingsDialog *self,
     const char         *title)
{
  quad_toast_overlay_show (self->toast_overlay, title);
  quad_toast_overlay_add_button (self->toast_overlay, _("_Undo"), "mappings.undo", NULL);
}

static const char *
get_mapping (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), "mapping");
}

static void
rename_cb (QuadMappingsDialog *self,
           AdwEntryRow        *row)
{
  g_autofree char *mapping = g_strdup (get_mapping (GTK_WIDGET (row)));
  g_autofree char *before = quad_import_mapping_dup_name (mapping);
  g_autofree char *name = g_strdup (gtk_editable_get_text (GTK_EDITABLE (row)));
  g_autoptr (GError) error = NULL;

  g_strstrip (name);
  if (g_strcmp0 (before, name) == 0)
    return;
  if (!quad_import_mapping_rename (self->book, mapping, name, &error))
    {
      quad_dialog_show_error (GTK_WIDGET (self), _("The Name Was Not Changed"), error);
      return;
    }
  g_signal_emit (self, signals[SIGNAL_RENAMED], 0, before, name);
  say (self, _("Renamed"));
}

static void
forget_cb (QuadMappingsDialog *self,
           GtkWidget          *button)
{
  GtkWidget *row = gtk_widget_get_ancestor (button, ADW_TYPE_ENTRY_ROW);
  g_autofree char *mapping = g_strdup (get_mapping (row));
  g_autofree char *name = quad_import_mapping_dup_name (mapping);
  g_autoptr (GError) error = NULL;

  if (!quad_import_mapping_forget (self->book, mapping, &error))
    {
      quad_dialog_show_error (GTK_WIDGET (self), _("It Was Not Forgotten"), error);
      return;
    }
  g_signal_emit (self, signals[SIGNAL_RENAMED], 0, name, NULL);
  say (self, _("Forgotten"));
}

static void
undo_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  QuadMappingsDialog *self = QUAD_MAPPINGS_DIALOG (widget);
  g_autoptr (GError) error = NULL;

  quad_toast_overlay_dismiss (self->toast_overlay);
  if (!quad_book_undo (self->book, &error) && error != NULL)
    quad_dialog_show_error (widget, _("Nothing Was Undone"), error);
}

/* One without a name is known by its columns, until it gets one. */
static void
add_row (QuadMappingsDialog *self,
         const char         *mapping)
{
  GtkWidget *row = adw_entry_row_new ();
  GtkWidget *button = gtk_button_new_from_icon_name ("edit-delete-symbolic");
  g_autofree char *name = quad_import_mapping_dup_name (mapping);
  g_autofree char *title = quad_import_mapping_dup_title (mapping);
  g_autofree char *unnamed = NULL;
  g_autofree char *forget = NULL;

  /* Translators: %s are the columns of a list, like "Company, Revenue, Region" */
  unnamed = g_strdup_printf (_("Without a name: %s"), title);
  /* Translators: %s is a name, or the columns of a list */
  forget = g_strdup_printf (_("Forget %s"), title);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name != NULL ? _("Name") : unnamed);
  gtk_editable_set_text (GTK_EDITABLE (row), name != NULL ? name : "");
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (row), TRUE);
  gtk_widget_set_tooltip_text (button, forget);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, forget,
                                  -1);
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (row), button);
  g_object_set_data_full (G_OBJECT (row), "mapping", g_strdup (mapping), g_free);
  g_signal_connect_object (row, "apply", G_CALLBACK (rename_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (button, "clicked", G_CALLBACK (forget_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->group, row);
  g_ptr_array_add (self->rows, row);
}

static void
fill (QuadMappingsDialog *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) mappings = quad_import_mapping_list (self->book, &error);

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->group, self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; mappings != NULL && i < mappings->len; i++)
    add_row (self, mappings->pdata[i]);
  gtk_stack_set_visible_child_name (self->stack, self->rows->len > 0 ? "mappings" : "none");
  if (mappings == NULL)
    quad_dialog_show_error (GTK_WIDGET (self), _("The Remembered Lists Cannot Be Read"), error);
}

static void
quad_mappings_dialog_dispose (GObject *object)
{
  QuadMappingsDialog *self = QUAD_MAPPINGS_DIALOG (object);

  g_clear_object (&self->book);
  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (quad_mappings_dialog_parent_class)->dispose (object);
}

static void
quad_mappings_dialog_class_init (QuadMappingsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = quad_mappings_dialog_dispose;

  /**
   * QuadMappingsDialog::renamed:
   * @before: (nullable): the name of a mapping
   * @now: (nullable): its name now, %NULL when it is forgotten
   */
  signals[SIGNAL_RENAMED] =
    g_signal_new ("renamed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);

  g_type_ensure (QUAD_TYPE_TOAST_OVERLAY);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/app/quadrille/Quadrille/quad-mappings-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, QuadMappingsDialog, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, QuadMappingsDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, QuadMappingsDialog, group);
  gtk_widget_class_install_action (widget_class, "mappings.undo", NULL, undo_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
quad_mappings_dialog_init (QuadMappingsDialog *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * quad_mappings_dialog_new:
 * @parent: the window that it stands before
 * @book: open and writable
 *
 * Returns: (transfer none): the dialog, not on screen yet
 */
GtkWindow *
quad_mappings_dialog_new (GtkWindow *parent,
                          QuadBook  *book)
{
  QuadMappingsDialog *self;

  g_return_val_if_fail (QUAD_IS_BOOK (book), NULL);

  self = g_object_new (QUAD_TYPE_MAPPINGS_DIALOG, "transient-for", parent, "application",
                       gtk_window_get_application (parent), NULL);
  quad_dialog_fit_parent (GTK_WINDOW (self), parent);
  self->book = g_object_ref (book);
  fill (self);
  g_signal_connect_object (book, "changed", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  return GTK_WINDOW (self);
}
