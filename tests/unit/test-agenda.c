/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "quad-agenda.h"

#include "quad-enums.h"

/* When the groups of the agenda begin and end. */

static void
test_groups (void)
{
  /* 2026-11-18 is a Wednesday, 2026-11-22 a Sunday */
  QuadDate wednesday = quad_date_from_ymd (2026, 11, 18);
  QuadDate sunday = quad_date_from_ymd (2026, 11, 22);
  QuadDate monday = quad_date_from_ymd (2026, 11, 23);

  g_assert_cmpint (quad_agenda_get_group (QUAD_DATE_NONE, wednesday), ==, QUAD_AGENDA_NO_DATE);
  g_assert_cmpint (quad_agenda_get_group (wednesday - 1, wednesday), ==, QUAD_AGENDA_OVERDUE);
  g_assert_cmpint (quad_agenda_get_group (wednesday, wednesday), ==, QUAD_AGENDA_TODAY);
  g_assert_cmpint (quad_agenda_get_group (wednesday + 1, wednesday), ==, QUAD_AGENDA_THIS_WEEK);
  g_assert_cmpint (quad_agenda_get_group (sunday, wednesday), ==, QUAD_AGENDA_THIS_WEEK);
  g_assert_cmpint (quad_agenda_get_group (monday, wednesday), ==, QUAD_AGENDA_LATER);

  /* on a Sunday the week is over; on a Monday it has six more days */
  g_assert_cmpint (quad_agenda_get_group (monday, sunday), ==, QUAD_AGENDA_LATER);
  g_assert_cmpint (quad_agenda_get_group (monday + 6, monday), ==, QUAD_AGENDA_THIS_WEEK);
  g_assert_cmpint (quad_agenda_get_group (monday + 7, monday), ==, QUAD_AGENDA_LATER);
}

static QuadAccount *
make_account (QuadTier    tier,
              QuadProfile profile,
              QuadDate    revisit_on,
              QuadDate    decide_by)
{
  QuadRecord *values = quad_record_new (&quad_account_schema);

  quad_record_set_text (values, QUAD_ACCOUNT_NAME, "Tern");
  quad_record_set_number (values, QUAD_ACCOUNT_TIER, tier);
  quad_record_set_number (values, QUAD_ACCOUNT_PROFILE, profile);
  quad_record_set_number (values, QUAD_ACCOUNT_REVISIT_ON, revisit_on);
  quad_record_set_number (values, QUAD_ACCOUNT_DECIDE_BY, decide_by);
  return quad_account_new (1, values);
}

static void
check_account (QuadTier    tier,
               QuadProfile profile,
               guint       revisits,
               guint       decisions)
{
  QuadDate today = quad_date_from_ymd (2026, 11, 18);
  g_autoptr (QuadAccount) account = make_account (tier, profile, today, today + 1);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  const QuadAgendaFilter revisit = { .kinds = 1u << QUAD_AGENDA_REVISIT };
  const QuadAgendaFilter soon = { .until = today };
  guint n_revisits = 0, n_soon = 0;

  quad_agenda_add_account (items, account, today);
  for (guint i = 0; i < items->len; i++)
    {
      n_revisits += quad_agenda_filter_takes (&revisit, items->pdata[i]);
      n_soon += quad_agenda_filter_takes (&soon, items->pdata[i]);
    }
  g_assert_cmpuint (n_revisits, ==, revisits);
  g_assert_cmpuint (n_soon, ==, revisits);
  g_assert_cmpuint (items->len, ==, revisits + decisions);
}

/* A day that no longer means anything is not due. */
static void
test_accounts (void)
{
  check_account (QUAD_TIER_PARKED, QUAD_PROFILE_NONE, 1, 0);
  check_account (QUAD_TIER_KEY, QUAD_PROFILE_JETTISON, 0, 1);
  check_account (QUAD_TIER_KEY, QUAD_PROFILE_KEEP, 0, 0);
}

static void
assert_due (int         days,
            const char *expected)
{
  QuadDate today = quad_date_from_ymd (2026, 12, 20);
  g_autofree char *text = quad_agenda_describe_due (today + (QuadDate) days, today);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_due (void)
{
  g_autofree char *none = quad_agenda_describe_due (QUAD_DATE_NONE, 1);

  assert_due (-400, "400 days overdue");
  assert_due (-1, "1 day overdue");
  assert_due (0, "today");
  assert_due (1, "tomorrow");
  assert_due (2, "in 2 days");
  assert_due (14, "in 14 days");
  assert_due (15, "4 Jan 2027");
  g_assert_cmpstr (none, ==, "no date");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/agenda/groups", test_groups);
  g_test_add_func ("/agenda/accounts", test_accounts);
  g_test_add_func ("/agenda/due", test_due);

  return g_test_run ();
}
