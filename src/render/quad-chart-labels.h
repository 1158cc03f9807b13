/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quad-chart-layout-private.h"
#include "quad-chart-pack.h"

G_BEGIN_DECLS

void quad_chart_labels_reserve (const QuadChartMetrics *metrics,
                                QuadPack               *pack,
                                const QuadChartItem    *items,
                                const QuadCircle       *circles,
                                guint                   n_circles);
void quad_chart_labels_place   (QuadChartLayout        *layout,
                                guint                   box,
                                const QuadChartItem    *items);

G_END_DECLS
