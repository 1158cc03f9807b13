/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "book-fixture.h"

#include <string.h>

#include "store-fixture.h"

/* What a book refuses, that it says so in a sentence, and that everything is then as it was. */

static void
assert_sentence (const GError *error)
{
  g_assert_nonnull (error);
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  g_assert_true (g_unichar_isupper (g_utf8_get_char (error->message))
                 || g_str_has_prefix (error->message, "“"));
  g_assert_true (g_str_has_suffix (error->message, "."));
}

static GPtrArray *
make_array (QuadAccount *account)
{
  GPtrArray *accounts = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (accounts, g_object_ref (account));

  return accounts;
}

static QuadRecord *
make_values (const char *name)
{
  QuadRecord *values = quad_record_new (&quad_account_schema);

  if (name != NULL)
    quad_record_set_text (values, QUAD_ACCOUNT_NAME, name);

  return values;
}

static void
test_errors_create (BookFixture   *fixture,
                    gconstpointer  data)
{
  g_autofree char *before = book_fixture_dump (fixture);
  g_autofree char *after = NULL;

  for (guint i = 0; i < 5; i++)
    {
      g_autoptr (QuadRecord) values = make_values (i == 0 ? NULL : i == 1 ? " \t " : "One");
      g_autoptr (GError) error = NULL;

      if (i == 2)
        quad_record_set_number (values, QUAD_ACCOUNT_REVENUE, QUAD_MONEY_LIMIT + 1);
      if (i == 3)
        quad_record_set_number (values, QUAD_ACCOUNT_TIER, 17);
      if (i == 4)
        quad_record_take_text (values, QUAD_ACCOUNT_REGION, g_strnfill (5000, 'x'));

      g_assert_null (quad_book_create_account (fixture->book, values, &error));
      g_assert_error (error, QUAD_ERROR, QUAD_ERROR_INVALID_INPUT);
      assert_sentence (error);
    }

  after = book_fixture_dump (fixture);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpuint (quad_item_list_get_size (quad_book_get_accounts (fixture->book)), ==, 0);
}

static void
test_errors_edit (BookFixture   *fixture,
                  gconstpointer  data)
{
  QuadAccount *account = book_fixture_add (fixture, "One", QUAD_TIER_KEY, QUAD_PROFILE_KEEP, 1);
  g_autoptr (GPtrArray) accounts = make_array (account);
  g_autofree char *before = book_fixture_dump (fixture);
  g_autofree char *after = NULL;

  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (QuadRecord) edits = make_values (NULL);
      g_autoptr (GError) error = NULL;

      if (i == 0)
        quad_record_clear (edits, QUAD_ACCOUNT_NAME);
      if (i == 1)
        quad_record_set_number (edits, QUAD_ACCOUNT_POTENTIAL, -QUAD_MONEY_LIMIT - 1);
      if (i == 2)
        quad_record_set_number (edits, QUAD_ACCOUNT_LOST_ON, G_MAXUINT32);

      g_assert_false (quad_book_edit_accounts (fixture->book, accounts, edits, &error));
      g_assert_error (error, QUAD_ERROR, QUAD_ERROR_INVALID_INPUT);
      assert_sentence (error);
    }

  after = book_fixture_dump (fixture);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpstr (quad_account_get_name (account), ==, "One");
  book_fixture_assert_loaded (fixture);
}

