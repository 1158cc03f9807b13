/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-chart-painter"

#include <math.h>

#include "quad-chart-painter-private.h"
#include "quad-i18n.h"

/* Cards on screen. */

#define CARD_RADIUS     7.0
#define CARD_PADDING    8.0

/* Signs are this part of a line high, and a card shows no more of them; the others are among its
 * words. */
#define SIGN_SIZE 0.72
#define SIGN_GAP  3.0
#define MOST_SIGNS 3

/* A name gives up room for what stands beside it, but keeps so many line heights. */
#define LEAST_NAME 3.5

/* Where the pieces of a card stand; lengths count from its start edge and its top. */
typedef struct
{
  double          line;
  double          small;
  double          top;
  double          badge;
  double          start;        /* of the texts */
  double          width;        /* of the texts */
  double          name_width;   /* at most */
  const QuadText *name;
  const QuadText *money;        /* NULL: not shown */
  const QuadText *fit;          /* NULL: not shown, or as dots */
  double          dots;         /* width of the dots, 0: none */
  guint           n_signs;
  QuadSign        signs[MOST_SIGNS];
  double          sign_size;
  QuadRect        track;        /* of the bar; no width: none */
} CardLayout;

static double
get_signs_width (const CardLayout *fit)
{
  return fit->n_signs * (fit->sign_size + SIGN_GAP);
}

/* The marks as dots, or as a text where there are too many for that. */
static void
fit_marks (QuadChartPainter   *self,
           const QuadCardLook *look,
           CardLayout         *fit)
{
  g_autofree char *text = NULL;

  fit->dots = quad_painter_measure_marks (fit->small, look->facts.marks);
  if (fit->dots > 0.0)
    return;

  /* Translators: how many marks of an ideal client an account hits, of how many */
  text = g_strdup_printf (_("%u/%u"), look->facts.marks_hit, look->facts.marks);
  fit->fit = quad_text_cache_get (self->texts, QUAD_FONT_SMALL, 1.0, text);
}

static double
get_fit_width (const CardLayout *fit)
{
  return fit->fit != NULL ? fit->fit->width : fit->dots;
}

/* A compact card shares its line: marks go before the amount, signs before both. */
static void
fit_compact (QuadChartPainter *self,
             CardLayout       *fit)
{
  double room = fit->width - LEAST_NAME * fit->line;
  double end = get_fit_width (fit);

  if (end > 0.0 && (end + QUAD_PAINTER_GAP > room || fit->money != NULL))
    {
      /* Both only where the whole name has room as well. */
      double both = end + 2.0 * QUAD_PAINTER_GAP
                    + (fit->money != NULL ? fit->money->width : 0.0);

      if (end + QUAD_PAINTER_GAP > room)
        {
          fit->fit = NULL;
          fit->dots = end = 0.0;
        }
      else if (both + get_signs_width (fit) + fit->name->width > fit->width)
        {
          fit->money = NULL;
        }
    }
  if (fit->money != NULL)
    {
      double wanted = end + (end > 0.0 ? QUAD_PAINTER_GAP : 0.0) + fit->money->width;

      if (fit->money->width + QUAD_PAINTER_GAP + 2.0 * fit->line > fit->width)
        fit->money = NULL;
      else
        end = wanted;
    }

  fit->name_width = fit->width - (end > 0.0 ? end + QUAD_PAINTER_GAP : 0.0);
}

