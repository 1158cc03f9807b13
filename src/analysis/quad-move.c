/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "quad-move.h"

#include "quad-i18n.h"

/* Translators: each of these is a whole sentence, shown before a move is made. */
static const char *const won_sentences[QUAD_N_TIERS] = {
  [QUAD_TIER_KEY] = N_("Won: becomes a Key account"),
  [QUAD_TIER_SECONDARY] = N_("Won: becomes a Secondary account"),
};

static const char *const lost_sentences[QUAD_N_TIERS] = {
  [QUAD_TIER_IDEAL] = N_("Lost client: becomes an Ideal client"),
  [QUAD_TIER_LEAD] = N_("Lost client: becomes a Lead to qualify"),
};

static const char *const returned_sentences[QUAD_N_TIERS] = {
  [QUAD_TIER_KEY] = N_("Back on the chart: becomes a Key account"),
  [QUAD_TIER_SECONDARY] = N_("Back on the chart: becomes a Secondary account"),
  [QUAD_TIER_IDEAL] = N_("Back on the chart: becomes an Ideal client"),
  [QUAD_TIER_LEAD] = N_("Back on the chart: becomes a Lead to qualify"),
};

static const char *
get_sentence (QuadMoveKind kind,
              QuadTier     to)
{
  switch (kind)
    {
    case QUAD_MOVE_NONE:
      return NULL;
    case QUAD_MOVE_QUALIFIED:
      return N_("Qualified: becomes an Ideal client");
    case QUAD_MOVE_REQUALIFY:
      return N_("Back to qualifying: becomes a Lead to qualify");
    case QUAD_MOVE_WON:
      return won_sentences[to];
    case QUAD_MOVE_PROMOTED:
      return N_("Promoted to Key account");
    case QUAD_MOVE_DEMOTED:
      return N_("Demoted to Secondary account");
    case QUAD_MOVE_LOST:
      return lost_sentences[to];
    case QUAD_MOVE_PARKED:
      return N_("Parked: leaves the chart");
    case QUAD_MOVE_RETURNED:
      return returned_sentences[to];
    }

  g_return_val_if_reached (NULL);
}

/* Several accounts that are all won or all lost. */
static char *
describe_many_alike (guint        n,
                     QuadMoveKind kind,
                     QuadTier     to)
{
  if (kind == QUAD_MOVE_WON && to == QUAD_TIER_KEY)
    return g_strdup_printf (ngettext ("%u account won: becomes a Key account",
                                      "%u accounts won: become Key accounts", n), n);
  if (kind == QUAD_MOVE_WON)
    return g_strdup_printf (ngettext ("%u account won: becomes a Secondary account",
                                      "%u accounts won: become Secondary accounts", n), n);
  if (kind == QUAD_MOVE_LOST && to == QUAD_TIER_IDEAL)
    return g_strdup_printf (ngettext ("%u client lost: becomes an Ideal client",
                                      "%u clients lost: become Ideal clients", n), n);
  if (kind == QUAD_MOVE_LOST)
    return g_strdup_printf (ngettext ("%u client lost: becomes a Lead to qualify",
                                      "%u clients lost: become Leads to qualify", n), n);

  return NULL;
}

static char *
describe_many (guint    n,
               QuadTier to)
{
  switch (to)
    {
    case QUAD_TIER_KEY:
      return g_strdup_printf (ngettext ("%u account becomes a Key account",
                                        "%u accounts become Key accounts", n), n);
    case QUAD_TIER_SECONDARY:
      return g_strdup_printf (ngettext ("%u account becomes a Secondary account",
                                        "%u accounts become Secondary accounts", n), n);
    case QUAD_TIER_IDEAL:
      return g_strdup_printf (ngettext ("%u account becomes an Ideal client",
                                        "%u accounts become Ideal clients", n), n);
    case QUAD_TIER_LEAD:
      return g_strdup_printf (ngettext ("%u account becomes a Lead to qualify",
                                        "%u accounts become Leads to qualify", n), n);
    case QUAD_TIER_PARKED:
      return g_strdup_printf (ngettext ("%u account parked: leaves the chart",
                                        "%u accounts parked: leave the chart", n), n);
    }

  g_return_val_if_reached (NULL);
}

