/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-base"

#include "quad-amount.h"

#include <string.h>

#include "quad-error.h"
#include "quad-i18n.h"

/*
 * Amounts as people write them. A text is peeled from both ends (sign, brackets, currency,
 * multiplier) until only digits and separators are left; these are then read by the customs that
 * hold all over the world: the decimal mark stands once and last, thousands go in groups of three
 * (or of two, with a last one of three, as in India). Where that allows two readings the caller
 * must say which mark is meant, usually learnt from the rest of the column.
 *
 * Digits stay digits: nothing here passes through floating point.
 */

/* No amount the book can hold has more digits; more are an error, not an overflow. */
#define MAX_DIGITS 40

/**
 * AmountWord:
 * @text: what stands before or after the number
 * @exponent: power of ten that it multiplies with
 * @currency: ISO 4217 code, or "$" where it may be one of several, or %NULL
 */
typedef struct
{
  const char *text;
  int         exponent;
  const char *currency;
} AmountWord;

/* Longer ones first where one begins or ends with another. */
static const AmountWord amount_words[] = {
  { "US$", 0, "USD" },    { "CA$", 0, "CAD" },  { "AU$", 0, "AUD" },   { "NZ$", 0, "NZD" },
  { "HK$", 0, "HKD" },    { "S$", 0, "SGD" },   { "R$", 0, "BRL" },    { "C$", 0, "CAD" },
  { "A$", 0, "AUD" },     { "$", 0, "$" },      { "T€", 3, "EUR" },    { "€", 0, "EUR" },
  { "£", 0, "GBP" },      { "¥", 0, "¥" },      { "₹", 0, "INR" },     { "₽", 0, "RUB" },
  { "₺", 0, "TRY" },      { "₩", 0, "KRW" },    { "₪", 0, "ILS" },     { "₫", 0, "VND" },
  { "₴", 0, "UAH" },      { "₱", 0, "PHP" },    { "฿", 0, "THB" },     { "₦", 0, "NGN" },
  { "euros", 0, "EUR" },  { "euro", 0, "EUR" }, { "dollars", 0, "$" }, { "TEUR", 3, "EUR" },
  { "kEUR", 3, "EUR" },   { "MEUR", 6, "EUR" }, { "TCHF", 3, "CHF" },  { "kCHF", 3, "CHF" },
  { "kUSD", 3, "USD" },   { "kGBP", 3, "GBP" }, { "SFr.", 0, "CHF" },  { "SFr", 0, "CHF" },
  { "Fr.", 0, "CHF" },    { "Fr", 0, "CHF" },   { "Rs.", 0, "INR" },   { "Rs", 0, "INR" },
  { "kr.", 0, "kr" },     { "kr", 0, "kr" },    { "zł", 0, "PLN" },    { "Kč", 0, "CZK" },
  { "Ft", 0, "HUF" },     { "lei", 0, "RON" },  { "TL", 0, "TRY" },    { "лв.", 0, "BGN" },
  { "лв", 0, "BGN" },     { "millions", 6, NULL }, { "million", 6, NULL },
  { "Millionen", 6, NULL }, { "millones", 6, NULL }, { "Mio.", 6, NULL }, { "Mio", 6, NULL },
  { "mln", 6, NULL },     { "mn", 6, NULL },    { "MM", 6, NULL },     { "M", 6, NULL },
  { "Tsd.", 3, NULL },    { "Tsd", 3, NULL },   { "k", 3, NULL },      { "Mrd.", 9, NULL },
  { "Mrd", 9, NULL },     { "Mds", 9, NULL },   { "Md", 9, NULL },     { "bn", 9, NULL },
};

/* ISO 4217. Codes are words only when written in capitals. */
static const char currency_codes[] =
  "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP "
  "BYN BZD CAD CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP "
  "GEL GHS GIP GMD GNF GTQ GYD HKD HNL HRK HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS "
  "KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR "
  "MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF "
  "SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD "
  "TZS UAH UGX USD UYU UZS VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW ZWL";

