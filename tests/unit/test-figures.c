/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "quad-figures.h"

#include "quad-error.h"
#include "quad-test-accounts.h"

#include <math.h>
#include <string.h>

static QuadItemList *
make_list (void)
{
  return quad_item_list_new (QUAD_TYPE_ACCOUNT);
}

static void
add (QuadItemList *list,
     QuadTier      tier,
     QuadMoney     revenue)
{
  gint64 id = quad_item_list_get_size (list) + 1;
  g_autofree char *name = g_strdup_printf ("Account %" G_GINT64_FORMAT, id);

  quad_test_list_add (list, quad_test_account_new (id, name, tier, revenue));
}

static void
compute (QuadItemList *list,
         guint         basis_points,
         QuadMoney     amount,
         QuadFigures  *figures)
{
  QuadCutOffRule rule = { basis_points, amount };

  quad_figures_compute (list, &rule, figures);
}

/* The last column of a file of clients, without knowing its other columns: amounts with four
 * decimals, rounded to cents. */
static QuadItemList *
load_clients (const char *path)
{
  QuadItemList *list = make_list ();
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (text, "\n", -1);

  for (guint i = 1; lines[i] != NULL && lines[i][0] != '\0'; i++)
    {
      char *revenue = strrchr (g_strchomp (lines[i]), ',') + 1;
      QuadMoney amount;

      quad_money_from_decimal (revenue, 4, &amount, &error);
      g_assert_no_error (error);
      add (list, QUAD_TIER_SECONDARY, (amount + 50) / 100);
    }

  return list;
}

static void
check_ninety_one (const char *path)
{
  g_autoptr (QuadItemList) list = load_clients (path);
  QuadFigures figures;

  compute (list, 2500, QUAD_MONEY_UNKNOWN, &figures);

  g_assert_cmpuint (figures.accounts, ==, 91);
  g_assert_cmpuint (figures.clients, ==, 91);
  g_assert_cmpuint (figures.cut_off.clients, ==, 91);
  g_assert_cmpuint (figures.cut_off.rank, ==, 23);
  g_assert_cmpint (figures.cut_off.amount, ==, 1681710);
  g_assert_cmpuint (figures.cut_off.at_or_above, ==, 23);
  g_assert_cmpfloat_with_epsilon (figures.cut_off.revenue_share, 0.673619, 5e-7);
  g_assert_cmpfloat_with_epsilon (figures.concentration.gini, 0.584784, 5e-7);
  g_assert_cmpuint (figures.concentration.clients_for_80_percent, ==, 34);
  g_assert_false (figures.cut_off.given);
}

static void
test_figures_ninety_one_clients (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "ninety-one-clients.csv",
                                                 NULL);

  check_ninety_one (path);
}

static void
test_figures_northwind (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "northwind-customers.csv",
                                                 NULL);

  check_ninety_one (path);
}

static void
test_figures_empty (void)
{
  g_autoptr (QuadItemList) list = make_list ();
  QuadFigures figures;

  compute (list, 2500, QUAD_MONEY_UNKNOWN, &figures);
  g_assert_cmpuint (figures.accounts, ==, 0);
  g_assert_cmpuint (figures.cut_off.rank, ==, 0);
  g_assert_cmpint (figures.cut_off.amount, ==, QUAD_MONEY_UNKNOWN);
  g_assert_true (isnan (figures.cut_off.revenue_share));
  g_assert_true (isnan (figures.concentration.gini));
  g_assert_cmpuint (figures.concentration.clients_for_80_percent, ==, 0);
  g_assert_true (isnan (figures.tiers[QUAD_TIER_KEY].revenue_share));
  g_assert_true (isnan (figures.tiers[QUAD_TIER_KEY].client_share));

  compute (list, 2500, 5000, &figures);
  g_assert_true (figures.cut_off.given);
  g_assert_cmpint (figures.cut_off.amount, ==, 5000);
  g_assert_cmpuint (figures.cut_off.rank, ==, 0);
  g_assert_cmpuint (figures.cut_off.at_or_above, ==, 0);
}

