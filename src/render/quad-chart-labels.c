/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-chart-labels"

#include "quad-chart-labels.h"

#include <math.h>

/*
 * Names of bubbles, by rank: first all that fit inside, on one line or two; then beside, where
 * nothing is in the way; then, for those of the highest rank, at the end of a short line. A name
 * never touches a bubble or another name, and never leaves the box.
 */

#define INSIDE_MARGIN 3.0     /* from the text to the circle around it */
#define BESIDE_GAP    3.0     /* from the bubble to the text */

/* A name beside a bubble is cut off at this many lines of text; inside it never is. */
#define LONGEST_LINES 11.0

/* An amount below the name is not wider than this many lines of text. */
#define AMOUNT_LINES 3.2

/* After so many names in a row that found no place beside, the rest is not tried. */
#define MOST_MISSES 200

#define MOST_LEADERS      10
#define LEADER_DIRECTIONS 12
#define LEADER_STEP      8.0
#define LONGEST_LEADER   64.0
#define LEADER_CHECK     3.0

typedef struct
{
  QuadChartLayout     *layout;
  const QuadBoxLayout *box;
  const QuadChartItem *items;
  QuadPack            *pack;
} Labels;

static QuadCard *
get_card (const Labels *self,
          guint         i)
{
  return &g_array_index (self->layout->cards, QuadCard, self->box->first_card + i);
}

static gboolean
fits_circle (double width,
             double height,
             double radius)
{
  return hypot (width / 2.0, height / 2.0) <= radius - INSIDE_MARGIN;
}

/* Finds the shape of a name that fits into a bubble: with the amount below it if possible, and on
 * one line rather than two. */
static gboolean
fit_inside (const QuadChartMetrics *metrics,
            const QuadChartItem    *item,
            double                  radius,
            QuadLabel              *label)
{
  double line = ceil (metrics->small_height);
  double amount = AMOUNT_LINES * line;
  double broad = MAX (item->first_width, item->second_width);
  const struct
  {
    double   width;
    guint    lines;
    gboolean amount;
    gboolean split;
  } shapes[] = {
    { MAX (item->name_width, amount), 2, TRUE, FALSE },
    { MAX (broad, amount), 3, TRUE, TRUE },
    { item->name_width, 1, FALSE, FALSE },
    { broad, 2, FALSE, TRUE },
  };

  if (item->ghost)
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (shapes); i++)
    {
      double width = shapes[i].width, height = shapes[i].lines * line;

      if ((shapes[i].split && item->split == 0)
          || (shapes[i].amount && item->amount == QUAD_MONEY_UNKNOWN)
          || !fits_circle (width, height, radius))
        continue;

      *label = (QuadLabel) {
        .kind = QUAD_LABEL_INSIDE,
        .rect = { -width / 2.0, -height / 2.0, width, height },
        .split = shapes[i].split ? item->split : 0,
        .amount = shapes[i].amount,
      };
      return TRUE;
    }

  return FALSE;
}

static gboolean
place_inside (const Labels *self,
              guint         i)
{
  QuadCard *card = get_card (self, i);

  if (!fit_inside (&self->layout->metrics, &self->items[i], card->radius, &card->label))
    return FALSE;

  card->label.rect.x += card->rect.x + card->radius;
  card->label.rect.y += card->rect.y + card->radius;

  return TRUE;
}

/* Of a name on one line, or on two. */
static void
get_text_size (const QuadChartMetrics *metrics,
               const QuadChartItem    *item,
               gboolean                split,
               double                 *width,
               double                 *height)
{
  double line = ceil (metrics->small_height);

  *height = split ? 2.0 * line : line;
  *width = ceil (MIN (split ? MAX (item->first_width, item->second_width) : item->name_width,
                      LONGEST_LINES * line));
}

/* Takes a free place after, before, below or above a bubble for its name, on one line or two. */
static gboolean
take_beside (const QuadChartMetrics *metrics,
             QuadPack               *pack,
             const QuadChartItem    *item,
             const QuadCircle       *circle,
             QuadLabel              *label)
{
  double reach = circle->radius + BESIDE_GAP;

  for (guint place = 0; place < (item->split > 0 ? 8 : 4); place++)
    {
      gboolean split = place >= 4;
      double width, height;
      QuadRect rect;

      get_text_size (metrics, item, split, &width, &height);
      rect = (QuadRect) { circle->x - width / 2.0, circle->y - height / 2.0, width, height };
      if (place % 4 < 2)
        rect.x = place % 4 == 0 ? circle->x + reach : circle->x - reach - width;
      else
        rect.y = place % 4 == 2 ? circle->y + reach - 1.0 : circle->y - reach + 1.0 - height;
      if (!quad_pack_is_free (pack, &rect))
        continue;

      *label = (QuadLabel) { .kind = QUAD_LABEL_BESIDE, .rect = rect,
                             .split = split ? item->split : 0 };
      quad_pack_take (pack, &rect);
      return TRUE;
    }

  return FALSE;
}

