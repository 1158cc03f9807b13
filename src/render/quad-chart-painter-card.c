/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-chart-painter"

#include <math.h>

#include "quad-chart-painter-private.h"

/* Cards on screen, and what they share with the rows on paper: badge and bar. */

#define CARD_RADIUS     7.0
#define CARD_PADDING    8.0
#define SPRITE_MARGIN   2.0     /* around a card, for its shadow */

/* What looks the same on many cards is drawn once: the background of a card with its shadow and the
 * track of its bar, and the badges. */
typedef struct
{
  /* owned */
  cairo_surface_t *surface;

  /* plain */
  QuadProfile      badge;       /* QUAD_PROFILE_NONE for the background of a card */
  double           width;
  double           height;
  double           scale;
  QuadRect         track;       /* from the start edge; no width without a bar */
  gboolean         selected;
} Sprite;

#define MAX_SPRITES 48

static void
clear_sprite (gpointer data)
{
  Sprite *sprite = data;

  cairo_surface_destroy (sprite->surface);
}

GArray *
quad_painter_new_sprites (void)
{
  GArray *sprites = g_array_new (FALSE, FALSE, sizeof (Sprite));

  g_array_set_clear_func (sprites, clear_sprite);

  return sprites;
}

static void
draw_background (QuadChartPainter *self,
                 cairo_t          *cr,
                 const QuadRect   *rect,
                 double            scale,
                 gboolean          selected)
{
  const QuadPalette *palette = self->palette;
  double line = scale > 0.0 ? MAX (1.0, floor (scale)) / scale : 0.5;
  double border = selected ? 2.0 : line;
  QuadRect middle = { rect->x + border / 2.0, rect->y + border / 2.0,
                      rect->width - border, rect->height - border };

  if (palette->card_shadow.alpha > 0.0)
    {
      QuadColor faint = palette->card_shadow;
      QuadRect near = { rect->x, rect->y + 1.0, rect->width, rect->height };
      QuadRect far = { rect->x - 0.5, rect->y + 1.0, rect->width + 1.0, rect->height + 0.75 };

      faint.alpha *= 0.5;
      quad_painter_set_color (cr, &faint);
      quad_painter_add_round_rect (cr, &far, CARD_RADIUS + 0.75);
      cairo_fill (cr);
      quad_painter_set_color (cr, &palette->card_shadow);
      quad_painter_add_round_rect (cr, &near, CARD_RADIUS);
      cairo_fill (cr);
    }

  quad_painter_set_color (cr, selected ? &palette->card_selected : &palette->card);
  quad_painter_add_round_rect (cr, rect, CARD_RADIUS);
  cairo_fill (cr);

  quad_painter_set_color (cr, selected ? &palette->accent : &palette->card_border);
  quad_painter_add_round_rect (cr, &middle, CARD_RADIUS - border / 2.0);
  cairo_set_line_width (cr, border);
  cairo_stroke (cr);
}

void
quad_painter_fill_bar (cairo_t         *cr,
                       const QuadRect  *rect,
                       const QuadColor *color)
{
  quad_painter_set_color (cr, color);
  if (rect->height > 2.0)
    quad_painter_add_round_rect (cr, rect, rect->height / 2.0);
  else
    cairo_rectangle (cr, rect->x, rect->y, rect->width, rect->height);
  cairo_fill (cr);
}

/* Draws what @sprite describes at @rect. */
static void
draw_original (QuadChartPainter *self,
               cairo_t          *cr,
               const Sprite     *sprite,
               const QuadRect   *rect)
{
  QuadRect track;

  if (sprite->badge != QUAD_PROFILE_NONE)
    {
      quad_painter_draw_badge_scaled (self, cr, sprite->badge, rect, 1.0);
      return;
    }

  draw_background (self, cr, rect, sprite->scale, sprite->selected);
  if (sprite->track.width <= 0.0)
    return;

  track = sprite->track;
  track.x = quad_painter_get_x (self, rect, track.x, track.width);
  track.y += rect->y;
  quad_painter_fill_bar (cr, &track, &self->palette->track);
}

