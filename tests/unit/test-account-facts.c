/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "book-fixture.h"

#include "quad-book-facts.h"
#include "quad-playbook.h"
#include "quad-steps.h"
#include "store-fixture.h"

/* What is shown of accounts beside their own fields. */

static QuadAccountFacts
load (BookFixture *fixture,
      const char  *name)
{
  g_autoptr (GHashTable) facts = NULL;
  g_autoptr (GError) error = NULL;

  facts = quad_book_load_account_facts (fixture->book, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_hash_table_size (facts), ==,
                    quad_item_list_get_size (quad_book_get_accounts (fixture->book)));

  return *(QuadAccountFacts *) g_hash_table_lookup (facts, book_fixture_find (fixture, name));
}

static void
add_step (BookFixture *fixture,
          const char  *name,
          QuadDate     due)
{
  g_autoptr (QuadRecord) values = quad_record_new (&quad_step_schema);
  g_autoptr (GPtrArray) accounts = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (accounts, book_fixture_find (fixture, name));
  quad_record_set_text (values, QUAD_STEP_TITLE, "Call");
  quad_record_set_number (values, QUAD_STEP_DUE, due);
  g_assert_true (quad_book_add_step (fixture->book, accounts, values, &error));
  g_assert_no_error (error);
}

static void
add_touch (BookFixture *fixture,
           const char  *name,
           QuadDate     day,
           guint        minutes)
{
  g_autoptr (QuadRecord) values = quad_record_new (&quad_touch_schema);
  g_autoptr (GPtrArray) accounts = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (accounts, book_fixture_find (fixture, name));
  quad_record_set_number (values, QUAD_TOUCH_KIND, QUAD_TOUCH_CALL);
  quad_record_set_number (values, QUAD_TOUCH_DAY, day);
  quad_record_set_number (values, QUAD_TOUCH_MINUTES, minutes);
  g_assert_true (quad_book_log_touch (fixture->book, accounts, values, &error));
  g_assert_no_error (error);
}

static void
test_facts_overdue (BookFixture   *fixture,
                    gconstpointer  data)
{
  book_fixture_add (fixture, "One", QUAD_TIER_PARKED, QUAD_PROFILE_NONE, 100);
  book_fixture_add (fixture, "Two", QUAD_TIER_PARKED, QUAD_PROFILE_NONE, 100);
  g_assert_cmpuint (load (fixture, "One").activity.overdue, ==, 0);

  add_step (fixture, "One", BOOK_TODAY - 1);
  add_step (fixture, "One", BOOK_TODAY - 30);
  add_step (fixture, "One", BOOK_TODAY);
  add_step (fixture, "Two", BOOK_TODAY + 1);
  g_assert_cmpuint (load (fixture, "One").activity.overdue, ==, 2);
  g_assert_cmpuint (load (fixture, "Two").activity.overdue, ==, 0);

  /* another day */
  quad_book_set_today (fixture->book, BOOK_TODAY + 2);
  g_assert_cmpuint (load (fixture, "One").activity.overdue, ==, 3);
  g_assert_cmpuint (load (fixture, "Two").activity.overdue, ==, 1);
}

static void
test_facts_touches (BookFixture   *fixture,
                    gconstpointer  data)
{
  QuadAccountFacts facts;

  book_fixture_add (fixture, "One", QUAD_TIER_KEY, QUAD_PROFILE_KEEP, 100);
  g_assert_cmpuint (load (fixture, "One").activity.last_touch, ==, QUAD_DATE_NONE);

  add_touch (fixture, "One", BOOK_TODAY - 5, 30);
  add_touch (fixture, "One", BOOK_TODAY - 89, 12);
  add_touch (fixture, "One", BOOK_TODAY - 90, 1000);
  facts = load (fixture, "One");
  g_assert_cmpuint (facts.activity.last_touch, ==, BOOK_TODAY - 5);
  g_assert_cmpint (facts.activity.minutes, ==, 42);
}

/* Marks are of prospects only, by rule and by hand. */
static void
test_facts_marks (BookFixture   *fixture,
                  gconstpointer  data)
{
  QuadAccount *lead = book_fixture_add (fixture, "Lead", QUAD_TIER_LEAD, QUAD_PROFILE_NONE,
                                        QUAD_MONEY_UNKNOWN);
  QuadItemList *traits = quad_book_get_traits (fixture->book);
  g_autoptr (GPtrArray) accounts = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  guint n_marks = 0, before = load (fixture, "Lead").marks_hit, answered = 0;

  g_ptr_array_add (accounts, lead);
  for (guint i = 0; i < quad_item_list_get_size (traits); i++)
    {
      QuadTrait *trait = quad_item_list_peek (traits, i);

      if (quad_trait_get_owner (trait) != QUAD_OWNER_IDEAL)
        continue;
      n_marks++;
      if (quad_trait_get_fact (trait) != QUAD_FACT_NONE)
        continue;
      g_assert_true (quad_book_answer_trait (fixture->book, accounts, trait, QUAD_ANSWER_YES,
                                             &error));
      answered++;
    }
  g_assert_cmpuint (n_marks, >, 0);
  g_assert_cmpuint (answered, >, 0);
  g_assert_cmpuint (load (fixture, "Lead").marks, ==, n_marks);
  g_assert_cmpuint (load (fixture, "Lead").marks_hit, ==, before + answered);

  book_fixture_add (fixture, "Client", QUAD_TIER_KEY, QUAD_PROFILE_KEEP, 100);
  g_assert_cmpuint (load (fixture, "Client").marks, ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) \
  g_test_add (path, BookFixture, NULL, book_fixture_set_up, func, book_fixture_tear_down)
  ADD ("/account-facts/overdue", test_facts_overdue);
  ADD ("/account-facts/touches", test_facts_touches);
  ADD ("/account-facts/marks", test_facts_marks);
#undef ADD

  return g_test_run ();
}
