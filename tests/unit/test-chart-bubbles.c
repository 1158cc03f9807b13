/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "quad-chart-layout.h"

#include <math.h>

#include "quad-test-chart.h"

static const QuadChartOptions usual = {
  .metrics = { .line_height = 16, .small_height = 15, .title_height = 22,
               .minimum_card_width = 145 },
  .width = 900,
  .height = 760,
};

static double
measure_name (const char *text,
              gsize       length,
              gpointer    user_data)
{
  return length * 7.0;
}

static QuadChartLayout *
lay_out (QuadBoxes              *boxes,
         const QuadChartOptions *options)
{
  g_autoptr (QuadChartInput) input = quad_chart_input_new (boxes, QUAD_MODE_BUBBLES, NULL,
                                                           measure_name, NULL);

  return quad_chart_layout_compute (input, options, NULL);
}

/* Accounts with few large amounts and many small ones, as books have them. */
static QuadItemList *
make_list (guint n)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);
  QuadItemList *list = quad_item_list_new (QUAD_TYPE_ACCOUNT);
  GPtrArray *accounts = g_ptr_array_new ();

  for (guint i = 0; i < n; i++)
    {
      QuadMoney amount = (QuadMoney) (200000.0 / g_rand_double_range (rand, 0.01, 1.0));

      g_ptr_array_add (accounts,
                       quad_test_chart_account (i + 1, "Ridgeline Outdoor", i % QUAD_N_CHART_TIERS,
                                                QUAD_PROFILE_KEEP, amount));
    }
  quad_item_list_replace (list, accounts);

  return list;
}

static double
get_shift (const QuadChartLayout *before,
           const QuadChartLayout *after,
           QuadAccount           *account)
{
  const QuadCard *a = quad_chart_layout_get_cards (before, NULL);
  const QuadCard *b = quad_chart_layout_get_cards (after, NULL);
  guint i, j;

  if (!quad_chart_layout_find (before, account, &i) || !quad_chart_layout_find (after, account, &j))
    return INFINITY;

  return hypot (a[i].rect.x + a[i].radius - b[j].rect.x - b[j].radius,
                a[i].rect.y + a[i].radius - b[j].rect.y - b[j].radius);
}

/* One account changes its amount, as an edit does. Of the others most do not move at all, and
 * nearly none goes far. */
static void
test_stable (void)
{
  static const guint sizes[] = { 40, 200, 1000 };

  for (guint size = 0; size < G_N_ELEMENTS (sizes); size++)
    {
      g_autoptr (QuadItemList) list = make_list (sizes[size]);
      guint n_still = 0, n_near = 0, n = 0;

      for (guint change = 1; change < 20; change++)
        {
          QuadAccount *changed = quad_item_list_peek (list, change * sizes[size] / 20);
          g_autoptr (QuadBoxes) boxes = quad_boxes_new (list);
          g_autoptr (QuadChartLayout) before = lay_out (boxes, &usual);
          g_autoptr (QuadChartLayout) after = NULL;
          g_autoptr (QuadBoxes) boxes_after = NULL;
          QuadMoney revenue = quad_account_get_revenue (changed);

          if (revenue == QUAD_MONEY_UNKNOWN)
            continue;
          quad_test_account_change (changed, quad_account_get_tier (changed), revenue * 6 / 5);
          boxes_after = quad_boxes_new (list);
          after = lay_out (boxes_after, &usual);

          for (guint i = 0; i < sizes[size]; i++)
            {
              QuadAccount *account = quad_item_list_peek (list, i);
              double shift = get_shift (before, after, account);

              if (account == changed)
                continue;
              n++;
              n_still += shift < 0.5;
              n_near += shift < 20.0;
            }
        }

      g_test_message ("%u accounts: %.1f %% stay, %.1f %% stay near", sizes[size],
                      100.0 * n_still / n, 100.0 * n_near / n);
      g_assert_cmpuint (n_still * 100, >=, n * 80);
      g_assert_cmpuint (n_near * 100, >=, n * 95);
    }
}

