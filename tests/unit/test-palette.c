/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "quad-palette.h"

#include <math.h>

/* WCAG 2.1: 1.4.3 for text, 1.4.11 for graphics that carry meaning. */
#define TEXT_CONTRAST    4.5
#define GRAPHIC_CONTRAST 3.0

static void
assert_contrast (QuadPaletteKind  kind,
                 const char      *what,
                 int              index,
                 const QuadColor *a,
                 const QuadColor *b,
                 double           wanted)
{
  double contrast = quad_color_get_contrast (a, b);

  if (contrast < wanted)
    g_error ("palette %d: %s %d: contrast %.2f is below %.1f", kind, what, index, contrast, wanted);
}

static void
assert_text_on (QuadPaletteKind    kind,
                const QuadPalette *palette,
                const char        *what,
                int                index,
                const QuadColor   *surface)
{
  assert_contrast (kind, what, index, &palette->text, surface, TEXT_CONTRAST);
  assert_contrast (kind, what, index, &palette->text_dim, surface, TEXT_CONTRAST);
}

static void
test_known_contrast (void)
{
  const QuadColor white = { 1, 1, 1, 1 };
  const QuadColor black = { 0, 0, 0, 1 };
  const QuadColor grey = { 0x76 / 255.0, 0x76 / 255.0, 0x76 / 255.0, 1 };

  g_assert_cmpfloat_with_epsilon (quad_color_get_contrast (&white, &black), 21.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (quad_color_get_contrast (&black, &white), 21.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (quad_color_get_contrast (&grey, &grey), 1.0, 1e-9);
  /* The well-known lightest grey that still passes on white. */
  g_assert_cmpfloat_with_epsilon (quad_color_get_contrast (&grey, &white), 4.54, 0.005);
}

static void
test_mix (void)
{
  const QuadColor red = { 1, 0, 0, 1 };
  const QuadColor half_black = { 0, 0, 0, 0.5 };
  const QuadColor white = { 1, 1, 1, 1 };
  QuadColor mixed;

  mixed = quad_color_mix (&red, &white, 0.25);
  g_assert_cmpfloat_with_epsilon (mixed.red, 1.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (mixed.green, 0.75, 1e-9);
  g_assert_cmpfloat_with_epsilon (mixed.alpha, 1.0, 1e-9);

  mixed = quad_color_mix (&half_black, &white, 1.0);
  g_assert_cmpfloat_with_epsilon (mixed.blue, 0.5, 1e-9);
}

static void
test_text (gconstpointer data)
{
  QuadPaletteKind kind = GPOINTER_TO_INT (data);
  const QuadPalette *palette = quad_palette_get (kind);

  assert_text_on (kind, palette, "background", 0, &palette->background);
  assert_text_on (kind, palette, "card", 0, &palette->card);
  assert_text_on (kind, palette, "selected card", 0, &palette->card_selected);

  for (int tier = 0; tier < QUAD_N_TINTS; tier++)
    {
      QuadColor hover = quad_color_mix (&palette->box_hover[tier], &palette->box[tier],
                                        QUAD_PALETTE_HOVER_WASH);

      assert_text_on (kind, palette, "box", tier, &palette->box[tier]);
      assert_text_on (kind, palette, "hovered box", tier, &hover);
      assert_contrast (kind, "good", tier, &palette->good, &palette->box[tier], TEXT_CONTRAST);
      assert_contrast (kind, "good, hovered", tier, &palette->good, &hover, TEXT_CONTRAST);
      assert_contrast (kind, "warning", tier, &palette->warning, &palette->box[tier],
                       TEXT_CONTRAST);
      assert_contrast (kind, "warning, hovered", tier, &palette->warning, &hover, TEXT_CONTRAST);
      assert_contrast (kind, "words on a drop target", tier,
                       &palette->profile_text, &palette->box_hover[tier], TEXT_CONTRAST);
    }

  for (int profile = 0; profile < QUAD_N_PROFILES; profile++)
    assert_contrast (kind, "letter on badge", profile,
                     &palette->profile_text, &palette->profile[profile], TEXT_CONTRAST);
}

/* How different two colours look, 0 to about 1. Source: Björn Ottosson, Oklab. */
static double
get_difference (const QuadColor *a,
                const QuadColor *b)
{
  const QuadColor *colors[] = { a, b };
  double lab[2][3];

  for (guint i = 0; i < 2; i++)
    {
      double rgb[3] = { colors[i]->red, colors[i]->green, colors[i]->blue };
      double l, m, s;

      for (guint j = 0; j < 3; j++)
        rgb[j] = rgb[j] <= 0.04045 ? rgb[j] / 12.92 : pow ((rgb[j] + 0.055) / 1.055, 2.4);
      l = cbrt (0.4122214708 * rgb[0] + 0.5363325363 * rgb[1] + 0.0514459929 * rgb[2]);
      m = cbrt (0.2119034982 * rgb[0] + 0.6806995451 * rgb[1] + 0.1073969566 * rgb[2]);
      s = cbrt (0.0883024619 * rgb[0] + 0.2817188376 * rgb[1] + 0.6299787005 * rgb[2]);
      lab[i][0] = 0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s;
      lab[i][1] = 1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s;
      lab[i][2] = 0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s;
    }

  return sqrt (pow (lab[0][0] - lab[1][0], 2) + pow (lab[0][1] - lab[1][1], 2)
               + pow (lab[0][2] - lab[1][2], 2));
}

/* The colours of values: seen on everything they can stand on, with letters on them, and told
 * apart. */
static void
assert_categories (QuadPaletteKind    kind,
                   const QuadPalette *palette)
{
  const QuadColor *colors[QUAD_N_CATEGORIES + 2];

  for (int i = 0; i < QUAD_N_CATEGORIES; i++)
    colors[i] = &palette->category[i];
  colors[QUAD_CATEGORY_OTHER] = &palette->category_other;
  colors[QUAD_CATEGORY_NONE] = &palette->category_none;

  for (int i = 0; i < QUAD_N_CATEGORIES + 2; i++)
    {
      assert_contrast (kind, "category on card", i, colors[i], &palette->card, GRAPHIC_CONTRAST);
      assert_contrast (kind, "category on selected card", i, colors[i], &palette->card_selected,
                       GRAPHIC_CONTRAST);
      assert_contrast (kind, "category on track", i, colors[i], &palette->track, GRAPHIC_CONTRAST);
      assert_contrast (kind, "category on background", i, colors[i], &palette->background,
                       GRAPHIC_CONTRAST);
      assert_contrast (kind, "letter on category", i, &palette->profile_text, colors[i],
                       TEXT_CONTRAST);
      for (int tint = 0; tint < QUAD_N_TINTS; tint++)
        assert_contrast (kind, "category in box", i, colors[i], &palette->box[tint],
                         GRAPHIC_CONTRAST);
      for (int j = 0; j < i; j++)
        if (get_difference (colors[i], colors[j]) < 0.065)
          g_error ("palette %d: categories %d and %d look alike", kind, i, j);
    }
}

static void
test_graphics (gconstpointer data)
{
  QuadPaletteKind kind = GPOINTER_TO_INT (data);
  const QuadPalette *palette = quad_palette_get (kind);

  for (int profile = 0; profile < QUAD_N_PROFILES; profile++)
    {
      const QuadColor *color = &palette->profile[profile];

      assert_contrast (kind, "badge on card", profile, color, &palette->card, GRAPHIC_CONTRAST);
      assert_contrast (kind, "badge on selected card", profile, color, &palette->card_selected,
                       GRAPHIC_CONTRAST);
      assert_contrast (kind, "bar on track", profile, color, &palette->track, GRAPHIC_CONTRAST);
      assert_contrast (kind, "badge on background", profile, color, &palette->background,
                       GRAPHIC_CONTRAST);
      for (int tier = 0; tier < QUAD_N_TINTS; tier++)
        assert_contrast (kind, "badge in box", profile, color, &palette->box[tier],
                         GRAPHIC_CONTRAST);
    }

  assert_categories (kind, palette);
  assert_contrast (kind, "sign on card", 0, &palette->warning, &palette->card, GRAPHIC_CONTRAST);
  assert_contrast (kind, "sign on card", 1, &palette->good, &palette->card, GRAPHIC_CONTRAST);
  assert_contrast (kind, "selection on card", 0, &palette->accent, &palette->card,
                   GRAPHIC_CONTRAST);
  assert_contrast (kind, "selection border", 0, &palette->accent, &palette->card_selected,
                   GRAPHIC_CONTRAST);
  for (int tier = 0; tier < QUAD_N_TINTS; tier++)
    {
      assert_contrast (kind, "focus in box", tier, &palette->accent, &palette->box[tier],
                       GRAPHIC_CONTRAST);
      assert_contrast (kind, "drop target", tier, &palette->box_hover[tier], &palette->box[tier],
                       GRAPHIC_CONTRAST);
      assert_contrast (kind, "drop target", tier, &palette->box_hover[tier], &palette->background,
                       GRAPHIC_CONTRAST);
    }
}

static void
test_high_contrast (gconstpointer data)
{
  QuadPaletteKind kind = GPOINTER_TO_INT (data);
  const QuadPalette *palette = quad_palette_get (kind);

  /* WCAG 2.1, 1.4.6 (enhanced); and here the borders are graphics, too. */
  for (int tier = 0; tier < QUAD_N_TINTS; tier++)
    {
      assert_contrast (kind, "text", tier,
                       &palette->text_dim, &palette->box[tier], 7.0);
      assert_contrast (kind, "border", tier,
                       &palette->box_border[tier], &palette->box[tier], GRAPHIC_CONTRAST);
    }
  assert_contrast (kind, "card border", 0,
                   &palette->card_border, &palette->card, GRAPHIC_CONTRAST);
  assert_contrast (kind, "text on selection", 0,
                   &palette->text_dim, &palette->card_selected, 7.0);
}

int
main (int   argc,
      char *argv[])
{
  static const char *names[QUAD_N_PALETTES] = {
    "light", "dark", "high-contrast", "print", "high-contrast-dark",
  };

  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/palette/known-contrast", test_known_contrast);
  g_test_add_func ("/palette/mix", test_mix);
  g_test_add_data_func ("/palette/high-contrast-is-higher/light",
                        GINT_TO_POINTER (QUAD_PALETTE_HIGH_CONTRAST), test_high_contrast);
  g_test_add_data_func ("/palette/high-contrast-is-higher/dark",
                        GINT_TO_POINTER (QUAD_PALETTE_HIGH_CONTRAST_DARK), test_high_contrast);
  for (int kind = 0; kind < QUAD_N_PALETTES; kind++)
    {
      g_autofree char *text = g_strdup_printf ("/palette/%s/text", names[kind]);
      g_autofree char *graphics = g_strdup_printf ("/palette/%s/graphics", names[kind]);

      g_test_add_data_func (text, GINT_TO_POINTER (kind), test_text);
      g_test_add_data_func (graphics, GINT_TO_POINTER (kind), test_graphics);
    }

  return g_test_run ();
}
