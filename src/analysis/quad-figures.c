/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-analysis"

#include "quad-figures-private.h"

#include <math.h>

#include "quad-error.h"
#include "quad-i18n.h"
#include "quad-tally.h"

/* The numbers of product.md section 4. Money is added in whole minor units; QUAD_MONEY_LIMIT
 * keeps the sum over a million accounts inside 64 bits, and what is multiplied on top of that is
 * held in 128. Floating point begins with the one division that makes a share. */

#define BASIS_POINTS      10000u
#define REACH_NUMERATOR   4     /* 80 %, in whole numbers */
#define REACH_DENOMINATOR 5

static double
divide_amounts (QuadMoney part,
                QuadMoney total)
{
  return total > 0 ? (double) part / (double) total : NAN;
}

static guint
find_rank (guint basis_points,
           guint n)
{
  guint64 rank = ((guint64) basis_points * n + BASIS_POINTS - 1) / BASIS_POINTS;

  return (guint) MIN (rank, n);
}

/* "amounts" ascending */
static void
compute_cut_off (const QuadMoney      *amounts,
                 guint                 n,
                 QuadMoney             total,
                 const QuadCutOffRule *rule,
                 QuadCutOff           *cut_off)
{
  QuadMoney above = 0;

  cut_off->rule = *rule;
  cut_off->given = rule->amount != QUAD_MONEY_UNKNOWN;
  cut_off->clients = n;
  cut_off->rank = find_rank (rule->basis_points, n);
  cut_off->at_or_above = 0;

  if (cut_off->given)
    cut_off->amount = rule->amount;
  else if (cut_off->rank > 0)
    cut_off->amount = amounts[n - cut_off->rank];
  else
    cut_off->amount = QUAD_MONEY_UNKNOWN;

  if (cut_off->amount == QUAD_MONEY_UNKNOWN)
    {
      cut_off->revenue_share = NAN;
      return;
    }

  for (guint i = n; i > 0 && amounts[i - 1] > 0 && amounts[i - 1] >= cut_off->amount; i--)
    {
      cut_off->at_or_above++;
      above += amounts[i - 1];
    }

  cut_off->revenue_share = divide_amounts (above, total);
}

/* "amounts" ascending */
static void
compute_concentration (const QuadMoney   *amounts,
                       guint              n,
                       QuadMoney          total,
                       QuadConcentration *concentration)
{
  __int128 weighted = 0;
  __int128 reached = 0;
  guint count = 0;

  concentration->gini = NAN;
  concentration->clients_for_80_percent = 0;
  if (total <= 0)
    return;

  for (guint i = 0; i < n; i++)
    weighted += (__int128) (i + 1) * amounts[i];

  /* 2 * sum (i * x) / (n * total) - (n + 1) / n over one denominator, so that the difference of
   * two nearly equal numbers is taken exactly. */
  concentration->gini = (double) (2 * weighted - (__int128) (n + 1) * total)
                        / (double) ((__int128) n * total);

  while (count < n && reached * REACH_DENOMINATOR < (__int128) total * REACH_NUMERATOR)
    reached += amounts[n - 1 - count++];

  concentration->clients_for_80_percent = count;
}

static void
add_known (QuadMoney *sum,
           QuadMoney  amount)
{
  if (amount != QUAD_MONEY_UNKNOWN)
    *sum += amount;
}

static void
subtract_known (QuadMoney *sum,
                QuadMoney  amount)
{
  if (amount != QUAD_MONEY_UNKNOWN)
    *sum -= amount;
}

/**
 * quad_tier_figures_add:
 * @figures: figures of one tier
 * @revenue: of one more account, may be %QUAD_MONEY_UNKNOWN
 * @potential: of this account, may be %QUAD_MONEY_UNKNOWN
 *
 * Counts an account in. The shares are left to quad_tier_figures_set_shares().
 */
void
quad_tier_figures_add (QuadTierFigures *figures,
                       QuadMoney        revenue,
                       QuadMoney        potential)
{
  figures->accounts++;
  figures->known += revenue != QUAD_MONEY_UNKNOWN;
  add_known (&figures->revenue, revenue);
  add_known (&figures->potential, potential);
}

/**
 * quad_tier_figures_subtract:
 * @figures: figures of one tier
 * @revenue: as it was counted in
 * @potential: as it was counted in
 *
 * Counts an account out again.
 */
void
quad_tier_figures_subtract (QuadTierFigures *figures,
                            QuadMoney        revenue,
                            QuadMoney        potential)
{
  g_return_if_fail (figures->accounts > 0);

  figures->accounts--;
  figures->known -= revenue != QUAD_MONEY_UNKNOWN;
  subtract_known (&figures->revenue, revenue);
  subtract_known (&figures->potential, potential);
}

/**
 * quad_tier_figures_set_shares:
 * @tiers: (array fixed-size=5): the figures of every tier, %QUAD_N_TIERS of them
 *
 * Derives the shares of the client tiers from their counts and sums; those of the others become
 * NAN.
 */
