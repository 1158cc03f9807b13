/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-chart-layout"

#include <math.h>

#include "quad-chart-layout-private.h"

/* Where the boxes stand. */

/* The lowest share of the height that a row of boxes gets, however few accounts it has: a box is
 * also what a card is dropped on. */
#define MINIMUM_SHARE_OF_TWO  0.28
#define MINIMUM_SHARE_OF_FOUR 0.15

/* Side by side only where both boxes hold a card of this many minimum widths. */
#define COMFORTABLE_CARD 1.5

/* Rows of compact cards that the least height must show in a box. */
#define LEAST_ROWS_STACKED 3
#define LEAST_ROWS_BESIDE  2

/* Accounts per box up to which the chart asks for room to show all of them. */
#define NATURAL_ACCOUNTS 12

/* The strip is as high as its accounts need, within these rows and this share of the height. */
#define STRIP_ROWS  3
#define STRIP_SHARE 0.22

/* Bubbles do not need more height with every account: the rows of boxes share it by these steps, so
 * that one more account moves nothing. */
#define BUBBLE_STEP        0.05
#define BUBBLE_LEAST_SHARE 0.35

/* The height in lines of text that a box of bubbles asks for, and the area in a zoomed one for each
 * account. */
#define BUBBLE_LINES 14.0
#define BUBBLE_ROOM  14.0

const guint quad_chart_sides[2][2] = {
  { QUAD_BOX_CLIENTS_ABOVE, QUAD_BOX_CLIENTS_BELOW },
  { QUAD_BOX_PROSPECTS_ABOVE, QUAD_BOX_PROSPECTS_BELOW },
};

static double
snap (const QuadChartLayout *self,
      double                 length)
{
  return self->metrics.ruled ? length : floor (length);
}

static gboolean
is_narrow (const QuadChartLayout *self)
{
  const QuadGridSpacing *spacing = &self->spacing;
  double box = COMFORTABLE_CARD * self->metrics.minimum_card_width + 2.0 * spacing->box_padding;

  return !self->metrics.ruled && self->width < 2.0 * box + spacing->box_gap;
}

static double
get_least_box_height (const QuadChartLayout *self,
                      gboolean               stacked)
{
  const QuadGridSpacing *spacing = &self->spacing;
  guint rows = stacked ? LEAST_ROWS_STACKED : LEAST_ROWS_BESIDE;

  /* Boxes are whole units high. */
  return ceil (spacing->header_height
               + rows * (quad_grid_card_height (&self->metrics, TRUE, 1.0) + spacing->row_gap)
               + spacing->more_height + spacing->box_padding);
}

/* Of the strip with its gap, 0 without. An empty one is only something to drop a card on, so that
 * paper has none. */
static double
get_strip_height (const QuadChartLayout *self,
                  guint                  most_rows)
{
  const QuadGridSpacing *spacing = &self->spacing;
  guint n = self->n[QUAD_BOX_STRIP];
  QuadGrid grid;

  if (!quad_chart_layout_has_box (self, QUAD_BOX_STRIP))
    return 0.0;
  if (n == 0)
    return ceil (spacing->brief_header_height) + spacing->box_gap;

  for (guint rows = 1;; rows++)
    {
      double body = rows * (quad_grid_card_height (&self->metrics, TRUE, 1.0) + spacing->row_gap);

      quad_grid_fit (&grid, &self->metrics, n, self->width - 2.0 * spacing->box_padding, body);
      if (grid.n_visible == n || rows >= most_rows)
        {
          if (grid.n_visible < n)
            body += spacing->more_height;
          return ceil (spacing->brief_header_height + body + 4.0) + spacing->box_gap;
        }
    }
}

static double
get_least_height (const QuadChartLayout *self,
                  gboolean               stacked)
{
  const QuadGridSpacing *spacing = &self->spacing;
  double box = get_least_box_height (self, stacked);
  double strip = get_strip_height (self, 1);

  if (stacked)
    return 4.0 * box + 2.0 * spacing->box_gap + 2.0 * spacing->caption_height + strip;

  return 2.0 * box + spacing->box_gap + spacing->caption_height + strip;
}

static double
get_need (const QuadChartLayout *self,
          guint                  box,
          double                 width,
          guint                  level)
{
  return quad_grid_get_need (&self->metrics, self->n[box], width, level);
}

