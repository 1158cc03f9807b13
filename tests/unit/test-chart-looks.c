/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "quad-chart-painter.h"

#include <math.h>
#include <string.h>

#include "quad-test-chart.h"

/* What charts look like in every lens and mode: signs, marks, names, colours, headers, legend. */

static QuadChartPainter *
make_painter (PangoDirection direction)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string ("Cantarell, Sans 11");
  QuadChartPainter *painter;

  pango_context_set_font_description (context, font);
  pango_context_set_base_dir (context, direction);
  pango_cairo_context_set_resolution (context, 96.0);
  painter = quad_chart_painter_new (context);
  g_object_unref (context);

  return painter;
}

static QuadChartLayout *
lay_out (QuadChartPainter *painter,
         QuadBoxes        *boxes,
         QuadChartMode     mode,
         GHashTable       *plan,
         double            width,
         double            height)
{
  g_autoptr (QuadChartInput) input = quad_chart_painter_create_input (painter, boxes, mode, plan);
  QuadChartOptions options = { .width = width, .height = height };

  quad_chart_painter_get_metrics (painter, &options.metrics);

  return quad_chart_layout_compute (input, &options, NULL);
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
              const QuadRect  *part,
              const QuadColor *color)
{
  guint32 wanted = get_color_pixel (color);
  guint n = 0;

  for (int y = (int) part->y; y < (int) (part->y + part->height); y++)
    for (int x = (int) part->x; x < (int) (part->x + part->width); x++)
      n += get_pixel (surface, x, y) == wanted;

  return n;
}

static cairo_surface_t *
draw (QuadChartPainter      *painter,
      const QuadChartLayout *layout,
      QuadBoxes             *boxes)
{
  cairo_surface_t *surface;
  double width, height;
  cairo_t *cr;

  quad_chart_layout_get_size (layout, &width, &height);
  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) width, (int) height);
  cr = cairo_create (surface);
  quad_chart_painter_draw (painter, cr, layout, boxes);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);

  return surface;
}

static void
know_everything (QuadAccount   *account,
                 QuadCardFacts *facts,
                 gpointer       user_data)
{
  guint id = (guint) quad_account_get_id (account);

  facts->signs = id % (1u << QUAD_N_SIGNS);
  facts->marks = id % 13;
  facts->marks_hit = facts->marks / 2;
  facts->last_touch = 700000 - id % 100;
}

static gboolean
match_odd (QuadAccount *account,
           gpointer     user_data)
{
  return quad_account_get_id (account) % 2 == 1;
}

static GHashTable *
make_plan (QuadBoxes *boxes)
{
  GHashTable *plan = g_hash_table_new (NULL, NULL);

  for (guint box = 0; box < QUAD_BOX_OFF; box++)
    {
      QuadAccount *account;

      if (quad_boxes_peek (boxes, box, 0, 1, &account) == 1)
        g_hash_table_insert (plan, account, GUINT_TO_POINTER ((box + 1) % 4 + 1));
    }

  return plan;
}

