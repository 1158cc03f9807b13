/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-profile-menu"

#include "quad-profile-menu.h"

#include "quad-i18n.h"
#include "quad-profile-badge.h"

/* A menu of GTK 4.8 shows no icon beside a label, but takes a widget in the place of an item. */

static const char *const profile_labels[] = {
  [QUAD_PROFILE_KEEP] = N_("_Keep"),
  [QUAD_PROFILE_ATTAIN] = N_("_Attain"),
  [QUAD_PROFILE_RECAPTURE] = N_("_Recapture"),
  [QUAD_PROFILE_EXPAND] = N_("_Expand"),
  [QUAD_PROFILE_JETTISON] = N_("_Jettison"),
};

static const char *const tier_labels[] = {
  [QUAD_TIER_KEY] = N_("_Key Accounts"),
  [QUAD_TIER_SECONDARY] = N_("_Secondary Accounts"),
  [QUAD_TIER_IDEAL] = N_("_Ideal Clients"),
  [QUAD_TIER_LEAD] = N_("_Leads to Qualify"),
};

G_STATIC_ASSERT (G_N_ELEMENTS (profile_labels) == QUAD_N_PROFILES);
G_STATIC_ASSERT (G_N_ELEMENTS (tier_labels) == QUAD_N_CHART_TIERS);

/* Labels of menus mark a letter by a line before it; an organisation's names mean every character
 * as it is. */
static char *
make_label (const char *own,
            const char *label)
{
  g_autoptr (GString) text = NULL;

  if (own == NULL)
    return g_strdup (_(label));

  text = g_string_new (own);
  g_string_replace (text, "_", "__", 0);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static GtkWidget *
make_item (GtkPopoverMenu *menu,
           QuadProfile     profile)
{
  GtkWidget *item = g_object_new (GTK_TYPE_BUTTON, "accessible-role",
                                  GTK_ACCESSIBLE_ROLE_MENU_ITEM, NULL);
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *badge = quad_profile_badge_new ();
  GtkWidget *label = gtk_label_new (NULL);

  quad_profile_badge_set_profile (QUAD_PROFILE_BADGE (badge), profile, NULL);
  gtk_widget_set_tooltip_text (badge, NULL);
  gtk_box_append (GTK_BOX (content), badge);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), item);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 40);
  gtk_box_append (GTK_BOX (content), label);
  gtk_button_set_child (GTK_BUTTON (item), content);
  gtk_widget_add_css_class (item, "flat");
  gtk_widget_add_css_class (item, "profile-item");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (item), "win.set-profile");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (item), "s", quad_profile_get_nick (profile));
  g_signal_connect_object (item, "clicked", G_CALLBACK (gtk_popover_popdown), menu,
                           G_CONNECT_SWAPPED);

  return item;
}

static void
name_item (GtkWidget       *item,
           QuadProfile      profile,
           const QuadNames *names)
{
  GtkWidget *content = gtk_button_get_child (GTK_BUTTON (item));
  g_autofree char *text = NULL;
  QuadOwner owner;

  quad_owner_from_profile (profile, &owner);
  text = make_label (quad_names_get_own (names, owner), profile_labels[profile]);
  gtk_label_set_text_with_mnemonic (GTK_LABEL (gtk_widget_get_last_child (content)), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  quad_names_get_profile (names, profile), -1);
}

/**
 * quad_profile_menu_fill:
 * @menu: made from a model in which the items of the profiles are "custom", each by its word
 * @names: (nullable): of the profiles
 *
 * Puts the letters of the profiles before their names. To be called again when the names change.
 */
void
quad_profile_menu_fill (GtkPopoverMenu  *menu,
                        const QuadNames *names)
{
  for (guint i = QUAD_PROFILE_KEEP; i < QUAD_N_PROFILES; i++)
    {
      const char *nick = quad_profile_get_nick (i);
      GtkWidget *item = g_object_get_data (G_OBJECT (menu), nick);

      if (item == NULL)
        {
          item = make_item (menu, i);
          if (!gtk_popover_menu_add_child (menu, item, nick))
            continue;
          g_object_set_data (G_OBJECT (menu), nick, item);
        }
      name_item (item, i, names);
    }
}

static void
name_tier (GMenuModel      *menu,
           int              position,
           QuadTier         tier,
           const QuadNames *names)
{
  g_autofree char *text = make_label (quad_names_get_own_box (names, tier), tier_labels[tier]);
  g_autofree char *before = NULL;
  g_autoptr (GMenuItem) item = NULL;

  g_menu_model_get_item_attribute (menu, position, G_MENU_ATTRIBUTE_LABEL, "s", &before);
  if (g_strcmp0 (before, text) == 0)
    return;

  item = g_menu_item_new_from_model (menu, position);
  g_menu_item_set_label (item, text);
  g_menu_remove (G_MENU (menu), position);
  g_menu_insert_item (G_MENU (menu), position, item);
}

/**
 * quad_tier_menu_name:
 * @menu: made of #GMenu
 * @names: (nullable): of the tiers
 *
 * Calls the tiers in it, and in its sections and submenus, as the organisation does.
 */
void
quad_tier_menu_name (GMenuModel      *menu,
                     const QuadNames *names)
{
  const char *const links[] = { G_MENU_LINK_SECTION, G_MENU_LINK_SUBMENU };

  for (int i = 0; i < g_menu_model_get_n_items (menu); i++)
    {
      g_autofree char *action = NULL;
      g_autofree char *target = NULL;
      guint tier;

      for (guint j = 0; j < G_N_ELEMENTS (links); j++)
        {
          g_autoptr (GMenuModel) link = g_menu_model_get_item_link (menu, i, links[j]);

          if (link != NULL)
            quad_tier_menu_name (link, names);
        }
      if (g_menu_model_get_item_attribute (menu, i, G_MENU_ATTRIBUTE_ACTION, "s", &action)
          && g_str_equal (action, "win.move-to")
          && g_menu_model_get_item_attribute (menu, i, G_MENU_ATTRIBUTE_TARGET, "s", &target)
          && quad_words_parse (&quad_tier_words, target, &tier) && tier < QUAD_N_CHART_TIERS)
        name_tier (menu, i, tier, names);
    }
}
