/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-chart-painter"

#include <math.h>

#include "quad-chart-painter-private.h"
#include "quad-i18n.h"

/* What colours stand for, and in bubbles what sizes do; in as many lines as it takes. */

#define ENTRY_GAP  16.0
#define SWATCH_GAP 6.0
#define LINE_GAP   4.0

/* An entry is cut off at this part of the width. */
#define LONGEST_ENTRY 0.5

/* The example of a bubble is at most this many lines of text wide. */
#define EXAMPLE_LINES 1.0

typedef enum
{
  SWATCH_BADGE,
  SWATCH_COLOR,
  SWATCH_BUBBLE,
  SWATCH_HOLLOW,
} SwatchKind;

/* One entry, laid out from the start edge of the legend. */
typedef struct
{
  SwatchKind       kind;
  QuadProfile      profile;
  const QuadColor *color;
  double           size;      /* of the swatch */
  const QuadText  *text;
  double           start;
  double           y;
} Entry;

typedef struct
{
  QuadChartPainter *painter;
  GArray           *entries;
  double            width;
  double            line;
  double            start;    /* of the next entry */
  double            y;
} Legend;

static void
add_entry (Legend          *self,
           SwatchKind       kind,
           QuadProfile      profile,
           const QuadColor *color,
           double           size,
           const char      *words)
{
  double column = MAX (size, floor (self->line * QUAD_PAINTER_BADGE));
  const QuadText *text = quad_text_cache_get_fitting (self->painter->texts, QUAD_FONT_SMALL, 1.0,
                                                      words, LONGEST_ENTRY * self->width);
  double width = column + SWATCH_GAP + text->width;
  Entry entry = { kind, profile, color, size, text, 0.0, 0.0 };

  if (self->start > 0.0 && self->start + width > self->width)
    {
      self->start = 0.0;
      self->y += self->line + LINE_GAP;
    }
  entry.start = self->start;
  entry.y = self->y;
  self->start += width + ENTRY_GAP;
  g_array_append_val (self->entries, entry);
}

static void
add_colors (Legend *self)
{
  QuadChartPainter *painter = self->painter;
  const QuadPalette *palette = painter->palette;
  double badge = floor (self->line * QUAD_PAINTER_BADGE);

  if (painter->coloring == NULL
      || quad_coloring_get_by (painter->coloring) == QUAD_COLOR_BY_PROFILE)
    {
      for (QuadProfile profile = QUAD_PROFILE_KEEP; profile < QUAD_N_PROFILES; profile++)
        add_entry (self, SWATCH_BADGE, profile, &palette->profile[profile], badge,
                   quad_names_get_profile (painter->names, profile));
      add_entry (self, SWATCH_BADGE, QUAD_PROFILE_NONE, &palette->profile[QUAD_PROFILE_NONE],
                 badge, quad_names_get_profile (painter->names, QUAD_PROFILE_NONE));
      return;
    }

  for (guint i = 0; i < quad_coloring_get_n (painter->coloring); i++)
    add_entry (self, SWATCH_COLOR, QUAD_PROFILE_NONE,
               quad_coloring_get_color (painter->coloring, palette, i), round (badge * 0.75),
               quad_coloring_get_label (painter->coloring, i));
}

/* An amount that is 1, 2 or 5 with noughts, and whose bubble is not larger than a line. */
static QuadMoney
choose_example (const QuadChartLayout *layout,
                double                 size)
{
  double most = G_PI * size * size / 4.0 / quad_chart_layout_get_area (layout);
  QuadMoney amount = 1;

  if (!(most >= 1.0) || most > 1e17)
    return 0;
  while (amount * 10 <= most)
    amount *= 10;

  return most >= 5.0 * amount ? 5 * amount : most >= 2.0 * amount ? 2 * amount : amount;
}

