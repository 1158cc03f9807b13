/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "quad-chart-input.h"

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
 * @least_target: height that what can be hit has at least, with half of the gaps around it; for
 *   fingers, 0 for a pointer
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
  double   least_target;
  gboolean rtl;
  gboolean ruled;
} QuadChartMetrics;

/**
 * QuadChartOptions:
 * @metrics: of the fonts
 * @width: of the chart
 * @height: of the chart
 * @zoomed: one box fills the whole chart
 * @zoom: then, which #QuadBox
 *
 * How a chart is laid out.
 */
typedef struct
{
  QuadChartMetrics metrics;
  double           width;
  double           height;
  gboolean         zoomed;
  guint            zoom;
} QuadChartOptions;

typedef enum
{
  QUAD_LABEL_NONE,      /* no room: only on hover and focus */
  QUAD_LABEL_INSIDE,    /* in the bubble, on one line or two */
  QUAD_LABEL_BESIDE,    /* touching it */
  QUAD_LABEL_LEADER,    /* at the end of a line that leads to it */
} QuadLabelKind;

/**
 * QuadLabel:
 * @rect: of the text
 * @split: bytes of the name that stand on the first line, 0 where there is only one
 * @amount: there is room for the amount on a line below, inside
 * @from_x: where the leader begins, at the bubble
 * @to_x: where it ends, at the text
 *
 * The name of a bubble.
 */
typedef struct
{
  QuadLabelKind kind;
  QuadRect      rect;
  guint         split;
  gboolean      amount;
  double        from_x, from_y;
  double        to_x, to_y;
} QuadLabel;

/**
 * QuadCard:
 * @account: (unowned): valid as long as the layout
 * @box: its #QuadBox
 * @rect: where it is; of a bubble, the square around it
 * @compact: one line (name and amount) in place of two
 * @ghost: where the account is now, as it is planned to be elsewhere
 * @planned: where it is planned to be, as it is elsewhere now
 * @radius: of a bubble
 * @hollow: a bubble whose amount is unknown: its size means nothing
 * @label: of a bubble
 */
typedef struct
{
  QuadAccount *account;
  guint        box;
  QuadRect     rect;
  gboolean     compact;
  gboolean     ghost;
  gboolean     planned;
  double       radius;
  gboolean     hollow;
  QuadLabel    label;
} QuadCard;

/**
 * QuadBoxLayout:
 * @rect: the whole box; without size when the chart does not show it
 * @header: title and figures, as wide as the box
 * @body: where the cards are
 * @columns: of cards; 0 for bubbles
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

/**
 * QuadArrow:
 * @account: (unowned): valid as long as the layout
 * @from: where the account is now: its ghost, or "+N more"
 * @to: where it is planned to be: its card, or "+N more"
 * @from_box: a #QuadBox
 * @to_box: a #QuadBox
 * @from_round: @from is a bubble
 * @to_round: @to is a bubble
 *
 * One planned move. None leads off the chart.
 */
typedef struct
{
  QuadAccount *account;
  QuadRect     from;
  QuadRect     to;
  guint        from_box;
  guint        to_box;
  gboolean     from_round;
  gboolean     to_round;
} QuadArrow;

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
 * @box: the #QuadBox, unless nothing was hit
 * @card: index of the card for %QUAD_HIT_CARD
 */
typedef struct
{
  QuadHitKind kind;
  guint       box;
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
 * Which account stands where. Pure geometry: the same input and options always give the same
 * layout; nothing overlaps, nothing leaves its box, nothing is dropped silently.
 *
 * Clients stand left and prospects right (mirrored in right-to-left), the better box of each on
 * top; in the KARE lens the accounts without a profile are in a strip below. Where the width does
 * not allow that, the boxes are stacked; the view then scrolls, see quad_chart_layout_measure().
 */
typedef struct _QuadChartLayout QuadChartLayout;

QuadChartLayout     *quad_chart_layout_new           (QuadBoxes              *boxes,
                                                      const QuadChartMetrics *metrics,
                                                      double                  width,
                                                      double                  height);
QuadChartLayout     *quad_chart_layout_compute       (QuadChartInput         *input,
                                                      const QuadChartOptions *options,
                                                      GCancellable           *cancellable);
QuadChartLayout     *quad_chart_layout_update        (const QuadChartLayout  *before,
                                                      QuadChartInput         *input,
                                                      const QuadChartOptions *options,
                                                      GCancellable           *cancellable);
guint                quad_chart_layout_get_kept      (const QuadChartLayout  *self);
void                 quad_chart_layout_measure       (QuadBoxes              *boxes,
                                                      QuadChartMode           mode,
                                                      const QuadChartOptions *options,
                                                      double                 *minimum,
                                                      double                 *natural);
QuadChartLayout     *quad_chart_layout_ref           (QuadChartLayout        *self);
void                 quad_chart_layout_unref         (QuadChartLayout        *self);
QuadLens             quad_chart_layout_get_lens      (const QuadChartLayout  *self);
QuadChartMode        quad_chart_layout_get_mode      (const QuadChartLayout  *self);
void                 quad_chart_layout_get_size      (const QuadChartLayout  *self,
                                                      double                 *width,
                                                      double                 *height);
gboolean             quad_chart_layout_is_stacked    (const QuadChartLayout  *self);
gboolean             quad_chart_layout_is_zoomed     (const QuadChartLayout  *self);
gboolean             quad_chart_layout_get_caption   (const QuadChartLayout  *self,
                                                      gboolean                prospects,
                                                      QuadRect               *caption);
gboolean             quad_chart_layout_has_box       (const QuadChartLayout  *self,
                                                      guint                   box);
const QuadBoxLayout *quad_chart_layout_get_box       (const QuadChartLayout  *self,
                                                      guint                   box);
const QuadCard      *quad_chart_layout_get_cards     (const QuadChartLayout  *self,
                                                      guint                  *n_cards);
GArray              *quad_chart_layout_list_arrows   (const QuadChartLayout  *self);
double               quad_chart_layout_get_area      (const QuadChartLayout  *self);
gboolean             quad_chart_layout_find          (const QuadChartLayout  *self,
                                                      QuadAccount            *account,
                                                      guint                  *card);
gboolean             quad_chart_layout_find_ghost    (const QuadChartLayout  *self,
                                                      QuadAccount            *account,
                                                      guint                  *card);
gboolean             quad_chart_layout_is_same_box   (const QuadChartLayout  *self,
                                                      const QuadChartLayout  *other,
                                                      guint                   box);
QuadHit              quad_chart_layout_hit           (const QuadChartLayout  *self,
                                                      double                  x,
                                                      double                  y);
void                 quad_chart_layout_snap          (const QuadChartLayout  *self,
                                                      double                  reach,
                                                      double                 *x,
                                                      double                 *y);
gboolean             quad_chart_layout_get_neighbour (const QuadChartLayout  *self,
                                                      guint                   card,
                                                      QuadDirection           direction,
                                                      guint                  *neighbour);

gboolean             quad_rect_contains              (const QuadRect         *rect,
                                                      double                  x,
                                                      double                  y);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuadChartLayout, quad_chart_layout_unref)

G_END_DECLS
