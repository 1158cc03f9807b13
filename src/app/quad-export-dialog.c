/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-export-dialog"

#include "quad-export-dialog.h"

#include "quad-dialogs.h"
#include "quad-export-columns.h"
#include "quad-i18n.h"

struct _QuadExportDialog
{
  AdwWindow parent_instance;

  /* template widgets */
  GtkWidget           *next_button;
  GtkCheckButton      *chart_check;
  GtkCheckButton      *list_check;
  GtkCheckButton      *calendar_check;
  GtkCheckButton      *book_check;
  AdwActionRow        *list_row;
  AdwPreferencesGroup *columns_group;
  GtkWidget           *all_button;

  /* owned */
  GPtrArray *checks;            /* GtkCheckButton: one for each column */
};

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS,
};

G_DEFINE_FINAL_TYPE (QuadExportDialog, quad_export_dialog, ADW_TYPE_WINDOW)

static guint signals[N_SIGNALS];

static QuadExportKind
get_kind (QuadExportDialog *self)
{
  GtkCheckButton *const checks[QUAD_N_EXPORT_KINDS] = {
    [QUAD_EXPORT_KIND_CHART] = self->chart_check,
    [QUAD_EXPORT_KIND_LIST] = self->list_check,
    [QUAD_EXPORT_KIND_CALENDAR] = self->calendar_check,
    [QUAD_EXPORT_KIND_BOOK] = self->book_check,
  };
  guint kind = 0;

  while (kind < QUAD_EXPORT_KIND_BOOK && !gtk_check_button_get_active (checks[kind]))
    kind++;
  return (QuadExportKind) kind;
}

static GPtrArray *
list_columns (QuadExportDialog *self)
{
  GPtrArray *chosen = g_ptr_array_new ();
  guint n_columns;
  const QuadExportColumn *columns = quad_export_get_columns (&n_columns);

  for (guint i = 0; i < self->checks->len; i++)
    if (gtk_check_button_get_active (self->checks->pdata[i]))
      g_ptr_array_add (chosen, (gpointer) &columns[i]);
  return chosen;
}

static void
update_cb (QuadExportDialog *self)
{
  gboolean is_list = get_kind (self) == QUAD_EXPORT_KIND_LIST;
  g_autoptr (GPtrArray) columns = list_columns (self);

  gtk_widget_set_visible (GTK_WIDGET (self->columns_group), is_list);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "export.next", !is_list || columns->len > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "export.choose-all",
                                 columns->len < self->checks->len);
}

static void
add_column (QuadExportDialog       *self,
            const QuadExportColumn *column,
            gboolean                chosen)
{
  const char *label = quad_export_column_get_label (column);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), chosen);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_object (check, "toggled", G_CALLBACK (update_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), label);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  adw_preferences_group_add (self->columns_group, row);
  g_ptr_array_add (self->checks, check);
}

static void
next_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  QuadExportDialog *self = QUAD_EXPORT_DIALOG (widget);
  g_autoptr (GPtrArray) columns = list_columns (self);

  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, get_kind (self), columns);
  gtk_window_close (GTK_WINDOW (self));
}

static void
choose_all_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  QuadExportDialog *self = QUAD_EXPORT_DIALOG (widget);

  for (guint i = 0; i < self->checks->len; i++)
    gtk_check_button_set_active (self->checks->pdata[i], TRUE);
}

static void
quad_export_dialog_dispose (GObject *object)
{
  QuadExportDialog *self = QUAD_EXPORT_DIALOG (object);

  g_clear_pointer (&self->checks, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), QUAD_TYPE_EXPORT_DIALOG);

  G_OBJECT_CLASS (quad_export_dialog_parent_class)->dispose (object);
}

static void
quad_export_dialog_class_init (QuadExportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = quad_export_dialog_dispose;

  /**
   * QuadExportDialog::chosen:
   * @kind: a #QuadExportKind
   * @columns: (element-type QuadExportColumn): of a list; may be none when it is something else
   *
   * It is known what is to be exported; the dialog closes after this.
   */
  signals[SIGNAL_CHOSEN] =
    g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_PTR_ARRAY);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/app/quadrille/Quadrille/quad-export-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, QuadExportDialog, next_button);
  gtk_widget_class_bind_template_child (widget_class, QuadExportDialog, chart_check);
  gtk_widget_class_bind_template_child (widget_class, QuadExportDialog, list_check);
  gtk_widget_class_bind_template_child (widget_class, QuadExportDialog, calendar_check);
  gtk_widget_class_bind_template_child (widget_class, QuadExportDialog, book_check);
  gtk_widget_class_bind_template_child (widget_class, QuadExportDialog, list_row);
  gtk_widget_class_bind_template_child (widget_class, QuadExportDialog, columns_group);
  gtk_widget_class_bind_template_child (widget_class, QuadExportDialog, all_button);
  gtk_widget_class_bind_template_callback (widget_class, update_cb);
  gtk_widget_class_install_action (widget_class, "export.next", NULL, next_action);
  gtk_widget_class_install_action (widget_class, "export.choose-all", NULL, choose_all_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
quad_export_dialog_init (QuadExportDialog *self)
{
  self->checks = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * quad_export_dialog_new:
 * @parent: the window that it stands before
 * @n_shown: accounts that the list shows
 * @columns: (element-type QuadExportColumn): those that are chosen at first
 *
 * Returns: (transfer none): the dialog, not on screen yet
 */
GtkWindow *
quad_export_dialog_new (GtkWindow *parent,
                        guint      n_shown,
                        GPtrArray *columns)
{
  QuadExportDialog *self = g_object_new (QUAD_TYPE_EXPORT_DIALOG, "transient-for", parent, NULL);
  guint n_all;
  const QuadExportColumn *all = quad_export_get_columns (&n_all);
  g_autofree char *subtitle = NULL;

  subtitle = g_strdup_printf (ngettext ("The %u account that the list shows, as spreadsheet or CSV",
                                        "The %u accounts that the list shows, as spreadsheet or "
                                        "CSV", n_shown), n_shown);
  adw_action_row_set_subtitle (self->list_row, subtitle);
  for (guint i = 0; i < n_all; i++)
    add_column (self, &all[i], g_ptr_array_find (columns, &all[i], NULL));
  update_cb (self);
  gtk_window_set_focus (GTK_WINDOW (self), GTK_WIDGET (self->chart_check));
  quad_dialog_fit_parent (GTK_WINDOW (self), parent);
  return GTK_WINDOW (self);
}
