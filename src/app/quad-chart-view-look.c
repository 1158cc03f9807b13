/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-chart-view"

#include "quad-chart-view-private.h"

#include "quad-i18n.h"
#include "quad-plan.h"

/*
 * What cards look like beyond their places: what they show, what their colours stand for, their
 * signs, and which of them the search and the filters of the list leave out. A change paints only
 * the boxes again in which something looks different: each has a number that says so.
 */

/* The whole chart, in its numbers. */
static void
get_totals (QuadChartView *self,
            QuadSignFacts *facts)
{
  facts->today = quad_book_get_today (self->book);
  facts->client_minutes = self->client_minutes;
  facts->client_revenue = quad_book_get_figures (self->book)->revenue;
}

/* What the signs of an account follow from. */
void
quad_chart_view_get_sign_facts (QuadChartView *self,
                                QuadAccount   *account,
                                QuadSignFacts *facts)
{
  const QuadAccountFacts *known =
    self->facts != NULL ? g_hash_table_lookup (self->facts, account) : NULL;

  *facts = (QuadSignFacts) {
    .account = account,
    .last_touch = QUAD_DATE_NONE,
    .names = quad_book_get_names (self->book),
  };
  if (self->book == NULL)
    return;

  get_totals (self, facts);
  facts->known_since = quad_account_get_created_on (account);
  if (quad_account_get_tier (account) < QUAD_N_CHART_TIERS)
    facts->maximum_days = quad_book_get_rhythm (self->book)[quad_account_get_tier (account)];
  facts->planned = quad_book_get_planned_move (self->book, account) != NULL;
  if (known == NULL)
    return;

  facts->overdue = known->activity.overdue;
  facts->last_touch = known->activity.last_touch;
  facts->minutes = known->activity.minutes;
  facts->reviewed_on = quad_book_get_last_review (self->book);
  facts->moved = quad_account_facts_is_moved (known, account);
}

static void
facts_func (QuadAccount   *account,
            QuadCardFacts *facts,
            gpointer       user_data)
{
  QuadChartView *self = user_data;
  const QuadAccountFacts *known =
    self->facts != NULL ? g_hash_table_lookup (self->facts, account) : NULL;
  QuadSignFacts signs;

  quad_chart_view_get_sign_facts (self, account, &signs);
  facts->signs = quad_signs_find (&signs);
  facts->last_touch = signs.last_touch;
  if (known != NULL)
    {
      facts->marks = known->marks;
      facts->marks_hit = known->marks_hit;
    }
}

static gboolean
match_func (QuadAccount *account,
            gpointer     user_data)
{
  return quad_account_view_matches (QUAD_ACCOUNT_VIEW (user_data), account);
}

static gboolean
is_filtering (QuadChartView *self)
{
  return self->filter != NULL && self->book != NULL
         && g_list_model_get_n_items (G_LIST_MODEL (self->filter))
              < quad_item_list_get_size (quad_book_get_accounts (self->book));
}

/* Another one when a card of the box looks different. */
static guint
hash_look (QuadChartView *self,
           guint          box)
{
  const QuadBoxLayout *frame = quad_chart_layout_get_box (self->scene.layout, box);
  const QuadCard *cards = quad_chart_layout_get_cards (self->scene.layout, NULL)
                          + frame->first_card;
  guint hash = 0;

  for (guint i = 0; i < frame->n_cards; i++)
    {
      QuadCardFacts facts = { 0 };
      gboolean dim = self->filtering
                     && !quad_account_view_matches (self->filter, cards[i].account);

      facts_func (cards[i].account, &facts, self);
      hash = hash * 31 + facts.signs * 2 + dim;
      hash = hash * 31 + facts.marks * 64 + facts.marks_hit;
      hash = hash * 31 + facts.last_touch;
    }

  return hash;
}

/* Brings up to date how cards look, after a change of anything or of the layout. Returns: whether
 * some look different now. */
