/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

#include "quad-chart-layout.h"
#include "quad-palette.h"

G_BEGIN_DECLS

/**
 * QuadChartPainter:
 *
 * Draws a laid out chart with cairo and Pango: the same on screen, paper, PDF, SVG and PNG. Keeps
 * its text layouts between calls. Sharp at any device scale of the target surface; drawing into
 * an image surface is the fast case. Not thread safe.
 */
#define QUAD_TYPE_CHART_PAINTER (quad_chart_painter_get_type ())
G_DECLARE_FINAL_TYPE (QuadChartPainter, quad_chart_painter, QUAD, CHART_PAINTER, GObject)

QuadChartPainter *quad_chart_painter_new              (PangoContext           *context);
void              quad_chart_painter_set_context      (QuadChartPainter       *self,
                                                       PangoContext           *context);
void              quad_chart_painter_set_palette      (QuadChartPainter       *self,
                                                       const QuadPalette      *palette);
void              quad_chart_painter_set_currency     (QuadChartPainter       *self,
                                                       const QuadCurrency     *currency);
void              quad_chart_painter_get_metrics      (QuadChartPainter       *self,
                                                       QuadChartMetrics       *metrics);
QuadMoney         quad_chart_painter_get_largest      (QuadBoxes              *boxes,
                                                       QuadTier                tier);
void              quad_chart_painter_draw_captions    (QuadChartPainter       *self,
                                                       cairo_t                *cr,
                                                       const QuadChartLayout  *layout);
void              quad_chart_painter_draw_box         (QuadChartPainter       *self,
                                                       cairo_t                *cr,
                                                       const QuadChartLayout  *layout,
                                                       QuadBoxes              *boxes,
                                                       QuadTier                tier);
void              quad_chart_painter_draw_card        (QuadChartPainter       *self,
                                                       cairo_t                *cr,
                                                       const QuadCard         *card,
                                                       QuadMoney               largest,
                                                       gboolean                selected);
gboolean          quad_chart_painter_is_shortened     (QuadChartPainter       *self,
                                                       const QuadCard         *card);
void              quad_chart_painter_draw_drop_target (QuadChartPainter       *self,
                                                       cairo_t                *cr,
                                                       const QuadChartLayout  *layout,
                                                       QuadTier                tier,
                                                       const char             *words);
void              quad_chart_painter_draw_badge       (QuadChartPainter       *self,
                                                       cairo_t                *cr,
                                                       QuadProfile             profile,
                                                       double                  x,
                                                       double                  y,
                                                       double                  size);
void              quad_chart_painter_draw             (QuadChartPainter       *self,
                                                       cairo_t                *cr,
                                                       const QuadChartLayout  *layout,
                                                       QuadBoxes              *boxes);

G_END_DECLS
