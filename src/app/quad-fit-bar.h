/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "quad-enums.h"

G_BEGIN_DECLS

/**
 * QuadFitBar:
 *
 * A share as a bar in the colour of a profile, as below the cards of the chart. For the eye only:
 * what it stands beside says it in words.
 */
#define QUAD_TYPE_FIT_BAR (quad_fit_bar_get_type ())
G_DECLARE_FINAL_TYPE (QuadFitBar, quad_fit_bar, QUAD, FIT_BAR, GtkWidget)

GtkWidget *quad_fit_bar_new       (QuadProfile  profile);
void       quad_fit_bar_set_share (QuadFitBar  *self,
                                   double       share);

G_END_DECLS
