/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-app-palette"

#include <adwaita.h>

#include "quad-app-palette.h"

/**
 * quad_app_palette_get:
 *
 * Returns: (transfer none): the palette that fits the looks of the desktop at this moment
 */
const QuadPalette *
quad_app_palette_get (void)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  gboolean dark = adw_style_manager_get_dark (manager);

  if (adw_style_manager_get_high_contrast (manager))
    return quad_palette_get (dark ? QUAD_PALETTE_HIGH_CONTRAST_DARK : QUAD_PALETTE_HIGH_CONTRAST);
  return quad_palette_get (dark ? QUAD_PALETTE_DARK : QUAD_PALETTE_LIGHT);
}

void
quad_app_palette_to_rgba (const QuadColor *color,
                          GdkRGBA         *rgba)
{
  *rgba = (GdkRGBA) { (float) color->red, (float) color->green, (float) color->blue,
                      (float) color->alpha };
}
