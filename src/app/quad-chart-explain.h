/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "quad-book.h"
#include "quad-boxes.h"

G_BEGIN_DECLS

/**
 * QuadChartExplain:
 *
 * Where the figures of a box come from, with the accounts behind them, and the limit of the box,
 * which is written when it closes. Shows what was true when it was made. Emits
 * #QuadChartExplain::chosen with the #QuadAccount that was clicked.
 */
#define QUAD_TYPE_CHART_EXPLAIN (quad_chart_explain_get_type ())
G_DECLARE_FINAL_TYPE (QuadChartExplain, quad_chart_explain, QUAD, CHART_EXPLAIN, GtkPopover)

GtkWidget *quad_chart_explain_new (QuadBook  *book,
                                   QuadBoxes *boxes,
                                   guint      box);
guint      quad_chart_explain_get_box (QuadChartExplain *self);

G_END_DECLS
