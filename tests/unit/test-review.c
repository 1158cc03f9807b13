/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "book-fixture.h"

#include "quad-book-facts.h"

/* A dated look at the whole list, and what moved since. */

static gboolean
review (BookFixture  *fixture,
        gpointer      data,
        GError      **error)
{
  return quad_book_review (fixture->book, error);
}

static gboolean
is_moved (BookFixture *fixture,
          const char  *name)
{
  g_autoptr (GHashTable) facts = NULL;
  g_autoptr (GError) error = NULL;
  QuadAccount *account = book_fixture_find (fixture, name);

  facts = quad_book_load_account_facts (fixture->book, &error);
  g_assert_no_error (error);

  return quad_account_facts_is_moved (g_hash_table_lookup (facts, account), account);
}

static void
place (BookFixture *fixture,
       const char  *name,
       QuadTier     tier,
       QuadProfile  profile)
{
  g_autoptr (GPtrArray) accounts = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (accounts, book_fixture_find (fixture, name));
  g_assert_true (quad_book_move_accounts (fixture->book, accounts, tier, &error));
  g_assert_true (quad_book_set_profile (fixture->book, accounts, profile, &error));
  g_assert_no_error (error);
}

static void
test_review_moved (BookFixture   *fixture,
                   gconstpointer  data)
{
  book_fixture_add (fixture, "Stays", QUAD_TIER_SECONDARY, QUAD_PROFILE_KEEP, 100);
  book_fixture_add (fixture, "Rises", QUAD_TIER_SECONDARY, QUAD_PROFILE_KEEP, 200);
  book_fixture_add (fixture, "Expands", QUAD_TIER_SECONDARY, QUAD_PROFILE_KEEP, QUAD_MONEY_UNKNOWN);
  place (fixture, "Rises", QUAD_TIER_LEAD, QUAD_PROFILE_NONE);
  g_assert_false (is_moved (fixture, "Rises"));       /* nothing to compare with */

  book_fixture_check (fixture, review, NULL, "Review 3 accounts");
  g_assert_false (is_moved (fixture, "Rises"));
  place (fixture, "Rises", QUAD_TIER_KEY, QUAD_PROFILE_NONE);
  place (fixture, "Expands", QUAD_TIER_SECONDARY, QUAD_PROFILE_EXPAND);
  book_fixture_add (fixture, "New", QUAD_TIER_LEAD, QUAD_PROFILE_NONE, 300);
  g_assert_false (is_moved (fixture, "Stays"));
  g_assert_true (is_moved (fixture, "Rises"));
  g_assert_true (is_moved (fixture, "Expands"));
  g_assert_false (is_moved (fixture, "New"));

  place (fixture, "Rises", QUAD_TIER_LEAD, QUAD_PROFILE_NONE);
  g_assert_false (is_moved (fixture, "Rises"));       /* there and back is no move */
}

/* The latest one counts, by its day, and with undo the one before. */
static void
test_review_last (BookFixture   *fixture,
                  gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  book_fixture_add (fixture, "One", QUAD_TIER_SECONDARY, QUAD_PROFILE_NONE, 100);
  g_assert_cmpuint (quad_book_get_last_review (fixture->book), ==, QUAD_DATE_NONE);
  g_assert_true (quad_book_review (fixture->book, &error));
  g_assert_cmpuint (quad_book_get_last_review (fixture->book), ==, BOOK_TODAY);

  place (fixture, "One", QUAD_TIER_KEY, QUAD_PROFILE_NONE);
  quad_book_set_today (fixture->book, BOOK_TODAY + 90);
  g_assert_true (is_moved (fixture, "One"));
  g_assert_true (quad_book_review (fixture->book, &error));
  g_assert_cmpuint (quad_book_get_last_review (fixture->book), ==, BOOK_TODAY + 90);
  g_assert_false (is_moved (fixture, "One"));
  book_fixture_reopen (fixture);
  g_assert_cmpuint (quad_book_get_last_review (fixture->book), ==, BOOK_TODAY + 90);

  g_assert_true (quad_book_undo (fixture->book, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (quad_book_get_last_review (fixture->book), ==, BOOK_TODAY);
  g_assert_true (is_moved (fixture, "One"));
  g_assert_true (quad_book_redo (fixture->book, &error));
  g_assert_cmpuint (quad_book_get_last_review (fixture->book), ==, BOOK_TODAY + 90);
}

static void
test_review_of_nothing (BookFixture   *fixture,
                        gconstpointer  data)
{
  g_autofree char *before = book_fixture_dump (fixture);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (quad_book_review (fixture->book, &error));
  g_assert_error (error, QUAD_ERROR, QUAD_ERROR_INVALID_INPUT);
  after = book_fixture_dump (fixture);
  g_assert_cmpstr (after, ==, before);
}

/* What was reviewed outlives the account. */
static void
test_review_of_the_deleted (BookFixture   *fixture,
                            gconstpointer  data)
{
  g_autoptr (GPtrArray) accounts = g_ptr_array_new ();
  g_autofree char *dump = NULL;
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (accounts, book_fixture_add (fixture, "Gone & forgotten", QUAD_TIER_KEY,
                                               QUAD_PROFILE_NONE, 100));
  g_assert_true (quad_book_review (fixture->book, &error));
  g_assert_true (quad_book_delete_accounts (fixture->book, accounts, &error));
  dump = book_fixture_dump (fixture);
  g_assert_nonnull (strstr (dump, "Gone & forgotten"));
  g_assert_true (quad_book_undo (fixture->book, &error));
  g_assert_no_error (error);
  place (fixture, "Gone & forgotten", QUAD_TIER_SECONDARY, QUAD_PROFILE_NONE);
  g_assert_true (is_moved (fixture, "Gone & forgotten"));
}

#define ADD(path, test) \
  g_test_add (path, BookFixture, NULL, book_fixture_set_up, test, book_fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/review/moved", test_review_moved);
  ADD ("/review/last", test_review_last);
  ADD ("/review/of-nothing", test_review_of_nothing);
  ADD ("/review/of-the-deleted", test_review_of_the_deleted);

  return g_test_run ();
}