/* The same money is the same area, in whichever box; twice the money twice the area. */
static void
test_one_scale (void)
{
  GPtrArray *accounts = g_ptr_array_new ();
  g_autoptr (QuadBoxes) boxes = NULL;
  g_autoptr (QuadChartLayout) layout = NULL;
  const QuadCard *cards;
  guint n_cards;

  for (QuadTier tier = 0; tier < QUAD_N_CHART_TIERS; tier++)
    for (gint64 i = 1; i <= 3; i++)
      g_ptr_array_add (accounts,
                       quad_test_chart_account (tier * 10 + i, "Tern Rail", tier,
                                                QUAD_PROFILE_NONE, 1000000 << i));
  boxes = quad_test_chart_boxes (accounts);
  layout = lay_out (boxes, &usual);

  cards = quad_chart_layout_get_cards (layout, &n_cards);
  g_assert_cmpuint (n_cards, ==, 12);
  for (guint i = 0; i < n_cards; i++)
    {
      g_assert_cmpfloat_with_epsilon (cards[i].radius, cards[i % 3].radius, 1e-9);
      if (i % 3 > 0)
        g_assert_cmpfloat_with_epsilon (cards[i - 1].radius / cards[i].radius, G_SQRT2, 1e-9);
    }
}

/* Unknown is not zero: such a bubble is hollow, and as small as the smallest. */
static void
test_unknown (void)
{
  GPtrArray *accounts = g_ptr_array_new ();
  g_autoptr (QuadBoxes) boxes = NULL;
  g_autoptr (QuadChartLayout) layout = NULL;
  const QuadCard *cards;
  guint n_cards;

  g_ptr_array_add (accounts, quad_test_chart_account (1, "A", QUAD_TIER_KEY, 0, 900000));
  g_ptr_array_add (accounts, quad_test_chart_account (2, "B", QUAD_TIER_KEY, 0, 0));
  g_ptr_array_add (accounts, quad_test_chart_account (3, "C", QUAD_TIER_KEY, 0, -100));
  g_ptr_array_add (accounts,
                   quad_test_chart_account (4, "D", QUAD_TIER_KEY, 0, QUAD_MONEY_UNKNOWN));
  boxes = quad_test_chart_boxes (accounts);
  layout = lay_out (boxes, &usual);

  cards = quad_chart_layout_get_cards (layout, &n_cards);
  g_assert_cmpuint (n_cards, ==, 4);
  for (guint i = 0; i < n_cards; i++)
    {
      g_assert_true (cards[i].hollow == (i == 3));
      if (i > 0)
        g_assert_cmpfloat (cards[i].radius, ==, cards[3].radius);
    }
  g_assert_cmpfloat (cards[0].radius, >, 3.0 * cards[3].radius);
}

/* With room for it everyone has a name; with none, those of the highest rank do. */
static void
test_names (void)
{
  static const guint sizes[] = { 1, 7, 24, 5000 };

  for (guint size = 0; size < G_N_ELEMENTS (sizes); size++)
    {
      g_autoptr (QuadItemList) list = make_list (sizes[size]);
      g_autoptr (QuadBoxes) boxes = quad_boxes_new (list);
      g_autoptr (QuadChartLayout) layout = lay_out (boxes, &usual);
      const QuadCard *cards;
      guint n_cards, n_named = 0;

      cards = quad_chart_layout_get_cards (layout, &n_cards);
      for (guint i = 0; i < n_cards; i++)
        n_named += cards[i].label.kind != QUAD_LABEL_NONE;
      if (sizes[size] < 100)
        g_assert_cmpuint (n_named, ==, sizes[size]);
      else
        g_assert_cmpuint (n_named, >, 0);
      g_assert_cmpuint (n_cards, ==, sizes[size]);
    }
}

