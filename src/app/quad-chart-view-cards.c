/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-chart-view"

#include "quad-chart-view-private.h"

#include "quad-chart-words.h"
#include "quad-i18n.h"

/*
 * The proxies that follow the layout, what they are called, and the focus, which they carry. A
 * proxy belongs to its account as long as both are shown, and moves with it from box to box.
 */

/* Of one box. What is not in sight has none: the keys bring it there. */
#define MOST_PROXIES 240

static QuadChartBox *
get_box (QuadChartView *self,
         guint          box)
{
  return QUAD_CHART_BOX (self->boxes[box]);
}

/* Account, tier, profile and amount. */
static char *
describe_account (QuadChartView *self,
                  QuadAccount   *account)
{
  const char *name = quad_account_get_name (account);
  const QuadNames *names = quad_book_get_names (self->book);
  const char *tier = quad_names_get_tier (names, quad_account_get_tier (account));
  QuadProfile profile = quad_account_get_profile (account);
  QuadMoney amount = quad_account_get_amount (account);
  g_autofree char *money = NULL;

  if (amount == QUAD_MONEY_UNKNOWN)
    money = g_strdup (quad_account_is_client (account) ? _("revenue unknown")
                                                       : _("potential unknown"));
  else
    money = quad_money_format (amount, quad_book_get_currency (self->book), QUAD_MONEY_EXACT);

  if (profile == QUAD_PROFILE_NONE)
    /* Translators: account, tier, amount */
    return g_strdup_printf (_("%s, %s, %s"), name, tier, money);

  /* Translators: account, tier, profile, amount */
  return g_strdup_printf (_("%s, %s, %s, %s"), name, tier, quad_names_get_profile (names, profile),
                          money);
}

/* How a card is called by assistive technology: all that it shows. */
static char *
describe_card (QuadChartView *self,
               QuadAccount   *account)
{
  g_autofree char *words = describe_account (self, account);
  g_autofree char *signs = NULL;
  QuadSignFacts facts;

  quad_chart_view_get_sign_facts (self, account, &facts);
  signs = quad_signs_describe (quad_signs_find (&facts));
  if (signs == NULL)
    return g_steal_pointer (&words);

  /* Translators: account with tier and amount, then what is the matter: "Overdue step" */
  return g_strdup_printf (_("%s, %s"), words, signs);
}

static char *
describe_more (QuadChartView *self,
               guint          box,
               guint          n)
{
  /* Translators: "12 more in Leads to qualify" */
  return g_strdup_printf (ngettext ("%u more in %s", "%u more in %s", n), n,
                          quad_lens_get_title (self->lens, box, quad_book_get_names (self->book)));
}

static char *
describe_box (QuadChartView *self,
              guint          box)
{
  g_auto (QuadBoxWords) words = { 0 };

  quad_chart_painter_init_words (self->scene.painter, self->scene.layout, self->scene.boxes, box,
                                 &words);

  return quad_box_words_describe (&words);
}

/* Takes the proxy of an account, else one that nobody needs any more, else a new one. */
static QuadChartCard *
claim_card (QuadAccount *account,
            GHashTable  *old,
            GPtrArray   *spare)
{
  QuadChartCard *card = g_hash_table_lookup (old, account);

  if (card != NULL)
    {
      g_hash_table_remove (old, account);
      return g_object_ref (card);
    }

  if (spare->len > 0)
    card = g_ptr_array_steal_index_fast (spare, spare->len - 1);
  else
    card = g_object_ref_sink (QUAD_CHART_CARD (quad_chart_card_new ()));
  quad_chart_card_set_account (card, account);

  return card;
}

/* From one box to another; NULL when it is the lens that changed. */
static char *
describe_way (QuadChartView *self,
              QuadChartBox  *from,
              guint          to)
{
  const QuadNames *names = quad_book_get_names (self->book);

  if (self->cards_lens != self->lens)
    return NULL;

  /* Translators: from one box of the chart to another */
  return g_strdup_printf (self->planning ? _("To move from %s to %s") : _("Moved from %s to %s"),
                          quad_lens_get_title (self->lens, quad_chart_box_get_place (from), names),
                          quad_lens_get_title (self->lens, to, names));
}

