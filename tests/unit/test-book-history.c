/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "book-fixture.h"

#include "quad-steps.h"

/* Taking back an operation that others came after: what changed since stays as it is. */

static QuadRecord *
add_coded (BookRows   *rows,
           const char *code,
           const char *name,
           QuadMoney   revenue)
{
  QuadRecord *values = book_rows_add (rows, name, QUAD_TIER_SECONDARY, revenue);

  quad_record_set_text (values, QUAD_ACCOUNT_EXTERNAL_ID, code);
  return values;
}

static void
import (BookFixture *fixture,
        BookRows    *rows)
{
  g_autoptr (GError) error = NULL;

  book_rows_rewind (rows);
  quad_book_import (fixture->book, QUAD_IMPORT_SOURCE (rows), NULL, NULL, NULL, NULL, NULL, NULL,
                    &error);
  g_assert_no_error (error);
}

static gint64
get_last_entry (BookFixture *fixture)
{
  g_autoptr (GPtrArray) history = quad_book_load_history (fixture->book, 1, NULL);

  g_assert_cmpuint (history->len, ==, 1);
  return ((QuadHistoryEntry *) history->pdata[0])->id;
}

static void
set_notes (BookFixture *fixture,
           const char  *name,
           const char  *notes)
{
  g_autoptr (QuadRecord) edits = quad_record_new (&quad_account_schema);
  g_autoptr (GPtrArray) accounts = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (accounts, book_fixture_find (fixture, name));
  quad_record_set_text (edits, QUAD_ACCOUNT_NOTES, notes);
  quad_book_edit_accounts (fixture->book, accounts, edits, &error);
  g_assert_no_error (error);
}

static void
delete_account (BookFixture *fixture,
                const char  *name)
{
  g_autoptr (GPtrArray) accounts = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (accounts, book_fixture_find (fixture, name));
  quad_book_delete_accounts (fixture->book, accounts, &error);
  g_assert_no_error (error);
}

static void
log_call (BookFixture *fixture,
          const char  *name)
{
  g_autoptr (QuadRecord) values = quad_record_new (&quad_touch_schema);
  g_autoptr (GPtrArray) accounts = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (accounts, book_fixture_find (fixture, name));
  quad_record_set_number (values, QUAD_TOUCH_KIND, QUAD_TOUCH_CALL);
  quad_record_set_number (values, QUAD_TOUCH_MINUTES, 10);
  quad_book_log_touch (fixture->book, accounts, values, &error);
  g_assert_no_error (error);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return g_strcmp0 (quad_account_get_name (*(QuadAccount * const *) a),
                    quad_account_get_name (*(QuadAccount * const *) b));
}

static void
assert_names (GPtrArray  *accounts,
              const char *expected)
{
  g_autoptr (GString) names = g_string_new (NULL);

  g_ptr_array_sort (accounts, compare_names);
  for (guint i = 0; i < accounts->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "",
                            quad_account_get_name (accounts->pdata[i]));
  g_assert_cmpstr (names->str, ==, expected);
}

typedef struct
{
  gint64     entry;
  GPtrArray *spared;
} Reversal;

static gboolean
do_undo_entry (BookFixture  *fixture,
               gpointer      data,
               GError      **error)
{
  Reversal *reversal = data;

  g_clear_pointer (&reversal->spared, g_ptr_array_unref);
  return quad_book_undo_entry (fixture->book, reversal->entry, &reversal->spared, error);
}

/* Two accounts that the import changes, and six that it makes, one of them with a contact. */
static gint64
import_eight (BookFixture *fixture)
{
  g_autoptr (BookRows) first = book_rows_new ("old.csv");
  g_autoptr (BookRows) second = book_rows_new ("customers.csv");

  add_coded (first, "A", "Alder", 100);
  add_coded (first, "B", "Birch", 200);
  import (fixture, first);

  add_coded (second, "A", "Alder", 1000);
  add_coded (second, "B", "Birch", 2000);
  for (guint i = 0; i < 6; i++)
    {
      g_autofree char *name = g_strdup_printf ("New %u", i);

      add_coded (second, name, name, 10 * i);
      book_rows_add_contact (second, "Ann", "1");
    }
  import (fixture, second);
  return get_last_entry (fixture);
}

static void
test_spares_what_changed (BookFixture   *fixture,
                          gconstpointer  data)
{
  Reversal reversal = { import_eight (fixture), NULL };

  set_notes (fixture, "Birch", "mine");
  set_notes (fixture, "New 1", "mine");
  log_call (fixture, "New 2");
  delete_account (fixture, "New 3");

  book_fixture_check (fixture, do_undo_entry, &reversal,
                      "Take Back “Import 8 accounts from customers.csv”");
  book_fixture_assert_loaded (fixture);
  assert_names (reversal.spared, "Birch, New 1, New 2");
  g_ptr_array_unref (reversal.spared);

  g_assert_cmpint (quad_account_get_revenue (book_fixture_find (fixture, "Alder")), ==, 100);
  g_assert_cmpint (quad_account_get_revenue (book_fixture_find (fixture, "Birch")), ==, 2000);
  g_assert_cmpuint (quad_item_list_get_size (quad_book_get_accounts (fixture->book)), ==, 4);
  for (guint i = 1; i <= 2; i++)
    {
      g_autofree char *name = g_strdup_printf ("New %u", i);
      g_autoptr (GPtrArray) contacts = NULL;

      contacts = quad_book_load_contacts (fixture->book, book_fixture_find (fixture, name), NULL);
      g_assert_cmpuint (contacts->len, ==, 1);
    }
}