void
quad_tier_figures_set_shares (QuadTierFigures *tiers)
{
  QuadMoney revenue = 0;
  guint clients = 0;

  for (guint i = 0; i < QUAD_N_TIERS; i++)
    {
      if (quad_tier_is_client (i))
        {
          revenue += tiers[i].revenue;
          clients += tiers[i].accounts;
        }
    }

  for (guint i = 0; i < QUAD_N_TIERS; i++)
    {
      gboolean client = quad_tier_is_client (i);

      tiers[i].revenue_share = client ? divide_amounts (tiers[i].revenue, revenue) : NAN;
      tiers[i].client_share = client ? divide_amounts (tiers[i].accounts, clients) : NAN;
    }
}

/**
 * quad_figures_derive:
 * @figures: (out caller-allocates): the numbers
 * @tiers: (array fixed-size=5): counts and sums of every tier, %QUAD_N_TIERS of them
 * @amounts: (array length=n): known revenue of the clients, ascending
 * @n: how many there are
 * @rule: how the cut-off is found
 *
 * Derives every number from what was counted.
 */
void
quad_figures_derive (QuadFigures           *figures,
                     const QuadTierFigures *tiers,
                     const QuadMoney       *amounts,
                     guint                  n,
                     const QuadCutOffRule  *rule)
{
  *figures = (QuadFigures) { 0 };
  for (guint i = 0; i < QUAD_N_TIERS; i++)
    {
      figures->tiers[i] = tiers[i];
      figures->accounts += tiers[i].accounts;
      if (quad_tier_is_client (i))
        {
          figures->clients += tiers[i].accounts;
          figures->revenue += tiers[i].revenue;
        }
    }

  quad_tier_figures_set_shares (figures->tiers);
  compute_cut_off (amounts, n, figures->revenue, rule, &figures->cut_off);
  compute_concentration (amounts, n, figures->revenue, &figures->concentration);
}

/**
 * quad_figures_compute:
 * @accounts: list of #QuadAccount
 * @rule: how the cut-off is found
 * @figures: (out caller-allocates): the numbers
 *
 * Computes every number of the account list from scratch, at the cost of one sort of the clients'
 * revenue. Only accounts in a client tier count as clients; only known revenue counts at all.
 *
 * Source: product.md section 4.
 */
void
quad_figures_compute (QuadItemList         *accounts,
                      const QuadCutOffRule *rule,
                      QuadFigures          *figures)
{
  g_autoptr (QuadTally) tally = NULL;

  g_return_if_fail (QUAD_IS_ITEM_LIST (accounts));
  g_return_if_fail (rule != NULL);
  g_return_if_fail (figures != NULL);

  tally = quad_tally_new (accounts);
  quad_tally_get_figures (tally, rule, figures);
}

/**
 * quad_cut_off_rule_check:
 * @rule: a rule, of a person
 *
 * Checks that the share is between 0.01 % and 100 %, and a given amount one that can be held.
 *
 * Errors: %QUAD_ERROR_INVALID_INPUT.
 */
gboolean
quad_cut_off_rule_check (const QuadCutOffRule  *rule,
                         GError               **error)
{
  g_return_val_if_fail (rule != NULL, FALSE);

  if (rule->basis_points == 0 || rule->basis_points > BASIS_POINTS)
    {
      g_set_error_literal (error, QUAD_ERROR, QUAD_ERROR_INVALID_INPUT,
                           _("The share of clients must be more than 0 % and at most 100 %."));
      return FALSE;
    }
  if (rule->amount != QUAD_MONEY_UNKNOWN
      && (rule->amount < 0 || rule->amount > QUAD_MONEY_LIMIT))
    {
      g_set_error_literal (error, QUAD_ERROR, QUAD_ERROR_INVALID_INPUT,
                           _("The cut-off is negative, or too large to be kept."));
      return FALSE;
    }

  return TRUE;
}

/**
 * quad_cut_off_get_tier:
 * @cut_off: the cut-off
 * @tier: where an account is
 * @revenue: its revenue, may be %QUAD_MONEY_UNKNOWN
 *
 * Says where the rule puts an account. A prospect, a parked account, a client whose revenue is
 * not known, and everybody while there is no cut-off stay where they are.
 *
 * Returns: the tier
 *
 * Source: product.md section 4.
 */
QuadTier
quad_cut_off_get_tier (const QuadCutOff *cut_off,
                       QuadTier          tier,
                       QuadMoney         revenue)
{
  g_return_val_if_fail (cut_off != NULL, tier);

  if (!quad_tier_is_client (tier) || revenue == QUAD_MONEY_UNKNOWN
      || cut_off->amount == QUAD_MONEY_UNKNOWN)
    return tier;

  return revenue > 0 && revenue >= cut_off->amount ? QUAD_TIER_KEY : QUAD_TIER_SECONDARY;
}

/**
 * quad_figures_count_recut:
 * @figures: of a list
 *
 * Returns: how many accounts the tier holds when everybody is where quad_cut_off_get_tier() says
 */
guint
quad_figures_count_recut (const QuadFigures *figures,
                          QuadTier           tier)
{
  const QuadCutOff *cut_off;
  guint unknown;

  g_return_val_if_fail (figures != NULL && tier < QUAD_N_TIERS, 0);

  cut_off = &figures->cut_off;
  unknown = figures->tiers[tier].accounts - figures->tiers[tier].known;
  if (!quad_tier_is_client (tier) || cut_off->amount == QUAD_MONEY_UNKNOWN)
    return figures->tiers[tier].accounts;
  return unknown + (tier == QUAD_TIER_KEY ? cut_off->at_or_above
                                          : cut_off->clients - cut_off->at_or_above);
}
