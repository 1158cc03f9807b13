/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "quad-chart-layout.h"

#include <math.h>

#include "layout-checks.h"
#include "quad-test-chart.h"

/* Cantarell 11 at 96 dpi, nearly. */
static const QuadChartMetrics screen = {
  .line_height = 16, .small_height = 15, .title_height = 22, .minimum_card_width = 145,
};

static const QuadChartMetrics fingers = {
  .line_height = 16, .small_height = 15, .title_height = 22, .minimum_card_width = 145,
  .least_target = 44,
};

static const QuadChartMetrics paper = {
  .line_height = 11.3, .small_height = 10.2, .title_height = 13.1, .minimum_card_width = 150,
  .ruled = TRUE,
};

static QuadChartMetrics
scale_metrics (QuadChartMetrics metrics,
               double           scale)
{
  layout_checks_scale_metrics (&metrics, scale);

  return metrics;
}

/* About one account in ten is planned to be elsewhere, some of them off the chart. */
static GHashTable *
make_plan (QuadBoxes *boxes,
           GRand     *rand)
{
  GHashTable *plan = g_hash_table_new (NULL, NULL);

  for (guint box = 0; box < QUAD_N_BOXES; box++)
    for (guint i = 0; i < quad_boxes_get_n (boxes, box); i += g_rand_int_range (rand, 1, 20))
      {
        QuadAccount *account;

        if (quad_boxes_peek (boxes, box, i, 1, &account) == 1)
          g_hash_table_insert (plan, account,
                               GUINT_TO_POINTER (g_rand_int_range (rand, 0, QUAD_BOX_STRIP) + 1));
      }

  return plan;
}

static double
measure_name (const char *text,
              gsize       length,
              gpointer    user_data)
{
  const QuadChartMetrics *metrics = user_data;

  return length * metrics->small_height * 0.46;
}

typedef struct
{
  const QuadChartMetrics *metrics;
  QuadLens                lens;
  QuadChartMode           mode;
  gboolean                zoomed;
} RandomCase;

static void
test_random (gconstpointer data)
{
  const RandomCase *test = data;
  guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  static const guint sizes[] = { 0, 1, 2, 7, 45, 200, 5000 };

  g_test_message ("seed %u", seed);
  for (guint i = 0; i < 30; i++)
    {
      guint most = sizes[g_rand_int_range (rand, 0, G_N_ELEMENTS (sizes))];
      guint n = most == 0 ? 0 : (guint) g_rand_int_range (rand, 0, (gint32) most + 1);
      g_autoptr (QuadBoxes) boxes = quad_test_chart_random_boxes (rand, n);
      gboolean large = g_rand_int_range (rand, 0, 12) == 0;
      QuadChartOptions options = {
        .metrics = scale_metrics (*test->metrics, g_rand_double_range (rand, 0.8, 2.0)),
        .width = floor (g_rand_double_range (rand, 320, large ? 4000 : 1600)),
        .height = floor (g_rand_double_range (rand, 240, large ? 4000 : 1200)),
        .zoomed = test->zoomed,
        .zoom = (guint) g_rand_int_range (rand, 0, QUAD_BOX_OFF),
      };
      g_autoptr (GHashTable) plan = NULL;
      g_autoptr (QuadChartInput) input = NULL;

      quad_boxes_set_lens (boxes, test->lens);
      options.metrics.rtl = g_rand_boolean (rand);
      if (g_rand_boolean (rand))
        plan = make_plan (boxes, rand);
      input = quad_chart_input_new (boxes, test->mode, plan, measure_name, &options.metrics);
      layout_checks_run (input, &options, rand);
    }
}

