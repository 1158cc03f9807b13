/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-chart-painter"

#include <math.h>

#include "quad-chart-painter-private.h"

/* The ruled rows on paper. */

/* A bar shorter than this many line heights says nothing: the rows go without. */
#define LEAST_BAR       1.5

/* In a row the name comes before the bar, up to this many characters or this part of the room. */
#define LONG_NAME       30.0
#define NAME_SHARE      0.6

/* The columns inside a ruled row, the same for all rows of a box, so that bars can be compared. */
typedef struct
{
  double badge;
  double name_start;
  double name_width;
  double bar_start;
  double bar_width;     /* 0 without bars */
} RowColumns;

static void
fit_row_columns (QuadChartPainter *self,
                 const QuadCard   *cards,
                 guint             n_cards,
                 double            scale,
                 RowColumns       *columns)
{
  double line = quad_text_cache_get_height (self->texts, QUAD_FONT_NAME) * scale;
  double gap = QUAD_PAINTER_GAP * scale;
  double widest_name = 0.0, widest_amount = 0.0, longest, room;

  for (guint i = 0; i < n_cards; i++)
    {
      QuadMoney amount = quad_account_get_amount (cards[i].account);
      g_autofree char *money = quad_money_format (amount, &self->currency, QUAD_MONEY_SHORT);
      const char *name = quad_account_get_name (cards[i].account);

      widest_amount = MAX (widest_amount, quad_text_cache_get (self->texts, QUAD_FONT_BODY, scale,
                                                               money)->width);
      widest_name = MAX (widest_name, quad_text_cache_get (self->texts, QUAD_FONT_NAME, scale,
                                                           name)->width);
    }

  columns->badge = line * QUAD_PAINTER_BADGE;
  columns->name_start = columns->badge + 0.8 * gap;
  room = MAX (0.0, cards[0].rect.width - columns->name_start - gap - widest_amount);

  longest = LONG_NAME * scale * quad_text_cache_get_char (self->texts, QUAD_FONT_NAME);
  columns->name_width = MIN (ceil (widest_name), MAX (longest, NAME_SHARE * room));
  columns->bar_start = columns->name_start + columns->name_width + gap;
  columns->bar_width = room - columns->name_width - gap;
  if (columns->bar_width < LEAST_BAR * line)
    {
      columns->bar_width = 0.0;
      columns->name_width = MIN (ceil (widest_name), room);
    }
}

static void
draw_row (QuadChartPainter *self,
          cairo_t          *cr,
          const QuadCard   *card,
          double            scale,
          QuadMoney         largest,
          const RowColumns *columns)
{
  const QuadRect *rect = &card->rect;
  QuadAccount *account = card->account;
  QuadProfile profile = quad_account_get_profile (account);
  const QuadColor *color = &self->palette->profile[profile];
  QuadMoney amount = quad_account_get_amount (account);
  g_autofree char *money = quad_money_format (amount, &self->currency, QUAD_MONEY_SHORT);
  double line = quad_text_cache_get_height (self->texts, QUAD_FONT_NAME) * scale;
  double baseline = rect->y + (rect->height - line) / 2.0
                    + quad_text_cache_get_ascent (self->texts, QUAD_FONT_NAME) * scale;
  double thickness = MAX (1.5, 0.3 * line);
  QuadRect badge = { 0.0, rect->y + (rect->height - columns->badge) / 2.0,
                     columns->badge, columns->badge };
  QuadRect track = { 0.0, rect->y + (rect->height - thickness) / 2.0,
                     columns->bar_width, thickness };
  const QuadText *text;

  badge.x = quad_painter_get_x (self, rect, 0.0, badge.width);
  quad_painter_draw_badge (self, cr, self->palette, color, profile, &badge, scale);

  text = quad_text_cache_get_fitting (self->texts, QUAD_FONT_NAME, scale,
                                      quad_account_get_name (account), columns->name_width);
  quad_painter_show_text (self, cr, text, rect, columns->name_start, baseline,
                          &self->palette->text);

  text = quad_text_cache_get (self->texts, QUAD_FONT_BODY, scale, money);
  quad_painter_show_text (self, cr, text, rect, rect->width - text->width, baseline,
                          &self->palette->text);

  if (columns->bar_width > 0.0 && amount != QUAD_MONEY_UNKNOWN)
    {
      track.x = quad_painter_get_x (self, rect, columns->bar_start, track.width);
      quad_painter_fill_bar (cr, &track, &self->palette->track);
      quad_painter_draw_bar (self, cr, &track, color, amount, largest);
    }

  quad_painter_set_color (cr, &self->palette->rule);
  quad_painter_draw_hairline (cr, rect->x, rect->y + rect->height - 0.5, rect->width);
}

void
quad_painter_draw_rows (QuadChartPainter *self,
                        cairo_t          *cr,
                        const QuadCard   *cards,
                        guint             n_cards,
                        double            scale,
                        QuadMoney         largest)
{
  RowColumns columns;

  if (n_cards == 0)
    return;

  fit_row_columns (self, cards, n_cards, scale, &columns);
  for (guint i = 0; i < n_cards; i++)
    draw_row (self, cr, &cards[i], scale, largest, &columns);
}