/**
 * Amount:
 * @digits: all digits, the decimal mark left out
 * @n_digits: how many
 * @n_whole: how many of them stand before the decimal mark
 * @exponent: power of ten of a multiplier
 * @negative: below zero
 * @mark: the decimal mark that the text itself proves
 * @sole: '.' or ',' when this one character may be either mark
 * @currency: as in #AmountWord
 *
 * A text taken apart.
 */
typedef struct
{
  char             digits[MAX_DIGITS];
  guint            n_digits;
  guint            n_whole;
  int              exponent;
  gboolean         negative;
  QuadDecimalMark  mark;
  char             sole;
  const char      *currency;
} Amount;

/* The part of the text that is not understood yet. */
typedef struct
{
  const char *start;
  const char *end;
  gboolean    signed_;
  gboolean    multiplied;
} Rest;

static gboolean
is_space (gunichar c)
{
  return g_unichar_isspace (c) || g_unichar_type (c) == G_UNICODE_SPACE_SEPARATOR
         || c == 0x200b || c == 0xfeff;
}

static gboolean
is_dash (gunichar c)
{
  return c == '-' || c == 0x2212 || c == 0x2013 || c == 0x2014 || c == 0x2010 || c == 0x2011;
}

static gunichar
first_char (const Rest *rest)
{
  return rest->start < rest->end ? g_utf8_get_char (rest->start) : 0;
}

static gunichar
last_char (const Rest *rest)
{
  return rest->start < rest->end ? g_utf8_get_char (g_utf8_prev_char (rest->end)) : 0;
}

static void
drop_first (Rest *rest)
{
  rest->start = g_utf8_next_char (rest->start);
}

static void
drop_last (Rest *rest)
{
  rest->end = g_utf8_prev_char (rest->end);
}

static gboolean
peel_spaces (Rest *rest)
{
  const char *start = rest->start;
  const char *end = rest->end;

  while (rest->start < rest->end && is_space (first_char (rest)))
    drop_first (rest);
  while (rest->start < rest->end && is_space (last_char (rest)))
    drop_last (rest);

  return rest->start != start || rest->end != end;
}

static gboolean
peel_sign (Rest   *rest,
           Amount *amount)
{
  gunichar first = first_char (rest);
  gunichar last = last_char (rest);

  if (rest->signed_)
    return FALSE;

  if (first == '(' && last == ')')
    {
      drop_first (rest);
      drop_last (rest);
      amount->negative = TRUE;
    }
  else if (is_dash (first) || first == '+')
    {
      drop_first (rest);
      amount->negative = first != '+';
    }
  /* "1200-" is below zero, but "1200,-" has no cents. */
  else if (is_dash (last) && rest->end - rest->start > 1)
    {
      Rest before = *rest;

      drop_last (&before);
      if (!g_unichar_isdigit (last_char (&before)))
        return FALSE;

      *rest = before;
      amount->negative = TRUE;
    }
  else
    {
      return FALSE;
    }

  rest->signed_ = TRUE;
  return TRUE;
}

static const char *
find_currency_code (const char *text)
{
  for (const char *code = currency_codes; ; code += 4)
    {
      if (memcmp (code, text, 3) == 0)
        return code;
      if (code[3] == '\0')
        return NULL;
    }
}

static gboolean
take_word (Rest             *rest,
           Amount           *amount,
           const AmountWord *word)
{
  if ((word->exponent > 0 && rest->multiplied)
      || (word->currency != NULL && amount->currency != NULL))
    return FALSE;

  if (word->exponent > 0)
    {
      amount->exponent = word->exponent;
      rest->multiplied = TRUE;
    }
  if (word->currency != NULL)
    amount->currency = word->currency;

  return TRUE;
}

