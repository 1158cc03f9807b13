/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-chart-layout"

#include <math.h>

#include "quad-chart-layout-private.h"

/* What lies under the pointer, and where a step by key leads. */

/* Where the card of a box stands in its grid, counted from the top and, as seen, from the left. */
static void
get_place (const QuadChartLayout *self,
           const QuadBoxLayout   *box,
           guint                  card,
           gint64                *row,
           gint64                *column)
{
  guint i = card - box->first_card;

  *row = self->metrics.ruled ? i % box->rows : i / box->columns;
  *column = self->metrics.ruled ? i / box->rows : i % box->columns;
  if (self->metrics.rtl)
    *column = (gint64) box->columns - 1 - *column;
}

/* The last row, or in ruled boxes the last column, may be partly filled: a step into the empty part
 * of it leads to the last card. */
static gboolean
get_card_at (const QuadChartLayout *self,
             const QuadBoxLayout   *box,
             gint64                 row,
             gint64                 column,
             guint                 *card)
{
  gint64 i, last = (gint64) box->n_cards - 1;

  if (row < 0 || column < 0 || row >= box->rows || column >= box->columns)
    return FALSE;

  if (self->metrics.rtl)
    column = (gint64) box->columns - 1 - column;

  if (self->metrics.ruled)
    {
      if (column > last / box->rows)
        return FALSE;
      i = column * box->rows + row;
    }
  else
    {
      if (row > last / box->columns)
        return FALSE;
      i = row * box->columns + column;
    }

  *card = box->first_card + (guint) MIN (i, last);

  return TRUE;
}

/* Orders the bubbles of a chart by where they are. */
static int
compare_by_y (gconstpointer a,
              gconstpointer b,
              gpointer      user_data)
{
  const QuadChartLayout *self = user_data;
  const guint *i = a, *j = b;
  const QuadRect *p = &g_array_index (self->cards, QuadCard, *i).rect;
  const QuadRect *q = &g_array_index (self->cards, QuadCard, *j).rect;
  double difference = p->y + p->height / 2.0 - q->y - q->height / 2.0;

  if (difference != 0.0)
    return difference < 0.0 ? -1 : 1;

  return *i < *j ? -1 : *i > *j;
}

static int
compare_by_x (gconstpointer a,
              gconstpointer b,
              gpointer      user_data)
{
  const QuadChartLayout *self = user_data;
  const guint *i = a, *j = b;
  const QuadRect *p = &g_array_index (self->cards, QuadCard, *i).rect;
  const QuadRect *q = &g_array_index (self->cards, QuadCard, *j).rect;
  double difference = p->x + p->width / 2.0 - q->x - q->width / 2.0;

  if (difference != 0.0)
    return difference < 0.0 ? -1 : 1;

  return *i < *j ? -1 : *i > *j;
}

static double
get_center_x (const QuadChartLayout *self,
              guint                  card)
{
  const QuadRect *rect = &g_array_index (self->cards, QuadCard, card).rect;

  return rect->x + rect->width / 2.0;
}

/* Puts the bubbles of a box, which stand in no grid, into rows that keys can follow: about as many
 * rows as a grid of them would have. */
static void
sort_box (QuadChartLayout     *self,
          const QuadBoxLayout *box)
{
  guint *order = (guint *) self->order->data + box->first_card;
  double ratio = box->body.height / MAX (box->body.width, 1.0);
  guint n_rows = (guint) CLAMP (round (sqrt (box->n_cards * ratio)), 1.0, box->n_cards);
  guint length = (box->n_cards + n_rows - 1) / n_rows;

  g_qsort_with_data (order, (int) box->n_cards, sizeof (guint), compare_by_y, self);
  for (guint first = 0, end; first < box->n_cards; first = end)
    {
      end = MIN (first + length, box->n_cards);
      while (end < box->n_cards && compare_by_y (&order[end], &order[end - 1], self) == 0)
        end++;

      g_qsort_with_data (order + first, (int) (end - first), sizeof (guint), compare_by_x, self);
      for (guint i = first; i < end; i++)
        {
          g_array_index (self->places, guint, order[i]) = box->first_card + i;
          g_array_index (self->rows, guint, box->first_card + i) = box->first_card + first;
        }
    }
}

