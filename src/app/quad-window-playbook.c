/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-window"

#include "quad-window-private.h"

#include "quad-align-window.h"
#include "quad-dialogs.h"
#include "quad-i18n.h"
#include "quad-profiles-window.h"

/* What a person does with the playbook, and with the profiles of all accounts. */

static void
aligned_cb (QuadWindow *self,
            guint       n_accounts)
{
  g_autofree char *title = NULL;

  title = g_strdup_printf (ngettext ("%u account is aligned", "%u accounts are aligned",
                                     n_accounts), n_accounts);
  quad_window_add_undo_toast (self, title, NULL, NULL, NULL);
}

static void
align_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  QuadWindow *self = QUAD_WINDOW (widget);
  g_autoptr (GPtrArray) alignments = NULL;
  g_autoptr (GError) error = NULL;
  GtkWindow *window;

  if (!quad_window_save_pending (self))
    return;
  alignments = quad_book_load_alignments (self->book, &error);
  if (alignments == NULL)
    {
      quad_dialog_show_error (widget, _("The Accounts Cannot Be Aligned"), error);
      return;
    }
  if (alignments->len == 0)
    {
      quad_window_add_toast (self, _("Every account has the profile that fits it"));
      return;
    }
  window = quad_align_window_new (GTK_WINDOW (self), self->book, g_steal_pointer (&alignments));
  g_signal_connect_object (window, "done", G_CALLBACK (aligned_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (window);
}

static void
open_profiles (QuadWindow *self,
               QuadOwner  *owner)
{
  GtkWindow *window;

  if (!quad_window_save_pending (self))
    return;
  window = quad_profiles_window_new (GTK_WINDOW (self), self->book);
  if (owner != NULL)
    quad_profiles_window_open (QUAD_PROFILES_WINDOW (window), *owner);
  gtk_window_present (window);
}

static void
profiles_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  open_profiles (QUAD_WINDOW (widget), NULL);
}

/* The parameter is the word of a profile or tier. */
static void
edit_profile_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  QuadOwner owner;
  guint value;

  if (!quad_words_parse (&quad_owner_words, g_variant_get_string (parameter, NULL), &value))
    return;
  owner = (QuadOwner) value;
  open_profiles (QUAD_WINDOW (widget), &owner);
}

void
quad_window_playbook_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.align", NULL, align_action);
  gtk_widget_class_install_action (widget_class, "win.profiles", NULL, profiles_action);
  gtk_widget_class_install_action (widget_class, "win.edit-profile", "s", edit_profile_action);
}
