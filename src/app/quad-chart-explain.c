/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-chart-explain"

#include "quad-chart-explain.h"

#include <math.h>

#include "quad-chart-words.h"
#include "quad-dialogs.h"
#include "quad-i18n.h"

struct _QuadChartExplain
{
  GtkPopover parent_instance;

  /* owned */
  QuadBook   *book;
  GListStore *accounts;

  /* borrowed */
  GtkWidget  *sentences;    /* a child */
  GtkWidget  *limit;        /* a child; NULL where there is none */
  GtkWidget  *rhythm;       /* the same */

  /* plain */
  QuadLens    lens;
  guint       box;
};

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS
};

/* The rules of thumb. Source: product.md section 1. */
#define KEY_SHARE_AT_LEAST 0.70

#define LIST_HEIGHT 220

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (QuadChartExplain, quad_chart_explain, GTK_TYPE_POPOVER)

/* Only prospects: how many of them one person can work on. */
static gboolean
has_limit (QuadChartExplain *self)
{
  return self->lens == QUAD_LENS_TIERS
         && (self->box == QUAD_BOX_PROSPECTS_ABOVE || self->box == QUAD_BOX_PROSPECTS_BELOW);
}

static void
take_sentence (QuadChartExplain *self,
               char             *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 44);
  gtk_box_append (GTK_BOX (self->sentences), label);
  g_free (text);
}

static guint
count_prospects (const QuadFigures *figures)
{
  return figures->tiers[QUAD_TIER_IDEAL].accounts + figures->tiers[QUAD_TIER_LEAD].accounts;
}

static void
explain_limit (QuadChartExplain      *self,
               const QuadTierFigures *here)
{
  guint limit = has_limit (self) ? quad_book_get_limits (self->book)[self->box] : 0;

  if (limit > 0 && here->accounts > limit)
    take_sentence (self, g_strdup_printf (ngettext ("That is %u more than the limit.",
                                                    "That are %u more than the limit.",
                                                    here->accounts - limit),
                                          here->accounts - limit));
}

static void
explain_count (QuadChartExplain      *self,
               const QuadTierFigures *here,
               const QuadFigures     *all)
{
  g_autofree char *share = quad_chart_format_share (here->client_share);

  if (self->lens == QUAD_LENS_KARE)
    take_sentence (self, g_strdup_printf (ngettext ("%u of %u account is here.",
                                                    "%u of %u accounts are here.",
                                                    all->accounts),
                                          here->accounts, all->accounts));
  else if (quad_box_is_client (self->box))
    /* Translators: accounts in the box, all clients, share: "7 of 27 clients are here: 26 %." */
    take_sentence (self, g_strdup_printf (ngettext ("%u of %u client is here: %s.",
                                                    "%u of %u clients are here: %s.",
                                                    all->clients),
                                          here->accounts, all->clients, share));
  else
    take_sentence (self, g_strdup_printf (ngettext ("%u of %u prospect is here.",
                                                    "%u of %u prospects are here.",
                                                    count_prospects (all)),
                                          here->accounts, count_prospects (all)));
}

static void
explain_money (QuadChartExplain      *self,
               const QuadTierFigures *here,
               guint                  n_known)
{
  const QuadCurrency *currency = quad_book_get_currency (self->book);
  gboolean client = quad_box_is_client (self->box);
  g_autofree char *sum = quad_money_format (client ? here->revenue : here->potential, currency,
                                            QUAD_MONEY_EXACT);

  if (n_known == 0)
    take_sentence (self, g_strdup (client ? _("Of none of them the revenue is known.")
                                          : _("Of none of them the potential is known.")));
  else if (client)
    /* Translators: amount, how many accounts have one, how many there are */
    take_sentence (self, g_strdup_printf (ngettext ("Their revenue of the last 12 months is %s, "
                                                    "known of %u of %u account.",
                                                    "Their revenue of the last 12 months is %s, "
                                                    "known of %u of %u accounts.",
                                                    here->accounts),
                                          sum, n_known, here->accounts));
  else
    take_sentence (self, g_strdup_printf (ngettext ("They could spend %s in a year, known of %u of "
                                                    "%u account.",
                                                    "They could spend %s in a year, known of %u of "
                                                    "%u accounts.",
                                                    here->accounts),
                                          sum, n_known, here->accounts));
}

