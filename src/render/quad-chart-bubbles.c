/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-chart-bubbles"

#include <math.h>

#include "quad-chart-labels.h"
#include "quad-chart-layout-private.h"
#include "quad-chart-pack.h"

/*
 * Fills the boxes with bubbles. One scale holds for the whole chart: the same area is the same
 * money in every box. It changes by steps, so that one account that changes leaves the others as
 * large as they are.
 */

/* The smallest bubble, where there is room and where there is little; in units. */
#define SMALL_RADIUS      4.5
#define LEAST_RADIUS      2.5
#define SMALL_RADIUS_STEP 0.5

/* The largest, in lines of text, and as a part of the box. */
#define LARGE_LINES 4.5
#define LARGE_PART  0.30

/* The part of a box that bubbles may cover, each with half the gap around it. */
#define COVER 0.56

/* Nobody packs circles without a plan tighter than this. */
#define MOST_COVER 0.82

/* What the bubbles of a crowded box may cover, of what they would all as the smallest. */
#define CROWDED 1.1

/* The area for a unit of money is a power of two with this exponent's step. */
#define SCALE_STEP 0.25

/* Between two bubbles, of the usual smallest size and of smaller ones. */
#define GAP       2.0
#define SMALL_GAP 1.0

/* Of so many accounts in each box the names have room, however crowded it is. */
#define RESERVED_NAMES 8

/* How often a chart is tried with a smaller scale before some are left to "+N more". */
#define TRIES 5

typedef struct
{
  const QuadChartItem *items;
  guint                n_items;
  QuadCircle          *circles;   /* (owned) */
  guint                n_placed;
  gboolean             kept;      /* from the layout before */
} Box;

typedef struct
{
  QuadChartLayout *layout;
  GCancellable    *cancellable;
  Box              boxes[QUAD_N_BOXES];
  QuadBubbleScale  scale;
} Bubbles;

static double
get_radius (const Bubbles *self,
            QuadMoney      amount)
{
  double radius;

  if (amount == QUAD_MONEY_UNKNOWN || amount <= 0)
    return self->scale.small;

  radius = sqrt ((double) amount * exp2 (self->scale.exponent) / G_PI);

  return CLAMP (radius, self->scale.small, MAX (self->scale.small, self->scale.large));
}

static double
get_body_area (const QuadBoxLayout *box)
{
  return box->body.width * box->body.height;
}

static double
get_cover (const Bubbles *self,
           double         radius)
{
  double reach = radius + self->scale.gap / 2.0;

  return G_PI * reach * reach;
}

/* So small that the fullest box holds all its accounts, if that is possible. */
static void
choose_small_radius (Bubbles *self)
{
  double usual = SMALL_RADIUS * self->layout->metrics.line_height / 16.0;
  double small = usual;

  for (guint i = 0; i < QUAD_N_BOXES; i++)
    {
      guint n = self->boxes[i].n_items;
      double area = get_body_area (&self->layout->boxes[i]);

      /* Half of the room for what is larger than the smallest. */
      if (n > 0 && area > 0.0)
        small = MIN (small, sqrt (0.5 * COVER * area / (n * G_PI)) - SMALL_GAP / 2.0);
    }

  self->scale.small = MAX (LEAST_RADIUS, floor (small / SMALL_RADIUS_STEP) * SMALL_RADIUS_STEP);
  self->scale.gap = small < usual ? SMALL_GAP : GAP;
}

static void
choose_large_radius (Bubbles *self)
{
  self->scale.large = LARGE_LINES * self->layout->metrics.line_height;
  for (guint i = 0; i < QUAD_N_BOXES; i++)
    {
      const QuadRect *body = &self->layout->boxes[i].body;

      if (self->boxes[i].n_items > 0)
        self->scale.large = MIN (self->scale.large, LARGE_PART * MIN (body->width, body->height));
    }
}

static gboolean
is_covered (const Bubbles *self,
            guint          index)
{
  const Box *box = &self->boxes[index];
  double room = COVER * get_body_area (&self->layout->boxes[index]);
  double cover = 0.0;

  /* A box that even the smallest overfill does not make all others small. */
  room = MAX (room, CROWDED * box->n_items * get_cover (self, self->scale.small));
  for (guint i = 0; i < box->n_items && cover <= room; i++)
    cover += get_cover (self, get_radius (self, box->items[i].amount));

  return cover <= room;
}

/* The largest scale at which the largest bubble is not too large and no box too full. */
static void
choose_scale (Bubbles *self)
{
  QuadMoney largest = 0, smallest = G_MAXINT64;
  double least;

  for (guint i = 0; i < QUAD_N_BOXES; i++)
    for (guint j = 0; j < self->boxes[i].n_items; j++)
      {
        QuadMoney amount = self->boxes[i].items[j].amount;

        if (amount == QUAD_MONEY_UNKNOWN || amount <= 0)
          continue;
        largest = MAX (largest, amount);
        smallest = MIN (smallest, amount);
      }

  self->scale.exponent = -INFINITY;
  if (largest == 0)
    return;

  least = log2 (G_PI * self->scale.small * self->scale.small / (double) largest);
  self->scale.exponent = log2 (G_PI * self->scale.large * self->scale.large / (double) largest);
  self->scale.exponent = floor (self->scale.exponent / SCALE_STEP) * SCALE_STEP;
  for (guint i = 0; i < QUAD_N_BOXES; i++)
    while (self->scale.exponent > least && !is_covered (self, i))
      self->scale.exponent -= SCALE_STEP;
}

