/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

#include "quad-palette.h"

G_BEGIN_DECLS

/**
 * QuadFont:
 *
 * The fonts of the chart, each a fixed part of the size that the Pango context has.
 */
typedef enum
{
  QUAD_FONT_BODY,
  QUAD_FONT_NAME,         /* of an account */
  QUAD_FONT_SMALL,
  QUAD_FONT_SMALL_BOLD,
  QUAD_FONT_TITLE,        /* of a box */
  QUAD_FONT_FIGURE,       /* the share in the header of a box */
  QUAD_FONT_LETTER,       /* on a badge */
  QUAD_FONT_PAGE_TITLE,
} QuadFont;

#define QUAD_N_FONTS (QUAD_FONT_PAGE_TITLE + 1)

/**
 * QuadText:
 * @layout: (owned): ready to be shown
 * @x: where the ink-independent extents of the layout begin, from its origin
 * @width: of these
 * @baseline: of the first line, from the origin
 *
 * One piece of text. Belongs to the cache, which keeps it at least for the next thousands of
 * requests.
 */
typedef struct
{
  PangoLayout *layout;
  double       x;
  double       width;
  double       height;
  double       baseline;
} QuadText;

typedef struct _QuadTextCache QuadTextCache;

QuadTextCache  *quad_text_cache_new         (PangoContext               *context,
                                             const PangoFontDescription *font);
void            quad_text_cache_free        (QuadTextCache              *self);
const QuadText *quad_text_cache_get         (QuadTextCache              *self,
                                             QuadFont                    font,
                                             double                      scale,
                                             const char                 *text);
const QuadText *quad_text_cache_get_fitting (QuadTextCache              *self,
                                             QuadFont                    font,
                                             double                      scale,
                                             const char                 *text,
                                             double                      width);
double          quad_text_cache_get_height  (QuadTextCache              *self,
                                             QuadFont                    font);
double          quad_text_cache_get_ascent  (QuadTextCache              *self,
                                             QuadFont                    font);
double          quad_text_cache_get_char    (QuadTextCache              *self,
                                             QuadFont                    font);
double          quad_text_cache_estimate    (QuadTextCache              *self,
                                             QuadFont                    font,
                                             const char                 *text,
                                             gsize                       length);
PangoLayout    *quad_text_cache_wrap        (QuadTextCache              *self,
                                             QuadFont                    font,
                                             const char                 *text,
                                             double                      width);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuadTextCache, quad_text_cache_free)

G_END_DECLS
