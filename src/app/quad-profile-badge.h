/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "quad-names.h"

G_BEGIN_DECLS

/**
 * QuadProfileBadge:
 *
 * The letter of a profile on its colour, as in the chart. Empty, but as wide, without a profile.
 */
#define QUAD_TYPE_PROFILE_BADGE (quad_profile_badge_get_type ())
G_DECLARE_FINAL_TYPE (QuadProfileBadge, quad_profile_badge, QUAD, PROFILE_BADGE, GtkWidget)

GtkWidget   *quad_profile_badge_new         (void);
QuadProfile  quad_profile_badge_get_profile (QuadProfileBadge *self);
void         quad_profile_badge_set_profile (QuadProfileBadge *self,
                                             QuadProfile       profile,
                                             const QuadNames  *names);

G_END_DECLS
