/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-account-facts"

#include "quad-account-facts.h"

#include <math.h>
#include <string.h>

#include "quad-i18n.h"
#include "quad-number.h"
#include "quad-text.h"
#include "quad-words.h"

/* What stands in the list of facts, in this order; growth and share follow "before". */
static const QuadAccountField shown_fields[] = {
  QUAD_ACCOUNT_REVENUE,      QUAD_ACCOUNT_REVENUE_BEFORE, QUAD_ACCOUNT_POTENTIAL,
  QUAD_ACCOUNT_VERTICAL,     QUAD_ACCOUNT_REGION,         QUAD_ACCOUNT_SIZE,
  QUAD_ACCOUNT_SOURCE,       QUAD_ACCOUNT_WEBSITE,        QUAD_ACCOUNT_PHONE,
  QUAD_ACCOUNT_EMAIL,        QUAD_ACCOUNT_ADDRESS,        QUAD_ACCOUNT_CLIENT_SINCE,
  QUAD_ACCOUNT_LOST_ON,      QUAD_ACCOUNT_LOST_REASON,    QUAD_ACCOUNT_PARKED_REASON,
  QUAD_ACCOUNT_REVISIT_ON,   QUAD_ACCOUNT_DECIDE_BY,      QUAD_ACCOUNT_EXTERNAL_ID,
};

static GtkLabel *
make_value (const char *text)
{
  GtkLabel *label = GTK_LABEL (gtk_label_new (text));

  gtk_label_set_wrap (label, TRUE);
  gtk_label_set_wrap_mode (label, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (label, 0);
  gtk_label_set_selectable (label, TRUE);
  gtk_widget_set_hexpand (GTK_WIDGET (label), TRUE);
  return label;
}

static void
add_fact (GtkGrid    *grid,
          int        *row,
          const char *name,
          GtkLabel   *value)
{
  GtkWidget *label = gtk_label_new (name);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_yalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 14);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_grid_attach (grid, label, 0, *row, 1, 1);
  gtk_grid_attach (grid, GTK_WIDGET (value), 1, *row, 1, 1);
  (*row)++;
}

/* Only addresses that lead out of the program to where the text says: nothing that runs. */
static char *
make_uri (QuadAccountField  field,
          const char       *text)
{
  g_autofree char *escaped = NULL;

  if (strpbrk (text, "\n\r\t") != NULL)
    return NULL;
  switch ((int) field)
    {
    case QUAD_ACCOUNT_WEBSITE:
      if (strchr (text, ' ') != NULL)
        return NULL;
      if (g_ascii_strncasecmp (text, "http://", 7) == 0
          || g_ascii_strncasecmp (text, "https://", 8) == 0)
        return g_strdup (text);
      return strchr (text, ':') == NULL ? g_strconcat ("https://", text, NULL) : NULL;
    case QUAD_ACCOUNT_PHONE:
      escaped = g_uri_escape_string (text, "+", FALSE);
      return g_strconcat ("tel:", escaped, NULL);
    case QUAD_ACCOUNT_EMAIL:
      escaped = g_uri_escape_string (text, "@+", FALSE);
      return g_strconcat ("mailto:", escaped, NULL);
    default:
      return NULL;
    }
}

/* Numbers with signs read from left to right also among letters that do not. */
static char *
isolate (const char *text)
{
  return g_strconcat ("\u2066", text, "\u2069", NULL);
}

static GtkLabel *
make_link (QuadAccountField  field,
           const char       *text)
{
  GtkLabel *label = make_value (text);
  g_autofree char *uri = make_uri (field, text);

  if (uri != NULL)
    {
      g_autofree char *isolated = isolate (text);
      g_autofree char *markup = g_markup_printf_escaped ("<a href=\"%s\">%s</a>", uri, isolated);

      gtk_label_set_markup (label, markup);
    }
  return label;
}

/**
 * quad_account_facts_format:
 * @field: a text, an amount or a day
 *
 * Returns: (transfer full) (nullable): what the account has there, %NULL when that is not known
 */
