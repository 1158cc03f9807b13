/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "quad-chart-painter.h"

#include <math.h>
#include <string.h>

#include "quad-test-chart.h"

static PangoContext *
make_context (double         text_scale,
              PangoDirection direction)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string ("Cantarell, Sans 11");

  pango_context_set_font_description (context, font);
  pango_context_set_base_dir (context, direction);
  pango_cairo_context_set_resolution (context, 96.0 * text_scale);

  return context;
}

static QuadChartPainter *
make_painter (double         text_scale,
              PangoDirection direction)
{
  PangoContext *context = make_context (text_scale, direction);
  QuadChartPainter *painter = quad_chart_painter_new (context);

  g_object_unref (context);

  return painter;
}

static cairo_surface_t *
make_image (double width,
            double height,
            double scale)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32,
                                                         (int) ceil (width * scale),
                                                         (int) ceil (height * scale));

  cairo_surface_set_device_scale (surface, scale, scale);

  return surface;
}

static guint32
get_pixel (cairo_surface_t *surface,
           int              x,
           int              y)
{
  const unsigned char *data;
  guint32 pixel;

  cairo_surface_flush (surface);
  data = cairo_image_surface_get_data (surface);
  memcpy (&pixel, data + y * cairo_image_surface_get_stride (surface) + x * 4, 4);

  return pixel;
}

static guint32
get_color_pixel (const QuadColor *color)
{
  return 0xff000000u | (guint32) lround (color->red * 255) << 16
         | (guint32) lround (color->green * 255) << 8 | (guint32) lround (color->blue * 255);
}

static guint
count_pixels (cairo_surface_t *surface,
              const QuadColor *color)
{
  guint32 wanted = get_color_pixel (color);
  guint n = 0;

  for (int y = 0; y < cairo_image_surface_get_height (surface); y++)
    for (int x = 0; x < cairo_image_surface_get_width (surface); x++)
      n += get_pixel (surface, x, y) == wanted;

  return n;
}

static QuadRect
get_ink (cairo_surface_t *recording)
{
  QuadRect ink;

  cairo_recording_surface_ink_extents (recording, &ink.x, &ink.y, &ink.width, &ink.height);

  return ink;
}

static void
test_metrics (void)
{
  g_autoptr (QuadChartPainter) normal = make_painter (1.0, PANGO_DIRECTION_LTR);
  g_autoptr (QuadChartPainter) large = make_painter (1.5, PANGO_DIRECTION_RTL);
  QuadChartMetrics a, b;

  quad_chart_painter_get_metrics (normal, &a);
  quad_chart_painter_get_metrics (large, &b);

  g_assert_false (a.rtl);
  g_assert_true (b.rtl);
  g_assert_cmpfloat (a.line_height, >, 0.0);
  g_assert_cmpfloat (a.small_height, <=, a.line_height);
  g_assert_cmpfloat (a.title_height, >, a.line_height);
  g_assert_cmpfloat_with_epsilon (b.line_height / a.line_height, 1.5, 0.1);
  g_assert_cmpfloat (b.minimum_card_width, >, 1.3 * a.minimum_card_width);
}

/* The same font must measure the same on a surface that is scaled, as when printing. */
static void
test_metrics_when_scaled (void)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 8, 8);
  cairo_t *cr = cairo_create (surface);
  PangoContext *context = make_context (1.0, PANGO_DIRECTION_LTR);
  g_autoptr (QuadChartPainter) plain = quad_chart_painter_new (context);
  g_autoptr (QuadChartPainter) scaled = NULL;
  QuadChartMetrics a, b;

  cairo_scale (cr, 2.5, 2.5);
  pango_cairo_update_context (cr, context);
  scaled = quad_chart_painter_new (context);
  quad_chart_painter_get_metrics (plain, &a);
  quad_chart_painter_get_metrics (scaled, &b);
  g_assert_cmpfloat_with_epsilon (b.line_height / a.line_height, 1.0, 0.1);
  g_assert_cmpfloat_with_epsilon (b.title_height / a.title_height, 1.0, 0.1);

  g_object_unref (context);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

