/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "quad-chart-layout.h"

#include <math.h>
#include <string.h>

#include "quad-test-chart.h"

/* Cantarell 11 at 96 dpi, nearly. */
static const QuadChartMetrics screen = {
  .line_height = 16, .small_height = 15, .title_height = 22, .minimum_card_width = 145,
};

static const QuadChartMetrics paper = {
  .line_height = 11.3, .small_height = 10.2, .title_height = 13.1, .minimum_card_width = 150,
  .ruled = TRUE,
};

#define EPSILON 1e-6

static QuadChartMetrics
scale_metrics (QuadChartMetrics metrics,
               double           scale)
{
  metrics.line_height *= scale;
  metrics.small_height *= scale;
  metrics.title_height *= scale;
  metrics.minimum_card_width *= scale;

  return metrics;
}

static void
assert_inside (const QuadRect *inner,
               const QuadRect *outer)
{
  g_assert_cmpfloat (inner->width, >=, 0.0);
  g_assert_cmpfloat (inner->height, >=, 0.0);
  g_assert_cmpfloat (inner->x, >=, outer->x - EPSILON);
  g_assert_cmpfloat (inner->y, >=, outer->y - EPSILON);
  g_assert_cmpfloat (inner->x + inner->width, <=, outer->x + outer->width + EPSILON);
  g_assert_cmpfloat (inner->y + inner->height, <=, outer->y + outer->height + EPSILON);
}

static gboolean
overlap (const QuadRect *a,
         const QuadRect *b)
{
  return a->x + EPSILON < b->x + b->width && b->x + EPSILON < a->x + a->width
         && a->y + EPSILON < b->y + b->height && b->y + EPSILON < a->y + a->height
         && a->width > 0 && a->height > 0 && b->width > 0 && b->height > 0;
}

static void
assert_disjoint (const QuadCard *cards,
                 guint           n_cards)
{
  for (guint i = 0; i < n_cards; i++)
    for (guint j = i + 1; j < n_cards; j++)
      if (fabs (cards[i].rect.y - cards[j].rect.y) < cards[i].rect.height
          && overlap (&cards[i].rect, &cards[j].rect))
        g_error ("cards %u and %u overlap", i, j);
}

static void
assert_box (const QuadChartLayout *layout,
            QuadBoxes             *boxes,
            QuadTier               tier,
            const QuadRect        *chart)
{
  const QuadBoxLayout *box = quad_chart_layout_get_box (layout, tier);
  g_autofree QuadAccount **accounts = g_new0 (QuadAccount *, box->n_cards + 1);
  const QuadCard *cards;
  guint n_cards;

  cards = quad_chart_layout_get_cards (layout, &n_cards);

  assert_inside (&box->rect, chart);
  assert_inside (&box->header, &box->rect);
  assert_inside (&box->body, &box->rect);
  g_assert_false (overlap (&box->header, &box->body));
  g_assert_cmpuint (box->n_cards + box->n_more, ==, quad_boxes_get_n (boxes, tier));
  g_assert_cmpuint (box->first_card + box->n_cards, <=, n_cards);
  g_assert_cmpfloat (box->scale, >, 0.5);
  g_assert_cmpfloat (box->scale, <=, 1.0);

  if (box->n_more > 0)
    {
      assert_inside (&box->more, &box->rect);
      g_assert_false (overlap (&box->more, &box->header));
    }

  g_assert_cmpuint (quad_boxes_peek (boxes, tier, 0, box->n_cards, accounts), ==, box->n_cards);
  for (guint i = 0; i < box->n_cards; i++)
    {
      const QuadCard *card = &cards[box->first_card + i];
      guint found;

      g_assert_true (card->account == accounts[i]);
      g_assert_cmpint (card->box, ==, tier);
      assert_inside (&card->rect, &box->body);
      g_assert_false (overlap (&card->rect, &box->header));
      if (box->n_more > 0)
        g_assert_false (overlap (&card->rect, &box->more));
      g_assert_true (quad_chart_layout_find (layout, card->account, &found));
      g_assert_cmpuint (found, ==, box->first_card + i);
      if (i > 0)
        g_assert_cmpint (quad_account_compare (card[-1].account, card->account), <, 0);
    }
}

