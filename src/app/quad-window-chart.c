/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-window"

#include "quad-window-private.h"

#include "quad-dialogs.h"
#include "quad-drop.h"
#include "quad-i18n.h"
#include "quad-words.h"

/* What a person does on the chart beyond moving accounts between tiers. */

static GPtrArray *
collect_placeable (QuadWindow  *self,
                   QuadProfile  profile)
{
  g_autoptr (GPtrArray) chosen = quad_account_selection_get_all (self->selection);
  GPtrArray *placeable = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < chosen->len; i++)
    if (quad_account_get_profile (chosen->pdata[i]) != profile)
      g_ptr_array_add (placeable, g_object_ref (chosen->pdata[i]));
  return placeable;
}

/* Of one account that was won or lost on the way that is what is said. */
static void
say_placed (QuadWindow  *self,
            GPtrArray   *accounts,
            QuadTier     from,
            QuadProfile  profile)
{
  QuadTier to = quad_account_get_tier (accounts->pdata[0]);
  g_autofree char *title = NULL;

  if (accounts->len == 1 && from != to)
    {
      quad_window_say_moved (self, accounts, from, to, quad_move_get_kind (from, to));
      return;
    }
  title = quad_words_describe_profile (accounts, profile, quad_book_get_names (self->book));
  quad_window_add_undo_toast (self, title, NULL, NULL, NULL);
}

/* A plan knows tiers: an account that crosses the middle is planned to do so, with whatever follows
 * for its profile then. */
static void
plan_place (QuadWindow  *self,
            QuadProfile  profile)
{
  g_autoptr (GPtrArray) chosen = quad_account_selection_get_all (self->selection);
  QuadTier tier;
  guint box;

  if (chosen->len == 0
      || !quad_lens_find_nick (QUAD_LENS_KARE, quad_profile_get_nick (profile), &box))
    return;
  quad_drop_get_target (QUAD_LENS_KARE, box, chosen->pdata[0], &tier, &profile);
  quad_window_plan_moves (self, tier);
}

static void
place_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  QuadWindow *self = QUAD_WINDOW (widget);
  g_autoptr (GPtrArray) accounts = NULL;
  g_autoptr (GError) error = NULL;
  QuadTier from;
  guint profile;

  if (!quad_words_parse (&quad_profile_words, g_variant_get_string (parameter, NULL), &profile)
      || profile == QUAD_PROFILE_JETTISON || !quad_window_save_pending (self))
    return;
  if (self->planning)
    {
      plan_place (self, profile);
      return;
    }
  accounts = collect_placeable (self, profile);
  if (accounts->len == 0)
    return;
  from = quad_account_get_tier (accounts->pdata[0]);
  if (quad_book_place_accounts (self->book, accounts, profile, &error))
    say_placed (self, accounts, from, profile);
  else
    quad_dialog_show_error (widget, _("The Profile Was Not Changed"), error);
}

void
quad_window_chart_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.place", "s", place_action);
}
