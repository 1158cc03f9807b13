/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What must hold when writing goes wrong: an operation is there wholly or not at all. */

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "quad-account.h"
#include "quad-journal.h"
#include "quad-settings.h"
#include "quad-table.h"
#include "store-faults.h"
#include "store-fixture.h"

#define N_ACCOUNTS 300

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
  fixture->path = g_build_filename (fixture->folder, "a.quad", NULL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_free (fixture->path);
  store_folder_free (fixture->folder);
}

static QuadDatabase *
open_book (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  QuadDatabase *database = quad_database_open (fixture->path, QUAD_DATABASE_CREATE, &error);

  g_assert_no_error (error);
  quad_database_verify (database, &error);
  g_assert_no_error (error);
  return database;
}

static gboolean
insert_accounts (QuadDatabase  *database,
                 guint          n,
                 GError       **error)
{
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (QuadRecord) values = quad_record_new (&quad_account_schema);

      quad_record_take_text (values, QUAD_ACCOUNT_UID, g_uuid_string_random ());
      quad_record_set_text (values, QUAD_ACCOUNT_NAME, "Quayside Hotels");
      quad_record_take_text (values, QUAD_ACCOUNT_NOTES, g_strnfill (400, 'x'));
      if (!quad_table_insert (&quad_account_table, database, values, NULL, error))
        return FALSE;
    }
  return TRUE;
}

static void
make_book (Fixture *fixture)
{
  QuadDatabase *database = open_book (fixture);
  g_autoptr (GError) error = NULL;

  quad_database_begin (database, "Create", &error);
  g_assert_no_error (error);
  insert_accounts (database, N_ACCOUNTS, &error);
  g_assert_no_error (error);
  quad_database_commit (database, NULL, &error);
  g_assert_no_error (error);
  g_assert_finalize_object (database);
}

/* One operation that touches much: changes every second account, deletes every third, adds some. */
static gboolean
change_much (QuadDatabase  *database,
             GError       **error)
{
  for (gint64 id = 1; id <= N_ACCOUNTS; id++)
    {
      g_autoptr (QuadRecord) values = NULL;

      if (id % 3 == 0 && !quad_table_remove (&quad_account_table, database, id, error))
        return FALSE;
      if (id % 3 == 0 || id % 2 == 0)
        continue;
      values = quad_table_load_one (&quad_account_table, database, id, error);
      if (values == NULL)
        return FALSE;
      quad_record_set_number (values, QUAD_ACCOUNT_REVENUE, id * 100);
      if (!quad_table_update (&quad_account_table, database, id, values, error))
        return FALSE;
    }
  return insert_accounts (database, 50, error);
}

static gboolean
run_change (QuadDatabase  *database,
            GError       **error)
{
  if (!quad_database_begin (database, "Change much", error))
    return FALSE;
  if (change_much (database, error))
    return quad_database_commit (database, NULL, error);
  quad_database_rollback (database);
  return FALSE;
}

static gboolean
run_undo (QuadDatabase  *database,
          GError       **error)
{
  return quad_journal_undo (database, NULL, error);
}

typedef gboolean (*Action) (QuadDatabase  *database,
                            GError       **error);

static void
check_sound (Fixture *fixture)
{
  g_autoptr (QuadDatabase) database = open_book (fixture);
  g_autoptr (GError) error = NULL;

  quad_database_check (database, &error);
  g_assert_no_error (error);
}

/* Tries it with room for ever more writes, until it works. */
static void
check_on_full_disk (Fixture *fixture,
                    Action   action)
{
  g_autofree char *before = NULL;
  QuadDatabase *database;
  guint failures = 0;

  make_book (fixture);
  before = store_dump (fixture->path);
  database = open_book (fixture);
  for (guint writes = 0; ; writes += 1 + writes / 8)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *after = NULL;
      gboolean done;

      store_faults_fill_disk_after (writes);
      done = action (database, &error);
      store_faults_stop ();
      g_assert_false (quad_database_is_changing (database));
      after = store_dump (fixture->path);
      if (done)
        {
          g_assert_cmpstr (after, !=, before);
          break;
        }
      g_assert_error (error, QUAD_ERROR, QUAD_ERROR_NO_SPACE);
      g_assert_cmpstr (after, ==, before);
      failures++;
    }
  g_assert_cmpuint (failures, >, 5);
  g_assert_finalize_object (database);
  check_sound (fixture);
}

static void
test_full_disk_change (Fixture       *fixture,
                       gconstpointer  data)
{
  check_on_full_disk (fixture, run_change);
}

static void
test_full_disk_undo (Fixture       *fixture,
                     gconstpointer  data)
{
  check_on_full_disk (fixture, run_undo);
}

/* SQLite rolls a big transaction back by itself when the disk is full. What is tried after that
 * must not be stored on its own. */
