/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-base"

#include "quad-date-parse.h"

#include <string.h>

#include "quad-error.h"
#include "quad-i18n.h"
#include "quad-text.h"

/*
 * Dates as people and programs write them. As with amounts, a text such as 3/4/2026 that has two
 * readings is not guessed: the rest of the column decides it or nobody does.
 */

typedef struct
{
  const char *name;   /* folded */
  int         month;
} MonthName;

/* English, German, French, Spanish, in full and short. */
static const MonthName month_names[] = {
  { "jan", 1 }, { "january", 1 }, { "januar", 1 }, { "janner", 1 }, { "janvier", 1 },
  { "janv", 1 }, { "enero", 1 }, { "ene", 1 },
  { "feb", 2 }, { "february", 2 }, { "februar", 2 }, { "fevrier", 2 }, { "fev", 2 },
  { "fevr", 2 }, { "febrero", 2 },
  { "mar", 3 }, { "march", 3 }, { "marz", 3 }, { "maerz", 3 }, { "mrz", 3 }, { "mars", 3 },
  { "marzo", 3 },
  { "apr", 4 }, { "april", 4 }, { "avril", 4 }, { "avr", 4 }, { "abril", 4 }, { "abr", 4 },
  { "may", 5 }, { "mai", 5 }, { "mayo", 5 },
  { "jun", 6 }, { "june", 6 }, { "juni", 6 }, { "juin", 6 }, { "junio", 6 },
  { "jul", 7 }, { "july", 7 }, { "juli", 7 }, { "juillet", 7 }, { "juil", 7 }, { "julio", 7 },
  { "aug", 8 }, { "august", 8 }, { "aout", 8 }, { "agosto", 8 }, { "ago", 8 },
  { "sep", 9 }, { "sept", 9 }, { "september", 9 }, { "septembre", 9 }, { "septiembre", 9 },
  { "setiembre", 9 },
  { "oct", 10 }, { "october", 10 }, { "okt", 10 }, { "oktober", 10 }, { "octobre", 10 },
  { "octubre", 10 },
  { "nov", 11 }, { "november", 11 }, { "novembre", 11 }, { "noviembre", 11 },
  { "dec", 12 }, { "december", 12 }, { "dez", 12 }, { "dezember", 12 }, { "decembre", 12 },
  { "diciembre", 12 }, { "dic", 12 },
};

/* Words that may stand in a date and say nothing. */
static const char *const fillers[] = { "of", "de", "del", "den", "the", "st", "nd", "rd", "th",
                                       "er" };

/**
 * Parts:
 * @numbers: in the order of the text; a month's name is not among them
 * @digits: how many digits each was written with
 * @n_numbers: 1 to 3
 * @month: of a month's name, or 0
 * @name_at: how many numbers stand before that name
 * @separator: what follows the first number
 */
typedef struct
{
  int   numbers[3];
  guint digits[3];
  guint n_numbers;
  int   month;
  guint name_at;
  char  separator;
} Parts;

static gboolean
take_word (const char *word,
           gsize       length,
           Parts      *parts)
{
  for (guint i = 0; i < G_N_ELEMENTS (fillers); i++)
    if (strlen (fillers[i]) == length && strncmp (fillers[i], word, length) == 0)
      return parts->n_numbers > 0;

  for (guint i = 0; i < G_N_ELEMENTS (month_names); i++)
    if (strlen (month_names[i].name) == length
        && strncmp (month_names[i].name, word, length) == 0)
      {
        if (parts->month != 0)
          return FALSE;
        parts->month = month_names[i].month;
        parts->name_at = parts->n_numbers;
        return TRUE;
      }
  return FALSE;
}

static gboolean
take_number (const char *text,
             gsize       length,
             Parts      *parts)
{
  if (length == 8 && parts->n_numbers == 0 && parts->month == 0)
    return take_number (text, 4, parts) && take_number (text + 4, 2, parts)
           && take_number (text + 6, 2, parts);
  if (parts->n_numbers == 3 || length > 4 || length == 3)
    return FALSE;

  parts->digits[parts->n_numbers] = (guint) length;
  parts->numbers[parts->n_numbers] = 0;
  for (gsize i = 0; i < length; i++)
    parts->numbers[parts->n_numbers] = parts->numbers[parts->n_numbers] * 10 + (text[i] - '0');
  parts->n_numbers++;
  return TRUE;
}

