/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-chart-layout"

#include "quad-chart-layout.h"

#include <math.h>
#include <string.h>

#include "quad-chart-layout-private.h"

static void
place_cards (QuadChartLayout     *self,
             guint                box,
             const QuadGrid      *grid,
             const QuadChartItem *items)
{
  const QuadBoxLayout *place = &self->boxes[box];
  double pitch_x = grid->card_width + self->spacing.column_gap;

  for (guint i = 0; i < grid->n_visible; i++)
    {
      guint column = self->metrics.ruled ? i / grid->rows : i % grid->columns;
      guint row = self->metrics.ruled ? i % grid->rows : i / grid->columns;
      QuadCard card = {
        .account = items[i].account,
        .box = box,
        .rect = { place->body.x + column * pitch_x, place->body.y + row * grid->row_pitch,
                  grid->card_width, grid->card_height },
        .compact = grid->compact,
        .ghost = items[i].ghost,
        .planned = items[i].planned,
      };

      quad_chart_layout_add_card (self, &card);
    }
}

static void
fill_box_with_cards (QuadChartLayout *self,
                     QuadChartInput  *input,
                     guint            index)
{
  QuadBoxLayout *box = &self->boxes[index];
  const QuadChartItem *items;
  guint n_items;
  QuadGrid grid;

  items = quad_chart_input_get_items (input, index, &n_items);
  quad_grid_fit (&grid, &self->metrics, self->n[index], box->body.width, box->body.height);
  grid.n_visible = MIN (grid.n_visible, n_items);

  box->columns = grid.columns;
  box->rows = grid.rows;
  box->scale = grid.scale;
  box->first_card = self->cards->len;
  box->n_cards = grid.n_visible;
  box->n_more = self->n[index] - grid.n_visible;
  place_cards (self, index, &grid, items);

  if (box->n_more > 0)
    quad_chart_layout_set_more (self, index, box->body.y + grid.rows * grid.row_pitch);
}

void
quad_chart_layout_mirror (const QuadChartLayout *self,
                          QuadRect              *rect)
{
  rect->x = self->width - rect->x - rect->width;
}

/* What was kept is mirrored already. */
static void
mirror_everything (QuadChartLayout *self)
{
  for (guint side = 0; side < 2; side++)
    quad_chart_layout_mirror (self, &self->captions[side]);

  for (guint i = 0; i < QUAD_N_BOXES; i++)
    {
      QuadBoxLayout *box = &self->boxes[i];

      if (!quad_chart_layout_has_box (self, i))
        continue;
      quad_chart_layout_mirror (self, &box->rect);
      quad_chart_layout_mirror (self, &box->header);
      quad_chart_layout_mirror (self, &box->body);
      if (box->n_more > 0 && (self->kept & (1u << i)) == 0)
        quad_chart_layout_mirror (self, &box->more);
    }

  for (guint i = 0; i < self->cards->len; i++)
    {
      QuadCard *card = &g_array_index (self->cards, QuadCard, i);

      if ((self->kept & (1u << card->box)) != 0)
        continue;
      quad_chart_layout_mirror (self, &card->rect);
      if (card->label.kind == QUAD_LABEL_NONE)
        continue;
      quad_chart_layout_mirror (self, &card->label.rect);
      card->label.from_x = self->width - card->label.from_x;
      card->label.to_x = self->width - card->label.to_x;
    }
}

