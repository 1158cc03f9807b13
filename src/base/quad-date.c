/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-base"

#include "quad-date.h"

#include <time.h>

#include "quad-i18n.h"

/**
 * quad_date_from_time:
 * @time: seconds since 1970 in UTC
 *
 * Returns: the day that it was then in the local time zone, also where that changed since the
 *   program began; GDateTime would keep to the zone that it saw first
 */
QuadDate
quad_date_from_time (gint64 time)
{
  time_t moment = (time_t) time;
  struct tm parts;

  tzset ();
  if (localtime_r (&moment, &parts) == NULL)
    return QUAD_DATE_NONE;
  return quad_date_from_ymd (parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday);
}

/**
 * quad_date_today:
 *
 * Returns: the day that it is now in the local time zone
 */
QuadDate
quad_date_today (void)
{
  return quad_date_from_time (quad_time_now ());
}

/**
 * quad_time_now:
 *
 * Returns: seconds since 1970 in UTC
 */
gint64
quad_time_now (void)
{
  return g_get_real_time () / G_USEC_PER_SEC;
}

/**
 * quad_date_from_ymd:
 *
 * Returns: the day, or %QUAD_DATE_NONE when the calendar has no such day or the year is not
 *   between 1 and 9999
 */
QuadDate
quad_date_from_ymd (int year,
                    int month,
                    int day)
{
  GDate date;

  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31)
    return QUAD_DATE_NONE;
  if (!g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return QUAD_DATE_NONE;
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  return g_date_get_julian (&date);
}

/**
 * quad_date_to_ymd:
 *
 * Returns: whether @date is a day
 */
gboolean
quad_date_to_ymd (QuadDate  date,
                  int      *year,
                  int      *month,
                  int      *day)
{
  GDate parts;

  if (!g_date_valid_julian (date))
    return FALSE;
  g_date_clear (&parts, 1);
  g_date_set_julian (&parts, date);
  *year = g_date_get_year (&parts);
  *month = (int) g_date_get_month (&parts);
  *day = g_date_get_day (&parts);
  return TRUE;
}

static int
read_digits (const char *text,
             guint       n)
{
  int number = 0;

  for (guint i = 0; i < n; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return -1;
      number = number * 10 + (text[i] - '0');
    }
  return number;
}

/**
 * quad_date_from_iso:
 * @text: (nullable): "2026-11-21", nothing around it
 *
 * Returns: the day, or %QUAD_DATE_NONE for anything else
 */
QuadDate
quad_date_from_iso (const char *text)
{
  int year, month, day;

  if (text == NULL || (year = read_digits (text, 4)) < 0 || text[4] != '-'
      || (month = read_digits (text + 5, 2)) < 0 || text[7] != '-'
      || (day = read_digits (text + 8, 2)) < 0 || text[10] != '\0')
    return QUAD_DATE_NONE;
  return quad_date_from_ymd (year, month, day);
}

/**
 * quad_date_to_iso:
 *
 * Returns: (transfer full) (nullable): "2026-11-21", %NULL for no date
 */
char *
quad_date_to_iso (QuadDate date)
{
  int year, month, day;

  if (!quad_date_to_ymd (date, &year, &month, &day))
    return NULL;
  return g_strdup_printf ("%04d-%02d-%02d", year, month, day);
}

/**
 * quad_date_add_months:
 * @months: may be negative
 *
 * Returns: the same day of the month so many months later, or the last day of that month where it
 *   is shorter: 31 January + 1 month is 28 or 29 February
 */
QuadDate
quad_date_add_months (QuadDate date,
                      int      months)
{
  GDate parts;
  guint days;
  int year, month, day, total;

  if (!quad_date_to_ymd (date, &year, &month, &day))
    return QUAD_DATE_NONE;
  total = year * 12 + (month - 1) + months;
  if (total < 12 || total / 12 > 9999)
    return QUAD_DATE_NONE;
  year = total / 12;
  month = total % 12 + 1;
  days = g_date_get_days_in_month ((GDateMonth) month, (GDateYear) year);
  g_date_clear (&parts, 1);
  g_date_set_dmy (&parts, (GDateDay) MIN ((guint) day, days), (GDateMonth) month,
                  (GDateYear) year);
  return g_date_get_julian (&parts);
}

/**
 * quad_date_format:
 * @today: %QUAD_DATE_STYLE_DAY leaves out the year when it is this day's
 *
 * Returns: (transfer full): the date for people; a dash for no date
 */
char *
quad_date_format (QuadDate      date,
                  QuadDateStyle style,
                  QuadDate      today)
{
  g_autoptr (GDateTime) noon = NULL;
  int year, month, day, this_year = 0, ignored;

  if (!quad_date_to_ymd (date, &year, &month, &day))
    return g_strdup ("\u2014");
  quad_date_to_ymd (today, &this_year, &ignored, &ignored);
  noon = g_date_time_new_utc (year, month, day, 12, 0, 0);

  switch (style)
    {
    case QUAD_DATE_STYLE_DAY:
      if (year == this_year)
        /* Translators: a day of this year, see g_date_time_format(): "12 Nov" */
        return g_date_time_format (noon, _("%-e %b"));
      /* Translators: a day of another year: "12 Nov 2025" */
      return g_date_time_format (noon, _("%-e %b %Y"));
    case QUAD_DATE_STYLE_FULL:
      /* Translators: a day in full: "12 November 2026" */
      return g_date_time_format (noon, _("%-e %B %Y"));
    }
  g_return_val_if_reached (NULL);
}
