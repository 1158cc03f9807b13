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

/* The boxes to look at, in this order, when a step leaves @tier. */
static guint
list_next_boxes (const QuadChartLayout *self,
                 QuadTier               tier,
                 QuadDirection          direction,
                 QuadTier               next[QUAD_N_CHART_TIERS])
{
  guint side = tier == quad_chart_sides[1][0] || tier == quad_chart_sides[1][1];
  guint row = tier == quad_chart_sides[side][1];
  gboolean vertical = direction == QUAD_DIRECTION_UP || direction == QUAD_DIRECTION_DOWN;
  gboolean forward = direction == QUAD_DIRECTION_DOWN || direction == QUAD_DIRECTION_RIGHT;
  guint n = 0;

  if (self->stacked)
    {
      int place = side * 2 + row;

      if (vertical)
        for (int i = place + (forward ? 1 : -1); i >= 0 && i < 4; i += forward ? 1 : -1)
          next[n++] = quad_chart_sides[i / 2][i % 2];
      return n;
    }

  if (!vertical && self->metrics.rtl)
    forward = !forward;
  if (forward != (vertical ? row == 0 : side == 0))
    return 0;

  next[n++] = vertical ? quad_chart_sides[side][!row] : quad_chart_sides[!side][row];
  next[n++] = quad_chart_sides[!side][!row];

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

  for (QuadTier tier = 0; tier < QUAD_N_CHART_TIERS; tier++)
    {
      const QuadBoxLayout *box = &self->boxes[tier];

      if (!quad_rect_contains (&box->rect, x, y))
        continue;

      hit.tier = tier;
      hit.kind = quad_rect_contains (&box->header, x, y) ? QUAD_HIT_HEADER : QUAD_HIT_BOX;
      if (box->n_more > 0 && quad_rect_contains (&box->more, x, y))
        hit.kind = QUAD_HIT_MORE;
      for (guint i = box->first_card; i < box->first_card + box->n_cards; i++)
        if (quad_rect_contains (&g_array_index (self->cards, QuadCard, i).rect, x, y))
          {
            hit.kind = QUAD_HIT_CARD;
            hit.card = i;
            break;
          }
      break;
    }

  return hit;
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
  QuadTier next[QUAD_N_CHART_TIERS];
  const QuadCard *from;
  const QuadBoxLayout *box;
  gint64 row, column;
  guint n_next;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (card < self->cards->len, FALSE);

  from = &g_array_index (self->cards, QuadCard, card);
  box = &self->boxes[from->tier];
  get_place (self, box, card, &row, &column);
  row += direction == QUAD_DIRECTION_DOWN ? 1 : direction == QUAD_DIRECTION_UP ? -1 : 0;
  column += direction == QUAD_DIRECTION_RIGHT ? 1 : direction == QUAD_DIRECTION_LEFT ? -1 : 0;
  if (get_card_at (self, box, row, column, neighbour) && *neighbour != card)
    return TRUE;

  n_next = list_next_boxes (self, from->tier, direction, next);
  for (guint i = 0; i < n_next; i++)
    if (self->boxes[next[i]].n_cards > 0)
      {
        *neighbour = enter_box (self, &self->boxes[next[i]], &from->rect, direction);
        return TRUE;
      }

  return FALSE;
}
