/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What can lie under the name of a book, and that it is left exactly as it is. */

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "quad-account.h"
#include "quad-journal.h"
#include "quad-table.h"
#include "store-faults.h"
#include "store-fixture.h"

#define NOBODY 65534

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->folder = store_folder_new ();
  fixture->path = g_build_filename (fixture->folder, "a b%20ü.quad", NULL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_chmod (fixture->folder, 0700);
  g_free (fixture->path);
  store_folder_free (fixture->folder);
}

static void
add_accounts (QuadDatabase *database,
              guint         n,
              GError      **error)
{
  static guint uid;

  for (guint i = 0; i < n && *error == NULL; i++)
    {
      g_autoptr (QuadRecord) values = quad_record_new (&quad_account_schema);

      quad_record_take_text (values, QUAD_ACCOUNT_UID, g_strdup_printf ("uid-%u", ++uid));
      quad_record_set_text (values, QUAD_ACCOUNT_NAME, "Quayside Hotels");
      quad_record_take_text (values, QUAD_ACCOUNT_NOTES, g_strnfill (500, 'x'));
      quad_table_insert (&quad_account_table, database, values, NULL, error);
    }
}

static QuadDatabase *
open_book (const char        *path,
           QuadDatabaseFlags  flags)
{
  g_autoptr (GError) error = NULL;
  QuadDatabase *database = quad_database_open (path, flags, &error);

  g_assert_no_error (error);
  quad_database_verify (database, &error);
  g_assert_no_error (error);
  return database;
}

/* A book with some accounts, closed. */
static void
make_book (Fixture *fixture)
{
  QuadDatabase *database = open_book (fixture->path, QUAD_DATABASE_CREATE);
  g_autoptr (GError) error = NULL;

  quad_database_begin (database, "Create", &error);
  g_assert_no_error (error);
  add_accounts (database, 100, &error);
  g_assert_no_error (error);
  quad_database_commit (database, NULL, &error);
  g_assert_no_error (error);
  g_assert_finalize_object (database);
}

static void
count_row_cb (gint64      id,
              QuadRecord *values,
              gpointer    user_data)
{
  (*(guint *) user_data)++;
  quad_record_free (values);
}

/* A whole sentence that names the book. */
static void
check_message (const GError *error,
               const char   *path)
{
  g_autofree char *base = g_path_get_basename (path);

  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  g_assert_nonnull (strstr (error->message, base));
  g_assert_true (g_str_has_suffix (error->message, "."));
  g_assert_null (strchr (error->message, '\n'));
}

/* Opens it and looks at it, as the book does. */
static gboolean
try_open (const char         *path,
          QuadDatabaseFlags   flags,
          GError            **error)
{
  g_autoptr (QuadDatabase) database = quad_database_open (path, flags, error);

  return database != NULL && quad_database_verify (database, error);
}

static void
check_refused_so (Fixture           *fixture,
                  const char        *path,
                  QuadDatabaseFlags  flags,
                  QuadError          code)
{
  g_autofree char *before = store_folder_seal (fixture->folder);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (try_open (path, flags, &error));
  g_test_message ("%s", error->message);
  g_assert_error (error, QUAD_ERROR, (int) code);
  check_message (error, path);
  after = store_folder_seal (fixture->folder);
  g_assert_cmpstr (before, ==, after);
}

static void
check_refused (Fixture    *fixture,
               const char *path,
               QuadError   code)
{
  check_refused_so (fixture, path, QUAD_DATABASE_DEFAULT, code);
  check_refused_so (fixture, path, QUAD_DATABASE_CREATE, code);
  check_refused_so (fixture, path, QUAD_DATABASE_READ_ONLY, code);
}

static void
check_list (Fixture    *fixture,
            const char *expected)
{
  g_autofree char *list = store_folder_list (fixture->folder);

  g_assert_cmpstr (list, ==, expected);
}

