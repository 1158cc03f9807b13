/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "quad-plan-effect.h"

#include "quad-boxes.h"
#include "quad-move.h"
#include "quad-test-accounts.h"
#include "quad-test-figures.h"

/* What the plan does to the numbers: by hand for what a person would ask, and for random books
 * against a list in which every planned move is made. */

#define N_BOOKS 300

static QuadMoney
pick_money (void)
{
  int drawn = g_test_rand_int_range (-2, 12);

  return drawn == -2 ? QUAD_MONEY_UNKNOWN : drawn * 100;
}

static QuadTier
pick_tier (void)
{
  return (QuadTier) g_test_rand_int_range (0, QUAD_N_TIERS);
}

static void
add_account (QuadItemList *list,
             gint64        id,
             QuadTier      tier,
             QuadProfile   profile,
             QuadMoney     revenue,
             QuadMoney     potential)
{
  QuadRecord *values = quad_test_account_values ("Account", tier, profile, revenue);

  quad_record_set_number (values, QUAD_ACCOUNT_POTENTIAL, potential);
  quad_test_list_add (list, quad_account_new (id, values));
}

static void
add_move (QuadItemList *plan,
          gint64        account,
          QuadTier      tier,
          QuadMoney     expected)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  QuadRecord *values = quad_record_new (&quad_planned_move_schema);

  quad_record_set_number (values, QUAD_PLANNED_MOVE_ACCOUNT_ID, account);
  quad_record_set_number (values, QUAD_PLANNED_MOVE_TIER, tier);
  quad_record_set_number (values, QUAD_PLANNED_MOVE_EXPECTED_REVENUE, expected);
  g_ptr_array_add (items, quad_planned_move_new (account, values));
  quad_item_list_add (plan, items);
}

static void
compute (QuadItemList         *accounts,
         QuadItemList         *plan,
         const QuadCutOffRule *rule,
         QuadPlanEffect       *effect)
{
  g_autoptr (QuadTally) tally = quad_tally_new (accounts);
  QuadFigures after;

  quad_plan_effect_compute (tally, accounts, plan, rule, effect);

  /* the tally is the caller's, and stays as it is */
  quad_tally_get_figures (tally, rule, &after);
  quad_test_assert_same_figures (&effect->now, &after);
}

static void
test_effect_by_hand (void)
{
  g_autoptr (QuadItemList) accounts = quad_item_list_new (QUAD_TYPE_ACCOUNT);
  g_autoptr (QuadItemList) plan = quad_item_list_new (QUAD_TYPE_PLANNED_MOVE);
  const QuadCutOffRule rule = { 5000, QUAD_MONEY_UNKNOWN };
  QuadPlanEffect effect;

  add_account (accounts, 1, QUAD_TIER_KEY, QUAD_PROFILE_NONE, 600, 700);
  add_account (accounts, 2, QUAD_TIER_SECONDARY, QUAD_PROFILE_NONE, 300, QUAD_MONEY_UNKNOWN);
  add_account (accounts, 3, QUAD_TIER_SECONDARY, QUAD_PROFILE_NONE, 100, 900);
  add_account (accounts, 4, QUAD_TIER_IDEAL, QUAD_PROFILE_NONE, QUAD_MONEY_UNKNOWN, 800);
  add_account (accounts, 5, QUAD_TIER_LEAD, QUAD_PROFILE_NONE, QUAD_MONEY_UNKNOWN, 5000);

  compute (accounts, plan, &rule, &effect);
  g_assert_cmpuint (effect.moves, ==, 0);
  quad_test_assert_same_figures (&effect.now, &effect.planned);
  g_assert_cmpint (effect.now.cut_off.amount, ==, 300);

  /* won with 1000, grows to 500, won with nobody knows what, and the last one lost */
  add_move (plan, 4, QUAD_TIER_KEY, 1000);
  add_move (plan, 2, QUAD_TIER_KEY, 500);
  add_move (plan, 5, QUAD_TIER_SECONDARY, QUAD_MONEY_UNKNOWN);
  add_move (plan, 3, QUAD_TIER_LEAD, 77777);
  add_move (plan, 9, QUAD_TIER_KEY, 88888);
  compute (accounts, plan, &rule, &effect);

  g_assert_cmpuint (effect.moves, ==, 4);
  g_assert_cmpuint (effect.unknown, ==, 1);
  g_assert_cmpuint (effect.now.clients, ==, 3);
  g_assert_cmpint (effect.now.revenue, ==, 1000);
  g_assert_cmpuint (effect.planned.clients, ==, 4);
  g_assert_cmpint (effect.planned.revenue, ==, 600 + 500 + 1000);
  g_assert_cmpuint (effect.planned.tiers[QUAD_TIER_KEY].accounts, ==, 3);
  g_assert_cmpint (effect.planned.tiers[QUAD_TIER_KEY].revenue, ==, 2100);
  g_assert_cmpint (effect.planned.tiers[QUAD_TIER_KEY].potential, ==, 700 + 800);
  quad_test_assert_same_ratio (effect.planned.tiers[QUAD_TIER_KEY].revenue_share, 1);
  quad_test_assert_same_ratio (effect.planned.tiers[QUAD_TIER_SECONDARY].client_share, 0.25);
  g_assert_cmpuint (effect.planned.tiers[QUAD_TIER_SECONDARY].known, ==, 0);
  g_assert_cmpint (effect.planned.tiers[QUAD_TIER_LEAD].revenue, ==, 100);

  /* of 1000, 600 and 500 the second: the account without revenue does not count for it */
  g_assert_cmpuint (effect.planned.cut_off.clients, ==, 3);
  g_assert_cmpint (effect.planned.cut_off.amount, ==, 600);
}

