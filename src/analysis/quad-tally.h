/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quad-figures.h"

G_BEGIN_DECLS

typedef struct _QuadTally QuadTally;

QuadTally *quad_tally_new         (QuadItemList         *accounts);
void       quad_tally_free        (QuadTally            *self);
void       quad_tally_add         (QuadTally            *self,
                                   QuadAccount          *account);
void       quad_tally_subtract    (QuadTally            *self,
                                   QuadAccount          *account);
void       quad_tally_get_figures (QuadTally            *self,
                                   const QuadCutOffRule *rule,
                                   QuadFigures          *figures);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuadTally, quad_tally_free)

G_END_DECLS
