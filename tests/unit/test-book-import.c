/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "book-fixture.h"

#include <string.h>

#include "quad-contact.h"

/* Imports: what becomes of rows, that they are one operation, and that nothing is left of one that
 * does not come to its end. */

static QuadImportResult
import (BookFixture *fixture,
        BookRows    *rows)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (QuadImportPreview) preview = NULL;
  QuadImportResult result;
  g_autofree char *before = book_fixture_dump (fixture);
  g_autofree char *after = NULL;

  book_rows_rewind (rows);
  preview = quad_book_preview_import (fixture->book, QUAD_IMPORT_SOURCE (rows), NULL, NULL, NULL,
                                      NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (preview);
  after = book_fixture_dump (fixture);
  g_assert_cmpstr (before, ==, after);

  book_rows_rewind (rows);
  g_assert_true (quad_book_import (fixture->book, QUAD_IMPORT_SOURCE (rows), NULL, NULL, NULL, NULL,
                                   NULL, &result, &error));
  g_assert_no_error (error);
  book_fixture_assert_loaded (fixture);

  /* a preview promises exactly what happens */
  g_assert_cmpuint (quad_import_preview_get_count (preview, QUAD_IMPORT_CREATED), ==,
                    result.created);
  g_assert_cmpuint (quad_import_preview_get_count (preview, QUAD_IMPORT_UPDATED), ==,
                    result.updated);
  g_assert_cmpuint (quad_import_preview_get_count (preview, QUAD_IMPORT_UNCHANGED), ==,
                    result.unchanged);

  return result;
}

static void
assert_result (QuadImportResult result,
               guint            created,
               guint            updated,
               guint            unchanged)
{
  g_assert_cmpuint (result.created, ==, created);
  g_assert_cmpuint (result.updated, ==, updated);
  g_assert_cmpuint (result.unchanged, ==, unchanged);
}

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

static gboolean
do_import (BookFixture  *fixture,
           gpointer      data,
           GError      **error)
{
  book_rows_rewind (data);

  return quad_book_import (fixture->book, QUAD_IMPORT_SOURCE (data), NULL, NULL, NULL, NULL, NULL,
                           NULL, error);
}

static gboolean
do_import_and_recut (BookFixture  *fixture,
                     gpointer      data,
                     GError      **error)
{
  QuadCutOffRule rule = { 5000, QUAD_MONEY_UNKNOWN };

  book_rows_rewind (data);

  return quad_book_import (fixture->book, QUAD_IMPORT_SOURCE (data), NULL, &rule, NULL, NULL, NULL,
                           NULL, error);
}

static void
test_import_creates (BookFixture   *fixture,
                     gconstpointer  data)
{
  g_autoptr (BookRows) rows = book_rows_new ("customers.csv");
  g_autoptr (GPtrArray) contacts = NULL;
  g_autoptr (GPtrArray) touches = NULL;
  QuadAccount *account;

  book_rows_add (rows, "Twin", QUAD_TIER_SECONDARY, 100);
  book_rows_add_contact (rows, "Ann", "1");
  book_rows_add_touch (rows, QUAD_TOUCH_CALL, BOOK_TODAY);
  book_rows_add (rows, "Twin", QUAD_TIER_SECONDARY, 200);
  quad_record_set_number (book_rows_add (rows, "Own Tier", QUAD_TIER_SECONDARY, 300),
                          QUAD_ACCOUNT_TIER, QUAD_TIER_IDEAL);
  book_fixture_check (fixture, do_import, rows, "Import 3 accounts from customers.csv");

  g_assert_cmpuint (quad_item_list_get_size (quad_book_get_accounts (fixture->book)), ==, 3);
  account = book_fixture_find (fixture, "Own Tier");
  g_assert_cmpint (quad_account_get_tier (account), ==, QUAD_TIER_IDEAL);

  account = quad_item_list_peek (quad_book_get_accounts (fixture->book), 0);
  g_assert_cmpint (quad_account_get_tier (account), ==, QUAD_TIER_SECONDARY);
  g_assert_cmpint (quad_item_get_number (QUAD_ITEM (account), QUAD_ACCOUNT_EVER_CLIENT), ==, 1);
  contacts = quad_book_load_contacts (fixture->book, account, NULL);
  g_assert_cmpuint (contacts->len, ==, 1);
  touches = quad_book_load_touches (fixture->book, account, NULL);
  g_assert_cmpuint (touches->len, ==, 1);
}