static void
fit_card (QuadChartPainter   *self,
          const QuadCard     *card,
          const QuadCardLook *look,
          CardLayout         *fit)
{
  *fit = (CardLayout) {
    .line = ceil (quad_text_cache_get_height (self->texts, QUAD_FONT_NAME)),
    .small = ceil (quad_text_cache_get_height (self->texts, QUAD_FONT_SMALL)),
    .top = card->compact ? 4.0 : 6.0,
  };
  /* a card that is higher than it needs to be, for fingers */
  fit->top += MAX (0.0, floor ((card->rect.height - fit->line
                                - (card->compact ? 10.0 : fit->small + 17.0)) / 2.0));
  fit->badge = floor (fit->line * QUAD_PAINTER_BADGE);
  fit->start = CARD_PADDING + fit->badge + QUAD_PAINTER_GAP;
  fit->width = MAX (0.0, card->rect.width - fit->start - CARD_PADDING);
  fit->name_width = fit->width;
  fit->sign_size = round (fit->line * SIGN_SIZE);
  fit->name = quad_text_cache_get (self->texts, QUAD_FONT_NAME, 1.0,
                                   quad_account_get_name (card->account));

  if ((self->show & QUAD_SHOW_AMOUNT) != 0)
    {
      g_autofree char *money = quad_money_format (look->amount, &self->currency, QUAD_MONEY_SHORT);

      fit->money = quad_text_cache_get (self->texts, QUAD_FONT_SMALL, 1.0, money);
      if (look->amount != QUAD_MONEY_UNKNOWN)
        fit->track = (QuadRect) {
          fit->start, fit->top + fit->line + (card->compact ? 1.0 : fit->small + 2.0),
          fit->width, card->compact ? 2.0 : 3.0
        };
    }
  if (look->facts.marks > 0)
    fit_marks (self, look, fit);

  if (look->facts.signs != 0)
    fit->n_signs = quad_painter_fit_signs (look->facts.signs, MOST_SIGNS, fit->signs);
  if (card->compact)
    fit_compact (self, fit);
  while (fit->n_signs > 0 && fit->name_width - get_signs_width (fit) < LEAST_NAME * fit->line)
    fit->n_signs--;
  fit->name_width = MAX (0.0, fit->name_width - get_signs_width (fit));
}

/* Where the first sign of a card stands. */
static QuadRect
get_sign_rect (QuadChartPainter *self,
               const QuadCard   *card,
               const CardLayout *fit,
               guint             sign)
{
  double start = fit->start + MIN (ceil (fit->name->width), fit->name_width) + SIGN_GAP + 1.0
                 + sign * (fit->sign_size + SIGN_GAP);

  return (QuadRect) {
    quad_painter_get_x (self, &card->rect, start, fit->sign_size),
    card->rect.y + fit->top + floor ((fit->line - fit->sign_size) / 2.0),
    fit->sign_size, fit->sign_size
  };
}

/* Where an account is no longer, or is not yet. */
static void
draw_dashes (QuadChartPainter *self,
             cairo_t          *cr,
             const QuadCard   *card)
{
  const double dashes[] = { 4.0, 3.0 };
  const QuadRect middle = { card->rect.x + 0.75, card->rect.y + 0.75,
                            card->rect.width - 1.5, card->rect.height - 1.5 };

  cairo_save (cr);
  cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0.0);
  cairo_set_line_width (cr, 1.5);
  quad_painter_set_color (cr, card->planned ? &self->palette->accent : &self->palette->text_dim);
  quad_painter_add_round_rect (cr, &middle, CARD_RADIUS - 0.75);
  cairo_stroke (cr);
  cairo_restore (cr);
}

/* The background with the track, and the badge. */
static void
draw_sprites (QuadChartPainter   *self,
              cairo_t            *cr,
              const QuadCard     *card,
              const QuadCardLook *look,
              const CardLayout   *fit,
              gboolean            selected)
{
  QuadSprite sprite = {
    .palette = look->palette,
    .width = card->rect.width,
    .height = card->rect.height,
    .scale = quad_painter_get_device_scale (cr),
    .track = fit->track,
    .selected = selected,
  };
  QuadRect badge = { 0.0, card->rect.y + fit->top + floor ((fit->line - fit->badge) / 2.0),
                     fit->badge, fit->badge };

  if (!card->ghost)
    quad_painter_draw_sprite (self, cr, &sprite, card->rect.x, card->rect.y);
  if (card->ghost || card->planned)
    draw_dashes (self, cr, card);
  if (card->rect.width < fit->badge + 2.0 * CARD_PADDING)
    return;

  badge.x = quad_painter_get_x (self, &card->rect, CARD_PADDING, fit->badge);
  if (look->profile == QUAD_PROFILE_NONE)
    {
      quad_painter_draw_badge (self, cr, look->palette, look->color, look->profile, &badge, 1.0);
      return;
    }

  sprite = (QuadSprite) { .palette = look->palette, .color = look->color,
                          .profile = look->profile, .width = fit->badge, .height = fit->badge,
                          .scale = sprite.scale };
  quad_painter_draw_sprite (self, cr, &sprite, badge.x, badge.y);
}

