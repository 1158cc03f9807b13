/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-chart-pack"

#include "quad-chart-pack.h"

#include <math.h>

/*
 * Circles in a rectangle, without overlap. The largest stand in the middle, and the smaller a
 * circle is the farther out it tends: to a place that depends on the area of those before it, and
 * on a direction that is its own. It takes the free place nearest to that. As the distance counts
 * in steps, a circle that changes leaves most of the others where they are.
 *
 * A grid of cells, each with the circles that touch it, keeps a look around cheap.
 */
struct _QuadPack
{
  /* owned */
  GArray  *circles;         /* QuadCircle */
  GArray  *rects;           /* QuadRect */
  GArray  *links;           /* Link */
  gint32  *heads;           /* by cell, the first of its links, or -1 */

  /* plain */
  QuadRect area;
  double   cell;
  int      columns;
  int      rows;
};

/* What touches a cell: a circle, or a rectangle as a number below -1. */
typedef struct
{
  gint32 thing;
  gint32 next;
} Link;

/* The part of the middle that circles are wanted to cover. Where there is more room they stand
 * farther apart, so that there is room for names, but not farther than this. */
#define DENSITY     0.60
#define MOST_SPREAD 1.7

/* The distance to the middle counts in steps of this many radii. */
#define STEP_RADII 2.0
#define LEAST_STEP 6.0

/* How fine the search for a free place is, in radii. */
#define SEARCH_RADII 0.5
#define LEAST_SEARCH 1.5

/* Looks at the cancellable once for so many circles. */
#define CANCEL_EVERY 64

#define GOLDEN_ANGLE 2.399963229728653

/* The area of the squircle x^4 + y^4 = 1. */
#define SQUIRCLE 3.708

static int
get_column (const QuadPack *self,
            double          x)
{
  return CLAMP ((int) floor ((x - self->area.x) / self->cell), 0, self->columns - 1);
}

static int
get_row (const QuadPack *self,
         double          y)
{
  return CLAMP ((int) floor ((y - self->area.y) / self->cell), 0, self->rows - 1);
}

static void
link_thing (QuadPack       *self,
            const QuadRect *rect,
            gint32          thing)
{
  int left = get_column (self, rect->x), right = get_column (self, rect->x + rect->width);
  int top = get_row (self, rect->y), bottom = get_row (self, rect->y + rect->height);

  for (int row = top; row <= bottom; row++)
    for (int column = left; column <= right; column++)
      {
        gint32 *head = &self->heads[row * self->columns + column];
        Link link = { thing, *head };

        *head = (gint32) self->links->len;
        g_array_append_val (self->links, link);
      }
}

static gboolean
is_circle_off (const QuadCircle *circle,
               double            x,
               double            y,
               double            distance)
{
  double dx = circle->x - x, dy = circle->y - y;

  return dx * dx + dy * dy >= distance * distance;
}

static gboolean
is_off_rect (const QuadRect *rect,
             double          x,
             double          y,
             double          distance)
{
  double dx = MAX (0.0, MAX (rect->x - x, x - rect->x - rect->width));
  double dy = MAX (0.0, MAX (rect->y - y, y - rect->y - rect->height));

  return dx * dx + dy * dy >= distance * distance;
}

/* Whether the things of a cell leave room for a circle. */
static gboolean
is_cell_free (const QuadPack *self,
              int             row,
              int             column,
              double          x,
              double          y,
              double          reach)
{
  for (gint32 i = self->heads[row * self->columns + column]; i >= 0;)
    {
      const Link *link = &g_array_index (self->links, Link, i);

      if (link->thing >= 0)
        {
          const QuadCircle *other = &g_array_index (self->circles, QuadCircle, link->thing);

          if (!is_circle_off (other, x, y, reach + other->radius))
            return FALSE;
        }
      else if (!is_off_rect (&g_array_index (self->rects, QuadRect, -2 - link->thing),
                             x, y, reach))
        {
          return FALSE;
        }
      i = link->next;
    }

  return TRUE;
}

static gboolean
is_place_free (const QuadPack *self,
               double          x,
               double          y,
               double          reach)
{
  int left, right, top, bottom;

  /* What is in the way is mostly in the middle. */
  if (!is_cell_free (self, get_row (self, y), get_column (self, x), x, y, reach))
    return FALSE;

  left = get_column (self, x - reach);
  right = get_column (self, x + reach);
  top = get_row (self, y - reach);
  bottom = get_row (self, y + reach);
  for (int row = top; row <= bottom; row++)
    for (int column = left; column <= right; column++)
      if (!is_cell_free (self, row, column, x, y, reach))
        return FALSE;

  return TRUE;
}

