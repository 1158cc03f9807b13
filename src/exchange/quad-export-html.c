/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-exchange"

#include "quad-export-html.h"

#include "quad-csv-writer.h"
#include "quad-export-columns.h"

static void
append_cell (GString    *text,
             const char *tag,
             const char *value)
{
  g_autofree char *escaped = g_markup_escape_text (value != NULL ? value : "", -1);
  g_auto (GStrv) lines = g_strsplit (escaped, "\n", -1);
  g_autofree char *broken = g_strjoinv ("<br>", lines);

  g_string_append_printf (text, "<%s>%s</%s>", tag, broken, tag);
}

/**
 * quad_export_html_to_text:
 * @accounts: list of #QuadAccount
 * @currency: of their amounts
 * @columns: (element-type QuadExportColumn): what is written
 *
 * Writes accounts as a table for the clipboard: letters and spreadsheets keep its cells. What
 * stands in them, and that no cell runs as a formula, is as in quad_export_csv_to_text().
 *
 * Returns: (transfer full): the text
 */
char *
quad_export_html_to_text (GListModel         *accounts,
                          const QuadCurrency *currency,
                          GPtrArray          *columns)
{
  GString *text = g_string_new ("<meta charset=\"utf-8\"><table><tr>");

  for (guint i = 0; i < columns->len; i++)
    append_cell (text, "th", ((const QuadExportColumn *) columns->pdata[i])->name);
  g_string_append (text, "</tr>\n");
  for (guint i = 0; i < g_list_model_get_n_items (accounts); i++)
    {
      g_autoptr (QuadAccount) account = g_list_model_get_item (accounts, i);

      g_string_append (text, "<tr>");
      for (guint k = 0; k < columns->len; k++)
        {
          g_autofree char *value = quad_export_column_format (columns->pdata[k], account, currency);
          g_autofree char *safe = quad_csv_defuse (value);

          append_cell (text, "td", safe);
        }
      g_string_append (text, "</tr>\n");
    }
  g_string_append (text, "</table>\n");
  return g_string_free (text, FALSE);
}
