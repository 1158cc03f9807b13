/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-window"

#include "quad-window-private.h"

#include <glib/gstdio.h>

#include "quad-book-json.h"
#include "quad-dialogs.h"
#include "quad-i18n.h"

/* A whole book that comes in: into the open one where that is empty, otherwise into a new one. */

static void
say_not_imported (QuadWindow   *self,
                  const GError *error)
{
  quad_dialog_show_error (GTK_WIDGET (self), _("The Book Was Not Imported"), error);
}

static void
say_imported (QuadWindow *self)
{
  guint n_accounts = quad_item_list_get_size (quad_book_get_accounts (self->book));
  g_autofree char *title = NULL;

  title = g_strdup_printf (ngettext ("%u account imported", "%u accounts imported", n_accounts),
                           n_accounts);
  quad_window_add_undo_toast (self, title, NULL, NULL, NULL);
}

static gboolean
import_new (const char  *from,
            const char  *path,
            GError     **error)
{
  gboolean is_new = !g_file_test (path, G_FILE_TEST_EXISTS);
  g_autoptr (QuadBook) book = quad_book_open (path, QUAD_BOOK_CREATE, error);
  gboolean done;

  if (book == NULL)
    return FALSE;
  done = quad_book_json_import (book, from, error);
  quad_book_close (book);
  /* Nothing is left of a try. */
  if (!done && is_new)
    g_unlink (path);
  return done;
}

static void
new_book_path (QuadWindow *self,
               const char *path)
{
  g_autofree char *from = g_steal_pointer (&self->whole_book);
  g_autoptr (GError) error = NULL;

  if (from == NULL)
    return;
  if (!import_new (from, path, &error))
    say_not_imported (self, error);
  else if (quad_window_open_book (self, path, 0))
    say_imported (self);
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
  g_autoptr (GError) error = NULL;

  if (quad_item_list_get_size (quad_book_get_accounts (self->book)) > 0)
    offer_new_book (self, path);
  else if (quad_book_json_import (self->book, path, &error))
    say_imported (self);
  else
    say_not_imported (self, error);
}

void
quad_window_whole_book_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.import-book-to", "ay",
                                   import_book_to_action);
}