/* "€412k · Dairy · 12 d": the amount, and what else there is room for. */
static char *
format_details (QuadChartPainter   *self,
                const QuadCard     *card,
                const QuadCardLook *look)
{
  const char *vertical = quad_record_get_text (quad_item_get_values (QUAD_ITEM (card->account)),
                                               QUAD_ACCOUNT_VERTICAL);
  GString *details = g_string_new (NULL);

  if ((self->show & QUAD_SHOW_AMOUNT) != 0)
    {
      g_autofree char *money = quad_money_format (look->amount, &self->currency, QUAD_MONEY_SHORT);

      g_string_append (details, money);
    }
  if ((self->show & QUAD_SHOW_VERTICAL) != 0 && vertical != NULL && *vertical != '\0')
    g_string_append_printf (details, "%s%s", details->len > 0 ? " · " : "", vertical);
  if ((self->show & QUAD_SHOW_LAST_TOUCH) != 0 && look->facts.last_touch != QUAD_DATE_NONE
      && self->today >= look->facts.last_touch)
    {
      guint days = self->today - look->facts.last_touch;

      g_string_append (details, details->len > 0 ? " · " : "");
      /* Translators: very short: the last touch was so many days ago */
      g_string_append_printf (details, ngettext ("%u d ago", "%u d ago", days), days);
    }

  return g_string_free (details, FALSE);
}

static void
draw_fit (QuadChartPainter   *self,
          cairo_t            *cr,
          const QuadCard     *card,
          const QuadCardLook *look,
          const CardLayout   *fit,
          double              end,
          double              top,
          double              height,
          double              baseline)
{
  if (fit->fit != NULL)
    {
      quad_painter_show_text (self, cr, fit->fit, &card->rect, end - fit->fit->width, baseline,
                              look->color);
    }
  else if (fit->dots > 0.0)
    {
      QuadRect dots = { 0.0, top, fit->dots, height };

      dots.x = quad_painter_get_x (self, &card->rect, end - fit->dots, fit->dots);
      quad_painter_draw_marks (self, cr, &dots, look->facts.marks, look->facts.marks_hit,
                               look->color);
    }
}

static void
draw_compact_line (QuadChartPainter   *self,
                   cairo_t            *cr,
                   const QuadCard     *card,
                   const QuadCardLook *look,
                   const CardLayout   *fit)
{
  double top = card->rect.y + fit->top;
  double baseline = top + quad_text_cache_get_ascent (self->texts, QUAD_FONT_NAME);
  double end = card->rect.width - CARD_PADDING;

  if (fit->money != NULL)
    {
      quad_painter_show_text (self, cr, fit->money, &card->rect, end - fit->money->width, baseline,
                              &look->palette->text_dim);
      end -= fit->money->width + QUAD_PAINTER_GAP;
    }
  draw_fit (self, cr, card, look, fit, end, top, fit->line, baseline);
}

static void
draw_second_line (QuadChartPainter   *self,
                  cairo_t            *cr,
                  const QuadCard     *card,
                  const QuadCardLook *look,
                  const CardLayout   *fit)
{
  g_autofree char *details = format_details (self, card, look);
  double top = card->rect.y + fit->top + fit->line;
  double baseline = top + quad_text_cache_get_ascent (self->texts, QUAD_FONT_SMALL);
  double marks = get_fit_width (fit);
  double width = fit->width - (marks > 0.0 ? marks + QUAD_PAINTER_GAP : 0.0);
  const QuadText *text;

  if (width < 2.0 * fit->line)
    width = fit->width;
  else
    draw_fit (self, cr, card, look, fit, fit->start + fit->width, top, fit->small, baseline);

  if (*details == '\0')
    return;

  text = quad_text_cache_get_fitting (self->texts, QUAD_FONT_SMALL, 1.0, details, width);
  quad_painter_show_text (self, cr, text, &card->rect, fit->start, baseline,
                          &look->palette->text_dim);
}

