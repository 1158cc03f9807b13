/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-cli"

#include "quad-cli-private.h"

#include <math.h>

#include "quad-cli-table.h"
#include "quad-i18n.h"
#include "quad-number.h"

/**
 * quad_cli_add_tiers:
 *
 * Writes what every tier holds, by the name of the tier.
 */
void
quad_cli_add_tiers (JsonBuilder        *builder,
                    const QuadFigures  *figures,
                    const QuadCurrency *currency)
{
  json_builder_set_member_name (builder, "tiers");
  json_builder_begin_object (builder);
  for (guint i = 0; i < QUAD_N_TIERS; i++)
    {
      const QuadTierFigures *tier = &figures->tiers[i];

      json_builder_set_member_name (builder, quad_tier_get_nick (i));
      json_builder_begin_object (builder);
      quad_cli_add_count (builder, "accounts", tier->accounts);
      quad_cli_add_money (builder, "revenue", tier->revenue, currency);
      quad_cli_add_money (builder, "potential", tier->potential, currency);
      quad_cli_add_ratio (builder, "revenue_share", tier->revenue_share);
      quad_cli_add_ratio (builder, "client_share", tier->client_share);
      json_builder_end_object (builder);
    }
  json_builder_end_object (builder);
}

static void
add_exceptions (JsonBuilder *builder,
                GPtrArray   *exceptions)
{
  json_builder_set_member_name (builder, "exceptions");
  json_builder_begin_array (builder);
  for (guint i = 0; i < exceptions->len; i++)
    {
      const QuadException *exception = exceptions->pdata[i];

      json_builder_begin_object (builder);
      quad_cli_add_text (builder, "account", quad_account_get_name (exception->account));
      quad_cli_add_text (builder, "tier",
                         quad_tier_get_nick (quad_account_get_tier (exception->account)));
      quad_cli_add_text (builder, "suggested", quad_tier_get_nick (exception->suggested));
      quad_cli_add_text (builder, "reason", exception->reason);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
print_summary_json (const QuadFigures  *figures,
                    GPtrArray          *exceptions,
                    const QuadCurrency *currency)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();
  guint n = figures->concentration.clients_for_80_percent;

  json_builder_begin_object (builder);
  quad_cli_add_count (builder, "accounts", figures->accounts);
  quad_cli_add_text (builder, "currency", currency->code);
  quad_cli_add_tiers (builder, figures, currency);
  quad_cli_add_cut_off (builder, "cut_off", &figures->cut_off, currency);
  json_builder_set_member_name (builder, "concentration");
  json_builder_begin_object (builder);
  quad_cli_add_ratio (builder, "gini", figures->concentration.gini);
  json_builder_set_member_name (builder, "clients_for_80_percent");
  if (n > 0)
    json_builder_add_int_value (builder, n);
  else
    json_builder_add_null_value (builder);
  json_builder_end_object (builder);
  add_exceptions (builder, exceptions);
  json_builder_end_object (builder);
  quad_cli_print_json (builder);
}

static void
print_tiers (const QuadFigures  *figures,
             const QuadCurrency *currency,
             const QuadNames    *names)
{
  g_autoptr (QuadCliTable) table = quad_cli_table_new ();
  g_autofree char *text = NULL;

  quad_cli_table_add_column (table, _("Tier"), FALSE);
  quad_cli_table_add_column (table, _("Accounts"), TRUE);
  quad_cli_table_add_column (table, _("Of Clients"), TRUE);
  quad_cli_table_add_column (table, _("Revenue"), TRUE);
  quad_cli_table_add_column (table, _("Of Revenue"), TRUE);
  quad_cli_table_add_column (table, _("Potential"), TRUE);
  for (guint i = 0; i < QUAD_N_TIERS; i++)
    {
      const QuadTierFigures *tier = &figures->tiers[i];
      gboolean client = quad_tier_is_client (i);

      quad_cli_table_add_cell (table, quad_names_get_box (names, i));
      quad_cli_table_take_cell (table, g_strdup_printf ("%u", tier->accounts));
      quad_cli_table_take_cell (table, client ? quad_number_format_share (tier->client_share)
                                              : g_strdup (""));
      quad_cli_table_take_cell (table, quad_money_format (tier->known > 0 ? tier->revenue
                                                                          : QUAD_MONEY_UNKNOWN,
                                                          currency, QUAD_MONEY_FULL));
      quad_cli_table_take_cell (table, client ? quad_number_format_share (tier->revenue_share)
                                              : g_strdup (""));
      quad_cli_table_take_cell (table, quad_money_format (tier->potential != 0
                                                            ? tier->potential
                                                            : QUAD_MONEY_UNKNOWN,
                                                          currency, QUAD_MONEY_FULL));
    }
  text = quad_cli_table_to_text (table);
  quad_cli_print ("%s\n", text);
}

static void
print_concentration (const QuadFigures *figures)
{
  const QuadConcentration *concentration = &figures->concentration;
  guint n = concentration->clients_for_80_percent;

  if (isnan (concentration->gini))
    return;
  /* Translators: how unequally revenue is spread: first how many clients bring most of it, then
   * the Gini coefficient between 0 and 1 */
  quad_cli_print (ngettext ("Concentration: %u client brings 80\u00a0%% of revenue (Gini %.2f)",
                            "Concentration: %u clients bring 80\u00a0%% of revenue (Gini %.2f)",
                            n),
                  n, concentration->gini);
  quad_cli_print ("\n");
}

static void
print_exceptions (GPtrArray       *exceptions,
                  const QuadNames *names)
{
  g_autoptr (QuadCliTable) table = NULL;
  g_autofree char *text = NULL;

  if (exceptions->len == 0)
    {
      quad_cli_print ("%s\n", _("Every account is where its revenue puts it."));
      return;
    }

  table = quad_cli_table_new ();
  quad_cli_table_add_column (table, _("Account"), FALSE);
  quad_cli_table_add_column (table, _("Tier"), FALSE);
  quad_cli_table_add_column (table, _("Suggested"), FALSE);
  quad_cli_table_add_column (table, _("Why"), FALSE);
  for (guint i = 0; i < exceptions->len; i++)
    {
      const QuadException *exception = exceptions->pdata[i];
      QuadTier tier = quad_account_get_tier (exception->account);

      quad_cli_table_add_cell (table, quad_account_get_name (exception->account));
      quad_cli_table_add_cell (table, quad_names_get_tier (names, tier));
      quad_cli_table_add_cell (table, quad_names_get_tier (names, exception->suggested));
      quad_cli_table_add_cell (table, exception->reason);
    }
  text = quad_cli_table_to_text (table);
  quad_cli_print (ngettext ("%u account is not where its revenue puts it:",
                            "%u accounts are not where their revenue puts them:",
                            exceptions->len),
                  exceptions->len);
  quad_cli_print ("\n\n%s", text);
}

static void
print_summary_text (QuadBook           *book,
                    const QuadFigures  *figures,
                    GPtrArray          *exceptions,
                    const QuadCurrency *currency)
{
  g_autofree char *name = g_filename_display_basename (quad_book_get_path (book));
  g_autofree char *cut_off = quad_cli_describe_cut_off (&figures->cut_off, currency);

  /* Translators: file name of the book, accounts in it, currency */
  quad_cli_print (ngettext ("%s: %u account, amounts in %s", "%s: %u accounts, amounts in %s",
                            figures->accounts),
                  name, figures->accounts, currency->code);
  quad_cli_print ("\n\n");
  print_tiers (figures, currency, quad_book_get_names (book));
  quad_cli_print (_("Cut-off: %s"), cut_off);
  quad_cli_print ("\n");
  print_concentration (figures);
  print_exceptions (exceptions, quad_book_get_names (book));
}

gboolean
quad_cli_summary (QuadCli  *cli,
                  GError  **error)
{
  g_autofree char *format_text = NULL;
  g_autoptr (QuadBook) book = NULL;
  g_autoptr (GPtrArray) exceptions = NULL;
  const QuadFigures *figures;
  const QuadCurrency *currency;
  QuadCliFormat format;
  const GOptionEntry entries[] = {
    { "format", 'f', G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &format_text,
      N_("text or json"), N_("FORMAT") },
    { NULL },
  };

  if (!quad_cli_parse (cli, entries, error)
      || !quad_cli_parse_format (format_text, FALSE, &format, error))
    return FALSE;
  book = quad_cli_open_book (cli, QUAD_BOOK_READ_ONLY, error);
  if (book == NULL)
    return FALSE;

  figures = quad_book_get_figures (book);
  currency = quad_book_get_currency (book);
  exceptions = quad_exceptions_find (quad_book_get_accounts (book), &figures->cut_off, currency);
  if (format == QUAD_CLI_FORMAT_JSON)
    print_summary_json (figures, exceptions, currency);
  else
    print_summary_text (book, figures, exceptions, currency);
  return TRUE;
}
