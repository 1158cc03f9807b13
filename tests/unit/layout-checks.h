/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quad-chart-layout.h"

G_BEGIN_DECLS

/* What every layout keeps, in any lens and mode, at any size. */
void layout_checks_run           (QuadChartInput         *input,
                                  const QuadChartOptions *options,
                                  GRand                  *rand);
void layout_checks_assert_same   (const QuadChartLayout  *a,
                                  const QuadChartLayout  *b);
void layout_checks_scale_metrics (QuadChartMetrics       *metrics,
                                  double                  scale);

G_END_DECLS