/* To a tier with a name that the organisation gave it, which has no article and no plural. */
static char *
describe_own (guint         n,
              QuadMoveKind  kind,
              const char   *name)
{
  if (kind == QUAD_MOVE_WON)
    /* Translators: %s is the name of a tier, here and below */
    return n == 1 ? g_strdup_printf (_("Won: moves to %s"), name)
                  : g_strdup_printf (ngettext ("%u account won: moves to %s",
                                               "%u accounts won: move to %s", n), n, name);
  if (kind == QUAD_MOVE_LOST)
    return n == 1 ? g_strdup_printf (_("Lost client: moves to %s"), name)
                  : g_strdup_printf (ngettext ("%u client lost: moves to %s",
                                               "%u clients lost: move to %s", n), n, name);
  if (n > 1)
    return g_strdup_printf (ngettext ("%u account moves to %s", "%u accounts move to %s", n), n,
                            name);
  if (kind == QUAD_MOVE_RETURNED)
    return g_strdup_printf (_("Back on the chart: moves to %s"), name);

  return g_strdup_printf (_("Moves to %s"), name);
}

/**
 * quad_move_get_kind:
 *
 * Returns: what a move from @from to @to means
 *
 * Source: product.md section 3.
 */
QuadMoveKind
quad_move_get_kind (QuadTier from,
                    QuadTier to)
{
  if (from == to)
    return QUAD_MOVE_NONE;
  if (to == QUAD_TIER_PARKED)
    return QUAD_MOVE_PARKED;
  if (from == QUAD_TIER_PARKED)
    return QUAD_MOVE_RETURNED;
  if (quad_tier_is_prospect (from) && quad_tier_is_client (to))
    return QUAD_MOVE_WON;
  if (quad_tier_is_client (from) && quad_tier_is_prospect (to))
    return QUAD_MOVE_LOST;

  switch (to)
    {
    case QUAD_TIER_KEY:
      return QUAD_MOVE_PROMOTED;
    case QUAD_TIER_SECONDARY:
      return QUAD_MOVE_DEMOTED;
    case QUAD_TIER_IDEAL:
      return QUAD_MOVE_QUALIFIED;
    case QUAD_TIER_LEAD:
      return QUAD_MOVE_REQUALIFY;
    case QUAD_TIER_PARKED:
      break;
    }

  g_return_val_if_reached (QUAD_MOVE_NONE);
}

/**
 * quad_move_get_profile:
 * @from: the tier before
 * @to: the tier after
 * @profile: before
 *
 * Returns: the profile that the move leaves the account with
 *
 * Source: product.md section 3.
 */
QuadProfile
quad_move_get_profile (QuadTier    from,
                       QuadTier    to,
                       QuadProfile profile)
{
  if (from == to)
    return profile;
  if (to == QUAD_TIER_PARKED)
    return QUAD_PROFILE_NONE;
  if (quad_tier_is_client (from) && quad_tier_is_prospect (to))
    return QUAD_PROFILE_RECAPTURE;
  if (!quad_tier_is_client (from) && quad_tier_is_client (to)
      && (profile == QUAD_PROFILE_ATTAIN || profile == QUAD_PROFILE_RECAPTURE))
    return QUAD_PROFILE_KEEP;

  return profile;
}

/**
 * quad_move_describe:
 * @accounts: (element-type QuadAccount): those that would be moved
 * @tier: where to
 * @names: (nullable): of the tiers
 *
 * Says in words what a move will do, before it is done. Accounts that are in @tier already do not
 * count.
 *
 * Returns: (transfer full) (nullable): a translated sentence, %NULL when nothing would move
 */
char *
quad_move_describe (GPtrArray       *accounts,
                    QuadTier         tier,
                    const QuadNames *names)
{
  const char *own = quad_names_get_own_box (names, tier);
  QuadMoveKind kind = QUAD_MOVE_NONE;
  gboolean alike = TRUE;
  guint n = 0;

  g_return_val_if_fail (accounts != NULL, NULL);

  for (guint i = 0; i < accounts->len; i++)
    {
      QuadTier from = quad_account_get_tier (g_ptr_array_index (accounts, i));
      QuadMoveKind this_kind = quad_move_get_kind (from, tier);

      if (this_kind == QUAD_MOVE_NONE)
        continue;
      if (n > 0 && this_kind != kind)
        alike = FALSE;
      kind = this_kind;
      n++;
    }

  if (n == 0)
    return NULL;
  if (own != NULL)
    return describe_own (n, alike ? kind : QUAD_MOVE_NONE, own);
  if (n == 1)
    return g_strdup (_(get_sentence (kind, tier)));
  if (alike && (kind == QUAD_MOVE_WON || kind == QUAD_MOVE_LOST))
    return describe_many_alike (n, kind, tier);

  return describe_many (n, tier);
}
