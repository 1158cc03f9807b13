/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "layout-checks.h"

#include <math.h>

#define EPSILON 1e-6

/* With more cards than this, steps are followed only from the first and the last of each box: the
 * last, perhaps in a half empty row, is the hardest to leave. */
#define FOLLOW_ALL 150

/* Of thousands of cards about so many are pointed at. */
#define FOLLOW_MOST 400

void
layout_checks_scale_metrics (QuadChartMetrics *metrics,
                             double            scale)
{
  metrics->line_height *= scale;
  metrics->small_height *= scale;
  metrics->title_height *= scale;
  metrics->minimum_card_width *= scale;
}

static void
assert_inside (const QuadRect *inner,
               const QuadRect *outer)
{
  g_assert_cmpfloat (inner->width, >=, 0.0);
  g_assert_cmpfloat (inner->height, >=, 0.0);
  g_assert_cmpfloat (inner->x, >=, outer->x - EPSILON);
  g_assert_cmpfloat (inner->y, >=, outer->y - EPSILON);
  g_assert_cmpfloat (inner->x + inner->width, <=, outer->x + outer->width + EPSILON);
  g_assert_cmpfloat (inner->y + inner->height, <=, outer->y + outer->height + EPSILON);
}

static gboolean
overlap (const QuadRect *a,
         const QuadRect *b)
{
  return a->x + EPSILON < b->x + b->width && b->x + EPSILON < a->x + a->width
         && a->y + EPSILON < b->y + b->height && b->y + EPSILON < a->y + a->height
         && a->width > 0 && a->height > 0 && b->width > 0 && b->height > 0;
}

static double
get_x (const QuadCard *card)
{
  return card->rect.x + card->rect.width / 2.0;
}

static double
get_y (const QuadCard *card)
{
  return card->rect.y + card->rect.height / 2.0;
}

/* How far a rectangle is from the middle of a bubble. */
static double
get_distance (const QuadRect *rect,
              const QuadCard *card)
{
  double x = get_x (card), y = get_y (card);
  double dx = MAX (0.0, MAX (rect->x - x, x - rect->x - rect->width));
  double dy = MAX (0.0, MAX (rect->y - y, y - rect->y - rect->height));

  return hypot (dx, dy);
}

static gboolean
is_outside (const QuadCard *card)
{
  return card->label.kind == QUAD_LABEL_BESIDE || card->label.kind == QUAD_LABEL_LEADER;
}

static gboolean
collide (const QuadCard *a,
         const QuadCard *b)
{
  if (a->radius <= 0.0)
    return overlap (&a->rect, &b->rect);
  if (hypot (get_x (a) - get_x (b), get_y (a) - get_y (b)) < a->radius + b->radius - EPSILON)
    return TRUE;

  return (is_outside (a) && get_distance (&a->label.rect, b) < b->radius - EPSILON)
         || (is_outside (b) && get_distance (&b->label.rect, a) < a->radius - EPSILON)
         || (is_outside (a) && is_outside (b) && overlap (&a->label.rect, &b->label.rect));
}

/* By pairs, but only of those that are near enough; cards of a box come in rows. */
static void
assert_disjoint (const QuadCard *cards,
                 guint           n_cards)
{
  for (guint i = 0; i < n_cards; i++)
    for (guint j = i + 1; j < n_cards; j++)
      if (fabs (get_y (&cards[i]) - get_y (&cards[j])) < cards[i].rect.height + 80.0
          && collide (&cards[i], &cards[j]))
        g_error ("cards %u and %u overlap", i, j);
}

static void
assert_bubble (const QuadCard      *card,
               const QuadBoxLayout *box)
{
  g_assert_cmpfloat_with_epsilon (card->rect.width, 2.0 * card->radius, EPSILON);
  g_assert_cmpfloat_with_epsilon (card->rect.height, 2.0 * card->radius, EPSILON);
  g_assert_true (card->hollow
                 == (quad_account_get_amount (card->account) == QUAD_MONEY_UNKNOWN));

  switch (card->label.kind)
    {
    case QUAD_LABEL_NONE:
      return;
    case QUAD_LABEL_INSIDE:
      g_assert_cmpfloat (hypot (card->label.rect.width / 2.0, card->label.rect.height / 2.0), <=,
                         card->radius);
      break;
    case QUAD_LABEL_BESIDE:
      g_assert_cmpfloat (get_distance (&card->label.rect, card), <, card->radius + 6.0);
      break;
    case QUAD_LABEL_LEADER:
      g_assert_cmpfloat_with_epsilon (hypot (card->label.from_x - get_x (card),
                                             card->label.from_y - get_y (card)),
                                      card->radius, EPSILON);
      break;
    }
  assert_inside (&card->label.rect, &box->body);
}