static void
test_extremes (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (42);
  static const double sizes[][2] = {
    { 0, 0 }, { 1, 1 }, { 12, 9 }, { 60, 40 }, { 320, 240 }, { 360, 640 }, { 360, 4000 },
    { 4000, 3000 }, { 4000, 60 }, { 100, 3000 }, { 700.5, 500.25 },
  };

  for (guint n = 0; n <= 5000; n = n == 0 ? 1 : n * 70)
    {
      g_autoptr (QuadBoxes) boxes = quad_test_chart_random_boxes (rand, n);

      /* With thousands of accounts one size of text will do. */
      for (guint i = 0; i < G_N_ELEMENTS (sizes) * 3 * 6; i += n > 1000 && i % 6 == 5 ? 13 : 1)
        {
          guint kind = i % 6;
          QuadChartOptions options = {
            .metrics = scale_metrics (kind == 0 ? paper : screen, 1.0 + i / 6 % 3 / 2.0),
            .width = sizes[i / 18][0],
            .height = sizes[i / 18][1],
          };
          g_autoptr (QuadChartInput) input = NULL;

          options.metrics.rtl = kind % 2 == 1;
          quad_boxes_set_lens (boxes, kind > 2 ? QUAD_LENS_KARE : QUAD_LENS_TIERS);
          input = quad_chart_input_new (boxes, kind == 2 || kind == 5 ? QUAD_MODE_BUBBLES
                                                                      : QUAD_MODE_CARDS,
                                        NULL, measure_name, &options.metrics);
          layout_checks_run (input, &options, rand);
        }
    }
}

static void
measure (QuadBoxes              *boxes,
         const QuadChartMetrics *metrics,
         double                  width,
         double                 *minimum,
         double                 *natural)
{
  const QuadChartOptions options = { .metrics = *metrics, .width = width };

  quad_chart_layout_measure (boxes, QUAD_MODE_CARDS, &options, minimum, natural);
}

static QuadBoxes *
make_boxes (guint n_key,
            guint n_secondary,
            guint n_ideal,
            guint n_lead)
{
  const guint n[] = { n_key, n_secondary, n_ideal, n_lead };
  const QuadTier tiers[] = { QUAD_TIER_KEY, QUAD_TIER_SECONDARY, QUAD_TIER_IDEAL, QUAD_TIER_LEAD };
  GPtrArray *accounts = g_ptr_array_new ();
  gint64 id = 1;

  for (guint box = 0; box < 4; box++)
    for (guint i = 0; i < n[box]; i++, id++)
      g_ptr_array_add (accounts,
                       quad_test_chart_account (id, "Ridgeline Outdoor", tiers[box],
                                                QUAD_PROFILE_KEEP, 100000 - id));

  return quad_test_chart_boxes (accounts);
}

/* Where the four boxes stand is the method, not a matter of taste. */
static void
test_places (void)
{
  g_autoptr (QuadBoxes) boxes = make_boxes (7, 20, 5, 12);
  QuadChartMetrics metrics = screen;

  for (metrics.rtl = FALSE; metrics.rtl <= TRUE; metrics.rtl++)
    {
      g_autoptr (QuadChartLayout) layout = quad_chart_layout_new (boxes, &metrics, 760, 780);
      const QuadRect *key = &quad_chart_layout_get_box (layout, QUAD_TIER_KEY)->rect;
      const QuadRect *secondary = &quad_chart_layout_get_box (layout, QUAD_TIER_SECONDARY)->rect;
      const QuadRect *ideal = &quad_chart_layout_get_box (layout, QUAD_TIER_IDEAL)->rect;
      const QuadRect *lead = &quad_chart_layout_get_box (layout, QUAD_TIER_LEAD)->rect;
      QuadRect clients, prospects;

      g_assert_false (quad_chart_layout_is_stacked (layout));
      g_assert_true (quad_chart_layout_get_caption (layout, FALSE, &clients));
      g_assert_true (quad_chart_layout_get_caption (layout, TRUE, &prospects));
      g_assert_cmpfloat (key->x, ==, secondary->x);
      g_assert_cmpfloat (ideal->x, ==, lead->x);
      g_assert_cmpfloat (key->y, ==, ideal->y);
      g_assert_cmpfloat (secondary->y, ==, lead->y);
      g_assert_cmpfloat (key->width, ==, ideal->width);
      g_assert_cmpfloat (key->y, <, secondary->y);
      g_assert_cmpfloat (clients.x, ==, key->x);
      g_assert_cmpfloat (prospects.x, ==, ideal->x);
      if (metrics.rtl)
        g_assert_cmpfloat (key->x, >, ideal->x);
      else
        g_assert_cmpfloat (key->x, <, ideal->x);
    }
}

