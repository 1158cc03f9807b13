/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-chart-painter"

#include <math.h>

#include "quad-chart-painter-private.h"

/* The arrows of a plan: from where an account is now to where it is planned to be. */

#define ARROW_WIDTH  1.75
#define ARROW_HALO   2.0      /* of the colour of cards, so that it is seen on any of them */
#define HEAD_LENGTH  9.0
#define HEAD_WIDTH   8.0

/* How far an arrow swings out, as a part of its length. */
#define BEND 0.14

typedef struct
{
  double x, y;
} Point;

/* Where the line from the middle of @rect to a point leaves it, or the circle in it. */
static Point
leave_rect (const QuadRect *rect,
            gboolean        round,
            double          to_x,
            double          to_y)
{
  double x = rect->x + rect->width / 2.0, y = rect->y + rect->height / 2.0;
  double dx = to_x - x, dy = to_y - y;
  double part = 1.0;

  if (round)
    {
      part = MIN (part, (rect->width / 2.0 + 2.0) / MAX (1e-6, hypot (dx, dy)));
      return (Point) { x + dx * part, y + dy * part };
    }
  if (fabs (dx) > 1e-6)
    part = MIN (part, (rect->width / 2.0 + 2.0) / fabs (dx));
  if (fabs (dy) > 1e-6)
    part = MIN (part, (rect->height / 2.0 + 2.0) / fabs (dy));

  return (Point) { x + dx * part, y + dy * part };
}

static void
add_line (cairo_t *cr,
          Point    from,
          Point    bend,
          Point    to)
{
  cairo_move_to (cr, from.x, from.y);
  cairo_curve_to (cr, (from.x + 2.0 * bend.x) / 3.0, (from.y + 2.0 * bend.y) / 3.0,
                  (to.x + 2.0 * bend.x) / 3.0, (to.y + 2.0 * bend.y) / 3.0, to.x, to.y);
}

static void
add_head (cairo_t *cr,
          Point    bend,
          Point    tip)
{
  double length = MAX (1e-6, hypot (tip.x - bend.x, tip.y - bend.y));
  double dx = (tip.x - bend.x) / length, dy = (tip.y - bend.y) / length;
  Point foot = { tip.x - dx * HEAD_LENGTH, tip.y - dy * HEAD_LENGTH };

  cairo_move_to (cr, tip.x, tip.y);
  cairo_line_to (cr, foot.x - dy * HEAD_WIDTH / 2.0, foot.y + dx * HEAD_WIDTH / 2.0);
  cairo_line_to (cr, foot.x + dy * HEAD_WIDTH / 2.0, foot.y - dx * HEAD_WIDTH / 2.0);
  cairo_close_path (cr);
}

static void
draw_arrow (QuadChartPainter *self,
            cairo_t          *cr,
            const QuadArrow  *arrow)
{
  double from_x = arrow->from.x + arrow->from.width / 2.0;
  double from_y = arrow->from.y + arrow->from.height / 2.0;
  double to_x = arrow->to.x + arrow->to.width / 2.0;
  double to_y = arrow->to.y + arrow->to.height / 2.0;
  Point bend = { (from_x + to_x) / 2.0 - (to_y - from_y) * BEND,
                 (from_y + to_y) / 2.0 + (to_x - from_x) * BEND };
  Point from = leave_rect (&arrow->from, arrow->from_round, bend.x, bend.y);
  Point to = leave_rect (&arrow->to, arrow->to_round, bend.x, bend.y);
  double length = hypot (to.x - bend.x, to.y - bend.y);
  Point foot = to;

  if (length > HEAD_LENGTH)
    {
      foot.x -= (to.x - bend.x) / length * HEAD_LENGTH * 0.8;
      foot.y -= (to.y - bend.y) / length * HEAD_LENGTH * 0.8;
    }

  quad_painter_set_color (cr, &self->palette->card);
  cairo_set_line_width (cr, ARROW_WIDTH + 2.0 * ARROW_HALO);
  add_line (cr, from, bend, foot);
  cairo_stroke (cr);
  cairo_set_line_width (cr, 2.0 * ARROW_HALO);
  add_head (cr, bend, to);
  cairo_stroke (cr);

  quad_painter_set_color (cr, &self->palette->accent);
  cairo_set_line_width (cr, ARROW_WIDTH);
  add_line (cr, from, bend, foot);
  cairo_stroke (cr);
  add_head (cr, bend, to);
  cairo_fill (cr);
}

/**
 * quad_chart_painter_draw_arrows:
 * @self: the painter
 * @cr: where to
 * @layout: the chart; without a plan nothing is drawn
 *
 * The arrows from where accounts are now to where they are planned to be, to be drawn over the
 * boxes.
 */
void
quad_chart_painter_draw_arrows (QuadChartPainter      *self,
                                cairo_t               *cr,
                                const QuadChartLayout *layout)
{
  g_autoptr (GArray) arrows = NULL;

  g_return_if_fail (QUAD_IS_CHART_PAINTER (self));
  g_return_if_fail (layout != NULL);

  arrows = quad_chart_layout_list_arrows (layout);
  cairo_save (cr);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  for (guint i = 0; i < arrows->len; i++)
    draw_arrow (self, cr, &g_array_index (arrows, QuadArrow, i));
  cairo_restore (cr);
}
