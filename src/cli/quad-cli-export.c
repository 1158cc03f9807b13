/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-cli"

#include "quad-cli-private.h"

#include <string.h>

#include "quad-account-view.h"
#include "quad-book-json.h"
#include "quad-boxes.h"
#include "quad-chart-page.h"
#include "quad-export-columns.h"
#include "quad-export-csv.h"
#include "quad-export-ics.h"
#include "quad-export-xlsx.h"
#include "quad-i18n.h"

static gboolean
has_suffix (const char *path,
            const char *suffix)
{
  gsize length = strlen (path), end = strlen (suffix);

  return length > end && g_ascii_strcasecmp (path + length - end, suffix) == 0;
}

static gboolean
export_chart (QuadBook          *book,
              QuadLens           lens,
              const char        *path,
              QuadExportFormat   format,
              GError           **error)
{
  g_autoptr (QuadBoxes) boxes = quad_boxes_new (quad_book_get_accounts (book));
  g_autofree char *name = quad_book_dup_name (book);
  QuadChartPage page = {
    .boxes = boxes,
    .currency = quad_book_get_currency (book),
    .names = quad_book_get_names (book),
    .title = _("Account chart"),
    .subtitle = name,
    .today = quad_book_get_today (book),
  };

  quad_boxes_set_lens (boxes, lens);

  return quad_chart_page_export (&page, path, format, error);
}

static gboolean
export_list (QuadBook                    *book,
             const char                  *path,
             const QuadExportCsvOptions  *options,
             GError                     **error)
{
  g_autoptr (QuadAccountView) view = quad_account_view_new (quad_book_get_accounts (book));
  const QuadCurrency *currency = quad_book_get_currency (book);

  quad_account_view_set_order (view, QUAD_ACCOUNT_ORDER_REVENUE, TRUE);
  if (has_suffix (path, ".xlsx"))
    return quad_export_xlsx (G_LIST_MODEL (view), currency, options->columns,
                             quad_book_get_names (book), path, NULL, error);
  return quad_export_csv (G_LIST_MODEL (view), currency, options, path, NULL, error);
}

/* Also "local": what spreadsheets of this locale expect. */
static gboolean
parse_separator (const char  *text,
                 char        *separator,
                 GError     **error)
{
  static const struct
  {
    const char *name;
    char        separator;
  } names[] = {
    { "comma", ',' }, { "semicolon", ';' }, { "tab", '\t' },
  };

  if (text == NULL)
    return TRUE;
  if (strcmp (text, "local") == 0)
    {
      *separator = quad_export_csv_get_local_separator ();
      return TRUE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (strcmp (text, names[i].name) == 0)
      {
        *separator = names[i].separator;
        return TRUE;
      }
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _("%s is one of %s"),
               "--separator", "comma, semicolon, tab, local");
  return FALSE;
}

static gboolean
parse_columns (const char  *text,
               GPtrArray  **columns,
               GError     **error)
{
  g_autoptr (GError) problem = NULL;

  if (text == NULL)
    return TRUE;
  *columns = quad_export_columns_parse (text, &problem);
  if (*columns == NULL)
    g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, problem->message);
  return *columns != NULL;
}

static gboolean
export_book (QuadBook                    *book,
             const char                  *path,
             QuadLens                     lens,
             const QuadExportCsvOptions  *options,
             GError                     **error)
{
  QuadExportFormat format;

  if (quad_export_format_for_path (path, &format))
    return export_chart (book, lens, path, format, error);
  if (has_suffix (path, ".json"))
    return quad_book_json_export (book, path, NULL, error);
  if (has_suffix (path, ".ics"))
    return quad_export_ics_book (book, path, NULL, error);
  return export_list (book, path, options, error);
}

/* The name says what is written. */
static gboolean
check_name (const char  *path,
            GError     **error)
{
  static const char *const suffixes[] = { ".csv", ".xlsx", ".ics", ".json" };
  QuadExportFormat format;
  g_autofree char *shown = NULL;

  if (quad_export_format_for_path (path, &format))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    if (has_suffix (path, suffixes[i]))
      return TRUE;
  shown = g_filename_display_name (path);
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
               _("The name says what is written: end “%s” with .pdf, .svg, .png, .csv, .xlsx, "
                 ".ics or .json"),
               shown);
  return FALSE;
}

gboolean
quad_cli_export (QuadCli  *cli,
                 GError  **error)
{
  g_autoptr (QuadBook) book = NULL;
  g_autofree char *separator = NULL;
  g_autofree char *lens_text = NULL;
  g_autofree char *columns_text = NULL;
  g_autofree char *shown = NULL;
  g_autoptr (GPtrArray) columns = NULL;
  QuadExportCsvOptions options = { ',', FALSE };
  guint lens = QUAD_LENS_TIERS;
  const GOptionEntry entries[] = {
    { "lens", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &lens_text,
      N_("What the boxes of the chart are: tiers or kare"), N_("LENS") },
    { "columns", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &columns_text,
      N_("The columns of .csv and .xlsx, with commas between them: name,tier,revenue"),
      N_("COLUMNS") },
    { "separator", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &separator,
      N_("Between the fields of .csv: comma, semicolon, tab, or local"), N_("NAME") },
    { "bom", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &options.byte_order_mark,
      N_("Begin .csv with a byte order mark, for older spreadsheets"), NULL },
    { NULL },
  };

  if (!quad_cli_parse (cli, entries, error)
      || !parse_separator (separator, &options.separator, error)
      || !parse_columns (columns_text, &columns, error)
      || (lens_text != NULL
          && !quad_cli_parse_word (&quad_lens_words, "--lens", lens_text, &lens, error))
      || !check_name (cli->arguments[0], error))
    return FALSE;
  options.columns = columns;

  book = quad_cli_open_book (cli, QUAD_BOOK_READ_ONLY, error);
  if (book == NULL || !export_book (book, cli->arguments[0], lens, &options, error))
    return FALSE;
  shown = g_filename_display_name (cli->arguments[0]);
  /* Translators: %s is a file name */
  quad_cli_print (_("Wrote %s"), shown);
  quad_cli_print ("\n");
  return TRUE;
}