static void
test_import_again (BookFixture   *fixture,
                   gconstpointer  data)
{
  g_autoptr (BookRows) rows = book_rows_new ("customers.csv");
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  add_coded (rows, "A", "Alder", 100);
  book_rows_add_contact (rows, "Ann", "1");
  book_rows_add_touch (rows, QUAD_TOUCH_CALL, BOOK_TODAY);
  add_coded (rows, "B", "Birch", 200);
  assert_result (import (fixture, rows), 2, 0, 0);

  before = book_fixture_dump (fixture);
  assert_result (import (fixture, rows), 0, 0, 2);
  after = book_fixture_dump (fixture);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpstr (quad_book_get_undo_label (fixture->book), ==,
                   "Import 2 accounts from customers.csv");
}

static void
test_import_updates (BookFixture   *fixture,
                     gconstpointer  data)
{
  g_autoptr (BookRows) rows = book_rows_new ("old.csv");
  g_autoptr (BookRows) newer = book_rows_new ("new.csv");
  g_autoptr (GPtrArray) contacts = NULL;
  QuadRecord *values;
  QuadAccount *account;

  values = add_coded (rows, "A", "Alder", 100);
  quad_record_set_text (values, QUAD_ACCOUNT_REGION, "North");
  quad_record_set_number (values, QUAD_ACCOUNT_TIER, QUAD_TIER_KEY);
  book_rows_add_contact (rows, "Ann", "1");
  add_coded (rows, "B", "Birch", 200);
  add_coded (rows, "C", "Cedar", 300);
  assert_result (import (fixture, rows), 3, 0, 0);

  /* empty cells erase nothing, and the tier for new accounts moves nobody */
  values = add_coded (newer, "A", "Alder & Sons", QUAD_MONEY_UNKNOWN);
  quad_record_set_text (values, QUAD_ACCOUNT_REGION, "");
  book_rows_add_contact (newer, "Ann", "2");
  book_rows_add_contact (newer, "Bob", "3");
  values = add_coded (newer, "B", "Birch", 0);
  quad_record_set_number (values, QUAD_ACCOUNT_TIER, QUAD_TIER_LEAD);
  add_coded (newer, "C", "Cedar", 300);
  add_coded (newer, "D", "Dogwood", 400);
  book_fixture_check (fixture, do_import, newer, "Import 3 accounts from new.csv");

  account = book_fixture_find (fixture, "A");
  g_assert_cmpstr (quad_account_get_name (account), ==, "Alder & Sons");
  g_assert_cmpint (quad_account_get_revenue (account), ==, 100);
  g_assert_cmpint (quad_account_get_tier (account), ==, QUAD_TIER_KEY);
  g_assert_cmpstr (quad_item_get_text (QUAD_ITEM (account), QUAD_ACCOUNT_REGION), ==, "North");
  contacts = quad_book_load_contacts (fixture->book, account, NULL);
  g_assert_cmpuint (contacts->len, ==, 2);
  g_assert_cmpstr (quad_item_get_text (g_ptr_array_index (contacts, 0), QUAD_CONTACT_PHONE), ==,
                   "2");

  /* a row that names another tier moves, with all that follows; a revenue of nothing is known */
  account = book_fixture_find (fixture, "B");
  g_assert_cmpint (quad_account_get_revenue (account), ==, 0);
  g_assert_cmpint (quad_account_get_tier (account), ==, QUAD_TIER_LEAD);
  g_assert_cmpint (quad_account_get_profile (account), ==, QUAD_PROFILE_RECAPTURE);
  g_assert_cmpint (quad_item_get_number (QUAD_ITEM (account), QUAD_ACCOUNT_LOST_ON), ==,
                   BOOK_TODAY);

  assert_result (import (fixture, newer), 0, 0, 4);
}

