/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quad-chart-layout.h"

G_BEGIN_DECLS

/* How dense the cards of a box are, from the most comfortable on. */
#define QUAD_GRID_N_LEVELS 4

/* The distances between things, in the units of the metrics' lengths. */
typedef struct
{
  double box_gap;           /* between boxes */
  double box_padding;       /* from the border of a box to its cards */
  double column_gap;        /* between cards */
  double row_gap;
  double caption_height;
  double header_height;
  double brief_header_height;
  double more_height;
} QuadGridSpacing;

/* The cards of one box. */
typedef struct
{
  guint    columns;
  guint    rows;
  guint    n_visible;
  gboolean compact;
  double   scale;
  double   card_width;
  double   card_height;
  double   row_pitch;       /* from the top of a card to the top of the one below */
} QuadGrid;

void   quad_grid_spacing_init (QuadGridSpacing        *spacing,
                               const QuadChartMetrics *metrics);
double quad_grid_card_height  (const QuadChartMetrics *metrics,
                               gboolean                compact,
                               double                  scale);
void   quad_grid_fit          (QuadGrid               *grid,
                               const QuadChartMetrics *metrics,
                               guint                   n_accounts,
                               double                  width,
                               double                  height);
double quad_grid_get_need     (const QuadChartMetrics *metrics,
                               guint                   n_accounts,
                               double                  width,
                               guint                   level);
void   quad_grid_share_out    (const double            needs[][QUAD_GRID_N_LEVELS],
                               guint                   n_parts,
                               double                  minimum_share,
                               double                  total,
                               double                 *parts);

G_END_DECLS
