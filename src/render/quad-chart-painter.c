/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-chart-painter"

#include "quad-chart-painter-private.h"

#include <math.h>

#include "quad-chart-words.h"
#include "quad-i18n.h"

/* Characters of a name that the narrowest card should show. */
#define NAME_CHARACTERS 17

G_DEFINE_FINAL_TYPE (QuadChartPainter, quad_chart_painter, G_TYPE_OBJECT)

/* Device pixels per unit, 0 where the target has none. */
double
quad_painter_get_device_scale (cairo_t *cr)
{
  cairo_surface_t *surface = cairo_get_group_target (cr);
  double x_scale, y_scale, dx = 1.0, dy = 0.0;

  switch ((int) cairo_surface_get_type (surface))
    {
    case CAIRO_SURFACE_TYPE_PDF:
    case CAIRO_SURFACE_TYPE_PS:
    case CAIRO_SURFACE_TYPE_SVG:
      return 0.0;
    default:
      break;
    }

  cairo_surface_get_device_scale (surface, &x_scale, &y_scale);
  cairo_user_to_device_distance (cr, &dx, &dy);

  return hypot (dx, dy) * x_scale;
}

double
quad_painter_get_x (const QuadChartPainter *self,
                    const QuadRect         *area,
                    double                  start,
                    double                  width)
{
  return self->rtl ? area->x + area->width - start - width : area->x + start;
}

void
quad_painter_set_color (cairo_t         *cr,
                        const QuadColor *color)
{
  cairo_set_source_rgba (cr, color->red, color->green, color->blue, color->alpha);
}

void
quad_painter_add_round_rect (cairo_t        *cr,
                             const QuadRect *rect,
                             double          radius)
{
  double r = MAX (0.0, MIN (radius, MIN (rect->width, rect->height) / 2.0));
  double right = rect->x + rect->width;
  double bottom = rect->y + rect->height;

  cairo_new_sub_path (cr);
  cairo_arc (cr, right - r, rect->y + r, r, -G_PI_2, 0.0);
  cairo_arc (cr, right - r, bottom - r, r, 0.0, G_PI_2);
  cairo_arc (cr, rect->x + r, bottom - r, r, G_PI_2, G_PI);
  cairo_arc (cr, rect->x + r, rect->y + r, r, G_PI, 1.5 * G_PI);
  cairo_close_path (cr);
}

/* A line of one device pixel, or half a point on paper, that never falls between two pixels. */
void
quad_painter_draw_hairline (cairo_t *cr,
                            double   x,
                            double   y,
                            double   width)
{
  double scale = quad_painter_get_device_scale (cr);
  double thickness = scale > 0.0 ? 1.0 / scale : 0.5;

  if (scale > 0.0)
    y = floor (y * scale) / scale;

  cairo_rectangle (cr, x, y, width, thickness);
  cairo_fill (cr);
}

void
quad_painter_show_text (const QuadChartPainter *self,
                        cairo_t                *cr,
                        const QuadText         *text,
                        const QuadRect         *area,
                        double                  start,
                        double                  baseline,
                        const QuadColor        *color)
{
  double scale = quad_painter_get_device_scale (cr);
  double x = quad_painter_get_x (self, area, start, text->width) - text->x;
  double y = baseline - text->baseline;

  if (scale > 0.0)
    {
      x = round (x * scale) / scale;
      y = round (y * scale) / scale;
    }

  quad_painter_set_color (cr, color);
  cairo_move_to (cr, x, y);
  pango_cairo_show_layout (cr, text->layout);
}

static void
take_context (QuadChartPainter           *self,
              PangoContext               *context,
              const PangoFontDescription *font)
{
  g_clear_pointer (&self->texts, quad_text_cache_free);
  self->texts = quad_text_cache_new (context, font);
  self->rtl = pango_context_get_base_dir (context) == PANGO_DIRECTION_RTL
              || pango_context_get_base_dir (context) == PANGO_DIRECTION_WEAK_RTL;
}

static void
quad_chart_painter_finalize (GObject *object)
{
  QuadChartPainter *self = QUAD_CHART_PAINTER (object);

  g_clear_pointer (&self->texts, quad_text_cache_free);
  g_clear_pointer (&self->sprites, g_array_unref);
  g_clear_pointer (&self->coloring, quad_coloring_unref);
  g_clear_object (&self->names);

  G_OBJECT_CLASS (quad_chart_painter_parent_class)->finalize (object);
}

static void
quad_chart_painter_class_init (QuadChartPainterClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = quad_chart_painter_finalize;
}