static cairo_surface_t *
render_sprite (QuadChartPainter *self,
               const Sprite     *sprite)
{
  const QuadRect own = { SPRITE_MARGIN, SPRITE_MARGIN, sprite->width, sprite->height };
  cairo_surface_t *surface;
  cairo_t *cr;

  surface = cairo_image_surface_create (
    CAIRO_FORMAT_ARGB32,
    (int) ceil ((sprite->width + 2.0 * SPRITE_MARGIN) * sprite->scale),
    (int) ceil ((sprite->height + 2.0 * SPRITE_MARGIN) * sprite->scale));
  cairo_surface_set_device_scale (surface, sprite->scale, sprite->scale);
  cr = cairo_create (surface);
  draw_original (self, cr, sprite, &own);
  cairo_destroy (cr);

  return surface;
}

static gboolean
equal_sprites (const Sprite *a,
               const Sprite *b)
{
  return a->badge == b->badge && a->width == b->width && a->height == b->height
         && a->scale == b->scale && a->selected == b->selected
         && a->track.x == b->track.x && a->track.y == b->track.y
         && a->track.width == b->track.width && a->track.height == b->track.height;
}

static cairo_surface_t *
get_sprite (QuadChartPainter *self,
            const Sprite     *wanted)
{
  Sprite sprite = *wanted;

  for (guint i = self->sprites->len; i > 0; i--)
    {
      const Sprite *kept = &g_array_index (self->sprites, Sprite, i - 1);

      if (equal_sprites (kept, wanted))
        return kept->surface;
    }

  if (self->sprites->len >= MAX_SPRITES)
    g_array_remove_range (self->sprites, 0, MAX_SPRITES / 2);
  sprite.surface = render_sprite (self, wanted);
  g_array_append_val (self->sprites, sprite);

  return sprite.surface;
}

/* Image surfaces get a copy where pixel falls on pixel, all others the original. */
static void
draw_sprite (QuadChartPainter *self,
             cairo_t          *cr,
             const Sprite     *sprite,
             double            x,
             double            y)
{
  const QuadRect rect = { x, y, sprite->width, sprite->height };
  double device_x = x, device_y = y;

  cairo_user_to_device (cr, &device_x, &device_y);
  if (cairo_surface_get_type (cairo_get_group_target (cr)) != CAIRO_SURFACE_TYPE_IMAGE
      || rect.width * sprite->scale > 2000.0
      || fabs (sprite->scale - round (sprite->scale)) > 1e-6
      || fabs (device_x - round (device_x)) > 1e-6 || fabs (device_y - round (device_y)) > 1e-6)
    {
      draw_original (self, cr, sprite, &rect);
      return;
    }

  cairo_set_source_surface (cr, get_sprite (self, sprite), x - SPRITE_MARGIN, y - SPRITE_MARGIN);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_NEAREST);
  cairo_paint (cr);
}

/* The filled part of a bar on its track. */
void
quad_painter_draw_bar (QuadChartPainter *self,
                       cairo_t          *cr,
                       const QuadRect   *track,
                       QuadProfile       profile,
                       QuadMoney         amount,
                       QuadMoney         largest)
{
  QuadRect bar = *track;

  if (amount == QUAD_MONEY_UNKNOWN || amount <= 0 || largest <= 0 || track->width <= 0.0)
    return;

  bar.width = MIN (track->width,
                   MAX (track->height, track->width * (double) amount / (double) largest));
  if (self->rtl)
    bar.x = track->x + track->width - bar.width;
  quad_painter_fill_bar (cr, &bar, &self->palette->profile[profile]);
}

