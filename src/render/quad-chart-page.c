/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-chart-page"

#include "quad-chart-page.h"

#include <math.h>

#include "quad-chart-painter-private.h"
#include "quad-i18n.h"

/* The text is this large, in points, on a page of this width within its margins: A4 landscape.
 * Other paper gets the same picture in its size, within reason. */
#define FONT_SIZE        10.0
#define USUAL_WIDTH      780.0
#define SMALLEST_FACTOR  0.6
#define LARGEST_FACTOR   2.0

/* Beside its badge and name a row has an amount and a short bar. */
#define ROW_EXTRA        3.2    /* line heights */

#define LEGEND_GAP       18.0

static void
draw_words (QuadChartPainter *painter,
            cairo_t          *cr,
            const QuadText   *text,
            const QuadRect   *area,
            gboolean          at_end,
            double            baseline,
            const QuadColor  *color)
{
  quad_painter_show_text (painter, cr, text, area, at_end ? area->width - text->width : 0.0,
                          baseline, color);
}

/* "44 accounts · €2.45M": everyone on the chart, and the known revenue of the clients. */
static char *
format_totals (const QuadChartPage *page)
{
  QuadLens lens = quad_boxes_get_lens (page->boxes);
  QuadMoney revenue = 0;
  guint accounts = 0, known = 0;
  g_autofree char *amount = NULL;
  g_autofree char *count = NULL;

  for (guint box = 0; box < QUAD_N_BOXES; box++)
    {
      const QuadTierFigures *figures = quad_boxes_get_figures (page->boxes, box);

      if (!quad_lens_has_box (lens, box))
        continue;
      accounts += figures->accounts;

      /* By profile, boxes count the revenue of clients only. */
      if (lens == QUAD_LENS_TIERS && !quad_box_is_client (box))
        continue;
      known += figures->known;
      revenue += figures->revenue;
    }

  count = g_strdup_printf (ngettext ("%u account", "%u accounts", accounts), accounts);
  if (known == 0)
    return g_steal_pointer (&count);

  amount = quad_money_format (revenue, page->currency, QUAD_MONEY_SHORT);

  /* Translators: number of accounts or prospects, their revenue or potential */
  return g_strdup_printf (_("%s · %s"), count, amount);
}

/* Returns: the height used. */
static double
draw_heading (const QuadChartPage *page,
              QuadChartPainter    *painter,
              cairo_t             *cr,
              double               width)
{
  const QuadPalette *palette = painter->palette;
  QuadTextCache *texts = painter->texts;
  const QuadRect area = { 0.0, 0.0, width, 0.0 };
  g_autofree char *totals = format_totals (page);
  g_autofree char *date = quad_date_format (page->today, QUAD_DATE_STYLE_FULL, page->today);
  double title_height = quad_text_cache_get_height (texts, QUAD_FONT_PAGE_TITLE);
  double body_height = quad_text_cache_get_height (texts, QUAD_FONT_BODY);
  double first, second, left;
  const QuadText *text;

  first = quad_text_cache_get_ascent (texts, QUAD_FONT_PAGE_TITLE);
  second = title_height + 2.0 + quad_text_cache_get_ascent (texts, QUAD_FONT_BODY);

  text = quad_text_cache_get_fitting (texts, QUAD_FONT_NAME, 1.0, totals, width / 2.0);
  draw_words (painter, cr, text, &area, TRUE, first, &palette->text);
  left = width - text->width - LEGEND_GAP;
  text = quad_text_cache_get_fitting (texts, QUAD_FONT_PAGE_TITLE, 1.0,
                                      page->title != NULL ? page->title : _("Account chart"),
                                      left);
  draw_words (painter, cr, text, &area, FALSE, first, &palette->text);

  text = quad_text_cache_get_fitting (texts, QUAD_FONT_BODY, 1.0, date, width / 2.0);
  draw_words (painter, cr, text, &area, TRUE, second, &palette->text_dim);
  left = width - text->width - LEGEND_GAP;
  text = quad_text_cache_get_fitting (texts, QUAD_FONT_BODY, 1.0,
                                      page->subtitle != NULL ? page->subtitle : "", left);
  draw_words (painter, cr, text, &area, FALSE, second, &palette->text_dim);

  return title_height + 2.0 + body_height + 10.0;
}

static double
get_legend_height (QuadChartPainter *painter)
{
  return quad_text_cache_get_height (painter->texts, QUAD_FONT_NAME) + 8.0;
}