/* A view keeps a picture of each box: nothing may be drawn beside it, whatever is on the cards. */
static void
test_boxes_stay_inside (void)
{
  static const double sizes[][2] = { { 320, 240 }, { 360, 800 }, { 744, 746 }, { 1600, 500 } };
  guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  g_test_message ("seed %u", seed);
  for (guint i = 0; i < G_N_ELEMENTS (sizes) * 8; i++)
    {
      const double *size = sizes[i % G_N_ELEMENTS (sizes)];
      g_autoptr (QuadBoxes) boxes =
        quad_test_chart_random_boxes (rand, (guint) g_rand_int_range (rand, 0, 300));
      g_autoptr (QuadChartPainter) painter =
        make_painter (g_rand_boolean (rand) ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
      g_autoptr (GHashTable) plan = NULL;
      g_autoptr (QuadChartLayout) layout = NULL;

      quad_boxes_set_lens (boxes, g_rand_int_range (rand, 0, QUAD_N_LENSES));
      plan = make_plan (boxes);
      quad_chart_painter_set_facts (painter, know_everything, NULL);
      quad_chart_painter_set_match (painter, match_odd, NULL);
      quad_chart_painter_set_today (painter, 700000);
      quad_chart_painter_set_show (painter, (guint) g_rand_int_range (rand, 0, 16));
      layout = lay_out (painter, boxes, g_rand_int_range (rand, 0, QUAD_N_MODES), plan,
                        size[0], size[1]);
      for (guint box = 0; box < QUAD_N_BOXES; box++)
        {
          const QuadRect *rect = &quad_chart_layout_get_box (layout, box)->rect;
          cairo_surface_t *recording = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA,
                                                                       NULL);
          cairo_t *cr = cairo_create (recording);
          QuadRect ink;

          quad_chart_painter_draw_box (painter, cr, layout, boxes, box);
          g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
          cairo_recording_surface_ink_extents (recording, &ink.x, &ink.y, &ink.width, &ink.height);
          g_assert_cmpfloat (ink.x, >=, rect->x - 1.0);
          g_assert_cmpfloat (ink.y, >=, rect->y - 1.0);
          g_assert_cmpfloat (ink.x + ink.width, <=, rect->x + rect->width + 1.0);
          g_assert_cmpfloat (ink.y + ink.height, <=, rect->y + rect->height + 1.0);
          cairo_destroy (cr);
          cairo_surface_destroy (recording);
        }
    }
}

/* What is drawn at the middle of a bubble is what is hit there: filled with the colour of its
 * profile, hollow when its amount is unknown. */
static void
test_bubbles (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);
  g_autoptr (QuadBoxes) boxes = quad_test_chart_random_boxes (rand, 900);
  g_autoptr (QuadChartPainter) painter = make_painter (PANGO_DIRECTION_LTR);
  g_autoptr (QuadChartLayout) layout = lay_out (painter, boxes, QUAD_MODE_BUBBLES, NULL, 900, 700);
  const QuadPalette *palette = quad_palette_get (QUAD_PALETTE_LIGHT);
  cairo_surface_t *surface = draw (painter, layout, boxes);
  const QuadCard *cards;
  guint n_cards, n_filled = 0, n_hollow = 0;

  cards = quad_chart_layout_get_cards (layout, &n_cards);
  for (guint i = 0; i < n_cards; i++)
    {
      double x = cards[i].rect.x + cards[i].radius, y = cards[i].rect.y + cards[i].radius;
      guint32 pixel = get_pixel (surface, (int) x, (int) y);
      QuadHit hit = quad_chart_layout_hit (layout, x, y);

      g_assert_cmpuint (hit.card, ==, i);
      if (cards[i].hollow && cards[i].radius > 3.0 && cards[i].radius < 5.0)
        {
          g_assert_cmphex (pixel, ==, get_color_pixel (&palette->box[cards[i].box]));
          n_hollow++;
        }
      else if (!cards[i].hollow && cards[i].radius < 5.0)
        {
          QuadProfile profile = quad_account_get_profile (cards[i].account);

          g_assert_cmphex (pixel, ==, get_color_pixel (&palette->profile[profile]));
          n_filled++;
        }
    }
  g_assert_cmpuint (n_filled, >, 100);
  g_assert_cmpuint (n_hollow, >, 10);
  cairo_surface_destroy (surface);
}

static void
know_overdue (QuadAccount   *account,
              QuadCardFacts *facts,
              gpointer       user_data)
{
  facts->signs = GPOINTER_TO_UINT (user_data);
}

static QuadBoxes *
make_one (QuadTier  tier,
          QuadMoney amount)
{
  GPtrArray *accounts = g_ptr_array_new ();

  g_ptr_array_add (accounts, quad_test_chart_account (1, "Tern Rail", tier, QUAD_PROFILE_KEEP,
                                                      amount));

  return quad_test_chart_boxes (accounts);
}