/* An account without a profile gets an empty frame: nothing is decided about it. */
void
quad_painter_draw_badge_scaled (QuadChartPainter *self,
                                cairo_t          *cr,
                                QuadProfile       profile,
                                const QuadRect   *rect,
                                double            scale)
{
  const char *letter = quad_profile_get_letter (profile);
  double radius = rect->width * 0.27;
  const QuadText *text;

  quad_painter_set_color (cr, &self->palette->profile[profile]);
  if (*letter == '\0')
    {
      double line = scale < 1.0 ? scale : 1.0;
      const QuadRect frame = { rect->x + line / 2.0, rect->y + line / 2.0,
                               rect->width - line, rect->height - line };

      quad_painter_add_round_rect (cr, &frame, radius);
      cairo_set_line_width (cr, line);
      cairo_stroke (cr);
      return;
    }

  quad_painter_add_round_rect (cr, rect, radius);
  cairo_fill (cr);
  text = quad_text_cache_get (self->texts, QUAD_FONT_LETTER, scale, letter);
  quad_painter_show_text (self, cr, text, rect, (rect->width - text->width) / 2.0,
                          rect->y + (rect->height - text->height) / 2.0 + text->baseline,
                          &self->palette->profile_text);
}

/**
 * quad_chart_painter_draw_badge:
 * @self: the painter
 * @cr: where to
 * @profile: whose letter and colour
 * @x: of its left edge
 * @y: of its top edge
 * @size: of its sides
 *
 * Draws the letter badge of a profile by itself, as for a legend.
 */
void
quad_chart_painter_draw_badge (QuadChartPainter *self,
                               cairo_t          *cr,
                               QuadProfile       profile,
                               double            x,
                               double            y,
                               double            size)
{
  const QuadRect rect = { x, y, size, size };
  double own;

  g_return_if_fail (QUAD_IS_CHART_PAINTER (self));
  g_return_if_fail (profile < QUAD_N_PROFILES);

  own = floor (quad_text_cache_get_height (self->texts, QUAD_FONT_NAME) * QUAD_PAINTER_BADGE);
  quad_painter_draw_badge_scaled (self, cr, profile, &rect, own > 0.0 ? size / own : 1.0);
}

/* The background with the track, and the badge. */
static void
draw_card_sprites (QuadChartPainter *self,
                   cairo_t          *cr,
                   const QuadCard   *card,
                   const QuadRect   *track,
                   double            badge_size,
                   double            badge_y,
                   gboolean          selected)
{
  QuadProfile profile = quad_account_get_profile (card->account);
  double x = quad_painter_get_x (self, &card->rect, CARD_PADDING, badge_size);
  Sprite sprite = {
    .width = card->rect.width,
    .height = card->rect.height,
    .scale = quad_painter_get_device_scale (cr),
    .track = *track,
    .selected = selected,
  };

  draw_sprite (self, cr, &sprite, card->rect.x, card->rect.y);
  if (card->rect.width < badge_size + 2.0 * CARD_PADDING)
    return;

  if (profile == QUAD_PROFILE_NONE)
    {
      const QuadRect rect = { x, badge_y, badge_size, badge_size };

      quad_painter_draw_badge_scaled (self, cr, profile, &rect, 1.0);
      return;
    }

  sprite = (Sprite) { .badge = profile, .width = badge_size, .height = badge_size,
                      .scale = sprite.scale };
  draw_sprite (self, cr, &sprite, x, badge_y);
}

/* Where the texts of a card begin, from its start edge. */
static double
get_text_start (QuadChartPainter *self)
{
  double line = ceil (quad_text_cache_get_height (self->texts, QUAD_FONT_NAME));

  return CARD_PADDING + floor (line * QUAD_PAINTER_BADGE) + QUAD_PAINTER_GAP;
}

/* The room for the name, of @width: a compact card shares it with the amount, if that fits. */
static double
get_name_width (QuadChartPainter *self,
                const QuadCard   *card,
                const QuadText   *money,
                double            width)
{
  double line = ceil (quad_text_cache_get_height (self->texts, QUAD_FONT_NAME));

  if (card->compact && money->width + QUAD_PAINTER_GAP + 2.0 * line <= width)
    return width - money->width - QUAD_PAINTER_GAP;

  return width;
}

