/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-chart-layout"

#include "quad-chart-layout.h"

#include <math.h>

#include "quad-chart-layout-private.h"

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

const QuadTier quad_chart_sides[2][2] = {
  { QUAD_TIER_KEY, QUAD_TIER_SECONDARY },
  { QUAD_TIER_IDEAL, QUAD_TIER_LEAD },
};

static double
snap (const QuadChartMetrics *metrics,
      double                  length)
{
  return metrics->ruled ? length : floor (length);
}

static gboolean
is_narrow (const QuadChartMetrics *metrics,
           const QuadGridSpacing  *spacing,
           double                  width)
{
  double box = COMFORTABLE_CARD * metrics->minimum_card_width + 2.0 * spacing->box_padding;

  return !metrics->ruled && width < 2.0 * box + spacing->box_gap;
}

static double
get_least_box_height (const QuadChartMetrics *metrics,
                      const QuadGridSpacing  *spacing,
                      gboolean                stacked)
{
  guint rows = stacked ? LEAST_ROWS_STACKED : LEAST_ROWS_BESIDE;

  /* Boxes are whole units high. */
  return ceil (spacing->header_height
               + rows * (quad_grid_card_height (metrics, TRUE, 1.0) + spacing->row_gap)
               + spacing->more_height + spacing->box_padding);
}

static double
get_least_height (const QuadChartMetrics *metrics,
                  const QuadGridSpacing  *spacing,
                  gboolean                stacked)
{
  double box = get_least_box_height (metrics, spacing, stacked);

  if (stacked)
    return 4.0 * box + 2.0 * spacing->box_gap + 2.0 * spacing->caption_height;

  return 2.0 * box + spacing->box_gap + spacing->caption_height;
}

/* Header and body. The header gives up its second line where the cards would have no room. */
static void
split_box (QuadChartLayout *self,
           QuadBoxLayout   *box)
{
  const QuadGridSpacing *spacing = &self->spacing;
  double card_height = quad_grid_card_height (&self->metrics, TRUE, 1.0);
  double header = spacing->header_height;

  box->brief = box->rect.height < header + card_height + spacing->row_gap + spacing->more_height
                                    + spacing->box_padding;
  if (box->brief)
    header = spacing->brief_header_height;

  /* "+N more" stays, whatever else does not. */
  header = CLAMP (header, 0.0, MAX (0.0, box->rect.height - spacing->more_height));

  box->header = (QuadRect) { box->rect.x, box->rect.y, box->rect.width, header };
  box->body.x = box->rect.x + MIN (spacing->box_padding, box->rect.width / 2.0);
  box->body.y = box->rect.y + header;
  box->body.width = MAX (0.0, box->rect.width - 2.0 * spacing->box_padding);
  box->body.height = MAX (0.0, box->rect.height - header
                               - (box->brief ? MIN (4.0, spacing->box_padding)
                                             : spacing->box_padding));
}

static void
place_cards (QuadChartLayout *self,
             QuadTier         tier,
             const QuadGrid  *grid,
             QuadAccount    **accounts)
{
  const QuadBoxLayout *box = &self->boxes[tier];
  double pitch_x = grid->card_width + self->spacing.column_gap;

  for (guint i = 0; i < grid->n_visible; i++)
    {
      guint column = self->metrics.ruled ? i / grid->rows : i % grid->columns;
      guint row = self->metrics.ruled ? i % grid->rows : i / grid->columns;
      QuadCard card = {
        .account = g_object_ref (accounts[i]),
        .tier = tier,
        .rect = { box->body.x + column * pitch_x, box->body.y + row * grid->row_pitch,
                  grid->card_width, grid->card_height },
        .compact = grid->compact,
      };

      g_array_append_val (self->cards, card);
      g_hash_table_insert (self->index, card.account, GUINT_TO_POINTER (self->cards->len));
    }
}

static void
fill_box (QuadChartLayout *self,
          QuadBoxes       *boxes,
          QuadTier         tier)
{
  QuadBoxLayout *box = &self->boxes[tier];
  g_autofree QuadAccount **accounts = NULL;
  guint n_accounts = quad_boxes_get_n (boxes, tier);
  QuadGrid grid;

  quad_grid_fit (&grid, &self->metrics, n_accounts, box->body.width, box->body.height);

  accounts = g_new0 (QuadAccount *, MAX (grid.n_visible, 1));
  grid.n_visible = quad_boxes_peek (boxes, tier, 0, grid.n_visible, accounts);

  box->columns = grid.columns;
  box->rows = grid.rows;
  box->scale = grid.scale;
  box->first_card = self->cards->len;
  box->n_cards = grid.n_visible;
  box->n_more = n_accounts - grid.n_visible;
  place_cards (self, tier, &grid, accounts);

  if (box->n_more > 0)
    {
      double y = MIN (box->body.y + grid.rows * grid.row_pitch, box->rect.y + box->rect.height);

      box->more = (QuadRect) { box->body.x, y, box->body.width,
                               MIN (self->spacing.more_height,
                                    box->rect.y + box->rect.height - y) };
    }
}

