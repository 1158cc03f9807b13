/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-cli"

#include "quad-cli-private.h"

#include <math.h>

#include "quad-account-view.h"
#include "quad-cli-table.h"
#include "quad-export-csv.h"
#include "quad-i18n.h"
#include "quad-number.h"

/* In a list of accounts these say nothing to a reader: the one is derived, the others are when the
 * row was written. */
static gboolean
is_shown (guint field)
{
  return field != QUAD_ACCOUNT_NAME_FOLDED && field != QUAD_ACCOUNT_CREATED_AT
         && field != QUAD_ACCOUNT_CHANGED_AT;
}

/**
 * quad_cli_add_field:
 * @index: a field of the record
 * @currency: of amounts
 *
 * Writes one value of a record under the name of its column, in the form of its kind.
 */
void
quad_cli_add_field (JsonBuilder        *builder,
                    const QuadRecord   *values,
                    guint               index,
                    const QuadCurrency *currency)
{
  const QuadField *field = &quad_record_get_schema (values)->fields[index];
  g_autofree char *name = g_strdelimit (g_strdup (field->name), "-", '_');
  g_autofree char *date = NULL;
  gint64 number;

  if (quad_kind_is_text (field->kind))
    {
      quad_cli_add_text (builder, name, quad_record_get_text (values, index));
      return;
    }

  number = quad_record_get_number (values, index);
  switch (field->kind)
    {
    case QUAD_KIND_MONEY:
      quad_cli_add_money (builder, name, number, currency);
      break;
    case QUAD_KIND_DATE:
      date = quad_date_to_iso ((QuadDate) number);
      quad_cli_add_text (builder, name, date);
      break;
    case QUAD_KIND_FLAG:
      json_builder_set_member_name (builder, name);
      json_builder_add_boolean_value (builder, number != 0);
      break;
    case QUAD_KIND_WORD:
      quad_cli_add_text (builder, name, field->words->values[number].nick);
      break;
    case QUAD_KIND_TIME:
    case QUAD_KIND_NUMBER:
    case QUAD_KIND_LINK:
      quad_cli_add_count (builder, name, number);
      break;
    case QUAD_KIND_TEXT:
    case QUAD_KIND_LINES:
      break;
    }
}

static void
print_list_json (GListModel         *accounts,
                 const QuadCurrency *currency)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();

  json_builder_begin_array (builder);
  for (guint i = 0; i < g_list_model_get_n_items (accounts); i++)
    {
      g_autoptr (QuadAccount) account = g_list_model_get_item (accounts, i);
      const QuadRecord *values = quad_item_get_values (QUAD_ITEM (account));

      json_builder_begin_object (builder);
      for (guint field = 0; field < quad_account_schema.n_fields; field++)
        if (is_shown (field))
          quad_cli_add_field (builder, values, field, currency);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  quad_cli_print_json (builder);
}

static char *
format_share (QuadAccount       *account,
              const QuadFigures *figures)
{
  QuadMoney revenue = quad_account_get_revenue (account);

  if (!quad_account_is_client (account) || revenue == QUAD_MONEY_UNKNOWN || figures->revenue <= 0)
    return quad_number_format_share (NAN);
  return quad_number_format_share ((double) revenue / (double) figures->revenue);
}

static void
print_list_text (GListModel         *accounts,
                 const QuadFigures  *figures,
                 const QuadCurrency *currency)
{
  g_autoptr (QuadCliTable) table = quad_cli_table_new ();
  g_autofree char *text = NULL;

  quad_cli_table_add_column (table, _("Account"), FALSE);
  quad_cli_table_add_column (table, _("Tier"), FALSE);
  quad_cli_table_add_column (table, _("Profile"), FALSE);
  quad_cli_table_add_column (table, _("Revenue"), TRUE);
  quad_cli_table_add_column (table, _("Share"), TRUE);
  quad_cli_table_add_column (table, _("Potential"), TRUE);
  for (guint i = 0; i < g_list_model_get_n_items (accounts); i++)
    {
      g_autoptr (QuadAccount) account = g_list_model_get_item (accounts, i);

      quad_cli_table_add_cell (table, quad_account_get_name (account));
      quad_cli_table_add_cell (table, quad_tier_get_nick (quad_account_get_tier (account)));
      quad_cli_table_add_cell (table, quad_profile_get_nick (quad_account_get_profile (account)));
      quad_cli_table_take_cell (table, quad_money_format (quad_account_get_revenue (account),
                                                          currency, QUAD_MONEY_FULL));
      quad_cli_table_take_cell (table, format_share (account, figures));
      quad_cli_table_take_cell (table, quad_money_format (quad_account_get_potential (account),
                                                          currency, QUAD_MONEY_FULL));
    }
  text = quad_cli_table_to_text (table);
  quad_cli_print ("%s", text);
}

/* A view that lets through what --tier and --profile name, the largest first; still empty. */
static QuadAccountView *
make_view (const char  *tier_text,
           const char  *profile_text,
           GError     **error)
{
  g_autoptr (QuadAccountView) view = quad_account_view_new (NULL);
  guint tier, profile;

  if (tier_text != NULL)
    {
      if (!quad_cli_parse_word (&quad_tier_words, "--tier", tier_text, &tier, error))
        return NULL;
      quad_account_view_set_tiers (view, 1u << tier);
    }
  if (profile_text != NULL)
    {
      if (!quad_cli_parse_word (&quad_profile_words, "--profile", profile_text, &profile, error))
        return NULL;
      quad_account_view_set_profiles (view, 1u << profile);
    }
  quad_account_view_set_order (view, QUAD_ACCOUNT_ORDER_REVENUE, TRUE);
  return g_steal_pointer (&view);
}

gboolean
quad_cli_list (QuadCli  *cli,
               GError  **error)
{
  g_autofree char *format_text = NULL;
  g_autofree char *tier = NULL;
  g_autofree char *profile = NULL;
  g_autofree char *csv = NULL;
  g_autoptr (QuadBook) book = NULL;
  g_autoptr (QuadAccountView) view = NULL;
  const QuadCurrency *currency;
  QuadCliFormat format;
  const GOptionEntry entries[] = {
    { "tier", 't', G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &tier,
      N_("Only accounts of this tier: key, secondary, ideal, lead, parked"), N_("TIER") },
    { "profile", 'p', G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &profile,
      N_("Only accounts of this profile: keep, attain, recapture, expand, jettison, none"),
      N_("PROFILE") },
    { "format", 'f', G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &format_text,
      N_("text, json or csv"), N_("FORMAT") },
    { NULL },
  };

  if (!quad_cli_parse (cli, entries, error)
      || !quad_cli_parse_format (format_text, TRUE, &format, error))
    return FALSE;
  view = make_view (tier, profile, error);
  if (view == NULL)
    return FALSE;
  book = quad_cli_open_book (cli, QUAD_BOOK_READ_ONLY, error);
  if (book == NULL)
    return FALSE;

  quad_account_view_set_accounts (view, quad_book_get_accounts (book));
  currency = quad_book_get_currency (book);
  switch (format)
    {
    case QUAD_CLI_FORMAT_TEXT:
      print_list_text (G_LIST_MODEL (view), quad_book_get_figures (book), currency);
      break;
    case QUAD_CLI_FORMAT_JSON:
      print_list_json (G_LIST_MODEL (view), currency);
      break;
    case QUAD_CLI_FORMAT_CSV:
      csv = quad_export_csv_to_text (G_LIST_MODEL (view), currency, NULL);
      quad_cli_print ("%s", csv);
      break;
    }
  return TRUE;
}
