/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include <glib.h>

#include "quad-amount.h"
#include "quad-error.h"

#define UNKNOWN QUAD_DECIMAL_MARK_UNKNOWN
#define POINT   QUAD_DECIMAL_MARK_POINT
#define COMMA   QUAD_DECIMAL_MARK_COMMA
#define MIXED   QUAD_DECIMAL_MARK_MIXED

typedef struct
{
  const char      *text;
  QuadDecimalMark  mark;
  QuadMoney        amount;
} Reading;

/* The mark is what the text proves by itself. */
static const Reading decided[] = {
  { "0", UNKNOWN, 0 },
  { "1234", UNKNOWN, 123400 },
  { " 1234 ", UNKNOWN, 123400 },
  { "1,234.50", POINT, 123450 },
  { "1.234,50", COMMA, 123450 },
  { "1 234,50", COMMA, 123450 },
  { "1\u00a0234,50", COMMA, 123450 },
  { "1\u202f234,50", COMMA, 123450 },
  { "1\u2009234.50", POINT, 123450 },
  { "1'234.50", POINT, 123450 },
  { "1\u2019234.50", POINT, 123450 },
  { "1'234", UNKNOWN, 123400 },
  { "1 234 567", UNKNOWN, 123456700 },
  { "1,234,567", POINT, 123456700 },
  { "1.234.567", COMMA, 123456700 },
  { "1.234.567,8", COMMA, 123456780 },
  { "12,34,567.89", POINT, 123456789 },
  { "1 234,500", COMMA, 123450 },
  { "12.5", POINT, 1250 },
  { "12,5", COMMA, 1250 },
  { "0.500", POINT, 50 },
  { "0,500", COMMA, 50 },
  { ".5", POINT, 50 },
  { ",5", COMMA, 50 },
  { "1234.567", POINT, 123457 },
  { "1234,567", COMMA, 123457 },
  { "4273.0000", POINT, 427300 },
  { "1402.9500", POINT, 140295 },
  { "7023.9775", POINT, 702398 },
  { "-7023.9775", POINT, -702398 },
  { "0.005", POINT, 1 },
  { "-0.005", POINT, -1 },
  { "0.0049", POINT, 0 },
  { "(1 200)", UNKNOWN, -120000 },
  { "(1,200.00)", POINT, -120000 },
  { "-1.200,00", COMMA, -120000 },
  { "\u22121.200,00", COMMA, -120000 },
  { "1.200,00-", COMMA, -120000 },
  { "+12", UNKNOWN, 1200 },
  { "1.200,-", COMMA, 120000 },
  { "1'200.\u2013", POINT, 120000 },
  { "12,--", COMMA, 1200 },
  { "€ 12", UNKNOWN, 1200 },
  { "12 €", UNKNOWN, 1200 },
  { "12\u00a0€", UNKNOWN, 1200 },
  { "-€12.50", POINT, -1250 },
  { "€ -12.50", POINT, -1250 },
  { "($1,200.00)", POINT, -120000 },
  { "$(1,200.00)", POINT, -120000 },
  { "EUR 1.234,00", COMMA, 123400 },
  { "1.234,00 EUR", COMMA, 123400 },
  { "CHF 1'234.50", POINT, 123450 },
  { "Fr. 12.50", POINT, 1250 },
  { "US$1,234.00", POINT, 123400 },
  { "R$ 1.234,00", COMMA, 123400 },
  { "1 234,00 zł", COMMA, 123400 },
  { "12 kr", UNKNOWN, 1200 },
  { "12 k", UNKNOWN, 1200000 },
  { "12K", UNKNOWN, 1200000 },
  { "12.5k", POINT, 1250000 },
  { "€12k", UNKNOWN, 1200000 },
  { "12 k€", UNKNOWN, 1200000 },
  { "12 T€", UNKNOWN, 1200000 },
  { "12 TEUR", UNKNOWN, 1200000 },
  { "12 Tsd. €", UNKNOWN, 1200000 },
  { "1.2M", POINT, 120000000 },
  { "1,2 Mio. €", COMMA, 120000000 },
  { "1.2345678M", POINT, 123456780 },
  { "1.23456785M", POINT, 123456785 },
  { "0.000001k", POINT, 0 },
  { "2 Mrd.", UNKNOWN, 200000000000 },
  { "90000000000", UNKNOWN, 9000000000000 },
  { "-90000000000.00", POINT, -9000000000000 },
};

