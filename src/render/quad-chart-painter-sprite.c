/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-chart-painter"

#include <math.h>

#include "quad-chart-painter-private.h"

/* What looks the same on many cards, drawn once and copied: backgrounds and badges; and bars. */

#define CARD_RADIUS     7.0
#define SPRITE_MARGIN   2.0     /* around a card, for its shadow */

#define MAX_SPRITES 64

static void
clear_sprite (gpointer data)
{
  QuadSprite *sprite = data;

  cairo_surface_destroy (sprite->surface);
}

GArray *
quad_painter_new_sprites (void)
{
  GArray *sprites = g_array_new (FALSE, FALSE, sizeof (QuadSprite));

  g_array_set_clear_func (sprites, clear_sprite);

  return sprites;
}

static void
draw_background (cairo_t           *cr,
                 const QuadPalette *palette,
                 const QuadRect    *rect,
                 double             scale,
                 gboolean           selected)
{
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
               const QuadSprite *sprite,
               const QuadRect   *rect)
{
  QuadRect track;

  if (sprite->color != NULL)
    {
      quad_painter_draw_badge (self, cr, sprite->palette, sprite->color, sprite->profile, rect,
                               1.0);
      return;
    }

  draw_background (cr, sprite->palette, rect, sprite->scale, sprite->selected);
  if (sprite->track.width <= 0.0)
    return;

  track = sprite->track;
  track.x = quad_painter_get_x (self, rect, track.x, track.width);
  track.y += rect->y;
  quad_painter_fill_bar (cr, &track, &sprite->palette->track);
}

static cairo_surface_t *
render_sprite (QuadChartPainter *self,
               const QuadSprite *sprite)
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
equal_sprites (const QuadSprite *a,
               const QuadSprite *b)
{
  return a->palette == b->palette && a->color == b->color && a->profile == b->profile
         && a->width == b->width && a->height == b->height && a->scale == b->scale
         && a->selected == b->selected
         && a->track.x == b->track.x && a->track.y == b->track.y
         && a->track.width == b->track.width && a->track.height == b->track.height;
}

static cairo_surface_t *
get_sprite (QuadChartPainter *self,
            const QuadSprite *wanted)
{
  QuadSprite sprite = *wanted;

  for (guint i = self->sprites->len; i > 0; i--)
    {
      const QuadSprite *kept = &g_array_index (self->sprites, QuadSprite, i - 1);

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
void
quad_painter_draw_sprite (QuadChartPainter *self,
                          cairo_t          *cr,
                          const QuadSprite *sprite,
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
                       const QuadColor  *color,
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
  quad_painter_fill_bar (cr, &bar, color);
}

/* An account without a profile gets an empty frame: nothing is decided about it. */
void
quad_painter_draw_badge (QuadChartPainter  *self,
                         cairo_t           *cr,
                         const QuadPalette *palette,
                         const QuadColor   *color,
                         QuadProfile        profile,
                         const QuadRect    *rect,
                         double             scale)
{
  const char *letter = quad_profile_get_letter (profile);
  double radius = rect->width * 0.27;
  const QuadText *text;

  quad_painter_set_color (cr, color);
  if (*letter == '\0')
    {
      double line = 1.5 * MIN (scale, 1.0);
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
                          &palette->profile_text);
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
  quad_painter_draw_badge (self, cr, self->palette, &self->palette->profile[profile], profile,
                           &rect, own > 0.0 ? size / own : 1.0);
}
