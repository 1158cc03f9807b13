/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-account-cell"

#include <math.h>

#include "quad-account-cell.h"
#include "quad-i18n.h"
#include "quad-number.h"
#include "quad-profile-badge.h"
#include "quad-words.h"

/*
 * Texts are inscriptions, which keep their size whatever stands in them: scrolling through a big
 * book lays out nothing anew and columns do not jump.
 */
struct _QuadAccountCell
{
  GtkWidget parent_instance;

  /* owned */
  GtkWidget          *content;      /* GtkInscription or QuadProfileBadge */
  QuadAccount        *account;
  QuadAccountHeading *heading;      /* either one */

  /* borrowed: the list keeps them as long as cells are bound */
  QuadBook        *book;
  QuadAccountRows *rows;

  /* plain */
  QuadAccountColumn column;
};

G_DEFINE_FINAL_TYPE (QuadAccountCell, quad_account_cell, GTK_TYPE_WIDGET)

/* A character is counted as wide as the average one of the font; words have many narrow ones. */
static guint
count_tier_chars (void)
{
  guint most = 0;

  for (guint i = 0; i < QUAD_N_TIERS; i++)
    most = MAX (most, (guint) g_utf8_strlen (quad_words_get_tier_short (i, NULL), -1));
  return (most * 4 + 4) / 5;
}

/* Where there is less room than that it is cut short. */
static GtkWidget *
make_inscription (guint nat_chars)
{
  GtkInscription *inscription = GTK_INSCRIPTION (gtk_inscription_new (NULL));

  gtk_inscription_set_min_chars (inscription, MIN (nat_chars, 3));
  gtk_inscription_set_nat_chars (inscription, nat_chars);
  gtk_inscription_set_min_lines (inscription, 1);
  gtk_inscription_set_nat_lines (inscription, 1);
  gtk_inscription_set_text_overflow (inscription, GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  return GTK_WIDGET (inscription);
}

static GtkWidget *
make_content (QuadAccountColumn column)
{
  GtkWidget *content = NULL;

  switch (column)
    {
    case QUAD_ACCOUNT_COLUMN_PROFILE:
      content = quad_profile_badge_new ();
      break;
    case QUAD_ACCOUNT_COLUMN_NAME:
      content = make_inscription (8);
      break;
    case QUAD_ACCOUNT_COLUMN_TIER:
      content = make_inscription (count_tier_chars ());
      gtk_widget_add_css_class (content, "dim-label");
      break;
    case QUAD_ACCOUNT_COLUMN_REVENUE:
      content = make_inscription (6);
      gtk_widget_add_css_class (content, "numeric");
      break;
    case QUAD_ACCOUNT_COLUMN_SHARE:
      content = make_inscription (5);
      gtk_widget_add_css_class (content, "numeric");
      gtk_widget_add_css_class (content, "dim-label");
      break;
    }
  return content;
}

static void
set_text (QuadAccountCell *self,
          const char      *text)
{
  gtk_inscription_set_text (GTK_INSCRIPTION (self->content), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->content), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  text, -1);
}

static void
show_revenue (QuadAccountCell *self,
              QuadMoney        revenue)
{
  const QuadCurrency *currency = quad_book_get_currency (self->book);
  g_autofree char *text = quad_money_format (revenue, currency, QUAD_MONEY_SHORT);
  g_autofree char *full = NULL;

  if (revenue != QUAD_MONEY_UNKNOWN)
    full = quad_money_format (revenue, currency, QUAD_MONEY_FULL);
  set_text (self, text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), full);
}

static void
show_share (QuadAccountCell *self)
{
  double share = quad_words_get_share (self->account, quad_book_get_figures (self->book));
  g_autofree char *text = quad_number_format_share (share);

  set_text (self, text);
}

static void
show_account (QuadAccountCell *self)
{
  switch (self->column)
    {
    case QUAD_ACCOUNT_COLUMN_PROFILE:
      quad_profile_badge_set_profile (QUAD_PROFILE_BADGE (self->content),
                                      quad_account_get_profile (self->account),
                                      quad_book_get_names (self->book));
      break;
    case QUAD_ACCOUNT_COLUMN_NAME:
      set_text (self, quad_account_get_name (self->account));
      break;
    case QUAD_ACCOUNT_COLUMN_TIER:
      set_text (self, quad_words_get_tier_short (quad_account_get_tier (self->account),
                                                 quad_book_get_names (self->book)));
      break;
    case QUAD_ACCOUNT_COLUMN_REVENUE:
      show_revenue (self, quad_account_get_revenue (self->account));
      break;
    case QUAD_ACCOUNT_COLUMN_SHARE:
      show_share (self);
      break;
    }
}

