/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>
#include <math.h>
#include <string.h>
#include <time.h>

#include "quad-date.h"
#include "quad-error.h"
#include "quad-money.h"
#include "quad-number.h"
#include "quad-text.h"

static const QuadCurrency euro = { "EUR", 2 };
static const QuadCurrency yen = { "JPY", 0 };
static const QuadCurrency franc = { "CHF", 2 };

static void
assert_money (QuadMoney           amount,
              const QuadCurrency *currency,
              QuadMoneyStyle      style,
              const char         *expected)
{
  g_autofree char *text = quad_money_format (amount, currency, style);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_money_full (void)
{
  assert_money (1681710, &euro, QUAD_MONEY_FULL, "€16,817.10");
  assert_money (-5, &euro, QUAD_MONEY_FULL, "\u2212€0.05");
  assert_money (0, &euro, QUAD_MONEY_FULL, "€0.00");
  assert_money (1234567, &yen, QUAD_MONEY_FULL, "¥1,234,567");
  assert_money (100, &franc, QUAD_MONEY_FULL, "CHF\u00a01.00");
  assert_money (QUAD_MONEY_UNKNOWN, &euro, QUAD_MONEY_FULL, "\u2014");
}

static void
test_money_exact (void)
{
  assert_money (1681710, &euro, QUAD_MONEY_EXACT, "€16,817.10");
  assert_money (4900000, &euro, QUAD_MONEY_EXACT, "€49,000");
  assert_money (-4900001, &euro, QUAD_MONEY_EXACT, "\u2212€49,000.01");
  assert_money (0, &euro, QUAD_MONEY_EXACT, "€0");
  assert_money (1234567, &yen, QUAD_MONEY_EXACT, "¥1,234,567");
  assert_money (QUAD_MONEY_UNKNOWN, &euro, QUAD_MONEY_EXACT, "\u2014");
}

static void
test_money_short (void)
{
  assert_money (0, &euro, QUAD_MONEY_SHORT, "€0");
  assert_money (95049, &euro, QUAD_MONEY_SHORT, "€950");
  assert_money (99950, &euro, QUAD_MONEY_SHORT, "€1k");
  assert_money (430000, &euro, QUAD_MONEY_SHORT, "€4.3k");
  assert_money (400000, &euro, QUAD_MONEY_SHORT, "€4k");
  assert_money (995000, &euro, QUAD_MONEY_SHORT, "€10k");
  assert_money (41200000, &euro, QUAD_MONEY_SHORT, "€412k");
  assert_money (99995000, &euro, QUAD_MONEY_SHORT, "€1.00M");
  assert_money (190000000, &euro, QUAD_MONEY_SHORT, "€1.90M");
  assert_money (1234000000, &euro, QUAD_MONEY_SHORT, "€12.3M");
  assert_money (-41200000, &euro, QUAD_MONEY_SHORT, "\u2212€412k");
  assert_money (-20, &euro, QUAD_MONEY_SHORT, "€0");
  assert_money (QUAD_MONEY_LIMIT, &euro, QUAD_MONEY_SHORT, "€90.0G");
}

static void
test_money_decimal (void)
{
  static const QuadMoney amounts[] = {
    0, 1, -1, 99, -100, 1681710, QUAD_MONEY_LIMIT, -QUAD_MONEY_LIMIT,
  };
  static const char *const wrong[] = {
    "", "-", ".", ".5", "1.234", "1,5", " 1", "1 ", "1e3", "90000000000.01", "99999999999999999999",
  };

  for (guint i = 0; i < G_N_ELEMENTS (amounts); i++)
    for (guint decimals = 0; decimals <= 3; decimals++)
      {
        g_autofree char *text = quad_money_to_decimal (amounts[i], decimals);
        QuadMoney back;

        g_assert_true (quad_money_from_decimal (text, decimals, &back, NULL));
        g_assert_cmpint (back, ==, amounts[i]);
      }
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;
      QuadMoney amount = 7;

      g_assert_false (quad_money_from_decimal (wrong[i], 2, &amount, &error));
      g_assert_error (error, QUAD_ERROR, QUAD_ERROR_INVALID_INPUT);
      g_assert_cmpint (amount, ==, 7);
    }
}

static void
test_currency (void)
{
  QuadCurrency currency;

  g_assert_true (quad_currency_from_code ("KWD", &currency));
  g_assert_cmpuint (currency.decimals, ==, 3);
  g_assert_true (quad_currency_from_code ("USD", &currency));
  g_assert_cmpuint (currency.decimals, ==, 2);
  g_assert_cmpstr (quad_currency_get_symbol (&currency), ==, "$");
  g_assert_false (quad_currency_from_code ("eur", &currency));
  g_assert_false (quad_currency_from_code ("EURO", &currency));
  g_assert_false (quad_currency_from_code (NULL, &currency));
}