/* Once all bubbles have their final places. */
void
quad_chart_layout_sort_rows (QuadChartLayout *self)
{
  g_array_set_size (self->order, self->cards->len);
  g_array_set_size (self->places, self->cards->len);
  g_array_set_size (self->rows, self->cards->len);
  for (guint i = 0; i < self->cards->len; i++)
    g_array_index (self->order, guint, i) = i;

  for (guint i = 0; i < QUAD_N_BOXES; i++)
    if (self->boxes[i].n_cards > 0 && self->boxes[i].columns == 0)
      sort_box (self, &self->boxes[i]);
}

/* The bubble of the row that begins at @first which is nearest to @x. */
static guint
find_nearest (const QuadChartLayout *self,
              const QuadBoxLayout   *box,
              guint                  first,
              double                 x)
{
  double nearest = G_MAXDOUBLE;
  guint card = 0;

  for (guint i = first;
       i < box->first_card + box->n_cards && g_array_index (self->rows, guint, i) == first; i++)
    {
      guint here = g_array_index (self->order, guint, i);
      double distance = fabs (get_center_x (self, here) - x);

      if (distance < nearest)
        {
          nearest = distance;
          card = here;
        }
    }

  return card;
}

static gboolean
step_among_bubbles (const QuadChartLayout *self,
                    const QuadBoxLayout   *box,
                    guint                  card,
                    QuadDirection          direction,
                    guint                 *neighbour)
{
  const guint *rows = (const guint *) self->rows->data;
  guint place = g_array_index (self->places, guint, card);
  guint end = box->first_card + box->n_cards;
  guint next = place;

  switch (direction)
    {
    case QUAD_DIRECTION_LEFT:
      if (place == rows[place])
        return FALSE;
      *neighbour = g_array_index (self->order, guint, place - 1);
      return TRUE;
    case QUAD_DIRECTION_RIGHT:
      if (place + 1 >= end || rows[place + 1] != rows[place])
        return FALSE;
      *neighbour = g_array_index (self->order, guint, place + 1);
      return TRUE;
    case QUAD_DIRECTION_UP:
      if (rows[place] == box->first_card)
        return FALSE;
      next = rows[rows[place] - 1];
      break;
    case QUAD_DIRECTION_DOWN:
      while (next < end && rows[next] == rows[place])
        next++;
      if (next == end)
        return FALSE;
      break;
    }

  *neighbour = find_nearest (self, box, next, get_center_x (self, card));

  return TRUE;
}

/* A step inside the box that the card is in. */
static gboolean
step_inside (const QuadChartLayout *self,
             const QuadBoxLayout   *box,
             guint                  card,
             QuadDirection          direction,
             guint                 *neighbour)
{
  gint64 row, column;

  if (box->columns == 0)
    return step_among_bubbles (self, box, card, direction, neighbour);

  get_place (self, box, card, &row, &column);
  row += direction == QUAD_DIRECTION_DOWN ? 1 : direction == QUAD_DIRECTION_UP ? -1 : 0;
  column += direction == QUAD_DIRECTION_RIGHT ? 1 : direction == QUAD_DIRECTION_LEFT ? -1 : 0;

  return get_card_at (self, box, row, column, neighbour) && *neighbour != card;
}

/* The four boxes side by side: straight ahead, then the one beside that. */
static guint
list_boxes_ahead (const QuadChartLayout *self,
                  guint                  box,
                  QuadDirection          direction,
                  guint                  next[QUAD_N_BOXES])
{
  guint side = !quad_box_is_client (box);
  guint row = box == quad_chart_sides[side][1];
  gboolean vertical = direction == QUAD_DIRECTION_UP || direction == QUAD_DIRECTION_DOWN;
  gboolean forward = direction == QUAD_DIRECTION_DOWN || direction == QUAD_DIRECTION_RIGHT;

  if (!vertical && self->metrics.rtl)
    forward = !forward;
  if (forward != (vertical ? row == 0 : side == 0))
    return 0;

  next[0] = vertical ? quad_chart_sides[side][!row] : quad_chart_sides[!side][row];
  next[1] = quad_chart_sides[!side][!row];

  return 2;
}

