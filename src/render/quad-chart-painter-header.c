/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-chart-painter"

#include <math.h>
#include <string.h>

#include "quad-chart-painter-private.h"

/* The header of a box: what stands where in it, for drawing and for the pointer. */

/* The least space between what stands at the start and at the end of a line. */
#define LINE_GAP 12.0

/* The part of the header's width that a long title keeps beside the figure. */
#define TITLE_SHARE 0.4

/* Between figure and caption. */
#define CAPTION_GAP 4.0

/* The pieces of a header, each %NULL where there is no room for it. Starts count from the start
 * edge of @area. */
typedef struct
{
  QuadRect        area;
  double          first;            /* baselines */
  double          second;
  const QuadText *title;
  const QuadText *figure;
  const QuadText *caption;
  double          sign;             /* width of the sign with its gap, 0 without */
  double          headline;         /* start of sign, figure and caption */
  const QuadText *subtitle;
  const QuadText *guideline;
} HeaderLayout;

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

/* Sign, figure and caption at the end of the first line, what of it fits. */
static void
fit_headline (QuadChartPainter   *self,
              const QuadBoxWords *words,
              HeaderLayout       *header)
{
  const QuadText *figure = quad_text_cache_get (self->texts, QUAD_FONT_FIGURE, 1.0, words->figure);
  const QuadText *caption = quad_text_cache_get (self->texts, QUAD_FONT_SMALL, 1.0,
                                                 words->figure_caption);
  double sign = words->verdict == QUAD_VERDICT_NONE
                  ? 0.0 : quad_text_cache_get_ascent (self->texts, QUAD_FONT_FIGURE);
  double title = header->title->width, width = header->area.width;
  double shown = sign + figure->width;

  if (title + LINE_GAP + shown + CAPTION_GAP + caption->width <= width)
    {
      header->caption = caption;
      shown += CAPTION_GAP + caption->width;
    }
  else if (MIN (title, TITLE_SHARE * width) + LINE_GAP + shown > width)
    {
      return;
    }

  header->figure = figure;
  header->sign = sign;
  header->headline = width - shown;
}

static void
fit_second_line (QuadChartPainter   *self,
                 const QuadBoxWords *words,
                 HeaderLayout       *header)
{
  const QuadText *guideline = quad_text_cache_get (self->texts, words->over ? QUAD_FONT_SMALL_BOLD
                                                                            : QUAD_FONT_SMALL,
                                                   1.0, words->guideline);
  double left = header->area.width - guideline->width - LINE_GAP;

  for (guint i = 0; i < QUAD_N_SUBTITLES; i++)
    {
      header->subtitle = quad_text_cache_get (self->texts, QUAD_FONT_SMALL, 1.0,
                                              words->subtitles[i]);
      if (header->subtitle->width <= left)
        break;
    }

  if (header->subtitle->width <= left)
    header->guideline = guideline;
  else
    header->subtitle = quad_text_cache_get_fitting (self->texts, QUAD_FONT_SMALL, 1.0,
                                                    words->subtitles[1], header->area.width);
}

/* Returns: FALSE when there is no room at all. */
static gboolean
fit_header (QuadChartPainter    *self,
            const QuadBoxLayout *box,
            const QuadBoxWords  *words,
            HeaderLayout        *header)
{
  double y = box->header.y + (box->brief ? 7.0 : 10.0);

  *header = (HeaderLayout) {
    .area = { box->body.x, box->header.y, box->body.width, box->header.height },
  };
  if (header->area.width <= 0.0 || header->area.height <= 0.0)
    return FALSE;

  header->first = y + quad_text_cache_get_ascent (self->texts, QUAD_FONT_FIGURE);
  header->title = quad_text_cache_get (self->texts, QUAD_FONT_TITLE, 1.0, words->title);
  fit_headline (self, words, header);
  header->title = quad_text_cache_get_fitting (self->texts, QUAD_FONT_TITLE, 1.0, words->title,
                                               header->figure != NULL
                                                 ? header->headline - LINE_GAP
                                                 : header->area.width);
  if (!box->brief)
    {
      header->second = y + 2.0 + MAX (quad_text_cache_get_height (self->texts, QUAD_FONT_TITLE),
                                      quad_text_cache_get_height (self->texts, QUAD_FONT_FIGURE))
                       + quad_text_cache_get_ascent (self->texts, QUAD_FONT_SMALL);
      fit_second_line (self, words, header);
    }

  return TRUE;
}

static const QuadColor *
get_verdict_color (const QuadPalette *palette,
                   QuadVerdict        verdict)
{
  switch (verdict)
    {
    case QUAD_VERDICT_NONE:
      return &palette->text;
    case QUAD_VERDICT_GOOD:
      return &palette->good;
    case QUAD_VERDICT_WARNING:
      return &palette->warning;
    }

  g_return_val_if_reached (&palette->text);
}

static void
draw_headline (QuadChartPainter   *self,
               cairo_t            *cr,
               const HeaderLayout *header,
               QuadVerdict         verdict)
{
  const QuadColor *color = get_verdict_color (self->palette, verdict);
  double start = header->headline;

  if (header->sign > 0.0)
    {
      double size = header->sign * 0.78;

      draw_sign (cr, quad_painter_get_x (self, &header->area, start, size), header->first, size,
                 verdict, color);
      start += header->sign;
    }
  quad_painter_show_text (self, cr, header->figure, &header->area, start, header->first, color);
  if (header->caption != NULL)
    quad_painter_show_text (self, cr, header->caption, &header->area,
                            start + header->figure->width + CAPTION_GAP, header->first,
                            &self->palette->text);
}

