/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-window"

#include "quad-window-private.h"

#include "quad-dialogs.h"
#include "quad-i18n.h"
#include "quad-print.h"

/* What comes in and goes out: books, lists, charts, paper. */

typedef void (*FileChosen) (QuadWindow *self,
                            const char *path);

/* GtkFileChooserNative must be kept until it answers; there is one at a time. */
static void
chooser_response_cb (GtkNativeDialog *dialog,
                     int              response,
                     gpointer         user_data)
{
  QuadWindow *self = user_data;
  FileChosen chosen = (FileChosen) g_object_get_data (G_OBJECT (dialog), "chosen");
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  g_autoptr (GtkFileChooserNative) keep = g_steal_pointer (&self->chooser);

  if (response == GTK_RESPONSE_ACCEPT && file != NULL && g_file_peek_path (file) != NULL)
    chosen (self, g_file_peek_path (file));
}

static GtkFileChooser *
make_chooser (QuadWindow           *self,
              const char           *title,
              GtkFileChooserAction  action,
              FileChosen            chosen)
{
  g_clear_object (&self->chooser);
  self->chooser = gtk_file_chooser_native_new (title, GTK_WINDOW (self), action, NULL, NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  g_object_set_data (G_OBJECT (self->chooser), "chosen", (gpointer) chosen);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (chooser_response_cb), self, 0);
  return GTK_FILE_CHOOSER (self->chooser);
}

static void
add_filter (GtkFileChooser    *chooser,
            const char        *name,
            const char *const *suffixes)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  for (guint i = 0; suffixes[i] != NULL; i++)
    gtk_file_filter_add_suffix (filter, suffixes[i]);
  gtk_file_chooser_add_filter (chooser, filter);
}

static void
add_filter_for_all (GtkFileChooser *chooser)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _("All Files"));
  gtk_file_filter_add_pattern (filter, "*");
  gtk_file_chooser_add_filter (chooser, filter);
}

static void
export_path (QuadWindow *self,
             const char *path)
{
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *shown = g_filename_display_name (base);
  g_autofree char *title = NULL;
  g_autoptr (GError) error = NULL;

  if (self->book == NULL)
    return;
  if (!quad_print_export (self->book, path, &error))
    {
      quad_dialog_show_error (GTK_WIDGET (self), _("The File Was Not Written"), error);
      return;
    }
  /* Translators: %s is the name of a file */
  title = g_strdup_printf (_("Exported to %s"), shown);
  quad_window_add_toast (self, title);
}

static void
export_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  static const char *const pictures[] = { "pdf", "svg", "png", NULL };
  GtkFileChooser *chooser = make_chooser (QUAD_WINDOW (widget), _("Export the Chart or List"),
                                          GTK_FILE_CHOOSER_ACTION_SAVE, export_path);

  add_filter (chooser, _("Chart (PDF, SVG, PNG)"), pictures);
  /* Translators: proposed name of a file; keep the ending */
  gtk_file_chooser_set_current_name (chooser, _("account chart.pdf"));
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
export_to_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  export_path (QUAD_WINDOW (widget), g_variant_get_bytestring (parameter));
}

static void
print_done_cb (QuadWindow              *self,
               GtkPrintOperationResult  result,
               GtkPrintOperation       *operation)
{
  g_autoptr (GError) error = NULL;

  if (result != GTK_PRINT_OPERATION_RESULT_ERROR)
    return;
  gtk_print_operation_get_error (operation, &error);
  if (error != NULL)
    quad_dialog_show_error (GTK_WIDGET (self), _("The Chart Was Not Printed"), error);
}

static void
print_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  QuadWindow *self = QUAD_WINDOW (widget);
  g_autoptr (GtkPrintOperation) operation = quad_print_operation_new (self->book,
                                                                      self->settings);

  g_signal_connect_object (operation, "done", G_CALLBACK (print_done_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_print_operation_set_allow_async (operation, TRUE);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                           GTK_WINDOW (self), NULL);
}

static void
open_book_path (QuadWindow *self,
                const char *path)
{
  quad_window_open_book (self, path, 0);
}

static void
open_book_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  static const char *const books[] = { "quadrille", "db", "sqlite", NULL };
  GtkFileChooser *chooser = make_chooser (QUAD_WINDOW (widget), _("Open a Book"),
                                          GTK_FILE_CHOOSER_ACTION_OPEN, open_book_path);

  add_filter (chooser, _("Books"), books);
  add_filter_for_all (chooser);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
try_again_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  QuadWindow *self = QUAD_WINDOW (widget);
  g_autofree char *path = g_strdup (self->wanted_path);

  if (path != NULL)
    quad_window_open_book (self, path, QUAD_BOOK_CREATE);
}

void
quad_window_files_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.export", NULL, export_action);
  gtk_widget_class_install_action (widget_class, "win.export-to", "ay", export_to_action);
  gtk_widget_class_install_action (widget_class, "win.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "win.open-book", NULL, open_book_action);
  gtk_widget_class_install_action (widget_class, "win.try-again", NULL, try_again_action);
}