/* Two readings: the amounts with a decimal point, and with a decimal comma. */
static const struct
{
  const char *text;
  QuadMoney   point;
  QuadMoney   comma;
} ambiguous[] = {
  { "1.234", 123, 123400 },
  { "1,234", 123400, 123 },
  { "€ 1.234", 123, 123400 },
  { "1.234 €", 123, 123400 },
  { "(1,200)", -120000, -120 },
  { "-1.200", -120, -120000 },
  { "12.345", 1235, 1234500 },
  { "123,456", 12345600, 12346 },
  { "1.234 k", 123400, 123400000 },
};

static const char *const unreadable[] = {
  "", " ", "-", "€", "k", "abc", "n/a", "12 34", "1.2.3", "1,2,3", "1,234,56", "1234,567,890",
  "1.234.56", "1.234,567,890", "1,2.3,4", "12 kg", "12 apples", "12%", "1.2E+06", "1e5", "0x10",
  "12 34,5", "1'23", "1.234 567", "1'234 567", "--12", "-(12)", "(12", "12)", "- 12 -",
  "€ 12 $", "12 k M", "k 12", "12 USDX", "12.", "12,", ".", ",", "1..2", "12/5", "=1+2", "#N/A",
  "1\u0661", "90000000000.01", "-90000000001", "1000 Mrd.", "99999999999999999999999",
  "1000000000000000000000000000000000000000000000000", "12\xff",
};

static void
test_decided (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (decided); i++)
    {
      const Reading *reading = &decided[i];
      g_autoptr (GError) error = NULL;
      QuadMoney amount = QUAD_MONEY_UNKNOWN;

      g_test_message ("%s", reading->text);
      g_assert_cmpint (quad_amount_detect_mark (reading->text), ==, reading->mark);

      for (int mark = UNKNOWN; mark <= (int) MIXED; mark++)
        {
          gboolean contradicts = (mark == (int) POINT && reading->mark == COMMA)
                                 || (mark == (int) COMMA && reading->mark == POINT);

          g_clear_error (&error);
          amount = QUAD_MONEY_UNKNOWN;
          if (contradicts)
            {
              g_assert_false (quad_amount_parse (reading->text, mark, 2, &amount, &error));
              g_assert_error (error, QUAD_ERROR, QUAD_ERROR_INVALID_INPUT);
              g_assert_cmpint (amount, ==, QUAD_MONEY_UNKNOWN);
            }
          else
            {
              g_assert_true (quad_amount_parse (reading->text, mark, 2, &amount, &error));
              g_assert_no_error (error);
              g_assert_cmpint (amount, ==, reading->amount);
            }
        }
    }
}

static void
test_ambiguous (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (ambiguous); i++)
    {
      const char *text = ambiguous[i].text;
      g_autoptr (GError) error = NULL;
      QuadMoney amount = QUAD_MONEY_UNKNOWN;

      g_test_message ("%s", text);
      g_assert_cmpint (quad_amount_detect_mark (text), ==, UNKNOWN);

      g_assert_false (quad_amount_parse (text, UNKNOWN, 2, &amount, &error));
      g_assert_error (error, QUAD_ERROR, QUAD_ERROR_INVALID_INPUT);
      g_clear_error (&error);
      g_assert_false (quad_amount_parse (text, MIXED, 2, &amount, &error));
      g_assert_error (error, QUAD_ERROR, QUAD_ERROR_INVALID_INPUT);
      g_clear_error (&error);
      g_assert_cmpint (amount, ==, QUAD_MONEY_UNKNOWN);

      g_assert_true (quad_amount_parse (text, POINT, 2, &amount, &error));
      g_assert_no_error (error);
      g_assert_cmpint (amount, ==, ambiguous[i].point);
      g_assert_true (quad_amount_parse (text, COMMA, 2, &amount, &error));
      g_assert_no_error (error);
      g_assert_cmpint (amount, ==, ambiguous[i].comma);
    }
}

static void
test_unreadable (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (unreadable); i++)
    for (int mark = UNKNOWN; mark <= (int) MIXED; mark++)
      {
        g_autofree char *shown = g_utf8_make_valid (unreadable[i], -1);
        g_autoptr (GError) error = NULL;
        QuadMoney amount = QUAD_MONEY_UNKNOWN;

        g_test_message ("%s", shown);
        g_assert_false (quad_amount_parse (unreadable[i], mark, 2, &amount, &error));
        g_assert_error (error, QUAD_ERROR, QUAD_ERROR_INVALID_INPUT);
        g_assert_cmpint (amount, ==, QUAD_MONEY_UNKNOWN);
      }
}