static gboolean
place_beside (const Labels *self,
              guint         i)
{
  QuadCard *card = get_card (self, i);
  const QuadCircle circle = { .x = card->rect.x + card->radius, .y = card->rect.y + card->radius,
                              .radius = card->radius };

  return take_beside (&self->layout->metrics, self->pack, &self->items[i], &circle, &card->label);
}

/* Whether nothing is between a bubble and the end of a leader. */
static gboolean
is_line_free (const Labels *self,
              double        from_x,
              double        from_y,
              double        to_x,
              double        to_y)
{
  double length = hypot (to_x - from_x, to_y - from_y);

  for (double way = LEADER_CHECK; way < length; way += LEADER_CHECK)
    {
      const QuadRect point = { from_x + (to_x - from_x) * way / length - 1.0,
                               from_y + (to_y - from_y) * way / length - 1.0, 2.0, 2.0 };

      if (!quad_pack_is_free (self->pack, &point))
        return FALSE;
    }

  return TRUE;
}

static gboolean
place_at_leader (const Labels *self,
                 guint         i)
{
  QuadCard *card = get_card (self, i);
  double x = card->rect.x + card->radius, y = card->rect.y + card->radius;
  double out = atan2 (y - self->box->body.y - self->box->body.height / 2.0,
                      x - self->box->body.x - self->box->body.width / 2.0);
  double width, height;

  get_text_size (&self->layout->metrics, &self->items[i], FALSE, &width, &height);
  for (double length = LEADER_STEP; length <= LONGEST_LEADER; length += LEADER_STEP)
    for (guint turn = 0; turn < LEADER_DIRECTIONS; turn++)
      {
        /* Outwards first, then to both sides of that. */
        double step = (turn + 1) / 2 * (turn % 2 == 0 ? 1.0 : -1.0);
        double angle = out + step * 2.0 * G_PI / LEADER_DIRECTIONS;
        QuadLabel label = {
          .kind = QUAD_LABEL_LEADER,
          .from_x = x + card->radius * cos (angle),
          .from_y = y + card->radius * sin (angle),
          .to_x = x + (card->radius + length) * cos (angle),
          .to_y = y + (card->radius + length) * sin (angle),
        };
        gboolean to_right = cos (angle) >= 0.0;

        label.rect = (QuadRect) { label.to_x + (to_right ? 2.0 : -2.0 - width),
                                  label.to_y - height / 2.0, width, height };
        if (!quad_pack_is_free (self->pack, &label.rect)
            || !is_line_free (self, label.from_x, label.from_y, label.to_x, label.to_y))
          continue;

        card->label = label;
        quad_pack_take (self->pack, &label.rect);
        return TRUE;
      }

  return FALSE;
}

/**
 * quad_chart_labels_reserve:
 * @metrics: of the fonts
 * @pack: with these circles, and no others yet
 * @items: what they stand for
 * @circles: that have their places
 * @n_circles: how many
 *
 * Takes room beside bubbles for the names that do not fit inside, where quad_chart_labels_place()
 * will find it.
 */
void
quad_chart_labels_reserve (const QuadChartMetrics *metrics,
                           QuadPack               *pack,
                           const QuadChartItem    *items,
                           const QuadCircle       *circles,
                           guint                   n_circles)
{
  for (guint i = 0; i < n_circles; i++)
    {
      QuadLabel label;

      if (items[i].name_width > 0.0 && !fit_inside (metrics, &items[i], circles[i].radius, &label))
        take_beside (metrics, pack, &items[i], &circles[i], &label);
    }
}

/**
 * quad_chart_labels_place:
 * @layout: whose bubbles have their places, and no names yet
 * @box: a #QuadBox
 * @items: of the box
 *
 * Gives names to the bubbles of a box, where @items know how wide these are.
 */
void
quad_chart_labels_place (QuadChartLayout     *layout,
                         guint                box,
                         const QuadChartItem *items)
{
  const QuadBoxLayout *place = &layout->boxes[box];
  g_autoptr (QuadPack) pack = quad_pack_new (&place->body, 16.0);
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (guint));
  Labels self = { layout, place, items, pack };
  guint misses = 0, leaders = 0;

  if (place->n_more > 0)
    quad_pack_take (pack, &place->more);
  for (guint i = 0; i < place->n_cards; i++)
    {
      const QuadCard *card = get_card (&self, i);

      quad_pack_take_circle (pack, card->rect.x + card->radius, card->rect.y + card->radius,
                             card->radius);
      if (items[i].name_width > 0.0 && !place_inside (&self, i))
        g_array_append_val (open, i);
    }

  for (guint i = 0; i < open->len && misses < MOST_MISSES; i++)
    {
      guint card = g_array_index (open, guint, i);

      if (place_beside (&self, card))
        misses = 0;
      else
        misses++;
    }

  for (guint i = 0; i < open->len && i < MOST_MISSES && leaders < MOST_LEADERS; i++)
    {
      guint card = g_array_index (open, guint, i);

      if (get_card (&self, card)->label.kind == QUAD_LABEL_NONE)
        leaders += place_at_leader (&self, card);
    }
}
