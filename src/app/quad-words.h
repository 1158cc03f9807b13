/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quad-account.h"
#include "quad-figures.h"
#include "quad-fit.h"
#include "quad-names.h"

G_BEGIN_DECLS

/* Sentences of the window that several of its parts say. */

const char *quad_words_get_tier_short   (QuadTier            tier,
                                         const QuadNames    *names);
char       *quad_words_describe_account (QuadAccount        *account,
                                         const QuadNames    *names);
char       *quad_words_describe_sum     (GPtrArray          *accounts,
                                         const QuadCurrency *currency);
char       *quad_words_describe_move    (const char         *name,
                                         QuadTier            from,
                                         QuadTier            to,
                                         const QuadNames    *names);
char       *quad_words_describe_moves   (guint               n_accounts,
                                         QuadTier            to,
                                         const QuadNames    *names);
char       *quad_words_describe_profile (GPtrArray          *accounts,
                                         QuadProfile         profile,
                                         const QuadNames    *names);
char       *quad_words_describe_fit     (const QuadFit      *fit);
double      quad_words_get_share        (QuadAccount        *account,
                                         const QuadFigures  *figures);

G_END_DECLS