/* Nobody is found any more by a name that the list itself has overwritten. */
static void
test_import_renamed_contact (BookFixture   *fixture,
                             gconstpointer  data)
{
  g_autoptr (BookRows) first = book_rows_new ("first.csv");
  g_autoptr (BookRows) second = book_rows_new ("second.csv");
  g_autoptr (GPtrArray) contacts = NULL;

  add_coded (first, "A", "Alder", 100);
  book_rows_add_person (first, "Ann Lee", "ann@a.example");
  assert_result (import (fixture, first), 1, 0, 0);

  add_coded (second, "A", "Alder", 100);
  book_rows_add_person (second, "Ann Lee-Fox", "ann@a.example");
  add_coded (second, "A", "Alder", 100);
  book_rows_add_person (second, "Ann Lee", NULL);
  add_coded (second, "A", "Alder", 100);
  book_rows_add_person (second, "ann@a.example", "ann@a.example");
  assert_result (import (fixture, second), 0, 2, 1);
  assert_result (import (fixture, second), 0, 0, 3);

  contacts = quad_book_load_contacts (fixture->book, book_fixture_find (fixture, "Alder"), NULL);
  g_assert_cmpuint (contacts->len, ==, 2);
  g_assert_cmpstr (quad_item_get_text (g_ptr_array_index (contacts, 0), QUAD_CONTACT_NAME), ==,
                   "Ann Lee-Fox");
  g_assert_cmpstr (quad_item_get_text (g_ptr_array_index (contacts, 1), QUAD_CONTACT_NAME), ==,
                   "Ann Lee");
}

/* A row that has no name for a person has the address instead. */
static void
test_import_address_for_name (BookFixture   *fixture,
                              gconstpointer  data)
{
  g_autoptr (BookRows) first = book_rows_new ("first.csv");
  g_autoptr (BookRows) second = book_rows_new ("second.csv");
  g_autoptr (GPtrArray) contacts = NULL;

  add_coded (first, "A", "Alder", 100);
  book_rows_add_person (first, "Ann Lee", "ann@a.example");
  assert_result (import (fixture, first), 1, 0, 0);
  add_coded (second, "A", "Alder", 100);
  book_rows_add_person (second, "ann@a.example", "ann@a.example");
  assert_result (import (fixture, second), 0, 0, 1);

  contacts = quad_book_load_contacts (fixture->book, book_fixture_find (fixture, "Alder"), NULL);
  g_assert_cmpuint (contacts->len, ==, 1);
  g_assert_cmpstr (quad_item_get_text (g_ptr_array_index (contacts, 0), QUAD_CONTACT_NAME), ==,
                   "Ann Lee");
}

static void
test_import_same_row_twice (BookFixture   *fixture,
                            gconstpointer  data)
{
  g_autoptr (BookRows) rows = book_rows_new ("customers.csv");
  g_autoptr (GPtrArray) contacts = NULL;
  QuadAccount *account;

  add_coded (rows, "A", "Alder", 100);
  book_rows_add_contact (rows, "Ann", "1");
  add_coded (rows, "A", "Alder", 150);
  book_rows_add_contact (rows, "Bob", "2");
  add_coded (rows, "A", "Alder", 150);
  book_rows_add_contact (rows, "Ann", "1");
  add_coded (rows, "A", "Alder", 150);
  book_rows_add_contact (rows, "Bob", "3");
  assert_result (import (fixture, rows), 1, 1, 2);

  /* the first row counts, for the account and for each contact */
  account = book_fixture_find (fixture, "Alder");
  g_assert_cmpint (quad_account_get_revenue (account), ==, 100);
  contacts = quad_book_load_contacts (fixture->book, account, NULL);
  g_assert_cmpuint (contacts->len, ==, 2);
  g_assert_cmpstr (quad_item_get_text (g_ptr_array_index (contacts, 1), QUAD_CONTACT_PHONE), ==,
                   "2");
  assert_result (import (fixture, rows), 0, 0, 4);
  g_assert_cmpint (quad_item_get_number (g_ptr_array_index (contacts, 1), QUAD_CONTACT_CREATED_AT),
                   >, 0);
}

