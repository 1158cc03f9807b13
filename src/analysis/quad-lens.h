/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quad-account.h"
#include "quad-names.h"

G_BEGIN_DECLS

/**
 * QuadLens:
 * @QUAD_LENS_TIERS: the boxes are the tiers
 * @QUAD_LENS_KARE: the boxes are the profiles, Expand above Keep, Attain above Recapture
 *
 * What the boxes of the chart stand for: two ways to look at one list. Source: product.md
 * section 1.
 */
typedef enum
{
  QUAD_LENS_TIERS,
  QUAD_LENS_KARE,
} QuadLens;

#define QUAD_N_LENSES (QUAD_LENS_KARE + 1)

extern const QuadWords quad_lens_words;

/**
 * QuadBox:
 *
 * A box of the chart by its place, the same in every lens. The first four are side by side, clients
 * left and prospects right. In the lens of the tiers a box has the number of its tier, so that a
 * #QuadTier can stand for it.
 */
typedef enum
{
  QUAD_BOX_CLIENTS_ABOVE,       /* Key; Expand */
  QUAD_BOX_CLIENTS_BELOW,       /* Secondary; Keep */
  QUAD_BOX_PROSPECTS_ABOVE,     /* Ideal; Attain */
  QUAD_BOX_PROSPECTS_BELOW,     /* Lead; Recapture */
  QUAD_BOX_OFF,                 /* not on the chart: parked; in the KARE lens jettison, too */
  QUAD_BOX_STRIP,               /* KARE: those without a profile; never of a tier */
} QuadBox;

#define QUAD_N_BOXES (QUAD_BOX_STRIP + 1)

/* Functions take a #QuadBox as a number, which a #QuadTier is, too. */
const char *quad_lens_get_label       (QuadLens     lens);
gboolean    quad_lens_has_box         (QuadLens     lens,
                                       guint        box);
guint       quad_lens_find_box        (QuadLens     lens,
                                       QuadAccount *account);
guint       quad_lens_find_planned    (QuadLens     lens,
                                       QuadAccount *account,
                                       QuadTier     tier);
gboolean    quad_lens_find_nick       (QuadLens     lens,
                                       const char  *nick,
                                       guint       *box);
const char *quad_lens_get_nick        (QuadLens     lens,
                                       guint        box);
const char *quad_lens_get_title       (QuadLens         lens,
                                       guint            box,
                                       const QuadNames *names);
QuadProfile quad_lens_get_profile     (QuadLens     lens,
                                       guint        box);
gboolean    quad_box_is_client        (guint        box);

G_END_DECLS