/* The boxes to look at, in this order, when a step leaves @card. The strip is below them all. */
static guint
list_next_boxes (const QuadChartLayout *self,
                 guint                  card,
                 QuadDirection          direction,
                 guint                  next[QUAD_N_BOXES])
{
  guint box = g_array_index (self->cards, QuadCard, card).box;
  gboolean vertical = direction == QUAD_DIRECTION_UP || direction == QUAD_DIRECTION_DOWN;
  gboolean down = direction == QUAD_DIRECTION_DOWN;
  guint n = 0;

  if (self->stacked && vertical)
    {
      int place = box == QUAD_BOX_STRIP ? 4 : (int) box;

      for (int i = place + (down ? 1 : -1); i >= 0 && i <= 4; i += down ? 1 : -1)
        next[n++] = i == 4 ? QUAD_BOX_STRIP : (guint) i;
      return n;
    }

  if (box == QUAD_BOX_STRIP)
    {
      gboolean start = (get_center_x (self, card) < self->width / 2.0) != self->metrics.rtl;

      for (guint row = 2; direction == QUAD_DIRECTION_UP && row > 0; row--)
        {
          next[n++] = quad_chart_sides[!start][row - 1];
          next[n++] = quad_chart_sides[start][row - 1];
        }
      return n;
    }

  if (!self->stacked)
    n = list_boxes_ahead (self, box, direction, next);
  if (down)
    next[n++] = QUAD_BOX_STRIP;

  return n;
}

/* The card of a box that a step from outside reaches: the one straight ahead, then the nearest. */
static guint
enter_box (const QuadChartLayout *self,
           const QuadBoxLayout   *box,
           const QuadRect        *from,
           QuadDirection          direction)
{
  gboolean vertical = direction == QUAD_DIRECTION_UP || direction == QUAD_DIRECTION_DOWN;
  double best_aside = G_MAXDOUBLE, best_ahead = G_MAXDOUBLE;
  guint best = box->first_card;

  for (guint i = box->first_card; i < box->first_card + box->n_cards; i++)
    {
      const QuadRect *rect = &g_array_index (self->cards, QuadCard, i).rect;
      double dx = fabs (rect->x + rect->width / 2.0 - from->x - from->width / 2.0);
      double dy = fabs (rect->y + rect->height / 2.0 - from->y - from->height / 2.0);
      double aside = vertical ? dx : dy;
      double ahead = vertical ? dy : dx;

      if (aside < best_aside || (aside == best_aside && ahead < best_ahead))
        {
          best = i;
          best_aside = aside;
          best_ahead = ahead;
        }
    }

  return best;
}

gboolean
quad_rect_contains (const QuadRect *rect,
                    double          x,
                    double          y)
{
  return x >= rect->x && x < rect->x + rect->width
         && y >= rect->y && y < rect->y + rect->height;
}

/* The name of a bubble belongs to it. */
static gboolean
is_on_card (const QuadCard *card,
            double          x,
            double          y)
{
  double dx, dy;

  if (card->radius <= 0.0)
    return quad_rect_contains (&card->rect, x, y);
  if (card->label.kind != QUAD_LABEL_NONE && quad_rect_contains (&card->label.rect, x, y))
    return TRUE;

  dx = x - card->rect.x - card->radius;
  dy = y - card->rect.y - card->radius;

  return dx * dx + dy * dy <= card->radius * card->radius;
}

/**
 * quad_chart_layout_hit:
 * @self: the layout
 * @x: of the pointer
 * @y: of the pointer
 *
 * Returns: what is there
 */
