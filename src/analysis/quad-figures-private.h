/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quad-figures.h"

G_BEGIN_DECLS

void quad_tier_figures_add        (QuadTierFigures *figures,
                                   QuadMoney        revenue,
                                   QuadMoney        potential);
void quad_tier_figures_subtract   (QuadTierFigures *figures,
                                   QuadMoney        revenue,
                                   QuadMoney        potential);
void quad_tier_figures_set_shares (QuadTierFigures *tiers);
void quad_figures_derive          (QuadFigures           *figures,
                                   const QuadTierFigures *tiers,
                                   const QuadMoney       *amounts,
                                   guint                  n,
                                   const QuadCutOffRule  *rule);

G_END_DECLS
