/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "quad-signs.h"

#include <string.h>

#include "quad-test-accounts.h"

static QuadAccount *
make_account (QuadTier    tier,
              QuadProfile profile,
              QuadMoney   revenue)
{
  return quad_account_new (1, quad_test_account_values ("Account", tier, profile, revenue));
}

static guint
find_signs (QuadTier             tier,
            QuadProfile          profile,
            QuadMoney            revenue,
            const QuadSignFacts *facts)
{
  g_autoptr (QuadAccount) account = make_account (tier, profile, revenue);
  QuadSignFacts all = *facts;

  all.account = account;

  return quad_signs_find (&all);
}

static void
test_none (void)
{
  const QuadSignFacts facts = { .today = 1000, .last_touch = 10 };

  g_assert_cmpuint (find_signs (QUAD_TIER_KEY, QUAD_PROFILE_KEEP, 100, &facts), ==, 0);
}

static void
test_flags (void)
{
  const QuadSignFacts facts = { .overdue = 2, .planned = TRUE, .moved = TRUE };

  g_assert_cmpuint (find_signs (QUAD_TIER_KEY, QUAD_PROFILE_KEEP, 100, &facts), ==,
                    QUAD_SIGN_OVERDUE | QUAD_SIGN_PLANNED | QUAD_SIGN_MOVED);
}

/* Cold only past the rhythm, which counts from the beginning when there never was a touch. */
static void
test_cold (void)
{
  QuadSignFacts facts = { .today = 1000, .last_touch = 970, .maximum_days = 30 };

  g_assert_cmpuint (find_signs (QUAD_TIER_KEY, QUAD_PROFILE_KEEP, 100, &facts), ==, 0);
  facts.last_touch = 969;
  g_assert_cmpuint (find_signs (QUAD_TIER_KEY, QUAD_PROFILE_KEEP, 100, &facts), ==,
                    QUAD_SIGN_COLD);
  facts.last_touch = 1001;
  g_assert_cmpuint (find_signs (QUAD_TIER_KEY, QUAD_PROFILE_KEEP, 100, &facts), ==, 0);
  facts.last_touch = QUAD_DATE_NONE;
  facts.known_since = 970;
  g_assert_cmpuint (find_signs (QUAD_TIER_KEY, QUAD_PROFILE_KEEP, 100, &facts), ==, 0);
  facts.known_since = 969;
  g_assert_cmpuint (find_signs (QUAD_TIER_KEY, QUAD_PROFILE_KEEP, 100, &facts), ==,
                    QUAD_SIGN_COLD);
  g_assert_cmpuint (find_signs (QUAD_TIER_PARKED, QUAD_PROFILE_NONE, 100, &facts), ==, 0);
}

/* Three times the share of revenue and two percent of the time, both counted in. */
static void
test_time_sucker (void)
{
  QuadSignFacts facts = { .minutes = 60, .client_minutes = 1000, .client_revenue = 10000 };

  g_assert_cmpuint (find_signs (QUAD_TIER_SECONDARY, QUAD_PROFILE_KEEP, 200, &facts), ==,
                    QUAD_SIGN_TIME_SUCKER);
  g_assert_cmpuint (find_signs (QUAD_TIER_SECONDARY, QUAD_PROFILE_KEEP, 201, &facts), ==, 0);
  g_assert_cmpuint (find_signs (QUAD_TIER_SECONDARY, QUAD_PROFILE_KEEP, QUAD_MONEY_UNKNOWN,
                                &facts), ==, 0);
  g_assert_cmpuint (find_signs (QUAD_TIER_LEAD, QUAD_PROFILE_ATTAIN, 0, &facts), ==, 0);

  facts.minutes = 20;
  g_assert_cmpuint (find_signs (QUAD_TIER_SECONDARY, QUAD_PROFILE_KEEP, 1, &facts), ==,
                    QUAD_SIGN_TIME_SUCKER);
  facts.minutes = 19;
  g_assert_cmpuint (find_signs (QUAD_TIER_SECONDARY, QUAD_PROFILE_KEEP, 1, &facts), ==, 0);

  /* Of nothing there is no share. */
  facts.minutes = 1000;
  facts.client_revenue = 0;
  g_assert_cmpuint (find_signs (QUAD_TIER_SECONDARY, QUAD_PROFILE_KEEP, 1, &facts), ==, 0);
}

static void
test_contradiction (void)
{
  const QuadSignFacts facts = { 0 };

  g_assert_cmpuint (find_signs (QUAD_TIER_LEAD, QUAD_PROFILE_KEEP, QUAD_MONEY_UNKNOWN, &facts), ==,
                    QUAD_SIGN_CONTRADICTION);
}

/* Every sign has a label, and words with the figures that it follows from. */
static void
test_words (void)
{
  g_autoptr (QuadAccount) account = make_account (QUAD_TIER_KEY, QUAD_PROFILE_ATTAIN, 200);
  const QuadSignFacts facts = {
    .account = account, .overdue = 2, .today = 1000, .last_touch = 949, .maximum_days = 30,
    .minutes = 60, .client_minutes = 1000, .client_revenue = 10000, .planned = TRUE, .moved = TRUE,
    .reviewed_on = 990,
  };
  static const char *const expected[QUAD_N_SIGNS] = {
    "2 steps are overdue",
    "Going cold: last touch 51 days ago",
    "Time-sucker: takes 6\u00a0% of client time, brings 2.0\u00a0% of revenue",
    "Moved since the review of 17 Sep",
    "Planned move",
    "Attain is for prospects, and this is a client.",
  };
  g_autofree char *all = NULL;
  guint signs = quad_signs_find (&facts);

  g_assert_cmpuint (signs, ==, (1u << QUAD_N_SIGNS) - 1);
  all = quad_signs_describe (signs);
  for (guint i = 0; i < QUAD_N_SIGNS; i++)
    {
      g_autofree char *words = quad_sign_describe (1u << i, &facts);

      g_assert_cmpstr (words, ==, expected[i]);
      g_assert_nonnull (strstr (all, quad_sign_get_label (1u << i)));
    }
  g_assert_null (quad_signs_describe (0));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/signs/none", test_none);
  g_test_add_func ("/signs/flags", test_flags);
  g_test_add_func ("/signs/cold", test_cold);
  g_test_add_func ("/signs/time-sucker", test_time_sucker);
  g_test_add_func ("/signs/contradiction", test_contradiction);
  g_test_add_func ("/signs/words", test_words);

  return g_test_run ();
}
