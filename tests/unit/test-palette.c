/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "quad-palette.h"

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

  for (int tier = 0; tier < QUAD_N_TIERS; tier++)
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
      for (int tier = 0; tier < QUAD_N_TIERS; tier++)
        assert_contrast (kind, "badge in box", profile, color, &palette->box[tier],
                         GRAPHIC_CONTRAST);
    }

  assert_contrast (kind, "selection on card", 0, &palette->accent, &palette->card,
                   GRAPHIC_CONTRAST);
  assert_contrast (kind, "selection border", 0, &palette->accent, &palette->card_selected,
                   GRAPHIC_CONTRAST);
  for (int tier = 0; tier < QUAD_N_TIERS; tier++)
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
test_high_contrast (void)
{
  const QuadPalette *palette = quad_palette_get (QUAD_PALETTE_HIGH_CONTRAST);

  /* WCAG 2.1, 1.4.6 (enhanced); and here the borders are graphics, too. */
  for (int tier = 0; tier < QUAD_N_TIERS; tier++)
    {
      assert_contrast (QUAD_PALETTE_HIGH_CONTRAST, "text", tier,
                       &palette->text_dim, &palette->box[tier], 7.0);
      assert_contrast (QUAD_PALETTE_HIGH_CONTRAST, "border", tier,
                       &palette->box_border[tier], &palette->box[tier], GRAPHIC_CONTRAST);
    }
  assert_contrast (QUAD_PALETTE_HIGH_CONTRAST, "card border", 0,
                   &palette->card_border, &palette->card, GRAPHIC_CONTRAST);
  assert_contrast (QUAD_PALETTE_HIGH_CONTRAST, "text on selection", 0,
                   &palette->text_dim, &palette->card_selected, 7.0);
}

int
main (int   argc,
      char *argv[])
{
  static const char *names[QUAD_N_PALETTES] = { "light", "dark", "high-contrast", "print" };

  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/palette/known-contrast", test_known_contrast);
  g_test_add_func ("/palette/mix", test_mix);
  g_test_add_func ("/palette/high-contrast-is-higher", test_high_contrast);
  for (int kind = 0; kind < QUAD_N_PALETTES; kind++)
    {
      g_autofree char *text = g_strdup_printf ("/palette/%s/text", names[kind]);
      g_autofree char *graphics = g_strdup_printf ("/palette/%s/graphics", names[kind]);

      g_test_add_data_func (text, GINT_TO_POINTER (kind), test_text);
      g_test_add_data_func (graphics, GINT_TO_POINTER (kind), test_graphics);
    }

  return g_test_run ();
}
