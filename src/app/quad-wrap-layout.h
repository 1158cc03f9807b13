/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * QuadWrapLayout:
 *
 * Two children in one line where both fit, the second one taking what is left, else one below the
 * other: so a bar stays whole in a narrow window, with large text, in every language. It is for
 * templates.
 */
#define QUAD_TYPE_WRAP_LAYOUT (quad_wrap_layout_get_type ())
G_DECLARE_FINAL_TYPE (QuadWrapLayout, quad_wrap_layout, QUAD, WRAP_LAYOUT, GtkLayoutManager)

G_END_DECLS
