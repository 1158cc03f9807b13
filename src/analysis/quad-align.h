/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quad-fits.h"
#include "quad-names.h"

G_BEGIN_DECLS

/**
 * QuadAlignCause:
 * @QUAD_ALIGN_MISSING: the account has no profile
 * @QUAD_ALIGN_CONTRADICTION: its profile contradicts its tier
 * @QUAD_ALIGN_BETTER: another profile fits clearly better
 */
typedef enum
{
  QUAD_ALIGN_MISSING,
  QUAD_ALIGN_CONTRADICTION,
  QUAD_ALIGN_BETTER,
} QuadAlignCause;

/**
 * QuadAlignment:
 * @account: (owned): whose profile should be looked at
 * @cause: why
 * @proposed: the profile that is proposed
 * @reason: (owned): a translated sentence: "Fits 5 of 6 traits of Expand; revenue grew from ..."
 */
typedef struct
{
  QuadAccount    *account;
  QuadAlignCause  cause;
  QuadProfile     proposed;
  char           *reason;
} QuadAlignment;

QuadAlignment *quad_align_propose  (const QuadFacts    *facts,
                                    const QuadFits     *fits,
                                    const QuadNames    *names,
                                    const QuadCurrency *currency);
void           quad_alignment_free (QuadAlignment      *alignment);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuadAlignment, quad_alignment_free)

G_END_DECLS
