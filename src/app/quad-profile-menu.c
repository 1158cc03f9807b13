/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-profile-menu"

#include "quad-profile-menu.h"

#include "quad-i18n.h"
#include "quad-profile-badge.h"

/* A menu of GTK 4.8 shows no icon beside a label, but takes a widget in the place of an item. */

static const char *const labels[] = {
  [QUAD_PROFILE_KEEP] = N_("_Keep"),
  [QUAD_PROFILE_ATTAIN] = N_("_Attain"),
  [QUAD_PROFILE_RECAPTURE] = N_("_Recapture"),
  [QUAD_PROFILE_EXPAND] = N_("_Expand"),
  [QUAD_PROFILE_JETTISON] = N_("_Jettison"),
};

G_STATIC_ASSERT (G_N_ELEMENTS (labels) == QUAD_N_PROFILES);

static GtkWidget *
make_item (GtkPopoverMenu *menu,
           QuadProfile     profile)
{
  GtkWidget *item = g_object_new (GTK_TYPE_BUTTON, "accessible-role",
                                  GTK_ACCESSIBLE_ROLE_MENU_ITEM, NULL);
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *badge = quad_profile_badge_new ();
  GtkWidget *label = gtk_label_new_with_mnemonic (_(labels[profile]));

  quad_profile_badge_set_profile (QUAD_PROFILE_BADGE (badge), profile);
  gtk_widget_set_tooltip_text (badge, NULL);
  gtk_box_append (GTK_BOX (content), badge);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), item);
  gtk_box_append (GTK_BOX (content), label);
  gtk_button_set_child (GTK_BUTTON (item), content);
  gtk_widget_add_css_class (item, "flat");
  gtk_widget_add_css_class (item, "profile-item");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (item), "win.set-profile");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (item), "s", quad_profile_get_nick (profile));
  gtk_accessible_update_property (GTK_ACCESSIBLE (item), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  quad_profile_get_label (profile), -1);
  g_signal_connect_object (item, "clicked", G_CALLBACK (gtk_popover_popdown), menu,
                           G_CONNECT_SWAPPED);
  return item;
}

/**
 * quad_profile_menu_fill:
 * @menu: made from a model in which the items of the profiles are "custom", each by its word
 *
 * Puts the letters of the profiles before their names.
 */
void
quad_profile_menu_fill (GtkPopoverMenu *menu)
{
  for (guint i = QUAD_PROFILE_KEEP; i < QUAD_N_PROFILES; i++)
    gtk_popover_menu_add_child (menu, make_item (menu, i), quad_profile_get_nick (i));
}
