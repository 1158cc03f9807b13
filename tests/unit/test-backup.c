/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "quad-backup.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "book-fixture.h"
#include "quad-backups.h"
#include "store-fixture.h"

/* Daily copies, and putting a copy in the place of a book. */

#define FIRST_DAY quad_date_from_ymd (2026, 8, 1)

static void
add_file (GPtrArray *files,
          QuadDate   day)
{
  QuadBackupFile *file = g_new0 (QuadBackupFile, 1);

  file->day = day;
  g_ptr_array_insert (files, 0, file);
}

/* A copy every day: after any day there are the last seven, and one of each of four weeks before
 * those, whatever was cleared away on the days between. */
static void
test_old_ones_go (void)
{
  g_autoptr (GPtrArray) files =
    g_ptr_array_new_with_free_func ((GDestroyNotify) quad_backup_file_free);

  for (guint day = 0; day < 120; day++)
    {
      g_autoptr (GPtrArray) old = NULL;

      add_file (files, FIRST_DAY + day);
      old = quad_backups_choose_old (files);
      for (guint i = 0; i < old->len; i++)
        g_ptr_array_remove (files, old->pdata[i]);
      g_assert_cmpuint (files->len, <=, 11);
      for (guint i = 0; i < MIN (files->len, 7); i++)
        g_assert_cmpuint (((QuadBackupFile *) files->pdata[i])->day, ==, FIRST_DAY + day - i);
      if (day >= 7 * 5 + 6)
        {
          QuadBackupFile *last = files->pdata[files->len - 1];

          g_assert_cmpuint (files->len, ==, 11);
          g_assert_cmpuint (FIRST_DAY + day - last->day, >=, 7 + 1 + 2 * 7);
        }
    }
}

/* Copies of single days, far apart, all stay until there are more than eleven. */
static void
test_rare_ones_stay (void)
{
  g_autoptr (GPtrArray) files =
    g_ptr_array_new_with_free_func ((GDestroyNotify) quad_backup_file_free);

  for (guint i = 0; i < 20; i++)
    {
      g_autoptr (GPtrArray) old = NULL;

      add_file (files, FIRST_DAY + 30 * i);
      old = quad_backups_choose_old (files);
      g_assert_cmpuint (old->len, ==, i < 11 ? 0 : i - 10);
    }
}

static void
daily_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  gboolean *done = user_data;

  *done = quad_book_back_up_daily_finish (QUAD_BOOK (source), result, &error);
  g_assert_no_error (error);
}

static void
test_daily (BookFixture   *fixture,
            gconstpointer  data)
{
  g_autoptr (GPtrArray) none = quad_backup_list (fixture->path);
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (QuadBook) copy = NULL;
  g_autoptr (GError) error = NULL;
  gboolean done = FALSE;

  g_assert_cmpuint (none->len, ==, 0);
  book_fixture_add (fixture, "Smith & Co", QUAD_TIER_KEY, QUAD_PROFILE_KEEP, 5000);
  quad_book_back_up_daily_async (fixture->book, daily_cb, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);

  backups = quad_backup_list (fixture->path);
  g_assert_cmpuint (backups->len, ==, 1);
  g_assert_cmpuint (((QuadBackup *) backups->pdata[0])->day, ==, BOOK_TODAY);
  copy = quad_book_open (((QuadBackup *) backups->pdata[0])->path, QUAD_BOOK_READ_ONLY, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (quad_item_list_get_size (quad_book_get_accounts (copy)), ==, 1);
}

static void
closed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  gboolean *ended = user_data;

  quad_book_back_up_daily_finish (QUAD_BOOK (source), result, NULL);
  *ended = TRUE;
}