/* Returns: whether all bubbles of the box found a place. A kept one has those that it had. */
static gboolean
pack_box (Bubbles        *self,
          guint           index,
          const QuadRect *area)
{
  Box *box = &self->boxes[index];
  g_autoptr (QuadPack) pack = NULL;
  guint n_first = MIN (box->n_items, RESERVED_NAMES);

  box->kept = quad_chart_layout_keeps_bubbles (self->layout, index, &self->scale);
  if (box->kept)
    {
      box->n_placed = self->layout->before->boxes[index].n_cards;
      return (self->layout->before->cramped & (1u << index)) == 0;
    }

  for (guint i = 0; i < box->n_items; i++)
    box->circles[i] = (QuadCircle) {
      .radius = get_radius (self, box->items[i].amount),
      .key = (guint) quad_account_get_id (box->items[i].account),
    };

  /* Those of the highest rank get room for their names before the rest comes. */
  pack = quad_pack_new (area, 2.0 * self->scale.small + self->scale.gap);
  box->n_placed = quad_pack_add_circles (pack, box->circles, box->n_items, 0, n_first,
                                         self->scale.gap, self->cancellable);
  if (box->n_placed == n_first)
    {
      quad_chart_labels_reserve (&self->layout->metrics, pack, box->items, box->circles, n_first);
      box->n_placed = quad_pack_add_circles (pack, box->circles, box->n_items, n_first,
                                             box->n_items, self->scale.gap, self->cancellable);
    }

  return box->n_placed == box->n_items;
}

/* Whether even the smallest bubbles cannot all fit. */
static gboolean
is_hopeless (const Bubbles *self,
             guint          index)
{
  return self->boxes[index].n_items * get_cover (self, self->scale.small)
         > MOST_COVER * get_body_area (&self->layout->boxes[index]);
}

static gboolean
pack_boxes (Bubbles *self)
{
  gboolean hopeless = FALSE;

  for (guint i = 0; i < QUAD_N_BOXES; i++)
    hopeless = hopeless || is_hopeless (self, i);

  for (guint try = 0; try < TRIES; try++)
    {
      gboolean all = !hopeless;

      for (guint i = 0; i < QUAD_N_BOXES && all; i++)
        all = pack_box (self, i, &self->layout->boxes[i].body);
      if (g_cancellable_is_cancelled (self->cancellable))
        return FALSE;
      if (all)
        return TRUE;
      self->scale.exponent -= SCALE_STEP;
    }

  /* The smallest everywhere, and what does not fit is counted. */
  for (guint i = 0; i < QUAD_N_BOXES; i++)
    {
      QuadRect area = self->layout->boxes[i].body;

      if (!is_hopeless (self, i) && pack_box (self, i, &area))
        continue;
      self->layout->cramped |= 1u << i;
      area.height = MAX (0.0, area.height - self->layout->spacing.more_height);
      pack_box (self, i, &area);
    }

  return !g_cancellable_is_cancelled (self->cancellable);
}

static void
add_cards (Bubbles *self,
           guint    index)
{
  QuadChartLayout *layout = self->layout;
  QuadBoxLayout *place = &layout->boxes[index];
  const Box *box = &self->boxes[index];

  place->scale = 1.0;
  place->first_card = layout->cards->len;
  place->n_cards = box->n_placed;
  place->n_more = layout->n[index] - box->n_placed;
  for (guint i = 0; i < box->n_placed; i++)
    {
      const QuadChartItem *item = &box->items[i];
      const QuadCircle *circle = &box->circles[i];
      QuadCard card = {
        .account = item->account,
        .box = index,
        .rect = { circle->x - circle->radius, circle->y - circle->radius,
                  2.0 * circle->radius, 2.0 * circle->radius },
        .ghost = item->ghost,
        .planned = item->planned,
        .radius = circle->radius,
        .hollow = item->amount == QUAD_MONEY_UNKNOWN,
      };

      quad_chart_layout_add_card (layout, &card);
    }

  if (place->n_more > 0)
    quad_chart_layout_set_more (layout, index,
                                MAX (place->body.y, place->body.y + place->body.height
                                                    - layout->spacing.more_height));
}

static void
fill_box (Bubbles *self,
          guint    index)
{
  if (self->boxes[index].kept)
    {
      quad_chart_layout_keep_box (self->layout, index);
      return;
    }

  self->layout->kept &= ~(1u << index);
  add_cards (self, index);
  quad_chart_labels_place (self->layout, index, self->boxes[index].items);
}

/* Returns: FALSE when cancelled. */
gboolean
quad_chart_layout_fill_bubbles (QuadChartLayout *self,
                                QuadChartInput  *input,
                                GCancellable    *cancellable)
{
  Bubbles bubbles = { .layout = self, .cancellable = cancellable };
  gboolean done;

  for (guint i = 0; i < QUAD_N_BOXES; i++)
    if (quad_chart_layout_has_box (self, i) && quad_chart_layout_has_bubbles (self, i))
      {
        Box *box = &bubbles.boxes[i];

        box->items = quad_chart_input_get_items (input, i, &box->n_items);
        box->circles = g_new0 (QuadCircle, MAX (1, box->n_items));
      }

  choose_large_radius (&bubbles);
  choose_small_radius (&bubbles);
  choose_scale (&bubbles);
  done = pack_boxes (&bubbles);
  if (done)
    {
      self->scale = bubbles.scale;
      for (guint i = 0; i < QUAD_N_BOXES; i++)
        if (bubbles.boxes[i].circles != NULL)
          fill_box (&bubbles, i);
    }

  for (guint i = 0; i < QUAD_N_BOXES; i++)
    g_free (bubbles.boxes[i].circles);

  return done;
}
