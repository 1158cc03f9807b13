/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-analysis"

#include "quad-drop.h"

#include "quad-i18n.h"
#include "quad-move.h"

/* What a drop on a box means: in the lens of the tiers a move, in the KARE lens a profile, and
 * across the middle a move as well. */

typedef enum
{
  CROSS_NOT,
  CROSS_WON,
  CROSS_LOST,
  CROSS_RETURNED,
} Cross;

/* In the KARE lens a box says on which side an account is, not in which tier: where that changes,
 * it begins in the lower one. */
static QuadTier
get_kare_tier (guint    box,
               QuadTier from)
{
  if (box >= QUAD_BOX_OFF)
    return from;
  if (quad_box_is_client (box))
    return quad_tier_is_client (from) ? from : QUAD_TIER_SECONDARY;

  return quad_tier_is_prospect (from) ? from : QUAD_TIER_LEAD;
}

static Cross
get_cross (QuadTier from,
           QuadTier to)
{
  switch (quad_move_get_kind (from, to))
    {
    case QUAD_MOVE_WON:
      return CROSS_WON;
    case QUAD_MOVE_LOST:
      return CROSS_LOST;
    case QUAD_MOVE_RETURNED:
      return CROSS_RETURNED;
    case QUAD_MOVE_NONE:
    case QUAD_MOVE_QUALIFIED:
    case QUAD_MOVE_REQUALIFY:
    case QUAD_MOVE_PROMOTED:
    case QUAD_MOVE_DEMOTED:
    case QUAD_MOVE_PARKED:
      return CROSS_NOT;
    }

  g_return_val_if_reached (CROSS_NOT);
}

/**
 * quad_drop_find_target:
 * @lens: what the boxes stand for
 * @box: a #QuadBox
 * @from: the tier of what is dropped on it
 * @had: the profile of it
 * @tier: (out): that it is to have then
 * @profile: (out): that it is to have then
 *
 * Says where a drop leads. On %QUAD_BOX_OFF an account is parked, in every lens. In the KARE lens
 * a prospect that becomes a client begins as a Secondary account, and a client that is lost as a
 * Lead to qualify; the strip takes the profile away.
 *
 * Source: product.md section 3.
 */
void
quad_drop_find_target (QuadLens     lens,
                       guint        box,
                       QuadTier     from,
                       QuadProfile  had,
                       QuadTier    *tier,
                       QuadProfile *profile)
{
  g_return_if_fail (box < QUAD_N_BOXES && tier != NULL && profile != NULL);

  if (lens == QUAD_LENS_TIERS || box == QUAD_BOX_OFF)
    {
      *tier = box == QUAD_BOX_STRIP ? from : (QuadTier) box;
      *profile = quad_move_get_profile (from, *tier, had);
      return;
    }

  *tier = get_kare_tier (box, from);
  *profile = quad_lens_get_profile (lens, box);

  /* What is parked has no profile and stays parked. */
  if (*tier == QUAD_TIER_PARKED)
    *profile = QUAD_PROFILE_NONE;
}

/**
 * quad_drop_get_target:
 * @account: what is dropped on the box
 *
 * As quad_drop_find_target().
 */
void
quad_drop_get_target (QuadLens     lens,
                      guint        box,
                      QuadAccount *account,
                      QuadTier    *tier,
                      QuadProfile *profile)
{
  g_return_if_fail (QUAD_IS_ACCOUNT (account));

  quad_drop_find_target (lens, box, quad_account_get_tier (account),
                         quad_account_get_profile (account), tier, profile);
}

/* To a tier with a name that the organisation gave it. */
static char *
describe_own (Cross       cross,
              const char *tier,
              const char *profile)
{
  if (cross == CROSS_WON)
    /* Translators: a tier and a profile, here and below */
    return g_strdup_printf (_("Won: moves to %s with the profile %s"), tier, profile);
  if (cross == CROSS_LOST)
    return g_strdup_printf (_("Lost client: moves to %s with the profile %s"), tier, profile);

  return g_strdup_printf (_("Back on the chart: moves to %s with the profile %s"), tier, profile);
}

