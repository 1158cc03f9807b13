/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "quad-placement.h"

#include "quad-i18n.h"
#include "quad-move.h"

/* What it means to put an account into a box of the KARE lens: it gets the profile of the box, and
 * where it crosses the middle of the chart it is won or lost as a client, too. */

typedef struct
{
  guint n;              /* accounts that would change */
  guint n_won;
  guint n_lost;
  guint n_returned;     /* from off the chart */
} Effect;

static gboolean
is_on_side (QuadTier        tier,
            QuadProfileSide side)
{
  return side == QUAD_PROFILE_SIDE_CLIENTS ? quad_tier_is_client (tier)
                                           : quad_tier_is_prospect (tier);
}

static void
add_effect (Effect      *effect,
            QuadAccount *account,
            QuadProfile  profile)
{
  QuadTier tier = quad_account_get_tier (account);
  QuadProfile from = quad_account_get_profile (account);

  if (from == profile)
    return;

  effect->n++;
  switch (quad_move_get_kind (tier, quad_placement_get_tier (tier, from, profile)))
    {
    case QUAD_MOVE_WON:
      effect->n_won++;
      break;
    case QUAD_MOVE_LOST:
      effect->n_lost++;
      break;
    case QUAD_MOVE_RETURNED:
      effect->n_returned++;
      break;
    case QUAD_MOVE_NONE:
    case QUAD_MOVE_QUALIFIED:
    case QUAD_MOVE_REQUALIFY:
    case QUAD_MOVE_PROMOTED:
    case QUAD_MOVE_DEMOTED:
    case QUAD_MOVE_PARKED:
      break;
    }
}

/* Translators: the sentences of this function are shown before a change is made; %s is a profile:
 * "Keep". */
static char *
describe_one (const Effect *effect,
              QuadProfile   profile)
{
  const char *label = quad_profile_get_label (profile);

  if (effect->n_won > 0)
    return g_strdup_printf (_("Won: becomes a Secondary account with the profile %s"), label);
  if (effect->n_lost > 0)
    return g_strdup_printf (_("Lost client: becomes a Lead to qualify with the profile %s"), label);
  if (effect->n_returned > 0)
    return g_strdup_printf (_("Back on the chart with the profile %s"), label);
  if (profile == QUAD_PROFILE_NONE)
    return g_strdup (_("Has no profile any more"));

  return g_strdup_printf (_("Gets the profile %s"), label);
}

static char *
describe_many (const Effect *effect,
               QuadProfile   profile)
{
  const char *label = quad_profile_get_label (profile);
  guint n = effect->n;

  if (effect->n_won == n)
    return g_strdup_printf (ngettext ("%u account won: gets the profile %s",
                                      "%u accounts won: get the profile %s", n), n, label);
  if (effect->n_lost == n)
    return g_strdup_printf (ngettext ("%u client lost: gets the profile %s",
                                      "%u clients lost: get the profile %s", n), n, label);
  if (effect->n_won > 0)
    /* Translators: the other accounts of these were clients before */
    return g_strdup_printf (ngettext ("%u account gets the profile %s: prospects are won",
                                      "%u accounts get the profile %s: prospects are won", n),
                            n, label);
  if (effect->n_lost > 0)
    /* Translators: the other accounts of these were prospects before */
    return g_strdup_printf (ngettext ("%u account gets the profile %s: clients are lost",
                                      "%u accounts get the profile %s: clients are lost", n),
                            n, label);
  if (profile == QUAD_PROFILE_NONE)
    return g_strdup_printf (ngettext ("%u account has no profile any more",
                                      "%u accounts have no profile any more", n), n);

  return g_strdup_printf (ngettext ("%u account gets the profile %s",
                                    "%u accounts get the profile %s", n), n, label);
}

/**
 * quad_profile_get_side:
 *
 * Returns: where accounts with the profile stand
 */
QuadProfileSide
quad_profile_get_side (QuadProfile profile)
{
  switch (profile)
    {
    case QUAD_PROFILE_KEEP:
    case QUAD_PROFILE_EXPAND:
      return QUAD_PROFILE_SIDE_CLIENTS;
    case QUAD_PROFILE_ATTAIN:
    case QUAD_PROFILE_RECAPTURE:
      return QUAD_PROFILE_SIDE_PROSPECTS;
    case QUAD_PROFILE_NONE:
    case QUAD_PROFILE_JETTISON:
      return QUAD_PROFILE_SIDE_NONE;
    }

  g_return_val_if_reached (QUAD_PROFILE_SIDE_NONE);
}

/**
 * quad_placement_get_tier:
 * @tier: of the account
 * @from: the profile of the account, which says where it stands
 * @to: the profile it is given
 *
 * Where the account crosses the middle, a prospect becomes a secondary account and a client a lead:
 * the next cut of the list says more. One that contradicts its profile stands on the side of that
 * already and does not cross.
 *
 * Returns: the tier that the account has then
 */
QuadTier
quad_placement_get_tier (QuadTier    tier,
                         QuadProfile from,
                         QuadProfile to)
{
  QuadProfileSide side = quad_profile_get_side (to);

  if (side == QUAD_PROFILE_SIDE_NONE || is_on_side (tier, side))
    return tier;
  if (tier != QUAD_TIER_PARKED && quad_profile_get_side (from) == side)
    return tier;

  return side == QUAD_PROFILE_SIDE_CLIENTS ? QUAD_TIER_SECONDARY : QUAD_TIER_LEAD;
}

/**
 * quad_placement_describe:
 * @accounts: (element-type QuadAccount): those that would be placed
 * @profile: of the box
 *
 * Says in words what quad_book_place_accounts() will do, before it is done. Accounts that have the
 * profile already do not count.
 *
 * Returns: (transfer full) (nullable): a translated sentence, %NULL when nothing would change
 */
char *
quad_placement_describe (GPtrArray   *accounts,
                         QuadProfile  profile)
{
  Effect effect = { 0 };

  g_return_val_if_fail (accounts != NULL, NULL);

  for (guint i = 0; i < accounts->len; i++)
    add_effect (&effect, g_ptr_array_index (accounts, i), profile);

  if (effect.n == 0)
    return NULL;

  return effect.n == 1 ? describe_one (&effect, profile) : describe_many (&effect, profile);
}