static void
add_sizes (Legend                *self,
           const QuadChartLayout *layout)
{
  const QuadColor *color = &self->painter->palette->text_dim;
  QuadMoney amount = choose_example (layout, EXAMPLE_LINES * self->line);

  if (amount > 0)
    {
      g_autofree char *money = quad_money_format (amount, &self->painter->currency,
                                                  QUAD_MONEY_SHORT);

      add_entry (self, SWATCH_BUBBLE, QUAD_PROFILE_NONE, color,
                 2.0 * sqrt ((double) amount * quad_chart_layout_get_area (layout) / G_PI), money);
    }
  /* Translators: in a legend: what a hollow bubble means, whose amount nobody knows */
  add_entry (self, SWATCH_HOLLOW, QUAD_PROFILE_NONE, color, round (self->line * 0.6),
             _("Amount unknown"));
}

/* Returns: the height. */
static double
lay_out (QuadChartPainter      *painter,
         const QuadChartLayout *layout,
         double                 width,
         GArray                *entries)
{
  Legend self = {
    .painter = painter,
    .entries = entries,
    .width = width,
    .line = ceil (quad_text_cache_get_height (painter->texts, QUAD_FONT_NAME)),
  };

  add_colors (&self);
  if (quad_chart_layout_get_mode (layout) == QUAD_MODE_BUBBLES)
    add_sizes (&self, layout);

  return self.y + self.line;
}

static void
draw_swatch (QuadChartPainter *self,
             cairo_t          *cr,
             const Entry      *entry,
             const QuadRect   *rect)
{
  double radius = rect->width / 2.0;

  if (entry->kind == SWATCH_BADGE)
    {
      quad_painter_draw_badge (self, cr, self->palette, entry->color, entry->profile, rect, 1.0);
      return;
    }

  quad_painter_set_color (cr, entry->color);
  if (entry->kind == SWATCH_COLOR)
    {
      quad_painter_add_round_rect (cr, rect, rect->width * 0.27);
      cairo_fill (cr);
      return;
    }

  cairo_new_sub_path (cr);
  cairo_arc (cr, rect->x + radius, rect->y + radius,
             entry->kind == SWATCH_HOLLOW ? radius - 0.75 : radius, 0.0, 2.0 * G_PI);
  cairo_set_line_width (cr, 1.5);
  if (entry->kind == SWATCH_HOLLOW)
    cairo_stroke (cr);
  else
    cairo_fill (cr);
}

/**
 * quad_chart_painter_measure_legend:
 * @self: the painter
 * @layout: the chart
 * @width: that the legend may take
 *
 * Returns: the height that it needs then, in as many lines as it takes
 */
double
quad_chart_painter_measure_legend (QuadChartPainter      *self,
                                   const QuadChartLayout *layout,
                                   double                 width)
{
  g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (Entry));

  g_return_val_if_fail (QUAD_IS_CHART_PAINTER (self) && layout != NULL, 0.0);

  return lay_out (self, layout, width, entries);
}

/**
 * quad_chart_painter_draw_legend:
 * @self: the painter
 * @cr: where to
 * @layout: the chart
 * @area: as wide as was measured
 *
 * What the colours of accounts stand for, and the sizes of bubbles.
 */
void
quad_chart_painter_draw_legend (QuadChartPainter      *self,
                                cairo_t               *cr,
                                const QuadChartLayout *layout,
                                const QuadRect        *area)
{
  g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  double line;

  g_return_if_fail (QUAD_IS_CHART_PAINTER (self));
  g_return_if_fail (layout != NULL && area != NULL);

  lay_out (self, layout, area->width, entries);
  line = ceil (quad_text_cache_get_height (self->texts, QUAD_FONT_NAME));
  for (guint i = 0; i < entries->len; i++)
    {
      const Entry *entry = &g_array_index (entries, Entry, i);
      double column = MAX (entry->size, floor (line * QUAD_PAINTER_BADGE));
      double start = entry->start + (column - entry->size) / 2.0;
      double y = area->y + entry->y;
      const QuadRect swatch = { quad_painter_get_x (self, area, start, entry->size),
                                y + (line - entry->size) / 2.0, entry->size, entry->size };

      draw_swatch (self, cr, entry, &swatch);
      quad_painter_show_text (self, cr, entry->text, area, entry->start + column + SWATCH_GAP,
                              y + (line - entry->text->height) / 2.0 + entry->text->baseline,
                              &self->palette->text);
    }
}
