/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quad-enums.h"

G_BEGIN_DECLS

/**
 * QuadTierWord:
 * @tier: the tier that a word means
 * @ever_client: whether it says that the account is or was a client
 */
typedef struct
{
  QuadTier tier;
  gboolean ever_client;
} QuadTierWord;

gboolean quad_tier_word_lookup    (const char   *text,
                                   QuadTierWord *word);
gboolean quad_profile_word_lookup (const char   *text,
                                   QuadProfile  *profile);
gboolean quad_flag_word_lookup    (const char   *text,
                                   gboolean     *flag);

G_END_DECLS
