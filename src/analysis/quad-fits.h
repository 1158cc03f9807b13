/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quad-fit.h"
#include "quad-item-list.h"

G_BEGIN_DECLS

/**
 * QuadTraitAnswer:
 * @trait: (unowned): lives as long as the fits
 * @answer: by its rule, or as a person answered
 */
typedef struct
{
  QuadTrait  *trait;
  QuadAnswer  answer;
} QuadTraitAnswer;

/**
 * QuadFits:
 * @of: how well the account fits each owner; without traits where there are none
 * @answers: (owned) (element-type QuadTraitAnswer): of every trait, by owner and position
 *
 * One account compared with every profile, and with the marks of the ideal client.
 */
typedef struct
{
  QuadFit  of[QUAD_N_OWNERS];
  GArray  *answers;
} QuadFits;

QuadFits   *quad_fits_new        (QuadItemList    *traits,
                                  const QuadFacts *facts,
                                  GHashTable      *by_hand);
void        quad_fits_free       (QuadFits        *fits);
QuadAnswer  quad_fits_get_answer (const QuadFits  *fits,
                                  QuadTrait       *trait);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuadFits, quad_fits_free)

G_END_DECLS
