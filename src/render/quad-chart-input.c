/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-chart-input"

#include "quad-chart-input.h"

#include <math.h>
#include <string.h>

/* No box of any chart shows more cards than this: the rest is only counted. Bubbles and a zoomed
 * box, which scrolls, may show all. */
#define MOST_CARDS 8192

struct _QuadChartInput
{
  /* owned */
  GArray          *items[QUAD_N_BOXES];   /* QuadChartItem, in the order of the box */

  /* plain */
  gatomicrefcount  ref_count;
  QuadLens         lens;
  QuadChartMode    mode;
  guint            n[QUAD_N_BOXES];
};

/* What the items are made with. */
typedef struct
{
  GHashTable      *plan;
  QuadNameMeasure  measure;
  gpointer         user_data;
} Maker;

static void
clear_item (gpointer data)
{
  QuadChartItem *item = data;

  g_object_unref (item->account);
}

/* Two lines as equal as the words allow. */
static void
split_name (QuadChartItem *item,
            const Maker   *maker)
{
  const char *name = quad_account_get_name (item->account);
  gsize length = strlen (name);
  double best = G_MAXDOUBLE;

  item->name_width = maker->measure (name, length, maker->user_data);
  for (const char *space = strchr (name, ' '); space != NULL; space = strchr (space + 1, ' '))
    {
      gsize before = (gsize) (space - name);
      double first, second;

      if (before == 0 || before + 1 >= length)
        continue;
      first = maker->measure (name, before, maker->user_data);
      second = maker->measure (space + 1, length - before - 1, maker->user_data);
      if (MAX (first, second) >= best)
        continue;

      best = MAX (first, second);
      item->split = (guint) before;
      item->first_width = first;
      item->second_width = second;
    }
}

static guint
get_planned_box (const Maker *maker,
                 QuadAccount *account,
                 guint        box)
{
  guint planned = maker->plan == NULL
                    ? 0 : GPOINTER_TO_UINT (g_hash_table_lookup (maker->plan, account));

  return planned == 0 ? box : planned - 1;
}

static void
add_item (QuadChartInput *self,
          const Maker    *maker,
          guint           box,
          QuadAccount    *account,
          gboolean        planned)
{
  QuadChartItem item = {
    .account = g_object_ref (account),
    .amount = quad_account_get_amount (account),
    .ghost = !planned && get_planned_box (maker, account, box) != box,
    .planned = planned,
  };

  if (maker->measure != NULL)
    split_name (&item, maker);
  g_array_append_val (self->items[box], item);
}

/* The accounts that are planned to come into a box, in its order. */
static GPtrArray *
list_arrivals (QuadBoxes  *boxes,
               GHashTable *plan,
               guint       box)
{
  GPtrArray *arrivals = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer account, planned;

  if (plan == NULL)
    return arrivals;

  g_hash_table_iter_init (&iter, plan);
  while (g_hash_table_iter_next (&iter, &account, &planned))
    {
      guint now;

      if (GPOINTER_TO_UINT (planned) == box + 1
          && quad_boxes_get_rank (boxes, account, &now, NULL) && now != box)
        g_ptr_array_add (arrivals, account);
    }
  quad_account_sort (arrivals);

  return arrivals;
}

/* Merges those that are in the box with those that are planned to come. */
static void
add_box (QuadChartInput *self,
         QuadBoxes      *boxes,
         const Maker    *maker,
         guint           box,
         guint           most)
{
  g_autoptr (GPtrArray) arrivals = list_arrivals (boxes, maker->plan, box);
  guint n = quad_boxes_get_n (boxes, box);
  g_autofree QuadAccount **accounts = g_new0 (QuadAccount *, MAX (1, MIN (n, most)));
  guint n_accounts = quad_boxes_peek (boxes, box, 0, MIN (n, most), accounts);
  guint next = 0;

  self->n[box] = n + arrivals->len;
  for (guint i = 0; i < n_accounts; i++)
    {
      while (next < arrivals->len
             && quad_account_compare (g_ptr_array_index (arrivals, next), accounts[i]) < 0)
        add_item (self, maker, box, g_ptr_array_index (arrivals, next++), TRUE);
      add_item (self, maker, box, accounts[i], FALSE);
    }
  while (n_accounts == n && next < arrivals->len)
    add_item (self, maker, box, g_ptr_array_index (arrivals, next++), TRUE);
}

/**
 * quad_chart_input_new:
 * @boxes: the accounts
 * @mode: what they are laid out as
 * @plan: (nullable): #QuadAccount -> #QuadBox + 1, for each planned move; accounts that are planned
 *   to leave the chart have %QUAD_BOX_OFF
 * @measure: (nullable) (scope call): for bubbles, how wide names are; without it they get none
 * @user_data: for @measure
 *
 * Takes down what a layout needs. Main thread only, as @boxes is.
 *
 * Returns: (transfer full): what may go to a thread
 */
QuadChartInput *
quad_chart_input_new (QuadBoxes       *boxes,
                      QuadChartMode    mode,
                      GHashTable      *plan,
                      QuadNameMeasure  measure,
                      gpointer         user_data)
{
  Maker maker = { plan, mode == QUAD_MODE_BUBBLES ? measure : NULL, user_data };
  QuadChartInput *self;

  g_return_val_if_fail (QUAD_IS_BOXES (boxes), NULL);
  g_return_val_if_fail (mode < QUAD_N_MODES, NULL);

  self = g_new0 (QuadChartInput, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->lens = quad_boxes_get_lens (boxes);
  self->mode = mode;

  for (guint box = 0; box < QUAD_N_BOXES; box++)
    {
      self->items[box] = g_array_new (FALSE, FALSE, sizeof (QuadChartItem));
      g_array_set_clear_func (self->items[box], clear_item);
      if (quad_lens_has_box (self->lens, box))
        add_box (self, boxes, &maker, box, mode == QUAD_MODE_CARDS ? MOST_CARDS : G_MAXUINT);
    }

  return self;
}

QuadChartInput *
quad_chart_input_ref (QuadChartInput *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
quad_chart_input_unref (QuadChartInput *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  for (guint box = 0; box < QUAD_N_BOXES; box++)
    g_array_unref (self->items[box]);
  g_free (self);
}

QuadLens
quad_chart_input_get_lens (const QuadChartInput *self)
{
  g_return_val_if_fail (self != NULL, QUAD_LENS_TIERS);

  return self->lens;
}

QuadChartMode
quad_chart_input_get_mode (const QuadChartInput *self)
{
  g_return_val_if_fail (self != NULL, QUAD_MODE_CARDS);

  return self->mode;
}

/**
 * quad_chart_input_get_n:
 * @self: the input
 * @box: a #QuadBox
 *
 * Returns: how many accounts are in the box, now or as planned; 0 for a box that is not shown
 */
guint
quad_chart_input_get_n (const QuadChartInput *self,
                        guint                 box)
{
  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (box < QUAD_N_BOXES, 0);

  return self->n[box];
}

/**
 * quad_chart_input_get_items:
 * @self: the input
 * @box: a #QuadBox
 * @n_items: (out): how many; fewer than there are, where no chart could show so many
 *
 * Returns: (transfer none) (array length=n_items): the first accounts of the box
 */
const QuadChartItem *
quad_chart_input_get_items (const QuadChartInput *self,
                            guint                 box,
                            guint                *n_items)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (box < QUAD_N_BOXES, NULL);

  *n_items = self->items[box]->len;

  return (const QuadChartItem *) self->items[box]->data;
}