/* "09:30", "T09:30:00.000+0100", "9:30 PM": a time of day says nothing about the day. */
static gboolean
is_time (const char *text)
{
  if (*text == 't')
    text++;
  if (!g_ascii_isdigit (*text))
    return FALSE;
  while (g_ascii_isdigit (*text))
    text++;
  if (*text != ':')
    return FALSE;
  return strspn (text, "0123456789:.,+-zapmutcg \u00a0\u202f") == strlen (text);
}

static gboolean
take_apart (const char *text,
            Parts      *parts)
{
  g_autofree char *folded = NULL;
  const char *p;

  memset (parts, 0, sizeof *parts);
  if (!g_utf8_validate (text, -1, NULL) || strlen (text) > 60)
    return FALSE;

  folded = quad_text_fold (text);
  for (p = g_strstrip (folded); *p != '\0'; )
    {
      const char *start = p;

      if (parts->n_numbers + (parts->month != 0) >= 3 && is_time (p))
        break;
      if (g_ascii_isdigit (*p))
        {
          while (g_ascii_isdigit (*p))
            p++;
          if (!take_number (start, (gsize) (p - start), parts))
            return FALSE;
          if (parts->separator == '\0')
            parts->separator = *p;
        }
      else if (g_ascii_isalpha (*p))
        {
          while (g_ascii_isalpha (*p))
            p++;
          if (!take_word (start, (gsize) (p - start), parts))
            return FALSE;
        }
      else if (strchr ("-./, ", *p) != NULL)
        p++;
      else
        return FALSE;
    }
  return parts->n_numbers > 0;
}

/* Two digits are this century up to 68, then the last one. Source: POSIX, strptime(). */
static int
complete_year (int   year,
               guint digits)
{
  if (digits > 2)
    return year;
  return year < 69 ? 2000 + year : 1900 + year;
}

static gboolean
set_ymd (QuadDate *date,
         int       year,
         int       month,
         int       day)
{
  *date = year >= 1 ? quad_date_from_ymd (year, month, day) : QUAD_DATE_NONE;
  return *date != QUAD_DATE_NONE;
}

/* A month or a year stands for its first day. */
static gboolean
read_short (const Parts *parts,
            QuadDate    *date)
{
  const int *n = parts->numbers;

  if (parts->month != 0)
    return parts->n_numbers == 1 && parts->digits[0] == 4 && set_ymd (date, n[0], parts->month, 1);
  if (parts->n_numbers == 1)
    return parts->digits[0] == 4 && n[0] >= 1800 && n[0] <= 2200 && set_ymd (date, n[0], 1, 1);
  if (parts->digits[0] == 4)
    return set_ymd (date, n[0], n[1], 1);
  return parts->digits[1] == 4 && set_ymd (date, n[1], n[0], 1);
}

/* Reads what has one reading; @order is set for a day and a month that are both numbers and are not
 * in the order of ISO 8601. %FALSE when it is no date in any custom. */