static void
test_decimals (void)
{
  QuadMoney amount;

  g_assert_true (quad_amount_parse ("1234.50", POINT, 0, &amount, NULL));
  g_assert_cmpint (amount, ==, 1235);
  g_assert_true (quad_amount_parse (".5", POINT, 0, &amount, NULL));
  g_assert_cmpint (amount, ==, 1);
  g_assert_true (quad_amount_parse ("1234.5", POINT, 3, &amount, NULL));
  g_assert_cmpint (amount, ==, 1234500);
  g_assert_true (quad_amount_parse ("1.2345", POINT, 3, &amount, NULL));
  g_assert_cmpint (amount, ==, 1235);
  g_assert_true (quad_amount_parse ("1.2345k", POINT, 0, &amount, NULL));
  g_assert_cmpint (amount, ==, 1235);
}

static void
test_merge (void)
{
  g_assert_cmpint (quad_amount_merge_marks (UNKNOWN, UNKNOWN), ==, UNKNOWN);
  g_assert_cmpint (quad_amount_merge_marks (UNKNOWN, POINT), ==, POINT);
  g_assert_cmpint (quad_amount_merge_marks (COMMA, UNKNOWN), ==, COMMA);
  g_assert_cmpint (quad_amount_merge_marks (COMMA, COMMA), ==, COMMA);
  g_assert_cmpint (quad_amount_merge_marks (COMMA, POINT), ==, MIXED);
  g_assert_cmpint (quad_amount_merge_marks (MIXED, POINT), ==, MIXED);
  g_assert_cmpint (quad_amount_merge_marks (MIXED, UNKNOWN), ==, MIXED);
}

static void
assert_currency (const char *text,
                 const char *expected)
{
  char code[4] = "";

  g_test_message ("%s", text);
  g_assert_cmpint (quad_amount_find_currency (text, code), ==, expected != NULL);
  g_assert_cmpstr (code, ==, expected != NULL ? expected : "");
}

static void
test_currency (void)
{
  assert_currency ("12", NULL);
  assert_currency ("12 k", NULL);
  assert_currency ("apples", NULL);
  assert_currency ("€ 12", "EUR");
  assert_currency ("12 T€", "EUR");
  assert_currency ("12,00 GBP", "GBP");
  assert_currency ("AED 12", "AED");
  assert_currency ("12 ZWL", "ZWL");
  assert_currency ("$12", "$");
  assert_currency ("US$12", "USD");
  assert_currency ("12 kr", "kr");
  assert_currency ("¥12", "¥");
}

/* Every amount written in every custom is read back as itself. */
static void
test_round_trip (void)
{
  static const struct
  {
    const char      *group;
    const char      *decimal;
    QuadDecimalMark  mark;
  } customs[] = {
    { ",", ".", POINT }, { ".", ",", COMMA }, { " ", ",", COMMA }, { "\u00a0", ",", COMMA },
    { "'", ".", POINT }, { "", ".", POINT }, { "", ",", COMMA },
  };

  for (guint i = 0; i < 20000; i++)
    {
      guint custom = (guint) g_test_rand_int_range (0, G_N_ELEMENTS (customs));
      gint64 cents = g_test_rand_int_range (0, G_MAXINT32);
      g_autofree char *digits = NULL;
      g_autoptr (GString) text = g_string_new (NULL);
      QuadMoney amount;
      gsize length;

      cents >>= g_test_rand_int_range (0, 31);
      digits = g_strdup_printf ("%" G_GINT64_FORMAT, cents / 100);
      length = strlen (digits);
      for (gsize k = 0; k < length; k++)
        {
          if (k > 0 && (length - k) % 3 == 0)
            g_string_append (text, customs[custom].group);
          g_string_append_c (text, digits[k]);
        }
      g_string_append_printf (text, "%s%02d", customs[custom].decimal, (int) (cents % 100));

      g_assert_cmpint (quad_amount_detect_mark (text->str), ==, customs[custom].mark);
      g_assert_true (quad_amount_parse (text->str, UNKNOWN, 2, &amount, NULL));
      g_assert_cmpint (amount, ==, cents);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/amount/decided", test_decided);
  g_test_add_func ("/amount/ambiguous", test_ambiguous);
  g_test_add_func ("/amount/unreadable", test_unreadable);
  g_test_add_func ("/amount/decimals", test_decimals);
  g_test_add_func ("/amount/merge", test_merge);
  g_test_add_func ("/amount/currency", test_currency);
  g_test_add_func ("/amount/round-trip", test_round_trip);

  return g_test_run ();
}
