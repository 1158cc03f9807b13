/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-palette"

#include "quad-palette.h"

#include <math.h>

/* 0xRRGGBB as people write colours, so that the tables below stay readable. */
#define RGBA(hex, a)                     \
  { ((hex) >> 16 & 0xff) / 255.0,        \
    ((hex) >> 8 & 0xff) / 255.0,         \
    ((hex) & 0xff) / 255.0,              \
    (a) }
#define RGB(hex) RGBA (hex, 1.0)

/* Tints: key, secondary, ideal, lead, parked, expand, keep, attain, recapture. Profiles: none,
 * keep, attain, recapture, expand, jettison. */
static const QuadPalette palettes[QUAD_N_PALETTES] = {
  [QUAD_PALETTE_LIGHT] = {
    .background = RGB (0xfafafa),
    .box = { RGB (0xe9f1fc), RGB (0xf1f3f5), RGB (0xf2ebf7), RGB (0xf6f4ef), RGB (0xf4f4f5),
             RGB (0xe9f5ee), RGB (0xe9f1fc), RGB (0xf2ebf7), RGB (0xfbf0e9) },
    .box_border = { RGB (0xcfdff4), RGB (0xd9dde2), RGB (0xdfd0ea), RGB (0xe2ddd0), RGB (0xdcdcde),
                    RGB (0xcce3d6), RGB (0xcfdff4), RGB (0xdfd0ea), RGB (0xeedaca) },
    .box_hover = { RGB (0x1c6bd0), RGB (0x57606c), RGB (0x813d9c), RGB (0x7a5c1e), RGB (0x6b6a73),
                   RGB (0x1a7a4c), RGB (0x1c6bd0), RGB (0x813d9c), RGB (0xb84200) },
    .card = RGB (0xffffff),
    .card_border = RGBA (0x000000, 0.06),
    .card_shadow = RGBA (0x1b2333, 0.10),
    .card_selected = RGB (0xd8e6fa),
    .accent = RGB (0x1c6bd0),
    .track = RGB (0xececef),
    .rule = RGB (0xdddde1),
    .text = RGB (0x241f31),
    .text_dim = RGB (0x5c5a66),
    .good = RGB (0x176b43),
    .warning = RGB (0x9a4300),
    .profile = { RGB (0x6b6a73), RGB (0x1c6bd0), RGB (0x813d9c),
                 RGB (0xb84200), RGB (0x1a7a4c), RGB (0xc01c28) },
    .category = { RGB (0x1c6bd0), RGB (0xc04a00), RGB (0x1a7a4c), RGB (0xa3247e),
                  RGB (0x6b6300), RGB (0x007a8a), RGB (0x5b3fb8), RGB (0x6e2f1a) },
    .category_other = RGB (0x3a3844),
    .category_none = RGB (0x6b6a73),
    .profile_text = RGB (0xffffff),
  },
  [QUAD_PALETTE_DARK] = {
    .background = RGB (0x242427),
    .box = { RGB (0x252d3a), RGB (0x2b2b2f), RGB (0x302937), RGB (0x2e2c27), RGB (0x2b2b2e),
             RGB (0x24302a), RGB (0x252d3a), RGB (0x302937), RGB (0x352b25) },
    .box_border = { RGB (0x35435a), RGB (0x3d3d43), RGB (0x483b54), RGB (0x454137), RGB (0x3d3d40),
                    RGB (0x384d42), RGB (0x35435a), RGB (0x483b54), RGB (0x524137) },
    .box_hover = { RGB (0x8abaf5), RGB (0xb9c0ca), RGB (0xd6a5ec), RGB (0xdcc48c), RGB (0xb5b3bb),
                   RGB (0x62d796), RGB (0x8abaf5), RGB (0xd6a5ec), RGB (0xffa46a) },
    .card = RGB (0x3a3a3f),
    .card_border = RGBA (0xffffff, 0.05),
    .card_shadow = RGBA (0x000000, 0.22),
    .card_selected = RGB (0x2c4a73),
    .accent = RGB (0x8abaf5),
    .track = RGB (0x4b4b51),
    .rule = RGB (0x4b4b51),
    .text = RGB (0xffffff),
    .text_dim = RGB (0xc9c7ce),
    .good = RGB (0x7be0a8),
    .warning = RGB (0xffb56b),
    .profile = { RGB (0xb5b3bb), RGB (0x8abaf5), RGB (0xd6a5ec),
                 RGB (0xffa46a), RGB (0x62d796), RGB (0xff9c9c) },
    .category = { RGB (0x7fb4f5), RGB (0xff9f5e), RGB (0x62d796), RGB (0xf58fcf),
                  RGB (0xdfd75e), RGB (0x4fdbe6), RGB (0xb79dff), RGB (0xe0b896) },
    .category_other = RGB (0xf2f1f4),
    .category_none = RGB (0xa9a7b0),
    .profile_text = RGB (0x1d1d20),
  },
  [QUAD_PALETTE_HIGH_CONTRAST] = {
    .background = RGB (0xffffff),
    .box = { RGB (0xffffff), RGB (0xffffff), RGB (0xffffff), RGB (0xffffff), RGB (0xffffff),
             RGB (0xffffff), RGB (0xffffff), RGB (0xffffff), RGB (0xffffff) },
    .box_border = { RGB (0x1a4f9c), RGB (0x3d3d46), RGB (0x5e2c73), RGB (0x5a4312), RGB (0x3d3d46),
                    RGB (0x0f5a36), RGB (0x1a4f9c), RGB (0x5e2c73), RGB (0x8f3300) },
    .box_hover = { RGB (0x1a4f9c), RGB (0x3d3d46), RGB (0x5e2c73), RGB (0x5a4312), RGB (0x3d3d46),
                   RGB (0x0f5a36), RGB (0x1a4f9c), RGB (0x5e2c73), RGB (0x8f3300) },
    .card = RGB (0xffffff),
    .card_border = RGB (0x5c5a66),
    .card_shadow = RGBA (0x000000, 0.0),
    .card_selected = RGB (0xcfe1fb),
    .accent = RGB (0x0b3f8a),
    .track = RGB (0xe2e2e6),
    .rule = RGB (0x77767b),
    .text = RGB (0x000000),
    .text_dim = RGB (0x2e2c36),
    .good = RGB (0x0c4a2c),
    .warning = RGB (0x7a3300),
    .profile = { RGB (0x3d3d46), RGB (0x1a4f9c), RGB (0x5e2c73),
                 RGB (0x8f3300), RGB (0x0f5a36), RGB (0x9c121d) },
    .category = { RGB (0x0b4aa0), RGB (0x943a00), RGB (0x0b6136), RGB (0x8a1266),
                  RGB (0x545000), RGB (0x00606e), RGB (0x3d1fa3), RGB (0x4d1f10) },
    .category_other = RGB (0x1f1d26),
    .category_none = RGB (0x55535e),
    .profile_text = RGB (0xffffff),
  },
  [QUAD_PALETTE_PRINT] = {
    .background = RGB (0xffffff),
    .box = { RGB (0xffffff), RGB (0xffffff), RGB (0xffffff), RGB (0xffffff), RGB (0xffffff),
             RGB (0xffffff), RGB (0xffffff), RGB (0xffffff), RGB (0xffffff) },
    .box_border = { RGB (0x8a9294), RGB (0x8a9294), RGB (0x8a9294), RGB (0x8a9294), RGB (0x8a9294),
                    RGB (0x8a9294), RGB (0x8a9294), RGB (0x8a9294), RGB (0x8a9294) },
    .box_hover = { RGB (0x1c6bd0), RGB (0x57606c), RGB (0x813d9c), RGB (0x7a5c1e), RGB (0x6b6a73),
                   RGB (0x1a7a4c), RGB (0x1c6bd0), RGB (0x813d9c), RGB (0xb84200) },
    .card = RGB (0xffffff),
    .card_border = RGB (0xe4e4e7),
    .card_shadow = RGBA (0x000000, 0.0),
    .card_selected = RGB (0xe4edfb),
    .accent = RGB (0x1c6bd0),
    .track = RGB (0xf0f0f2),
    .rule = RGB (0xe1e1e5),
    .text = RGB (0x241f31),
    .text_dim = RGB (0x55535e),
    .good = RGB (0x176b43),
    .warning = RGB (0x9a4300),
    .profile = { RGB (0x6b6a73), RGB (0x1c6bd0), RGB (0x813d9c),
                 RGB (0xb84200), RGB (0x1a7a4c), RGB (0xc01c28) },
    .category = { RGB (0x1c6bd0), RGB (0xc04a00), RGB (0x1a7a4c), RGB (0xa3247e),
                  RGB (0x6b6300), RGB (0x007a8a), RGB (0x5b3fb8), RGB (0x6e2f1a) },
    .category_other = RGB (0x3a3844),
    .category_none = RGB (0x6b6a73),
    .profile_text = RGB (0xffffff),
  },
  [QUAD_PALETTE_HIGH_CONTRAST_DARK] = {
    .background = RGB (0x000000),
    .box = { RGB (0x000000), RGB (0x000000), RGB (0x000000), RGB (0x000000), RGB (0x000000),
             RGB (0x000000), RGB (0x000000), RGB (0x000000), RGB (0x000000) },
    .box_border = { RGB (0x8fc1ff), RGB (0xd3d7dd), RGB (0xe2b8f5), RGB (0xe6d19c), RGB (0xd3d1d8),
                    RGB (0x74e8a6), RGB (0x8fc1ff), RGB (0xe2b8f5), RGB (0xffab6e) },
    .box_hover = { RGB (0x8fc1ff), RGB (0xd3d7dd), RGB (0xe2b8f5), RGB (0xe6d19c), RGB (0xd3d1d8),
                   RGB (0x74e8a6), RGB (0x8fc1ff), RGB (0xe2b8f5), RGB (0xffab6e) },
    .card = RGB (0x1c1c20),
    .card_border = RGB (0xb5b3bb),
    .card_shadow = RGBA (0x000000, 0.0),
    .card_selected = RGB (0x14253d),
    .accent = RGB (0xa8cfff),
    .track = RGB (0x2e2e33),
    .rule = RGB (0x9a98a1),
    .text = RGB (0xffffff),
    .text_dim = RGB (0xe0dee4),
    .good = RGB (0x8af0b6),
    .warning = RGB (0xffc080),
    .profile = { RGB (0xd3d1d8), RGB (0x8fc1ff), RGB (0xe2b8f5),
                 RGB (0xffab6e), RGB (0x74e8a6), RGB (0xffabab) },
    .category = { RGB (0x8fc1ff), RGB (0xffab6e), RGB (0x74e8a6), RGB (0xff9ddb),
                  RGB (0xefe66a), RGB (0x5fe9f5), RGB (0xc4adff), RGB (0xf0caa8) },
    .category_other = RGB (0xffffff),
    .category_none = RGB (0xc9c7ce),
    .profile_text = RGB (0x000000),
  },
};