static QuadChartLayout *
new_layout (const QuadChartOptions *options,
            QuadLens                lens,
            QuadChartMode           mode)
{
  QuadChartLayout *self = g_new0 (QuadChartLayout, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->lens = lens;
  self->mode = mode;
  self->metrics = options->metrics;
  self->width = MAX (0.0, options->width);
  self->height = MAX (0.0, options->height);
  self->zoomed = options->zoomed && quad_lens_has_box (lens, options->zoom);
  self->zoom = options->zoom;
  self->scale.exponent = -INFINITY;
  self->cards = g_array_new (FALSE, FALSE, sizeof (QuadCard));
  self->index = g_hash_table_new (NULL, NULL);
  self->ghosts = g_hash_table_new (NULL, NULL);
  self->order = g_array_new (FALSE, FALSE, sizeof (guint));
  self->places = g_array_new (FALSE, FALSE, sizeof (guint));
  self->rows = g_array_new (FALSE, FALSE, sizeof (guint));
  quad_grid_spacing_init (&self->spacing, &self->metrics);

  return self;
}

void
quad_chart_layout_add_card (QuadChartLayout *self,
                            const QuadCard  *card)
{
  g_array_append_val (self->cards, *card);
  g_hash_table_insert (card->ghost ? self->ghosts : self->index, card->account,
                       GUINT_TO_POINTER (self->cards->len));
}

/* What waits in the strip is to be sorted: it stands there with its name in either mode. */
gboolean
quad_chart_layout_has_bubbles (const QuadChartLayout *self,
                               guint                  box)
{
  return self->mode == QUAD_MODE_BUBBLES && box != QUAD_BOX_STRIP;
}

/* "+N more" at @y, inside the box whatever that is. */
void
quad_chart_layout_set_more (QuadChartLayout *self,
                            guint            index,
                            double           y)
{
  QuadBoxLayout *box = &self->boxes[index];

  y = MIN (y, box->rect.y + box->rect.height);
  box->more = (QuadRect) { box->body.x, y, box->body.width,
                           MIN (self->spacing.more_height, box->rect.y + box->rect.height - y) };
}

/**
 * quad_chart_layout_compute:
 * @input: the accounts, and whether they are cards or bubbles
 * @options: fonts and size
 * @cancellable: (nullable): looked at by bubbles, which may take a tenth of a second
 *
 * Lays out the chart. Reads nothing but its arguments, so that it may be called in any thread.
 *
 * Returns: (transfer full) (nullable): the layout, %NULL when cancelled
 */
QuadChartLayout *
quad_chart_layout_compute (QuadChartInput         *input,
                           const QuadChartOptions *options,
                           GCancellable           *cancellable)
{
  return quad_chart_layout_update (NULL, input, options, cancellable);
}

/**
 * quad_chart_layout_update:
 * @before: (nullable): what the chart was like
 * @input: as in quad_chart_layout_compute()
 * @options: so
 * @cancellable: (nullable): so
 *
 * As quad_chart_layout_compute(), and with the same result. A box whose accounts, size and scale
 * are those of @before is not laid out again.
 *
 * Returns: (transfer full) (nullable): the layout, %NULL when cancelled
 */
QuadChartLayout *
quad_chart_layout_update (const QuadChartLayout  *before,
                          QuadChartInput         *input,
                          const QuadChartOptions *options,
                          GCancellable           *cancellable)
{
  g_autoptr (QuadChartLayout) self = NULL;

  g_return_val_if_fail (input != NULL && options != NULL, NULL);
  g_return_val_if_fail (options->metrics.minimum_card_width > 0.0, NULL);
  g_return_val_if_fail (!options->zoomed || options->zoom < QUAD_N_BOXES, NULL);

  self = new_layout (options, quad_chart_input_get_lens (input), quad_chart_input_get_mode (input));
  self->input = quad_chart_input_ref (input);
  for (guint box = 0; box < QUAD_N_BOXES; box++)
    self->n[box] = quad_chart_input_get_n (input, box);
  quad_chart_layout_arrange (self);
  self->before = before;
  quad_chart_layout_find_kept (self);

  if (self->mode == QUAD_MODE_BUBBLES
      && !quad_chart_layout_fill_bubbles (self, input, cancellable))
    return NULL;

  for (guint box = 0; box < QUAD_N_BOXES; box++)
    if (quad_chart_layout_has_box (self, box) && !quad_chart_layout_has_bubbles (self, box))
      {
        if ((self->kept & (1u << box)) != 0)
          quad_chart_layout_keep_box (self, box);
        else
          fill_box_with_cards (self, input, box);
      }
  self->before = NULL;

  if (self->metrics.rtl)
    mirror_everything (self);
  if (self->mode == QUAD_MODE_BUBBLES)
    quad_chart_layout_sort_rows (self);

  return g_steal_pointer (&self);
}

/**
 * quad_chart_layout_new:
 * @boxes: the accounts
 * @metrics: of the fonts
 * @width: of the chart
 * @height: of the chart
 *
 * Returns: (transfer full): the layout of the accounts as they are now, as cards
 */
QuadChartLayout *
quad_chart_layout_new (QuadBoxes              *boxes,
                       const QuadChartMetrics *metrics,
                       double                  width,
                       double                  height)
{
  g_autoptr (QuadChartInput) input = NULL;

  g_return_val_if_fail (QUAD_IS_BOXES (boxes), NULL);
  g_return_val_if_fail (metrics != NULL, NULL);

  input = quad_chart_input_new (boxes, QUAD_MODE_CARDS, NULL, NULL, NULL);

  return quad_chart_layout_compute (input,
                                    &(QuadChartOptions) { .metrics = *metrics, .width = width,
                                                          .height = height },
                                    NULL);
}

/**
 * quad_chart_layout_measure:
 * @boxes: the accounts
 * @mode: cards or bubbles
 * @options: fonts and width; the height does not matter
 * @minimum: (out): the least height at which every box shows some cards; of the accounts it depends
 *   only on whether any are in the strip. In less, the chart still works, but a narrow one is not
 *   stacked
 * @natural: (out): the height at which every box shows all its cards, or a dozen of them; zoomed,
 *   all
 *
 * For a view that scrolls where there is too little room.
 */
void
quad_chart_layout_measure (QuadBoxes              *boxes,
                           QuadChartMode           mode,
                           const QuadChartOptions *options,
                           double                 *minimum,
                           double                 *natural)
{
  g_autoptr (QuadChartLayout) self = NULL;

  g_return_if_fail (QUAD_IS_BOXES (boxes));
  g_return_if_fail (options != NULL && options->metrics.minimum_card_width > 0.0);
  g_return_if_fail (!options->zoomed || options->zoom < QUAD_N_BOXES);

  self = new_layout (options, quad_boxes_get_lens (boxes), mode);
  for (guint box = 0; box < QUAD_N_BOXES; box++)
    self->n[box] = quad_lens_has_box (self->lens, box) ? quad_boxes_get_n (boxes, box) : 0;

  *minimum = quad_chart_layout_get_least (self);
  *natural = MAX (*minimum, quad_chart_layout_get_wanted (self));
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

  g_clear_pointer (&self->input, quad_chart_input_unref);
  g_array_unref (self->cards);
  g_hash_table_unref (self->index);
  g_hash_table_unref (self->ghosts);
  g_array_unref (self->order);
  g_array_unref (self->places);
  g_array_unref (self->rows);
  g_free (self);
}

QuadLens
quad_chart_layout_get_lens (const QuadChartLayout *self)
{
  g_return_val_if_fail (self != NULL, QUAD_LENS_TIERS);

  return self->lens;
}

QuadChartMode
quad_chart_layout_get_mode (const QuadChartLayout *self)
{
  g_return_val_if_fail (self != NULL, QUAD_MODE_CARDS);

  return self->mode;
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
 * Returns: whether the boxes stand in one column
 */
gboolean
quad_chart_layout_is_stacked (const QuadChartLayout *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->stacked;
}

/**
 * quad_chart_layout_is_zoomed:
 * @self: the layout
 *
 * Returns: whether one box fills the whole chart
 */
gboolean
quad_chart_layout_is_zoomed (const QuadChartLayout *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->zoomed;
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
 * quad_chart_layout_has_box:
 * @self: the layout
 * @box: a #QuadBox
 *
 * Returns: whether the box is shown, in this lens and with this zoom; on paper an empty strip is
 *   not
 */
gboolean
quad_chart_layout_has_box (const QuadChartLayout *self,
                           guint                  box)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (box == QUAD_BOX_STRIP && self->metrics.ruled && self->n[box] == 0)
    return FALSE;

  return quad_lens_has_box (self->lens, box) && (!self->zoomed || self->zoom == box);
}

/**
 * quad_chart_layout_get_box:
 * @self: the layout
 * @box: a #QuadBox
 *
 * Returns: (transfer none): the box; empty and without size when it is not shown
 */
const QuadBoxLayout *
quad_chart_layout_get_box (const QuadChartLayout *self,
                           guint                  box)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (box < QUAD_N_BOXES, NULL);

  return &self->boxes[box];
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

static gboolean
find (GHashTable  *table,
      QuadAccount *account,
      guint       *card)
{
  guint index = GPOINTER_TO_UINT (g_hash_table_lookup (table, account));

  if (index == 0)
    return FALSE;

  *card = index - 1;

  return TRUE;
}

/**
 * quad_chart_layout_find:
 * @self: the layout
 * @account: an account
 * @card: (out): the index of its card; with a plan, of the one where it is planned to be
 *
 * Returns: %FALSE when it has no card, because it is off the chart or among "+N more"
 */
gboolean
quad_chart_layout_find (const QuadChartLayout *self,
                        QuadAccount           *account,
                        guint                 *card)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return find (self->index, account, card);
}

/**
 * quad_chart_layout_find_ghost:
 * @self: the layout
 * @account: an account
 * @card: (out): the index of the card where the account is now, while it is planned elsewhere
 *
 * Returns: %FALSE when it has none
 */
gboolean
quad_chart_layout_find_ghost (const QuadChartLayout *self,
                              QuadAccount           *account,
                              guint                 *card)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return find (self->ghosts, account, card);
}

