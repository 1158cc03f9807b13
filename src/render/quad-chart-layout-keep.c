/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-chart-layout"

#include "quad-chart-layout-private.h"

/* What a box shows is taken over from the layout before when everything that it follows from is the
 * same: one account that changes costs the layout of its box. */

static gboolean
equal_rects (const QuadRect *a,
             const QuadRect *b)
{
  return a->x == b->x && a->y == b->y && a->width == b->width && a->height == b->height;
}

static gboolean
equal_metrics (const QuadChartMetrics *a,
               const QuadChartMetrics *b)
{
  return a->line_height == b->line_height && a->small_height == b->small_height
         && a->title_height == b->title_height
         && a->minimum_card_width == b->minimum_card_width
         && a->least_target == b->least_target && a->rtl == b->rtl
         && a->ruled == b->ruled;
}

static gboolean
equal_scales (const QuadBubbleScale *a,
              const QuadBubbleScale *b)
{
  return a->small == b->small && a->gap == b->gap && a->large == b->large
         && a->exponent == b->exponent;
}

static gboolean
equal_items (const QuadChartItem *a,
             const QuadChartItem *b)
{
  return a->account == b->account && a->amount == b->amount && a->ghost == b->ghost
         && a->planned == b->planned && a->name_width == b->name_width && a->split == b->split
         && a->first_width == b->first_width && a->second_width == b->second_width;
}

static gboolean
has_same_items (const QuadChartLayout *self,
                guint                  box)
{
  const QuadChartItem *items, *before;
  guint n_items, n_before;

  items = quad_chart_input_get_items (self->input, box, &n_items);
  before = quad_chart_input_get_items (self->before->input, box, &n_before);
  if (n_items != n_before || self->n[box] != self->before->n[box])
    return FALSE;

  for (guint i = 0; i < n_items; i++)
    if (!equal_items (&items[i], &before[i]))
      return FALSE;

  return TRUE;
}

/* The layout before is mirrored already where text runs from right to left. */
static gboolean
has_same_place (const QuadChartLayout *self,
                guint                  box)
{
  const QuadBoxLayout *before = &self->before->boxes[box];
  QuadRect rect = self->boxes[box].rect, body = self->boxes[box].body;

  if (self->metrics.rtl)
    {
      quad_chart_layout_mirror (self, &rect);
      quad_chart_layout_mirror (self, &body);
    }

  return equal_rects (&rect, &before->rect) && equal_rects (&body, &before->body);
}

/* Finds the boxes that may be kept; bubbles only as long as their scale is the same. */
void
quad_chart_layout_find_kept (QuadChartLayout *self)
{
  const QuadChartLayout *before = self->before;

  self->kept = 0;
  if (before == NULL || before->lens != self->lens || before->mode != self->mode
      || before->width != self->width || !equal_metrics (&before->metrics, &self->metrics))
    return;

  for (guint box = 0; box < QUAD_N_BOXES; box++)
    if (quad_chart_layout_has_box (self, box) && quad_chart_layout_has_box (before, box)
        && has_same_place (self, box) && has_same_items (self, box))
      self->kept |= 1u << box;
}

/* Returns: whether the box, found to be kept, has its bubbles in this scale. */
gboolean
quad_chart_layout_keeps_bubbles (const QuadChartLayout *self,
                                 guint                  box,
                                 const QuadBubbleScale *scale)
{
  return (self->kept & (1u << box)) != 0 && equal_scales (&self->before->scale, scale);
}

/* Takes the cards and what goes with them over from the layout before. */
void
quad_chart_layout_keep_box (QuadChartLayout *self,
                            guint            box)
{
  const QuadBoxLayout *before = &self->before->boxes[box];
  QuadBoxLayout *place = &self->boxes[box];

  place->columns = before->columns;
  place->rows = before->rows;
  place->scale = before->scale;
  place->first_card = self->cards->len;
  place->n_cards = before->n_cards;
  place->n_more = before->n_more;
  place->more = before->more;
  for (guint i = 0; i < before->n_cards; i++)
    quad_chart_layout_add_card (self, &g_array_index (self->before->cards, QuadCard,
                                                      before->first_card + i));
}

/**
 * quad_chart_layout_get_kept:
 * @self: a layout
 *
 * Returns: a bit for each #QuadBox whose cards were taken over from the layout before
 */
guint
quad_chart_layout_get_kept (const QuadChartLayout *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->kept;
}