/* Where even the smallest do not fit, the rest is counted. */
static void
test_more (void)
{
  g_autoptr (QuadItemList) list = make_list (5000);
  g_autoptr (QuadBoxes) boxes = quad_boxes_new (list);
  QuadChartOptions small = usual;
  g_autoptr (QuadChartLayout) layout = NULL;
  guint n_cards, n_more = 0;

  small.width = 480;
  small.height = 400;
  layout = lay_out (boxes, &small);
  quad_chart_layout_get_cards (layout, &n_cards);
  for (guint box = 0; box < QUAD_N_BOXES; box++)
    n_more += quad_chart_layout_get_box (layout, box)->n_more;
  g_assert_cmpuint (n_cards, >, 1000);
  g_assert_cmpuint (n_more, >, 0);
  g_assert_cmpuint (n_cards + n_more, ==, 5000);
}

/* What waits for a profile stands in the strip with its name, as a card. */
static void
test_strip (void)
{
  GPtrArray *accounts = g_ptr_array_new ();
  g_autoptr (QuadBoxes) boxes = NULL;
  g_autoptr (QuadChartLayout) layout = NULL;
  const QuadBoxLayout *strip;
  const QuadCard *cards;

  g_ptr_array_add (accounts, quad_test_chart_account (1, "A", QUAD_TIER_KEY, QUAD_PROFILE_NONE,
                                                      900000));
  g_ptr_array_add (accounts, quad_test_chart_account (2, "B", QUAD_TIER_KEY, QUAD_PROFILE_KEEP,
                                                      900000));
  boxes = quad_test_chart_boxes (accounts);
  quad_boxes_set_lens (boxes, QUAD_LENS_KARE);
  layout = lay_out (boxes, &usual);

  strip = quad_chart_layout_get_box (layout, QUAD_BOX_STRIP);
  cards = quad_chart_layout_get_cards (layout, NULL);
  g_assert_cmpuint (strip->n_cards, ==, 1);
  g_assert_cmpfloat (cards[strip->first_card].radius, ==, 0.0);
  g_assert_cmpfloat (cards[0].radius, >, 0.0);
}

static gpointer
lay_out_in_thread (gpointer data)
{
  return quad_chart_layout_compute (data, &usual, NULL);
}

/* A thread lays out the same while the book goes on changing. */
static void
test_thread (void)
{
  g_autoptr (QuadItemList) list = make_list (500);
  g_autoptr (QuadBoxes) boxes = quad_boxes_new (list);
  g_autoptr (QuadChartInput) input = quad_chart_input_new (boxes, QUAD_MODE_BUBBLES, NULL,
                                                           measure_name, NULL);
  g_autoptr (QuadChartLayout) here = quad_chart_layout_compute (input, &usual, NULL);
  g_autoptr (QuadChartLayout) there = NULL;
  GThread *thread = g_thread_new ("layout", lay_out_in_thread, input);

  quad_test_account_change (quad_item_list_peek (list, 0), QUAD_TIER_LEAD, 1);
  there = g_thread_join (thread);
  for (guint box = 0; box < QUAD_N_BOXES; box++)
    g_assert_true (quad_chart_layout_is_same_box (here, there, box));
}

static void
test_cancelled (void)
{
  g_autoptr (QuadItemList) list = make_list (500);
  g_autoptr (QuadBoxes) boxes = quad_boxes_new (list);
  g_autoptr (QuadChartInput) input = quad_chart_input_new (boxes, QUAD_MODE_BUBBLES, NULL, NULL,
                                                           NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  g_cancellable_cancel (cancellable);
  g_assert_null (quad_chart_layout_compute (input, &usual, cancellable));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/chart-bubbles/one-scale", test_one_scale);
  g_test_add_func ("/chart-bubbles/unknown", test_unknown);
  g_test_add_func ("/chart-bubbles/names", test_names);
  g_test_add_func ("/chart-bubbles/more", test_more);
  g_test_add_func ("/chart-bubbles/strip", test_strip);
  g_test_add_func ("/chart-bubbles/stable", test_stable);
  g_test_add_func ("/chart-bubbles/thread", test_thread);
  g_test_add_func ("/chart-bubbles/cancelled", test_cancelled);

  return g_test_run ();
}