static void
test_share (void)
{
  static const struct { double share; const char *text; } cases[] = {
    { 0.0, "0\u00a0%" }, { 0.001, "<\u00a01\u00a0%" }, { 0.776, "78\u00a0%" },
    { 1.0, "100\u00a0%" }, { NAN, "\u2014" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = quad_number_format_share (cases[i].share);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_date_iso (void)
{
  static const char *const wrong[] = {
    "", "2026-02-29", "2026-13-01", "2026-1-1", "26-01-01", "2026-01-01 ", "0000-01-01",
    "abcd-ef-gh",
  };

  for (QuadDate date = quad_date_from_ymd (1999, 12, 1); date < quad_date_from_ymd (2029, 1, 1);
       date++)
    {
      g_autofree char *text = quad_date_to_iso (date);

      g_assert_cmpuint (quad_date_from_iso (text), ==, date);
    }
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    g_assert_cmpuint (quad_date_from_iso (wrong[i]), ==, QUAD_DATE_NONE);
  g_assert_cmpuint (quad_date_from_iso (NULL), ==, QUAD_DATE_NONE);
  g_assert_null (quad_date_to_iso (QUAD_DATE_NONE));
}

static void
test_date_months (void)
{
  static const struct { const char *from; int months; const char *to; } cases[] = {
    { "2026-01-31", 1, "2026-02-28" }, { "2028-01-31", 1, "2028-02-29" },
    { "2028-02-29", 12, "2029-02-28" }, { "2026-12-15", 1, "2027-01-15" },
    { "2026-03-31", -1, "2026-02-28" }, { "2026-01-15", -13, "2024-12-15" },
    { "2026-08-31", 6, "2027-02-28" }, { "2026-05-05", 0, "2026-05-05" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      QuadDate date = quad_date_add_months (quad_date_from_iso (cases[i].from), cases[i].months);
      g_autofree char *text = quad_date_to_iso (date);

      g_assert_cmpstr (text, ==, cases[i].to);
    }
  g_assert_cmpuint (quad_date_add_months (QUAD_DATE_NONE, 1), ==, QUAD_DATE_NONE);
  g_assert_cmpuint (quad_date_add_months (quad_date_from_iso ("9999-12-01"), 1), ==,
                    QUAD_DATE_NONE);
}

static void
test_date_format (void)
{
  QuadDate today = quad_date_from_iso ("2026-11-21");
  g_autofree char *day = quad_date_format (quad_date_from_iso ("2026-11-02"),
                                           QUAD_DATE_STYLE_DAY, today);
  g_autofree char *other_year = quad_date_format (quad_date_from_iso ("2025-11-02"),
                                                  QUAD_DATE_STYLE_DAY, today);
  g_autofree char *full = quad_date_format (today, QUAD_DATE_STYLE_FULL, today);
  g_autofree char *none = quad_date_format (QUAD_DATE_NONE, QUAD_DATE_STYLE_DAY, today);

  g_assert_cmpstr (day, ==, "2 Nov");
  g_assert_cmpstr (other_year, ==, "2 Nov 2025");
  g_assert_cmpstr (full, ==, "21 November 2026");
  g_assert_cmpstr (none, ==, "\u2014");
}

static void
test_fold (void)
{
  static const struct { const char *text, *folded; } cases[] = {
    { "Zürich", "zurich" }, { "STRASSE", "strasse" }, { "Straße", "strasse" },
    { "Łódź", "lodz" }, { "Smørrebrød", "smorrebrod" }, { "Ærø", "aero" },
    { "İstanbul", "istanbul" }, { "ﬁnance", "finance" }, { "Ελλάδα", "ελλαδα" },
    { "", "" }, { "A & B", "a & b" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *folded = quad_text_fold (cases[i].text);

      g_assert_cmpstr (folded, ==, cases[i].folded);
    }
}

static void
test_clean (void)
{
  static const struct { const char *text; gboolean lines; const char *clean; } cases[] = {
    { "  Acme  ", FALSE, "Acme" }, { "a\r\nb\rc\n", TRUE, "a\nb\nc" }, { "a\r\nb", FALSE, "a b" },
    { "\u00a0\u200b\ufeff", TRUE, NULL }, { "a\x01\tb", FALSE, "a b" }, { "\xff", FALSE, "\ufffd" },
    { "Bon app'", FALSE, "Bon app'" }, { "Zürich", FALSE, "Zürich" }, { "ü ", FALSE, "ü" },
    { "\u00a0ü", FALSE, "ü" }, { "a\xc2\x85z", FALSE, "az" }, { "a\xc2\x81z", FALSE, "az" },
    { "a\u2028b", TRUE, "a\nb" }, { "a\u2029b", FALSE, "a b" }, { "a\u2027b", FALSE, "a\u2027b" },
    { "a\u00a0b", FALSE, "a\u00a0b" }, { "a\nb", TRUE, "a\nb" }, { "a\nb", FALSE, "a b" },
    { "a\x7f", FALSE, "a" }, { "", FALSE, NULL }, { "北京\n", TRUE, "北京" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *clean = quad_text_clean (cases[i].text, cases[i].lines);

      g_assert_cmpstr (clean, ==, cases[i].clean);
    }
  g_assert_null (quad_text_clean (NULL, FALSE));
  g_assert_true (quad_text_is_blank (NULL));
  g_assert_true (quad_text_is_blank (" \n\u00a0"));
  g_assert_false (quad_text_is_blank (" x"));
}

/* Every byte at every place of texts of every length. */
static void
test_plain (void)
{
  char text[20];

  g_assert_false (quad_text_is_plain ("", TRUE));
  for (guint length = 1; length < sizeof text; length++)
    for (guint at = 0; at < length; at++)
      for (guint byte = 1; byte < 256; byte++)
        {
          const gboolean inside = at > 0 && at < length - 1;

          memset (text, 'x', length);
          text[at] = (char) byte;
          text[length] = '\0';
          g_assert_cmpint (quad_text_is_plain (text, FALSE), ==,
                           byte > 0x20 ? byte < 0x7f : byte == 0x20 && inside);
          g_assert_cmpint (quad_text_is_plain (text, TRUE), ==,
                           byte > 0x20 ? byte < 0x7f : (byte == 0x20 || byte == '\n') && inside);
        }
}

static void
test_uid (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const gint64 before = g_get_real_time () / 1000;

  for (guint i = 0; i < 10000; i++)
    {
      char *uid = quad_text_new_uid ();

      g_assert_true (g_uuid_string_is_valid (uid));
      g_assert_cmpint (uid[14], ==, '7');
      g_assert_nonnull (strchr ("89ab", uid[19]));
      g_assert_true (g_hash_table_add (seen, uid));
      if (i == 0)
        {
          g_autofree char *time = g_strdup_printf ("%.8s%.4s", uid, uid + 9);
          const gint64 made = (gint64) g_ascii_strtoull (time, NULL, 16);

          g_assert_cmpint (made, >=, before);
          g_assert_cmpint (made, <=, g_get_real_time () / 1000);
        }
    }
}

/* The day of a place that is so many hours ahead of UTC, from the clock of the machine. */
static QuadDate
get_day_at (int hours)
{
  g_autoptr (GDateTime) utc = g_date_time_new_now_utc ();
  g_autoptr (GDateTime) there = g_date_time_add_hours (utc, hours);

  return quad_date_from_ymd (g_date_time_get_year (there), g_date_time_get_month (there),
                             g_date_time_get_day_of_month (there));
}

/* Somebody who travels is in another day at once: these zones are 26 hours apart. */
static void
test_today (void)
{
  static const struct
  {
    const char *zone;
    int hours;
  } places[] = { { "LINT-14", 14 }, { "AoE+12", -12 }, { "UTC0", 0 } };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      QuadDate before, day;

      g_setenv ("TZ", places[i].zone, TRUE);
      /* midnight may pass between two looks at the clock */
      do
        {
          before = get_day_at (places[i].hours);
          day = quad_date_today ();
        }
      while (before != get_day_at (places[i].hours));
      g_assert_cmpuint (day, ==, before);
    }
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/money/full", test_money_full);
  g_test_add_func ("/money/exact", test_money_exact);
  g_test_add_func ("/money/short", test_money_short);
  g_test_add_func ("/money/decimal", test_money_decimal);
  g_test_add_func ("/money/currency", test_currency);
  g_test_add_func ("/number/share", test_share);
  g_test_add_func ("/date/iso", test_date_iso);
  g_test_add_func ("/date/months", test_date_months);
  g_test_add_func ("/date/format", test_date_format);
  g_test_add_func ("/date/today", test_today);
  g_test_add_func ("/text/fold", test_fold);
  g_test_add_func ("/text/clean", test_clean);
  g_test_add_func ("/text/plain", test_plain);
  g_test_add_func ("/text/uid", test_uid);
  return g_test_run ();
}
