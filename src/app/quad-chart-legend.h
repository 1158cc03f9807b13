/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "quad-chart-view.h"

G_BEGIN_DECLS

/**
 * QuadChartLegend:
 *
 * What the colours and sizes of a chart stand for, where there is room for it.
 */
#define QUAD_TYPE_CHART_LEGEND (quad_chart_legend_get_type ())
G_DECLARE_FINAL_TYPE (QuadChartLegend, quad_chart_legend, QUAD, CHART_LEGEND, GtkWidget)

void quad_chart_legend_set_chart (QuadChartLegend *self,
                                  QuadChartView   *chart);

G_END_DECLS