void
quad_painter_draw_one_card (QuadChartPainter *self,
                            cairo_t          *cr,
                            const QuadCard   *card,
                            QuadMoney         largest,
                            gboolean          selected)
{
  const QuadRect *rect = &card->rect;
  QuadCardLook look;
  CardLayout fit;
  const QuadText *name;

  quad_painter_init_look (self, card, &look);
  fit_card (self, card, &look, &fit);
  draw_sprites (self, cr, card, &look, &fit, selected);
  if (fit.width <= 0.0)
    return;

  name = quad_text_cache_get_fitting (self->texts, QUAD_FONT_NAME, 1.0,
                                      quad_account_get_name (card->account), fit.name_width);
  quad_painter_show_text (self, cr, name, rect, fit.start,
                          rect->y + fit.top + quad_text_cache_get_ascent (self->texts,
                                                                          QUAD_FONT_NAME),
                          card->ghost ? &look.palette->text_dim : &look.palette->text);
  for (guint i = 0; i < fit.n_signs; i++)
    {
      const QuadRect sign = get_sign_rect (self, card, &fit, i);

      quad_painter_draw_sign (cr, fit.signs[i], &sign, look.palette);
    }

  if (card->compact)
    draw_compact_line (self, cr, card, &look, &fit);
  else
    draw_second_line (self, cr, card, &look, &fit);

  if (fit.track.width > 0.0 && !card->ghost)
    {
      fit.track.x = quad_painter_get_x (self, rect, fit.start, fit.width);
      fit.track.y += rect->y;
      quad_painter_draw_bar (self, cr, &fit.track, look.color, look.amount, largest);
    }
}

/**
 * quad_chart_painter_draw_card:
 * @self: the painter
 * @cr: where to
 * @card: of a layout of cards or bubbles, not of ruled rows
 * @largest: see quad_chart_painter_get_largest()
 * @selected: draw it as selected
 */
void
quad_chart_painter_draw_card (QuadChartPainter *self,
                              cairo_t          *cr,
                              const QuadCard   *card,
                              QuadMoney         largest,
                              gboolean          selected)
{
  g_return_if_fail (QUAD_IS_CHART_PAINTER (self));
  g_return_if_fail (card != NULL);

  if (card->radius > 0.0)
    quad_painter_draw_bubble (self, cr, card, selected);
  else
    quad_painter_draw_one_card (self, cr, card, largest, selected);
}

/**
 * quad_chart_painter_is_shortened:
 * @self: the painter
 * @card: of a layout of cards or bubbles, not of ruled rows
 *
 * Returns: whether the card does not show the whole name
 */
gboolean
quad_chart_painter_is_shortened (QuadChartPainter *self,
                                 const QuadCard   *card)
{
  QuadCardLook look;
  CardLayout fit;

  g_return_val_if_fail (QUAD_IS_CHART_PAINTER (self), FALSE);
  g_return_val_if_fail (card != NULL, FALSE);

  if (card->radius > 0.0)
    return card->label.kind == QUAD_LABEL_NONE
           || (card->label.split == 0
               && quad_text_cache_get (self->texts, QUAD_FONT_SMALL, 1.0,
                                       quad_account_get_name (card->account))->width
                  > card->label.rect.width);

  quad_painter_init_look (self, card, &look);
  fit_card (self, card, &look, &fit);

  return fit.name->width > fit.name_width;
}

/**
 * quad_chart_painter_hit_sign:
 * @self: the painter
 * @card: of a layout of cards, not of ruled rows
 * @x: of the pointer
 * @y: of the pointer
 *
 * Returns: the #QuadSign that is drawn there, 0 when none is
 */
guint
quad_chart_painter_hit_sign (QuadChartPainter *self,
                             const QuadCard   *card,
                             double            x,
                             double            y)
{
  QuadCardLook look;
  CardLayout fit;

  g_return_val_if_fail (QUAD_IS_CHART_PAINTER (self), 0);
  g_return_val_if_fail (card != NULL, 0);

  if (card->radius > 0.0)
    return 0;

  quad_painter_init_look (self, card, &look);
  fit_card (self, card, &look, &fit);
  for (guint i = 0; i < fit.n_signs; i++)
    {
      QuadRect sign = get_sign_rect (self, card, &fit, i);

      sign.x -= SIGN_GAP / 2.0;
      sign.width += SIGN_GAP;
      if (quad_rect_contains (&sign, x, y))
        return fit.signs[i];
    }

  return 0;
}