static void
test_after_own_rollback (Fixture       *fixture,
                         gconstpointer  data)
{
  QuadDatabase *database = open_book (fixture);
  g_autoptr (GError) error = NULL;
  g_autofree char *before = store_dump (fixture->path);
  g_autofree char *after = NULL;

  quad_database_begin (database, "Create", &error);
  g_assert_no_error (error);
  store_faults_fill_disk_after (10);
  g_assert_false (insert_accounts (database, 100000, &error));
  store_faults_stop ();
  g_assert_error (error, QUAD_ERROR, QUAD_ERROR_NO_SPACE);
  g_clear_error (&error);
  g_assert_false (insert_accounts (database, 1, &error));
  g_clear_error (&error);
  g_assert_false (quad_database_commit (database, NULL, &error));
  g_assert_false (quad_database_is_changing (database));
  after = store_dump (fixture->path);
  g_assert_cmpstr (after, ==, before);
  g_assert_finalize_object (database);
  check_sound (fixture);
}

/* In a process of its own, which is killed after so many writes. Returns whether it was. */
static gboolean
run_and_kill (Fixture *fixture,
              Action   action,
              guint    writes)
{
  pid_t child = fork ();
  int status;

  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      QuadDatabase *database = quad_database_open (fixture->path, QUAD_DATABASE_DEFAULT, NULL);

      if (database == NULL || !quad_database_verify (database, NULL))
        _exit (2);
      store_faults_kill_after (writes);
      if (!action (database, NULL))
        _exit (3);
      g_object_unref (database);
      _exit (0);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  if (WIFSIGNALED (status))
    {
      g_assert_cmpint (WTERMSIG (status), ==, SIGKILL);
      return TRUE;
    }
  g_assert_cmpint (WEXITSTATUS (status), ==, 0);
  return FALSE;
}

static void
check_when_killed (Fixture *fixture,
                   Action   action)
{
  g_autofree char *before = NULL;
  guint kills = 0, wholly = 0;

  make_book (fixture);
  before = store_dump (fixture->path);
  for (guint writes = 0; ; writes += 1 + writes / 8)
    {
      const gboolean killed = run_and_kill (fixture, action, writes);
      g_autofree char *after = NULL;
      g_autofree char *back = NULL;

      check_sound (fixture);
      after = store_dump (fixture->path);
      if (strcmp (after, before) != 0)
        {
          /* It is there wholly: what reverses it leads back exactly. */
          QuadDatabase *database = open_book (fixture);
          g_autoptr (GError) error = NULL;

          wholly++;
          if (action == run_undo)
            quad_journal_redo (database, NULL, &error);
          else
            quad_journal_undo (database, NULL, &error);
          g_assert_no_error (error);
          g_assert_finalize_object (database);
          back = store_dump (fixture->path);
          g_assert_cmpstr (back, ==, before);
        }
      if (!killed)
        break;
      kills++;
    }
  g_assert_cmpuint (kills, >, 5);
  g_assert_cmpuint (wholly, >=, 1);
}

static void
test_killed_change (Fixture       *fixture,
                    gconstpointer  data)
{
  check_when_killed (fixture, run_change);
}

static void
test_killed_undo (Fixture       *fixture,
                  gconstpointer  data)
{
  check_when_killed (fixture, run_undo);
}