/* The size and the book of the mock-up: everything is shown, the key accounts in two lines. */
static void
test_mock_up (void)
{
  g_autoptr (QuadBoxes) boxes = make_boxes (7, 20, 5, 12);
  g_autoptr (QuadChartLayout) layout = quad_chart_layout_new (boxes, &screen, 744, 746);
  guint key = quad_chart_layout_get_box (layout, QUAD_TIER_KEY)->first_card;
  guint secondary = quad_chart_layout_get_box (layout, QUAD_TIER_SECONDARY)->first_card;
  const QuadCard *cards;
  guint n_cards;

  cards = quad_chart_layout_get_cards (layout, &n_cards);
  g_assert_cmpuint (n_cards, ==, 44);
  g_assert_false (cards[key].compact);
  g_assert_true (cards[secondary].compact);
  g_assert_cmpuint (quad_chart_layout_get_box (layout, QUAD_TIER_KEY)->columns, ==, 2);
}

/* A box that needs room gets it from its empty neighbour, but never all of it. */
static void
test_split_adapts (void)
{
  g_autoptr (QuadBoxes) below = make_boxes (1, 60, 0, 5);
  g_autoptr (QuadBoxes) above = make_boxes (60, 1, 5, 0);
  g_autoptr (QuadBoxes) empty = make_boxes (0, 0, 0, 0);
  g_autoptr (QuadChartLayout) layout_below = quad_chart_layout_new (below, &screen, 800, 700);
  g_autoptr (QuadChartLayout) layout_above = quad_chart_layout_new (above, &screen, 800, 700);
  g_autoptr (QuadChartLayout) layout_empty = quad_chart_layout_new (empty, &screen, 800, 700);
  double low = quad_chart_layout_get_box (layout_below, QUAD_TIER_KEY)->rect.height;
  double high = quad_chart_layout_get_box (layout_above, QUAD_TIER_KEY)->rect.height;
  double even = quad_chart_layout_get_box (layout_empty, QUAD_TIER_KEY)->rect.height;

  g_assert_cmpfloat (low, <, even);
  g_assert_cmpfloat (even, <, high);
  g_assert_cmpfloat (low, >=, 0.25 * 700);
  g_assert_cmpfloat (high, <=, 0.75 * 700);
  g_assert_cmpfloat_with_epsilon (
    even, quad_chart_layout_get_box (layout_empty, QUAD_TIER_SECONDARY)->rect.height, 1.01);
}

static void
test_narrow (void)
{
  g_autoptr (QuadBoxes) boxes = make_boxes (7, 20, 5, 400);
  g_autoptr (QuadChartLayout) layout = NULL;
  double minimum, natural, again, y = -1.0;

  measure (boxes, &screen, 360, &minimum, &natural);
  g_assert_cmpfloat (natural, >=, minimum);

  layout = quad_chart_layout_new (boxes, &screen, 360, minimum);
  g_assert_true (quad_chart_layout_is_stacked (layout));
  for (QuadTier tier = 0; tier < QUAD_N_CHART_TIERS; tier++)
    {
      const QuadBoxLayout *box = quad_chart_layout_get_box (layout, tier);

      g_assert_cmpfloat (box->rect.width, ==, 360);
      g_assert_cmpfloat (box->rect.y, >, y);
      g_assert_cmpuint (box->n_cards, >=, 3);
      y = box->rect.y;
    }

  /* The natural height shows every card but those of a box with hundreds. */
  g_clear_pointer (&layout, quad_chart_layout_unref);
  layout = quad_chart_layout_new (boxes, &screen, 360, natural);
  g_assert_cmpuint (quad_chart_layout_get_box (layout, QUAD_TIER_KEY)->n_more, ==, 0);
  g_assert_cmpuint (quad_chart_layout_get_box (layout, QUAD_TIER_IDEAL)->n_more, ==, 0);
  g_assert_cmpuint (quad_chart_layout_get_box (layout, QUAD_TIER_LEAD)->n_cards, >=, 12);

  /* With more room it needs less height. */
  measure (boxes, &screen, 900, &again, &natural);
  g_assert_cmpfloat (again, <, minimum);
}

