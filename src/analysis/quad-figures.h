/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quad-account.h"
#include "quad-item-list.h"
#include "quad-names.h"

G_BEGIN_DECLS

/**
 * QuadCutOffRule:
 * @basis_points: the share of clients, by count, that are candidates for key: 2500 is 25 %
 * @amount: a given (company-wide) amount that replaces the computed one, or %QUAD_MONEY_UNKNOWN
 *
 * How the key cut-off is found. A share is kept in hundredths of a percent so that the rank is
 * exact whole-number arithmetic. Source: product.md sections 1 and 4.
 */
typedef struct
{
  guint     basis_points;
  QuadMoney amount;
} QuadCutOffRule;

#define QUAD_CUT_OFF_RULE_DEFAULT { 2500, QUAD_MONEY_UNKNOWN }

/**
 * QuadTierFigures:
 * @accounts: accounts in the tier
 * @known: of these, with known revenue
 * @revenue: sum of known revenue, minor units
 * @potential: sum of known potential, minor units
 * @revenue_share: 0 to 1 of the known revenue of all clients; NAN when unknown or not a client tier
 * @client_share: 0 to 1 of all clients by count; NAN when there are none or not a client tier
 */
typedef struct
{
  guint     accounts;
  guint     known;
  QuadMoney revenue;
  QuadMoney potential;
  double    revenue_share;
  double    client_share;
} QuadTierFigures;

/**
 * QuadCutOff:
 * @clients: n, the clients with known revenue
 * @rank: k = ceil (p * n), 0 with n = 0 or a given amount on an empty book
 * @amount: minor units, %QUAD_MONEY_UNKNOWN when there is no cut-off
 * @at_or_above: clients with revenue >= amount and > 0
 * @revenue_share: 0 to 1, of those at or above; NAN when unknown
 *
 * Source: product.md section 4.
 */
typedef struct
{
  QuadCutOffRule rule;
  gboolean       given;
  guint          clients;
  guint          rank;
  QuadMoney      amount;
  guint          at_or_above;
  double         revenue_share;
} QuadCutOff;

/**
 * QuadConcentration:
 * @gini: 0 (all equal) to 1; NAN when unknown
 * @clients_for_80_percent: the smallest number of clients that reach 80 % of revenue; 0 unknown
 */
typedef struct
{
  double gini;
  guint  clients_for_80_percent;
} QuadConcentration;

/**
 * QuadFigures:
 *
 * The numbers of the whole account list.
 */
typedef struct
{
  guint             accounts;
  guint             clients;
  QuadMoney         revenue;
  QuadTierFigures   tiers[QUAD_N_TIERS];
  QuadCutOff        cut_off;
  QuadConcentration concentration;
} QuadFigures;

/**
 * QuadException:
 * @account: (owned)
 * @suggested: the tier that its tier's rule suggests
 * @reason: (owned): a translated sentence for the screen
 *
 * An account that its tier's rule contradicts. Source: product.md section 2.
 */
typedef struct
{
  QuadAccount *account;
  QuadTier     suggested;
  char        *reason;
} QuadException;

void        quad_figures_compute        (QuadItemList         *accounts,
                                         const QuadCutOffRule *rule,
                                         QuadFigures          *figures);
gboolean    quad_cut_off_rule_check     (const QuadCutOffRule *rule,
                                         GError              **error);
QuadTier    quad_cut_off_get_tier       (const QuadCutOff     *cut_off,
                                         QuadTier              tier,
                                         QuadMoney             revenue);
guint       quad_figures_count_recut    (const QuadFigures    *figures,
                                         QuadTier              tier);
GPtrArray  *quad_exceptions_find        (QuadItemList         *accounts,
                                         const QuadCutOff     *cut_off,
                                         const QuadCurrency   *currency);
GPtrArray  *quad_contradictions_find    (QuadAccount          *account,
                                         const QuadNames      *names);
void        quad_exception_free         (QuadException        *exception);

G_END_DECLS
