/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz.h"

#include <string.h>

#include "quad-amount.h"
#include "quad-cell-format.h"
#include "quad-column-names.h"
#include "quad-csv-writer.h"
#include "quad-date-parse.h"
#include "quad-value-words.h"

static void
check_amount (const char *text)
{
  char code[4];

  quad_amount_detect_mark (text);
  if (quad_amount_find_currency (text, code))
    g_assert_cmpuint (strlen (code), <=, 3);

  for (guint mark = QUAD_DECIMAL_MARK_UNKNOWN; mark <= QUAD_DECIMAL_MARK_MIXED; mark++)
    for (guint decimals = 0; decimals <= 3; decimals++)
      {
        g_autoptr (GError) error = NULL;
        QuadMoney amount;

        if (quad_amount_parse (text, (QuadDecimalMark) mark, decimals, &amount, &error))
          {
            g_assert_cmpint (amount, <=, QUAD_MONEY_LIMIT);
            g_assert_cmpint (amount, >=, -QUAD_MONEY_LIMIT);
          }
        else
          {
            g_assert_nonnull (error);
          }
      }
}

static void
check_date (const char *text)
{
  quad_date_detect_order (text);
  for (guint order = QUAD_DATE_ORDER_UNKNOWN; order <= QUAD_DATE_ORDER_MIXED; order++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *iso = NULL;
      QuadDate date, again;

      if (!quad_date_parse (text, (QuadDateOrder) order, &date, &error))
        continue;
      iso = quad_date_to_iso (date);
      g_assert_true (quad_date_parse (iso, QUAD_DATE_ORDER_UNKNOWN, &again, &error));
      g_assert_cmpint (again, ==, date);
    }
}

static void
check_cell (const char *text)
{
  QuadCellFormat format = quad_cell_format_from_code (text);
  g_autofree char *plain = quad_cell_format_number (text, (QuadCellFormat) { 0 }, FALSE);
  g_autofree char *day = quad_cell_format_number (text, quad_cell_format_from_id (22), TRUE);
  g_autofree char *own = quad_cell_format_number (text, format, FALSE);
  g_autoptr (GString) cell = g_string_new (text);

  quad_cell_unescape (cell);
  g_assert_true (g_utf8_validate_len (cell->str, cell->len, NULL));
  g_assert_true (g_utf8_validate (plain, -1, NULL) && g_utf8_validate (day, -1, NULL)
                 && g_utf8_validate (own, -1, NULL));
}

/* What stands in a cell can be read as anything, or cannot: nothing else happens. */
int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autofree char *text = g_utf8_make_valid (size > 0 ? (const char *) data : "", (gssize) size);
  g_autofree char *defused = quad_csv_defuse (text);
  QuadColumnMeaning meaning;
  QuadProfile profile;
  QuadTierWord tier;
  gboolean flag;

  check_amount (text);
  check_date (text);
  check_cell (text);
  quad_column_name_lookup (text, &meaning);
  quad_tier_word_lookup (text, &tier);
  quad_profile_word_lookup (text, &profile);
  quad_flag_word_lookup (text, &flag);
  g_assert_cmpstr (quad_csv_restore (defused), ==, text);
  return 0;
}
