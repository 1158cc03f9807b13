/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "book-fixture.h"

#include <string.h>

#include "quad-book-duplicates.h"
#include "quad-playbook.h"
#include "quad-steps.h"
#include "quad-story.h"
#include "store-fixture.h"

/* Two accounts that become one, with all that belongs to them, and two that are kept apart. */

#define KEEP "Acme & Sons <Ltd>"
#define OTHER "Acme and Sons"

static const QuadMergeChoice *
choose (QuadAccountField field,
        QuadMergeChoice  choice)
{
  static QuadMergeChoice choices[QUAD_N_ACCOUNT_FIELDS];

  memset (choices, 0, sizeof choices);
  choices[field] = choice;

  return choices;
}

static gboolean
merge (BookFixture  *fixture,
       gpointer      data,
       GError      **error)
{
  return quad_book_merge_accounts (fixture->book, book_fixture_find (fixture, KEEP),
                                   book_fixture_find (fixture, OTHER), data, error);
}

static void
check_merge (BookFixture           *fixture,
             const QuadMergeChoice *choices)
{
  book_fixture_check (fixture, merge, (gpointer) choices, "Merge " OTHER " into " KEEP);
}

static gint64
ask (BookFixture *fixture,
     const char  *sql)
{
  return store_query (fixture->path, sql);
}

/* The two accounts are 1 and 2, a bystander is 3. */
static void
add_accounts (BookFixture *fixture,
              QuadTier     tier,
              QuadProfile  profile,
              QuadTier     other_tier,
              QuadProfile  other_profile)
{
  book_fixture_add (fixture, KEEP, tier, profile, 1000);
  book_fixture_add (fixture, OTHER, other_tier, other_profile, 500);
  book_fixture_add (fixture, "Bystander", QUAD_TIER_LEAD, QUAD_PROFILE_ATTAIN, 7);
}

static void
change (BookFixture *fixture,
        const char  *sql)
{
  store_change (fixture->path, sql);
  book_fixture_reopen (fixture);
}

static const QuadRecord *
get_values (BookFixture *fixture,
            const char  *name)
{
  return quad_item_get_values (QUAD_ITEM (book_fixture_find (fixture, name)));
}

/* Left alone, gaps are filled, nothing is added up, and all notes stay. */
static void
test_fields (BookFixture   *fixture,
             gconstpointer  data)
{
  const QuadRecord *values;

  add_accounts (fixture, QUAD_TIER_KEY, QUAD_PROFILE_KEEP, QUAD_TIER_LEAD, QUAD_PROFILE_ATTAIN);
  change (fixture, "UPDATE account SET region = 'North', notes = 'One', created_at = 2000 "
                   "WHERE id = 1;"
                   "UPDATE account SET region = 'South', website = 'acme.com', notes = 'Two', "
                   "lost_on = '2026-01-02', lost_reason = 'Price', created_at = 1000 WHERE id = 2");
  check_merge (fixture, NULL);

  values = get_values (fixture, KEEP);
  g_assert_cmpint (quad_record_get_number (values, QUAD_ACCOUNT_REVENUE), ==, 1000);
  g_assert_cmpint (quad_record_get_number (values, QUAD_ACCOUNT_TIER), ==, QUAD_TIER_KEY);
  g_assert_cmpint (quad_record_get_number (values, QUAD_ACCOUNT_CREATED_AT), ==, 1000);
  g_assert_cmpint (quad_record_get_number (values, QUAD_ACCOUNT_LOST_ON), ==, QUAD_DATE_NONE);
  g_assert_cmpstr (quad_record_get_text (values, QUAD_ACCOUNT_LOST_REASON), ==, NULL);
  g_assert_cmpstr (quad_record_get_text (values, QUAD_ACCOUNT_REGION), ==, "North");
  g_assert_cmpstr (quad_record_get_text (values, QUAD_ACCOUNT_WEBSITE), ==, "acme.com");
  g_assert_cmpstr (quad_record_get_text (values, QUAD_ACCOUNT_NOTES), ==, "One\n\nTwo");
  g_assert_cmpuint (quad_book_find_accounts (fixture->book, OTHER)->len, ==, 0);
}