gboolean
quad_chart_view_update_look (QuadChartView *self)
{
  gboolean filtering = is_filtering (self);
  gboolean differs = FALSE;

  if (filtering != self->filtering)
    {
      self->filtering = filtering;
      quad_chart_painter_set_match (self->scene.painter, filtering ? match_func : NULL,
                                    filtering ? self->filter : NULL);
    }
  if (self->scene.layout == NULL)
    return FALSE;

  for (guint box = 0; box < QUAD_N_BOXES; box++)
    {
      guint hash = hash_look (self, box);

      if (self->looks[box] == hash)
        continue;
      self->looks[box] = hash;
      quad_chart_box_invalidate (QUAD_CHART_BOX (self->boxes[box]));
      differs = TRUE;
    }

  return differs;
}

static gboolean
look_cb (gpointer data)
{
  QuadChartView *self = data;

  self->look_source = 0;
  quad_chart_view_update_look (self);

  return G_SOURCE_REMOVE;
}

/* The list may say several things about one change. */
static void
filter_changed_cb (QuadChartView *self)
{
  if (!self->filtering && !is_filtering (self))
    return;
  if (self->look_source == 0)
    self->look_source = g_idle_add_full (GTK_PRIORITY_RESIZE, look_cb, self, NULL);
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

  g_clear_handle_id (&self->look_source, g_source_remove);
  if (self->filter != NULL)
    g_signal_handlers_disconnect_by_func (self->filter, filter_changed_cb, self);
  self->filtering = FALSE;
  quad_chart_painter_set_match (self->scene.painter, NULL, NULL);
  g_set_object (&self->filter, filter);
  if (filter != NULL)
    g_signal_connect_swapped (filter, "items-changed", G_CALLBACK (filter_changed_cb), self);
  quad_chart_view_update_look (self);
}

static void
load_facts (QuadChartView *self)
{
  g_autoptr (GError) error = NULL;
  GHashTableIter iter;
  gpointer account, facts;

  g_clear_pointer (&self->facts, g_hash_table_unref);
  self->client_minutes = 0;
  if (self->book == NULL)
    return;

  /* Without them there are no signs; what could not be read is said where it is asked for. */
  self->facts = quad_book_load_account_facts (self->book, &error);
  if (self->facts == NULL)
    {
      g_info ("%s", error->message);
      return;
    }

  g_hash_table_iter_init (&iter, self->facts);
  while (g_hash_table_iter_next (&iter, &account, &facts))
    if (quad_account_is_client (account))
      self->client_minutes += ((QuadAccountFacts *) facts)->activity.minutes;
}

static gboolean
is_same_coloring (const QuadColoring *a,
                  const QuadColoring *b)
{
  if (quad_coloring_get_n (a) != quad_coloring_get_n (b))
    return FALSE;
  for (guint i = 0; i < quad_coloring_get_n (a); i++)
    if (g_strcmp0 (quad_coloring_get_label (a, i), quad_coloring_get_label (b, i)) != 0)
      return FALSE;

  return TRUE;
}