static void
test_import_recut (BookFixture   *fixture,
                   gconstpointer  data)
{
  g_autoptr (BookRows) rows = book_rows_new ("customers.csv");
  QuadCutOffRule rule;

  book_fixture_add (fixture, "Old", QUAD_TIER_KEY, QUAD_PROFILE_KEEP, 50);
  for (guint i = 1; i <= 3; i++)
    {
      g_autofree char *name = g_strdup_printf ("New %u", i);

      book_rows_add (rows, name, QUAD_TIER_SECONDARY, i * 100);
    }
  book_fixture_check (fixture, do_import_and_recut, rows, "Import 3 accounts from customers.csv");

  g_assert_cmpint (quad_account_get_tier (book_fixture_find (fixture, "Old")), ==,
                   QUAD_TIER_SECONDARY);
  g_assert_cmpint (quad_account_get_tier (book_fixture_find (fixture, "New 1")), ==,
                   QUAD_TIER_SECONDARY);
  g_assert_cmpint (quad_account_get_tier (book_fixture_find (fixture, "New 2")), ==,
                   QUAD_TIER_KEY);
  g_assert_cmpint (quad_account_get_tier (book_fixture_find (fixture, "New 3")), ==,
                   QUAD_TIER_KEY);
  quad_book_get_cut_off_rule (fixture->book, &rule);
  g_assert_cmpuint (rule.basis_points, ==, 5000);
}

static void
test_import_ninety_one (BookFixture   *fixture,
                        gconstpointer  data)
{
  g_autoptr (BookRows) rows = book_rows_new ("customers.csv");
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "ninety-one-clients.csv",
                                                 NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  const QuadFigures *figures;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 1; lines[i] != NULL && lines[i][0] != '\0'; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], ",", 2);
      QuadMoney amount;

      g_assert_true (quad_money_from_decimal (cells[1], 4, &amount, NULL));
      book_rows_add (rows, cells[0], QUAD_TIER_SECONDARY, (amount + 50) / 100);
    }
  book_fixture_check (fixture, do_import, rows, "Import 91 accounts from customers.csv");

  figures = quad_book_get_figures (fixture->book);
  g_assert_cmpuint (figures->cut_off.rank, ==, 23);
  g_assert_cmpint (figures->cut_off.amount, ==, 1681710);
  g_assert_cmpfloat_with_epsilon (figures->concentration.gini, 0.584784, 5e-7);
}

/* More rows than are refreshed one by one, beside accounts that stay */
static void
test_import_many (BookFixture   *fixture,
                  gconstpointer  data)
{
  g_autoptr (BookRows) rows = book_rows_new ("many.csv");

  book_fixture_add (fixture, "Before", QUAD_TIER_KEY, QUAD_PROFILE_KEEP, 50);
  for (guint i = 0; i < 3000; i++)
    book_rows_add (rows, "Many", QUAD_TIER_LEAD, i);
  book_fixture_check (fixture, do_import, rows, "Import 3000 accounts from many.csv");
}

static void
assert_unchanged (BookFixture *fixture,
                  const char  *before)
{
  g_autofree char *after = book_fixture_dump (fixture);

  g_assert_cmpstr (before, ==, after);
  g_assert_null (quad_book_get_undo_label (fixture->book));
  book_fixture_assert_loaded (fixture);
}

static void
test_import_source_fails (BookFixture   *fixture,
                          gconstpointer  data)
{
  g_autoptr (BookRows) rows = book_rows_new ("customers.csv");
  g_autoptr (GError) error = NULL;
  g_autofree char *before = book_fixture_dump (fixture);

  add_coded (rows, "A", "Alder", 100);
  add_coded (rows, "B", "Birch", 100);
  book_rows_fail_at (rows, 2, NULL);
  g_assert_false (do_import (fixture, rows, &error));
  g_assert_error (error, QUAD_ERROR, QUAD_ERROR_IO);
  g_assert_cmpstr (error->message, ==, "The disk was pulled out.");
  assert_unchanged (fixture, before);

  book_rows_fail_at (rows, 0, NULL);
  assert_result (import (fixture, rows), 2, 0, 0);
}

