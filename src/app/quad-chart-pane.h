/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "quad-chart-view.h"

G_BEGIN_DECLS

/**
 * QuadChartPane:
 *
 * The chart with what stands around it: the bar above, in which lens and mode are chosen, and what
 * is typed to find a name. Scrolls the chart where there is too little room.
 */
#define QUAD_TYPE_CHART_PANE (quad_chart_pane_get_type ())
G_DECLARE_FINAL_TYPE (QuadChartPane, quad_chart_pane, QUAD, CHART_PANE, GtkWidget)

GtkWidget *quad_chart_pane_new           (QuadChartView *chart);
void       quad_chart_pane_bind_settings (QuadChartPane *self,
                                          GSettings     *settings);

G_END_DECLS