static QuadProfile
merge_profiles (BookFixture *fixture,
                QuadTier     tier,
                QuadTier     other_tier)
{
  QuadProfile profile;

  add_accounts (fixture, tier, QUAD_PROFILE_NONE, other_tier, QUAD_PROFILE_ATTAIN);
  g_assert_true (merge (fixture, NULL, NULL));
  profile = quad_account_get_profile (book_fixture_find (fixture, KEEP));
  for (guint i = 0; i < 4; i++)
    g_assert_true (quad_book_undo (fixture->book, NULL));

  return profile;
}

/* The profile of a prospect is none of a client, nor of one that is parked. */
static void
test_profile (BookFixture   *fixture,
              gconstpointer  data)
{
  g_assert_cmpint (merge_profiles (fixture, QUAD_TIER_IDEAL, QUAD_TIER_LEAD), ==,
                   QUAD_PROFILE_ATTAIN);
  g_assert_cmpint (merge_profiles (fixture, QUAD_TIER_KEY, QUAD_TIER_LEAD), ==, QUAD_PROFILE_NONE);
  g_assert_cmpint (merge_profiles (fixture, QUAD_TIER_PARKED, QUAD_TIER_LEAD), ==,
                   QUAD_PROFILE_NONE);

  add_accounts (fixture, QUAD_TIER_KEY, QUAD_PROFILE_KEEP, QUAD_TIER_LEAD, QUAD_PROFILE_ATTAIN);
  check_merge (fixture, choose (QUAD_ACCOUNT_TIER, QUAD_MERGE_OTHER));
  g_assert_cmpint (quad_account_get_profile (book_fixture_find (fixture, KEEP)), ==,
                   QUAD_PROFILE_ATTAIN);
}

static void
test_sum (BookFixture   *fixture,
          gconstpointer  data)
{
  add_accounts (fixture, QUAD_TIER_KEY, QUAD_PROFILE_KEEP, QUAD_TIER_LEAD, QUAD_PROFILE_ATTAIN);
  check_merge (fixture, choose (QUAD_ACCOUNT_REVENUE, QUAD_MERGE_BOTH));
  g_assert_cmpint (quad_record_get_number (get_values (fixture, KEEP), QUAD_ACCOUNT_REVENUE), ==,
                   1500);
}

static void
test_name (BookFixture   *fixture,
           gconstpointer  data)
{
  add_accounts (fixture, QUAD_TIER_KEY, QUAD_PROFILE_KEEP, QUAD_TIER_LEAD, QUAD_PROFILE_ATTAIN);
  check_merge (fixture, choose (QUAD_ACCOUNT_NAME, QUAD_MERGE_OTHER));
  g_assert_cmpstr (quad_account_get_name_folded (book_fixture_find (fixture, OTHER)), ==,
                   "acme and sons");
}

/* The tier of the other side brings its days along, its steps take the place of those of the tier
 * before, and nothing was won. */