static void
test_figures_unknown_revenue (void)
{
  g_autoptr (QuadItemList) list = make_list ();
  QuadFigures figures;

  add (list, QUAD_TIER_KEY, 3000);
  add (list, QUAD_TIER_KEY, QUAD_MONEY_UNKNOWN);
  add (list, QUAD_TIER_SECONDARY, 1000);
  add (list, QUAD_TIER_LEAD, 700);
  add (list, QUAD_TIER_PARKED, 900);
  compute (list, 5000, QUAD_MONEY_UNKNOWN, &figures);

  g_assert_cmpuint (figures.accounts, ==, 5);
  g_assert_cmpuint (figures.clients, ==, 3);
  g_assert_cmpint (figures.revenue, ==, 4000);
  g_assert_cmpuint (figures.cut_off.clients, ==, 2);
  g_assert_cmpuint (figures.cut_off.rank, ==, 1);
  g_assert_cmpint (figures.cut_off.amount, ==, 3000);
  g_assert_cmpuint (figures.tiers[QUAD_TIER_KEY].accounts, ==, 2);
  g_assert_cmpuint (figures.tiers[QUAD_TIER_KEY].known, ==, 1);
  g_assert_cmpfloat (figures.tiers[QUAD_TIER_KEY].revenue_share, ==, 0.75);
  g_assert_cmpfloat (figures.tiers[QUAD_TIER_SECONDARY].revenue_share, ==, 0.25);
  g_assert_cmpfloat_with_epsilon (figures.tiers[QUAD_TIER_KEY].client_share, 2. / 3., 1e-15);
  g_assert_cmpint (figures.tiers[QUAD_TIER_LEAD].revenue, ==, 700);
  g_assert_true (isnan (figures.tiers[QUAD_TIER_LEAD].revenue_share));
  g_assert_true (isnan (figures.tiers[QUAD_TIER_PARKED].client_share));
}

static void
test_figures_ties (void)
{
  g_autoptr (QuadItemList) list = make_list ();
  QuadFigures figures;

  for (guint i = 0; i < 6; i++)
    add (list, QUAD_TIER_SECONDARY, i < 3 ? 500 : 100);
  compute (list, 2500, QUAD_MONEY_UNKNOWN, &figures);

  /* ceil (1.5) = 2, and the third has the same revenue as the second */
  g_assert_cmpuint (figures.cut_off.rank, ==, 2);
  g_assert_cmpint (figures.cut_off.amount, ==, 500);
  g_assert_cmpuint (figures.cut_off.at_or_above, ==, 3);
}

static void
test_figures_no_revenue (void)
{
  g_autoptr (QuadItemList) list = make_list ();
  QuadFigures figures;

  for (guint i = 0; i < 4; i++)
    add (list, QUAD_TIER_SECONDARY, 0);
  compute (list, 2500, QUAD_MONEY_UNKNOWN, &figures);

  g_assert_cmpint (figures.cut_off.amount, ==, 0);
  g_assert_cmpuint (figures.cut_off.at_or_above, ==, 0);
  g_assert_true (isnan (figures.cut_off.revenue_share));
  g_assert_true (isnan (figures.tiers[QUAD_TIER_SECONDARY].revenue_share));
  g_assert_cmpfloat (figures.tiers[QUAD_TIER_SECONDARY].client_share, ==, 1);
  g_assert_true (isnan (figures.concentration.gini));

  add (list, QUAD_TIER_SECONDARY, -100);
  compute (list, 2500, QUAD_MONEY_UNKNOWN, &figures);
  g_assert_cmpint (figures.revenue, ==, -100);
  g_assert_true (isnan (figures.concentration.gini));
  g_assert_cmpuint (figures.concentration.clients_for_80_percent, ==, 0);
}

static void
test_figures_gini_extremes (void)
{
  g_autoptr (QuadItemList) equal = make_list ();
  g_autoptr (QuadItemList) one = make_list ();
  QuadFigures figures;

  for (guint i = 0; i < 10; i++)
    {
      add (equal, QUAD_TIER_KEY, 123);
      add (one, QUAD_TIER_KEY, i == 4 ? 1000 : 0);
    }

  compute (equal, 2500, QUAD_MONEY_UNKNOWN, &figures);
  g_assert_cmpfloat (figures.concentration.gini, ==, 0);
  g_assert_cmpuint (figures.concentration.clients_for_80_percent, ==, 8);

  compute (one, 2500, QUAD_MONEY_UNKNOWN, &figures);
  g_assert_cmpfloat (figures.concentration.gini, ==, 0.9);
  g_assert_cmpuint (figures.concentration.clients_for_80_percent, ==, 1);
}

