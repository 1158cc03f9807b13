/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "quad-playbook.h"

G_BEGIN_DECLS

/**
 * QuadProfilesWindow:
 *
 * The playbook to be edited: profiles and tiers on the left, on the right what the chosen one is
 * called, who it is for, its traits and its plays. On a narrow window one of the two at a time.
 * Every change is an operation of its own, and can be undone here.
 */
#define QUAD_TYPE_PROFILES_WINDOW (quad_profiles_window_get_type ())
G_DECLARE_FINAL_TYPE (QuadProfilesWindow, quad_profiles_window, QUAD, PROFILES_WINDOW, AdwWindow)

GtkWindow *quad_profiles_window_new   (GtkWindow          *parent,
                                       QuadBook           *book);
void       quad_profiles_window_open  (QuadProfilesWindow *self,
                                       QuadOwner           owner);

G_END_DECLS