static void
test_tier (BookFixture   *fixture,
           gconstpointer  data)
{
  const QuadRecord *values;

  add_accounts (fixture, QUAD_TIER_LEAD, QUAD_PROFILE_ATTAIN, QUAD_TIER_KEY, QUAD_PROFILE_ATTAIN);
  change (fixture, "UPDATE account SET client_since = '2020-05-06' WHERE id = 2;"
                   "INSERT INTO planned_move (account_id, tier) VALUES (1, 'key')");
  g_assert_cmpint (ask (fixture, "SELECT count(*) FROM step JOIN play ON play.id = play_id "
                                 "WHERE account_id = 1 AND owner = 'lead'"), >, 0);
  check_merge (fixture, choose (QUAD_ACCOUNT_TIER, QUAD_MERGE_OTHER));

  values = get_values (fixture, KEEP);
  g_assert_cmpint (quad_record_get_number (values, QUAD_ACCOUNT_TIER), ==, QUAD_TIER_KEY);
  g_assert_cmpint (quad_record_get_number (values, QUAD_ACCOUNT_EVER_CLIENT), ==, TRUE);
  g_assert_cmpuint (quad_record_get_number (values, QUAD_ACCOUNT_CLIENT_SINCE), ==,
                    quad_date_from_ymd (2020, 5, 6));
  g_assert_cmpint (ask (fixture, "SELECT count(*) FROM step JOIN play ON play.id = play_id "
                                 "WHERE account_id = 1 AND owner = 'lead'"), ==, 0);
  g_assert_cmpint (ask (fixture, "SELECT count(*) FROM step WHERE account_id = 1"), ==,
                   ask (fixture, "SELECT count(*) FROM play WHERE archived = 0 "
                                 "AND (owner = 'key' OR owner = 'attain')"));
  g_assert_cmpint (ask (fixture, "SELECT count(*) FROM account_event WHERE kind = 'won'"), ==, 0);
  g_assert_cmpint (ask (fixture, "SELECT count(*) FROM account_event WHERE kind = 'tier' AND "
                                 "was = 'lead' AND became = 'key' AND account_id = 1"), ==, 1);
  g_assert_cmpint (ask (fixture, "SELECT count(*) FROM planned_move"), ==, 0);
}

/* One person under two entries stays one; everyone and everything else goes over. */
static void
test_contacts (BookFixture   *fixture,
               gconstpointer  data)
{
  g_autoptr (GPtrArray) contacts = NULL;
  QuadItem *contact;

  add_accounts (fixture, QUAD_TIER_KEY, QUAD_PROFILE_KEEP, QUAD_TIER_KEY, QUAD_PROFILE_KEEP);
  change (fixture,
          "INSERT INTO contact (id, account_id, name, email, phone) VALUES "
          "(11, 1, 'Ann Archer', 'ann@acme.com', '1'), (12, 2, 'ann archer', 'ANN@acme.com', '2'), "
          "(13, 2, 'Bob Bower', NULL, '3'), (14, 3, 'Ann Archer', NULL, NULL);"
          "UPDATE contact SET role = 'Buyer' WHERE id = 12;"
          "INSERT INTO touch (account_id, contact_id, kind, day, minutes) VALUES "
          "(2, 12, 'call', '2026-11-01', 5), (2, 13, 'call', '2026-11-02', 5), "
          "(2, NULL, 'visit', '2026-11-03', 5), (1, 11, 'call', '2026-11-04', 5)");
  check_merge (fixture, NULL);

  contacts = quad_book_load_contacts (fixture->book, book_fixture_find (fixture, KEEP), NULL);
  g_assert_cmpuint (contacts->len, ==, 2);
  contact = contacts->pdata[0];
  g_assert_cmpint (quad_item_get_id (contact), ==, 11);
  g_assert_cmpstr (quad_item_get_text (contact, QUAD_CONTACT_ROLE), ==, "Buyer");
  g_assert_cmpstr (quad_item_get_text (contact, QUAD_CONTACT_PHONE), ==, "1");
  g_assert_cmpstr (quad_item_get_text (contact, QUAD_CONTACT_NOTES), ==,
                   "Phone: 2");
  g_assert_cmpint (ask (fixture, "SELECT count(*) FROM touch WHERE account_id = 1"), ==, 4);
  g_assert_cmpint (ask (fixture, "SELECT count(*) FROM touch WHERE contact_id = 11"), ==, 2);
  g_assert_cmpint (ask (fixture, "SELECT count(*) FROM touch WHERE contact_id = 13"), ==, 1);
  g_assert_cmpint (ask (fixture, "SELECT count(*) FROM contact WHERE account_id = 3"), ==, 1);
}

