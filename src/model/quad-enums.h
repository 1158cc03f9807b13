/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * QuadTier:
 *
 * The box of the account list chart. Every account has exactly one. Source: product.md section 1.
 */
typedef enum
{
  QUAD_TIER_KEY,
  QUAD_TIER_SECONDARY,
  QUAD_TIER_IDEAL,
  QUAD_TIER_LEAD,
  QUAD_TIER_PARKED,
} QuadTier;

#define QUAD_N_TIERS       (QUAD_TIER_PARKED + 1)
#define QUAD_N_CHART_TIERS (QUAD_TIER_LEAD + 1)

/**
 * QuadProfile:
 *
 * The KARE profile, which says what to do. Independent of the tier. Source: product.md section 1.
 */
typedef enum
{
  QUAD_PROFILE_NONE,
  QUAD_PROFILE_KEEP,
  QUAD_PROFILE_ATTAIN,
  QUAD_PROFILE_RECAPTURE,
  QUAD_PROFILE_EXPAND,
  QUAD_PROFILE_JETTISON,
} QuadProfile;

#define QUAD_N_PROFILES (QUAD_PROFILE_JETTISON + 1)

/**
 * QuadTouchKind:
 *
 * What a logged touch was. Source: product.md section 2.
 */
typedef enum
{
  QUAD_TOUCH_CALL,
  QUAD_TOUCH_MEETING,
  QUAD_TOUCH_EMAIL,
  QUAD_TOUCH_VISIT,
  QUAD_TOUCH_FIRE,
} QuadTouchKind;

#define QUAD_N_TOUCH_KINDS (QUAD_TOUCH_FIRE + 1)

/**
 * QuadEnumInfo:
 * @nick: the word in the book, on the command line and in files: "key"; never translated
 * @label: one of them, on screen: "Key account"
 * @plural: the box or group of them, on screen: "Key accounts"
 * @letter: the letter that marks a profile: "K"; "" for the others
 *
 * The words of one value. The strings on screen are marked for translation. What tiers and profiles
 * are called on screen is for #QuadNames to say, because an organisation may name them.
 */
typedef struct
{
  const char *nick;
  const char *label;
  const char *plural;
  const char *letter;
} QuadEnumInfo;

/**
 * QuadWords:
 *
 * The words of every value of one enumeration, in the order of the values.
 */
typedef struct
{
  const QuadEnumInfo *values;
  guint               n_values;
} QuadWords;

extern const QuadWords quad_tier_words;
extern const QuadWords quad_profile_words;
extern const QuadWords quad_touch_words;

gboolean    quad_words_parse        (const QuadWords *words,
                                     const char      *nick,
                                     guint           *value);

const char *quad_tier_get_nick      (QuadTier         tier);
gboolean    quad_tier_is_client     (QuadTier         tier);
gboolean    quad_tier_is_prospect   (QuadTier         tier);

const char *quad_profile_get_nick   (QuadProfile      profile);
const char *quad_profile_get_letter (QuadProfile      profile);

const char *quad_touch_get_label    (QuadTouchKind    kind);

G_END_DECLS