/* Badges with their words, what a bar stands for, and the page number. What has no room is left
 * out from the end, the page number last. */
static void
draw_legend (QuadChartPainter *painter,
             cairo_t          *cr,
             const QuadRect   *area,
             const QuadNames  *names)
{
  const QuadColor *color = &painter->palette->text_dim;
  QuadTextCache *texts = painter->texts;
  double line = quad_text_cache_get_height (texts, QUAD_FONT_NAME);
  double size = line * 0.94;
  double top = area->y + 8.0;
  double baseline = top + quad_text_cache_get_ascent (texts, QUAD_FONT_NAME);
  double start = 0.0, end;
  const QuadText *text;

  /* Translators: at the foot of a printed page: its number and how many there are */
  g_autofree char *number = g_strdup_printf (_("Page %u of %u"), 1u, 1u);

  text = quad_text_cache_get (texts, QUAD_FONT_SMALL, 1.0, number);
  draw_words (painter, cr, text, area, TRUE, baseline, color);
  end = area->width - text->width - LEGEND_GAP;

  for (QuadProfile profile = QUAD_PROFILE_KEEP; profile < QUAD_N_PROFILES; profile++)
    {
      QuadRect badge = { 0.0, top + (line - size) / 2.0, size, size };

      text = quad_text_cache_get (texts, QUAD_FONT_SMALL, 1.0,
                                  quad_names_get_profile (names, profile));
      if (start + size + 5.0 + text->width > end)
        return;
      badge.x = quad_painter_get_x (painter, area, start, size);
      quad_painter_draw_badge (painter, cr, painter->palette, &painter->palette->profile[profile],
                               profile, &badge, 1.0);
      quad_painter_show_text (painter, cr, text, area, start + size + 5.0, baseline, color);
      start += size + 5.0 + text->width + LEGEND_GAP;
    }

  text = quad_text_cache_get (texts, QUAD_FONT_SMALL, 1.0,
                              _("Bar: revenue, or potential of a prospect"));
  if (start + text->width <= end)
    quad_painter_show_text (painter, cr, text, area, start, baseline, color);
}

/**
 * quad_chart_page_draw:
 * @page: what to draw
 * @cr: where to, in points, with its origin at the top left of the area
 * @context: fonts and the direction of the page; the size of its font does not matter
 * @width: of the area within the margins
 * @height: of the area within the margins
 *
 * Draws the page with cairo and Pango only, so that a GtkPrintOperation can call it.
 */
void
quad_chart_page_draw (const QuadChartPage *page,
                      cairo_t             *cr,
                      PangoContext        *context,
                      double               width,
                      double               height)
{
  g_autoptr (QuadChartPainter) painter = NULL;
  g_autoptr (QuadChartLayout) layout = NULL;
  g_autoptr (PangoFontDescription) font = NULL;
  QuadChartMetrics metrics;
  double factor, top, legend;

  g_return_if_fail (page != NULL && QUAD_IS_BOXES (page->boxes) && page->currency != NULL);
  g_return_if_fail (cr != NULL && PANGO_IS_CONTEXT (context));

  /* An absolute size counts in user units, here points, whatever the resolution of the context. */
  factor = CLAMP (width / USUAL_WIDTH, SMALLEST_FACTOR, LARGEST_FACTOR);
  font = pango_font_description_copy (pango_context_get_font_description (context));
  pango_font_description_set_absolute_size (font, FONT_SIZE * factor * PANGO_SCALE);

  painter = quad_chart_painter_new_with_font (context, font);
  quad_chart_painter_set_palette (painter, quad_palette_get (QUAD_PALETTE_PRINT));
  quad_chart_painter_set_currency (painter, page->currency);
  quad_chart_painter_set_names (painter, page->names);
  quad_chart_painter_get_metrics (painter, &metrics);
  metrics.ruled = TRUE;
  metrics.minimum_card_width += ROW_EXTRA * metrics.line_height;

  top = draw_heading (page, painter, cr, width);
  legend = get_legend_height (painter);
  layout = quad_chart_layout_new (page->boxes, &metrics, width,
                                  MAX (0.0, height - top - legend));

  cairo_save (cr);
  cairo_translate (cr, 0.0, top);
  quad_chart_painter_draw_captions (painter, cr, layout);
  for (guint box = 0; box < QUAD_N_BOXES; box++)
    quad_chart_painter_draw_box (painter, cr, layout, page->boxes, box);
  cairo_restore (cr);

  draw_legend (painter, cr, &(QuadRect) { 0.0, height - legend, width, legend }, page->names);
}
