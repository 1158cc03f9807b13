/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "quad-lens.h"

G_BEGIN_DECLS

typedef struct
{
  double red, green, blue, alpha;   /* 0 to 1, sRGB, not premultiplied */
} QuadColor;

typedef enum
{
  QUAD_PALETTE_LIGHT,
  QUAD_PALETTE_DARK,
  QUAD_PALETTE_HIGH_CONTRAST,
  QUAD_PALETTE_PRINT,
  QUAD_PALETTE_HIGH_CONTRAST_DARK,
} QuadPaletteKind;

#define QUAD_N_PALETTES (QUAD_PALETTE_HIGH_CONTRAST_DARK + 1)

/* The tints of boxes: those of the tiers by #QuadTier, then those of the profiles. */
#define QUAD_TINT_EXPAND    QUAD_N_TIERS
#define QUAD_TINT_KEEP      (QUAD_N_TIERS + 1)
#define QUAD_TINT_ATTAIN    (QUAD_N_TIERS + 2)
#define QUAD_TINT_RECAPTURE (QUAD_N_TIERS + 3)
#define QUAD_N_TINTS        (QUAD_N_TIERS + 4)

/* Colours for the most frequent values of a field, and which stands for all others and for none. */
#define QUAD_N_CATEGORIES   8
#define QUAD_CATEGORY_OTHER QUAD_N_CATEGORIES
#define QUAD_CATEGORY_NONE  (QUAD_N_CATEGORIES + 1)

/**
 * QuadPalette:
 *
 * Every colour of the chart by its use. Text reaches 4.5:1 on everything it can stand on, graphics
 * that carry meaning 3:1. No meaning is carried by colour alone: badges have letters, verdicts a
 * sign and words.
 */
typedef struct
{
  QuadColor background;                     /* around the boxes */
  QuadColor box[QUAD_N_TINTS];
  QuadColor box_border[QUAD_N_TINTS];
  QuadColor box_hover[QUAD_N_TINTS];        /* border, and faintly the wash, of a drop target */
  QuadColor card;
  QuadColor card_border;
  QuadColor card_shadow;
  QuadColor card_selected;                  /* fill of a selected card */
  QuadColor accent;                         /* focus ring, selection border */
  QuadColor track;                          /* the empty part of a bar */
  QuadColor rule;                           /* thin lines between rows */
  QuadColor text;
  QuadColor text_dim;
  QuadColor good;                           /* a figure that keeps the rule of thumb */
  QuadColor warning;                        /* one that does not */
  QuadColor profile[QUAD_N_PROFILES];       /* letter badge and bar */
  QuadColor category[QUAD_N_CATEGORIES];    /* as the profiles, by the value of a field */
  QuadColor category_other;
  QuadColor category_none;
  QuadColor profile_text;                   /* the letter on the badge, words on box_hover and in
                                             * bubbles */
} QuadPalette;

/* How much of box_hover is mixed into the box that takes a drop. */
#define QUAD_PALETTE_HOVER_WASH 0.10

const QuadPalette *quad_palette_get         (QuadPaletteKind   kind);
guint              quad_palette_get_tint    (QuadLens          lens,
                                             guint             box);
double             quad_color_get_contrast  (const QuadColor  *a,
                                             const QuadColor  *b);
QuadColor          quad_color_mix           (const QuadColor  *over,
                                             const QuadColor  *under,
                                             double            share);

G_END_DECLS