/* The number alone, since there is room for one word; in whole for those who hear it. */
static void
show_count (QuadAccountCell *self)
{
  guint n = quad_account_heading_get_n_accounts (self->heading);
  g_autofree char *text = quad_number_group (n);
  g_autofree char *full = g_strdup_printf (ngettext ("%u account", "%u accounts", n), n);

  gtk_inscription_set_text (GTK_INSCRIPTION (self->content), text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), full);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->content), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  full, -1);
}

/* Revenue and share of a group, as far as they are known. */
static void
show_sum (QuadAccountCell *self)
{
  g_autoptr (GPtrArray) accounts = quad_account_rows_list_group (self->rows, self->heading);
  const QuadFigures *figures = quad_book_get_figures (self->book);
  QuadMoney sum = QUAD_MONEY_UNKNOWN;
  double share = NAN;

  for (guint i = 0; i < accounts->len; i++)
    {
      QuadMoney revenue = quad_account_get_revenue (accounts->pdata[i]);
      double own = quad_words_get_share (accounts->pdata[i], figures);

      if (revenue != QUAD_MONEY_UNKNOWN)
        sum = (sum == QUAD_MONEY_UNKNOWN ? 0 : sum) + revenue;
      if (!isnan (own))
        share = (isnan (share) ? 0 : share) + own;
    }
  if (self->column == QUAD_ACCOUNT_COLUMN_REVENUE)
    {
      show_revenue (self, sum);
    }
  else
    {
      g_autofree char *text = quad_number_format_share (share);

      set_text (self, text);
    }
}

static void
show_heading (QuadAccountCell *self)
{
  QuadFacetValue *value = quad_account_heading_get_value (self->heading);

  switch (self->column)
    {
    case QUAD_ACCOUNT_COLUMN_PROFILE:
      quad_profile_badge_set_profile (QUAD_PROFILE_BADGE (self->content),
                                      quad_facet_value_get_facet (value) == QUAD_FACET_PROFILE
                                        ? (QuadProfile) quad_facet_value_get_number (value)
                                        : QUAD_PROFILE_NONE,
                                      quad_book_get_names (self->book));
      break;
    case QUAD_ACCOUNT_COLUMN_NAME:
      set_text (self, quad_facet_value_get_label (value, quad_book_get_names (self->book)));
      break;
    case QUAD_ACCOUNT_COLUMN_TIER:
      show_count (self);
      break;
    case QUAD_ACCOUNT_COLUMN_REVENUE:
    case QUAD_ACCOUNT_COLUMN_SHARE:
      show_sum (self);
      break;
    }
}

/* The whole name, where the column is too narrow for it. */
static gboolean
query_tooltip_cb (QuadAccountCell *self,
                  int              x,
                  int              y,
                  gboolean         keyboard_mode,
                  GtkTooltip      *tooltip)
{
  const char *name = gtk_inscription_get_text (GTK_INSCRIPTION (self->content));
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (self->content, name);
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  if (width <= gtk_widget_get_width (self->content))
    return FALSE;
  gtk_tooltip_set_text (tooltip, name);
  return TRUE;
}

/* The cell of the list around this one has a border that is a part of the row too. */
static void
set_grouped (QuadAccountCell *self,
             gboolean         grouped)
{
  GtkWidget *cell = gtk_widget_get_parent (GTK_WIDGET (self));

  if (cell != NULL && grouped)
    gtk_widget_add_css_class (cell, "group");
  else if (cell != NULL)
    gtk_widget_remove_css_class (cell, "group");
}

/* An inscription aligns to the left and the right, not to the start and the end. */
static void
align (QuadAccountCell *self)
{
  gboolean at_end = self->column == QUAD_ACCOUNT_COLUMN_REVENUE
                    || self->column == QUAD_ACCOUNT_COLUMN_SHARE;
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  if (GTK_IS_INSCRIPTION (self->content))
    gtk_inscription_set_xalign (GTK_INSCRIPTION (self->content), at_end != rtl ? 1 : 0);
}

