/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-window"

#include "quad-window-private.h"

#include "quad-dialogs.h"
#include "quad-i18n.h"

/* The whole list was looked at. */

static void
review_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  QuadWindow *self = QUAD_WINDOW (widget);
  g_autoptr (GError) error = NULL;
  g_autofree char *title = NULL;
  guint n_accounts;

  if (!quad_window_save_pending (self))
    return;
  if (!quad_book_review (self->book, &error))
    {
      quad_dialog_show_error (widget, _("The Review Was Not Noted"), error);
      return;
    }

  n_accounts = quad_item_list_get_size (quad_book_get_accounts (self->book));
  title = g_strdup_printf (ngettext ("%u account is reviewed", "%u accounts are reviewed",
                                     n_accounts), n_accounts);
  quad_window_add_undo_toast (self, title, NULL, NULL, NULL);
}

void
quad_window_review_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.review", NULL, review_action);
}
