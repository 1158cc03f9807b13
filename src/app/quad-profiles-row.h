/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "quad-item.h"

G_BEGIN_DECLS

/**
 * QuadProfilesRow:
 *
 * One trait or play in its list. It is dragged by its handle, and has a menu; what that does are
 * actions of the #QuadProfilesGroup around it.
 */
#define QUAD_TYPE_PROFILES_ROW (quad_profiles_row_get_type ())
G_DECLARE_FINAL_TYPE (QuadProfilesRow, quad_profiles_row, QUAD, PROFILES_ROW, AdwActionRow)

GtkWidget *quad_profiles_row_new      (QuadItem        *item);
QuadItem  *quad_profiles_row_get_item (QuadProfilesRow *self);
void       quad_profiles_row_show     (QuadProfilesRow *self,
                                       const char      *title,
                                       const char      *subtitle);
void       quad_profiles_row_set_menu (QuadProfilesRow *self,
                                       GMenuModel      *menu);

G_END_DECLS