static void
test_effect_given_cut_off (void)
{
  g_autoptr (QuadItemList) accounts = quad_item_list_new (QUAD_TYPE_ACCOUNT);
  g_autoptr (QuadItemList) plan = quad_item_list_new (QUAD_TYPE_PLANNED_MOVE);
  const QuadCutOffRule rule = { 2500, 400 };
  QuadPlanEffect effect;

  add_account (accounts, 1, QUAD_TIER_SECONDARY, QUAD_PROFILE_NONE, 100, QUAD_MONEY_UNKNOWN);
  add_move (plan, 1, QUAD_TIER_KEY, 450);
  compute (accounts, plan, &rule, &effect);

  g_assert_cmpint (effect.now.cut_off.amount, ==, 400);
  g_assert_cmpint (effect.planned.cut_off.amount, ==, 400);
  g_assert_cmpuint (effect.now.cut_off.at_or_above, ==, 0);
  g_assert_cmpuint (effect.planned.cut_off.at_or_above, ==, 1);
}

/* In either lens, the headers of the boxes say what the boxes will hold. */
static void
check_boxes (QuadItemList *accounts,
             QuadItemList *plan,
             QuadItemList *made)
{
  g_autoptr (QuadBoxes) before = quad_boxes_new (accounts);
  g_autoptr (QuadBoxes) after = quad_boxes_new (made);

  for (QuadLens lens = 0; lens < QUAD_N_LENSES; lens++)
    {
      QuadTierFigures planned[QUAD_N_BOXES];

      quad_boxes_set_lens (before, lens);
      quad_boxes_set_lens (after, lens);
      quad_boxes_get_planned_figures (before, plan, planned);
      for (guint box = 0; box < QUAD_N_BOXES; box++)
        quad_test_assert_same_tier (&planned[box], quad_boxes_get_figures (after, box));
    }
}

/* A random book, its plan, and the list that has every move made already. */
static void
check_random_book (void)
{
  g_autoptr (QuadItemList) accounts = quad_item_list_new (QUAD_TYPE_ACCOUNT);
  g_autoptr (QuadItemList) made = quad_item_list_new (QUAD_TYPE_ACCOUNT);
  g_autoptr (QuadItemList) plan = quad_item_list_new (QUAD_TYPE_PLANNED_MOVE);
  const QuadCutOffRule rule = { (guint) g_test_rand_int_range (1, 10001),
                                g_test_rand_bit () ? QUAD_MONEY_UNKNOWN : 400 };
  gint32 size = g_test_rand_int_range (0, 40);
  guint moves = 0, unknown = 0;
  QuadPlanEffect effect;
  QuadFigures now, planned;

  for (gint64 id = 1; id <= size; id++)
    {
      QuadTier tier = pick_tier (), to = pick_tier ();
      QuadProfile profile = (QuadProfile) g_test_rand_int_range (0, QUAD_N_PROFILES);
      QuadMoney revenue = pick_money (), potential = pick_money (), expected = pick_money ();
      gboolean client = to == QUAD_TIER_KEY || to == QUAD_TIER_SECONDARY;

      add_account (accounts, id, tier, profile, revenue, potential);
      if (tier != to && g_test_rand_bit ())
        {
          add_move (plan, id, to, expected);
          moves++;
          profile = quad_move_get_profile (tier, to, profile);
          tier = to;
          if (client && expected != QUAD_MONEY_UNKNOWN)
            revenue = expected;
          unknown += client && revenue == QUAD_MONEY_UNKNOWN;
        }
      add_account (made, id, tier, profile, revenue, potential);
    }

  compute (accounts, plan, &rule, &effect);
  quad_figures_compute (accounts, &rule, &now);
  quad_figures_compute (made, &rule, &planned);
  quad_test_assert_same_figures (&effect.now, &now);
  quad_test_assert_same_figures (&effect.planned, &planned);
  g_assert_cmpuint (effect.moves, ==, moves);
  g_assert_cmpuint (effect.unknown, ==, unknown);
  check_boxes (accounts, plan, made);
}

static void
test_effect_random (void)
{
  for (guint i = 0; i < N_BOOKS; i++)
    check_random_book ();
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/plan-effect/by-hand", test_effect_by_hand);
  g_test_add_func ("/plan-effect/given-cut-off", test_effect_given_cut_off);
  g_test_add_func ("/plan-effect/random", test_effect_random);

  return g_test_run ();
}
