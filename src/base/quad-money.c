/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-base"

#include "quad-money.h"

#include <string.h>

#include "quad-error.h"
#include "quad-i18n.h"
#include "quad-number.h"

/* Source: ISO 4217, list one: the currencies whose minor unit is not 2 digits. */
static const QuadCurrency odd_currencies[] = {
  { "BHD", 3 }, { "BIF", 0 }, { "CLP", 0 }, { "DJF", 0 }, { "GNF", 0 }, { "IQD", 3 },
  { "ISK", 0 }, { "JOD", 3 }, { "JPY", 0 }, { "KMF", 0 }, { "KRW", 0 }, { "KWD", 3 },
  { "LYD", 3 }, { "OMR", 3 }, { "PYG", 0 }, { "RWF", 0 }, { "TND", 3 }, { "UGX", 0 },
  { "VND", 0 }, { "VUV", 0 }, { "XAF", 0 }, { "XOF", 0 }, { "XPF", 0 },
};

static const struct
{
  const char *code;
  const char *symbol;
} symbols[] = {
  { "EUR", "€" }, { "USD", "$" }, { "GBP", "£" }, { "JPY", "¥" }, { "INR", "₹" }, { "KRW", "₩" },
  { "UAH", "₴" }, { "VND", "₫" }, { "ILS", "₪" }, { "TRY", "₺" }, { "PHP", "₱" }, { "NGN", "₦" },
};

static guint64
magnitude (QuadMoney amount)
{
  return amount < 0 ? (guint64) - (amount + 1) + 1 : (guint64) amount;
}

static guint64
power_of_ten (guint exponent)
{
  guint64 power = 1;

  while (exponent-- > 0)
    power *= 10;
  return power;
}

/* Puts symbol, sign and number together: "€412k", "-€3", "CHF 412k". */
static char *
add_symbol (const char         *number,
            gboolean            negative,
            const QuadCurrency *currency)
{
  const char *symbol = quad_currency_get_symbol (currency);
  gboolean word = g_ascii_isalpha (symbol[0]);

  return g_strconcat (negative ? "\u2212" : "", symbol, word ? "\u00a0" : "", number, NULL);
}

static char *
format_full (QuadMoney           amount,
             const QuadCurrency *currency,
             gboolean            zeros)
{
  guint64 scale = power_of_ten (currency->decimals);
  guint64 size = magnitude (amount);
  g_autofree char *whole = quad_number_group (size / scale);
  g_autofree char *number = NULL;

  if (currency->decimals > 0 && (zeros || size % scale != 0))
    number = g_strdup_printf ("%s%s%0*" G_GUINT64_FORMAT, whole, quad_number_get_point (),
                              (int) currency->decimals, size % scale);
  else
    number = g_strdup (whole);
  return add_symbol (number, amount < 0, currency);
}

/* "950", "4.3k", "412k", "1.90M". Whole-number arithmetic throughout: 999,950 becomes 1.00M, never
 * "1000k". */
static char *
format_short (QuadMoney           amount,
              const QuadCurrency *currency)
{
  static const char units[] = { 0, 'k', 'M', 'G', 'T' };
  guint64 scale = power_of_ten (currency->decimals);
  guint64 size = magnitude (amount);
  guint64 whole = (size + scale / 2) / scale;
  guint unit = 0;
  guint64 per_unit = 1;
  guint digits;
  guint64 step, rounded;
  g_autofree char *number = NULL;

  if (whole < 1000)
    {
      number = g_strdup_printf ("%" G_GUINT64_FORMAT, whole);
      return add_symbol (number, amount < 0 && whole > 0, currency);
    }

  while (unit + 1 < G_N_ELEMENTS (units) && whole / per_unit >= 1000)
    {
      per_unit *= 1000;
      unit++;
    }
  for (;;)
    {
      /* from 10 k on thousands are shown without decimals, millions keep three digits */
      guint64 front = whole / per_unit;

      digits = front >= 100 ? 0 : front >= 10 ? (unit == 1 ? 0 : 1) : (unit == 1 ? 1 : 2);
      step = per_unit / power_of_ten (digits);
      rounded = (whole + step / 2) / step;
      if (rounded < 1000 * power_of_ten (digits) || unit + 1 == G_N_ELEMENTS (units))
        break;
      per_unit *= 1000;
      unit++;
    }

  if (unit == 1 && digits == 1 && rounded % 10 == 0)
    {
      rounded /= 10;
      digits = 0;
    }
  if (digits == 0)
    number = g_strdup_printf ("%" G_GUINT64_FORMAT "%c", rounded, units[unit]);
  else
    number = g_strdup_printf ("%" G_GUINT64_FORMAT "%s%0*" G_GUINT64_FORMAT "%c",
                              rounded / power_of_ten (digits), quad_number_get_point (),
                              (int) digits, rounded % power_of_ten (digits), units[unit]);
  return add_symbol (number, amount < 0, currency);
}

