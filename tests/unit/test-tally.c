/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "quad-tally.h"

#include "quad-test-accounts.h"
#include "quad-test-figures.h"

#define N_STEPS 2000

static QuadMoney
pick_revenue (void)
{
  switch (g_test_rand_int_range (0, 6))
    {
    case 0:
      return QUAD_MONEY_UNKNOWN;
    case 1:
      return -g_test_rand_int_range (1, 5);
    default:
      return g_test_rand_int_range (0, 12);     /* many ties */
    }
}

static QuadTier
pick_tier (void)
{
  return (QuadTier) g_test_rand_int_range (0, QUAD_N_TIERS);
}

static void
assert_current (QuadTally    *tally,
                QuadItemList *list)
{
  const QuadCutOffRule rules[] = { QUAD_CUT_OFF_RULE_DEFAULT, { 1, QUAD_MONEY_UNKNOWN },
                                   { 10000, QUAD_MONEY_UNKNOWN }, { 2500, 5 } };

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      QuadFigures kept, fresh;

      quad_tally_get_figures (tally, &rules[i], &kept);
      quad_figures_compute (list, &rules[i], &fresh);
      quad_test_assert_same_figures (&kept, &fresh);
    }
}

static void
add_one (QuadTally    *tally,
         QuadItemList *list,
         gint64        id)
{
  QuadAccount *account = quad_test_account_new (id, "Account", pick_tier (), pick_revenue ());

  quad_test_list_add (list, account);
  quad_tally_add (tally, account);
}

static void
remove_one (QuadTally    *tally,
            QuadItemList *list)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new ();
  gint32 size = (gint32) quad_item_list_get_size (list);
  QuadAccount *account = quad_item_list_peek (list, (guint) g_test_rand_int_range (0, size));

  g_ptr_array_add (items, account);
  quad_tally_subtract (tally, account);
  quad_item_list_remove (list, items);
}

static void
change_one (QuadTally    *tally,
            QuadItemList *list)
{
  gint32 size = (gint32) quad_item_list_get_size (list);
  QuadAccount *account = quad_item_list_peek (list, (guint) g_test_rand_int_range (0, size));

  quad_tally_subtract (tally, account);
  quad_test_account_change (account, pick_tier (), pick_revenue ());
  quad_tally_add (tally, account);
}

/* Thousands of changes one by one give what counting everything anew gives, to the last bit. */
static void
test_tally_random (void)
{
  g_autoptr (QuadItemList) list = quad_item_list_new (QUAD_TYPE_ACCOUNT);
  g_autoptr (QuadTally) tally = quad_tally_new (list);

  assert_current (tally, list);
  for (gint64 step = 1; step <= N_STEPS; step++)
    {
      int choice = g_test_rand_int_range (0, 10);

      if (choice < 2 || quad_item_list_get_size (list) == 0)
        add_one (tally, list, step);
      else if (choice < 3)
        remove_one (tally, list);
      else
        change_one (tally, list);
      assert_current (tally, list);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/tally/random", test_tally_random);

  return g_test_run ();
}
