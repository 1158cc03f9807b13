/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-chart-view"

#include "quad-chart-view-private.h"

/*
 * What the search and the filters of the list leave out is dimmed here. A change of the list paints
 * only the boxes again in which another card is dim now.
 */

static gboolean
is_filtering (QuadAccountView *filter,
              QuadBook        *book)
{
  return filter != NULL && book != NULL
         && g_list_model_get_n_items (G_LIST_MODEL (filter))
              < quad_item_list_get_size (quad_book_get_accounts (book));
}

/* Differs when other cards of the box are dim; 0 when none is. */
static guint
hash_dim (QuadChartView *self,
          QuadTier       tier)
{
  const QuadBoxLayout *box = quad_chart_layout_get_box (self->scene.layout, tier);
  const QuadCard *cards = quad_chart_layout_get_cards (self->scene.layout, NULL) + box->first_card;
  guint hash = 0;

  for (guint i = 0; i < box->n_cards; i++)
    if (!quad_account_view_matches (self->filter, cards[i].account))
      hash = hash * 31 + g_direct_hash (cards[i].account) + 1;

  return hash;
}

/* Brings up to date what is dim, after a change of the filter or of the layout. */
void
quad_chart_view_update_dim (QuadChartView *self)
{
  gboolean filtering = is_filtering (self->filter, self->book);

  self->scene.filter = filtering ? self->filter : NULL;
  if (self->scene.layout == NULL)
    return;

  for (QuadTier tier = 0; tier < QUAD_N_CHART_TIERS; tier++)
    {
      guint hash = filtering ? hash_dim (self, tier) : 0;

      if (self->dim_hashes[tier] == hash)
        continue;
      self->dim_hashes[tier] = hash;
      quad_chart_box_invalidate (QUAD_CHART_BOX (self->boxes[tier]));
    }
}

static gboolean
update_cb (gpointer data)
{
  QuadChartView *self = data;

  self->dim_source = 0;
  quad_chart_view_update_dim (self);

  return G_SOURCE_REMOVE;
}

/* The list may say several things about one change. */
static void
filter_changed_cb (QuadChartView *self)
{
  if (self->scene.filter == NULL && !is_filtering (self->filter, self->book))
    return;
  if (self->dim_source == 0)
    self->dim_source = g_idle_add_full (GTK_PRIORITY_RESIZE, update_cb, self, NULL);
}

/**
 * quad_chart_view_set_filter:
 * @filter: (nullable): what it leaves out is dim; over the accounts of the book
 */
void
quad_chart_view_set_filter (QuadChartView   *self,
                            QuadAccountView *filter)
{
  g_return_if_fail (QUAD_IS_CHART_VIEW (self));
  g_return_if_fail (filter == NULL || QUAD_IS_ACCOUNT_VIEW (filter));

  if (self->filter == filter)
    return;

  g_clear_handle_id (&self->dim_source, g_source_remove);
  if (self->filter != NULL)
    g_signal_handlers_disconnect_by_func (self->filter, filter_changed_cb, self);
  g_set_object (&self->filter, filter);
  if (filter != NULL)
    g_signal_connect_swapped (filter, "items-changed", G_CALLBACK (filter_changed_cb), self);
  quad_chart_view_update_dim (self);
}