QuadHit
quad_chart_layout_hit (const QuadChartLayout *self,
                       double                 x,
                       double                 y)
{
  QuadHit hit = { .kind = QUAD_HIT_NOTHING };

  g_return_val_if_fail (self != NULL, hit);

  for (guint i = 0; i < QUAD_N_BOXES; i++)
    {
      const QuadBoxLayout *box = &self->boxes[i];

      if (!quad_rect_contains (&box->rect, x, y))
        continue;

      hit.box = i;
      hit.kind = quad_rect_contains (&box->header, x, y) ? QUAD_HIT_HEADER : QUAD_HIT_BOX;
      if (box->n_more > 0 && quad_rect_contains (&box->more, x, y))
        hit.kind = QUAD_HIT_MORE;
      for (guint card = box->first_card; card < box->first_card + box->n_cards; card++)
        if (is_on_card (&g_array_index (self->cards, QuadCard, card), x, y))
          {
            hit.kind = QUAD_HIT_CARD;
            hit.card = card;
            break;
          }
      break;
    }

  return hit;
}

/* From a point to the nearest one of a card. */
static double
get_distance (const QuadCard *card,
              double          x,
              double          y)
{
  const QuadRect *rect = &card->rect;

  if (card->radius > 0.0)
    return hypot (x - rect->x - card->radius, y - rect->y - card->radius) - card->radius;
  return hypot (MAX (0.0, MAX (rect->x - x, x - rect->x - rect->width)),
                MAX (0.0, MAX (rect->y - y, y - rect->y - rect->height)));
}

/**
 * quad_chart_layout_snap:
 * @self: the layout
 * @reach: how near is near enough
 * @x: (inout): of a finger
 * @y: (inout): of a finger
 *
 * Moves a point that is on no card onto the nearest one of its box, when that is near enough.
 */
void
quad_chart_layout_snap (const QuadChartLayout *self,
                        double                 reach,
                        double                *x,
                        double                *y)
{
  QuadHit hit = quad_chart_layout_hit (self, *x, *y);
  const QuadBoxLayout *box;
  const QuadCard *nearest = NULL;

  if (hit.kind != QUAD_HIT_BOX)
    return;

  box = &self->boxes[hit.box];
  for (guint i = box->first_card; i < box->first_card + box->n_cards; i++)
    {
      const QuadCard *card = &g_array_index (self->cards, QuadCard, i);
      double distance = get_distance (card, *x, *y);

      if (distance <= reach)
        {
          reach = distance;
          nearest = card;
        }
    }
  if (nearest != NULL)
    {
      *x = nearest->rect.x + nearest->rect.width / 2.0;
      *y = nearest->rect.y + nearest->rect.height / 2.0;
    }
}

/**
 * quad_chart_layout_get_neighbour:
 * @self: the layout
 * @card: index of a card
 * @direction: as seen, in right-to-left, too
 * @neighbour: (out): index of the card that a step in that direction leads to
 *
 * Steps lead through the box, then into the next box that has cards. Every card can be reached
 * from every other.
 *
 * Returns: %FALSE when nothing is there
 */
gboolean
quad_chart_layout_get_neighbour (const QuadChartLayout *self,
                                 guint                  card,
                                 QuadDirection          direction,
                                 guint                 *neighbour)
{
  guint next[QUAD_N_BOXES];
  const QuadCard *from;
  guint n_next;

  g_return_val_if_fail (self != NULL && neighbour != NULL, FALSE);
  g_return_val_if_fail (card < self->cards->len, FALSE);

  from = &g_array_index (self->cards, QuadCard, card);
  if (step_inside (self, &self->boxes[from->box], card, direction, neighbour))
    return TRUE;

  n_next = list_next_boxes (self, card, direction, next);
  for (guint i = 0; i < n_next; i++)
    if (self->boxes[next[i]].n_cards > 0)
      {
        *neighbour = enter_box (self, &self->boxes[next[i]], &from->rect, direction);
        return TRUE;
      }

  return FALSE;
}