/* A word ends where the next character is no letter, so that "k" is not taken out of "kg". */
static gboolean
peel_code (Rest   *rest,
           Amount *amount,
           gboolean at_end)
{
  AmountWord word = { NULL, 0, NULL };
  const char *at = at_end ? rest->end - 3 : rest->start;
  gunichar beyond = 0;

  if (rest->end - rest->start < 4)
    return FALSE;
  if (!g_ascii_isupper (at[0]) || !g_ascii_isupper (at[1]) || !g_ascii_isupper (at[2]))
    return FALSE;

  beyond = g_utf8_get_char (at_end ? g_utf8_prev_char (at) : at + 3);
  word.currency = g_unichar_isalpha (beyond) ? NULL : find_currency_code (at);
  if (word.currency == NULL || !take_word (rest, amount, &word))
    return FALSE;

  if (at_end)
    rest->end -= 3;
  else
    rest->start += 3;
  return TRUE;
}

static gboolean
peel_word (Rest   *rest,
           Amount *amount,
           gboolean at_end)
{
  if (g_unichar_isdigit (at_end ? last_char (rest) : first_char (rest)))
    return FALSE;

  if (peel_code (rest, amount, at_end))
    return TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (amount_words); i++)
    {
      const AmountWord *word = &amount_words[i];
      gsize length = strlen (word->text);
      const char *at = at_end ? rest->end - length : rest->start;
      gunichar inner, beyond;

      /* A multiplier never stands before the number. */
      if ((gsize) (rest->end - rest->start) <= length || (word->exponent > 0 && !at_end)
          || g_ascii_strncasecmp (at, word->text, length) != 0)
        continue;

      inner = at_end ? g_utf8_get_char (at) : g_utf8_get_char (g_utf8_prev_char (at + length));
      beyond = g_utf8_get_char (at_end ? g_utf8_prev_char (at) : at + length);
      if (g_unichar_isalpha (inner) && g_unichar_isalpha (beyond))
        continue;
      if (!take_word (rest, amount, word))
        return FALSE;

      if (at_end)
        rest->end -= length;
      else
        rest->start += length;
      return TRUE;
    }

  return FALSE;
}

static void
peel (Rest   *rest,
      Amount *amount)
{
  while (rest->start < rest->end
         && (peel_spaces (rest)
             || peel_sign (rest, amount)
             || peel_word (rest, amount, FALSE)
             || peel_word (rest, amount, TRUE)))
    ;
}

/* Where thousands are parted, the groups from left to right have 1-3 digits, then 3 each; in India
 * 1-2, then 2 each, and a last one of 3. */
static gboolean
check_groups (const guint *groups,
              guint        n_groups)
{
  gboolean indian = n_groups > 2 && groups[1] == 2;

  if (n_groups == 1)
    return TRUE;
  if (groups[0] == 0 || groups[0] > (indian ? 2u : 3u) || groups[n_groups - 1] != 3)
    return FALSE;

  for (guint i = 1; i + 1 < n_groups; i++)
    if (groups[i] != (indian ? 2u : 3u))
      return FALSE;

  return TRUE;
}

/**
 * Shape:
 * @groups: digits between the separators, and before the first and after the last
 * @separators: what parts them: '.', ',', ' ' for every kind of space, '\'' for every apostrophe
 * @n_separators: how many; there is one group more
 * @no_cents: ended in a dash for the cents, as in "1.200,-"
 */
typedef struct
{
  guint    groups[MAX_DIGITS + 1];
  char     separators[MAX_DIGITS];
  guint    n_separators;
  gboolean no_cents;
} Shape;