static void
assert_hits (const QuadChartLayout *layout,
             GRand                 *rand,
             double                 width,
             double                 height)
{
  const QuadCard *cards;
  guint n_cards;
  QuadHit hit;

  cards = quad_chart_layout_get_cards (layout, &n_cards);
  for (guint i = 0; i < n_cards; i++)
    {
      const QuadRect *rect = &cards[i].rect;
      double x = rect->x + rect->width * g_rand_double_range (rand, 0.01, 0.99);
      double y = rect->y + rect->height * g_rand_double_range (rand, 0.01, 0.99);

      hit = quad_chart_layout_hit (layout, x, y);
      g_assert_cmpint (hit.kind, ==, QUAD_HIT_CARD);
      g_assert_cmpuint (hit.card, ==, i);
      g_assert_cmpint (hit.box, ==, cards[i].box);
    }

  for (guint i = 0; i < 50; i++)
    {
      double x = g_rand_double_range (rand, -10, width + 10);
      double y = g_rand_double_range (rand, -10, height + 10);
      gboolean in_box = FALSE;

      hit = quad_chart_layout_hit (layout, x, y);
      for (QuadTier tier = 0; tier < QUAD_N_CHART_TIERS; tier++)
        {
          const QuadBoxLayout *box = quad_chart_layout_get_box (layout, tier);

          if (!quad_rect_contains (&box->rect, x, y))
            continue;
          in_box = TRUE;
          g_assert_cmpint (hit.box, ==, tier);
          g_assert_true ((hit.kind == QUAD_HIT_MORE)
                         == (box->n_more > 0 && quad_rect_contains (&box->more, x, y)));
          g_assert_true ((hit.kind == QUAD_HIT_HEADER)
                         == quad_rect_contains (&box->header, x, y));
        }
      g_assert_true (in_box == (hit.kind != QUAD_HIT_NOTHING));
      if (hit.kind == QUAD_HIT_CARD)
        g_assert_true (quad_rect_contains (&cards[hit.card].rect, x, y));
    }
}

static guint
count_reached (const QuadChartLayout *layout,
               guint                  from,
               guint                  n_cards)
{
  g_autofree gboolean *seen = g_new0 (gboolean, n_cards);
  g_autofree guint *queue = g_new0 (guint, n_cards);
  guint head = 0, tail = 0;

  seen[from] = TRUE;
  queue[tail++] = from;
  while (head < tail)
    {
      guint card = queue[head++];

      for (QuadDirection direction = 0; direction <= QUAD_DIRECTION_DOWN; direction++)
        {
          guint next;

          if (!quad_chart_layout_get_neighbour (layout, card, direction, &next))
            continue;
          g_assert_cmpuint (next, <, n_cards);
          g_assert_cmpuint (next, !=, card);
          if (!seen[next])
            {
              seen[next] = TRUE;
              queue[tail++] = next;
            }
        }
    }

  return tail;
}

/* With many cards, only from the first and the last of each box: the last, perhaps in a half empty
 * row, is the hardest to leave. */
static void
assert_reachable (const QuadChartLayout *layout)
{
  guint n_cards;

  quad_chart_layout_get_cards (layout, &n_cards);
  if (n_cards == 0)
    return;

  if (n_cards <= 150)
    {
      for (guint i = 0; i < n_cards; i++)
        g_assert_cmpuint (count_reached (layout, i, n_cards), ==, n_cards);
      return;
    }

  for (QuadTier tier = 0; tier < QUAD_N_CHART_TIERS; tier++)
    {
      const QuadBoxLayout *box = quad_chart_layout_get_box (layout, tier);

      if (box->n_cards == 0)
        continue;
      g_assert_cmpuint (count_reached (layout, box->first_card, n_cards), ==, n_cards);
      g_assert_cmpuint (count_reached (layout, box->first_card + box->n_cards - 1, n_cards),
                        ==, n_cards);
    }
}

static void
assert_directions (const QuadChartLayout *layout)
{
  const QuadCard *cards;
  guint n_cards, next;

  cards = quad_chart_layout_get_cards (layout, &n_cards);
  for (guint i = 0; i < n_cards; i++)
    {
      const QuadRect *rect = &cards[i].rect;

      if (quad_chart_layout_get_neighbour (layout, i, QUAD_DIRECTION_RIGHT, &next))
        g_assert_cmpfloat (cards[next].rect.x, >, rect->x);
      if (quad_chart_layout_get_neighbour (layout, i, QUAD_DIRECTION_LEFT, &next))
        g_assert_cmpfloat (cards[next].rect.x, <, rect->x);
      if (quad_chart_layout_get_neighbour (layout, i, QUAD_DIRECTION_DOWN, &next))
        g_assert_cmpfloat (cards[next].rect.y, >, rect->y);
      if (quad_chart_layout_get_neighbour (layout, i, QUAD_DIRECTION_UP, &next))
        g_assert_cmpfloat (cards[next].rect.y, <, rect->y);
    }
}