static double
linearize (double channel)
{
  return channel <= 0.04045 ? channel / 12.92 : pow ((channel + 0.055) / 1.055, 2.4);
}

static double
get_luminance (const QuadColor *color)
{
  return 0.2126 * linearize (color->red)
         + 0.7152 * linearize (color->green)
         + 0.0722 * linearize (color->blue);
}

/**
 * quad_palette_get:
 * @kind: which one
 *
 * Returns: (transfer none): static data
 */
const QuadPalette *
quad_palette_get (QuadPaletteKind kind)
{
  g_return_val_if_fail (kind < QUAD_N_PALETTES, &palettes[QUAD_PALETTE_LIGHT]);

  return &palettes[kind];
}

/**
 * quad_palette_get_tint:
 * @lens: what the boxes stand for
 * @box: a #QuadBox
 *
 * Returns: its place in the tables of boxes
 */
guint
quad_palette_get_tint (QuadLens lens,
                       guint    box)
{
  static const guint tints[QUAD_N_BOXES] = {
    [QUAD_BOX_CLIENTS_ABOVE] = QUAD_TINT_EXPAND,
    [QUAD_BOX_CLIENTS_BELOW] = QUAD_TINT_KEEP,
    [QUAD_BOX_PROSPECTS_ABOVE] = QUAD_TINT_ATTAIN,
    [QUAD_BOX_PROSPECTS_BELOW] = QUAD_TINT_RECAPTURE,
    [QUAD_BOX_OFF] = QUAD_TIER_PARKED,
    [QUAD_BOX_STRIP] = QUAD_TIER_PARKED,
  };

  g_return_val_if_fail (box < QUAD_N_BOXES, QUAD_TIER_PARKED);

  return lens == QUAD_LENS_KARE || box == QUAD_BOX_STRIP ? tints[box] : box;
}