/* How far a point is outside of the places that a centre may have, 0 inside. */
static double
get_excess (const QuadRect *places,
            double          x,
            double          y)
{
  double excess_x = MAX (places->x - x, x - places->x - places->width);
  double excess_y = MAX (places->y - y, y - places->y - places->height);

  return MAX (0.0, MAX (excess_x, excess_y));
}

/* Looks at a ring around (@x, @y), @step from one point to the next. What is outside is passed over
 * in long steps, as a ring around a place in a narrow area lies mostly outside. */
static gboolean
search_ring (const QuadPack *self,
             QuadCircle     *circle,
             const QuadRect *places,
             double          x,
             double          y,
             guint           ring,
             double          step,
             double          gap)
{
  guint n = ring == 0 ? 1 : (guint) ceil (2.0 * G_PI * ring);
  double turn_x = cos (2.0 * G_PI / n), turn_y = sin (2.0 * G_PI / n);
  double begin = circle->key * GOLDEN_ANGLE;
  double dx = ring * step * cos (begin), dy = ring * step * sin (begin);

  for (guint i = 0; i < n;)
    {
      double excess = get_excess (places, x + dx, y + dy);
      double next = dx * turn_x - dy * turn_y;

      if (excess > step)
        {
          i += (guint) (excess / step);
          dx = ring * step * cos (begin + 2.0 * G_PI * i / n);
          dy = ring * step * sin (begin + 2.0 * G_PI * i / n);
          continue;
        }
      if (excess <= 0.0 && is_place_free (self, x + dx, y + dy, circle->radius + gap))
        {
          circle->x = x + dx;
          circle->y = y + dy;
          return TRUE;
        }

      dy = dx * turn_y + dy * turn_x;
      dx = next;
      i++;
    }

  return FALSE;
}

/* The free place nearest to where the circle is, on rings around it. */
static gboolean
find_place (const QuadPack *self,
            QuadCircle     *circle,
            double          gap)
{
  const QuadRect places = { self->area.x + circle->radius, self->area.y + circle->radius,
                            self->area.width - 2.0 * circle->radius,
                            self->area.height - 2.0 * circle->radius };
  double step = MAX (LEAST_SEARCH, circle->radius * SEARCH_RADII);
  double x, y, farthest;

  if (places.width < 0.0 || places.height < 0.0)
    return FALSE;

  x = CLAMP (circle->x, places.x, places.x + places.width);
  y = CLAMP (circle->y, places.y, places.y + places.height);
  farthest = hypot (MAX (x - places.x, places.x + places.width - x),
                    MAX (y - places.y, places.y + places.height - y));

  for (guint ring = 0; ring == 0 || (ring - 1) * step <= farthest; ring++)
    if (search_ring (self, circle, &places, x, y, ring, step, gap))
      return TRUE;

  return FALSE;
}

static double
get_cover (const QuadCircle *circle,
           double            gap)
{
  double reach = circle->radius + gap / 2.0;

  return G_PI * reach * reach;
}

/* In steps, so that one circle more or less changes nothing. */
static double
get_spread (const QuadPack   *self,
            const QuadCircle *circles,
            guint             n_circles,
            double            gap)
{
  double cover = 0.0, room;

  for (guint i = 0; i < n_circles; i++)
    cover += get_cover (&circles[i], gap);
  room = sqrt (DENSITY * self->area.width * self->area.height / MAX (cover, 1.0));

  return CLAMP (floor (room * 8.0) / 8.0, 1.0, MOST_SPREAD);
}

/**
 * quad_pack_new:
 * @area: that nothing may leave
 * @cell: about the size of the most frequent thing
 */
QuadPack *
quad_pack_new (const QuadRect *area,
               double          cell)
{
  QuadPack *self = g_new0 (QuadPack, 1);

  self->area = *area;
  self->cell = MAX (cell, 4.0);
  self->columns = 1 + (int) (MAX (0.0, area->width) / self->cell);
  self->rows = 1 + (int) (MAX (0.0, area->height) / self->cell);
  self->circles = g_array_new (FALSE, FALSE, sizeof (QuadCircle));
  self->rects = g_array_new (FALSE, FALSE, sizeof (QuadRect));
  self->links = g_array_new (FALSE, FALSE, sizeof (Link));
  self->heads = g_new (gint32, (gsize) self->columns * self->rows);
  for (int i = 0; i < self->columns * self->rows; i++)
    self->heads[i] = -1;

  return self;
}