static void
assert_same (const QuadChartLayout *a,
             const QuadChartLayout *b)
{
  const QuadCard *cards_a, *cards_b;
  guint n_a, n_b;

  for (QuadTier tier = 0; tier < QUAD_N_CHART_TIERS; tier++)
    g_assert_cmpmem (quad_chart_layout_get_box (a, tier), sizeof (QuadBoxLayout),
                     quad_chart_layout_get_box (b, tier), sizeof (QuadBoxLayout));
  cards_a = quad_chart_layout_get_cards (a, &n_a);
  cards_b = quad_chart_layout_get_cards (b, &n_b);
  g_assert_cmpmem (cards_a, n_a * sizeof (QuadCard), cards_b, n_b * sizeof (QuadCard));
}

static void
assert_layout (QuadBoxes              *boxes,
               const QuadChartMetrics *metrics,
               GRand                  *rand,
               double                  width,
               double                  height)
{
  g_autoptr (QuadChartLayout) layout = quad_chart_layout_new (boxes, metrics, width, height);
  g_autoptr (QuadChartLayout) again = quad_chart_layout_new (boxes, metrics, width, height);
  const QuadRect chart = { 0, 0, width, height };
  const QuadCard *cards;
  guint n_cards, sum = 0;

  for (QuadTier a = 0; a < QUAD_N_CHART_TIERS; a++)
    {
      assert_box (layout, boxes, a, &chart);
      sum += quad_chart_layout_get_box (layout, a)->n_cards;
      for (QuadTier b = a + 1; b < QUAD_N_CHART_TIERS; b++)
        g_assert_false (overlap (&quad_chart_layout_get_box (layout, a)->rect,
                                 &quad_chart_layout_get_box (layout, b)->rect));
      for (guint side = 0; side < 2; side++)
        {
          QuadRect caption;

          if (!quad_chart_layout_get_caption (layout, side == 1, &caption))
            continue;
          assert_inside (&caption, &chart);
          g_assert_false (overlap (&caption, &quad_chart_layout_get_box (layout, a)->rect));
        }
    }

  cards = quad_chart_layout_get_cards (layout, &n_cards);
  g_assert_cmpuint (sum, ==, n_cards);
  assert_disjoint (cards, n_cards);
  assert_hits (layout, rand, width, height);
  assert_directions (layout);
  assert_reachable (layout);
  assert_same (layout, again);
}

static void
test_random (gconstpointer data)
{
  const QuadChartMetrics *base = data;
  guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  static const guint sizes[] = { 0, 1, 2, 7, 45, 200, 5000 };

  g_test_message ("seed %u", seed);
  for (guint i = 0; i < 120; i++)
    {
      guint most = sizes[g_rand_int_range (rand, 0, G_N_ELEMENTS (sizes))];
      guint n = most == 0 ? 0 : (guint) g_rand_int_range (rand, 0, (gint32) most + 1);
      g_autoptr (QuadBoxes) boxes = quad_test_chart_random_boxes (rand, n);
      QuadChartMetrics metrics = scale_metrics (*base, g_rand_double_range (rand, 0.8, 2.0));
      gboolean large = g_rand_int_range (rand, 0, 12) == 0;

      metrics.rtl = g_rand_boolean (rand);
      assert_layout (boxes, &metrics, rand,
                     floor (g_rand_double_range (rand, 320, large ? 4000 : 1600)),
                     floor (g_rand_double_range (rand, 240, large ? 3000 : 1200)));
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

      for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
        for (guint scale = 2; scale <= 4; scale++)
          {
            QuadChartMetrics metrics = scale_metrics (screen, scale / 2.0);

            assert_layout (boxes, &metrics, rand, sizes[i][0], sizes[i][1]);
            metrics.rtl = TRUE;
            assert_layout (boxes, &metrics, rand, sizes[i][0], sizes[i][1]);
            metrics = scale_metrics (paper, scale / 2.0);
            assert_layout (boxes, &metrics, rand, sizes[i][0], sizes[i][1]);
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

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/chart-layout/places", test_places);
  g_test_add_func ("/chart-layout/mock-up", test_mock_up);
  g_test_add_func ("/chart-layout/split-adapts", test_split_adapts);
  g_test_add_func ("/chart-layout/narrow", test_narrow);
  g_test_add_func ("/chart-layout/minimum-height", test_minimum_height);
  g_test_add_func ("/chart-layout/steps", test_steps);
  g_test_add_func ("/chart-layout/outlives-boxes", test_outlives_boxes);
  g_test_add_func ("/chart-layout/extremes", test_extremes);
  g_test_add_data_func ("/chart-layout/random/cards", &screen, test_random);
  g_test_add_data_func ("/chart-layout/random/ruled", &paper, test_random);

  return g_test_run ();
}
