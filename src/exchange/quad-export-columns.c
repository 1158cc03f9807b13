/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-exchange"

#include "quad-export-columns.h"

#include <string.h>

#include "quad-error.h"
#include "quad-i18n.h"

static const QuadExportColumn columns[] = {
  { "Name", "name", QUAD_ACCOUNT_NAME },
  { "Tier", "tier", QUAD_ACCOUNT_TIER },
  { "Profile", "profile", QUAD_ACCOUNT_PROFILE },
  { "Ever Client", "ever-client", QUAD_ACCOUNT_EVER_CLIENT },
  { "Revenue", "revenue", QUAD_ACCOUNT_REVENUE },
  { "Revenue Before", "revenue-before", QUAD_ACCOUNT_REVENUE_BEFORE },
  { "Potential", "potential", QUAD_ACCOUNT_POTENTIAL },
  { "Vertical", "vertical", QUAD_ACCOUNT_VERTICAL },
  { "Region", "region", QUAD_ACCOUNT_REGION },
  { "Size", "size", QUAD_ACCOUNT_SIZE },
  { "Source", "source", QUAD_ACCOUNT_SOURCE },
  { "Website", "website", QUAD_ACCOUNT_WEBSITE },
  { "Phone", "phone", QUAD_ACCOUNT_PHONE },
  { "Email", "email", QUAD_ACCOUNT_EMAIL },
  { "Address", "address", QUAD_ACCOUNT_ADDRESS },
  { "Notes", "notes", QUAD_ACCOUNT_NOTES },
  { "Client Since", "client-since", QUAD_ACCOUNT_CLIENT_SINCE },
  { "Lost On", "lost-on", QUAD_ACCOUNT_LOST_ON },
  { "Lost Reason", "lost-reason", QUAD_ACCOUNT_LOST_REASON },
  { "Parked Reason", "parked-reason", QUAD_ACCOUNT_PARKED_REASON },
  { "Revisit On", "revisit-on", QUAD_ACCOUNT_REVISIT_ON },
  { "Decide By", "decide-by", QUAD_ACCOUNT_DECIDE_BY },
  { "External ID", "external-id", QUAD_ACCOUNT_EXTERNAL_ID },
  { "Quadrille ID", "quadrille-id", QUAD_ACCOUNT_UID },
  { "Currency", "currency", QUAD_EXPORT_CURRENCY },
};

/**
 * quad_export_get_columns:
 * @n_columns: (out): how many
 *
 * Returns: (array length=n_columns): the columns that there are, in their order
 */
const QuadExportColumn *
quad_export_get_columns (guint *n_columns)
{
  *n_columns = G_N_ELEMENTS (columns);
  return columns;
}

/**
 * quad_export_column_get_label:
 *
 * Returns: (transfer none): what a person calls it
 */
const char *
quad_export_column_get_label (const QuadExportColumn *column)
{
  if (column->field == QUAD_EXPORT_CURRENCY)
    return _("Currency");
  if (column->field == QUAD_ACCOUNT_UID)
    return _("Quadrille ID");
  return quad_field_get_label (&quad_account_schema.fields[column->field]);
}

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

/**
 * quad_export_column_format:
 * @currency: of amounts
 *
 * Returns: (transfer full) (nullable): what stands there for programs: amounts with a decimal point
 *   and no grouping, days as in ISO 8601, words as they are called on the command line
 */
char *
quad_export_column_format (const QuadExportColumn *column,
                           QuadAccount            *account,
                           const QuadCurrency     *currency)
{
  const guint index = column->field;
  const QuadField *field;
  gint64 number;

  if (index == QUAD_EXPORT_CURRENCY)
    return g_strdup (currency->code);
  field = &quad_account_schema.fields[index];
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

/* "Client Since", "client_since" and "client-since" are the same. */
static const QuadExportColumn *
find_column (const char *text)
{
  g_autofree char *nick = g_ascii_strdown (text, -1);

  g_strdelimit (g_strstrip (nick), " _", '-');
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    if (strcmp (columns[i].nick, nick) == 0)
      return &columns[i];
  return NULL;
}

static void
set_unknown_column (GError     **error,
                    const char  *text)
{
  g_autofree char *shown = g_utf8_make_valid (text, -1);
  g_autoptr (GString) nicks = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    g_string_append_printf (nicks, "%s%s", i > 0 ? ", " : "", columns[i].nick);
  g_set_error (error, QUAD_ERROR, QUAD_ERROR_INVALID_INPUT,
               /* Translators: what was written, then the names of all columns */
               _("There is no column “%s”. The columns are %s."), shown, nicks->str);
}

/**
 * quad_export_columns_parse:
 * @text: names with commas between them: "name,tier,revenue"
 *
 * Returns: (transfer container) (element-type QuadExportColumn) (nullable): the columns in the
 *   order of @text
 *
 * Errors: %QUAD_ERROR_INVALID_INPUT for a name that is unknown, or given twice.
 */
GPtrArray *
quad_export_columns_parse (const char  *text,
                           GError     **error)
{
  g_autoptr (GPtrArray) chosen = g_ptr_array_new ();
  g_auto (GStrv) names = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  names = g_strsplit (text, ",", -1);
  if (names[0] == NULL)
    {
      set_unknown_column (error, "");
      return NULL;
    }
  for (char **name = names; *name != NULL; name++)
    {
      const QuadExportColumn *column = find_column (*name);

      if (column == NULL)
        {
          set_unknown_column (error, *name);
          return NULL;
        }
      if (g_ptr_array_find (chosen, column, NULL))
        {
          g_set_error (error, QUAD_ERROR, QUAD_ERROR_INVALID_INPUT,
                       _("The column “%s” is named twice."), column->nick);
          return NULL;
        }
      g_ptr_array_add (chosen, (gpointer) column);
    }
  return g_steal_pointer (&chosen);
}

/**
 * quad_export_columns_from_nicks:
 * @nicks: (array zero-terminated=1): as they were remembered
 *
 * Returns: (transfer container) (element-type QuadExportColumn): those of the columns that are
 *   among @nicks, in their own order; all when there is none
 */
GPtrArray *
quad_export_columns_from_nicks (const char *const *nicks)
{
  GPtrArray *chosen = g_ptr_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    if (g_strv_contains (nicks, columns[i].nick))
      g_ptr_array_add (chosen, (gpointer) &columns[i]);
  if (chosen->len > 0)
    return chosen;
  g_ptr_array_unref (chosen);
  return quad_export_columns_new_all ();
}

/**
 * quad_export_columns_new_all:
 *
 * Returns: (transfer container) (element-type QuadExportColumn): every column
 */
GPtrArray *
quad_export_columns_new_all (void)
{
  GPtrArray *all = g_ptr_array_sized_new (G_N_ELEMENTS (columns));

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    g_ptr_array_add (all, (gpointer) &columns[i]);
  return all;
}