static void
test_create (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *folder = g_build_filename (fixture->folder, "deep", "er", NULL);
  g_autofree char *path = g_build_filename (folder, "new.quad", NULL);
  g_autofree char *list = NULL;
  QuadDatabase *database = open_book (path, QUAD_DATABASE_CREATE);
  struct stat info;

  g_assert_true (quad_database_is_new (database));
  g_assert_false (quad_database_is_read_only (database));
  g_assert_finalize_object (database);

  g_assert_cmpint (stat (path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
  g_assert_cmpint (stat (folder, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0700);
  list = store_folder_list (folder);
  g_assert_cmpstr (list, ==, "new.quad");
  g_assert_cmpint (store_query (path, "PRAGMA application_id"), ==, 0x51756164);
  g_assert_cmpint (store_query (path, "PRAGMA user_version"), ==, 1);
  g_assert_cmpint (store_query (path, "SELECT journal_mode = 'wal' FROM pragma_journal_mode"), ==,
                   1);

  database = open_book (path, QUAD_DATABASE_CREATE);
  g_assert_false (quad_database_is_new (database));
  g_assert_finalize_object (database);
}

static void
test_absent (Fixture       *fixture,
             gconstpointer  data)
{
  check_refused_so (fixture, fixture->path, QUAD_DATABASE_DEFAULT, QUAD_ERROR_NOT_FOUND);
  check_refused_so (fixture, fixture->path, QUAD_DATABASE_READ_ONLY, QUAD_ERROR_NOT_FOUND);
  check_refused_so (fixture, fixture->path, QUAD_DATABASE_READ_ONLY | QUAD_DATABASE_CREATE,
                    QUAD_ERROR_NOT_FOUND);
}

static void
test_other_files (Fixture       *fixture,
                  gconstpointer  data)
{
  static const struct
  {
    const char *contents;
    gssize      length;
  } files[] = {
    { "", 0 },
    { "Name,Revenue\nQuayside Hotels,412000\n", -1 },
    { "SQLite format 3", 16 },
    { "%PDF-1.7\n", -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (GError) error = NULL;

      g_file_set_contents (fixture->path, files[i].contents, files[i].length, &error);
      g_assert_no_error (error);
      check_refused (fixture, fixture->path, QUAD_ERROR_INVALID_INPUT);
    }
}

static void
test_other_program (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (fixture->path, "", 0, &error);
  g_assert_no_error (error);
  store_change (fixture->path, "CREATE TABLE places (id); PRAGMA application_id = 7");
  check_refused (fixture, fixture->path, QUAD_ERROR_INVALID_INPUT);

  /* One that is in use, with changes beside it. */
  store_change (fixture->path, "PRAGMA journal_mode = WAL");
  check_refused (fixture, fixture->path, QUAD_ERROR_INVALID_INPUT);
}

static void
test_newer (Fixture       *fixture,
            gconstpointer  data)
{
  make_book (fixture);
  store_change (fixture->path, "PRAGMA user_version = 99");
  check_refused (fixture, fixture->path, QUAD_ERROR_TOO_NEW);
  store_change (fixture->path, "PRAGMA user_version = 0");
  check_refused (fixture, fixture->path, QUAD_ERROR_CORRUPT);
}

/* Copies the book as it is on disk while it is open: as if the program had been cut off. */
static void
copy_open_book (Fixture    *fixture,
                const char *to)
{
  static const char * const endings[] = { "", "-wal" };

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *source = g_strconcat (fixture->path, endings[i], NULL);
      g_autofree char *target = g_strconcat (to, endings[i], NULL);
      g_autofree char *contents = NULL;
      g_autoptr (GError) error = NULL;
      gsize length;

      g_file_get_contents (source, &contents, &length, &error);
      g_assert_no_error (error);
      g_file_set_contents (target, contents, (gssize) length, &error);
      g_assert_no_error (error);
    }
}

static void
overwrite (const char *path,
           gsize       offset,
           gsize       length)
{
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;
  gsize size;

  g_file_get_contents (path, &contents, &size, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (offset + length, <=, size);
  memset (contents + offset, 0xa5, length);
  g_file_set_contents (path, contents, (gssize) size, &error);
  g_assert_no_error (error);
}

static void
test_damaged (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *good = NULL;
  gsize size;

  make_book (fixture);
  g_file_get_contents (fixture->path, &good, &size, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (size, >, 40 * 4096);

  /* Pages that the accounts and their index are on. */
  for (guint page = 30; page < 40; page++)
    {
      g_file_set_contents (fixture->path, good, (gssize) size, &error);
      g_assert_no_error (error);
      overwrite (fixture->path, page * 4096, 4096);
      check_refused (fixture, fixture->path, QUAD_ERROR_CORRUPT);
    }

  /* The schema, and all that comes after it is cut off. */
  g_file_set_contents (fixture->path, good, (gssize) size, &error);
  g_assert_no_error (error);
  overwrite (fixture->path, 100, 3000);
  check_refused (fixture, fixture->path, QUAD_ERROR_CORRUPT);
  g_file_set_contents (fixture->path, good, (gssize) size / 2, &error);
  g_assert_no_error (error);
  check_refused (fixture, fixture->path, QUAD_ERROR_CORRUPT);
  g_file_set_contents (fixture->path, good, 1000, &error);
  g_assert_no_error (error);
  check_refused (fixture, fixture->path, QUAD_ERROR_CORRUPT);
}

/* Damaged, and cut off before: what lies beside the book may be what repairs it. */
static void
test_damaged_with_log (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autofree char *copy = g_build_filename (fixture->folder, "copy.quad", NULL);
  g_autofree char *log = g_strconcat (copy, "-wal", NULL);
  g_autofree char *book_before = NULL, *book_after = NULL, *log_before = NULL, *log_after = NULL;
  g_autoptr (GError) error = NULL;
  QuadDatabase *database;
  gsize book_size, log_size, size;

  make_book (fixture);
  database = open_book (fixture->path, QUAD_DATABASE_DEFAULT);
  quad_database_begin (database, "Create", &error);
  g_assert_no_error (error);
  add_accounts (database, 1, &error);
  quad_database_commit (database, NULL, &error);
  g_assert_no_error (error);
  copy_open_book (fixture, copy);
  g_assert_finalize_object (database);

  /* Undamaged, it comes back with what was in the log. */
  database = open_book (copy, QUAD_DATABASE_DEFAULT);
  g_assert_finalize_object (database);
  g_assert_cmpint (store_query (copy, "SELECT count(*) FROM account"), ==, 101);

  database = open_book (fixture->path, QUAD_DATABASE_DEFAULT);
  quad_database_begin (database, "Create", &error);
  g_assert_no_error (error);
  add_accounts (database, 1, &error);
  quad_database_commit (database, NULL, &error);
  g_assert_no_error (error);
  copy_open_book (fixture, copy);
  g_assert_finalize_object (database);
  overwrite (copy, 31 * 4096, 6 * 4096);
  g_file_get_contents (copy, &book_before, &book_size, &error);
  g_assert_no_error (error);
  g_file_get_contents (log, &log_before, &log_size, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (log_size, >, 0);

  g_assert_false (try_open (copy, QUAD_DATABASE_DEFAULT, &error));
  g_assert_error (error, QUAD_ERROR, QUAD_ERROR_CORRUPT);
  g_clear_error (&error);
  g_file_get_contents (copy, &book_after, &size, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (book_before, book_size, book_after, size);
  g_file_get_contents (log, &log_after, &size, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (log_before, log_size, log_after, size);
}

/* Its pages are sound, but a row is impossible: it is left as it is, too. */
static void
test_impossible_with_log (Fixture       *fixture,
                          gconstpointer  data)
{
  g_autofree char *copy = g_build_filename (fixture->folder, "copy.quad", NULL);
  g_autofree char *log = g_strconcat (copy, "-wal", NULL);
  g_autofree char *book_before = NULL, *book_after = NULL, *log_before = NULL, *log_after = NULL;
  g_autoptr (GError) error = NULL;
  QuadDatabase *database;
  gsize book_size, log_size, size;
  guint n = 0;

  make_book (fixture);
  database = open_book (fixture->path, QUAD_DATABASE_DEFAULT);
  store_change (fixture->path, "UPDATE account SET tier = 'nonsense' WHERE id = 50");
  copy_open_book (fixture, copy);
  g_assert_finalize_object (database);
  g_file_get_contents (copy, &book_before, &book_size, &error);
  g_assert_no_error (error);
  g_file_get_contents (log, &log_before, &log_size, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (log_size, >, 0);

  database = open_book (copy, QUAD_DATABASE_DEFAULT);
  g_assert_false (quad_table_load_all (&quad_account_table, database, count_row_cb, &n, &error));
  g_assert_error (error, QUAD_ERROR, QUAD_ERROR_CORRUPT);
  g_clear_error (&error);
  g_assert_finalize_object (database);
  g_file_get_contents (copy, &book_after, &size, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (book_before, book_size, book_after, size);
  g_file_get_contents (log, &log_after, &size, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (log_before, log_size, log_after, size);
}

static void
test_folder (Fixture       *fixture,
             gconstpointer  data)
{
  g_assert_cmpint (g_mkdir (fixture->path, 0700), ==, 0);
  check_refused (fixture, fixture->path, QUAD_ERROR_INVALID_INPUT);
}

static void
test_fifo (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_cmpint (mkfifo (fixture->path, 0600), ==, 0);
  check_refused (fixture, fixture->path, QUAD_ERROR_INVALID_INPUT);
}

static void
test_odd_paths (Fixture       *fixture,
                gconstpointer  data)
{
  g_autofree char *below = g_build_filename (fixture->path, "x.quad", NULL);
  g_autofree char *name = g_strnfill (300, 'n');
  g_autofree char *endless = g_build_filename (fixture->folder, name, NULL);
  g_autofree char *circle = g_build_filename (fixture->folder, "circle", NULL);

  make_book (fixture);
  check_refused_so (fixture, below, QUAD_DATABASE_DEFAULT, QUAD_ERROR_IO);
  check_refused (fixture, endless, QUAD_ERROR_IO);
  g_assert_cmpint (symlink ("circle", circle), ==, 0);
  check_refused (fixture, circle, QUAD_ERROR_IO);
}

static void
test_remains (Fixture       *fixture,
              gconstpointer  data)
{
  static const char * const endings[] = { "-wal", "-journal" };

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *remains = g_strconcat (fixture->path, endings[i], NULL);
      g_autoptr (GError) error = NULL;

      g_file_set_contents (remains, "all that is left", -1, &error);
      g_assert_no_error (error);
      check_refused_so (fixture, fixture->path, QUAD_DATABASE_CREATE, QUAD_ERROR_INVALID_INPUT);
      g_unlink (remains);
    }
}

static void
test_locked (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *link = g_build_filename (fixture->folder, "link.quad", NULL);
  g_autoptr (GError) error = NULL;
  QuadDatabase *writer, *reader;

  make_book (fixture);
  g_assert_cmpint (symlink (fixture->path, link), ==, 0);
  writer = open_book (link, QUAD_DATABASE_DEFAULT);
  g_assert_cmpstr (quad_database_get_path (writer), ==, fixture->path);
  check_refused_so (fixture, fixture->path, QUAD_DATABASE_DEFAULT, QUAD_ERROR_BUSY);
  check_refused_so (fixture, fixture->path, QUAD_DATABASE_CREATE, QUAD_ERROR_BUSY);

  /* A reader sees what is committed, as soon as it is, and cannot write. */
  reader = open_book (fixture->path, QUAD_DATABASE_READ_ONLY);
  g_assert_true (quad_database_is_read_only (reader));
  quad_database_begin (writer, "Create", &error);
  g_assert_no_error (error);
  add_accounts (writer, 1, &error);
  quad_database_commit (writer, NULL, &error);
  g_assert_no_error (error);
  g_clear_pointer (&reader, g_object_unref);
  reader = open_book (fixture->path, QUAD_DATABASE_READ_ONLY);
  g_assert_false (quad_database_begin (reader, "Nothing", &error));
  g_assert_error (error, QUAD_ERROR, QUAD_ERROR_READ_ONLY);
  g_clear_error (&error);

  g_assert_finalize_object (writer);
  g_assert_finalize_object (reader);
  g_unlink (link);
  check_list (fixture, "a b%20ü.quad");

  /* What a program left that was cut off locks nobody out. */
  {
    g_autofree char *lock = g_strconcat (fixture->path, ".lock", NULL);

    g_file_set_contents (lock, "", 0, &error);
    g_assert_no_error (error);
    writer = open_book (fixture->path, QUAD_DATABASE_DEFAULT);
    g_assert_finalize_object (writer);
    check_list (fixture, "a b%20ü.quad");
  }
}

/* All accounts can be read, and reading leaves no trace. */
static void
check_readable (Fixture *fixture)
{
  g_autofree char *before = store_folder_seal (fixture->folder);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  QuadDatabase *reader = open_book (fixture->path, QUAD_DATABASE_READ_ONLY);
  guint n = 0;

  quad_table_load_all (&quad_account_table, reader, count_row_cb, &n, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, 100);
  g_assert_finalize_object (reader);
  after = store_folder_seal (fixture->folder);
  g_assert_cmpstr (before, ==, after);
}

static void
test_reader (Fixture       *fixture,
             gconstpointer  data)
{
  make_book (fixture);
  check_readable (fixture);
}

/* Becomes somebody without the rights of root, for what only others are refused. */
static void
become_nobody (void)
{
  if (geteuid () == 0)
    {
      g_assert_cmpint (setresgid (NOBODY, NOBODY, NOBODY), ==, 0);
      g_assert_cmpint (setresuid (NOBODY, NOBODY, NOBODY), ==, 0);
    }
}

/* The folder with all that is in it, so that it can be removed afterwards. */
static void
give_to_nobody (Fixture *fixture)
{
  g_autofree char *list = store_folder_list (fixture->folder);
  g_auto (GStrv) names = g_strsplit (list, "\n", 0);

  if (geteuid () != 0)
    return;
  for (guint i = 0; names[i] != NULL && names[i][0] != '\0'; i++)
    {
      g_autofree char *path = g_build_filename (fixture->folder, names[i], NULL);

      g_assert_cmpint (chown (path, NOBODY, NOBODY), ==, 0);
    }
  g_assert_cmpint (chown (fixture->folder, NOBODY, NOBODY), ==, 0);
}

/* Runs the test in a process of its own, which can give up its rights. */
static gboolean
run_apart (void)
{
  if (g_test_subprocess ())
    return FALSE;
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
  g_test_trap_assert_passed ();
  return TRUE;
}

static void
test_no_permission (Fixture       *fixture,
                    gconstpointer  data)
{
  if (run_apart ())
    return;
  make_book (fixture);
  give_to_nobody (fixture);
  g_chmod (fixture->path, 0000);
  become_nobody ();
  check_refused (fixture, fixture->path, QUAD_ERROR_IO);
}

static void
test_read_only_file (Fixture       *fixture,
                     gconstpointer  data)
{
  if (run_apart ())
    return;
  make_book (fixture);
  give_to_nobody (fixture);
  g_chmod (fixture->path, 0444);
  become_nobody ();
  check_refused_so (fixture, fixture->path, QUAD_DATABASE_DEFAULT, QUAD_ERROR_READ_ONLY);
  check_refused_so (fixture, fixture->path, QUAD_DATABASE_CREATE, QUAD_ERROR_READ_ONLY);
  check_readable (fixture);
}

static void
test_read_only_folder (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autofree char *new_path = g_build_filename (fixture->folder, "new.quad", NULL);

  if (run_apart ())
    return;
  make_book (fixture);
  give_to_nobody (fixture);
  g_chmod (fixture->folder, 0500);
  become_nobody ();
  check_refused_so (fixture, fixture->path, QUAD_DATABASE_DEFAULT, QUAD_ERROR_READ_ONLY);
  check_readable (fixture);
  g_assert_false (try_open (new_path, QUAD_DATABASE_CREATE, NULL));
  check_list (fixture, "a b%20ü.quad");
}

static void
test_closed_folder (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  if (run_apart ())
    return;
  make_book (fixture);
  give_to_nobody (fixture);
  g_chmod (fixture->folder, 0000);
  become_nobody ();
  g_assert_false (try_open (fixture->path, QUAD_DATABASE_CREATE, &error));
  g_assert_error (error, QUAD_ERROR, QUAD_ERROR_IO);
  check_message (error, fixture->path);
}

/* Cut off, and then in a place where nothing may be written: what is in the log cannot be read, and
 * is not left out in silence. */
static void
test_read_only_with_log (Fixture       *fixture,
                         gconstpointer  data)
{
  g_autofree char *copy = g_build_filename (fixture->folder, "copy.quad", NULL);
  g_autoptr (GError) error = NULL;
  QuadDatabase *database;

  if (run_apart ())
    return;
  make_book (fixture);
  database = open_book (fixture->path, QUAD_DATABASE_DEFAULT);
  quad_database_begin (database, "Create", &error);
  g_assert_no_error (error);
  add_accounts (database, 1, &error);
  quad_database_commit (database, NULL, &error);
  g_assert_no_error (error);
  copy_open_book (fixture, copy);
  g_assert_finalize_object (database);
  give_to_nobody (fixture);
  g_chmod (fixture->folder, 0500);
  become_nobody ();
  check_refused_so (fixture, copy, QUAD_DATABASE_READ_ONLY, QUAD_ERROR_READ_ONLY);
}

static void
test_create_on_full_disk (Fixture       *fixture,
                          gconstpointer  data)
{
  guint writes;

  for (writes = 0; ; writes++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (QuadDatabase) database = NULL;

      store_faults_fill_disk_after (writes);
      database = quad_database_open (fixture->path, QUAD_DATABASE_CREATE, &error);
      store_faults_stop ();
      if (database != NULL)
        break;
      g_assert_error (error, QUAD_ERROR, QUAD_ERROR_NO_SPACE);
      check_message (error, fixture->path);
      /* A book that was finished, but could not be opened any more, stays. */
      if (g_file_test (fixture->path, G_FILE_TEST_EXISTS))
        {
          g_assert_cmpint (store_query (fixture->path, "PRAGMA user_version"), ==, 1);
          g_unlink (fixture->path);
        }
      check_list (fixture, "");
    }
  g_assert_cmpuint (writes, >, 10);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) \
  g_test_add ("/store/open/" name, Fixture, NULL, set_up, function, tear_down)

  ADD ("create", test_create);
  ADD ("absent", test_absent);
  ADD ("other-files", test_other_files);
  ADD ("other-program", test_other_program);
  ADD ("newer", test_newer);
  ADD ("damaged", test_damaged);
  ADD ("damaged-with-log", test_damaged_with_log);
  ADD ("impossible-with-log", test_impossible_with_log);
  ADD ("folder", test_folder);
  ADD ("fifo", test_fifo);
  ADD ("odd-paths", test_odd_paths);
  ADD ("remains", test_remains);
  ADD ("locked", test_locked);
  ADD ("reader", test_reader);
  ADD ("no-permission", test_no_permission);
  ADD ("read-only-file", test_read_only_file);
  ADD ("read-only-folder", test_read_only_folder);
  ADD ("closed-folder", test_closed_folder);
  ADD ("read-only-with-log", test_read_only_with_log);
  ADD ("create-on-full-disk", test_create_on_full_disk);
  return g_test_run ();
}