static gboolean
read_parts (const Parts   *parts,
            QuadDateOrder *order,
            QuadDate      *date)
{
  const int *n = parts->numbers;
  QuadDate ignored;
  gboolean day_first, month_first;
  int year;

  *order = QUAD_DATE_ORDER_UNKNOWN;
  *date = QUAD_DATE_NONE;

  if (parts->n_numbers + (parts->month != 0) < 3)
    return read_short (parts, date);

  if (parts->month != 0)
    {
      if (parts->n_numbers != 2)
        return FALSE;
      if (parts->digits[0] == 4)
        return set_ymd (date, n[0], parts->month, n[1]);
      return parts->digits[1] != 1
             && set_ymd (date, complete_year (n[1], parts->digits[1]), parts->month, n[0]);
    }
  if (parts->digits[0] == 4)
    return set_ymd (date, n[0], n[1], n[2]);
  if (parts->digits[2] == 1)
    return FALSE;

  year = complete_year (n[2], parts->digits[2]);
  day_first = set_ymd (&ignored, year, n[1], n[0]);
  month_first = set_ymd (&ignored, year, n[0], n[1]);

  /* Nobody writes 12.31.2026. */
  if (parts->separator == '.')
    month_first = FALSE;
  if (day_first && (!month_first || n[0] == n[1]))
    {
      *order = month_first ? QUAD_DATE_ORDER_UNKNOWN : QUAD_DATE_ORDER_DAY_FIRST;
      return set_ymd (date, year, n[1], n[0]);
    }
  if (month_first && !day_first)
    {
      *order = QUAD_DATE_ORDER_MONTH_FIRST;
      return set_ymd (date, year, n[0], n[1]);
    }
  return day_first;
}

/**
 * quad_date_detect_order:
 * @text: a date as somebody wrote it
 *
 * Returns: which of day and month @text proves to stand first, or UNKNOWN
 */
QuadDateOrder
quad_date_detect_order (const char *text)
{
  QuadDateOrder order = QUAD_DATE_ORDER_UNKNOWN;
  QuadDate date;
  Parts parts;

  g_return_val_if_fail (text != NULL, QUAD_DATE_ORDER_UNKNOWN);

  if (!take_apart (text, &parts) || !read_parts (&parts, &order, &date))
    return QUAD_DATE_ORDER_UNKNOWN;
  return order;
}

/**
 * quad_date_merge_orders:
 * @a: what some texts of a column prove
 * @b: what others prove
 *
 * Returns: what they prove together
 */
QuadDateOrder
quad_date_merge_orders (QuadDateOrder a,
                        QuadDateOrder b)
{
  if (a == QUAD_DATE_ORDER_UNKNOWN)
    return b;
  if (b == QUAD_DATE_ORDER_UNKNOWN || a == b)
    return a;
  return QUAD_DATE_ORDER_MIXED;
}

/**
 * quad_date_parse:
 * @text: a date as somebody wrote it: "2026-11-21", "21.11.2026", "21 Nov 2026", "2026"; a time of
 *   day behind it is ignored, a month or a year stands for its first day
 * @order: the order where it is known, usually from the rest of the column
 * @date: (out): the day
 * @error: return location
 *
 * Errors: %QUAD_ERROR_INVALID_INPUT when @text is no date or has two readings that @order does not
 * decide.
 */
gboolean
quad_date_parse (const char     *text,
                 QuadDateOrder   order,
                 QuadDate       *date,
                 GError        **error)
{
  QuadDateOrder proved = QUAD_DATE_ORDER_UNKNOWN;
  gboolean decided = order == QUAD_DATE_ORDER_DAY_FIRST || order == QUAD_DATE_ORDER_MONTH_FIRST;
  QuadDate found = QUAD_DATE_NONE;
  Parts parts;

  g_return_val_if_fail (text != NULL && date != NULL, FALSE);

  if (!take_apart (text, &parts) || !read_parts (&parts, &proved, &found)
      || (decided && proved != QUAD_DATE_ORDER_UNKNOWN && proved != order))
    {
      g_set_error (error, QUAD_ERROR, QUAD_ERROR_INVALID_INPUT,
                   _("“%s” cannot be read as a date."), text);
      return FALSE;
    }

  if (found == QUAD_DATE_NONE && !decided)
    {
      g_set_error (error, QUAD_ERROR, QUAD_ERROR_INVALID_INPUT,
                   _("“%s” can be read in two ways: the day or the month may stand first."), text);
      return FALSE;
    }

  if (found == QUAD_DATE_NONE)
    {
      int year = complete_year (parts.numbers[2], parts.digits[2]);
      gboolean day_first = order == QUAD_DATE_ORDER_DAY_FIRST;

      set_ymd (&found, year, parts.numbers[day_first ? 1 : 0], parts.numbers[day_first ? 0 : 1]);
    }

  *date = found;
  return TRUE;
}
