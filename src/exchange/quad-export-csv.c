/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-exchange"

#include "quad-export-csv.h"

#include <string.h>

#include "quad-csv-writer.h"
#include "quad-file.h"

/* Column names are for programs: they are never translated, and the import knows all of them. */
static const struct
{
  const char       *name;
  QuadAccountField  field;
} columns[] = {
  { "Name", QUAD_ACCOUNT_NAME },
  { "Tier", QUAD_ACCOUNT_TIER },
  { "Profile", QUAD_ACCOUNT_PROFILE },
  { "Ever Client", QUAD_ACCOUNT_EVER_CLIENT },
  { "Revenue", QUAD_ACCOUNT_REVENUE },
  { "Revenue Before", QUAD_ACCOUNT_REVENUE_BEFORE },
  { "Potential", QUAD_ACCOUNT_POTENTIAL },
  { "Vertical", QUAD_ACCOUNT_VERTICAL },
  { "Region", QUAD_ACCOUNT_REGION },
  { "Size", QUAD_ACCOUNT_SIZE },
  { "Source", QUAD_ACCOUNT_SOURCE },
  { "Website", QUAD_ACCOUNT_WEBSITE },
  { "Phone", QUAD_ACCOUNT_PHONE },
  { "Email", QUAD_ACCOUNT_EMAIL },
  { "Address", QUAD_ACCOUNT_ADDRESS },
  { "Notes", QUAD_ACCOUNT_NOTES },
  { "Client Since", QUAD_ACCOUNT_CLIENT_SINCE },
  { "Lost On", QUAD_ACCOUNT_LOST_ON },
  { "Lost Reason", QUAD_ACCOUNT_LOST_REASON },
  { "Parked Reason", QUAD_ACCOUNT_PARKED_REASON },
  { "Revisit On", QUAD_ACCOUNT_REVISIT_ON },
  { "Decide By", QUAD_ACCOUNT_DECIDE_BY },
  { "External ID", QUAD_ACCOUNT_EXTERNAL_ID },
  { "Quadrille ID", QUAD_ACCOUNT_UID },
};

static char *
format_money (QuadMoney           amount,
              const QuadCurrency *currency)
{
  g_autofree char *decimal = NULL;

  if (amount == QUAD_MONEY_UNKNOWN)
    return NULL;

  /* Three digits behind the point look like thousands; a fourth one rules that out. */
  decimal = quad_money_to_decimal (amount, currency->decimals);
  return currency->decimals == 3 ? g_strconcat (decimal, "0", NULL) : g_steal_pointer (&decimal);
}

static char *
format_field (QuadAccount        *account,
              guint               index,
              const QuadCurrency *currency)
{
  const QuadField *field = &quad_account_schema.fields[index];
  gint64 number;

  if (quad_kind_is_text (field->kind))
    return g_strdup (quad_item_get_text (QUAD_ITEM (account), index));

  number = quad_item_get_number (QUAD_ITEM (account), index);
  switch (field->kind)
    {
    case QUAD_KIND_MONEY:
      return format_money (number, currency);
    case QUAD_KIND_DATE:
      return quad_date_to_iso ((QuadDate) number);
    case QUAD_KIND_FLAG:
      return g_strdup (number != 0 ? "yes" : "no");
    case QUAD_KIND_WORD:
      return g_strdup (field->words->values[number].nick);
    case QUAD_KIND_TIME:
    case QUAD_KIND_NUMBER:
    case QUAD_KIND_LINK:
      return g_strdup_printf ("%" G_GINT64_FORMAT, number);
    case QUAD_KIND_TEXT:
    case QUAD_KIND_LINES:
      break;
    }
  g_return_val_if_reached (NULL);
}

static void
append_account (GString            *text,
                QuadAccount        *account,
                const QuadCurrency *currency)
{
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      g_autofree char *value = format_field (account, columns[i].field, currency);

      quad_csv_append_field (text, ',', i == 0, value);
    }
  quad_csv_append_field (text, ',', FALSE, currency->code);
  quad_csv_append_end (text);
}

/**
 * quad_export_csv_to_text:
 * @accounts: list of #QuadAccount
 * @currency: of their amounts
 *
 * Writes accounts as comma-separated values in UTF-8. Source: RFC 4180. Amounts have a decimal
 * point and no grouping, dates are ISO 8601, tier and profile are their words. What comes out can
 * be imported again without loss.
 *
 * Returns: (transfer full): the text
 */
char *
quad_export_csv_to_text (GListModel         *accounts,
                         const QuadCurrency *currency)
{
  GString *text;

  g_return_val_if_fail (G_IS_LIST_MODEL (accounts) && currency != NULL, NULL);

  text = g_string_new (NULL);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    quad_csv_append_field (text, ',', i == 0, columns[i].name);
  quad_csv_append_field (text, ',', FALSE, "Currency");
  quad_csv_append_end (text);

  for (guint i = 0; i < g_list_model_get_n_items (accounts); i++)
    {
      g_autoptr (QuadAccount) account = g_list_model_get_item (accounts, i);

      append_account (text, account, currency);
    }
  return g_string_free (text, FALSE);
}

/**
 * quad_export_csv:
 * @accounts: list of #QuadAccount
 * @currency: of their amounts
 * @path: a file, which is replaced wholly or not at all
 * @error: return location
 *
 * Writes what quad_export_csv_to_text() makes to a file.
 */
gboolean
quad_export_csv (GListModel          *accounts,
                 const QuadCurrency  *currency,
                 const char          *path,
                 GError             **error)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (path != NULL, FALSE);

  text = quad_export_csv_to_text (accounts, currency);
  return text != NULL && quad_file_replace (path, text, strlen (text), error);
}
