/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-chart-painter"

#include <math.h>

#include "quad-chart-painter-private.h"

/* A box: its frame, and what else is in it beside its header and its cards. */

#define BOX_RADIUS 10.0

static void
draw_frame (QuadChartPainter *self,
            cairo_t          *cr,
            const QuadRect   *rect,
            guint             tint)
{
  double scale = quad_painter_get_device_scale (cr);
  double line = scale > 0.0 ? MAX (1.0, floor (scale)) / scale : 0.75;
  QuadRect middle = { rect->x + line / 2.0, rect->y + line / 2.0,
                      rect->width - line, rect->height - line };

  if (middle.width <= 0.0 || middle.height <= 0.0)
    return;

  quad_painter_add_round_rect (cr, &middle, BOX_RADIUS);
  quad_painter_set_color (cr, &self->palette->box[tint]);
  cairo_fill_preserve (cr);
  quad_painter_set_color (cr, &self->palette->box_border[tint]);
  cairo_set_line_width (cr, line);
  cairo_stroke (cr);
}

static void
draw_hint (QuadChartPainter    *self,
           cairo_t             *cr,
           const QuadBoxLayout *box,
           const char          *hint)
{
  g_autoptr (PangoLayout) layout = NULL;
  double margin = MIN (24.0, box->body.width / 10.0);
  int height;

  layout = quad_text_cache_wrap (self->texts, QUAD_FONT_SMALL, hint,
                                 box->body.width - 2.0 * margin);
  pango_layout_get_pixel_size (layout, NULL, &height);
  if (height > box->body.height || box->body.width < 4.0 * margin)
    return;

  quad_painter_set_color (cr, &self->palette->text_dim);
  cairo_move_to (cr, box->body.x + margin,
                 floor (box->body.y + (box->body.height - height) / 2.0));
  pango_cairo_show_layout (cr, layout);
}

static void
draw_more (QuadChartPainter    *self,
           cairo_t             *cr,
           const QuadBoxLayout *box)
{
  g_autofree char *words = quad_chart_format_more (box->n_more);
  const QuadText *text;

  text = quad_text_cache_get_fitting (self->texts, QUAD_FONT_SMALL_BOLD, 1.0, words,
                                      box->more.width);
  cairo_save (cr);
  cairo_rectangle (cr, box->more.x, box->more.y, box->more.width, box->more.height);
  cairo_clip (cr);
  quad_painter_show_text (self, cr, text, &box->more, 0.0,
                          box->more.y + (box->more.height - text->height) / 2.0 + text->baseline,
                          &self->palette->text_dim);
  cairo_restore (cr);
}

static void
draw_accounts (QuadChartPainter      *self,
               cairo_t               *cr,
               const QuadChartLayout *layout,
               QuadBoxes             *boxes,
               guint                  index)
{
  const QuadBoxLayout *box = &layout->boxes[index];
  const QuadCard *cards = (const QuadCard *) layout->cards->data + box->first_card;
  QuadMoney largest = quad_chart_painter_get_largest (boxes, index);

  if (layout->metrics.ruled)
    {
      quad_painter_draw_rows (self, cr, cards, box->n_cards, box->scale, largest);
      return;
    }
  if (quad_chart_layout_has_bubbles (layout, index))
    {
      quad_painter_draw_bubbles (self, cr, cards, box->n_cards);
      return;
    }

  for (guint i = 0; i < box->n_cards; i++)
    quad_chart_painter_draw_card (self, cr, &cards[i], largest, FALSE);
}

/**
 * quad_chart_painter_draw_box:
 * @self: the painter
 * @cr: where to
 * @layout: the chart
 * @boxes: that were laid out
 * @box: a #QuadBox; nothing is drawn when it is not shown
 *
 * Draws one box with its header and all its cards, none of them selected, inside its rectangle:
 * a view keeps the result, and draws the few selected cards over it.
 */
void
quad_chart_painter_draw_box (QuadChartPainter      *self,
                             cairo_t               *cr,
                             const QuadChartLayout *layout,
                             QuadBoxes             *boxes,
                             guint                  box)
{
  g_auto (QuadBoxWords) words = { 0 };
  const QuadBoxLayout *place;

  g_return_if_fail (QUAD_IS_CHART_PAINTER (self));
  g_return_if_fail (layout != NULL && box < QUAD_N_BOXES);
  g_return_if_fail (QUAD_IS_BOXES (boxes));

  if (!quad_chart_layout_has_box (layout, box))
    return;

  place = &layout->boxes[box];
  draw_frame (self, cr, &place->rect, quad_palette_get_tint (layout->lens, box));
  quad_chart_painter_init_words (self, layout, boxes, box, &words);
  quad_painter_draw_header (self, cr, place, &words, layout->metrics.ruled);
  draw_accounts (self, cr, layout, boxes, box);

  if (place->n_more > 0)
    draw_more (self, cr, place);
  else if (place->n_cards == 0)
    draw_hint (self, cr, place, words.hint);
}
