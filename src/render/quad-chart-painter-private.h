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
  GArray        *sprites;       /* Sprite, see quad-chart-painter-sprite.c */
  QuadColoring  *coloring;      /* NULL: by profile */
  QuadNames     *names;         /* of profiles and tiers; NULL: the method's */

  /* borrowed */
  const QuadPalette *palette;   /* static data */
  gpointer           facts_data;
  gpointer           match_data;

  /* plain */
  QuadPalette        dim;       /* for what is not looked for, and for ghosts */
  QuadCurrency       currency;
  QuadDate           today;
  guint              show;
  QuadCardFactsFunc  facts;     /* NULL: nothing more is known */
  QuadCardMatchFunc  match;     /* NULL: everything matches */
  QuadBoxLimits      limits;
  gboolean           has_planned;
  QuadTierFigures    planned[QUAD_N_BOXES];
  gboolean           rtl;
};

/* How one account is drawn. */
typedef struct
{
  const QuadPalette *palette;
  const QuadColor   *color;     /* of its badge, bar and bubble */
  QuadProfile        profile;
  QuadMoney          amount;
  QuadCardFacts      facts;
} QuadCardLook;

/* What looks the same on many cards: the background of a card with the track of its bar, or a
 * badge. */
typedef struct
{
  /* owned */
  cairo_surface_t   *surface;

  /* borrowed */
  const QuadPalette *palette;   /* of the painter, as it is or dimmed */
  const QuadColor   *color;     /* of a badge; NULL: the background of a card */

  /* plain */
  QuadProfile        profile;
  double             width;
  double             height;
  double             scale;
  QuadRect           track;     /* from the start edge; no width without a bar */
  gboolean           selected;
} QuadSprite;

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

/* quad-chart-painter-look.c */
void              quad_painter_init_look            (QuadChartPainter           *self,
                                                     const QuadCard             *card,
                                                     QuadCardLook               *look);
void              quad_painter_update_dim           (QuadChartPainter           *self);

/* quad-chart-painter-sprite.c */
GArray           *quad_painter_new_sprites          (void);
void              quad_painter_draw_sprite          (QuadChartPainter           *self,
                                                     cairo_t                    *cr,
                                                     const QuadSprite           *sprite,
                                                     double                      x,
                                                     double                      y);
void              quad_painter_fill_bar             (cairo_t                    *cr,
                                                     const QuadRect             *rect,
                                                     const QuadColor            *color);
void              quad_painter_draw_bar             (QuadChartPainter           *self,
                                                     cairo_t                    *cr,
                                                     const QuadRect             *track,
                                                     const QuadColor            *color,
                                                     QuadMoney                   amount,
                                                     QuadMoney                   largest);
void              quad_painter_draw_badge           (QuadChartPainter           *self,
                                                     cairo_t                    *cr,
                                                     const QuadPalette          *palette,
                                                     const QuadColor            *color,
                                                     QuadProfile                 profile,
                                                     const QuadRect             *rect,
                                                     double                      scale);

/* quad-chart-painter-sign.c */
guint             quad_painter_fit_signs            (guint                       signs,
                                                     guint                       most,
                                                     QuadSign                    fitting[]);
void              quad_painter_draw_sign            (cairo_t                    *cr,
                                                     QuadSign                    sign,
                                                     const QuadRect             *rect,
                                                     const QuadPalette          *palette);
double            quad_painter_measure_marks        (double                      height,
                                                     guint                       marks);
void              quad_painter_draw_marks           (QuadChartPainter           *self,
                                                     cairo_t                    *cr,
                                                     const QuadRect             *rect,
                                                     guint                       marks,
                                                     guint                       hit,
                                                     const QuadColor            *color);

/* quad-chart-painter-card.c, -row.c, -bubble.c */
void              quad_painter_draw_one_card        (QuadChartPainter           *self,
                                                     cairo_t                    *cr,
                                                     const QuadCard             *card,
                                                     QuadMoney                   largest,
                                                     gboolean                    selected);
void              quad_painter_draw_rows            (QuadChartPainter           *self,
                                                     cairo_t                    *cr,
                                                     const QuadCard             *cards,
                                                     guint                       n_cards,
                                                     double                      scale,
                                                     QuadMoney                   largest);
void              quad_painter_draw_bubbles         (QuadChartPainter           *self,
                                                     cairo_t                    *cr,
                                                     const QuadCard             *cards,
                                                     guint                       n_cards);
void              quad_painter_draw_bubble          (QuadChartPainter           *self,
                                                     cairo_t                    *cr,
                                                     const QuadCard             *card,
                                                     gboolean                    selected);

/* quad-chart-painter-header.c */
void              quad_painter_draw_header          (QuadChartPainter           *self,
                                                     cairo_t                    *cr,
                                                     const QuadBoxLayout        *box,
                                                     const QuadBoxWords         *words,
                                                     gboolean                    ruled);

G_END_DECLS