static void
explain_share (QuadChartExplain      *self,
               const QuadTierFigures *here,
               const QuadFigures     *all)
{
  const char *key = quad_names_get_box (quad_book_get_names (self->book), QUAD_TIER_KEY);
  const QuadCurrency *currency = quad_book_get_currency (self->book);
  g_autofree char *share = quad_chart_format_share (here->revenue_share);
  g_autofree char *revenue = quad_money_format (all->revenue, currency, QUAD_MONEY_EXACT);
  g_autofree char *cut_off = quad_money_format (all->cut_off.amount, currency, QUAD_MONEY_EXACT);

  if (!quad_box_is_client (self->box) || isnan (here->revenue_share))
    return;

  /* Translators: share, amount */
  take_sentence (self, g_strdup_printf (_("That is %s of the revenue of all clients, %s."), share,
                                        revenue));
  if (self->lens == QUAD_LENS_KARE)
    return;

  if (self->box == QUAD_BOX_CLIENTS_ABOVE)
    take_sentence (self, g_strdup (here->revenue_share >= KEY_SHARE_AT_LEAST
                                     ? _("The rule of thumb, 70 % or more, is kept.")
                                     : _("The rule of thumb, 70 % or more, is not kept.")));
  else
    take_sentence (self, g_strdup (_("The rule of thumb is 25 to 40 %.")));
  if (all->cut_off.amount != QUAD_MONEY_UNKNOWN)
    /* Translators: the key accounts, as a box of the chart is called, and an amount */
    take_sentence (self, g_strdup_printf (_("%s: from a revenue of %s."), key, cut_off));
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *name = gtk_label_new (NULL);
  GtkWidget *amount = gtk_label_new (NULL);

  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_widget_add_css_class (amount, "numeric");
  gtk_widget_add_css_class (amount, "dim-label");
  gtk_box_append (GTK_BOX (row), name);
  gtk_box_append (GTK_BOX (row), amount);
  gtk_list_item_set_child (item, row);
}

static void
bind_cb (QuadChartExplain *self,
         GtkListItem      *item)
{
  QuadAccount *account = gtk_list_item_get_item (item);
  GtkWidget *row = gtk_list_item_get_child (item);
  g_autofree char *amount = quad_money_format (quad_account_get_amount (account),
                                               quad_book_get_currency (self->book),
                                               QUAD_MONEY_EXACT);

  gtk_label_set_text (GTK_LABEL (gtk_widget_get_first_child (row)),
                      quad_account_get_name (account));
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_last_child (row)), amount);
}

static void
activate_cb (QuadChartExplain *self,
             guint             position)
{
  g_autoptr (QuadAccount) account = g_list_model_get_item (G_LIST_MODEL (self->accounts), position);

  if (account == NULL)
    return;

  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, account);
}

static GtkWidget *
make_list (QuadChartExplain *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkSelectionModel *model = GTK_SELECTION_MODEL (
    gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->accounts))));
  GtkWidget *list = gtk_list_view_new (model, factory);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (list, "activate", G_CALLBACK (activate_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_single_click_activate (GTK_LIST_VIEW (list), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Accounts behind the figures"),
                                  -1);

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), list);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), LIST_HEIGHT);
  gtk_widget_add_css_class (scrolled, "explained");

  return scrolled;
}

/* A row with a number that can be changed. */
static GtkWidget *
make_number (QuadChartExplain  *self,
             const char        *title,
             const char        *accessible,
             guint              value,
             GtkWidget        **number)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new_with_mnemonic (title);

  *number = gtk_spin_button_new_with_range (0, QUAD_BOOK_HIGHEST_LIMIT, 1);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (*number), value);
  gtk_widget_set_sensitive (*number, !quad_book_is_read_only (self->book));
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), *number);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (*number),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, accessible, -1);
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (row), *number);

  return row;
}

static void
append_numbers (QuadChartExplain *self,
                GtkBox           *content)
{
  if (self->lens != QUAD_LENS_TIERS)
    return;

  if (has_limit (self))
    gtk_box_append (content, make_number (self, _("_Limit (0 for none)"), _("Limit, 0 for none"),
                                          quad_book_get_limits (self->book)[self->box],
                                          &self->limit));
  gtk_box_append (content, make_number (self, _("Days without a touch until _going cold (0 for "
                                                "never)"),
                                        _("Days without a touch until going cold, 0 for never"),
                                        quad_book_get_rhythm (self->book)[self->box],
                                        &self->rhythm));
}

/* A box of this lens stands for the tier of the same number. */
static void
read_number (QuadChartExplain *self,
             GtkWidget        *number,
             const guint      *now,
             guint            *numbers)
{
  memcpy (numbers, now, QUAD_N_CHART_TIERS * sizeof *numbers);
  if (number == NULL)
    return;

  gtk_spin_button_update (GTK_SPIN_BUTTON (number));
  numbers[self->box] = (guint) gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (number));
}