/* A view keeps a picture of each box: nothing may be drawn beside it. */
static void
test_boxes_stay_inside (void)
{
  static const double sizes[][2] = { { 320, 240 }, { 360, 800 }, { 744, 746 }, { 1600, 500 } };
  guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  g_test_message ("seed %u", seed);
  for (guint i = 0; i < G_N_ELEMENTS (sizes) * 6; i++)
    {
      const double *size = sizes[i % G_N_ELEMENTS (sizes)];
      g_autoptr (QuadBoxes) boxes =
        quad_test_chart_random_boxes (rand, (guint) g_rand_int_range (rand, 0, 300));
      g_autoptr (QuadChartPainter) painter =
        make_painter (g_rand_double_range (rand, 0.8, 1.6),
                      g_rand_boolean (rand) ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
      g_autoptr (QuadChartLayout) layout = NULL;
      QuadChartMetrics metrics;

      quad_chart_painter_get_metrics (painter, &metrics);
      metrics.ruled = g_rand_int_range (rand, 0, 4) == 0;
      layout = quad_chart_layout_new (boxes, &metrics, size[0], size[1]);
      for (QuadTier tier = 0; tier < QUAD_N_CHART_TIERS; tier++)
        {
          const QuadRect *box = &quad_chart_layout_get_box (layout, tier)->rect;
          cairo_surface_t *recording = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA,
                                                                       NULL);
          cairo_t *cr = cairo_create (recording);
          QuadRect ink;

          quad_chart_painter_draw_box (painter, cr, layout, boxes, tier);
          quad_chart_painter_draw_drop_target (painter, cr, layout, tier, "Won: becomes a client");
          g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
          ink = get_ink (recording);
          g_assert_cmpfloat (ink.x, >=, box->x - 1.0);
          g_assert_cmpfloat (ink.y, >=, box->y - 1.0);
          g_assert_cmpfloat (ink.x + ink.width, <=, box->x + box->width + 1.0);
          g_assert_cmpfloat (ink.y + ink.height, <=, box->y + box->height + 1.0);
          cairo_destroy (cr);
          cairo_surface_destroy (recording);
        }
    }
}

static cairo_surface_t *
draw_one_account (QuadMoney   amount,
                  QuadProfile profile,
                  gboolean    selected)
{
  g_autoptr (QuadChartPainter) painter = make_painter (1.0, PANGO_DIRECTION_LTR);
  g_autoptr (QuadChartLayout) layout = NULL;
  g_autoptr (QuadBoxes) boxes = NULL;
  GPtrArray *accounts = g_ptr_array_new ();
  cairo_surface_t *surface = make_image (700, 500, 1.0);
  cairo_t *cr = cairo_create (surface);
  QuadChartMetrics metrics;
  const QuadCard *cards;
  guint n_cards;

  g_ptr_array_add (accounts, quad_test_chart_account (1, "Ridgeline Outdoor", QUAD_TIER_KEY,
                                                      profile, amount));
  boxes = quad_test_chart_boxes (accounts);
  quad_chart_painter_get_metrics (painter, &metrics);
  layout = quad_chart_layout_new (boxes, &metrics, 700, 500);
  quad_chart_painter_draw (painter, cr, layout, boxes);

  cards = quad_chart_layout_get_cards (layout, &n_cards);
  g_assert_cmpuint (n_cards, ==, 1);
  if (selected)
    quad_chart_painter_draw_card (painter, cr, cards,
                                  quad_chart_painter_get_largest (boxes, QUAD_TIER_KEY), TRUE);
  cairo_destroy (cr);

  return surface;
}

static void
test_bar (void)
{
  const QuadPalette *palette = quad_palette_get (QUAD_PALETTE_LIGHT);
  const QuadColor *color = &palette->profile[QUAD_PROFILE_EXPAND];
  cairo_surface_t *full = draw_one_account (15100000, QUAD_PROFILE_EXPAND, FALSE);
  cairo_surface_t *zero = draw_one_account (0, QUAD_PROFILE_EXPAND, FALSE);
  cairo_surface_t *unknown = draw_one_account (QUAD_MONEY_UNKNOWN, QUAD_PROFILE_EXPAND, FALSE);

  /* An unknown amount has not even a track; zero has a track without a bar. */
  g_assert_cmpuint (count_pixels (unknown, &palette->track), ==, 0);
  g_assert_cmpuint (count_pixels (zero, &palette->track), >, 100);
  g_assert_cmpuint (count_pixels (zero, color), ==, count_pixels (unknown, color));
  g_assert_cmpuint (count_pixels (full, color), >, count_pixels (zero, color) + 100);
  g_assert_cmpuint (count_pixels (full, &palette->track), <, 10);

  cairo_surface_destroy (full);
  cairo_surface_destroy (zero);
  cairo_surface_destroy (unknown);
}

static void
test_selected (void)
{
  const QuadPalette *palette = quad_palette_get (QUAD_PALETTE_LIGHT);
  cairo_surface_t *plain = draw_one_account (15100000, QUAD_PROFILE_KEEP, FALSE);
  cairo_surface_t *selected = draw_one_account (15100000, QUAD_PROFILE_KEEP, TRUE);

  g_assert_cmpuint (count_pixels (plain, &palette->card_selected), ==, 0);
  g_assert_cmpuint (count_pixels (selected, &palette->card_selected), >, 1000);
  g_assert_cmpuint (count_pixels (selected, &palette->card), <, 200);

  cairo_surface_destroy (plain);
  cairo_surface_destroy (selected);
}