/* The area of a bubble stands for its amount, unless that is too small for it. */
static void
assert_proportional (const QuadChartLayout *layout,
                     const QuadCard        *cards,
                     guint                  n_cards)
{
  double small = INFINITY, large = 0.0;

  for (guint i = 0; i < n_cards; i++)
    if (cards[i].radius > 0.0)
      {
        small = MIN (small, cards[i].radius);
        large = MAX (large, cards[i].radius);
      }

  for (guint i = 0; i < n_cards; i++)
    {
      QuadMoney amount = quad_account_get_amount (cards[i].account);

      if (cards[i].radius <= small + EPSILON || cards[i].radius >= large - EPSILON)
        continue;
      g_assert_cmpfloat_with_epsilon (G_PI * cards[i].radius * cards[i].radius
                                      / ((double) amount * quad_chart_layout_get_area (layout)),
                                      1.0, EPSILON);
    }
}

static void
assert_box (const QuadChartLayout *layout,
            QuadChartInput        *input,
            guint                  index,
            const QuadRect        *chart)
{
  const QuadBoxLayout *box = quad_chart_layout_get_box (layout, index);
  const QuadChartItem *items;
  const QuadCard *cards;
  guint n_cards, n_items;

  if (!quad_chart_layout_has_box (layout, index))
    {
      g_assert_cmpfloat (box->rect.width, ==, 0.0);
      g_assert_cmpuint (box->n_cards + box->n_more, ==, 0);
      return;
    }

  cards = quad_chart_layout_get_cards (layout, &n_cards);
  items = quad_chart_input_get_items (input, index, &n_items);
  assert_inside (&box->rect, chart);
  assert_inside (&box->header, &box->rect);
  assert_inside (&box->body, &box->rect);
  g_assert_false (overlap (&box->header, &box->body));
  g_assert_cmpuint (box->n_cards + box->n_more, ==, quad_chart_input_get_n (input, index));
  g_assert_cmpuint (box->first_card + box->n_cards, <=, n_cards);
  g_assert_cmpuint (box->n_cards, <=, n_items);
  g_assert_cmpfloat (box->scale, >, 0.5);
  g_assert_cmpfloat (box->scale, <=, 1.0);

  if (box->n_more > 0)
    {
      assert_inside (&box->more, &box->rect);
      g_assert_false (overlap (&box->more, &box->header));
    }

  for (guint i = 0; i < box->n_cards; i++)
    {
      const QuadCard *card = &cards[box->first_card + i];
      guint found;

      g_assert_true (card->account == items[i].account);
      g_assert_true (card->ghost == items[i].ghost && card->planned == items[i].planned);
      g_assert_cmpuint (card->box, ==, index);
      assert_inside (&card->rect, &box->body);
      if (card->radius > 0.0)
        assert_bubble (card, box);
      g_assert_false (overlap (&card->rect, &box->header));
      if (box->n_more > 0)
        g_assert_false (overlap (&card->rect, &box->more));
      g_assert_true ((card->ghost ? quad_chart_layout_find_ghost
                                  : quad_chart_layout_find) (layout, card->account, &found));
      g_assert_cmpuint (found, ==, box->first_card + i);
      if (i > 0)
        g_assert_cmpint (quad_account_compare (card[-1].account, card->account), <, 0);
    }
  assert_disjoint (cards + box->first_card, box->n_cards);
}

static gboolean
is_on (const QuadCard *card,
       double          x,
       double          y)
{
  if (card->radius <= 0.0)
    return quad_rect_contains (&card->rect, x, y);

  return hypot (x - get_x (card), y - get_y (card)) <= card->radius + EPSILON
         || (card->label.kind != QUAD_LABEL_NONE
             && quad_rect_contains (&card->label.rect, x, y));
}

