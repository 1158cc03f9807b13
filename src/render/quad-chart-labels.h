/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quad-chart-layout-private.h"

G_BEGIN_DECLS

void quad_chart_labels_place (QuadChartLayout     *layout,
                              guint                box,
                              const QuadChartItem *items);

G_END_DECLS