void
quad_pack_free (QuadPack *self)
{
  g_array_unref (self->circles);
  g_array_unref (self->rects);
  g_array_unref (self->links);
  g_free (self->heads);
  g_free (self);
}

/**
 * quad_pack_is_free:
 * @self: the area
 * @rect: a part of it
 *
 * Returns: whether nothing touches it, and it does not leave the area
 */
gboolean
quad_pack_is_free (const QuadPack *self,
                   const QuadRect *rect)
{
  int left = get_column (self, rect->x), right = get_column (self, rect->x + rect->width);
  int top = get_row (self, rect->y), bottom = get_row (self, rect->y + rect->height);

  if (rect->x < self->area.x || rect->x + rect->width > self->area.x + self->area.width
      || rect->y < self->area.y || rect->y + rect->height > self->area.y + self->area.height)
    return FALSE;

  for (int row = top; row <= bottom; row++)
    for (int column = left; column <= right; column++)
      for (gint32 i = self->heads[row * self->columns + column]; i >= 0;)
        {
          const Link *link = &g_array_index (self->links, Link, i);

          if (link->thing >= 0)
            {
              const QuadCircle *circle = &g_array_index (self->circles, QuadCircle, link->thing);

              if (!is_off_rect (rect, circle->x, circle->y, circle->radius))
                return FALSE;
            }
          else
            {
              const QuadRect *other = &g_array_index (self->rects, QuadRect, -2 - link->thing);

              if (rect->x < other->x + other->width && other->x < rect->x + rect->width
                  && rect->y < other->y + other->height && other->y < rect->y + rect->height)
                return FALSE;
            }
          i = link->next;
        }

  return TRUE;
}

/**
 * quad_pack_take_circle:
 * @self: the area
 * @x: of its centre
 * @y: of its centre
 * @radius: of what is free no longer
 */
void
quad_pack_take_circle (QuadPack *self,
                       double    x,
                       double    y,
                       double    radius)
{
  const QuadCircle circle = { .x = x, .y = y, .radius = radius };

  g_array_append_val (self->circles, circle);
  link_thing (self, &(QuadRect) { x - radius, y - radius, 2.0 * radius, 2.0 * radius },
              (gint32) self->circles->len - 1);
}

/**
 * quad_pack_take:
 * @self: the area
 * @rect: is free no longer
 */
void
quad_pack_take (QuadPack       *self,
                const QuadRect *rect)
{
  g_array_append_val (self->rects, *rect);
  link_thing (self, rect, -1 - (gint32) self->rects->len);
}

/**
 * quad_pack_add_circles:
 * @self: the area
 * @circles: (inout): the largest first; those that are placed get their centres
 * @n_circles: how many there are, those placed before and those to come included
 * @first: the first to place now: those before it are placed
 * @end: after the last to place now
 * @gap: between two circles
 * @cancellable: (nullable): to stop early
 *
 * Returns: the first that found no place, @end when all did: after it no other is tried
 */
guint
quad_pack_add_circles (QuadPack     *self,
                       QuadCircle   *circles,
                       guint         n_circles,
                       guint         first,
                       guint         end,
                       double        gap,
                       GCancellable *cancellable)
{
  double middle_x = self->area.x + self->area.width / 2.0;
  double middle_y = self->area.y + self->area.height / 2.0;
  double stretch = sqrt (MAX (self->area.width, 1.0) / MAX (self->area.height, 1.0));
  double spread = get_spread (self, circles, n_circles, gap);
  double before = 0.0;

  for (guint i = 0; i < first; i++)
    before += get_cover (&circles[i], gap);

  for (guint i = first; i < end; i++)
    {
      QuadCircle *circle = &circles[i];
      double step = MAX (LEAST_STEP, circle->radius * STEP_RADII);
      double distance = round (spread * sqrt (before / (SQUIRCLE * DENSITY)) / step)
                        * step;
      double towards_x = cos (circle->key * GOLDEN_ANGLE);
      double towards_y = sin (circle->key * GOLDEN_ANGLE);

      if (i % CANCEL_EVERY == 0 && g_cancellable_is_cancelled (cancellable))
        return i;

      /* Along a squircle, which fills the corners of a box better than a circle. */
      distance /= sqrt (sqrt (pow (towards_x, 4.0) + pow (towards_y, 4.0)));
      circle->x = middle_x + distance * stretch * towards_x;
      circle->y = middle_y + distance / stretch * towards_y;
      if (!find_place (self, circle, gap))
        return i;

      before += get_cover (circle, gap);
      quad_pack_take_circle (self, circle->x, circle->y, circle->radius);
    }

  return end;
}