/* Apart from what is spared, the book is as if the import had never been. */
static void
test_rest_is_as_before (BookFixture   *fixture,
                        gconstpointer  data)
{
  g_autoptr (GPtrArray) spared = NULL;
  g_autoptr (BookRows) rows = book_rows_new ("customers.csv");
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  gint64 entry;

  book_fixture_add (fixture, "Own", QUAD_TIER_KEY, QUAD_PROFILE_KEEP, 5000);
  before = book_fixture_dump (fixture);
  for (guint i = 0; i < 20; i++)
    {
      g_autofree char *name = g_strdup_printf ("New %u", i);

      book_rows_add (rows, name, QUAD_TIER_LEAD, QUAD_MONEY_UNKNOWN);
      book_rows_add_contact (rows, "Ann", "1");
    }
  import (fixture, rows);
  entry = get_last_entry (fixture);
  set_notes (fixture, "New 4", "a");
  set_notes (fixture, "New 7", "b");
  set_notes (fixture, "New 9", "c");

  quad_book_undo_entry (fixture->book, entry, &spared, &error);
  g_assert_no_error (error);
  assert_names (spared, "New 4, New 7, New 9");
  delete_account (fixture, "New 4");
  delete_account (fixture, "New 7");
  delete_account (fixture, "New 9");
  after = book_fixture_dump (fixture);
  g_assert_cmpstr (before, ==, after);
}

static void
test_last_is_plain_undo (BookFixture   *fixture,
                         gconstpointer  data)
{
  g_autoptr (GPtrArray) spared = NULL;
  g_autoptr (GError) error = NULL;
  gint64 entry = import_eight (fixture);

  quad_book_undo_entry (fixture->book, entry, &spared, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (spared->len, ==, 0);
  g_assert_cmpstr (quad_book_get_redo_label (fixture->book), ==,
                   "Import 8 accounts from customers.csv");
}

static void
assert_fails (BookFixture *fixture,
              gint64       entry,
              int          code)
{
  g_autoptr (GPtrArray) spared = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = book_fixture_dump (fixture);
  g_autofree char *after = NULL;

  g_assert_false (quad_book_undo_entry (fixture->book, entry, &spared, &error));
  g_assert_error (error, QUAD_ERROR, code);
  g_assert_null (spared);
  after = book_fixture_dump (fixture);
  g_assert_cmpstr (before, ==, after);
}

static void
test_refusals (BookFixture   *fixture,
               gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  gint64 created;

  book_fixture_add (fixture, "Own", QUAD_TIER_KEY, QUAD_PROFILE_KEEP, 5000);
  created = get_last_entry (fixture);
  assert_fails (fixture, created + 100, QUAD_ERROR_NOT_FOUND);

  /* all of it changed since */
  set_notes (fixture, "Own", "a");
  assert_fails (fixture, created, QUAD_ERROR_CONSTRAINT);

  /* taken back already */
  quad_book_undo (fixture->book, &error);
  quad_book_undo (fixture->book, &error);
  g_assert_no_error (error);
  assert_fails (fixture, created, QUAD_ERROR_CONSTRAINT);
}

/* A contact cannot come back to an account that is gone. */
static void
test_what_later_changes_build_on (BookFixture   *fixture,
                                  gconstpointer  data)
{
  g_autoptr (QuadRecord) values = quad_record_new (&quad_contact_schema);
  g_autoptr (GPtrArray) contacts = NULL;
  g_autoptr (GError) error = NULL;
  QuadAccount *account;
  gint64 entry;

  account = book_fixture_add (fixture, "Own", QUAD_TIER_KEY, QUAD_PROFILE_KEEP, 5000);
  quad_record_set_text (values, QUAD_CONTACT_NAME, "Ann");
  quad_book_add_contact (fixture->book, account, values, &error);
  g_assert_no_error (error);
  contacts = quad_book_load_contacts (fixture->book, account, &error);
  quad_book_delete_contact (fixture->book, contacts->pdata[0], &error);
  g_assert_no_error (error);
  entry = get_last_entry (fixture);
  delete_account (fixture, "Own");
  assert_fails (fixture, entry, QUAD_ERROR_CONSTRAINT);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function)                                                                   \
  g_test_add (name, BookFixture, NULL, book_fixture_set_up, function, book_fixture_tear_down)
  ADD ("/book/history/spares-what-changed", test_spares_what_changed);
  ADD ("/book/history/rest-is-as-before", test_rest_is_as_before);
  ADD ("/book/history/last-is-plain-undo", test_last_is_plain_undo);
  ADD ("/book/history/refusals", test_refusals);
  ADD ("/book/history/what-later-changes-build-on", test_what_later_changes_build_on);
#undef ADD
  return g_test_run ();
}