/* Puts a proxy into its box behind @previous, and says so when it comes from another box. */
static void
place_card (QuadChartView *self,
            QuadChartCard *card,
            guint          box,
            GtkWidget     *previous)
{
  GtkWidget *widget = GTK_WIDGET (card);
  GtkWidget *frame = self->boxes[box];
  GtkWidget *parent = gtk_widget_get_parent (widget);

  if (parent != NULL && parent != frame)
    {
      g_autofree char *moved = describe_way (self, QUAD_CHART_BOX (parent), box);

      gtk_widget_unparent (widget);
      quad_chart_card_set_description (card, moved);
    }
  if (gtk_widget_get_parent (widget) == NULL || gtk_widget_get_prev_sibling (widget) != previous)
    gtk_widget_insert_after (widget, frame, previous);
}

/* The cards of a box that get a proxy: all of them, or so many around those in sight, or around the
 * one that gets the focus. Indices count in the box. */
static void
find_range (QuadChartView       *self,
            const QuadBoxLayout *frame,
            const QuadCard      *cards,
            guint               *first,
            guint               *end)
{
  guint seen = 0, center;

  *first = 0;
  *end = frame->n_cards;
  if (frame->n_cards <= MOST_PROXIES)
    return;

  while (seen + 1 < frame->n_cards
         && cards[seen].rect.y + cards[seen].rect.height < self->scene.visible_top)
    seen++;
  if (self->proxy_center != NULL
      && quad_chart_layout_find (self->scene.layout, self->proxy_center, &center)
      && center >= frame->first_card && center < frame->first_card + frame->n_cards)
    seen = center - frame->first_card;

  *first = seen > MOST_PROXIES / 4 ? seen - MOST_PROXIES / 4 : 0;
  *first = MIN (*first, frame->n_cards - MOST_PROXIES);
  *end = *first + MOST_PROXIES;
}

/* Whether the card that has the focus is this one: it keeps its proxy wherever it is scrolled. */
static gboolean
is_focus (QuadAccount   *account,
          QuadChartCard *focus)
{
  return focus != NULL && quad_chart_card_get_account (focus) == account;
}

static void
update_box_cards (QuadChartView *self,
                  guint          box,
                  GHashTable    *old,
                  GPtrArray     *spare)
{
  const QuadBoxLayout *frame = quad_chart_layout_get_box (self->scene.layout, box);
  const QuadCard *cards = quad_chart_layout_get_cards (self->scene.layout, NULL)
                          + frame->first_card;
  QuadChartCard *focus = quad_chart_view_get_focus (self);
  GtkWidget *previous = GTK_WIDGET (quad_chart_box_get_header (get_box (self, box)));
  g_autofree char *label = NULL;
  g_autofree char *more = NULL;
  guint first, end;

  find_range (self, frame, cards, &first, &end);
  for (guint i = 0; i < frame->n_cards; i++)
    {
      g_autoptr (QuadChartCard) card = NULL;
      g_autofree char *name = NULL;

      /* where an account is now while it is planned to go is a part of its picture only */
      if (cards[i].ghost
          || ((i < first || i >= end) && !is_focus (cards[i].account, focus)))
        continue;

      card = claim_card (cards[i].account, old, spare);
      name = describe_card (self, cards[i].account);
      place_card (self, card, box, previous);
      quad_chart_card_set_label (card, name);
      quad_chart_card_set_place (card, i + 1, frame->n_cards + frame->n_more);
      g_hash_table_insert (self->cards, cards[i].account, card);
      previous = GTK_WIDGET (card);
    }

  if (frame->n_more > 0)
    more = describe_more (self, box, frame->n_more);
  quad_chart_box_set_more (get_box (self, box), more);

  label = describe_box (self, box);
  quad_chart_box_set_label (get_box (self, box), label);
}

static void
clear_box (QuadChartView *self,
           guint          box)
{
  quad_chart_box_set_more (get_box (self, box), NULL);
  quad_chart_box_set_label (get_box (self, box), NULL);
  quad_chart_box_invalidate (get_box (self, box));
}

/* Tells the proxies what is selected, and drops the pictures that show something else. */
void
quad_chart_view_update_selected (QuadChartView *self)
{
  GHashTableIter iter;
  gpointer account, card;

  g_hash_table_iter_init (&iter, self->cards);
  while (g_hash_table_iter_next (&iter, &account, &card))
    {
      gboolean selected = self->scene.selection != NULL
                          && quad_account_selection_contains (self->scene.selection, account);

      if (quad_chart_card_set_selected (card, selected))
        quad_chart_box_invalidate (QUAD_CHART_BOX (gtk_widget_get_parent (card)));
    }
}

