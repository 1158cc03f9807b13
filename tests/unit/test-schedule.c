/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>
#include <time.h>

#include "quad-schedule.h"

static QuadRecord *
make_play (QuadDueKind    due,
           int            a,
           int            b,
           QuadRepeatKind repeat,
           int            every,
           QuadRepeatFrom from)
{
  QuadRecord *play = quad_record_new (&quad_play_schema);

  quad_record_set_number (play, QUAD_PLAY_DUE_KIND, due);
  if (due == QUAD_DUE_AFTER)
    quad_record_set_number (play, QUAD_PLAY_DUE_DAYS, a);
  if (due == QUAD_DUE_YEARLY)
    {
      quad_record_set_number (play, QUAD_PLAY_DUE_MONTH, a);
      quad_record_set_number (play, QUAD_PLAY_DUE_DAY, b);
    }
  quad_record_set_number (play, QUAD_PLAY_REPEAT_KIND, repeat);
  quad_record_set_number (play, QUAD_PLAY_REPEAT_EVERY, every);
  quad_record_set_number (play, QUAD_PLAY_REPEAT_FROM, from);
  return play;
}

static void
assert_date (QuadDate    date,
             const char *expected)
{
  g_autofree char *text = quad_date_to_iso (date);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_first (void)
{
  static const struct
  {
    QuadDueKind due;
    int a, b;
    const char *begins, *expected;
  } cases[] = {
    { QUAD_DUE_NONE, 0, 0, "2026-11-21", NULL },
    { QUAD_DUE_AFTER, 0, 0, "2026-11-21", "2026-11-21" },
    { QUAD_DUE_AFTER, 14, 0, "2026-12-25", "2027-01-08" },
    { QUAD_DUE_AFTER, 1, 0, "2028-02-28", "2028-02-29" },
    { QUAD_DUE_YEARLY, 1, 15, "2026-11-21", "2027-01-15" },
    { QUAD_DUE_YEARLY, 11, 21, "2026-11-21", "2026-11-21" },
    { QUAD_DUE_YEARLY, 11, 20, "2026-11-21", "2027-11-20" },
    { QUAD_DUE_YEARLY, 2, 29, "2026-11-21", "2027-02-28" },
    { QUAD_DUE_YEARLY, 2, 29, "2027-03-01", "2028-02-29" },
    { QUAD_DUE_YEARLY, 6, 31, "2026-01-01", "2026-06-30" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (QuadRecord) play = make_play (cases[i].due, cases[i].a, cases[i].b,
                                               QUAD_REPEAT_NONE, 0, QUAD_REPEAT_FROM_DONE);

      assert_date (quad_schedule_get_first_due (play, quad_date_from_iso (cases[i].begins)),
                   cases[i].expected);
    }
}

static void
test_next (void)
{
  static const struct
  {
    QuadRepeatKind repeat;
    int every;
    QuadRepeatFrom from;
    const char *anchor, *due, *done, *expected;
  } cases[] = {
    { QUAD_REPEAT_NONE, 0, QUAD_REPEAT_FROM_DONE, "2026-01-31", "2026-01-31", "2026-02-01", NULL },
    /* from when it was done */
    { QUAD_REPEAT_DAYS, 10, QUAD_REPEAT_FROM_DONE, "2026-01-01", "2026-01-01", "2026-01-05",
      "2026-01-15" },
    { QUAD_REPEAT_WEEKS, 2, QUAD_REPEAT_FROM_DONE, "2026-01-01", "2026-01-01", "2026-02-20",
      "2026-03-06" },
    { QUAD_REPEAT_MONTHS, 1, QUAD_REPEAT_FROM_DONE, "2026-01-01", "2026-01-01", "2026-01-31",
      "2026-02-28" },
    { QUAD_REPEAT_MONTHS, 12, QUAD_REPEAT_FROM_DONE, "2028-01-01", "2028-01-01", "2028-02-29",
      "2029-02-28" },
    /* on the beat of the calendar: in time, late by several beats, early */
    { QUAD_REPEAT_MONTHS, 3, QUAD_REPEAT_FROM_CALENDAR, "2026-01-15", "2026-01-15", "2026-01-15",
      "2026-04-15" },
    { QUAD_REPEAT_MONTHS, 3, QUAD_REPEAT_FROM_CALENDAR, "2026-01-15", "2026-01-15", "2026-08-01",
      "2026-10-15" },
    { QUAD_REPEAT_MONTHS, 3, QUAD_REPEAT_FROM_CALENDAR, "2026-01-15", "2026-04-15", "2026-04-01",
      "2026-07-15" },
    { QUAD_REPEAT_WEEKS, 1, QUAD_REPEAT_FROM_CALENDAR, "2026-11-02", "2026-11-16", "2026-11-18",
      "2026-11-23" },
    /* the 31st comes back after short months */
    { QUAD_REPEAT_MONTHS, 1, QUAD_REPEAT_FROM_CALENDAR, "2026-01-31", "2026-01-31", "2026-01-31",
      "2026-02-28" },
    { QUAD_REPEAT_MONTHS, 1, QUAD_REPEAT_FROM_CALENDAR, "2026-01-31", "2026-02-28", "2026-02-28",
      "2026-03-31" },
    { QUAD_REPEAT_MONTHS, 12, QUAD_REPEAT_FROM_CALENDAR, "2028-02-29", "2029-02-28", "2029-03-01",
      "2030-02-28" },
    { QUAD_REPEAT_MONTHS, 12, QUAD_REPEAT_FROM_CALENDAR, "2028-02-29", "2031-02-28", "2031-02-28",
      "2032-02-29" },
    /* a step that lost its date counts from when it was done */
    { QUAD_REPEAT_DAYS, 7, QUAD_REPEAT_FROM_CALENDAR, NULL, NULL, "2026-11-21", "2026-11-28" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (QuadRecord) play = make_play (QUAD_DUE_AFTER, 0, 0, cases[i].repeat,
                                               cases[i].every, cases[i].from);

      assert_date (quad_schedule_get_next_due (play, quad_date_from_iso (cases[i].anchor),
                                               quad_date_from_iso (cases[i].due),
                                               quad_date_from_iso (cases[i].done)),
                   cases[i].expected);
    }
}

/* Whatever the play: the next date is after the day it was done, so nothing is due for ever. */
static void
test_next_is_later (void)
{
  for (guint i = 0; i < 5000; i++)
    {
      QuadDate anchor = quad_date_from_iso ("2020-01-01")
                        + (QuadDate) g_test_rand_int_range (0, 3000);
      QuadDate done = anchor + (QuadDate) g_test_rand_int_range (0, 3000) - 100;
      g_autoptr (QuadRecord) play = make_play (QUAD_DUE_AFTER, 0, 0,
                                               (QuadRepeatKind) g_test_rand_int_range (1, 4),
                                               g_test_rand_int_range (1, 24),
                                               (QuadRepeatFrom) g_test_rand_int_range (0, 2));
      QuadDate next = quad_schedule_get_next_due (play, anchor, anchor, done);

      g_assert_cmpuint (next, >, done);
    }
}

static void
test_describe (void)
{
  static const struct
  {
    QuadDueKind due;
    int a, b;
    QuadRepeatKind repeat;
    int every;
    const char *text;
  } cases[] = {
    { QUAD_DUE_NONE, 0, 0, QUAD_REPEAT_NONE, 0, "no date · once" },
    { QUAD_DUE_AFTER, 0, 0, QUAD_REPEAT_WEEKS, 1, "at once · every week" },
    { QUAD_DUE_AFTER, 14, 0, QUAD_REPEAT_MONTHS, 3, "after 14 days · every 3 months" },
    { QUAD_DUE_YEARLY, 1, 15, QUAD_REPEAT_MONTHS, 12, "every year on 15 Jan" },
    { QUAD_DUE_YEARLY, 2, 29, QUAD_REPEAT_NONE, 0, "on 29 Feb · once" },
    { QUAD_DUE_YEARLY, 1, 15, QUAD_REPEAT_MONTHS, 6, "on 15 Jan · every 6 months" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (QuadRecord) play = make_play (cases[i].due, cases[i].a, cases[i].b,
                                               cases[i].repeat, cases[i].every,
                                               QUAD_REPEAT_FROM_DONE);
      g_autofree char *text = quad_schedule_describe (play);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

/* Days are days of the calendar: nothing shifts when the clock of the place does. */
static void
test_time_zones (void)
{
  static const char *const zones[] = { "UTC", "Europe/Berlin", "Pacific/Auckland", "XYZ+11" };
  g_autoptr (QuadRecord) play = make_play (QUAD_DUE_AFTER, 1, 0, QUAD_REPEAT_DAYS, 1,
                                           QUAD_REPEAT_FROM_CALENDAR);

  for (guint i = 0; i < G_N_ELEMENTS (zones); i++)
    {
      g_setenv ("TZ", zones[i], TRUE);
      tzset ();
      assert_date (quad_schedule_get_first_due (play, quad_date_from_iso ("2026-03-28")),
                   "2026-03-29");
      assert_date (quad_schedule_get_next_due (play, quad_date_from_iso ("2026-10-24"),
                                               quad_date_from_iso ("2026-10-24"),
                                               quad_date_from_iso ("2026-10-24")),
                   "2026-10-25");
    }
  g_setenv ("TZ", "UTC", TRUE);
  tzset ();
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/schedule/first", test_first);
  g_test_add_func ("/schedule/next", test_next);
  g_test_add_func ("/schedule/next-is-later", test_next_is_later);
  g_test_add_func ("/schedule/describe", test_describe);
  g_test_add_func ("/schedule/time-zones", test_time_zones);
  return g_test_run ();
}