/**
 * quad_chart_layout_get_area:
 * @self: the layout
 *
 * Returns: of bubbles, the area for each minor unit of money; for a legend
 */
double
quad_chart_layout_get_area (const QuadChartLayout *self)
{
  g_return_val_if_fail (self != NULL, 0.0);

  return exp2 (self->scale.exponent);
}

/* Where an account of a box is, even when it is among "+N more". */
static QuadRect
get_place (const QuadChartLayout *self,
           GHashTable            *table,
           QuadAccount           *account,
           guint                  box,
           gboolean              *round)
{
  guint card;

  *round = FALSE;
  if (!find (table, account, &card))
    return self->boxes[box].more;

  *round = g_array_index (self->cards, QuadCard, card).radius > 0.0;

  return g_array_index (self->cards, QuadCard, card).rect;
}

/**
 * quad_chart_layout_list_arrows:
 * @self: a layout with a plan
 *
 * Returns: (transfer full) (element-type QuadArrow): the planned moves between boxes that are shown
 */
GArray *
quad_chart_layout_list_arrows (const QuadChartLayout *self)
{
  g_autoptr (GHashTable) from = g_hash_table_new (NULL, NULL);
  GArray *arrows = g_array_new (FALSE, FALSE, sizeof (QuadArrow));

  g_return_val_if_fail (self != NULL, arrows);

  for (guint step = 0; step < 2; step++)
    for (guint box = 0; box < QUAD_N_BOXES; box++)
      {
        const QuadChartItem *items;
        guint n_items;

        if (!quad_chart_layout_has_box (self, box))
          continue;
        items = quad_chart_input_get_items (self->input, box, &n_items);
        for (guint i = 0; i < n_items; i++)
          if (step == 0 && items[i].ghost)
            {
              g_hash_table_insert (from, items[i].account, GUINT_TO_POINTER (box));
            }
          else if (step == 1 && items[i].planned && g_hash_table_contains (from, items[i].account))
            {
              QuadAccount *account = items[i].account;
              guint from_box = GPOINTER_TO_UINT (g_hash_table_lookup (from, account));
              QuadArrow arrow = { .account = account, .from_box = from_box, .to_box = box };

              arrow.from = get_place (self, self->ghosts, account, from_box, &arrow.from_round);
              arrow.to = get_place (self, self->index, account, box, &arrow.to_round);
              g_array_append_val (arrows, arrow);
            }
      }

  return arrows;
}