static gboolean
read_shape (const Rest *rest,
            Amount     *amount,
            Shape      *shape)
{
  memset (shape, 0, sizeof *shape);

  for (const char *p = rest->start; p < rest->end; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c >= '0' && c <= '9')
        {
          if (amount->n_digits == MAX_DIGITS || shape->no_cents)
            return FALSE;
          amount->digits[amount->n_digits++] = (char) c;
          shape->groups[shape->n_separators]++;
          continue;
        }

      if (is_dash (c) && shape->n_separators > 0 && shape->groups[shape->n_separators] == 0
          && strchr (".,", shape->separators[shape->n_separators - 1]) != NULL)
        {
          shape->no_cents = TRUE;
          continue;
        }

      if (shape->n_separators == MAX_DIGITS || shape->no_cents)
        return FALSE;
      if (c == '.' || c == ',')
        shape->separators[shape->n_separators++] = (char) c;
      else if (is_space (c))
        shape->separators[shape->n_separators++] = ' ';
      else if (c == '\'' || c == 0x2019 || c == 0x00b4 || c == 0x02bc)
        shape->separators[shape->n_separators++] = '\'';
      else
        return FALSE;
    }

  return amount->n_digits > 0;
}

static QuadDecimalMark
mark_of (char separator)
{
  return separator == '.' ? QUAD_DECIMAL_MARK_POINT : QUAD_DECIMAL_MARK_COMMA;
}

/* All separators but the last, @last, part thousands; what does the last one do? */
static gboolean
judge_last (const Shape *shape,
            char         last,
            gboolean     lone,
            Amount      *amount)
{
  const guint *groups = shape->groups;
  guint n = shape->n_separators;
  gboolean could_group = groups[n] == 3 && groups[0] >= 1 && groups[0] <= 3
                         && amount->digits[0] != '0';

  amount->n_whole = amount->n_digits - groups[n];

  if (groups[n] == 0 && !shape->no_cents)
    return FALSE;
  if (lone && could_group && !shape->no_cents)
    {
      amount->sole = last;
      return TRUE;
    }

  amount->mark = mark_of (last);
  return check_groups (groups, n);
}

/* Reads digits and separators. %FALSE when no custom writes them so. */
static gboolean
judge_shape (const Shape *shape,
             Amount      *amount)
{
  guint n = shape->n_separators;
  char last = n > 0 ? shape->separators[n - 1] : '\0';
  char other = '\0';
  guint n_last = 0;

  amount->n_whole = amount->n_digits;
  if (n == 0)
    return TRUE;

  for (guint i = 0; i < n; i++)
    {
      char separator = shape->separators[i];

      if (separator == last)
        n_last++;
      else if (other == '\0')
        other = separator;
      else if (separator != other)
        return FALSE;
    }

  /* "1 234 567", "1,234,567": only groups. */
  if (last == ' ' || last == '\'' || n_last > 1)
    {
      if (other != '\0' || shape->no_cents || !check_groups (shape->groups, n + 1))
        return FALSE;
      if (last == '.' || last == ',')
        amount->mark = last == '.' ? QUAD_DECIMAL_MARK_COMMA : QUAD_DECIMAL_MARK_POINT;
      return TRUE;
    }

  return judge_last (shape, last, n == 1, amount);
}

static gboolean
take_apart (const char *text,
            Amount     *amount)
{
  Rest rest = { text, text + strlen (text), FALSE, FALSE };
  Shape shape;

  memset (amount, 0, sizeof *amount);
  if (!g_utf8_validate (text, -1, NULL))
    return FALSE;

  peel (&rest, amount);

  return read_shape (&rest, amount, &shape) && judge_shape (&shape, amount);
}

/* The digits up to the minor unit as a number; half a minor unit is rounded away from zero. */
static gboolean
compute (const Amount *amount,
         guint         decimals,
         QuadMoney    *money)
{
  int n_kept = (int) amount->n_whole + amount->exponent + (int) decimals;
  QuadMoney sum = 0;

  for (int i = 0; i < n_kept; i++)
    {
      sum = sum * 10 + (i < (int) amount->n_digits ? amount->digits[i] - '0' : 0);
      if (sum > QUAD_MONEY_LIMIT)
        return FALSE;
    }

  if (n_kept < (int) amount->n_digits && amount->digits[n_kept] >= '5')
    sum++;
  if (sum > QUAD_MONEY_LIMIT)
    return FALSE;

  *money = amount->negative ? -sum : sum;
  return TRUE;
}

