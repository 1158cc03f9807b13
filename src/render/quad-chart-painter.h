/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

#include "quad-chart-layout.h"
#include "quad-chart-words.h"
#include "quad-coloring.h"
#include "quad-date.h"
#include "quad-palette.h"
#include "quad-signs.h"

G_BEGIN_DECLS

/**
 * QuadCardShow:
 *
 * What a card shows beside name and profile, as bits: as much of it as there is room for, in this
 * order.
 */
typedef enum
{
  QUAD_SHOW_AMOUNT     = 1 << 0,    /* with its bar */
  QUAD_SHOW_FIT        = 1 << 1,    /* the marks that a prospect hits */
  QUAD_SHOW_VERTICAL   = 1 << 2,
  QUAD_SHOW_LAST_TOUCH = 1 << 3,
} QuadCardShow;

#define QUAD_SHOW_DEFAULT (QUAD_SHOW_AMOUNT | QUAD_SHOW_FIT)

/**
 * QuadCardFacts:
 * @signs: a bit for each #QuadSign
 * @marks: that the ideal client has; 0: the fit is not shown
 * @marks_hit: of these, those that this account hits
 * @last_touch: %QUAD_DATE_NONE when there was none, or nobody knows
 *
 * What a card shows that is not in the account itself.
 */
typedef struct
{
  guint    signs;
  guint    marks;
  guint    marks_hit;
  QuadDate last_touch;
} QuadCardFacts;

/**
 * QuadCardFactsFunc:
 * @facts: (inout): all 0, to be filled
 */
typedef void (*QuadCardFactsFunc) (QuadAccount   *account,
                                   QuadCardFacts *facts,
                                   gpointer       user_data);

/**
 * QuadCardMatchFunc:
 *
 * Returns: whether the account is one of those that are looked for
 */
typedef gboolean (*QuadCardMatchFunc) (QuadAccount *account,
                                       gpointer     user_data);

typedef enum
{
  QUAD_HEADER_NOTHING,
  QUAD_HEADER_TITLE,
  QUAD_HEADER_COUNT,        /* "7 accounts" */
  QUAD_HEADER_MONEY,        /* "€1.90M" */
  QUAD_HEADER_FIGURE,       /* "78 % of revenue", with its sign */
  QUAD_HEADER_GUIDELINE,    /* "guideline ≥ 70 %" */
} QuadHeaderKind;

/**
 * QuadHeaderPart:
 * @rect: of its text
 *
 * A piece of the header of a box that can be asked what it means.
 */
typedef struct
{
  QuadHeaderKind kind;
  QuadRect       rect;
} QuadHeaderPart;

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

/* What it draws with; each asks for everything to be drawn again. */
void              quad_chart_painter_set_context      (QuadChartPainter       *self,
                                                       PangoContext           *context);
void              quad_chart_painter_set_palette      (QuadChartPainter       *self,
                                                       const QuadPalette      *palette);
void              quad_chart_painter_set_currency     (QuadChartPainter       *self,
                                                       const QuadCurrency     *currency);
void              quad_chart_painter_set_today        (QuadChartPainter       *self,
                                                       QuadDate                today);
void              quad_chart_painter_set_show         (QuadChartPainter       *self,
                                                       guint                   show);
void              quad_chart_painter_set_facts        (QuadChartPainter       *self,
                                                       QuadCardFactsFunc       func,
                                                       gpointer                user_data);
void              quad_chart_painter_set_match        (QuadChartPainter       *self,
                                                       QuadCardMatchFunc       func,
                                                       gpointer                user_data);
void              quad_chart_painter_set_coloring     (QuadChartPainter       *self,
                                                       QuadColoring           *coloring);
void              quad_chart_painter_set_names        (QuadChartPainter       *self,
                                                       QuadNames              *names);
void              quad_chart_painter_set_limits       (QuadChartPainter       *self,
                                                       const QuadBoxLimits    *limits);
void              quad_chart_painter_set_planned      (QuadChartPainter       *self,
                                                       const QuadTierFigures  *planned);

/* What a layout needs to know of fonts. */
void              quad_chart_painter_get_metrics      (QuadChartPainter       *self,
                                                       QuadChartMetrics       *metrics);
QuadChartInput   *quad_chart_painter_create_input     (QuadChartPainter       *self,
                                                       QuadBoxes              *boxes,
                                                       QuadChartMode           mode,
                                                       GHashTable             *plan);

/* Drawing */
QuadMoney         quad_chart_painter_get_largest      (QuadBoxes              *boxes,
                                                       guint                   box);
void              quad_chart_painter_draw_captions    (QuadChartPainter       *self,
                                                       cairo_t                *cr,
                                                       const QuadChartLayout  *layout);
void              quad_chart_painter_draw_box         (QuadChartPainter       *self,
                                                       cairo_t                *cr,
                                                       const QuadChartLayout  *layout,
                                                       QuadBoxes              *boxes,
                                                       guint                   box);
void              quad_chart_painter_draw_card        (QuadChartPainter       *self,
                                                       cairo_t                *cr,
                                                       const QuadCard         *card,
                                                       QuadMoney               largest,
                                                       gboolean                selected);
void              quad_chart_painter_draw_arrows      (QuadChartPainter       *self,
                                                       cairo_t                *cr,
                                                       const QuadChartLayout  *layout);
void              quad_chart_painter_draw_drop_target (QuadChartPainter       *self,
                                                       cairo_t                *cr,
                                                       const QuadChartLayout  *layout,
                                                       guint                   box,
                                                       const char             *words);
void              quad_chart_painter_draw_badge       (QuadChartPainter       *self,
                                                       cairo_t                *cr,
                                                       QuadProfile             profile,
                                                       double                  x,
                                                       double                  y,
                                                       double                  size);
double            quad_chart_painter_measure_legend   (QuadChartPainter       *self,
                                                       const QuadChartLayout  *layout,
                                                       double                  width);
void              quad_chart_painter_draw_legend      (QuadChartPainter       *self,
                                                       cairo_t                *cr,
                                                       const QuadChartLayout  *layout,
                                                       const QuadRect         *area);
void              quad_chart_painter_draw             (QuadChartPainter       *self,
                                                       cairo_t                *cr,
                                                       const QuadChartLayout  *layout,
                                                       QuadBoxes              *boxes);

/* What was drawn where */
gboolean          quad_chart_painter_is_shortened     (QuadChartPainter       *self,
                                                       const QuadCard         *card);
guint             quad_chart_painter_hit_sign         (QuadChartPainter       *self,
                                                       const QuadCard         *card,
                                                       double                  x,
                                                       double                  y);
GArray           *quad_chart_painter_list_header      (QuadChartPainter       *self,
                                                       const QuadChartLayout  *layout,
                                                       QuadBoxes              *boxes,
                                                       guint                   box);
QuadHeaderKind    quad_chart_painter_hit_header       (QuadChartPainter       *self,
                                                       const QuadChartLayout  *layout,
                                                       QuadBoxes              *boxes,
                                                       guint                   box,
                                                       double                  x,
                                                       double                  y);
void              quad_chart_painter_init_words       (QuadChartPainter       *self,
                                                       const QuadChartLayout  *layout,
                                                       QuadBoxes              *boxes,
                                                       guint                   box,
                                                       QuadBoxWords           *words);

G_END_DECLS
