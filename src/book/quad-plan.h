/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quad-book.h"
#include "quad-plan-effect.h"

G_BEGIN_DECLS

/* The plan of a book: moves that are intended, not made, one per account at most. It is small, so
 * it is in memory as a whole and follows every operation, as accounts do. Operations are each one
 * entry in the history.
 *
 * An account that comes to the tier that is planned for it, by whatever operation, has reached its
 * plan: the planned move goes in the same operation, and comes back when that is undone. Any other
 * move leaves the plan as it is. With an account its planned move is deleted. */

/* What is in it */
QuadItemList    *quad_book_get_plan               (QuadBook          *self);
GPtrArray       *quad_book_list_plan              (QuadBook          *self);
QuadPlannedMove *quad_book_get_planned_move       (QuadBook          *self,
                                                   QuadAccount       *account);
QuadTier         quad_book_get_planned_tier       (QuadBook          *self,
                                                   QuadAccount       *account);
QuadAccount     *quad_book_get_planned_account    (QuadBook          *self,
                                                   QuadPlannedMove   *move);
GPtrArray       *quad_book_get_plan_reached       (QuadBook          *self);
void             quad_book_get_plan_effect        (QuadBook          *self,
                                                   QuadPlanEffect    *effect);

/* Operations: "moves" are arrays of #QuadPlannedMove of this book, %NULL for the whole plan. */
gboolean         quad_book_plan_moves             (QuadBook          *self,
                                                   GPtrArray         *accounts,
                                                   QuadTier           tier,
                                                   const QuadRecord  *details,
                                                   GError           **error);
gboolean         quad_book_edit_planned_moves     (QuadBook          *self,
                                                   GPtrArray         *moves,
                                                   const QuadRecord  *edits,
                                                   GError           **error);
gboolean         quad_book_discard_planned_moves  (QuadBook          *self,
                                                   GPtrArray         *moves,
                                                   GError           **error);
gboolean         quad_book_apply_planned_moves    (QuadBook          *self,
                                                   GPtrArray         *moves,
                                                   GError           **error);

G_END_DECLS
