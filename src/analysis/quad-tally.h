/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quad-figures.h"

G_BEGIN_DECLS

typedef struct _QuadTally QuadTally;

QuadTally *quad_tally_new         (QuadItemList         *accounts);
QuadTally *quad_tally_copy        (const QuadTally      *self);
void       quad_tally_free        (QuadTally            *self);
void       quad_tally_add         (QuadTally            *self,
                                   QuadAccount          *account);
void       quad_tally_subtract    (QuadTally            *self,
                                   QuadAccount          *account);
void       quad_tally_replace     (QuadTally            *self,
                                   QuadAccount          *account,
                                   QuadTier              tier,
                                   QuadMoney             revenue);
void       quad_tally_add_later    (QuadTally            *self,
                                   const QuadRecord     *values);
void       quad_tally_subtract_later (QuadTally          *self,
                                   const QuadRecord     *values);
void       quad_tally_settle      (QuadTally            *self);
void       quad_tally_get_figures (const QuadTally      *self,
                                   const QuadCutOffRule *rule,
                                   QuadFigures          *figures);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuadTally, quad_tally_free)

G_END_DECLS