/* Each sign is drawn, and is found where it is drawn. */
static void
test_signs (void)
{
  g_autoptr (QuadBoxes) boxes = make_one (QUAD_TIER_KEY, 100000);

  for (guint i = 0; i < QUAD_N_SIGNS; i++)
    {
      g_autoptr (QuadChartPainter) painter = make_painter (PANGO_DIRECTION_LTR);
      g_autoptr (QuadChartLayout) layout = NULL;
      const QuadCard *card;
      guint n_found = 0;

      quad_chart_painter_set_facts (painter, know_overdue, GUINT_TO_POINTER (1u << i));
      layout = lay_out (painter, boxes, QUAD_MODE_CARDS, NULL, 700, 500);
      card = quad_chart_layout_get_cards (layout, NULL);
      for (double x = card->rect.x; x < card->rect.x + card->rect.width; x++)
        {
          guint sign = quad_chart_painter_hit_sign (painter, card, x, card->rect.y + 14.0);

          g_assert_true (sign == 0 || sign == 1u << i);
          n_found += sign != 0;
        }
      g_assert_cmpuint (n_found, >=, 8);
      g_assert_cmpuint (n_found, <, 24);
    }
}

static void
know_marks (QuadAccount   *account,
            QuadCardFacts *facts,
            gpointer       user_data)
{
  facts->marks = 7;
  facts->marks_hit = GPOINTER_TO_UINT (user_data);
}

/* More marks hit is more colour, and no fit asked for is none. */
static void
test_marks (void)
{
  g_autoptr (QuadBoxes) boxes = make_one (QUAD_TIER_IDEAL, QUAD_MONEY_UNKNOWN);
  const QuadColor *color = &quad_palette_get (QUAD_PALETTE_LIGHT)->profile[QUAD_PROFILE_KEEP];
  guint n[9];

  for (guint hit = 0; hit <= 8; hit++)
    {
      g_autoptr (QuadChartPainter) painter = make_painter (PANGO_DIRECTION_LTR);
      g_autoptr (QuadChartLayout) layout = NULL;
      cairo_surface_t *surface;

      quad_chart_painter_set_facts (painter, know_marks, GUINT_TO_POINTER (hit));
      if (hit == 8)
        quad_chart_painter_set_show (painter, QUAD_SHOW_AMOUNT);
      layout = lay_out (painter, boxes, QUAD_MODE_CARDS, NULL, 700, 500);
      surface = draw (painter, layout, boxes);
      n[hit] = count_pixels (surface, &quad_chart_layout_get_cards (layout, NULL)->rect, color);
      if (hit > 0 && hit < 8)
        g_assert_cmpuint (n[hit], >, n[hit - 1]);
      cairo_surface_destroy (surface);
    }
  g_assert_cmpuint (n[8], <, n[1]);
}

/* What does not match loses its colour in both modes, and keeps its place. */
static void
test_dim (void)
{
  const QuadColor *color = &quad_palette_get (QUAD_PALETTE_LIGHT)->profile[QUAD_PROFILE_KEEP];
  GPtrArray *accounts = g_ptr_array_new ();
  g_autoptr (QuadBoxes) boxes = NULL;

  for (gint64 i = 1; i <= 2; i++)
    g_ptr_array_add (accounts, quad_test_chart_account (i, "Tern Rail", QUAD_TIER_KEY,
                                                        QUAD_PROFILE_KEEP, 100000));
  boxes = quad_test_chart_boxes (accounts);

  for (QuadChartMode mode = 0; mode < QUAD_N_MODES; mode++)
    {
      g_autoptr (QuadChartPainter) painter = make_painter (PANGO_DIRECTION_LTR);
      g_autoptr (QuadChartLayout) layout = lay_out (painter, boxes, mode, NULL, 700, 500);
      const QuadCard *cards = quad_chart_layout_get_cards (layout, NULL);
      cairo_surface_t *surface;

      quad_chart_painter_set_match (painter, match_odd, NULL);
      surface = draw (painter, layout, boxes);
      g_assert_cmpuint (count_pixels (surface, &cards[0].rect, color), >, 100);
      g_assert_cmpuint (count_pixels (surface, &cards[1].rect, color), ==, 0);
      cairo_surface_destroy (surface);
    }
}

