/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void quad_profile_menu_fill (GtkPopoverMenu *menu);

G_END_DECLS
