/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-chart-painter"

#include <math.h>

#include "quad-chart-painter-private.h"
#include "quad-chart-words.h"

/* The frame, the header and what else is in a box beside its cards. */

#define BOX_RADIUS 10.0

/* The least space between what stands at the start and at the end of a line. */
#define LINE_GAP 12.0

/* The part of the header's width that a long title keeps beside the figure. */
#define TITLE_SHARE 0.4

/* The pieces of the header's end, in reading order. */
typedef struct
{
  const QuadText *figure;
  const QuadText *caption;      /* NULL when there is no room */
  double          sign;         /* width of the sign with its gap, 0 without */
  double          width;        /* of all, 0 when there is no room at all */
} Headline;

static void
draw_frame (QuadChartPainter *self,
            cairo_t          *cr,
            const QuadRect   *rect,
            QuadTier          tier)
{
  double scale = quad_painter_get_device_scale (cr);
  double line = scale > 0.0 ? MAX (1.0, floor (scale)) / scale : 0.75;
  QuadRect middle = { rect->x + line / 2.0, rect->y + line / 2.0,
                      rect->width - line, rect->height - line };

  if (middle.width <= 0.0 || middle.height <= 0.0)
    return;

  quad_painter_add_round_rect (cr, &middle, BOX_RADIUS);
  quad_painter_set_color (cr, &self->palette->box[tier]);
  cairo_fill_preserve (cr);
  quad_painter_set_color (cr, &self->palette->box_border[tier]);
  cairo_set_line_width (cr, line);
  cairo_stroke (cr);
}

/* A tick, or a triangle with an exclamation mark: the verdict without colour. */
static void
draw_sign (cairo_t         *cr,
           double           x,
           double           baseline,
           double           size,
           QuadVerdict      verdict,
           const QuadColor *color)
{
  double top = baseline - size;

  cairo_save (cr);
  quad_painter_set_color (cr, color);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_width (cr, size * 0.16);

  if (verdict == QUAD_VERDICT_GOOD)
    {
      cairo_move_to (cr, x + size * 0.10, top + size * 0.58);
      cairo_line_to (cr, x + size * 0.38, top + size * 0.86);
      cairo_line_to (cr, x + size * 0.92, top + size * 0.24);
      cairo_stroke (cr);
    }
  else
    {
      cairo_set_line_width (cr, size * 0.11);
      cairo_move_to (cr, x + size * 0.50, top + size * 0.10);
      cairo_line_to (cr, x + size * 0.96, top + size * 0.92);
      cairo_line_to (cr, x + size * 0.04, top + size * 0.92);
      cairo_close_path (cr);
      cairo_stroke (cr);
      cairo_move_to (cr, x + size * 0.50, top + size * 0.40);
      cairo_line_to (cr, x + size * 0.50, top + size * 0.61);
      cairo_move_to (cr, x + size * 0.50, top + size * 0.765);
      cairo_line_to (cr, x + size * 0.50, top + size * 0.77);
      cairo_stroke (cr);
    }

  cairo_restore (cr);
}

static void
fit_headline (QuadChartPainter   *self,
              const QuadBoxWords *words,
              double              title_width,
              double              width,
              Headline           *headline)
{
  double figure, caption;

  headline->figure = quad_text_cache_get (self->texts, QUAD_FONT_FIGURE, 1.0, words->figure);
  headline->caption = quad_text_cache_get (self->texts, QUAD_FONT_SMALL, 1.0,
                                           words->figure_caption);
  headline->sign = words->verdict == QUAD_VERDICT_NONE
                     ? 0.0
                     : quad_text_cache_get_ascent (self->texts, QUAD_FONT_FIGURE);
  figure = headline->sign + headline->figure->width;
  caption = 4.0 + headline->caption->width;

  if (title_width + LINE_GAP + figure + caption <= width)
    {
      headline->width = figure + caption;
      return;
    }

  headline->caption = NULL;
  headline->width = MIN (title_width, TITLE_SHARE * width) + LINE_GAP + figure <= width ? figure
                                                                                      : 0.0;
}

static void
draw_first_line (QuadChartPainter   *self,
                 cairo_t            *cr,
                 const QuadRect     *area,
                 double              baseline,
                 const QuadBoxWords *words)
{
  const QuadPalette *palette = self->palette;
  const QuadColor *color = words->verdict == QUAD_VERDICT_GOOD ? &palette->good
                           : words->verdict == QUAD_VERDICT_WARNING ? &palette->warning
                           : &palette->text;
  const QuadText *title;
  Headline headline;
  double start;

  title = quad_text_cache_get (self->texts, QUAD_FONT_TITLE, 1.0, words->title);
  fit_headline (self, words, title->width, area->width, &headline);

  title = quad_text_cache_get_fitting (self->texts, QUAD_FONT_TITLE, 1.0, words->title,
                                       headline.width > 0.0
                                         ? area->width - headline.width - LINE_GAP
                                         : area->width);
  quad_painter_show_text (self, cr, title, area, 0.0, baseline, &palette->text);
  if (headline.width <= 0.0)
    return;

  start = area->width - headline.width;
  if (headline.sign > 0.0)
    {
      double size = headline.sign * 0.78;

      draw_sign (cr, quad_painter_get_x (self, area, start, size), baseline, size,
                 words->verdict, color);
      start += headline.sign;
    }
  quad_painter_show_text (self, cr, headline.figure, area, start, baseline, color);
  if (headline.caption != NULL)
    quad_painter_show_text (self, cr, headline.caption, area,
                            start + headline.figure->width + 4.0, baseline, &palette->text);
}