static char *
describe_one (QuadAccount     *account,
              QuadTier         to,
              QuadProfile      profile,
              const QuadNames *names)
{
  const char *label = quad_names_get_profile (names, profile);
  const char *own = quad_names_get_own_box (names, to);
  Cross cross = get_cross (quad_account_get_tier (account), to);

  if (cross != CROSS_NOT && own != NULL)
    return describe_own (cross, own, label);

  switch (cross)
    {
    case CROSS_WON:
      /* Translators: %s is a profile: "Keep" */
      return g_strdup_printf (_("Won: becomes a Secondary account with the profile %s"), label);
    case CROSS_LOST:
      /* Translators: %s is a profile: "Recapture" */
      return g_strdup_printf (_("Lost client: becomes a Lead to qualify with the profile %s"),
                              label);
    case CROSS_RETURNED:
      if (quad_tier_is_client (to))
        /* Translators: %s is a profile: "Keep" */
        return g_strdup_printf (_("Back on the chart: becomes a Secondary account with the profile "
                                  "%s"), label);
      /* Translators: %s is a profile: "Attain" */
      return g_strdup_printf (_("Back on the chart: becomes a Lead to qualify with the profile "
                                "%s"), label);
    case CROSS_NOT:
      break;
    }

  if (profile == QUAD_PROFILE_NONE)
    return g_strdup (_("Loses its profile"));
  if (quad_account_get_profile (account) == QUAD_PROFILE_JETTISON)
    /* Translators: an account that was to be let go; %s is a profile: "Keep" */
    return g_strdup_printf (_("Turned around: gets the profile %s"), label);

  /* Translators: %s is a profile: "Keep" */
  return g_strdup_printf (_("Gets the profile %s"), label);
}

static char *
describe_many (guint       n,
               guint       n_won,
               guint       n_lost,
               const char *label)
{
  if (label == NULL)
    return g_strdup_printf (ngettext ("%u account loses its profile",
                                      "%u accounts lose their profile", n), n);
  if (n_won == n)
    /* Translators: the number is of accounts; %s is a profile */
    return g_strdup_printf (ngettext ("%u account won: gets the profile %s",
                                      "%u accounts won: get the profile %s", n), n, label);
  if (n_lost == n)
    /* Translators: the number is of clients; %s is a profile */
    return g_strdup_printf (ngettext ("%u client lost: gets the profile %s",
                                      "%u clients lost: get the profile %s", n), n, label);
  if (n_won > 0)
    /* Translators: the number is of accounts; %s is a profile */
    return g_strdup_printf (ngettext ("%u account gets the profile %s, and prospects are won",
                                      "%u accounts get the profile %s, and prospects are won",
                                      n), n, label);
  if (n_lost > 0)
    /* Translators: the number is of accounts; %s is a profile */
    return g_strdup_printf (ngettext ("%u account gets the profile %s, and clients are lost",
                                      "%u accounts get the profile %s, and clients are lost",
                                      n), n, label);

  /* Translators: the number is of accounts; %s is a profile */
  return g_strdup_printf (ngettext ("%u account gets the profile %s",
                                    "%u accounts get the profile %s", n), n, label);
}

/* In the KARE lens, on a box of the chart. */
static char *
describe_kare (guint            box,
               GPtrArray       *accounts,
               const QuadNames *names)
{
  g_autofree char *words = NULL;
  QuadProfile profile = quad_lens_get_profile (QUAD_LENS_KARE, box);
  guint n = 0, n_won = 0, n_lost = 0;

  for (guint i = 0; i < accounts->len; i++)
    {
      QuadAccount *account = g_ptr_array_index (accounts, i);
      QuadTier from = quad_account_get_tier (account);
      QuadProfile target;
      QuadTier to;
      Cross cross;

      quad_drop_get_target (QUAD_LENS_KARE, box, account, &to, &target);
      if (to == from && target == quad_account_get_profile (account))
        continue;

      cross = get_cross (from, to);
      n_won += cross == CROSS_WON;
      n_lost += cross == CROSS_LOST;
      if (n++ == 0)
        words = describe_one (account, to, target, names);
    }

  if (n <= 1)
    return g_steal_pointer (&words);

  return describe_many (n, n_won, n_lost, profile != QUAD_PROFILE_NONE
                                            ? quad_names_get_profile (names, profile) : NULL);
}

/**
 * quad_drop_describe:
 * @lens: what the boxes stand for
 * @box: a #QuadBox; %QUAD_BOX_OFF is the shelf of those that are parked
 * @accounts: (element-type QuadAccount): what is dropped on it
 * @names: (nullable): of profiles and tiers
 *
 * Says in words what a drop will do, before it is done. Accounts for which it does nothing do not
 * count.
 *
 * Returns: (transfer full) (nullable): a translated sentence, %NULL when nothing would change
 */
char *
quad_drop_describe (QuadLens         lens,
                    guint            box,
                    GPtrArray       *accounts,
                    const QuadNames *names)
{
  g_return_val_if_fail (box < QUAD_N_BOXES && accounts != NULL, NULL);

  if (lens == QUAD_LENS_KARE && box != QUAD_BOX_OFF)
    return describe_kare (box, accounts, names);

  return box == QUAD_BOX_STRIP ? NULL : quad_move_describe (accounts, box, names);
}