/* Makes the proxies follow the layout. Those of accounts that stay are kept, the others are handed
 * to accounts that come, and only what is left over goes. */
void
quad_chart_view_update_cards (QuadChartView *self)
{
  g_autoptr (GHashTable) old = g_steal_pointer (&self->cards);
  g_autoptr (GPtrArray) spare = g_ptr_array_new_with_free_func (g_object_unref);
  GHashTableIter iter;
  gpointer account, card;
  guint n_cards = 0;

  if (self->scene.layout != NULL)
    quad_chart_layout_get_cards (self->scene.layout, &n_cards);

  self->cards = g_hash_table_new (NULL, NULL);
  g_hash_table_iter_init (&iter, old);
  while (g_hash_table_iter_next (&iter, &account, &card))
    {
      guint index;

      if (n_cards > 0 && quad_chart_layout_find (self->scene.layout, account, &index))
        continue;
      g_ptr_array_add (spare, g_object_ref (card));
      gtk_widget_unparent (card);
      g_hash_table_iter_remove (&iter);
    }

  for (guint box = 0; box < QUAD_N_BOXES; box++)
    {
      gboolean shown = self->scene.layout != NULL
                       && quad_chart_layout_has_box (self->scene.layout, box);

      gtk_widget_set_visible (self->boxes[box], shown);
      if (shown)
        update_box_cards (self, box, old, spare);
      else
        clear_box (self, box);
    }

  /* scrolled out of sight */
  g_hash_table_iter_init (&iter, old);
  while (g_hash_table_iter_next (&iter, &account, &card))
    gtk_widget_unparent (card);

  self->cards_stale = FALSE;
  self->cards_lens = self->lens;
  quad_chart_view_update_selected (self);
}

/* The proxy of an account, NULL when it is not shown. */
QuadChartCard *
quad_chart_view_get_proxy (QuadChartView *self,
                           QuadAccount   *account)
{
  return g_hash_table_lookup (self->cards, account);
}

/* The proxy that has the focus, NULL when the focus is not in the chart. */
QuadChartCard *
quad_chart_view_get_focus (QuadChartView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus == NULL || !QUAD_IS_CHART_CARD (focus)
      || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    return NULL;

  return QUAD_CHART_CARD (focus);
}

/* The proxy of an account that is on the chart, made when there was none. */
static QuadChartCard *
ensure_proxy (QuadChartView *self,
              QuadAccount   *account)
{
  QuadChartCard *card = quad_chart_view_get_proxy (self, account);
  guint index;

  if (card != NULL || self->scene.layout == NULL
      || !quad_chart_layout_find (self->scene.layout, account, &index))
    return card;

  self->proxy_center = account;
  quad_chart_view_update_cards (self);
  self->proxy_center = NULL;

  return quad_chart_view_get_proxy (self, account);
}

/* Focuses the card of an account, or the "+N more" that it is behind. Returns FALSE when it is not
 * on the chart at all. */
gboolean
quad_chart_view_focus_account (QuadChartView *self,
                               QuadAccount   *account)
{
  QuadChartCard *card = ensure_proxy (self, account);
  guint box;
  guint index;

  if (card == NULL && self->scene.boxes != NULL
      && quad_boxes_get_rank (self->scene.boxes, account, &box, NULL)
      && box < QUAD_N_BOXES)
    card = quad_chart_box_get_more (get_box (self, box));

  if (card == NULL)
    return FALSE;

  /* what has the focus scrolls there, so that it must have a place */
  quad_chart_box_place_card (QUAD_CHART_BOX (gtk_widget_get_parent (GTK_WIDGET (card))), card);
  if (quad_chart_layout_find (self->scene.layout, account, &index))
    quad_chart_view_scroll_to (self, &quad_chart_view_get_card (self, index)->rect);

  return gtk_widget_grab_focus (GTK_WIDGET (card));
}

/* The focus goes where the account is now, else near where it was. */
void
quad_chart_view_restore_focus (QuadChartView *self,
               QuadAccount   *account,
               guint          box)
{
  QuadChartCard *stop;

  if (account != NULL && quad_chart_view_focus_account (self, account))
    return;

  stop = quad_chart_box_get_tab_stop (get_box (self, box));
  if (stop != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (stop));
  else
    gtk_widget_grab_focus (GTK_WIDGET (self));
}