static QuadItemList *
make_verticals (const char *const *verticals,
                guint              n)
{
  QuadItemList *list = quad_item_list_new (QUAD_TYPE_ACCOUNT);
  GPtrArray *accounts = g_ptr_array_new ();

  for (guint i = 0; i < n; i++)
    {
      QuadRecord *values = quad_test_account_values ("Tern Rail", QUAD_TIER_KEY,
                                                     QUAD_PROFILE_EXPAND, 100000);

      quad_record_set_text (values, QUAD_ACCOUNT_VERTICAL, verticals[i]);
      g_ptr_array_add (accounts, quad_account_new (i + 1, values));
    }
  quad_item_list_replace (list, accounts);

  return list;
}

/* The most frequent values have colours; more values than colours share one; none has its own. */
static void
test_coloring (void)
{
  static const char *const verticals[] = {
    "B", "A", "A", "B", "A", "C", "D", "E", "F", "G", "H", "I", "J", NULL, "",
  };
  g_autoptr (QuadItemList) list = make_verticals (verticals, G_N_ELEMENTS (verticals));
  g_autoptr (QuadColoring) coloring = quad_coloring_new (list, QUAD_COLOR_BY_VERTICAL, NULL);
  const QuadPalette *palette = quad_palette_get (QUAD_PALETTE_LIGHT);
  guint sum = 0;

  g_assert_cmpuint (quad_coloring_get_n (coloring), ==, QUAD_N_CATEGORIES + 2);
  g_assert_cmpstr (quad_coloring_get_label (coloring, 0), ==, "A");
  g_assert_cmpstr (quad_coloring_get_label (coloring, 1), ==, "B");
  g_assert_cmpstr (quad_coloring_get_label (coloring, 2), ==, "C");
  g_assert_cmpuint (quad_coloring_get_count (coloring, 0), ==, 3);
  g_assert_cmpstr (quad_coloring_get_label (coloring, QUAD_N_CATEGORIES), ==, "Other");
  g_assert_cmpuint (quad_coloring_get_count (coloring, QUAD_N_CATEGORIES), ==, 2);
  g_assert_cmpstr (quad_coloring_get_label (coloring, QUAD_N_CATEGORIES + 1), ==, "Not given");
  g_assert_cmpuint (quad_coloring_get_count (coloring, QUAD_N_CATEGORIES + 1), ==, 2);
  for (guint i = 0; i < quad_coloring_get_n (coloring); i++)
    sum += quad_coloring_get_count (coloring, i);
  g_assert_cmpuint (sum, ==, G_N_ELEMENTS (verticals));

  g_assert_cmpuint (quad_coloring_find (coloring, quad_item_list_peek (list, 0)), ==, 1);
  g_assert_cmpuint (quad_coloring_find (coloring, quad_item_list_peek (list, 12)), ==,
                    QUAD_N_CATEGORIES);
  g_assert_true (quad_coloring_get_color (coloring, palette, 1) == &palette->category[1]);
  g_assert_true (quad_coloring_get_color (coloring, palette, QUAD_N_CATEGORIES)
                 == &palette->category_other);
  g_assert_true (quad_coloring_get_color (coloring, palette, QUAD_N_CATEGORIES + 1)
                 == &palette->category_none);
  g_assert_true (quad_coloring_get_color (coloring, palette, G_MAXUINT)
                 == &palette->category_none);
}