/* Open steps of one play are not doubled; what a person made his own, or did, stays. */
static void
test_steps (BookFixture   *fixture,
            gconstpointer  data)
{
  gint64 n_open;

  add_accounts (fixture, QUAD_TIER_KEY, QUAD_PROFILE_KEEP, QUAD_TIER_KEY, QUAD_PROFILE_KEEP);
  n_open = ask (fixture, "SELECT count(*) FROM step WHERE account_id = 1");
  g_assert_cmpint (n_open, >, 1);
  change (fixture,
          "UPDATE step SET customised = 1, title = 'Mine' WHERE id = "
          "(SELECT min(id) FROM step WHERE account_id = 2);"
          "UPDATE step SET status = 'done', done_on = '2026-11-01' WHERE id = "
          "(SELECT max(id) FROM step WHERE account_id = 2);"
          "INSERT INTO step (account_id, title, status, customised, minutes) "
          "VALUES (2, 'Own', 'open', 0, 0)");
  check_merge (fixture, NULL);

  g_assert_cmpint (ask (fixture, "SELECT count(*) FROM step WHERE account_id = 1 AND "
                                 "status = 'open' AND play_id NOT NULL"), ==, n_open);
  g_assert_cmpint (ask (fixture, "SELECT max(n) FROM (SELECT count(*) AS n FROM step WHERE "
                                 "account_id = 1 AND status = 'open' AND play_id NOT NULL "
                                 "GROUP BY play_id)"), ==, 1);
  g_assert_cmpint (ask (fixture, "SELECT count(*) FROM step WHERE account_id = 1 "
                                 "AND title = 'Mine'"), ==, 1);
  g_assert_cmpint (ask (fixture, "SELECT count(*) FROM step WHERE account_id = 1 "
                                 "AND title = 'Own'"), ==, 1);
  g_assert_cmpint (ask (fixture, "SELECT count(*) FROM step WHERE account_id = 1 "
                                 "AND status = 'done'"), ==, 1);
}

/* Where there can be only one, the account that stays is believed; gaps are filled. */
static void
test_unlike (BookFixture   *fixture,
             gconstpointer  data)
{
  add_accounts (fixture, QUAD_TIER_KEY, QUAD_PROFILE_KEEP, QUAD_TIER_KEY, QUAD_PROFILE_KEEP);
  change (fixture,
          "INSERT INTO answer (account_id, trait_id, answer) VALUES (1, 1, 'yes'), (2, 1, 'no'), "
          "(2, 2, 'no');"
          "INSERT INTO planned_move (account_id, tier) VALUES (2, 'secondary');"
          "INSERT INTO review (id, held_on) VALUES (1, '2026-01-01'), (2, '2026-06-01');"
          "INSERT INTO review_account (review_id, account_id, name, tier, profile, ever_client) "
          "VALUES (1, 1, 'A', 'key', 'keep', 1), (1, 2, 'B', 'key', 'keep', 1), "
          "(2, 2, 'B', 'key', 'keep', 1)");
  check_merge (fixture, NULL);

  g_assert_cmpint (ask (fixture, "SELECT count(*) FROM answer WHERE account_id = 1"), ==, 2);
  g_assert_cmpint (ask (fixture, "SELECT count(*) FROM answer WHERE trait_id = 1 "
                                 "AND answer = 'yes'"), ==, 1);
  g_assert_cmpint (ask (fixture, "SELECT account_id FROM planned_move"), ==, 1);
  g_assert_cmpint (ask (fixture, "SELECT count(*) FROM review_account WHERE account_id = 1"), ==,
                   2);
  g_assert_cmpint (ask (fixture, "SELECT count(*) FROM review_account"), ==, 3);
}

static void
test_history (BookFixture   *fixture,
              gconstpointer  data)
{
  g_autoptr (GPtrArray) story = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  add_accounts (fixture, QUAD_TIER_KEY, QUAD_PROFILE_KEEP, QUAD_TIER_LEAD, QUAD_PROFILE_ATTAIN);
  check_merge (fixture, NULL);
  story = quad_book_load_story (fixture->book, book_fixture_find (fixture, KEEP), NULL);
  for (guint i = 0; i < story->len; i++)
    g_string_append_printf (text, "%s\n", ((QuadStoryLine *) story->pdata[i])->text);
  g_assert_cmpstr (text->str, ==, "Merged with " OTHER "\nEntered as Lead to qualify\n"
                                  "Entered as Key account\n");
}