static void
test_import_bad_values (BookFixture   *fixture,
                        gconstpointer  data)
{
  g_autoptr (BookRows) rows = book_rows_new ("customers.csv");
  g_autofree char *before = book_fixture_dump (fixture);

  for (guint attempt = 0; attempt < 2; attempt++)
    {
      g_autoptr (GError) error = NULL;

      add_coded (rows, "A", "Alder", 100);
      if (attempt == 0)
        add_coded (rows, "B", "Birch", QUAD_MONEY_LIMIT + 1);
      else
        add_coded (rows, "A", "Alder", QUAD_MONEY_LIMIT + 1);

      g_assert_false (do_import (fixture, rows, &error));
      g_assert_error (error, QUAD_ERROR, QUAD_ERROR_INVALID_INPUT);
      g_assert_true (g_str_has_prefix (error->message, "Row 3: "));
      assert_unchanged (fixture, before);

      g_clear_error (&error);
      book_rows_rewind (rows);
      g_assert_null (quad_book_preview_import (fixture->book, QUAD_IMPORT_SOURCE (rows), NULL,
                                               NULL, NULL, NULL, &error));
      g_assert_error (error, QUAD_ERROR, QUAD_ERROR_INVALID_INPUT);

      g_clear_object (&rows);
      rows = book_rows_new ("customers.csv");
    }
}

