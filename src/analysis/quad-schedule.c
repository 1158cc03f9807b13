/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-analysis"

#include "quad-schedule.h"

#include "quad-i18n.h"

static gint64
get (const QuadRecord *play,
     QuadPlayField     field)
{
  return quad_record_get_number (play, field);
}

/* The day of the year; 29 February is the 28th in a common year, and so for every short month. */
static QuadDate
get_day_of_year (const QuadRecord *play,
                 int               year)
{
  int month = (int) get (play, QUAD_PLAY_DUE_MONTH);
  int day = (int) get (play, QUAD_PLAY_DUE_DAY);
  QuadDate date = QUAD_DATE_NONE;

  for (; day > 27 && date == QUAD_DATE_NONE; day--)
    date = quad_date_from_ymd (year, month, day);
  return date != QUAD_DATE_NONE ? date : quad_date_from_ymd (year, month, day);
}

/**
 * quad_schedule_get_first_due:
 * @play: a play's values
 * @begins: the day on which the account got the profile or the tier
 *
 * Returns: when the play's first step is due; %QUAD_DATE_NONE for a play without a date
 */
QuadDate
quad_schedule_get_first_due (const QuadRecord *play,
                             QuadDate          begins)
{
  int year, month, day;
  QuadDate date;

  g_return_val_if_fail (play != NULL && begins != QUAD_DATE_NONE, QUAD_DATE_NONE);

  switch ((QuadDueKind) get (play, QUAD_PLAY_DUE_KIND))
    {
    case QUAD_DUE_NONE:
      return QUAD_DATE_NONE;
    case QUAD_DUE_AFTER:
      return begins + (QuadDate) get (play, QUAD_PLAY_DUE_DAYS);
    case QUAD_DUE_YEARLY:
      quad_date_to_ymd (begins, &year, &month, &day);
      date = get_day_of_year (play, year);
      return date >= begins ? date : get_day_of_year (play, year + 1);
    }
  g_return_val_if_reached (QUAD_DATE_NONE);
}

static QuadDate
add_interval (const QuadRecord *play,
              QuadDate          from,
              guint             times)
{
  gint64 every = get (play, QUAD_PLAY_REPEAT_EVERY) * times;

  switch ((QuadRepeatKind) get (play, QUAD_PLAY_REPEAT_KIND))
    {
    case QUAD_REPEAT_NONE:
      return QUAD_DATE_NONE;
    case QUAD_REPEAT_DAYS:
      return from + (QuadDate) every;
    case QUAD_REPEAT_WEEKS:
      return from + (QuadDate) every * 7;
    case QUAD_REPEAT_MONTHS:
      return quad_date_add_months (from, (int) every);
    }
  g_return_val_if_reached (QUAD_DATE_NONE);
}

/**
 * quad_schedule_get_next_due:
 * @play: a play's values
 * @anchor: when its first step on the account was due: the beat counts from here, so that a play
 *   on the 31st comes back to the 31st after a short month
 * @due: when the step that was done or skipped was due, or %QUAD_DATE_NONE
 * @done: when that happened
 *
 * Returns: when the play is due again, always after @done; %QUAD_DATE_NONE when it is not repeated
 */
QuadDate
quad_schedule_get_next_due (const QuadRecord *play,
                            QuadDate          anchor,
                            QuadDate          due,
                            QuadDate          done)
{
  QuadDate next, passed;

  g_return_val_if_fail (play != NULL && done != QUAD_DATE_NONE, QUAD_DATE_NONE);

  if (get (play, QUAD_PLAY_REPEAT_KIND) == QUAD_REPEAT_NONE
      || get (play, QUAD_PLAY_REPEAT_EVERY) < 1)
    return QUAD_DATE_NONE;
  if (get (play, QUAD_PLAY_REPEAT_FROM) == QUAD_REPEAT_FROM_DONE || anchor == QUAD_DATE_NONE)
    return add_interval (play, done, 1);

  /* done early: the occurrence that was meant is over, not just the days before it */
  passed = due != QUAD_DATE_NONE ? MAX (due, done) : done;
  next = anchor;
  for (guint times = 1; next != QUAD_DATE_NONE && next <= passed; times++)
    next = add_interval (play, anchor, times);
  return next;
}

static char *
describe_day_of_year (const QuadRecord *play)
{
  /* a leap year, so that every day has a name */
  QuadDate day = quad_date_from_ymd (2000, (int) get (play, QUAD_PLAY_DUE_MONTH),
                                     (int) get (play, QUAD_PLAY_DUE_DAY));

  return quad_date_format (day, QUAD_DATE_STYLE_DAY, day);
}

/* The day of the year comes again with the year only when nothing else was said. */
static gboolean
is_yearly (const QuadRecord *play)
{
  return get (play, QUAD_PLAY_REPEAT_KIND) == QUAD_REPEAT_MONTHS
         && get (play, QUAD_PLAY_REPEAT_EVERY) == 12;
}

/**
 * quad_schedule_describe_repeat:
 *
 * Returns: (transfer full): how often, in words: "every 3 months", "once"
 */
char *
quad_schedule_describe_repeat (const QuadRecord *play)
{
  guint every = (guint) get (play, QUAD_PLAY_REPEAT_EVERY);

  switch ((QuadRepeatKind) get (play, QUAD_PLAY_REPEAT_KIND))
    {
    case QUAD_REPEAT_NONE:
      /* Translators: a play that is not repeated */
      return g_strdup (_("once"));
    case QUAD_REPEAT_DAYS:
      return g_strdup_printf (ngettext ("every day", "every %u days", every), every);
    case QUAD_REPEAT_WEEKS:
      return g_strdup_printf (ngettext ("every week", "every %u weeks", every), every);
    case QUAD_REPEAT_MONTHS:
      return g_strdup_printf (ngettext ("every month", "every %u months", every), every);
    }
  g_return_val_if_reached (NULL);
}

/**
 * quad_schedule_describe:
 *
 * Returns: (transfer full): when and how often, in words: "after 14 days · every 3 months"
 */
char *
quad_schedule_describe (const QuadRecord *play)
{
  guint days = (guint) get (play, QUAD_PLAY_DUE_DAYS);
  g_autofree char *first = NULL;
  g_autofree char *day = NULL;
  g_autofree char *repeat = quad_schedule_describe_repeat (play);

  switch ((QuadDueKind) get (play, QUAD_PLAY_DUE_KIND))
    {
    case QUAD_DUE_NONE:
      first = g_strdup (_("no date"));
      break;
    case QUAD_DUE_AFTER:
      if (days == 0)
        first = g_strdup (_("at once"));
      else
        first = g_strdup_printf (ngettext ("after %u day", "after %u days", days), days);
      break;
    case QUAD_DUE_YEARLY:
      day = describe_day_of_year (play);
      if (is_yearly (play))
        /* Translators: %s is a day without a year: "every year on 15 Jan" */
        return g_strdup_printf (_("every year on %s"), day);
      /* Translators: %s is a day without a year, on which a play is due first: "on 15 Jan" */
      first = g_strdup_printf (_("on %s"), day);
      break;
    }
  /* Translators: when a play is due first, and how often: "after 14 days · every 3 months" */
  return g_strdup_printf (_("%s · %s"), first, repeat);
}