/* What is hit is what is there. */
static void
assert_hit (const QuadChartLayout *layout,
            double                 x,
            double                 y)
{
  QuadHit hit = quad_chart_layout_hit (layout, x, y);
  const QuadCard *cards = quad_chart_layout_get_cards (layout, NULL);
  gboolean in_box = FALSE;

  for (guint i = 0; i < QUAD_N_BOXES; i++)
    {
      const QuadBoxLayout *box = quad_chart_layout_get_box (layout, i);
      guint n_on = 0;

      if (!quad_rect_contains (&box->rect, x, y))
        continue;
      in_box = TRUE;
      for (guint card = box->first_card; card < box->first_card + box->n_cards; card++)
        n_on += is_on (&cards[card], x, y);
      g_assert_cmpuint (hit.box, ==, i);
      g_assert_true ((hit.kind == QUAD_HIT_CARD) == (n_on > 0));
      if (hit.kind == QUAD_HIT_CARD)
        g_assert_true (is_on (&cards[hit.card], x, y));
      else
        g_assert_true ((hit.kind == QUAD_HIT_MORE)
                       == (box->n_more > 0 && quad_rect_contains (&box->more, x, y)));
      g_assert_true ((hit.kind == QUAD_HIT_HEADER) == quad_rect_contains (&box->header, x, y));
    }
  g_assert_true (in_box == (hit.kind != QUAD_HIT_NOTHING));
}

static void
assert_hits (const QuadChartLayout  *layout,
             const QuadChartOptions *options,
             GRand                  *rand)
{
  guint n_cards;
  const QuadCard *cards = quad_chart_layout_get_cards (layout, &n_cards);

  for (guint i = 0; i < n_cards; i += 1 + n_cards / FOLLOW_MOST)
    {
      const QuadRect *rect = &cards[i].rect;
      double part = cards[i].radius > 0.0 ? 0.2 : 0.49;
      double x = get_x (&cards[i]) + rect->width * g_rand_double_range (rand, -part, part);
      double y = get_y (&cards[i]) + rect->height * g_rand_double_range (rand, -part, part);
      QuadHit hit = quad_chart_layout_hit (layout, x, y);

      g_assert_cmpint (hit.kind, ==, QUAD_HIT_CARD);
      g_assert_cmpuint (hit.card, ==, i);
      g_assert_cmpuint (hit.box, ==, cards[i].box);
    }

  for (guint i = 0; i < 50; i++)
    assert_hit (layout, g_rand_double_range (rand, -10, options->width + 10),
                g_rand_double_range (rand, -10, options->height + 10));
}

static guint
count_reached (const QuadChartLayout *layout,
               guint                  from,
               guint                  n_cards)
{
  g_autofree gboolean *seen = g_new0 (gboolean, n_cards);
  g_autofree guint *queue = g_new0 (guint, n_cards);
  guint head = 0, tail = 0;

  seen[from] = TRUE;
  queue[tail++] = from;
  while (head < tail)
    {
      guint card = queue[head++];

      for (QuadDirection direction = 0; direction <= QUAD_DIRECTION_DOWN; direction++)
        {
          guint next;

          if (!quad_chart_layout_get_neighbour (layout, card, direction, &next))
            continue;
          g_assert_cmpuint (next, <, n_cards);
          g_assert_cmpuint (next, !=, card);
          if (!seen[next])
            {
              seen[next] = TRUE;
              queue[tail++] = next;
            }
        }
    }

  return tail;
}

static void
assert_reachable (const QuadChartLayout *layout)
{
  guint n_cards;

  quad_chart_layout_get_cards (layout, &n_cards);
  for (guint i = 0; i < n_cards && n_cards <= FOLLOW_ALL; i++)
    g_assert_cmpuint (count_reached (layout, i, n_cards), ==, n_cards);

  for (guint i = 0; i < QUAD_N_BOXES && n_cards > FOLLOW_ALL; i++)
    {
      const QuadBoxLayout *box = quad_chart_layout_get_box (layout, i);

      if (box->n_cards == 0)
        continue;
      g_assert_cmpuint (count_reached (layout, box->first_card, n_cards), ==, n_cards);
      g_assert_cmpuint (count_reached (layout, box->first_card + box->n_cards - 1, n_cards),
                        ==, n_cards);
    }
}

