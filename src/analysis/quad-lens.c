/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-analysis"

#include "quad-lens.h"

#include "quad-i18n.h"
#include "quad-move.h"

static const QuadEnumInfo lenses[] = {
  [QUAD_LENS_TIERS] = { "tiers", N_("Tiers"), N_("Tiers"), "" },
  /* Translators: Keep, Attain, Recapture, Expand; a name that stays as it is */
  [QUAD_LENS_KARE] = { "kare", N_("KARE"), N_("KARE"), "" },
};

const QuadWords quad_lens_words = { lenses, G_N_ELEMENTS (lenses) };

G_STATIC_ASSERT (G_N_ELEMENTS (lenses) == QUAD_N_LENSES);

/* By box. Those off the chart and in the strip share no profile of their own. */
static const QuadProfile box_profiles[QUAD_N_BOXES] = {
  [QUAD_BOX_CLIENTS_ABOVE] = QUAD_PROFILE_EXPAND,
  [QUAD_BOX_CLIENTS_BELOW] = QUAD_PROFILE_KEEP,
  [QUAD_BOX_PROSPECTS_ABOVE] = QUAD_PROFILE_ATTAIN,
  [QUAD_BOX_PROSPECTS_BELOW] = QUAD_PROFILE_RECAPTURE,
};

/* By profile. */
static const guint profile_boxes[QUAD_N_PROFILES] = {
  [QUAD_PROFILE_NONE] = QUAD_BOX_STRIP,
  [QUAD_PROFILE_KEEP] = QUAD_BOX_CLIENTS_BELOW,
  [QUAD_PROFILE_ATTAIN] = QUAD_BOX_PROSPECTS_ABOVE,
  [QUAD_PROFILE_RECAPTURE] = QUAD_BOX_PROSPECTS_BELOW,
  [QUAD_PROFILE_EXPAND] = QUAD_BOX_CLIENTS_ABOVE,
  [QUAD_PROFILE_JETTISON] = QUAD_BOX_OFF,
};

static guint
find_box (QuadLens    lens,
          QuadTier    tier,
          QuadProfile profile)
{
  if (tier == QUAD_TIER_PARKED)
    return QUAD_BOX_OFF;

  return lens == QUAD_LENS_TIERS ? (guint) tier : profile_boxes[profile];
}

/**
 * quad_lens_get_label:
 * @lens: a lens
 *
 * Returns: (transfer none): "Tiers", for a switch
 */
const char *
quad_lens_get_label (QuadLens lens)
{
  g_return_val_if_fail (lens < QUAD_N_LENSES, NULL);

  return _(lenses[lens].label);
}

/**
 * quad_lens_has_box:
 * @lens: a lens
 * @box: a #QuadBox
 *
 * Returns: whether the chart shows the box in this lens
 */
gboolean
quad_lens_has_box (QuadLens lens,
                   guint    box)
{
  return box < QUAD_BOX_OFF || (lens == QUAD_LENS_KARE && box == QUAD_BOX_STRIP);
}

/**
 * quad_lens_find_box:
 * @lens: a lens
 * @account: an account
 *
 * Returns: the #QuadBox that the account is in
 */
guint
quad_lens_find_box (QuadLens     lens,
                    QuadAccount *account)
{
  g_return_val_if_fail (QUAD_IS_ACCOUNT (account), QUAD_BOX_OFF);

  return find_box (lens, quad_account_get_tier (account), quad_account_get_profile (account));
}

/**
 * quad_lens_find_planned:
 * @lens: a lens
 * @account: an account
 * @tier: that is planned for it
 *
 * Returns: the #QuadBox that the account will be in, with what the move itself does to the profile
 */
guint
quad_lens_find_planned (QuadLens     lens,
                        QuadAccount *account,
                        QuadTier     tier)
{
  QuadProfile profile;

  g_return_val_if_fail (QUAD_IS_ACCOUNT (account), QUAD_BOX_OFF);

  profile = quad_move_get_profile (quad_account_get_tier (account), tier,
                                   quad_account_get_profile (account));

  return find_box (lens, tier, profile);
}

/**
 * quad_lens_find_nick:
 * @lens: a lens
 * @nick: of a tier, or in the KARE lens of a profile
 * @box: (out): its #QuadBox
 *
 * Returns: %FALSE when no box is called so
 */
gboolean
quad_lens_find_nick (QuadLens    lens,
                     const char *nick,
                     guint      *box)
{
  guint value;

  g_return_val_if_fail (nick != NULL && box != NULL, FALSE);

  if (!quad_words_parse (lens == QUAD_LENS_TIERS ? &quad_tier_words : &quad_profile_words, nick,
                         &value))
    return FALSE;

  *box = lens == QUAD_LENS_TIERS ? value : profile_boxes[value];

  return TRUE;
}

/**
 * quad_lens_get_nick:
 * @lens: a lens
 * @box: a #QuadBox that the lens shows
 *
 * Returns: (transfer none): the nick of its tier or profile, for actions
 */
const char *
quad_lens_get_nick (QuadLens lens,
                    guint    box)
{
  g_return_val_if_fail (quad_lens_has_box (lens, box), NULL);

  return lens == QUAD_LENS_TIERS ? quad_tier_get_nick (box)
                                 : quad_profile_get_nick (box_profiles[box]);
}

/**
 * quad_lens_get_title:
 * @lens: a lens
 * @box: a #QuadBox that the lens shows
 * @names: (nullable): of profiles and tiers
 *
 * Returns: (transfer none): "Key accounts", "Expand"
 */
const char *
quad_lens_get_title (QuadLens         lens,
                     guint            box,
                     const QuadNames *names)
{
  g_return_val_if_fail (quad_lens_has_box (lens, box), NULL);

  if (lens == QUAD_LENS_TIERS)
    return quad_names_get_box (names, box);
  if (box == QUAD_BOX_STRIP)
    return _("No profile yet");

  return quad_names_get_profile (names, box_profiles[box]);
}

/**
 * quad_lens_get_profile:
 * @lens: a lens
 * @box: a #QuadBox
 *
 * Returns: the profile that the box stands for, %QUAD_PROFILE_NONE for all others
 */
QuadProfile
quad_lens_get_profile (QuadLens lens,
                       guint    box)
{
  g_return_val_if_fail (box < QUAD_N_BOXES, QUAD_PROFILE_NONE);

  return lens == QUAD_LENS_KARE ? box_profiles[box] : QUAD_PROFILE_NONE;
}

/**
 * quad_box_is_client:
 * @box: a #QuadBox
 *
 * Returns: whether it is on the side of the clients
 */
gboolean
quad_box_is_client (guint box)
{
  return box == QUAD_BOX_CLIENTS_ABOVE || box == QUAD_BOX_CLIENTS_BELOW;
}