static gboolean
keep_apart (BookFixture  *fixture,
            gpointer      data,
            GError      **error)
{
  return quad_book_keep_apart (fixture->book, book_fixture_find (fixture, KEEP),
                               book_fixture_find (fixture, data), error);
}

static guint
count_found (BookFixture *fixture)
{
  g_autoptr (GPtrArray) found = quad_book_find_duplicates (fixture->book, NULL);

  return found->len;
}

/* Also the account that took over one of the two is apart from the other one. */
static void
test_apart (BookFixture   *fixture,
            gconstpointer  data)
{
  add_accounts (fixture, QUAD_TIER_KEY, QUAD_PROFILE_KEEP, QUAD_TIER_KEY, QUAD_PROFILE_KEEP);
  book_fixture_add (fixture, "Acme Sons", QUAD_TIER_LEAD, QUAD_PROFILE_NONE, 1);
  g_assert_cmpuint (count_found (fixture), ==, 3);
  book_fixture_check (fixture, keep_apart, (gpointer) "Acme Sons",
                      "Keep " KEEP " and Acme Sons apart");
  g_assert_cmpuint (count_found (fixture), ==, 2);

  /* so that the one goes that was kept apart */
  g_assert_true (quad_book_merge_accounts (fixture->book, book_fixture_find (fixture, OTHER),
                                           book_fixture_find (fixture, KEEP), NULL, NULL));
  g_assert_cmpuint (count_found (fixture), ==, 0);
  g_assert_true (quad_book_undo (fixture->book, NULL));
  g_assert_cmpuint (count_found (fixture), ==, 2);
}

static void
test_errors (BookFixture   *fixture,
             gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (QuadAccount) gone = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  QuadAccount *keep;

  add_accounts (fixture, QUAD_TIER_KEY, QUAD_PROFILE_KEEP, QUAD_TIER_LEAD, QUAD_PROFILE_ATTAIN);
  change (fixture, "UPDATE account SET revenue = 8000000000000 WHERE id < 3");
  before = book_fixture_dump (fixture);
  keep = book_fixture_find (fixture, KEEP);
  g_assert_false (quad_book_merge_accounts (fixture->book, keep, keep, NULL, &error));
  g_assert_error (error, QUAD_ERROR, QUAD_ERROR_INVALID_INPUT);
  g_clear_error (&error);
  g_assert_false (merge (fixture, (gpointer) choose (QUAD_ACCOUNT_REVENUE, QUAD_MERGE_BOTH),
                         &error));
  g_assert_error (error, QUAD_ERROR, QUAD_ERROR_INVALID_INPUT);
  g_clear_error (&error);
  after = book_fixture_dump (fixture);
  g_assert_cmpstr (before, ==, after);
  book_fixture_assert_loaded (fixture);

  gone = g_object_ref (book_fixture_find (fixture, OTHER));
  g_assert_true (merge (fixture, NULL, NULL));
  g_assert_false (quad_book_merge_accounts (fixture->book, keep, gone, NULL, &error));
  g_assert_error (error, QUAD_ERROR, QUAD_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (quad_book_keep_apart (fixture->book, keep, gone, &error));
  g_assert_error (error, QUAD_ERROR, QUAD_ERROR_NOT_FOUND);
}

static void
add_test (const char *path,
          void      (*test) (BookFixture *, gconstpointer))
{
  g_test_add (path, BookFixture, NULL, book_fixture_set_up, test, book_fixture_tear_down);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add_test ("/merge/fields", test_fields);
  add_test ("/merge/profile", test_profile);
  add_test ("/merge/sum", test_sum);
  add_test ("/merge/name", test_name);
  add_test ("/merge/tier", test_tier);
  add_test ("/merge/contacts", test_contacts);
  add_test ("/merge/steps", test_steps);
  add_test ("/merge/unlike", test_unlike);
  add_test ("/merge/history", test_history);
  add_test ("/merge/apart", test_apart);
  add_test ("/merge/errors", test_errors);

  return g_test_run ();
}
