/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quad-account.h"
#include "quad-event.h"

G_BEGIN_DECLS

/* What follows from a change of an account, as pure functions over its whole record. "values" are
 * all values of one account; "today" is the day on which it happens. */

QuadRecord *quad_consequences_create      (const QuadRecord *given,
                                           QuadDate          today);
void        quad_consequences_complete    (QuadRecord       *values,
                                           QuadDate          today);
void        quad_consequences_move        (QuadRecord       *values,
                                           QuadTier          tier,
                                           QuadDate          today);
void        quad_consequences_set_profile (QuadRecord       *values,
                                           QuadProfile       profile,
                                           QuadDate          today);
void        quad_consequences_edit        (QuadRecord       *values,
                                           const QuadRecord *edits,
                                           QuadDate          today);
void        quad_consequences_import      (QuadRecord       *values,
                                           const QuadRecord *row,
                                           QuadDate          today);
QuadEventKind
            quad_consequences_get_event   (const QuadRecord *before,
                                           const QuadRecord *after);
guint64     quad_consequences_list_edits  (const QuadRecord *values,
                                           const QuadRecord *edits);
guint64     quad_consequences_compare     (const QuadRecord *before,
                                           const QuadRecord *after);

G_END_DECLS
