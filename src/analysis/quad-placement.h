/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quad-account.h"

G_BEGIN_DECLS

/**
 * QuadProfileSide:
 *
 * On which side of the chart the accounts of a profile stand. Source: product.md section 1.
 */
typedef enum
{
  QUAD_PROFILE_SIDE_NONE,       /* no profile, and jettison: either */
  QUAD_PROFILE_SIDE_CLIENTS,
  QUAD_PROFILE_SIDE_PROSPECTS,
} QuadProfileSide;

QuadProfileSide  quad_profile_get_side    (QuadProfile  profile);
QuadTier         quad_placement_get_tier  (QuadTier     tier,
                                           QuadProfile  from,
                                           QuadProfile  to);
char            *quad_placement_describe  (GPtrArray   *accounts,
                                           QuadProfile  profile);

G_END_DECLS
