/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-fixture.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

/**
 * store_folder_new:
 *
 * Returns: (transfer full): a new folder, for store_folder_free()
 */
char *
store_folder_new (void)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("quad-store-XXXXXX", &error);

  g_assert_no_error (error);
  return folder;
}

/* Removes the folder with what is in it, and the folders in it. */
void
store_folder_free (char *folder)
{
  GDir *dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
        store_folder_free (path);
      else
        {
          g_unlink (path);
          g_free (path);
        }
    }
  g_clear_pointer (&dir, g_dir_close);
  g_rmdir (folder);
  g_free (folder);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

/**
 * store_folder_list:
 *
 * Returns: (transfer full): the names in the folder, in order, one a line
 */
char *
store_folder_list (const char *folder)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  GDir *dir = g_dir_open (folder, 0, NULL);
  const char *name;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (names, g_strdup (name));
  g_dir_close (dir);
  g_ptr_array_sort (names, compare_names);
  g_ptr_array_add (names, NULL);
  return g_strjoinv ("\n", (char **) names->pdata);
}

/**
 * store_folder_seal:
 *
 * Returns: (transfer full): the names in the folder with kind, size and contents of each, to be
 *   compared before and after
 */
char *
store_folder_seal (const char *folder)
{
  g_autofree char *list = store_folder_list (folder);
  g_auto (GStrv) names = g_strsplit (list, "\n", 0);
  GString *seal = g_string_new (NULL);

  for (guint i = 0; names[i] != NULL && names[i][0] != '\0'; i++)
    {
      g_autofree char *path = g_build_filename (folder, names[i], NULL);
      g_autofree char *contents = NULL;
      gsize length = 0;

      g_string_append (seal, names[i]);
      if (g_file_test (path, G_FILE_TEST_IS_REGULAR)
          && g_file_get_contents (path, &contents, &length, NULL))
        {
          g_autofree char *sum = g_compute_checksum_for_data (G_CHECKSUM_SHA256,
                                                              (const guchar *) contents, length);

          g_string_append_printf (seal, " %" G_GSIZE_FORMAT " %s", length, sum);
        }
      g_string_append_c (seal, '\n');
    }
  return g_string_free (seal, FALSE);
}

static sqlite3 *
connect_to (const char *path)
{
  sqlite3 *handle = NULL;

  g_assert_cmpint (sqlite3_open_v2 (path, &handle, SQLITE_OPEN_READWRITE, NULL), ==, SQLITE_OK);
  sqlite3_busy_timeout (handle, 2000);
  return handle;
}

static void
append_value (GString      *dump,
              sqlite3_stmt *statement,
              int           column)
{
  switch (sqlite3_column_type (statement, column))
    {
    case SQLITE_NULL:
      g_string_append (dump, "NULL");
      break;
    case SQLITE_INTEGER:
      g_string_append_printf (dump, "%" G_GINT64_FORMAT,
                              (gint64) sqlite3_column_int64 (statement, column));
      break;
    default:
      g_string_append_printf (dump, "'%s'", (const char *) sqlite3_column_text (statement, column));
      break;
    }
}

static void
append_table (GString    *dump,
              sqlite3    *handle,
              const char *table)
{
  g_autofree char *sql = g_strdup_printf ("SELECT * FROM \"%s\" ORDER BY 1", table);
  sqlite3_stmt *statement = NULL;

  g_assert_cmpint (sqlite3_prepare_v2 (handle, sql, -1, &statement, NULL), ==, SQLITE_OK);
  while (sqlite3_step (statement) == SQLITE_ROW)
    {
      g_string_append (dump, table);
      for (int i = 0; i < sqlite3_column_count (statement); i++)
        {
          g_string_append (dump, i == 0 ? ": " : ", ");
          append_value (dump, statement, i);
        }
      g_string_append_c (dump, '\n');
    }
  g_assert_cmpint (sqlite3_finalize (statement), ==, SQLITE_OK);
}

/**
 * store_dump:
 *
 * Returns: (transfer full): every row of every table of the book as text, but for the journal: to
 *   be compared before and after. May be called beside a writer.
 */
char *
store_dump (const char *path)
{
  sqlite3 *handle = connect_to (path);
  sqlite3_stmt *tables = NULL;
  GString *dump = g_string_new (NULL);

  g_assert_cmpint (sqlite3_prepare_v2 (handle,
                                       "SELECT name FROM sqlite_schema WHERE type = 'table' "
                                       "AND name NOT LIKE 'journal%' AND name NOT LIKE 'sqlite%' "
                                       "ORDER BY name", -1, &tables, NULL), ==, SQLITE_OK);
  while (sqlite3_step (tables) == SQLITE_ROW)
    append_table (dump, handle, (const char *) sqlite3_column_text (tables, 0));
  g_assert_cmpint (sqlite3_finalize (tables), ==, SQLITE_OK);
  sqlite3_close (handle);
  return g_string_free (dump, FALSE);
}

/**
 * store_query:
 *
 * Returns: the number that @sql gives
 */
gint64
store_query (const char *path,
             const char *sql)
{
  sqlite3 *handle = connect_to (path);
  sqlite3_stmt *statement = NULL;
  gint64 number;

  g_assert_cmpint (sqlite3_prepare_v2 (handle, sql, -1, &statement, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  number = sqlite3_column_int64 (statement, 0);
  sqlite3_finalize (statement);
  sqlite3_close (handle);
  return number;
}

/* Changes the book behind the back of the program, with no rule checked. */
void
store_change (const char *path,
              const char *sql)
{
  sqlite3 *handle = connect_to (path);

  sqlite3_exec (handle, "PRAGMA ignore_check_constraints = 1; PRAGMA foreign_keys = 0", NULL, NULL,
                NULL);
  sqlite3_exec (handle, sql, NULL, NULL, NULL);
  g_assert_cmpstr (sqlite3_errmsg (handle), ==, "not an error");
  sqlite3_close (handle);
}
