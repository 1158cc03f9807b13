/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quad-planned-move.h"
#include "quad-tally.h"

G_BEGIN_DECLS

/**
 * QuadPlanEffect:
 * @now: the numbers of the list as it is
 * @planned: the numbers of the list as it would be with every planned move made
 * @moves: planned moves that are counted
 * @unknown: of these, into a client tier with revenue that nobody knows or expects
 *
 * What the plan does to the numbers: now -> planned.
 *
 * An account is counted in the tier that is planned for it. In a client tier it brings the expected
 * revenue of its planned move; without one, what it brings now, which for a prospect that is won is
 * mostly unknown. Unknown is not zero: such an account counts among the clients, in no sum, no
 * share and not for the cut-off, exactly as product.md section 4 says of any client; its potential
 * is never taken for revenue. As a prospect or parked it keeps the revenue that it has, which then
 * counts for no share and no cut-off; an expected revenue is passed over. A computed cut-off is
 * computed anew from the clients that there would be; a given one stays.
 *
 * So a plan without expected revenue has the numbers that the list has once it is applied.
 */
typedef struct
{
  QuadFigures now;
  QuadFigures planned;
  guint       moves;
  guint       unknown;
} QuadPlanEffect;

QuadMoney quad_plan_effect_get_revenue (QuadPlannedMove      *move,
                                        QuadAccount          *account);
void      quad_plan_effect_compute     (const QuadTally      *tally,
                                        QuadItemList         *accounts,
                                        QuadItemList         *plan,
                                        const QuadCutOffRule *rule,
                                        QuadPlanEffect       *effect);

G_END_DECLS