static void
draw_second_line (QuadChartPainter   *self,
                  cairo_t            *cr,
                  const QuadRect     *area,
                  double              baseline,
                  const QuadBoxWords *words)
{
  const QuadText *subtitle = NULL;
  const QuadText *guideline;
  double left;

  guideline = quad_text_cache_get (self->texts, QUAD_FONT_SMALL, 1.0, words->guideline);
  left = area->width - guideline->width - LINE_GAP;
  for (guint i = 0; i < QUAD_N_SUBTITLES; i++)
    {
      subtitle = quad_text_cache_get (self->texts, QUAD_FONT_SMALL, 1.0, words->subtitles[i]);
      if (subtitle->width <= left)
        break;
    }

  if (subtitle->width <= left)
    quad_painter_show_text (self, cr, guideline, area, area->width - guideline->width, baseline,
                            &self->palette->text_dim);
  else
    subtitle = quad_text_cache_get_fitting (self->texts, QUAD_FONT_SMALL, 1.0,
                                            words->subtitles[1], area->width);
  quad_painter_show_text (self, cr, subtitle, area, 0.0, baseline, &self->palette->text_dim);
}

static void
draw_header (QuadChartPainter    *self,
             cairo_t             *cr,
             const QuadBoxLayout *box,
             const QuadBoxWords  *words,
             gboolean             ruled)
{
  const QuadRect area = { box->body.x, box->header.y, box->body.width, box->header.height };
  double title_height = MAX (quad_text_cache_get_height (self->texts, QUAD_FONT_TITLE),
                             quad_text_cache_get_height (self->texts, QUAD_FONT_FIGURE));
  double y = box->header.y + (box->brief ? 7.0 : 10.0);
  double ascent = quad_text_cache_get_ascent (self->texts, QUAD_FONT_FIGURE);

  if (area.width <= 0.0 || area.height <= 0.0)
    return;

  cairo_save (cr);
  cairo_rectangle (cr, box->header.x, box->header.y, box->header.width, box->header.height);
  cairo_clip (cr);

  draw_first_line (self, cr, &area, y + ascent, words);
  if (!box->brief)
    {
      y += title_height + 2.0;
      draw_second_line (self, cr, &area,
                        y + quad_text_cache_get_ascent (self->texts, QUAD_FONT_SMALL), words);
    }
  if (ruled)
    {
      quad_painter_set_color (cr, &self->palette->box_border[0]);
      quad_painter_draw_hairline (cr, area.x, box->header.y + box->header.height - 5.0, area.width);
    }

  cairo_restore (cr);
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

/**
 * quad_chart_painter_draw_box:
 * @self: the painter
 * @cr: where to
 * @layout: the chart
 * @boxes: that were laid out
 * @tier: which box
 *
 * Draws one box with its header and all its cards, none of them selected, inside its rectangle:
 * a view keeps the result, and draws the few selected cards over it.
 */
void
quad_chart_painter_draw_box (QuadChartPainter      *self,
                             cairo_t               *cr,
                             const QuadChartLayout *layout,
                             QuadBoxes             *boxes,
                             QuadTier               tier)
{
  g_auto (QuadBoxWords) words = { 0 };
  const QuadBoxLayout *box;
  const QuadCard *cards;
  QuadMoney largest;

  g_return_if_fail (QUAD_IS_CHART_PAINTER (self));
  g_return_if_fail (layout != NULL && tier < QUAD_N_CHART_TIERS);
  g_return_if_fail (QUAD_IS_BOXES (boxes));

  box = &layout->boxes[tier];
  cards = (const QuadCard *) layout->cards->data + box->first_card;
  largest = quad_chart_painter_get_largest (boxes, tier);

  draw_frame (self, cr, &box->rect, tier);
  quad_box_words_init (&words, tier, quad_boxes_get_figures (boxes, tier), &self->currency);
  draw_header (self, cr, box, &words, layout->metrics.ruled);

  if (layout->metrics.ruled)
    quad_painter_draw_rows (self, cr, cards, box->n_cards, box->scale, largest);
  else
    quad_painter_draw_cards (self, cr, cards, box->n_cards, largest);

  if (box->n_more > 0)
    draw_more (self, cr, box);
  else if (box->n_cards == 0)
    draw_hint (self, cr, box, words.hint);
}