static void
draw_card (QuadChartPainter *self,
           cairo_t          *cr,
           const QuadCard   *card,
           QuadMoney         largest,
           gboolean          selected)
{
  const QuadPalette *palette = self->palette;
  const QuadRect *rect = &card->rect;
  QuadAccount *account = card->account;
  QuadProfile profile = quad_account_get_profile (account);
  QuadMoney amount = quad_account_get_amount (account);
  g_autofree char *money = quad_money_format (amount, &self->currency, QUAD_MONEY_SHORT);
  double line = ceil (quad_text_cache_get_height (self->texts, QUAD_FONT_NAME));
  double top = rect->y + (card->compact ? 4.0 : 6.0);
  double size = floor (line * QUAD_PAINTER_BADGE);
  double start = get_text_start (self);
  double width = MAX (0.0, rect->width - start - CARD_PADDING);
  const QuadText *text = quad_text_cache_get (self->texts, QUAD_FONT_SMALL, 1.0, money);
  double name_width = get_name_width (self, card, text, width);
  QuadRect track = { start, 0.0, amount == QUAD_MONEY_UNKNOWN ? 0.0 : width,
                     card->compact ? 2.0 : 3.0 };
  double small = ceil (quad_text_cache_get_height (self->texts, QUAD_FONT_SMALL));

  track.y = top - rect->y + line + (card->compact ? 1.0 : small + 2.0);
  draw_card_sprites (self, cr, card, &track, size, top + floor ((line - size) / 2.0), selected);
  if (width <= 0.0)
    return;

  if (card->compact)
    {
      if (name_width < width)
        quad_painter_show_text (self, cr, text, rect, rect->width - CARD_PADDING - text->width,
                                top + quad_text_cache_get_ascent (self->texts, QUAD_FONT_NAME),
                                &palette->text_dim);
    }
  else
    {
      text = quad_text_cache_get_fitting (self->texts, QUAD_FONT_SMALL, 1.0, money, width);
      quad_painter_show_text (self, cr, text, rect, start,
                              top + line
                              + quad_text_cache_get_ascent (self->texts, QUAD_FONT_SMALL),
                              &palette->text_dim);
    }

  text = quad_text_cache_get_fitting (self->texts, QUAD_FONT_NAME, 1.0,
                                      quad_account_get_name (account), name_width);
  quad_painter_show_text (self, cr, text, rect, start,
                          top + quad_text_cache_get_ascent (self->texts, QUAD_FONT_NAME),
                          &palette->text);

  track.x = quad_painter_get_x (self, rect, start, width);
  track.y += rect->y;
  quad_painter_draw_bar (self, cr, &track, profile, amount, largest);
}

/**
 * quad_chart_painter_draw_card:
 * @self: the painter
 * @cr: where to
 * @card: of a layout of cards, not of ruled rows
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

  draw_card (self, cr, card, largest, selected);
}

/**
 * quad_chart_painter_is_shortened:
 * @self: the painter
 * @card: of a layout of cards, not of ruled rows
 *
 * Returns: whether the card does not show the whole name
 */
gboolean
quad_chart_painter_is_shortened (QuadChartPainter *self,
                                 const QuadCard   *card)
{
  g_autofree char *money = NULL;
  const char *name;
  double width;

  g_return_val_if_fail (QUAD_IS_CHART_PAINTER (self), FALSE);
  g_return_val_if_fail (card != NULL, FALSE);

  money = quad_money_format (quad_account_get_amount (card->account), &self->currency,
                             QUAD_MONEY_SHORT);
  name = quad_account_get_name (card->account);
  width = MAX (0.0, card->rect.width - get_text_start (self) - CARD_PADDING);
  width = get_name_width (self, card,
                          quad_text_cache_get (self->texts, QUAD_FONT_SMALL, 1.0, money), width);

  return quad_text_cache_get (self->texts, QUAD_FONT_NAME, 1.0, name)->width > width;
}

void
quad_painter_draw_cards (QuadChartPainter *self,
                         cairo_t          *cr,
                         const QuadCard   *cards,
                         guint             n_cards,
                         QuadMoney         largest)
{
  for (guint i = 0; i < n_cards; i++)
    draw_card (self, cr, &cards[i], largest, FALSE);
}
