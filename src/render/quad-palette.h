/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "quad-enums.h"

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
} QuadPaletteKind;

#define QUAD_N_PALETTES (QUAD_PALETTE_PRINT + 1)

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
  QuadColor box[QUAD_N_TIERS];
  QuadColor box_border[QUAD_N_TIERS];
  QuadColor box_hover[QUAD_N_TIERS];        /* border, and faintly the wash, of a drop target */
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
  QuadColor profile_text;                   /* the letter on the badge, words on box_hover */
} QuadPalette;

/* How much of box_hover is mixed into the box that takes a drop. */
#define QUAD_PALETTE_HOVER_WASH 0.10

const QuadPalette *quad_palette_get         (QuadPaletteKind   kind);
double             quad_color_get_contrast  (const QuadColor  *a,
                                             const QuadColor  *b);
QuadColor          quad_color_mix           (const QuadColor  *over,
                                             const QuadColor  *under,
                                             double            share);

G_END_DECLS
