/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * QuadRoomyBin:
 *
 * Holds one widget that works when it is small, but should be given more where there is more: its
 * natural width, unlike its minimum, is a property.
 */
#define QUAD_TYPE_ROOMY_BIN (quad_roomy_bin_get_type ())
G_DECLARE_FINAL_TYPE (QuadRoomyBin, quad_roomy_bin, QUAD, ROOMY_BIN, GtkWidget)

void quad_roomy_bin_set_child (QuadRoomyBin *self,
                               GtkWidget    *child);

G_END_DECLS
