/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-cli"

#include "quad-cli-private.h"

#include <string.h>

#include "quad-account-view.h"
#include "quad-boxes.h"
#include "quad-chart-page.h"
#include "quad-export-csv.h"
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
              const char        *path,
              QuadExportFormat   format,
              GError           **error)
{
  g_autoptr (QuadBoxes) boxes = quad_boxes_new (quad_book_get_accounts (book));
  g_autofree char *name = quad_book_dup_name (book);
  QuadChartPage page = {
    .boxes = boxes,
    .currency = quad_book_get_currency (book),
    .title = _("Account chart"),
    .subtitle = name,
    .today = quad_book_get_today (book),
  };

  return quad_chart_page_export (&page, path, format, error);
}

static gboolean
export_list (QuadBook    *book,
             const char  *path,
             GError     **error)
{
  g_autoptr (QuadAccountView) view = quad_account_view_new (quad_book_get_accounts (book));

  quad_account_view_set_order (view, QUAD_ACCOUNT_ORDER_REVENUE, TRUE);
  return quad_export_csv (G_LIST_MODEL (view), quad_book_get_currency (book), path, error);
}

gboolean
quad_cli_export (QuadCli  *cli,
                 GError  **error)
{
  static const struct
  {
    const char       *suffix;
    QuadExportFormat  format;
  } charts[] = {
    { ".pdf", QUAD_EXPORT_PDF },
    { ".svg", QUAD_EXPORT_SVG },
    { ".png", QUAD_EXPORT_PNG },
  };
  g_autoptr (QuadBook) book = NULL;
  const char *path;
  guint chart;
  gboolean done;

  if (!quad_cli_parse (cli, NULL, error))
    return FALSE;
  path = cli->arguments[0];
  for (chart = 0; chart < G_N_ELEMENTS (charts); chart++)
    if (has_suffix (path, charts[chart].suffix))
      break;
  if (chart == G_N_ELEMENTS (charts) && !has_suffix (path, ".csv"))
    {
      g_autofree char *shown = g_filename_display_name (path);

      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                   _("The name says what is written: end “%s” with .pdf, .svg, .png or .csv"),
                   shown);
      return FALSE;
    }

  book = quad_cli_open_book (cli, QUAD_BOOK_READ_ONLY, error);
  if (book == NULL)
    return FALSE;
  if (chart < G_N_ELEMENTS (charts))
    done = export_chart (book, path, charts[chart].format, error);
  else
    done = export_list (book, path, error);
  if (done)
    {
      g_autofree char *shown = g_filename_display_name (path);

      /* Translators: %s is a file name */
      quad_cli_print (_("Wrote %s"), shown);
      quad_cli_print ("\n");
    }
  return done;
}
