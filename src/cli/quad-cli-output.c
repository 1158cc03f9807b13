/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-cli"

#include "quad-cli-private.h"

#include <math.h>
#include <stdio.h>

#include "quad-i18n.h"
#include "quad-number.h"

/**
 * quad_cli_print:
 *
 * Writes to standard output without conversion: g_print() would turn UTF-8 into what the locale
 * has, which in the C locale is question marks.
 */
void
quad_cli_print (const char *format,
                ...)
{
  g_autofree char *text = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  fputs (text, stdout);
}

void
quad_cli_print_json (JsonBuilder *builder)
{
  g_autoptr (JsonNode) root = json_builder_get_root (builder);
  g_autofree char *text = json_to_string (root, TRUE);

  quad_cli_print ("%s\n", text);
}

/**
 * quad_cli_add_text:
 * @text: (nullable): %NULL is written as null
 */
void
quad_cli_add_text (JsonBuilder *builder,
                   const char  *name,
                   const char  *text)
{
  json_builder_set_member_name (builder, name);
  if (text != NULL)
    json_builder_add_string_value (builder, text);
  else
    json_builder_add_null_value (builder);
}

/**
 * quad_cli_add_money:
 * @amount: written as a decimal string, so that no reader rounds it; null when unknown
 */
void
quad_cli_add_money (JsonBuilder        *builder,
                    const char         *name,
                    QuadMoney           amount,
                    const QuadCurrency *currency)
{
  g_autofree char *text = NULL;

  if (amount != QUAD_MONEY_UNKNOWN)
    text = quad_money_to_decimal (amount, currency->decimals);
  quad_cli_add_text (builder, name, text);
}

/**
 * quad_cli_add_ratio:
 * @ratio: NAN is written as null
 */
void
quad_cli_add_ratio (JsonBuilder *builder,
                    const char  *name,
                    double       ratio)
{
  json_builder_set_member_name (builder, name);
  if (isnan (ratio))
    json_builder_add_null_value (builder);
  else
    json_builder_add_double_value (builder, ratio);
}

void
quad_cli_add_count (JsonBuilder *builder,
                    const char  *name,
                    gint64       count)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, count);
}

void
quad_cli_add_cut_off (JsonBuilder        *builder,
                      const char         *name,
                      const QuadCutOff   *cut_off,
                      const QuadCurrency *currency)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "percent");
  if (cut_off->rule.basis_points % 100 == 0)
    json_builder_add_int_value (builder, cut_off->rule.basis_points / 100);
  else
    json_builder_add_double_value (builder, cut_off->rule.basis_points / 100.0);
  quad_cli_add_text (builder, "source", cut_off->given ? "given" : "computed");
  quad_cli_add_count (builder, "clients", cut_off->clients);
  quad_cli_add_count (builder, "rank", cut_off->rank);
  quad_cli_add_money (builder, "amount", cut_off->amount, currency);
  quad_cli_add_count (builder, "at_or_above", cut_off->at_or_above);
  quad_cli_add_ratio (builder, "revenue_share", cut_off->revenue_share);
  json_builder_end_object (builder);
}

/**
 * quad_cli_describe_cut_off:
 *
 * Returns: (transfer full): one line for people, without a line end
 */
char *
quad_cli_describe_cut_off (const QuadCutOff   *cut_off,
                           const QuadCurrency *currency)
{
  g_autofree char *amount = quad_money_format (cut_off->amount, currency, QUAD_MONEY_FULL);
  g_autofree char *share = quad_number_format_share (cut_off->revenue_share);
  g_autofree char *rule = NULL;
  g_autofree char *effect = NULL;

  if (cut_off->amount == QUAD_MONEY_UNKNOWN)
    return g_strdup (_("No cut-off: no client has a known revenue."));

  if (cut_off->given)
    rule = g_strdup (_("given for the company"));
  else
    /* Translators: how the cut-off was found: "top 25 % of 91 clients: rank 23" */
    rule = g_strdup_printf (ngettext ("top %g\u00a0%% of %u client: rank %u",
                                      "top %g\u00a0%% of %u clients: rank %u", cut_off->clients),
                            cut_off->rule.basis_points / 100.0, cut_off->clients, cut_off->rank);
  /* Translators: the last %s is a share: "23 clients at or above it bring 67 % of revenue" */
  effect = g_strdup_printf (ngettext ("%u client at or above it brings %s of revenue",
                                      "%u clients at or above it bring %s of revenue",
                                      cut_off->at_or_above),
                            cut_off->at_or_above, share);
  /* Translators: amount, how it was found, what it does */
  return g_strdup_printf (_("%s (%s); %s"), amount, rule, effect);
}
