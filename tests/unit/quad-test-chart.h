/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quad-boxes.h"
#include "quad-test-accounts.h"

/* Charts without a book, for tests of what lays them out and draws them. */

static inline QuadAccount *
quad_test_chart_account (gint64       id,
                         const char  *name,
                         QuadTier     tier,
                         QuadProfile  profile,
                         QuadMoney    amount)
{
  QuadRecord *values = quad_test_account_values (name, tier, profile,
                                                 quad_tier_is_client (tier) ? amount
                                                                            : QUAD_MONEY_UNKNOWN);

  quad_record_set_number (values, QUAD_ACCOUNT_POTENTIAL,
                          quad_tier_is_client (tier) ? QUAD_MONEY_UNKNOWN : amount);

  return quad_account_new (id, values);
}

/* @accounts: (transfer container) */
static inline QuadBoxes *
quad_test_chart_boxes (GPtrArray *accounts)
{
  g_autoptr (QuadItemList) list = quad_item_list_new (QUAD_TYPE_ACCOUNT);

  quad_item_list_replace (list, accounts);

  return quad_boxes_new (list);
}

/* Random accounts; some books lean towards one box, leave boxes empty, or know no amounts. */
static inline QuadBoxes *
quad_test_chart_random_boxes (GRand *rand,
                              guint  n_accounts)
{
  GPtrArray *accounts = g_ptr_array_new ();
  guint weights[QUAD_N_TIERS], total = 0;
  gboolean no_amounts = g_rand_int_range (rand, 0, 10) == 0;

  for (QuadTier tier = 0; tier < QUAD_N_TIERS; tier++)
    {
      weights[tier] = g_rand_int_range (rand, 0, 3) == 0 ? 0 : g_rand_int_range (rand, 1, 100);
      total += weights[tier];
    }

  for (guint i = 0; i < n_accounts; i++)
    {
      g_autofree char *name = g_strdup_printf ("Account %u of %u", g_rand_int (rand) % 1000, i);
      gint32 pick = total > 0 ? g_rand_int_range (rand, 0, (gint32) total) : 0;
      QuadMoney amount = g_rand_int_range (rand, 0, 50000) * G_GINT64_CONSTANT (1000);
      QuadTier tier = 0;

      while (total > 0 && pick >= (gint32) weights[tier])
        pick -= (gint32) weights[tier++];
      if (no_amounts || g_rand_int_range (rand, 0, 8) == 0)
        amount = QUAD_MONEY_UNKNOWN;
      g_ptr_array_add (accounts,
                       quad_test_chart_account (i + 1, name, tier,
                                                g_rand_int_range (rand, 0, QUAD_N_PROFILES),
                                                amount));
    }

  return quad_test_chart_boxes (accounts);
}
