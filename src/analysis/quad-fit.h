/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quad-account.h"
#include "quad-trait.h"

G_BEGIN_DECLS

/**
 * QuadFacts:
 * @account: (unowned)
 * @client_revenue: known revenue of all clients, minor units; 0 or less: shares are unknown
 * @decimals: of the book's currency
 * @today: the day that it is
 * @last_touch: of this account, %QUAD_DATE_NONE when there was none
 *
 * What the rules of traits look at.
 */
typedef struct
{
  QuadAccount *account;
  QuadMoney    client_revenue;
  guint        decimals;
  QuadDate     today;
  QuadDate     last_touch;
} QuadFacts;

/**
 * QuadFit:
 * @traits: how many there are
 * @yes: answered yes
 * @unknown: not answered
 * @knocked_out: a knock-out trait is answered no
 * @share: 0 to 1: weight answered yes of all weight, 0 when knocked out; NAN without traits
 *
 * Source: product.md section 4.
 */
typedef struct
{
  guint    traits;
  guint    yes;
  guint    unknown;
  gboolean knocked_out;
  double   share;
} QuadFit;

/**
 * QuadAnswerFunc:
 *
 * Returns: what was answered by hand for the trait with the id @trait
 */
typedef QuadAnswer (*QuadAnswerFunc) (gint64   trait,
                                      gpointer user_data);

QuadAnswer  quad_trait_answer         (QuadTrait        *trait,
                                       const QuadFacts  *facts,
                                       QuadAnswer        by_hand);
gboolean    quad_trait_check_rule     (const QuadRecord *trait,
                                       guint             decimals,
                                       GError          **error);
char       *quad_trait_describe_rule  (QuadTrait        *trait,
                                       const QuadCurrency *currency);
void        quad_fit_compute          (GPtrArray        *traits,
                                       const QuadFacts  *facts,
                                       QuadAnswerFunc    by_hand,
                                       gpointer          user_data,
                                       QuadFit          *fit);

G_END_DECLS