static gboolean
equal_labels (const QuadLabel *a,
              const QuadLabel *b)
{
  return a->kind == b->kind && a->split == b->split && a->amount == b->amount
         && memcmp (&a->rect, &b->rect, sizeof (QuadRect)) == 0
         && a->from_x == b->from_x && a->from_y == b->from_y
         && a->to_x == b->to_x && a->to_y == b->to_y;
}

static gboolean
equal_cards (const QuadCard *a,
             const QuadCard *b)
{
  return a->account == b->account && a->box == b->box && a->compact == b->compact
         && a->ghost == b->ghost && a->planned == b->planned
         && a->radius == b->radius && a->hollow == b->hollow
         && memcmp (&a->rect, &b->rect, sizeof (QuadRect)) == 0
         && equal_labels (&a->label, &b->label);
}

/**
 * quad_chart_layout_is_same_box:
 * @self: a layout
 * @other: another
 * @box: a #QuadBox
 *
 * Returns: whether the box has the same accounts at the same places in both, so that a picture of
 *   it can be kept as long as the accounts themselves did not change
 */
gboolean
quad_chart_layout_is_same_box (const QuadChartLayout *self,
                               const QuadChartLayout *other,
                               guint                  box)
{
  const QuadBoxLayout *a, *b;

  g_return_val_if_fail (self != NULL && other != NULL && box < QUAD_N_BOXES, FALSE);

  a = &self->boxes[box];
  b = &other->boxes[box];
  if (self->lens != other->lens || self->mode != other->mode
      || memcmp (&a->rect, &b->rect, sizeof (QuadRect)) != 0
      || memcmp (&a->header, &b->header, sizeof (QuadRect)) != 0
      || memcmp (&a->body, &b->body, sizeof (QuadRect)) != 0
      || a->n_cards != b->n_cards || a->n_more != b->n_more)
    return FALSE;

  for (guint i = 0; i < a->n_cards; i++)
    if (!equal_cards (&g_array_index (self->cards, QuadCard, a->first_card + i),
                      &g_array_index (other->cards, QuadCard, b->first_card + i)))
      return FALSE;

  return TRUE;
}
