/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-exchange"

#include "quad-export-csv.h"

#include <langinfo.h>
#include <string.h>

#include "quad-csv-writer.h"
#include "quad-export-columns.h"
#include "quad-file.h"

#define BYTE_ORDER_MARK "\xef\xbb\xbf"

static void
append_account (GString            *text,
                QuadAccount        *account,
                const QuadCurrency *currency,
                GPtrArray          *columns,
                char                separator)
{
  for (guint i = 0; i < columns->len; i++)
    {
      const QuadExportColumn *column = columns->pdata[i];
      g_autofree char *value = quad_export_column_format (column, account, currency);
      g_autofree char *safe = quad_csv_defuse (value);

      quad_csv_append_field (text, separator, i == 0, safe);
      /* An empty line would be no row at all. */
      if (columns->len == 1 && (safe == NULL || *safe == '\0'))
        g_string_append (text, "\"\"");
    }
  quad_csv_append_end (text);
}

/**
 * quad_export_csv_to_text:
 * @accounts: list of #QuadAccount
 * @currency: of their amounts
 * @options: (nullable): %NULL for all columns, commas and no byte order mark
 *
 * Writes accounts as separated values in UTF-8. Source: RFC 4180. Amounts have a decimal point and
 * no grouping, dates are ISO 8601, tier and profile are their words. Cells that a spreadsheet would
 * run as a formula are defused. All columns can be imported again without loss.
 *
 * Returns: (transfer full): the text
 */
char *
quad_export_csv_to_text (GListModel                 *accounts,
                         const QuadCurrency         *currency,
                         const QuadExportCsvOptions *options)
{
  static const QuadExportCsvOptions plain = { ',', FALSE, NULL };
  g_autoptr (GPtrArray) columns = NULL;
  GString *text;

  g_return_val_if_fail (G_IS_LIST_MODEL (accounts) && currency != NULL, NULL);

  if (options == NULL)
    options = &plain;
  columns = options->columns != NULL ? g_ptr_array_ref (options->columns)
                                     : quad_export_columns_new_all ();
  text = g_string_new (options->byte_order_mark ? BYTE_ORDER_MARK : NULL);
  for (guint i = 0; i < columns->len; i++)
    quad_csv_append_field (text, options->separator, i == 0,
                           ((const QuadExportColumn *) columns->pdata[i])->name);
  quad_csv_append_end (text);

  for (guint i = 0; i < g_list_model_get_n_items (accounts); i++)
    {
      g_autoptr (QuadAccount) account = g_list_model_get_item (accounts, i);

      append_account (text, account, currency, columns, options->separator);
    }
  return g_string_free (text, FALSE);
}

/**
 * quad_export_csv:
 * @accounts: list of #QuadAccount
 * @currency: of their amounts
 * @options: (nullable): as in quad_export_csv_to_text()
 * @path: a file, which is replaced wholly or not at all
 * @cancellable: (nullable): to stop it before the file is replaced
 * @error: return location
 *
 * Writes what quad_export_csv_to_text() makes to a file.
 */
gboolean
quad_export_csv (GListModel                  *accounts,
                 const QuadCurrency          *currency,
                 const QuadExportCsvOptions  *options,
                 const char                  *path,
                 GCancellable                *cancellable,
                 GError                     **error)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (path != NULL, FALSE);

  text = quad_export_csv_to_text (accounts, currency, options);
  return text != NULL && !g_cancellable_set_error_if_cancelled (cancellable, error)
         && quad_file_replace (path, text, strlen (text), error);
}

/**
 * quad_export_csv_get_local_separator:
 *
 * Returns: what spreadsheets of the person's locale take for a separator: a semicolon where the
 *   comma is the decimal point
 */
char
quad_export_csv_get_local_separator (void)
{
  return strcmp (nl_langinfo (RADIXCHAR), ",") == 0 ? ';' : ',';
}