static void
invalidate_all (QuadChartView *self)
{
  for (guint box = 0; box < QUAD_N_BOXES; box++)
    quad_chart_box_invalidate (QUAD_CHART_BOX (self->boxes[box]));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Colours stay what they stand for as long as the most frequent values are the same. */
static void
update_coloring (QuadChartView *self)
{
  g_autoptr (QuadColoring) coloring = NULL;

  if (self->book == NULL)
    return;

  coloring = quad_coloring_new (quad_book_get_accounts (self->book), self->color_by,
                                quad_book_get_names (self->book));
  if (self->coloring != NULL && quad_coloring_get_by (self->coloring) == self->color_by
      && is_same_coloring (self->coloring, coloring))
    return;

  g_clear_pointer (&self->coloring, quad_coloring_unref);
  self->coloring = g_steal_pointer (&coloring);
  quad_chart_painter_set_coloring (self->scene.painter, self->coloring);
  invalidate_all (self);
  quad_chart_view_notify_legend (self);
}

static void
update_limits (QuadChartView *self)
{
  const guint *limits = quad_book_get_limits (self->book);
  QuadBoxLimits now = { limits[QUAD_TIER_IDEAL], limits[QUAD_TIER_LEAD] };

  if (self->limits.ideal == now.ideal && self->limits.lead == now.lead)
    return;

  self->limits = now;
  quad_chart_painter_set_limits (self->scene.painter, &now);
  invalidate_all (self);
  self->cards_stale = TRUE;
}

/* account -> box + 1, as the layout wants it. NULL when nothing is planned, or not now. */
static GHashTable *
make_plan (QuadChartView *self)
{
  g_autoptr (GHashTable) plan = NULL;
  QuadItemList *moves;

  if (!self->planning || self->book == NULL)
    return NULL;

  moves = quad_book_get_plan (self->book);
  plan = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < quad_item_list_get_size (moves); i++)
    {
      QuadPlannedMove *move = quad_item_list_peek (moves, i);
      QuadAccount *account = quad_book_get_planned_account (self->book, move);

      if (account != NULL)
        g_hash_table_insert (plan, account,
                             GUINT_TO_POINTER (quad_lens_find_planned (
                               self->lens, account, quad_planned_move_get_tier (move)) + 1));
    }

  return g_steal_pointer (&plan);
}

static gboolean
is_same_plan (GHashTable *a,
              GHashTable *b)
{
  GHashTableIter iter;
  gpointer account, box;

  if (a == NULL || b == NULL || g_hash_table_size (a) != g_hash_table_size (b))
    return a == b;

  g_hash_table_iter_init (&iter, a);
  while (g_hash_table_iter_next (&iter, &account, &box))
    if (g_hash_table_lookup (b, account) != box)
      return FALSE;

  return TRUE;
}

/* The places of the plan, and what it does to the figures in the headers. */
void
quad_chart_view_update_plan (QuadChartView *self)
{
  g_autoptr (GHashTable) plan = make_plan (self);
  QuadTierFigures planned[QUAD_N_BOXES];

  if (plan != NULL)
    quad_boxes_get_planned_figures (self->scene.boxes, quad_book_get_plan (self->book), planned);
  quad_chart_painter_set_planned (self->scene.painter, plan != NULL ? planned : NULL);
  if (is_same_plan (self->plan, plan))
    return;

  g_clear_pointer (&self->plan, g_hash_table_unref);
  self->plan = g_steal_pointer (&plan);
  quad_chart_view_mark_all_stale (self);
}

/* What would be planned by a drop, in words; NULL when nothing. A move that leads back to where all
 * of them are takes their plans away. */
char *
quad_chart_view_describe_plan (QuadChartView *self,
                               GPtrArray     *accounts,
                               guint          box)
{
  g_autoptr (GPtrArray) planned = g_ptr_array_new ();
  const char *title = NULL;
  guint n_back = 0;

  for (guint i = 0; i < accounts->len; i++)
    {
      QuadAccount *account = g_ptr_array_index (accounts, i);
      QuadProfile profile;
      QuadTier tier;

      quad_drop_get_target (self->lens, box, account, &tier, &profile);
      if (quad_book_get_planned_tier (self->book, account) == tier)
        continue;
      g_ptr_array_add (planned, account);
      n_back += quad_account_get_tier (account) == tier;
      title = quad_names_get_box (quad_book_get_names (self->book), tier);
    }

  if (planned->len == 0)
    return NULL;
  if (n_back == planned->len)
    return g_strdup_printf (ngettext ("Nothing is planned for %u account any more",
                                      "Nothing is planned for %u accounts any more", n_back),
                            n_back);

  /* Translators: a number of accounts, and a tier: “Key accounts” */
  return g_strdup_printf (ngettext ("Plan: %u account to %s", "Plan: %u accounts to %s",
                                    planned->len),
                          planned->len, title);
}

