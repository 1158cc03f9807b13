/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * QuadToastOverlay:
 *
 * Shows one short message over its child, with buttons for what may follow, and hides it after a
 * while. A new message takes the place of the one before, whose Undo would take back something else
 * by now. Looks as AdwToastOverlay does, which libadwaita 1.2 crashes in when one toast follows
 * another before it has come to rest, and which has room for one button only.
 */
#define QUAD_TYPE_TOAST_OVERLAY (quad_toast_overlay_get_type ())
G_DECLARE_FINAL_TYPE (QuadToastOverlay, quad_toast_overlay, QUAD, TOAST_OVERLAY, GtkWidget)

void quad_toast_overlay_show       (QuadToastOverlay *self,
                                    const char       *title);
void quad_toast_overlay_add_button (QuadToastOverlay *self,
                                    const char       *label,
                                    const char       *action,
                                    GVariant         *target);
void quad_toast_overlay_dismiss    (QuadToastOverlay *self);

G_END_DECLS
