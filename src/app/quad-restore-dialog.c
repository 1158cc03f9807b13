/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-restore-dialog"

#include "quad-restore-dialog.h"

#include "quad-backup.h"
#include "quad-i18n.h"

struct _QuadRestoreDialog
{
  AdwMessageDialog parent_instance;

  /* template widgets */
  GtkWidget  *scrolled;
  GtkListBox *list;

  /* owned */
  GPtrArray *backups;

  /* borrowed */
  GtkCheckButton *first;

  /* plain */
  guint chosen;
};

enum
{
  SIGNAL_RESTORE,
  SIGNAL_OTHER,
  N_SIGNALS,
};

G_DEFINE_FINAL_TYPE (QuadRestoreDialog, quad_restore_dialog, ADW_TYPE_MESSAGE_DIALOG)

static guint signals[N_SIGNALS];

static void
toggled_cb (QuadRestoreDialog *self,
            GtkCheckButton    *button)
{
  if (gtk_check_button_get_active (button))
    self->chosen = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "index"));
}

static char *
describe_age (QuadDate day,
              QuadDate today)
{
  guint days = today > day ? today - day : 0;

  if (days == 0)
    return g_strdup (_("Today, before the first change"));
  return g_strdup_printf (ngettext ("%u day ago", "%u days ago", days), days);
}

static void
add_row (QuadRestoreDialog *self,
         guint              index,
         QuadDate           today)
{
  const QuadBackup *backup = self->backups->pdata[index];
  g_autofree char *title = quad_date_format (backup->day, QUAD_DATE_STYLE_FULL, today);
  g_autofree char *subtitle = describe_age (backup->day, today);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_check_button_new ();

  if (self->first != NULL)
    gtk_check_button_set_group (GTK_CHECK_BUTTON (button), self->first);
  else
    self->first = GTK_CHECK_BUTTON (button);
  g_object_set_data (G_OBJECT (button), "index", GUINT_TO_POINTER (index));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (button), index == 0);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);
  g_signal_connect_object (button, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  gtk_list_box_append (self->list, row);
}

static void
response_cb (QuadRestoreDialog *self,
             const char        *response)
{
  if (g_str_equal (response, "restore") && self->chosen < self->backups->len)
    g_signal_emit (self, signals[SIGNAL_RESTORE], 0,
                   ((QuadBackup *) self->backups->pdata[self->chosen])->path);
  else if (g_str_equal (response, "other"))
    g_signal_emit (self, signals[SIGNAL_OTHER], 0);
}

static void
quad_restore_dialog_dispose (GObject *object)
{
  QuadRestoreDialog *self = QUAD_RESTORE_DIALOG (object);

  g_clear_pointer (&self->backups, g_ptr_array_unref);

  G_OBJECT_CLASS (quad_restore_dialog_parent_class)->dispose (object);
}

static void
quad_restore_dialog_class_init (QuadRestoreDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = quad_restore_dialog_dispose;

  /**
   * QuadRestoreDialog::restore:
   * @path: of the copy that was chosen
   */
  signals[SIGNAL_RESTORE] = g_signal_new ("restore", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  /**
   * QuadRestoreDialog::other:
   *
   * A file is to be chosen that is none of the daily copies.
   */
  signals[SIGNAL_OTHER] = g_signal_new ("other", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/app/quadrille/Quadrille/quad-restore-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, QuadRestoreDialog, scrolled);
  gtk_widget_class_bind_template_child (widget_class, QuadRestoreDialog, list);
  gtk_widget_class_bind_template_callback (widget_class, response_cb);
}

static void
quad_restore_dialog_init (QuadRestoreDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * quad_restore_dialog_new:
 * @parent: the window that it stands before
 * @book_path: of the book; it may be damaged or gone
 * @today: to say how old a copy is
 *
 * Returns: (transfer none): the dialog, not on screen yet
 */
GtkWindow *
quad_restore_dialog_new (GtkWindow  *parent,
                         const char *book_path,
                         QuadDate    today)
{
  QuadRestoreDialog *self = g_object_new (QUAD_TYPE_RESTORE_DIALOG, "transient-for", parent, NULL);
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (self);

  self->backups = quad_backup_list (book_path);
  for (guint i = 0; i < self->backups->len; i++)
    add_row (self, i, today);
  gtk_widget_set_visible (self->scrolled, self->backups->len > 0);
  adw_message_dialog_set_response_enabled (dialog, "restore", self->backups->len > 0);
  if (self->backups->len == 0)
    adw_message_dialog_set_body (dialog, _("There are no daily copies beside this book yet. "
                                           "Choose a copy that you made yourself."));
  return GTK_WINDOW (self);
}