/**
 * quad_color_get_contrast:
 * @a: an opaque colour
 * @b: another
 *
 * Returns: 1 (equal) to 21 (black and white). Source: WCAG 2.1, contrast ratio.
 */
double
quad_color_get_contrast (const QuadColor *a,
                         const QuadColor *b)
{
  double la, lb;

  g_return_val_if_fail (a != NULL && b != NULL, 1.0);

  la = get_luminance (a);
  lb = get_luminance (b);

  return (MAX (la, lb) + 0.05) / (MIN (la, lb) + 0.05);
}

/**
 * quad_color_mix:
 * @over: what lies above; its alpha counts
 * @under: an opaque colour below
 * @share: 0 to 1, how much of @over
 *
 * Returns: the opaque colour seen
 */
QuadColor
quad_color_mix (const QuadColor *over,
                const QuadColor *under,
                double           share)
{
  double alpha;

  g_return_val_if_fail (over != NULL && under != NULL, (QuadColor) { 0 });

  alpha = CLAMP (share, 0.0, 1.0) * over->alpha;

  return (QuadColor) {
    .red = over->red * alpha + under->red * (1.0 - alpha),
    .green = over->green * alpha + under->green * (1.0 - alpha),
    .blue = over->blue * alpha + under->blue * (1.0 - alpha),
    .alpha = 1.0,
  };
}
