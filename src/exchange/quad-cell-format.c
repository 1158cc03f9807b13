/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-exchange"

#include "quad-cell-format.h"

#include <math.h>
#include <string.h>

/* 9999-12-31, the last day that spreadsheets know, in the count from 1900. */
#define LAST_DAY 2958465

/* What the count from 1904 begins with, in the count from 1900. */
#define DAYS_1900_TO_1904 1462

#define SECONDS_PER_DAY 86400

/**
 * quad_cell_format_from_id:
 * @id: number of a format that needs no code
 *
 * Source: ECMA-376, part 1, 18.8.30, with the East Asian ones, which are dates too
 */
QuadCellFormat
quad_cell_format_from_id (guint id)
{
  QuadCellFormat format = { 0 };

  format.is_date = (id >= 14 && id <= 17) || id == 22 || (id >= 27 && id <= 31)
                   || (id >= 34 && id <= 36) || (id >= 50 && id <= 58);
  format.is_time = (id >= 18 && id <= 22) || id == 32 || id == 33 || (id >= 45 && id <= 47);
  return format;
}

/**
 * quad_cell_format_from_code:
 * @code: code of a number format: "yyyy\-mm\-dd", "00000", "#,##0.00 [$€-407]"
 *
 * Letters in quotes, behind a backslash or in brackets are no part of a date, but "[h]" is a time.
 * Only the format of positive numbers is looked at.
 */
QuadCellFormat
quad_cell_format_from_code (const char *code)
{
  QuadCellFormat format = { 0 };
  gboolean has_m = FALSE;
  gsize length;

  g_return_val_if_fail (code != NULL, format);

  length = strlen (code);
  if (length >= 2 && length <= 15 && strspn (code, "0") == length)
    format.n_zeros = (guint8) length;

  for (const char *p = code; *p != '\0' && *p != ';'; p++)
    {
      char c = g_ascii_tolower (*p);

      if (*p == '"')
        p += 1 + strcspn (p + 1, "\"");
      else if (*p == '\\' || *p == '_' || *p == '*')
        p++;
      else if (*p == '[')
        {
          format.is_time |= strchr ("hms", g_ascii_tolower (p[1])) != NULL && p[1] != '\0'
                            && strspn (p + 1, "hmsHMS") == strcspn (p + 1, "]");
          p += strcspn (p, "]");
        }
      else if (g_ascii_strncasecmp (p, "general", 7) == 0)
        p += 6;
      else if (c == 'y' || c == 'd' || c == 'e')
        format.is_date |= c != 'e' || p == code || strchr ("0#?", p[-1]) == NULL;
      else if (c == 'h' || c == 's')
        format.is_time = TRUE;
      else if (c == 'm')
        has_m = TRUE;
      if (*p == '\0')
        break;
    }

  /* "mmm" alone is a month, beside hours or seconds it is minutes. */
  if (has_m && !format.is_time)
    format.is_date = TRUE;
  return format;
}

/* Day and time of day, ISO 8601. The count from 1900 has a 29th of February 1900 that never was. */
static char *
write_date (double         serial,
            QuadCellFormat format,
            gboolean       from_1904)
{
  g_autoptr (GDate) date = NULL;
  double whole = floor (serial);
  guint seconds = (guint) lround ((serial - whole) * SECONDS_PER_DAY);
  guint days;
  g_autofree char *time = NULL;

  if (seconds == SECONDS_PER_DAY)
    {
      whole += 1;
      seconds = 0;
    }
  time = seconds % 60 != 0
           ? g_strdup_printf ("%02u:%02u:%02u", seconds / 3600, seconds / 60 % 60, seconds % 60)
           : g_strdup_printf ("%02u:%02u", seconds / 3600, seconds / 60 % 60);
  if (!format.is_date)
    return whole == 0 ? g_steal_pointer (&time) : NULL;

  if (from_1904)
    whole += DAYS_1900_TO_1904;
  if (whole < 1 || whole > LAST_DAY)
    return NULL;

  /* Day 1 is 1900-01-01, which GLib counts as 693596. */
  days = (guint) whole;
  if (days == 60)
    return NULL;
  date = g_date_new_julian (693595 + days - (days > 60 ? 1 : 0));
  return g_strdup_printf ("%04u-%02u-%02u%s%s", g_date_get_year (date), g_date_get_month (date),
                          g_date_get_day (date), format.is_time && seconds > 0 ? " " : "",
                          format.is_time && seconds > 0 ? time : "");
}

