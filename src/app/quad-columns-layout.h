/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * QuadColumnsLayout:
 *
 * Children in rows of up to three, all as wide as the others; in fewer columns where three are too
 * narrow. Unlike in a #GtkFlowBox the focus goes through the children as in any other box, past
 * those that do not take it.
 */
#define QUAD_TYPE_COLUMNS_LAYOUT (quad_columns_layout_get_type ())
G_DECLARE_FINAL_TYPE (QuadColumnsLayout, quad_columns_layout, QUAD, COLUMNS_LAYOUT,
                      GtkLayoutManager)

G_END_DECLS