/* Closing waits for the copy, or stops it; half of one is never left. */
static void
test_closed_meanwhile (BookFixture   *fixture,
                       gconstpointer  data)
{
  g_autofree char *folder = NULL;
  g_autofree char *files = NULL;
  gboolean ended = FALSE;

  book_fixture_add (fixture, "Smith & Co", QUAD_TIER_KEY, QUAD_PROFILE_KEEP, 5000);
  quad_book_back_up_daily_async (fixture->book, closed_cb, &ended);
  quad_book_close (fixture->book);
  while (!ended)
    g_main_context_iteration (NULL, TRUE);
  files = store_folder_list (fixture->folder);
  g_assert_null (strstr (files, "backup-2026-11-21."));
  g_assert_null (strstr (files, "-wal"));
  g_assert_null (strstr (files, ".lock"));
  book_fixture_reopen (fixture);
}

static void
test_restore_keeps_the_log (BookFixture   *fixture,
                            gconstpointer  data)
{
  g_autofree char *copy = g_build_filename (fixture->folder, "copy", NULL);
  g_autofree char *log = g_strconcat (fixture->path, "-wal", NULL);
  g_autofree char *kept = NULL;
  g_autofree char *kept_log = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  book_fixture_add (fixture, "Old", QUAD_TIER_KEY, QUAD_PROFILE_KEEP, 5000);
  quad_book_back_up (fixture->book, copy, NULL, &error);
  g_assert_no_error (error);
  before = store_dump (copy);
  book_fixture_add (fixture, "New", QUAD_TIER_KEY, QUAD_PROFILE_KEEP, 5000);

  /* a program writes the book: nothing happens */
  g_assert_false (quad_backup_restore (fixture->path, copy, &kept, &error));
  g_assert_error (error, QUAD_ERROR, QUAD_ERROR_BUSY);
  g_clear_error (&error);

  /* the log of a book that cannot be opened goes where the book goes */
  quad_book_close (fixture->book);
  g_file_set_contents (fixture->path, "damaged", -1, NULL);
  g_file_set_contents (log, "and its log", -1, NULL);
  quad_backup_restore (fixture->path, copy, &kept, &error);
  g_assert_no_error (error);
  after = store_dump (fixture->path);
  g_assert_cmpstr (before, ==, after);
  g_assert_false (g_file_test (log, G_FILE_TEST_EXISTS));
  kept_log = g_strconcat (kept, "-wal", NULL);
  g_free (after);
  g_file_get_contents (kept_log, &after, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (after, ==, "and its log");
  g_free (after);
  g_file_get_contents (kept, &after, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (after, ==, "damaged");
  book_fixture_reopen (fixture);
}

static void
test_back_up_in_place (BookFixture   *fixture,
                       gconstpointer  data)
{
  g_autofree char *copy = g_build_filename (fixture->folder, "copy", NULL);
  g_autofree char *link_name = g_build_filename (fixture->folder, "link", NULL);
  g_autoptr (GError) error = NULL;

  book_fixture_add (fixture, "Old", QUAD_TIER_KEY, QUAD_PROFILE_KEEP, 5000);
  g_file_set_contents (copy, "an older copy", -1, NULL);
  quad_book_back_up (fixture->book, copy, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (store_query (copy, "SELECT count(*) FROM account"), ==, 1);

  g_assert_false (quad_book_back_up (fixture->book, fixture->path, NULL, &error));
  g_assert_error (error, QUAD_ERROR, QUAD_ERROR_INVALID_INPUT);
  g_clear_error (&error);
  g_assert_cmpint (symlink (fixture->path, link_name), ==, 0);
  g_assert_false (quad_book_back_up (fixture->book, link_name, NULL, &error));
  g_assert_error (error, QUAD_ERROR, QUAD_ERROR_INVALID_INPUT);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/backup/old-ones-go", test_old_ones_go);
  g_test_add_func ("/backup/rare-ones-stay", test_rare_ones_stay);
#define ADD(name, function)                                                                   \
  g_test_add (name, BookFixture, NULL, book_fixture_set_up, function, book_fixture_tear_down)
  ADD ("/backup/daily", test_daily);
  ADD ("/backup/closed-meanwhile", test_closed_meanwhile);
  ADD ("/backup/restore-keeps-the-log", test_restore_keeps_the_log);
  ADD ("/backup/back-up-in-place", test_back_up_in_place);
#undef ADD
  return g_test_run ();
}
