/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "quad-names.h"

G_BEGIN_DECLS

void quad_profile_menu_fill (GtkPopoverMenu  *menu,
                             const QuadNames *names);
void quad_tier_menu_name    (GMenuModel      *menu,
                             const QuadNames *names);

G_END_DECLS