/* Every rank of product.md section 4 that a rounding of p * n in floating point could miss */
static void
test_figures_rank_is_exact (void)
{
  static const struct
  {
    guint basis_points;
    guint clients;
    guint rank;
  } cases[] = {
    { 2500, 1, 1 },     { 2500, 4, 1 },     { 2500, 5, 2 },   { 2500, 500, 125 }, { 700, 100, 7 },
    { 2900, 100, 29 },  { 5700, 100, 57 },  { 5800, 100, 58 }, { 1, 1, 1 },        { 10000, 7, 7 },
    { 20000, 7, 7 },    { 0, 7, 0 },        { 3333, 3, 1 },    { 3334, 3, 2 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (QuadItemList) list = make_list ();
      QuadFigures figures;

      for (guint n = 1; n <= cases[i].clients; n++)
        add (list, QUAD_TIER_SECONDARY, n);
      compute (list, cases[i].basis_points, QUAD_MONEY_UNKNOWN, &figures);

      g_assert_cmpuint (figures.cut_off.rank, ==, cases[i].rank);
      if (cases[i].rank > 0)
        g_assert_cmpint (figures.cut_off.amount, ==, cases[i].clients - cases[i].rank + 1);
      else
        g_assert_cmpint (figures.cut_off.amount, ==, QUAD_MONEY_UNKNOWN);
      g_assert_cmpuint (figures.cut_off.at_or_above, ==, cases[i].rank);
    }
}

static void
test_figures_biggest_amounts (void)
{
  g_autoptr (QuadItemList) list = make_list ();
  QuadFigures figures;

  for (guint i = 0; i < 2000; i++)
    add (list, QUAD_TIER_KEY, QUAD_MONEY_LIMIT);
  compute (list, 2500, QUAD_MONEY_UNKNOWN, &figures);

  g_assert_cmpint (figures.revenue, ==, 2000 * QUAD_MONEY_LIMIT);
  g_assert_cmpfloat (figures.concentration.gini, ==, 0);
  g_assert_cmpuint (figures.concentration.clients_for_80_percent, ==, 1600);
  g_assert_cmpfloat (figures.cut_off.revenue_share, ==, 1);
}

static int
compare_descending (gconstpointer a,
                    gconstpointer b)
{
  QuadMoney x = *(const QuadMoney *) a, y = *(const QuadMoney *) b;

  return (y > x) - (y < x);
}

/* Amounts of every size and sign against a sort by comparison: each rank's amount must be right. */
static void
test_figures_any_amounts (void)
{
  g_autoptr (QuadItemList) list = make_list ();
  g_autoptr (GArray) amounts = g_array_new (FALSE, FALSE, sizeof (QuadMoney));
  QuadFigures figures;

  for (guint i = 0; i < 400; i++)
    {
      QuadMoney most = QUAD_MONEY_LIMIT >> g_test_rand_int_range (0, 44);
      QuadMoney amount = (QuadMoney) (g_test_rand_double_range (-1, 1) * (double) most);

      g_array_append_val (amounts, amount);
      add (list, QUAD_TIER_KEY, amount);
    }
  g_array_sort (amounts, compare_descending);

  for (guint rank = 1; rank <= 400; rank++)
    {
      compute (list, rank * 25, QUAD_MONEY_UNKNOWN, &figures);
      g_assert_cmpuint (figures.cut_off.rank, ==, rank);
      g_assert_cmpint (figures.cut_off.amount, ==, g_array_index (amounts, QuadMoney, rank - 1));
    }
}

static void
test_figures_given_cut_off (void)
{
  g_autoptr (QuadItemList) list = make_list ();
  QuadFigures figures;

  for (guint i = 1; i <= 8; i++)
    add (list, QUAD_TIER_SECONDARY, i * 100);
  compute (list, 2500, 350, &figures);

  g_assert_true (figures.cut_off.given);
  g_assert_cmpint (figures.cut_off.amount, ==, 350);
  g_assert_cmpuint (figures.cut_off.rank, ==, 2);
  g_assert_cmpuint (figures.cut_off.at_or_above, ==, 5);
  g_assert_cmpfloat_with_epsilon (figures.cut_off.revenue_share, 3000. / 3600., 1e-15);

  /* a given amount of nothing still asks for some revenue */
  add (list, QUAD_TIER_SECONDARY, 0);
  compute (list, 2500, 0, &figures);
  g_assert_cmpuint (figures.cut_off.at_or_above, ==, 8);
}

static void
test_figures_rule_check (void)
{
  static const struct
  {
    QuadCutOffRule rule;
    gboolean       good;
  } cases[] = {
    { { 2500, QUAD_MONEY_UNKNOWN }, TRUE },   { { 1, 0 }, TRUE },
    { { 10000, QUAD_MONEY_LIMIT }, TRUE },    { { 0, QUAD_MONEY_UNKNOWN }, FALSE },
    { { 10001, QUAD_MONEY_UNKNOWN }, FALSE }, { { 2500, -1 }, FALSE },
    { { 2500, QUAD_MONEY_LIMIT + 1 }, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_cmpint (quad_cut_off_rule_check (&cases[i].rule, &error), ==, cases[i].good);
      if (cases[i].good)
        g_assert_no_error (error);
      else
        g_assert_error (error, QUAD_ERROR, QUAD_ERROR_INVALID_INPUT);
    }
}

static void
test_figures_tier_by_cut_off (void)
{
  QuadCutOff cut_off = { .amount = 500 };
  QuadCutOff nothing = { .amount = 0 };
  QuadCutOff none = { .amount = QUAD_MONEY_UNKNOWN };

  g_assert_cmpint (quad_cut_off_get_tier (&cut_off, QUAD_TIER_SECONDARY, 500), ==, QUAD_TIER_KEY);
  g_assert_cmpint (quad_cut_off_get_tier (&cut_off, QUAD_TIER_KEY, 500), ==, QUAD_TIER_KEY);
  g_assert_cmpint (quad_cut_off_get_tier (&cut_off, QUAD_TIER_KEY, 499), ==, QUAD_TIER_SECONDARY);
  g_assert_cmpint (quad_cut_off_get_tier (&cut_off, QUAD_TIER_KEY, QUAD_MONEY_UNKNOWN), ==,
                   QUAD_TIER_KEY);
  g_assert_cmpint (quad_cut_off_get_tier (&cut_off, QUAD_TIER_SECONDARY, QUAD_MONEY_UNKNOWN), ==,
                   QUAD_TIER_SECONDARY);
  g_assert_cmpint (quad_cut_off_get_tier (&cut_off, QUAD_TIER_LEAD, 900), ==, QUAD_TIER_LEAD);
  g_assert_cmpint (quad_cut_off_get_tier (&cut_off, QUAD_TIER_PARKED, 900), ==, QUAD_TIER_PARKED);
  g_assert_cmpint (quad_cut_off_get_tier (&nothing, QUAD_TIER_KEY, 0), ==, QUAD_TIER_SECONDARY);
  g_assert_cmpint (quad_cut_off_get_tier (&none, QUAD_TIER_KEY, 1), ==, QUAD_TIER_KEY);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/figures/ninety-one-clients", test_figures_ninety_one_clients);
  g_test_add_func ("/figures/northwind", test_figures_northwind);
  g_test_add_func ("/figures/empty", test_figures_empty);
  g_test_add_func ("/figures/unknown-revenue", test_figures_unknown_revenue);
  g_test_add_func ("/figures/ties", test_figures_ties);
  g_test_add_func ("/figures/no-revenue", test_figures_no_revenue);
  g_test_add_func ("/figures/gini-extremes", test_figures_gini_extremes);
  g_test_add_func ("/figures/rank-is-exact", test_figures_rank_is_exact);
  g_test_add_func ("/figures/biggest-amounts", test_figures_biggest_amounts);
  g_test_add_func ("/figures/any-amounts", test_figures_any_amounts);
  g_test_add_func ("/figures/rule-check", test_figures_rule_check);
  g_test_add_func ("/figures/given-cut-off", test_figures_given_cut_off);
  g_test_add_func ("/figures/tier-by-cut-off", test_figures_tier_by_cut_off);

  return g_test_run ();
}
