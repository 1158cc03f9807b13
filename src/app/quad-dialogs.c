/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-dialogs"

#include "quad-dialogs.h"

#include <adwaita.h>

#include "quad-i18n.h"

/**
 * quad_dialog_fit_parent:
 * @dialog: not on screen yet
 * @parent: the window that it stands before
 *
 * Makes the dialog no wider than the window: on a phone that is all there is.
 */
void
quad_dialog_fit_parent (GtkWindow *dialog,
                        GtkWindow *parent)
{
  int room = gtk_widget_get_width (GTK_WIDGET (parent));
  int width, height;

  /* One that is not on screen yet will be as wide as it was told. */
  if (room == 0)
    gtk_window_get_default_size (parent, &room, &height);
  gtk_window_get_default_size (dialog, &width, &height);
  if (room > 0 && room < width)
    gtk_window_set_default_size (dialog, room, height);
}

/**
 * quad_dialog_show_error:
 * @parent: any widget of the window that the dialog belongs to
 * @heading: what did not work
 * @error: why, in a sentence for a person
 *
 * Says what went wrong. Cancelling is no error: nothing is shown for it.
 */
void
quad_dialog_show_error (GtkWidget    *parent,
                        const char   *heading,
                        const GError *error)
{
  GtkRoot *root = gtk_widget_get_root (parent);
  GtkWidget *dialog;

  g_return_if_fail (error != NULL);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  dialog = adw_message_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, heading,
                                   error->message);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}
