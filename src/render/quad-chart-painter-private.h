/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quad-chart-layout-private.h"
#include "quad-chart-painter.h"
#include "quad-text-cache.h"

G_BEGIN_DECLS

struct _QuadChartPainter
{
  GObject        parent_instance;

  /* owned */
  QuadTextCache *texts;
  GArray        *sprites;       /* Sprite, see quad-chart-painter-card.c */

  /* borrowed */
  const QuadPalette *palette;   /* static data */

  /* plain */
  QuadCurrency   currency;
  gboolean       rtl;
};

/* Positions in an area count from its start edge: the left one, in right-to-left the right one. */

/* Between badge and name, name and amount. */
#define QUAD_PAINTER_GAP   8.0

/* The side of a badge as a part of the line height. */
#define QUAD_PAINTER_BADGE 0.94

QuadChartPainter *quad_chart_painter_new_with_font  (PangoContext               *context,
                                                     const PangoFontDescription *font);

double            quad_painter_get_device_scale     (cairo_t                    *cr);
double            quad_painter_get_x                (const QuadChartPainter     *self,
                                                     const QuadRect             *area,
                                                     double                      start,
                                                     double                      width);
void              quad_painter_set_color            (cairo_t                    *cr,
                                                     const QuadColor            *color);
void              quad_painter_add_round_rect       (cairo_t                    *cr,
                                                     const QuadRect             *rect,
                                                     double                      radius);
void              quad_painter_draw_hairline        (cairo_t                    *cr,
                                                     double                      x,
                                                     double                      y,
                                                     double                      width);
void              quad_painter_show_text            (const QuadChartPainter     *self,
                                                     cairo_t                    *cr,
                                                     const QuadText             *text,
                                                     const QuadRect             *area,
                                                     double                      start,
                                                     double                      baseline,
                                                     const QuadColor            *color);

void              quad_painter_draw_cards           (QuadChartPainter           *self,
                                                     cairo_t                    *cr,
                                                     const QuadCard             *cards,
                                                     guint                       n_cards,
                                                     QuadMoney                   largest);
void              quad_painter_draw_rows            (QuadChartPainter           *self,
                                                     cairo_t                    *cr,
                                                     const QuadCard             *cards,
                                                     guint                       n_cards,
                                                     double                      scale,
                                                     QuadMoney                   largest);
void              quad_painter_fill_bar             (cairo_t                    *cr,
                                                     const QuadRect             *rect,
                                                     const QuadColor            *color);
void              quad_painter_draw_bar             (QuadChartPainter           *self,
                                                     cairo_t                    *cr,
                                                     const QuadRect             *track,
                                                     QuadProfile                 profile,
                                                     QuadMoney                   amount,
                                                     QuadMoney                   largest);
void              quad_painter_draw_badge_scaled    (QuadChartPainter           *self,
                                                     cairo_t                    *cr,
                                                     QuadProfile                 profile,
                                                     const QuadRect             *rect,
                                                     double                      scale);
GArray           *quad_painter_new_sprites          (void);

G_END_DECLS
