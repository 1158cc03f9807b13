/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-model"

#include "quad-enums.h"

#include <string.h>

#include "quad-i18n.h"

static const QuadEnumInfo tiers[] = {
  [QUAD_TIER_KEY] = { "key", N_("Key account"), N_("Key accounts"), "" },
  [QUAD_TIER_SECONDARY] = { "secondary", N_("Secondary account"), N_("Secondary accounts"), "" },
  [QUAD_TIER_IDEAL] = { "ideal", N_("Ideal client"), N_("Ideal clients"), "" },
  [QUAD_TIER_LEAD] = { "lead", N_("Lead to qualify"), N_("Leads to qualify"), "" },
  [QUAD_TIER_PARKED] = { "parked", N_("Parked account"), N_("Parked accounts"), "" },
};

/* The letters stand for the words of the method and stay as they are in every language. */
static const QuadEnumInfo profiles[] = {
  [QUAD_PROFILE_NONE] = { "none", N_("No profile"), N_("No profile"), "" },
  [QUAD_PROFILE_KEEP] = { "keep", N_("Keep"), N_("Keep"), "K" },
  [QUAD_PROFILE_ATTAIN] = { "attain", N_("Attain"), N_("Attain"), "A" },
  [QUAD_PROFILE_RECAPTURE] = { "recapture", N_("Recapture"), N_("Recapture"), "R" },
  [QUAD_PROFILE_EXPAND] = { "expand", N_("Expand"), N_("Expand"), "E" },
  [QUAD_PROFILE_JETTISON] = { "jettison", N_("Jettison"), N_("Jettison"), "J" },
};

static const QuadEnumInfo touches[] = {
  [QUAD_TOUCH_CALL] = { "call", N_("Call"), N_("Calls"), "" },
  [QUAD_TOUCH_MEETING] = { "meeting", N_("Meeting"), N_("Meetings"), "" },
  [QUAD_TOUCH_EMAIL] = { "email", N_("E-mail"), N_("E-mails"), "" },
  [QUAD_TOUCH_VISIT] = { "visit", N_("Visit"), N_("Visits"), "" },
  /* Translators: a touch that put out a fire: an urgent problem of the client */
  [QUAD_TOUCH_FIRE] = { "fire", N_("Fire"), N_("Fires"), "" },
};

const QuadWords quad_tier_words = { tiers, G_N_ELEMENTS (tiers) };
const QuadWords quad_profile_words = { profiles, G_N_ELEMENTS (profiles) };
const QuadWords quad_touch_words = { touches, G_N_ELEMENTS (touches) };

G_STATIC_ASSERT (G_N_ELEMENTS (tiers) == QUAD_N_TIERS);
G_STATIC_ASSERT (G_N_ELEMENTS (profiles) == QUAD_N_PROFILES);
G_STATIC_ASSERT (G_N_ELEMENTS (touches) == QUAD_N_TOUCH_KINDS);

/**
 * quad_words_parse:
 * @nick: (nullable): the word as it stands in the book or on the command line
 * @value: (out): the value that it means
 *
 * Returns: whether there is such a word
 */
gboolean
quad_words_parse (const QuadWords *words,
                  const char      *nick,
                  guint           *value)
{
  g_return_val_if_fail (words != NULL && value != NULL, FALSE);

  if (nick == NULL)
    return FALSE;
  for (guint i = 0; i < words->n_values; i++)
    if (strcmp (words->values[i].nick, nick) == 0)
      {
        *value = i;
        return TRUE;
      }
  return FALSE;
}

static const QuadEnumInfo *
get_info (const QuadWords *words,
          guint            value)
{
  g_return_val_if_fail (value < words->n_values, &words->values[0]);

  return &words->values[value];
}

const char *
quad_tier_get_nick (QuadTier tier)
{
  return get_info (&quad_tier_words, tier)->nick;
}

gboolean
quad_tier_is_client (QuadTier tier)
{
  return tier == QUAD_TIER_KEY || tier == QUAD_TIER_SECONDARY;
}

gboolean
quad_tier_is_prospect (QuadTier tier)
{
  return tier == QUAD_TIER_IDEAL || tier == QUAD_TIER_LEAD;
}

const char *
quad_profile_get_nick (QuadProfile profile)
{
  return get_info (&quad_profile_words, profile)->nick;
}

/**
 * quad_profile_get_letter:
 *
 * Returns: (transfer none): "K", "A", "R", "E", "J", or "" for no profile
 */
const char *
quad_profile_get_letter (QuadProfile profile)
{
  return get_info (&quad_profile_words, profile)->letter;
}

const char *
quad_touch_get_label (QuadTouchKind kind)
{
  return _(get_info (&quad_touch_words, kind)->label);
}
