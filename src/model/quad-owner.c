/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-model"

#include "quad-owner.h"

#include "quad-i18n.h"

static const QuadEnumInfo owners[] = {
  [QUAD_OWNER_KEEP] = { "keep", N_("Keep"), N_("Keep"), "K" },
  [QUAD_OWNER_ATTAIN] = { "attain", N_("Attain"), N_("Attain"), "A" },
  [QUAD_OWNER_RECAPTURE] = { "recapture", N_("Recapture"), N_("Recapture"), "R" },
  [QUAD_OWNER_EXPAND] = { "expand", N_("Expand"), N_("Expand"), "E" },
  [QUAD_OWNER_JETTISON] = { "jettison", N_("Jettison"), N_("Jettison"), "J" },
  [QUAD_OWNER_KEY] = { "key", N_("Key account"), N_("Key accounts"), "" },
  [QUAD_OWNER_SECONDARY] = { "secondary", N_("Secondary account"), N_("Secondary accounts"), "" },
  [QUAD_OWNER_IDEAL] = { "ideal", N_("Ideal client"), N_("Ideal clients"), "" },
  [QUAD_OWNER_LEAD] = { "lead", N_("Lead to qualify"), N_("Leads to qualify"), "" },
};

G_STATIC_ASSERT (G_N_ELEMENTS (owners) == QUAD_N_OWNERS);

const QuadWords quad_owner_words = { owners, G_N_ELEMENTS (owners) };

/**
 * quad_owner_from_profile:
 * @owner: (out): what the plays and traits of @profile belong to
 *
 * Returns: whether there is such an owner: there is none for "no profile"
 */
gboolean
quad_owner_from_profile (QuadProfile  profile,
                         QuadOwner   *owner)
{
  if (profile == QUAD_PROFILE_NONE)
    return FALSE;
  *owner = (QuadOwner) (QUAD_OWNER_KEEP + (profile - QUAD_PROFILE_KEEP));
  return TRUE;
}

/**
 * quad_owner_from_tier:
 * @owner: (out): what the plays of @tier belong to
 *
 * Returns: whether there is such an owner: parked accounts have no plays
 */
gboolean
quad_owner_from_tier (QuadTier   tier,
                      QuadOwner *owner)
{
  if (tier == QUAD_TIER_PARKED)
    return FALSE;
  *owner = (QuadOwner) (QUAD_OWNER_KEY + (tier - QUAD_TIER_KEY));
  return TRUE;
}

/**
 * quad_owner_has_traits:
 *
 * Returns: whether accounts are compared with it: the profiles but jettison, which has only
 *   actions, and the ideal client, whose traits are its marks
 */
gboolean
quad_owner_has_traits (QuadOwner owner)
{
  return owner < QUAD_OWNER_JETTISON || owner == QUAD_OWNER_IDEAL;
}

gboolean
quad_owner_is_profile (QuadOwner owner)
{
  return owner <= QUAD_OWNER_JETTISON;
}