static void
test_import_cancelled (BookFixture   *fixture,
                       gconstpointer  data)
{
  g_autoptr (BookRows) rows = book_rows_new ("customers.csv");
  g_autofree char *before = book_fixture_dump (fixture);

  add_coded (rows, "A", "Alder", 100);
  add_coded (rows, "B", "Birch", 100);

  /* before the first row, in the middle, and after the last */
  for (guint at = 1; at <= 3; at++)
    {
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      g_autoptr (GError) error = NULL;

      book_rows_rewind (rows);
      book_rows_fail_at (rows, at, cancellable);
      g_assert_false (quad_book_import (fixture->book, QUAD_IMPORT_SOURCE (rows), NULL, NULL,
                                        cancellable, NULL, NULL, NULL, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      assert_unchanged (fixture, before);
    }
}

static void
test_import_bad_rule (BookFixture   *fixture,
                      gconstpointer  data)
{
  g_autoptr (BookRows) rows = book_rows_new ("customers.csv");
  g_autoptr (GError) error = NULL;
  QuadCutOffRule rule = { 10001, QUAD_MONEY_UNKNOWN };

  add_coded (rows, "A", "Alder", 100);
  g_assert_false (quad_book_import (fixture->book, QUAD_IMPORT_SOURCE (rows), NULL, &rule, NULL,
                                    NULL, NULL, NULL, &error));
  g_assert_error (error, QUAD_ERROR, QUAD_ERROR_INVALID_INPUT);
}

typedef struct
{
  gboolean          done;
  gboolean          good;
  QuadImportResult  result;
  GError           *error;
  double            fraction;     /* written in the thread, read after it */
} Ending;

static void
done_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  Ending *ending = user_data;

  ending->good = quad_book_import_finish (QUAD_BOOK (source), result, &ending->result,
                                          &ending->error);
  ending->done = TRUE;
}

static void
progress_cb (double   fraction,
             gpointer user_data)
{
  ((Ending *) user_data)->fraction = fraction;
}

static void
wait_for (Ending *ending)
{
  while (!ending->done)
    g_main_context_iteration (NULL, TRUE);
}

static void
start (BookFixture  *fixture,
       BookRows     *rows,
       GCancellable *cancellable,
       Ending       *ending)
{
  book_rows_rewind (rows);
  quad_book_import_async (fixture->book, QUAD_IMPORT_SOURCE (rows), NULL, NULL, cancellable,
                          progress_cb, ending, done_cb, ending);
}

static gboolean
do_import_async (BookFixture  *fixture,
                 gpointer      data,
                 GError      **error)
{
  Ending ending = { 0 };

  start (fixture, data, NULL, &ending);
  wait_for (&ending);
  if (ending.error != NULL)
    g_propagate_error (error, ending.error);

  return ending.good;
}

static void
test_import_async (BookFixture   *fixture,
                   gconstpointer  data)
{
  g_autoptr (BookRows) rows = book_rows_new ("customers.csv");
  Ending ending = { 0 };

  for (guint i = 0; i < 500; i++)
    book_rows_add (rows, "Row", QUAD_TIER_LEAD, i);
  book_fixture_check (fixture, do_import_async, rows, "Import 500 accounts from customers.csv");

  start (fixture, rows, NULL, &ending);
  wait_for (&ending);
  g_assert_true (ending.good);
  assert_result (ending.result, 500, 0, 0);
  g_assert_cmpfloat (ending.fraction, >, 0);
  g_assert_cmpfloat (ending.fraction, <=, 1);
}

static void
test_import_async_busy (BookFixture   *fixture,
                        gconstpointer  data)
{
  g_autoptr (BookRows) rows = book_rows_new ("customers.csv");
  g_autoptr (GPtrArray) accounts = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  Ending ending = { 0 };
  Ending second = { 0 };

  g_ptr_array_add (accounts, book_fixture_add (fixture, "One", QUAD_TIER_LEAD, QUAD_PROFILE_NONE,
                                               QUAD_MONEY_UNKNOWN));
  book_rows_add (rows, "Row", QUAD_TIER_LEAD, 1);
  start (fixture, rows, NULL, &ending);

  g_assert_false (quad_book_move_accounts (fixture->book, accounts, QUAD_TIER_KEY, &error));
  g_assert_error (error, QUAD_ERROR, QUAD_ERROR_BUSY);
  g_clear_error (&error);
  g_assert_false (quad_book_undo (fixture->book, &error));
  g_assert_error (error, QUAD_ERROR, QUAD_ERROR_BUSY);
  quad_book_import_async (fixture->book, QUAD_IMPORT_SOURCE (rows), NULL, NULL, NULL, NULL, NULL,
                          done_cb, &second);
  wait_for (&second);
  g_assert_error (second.error, QUAD_ERROR, QUAD_ERROR_BUSY);
  g_clear_error (&second.error);

  wait_for (&ending);
  g_assert_true (ending.good);
  g_assert_true (quad_book_move_accounts (fixture->book, accounts, QUAD_TIER_KEY, NULL));
  book_fixture_assert_loaded (fixture);
}

static void
test_import_async_cancelled (BookFixture   *fixture,
                             gconstpointer  data)
{
  g_autoptr (BookRows) rows = book_rows_new ("customers.csv");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *before = book_fixture_dump (fixture);
  Ending ending = { 0 };

  for (guint i = 0; i < 100; i++)
    book_rows_add (rows, "Row", QUAD_TIER_LEAD, i);
  book_rows_fail_at (rows, 50, cancellable);
  start (fixture, rows, cancellable, &ending);
  wait_for (&ending);

  g_assert_false (ending.good);
  g_assert_error (ending.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&ending.error);
  assert_unchanged (fixture, before);
}

/* Whoever closes the book in the middle gets it back as it was, and free for the next program. */
static void
test_import_async_closed (BookFixture   *fixture,
                          gconstpointer  data)
{
  g_autoptr (BookRows) rows = book_rows_new ("customers.csv");
  g_autofree char *before = book_fixture_dump (fixture);
  g_autofree char *after = NULL;
  Ending ending = { 0 };

  for (guint i = 0; i < 20000; i++)
    book_rows_add (rows, "Row", QUAD_TIER_LEAD, i);
  start (fixture, rows, NULL, &ending);
  quad_book_close (fixture->book);
  after = book_fixture_dump (fixture);
  g_assert_cmpstr (before, ==, after);

  wait_for (&ending);
  g_assert_false (ending.good);
  g_assert_error (ending.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&ending.error);
  book_fixture_reopen (fixture);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) \
  g_test_add (path, BookFixture, NULL, book_fixture_set_up, func, book_fixture_tear_down)
  ADD ("/import/creates", test_import_creates);
  ADD ("/import/again", test_import_again);
  ADD ("/import/updates", test_import_updates);
  ADD ("/import/same-row-twice", test_import_same_row_twice);
  ADD ("/import/renamed-contact", test_import_renamed_contact);
  ADD ("/import/address-for-name", test_import_address_for_name);
  ADD ("/import/recut", test_import_recut);
  ADD ("/import/ninety-one", test_import_ninety_one);
  ADD ("/import/many", test_import_many);
  ADD ("/import/source-fails", test_import_source_fails);
  ADD ("/import/bad-values", test_import_bad_values);
  ADD ("/import/cancelled", test_import_cancelled);
  ADD ("/import/bad-rule", test_import_bad_rule);
  ADD ("/import/async", test_import_async);
  ADD ("/import/async-busy", test_import_async_busy);
  ADD ("/import/async-cancelled", test_import_async_cancelled);
  ADD ("/import/async-closed", test_import_async_closed);
#undef ADD

  return g_test_run ();
}