/* A colouring changes badges and bars, and the legend says what they stand for. */
static void
test_coloring_drawn (void)
{
  static const char *const verticals[] = { "Food" };
  g_autoptr (QuadItemList) list = make_verticals (verticals, 1);
  g_autoptr (QuadBoxes) boxes = quad_boxes_new (list);
  g_autoptr (QuadColoring) coloring = quad_coloring_new (list, QUAD_COLOR_BY_VERTICAL, NULL);
  g_autoptr (QuadChartPainter) painter = make_painter (PANGO_DIRECTION_LTR);
  const QuadPalette *palette = quad_palette_get (QUAD_PALETTE_LIGHT);
  g_autoptr (QuadChartLayout) layout = lay_out (painter, boxes, QUAD_MODE_CARDS, NULL, 700, 500);
  const QuadRect *card = &quad_chart_layout_get_cards (layout, NULL)->rect;
  cairo_surface_t *surface;

  quad_chart_painter_set_coloring (painter, coloring);
  surface = draw (painter, layout, boxes);
  g_assert_cmpuint (count_pixels (surface, card, &palette->category[0]), >, 100);
  g_assert_cmpuint (count_pixels (surface, card, &palette->profile[QUAD_PROFILE_EXPAND]), ==, 0);
  cairo_surface_destroy (surface);
}

/* The legend stays in the height that it measures, and takes more of it where it is narrow. */
static void
test_legend (void)
{
  g_autoptr (QuadBoxes) boxes = make_one (QUAD_TIER_KEY, 100000);

  for (QuadChartMode mode = 0; mode < QUAD_N_MODES; mode++)
    {
      g_autoptr (QuadChartPainter) painter = make_painter (mode == QUAD_MODE_CARDS
                                                             ? PANGO_DIRECTION_LTR
                                                             : PANGO_DIRECTION_RTL);
      g_autoptr (QuadChartLayout) layout = lay_out (painter, boxes, mode, NULL, 700, 500);
      double before = G_MAXDOUBLE;

      for (double width = 200; width <= 1400; width += 150)
        {
          double height = quad_chart_painter_measure_legend (painter, layout, width);
          cairo_surface_t *recording = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA,
                                                                       NULL);
          cairo_t *cr = cairo_create (recording);
          QuadRect ink;

          quad_chart_painter_draw_legend (painter, cr, layout, &(QuadRect) { 0, 0, width, height });
          cairo_recording_surface_ink_extents (recording, &ink.x, &ink.y, &ink.width, &ink.height);
          g_assert_cmpfloat (height, <=, before);
          g_assert_cmpfloat (ink.x, >=, -1.0);
          g_assert_cmpfloat (ink.y, >=, -1.0);
          g_assert_cmpfloat (ink.x + ink.width, <=, width + 1.0);
          g_assert_cmpfloat (ink.y + ink.height, <=, height + 1.0);
          before = height;
          cairo_destroy (cr);
          cairo_surface_destroy (recording);
        }
      g_assert_cmpfloat (before, <, 2.0 * 20.0);
    }
}

/* Every figure of a header can be pointed at, where there is room to show it. */
static void
test_header (void)
{
  static const PangoDirection directions[] = { PANGO_DIRECTION_LTR, PANGO_DIRECTION_RTL };
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);
  g_autoptr (QuadBoxes) boxes = quad_test_chart_random_boxes (rand, 200);

  for (guint i = 0; i < G_N_ELEMENTS (directions) * QUAD_N_LENSES; i++)
    {
      g_autoptr (QuadChartPainter) painter = make_painter (directions[i % 2]);
      g_autoptr (QuadChartLayout) layout = NULL;

      quad_boxes_set_lens (boxes, i / 2);
      layout = lay_out (painter, boxes, QUAD_MODE_CARDS, NULL, 1100, 700);
      for (guint box = 0; box < QUAD_BOX_OFF; box++)
        {
          const QuadRect *header = &quad_chart_layout_get_box (layout, box)->header;
          g_autoptr (GArray) parts = quad_chart_painter_list_header (painter, layout, boxes, box);
          gboolean empty = quad_boxes_get_n (boxes, box) == 0;

          g_assert_cmpuint (parts->len, ==, empty ? 4 : 5);
          for (guint j = 0; j < parts->len; j++)
            {
              const QuadHeaderPart *part = &g_array_index (parts, QuadHeaderPart, j);
              const QuadRect *rect = &part->rect;

              g_assert_cmpfloat (rect->width, >, 4.0);
              g_assert_cmpfloat (rect->x, >=, header->x);
              g_assert_cmpfloat (rect->x + rect->width, <=, header->x + header->width);
              g_assert_cmpfloat (rect->y, >=, header->y);
              g_assert_cmpfloat (rect->y + rect->height, <=, header->y + header->height + 4.0);
              g_assert_cmpint (quad_chart_painter_hit_header (painter, layout, boxes, box,
                                                              rect->x + rect->width / 2.0,
                                                              rect->y + rect->height / 2.0),
                               ==, part->kind);
            }
          g_assert_cmpint (quad_chart_painter_hit_header (painter, layout, boxes, box,
                                                          header->x + 1.0, header->y + 1.0),
                           ==, QUAD_HEADER_NOTHING);
        }
    }
}