/* The border of a box covers whole device pixels, at any scale. */
static void
test_sharp (void)
{
  const QuadPalette *palette = quad_palette_get (QUAD_PALETTE_LIGHT);
  guint32 border = get_color_pixel (&palette->box_border[QUAD_TIER_KEY]);
  guint32 fill = get_color_pixel (&palette->box[QUAD_TIER_KEY]);

  for (int scale = 1; scale <= 3; scale++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (1);
      g_autoptr (QuadBoxes) boxes = quad_test_chart_random_boxes (rand, 30);
      g_autoptr (QuadChartPainter) painter = make_painter (1.0, PANGO_DIRECTION_LTR);
      g_autoptr (QuadChartLayout) layout = NULL;
      cairo_surface_t *surface = make_image (700, 500, scale);
      cairo_t *cr = cairo_create (surface);
      QuadChartMetrics metrics;
      const QuadRect *box;
      int middle;

      quad_chart_painter_get_metrics (painter, &metrics);
      layout = quad_chart_layout_new (boxes, &metrics, 700, 500);
      quad_chart_painter_draw (painter, cr, layout, boxes);
      box = &quad_chart_layout_get_box (layout, QUAD_TIER_KEY)->rect;
      middle = (int) (box->y + box->height / 2.0) * scale;
      for (int x = 0; x < scale; x++)
        g_assert_cmphex (get_pixel (surface, (int) box->x * scale + x, middle), ==, border);
      g_assert_cmphex (get_pixel (surface, ((int) box->x + 1) * scale, middle), ==, fill);

      cairo_destroy (cr);
      cairo_surface_destroy (surface);
    }
}

/* What is kept between calls must not change the picture. */
static void
test_repaint (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  g_autoptr (QuadBoxes) boxes = quad_test_chart_random_boxes (rand, 60);
  g_autoptr (QuadChartPainter) painter = make_painter (1.0, PANGO_DIRECTION_LTR);
  g_autoptr (QuadChartLayout) layout = NULL;
  cairo_surface_t *first = make_image (900, 700, 2.0);
  cairo_surface_t *second = make_image (900, 700, 2.0);
  QuadChartMetrics metrics;
  cairo_t *cr;

  quad_chart_painter_get_metrics (painter, &metrics);
  layout = quad_chart_layout_new (boxes, &metrics, 900, 700);

  cr = cairo_create (first);
  quad_chart_painter_draw (painter, cr, layout, boxes);
  cairo_destroy (cr);

  /* through another palette and back */
  cr = cairo_create (second);
  quad_chart_painter_set_palette (painter, quad_palette_get (QUAD_PALETTE_DARK));
  quad_chart_painter_draw (painter, cr, layout, boxes);
  quad_chart_painter_set_palette (painter, quad_palette_get (QUAD_PALETTE_LIGHT));
  quad_chart_painter_draw (painter, cr, layout, boxes);
  cairo_destroy (cr);

  cairo_surface_flush (first);
  cairo_surface_flush (second);
  g_assert_cmpmem (cairo_image_surface_get_data (first),
                   (gsize) cairo_image_surface_get_stride (first) * 1400,
                   cairo_image_surface_get_data (second),
                   (gsize) cairo_image_surface_get_stride (second) * 1400);

  cairo_surface_destroy (first);
  cairo_surface_destroy (second);
}

/* More texts than are kept: none that is in use may be dropped. */
static void
test_many_texts (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);
  g_autoptr (QuadChartPainter) painter = make_painter (0.5, PANGO_DIRECTION_LTR);
  cairo_surface_t *surface = make_image (3000, 2000, 1.0);
  QuadChartMetrics metrics;

  quad_chart_painter_get_metrics (painter, &metrics);
  for (guint i = 0; i < 4; i++)
    {
      g_autoptr (QuadBoxes) boxes = quad_test_chart_random_boxes (rand, 5000);
      g_autoptr (QuadChartLayout) layout = quad_chart_layout_new (boxes, &metrics, 3000, 2000);
      cairo_t *cr = cairo_create (surface);

      quad_chart_painter_draw (painter, cr, layout, boxes);
      g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
      cairo_destroy (cr);
    }
  cairo_surface_destroy (surface);
}

static void
test_finalize (void)
{
  PangoContext *context = make_context (1.0, PANGO_DIRECTION_LTR);
  QuadChartPainter *painter = quad_chart_painter_new (context);

  quad_chart_painter_set_context (painter, context);
  g_assert_finalize_object (painter);
  g_assert_finalize_object (context);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/chart-painter/metrics", test_metrics);
  g_test_add_func ("/chart-painter/metrics-when-scaled", test_metrics_when_scaled);
  g_test_add_func ("/chart-painter/boxes-stay-inside", test_boxes_stay_inside);
  g_test_add_func ("/chart-painter/bar", test_bar);
  g_test_add_func ("/chart-painter/selected", test_selected);
  g_test_add_func ("/chart-painter/sharp", test_sharp);
  g_test_add_func ("/chart-painter/repaint", test_repaint);
  g_test_add_func ("/chart-painter/many-texts", test_many_texts);
  g_test_add_func ("/chart-painter/finalize", test_finalize);

  return g_test_run ();
}
