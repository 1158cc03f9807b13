/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-chart-painter"

#include <math.h>

#include "quad-chart-painter-private.h"

/* The signs on cards, each with a shape of its own, and the marks that a prospect hits. */

/* Marks are dots, as long as these can be counted. */
#define MOST_DOTS 10

static void
draw_exclamation (cairo_t *cr,
                  double   top,
                  double   bottom)
{
  cairo_move_to (cr, 0.5, top);
  cairo_line_to (cr, 0.5, top + (bottom - top) * 0.55);
  cairo_move_to (cr, 0.5, bottom - 0.01);
  cairo_line_to (cr, 0.5, bottom);
  cairo_stroke (cr);
}

static void
draw_overdue (cairo_t           *cr,
              const QuadPalette *palette)
{
  quad_painter_set_color (cr, &palette->warning);
  cairo_arc (cr, 0.5, 0.5, 0.47, 0.0, 2.0 * G_PI);
  cairo_fill (cr);
  quad_painter_set_color (cr, &palette->card);
  cairo_set_line_width (cr, 0.15);
  draw_exclamation (cr, 0.24, 0.76);
}

/* A flake of snow. */
static void
draw_cold (cairo_t           *cr,
           const QuadPalette *palette)
{
  quad_painter_set_color (cr, &palette->accent);
  for (guint i = 0; i < 6; i++)
    {
      double angle = i * G_PI / 3.0 + G_PI / 6.0;
      double x = cos (angle), y = sin (angle);

      cairo_move_to (cr, 0.5, 0.5);
      cairo_line_to (cr, 0.5 + 0.46 * x, 0.5 + 0.46 * y);
      cairo_move_to (cr, 0.5 + 0.38 * x - 0.13 * y, 0.5 + 0.38 * y + 0.13 * x);
      cairo_line_to (cr, 0.5 + 0.26 * x, 0.5 + 0.26 * y);
      cairo_line_to (cr, 0.5 + 0.38 * x + 0.13 * y, 0.5 + 0.38 * y - 0.13 * x);
    }
  cairo_set_line_width (cr, 0.09);
  cairo_stroke (cr);
}

/* A clock. */
static void
draw_time_sucker (cairo_t           *cr,
                  const QuadPalette *palette)
{
  quad_painter_set_color (cr, &palette->warning);
  cairo_set_line_width (cr, 0.12);
  cairo_arc (cr, 0.5, 0.5, 0.41, 0.0, 2.0 * G_PI);
  cairo_stroke (cr);
  cairo_move_to (cr, 0.5, 0.25);
  cairo_line_to (cr, 0.5, 0.53);
  cairo_line_to (cr, 0.68, 0.60);
  cairo_stroke (cr);
}

/* An arrow up and one down. */
static void
draw_moved (cairo_t           *cr,
            const QuadPalette *palette)
{
  quad_painter_set_color (cr, &palette->good);
  cairo_set_line_width (cr, 0.13);
  cairo_move_to (cr, 0.10, 0.34);
  cairo_line_to (cr, 0.30, 0.12);
  cairo_line_to (cr, 0.50, 0.34);
  cairo_move_to (cr, 0.30, 0.14);
  cairo_line_to (cr, 0.30, 0.86);
  cairo_move_to (cr, 0.52, 0.66);
  cairo_line_to (cr, 0.72, 0.88);
  cairo_line_to (cr, 0.92, 0.66);
  cairo_move_to (cr, 0.72, 0.86);
  cairo_line_to (cr, 0.72, 0.14);
  cairo_stroke (cr);
}

/* A flag. */
static void
draw_planned (cairo_t           *cr,
              const QuadPalette *palette)
{
  quad_painter_set_color (cr, &palette->accent);
  cairo_set_line_width (cr, 0.12);
  cairo_move_to (cr, 0.22, 0.08);
  cairo_line_to (cr, 0.22, 0.94);
  cairo_stroke (cr);
  cairo_move_to (cr, 0.22, 0.08);
  cairo_line_to (cr, 0.92, 0.32);
  cairo_line_to (cr, 0.22, 0.58);
  cairo_close_path (cr);
  cairo_fill (cr);
}

/* A triangle that warns. */
static void
draw_contradiction (cairo_t           *cr,
                    const QuadPalette *palette)
{
  quad_painter_set_color (cr, &palette->warning);
  cairo_set_line_width (cr, 0.11);
  cairo_move_to (cr, 0.50, 0.08);
  cairo_line_to (cr, 0.95, 0.90);
  cairo_line_to (cr, 0.05, 0.90);
  cairo_close_path (cr);
  cairo_stroke (cr);
  draw_exclamation (cr, 0.40, 0.74);
}

/* Takes the first of the signs, as many as @most. Returns how many. */
guint
quad_painter_fit_signs (guint    signs,
                        guint    most,
                        QuadSign fitting[])
{
  guint n = 0;

  for (guint i = 0; i < QUAD_N_SIGNS && n < most; i++)
    if ((signs & (1u << i)) != 0)
      fitting[n++] = (QuadSign) (1u << i);

  return n;
}

void
quad_painter_draw_sign (cairo_t           *cr,
                        QuadSign           sign,
                        const QuadRect    *rect,
                        const QuadPalette *palette)
{
  cairo_save (cr);
  cairo_new_path (cr);
  cairo_translate (cr, rect->x, rect->y);
  cairo_scale (cr, rect->width, rect->height);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);

  switch (sign)
    {
    case QUAD_SIGN_OVERDUE:
      draw_overdue (cr, palette);
      break;
    case QUAD_SIGN_COLD:
      draw_cold (cr, palette);
      break;
    case QUAD_SIGN_TIME_SUCKER:
      draw_time_sucker (cr, palette);
      break;
    case QUAD_SIGN_MOVED:
      draw_moved (cr, palette);
      break;
    case QUAD_SIGN_PLANNED:
      draw_planned (cr, palette);
      break;
    case QUAD_SIGN_CONTRADICTION:
      draw_contradiction (cr, palette);
      break;
    }

  cairo_restore (cr);
}

/* Returns: the width of so many dots in a line of this height, 0 when dots would be too many. */
double
quad_painter_measure_marks (double height,
                            guint  marks)
{
  double size = round (height * 0.38);

  return marks > MOST_DOTS ? 0.0 : marks * size + (marks - 1.0) * 2.0;
}

/* Filled dots for the marks that are hit, rings for the others, from where lines begin. */
void
quad_painter_draw_marks (QuadChartPainter *self,
                         cairo_t          *cr,
                         const QuadRect   *rect,
                         guint             marks,
                         guint             hit,
                         const QuadColor  *color)
{
  double size = (rect->width - (marks - 1.0) * 2.0) / marks;
  double line = MAX (1.0, size * 0.16);

  quad_painter_set_color (cr, color);
  cairo_set_line_width (cr, line);
  for (guint i = 0; i < marks; i++)
    {
      double x = quad_painter_get_x (self, rect, i * (size + 2.0), size) + size / 2.0;
      double y = rect->y + rect->height / 2.0;

      cairo_new_sub_path (cr);
      if (i < hit)
        {
          cairo_arc (cr, x, y, size / 2.0, 0.0, 2.0 * G_PI);
          cairo_fill (cr);
        }
      else
        {
          cairo_arc (cr, x, y, (size - line) / 2.0, 0.0, 2.0 * G_PI);
          cairo_stroke (cr);
        }
    }
}
