/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quad-chart-grid.h"
#include "quad-chart-layout.h"

G_BEGIN_DECLS

/*
 * The parts of a layout, by concern: quad-chart-layout.c is the type; quad-chart-arrange.c says
 * where the boxes stand; quad-chart-grid.c and quad-chart-bubbles.c, with quad-chart-pack.c and
 * quad-chart-labels.c, fill them; quad-chart-layout-steps.c finds what is under the pointer and
 * where a key leads; quad-chart-layout-keep.c takes over what is as before.
 */

/* What the size and the places of bubbles follow from, besides the accounts and the box. */
typedef struct
{
  double small;             /* the least radius */
  double gap;               /* between two */
  double large;             /* the largest radius */
  double exponent;          /* of the area for a unit of money, -INFINITY when nothing is known */
} QuadBubbleScale;

struct _QuadChartLayout
{
  /* owned */
  QuadChartInput *input;      /* keeps the accounts of the cards; NULL while measuring */
  GArray     *cards;          /* QuadCard, box by box */
  GHashTable *index;          /* QuadAccount -> index + 1, where it is or is planned to be */
  GHashTable *ghosts;         /* QuadAccount -> index + 1 */
  GArray     *order;          /* guint: the bubbles row by row, each row as it is seen */
  GArray     *places;         /* guint: by card, its place in the order */
  GArray     *rows;           /* guint: by place in the order, the place where its row begins */

  /* unowned */
  const QuadChartLayout *before;  /* what may be taken over; NULL once computed */

  /* plain */
  gatomicrefcount  ref_count;
  QuadChartMetrics metrics;
  QuadGridSpacing  spacing;
  QuadLens         lens;
  QuadChartMode    mode;
  double           width;
  double           height;
  QuadBubbleScale  scale;           /* in bubbles */
  guint            kept;            /* a bit for each box taken over from the layout before */
  guint            cramped;         /* a bit for each box whose bubbles left room for "+N more" */
  gboolean         stacked;
  gboolean         zoomed;
  guint            zoom;
  guint            n[QUAD_N_BOXES]; /* accounts in each box */
  gboolean         has_caption[2];
  QuadRect         captions[2];
  QuadBoxLayout    boxes[QUAD_N_BOXES];
};

/* The boxes of the clients and of the prospects, each from top to bottom. */
extern const guint quad_chart_sides[2][2];

/* quad-chart-arrange.c */
void     quad_chart_layout_arrange      (QuadChartLayout       *self);
double   quad_chart_layout_get_least    (const QuadChartLayout *self);
double   quad_chart_layout_get_wanted   (const QuadChartLayout *self);

/* quad-chart-bubbles.c */
gboolean quad_chart_layout_fill_bubbles (QuadChartLayout       *self,
                                         QuadChartInput        *input,
                                         GCancellable          *cancellable);

/* quad-chart-layout.c */
void     quad_chart_layout_add_card     (QuadChartLayout       *self,
                                         const QuadCard        *card);
gboolean quad_chart_layout_has_bubbles  (const QuadChartLayout *self,
                                         guint                  box);
void     quad_chart_layout_set_more     (QuadChartLayout       *self,
                                         guint                  box,
                                         double                 y);
void     quad_chart_layout_mirror       (const QuadChartLayout *self,
                                         QuadRect              *rect);

/* quad-chart-layout-keep.c */
void     quad_chart_layout_find_kept    (QuadChartLayout       *self);
gboolean quad_chart_layout_keeps_bubbles (const QuadChartLayout *self,
                                         guint                  box,
                                         const QuadBubbleScale *scale);
void     quad_chart_layout_keep_box     (QuadChartLayout       *self,
                                         guint                  box);

/* quad-chart-layout-steps.c */
void     quad_chart_layout_sort_rows    (QuadChartLayout       *self);

G_END_DECLS