/* Plain decimals, with a point. A fraction of three digits could be taken for thousands, and gets
 * a fourth. */
static char *
write_number (double value)
{
  char digits[400];
  char *point;

  g_ascii_formatd (digits, sizeof digits, "%.15g", value);
  if (strpbrk (digits, "eE") != NULL)
    {
      int exponent = value != 0 ? (int) floor (log10 (fabs (value))) : 0;
      char conversion[16];

      g_snprintf (conversion, sizeof conversion, "%%.%df", CLAMP (14 - exponent, 0, 30));
      g_ascii_formatd (digits, sizeof digits, conversion, value);
      if (strchr (digits, '.') != NULL)
        {
          for (gsize n = strlen (digits); n > 1 && digits[n - 1] == '0'; n--)
            digits[n - 1] = '\0';
          if (g_str_has_suffix (digits, "."))
            digits[strlen (digits) - 1] = '\0';
        }
    }

  point = strchr (digits, '.');
  return g_strconcat (digits, point != NULL && strlen (point) == 4 ? "0" : NULL, NULL);
}

/**
 * quad_cell_format_number:
 * @number: as it stands in the file
 * @format: of its cell
 * @from_1904: whether days are counted from 1904, not 1900
 *
 * Returns: (transfer full): the number as a text that has one reading: a decimal point and no
 *   thousands, days as in ISO 8601
 */
char *
quad_cell_format_number (const char     *number,
                         QuadCellFormat  format,
                         gboolean        from_1904)
{
  char *end = NULL;
  double value;
  gsize length;

  g_return_val_if_fail (number != NULL, NULL);

  value = g_ascii_strtod (number, &end);
  if (end == number || *end != '\0' || !isfinite (value) || fabs (value) >= 1e21
      || strpbrk (number, "xX") != NULL)
    return g_strdup (number);

  if ((format.is_date || format.is_time) && value >= 0)
    {
      char *date = write_date (value, format, from_1904);

      if (date != NULL)
        return date;
    }

  length = strlen (number);
  if (strspn (number, "0123456789") == length && length <= 15)
    return g_strdup_printf ("%0*" G_GINT64_FORMAT, (int) MAX (format.n_zeros, 1),
                            g_ascii_strtoll (number, NULL, 10));
  return write_number (value);
}

/**
 * quad_cell_unescape:
 * @text: of a cell
 *
 * Replaces "_x000D_" and the like by the character they stand for. Source: ECMA-376, part 1,
 * 22.9.2.19
 */
void
quad_cell_unescape (GString *text)
{
  char *from, *to;

  g_return_if_fail (text != NULL);

  from = strstr (text->str, "_x");
  if (from == NULL)
    return;

  for (to = from; *from != '\0'; )
    if (from[0] == '_' && from[1] == 'x' && g_ascii_isxdigit (from[2])
        && g_ascii_isxdigit (from[3]) && g_ascii_isxdigit (from[4]) && g_ascii_isxdigit (from[5])
        && from[6] == '_')
      {
        gunichar c = 0;

        for (guint i = 2; i < 6; i++)
          c = c * 16 + (gunichar) g_ascii_xdigit_value (from[i]);
        if (c == 0 || !g_unichar_validate (c))
          c = 0xfffd;
        to += g_unichar_to_utf8 (c, to);
        from += 7;
      }
    else
      {
        *to++ = *from++;
      }

  g_string_truncate (text, (gsize) (to - text->str));
}