/* The least height promises some cards in every box, at any width and size of text. */
static void
test_minimum_height (void)
{
  g_autoptr (QuadBoxes) boxes = make_boxes (900, 900, 900, 900);

  for (double width = 320; width <= 2000; width += 70)
    for (guint scale = 2; scale <= 4; scale++)
      {
        QuadChartMetrics metrics = scale_metrics (screen, scale / 2.0);
        g_autoptr (QuadChartLayout) layout = NULL;
        double minimum, natural;

        measure (boxes, &metrics, width, &minimum, &natural);
        layout = quad_chart_layout_new (boxes, &metrics, width, minimum);
        for (QuadTier tier = 0; tier < QUAD_N_CHART_TIERS; tier++)
          g_assert_cmpuint (quad_chart_layout_get_box (layout, tier)->n_cards, >=, 2);
      }
}

static void
test_steps (void)
{
  g_autoptr (QuadBoxes) boxes = make_boxes (7, 2, 0, 3);
  g_autoptr (QuadChartLayout) layout = quad_chart_layout_new (boxes, &screen, 744, 700);
  guint next;

  /* two columns: 0 1 / 2 3 / 4 5 / 6 */
  g_assert_cmpuint (quad_chart_layout_get_box (layout, QUAD_TIER_KEY)->columns, ==, 2);
  g_assert_true (quad_chart_layout_get_neighbour (layout, 0, QUAD_DIRECTION_RIGHT, &next));
  g_assert_cmpuint (next, ==, 1);
  g_assert_true (quad_chart_layout_get_neighbour (layout, 1, QUAD_DIRECTION_DOWN, &next));
  g_assert_cmpuint (next, ==, 3);
  g_assert_true (quad_chart_layout_get_neighbour (layout, 5, QUAD_DIRECTION_DOWN, &next));
  g_assert_cmpuint (next, ==, 6);
  g_assert_false (quad_chart_layout_get_neighbour (layout, 0, QUAD_DIRECTION_UP, &next));
  g_assert_false (quad_chart_layout_get_neighbour (layout, 0, QUAD_DIRECTION_LEFT, &next));

  /* out of the box: straight down; across the empty box to the one below it */
  g_assert_true (quad_chart_layout_get_neighbour (layout, 6, QUAD_DIRECTION_DOWN, &next));
  g_assert_cmpuint (next, ==, 7);
  g_assert_true (quad_chart_layout_get_neighbour (layout, 1, QUAD_DIRECTION_RIGHT, &next));
  g_assert_cmpuint (next, ==, quad_chart_layout_get_box (layout, QUAD_TIER_LEAD)->first_card);
}

static void
test_outlives_boxes (void)
{
  QuadBoxes *boxes = make_boxes (3, 0, 0, 0);
  g_autoptr (QuadChartLayout) layout = quad_chart_layout_new (boxes, &screen, 700, 600);
  const QuadCard *cards;
  guint n_cards;

  g_assert_finalize_object (boxes);
  cards = quad_chart_layout_get_cards (layout, &n_cards);
  g_assert_cmpuint (n_cards, ==, 3);
  g_assert_cmpstr (quad_account_get_name (cards[2].account), ==, "Ridgeline Outdoor");
}

/* With the gap around it every card takes 44 pixels from top to bottom, and the gap is hit, too. */
static void
test_fingers (void)
{
  g_autoptr (QuadBoxes) boxes = make_boxes (7, 200, 5, 12);
  g_autoptr (QuadChartLayout) layout = quad_chart_layout_new (boxes, &fingers, 744, 746);
  const QuadCard *cards;
  guint n_cards;

  cards = quad_chart_layout_get_cards (layout, &n_cards);
  g_assert_cmpuint (n_cards, >, 20);
  for (guint i = 0; i < n_cards; i++)
    {
      const QuadRect *rect = &cards[i].rect;

      double x = rect->x + 1.0, y = rect->y + rect->height + 2.0;
      QuadHit hit;

      quad_chart_layout_snap (layout, 22.0, &x, &y);
      hit = quad_chart_layout_hit (layout, x, y);
      g_assert_cmpint (hit.kind, ==, QUAD_HIT_CARD);
      g_assert_cmpuint (hit.card, ==, i);
      g_assert_cmpfloat (rect->height + 6.0, >=, 44.0);
    }
  for (QuadTier tier = 0; tier < QUAD_N_CHART_TIERS; tier++)
    {
      const QuadBoxLayout *box = quad_chart_layout_get_box (layout, tier);

      g_assert_cmpfloat (box->header.height, >=, 44.0);
      if (box->n_more > 0)
        g_assert_cmpfloat (box->more.height + 10.0, >=, 44.0);
    }
}

