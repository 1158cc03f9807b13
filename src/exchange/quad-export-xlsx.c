/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-exchange"

/* The list as a spreadsheet: typed numbers and dates, the header row fixed and filterable, tier and
 * profile in words. Texts are texts, so nothing of them is ever run as a formula. */

#include "quad-export-xlsx.h"

#include <glib/gstdio.h>
#include <xlsxwriter.h>

#include "quad-error.h"
#include "quad-export-columns.h"
#include "quad-file.h"
#include "quad-i18n.h"

/* Source: ECMA-376, and what spreadsheets accept. */
#define MOST_CHARACTERS 32767
#define MOST_ROWS       1048576
#define FIRST_YEAR      1900
#define NARROW          12.0
#define WIDE            28.0

typedef struct
{
  lxw_workbook       *workbook;
  lxw_worksheet      *sheet;
  lxw_format         *header;
  lxw_format         *money;
  lxw_format         *day;
  const QuadCurrency *currency;
  GPtrArray          *columns;    /* of QuadExportColumn */
  const QuadNames    *names;
} Sheet;

static lxw_format *
make_money_format (lxw_workbook       *workbook,
                   const QuadCurrency *currency)
{
  lxw_format *format = workbook_add_format (workbook);
  g_autoptr (GString) pattern = g_string_new ("#,##0");

  for (guint i = 0; i < currency->decimals; i++)
    g_string_append (pattern, i == 0 ? ".0" : "0");
  format_set_num_format (format, pattern->str);
  return format;
}

/* A cell holds less than the book does: the rest of a very long note is left out, visibly. */
static lxw_error
write_text (Sheet      *sheet,
            guint       row,
            guint       column,
            const char *text)
{
  g_autofree char *start = NULL;

  if (text == NULL)
    return LXW_NO_ERROR;
  if (g_utf8_strlen (text, -1) > MOST_CHARACTERS)
    {
      g_autofree char *cut = g_utf8_substring (text, 0, MOST_CHARACTERS - 1);

      start = g_strconcat (cut, "…", NULL);
    }
  return worksheet_write_string (sheet->sheet, row, (lxw_col_t) column,
                                 start != NULL ? start : text, NULL);
}

static lxw_error
write_date (Sheet    *sheet,
            guint     row,
            guint     column,
            QuadDate  date)
{
  g_autofree char *iso = quad_date_to_iso (date);
  lxw_datetime moment = { 0 };

  if (!quad_date_to_ymd (date, &moment.year, &moment.month, &moment.day))
    return LXW_NO_ERROR;
  if (moment.year < FIRST_YEAR)
    return write_text (sheet, row, column, iso);
  return worksheet_write_datetime (sheet->sheet, row, (lxw_col_t) column, &moment, sheet->day);
}

/* A number in a cell is floating point, in every spreadsheet; it is exact to 15 digits. */
static lxw_error
write_money (Sheet     *sheet,
             guint      row,
             guint      column,
             QuadMoney  amount)
{
  g_autofree char *decimal = NULL;

  if (amount == QUAD_MONEY_UNKNOWN)
    return LXW_NO_ERROR;
  decimal = quad_money_to_decimal (amount, sheet->currency->decimals);
  return worksheet_write_number (sheet->sheet, row, (lxw_col_t) column,
                                 g_ascii_strtod (decimal, NULL), sheet->money);
}

static const char *
get_word (const QuadNames  *names,
          QuadAccountField  index,
          gint64            number)
{
  if (index == QUAD_ACCOUNT_TIER)
    return quad_names_get_tier (names, (QuadTier) number);
  if (number == QUAD_PROFILE_NONE)
    return NULL;
  return quad_names_get_profile (names, (QuadProfile) number);
}

static lxw_error
write_field (Sheet       *sheet,
             guint        row,
             guint        column,
             QuadAccount *account,
             guint        index)
{
  gint64 number;

  if (index == QUAD_EXPORT_CURRENCY)
    return write_text (sheet, row, column, sheet->currency->code);
  if (quad_kind_is_text (quad_account_schema.fields[index].kind))
    return write_text (sheet, row, column, quad_item_get_text (QUAD_ITEM (account), index));

  number = quad_item_get_number (QUAD_ITEM (account), index);
  switch (quad_account_schema.fields[index].kind)
    {
    case QUAD_KIND_MONEY:
      return write_money (sheet, row, column, number);
    case QUAD_KIND_DATE:
      return write_date (sheet, row, column, (QuadDate) number);
    case QUAD_KIND_FLAG:
      return worksheet_write_boolean (sheet->sheet, row, (lxw_col_t) column, number != 0, NULL);
    case QUAD_KIND_WORD:
      return write_text (sheet, row, column, get_word (sheet->names, index, number));
    case QUAD_KIND_TIME:
    case QUAD_KIND_NUMBER:
    case QUAD_KIND_LINK:
      return worksheet_write_number (sheet->sheet, row, (lxw_col_t) column, (double) number, NULL);
    case QUAD_KIND_TEXT:
    case QUAD_KIND_LINES:
      break;
    }
  g_return_val_if_reached (LXW_NO_ERROR);
}