/* Header and body. The header gives up its second line where the cards would have no room. */
static void
split_box (QuadChartLayout *self,
           guint            index)
{
  QuadBoxLayout *box = &self->boxes[index];
  const QuadGridSpacing *spacing = &self->spacing;
  double card_height = quad_grid_card_height (&self->metrics, TRUE, 1.0);
  double header = spacing->header_height;
  double more = self->n[index] > 0 ? spacing->more_height : 0.0;

  box->brief = index == QUAD_BOX_STRIP
               || box->rect.height < header + card_height + spacing->row_gap + spacing->more_height
                                     + spacing->box_padding;
  if (box->brief)
    header = spacing->brief_header_height;

  /* "+N more" stays, whatever else does not. */
  header = CLAMP (header, 0.0, MAX (0.0, box->rect.height - more));

  box->header = (QuadRect) { box->rect.x, box->rect.y, box->rect.width, header };
  box->body.x = box->rect.x + MIN (spacing->box_padding, box->rect.width / 2.0);
  box->body.y = box->rect.y + header;
  box->body.width = MAX (0.0, box->rect.width - 2.0 * spacing->box_padding);
  box->body.height = MAX (0.0, box->rect.height - header
                               - (box->brief ? MIN (4.0, spacing->box_padding)
                                             : spacing->box_padding));
}

/* Takes the strip from the foot of the chart. Returns the height left for the boxes. */
static double
take_strip (QuadChartLayout *self)
{
  double strip = MIN (get_strip_height (self, STRIP_ROWS),
                      snap (self, STRIP_SHARE * self->height));
  double gap = MIN (self->spacing.box_gap, strip / 2.0);

  if (!quad_chart_layout_has_box (self, QUAD_BOX_STRIP))
    return self->height;

  self->boxes[QUAD_BOX_STRIP].rect =
    (QuadRect) { 0.0, self->height - strip + gap, self->width, strip - gap };

  return self->height - strip;
}

/* The upper row of boxes gets a share that changes by steps, and only with the number of
 * accounts. */
static void
share_out_bubbles (const QuadChartLayout *self,
                   double                 total,
                   double                 heights[2])
{
  double weights[2], share;

  for (guint row = 0; row < 2; row++)
    weights[row] = sqrt (4.0 + MAX (self->n[quad_chart_sides[0][row]],
                                    self->n[quad_chart_sides[1][row]]));
  share = round (weights[0] / (weights[0] + weights[1]) / BUBBLE_STEP) * BUBBLE_STEP;
  share = CLAMP (share, BUBBLE_LEAST_SHARE, 1.0 - BUBBLE_LEAST_SHARE);

  heights[0] = share * total;
  heights[1] = total - heights[0];
}

static void
share_out_rows (const QuadChartLayout *self,
                double                 width,
                double                 total,
                double                 heights[2])
{
  double needs[2][QUAD_GRID_N_LEVELS];

  if (self->mode == QUAD_MODE_BUBBLES)
    {
      share_out_bubbles (self, total, heights);
      return;
    }

  for (guint row = 0; row < 2; row++)
    for (guint level = 0; level < QUAD_GRID_N_LEVELS; level++)
      needs[row][level] = MAX (get_need (self, quad_chart_sides[0][row], width, level),
                               get_need (self, quad_chart_sides[1][row], width, level));
  quad_grid_share_out (needs, 2, MINIMUM_SHARE_OF_TWO, total, heights);
}

static void
arrange_side_by_side (QuadChartLayout *self)
{
  double height = take_strip (self);
  double heights[2];
  double caption = self->spacing.caption_height;
  double gap = MIN (self->spacing.box_gap, MIN (self->width, height) / 4.0);
  double width, total, top;

  if (self->height < get_least_height (self, FALSE) * 0.75)
    caption = 0.0;

  width = MAX (0.0, snap (self, (self->width - gap) / 2.0));
  total = MAX (0.0, height - caption - gap);
  share_out_rows (self, width, total, heights);

  top = snap (self, heights[0]);
  for (guint column = 0; column < 2; column++)
    {
      double x = column == 0 ? 0.0 : MAX (0.0, self->width - width);

      self->has_caption[column] = caption > 0.0;
      self->captions[column] = (QuadRect) { x, 0.0, width, caption };
      self->boxes[quad_chart_sides[column][0]].rect = (QuadRect) { x, caption, width, top };
      self->boxes[quad_chart_sides[column][1]].rect =
        (QuadRect) { x, caption + top + gap, width, MAX (0.0, total - top) };
    }
}