static void
test_errors_deleted_account (BookFixture   *fixture,
                             gconstpointer  data)
{
  QuadAccount *account = book_fixture_add (fixture, "One", QUAD_TIER_KEY, QUAD_PROFILE_KEEP, 1);
  g_autoptr (GPtrArray) accounts = make_array (account);
  g_autoptr (QuadRecord) edits = make_values ("Two");
  g_autoptr (GError) error = NULL;

  g_assert_true (quad_book_delete_accounts (fixture->book, accounts, NULL));

  g_assert_false (quad_book_move_accounts (fixture->book, accounts, QUAD_TIER_LEAD, &error));
  g_assert_error (error, QUAD_ERROR, QUAD_ERROR_NOT_FOUND);
  assert_sentence (error);
  g_clear_error (&error);
  g_assert_false (quad_book_set_profile (fixture->book, accounts, QUAD_PROFILE_NONE, &error));
  g_assert_error (error, QUAD_ERROR, QUAD_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (quad_book_edit_accounts (fixture->book, accounts, edits, &error));
  g_assert_error (error, QUAD_ERROR, QUAD_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (quad_book_delete_accounts (fixture->book, accounts, &error));
  g_assert_error (error, QUAD_ERROR, QUAD_ERROR_NOT_FOUND);
}

static void
test_errors_recut (BookFixture   *fixture,
                   gconstpointer  data)
{
  static const QuadCutOffRule rules[] = {
    { 0, QUAD_MONEY_UNKNOWN },
    { 10001, QUAD_MONEY_UNKNOWN },
    { 2500, -1 },
    { 2500, QUAD_MONEY_LIMIT + 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (quad_book_recut (fixture->book, &rules[i], &error));
      g_assert_error (error, QUAD_ERROR, QUAD_ERROR_INVALID_INPUT);
      assert_sentence (error);
    }
  book_fixture_assert_loaded (fixture);
}

static void
test_errors_nothing_to_undo (BookFixture   *fixture,
                             gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (quad_book_undo (fixture->book, &error));
  g_assert_error (error, QUAD_ERROR, QUAD_ERROR_NOT_FOUND);
  assert_sentence (error);
  g_clear_error (&error);
  g_assert_false (quad_book_redo (fixture->book, &error));
  g_assert_error (error, QUAD_ERROR, QUAD_ERROR_NOT_FOUND);
  assert_sentence (error);
}

static void
test_errors_read_only (BookFixture   *fixture,
                       gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (QuadRecord) values = make_values ("Two");
  g_autoptr (BookRows) rows = book_rows_new ("a.csv");
  g_autoptr (GPtrArray) accounts = NULL;
  g_autoptr (QuadImportPreview) preview = NULL;
  QuadBook *reader;

  book_fixture_add (fixture, "One", QUAD_TIER_KEY, QUAD_PROFILE_KEEP, 1);
  reader = quad_book_open (fixture->path, QUAD_BOOK_READ_ONLY, &error);
  g_assert_no_error (error);
  g_assert_true (quad_book_is_read_only (reader));
  g_assert_null (quad_book_get_undo_label (reader));
  accounts = quad_book_find_accounts (reader, "One");

  g_assert_null (quad_book_create_account (reader, values, &error));
  g_assert_error (error, QUAD_ERROR, QUAD_ERROR_READ_ONLY);
  assert_sentence (error);
  g_clear_error (&error);
  g_assert_false (quad_book_move_accounts (reader, accounts, QUAD_TIER_LEAD, &error));
  g_assert_error (error, QUAD_ERROR, QUAD_ERROR_READ_ONLY);
  g_clear_error (&error);
  g_assert_false (quad_book_undo (reader, &error));
  g_assert_error (error, QUAD_ERROR, QUAD_ERROR_READ_ONLY);
  g_clear_error (&error);

  /* a preview needs no right to write, and a reader may stand beside a writer */
  book_rows_add (rows, "Two", QUAD_TIER_LEAD, 1);
  preview = quad_book_preview_import (reader, QUAD_IMPORT_SOURCE (rows), NULL, NULL, NULL, NULL,
                                      &error);
  g_assert_no_error (error);
  g_assert_cmpuint (quad_import_preview_get_count (preview, QUAD_IMPORT_CREATED), ==, 1);
  g_clear_pointer (&accounts, g_ptr_array_unref);
  g_assert_finalize_object (reader);
}

static void
test_errors_second_writer (BookFixture   *fixture,
                           gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (quad_book_open (fixture->path, QUAD_BOOK_CREATE, &error));
  g_assert_error (error, QUAD_ERROR, QUAD_ERROR_BUSY);
  assert_sentence (error);
  g_assert_nonnull (strstr (error->message, fixture->path));
}

static void
test_errors_missing (BookFixture   *fixture,
                     gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "none.quadrille", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (quad_book_open (path, 0, &error));
  g_assert_error (error, QUAD_ERROR, QUAD_ERROR_NOT_FOUND);
  assert_sentence (error);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

static void
test_errors_not_a_book (BookFixture   *fixture,
                        gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "letter.txt", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (path, "Dear Sir or Madam", -1, NULL));
  g_assert_null (quad_book_open (path, QUAD_BOOK_CREATE, &error));
  g_assert_error (error, QUAD_ERROR, QUAD_ERROR_INVALID_INPUT);
  assert_sentence (error);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "Dear Sir or Madam");
}

/* A row that no version of the program wrote */
static void
test_errors_damaged_row (BookFixture   *fixture,
                         gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (fixture->folder, "damaged.quadrille", NULL);
  QuadBook *book = quad_book_open (path, QUAD_BOOK_CREATE, &error);
  g_autoptr (QuadRecord) values = make_values ("One");

  g_assert_no_error (error);
  g_assert_nonnull (quad_book_create_account (book, values, NULL));
  g_assert_finalize_object (book);
  store_change (path, "UPDATE account SET tier = 'royal'");

  g_assert_null (quad_book_open (path, 0, &error));
  g_assert_error (error, QUAD_ERROR, QUAD_ERROR_CORRUPT);
  assert_sentence (error);
}

static void
test_errors_damaged_setting (BookFixture   *fixture,
                             gconstpointer  data)
{
  static const char *const changes[] = {
    "UPDATE setting SET value = 'euros' WHERE name = 'currency'",
    "UPDATE setting SET value = 'many' WHERE name = 'cut-off-basis-points'",
    "UPDATE setting SET value = '99999' WHERE name = 'cut-off-basis-points'",
    "UPDATE setting SET value = '1.5' WHERE name = 'cut-off-amount'",
  };

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autofree char *name = g_strdup_printf ("damaged-%u.quadrille", i);
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
      g_autoptr (GError) error = NULL;
      QuadBook *book = quad_book_open (path, QUAD_BOOK_CREATE, &error);

      g_assert_no_error (error);
      g_assert_finalize_object (book);
      store_change (path, changes[i]);
      g_assert_cmpint (store_query (path, "SELECT count(*) FROM setting"), ==, 3);

      g_assert_null (quad_book_open (path, 0, &error));
      g_assert_error (error, QUAD_ERROR, QUAD_ERROR_CORRUPT);
      assert_sentence (error);
    }
}

/* Another program took the row away: the operation is refused and the book catches up. */
static void
test_errors_row_gone (BookFixture   *fixture,
                      gconstpointer  data)
{
  QuadAccount *account = book_fixture_add (fixture, "One", QUAD_TIER_KEY, QUAD_PROFILE_KEEP, 1);
  g_autoptr (GPtrArray) accounts = make_array (account);
  g_autoptr (GError) error = NULL;

  store_change (fixture->path, "DELETE FROM account");
  g_assert_false (quad_book_move_accounts (fixture->book, accounts, QUAD_TIER_LEAD, &error));
  g_assert_error (error, QUAD_ERROR, QUAD_ERROR_NOT_FOUND);
  assert_sentence (error);
  g_assert_cmpint (quad_account_get_tier (account), ==, QUAD_TIER_KEY);
}

/* A trigger stands for a disk that fails in the middle of several writes. */
static void
test_errors_failed_write (BookFixture   *fixture,
                          gconstpointer  data)
{
  g_autoptr (GPtrArray) accounts = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  for (guint i = 0; i < 3; i++)
    g_ptr_array_add (accounts, book_fixture_add (fixture, i == 2 ? "Last" : "Account",
                                                 QUAD_TIER_KEY, QUAD_PROFILE_KEEP, 1));
  before = book_fixture_dump (fixture);
  store_change (fixture->path, "CREATE TRIGGER fail BEFORE UPDATE ON account "
                               "WHEN old.name = 'Last' BEGIN SELECT raise (ABORT, 'no'); END");

  g_assert_false (quad_book_move_accounts (fixture->book, accounts, QUAD_TIER_LEAD, &error));
  assert_sentence (error);
  after = book_fixture_dump (fixture);
  g_assert_cmpstr (before, ==, after);
  for (guint i = 0; i < 3; i++)
    g_assert_cmpint (quad_account_get_tier (g_ptr_array_index (accounts, i)), ==, QUAD_TIER_KEY);
  g_assert_cmpstr (quad_book_get_undo_label (fixture->book), ==, "Create Last");

  store_change (fixture->path, "DROP TRIGGER fail");
  g_assert_true (quad_book_move_accounts (fixture->book, accounts, QUAD_TIER_LEAD, NULL));
  book_fixture_assert_loaded (fixture);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) \
  g_test_add (path, BookFixture, NULL, book_fixture_set_up, func, book_fixture_tear_down)
  ADD ("/book-errors/create", test_errors_create);
  ADD ("/book-errors/edit", test_errors_edit);
  ADD ("/book-errors/deleted-account", test_errors_deleted_account);
  ADD ("/book-errors/recut", test_errors_recut);
  ADD ("/book-errors/nothing-to-undo", test_errors_nothing_to_undo);
  ADD ("/book-errors/read-only", test_errors_read_only);
  ADD ("/book-errors/second-writer", test_errors_second_writer);
  ADD ("/book-errors/missing", test_errors_missing);
  ADD ("/book-errors/not-a-book", test_errors_not_a_book);
  ADD ("/book-errors/damaged-row", test_errors_damaged_row);
  ADD ("/book-errors/damaged-setting", test_errors_damaged_setting);
  ADD ("/book-errors/row-gone", test_errors_row_gone);
  ADD ("/book-errors/failed-write", test_errors_failed_write);
#undef ADD

  return g_test_run ();
}