/**
 * quad_amount_detect_mark:
 * @text: an amount as somebody wrote it
 *
 * Says which decimal mark @text proves. Texts that fit both customs and texts that are no amounts
 * prove nothing.
 *
 * Returns: POINT, COMMA or UNKNOWN
 */
QuadDecimalMark
quad_amount_detect_mark (const char *text)
{
  Amount amount;

  g_return_val_if_fail (text != NULL, QUAD_DECIMAL_MARK_UNKNOWN);

  return take_apart (text, &amount) ? amount.mark : QUAD_DECIMAL_MARK_UNKNOWN;
}

/**
 * quad_amount_merge_marks:
 * @a: what some texts of a column prove
 * @b: what others prove
 *
 * Returns: what they prove together
 */
QuadDecimalMark
quad_amount_merge_marks (QuadDecimalMark a,
                         QuadDecimalMark b)
{
  if (a == QUAD_DECIMAL_MARK_UNKNOWN)
    return b;
  if (b == QUAD_DECIMAL_MARK_UNKNOWN || a == b)
    return a;

  return QUAD_DECIMAL_MARK_MIXED;
}

/**
 * quad_amount_find_currency:
 * @text: an amount as somebody wrote it
 * @code: (out): ISO 4217 code; "$", "¥" or "kr" where it may be one of several
 *
 * Finds the currency that stands beside an amount.
 *
 * Returns: whether one is named
 */
gboolean
quad_amount_find_currency (const char *text,
                           char        code[4])
{
  Amount amount;

  g_return_val_if_fail (text != NULL && code != NULL, FALSE);

  if (!take_apart (text, &amount) || amount.currency == NULL)
    return FALSE;

  /* A code may be the middle of the list of all codes. */
  g_strlcpy (code, amount.currency, 4);
  return TRUE;
}

/**
 * quad_amount_parse:
 * @text: an amount as somebody wrote it: "1,234.50", "€ 1.234", "(1 200)", "12 k"
 * @mark: the decimal mark where it is known, usually from the rest of the column
 * @decimals: digits of the minor unit
 * @amount: (out): the amount in minor units; more digits than these are rounded, half away from 0
 * @error: return location
 *
 * Errors: %QUAD_ERROR_INVALID_INPUT when @text is no amount, is more than the book can hold, or
 * can be read in two ways that @mark does not decide.
 */
gboolean
quad_amount_parse (const char       *text,
                   QuadDecimalMark   mark,
                   guint             decimals,
                   QuadMoney        *amount,
                   GError          **error)
{
  Amount parts;
  gboolean decided = mark == QUAD_DECIMAL_MARK_POINT || mark == QUAD_DECIMAL_MARK_COMMA;

  g_return_val_if_fail (text != NULL && amount != NULL, FALSE);

  if (!take_apart (text, &parts)
      || (decided && parts.mark != QUAD_DECIMAL_MARK_UNKNOWN && parts.mark != mark))
    {
      g_set_error (error, QUAD_ERROR, QUAD_ERROR_INVALID_INPUT,
                   _("“%s” cannot be read as an amount."), text);
      return FALSE;
    }

  if (parts.sole != '\0' && !decided)
    {
      g_set_error (error, QUAD_ERROR, QUAD_ERROR_INVALID_INPUT,
                   _("“%s” can be read in two ways: “%c” may part thousands or decimals."),
                   text, parts.sole);
      return FALSE;
    }

  if (parts.sole != '\0' && mark_of (parts.sole) != mark)
    parts.n_whole = parts.n_digits;

  if (!compute (&parts, decimals, amount))
    {
      g_set_error (error, QUAD_ERROR, QUAD_ERROR_INVALID_INPUT,
                   _("“%s” is more than the book can hold."), text);
      return FALSE;
    }

  return TRUE;
}
