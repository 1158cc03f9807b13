/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "quad-chart-layout.h"

#include <math.h>

#include "layout-checks.h"
#include "quad-test-chart.h"

/* A layout that is updated is the one that would be made from nothing, and boxes in which nothing
 * changed are not laid out again. */

static const QuadChartMetrics screen = {
  .line_height = 16, .small_height = 15, .title_height = 22, .minimum_card_width = 145,
};

typedef struct
{
  QuadLens      lens;
  QuadChartMode mode;
  gboolean      rtl;
} UpdateCase;

/* One chart while it changes. */
typedef struct
{
  const UpdateCase *test;
  QuadItemList     *list;
  QuadChartOptions  options;
  QuadChartLayout  *layout;
} Chart;

static double
measure_name (const char *text,
              gsize       length,
              gpointer    user_data)
{
  return length * 7.0;
}

static QuadChartInput *
make_input (const Chart *chart)
{
  g_autoptr (QuadBoxes) boxes = quad_boxes_new (chart->list);

  quad_boxes_set_lens (boxes, chart->test->lens);

  return quad_chart_input_new (boxes, chart->test->mode, NULL, measure_name, NULL);
}

/* Returns: a bit for each box that was kept; all others are as new. */
static guint
update (Chart *chart)
{
  g_autoptr (QuadChartInput) input = make_input (chart);
  g_autoptr (QuadChartLayout) before = g_steal_pointer (&chart->layout);
  g_autoptr (QuadChartLayout) fresh = quad_chart_layout_compute (input, &chart->options, NULL);

  chart->layout = quad_chart_layout_update (before, input, &chart->options, NULL);
  g_assert_cmpuint (quad_chart_layout_get_kept (fresh), ==, 0);
  layout_checks_assert_same (chart->layout, fresh);

  return quad_chart_layout_get_kept (chart->layout);
}

static guint
get_shown (const Chart *chart)
{
  guint shown = 0;

  for (guint box = 0; box < QUAD_N_BOXES; box++)
    if (quad_chart_layout_has_box (chart->layout, box))
      shown |= 1u << box;

  return shown;
}

static void
init_chart (Chart            *chart,
            const UpdateCase *test,
            GRand            *rand,
            guint             n)
{
  GPtrArray *accounts = g_ptr_array_new ();

  *chart = (Chart) { .test = test, .options = { .metrics = screen, .width = 900, .height = 760 } };
  chart->options.metrics.rtl = test->rtl;
  chart->list = quad_item_list_new (QUAD_TYPE_ACCOUNT);
  for (guint i = 0; i < n; i++)
    {
      QuadMoney amount = (QuadMoney) (200000.0 / g_rand_double_range (rand, 0.01, 1.0));

      g_ptr_array_add (accounts,
                       quad_test_chart_account (i + 1, "Ridgeline Outdoor", i % QUAD_N_CHART_TIERS,
                                                QUAD_PROFILE_KEEP + i / 4 % 4, amount));
    }
  quad_item_list_replace (chart->list, accounts);
  update (chart);
}

static void
clear_chart (Chart *chart)
{
  quad_chart_layout_unref (chart->layout);
  g_object_unref (chart->list);
}

/* Whatever changes: amounts, tiers, the size of the chart. */
static void
test_random (gconstpointer data)
{
  guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  static const gint32 sizes[] = { 3, 40, 300, 900 };

  g_test_message ("seed %u", seed);
  for (guint size = 0; size < G_N_ELEMENTS (sizes); size++)
    {
      Chart chart;

      init_chart (&chart, data, rand, (guint) sizes[size]);
      if (sizes[size] == 900)
        {
          /* so crowded that several scales are tried, and some bubbles find no place */
          chart.options.width = 480;
          chart.options.height = 420;
        }
      for (guint i = 0; i < 12; i++)
        {
          QuadAccount *account = quad_item_list_peek (chart.list,
                                                      (guint) g_rand_int_range (rand, 0,
                                                                                sizes[size]));
          QuadTier tier = quad_account_get_tier (account);

          if (g_rand_int_range (rand, 0, 3) == 0)
            tier = (QuadTier) g_rand_int_range (rand, 0, QUAD_N_TIERS);
          quad_test_account_change (account, tier, g_rand_int_range (rand, -1, 900000));
          if (g_rand_int_range (rand, 0, 6) == 0)
            chart.options.height = g_rand_int_range (rand, 300, 900);
          update (&chart);
        }
      clear_chart (&chart);
    }
}

/* One client brings a little more: the other boxes are kept, and all when nothing changes. */
static void
test_one_changes (gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  guint n_others_kept = 0, n_changes = 20;
  Chart chart;

  init_chart (&chart, data, rand, 400);
  g_assert_cmpuint (update (&chart), ==, get_shown (&chart));
  for (guint i = 0; i < n_changes; i++)
    {
      QuadAccount *account = quad_item_list_peek (chart.list, 16 * (i + 1) + i % 2);
      QuadMoney revenue = quad_account_get_revenue (account);
      guint kept, others;

      others = get_shown (&chart) & ~(1u << quad_lens_find_box (chart.test->lens, account));
      quad_test_account_change (account, quad_account_get_tier (account), revenue * 21 / 20);
      kept = update (&chart);
      g_assert_cmpuint (kept & ~others, ==, 0);
      n_others_kept += kept == others;
    }
  clear_chart (&chart);

  /* The scale of bubbles changes by steps, seldom. */
  g_assert_cmpuint (n_others_kept, >=, n_changes - 3);
}

int
main (int   argc,
      char *argv[])
{
  static const UpdateCase cases[] = {
    { QUAD_LENS_TIERS, QUAD_MODE_CARDS, FALSE },
    { QUAD_LENS_KARE, QUAD_MODE_CARDS, TRUE },
    { QUAD_LENS_TIERS, QUAD_MODE_BUBBLES, FALSE },
    { QUAD_LENS_TIERS, QUAD_MODE_BUBBLES, TRUE },
    { QUAD_LENS_KARE, QUAD_MODE_BUBBLES, FALSE },
  };
  static const char *const names[] = { "cards", "cards-rtl", "bubbles", "bubbles-rtl", "kare" };

  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *random = g_strconcat ("/chart-update/random/", names[i], NULL);
      g_autofree char *one = g_strconcat ("/chart-update/one-changes/", names[i], NULL);

      g_test_add_data_func (random, &cases[i], test_random);
      g_test_add_data_func (one, &cases[i], test_one_changes);
    }

  return g_test_run ();
}