static double
get_width (guint index)
{
  return index != QUAD_EXPORT_CURRENCY && quad_kind_is_text (quad_account_schema.fields[index].kind)
           ? WIDE : NARROW;
}

static lxw_error
write_header (Sheet *sheet,
              guint  n_rows)
{
  lxw_error code = LXW_NO_ERROR;

  for (guint i = 0; i < sheet->columns->len && code == LXW_NO_ERROR; i++)
    {
      const QuadExportColumn *column = sheet->columns->pdata[i];

      worksheet_set_column (sheet->sheet, (lxw_col_t) i, (lxw_col_t) i, get_width (column->field),
                            NULL);
      code = worksheet_write_string (sheet->sheet, 0, (lxw_col_t) i, column->name, sheet->header);
    }
  worksheet_freeze_panes (sheet->sheet, 1, 1);
  worksheet_autofilter (sheet->sheet, 0, 0, n_rows, (lxw_col_t) (sheet->columns->len - 1));
  return code;
}

static lxw_error
write_rows (Sheet        *sheet,
            GListModel   *accounts,
            GCancellable *cancellable)
{
  guint n_accounts = g_list_model_get_n_items (accounts);
  lxw_error code = write_header (sheet, n_accounts);

  for (guint i = 0;
       i < n_accounts && code == LXW_NO_ERROR && !g_cancellable_is_cancelled (cancellable); i++)
    {
      g_autoptr (QuadAccount) account = g_list_model_get_item (accounts, i);

      for (guint k = 0; k < sheet->columns->len && code == LXW_NO_ERROR; k++)
        code = write_field (sheet, i + 1, k, account,
                            ((const QuadExportColumn *) sheet->columns->pdata[k])->field);
    }
  return code;
}

static gboolean
write_workbook (GListModel          *accounts,
                const QuadCurrency  *currency,
                GPtrArray           *columns,
                const QuadNames     *names,
                const char          *path,
                GCancellable        *cancellable,
                GError             **error)
{
  /* Row by row, so that a long list needs no more memory than a short one. */
  lxw_workbook_options options = { .constant_memory = LXW_TRUE, .tmpdir = NULL };
  Sheet sheet = { .currency = currency, .columns = columns, .names = names };
  lxw_error code, closed;

  sheet.workbook = workbook_new_opt (path, &options);
  sheet.sheet = workbook_add_worksheet (sheet.workbook, NULL);
  sheet.header = workbook_add_format (sheet.workbook);
  format_set_bold (sheet.header);
  sheet.money = make_money_format (sheet.workbook, currency);
  sheet.day = workbook_add_format (sheet.workbook);
  format_set_num_format (sheet.day, "yyyy-mm-dd");

  code = write_rows (&sheet, accounts, cancellable);
  closed = workbook_close (sheet.workbook);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  if (code == LXW_NO_ERROR)
    code = closed;
  if (code == LXW_NO_ERROR)
    return TRUE;
  g_set_error (error, QUAD_ERROR, QUAD_ERROR_IO,
               _("The spreadsheet was not written: %s. Check that the disk has room."),
               lxw_strerror (code));
  return FALSE;
}

/**
 * quad_export_xlsx:
 * @accounts: list of #QuadAccount
 * @currency: of their amounts
 * @columns: (nullable) (element-type QuadExportColumn): what is written, at least one; %NULL for
 *   all
 * @names: (nullable): of profiles and tiers
 * @path: a file, which is replaced wholly or not at all
 * @cancellable: (nullable): to stop it
 * @error: return location
 *
 * Writes accounts as a spreadsheet (Office Open XML): the columns of quad_export_csv(), with
 * amounts as numbers, dates as dates, and tier and profile in words.
 *
 * Errors: %QUAD_ERROR_INVALID_INPUT for more rows than a sheet has; those of quad_file_replace().
 */
gboolean
quad_export_xlsx (GListModel          *accounts,
                  const QuadCurrency  *currency,
                  GPtrArray           *columns,
                  const QuadNames     *names,
                  const char          *path,
                  GCancellable        *cancellable,
                  GError             **error)
{
  g_autoptr (GPtrArray) all = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *made = NULL;
  g_autofree char *contents = NULL;
  gsize length;
  gboolean good;

  g_return_val_if_fail (G_IS_LIST_MODEL (accounts) && currency != NULL && path != NULL, FALSE);
  g_return_val_if_fail (columns == NULL || columns->len > 0, FALSE);

  if (g_list_model_get_n_items (accounts) >= MOST_ROWS)
    {
      g_set_error (error, QUAD_ERROR, QUAD_ERROR_INVALID_INPUT,
                   _("A spreadsheet has room for %d rows. Export the list as CSV instead."),
                   MOST_ROWS - 1);
      return FALSE;
    }
  if (columns == NULL)
    columns = all = quad_export_columns_new_all ();
  folder = g_dir_make_tmp ("quadrille-XXXXXX", error);
  if (folder == NULL)
    return FALSE;
  made = g_build_filename (folder, "list.xlsx", NULL);
  good = write_workbook (accounts, currency, columns, names, made, cancellable, error)
         && g_file_get_contents (made, &contents, &length, error)
         && quad_file_replace (path, contents, length, error);
  g_unlink (made);
  g_rmdir (folder);
  return good;
}