char *
quad_account_facts_format (QuadBook         *book,
                           QuadAccount      *account,
                           QuadAccountField  field)
{
  QuadItem *item = QUAD_ITEM (account);
  gint64 number;

  if (quad_kind_is_text (quad_account_schema.fields[field].kind))
    return g_strdup (quad_item_get_text (item, field));

  number = quad_item_get_number (item, field);
  if (number == quad_kind_get_empty (quad_account_schema.fields[field].kind))
    return NULL;
  if (quad_account_schema.fields[field].kind == QUAD_KIND_MONEY)
    return quad_money_format (number, quad_book_get_currency (book), QUAD_MONEY_FULL);
  return quad_date_format ((QuadDate) number, QUAD_DATE_STYLE_FULL, quad_book_get_today (book));
}

/* Source: product.md section 4. */
static char *
format_growth (QuadAccount *account)
{
  QuadMoney revenue = quad_account_get_revenue (account);
  QuadMoney before = quad_item_get_number (QUAD_ITEM (account), QUAD_ACCOUNT_REVENUE_BEFORE);
  double percent;

  if (revenue == QUAD_MONEY_UNKNOWN || before == QUAD_MONEY_UNKNOWN || before <= 0)
    return NULL;
  percent = ((double) revenue / (double) before - 1.0) * 100.0;
  /* Translators: growth in percent, with its sign and a no-break space */
  return g_strdup_printf (_("%+.0f\u00a0%%"), percent);
}

static void
add_derived (GtkGrid     *grid,
             int         *row,
             QuadBook    *book,
             QuadAccount *account)
{
  g_autofree char *growth = format_growth (account);
  double share = quad_words_get_share (account, quad_book_get_figures (book));

  if (growth != NULL)
    {
      g_autofree char *isolated = isolate (growth);

      add_fact (grid, row, _("Growth"), make_value (isolated));
    }
  if (!isnan (share))
    {
      g_autofree char *text = quad_number_format_share (share);

      add_fact (grid, row, _("Share of Revenue"), make_value (text));
    }
}

static void
clear_grid (GtkGrid *grid)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (grid))) != NULL)
    gtk_grid_remove (grid, child);
}

/**
 * quad_account_facts_fill:
 * @without: a bit for each #QuadAccountField that is said elsewhere
 *
 * Fills the grid with what is known about the account; revenue is there also when it is not.
 */
void
quad_account_facts_fill (GtkGrid     *grid,
                         QuadBook    *book,
                         QuadAccount *account,
                         guint64      without)
{
  int row = 0;

  clear_grid (grid);
  for (guint i = 0; i < G_N_ELEMENTS (shown_fields); i++)
    {
      QuadAccountField field = shown_fields[i];
      const char *label = quad_field_get_label (&quad_account_schema.fields[field]);
      g_autofree char *text = quad_account_facts_format (book, account, field);

      if ((without & (G_GUINT64_CONSTANT (1) << field)) != 0)
        continue;
      if (text != NULL)
        add_fact (grid, &row, label, make_link (field, text));
      else if (field == QUAD_ACCOUNT_REVENUE)
        add_fact (grid, &row, label, make_value (_("Unknown")));
      if (field == QUAD_ACCOUNT_REVENUE_BEFORE)
        add_derived (grid, &row, book, account);
    }
}

static void
add_line (GtkBox     *box,
          GtkLabel   *label,
          const char *css_class)
{
  if (css_class != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (label), css_class);
  gtk_box_append (box, GTK_WIDGET (label));
}

/**
 * quad_account_facts_contact:
 *
 * Returns: (transfer floating): name, role, phone and e-mail of a person
 */
GtkWidget *
quad_account_facts_contact (QuadContact *contact)
{
  QuadItem *item = QUAD_ITEM (contact);
  const char *role = quad_item_get_text (item, QUAD_CONTACT_ROLE);
  const char *phone = quad_item_get_text (item, QUAD_CONTACT_PHONE);
  const char *email = quad_item_get_text (item, QUAD_CONTACT_EMAIL);
  GtkBox *box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));

  add_line (box, make_value (quad_contact_get_name (contact)), NULL);
  if (role != NULL)
    add_line (box, make_value (role), "dim-label");
  if (phone != NULL)
    add_line (box, make_link (QUAD_ACCOUNT_PHONE, phone), "contact-line");
  if (email != NULL)
    add_line (box, make_link (QUAD_ACCOUNT_EMAIL, email), "contact-line");
  return GTK_WIDGET (box);
}