static void
quad_account_cell_direction_changed (GtkWidget        *widget,
                                     GtkTextDirection  previous)
{
  align (QUAD_ACCOUNT_CELL (widget));
}

static void
quad_account_cell_dispose (GObject *object)
{
  QuadAccountCell *self = QUAD_ACCOUNT_CELL (object);

  quad_account_cell_unbind (self);
  g_clear_pointer (&self->content, gtk_widget_unparent);

  G_OBJECT_CLASS (quad_account_cell_parent_class)->dispose (object);
}

static void
quad_account_cell_class_init (QuadAccountCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = quad_account_cell_dispose;
  widget_class->direction_changed = quad_account_cell_direction_changed;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "accountcell");
}

static void
quad_account_cell_init (QuadAccountCell *self)
{
}

/**
 * quad_account_cell_new:
 *
 * Returns: (transfer floating): a cell of no account yet
 */
GtkWidget *
quad_account_cell_new (QuadAccountColumn column)
{
  QuadAccountCell *self = g_object_new (QUAD_TYPE_ACCOUNT_CELL, NULL);

  self->column = column;
  self->content = make_content (column);
  align (self);
  gtk_widget_set_hexpand (GTK_WIDGET (self), column == QUAD_ACCOUNT_COLUMN_NAME);
  gtk_widget_set_parent (self->content, GTK_WIDGET (self));
  if (column == QUAD_ACCOUNT_COLUMN_NAME)
    {
      gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
      g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
    }
  return GTK_WIDGET (self);
}

/**
 * quad_account_cell_bind:
 * @book: what the account belongs to; must stay until quad_account_cell_unbind()
 */
void
quad_account_cell_bind (QuadAccountCell *self,
                        QuadBook        *book,
                        QuadAccount     *account)
{
  g_return_if_fail (QUAD_IS_ACCOUNT_CELL (self));

  quad_account_cell_unbind (self);
  self->book = book;
  self->account = g_object_ref (account);
  g_signal_connect_object (account, "notify", G_CALLBACK (quad_account_cell_refresh), self,
                           G_CONNECT_SWAPPED);
  quad_account_cell_refresh (self);
}

void
quad_account_cell_bind_heading (QuadAccountCell    *self,
                                QuadBook           *book,
                                QuadAccountRows    *rows,
                                QuadAccountHeading *heading)
{
  g_return_if_fail (QUAD_IS_ACCOUNT_CELL (self));

  quad_account_cell_unbind (self);
  self->book = book;
  self->rows = rows;
  self->heading = g_object_ref (heading);
  set_grouped (self, TRUE);
  g_signal_connect_object (heading, "notify", G_CALLBACK (quad_account_cell_refresh), self,
                           G_CONNECT_SWAPPED);
  quad_account_cell_refresh (self);
}

void
quad_account_cell_unbind (QuadAccountCell *self)
{
  g_return_if_fail (QUAD_IS_ACCOUNT_CELL (self));

  if (self->heading != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->heading, self);
      set_grouped (self, FALSE);
      if (self->column == QUAD_ACCOUNT_COLUMN_TIER)
        gtk_widget_set_tooltip_text (GTK_WIDGET (self), NULL);
    }
  g_clear_object (&self->heading);
  self->rows = NULL;

  if (self->account != NULL)
    g_signal_handlers_disconnect_by_data (self->account, self);
  g_clear_object (&self->account);
  self->book = NULL;
}

/**
 * quad_account_cell_refresh:
 *
 * Shows the value as it is now; a share changes with the revenue of other accounts too.
 */
void
quad_account_cell_refresh (QuadAccountCell *self)
{
  g_return_if_fail (QUAD_IS_ACCOUNT_CELL (self));

  if (self->account != NULL)
    show_account (self);
  else if (self->heading != NULL)
    show_heading (self);
}

/**
 * quad_account_cell_get_account:
 *
 * Returns: (transfer none) (nullable): what the cell shows; %NULL for a heading
 */
QuadAccount *
quad_account_cell_get_account (QuadAccountCell *self)
{
  g_return_val_if_fail (QUAD_IS_ACCOUNT_CELL (self), NULL);

  return self->account;
}
