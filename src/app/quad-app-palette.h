/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gdk/gdk.h>

#include "quad-palette.h"

G_BEGIN_DECLS

const QuadPalette *quad_app_palette_get     (void);
void               quad_app_palette_to_rgba (const QuadColor *color,
                                             GdkRGBA         *rgba);

G_END_DECLS