/* The arrow of a plan is drawn, and the ghost is paler than the account at its planned place. */
static void
test_plan (void)
{
  const QuadPalette *palette = quad_palette_get (QUAD_PALETTE_LIGHT);
  g_autoptr (QuadBoxes) boxes = make_one (QUAD_TIER_LEAD, 100000);

  for (QuadChartMode mode = 0; mode < QUAD_N_MODES; mode++)
    {
      g_autoptr (QuadChartPainter) painter = make_painter (PANGO_DIRECTION_LTR);
      g_autoptr (GHashTable) plan = g_hash_table_new (NULL, NULL);
      g_autoptr (QuadChartLayout) layout = NULL;
      g_autoptr (GArray) arrows = NULL;
      cairo_surface_t *surface;
      QuadAccount *account;
      const QuadCard *cards;
      guint planned, ghost;

      quad_boxes_peek (boxes, QUAD_TIER_LEAD, 0, 1, &account);
      g_hash_table_insert (plan, account, GUINT_TO_POINTER (QUAD_TIER_KEY + 1));
      layout = lay_out (painter, boxes, mode, plan, 700, 500);
      g_assert_true (quad_chart_layout_find (layout, account, &planned));
      g_assert_true (quad_chart_layout_find_ghost (layout, account, &ghost));
      cards = quad_chart_layout_get_cards (layout, NULL);
      g_assert_cmpuint (cards[planned].box, ==, QUAD_TIER_KEY);
      g_assert_cmpuint (cards[ghost].box, ==, QUAD_TIER_LEAD);

      arrows = quad_chart_layout_list_arrows (layout);
      g_assert_cmpuint (arrows->len, ==, 1);
      surface = draw (painter, layout, boxes);
      g_assert_cmpuint (count_pixels (surface, &(QuadRect) { 0, 0, 700, 500 }, &palette->accent), >,
                        150);
      g_assert_cmpuint (count_pixels (surface, &cards[planned].rect,
                                      &palette->profile[QUAD_PROFILE_KEEP]), >,
                        count_pixels (surface, &cards[ghost].rect,
                                      &palette->profile[QUAD_PROFILE_KEEP]));
      cairo_surface_destroy (surface);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/chart-looks/boxes-stay-inside", test_boxes_stay_inside);
  g_test_add_func ("/chart-looks/bubbles", test_bubbles);
  g_test_add_func ("/chart-looks/signs", test_signs);
  g_test_add_func ("/chart-looks/marks", test_marks);
  g_test_add_func ("/chart-looks/dim", test_dim);
  g_test_add_func ("/chart-looks/coloring", test_coloring);
  g_test_add_func ("/chart-looks/coloring-drawn", test_coloring_drawn);
  g_test_add_func ("/chart-looks/legend", test_legend);
  g_test_add_func ("/chart-looks/header", test_header);
  g_test_add_func ("/chart-looks/plan", test_plan);

  return g_test_run ();
}
