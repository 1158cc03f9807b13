/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quad-record.h"

G_BEGIN_DECLS

/**
 * QuadOwner:
 *
 * What traits and plays belong to: a profile, or a tier of the chart. Source: product.md
 * sections 1 and 2.
 */
typedef enum
{
  QUAD_OWNER_KEEP,
  QUAD_OWNER_ATTAIN,
  QUAD_OWNER_RECAPTURE,
  QUAD_OWNER_EXPAND,
  QUAD_OWNER_JETTISON,
  QUAD_OWNER_KEY,
  QUAD_OWNER_SECONDARY,
  QUAD_OWNER_IDEAL,
  QUAD_OWNER_LEAD,
} QuadOwner;

#define QUAD_N_OWNERS (QUAD_OWNER_LEAD + 1)

extern const QuadWords quad_owner_words;

gboolean    quad_owner_from_profile (QuadProfile  profile,
                                     QuadOwner   *owner);
gboolean    quad_owner_from_tier    (QuadTier     tier,
                                     QuadOwner   *owner);
gboolean    quad_owner_has_traits   (QuadOwner    owner);
gboolean    quad_owner_is_profile   (QuadOwner    owner);

G_END_DECLS
