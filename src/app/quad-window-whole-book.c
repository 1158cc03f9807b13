/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-window"

#include "quad-window-private.h"

#include <glib/gstdio.h>

#include "quad-background.h"
#include "quad-book-json.h"
#include "quad-dialogs.h"
#include "quad-i18n.h"

/*
 * A whole book that comes as a file: into the open book where that is empty, otherwise into a new
 * one. A thread does it, with a book of its own; the one that takes something in is closed here
 * meanwhile, as only one writes to a book.
 */

typedef struct
{
  char *from;
  char *to;
} Job;

static Job *
job_new (const char *from,
         const char *to)
{
  Job *job = g_new (Job, 1);

  job->from = g_strdup (from);
  job->to = g_strdup (to);
  return job;
}

static void
free_job (gpointer data)
{
  Job *job = data;

  g_free (job->from);
  g_free (job->to);
  g_free (job);
}

/* Whether this is to hold the whole book. */
gboolean
quad_window_is_whole_book (const char *path)
{
  g_autofree char *lower = g_ascii_strdown (path, -1);

  return g_str_has_suffix (lower, ".json");
}

static gboolean
import_work (gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  Job *job = data;
  gboolean is_new = !g_file_test (job->to, G_FILE_TEST_EXISTS);
  g_autoptr (QuadBook) book = quad_book_open (job->to, QUAD_BOOK_CREATE, error);
  gboolean done;

  if (book == NULL)
    return FALSE;
  done = quad_book_json_import (book, job->from, cancellable, error);
  quad_book_close (book);
  /* Nothing is left of a try. */
  if (!done && is_new)
    g_unlink (job->to);
  return done;
}

static void
imported (gpointer      data,
          GtkWindow    *window,
          const GError *error)
{
  QuadWindow *self = QUAD_WINDOW (window);
  Job *job = data;
  guint n_accounts;
  g_autofree char *title = NULL;

  if (error != NULL)
    {
      if (self->book == NULL)
        quad_window_open_book (self, self->wanted_path, 0);
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        quad_dialog_show_error (GTK_WIDGET (window), _("The Book Was Not Imported"), error);
      return;
    }
  if (!quad_window_open_book (self, job->to, 0))
    return;
  n_accounts = quad_item_list_get_size (quad_book_get_accounts (self->book));
  title = g_strdup_printf (ngettext ("%u account imported", "%u accounts imported", n_accounts),
                           n_accounts);
  quad_window_add_undo_toast (self, title, NULL, NULL, NULL);
}

static const QuadBackgroundJob import_job = {
  N_("Importing the Book…"), import_work, imported, free_job,
};

static void
new_book_path (QuadWindow *self,
               const char *path)
{
  g_autofree char *from = g_steal_pointer (&self->whole_book);

  if (from != NULL)
    quad_background_run (GTK_WINDOW (self), &import_job, job_new (from, path));
}

static void
response_cb (QuadWindow *self,
             const char *response)
{
  g_autofree char *name = NULL;
  g_autofree char *proposed = NULL;
  GtkFileChooser *chooser;
  char *dot;

  if (!g_str_equal (response, "choose") || self->whole_book == NULL)
    return;
  name = g_path_get_basename (self->whole_book);
  dot = strrchr (name, '.');
  if (dot != NULL && dot != name)
    *dot = '\0';
  proposed = g_strconcat (name, ".quadrille", NULL);
  chooser = quad_window_make_chooser (self, _("New Book"), GTK_FILE_CHOOSER_ACTION_SAVE,
                                      new_book_path);
  gtk_file_chooser_set_current_name (chooser, proposed);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
offer_new_book (QuadWindow *self,
                const char *path)
{
  g_autofree char *shown = g_filename_display_basename (path);
  AdwMessageDialog *dialog =
    ADW_MESSAGE_DIALOG (adw_message_dialog_new (GTK_WINDOW (self), _("Import Into a New Book?"),
                                                NULL));

  g_free (self->whole_book);
  self->whole_book = g_strdup (path);
  adw_message_dialog_format_body (dialog,
                                  /* Translators: %s is the name of a file */
                                  _("“%s” holds a whole book, and this book has accounts already. "
                                    "A new book can be made of it and opened; this one stays as it "
                                    "is."), shown);
  adw_message_dialog_add_responses (dialog, "cancel", _("_Cancel"),
                                    "choose", _("Choose a _Place…"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "choose", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "choose");
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (response_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
import_book_to_action (GtkWidget  *widget,
                       const char *name,
                       GVariant   *parameter)
{
  new_book_path (QUAD_WINDOW (widget), g_variant_get_bytestring (parameter));
}

/* Takes the JSON file at @path, which the window was told to import. */
void
quad_window_import_book (QuadWindow *self,
                         const char *path)
{
  g_autofree char *to = g_strdup (quad_book_get_path (self->book));

  if (quad_item_list_get_size (quad_book_get_accounts (self->book)) > 0)
    offer_new_book (self, path);
  else if (!quad_background_is_busy (GTK_WINDOW (self)) && quad_window_close_book (self))
    quad_background_run (GTK_WINDOW (self), &import_job, job_new (path, to));
}

void
quad_window_whole_book_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.import-book-to", "ay",
                                   import_book_to_action);
}
