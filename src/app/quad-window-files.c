/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-window"

#include "quad-window-private.h"

#include "quad-book-json.h"
#include "quad-dialogs.h"
#include "quad-i18n.h"
#include "quad-import-draft.h"
#include "quad-print.h"

/* What comes in and goes out: books, lists, charts, paper. */

/* GtkFileChooserNative must be kept until it answers; there is one at a time. */
static void
chooser_response_cb (GtkNativeDialog *dialog,
                     int              response,
                     gpointer         user_data)
{
  QuadWindow *self = user_data;
  QuadFileChosen chosen = (QuadFileChosen) g_object_get_data (G_OBJECT (dialog), "chosen");
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  g_autoptr (GtkFileChooserNative) keep = g_steal_pointer (&self->chooser);

  if (response == GTK_RESPONSE_ACCEPT && file != NULL && g_file_peek_path (file) != NULL)
    chosen (self, g_file_peek_path (file));
}

/* Returns: (transfer none): a dialog that calls @chosen with a file of this computer */
GtkFileChooser *
quad_window_make_chooser (QuadWindow           *self,
                          const char           *title,
                          GtkFileChooserAction  action,
                          QuadFileChosen        chosen)
{
  g_clear_object (&self->chooser);
  self->chooser = gtk_file_chooser_native_new (title, GTK_WINDOW (self), action, NULL, NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  g_object_set_data (G_OBJECT (self->chooser), "chosen", (gpointer) chosen);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (chooser_response_cb), self, 0);
  return GTK_FILE_CHOOSER (self->chooser);
}

void
quad_window_add_filter (GtkFileChooser    *chooser,
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

void
quad_window_say_imported (QuadWindow *self,
                          guint       created,
                          guint       updated,
                          guint       unchanged)
{
  g_autofree char *made = NULL;
  g_autofree char *changed = NULL;
  g_autofree char *title = NULL;
  GVariant *plays;

  quad_window_update (self);
  if (created == 0 && updated == 0)
    {
      quad_window_add_toast (self, _("Everything in this list was already here"));
      return;
    }
  made = g_strdup_printf (ngettext ("%u account imported", "%u accounts imported", created),
                          created);
  changed = g_strdup_printf (ngettext ("%u account updated", "%u accounts updated", updated),
                             updated);
  if (updated == 0)
    title = g_strdup (made);
  else if (created == 0)
    title = g_strdup (changed);
  else
    /* Translators: number of imported accounts, number of updated accounts */
    title = g_strdup_printf (_("%s, %s"), made, changed);
  plays = quad_window_pack_playless (self, self->newest_before_import);
  quad_window_add_undo_toast (self, title, plays != NULL ? _("_Add Their Plays") : NULL,
                              "win.give-plays", plays);
}

static void
import_path (QuadWindow *self,
             const char *path)
{
  if (self->book == NULL || quad_book_is_read_only (self->book)
      || !quad_window_save_pending (self))
    return;
  if (quad_book_json_detect (path))
    {
      quad_window_import_book (self, path);
      return;
    }
  quad_window_present_import (self, quad_import_draft_new (self->book, path));
}

/* A book that is chosen among lists is meant to be opened. */
static void
open_path (QuadWindow *self,
           const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);

  quad_window_open_file (self, file);
}

static void
import_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  static const char *const lists[] = { "csv", "tsv", "tab", "txt", "xlsx", "xlsm", "vcf", NULL };
  static const char *const whole_books[] = { "json", NULL };
  GtkFileChooser *chooser =
    quad_window_make_chooser (QUAD_WINDOW (widget), _("Import a List"),
                              GTK_FILE_CHOOSER_ACTION_OPEN, open_path);

  quad_window_add_filter (chooser, _("Lists (CSV, Spreadsheet, vCard)"), lists);
  quad_window_add_filter (chooser, _("Whole Books (JSON)"), whole_books);
  add_filter_for_all (chooser);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
import_file_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  import_path (QUAD_WINDOW (widget), g_variant_get_bytestring (parameter));
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
  GtkFileChooser *chooser =
    quad_window_make_chooser (QUAD_WINDOW (widget), _("Open a Book"), GTK_FILE_CHOOSER_ACTION_OPEN,
                              open_book_path);

  quad_window_add_filter (chooser, _("Books"), books);
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

static gboolean
is_database (GFile *file)
{
  g_autoptr (GFileInputStream) stream = NULL;
  char head[16] = { 0 };
  gsize n_read = 0;

  /* A FIFO would wait for a writer. */
  if (g_file_query_file_type (file, G_FILE_QUERY_INFO_NONE, NULL) != G_FILE_TYPE_REGULAR)
    return FALSE;
  stream = g_file_read (file, NULL, NULL);
  return stream != NULL
         && g_input_stream_read_all (G_INPUT_STREAM (stream), head, sizeof head, &n_read, NULL,
                                     NULL)
         && n_read == sizeof head && memcmp (head, "SQLite format 3", 16) == 0;
}

static gboolean
drop_cb (QuadWindow   *self,
         const GValue *value)
{
  GSList *files = g_value_get_boxed (value);

  if (files == NULL)
    return FALSE;
  quad_window_open_file (self, files->data);
  return TRUE;
}

void
quad_window_files_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.import", NULL, import_action);
  gtk_widget_class_install_action (widget_class, "win.import-file", "ay", import_file_action);
  gtk_widget_class_install_action (widget_class, "win.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "win.open-book", NULL, open_book_action);
  gtk_widget_class_install_action (widget_class, "win.try-again", NULL, try_again_action);
}

void
quad_window_files_init (QuadWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect_swapped (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->main_box), GTK_EVENT_CONTROLLER (target));
}

/**
 * quad_window_open_file:
 * @file: a book, which is opened, or a list, which is imported
 *
 * Does with a file what was meant by handing it to the program.
 */
void
quad_window_open_file (QuadWindow *self,
                       GFile      *file)
{
  const char *path;

  g_return_if_fail (QUAD_IS_WINDOW (self));

  path = g_file_peek_path (file);
  if (path == NULL)
    {
      g_autoptr (GError) error =
        g_error_new_literal (QUAD_ERROR, QUAD_ERROR_NOT_FOUND,
                             _("Only files on this computer can be opened."));

      quad_dialog_show_error (GTK_WIDGET (self), _("The File Cannot Be Opened"), error);
    }
  else if (is_database (file))
    {
      quad_window_open_book (self, path, 0);
    }
  else
    {
      import_path (self, path);
    }
}