static void
arrange_side_by_side (QuadChartLayout *self,
                      QuadBoxes       *boxes)
{
  double needs[2][QUAD_GRID_N_LEVELS];
  double heights[2];
  double caption = self->spacing.caption_height;
  double gap = MIN (self->spacing.box_gap, MIN (self->width, self->height) / 4.0);
  double width, total, top;

  if (self->height < get_least_height (&self->metrics, &self->spacing, FALSE) * 0.75)
    caption = 0.0;

  width = MAX (0.0, snap (&self->metrics, (self->width - gap) / 2.0));
  total = MAX (0.0, self->height - caption - gap);
  for (guint row = 0; row < 2; row++)
    for (guint level = 0; level < QUAD_GRID_N_LEVELS; level++)
      {
        needs[row][level] = 0.0;
        for (guint column = 0; column < 2; column++)
          {
            guint n = quad_boxes_get_n (boxes, quad_chart_sides[column][row]);
            double need = quad_grid_get_need (&self->metrics, n, width, level);

            needs[row][level] = MAX (needs[row][level], need);
          }
      }
  quad_grid_share_out (needs, 2, MINIMUM_SHARE_OF_TWO, total, heights);

  top = snap (&self->metrics, heights[0]);
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
arrange_stacked (QuadChartLayout *self,
                 QuadBoxes       *boxes)
{
  double needs[QUAD_N_CHART_TIERS][QUAD_GRID_N_LEVELS];
  double heights[QUAD_N_CHART_TIERS];
  double caption = self->spacing.caption_height;
  double gap = self->spacing.box_gap;
  double total, y = 0.0;

  total = MAX (0.0, self->height - 2.0 * caption - 2.0 * gap);
  for (guint tier = 0; tier < QUAD_N_CHART_TIERS; tier++)
    for (guint level = 0; level < QUAD_GRID_N_LEVELS; level++)
      needs[tier][level] = quad_grid_get_need (&self->metrics, quad_boxes_get_n (boxes, tier),
                                               self->width, level);
  quad_grid_share_out (needs, QUAD_N_CHART_TIERS, MINIMUM_SHARE_OF_FOUR, total, heights);

  for (guint side = 0; side < 2; side++)
    {
      self->has_caption[side] = TRUE;
      self->captions[side] = (QuadRect) { 0.0, y, self->width, caption };
      y += caption;
      for (guint i = 0; i < 2; i++)
        {
          QuadTier tier = quad_chart_sides[side][i];
          double height = snap (&self->metrics, heights[tier]);

          self->boxes[tier].rect = (QuadRect) { 0.0, y, self->width, height };
          y += height + (i == 0 ? gap : 0.0);
        }
    }
}

static void
mirror (QuadChartLayout *self,
        QuadRect        *rect)
{
  rect->x = self->width - rect->x - rect->width;
}

static void
mirror_everything (QuadChartLayout *self)
{
  for (guint side = 0; side < 2; side++)
    mirror (self, &self->captions[side]);

  for (guint tier = 0; tier < QUAD_N_CHART_TIERS; tier++)
    {
      QuadBoxLayout *box = &self->boxes[tier];

      mirror (self, &box->rect);
      mirror (self, &box->header);
      mirror (self, &box->body);
      if (box->n_more > 0)
        mirror (self, &box->more);
    }

  for (guint i = 0; i < self->cards->len; i++)
    mirror (self, &g_array_index (self->cards, QuadCard, i).rect);
}

static void
clear_card (gpointer data)
{
  QuadCard *card = data;

  g_object_unref (card->account);
}

/**
 * quad_chart_layout_new:
 * @boxes: the accounts
 * @metrics: of the fonts
 * @width: of the chart
 * @height: of the chart
 *
 * Returns: (transfer full): the layout of the accounts as they are now
 */
QuadChartLayout *
quad_chart_layout_new (QuadBoxes              *boxes,
                       const QuadChartMetrics *metrics,
                       double                  width,
                       double                  height)
{
  QuadChartLayout *self;

  g_return_val_if_fail (QUAD_IS_BOXES (boxes), NULL);
  g_return_val_if_fail (metrics != NULL && metrics->minimum_card_width > 0.0, NULL);

  self = g_new0 (QuadChartLayout, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->metrics = *metrics;
  self->width = MAX (0.0, width);
  self->height = MAX (0.0, height);
  self->cards = g_array_new (FALSE, FALSE, sizeof (QuadCard));
  g_array_set_clear_func (self->cards, clear_card);
  self->index = g_hash_table_new (NULL, NULL);
  quad_grid_spacing_init (&self->spacing, metrics);

  self->stacked = is_narrow (metrics, &self->spacing, self->width)
                  && self->height >= get_least_height (metrics, &self->spacing, TRUE);
  if (self->stacked)
    arrange_stacked (self, boxes);
  else
    arrange_side_by_side (self, boxes);

  for (QuadTier tier = 0; tier < QUAD_N_CHART_TIERS; tier++)
    {
      split_box (self, &self->boxes[tier]);
      fill_box (self, boxes, tier);
    }

  if (metrics->rtl)
    mirror_everything (self);

  return self;
}

/**
 * quad_chart_layout_measure:
 * @boxes: the accounts
 * @metrics: of the fonts
 * @width: of the chart
 * @minimum: (out): the least height at which every box shows some cards; it does not depend on
 *   the accounts. In less, the chart still works, but a narrow one is not stacked
 * @natural: (out): the height at which every box shows all its cards, or a dozen of them
 *
 * For a view that scrolls where there is too little room.
 */
void
quad_chart_layout_measure (QuadBoxes              *boxes,
                           const QuadChartMetrics *metrics,
                           double                  width,
                           double                 *minimum,
                           double                 *natural)
{
  QuadGridSpacing spacing;
  gboolean narrow;
  double box_width, needs[2][2], sum;

  g_return_if_fail (QUAD_IS_BOXES (boxes));
  g_return_if_fail (metrics != NULL && metrics->minimum_card_width > 0.0);

  quad_grid_spacing_init (&spacing, metrics);
  narrow = is_narrow (metrics, &spacing, width);
  box_width = narrow ? width : floor ((width - spacing.box_gap) / 2.0);

  for (guint side = 0; side < 2; side++)
    for (guint row = 0; row < 2; row++)
      {
        guint n = MIN (quad_boxes_get_n (boxes, quad_chart_sides[side][row]), NATURAL_ACCOUNTS);

        needs[side][row] = MAX (quad_grid_get_need (metrics, n, box_width, 0),
                                get_least_box_height (metrics, &spacing, narrow));
      }

  if (narrow)
    sum = needs[0][0] + needs[0][1] + needs[1][0] + needs[1][1]
          + 2.0 * spacing.box_gap + 2.0 * spacing.caption_height;
  else
    sum = MAX (needs[0][0], needs[1][0]) + MAX (needs[0][1], needs[1][1])
          + spacing.box_gap + spacing.caption_height;

  *minimum = ceil (get_least_height (metrics, &spacing, narrow));
  *natural = MAX (*minimum, ceil (sum));
}

QuadChartLayout *
quad_chart_layout_ref (QuadChartLayout *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
quad_chart_layout_unref (QuadChartLayout *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_array_unref (self->cards);
  g_hash_table_unref (self->index);
  g_free (self);
}

void
quad_chart_layout_get_size (const QuadChartLayout *self,
                            double                *width,
                            double                *height)
{
  g_return_if_fail (self != NULL);

  *width = self->width;
  *height = self->height;
}

/**
 * quad_chart_layout_is_stacked:
 * @self: the layout
 *
 * Returns: whether the four boxes stand in one column
 */
gboolean
quad_chart_layout_is_stacked (const QuadChartLayout *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->stacked;
}

/**
 * quad_chart_layout_get_caption:
 * @self: the layout
 * @prospects: "Prospects" in place of "Clients"
 * @caption: (out): where the word stands
 *
 * Returns: %FALSE where there is no room for captions
 */
gboolean
quad_chart_layout_get_caption (const QuadChartLayout *self,
                               gboolean               prospects,
                               QuadRect              *caption)
{
  guint side = prospects ? 1 : 0;

  g_return_val_if_fail (self != NULL, FALSE);

  *caption = self->captions[side];

  return self->has_caption[side];
}

/**
 * quad_chart_layout_get_box:
 * @self: the layout
 * @tier: one of the four on the chart
 *
 * Returns: (transfer none): the box
 */
const QuadBoxLayout *
quad_chart_layout_get_box (const QuadChartLayout *self,
                           QuadTier               tier)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (tier < QUAD_N_CHART_TIERS, NULL);

  return &self->boxes[tier];
}

/**
 * quad_chart_layout_get_cards:
 * @self: the layout
 * @n_cards: (out) (optional): how many
 *
 * Returns: (transfer none) (array length=n_cards): every visible card, box by box
 */
const QuadCard *
quad_chart_layout_get_cards (const QuadChartLayout *self,
                             guint                 *n_cards)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (n_cards != NULL)
    *n_cards = self->cards->len;

  return (const QuadCard *) self->cards->data;
}

/**
 * quad_chart_layout_find:
 * @self: the layout
 * @account: an account
 * @card: (out): the index of its card
 *
 * Returns: %FALSE when it has no card, because it is off the chart or among "+N more"
 */
gboolean
quad_chart_layout_find (const QuadChartLayout *self,
                        QuadAccount           *account,
                        guint                 *card)
{
  guint index;

  g_return_val_if_fail (self != NULL, FALSE);

  index = GPOINTER_TO_UINT (g_hash_table_lookup (self->index, account));
  if (index == 0)
    return FALSE;

  *card = index - 1;

  return TRUE;
}