static void
quad_chart_painter_init (QuadChartPainter *self)
{
  self->sprites = quad_painter_new_sprites ();
  self->palette = quad_palette_get (QUAD_PALETTE_LIGHT);
  self->currency = (QuadCurrency) { "EUR", 2 };
  self->show = QUAD_SHOW_DEFAULT;
  self->limits = (QuadBoxLimits) QUAD_BOX_LIMITS_DEFAULT;
  quad_painter_update_dim (self);
}

/**
 * quad_chart_painter_new:
 * @context: fonts, text size, and the direction of the user interface
 *
 * Returns: (transfer full): a painter with the light palette
 */
QuadChartPainter *
quad_chart_painter_new (PangoContext *context)
{
  return quad_chart_painter_new_with_font (context, NULL);
}

QuadChartPainter *
quad_chart_painter_new_with_font (PangoContext               *context,
                                  const PangoFontDescription *font)
{
  QuadChartPainter *self;

  g_return_val_if_fail (PANGO_IS_CONTEXT (context), NULL);

  self = g_object_new (QUAD_TYPE_CHART_PAINTER, NULL);
  take_context (self, context, font);

  return self;
}

/**
 * quad_chart_painter_set_context:
 * @self: the painter
 * @context: fonts, text size, and the direction of the user interface
 *
 * To be called whenever any of these changed, even if @context is the same object: what was laid
 * out before is dropped. Layouts need the metrics anew.
 */
void
quad_chart_painter_set_context (QuadChartPainter *self,
                                PangoContext     *context)
{
  g_return_if_fail (QUAD_IS_CHART_PAINTER (self));
  g_return_if_fail (PANGO_IS_CONTEXT (context));

  take_context (self, context, NULL);
}

/**
 * quad_chart_painter_set_palette:
 * @self: the painter
 * @palette: (transfer none): static, from quad_palette_get()
 */
void
quad_chart_painter_set_palette (QuadChartPainter  *self,
                                const QuadPalette *palette)
{
  g_return_if_fail (QUAD_IS_CHART_PAINTER (self));
  g_return_if_fail (palette != NULL);

  if (self->palette == palette)
    return;

  self->palette = palette;
  quad_painter_update_dim (self);
  g_array_set_size (self->sprites, 0);
}

/**
 * quad_chart_painter_set_currency:
 * @self: the painter
 * @currency: of the book
 */
void
quad_chart_painter_set_currency (QuadChartPainter   *self,
                                 const QuadCurrency *currency)
{
  g_return_if_fail (QUAD_IS_CHART_PAINTER (self));
  g_return_if_fail (currency != NULL);

  self->currency = *currency;
}

/**
 * quad_chart_painter_get_metrics:
 * @self: the painter
 * @metrics: (out): for a layout
 */
void
quad_chart_painter_get_metrics (QuadChartPainter *self,
                                QuadChartMetrics *metrics)
{
  g_return_if_fail (QUAD_IS_CHART_PAINTER (self));
  g_return_if_fail (metrics != NULL);

  *metrics = (QuadChartMetrics) {
    .line_height = quad_text_cache_get_height (self->texts, QUAD_FONT_NAME),
    .small_height = quad_text_cache_get_height (self->texts, QUAD_FONT_SMALL),
    .title_height = MAX (quad_text_cache_get_height (self->texts, QUAD_FONT_TITLE),
                         quad_text_cache_get_height (self->texts, QUAD_FONT_FIGURE)),
    .rtl = self->rtl,
  };
  metrics->minimum_card_width =
    ceil (NAME_CHARACTERS * quad_text_cache_get_char (self->texts, QUAD_FONT_NAME)
          + metrics->line_height + 24.0);
}

static double
measure_name (const char *text,
              gsize       length,
              gpointer    user_data)
{
  return quad_text_cache_estimate (user_data, QUAD_FONT_SMALL_BOLD, text, length);
}

/**
 * quad_chart_painter_create_input:
 * @self: the painter
 * @boxes: the accounts
 * @mode: cards or bubbles
 * @plan: (nullable): see quad_chart_input_new()
 *
 * Returns: (transfer full): what a layout needs to know, with the widths of names in its font
 */
QuadChartInput *
quad_chart_painter_create_input (QuadChartPainter *self,
                                 QuadBoxes        *boxes,
                                 QuadChartMode     mode,
                                 GHashTable       *plan)
{
  g_return_val_if_fail (QUAD_IS_CHART_PAINTER (self), NULL);

  return quad_chart_input_new (boxes, mode, plan, measure_name, self->texts);
}

/**
 * quad_chart_painter_get_largest:
 * @boxes: the accounts
 * @box: a #QuadBox
 *
 * Returns: what a full bar in this box stands for, or %QUAD_MONEY_UNKNOWN
 */