/**
 * quad_currency_from_code:
 * @code: three capital letters
 * @currency: (out caller-allocates): the currency with its number of decimals
 *
 * Returns: whether @code has the form of an ISO 4217 code
 */
gboolean
quad_currency_from_code (const char   *code,
                         QuadCurrency *currency)
{
  g_return_val_if_fail (currency != NULL, FALSE);

  if (code == NULL || strlen (code) != 3)
    return FALSE;
  for (guint i = 0; i < 3; i++)
    if (!g_ascii_isupper (code[i]))
      return FALSE;

  memcpy (currency->code, code, 4);
  currency->decimals = 2;
  for (guint i = 0; i < G_N_ELEMENTS (odd_currencies); i++)
    if (strcmp (code, odd_currencies[i].code) == 0)
      currency->decimals = odd_currencies[i].decimals;
  return TRUE;
}

/**
 * quad_currency_get_symbol:
 *
 * Returns: (transfer none): the sign on screen, "€", or the code where there is no sign of its own
 */
const char *
quad_currency_get_symbol (const QuadCurrency *currency)
{
  g_return_val_if_fail (currency != NULL, "");

  for (guint i = 0; i < G_N_ELEMENTS (symbols); i++)
    if (strcmp (currency->code, symbols[i].code) == 0)
      return symbols[i].symbol;
  return currency->code;
}

/**
 * quad_money_to_decimal:
 * @amount: minor units, known
 *
 * Returns: (transfer full): the amount for files and programs, in every locale "16817.10"
 */
char *
quad_money_to_decimal (QuadMoney amount,
                       guint     decimals)
{
  guint64 scale = power_of_ten (decimals);
  guint64 size;

  g_return_val_if_fail (amount != QUAD_MONEY_UNKNOWN, NULL);

  size = magnitude (amount);
  if (decimals == 0)
    return g_strdup_printf ("%s%" G_GUINT64_FORMAT, amount < 0 ? "-" : "", size);
  return g_strdup_printf ("%s%" G_GUINT64_FORMAT ".%0*" G_GUINT64_FORMAT, amount < 0 ? "-" : "",
                          size / scale, (int) decimals, size % scale);
}

/**
 * quad_money_from_decimal:
 * @text: what quad_money_to_decimal() gives: digits, at most one point, at most @decimals behind it
 *
 * Reads an amount as programs write it. What people write is read by quad_amount_parse().
 *
 * Errors: %QUAD_ERROR_INVALID_INPUT.
 */
gboolean
quad_money_from_decimal (const char  *text,
                         guint        decimals,
                         QuadMoney   *amount,
                         GError     **error)
{
  const char *p = text;
  gboolean negative;
  gint64 value = 0;
  guint whole = 0, behind = 0;

  g_return_val_if_fail (text != NULL && amount != NULL, FALSE);

  negative = *p == '-';
  if (negative)
    p++;
  for (; g_ascii_isdigit (*p) && value <= QUAD_MONEY_LIMIT; p++, whole++)
    value = value * 10 + (*p - '0');
  if (*p == '.')
    for (p++; g_ascii_isdigit (*p) && behind < decimals && value <= QUAD_MONEY_LIMIT; p++, behind++)
      value = value * 10 + (*p - '0');
  if (*p != '\0' || whole == 0)
    {
      g_set_error (error, QUAD_ERROR, QUAD_ERROR_INVALID_INPUT,
                   _("“%s” is not an amount. Write it like 1234.50."), text);
      return FALSE;
    }
  for (; behind < decimals && value <= QUAD_MONEY_LIMIT; behind++)
    value *= 10;
  if (value > QUAD_MONEY_LIMIT)
    {
      g_set_error (error, QUAD_ERROR, QUAD_ERROR_INVALID_INPUT, _("“%s” is too large."), text);
      return FALSE;
    }
  *amount = negative ? -value : value;
  return TRUE;
}

/**
 * quad_money_format:
 * @amount: minor units, or %QUAD_MONEY_UNKNOWN
 *
 * Returns: (transfer full): the amount for people, in the locale's manner; a dash when unknown
 */
char *
quad_money_format (QuadMoney           amount,
                   const QuadCurrency *currency,
                   QuadMoneyStyle      style)
{
  g_return_val_if_fail (currency != NULL, NULL);

  if (amount == QUAD_MONEY_UNKNOWN)
    return g_strdup ("\u2014");

  switch (style)
    {
    case QUAD_MONEY_FULL:
      return format_full (amount, currency, TRUE);
    case QUAD_MONEY_EXACT:
      return format_full (amount, currency, FALSE);
    case QUAD_MONEY_SHORT:
      return format_short (amount, currency);
    }
  g_return_val_if_reached (NULL);
}