/* A step never leads back. */
static void
assert_directions (const QuadChartLayout *layout)
{
  guint n_cards, next;
  const QuadCard *cards = quad_chart_layout_get_cards (layout, &n_cards);

  for (guint i = 0; i < n_cards; i++)
    {
      if (quad_chart_layout_get_neighbour (layout, i, QUAD_DIRECTION_RIGHT, &next))
        g_assert_cmpfloat (get_x (&cards[next]), >=, get_x (&cards[i]));
      if (quad_chart_layout_get_neighbour (layout, i, QUAD_DIRECTION_LEFT, &next))
        g_assert_cmpfloat (get_x (&cards[next]), <=, get_x (&cards[i]));
      if (quad_chart_layout_get_neighbour (layout, i, QUAD_DIRECTION_DOWN, &next))
        g_assert_cmpfloat (get_y (&cards[next]), >=, get_y (&cards[i]));
      if (quad_chart_layout_get_neighbour (layout, i, QUAD_DIRECTION_UP, &next))
        g_assert_cmpfloat (get_y (&cards[next]), <=, get_y (&cards[i]));
    }
}

void
layout_checks_assert_same (const QuadChartLayout *a,
                           const QuadChartLayout *b)
{
  for (guint i = 0; i < QUAD_N_BOXES; i++)
    {
      g_assert_cmpmem (quad_chart_layout_get_box (a, i), sizeof (QuadBoxLayout),
                       quad_chart_layout_get_box (b, i), sizeof (QuadBoxLayout));
      g_assert_true (quad_chart_layout_is_same_box (a, b, i));
    }
}

/* Each arrow begins where its account is now and ends where it is planned to be. */
static void
assert_arrows (const QuadChartLayout *layout)
{
  g_autoptr (GArray) arrows = quad_chart_layout_list_arrows (layout);
  const QuadCard *cards = quad_chart_layout_get_cards (layout, NULL);

  for (guint i = 0; i < arrows->len; i++)
    {
      const QuadArrow *arrow = &g_array_index (arrows, QuadArrow, i);
      guint card;

      g_assert_cmpuint (arrow->from_box, !=, arrow->to_box);
      assert_inside (&arrow->from, &quad_chart_layout_get_box (layout, arrow->from_box)->rect);
      assert_inside (&arrow->to, &quad_chart_layout_get_box (layout, arrow->to_box)->rect);
      if (quad_chart_layout_find_ghost (layout, arrow->account, &card))
        g_assert_cmpmem (&arrow->from, sizeof (QuadRect), &cards[card].rect, sizeof (QuadRect));
      if (quad_chart_layout_find (layout, arrow->account, &card))
        g_assert_cmpmem (&arrow->to, sizeof (QuadRect), &cards[card].rect, sizeof (QuadRect));
    }
}

static void
assert_boxes_apart (const QuadChartLayout *layout,
                    const QuadRect        *chart)
{
  for (guint a = 0; a < QUAD_N_BOXES; a++)
    {
      const QuadRect *rect = &quad_chart_layout_get_box (layout, a)->rect;

      for (guint b = a + 1; b < QUAD_N_BOXES; b++)
        g_assert_false (overlap (rect, &quad_chart_layout_get_box (layout, b)->rect));
      for (guint side = 0; side < 2; side++)
        {
          QuadRect caption;

          if (!quad_chart_layout_get_caption (layout, side == 1, &caption))
            continue;
          assert_inside (&caption, chart);
          g_assert_false (overlap (&caption, rect));
        }
    }
}

/* Lays out twice, and checks all of it. */
void
layout_checks_run (QuadChartInput         *input,
                   const QuadChartOptions *options,
                   GRand                  *rand)
{
  g_autoptr (QuadChartLayout) layout = quad_chart_layout_compute (input, options, NULL);
  g_autoptr (QuadChartLayout) again = quad_chart_layout_compute (input, options, NULL);
  const QuadRect chart = { 0, 0, options->width, options->height };
  const QuadCard *cards;
  guint n_cards, sum = 0;

  cards = quad_chart_layout_get_cards (layout, &n_cards);
  for (guint i = 0; i < QUAD_N_BOXES; i++)
    {
      assert_box (layout, input, i, &chart);
      sum += quad_chart_layout_get_box (layout, i)->n_cards;
    }
  g_assert_cmpuint (sum, ==, n_cards);

  assert_boxes_apart (layout, &chart);
  assert_proportional (layout, cards, n_cards);
  assert_hits (layout, options, rand);
  assert_directions (layout);
  assert_reachable (layout);
  assert_arrows (layout);
  layout_checks_assert_same (layout, again);
}