QuadMoney
quad_chart_painter_get_largest (QuadBoxes *boxes,
                                guint      box)
{
  QuadAccount *first;

  if (quad_boxes_peek (boxes, box, 0, 1, &first) == 0)
    return QUAD_MONEY_UNKNOWN;

  return quad_account_get_amount (first);
}

/**
 * quad_chart_painter_draw_captions:
 * @self: the painter
 * @cr: where to
 * @layout: the chart
 *
 * The words "Clients" and "Prospects" above the boxes.
 */
void
quad_chart_painter_draw_captions (QuadChartPainter      *self,
                                  cairo_t               *cr,
                                  const QuadChartLayout *layout)
{
  const char *words[2];

  g_return_if_fail (QUAD_IS_CHART_PAINTER (self));
  g_return_if_fail (layout != NULL);

  words[0] = _("Clients");
  words[1] = _("Prospects");
  for (guint side = 0; side < 2; side++)
    {
      const QuadText *text;
      QuadRect area;

      if (!quad_chart_layout_get_caption (layout, side == 1, &area))
        continue;
      text = quad_text_cache_get_fitting (self->texts, QUAD_FONT_SMALL_BOLD, 1.0, words[side],
                                          area.width);
      quad_painter_show_text (self, cr, text, &area, (area.width - text->width) / 2.0,
                              area.y + 2.0
                              + quad_text_cache_get_ascent (self->texts, QUAD_FONT_SMALL_BOLD),
                              &self->palette->text_dim);
    }
}

/**
 * quad_chart_painter_draw_drop_target:
 * @self: the painter
 * @cr: where to
 * @layout: the chart
 * @box: the #QuadBox under the pointer
 * @words: (nullable): what a drop will do
 *
 * Lights up a box, to be drawn over it.
 */
void
quad_chart_painter_draw_drop_target (QuadChartPainter      *self,
                                     cairo_t               *cr,
                                     const QuadChartLayout *layout,
                                     guint                  box,
                                     const char            *words)
{
  const QuadColor *color;
  const QuadText *text;
  QuadRect rect, pill;

  g_return_if_fail (QUAD_IS_CHART_PAINTER (self));
  g_return_if_fail (layout != NULL && box < QUAD_N_BOXES);

  color = &self->palette->box_hover[quad_palette_get_tint (layout->lens, box)];
  rect = layout->boxes[box].rect;

  cairo_save (cr);
  quad_painter_add_round_rect (cr, &rect, 10.0);
  cairo_clip_preserve (cr);
  cairo_set_source_rgba (cr, color->red, color->green, color->blue, QUAD_PALETTE_HOVER_WASH);
  cairo_fill_preserve (cr);
  /* Half of the stroke is clipped. */
  quad_painter_set_color (cr, color);
  cairo_set_line_width (cr, 4.0);
  cairo_stroke (cr);
  cairo_restore (cr);

  if (words == NULL || rect.width < 40.0)
    return;

  text = quad_text_cache_get_fitting (self->texts, QUAD_FONT_NAME, 1.0, words, rect.width - 40.0);
  pill.width = ceil (text->width) + 28.0;
  pill.height = ceil (text->height) + 14.0;
  pill.x = floor (rect.x + (rect.width - pill.width) / 2.0);
  pill.y = floor (rect.y + MAX (0.0, rect.height - pill.height - 14.0));
  quad_painter_add_round_rect (cr, &pill, pill.height / 2.0);
  quad_painter_set_color (cr, color);
  cairo_fill (cr);
  quad_painter_show_text (self, cr, text, &pill, (pill.width - text->width) / 2.0,
                          pill.y + 7.0 + text->baseline, &self->palette->profile_text);
}

/**
 * quad_chart_painter_draw:
 * @self: the painter
 * @cr: where to
 * @layout: the chart
 * @boxes: that were laid out
 *
 * Everything: the background, the captions, the boxes, and the arrows of a plan.
 */
void
quad_chart_painter_draw (QuadChartPainter      *self,
                         cairo_t               *cr,
                         const QuadChartLayout *layout,
                         QuadBoxes             *boxes)
{
  g_return_if_fail (QUAD_IS_CHART_PAINTER (self));
  g_return_if_fail (layout != NULL);
  g_return_if_fail (QUAD_IS_BOXES (boxes));

  quad_painter_set_color (cr, &self->palette->background);
  cairo_paint (cr);

  quad_chart_painter_draw_captions (self, cr, layout);
  for (guint box = 0; box < QUAD_N_BOXES; box++)
    quad_chart_painter_draw_box (self, cr, layout, boxes, box);
  quad_chart_painter_draw_arrows (self, cr, layout);
}