void
quad_painter_draw_header (QuadChartPainter    *self,
                          cairo_t             *cr,
                          const QuadBoxLayout *box,
                          const QuadBoxWords  *words,
                          gboolean             ruled)
{
  const QuadPalette *palette = self->palette;
  HeaderLayout header;

  if (!fit_header (self, box, words, &header))
    return;

  cairo_save (cr);
  cairo_rectangle (cr, box->header.x, box->header.y, box->header.width, box->header.height);
  cairo_clip (cr);

  quad_painter_show_text (self, cr, header.title, &header.area, 0.0, header.first, &palette->text);
  if (header.figure != NULL)
    draw_headline (self, cr, &header, words->verdict);
  if (header.subtitle != NULL)
    quad_painter_show_text (self, cr, header.subtitle, &header.area, 0.0, header.second,
                            &palette->text_dim);
  if (header.guideline != NULL)
    quad_painter_show_text (self, cr, header.guideline, &header.area,
                            header.area.width - header.guideline->width, header.second,
                            words->over ? &palette->warning : &palette->text_dim);
  if (ruled && !box->brief)
    {
      quad_painter_set_color (cr, &palette->box_border[0]);
      quad_painter_draw_hairline (cr, header.area.x, box->header.y + box->header.height - 5.0,
                                  header.area.width);
    }

  cairo_restore (cr);
}

static void
add_part (QuadChartPainter   *self,
          GArray             *parts,
          QuadHeaderKind      kind,
          const HeaderLayout *header,
          double              start,
          double              width,
          double              baseline,
          const QuadText     *text)
{
  QuadHeaderPart part = {
    .kind = kind,
    .rect = { quad_painter_get_x (self, &header->area, start, width), baseline - text->baseline,
              width, text->height },
  };

  g_array_append_val (parts, part);
}

/* The part of the subtitle that says @piece, where it does. */
static void
add_piece (QuadChartPainter   *self,
           GArray             *parts,
           QuadHeaderKind      kind,
           const HeaderLayout *header,
           const char         *piece)
{
  PangoLayout *layout = header->subtitle->layout;
  const char *whole = pango_layout_get_text (layout);
  const char *found = strstr (whole, piece);
  PangoRectangle first, last;
  QuadHeaderPart part = { .kind = kind };
  double left, right, origin;

  /* A word that was cut off cannot be asked about. */
  if (found == NULL || *piece == '\0' || pango_layout_is_ellipsized (layout))
    return;

  pango_layout_index_to_pos (layout, (int) (found - whole), &first);
  pango_layout_index_to_pos (layout, (int) (found - whole + strlen (piece)) - 1, &last);
  left = pango_units_to_double (MIN (MIN (first.x, first.x + first.width),
                                     MIN (last.x, last.x + last.width)));
  right = pango_units_to_double (MAX (MAX (first.x, first.x + first.width),
                                      MAX (last.x, last.x + last.width)));
  origin = quad_painter_get_x (self, &header->area, 0.0, header->subtitle->width)
           - header->subtitle->x;
  part.rect = (QuadRect) { origin + left, header->second - header->subtitle->baseline,
                           right - left, header->subtitle->height };
  g_array_append_val (parts, part);
}

/**
 * quad_chart_painter_list_header:
 * @self: the painter
 * @layout: the chart
 * @boxes: that were laid out
 * @box: a #QuadBox that is shown
 *
 * Returns: (transfer full) (element-type QuadHeaderPart): the pieces of its header that are shown
 */
GArray *
quad_chart_painter_list_header (QuadChartPainter      *self,
                                const QuadChartLayout *layout,
                                QuadBoxes             *boxes,
                                guint                  box)
{
  GArray *parts = g_array_new (FALSE, FALSE, sizeof (QuadHeaderPart));
  g_auto (QuadBoxWords) words = { 0 };
  HeaderLayout header;

  g_return_val_if_fail (QUAD_IS_CHART_PAINTER (self) && layout != NULL, parts);

  if (!quad_chart_layout_has_box (layout, box))
    return parts;
  quad_chart_painter_init_words (self, layout, boxes, box, &words);
  if (!fit_header (self, quad_chart_layout_get_box (layout, box), &words, &header))
    return parts;

  add_part (self, parts, QUAD_HEADER_TITLE, &header, 0.0, header.title->width, header.first,
            header.title);
  if (header.figure != NULL)
    add_part (self, parts, QUAD_HEADER_FIGURE, &header, header.headline,
              header.area.width - header.headline, header.first, header.figure);
  if (header.subtitle != NULL)
    {
      add_piece (self, parts, QUAD_HEADER_COUNT, &header, words.count);
      add_piece (self, parts, QUAD_HEADER_MONEY, &header, words.money);
    }
  if (header.guideline != NULL)
    add_part (self, parts, QUAD_HEADER_GUIDELINE, &header,
              header.area.width - header.guideline->width, header.guideline->width, header.second,
              header.guideline);

  return parts;
}

/**
 * quad_chart_painter_hit_header:
 * @self: the painter
 * @layout: the chart
 * @boxes: that were laid out
 * @box: a #QuadBox that is shown
 * @x: of the pointer
 * @y: of the pointer
 *
 * Returns: which piece of its header is there
 */
QuadHeaderKind
quad_chart_painter_hit_header (QuadChartPainter      *self,
                               const QuadChartLayout *layout,
                               QuadBoxes             *boxes,
                               guint                  box,
                               double                 x,
                               double                 y)
{
  g_autoptr (GArray) parts = quad_chart_painter_list_header (self, layout, boxes, box);

  for (guint i = 0; i < parts->len; i++)
    {
      const QuadHeaderPart *part = &g_array_index (parts, QuadHeaderPart, i);

      if (quad_rect_contains (&part->rect, x, y))
        return part->kind;
    }

  return QUAD_HEADER_NOTHING;
}
