/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quad-chart-grid.h"
#include "quad-chart-layout.h"

G_BEGIN_DECLS

struct _QuadChartLayout
{
  /* owned */
  GArray     *cards;          /* QuadCard, box by box in the order of the tiers */
  GHashTable *index;          /* QuadAccount -> index + 1 */

  /* plain */
  gatomicrefcount  ref_count;
  QuadChartMetrics metrics;
  QuadGridSpacing  spacing;
  double           width;
  double           height;
  gboolean         stacked;
  gboolean         has_caption[2];
  QuadRect         captions[2];
  QuadBoxLayout    boxes[QUAD_N_CHART_TIERS];
};

/* The tiers of the clients and of the prospects, each from top to bottom. */
extern const QuadTier quad_chart_sides[2][2];

G_END_DECLS
