/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "quad-move.h"

#include "quad-test-accounts.h"

static GPtrArray *
make_accounts (const QuadTier *tiers,
               guint           n)
{
  GPtrArray *accounts = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (accounts, quad_test_account_new (i + 1, "Account", tiers[i], 100));

  return accounts;
}

static void
assert_described (const QuadTier *tiers,
                  guint           n,
                  QuadTier        to,
                  const char     *expected)
{
  g_autoptr (GPtrArray) accounts = make_accounts (tiers, n);
  g_autofree char *words = quad_move_describe (accounts, to, NULL);

  g_assert_cmpstr (words, ==, expected);
}

static void
test_move_one (void)
{
  static const struct
  {
    QuadTier    from, to;
    const char *words;
  } moves[] = {
    { QUAD_TIER_LEAD, QUAD_TIER_IDEAL, "Qualified: becomes an Ideal client" },
    { QUAD_TIER_IDEAL, QUAD_TIER_LEAD, "Back to qualifying: becomes a Lead to qualify" },
    { QUAD_TIER_IDEAL, QUAD_TIER_KEY, "Won: becomes a Key account" },
    { QUAD_TIER_LEAD, QUAD_TIER_KEY, "Won: becomes a Key account" },
    { QUAD_TIER_LEAD, QUAD_TIER_SECONDARY, "Won: becomes a Secondary account" },
    { QUAD_TIER_SECONDARY, QUAD_TIER_KEY, "Promoted to Key account" },
    { QUAD_TIER_KEY, QUAD_TIER_SECONDARY, "Demoted to Secondary account" },
    { QUAD_TIER_KEY, QUAD_TIER_IDEAL, "Lost client: becomes an Ideal client" },
    { QUAD_TIER_SECONDARY, QUAD_TIER_LEAD, "Lost client: becomes a Lead to qualify" },
    { QUAD_TIER_KEY, QUAD_TIER_PARKED, "Parked: leaves the chart" },
    { QUAD_TIER_PARKED, QUAD_TIER_LEAD, "Back on the chart: becomes a Lead to qualify" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    assert_described (&moves[i].from, 1, moves[i].to, moves[i].words);
}

/* Every move but the one to the same tier has words. */
static void
test_move_complete (void)
{
  for (QuadTier from = 0; from < QUAD_N_TIERS; from++)
    for (QuadTier to = 0; to < QUAD_N_TIERS; to++)
      {
        g_autoptr (GPtrArray) accounts = make_accounts ((QuadTier[2]) { from, from }, 2);
        g_autofree char *many = quad_move_describe (accounts, to, NULL);
        g_autofree char *one = NULL;

        g_ptr_array_set_size (accounts, 1);
        one = quad_move_describe (accounts, to, NULL);
        g_assert_cmpint (one == NULL, ==, from == to);
        g_assert_cmpint (many == NULL, ==, from == to);
        g_assert_cmpint (quad_move_get_kind (from, to) == QUAD_MOVE_NONE, ==, from == to);
      }
}

static void
test_move_many (void)
{
  QuadTier prospects[] = { QUAD_TIER_LEAD, QUAD_TIER_IDEAL, QUAD_TIER_LEAD };
  QuadTier clients[] = { QUAD_TIER_KEY, QUAD_TIER_SECONDARY };
  QuadTier mixed[] = { QUAD_TIER_LEAD, QUAD_TIER_SECONDARY, QUAD_TIER_KEY };

  assert_described (prospects, 3, QUAD_TIER_KEY, "3 accounts won: become Key accounts");
  assert_described (clients, 2, QUAD_TIER_LEAD, "2 clients lost: become Leads to qualify");
  assert_described (mixed, 3, QUAD_TIER_PARKED, "3 accounts parked: leave the chart");
  assert_described (mixed, 3, QUAD_TIER_IDEAL, "3 accounts become Ideal clients");
}

/* Accounts that are there already do not count. */
static void
test_move_already_there (void)
{
  QuadTier mixed[] = { QUAD_TIER_LEAD, QUAD_TIER_SECONDARY, QUAD_TIER_KEY };
  QuadTier two_there[] = { QUAD_TIER_KEY, QUAD_TIER_IDEAL, QUAD_TIER_KEY };

  assert_described (mixed, 3, QUAD_TIER_KEY, "2 accounts become Key accounts");
  assert_described (two_there, 3, QUAD_TIER_KEY, "Won: becomes a Key account");
  assert_described (NULL, 0, QUAD_TIER_KEY, NULL);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/move/one", test_move_one);
  g_test_add_func ("/move/complete", test_move_complete);
  g_test_add_func ("/move/many", test_move_many);
  g_test_add_func ("/move/already-there", test_move_already_there);

  return g_test_run ();
}
