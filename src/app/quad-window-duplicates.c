/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-window"

#include "quad-window-private.h"

#include "quad-dialogs.h"
#include "quad-duplicates-search.h"
#include "quad-duplicates-window.h"
#include "quad-i18n.h"

/* Accounts that are in the book twice. */

static void
found_cb (GtkWindow    *window,
          GPtrArray    *found,
          const GError *error)
{
  QuadWindow *self = QUAD_WINDOW (window);
  g_autoptr (GPtrArray) pairs = found;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->book == NULL)
    return;
  if (error != NULL)
    quad_dialog_show_error (GTK_WIDGET (self), _("Duplicates Cannot Be Looked For"), error);
  else if (pairs->len == 0)
    quad_window_add_toast (self, _("No account looks like another one"));
  else
    gtk_window_present (quad_duplicates_window_new (window, self->book,
                                                    g_steal_pointer (&pairs)));
}

static void
find_duplicates_action (GtkWidget  *widget,
                        const char *name,
                        GVariant   *parameter)
{
  QuadWindow *self = QUAD_WINDOW (widget);

  if (quad_window_save_pending (self))
    quad_duplicates_search (GTK_WINDOW (self), self->book, found_cb);
}

static void
merged_cb (QuadWindow *self,
           const char *title)
{
  quad_window_add_undo_toast (self, title, NULL, NULL, NULL);
}

static void
merge_accounts_action (GtkWidget  *widget,
                       const char *name,
                       GVariant   *parameter)
{
  QuadWindow *self = QUAD_WINDOW (widget);
  g_autoptr (GPtrArray) chosen = quad_account_selection_get_all (self->selection);
  GtkWindow *window;

  if (chosen->len != 2 || !quad_window_save_pending (self))
    return;
  window = quad_duplicates_window_new_for (GTK_WINDOW (self), self->book, chosen->pdata[0],
                                           chosen->pdata[1]);
  g_signal_connect_object (window, "merged", G_CALLBACK (merged_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (window);
}

void
quad_window_update_duplicates (QuadWindow *self)
{
  gboolean readable = self->book != NULL;
  gboolean writable = readable && !quad_book_is_read_only (self->book);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.find-duplicates", readable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.merge-accounts",
                                 writable
                                 && quad_account_selection_get_size (self->selection) == 2);
}

void
quad_window_duplicates_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.find-duplicates", NULL,
                                   find_duplicates_action);
  gtk_widget_class_install_action (widget_class, "win.merge-accounts", NULL,
                                   merge_accounts_action);
}
