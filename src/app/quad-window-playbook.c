/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-window"

#include "quad-window-private.h"

#include "quad-align-window.h"
#include "quad-dialogs.h"
#include "quad-i18n.h"
#include "quad-playbook.h"
#include "quad-profiles-window.h"
#include "quad-steps.h"

/* What a person does with the playbook, and with the profiles of all accounts. */

/* With more of them nobody would do the steps. */
#define MOST_TO_GIVE 1000

gint64
quad_window_find_newest (QuadWindow *self)
{
  QuadItemList *accounts = quad_book_get_accounts (self->book);
  gint64 newest = 0;

  for (guint i = 0; i < quad_item_list_get_size (accounts); i++)
    newest = MAX (newest, quad_item_get_id (quad_item_list_peek (accounts, i)));

  return newest;
}

/* The accounts that came after @newest and have plays that they were not given: an import gives
 * none, because a list of leads is long. Returns: (transfer floating) (nullable): for the action
 * "win.give-plays"; NULL when there are none or too many */
GVariant *
quad_window_pack_playless (QuadWindow *self,
                           gint64      newest)
{
  QuadItemList *accounts = quad_book_get_accounts (self->book);
  g_auto (GVariantBuilder) ids = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("ax"));
  guint n = 0;

  for (guint i = 0; i < quad_item_list_get_size (accounts) && n <= MOST_TO_GIVE; i++)
    {
      QuadAccount *account = quad_item_list_peek (accounts, i);

      if (quad_account_get_id (account) <= newest
          || !quad_book_has_plays_for (self->book, account))
        continue;
      g_variant_builder_add (&ids, "x", quad_account_get_id (account));
      n++;
    }

  return n > 0 && n <= MOST_TO_GIVE ? g_variant_builder_end (&ids) : NULL;
}

/* Of the history, 0 when it is empty. */
static gint64
get_newest_entry (QuadBook *book)
{
  g_autoptr (GPtrArray) history = quad_book_load_history (book, 1, NULL);

  return history != NULL && history->len > 0 ? ((QuadHistoryEntry *) history->pdata[0])->id : 0;
}

/* Where no step is missing nothing is done, and there is nothing to take back. */
static void
give_plays_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  QuadWindow *self = QUAD_WINDOW (widget);
  g_autoptr (GPtrArray) accounts = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *title = NULL;
  g_autoptr (GError) error = NULL;
  GVariantIter ids;
  gint64 id, before;

  if (!quad_window_save_pending (self))
    return;
  before = get_newest_entry (self->book);
  g_variant_iter_init (&ids, parameter);
  while (g_variant_iter_next (&ids, "x", &id))
    {
      QuadAccount *account = quad_item_list_lookup (quad_book_get_accounts (self->book), id);

      if (account != NULL)
        g_ptr_array_add (accounts, g_object_ref (account));
    }
  if (!quad_book_give_plays (self->book, accounts, &error))
    {
      quad_dialog_show_error (widget, _("The Plays Were Not Added"), error);
      return;
    }
  if (get_newest_entry (self->book) == before)
    {
      quad_window_add_toast (self, _("No step was missing"));
      return;
    }
  title = g_strdup_printf (ngettext ("%u account has the steps of its plays now",
                                     "%u accounts have the steps of their plays now",
                                     accounts->len), accounts->len);
  quad_window_add_undo_toast (self, title, NULL, NULL, NULL);
}

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
  gtk_widget_class_install_action (widget_class, "win.give-plays", "ax", give_plays_action);
  gtk_widget_class_install_action (widget_class, "win.align", NULL, align_action);
  gtk_widget_class_install_action (widget_class, "win.profiles", NULL, profiles_action);
  gtk_widget_class_install_action (widget_class, "win.edit-profile", "s", edit_profile_action);
}