/* Another program that knows nothing of the lock. */
static void
test_busy (Fixture       *fixture,
           gconstpointer  data)
{
  QuadDatabase *database = open_book (fixture);
  g_autoptr (GError) error = NULL;
  sqlite3 *other = NULL;

  g_assert_cmpint (sqlite3_open (fixture->path, &other), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (other, "BEGIN IMMEDIATE", NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_false (quad_database_begin (database, "Create", &error));
  g_assert_error (error, QUAD_ERROR, QUAD_ERROR_BUSY);
  g_clear_error (&error);
  g_assert_cmpint (sqlite3_exec (other, "ROLLBACK", NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (other);

  quad_database_begin (database, "Create", &error);
  g_assert_no_error (error);
  quad_database_rollback (database);
  g_assert_finalize_object (database);
}

static gpointer
run_worker (gpointer data)
{
  g_autoptr (GError) error = NULL;
  QuadDatabase *worker = quad_database_open_worker (data, &error);
  gint64 *entry = g_new0 (gint64, 1);

  g_assert_no_error (error);
  quad_database_begin (worker, "Import", &error);
  g_assert_no_error (error);
  insert_accounts (worker, N_ACCOUNTS, &error);
  g_assert_no_error (error);
  quad_database_commit (worker, entry, &error);
  g_assert_no_error (error);
  g_assert_finalize_object (worker);
  return entry;
}

static void
test_worker (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) changes = NULL;
  g_autofree char *before = NULL, *after = NULL;
  g_autofree gint64 *entry = NULL;
  QuadDatabase *database = open_book (fixture);
  gint64 undone = 0;

  before = store_dump (fixture->path);
  entry = g_thread_join (g_thread_new ("worker", run_worker, database));
  changes = quad_journal_load_changes (database, *entry, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (changes->len, ==, N_ACCOUNTS);
  quad_journal_undo (database, &undone, &error);
  g_assert_no_error (error);
  g_assert_cmpint (undone, ==, *entry);
  after = store_dump (fixture->path);
  g_assert_cmpstr (after, ==, before);

  /* The lock is still held by the first one. */
  g_assert_null (quad_database_open (fixture->path, QUAD_DATABASE_DEFAULT, &error));
  g_assert_error (error, QUAD_ERROR, QUAD_ERROR_BUSY);
  g_assert_finalize_object (database);
}

static void
test_close_inside (Fixture       *fixture,
                   gconstpointer  data)
{
  QuadDatabase *database;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL, *after = NULL, *list = NULL;

  make_book (fixture);
  before = store_dump (fixture->path);
  database = open_book (fixture);
  quad_database_begin (database, "Create", &error);
  g_assert_no_error (error);
  insert_accounts (database, 1, &error);
  g_assert_no_error (error);
  quad_database_close (database);
  quad_database_close (database);
  g_assert_finalize_object (database);
  after = store_dump (fixture->path);
  g_assert_cmpstr (after, ==, before);
  list = store_folder_list (fixture->folder);
  g_assert_cmpstr (list, ==, "a.quad");
}

static void
test_backup (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *copy = g_build_filename (fixture->folder, "copy.quad", NULL);
  g_autofree char *other = g_build_filename (fixture->folder, "other.quad", NULL);
  g_autofree char *expected = NULL, *dump = NULL, *list = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();
  QuadDatabase *database;
  struct stat info;

  make_book (fixture);
  expected = store_dump (fixture->path);
  database = open_book (fixture);
  quad_database_backup (database, copy, NULL, &error);
  g_assert_no_error (error);
  dump = store_dump (copy);
  g_assert_cmpstr (dump, ==, expected);
  g_assert_cmpint (stat (copy, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);

  /* Nothing is replaced, least of all the book itself. */
  g_assert_false (quad_database_backup (database, copy, NULL, &error));
  g_assert_error (error, QUAD_ERROR, QUAD_ERROR_INVALID_INPUT);
  g_clear_error (&error);
  g_assert_false (quad_database_backup (database, fixture->path, NULL, &error));
  g_assert_error (error, QUAD_ERROR, QUAD_ERROR_INVALID_INPUT);
  g_clear_error (&error);

  g_cancellable_cancel (cancelled);
  g_assert_false (quad_database_backup (database, other, cancelled, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  store_faults_fill_disk_after (3);
  g_assert_false (quad_database_backup (database, other, NULL, &error));
  store_faults_stop ();
  g_assert_error (error, QUAD_ERROR, QUAD_ERROR_NO_SPACE);

  g_assert_finalize_object (database);
  list = store_folder_list (fixture->folder);
  g_assert_cmpstr (list, ==, "a.quad\ncopy.quad");
  g_free (fixture->path);
  fixture->path = g_steal_pointer (&copy);
  check_sound (fixture);
}

static void
test_settings (Fixture       *fixture,
               gconstpointer  data)
{
  QuadDatabase *database = open_book (fixture);
  g_autoptr (GError) error = NULL;
  g_autofree char *absent = NULL, *euro = NULL, *yen = NULL, *gone = NULL;

  quad_settings_load (database, "currency", &absent, &error);
  g_assert_no_error (error);
  g_assert_null (absent);

  quad_database_begin (database, "Set the currency", &error);
  g_assert_no_error (error);
  quad_settings_save (database, "currency", "EUR", &error);
  g_assert_no_error (error);
  quad_settings_load (database, "currency", &euro, &error);
  g_assert_cmpstr (euro, ==, "EUR");
  quad_settings_save (database, "currency", "JPY", &error);
  g_assert_no_error (error);
  quad_database_commit (database, NULL, &error);
  g_assert_no_error (error);
  quad_settings_load (database, "currency", &yen, &error);
  g_assert_cmpstr (yen, ==, "JPY");

  quad_journal_undo (database, NULL, &error);
  g_assert_no_error (error);
  quad_settings_load (database, "currency", &gone, &error);
  g_assert_no_error (error);
  g_assert_null (gone);
  g_assert_finalize_object (database);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) \
  g_test_add ("/store/write/" name, Fixture, NULL, set_up, function, tear_down)

  ADD ("full-disk/change", test_full_disk_change);
  ADD ("full-disk/undo", test_full_disk_undo);
  ADD ("full-disk/after-own-rollback", test_after_own_rollback);
  ADD ("killed/change", test_killed_change);
  ADD ("killed/undo", test_killed_undo);
  ADD ("busy", test_busy);
  ADD ("worker", test_worker);
  ADD ("close-inside", test_close_inside);
  ADD ("backup", test_backup);
  ADD ("settings", test_settings);
  return g_test_run ();
}
