/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-window"

#include "quad-window-private.h"

#include "quad-backup.h"
#include "quad-dialogs.h"
#include "quad-file-job.h"
#include "quad-i18n.h"
#include "quad-restore-dialog.h"

/* Copies of the book: made when a person asks for one and once a day, and put back in its place. */

static void
written_cb (GtkWindow  *window,
            const char *path)
{
  g_autofree char *shown = g_filename_display_basename (path);
  /* Translators: %s is the name of a file */
  g_autofree char *title = g_strdup_printf (_("Backed up to %s"), shown);

  quad_window_add_toast (QUAD_WINDOW (window), title);
}

static void
back_up_path (QuadWindow *self,
              const char *path)
{
  if (self->book != NULL && quad_window_save_pending (self))
    quad_file_job_back_up (GTK_WINDOW (self), self->book, path, written_cb);
}

static void
back_up_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  QuadWindow *self = QUAD_WINDOW (widget);
  g_autofree char *book_name = quad_book_dup_name (self->book);
  g_autofree char *day = quad_date_to_iso (quad_book_get_today (self->book));
  g_autofree char *proposed = g_strdup_printf ("%s %s.quadrille", book_name, day);
  GtkFileChooser *chooser = quad_window_make_chooser (self, _("Back Up the Book"),
                                                      GTK_FILE_CHOOSER_ACTION_SAVE, back_up_path);

  gtk_file_chooser_set_current_name (chooser, proposed);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
back_up_to_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  back_up_path (QUAD_WINDOW (widget), g_variant_get_bytestring (parameter));
}

static void
moved_response_cb (QuadWindow *self,
                   const char *response)
{
  if (g_str_equal (response, "back-up"))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.back-up", NULL);
}

/* After a change: says once that it did not come to the file of the book's name, as somebody moved
 * or deleted that. */
void
quad_window_check_file (QuadWindow *self)
{
  g_autofree char *shown = NULL;
  AdwMessageDialog *dialog;

  if (self->knows_file_moved || !quad_book_has_moved (self->book))
    return;

  self->knows_file_moved = TRUE;
  shown = g_filename_display_basename (quad_book_get_path (self->book));
  dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (GTK_WINDOW (self),
                                                       _("The File of the Book Is Gone"), NULL));
  adw_message_dialog_format_body (dialog,
                                  /* Translators: %s is the name of a file */
                                  _("“%s” was moved, replaced or deleted while it was open. What "
                                    "you do from now on may be lost with it: back up the book, and "
                                    "go on with the copy."), shown);
  adw_message_dialog_add_responses (dialog, "close", _("_Close"),
                                    "back-up", _("_Back Up…"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "back-up", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "back-up");
  adw_message_dialog_set_close_response (dialog, "close");
  g_signal_connect_object (dialog, "response", G_CALLBACK (moved_response_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* The book is closed meanwhile, and open again in any case, whichever of the two it is then. */
static void
restore_path (QuadWindow *self,
              const char *from)
{
  g_autofree char *path = g_strdup (self->wanted_path);
  g_autofree char *copy = g_strdup (from);
  g_autofree char *kept = NULL;
  g_autofree char *title = NULL;
  g_autoptr (GError) error = NULL;
  gboolean good;

  if (path == NULL || !quad_window_close_book (self))
    return;
  good = quad_backup_restore (path, copy, &kept, &error);
  quad_window_open_book (self, path, 0);
  if (!good)
    {
      quad_dialog_show_error (GTK_WIDGET (self), _("Nothing Was Restored"), error);
      return;
    }
  if (kept != NULL)
    {
      g_autofree char *base = g_path_get_basename (kept);
      g_autofree char *shown = g_filename_display_name (base);

      /* Translators: %s is the name of a file */
      title = g_strdup_printf (_("Restored. The book before is kept as %s"), shown);
    }
  quad_window_add_toast (self, title != NULL ? title : _("Restored"));
}

static void
restore_cb (QuadWindow *self,
            const char *path)
{
  restore_path (self, path);
}

static void
other_cb (QuadWindow *self)
{
  GtkFileChooser *chooser = quad_window_make_chooser (self, _("Restore a Backup"),
                                                      GTK_FILE_CHOOSER_ACTION_OPEN, restore_path);

  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
restore_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  QuadWindow *self = QUAD_WINDOW (widget);
  QuadDate today = self->book != NULL ? quad_book_get_today (self->book) : quad_date_today ();
  GtkWindow *dialog;

  if (self->wanted_path == NULL)
    return;
  dialog = quad_restore_dialog_new (GTK_WINDOW (self), self->wanted_path, today);
  g_signal_connect_object (dialog, "restore", G_CALLBACK (restore_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog, "other", G_CALLBACK (other_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (dialog);
}

static void
restore_from_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  restore_path (QUAD_WINDOW (widget), g_variant_get_bytestring (parameter));
}

static void
daily_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  QuadBook *book = QUAD_BOOK (source);
  g_autoptr (QuadWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *title = NULL;

  if (quad_book_back_up_daily_finish (book, result, &error)
      || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->book != book)
    return;
  /* Translators: %s is a sentence that says why */
  title = g_strdup_printf (_("Today's copy of the book was not made. %s"), error->message);
  quad_window_add_toast (self, title);
}

/* Makes the copy of the day, in the background. */
void
quad_window_back_up_daily (QuadWindow *self)
{
  quad_book_back_up_daily_async (self->book, daily_cb, g_object_ref (self));
}

/* Offers the newest copy where the book cannot be opened. */
void
quad_window_offer_backup (QuadWindow   *self,
                          const GError *error)
{
  g_autoptr (GPtrArray) backups = quad_backup_list (self->wanted_path);
  gboolean helps = backups->len > 0
                   && (g_error_matches (error, QUAD_ERROR, QUAD_ERROR_CORRUPT)
                       || g_error_matches (error, QUAD_ERROR, QUAD_ERROR_NOT_FOUND)
                       || g_error_matches (error, QUAD_ERROR, QUAD_ERROR_INVALID_INPUT));

  gtk_widget_set_visible (self->restore_button, helps);
  if (helps)
    {
      g_autofree char *day = NULL;
      g_autofree char *label = NULL;

      day = quad_date_format (((QuadBackup *) backups->pdata[0])->day, QUAD_DATE_STYLE_FULL,
                              quad_date_today ());
      /* Translators: %s is a day */
      label = g_strdup_printf (_("Restore the Copy of %s…"), day);
      gtk_button_set_label (GTK_BUTTON (self->restore_button), label);
    }
}

void
quad_window_backup_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.back-up", NULL, back_up_action);
  gtk_widget_class_install_action (widget_class, "win.back-up-to", "ay", back_up_to_action);
  gtk_widget_class_install_action (widget_class, "win.restore", NULL, restore_action);
  gtk_widget_class_install_action (widget_class, "win.restore-from", "ay", restore_from_action);
}
