/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "quad-account-selection.h"
#include "quad-chart-card.h"
#include "quad-chart-layout.h"
#include "quad-chart-painter.h"

G_BEGIN_DECLS

/**
 * QuadChartScene:
 *
 * What a chart view and its four boxes share. Owned by the view, which outlives its boxes.
 */
typedef struct
{
  QuadChartPainter     *painter;
  const QuadPalette    *palette;
  QuadBoxes            *boxes;      /* NULL without a book */
  QuadChartLayout      *layout;     /* NULL before the first allocation */
  QuadAccountSelection *selection;  /* NULL when not told */
  double                visible_top;    /* of the view: what lies outside need not be painted */
  double                visible_bottom;
} QuadChartScene;

#define QUAD_TYPE_CHART_BOX (quad_chart_box_get_type ())
G_DECLARE_FINAL_TYPE (QuadChartBox, quad_chart_box, QUAD, CHART_BOX, GtkWidget)

GtkWidget     *quad_chart_box_new           (const QuadChartScene *scene,
                                             guint                 box);
void           quad_chart_box_get_bounds    (const QuadBoxLayout  *frame,
                                             GdkRectangle         *bounds);
guint          quad_chart_box_get_place      (QuadChartBox         *self);
void           quad_chart_box_invalidate    (QuadChartBox         *self);
guint          quad_chart_box_get_n_paints  (QuadChartBox         *self);
void           quad_chart_box_set_label     (QuadChartBox         *self,
                                             const char           *label);
const char    *quad_chart_box_get_label     (QuadChartBox         *self);
QuadChartCard *quad_chart_box_get_more      (QuadChartBox         *self);
void           quad_chart_box_set_more      (QuadChartBox         *self,
                                             const char           *label);
QuadChartCard *quad_chart_box_get_header    (QuadChartBox         *self);
void           quad_chart_box_place_card    (QuadChartBox         *self,
                                             QuadChartCard        *card);
QuadChartCard *quad_chart_box_get_tab_stop  (QuadChartBox         *self);
void           quad_chart_box_set_hint      (QuadChartBox         *self,
                                             const char           *hint);
const char    *quad_chart_box_get_hint      (QuadChartBox         *self);
void           quad_chart_box_set_hovered   (QuadChartBox         *self,
                                             QuadChartCard        *card);

G_END_DECLS