static gboolean
facts_cb (gpointer data)
{
  QuadChartView *self = data;

  self->facts_source = 0;
  load_facts (self);
  if (quad_chart_view_update_look (self))
    {
      /* the names of the cards say their signs */
      self->cards_stale = TRUE;
      quad_chart_view_schedule_update (self);
    }

  return G_SOURCE_REMOVE;
}

/* An operation of the book is done. What there is to know of the accounts is read from the whole
 * book, so the picture follows first. */
static void
book_changed_cb (QuadChartView *self)
{
  if (self->facts_source == 0)
    self->facts_source = g_idle_add (facts_cb, self);
  update_coloring (self);
  update_limits (self);
  quad_chart_view_update_plan (self);
  if (self->planning)
    invalidate_all (self);
  if (self->look_source == 0)
    self->look_source = g_idle_add_full (GTK_PRIORITY_RESIZE, look_cb, self, NULL);
}

static void
names_changed_cb (QuadChartView *self)
{
  invalidate_all (self);
  self->cards_stale = TRUE;
  quad_chart_view_notify_legend (self);
}

/* Another book, or none. */
void
quad_chart_view_look_at_book (QuadChartView *self,
                              QuadBook      *before)
{
  if (before != NULL)
    {
      g_signal_handlers_disconnect_by_func (before, book_changed_cb, self);
      g_signal_handlers_disconnect_by_func (quad_book_get_names (before), names_changed_cb, self);
    }
  g_clear_handle_id (&self->facts_source, g_source_remove);
  g_clear_pointer (&self->coloring, quad_coloring_unref);
  quad_chart_painter_set_coloring (self->scene.painter, NULL);

  load_facts (self);
  quad_chart_view_update_plan (self);
  if (self->book == NULL)
    return;

  quad_chart_painter_set_today (self->scene.painter, quad_book_get_today (self->book));
  update_coloring (self);
  update_limits (self);
  g_signal_connect_swapped (self->book, "changed", G_CALLBACK (book_changed_cb), self);
  g_signal_connect_swapped (quad_book_get_names (self->book), "changed",
                            G_CALLBACK (names_changed_cb), self);
}

/**
 * quad_chart_view_set_show:
 * @show: a bit for each #QuadCardShow
 */
void
quad_chart_view_set_show (QuadChartView *self,
                          guint          show)
{
  g_return_if_fail (QUAD_IS_CHART_VIEW (self));

  if (self->show == show)
    return;

  self->show = show;
  quad_chart_painter_set_show (self->scene.painter, show);
  invalidate_all (self);
}

/**
 * quad_chart_view_set_color_by:
 * @color_by: what colours stand for
 */
void
quad_chart_view_set_color_by (QuadChartView *self,
                              QuadColorBy    color_by)
{
  g_return_if_fail (QUAD_IS_CHART_VIEW (self));

  if (self->color_by == color_by)
    return;

  self->color_by = color_by;
  update_coloring (self);
}

void
quad_chart_view_init_look (QuadChartView *self)
{
  self->show = QUAD_SHOW_DEFAULT;
  self->limits = (QuadBoxLimits) QUAD_BOX_LIMITS_DEFAULT;
  quad_chart_painter_set_facts (self->scene.painter, facts_func, self);
}

void
quad_chart_view_dispose_look (QuadChartView *self)
{
  quad_chart_view_set_filter (self, NULL);
  g_clear_handle_id (&self->look_source, g_source_remove);
  g_clear_handle_id (&self->facts_source, g_source_remove);
  g_clear_pointer (&self->facts, g_hash_table_unref);
  g_clear_pointer (&self->plan, g_hash_table_unref);
  g_clear_pointer (&self->coloring, quad_coloring_unref);
}
