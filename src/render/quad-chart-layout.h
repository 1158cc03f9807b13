/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quad-boxes.h"

G_BEGIN_DECLS

/* Units of every length in this folder: points on paper, logical pixels on screen. */
typedef struct
{
  double x, y, width, height;
} QuadRect;

/**
 * QuadChartMetrics:
 * @line_height: of the body font
 * @small_height: of the small font
 * @title_height: of the box title font
 * @minimum_card_width: below this a box gets fewer columns
 * @rtl: mirrored, for right-to-left languages
 * @ruled: ruled rows that run down the columns, as on paper, in place of cards
 *
 * What the pure geometry must know about the fonts; quad_chart_painter_get_metrics() fills it.
 */
typedef struct
{
  double   line_height;
  double   small_height;
  double   title_height;
  double   minimum_card_width;
  gboolean rtl;
  gboolean ruled;
} QuadChartMetrics;

/**
 * QuadCard:
 * @account: (unowned): valid as long as the layout
 * @tier: its box
 * @rect: where it is
 * @compact: one line (name and amount) in place of two
 */
typedef struct
{
  QuadAccount *account;
  QuadTier     tier;
  QuadRect     rect;
  gboolean     compact;
} QuadCard;

/**
 * QuadBoxLayout:
 * @rect: the whole box
 * @header: title and figures, as wide as the box
 * @body: where the cards are
 * @columns: of cards
 * @rows: of cards; the last one may be partly filled
 * @first_card: index of its first card in quad_chart_layout_get_cards()
 * @n_cards: how many are shown, in the order of the box
 * @n_more: how many are not
 * @more: where "+N more" stands, when n_more > 0
 * @scale: of the text of its cards: 1, or less where ruled rows had to become smaller to fit
 * @brief: the header has room for the title line only
 */
typedef struct
{
  QuadRect rect;
  QuadRect header;
  QuadRect body;
  guint    columns;
  guint    rows;
  guint    first_card;
  guint    n_cards;
  guint    n_more;
  QuadRect more;
  double   scale;
  gboolean brief;
} QuadBoxLayout;

typedef enum
{
  QUAD_HIT_NOTHING,
  QUAD_HIT_BOX,
  QUAD_HIT_HEADER,
  QUAD_HIT_CARD,
  QUAD_HIT_MORE,
} QuadHitKind;

/**
 * QuadHit:
 * @tier: the box, unless nothing was hit
 * @card: index of the card for %QUAD_HIT_CARD
 */
typedef struct
{
  QuadHitKind kind;
  QuadTier    tier;
  guint       card;
} QuadHit;

typedef enum
{
  QUAD_DIRECTION_LEFT,
  QUAD_DIRECTION_RIGHT,
  QUAD_DIRECTION_UP,
  QUAD_DIRECTION_DOWN,
} QuadDirection;

/**
 * QuadChartLayout:
 *
 * Which account stands where. Pure geometry: the same boxes, metrics and size always give the
 * same layout; nothing overlaps, nothing leaves its box, nothing is dropped silently.
 *
 * Clients stand left and prospects right (mirrored in right-to-left), the better tier of each on
 * top. Where the width does not allow that, the four boxes are stacked in the order key,
 * secondary, ideal, lead; the view then scrolls, see quad_chart_layout_measure().
 */
typedef struct _QuadChartLayout QuadChartLayout;

QuadChartLayout     *quad_chart_layout_new           (QuadBoxes              *boxes,
                                                      const QuadChartMetrics *metrics,
                                                      double                  width,
                                                      double                  height);
void                 quad_chart_layout_measure       (QuadBoxes              *boxes,
                                                      const QuadChartMetrics *metrics,
                                                      double                  width,
                                                      double                 *minimum,
                                                      double                 *natural);
QuadChartLayout     *quad_chart_layout_ref           (QuadChartLayout        *self);
void                 quad_chart_layout_unref         (QuadChartLayout        *self);
void                 quad_chart_layout_get_size      (const QuadChartLayout  *self,
                                                      double                 *width,
                                                      double                 *height);
gboolean             quad_chart_layout_is_stacked    (const QuadChartLayout  *self);
gboolean             quad_chart_layout_get_caption   (const QuadChartLayout  *self,
                                                      gboolean                prospects,
                                                      QuadRect               *caption);
const QuadBoxLayout *quad_chart_layout_get_box       (const QuadChartLayout  *self,
                                                      QuadTier                tier);
const QuadCard      *quad_chart_layout_get_cards     (const QuadChartLayout  *self,
                                                      guint                  *n_cards);
gboolean             quad_chart_layout_find          (const QuadChartLayout  *self,
                                                      QuadAccount            *account,
                                                      guint                  *card);
QuadHit              quad_chart_layout_hit           (const QuadChartLayout  *self,
                                                      double                  x,
                                                      double                  y);
gboolean             quad_chart_layout_get_neighbour (const QuadChartLayout  *self,
                                                      guint                   card,
                                                      QuadDirection           direction,
                                                      guint                  *neighbour);

gboolean             quad_rect_contains              (const QuadRect         *rect,
                                                      double                  x,
                                                      double                  y);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuadChartLayout, quad_chart_layout_unref)

G_END_DECLS