static void
save_numbers (QuadChartExplain *self)
{
  guint limits[QUAD_N_CHART_TIERS], rhythm[QUAD_N_CHART_TIERS];
  g_autoptr (GError) error = NULL;

  if (self->lens != QUAD_LENS_TIERS || quad_book_is_read_only (self->book))
    return;

  read_number (self, self->limit, quad_book_get_limits (self->book), limits);
  read_number (self, self->rhythm, quad_book_get_rhythm (self->book), rhythm);
  if (!quad_book_set_limits (self->book, limits, &error)
      || !quad_book_set_rhythm (self->book, rhythm, &error))
    quad_dialog_show_error (GTK_WIDGET (self), _("The Limit Was Not Changed"), error);
}

static void
closed_cb (QuadChartExplain *self)
{
  save_numbers (self);
}

static void
quad_chart_explain_dispose (GObject *object)
{
  QuadChartExplain *self = QUAD_CHART_EXPLAIN (object);

  g_clear_object (&self->accounts);
  g_clear_object (&self->book);

  G_OBJECT_CLASS (quad_chart_explain_parent_class)->dispose (object);
}

static void
quad_chart_explain_class_init (QuadChartExplainClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = quad_chart_explain_dispose;

  signals[SIGNAL_CHOSEN] =
    g_signal_new ("chosen", QUAD_TYPE_CHART_EXPLAIN, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, QUAD_TYPE_ACCOUNT);
}

static void
quad_chart_explain_init (QuadChartExplain *self)
{
  self->accounts = g_list_store_new (QUAD_TYPE_ACCOUNT);
  g_signal_connect (self, "closed", G_CALLBACK (closed_cb), NULL);
}

/* Returns: how many accounts have a known amount */
static guint
take_accounts (QuadChartExplain *self,
               QuadBoxes        *boxes)
{
  guint n = quad_boxes_get_n (boxes, self->box);
  g_autofree QuadAccount **accounts = g_new0 (QuadAccount *, MAX (n, 1));
  guint n_known = 0;

  n = quad_boxes_peek (boxes, self->box, 0, n, accounts);
  g_list_store_splice (self->accounts, 0, 0, (gpointer *) accounts, n);
  for (guint i = 0; i < n; i++)
    n_known += quad_account_get_amount (accounts[i]) != QUAD_MONEY_UNKNOWN;

  return n_known;
}

/**
 * quad_chart_explain_new:
 * @book: whose figures
 * @boxes: its accounts
 * @box: which #QuadBox
 *
 * Returns: (transfer floating): a popover, to be given a parent and popped up
 */
GtkWidget *
quad_chart_explain_new (QuadBook  *book,
                        QuadBoxes *boxes,
                        guint      box)
{
  QuadChartExplain *self;
  GtkWidget *content, *title;
  const QuadTierFigures *here;
  const QuadFigures *all;
  guint n_known;

  g_return_val_if_fail (QUAD_IS_BOOK (book), NULL);
  g_return_val_if_fail (QUAD_IS_BOXES (boxes), NULL);
  g_return_val_if_fail (box < QUAD_N_BOXES, NULL);

  self = g_object_new (QUAD_TYPE_CHART_EXPLAIN, NULL);
  self->book = g_object_ref (book);
  self->lens = quad_boxes_get_lens (boxes);
  self->box = box;
  here = quad_boxes_get_figures (boxes, box);
  all = quad_book_get_figures (book);
  n_known = take_accounts (self, boxes);

  content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_widget_add_css_class (content, "explanation");
  title = gtk_label_new (quad_lens_get_title (self->lens, box, quad_book_get_names (book)));
  gtk_widget_add_css_class (title, "heading");
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  self->sentences = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  explain_count (self, here, all);
  explain_limit (self, here);
  explain_money (self, here, n_known);
  explain_share (self, here, all);
  gtk_box_append (GTK_BOX (content), title);
  gtk_box_append (GTK_BOX (content), self->sentences);
  if (here->accounts > 0)
    gtk_box_append (GTK_BOX (content), make_list (self));
  append_numbers (self, GTK_BOX (content));
  gtk_popover_set_child (GTK_POPOVER (self), content);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gtk_label_get_text (GTK_LABEL (title)), -1);

  return GTK_WIDGET (self);
}

guint
quad_chart_explain_get_box (QuadChartExplain *self)
{
  g_return_val_if_fail (QUAD_IS_CHART_EXPLAIN (self), QUAD_BOX_OFF);

  return self->box;
}