static void
arrange_stacked (QuadChartLayout *self)
{
  double needs[4][QUAD_GRID_N_LEVELS];
  double height = take_strip (self);
  double heights[4];
  double caption = self->spacing.caption_height;
  double gap = self->spacing.box_gap;
  double total, y = 0.0;

  total = MAX (0.0, height - 2.0 * caption - 2.0 * gap);
  for (guint box = 0; box < 4; box++)
    for (guint level = 0; level < QUAD_GRID_N_LEVELS; level++)
      needs[box][level] = self->mode == QUAD_MODE_BUBBLES
                            ? 0.0 : get_need (self, box, self->width, level);
  quad_grid_share_out (needs, 4, MINIMUM_SHARE_OF_FOUR, total, heights);

  for (guint side = 0; side < 2; side++)
    {
      self->has_caption[side] = TRUE;
      self->captions[side] = (QuadRect) { 0.0, y, self->width, caption };
      y += caption;
      for (guint i = 0; i < 2; i++)
        {
          guint box = quad_chart_sides[side][i];
          double part = snap (self, heights[box]);

          self->boxes[box].rect = (QuadRect) { 0.0, y, self->width, part };
          y += part + (i == 0 ? gap : 0.0);
        }
    }
}

/* The least and the wanted height of one box by itself. */
static double
get_zoomed_height (const QuadChartLayout *self,
                   gboolean               least)
{
  guint n = self->n[self->zoom];
  double height = get_least_box_height (self, FALSE);

  if (least)
    return height;
  if (self->mode == QUAD_MODE_CARDS)
    return MAX (height, get_need (self, self->zoom, self->width, 0));

  return MAX (height, self->spacing.header_height + self->spacing.box_padding
                      + n * BUBBLE_ROOM * BUBBLE_ROOM / MAX (self->width, 1.0));
}

/* Sets the rectangles of captions and boxes, and of header and body in each, from left to right. */
void
quad_chart_layout_arrange (QuadChartLayout *self)
{
  self->stacked = !self->zoomed && is_narrow (self)
                  && self->height >= get_least_height (self, TRUE);
  if (self->zoomed)
    self->boxes[self->zoom].rect = (QuadRect) { 0.0, 0.0, self->width, self->height };
  else if (self->stacked)
    arrange_stacked (self);
  else
    arrange_side_by_side (self);

  for (guint box = 0; box < QUAD_N_BOXES; box++)
    if (quad_chart_layout_has_box (self, box))
      split_box (self, box);
}

/* The least height at which every box shows some cards. */
double
quad_chart_layout_get_least (const QuadChartLayout *self)
{
  return ceil (self->zoomed ? get_zoomed_height (self, TRUE)
                            : get_least_height (self, is_narrow (self)));
}

/* The height at which every box shows all its cards, or a dozen of them; zoomed, all. */
double
quad_chart_layout_get_wanted (const QuadChartLayout *self)
{
  gboolean narrow = is_narrow (self);
  double width = narrow ? self->width
                        : floor ((self->width - self->spacing.box_gap) / 2.0);
  double needs[4], sum;

  if (self->zoomed)
    return ceil (get_zoomed_height (self, FALSE));

  for (guint box = 0; box < 4; box++)
    {
      double need = self->mode == QUAD_MODE_BUBBLES
                      ? BUBBLE_LINES * self->metrics.line_height
                      : quad_grid_get_need (&self->metrics, MIN (self->n[box], NATURAL_ACCOUNTS),
                                            width, 0);

      needs[box] = MAX (need, get_least_box_height (self, narrow));
    }

  if (narrow)
    sum = needs[0] + needs[1] + needs[2] + needs[3]
          + 2.0 * self->spacing.box_gap + 2.0 * self->spacing.caption_height;
  else
    sum = MAX (needs[0], needs[2]) + MAX (needs[1], needs[3])
          + self->spacing.box_gap + self->spacing.caption_height;

  return MAX (quad_chart_layout_get_least (self),
              ceil (sum + get_strip_height (self, STRIP_ROWS)));
}