/* A finger beside a bubble hits it; one too far away, on a header or outside hits what is there. */
static void
test_snap (void)
{
  g_autoptr (QuadBoxes) boxes = make_boxes (7, 20, 5, 12);
  g_autoptr (QuadChartInput) input = quad_chart_input_new (boxes, QUAD_MODE_BUBBLES, NULL,
                                                           measure_name, (gpointer) &fingers);
  const QuadChartOptions options = { .metrics = fingers, .width = 744, .height = 746 };
  g_autoptr (QuadChartLayout) layout = quad_chart_layout_update (NULL, input, &options, NULL);
  const QuadBoxLayout *key = quad_chart_layout_get_box (layout, QUAD_TIER_KEY);
  const QuadCard *cards;
  guint n_cards, n_snapped = 0;

  cards = quad_chart_layout_get_cards (layout, &n_cards);
  for (guint i = 0; i < n_cards; i++)
    {
      double x = cards[i].rect.x + cards[i].radius, y = cards[i].rect.y - 1.0;
      QuadHit hit = quad_chart_layout_hit (layout, x, y);

      if (hit.kind != QUAD_HIT_BOX)
        continue;
      quad_chart_layout_snap (layout, 22.0, &x, &y);
      hit = quad_chart_layout_hit (layout, x, y);
      g_assert_cmpint (hit.kind, ==, QUAD_HIT_CARD);
      n_snapped++;
    }
  g_assert_cmpuint (n_snapped, >, 20);
  for (guint i = 0; i < 3; i++)
    {
      const double points[3][2] = {
        { key->header.x + 5, key->header.y + 5 }, { -30, -30 },
        { key->rect.x + 1, key->rect.y + key->header.height + 30 },
      };
      double x = points[i][0], y = points[i][1];

      quad_chart_layout_snap (layout, i == 2 ? 0.5 : 22.0, &x, &y);
      g_assert_cmpfloat (x, ==, points[i][0]);
      g_assert_cmpfloat (y, ==, points[i][1]);
    }
}

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    const char *name;
    RandomCase  test;
  } cases[] = {
    { "cards", { &screen, QUAD_LENS_TIERS, QUAD_MODE_CARDS, FALSE } },
    { "fingers", { &fingers, QUAD_LENS_TIERS, QUAD_MODE_CARDS, FALSE } },
    { "ruled", { &paper, QUAD_LENS_TIERS, QUAD_MODE_CARDS, FALSE } },
    { "ruled-kare", { &paper, QUAD_LENS_KARE, QUAD_MODE_CARDS, FALSE } },
    { "cards-kare", { &screen, QUAD_LENS_KARE, QUAD_MODE_CARDS, FALSE } },
    { "bubbles", { &screen, QUAD_LENS_TIERS, QUAD_MODE_BUBBLES, FALSE } },
    { "bubbles-kare", { &screen, QUAD_LENS_KARE, QUAD_MODE_BUBBLES, FALSE } },
    { "zoomed", { &screen, QUAD_LENS_TIERS, QUAD_MODE_CARDS, TRUE } },
    { "zoomed-bubbles", { &screen, QUAD_LENS_KARE, QUAD_MODE_BUBBLES, TRUE } },
  };

  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/chart-layout/places", test_places);
  g_test_add_func ("/chart-layout/mock-up", test_mock_up);
  g_test_add_func ("/chart-layout/split-adapts", test_split_adapts);
  g_test_add_func ("/chart-layout/narrow", test_narrow);
  g_test_add_func ("/chart-layout/minimum-height", test_minimum_height);
  g_test_add_func ("/chart-layout/steps", test_steps);
  g_test_add_func ("/chart-layout/outlives-boxes", test_outlives_boxes);
  g_test_add_func ("/chart-layout/extremes", test_extremes);
  g_test_add_func ("/chart-layout/fingers", test_fingers);
  g_test_add_func ("/chart-layout/snap", test_snap);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/chart-layout/random/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i].test, test_random);
    }

  return g_test_run ();
}
