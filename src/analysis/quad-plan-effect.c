/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-analysis"

#include "quad-plan-effect.h"

/**
 * quad_plan_effect_get_revenue:
 * @move: a planned move
 * @account: the account that it is of
 *
 * Returns: the revenue that the account is counted with once it is where it is to go, may be
 *   %QUAD_MONEY_UNKNOWN; see #QuadPlanEffect
 */
QuadMoney
quad_plan_effect_get_revenue (QuadPlannedMove *move,
                              QuadAccount     *account)
{
  QuadMoney expected;

  g_return_val_if_fail (QUAD_IS_PLANNED_MOVE (move), QUAD_MONEY_UNKNOWN);
  g_return_val_if_fail (QUAD_IS_ACCOUNT (account), QUAD_MONEY_UNKNOWN);

  expected = quad_planned_move_get_expected_revenue (move);
  if (expected != QUAD_MONEY_UNKNOWN && quad_tier_is_client (quad_planned_move_get_tier (move)))
    return expected;

  return quad_account_get_revenue (account);
}

/**
 * quad_plan_effect_compute:
 * @tally: of @accounts
 * @accounts: list of #QuadAccount
 * @plan: list of #QuadPlannedMove; those of accounts that are not in the list are passed over
 * @rule: how the cut-off is found
 * @effect: (out caller-allocates): what the plan does
 *
 * Computes the numbers without and with the plan, at a cost that the plan decides more than the
 * book.
 */
void
quad_plan_effect_compute (const QuadTally      *tally,
                          QuadItemList         *accounts,
                          QuadItemList         *plan,
                          const QuadCutOffRule *rule,
                          QuadPlanEffect       *effect)
{
  g_autoptr (QuadTally) planned = NULL;

  g_return_if_fail (tally != NULL);
  g_return_if_fail (QUAD_IS_ITEM_LIST (accounts));
  g_return_if_fail (QUAD_IS_ITEM_LIST (plan));
  g_return_if_fail (rule != NULL);
  g_return_if_fail (effect != NULL);

  *effect = (QuadPlanEffect) { 0 };
  planned = quad_tally_copy (tally);
  for (guint i = 0; i < quad_item_list_get_size (plan); i++)
    {
      QuadPlannedMove *move = quad_item_list_peek (plan, i);
      QuadTier tier = quad_planned_move_get_tier (move);
      QuadAccount *account;
      QuadMoney revenue;

      account = quad_item_list_lookup (accounts, quad_planned_move_get_account_id (move));
      if (account == NULL)
        continue;

      revenue = quad_plan_effect_get_revenue (move, account);
      quad_tally_replace (planned, account, tier, revenue);
      effect->moves++;
      effect->unknown += quad_tier_is_client (tier) && revenue == QUAD_MONEY_UNKNOWN;
    }

  quad_tally_get_figures (tally, rule, &effect->now);
  quad_tally_get_figures (planned, rule, &effect->planned);
}
