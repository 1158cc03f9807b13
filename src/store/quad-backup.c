/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-store"

/* Copies of a whole book, and the thorough look at one. */

#include "quad-database-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "quad-i18n.h"
#include "quad-statement.h"
#include "quad-table.h"

#define PAGES_PER_STEP    1000
#define WAIT_MILLISECONDS 50
#define MOST_WAITS        100

static gboolean
copy_pages (sqlite3        *source,
            const char     *source_path,
            sqlite3        *target,
            const char     *path,
            GCancellable   *cancellable,
            GError        **error)
{
  sqlite3_backup *backup = sqlite3_backup_init (target, "main", source, "main");
  guint waits = 0;
  int code = SQLITE_ERROR;

  if (backup == NULL)
    {
      quad_store_set_error (error, target, path);
      return FALSE;
    }
  do
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        {
          sqlite3_backup_finish (backup);
          return FALSE;
        }
      code = sqlite3_backup_step (backup, PAGES_PER_STEP);
      if ((code & 0xff) == SQLITE_BUSY || (code & 0xff) == SQLITE_LOCKED)
        {
          if (++waits > MOST_WAITS)
            break;
          sqlite3_sleep (WAIT_MILLISECONDS);
          code = SQLITE_OK;
        }
    }
  while (code == SQLITE_OK);

  sqlite3_backup_finish (backup);
  if (code == SQLITE_DONE)
    return TRUE;
  /* The error stands with the one of the two that failed. */
  if (sqlite3_errcode (target) != SQLITE_OK)
    quad_store_set_error (error, target, path);
  else
    quad_store_set_error (error, source, source_path);
  return FALSE;
}

/**
 * quad_backup_copy:
 * @path: where the copy goes; nothing may be there
 *
 * Copies a book while it is in use. The copy is made under another name first.
 */
gboolean
quad_backup_copy (sqlite3        *source,
                  const char     *source_path,
                  const char     *path,
                  GCancellable   *cancellable,
                  GError        **error)
{
  g_autofree char *made = g_strconcat (path, ".XXXXXX", NULL);
  sqlite3 *target = NULL;
  gboolean good;
  int fd;

  fd = g_mkstemp_full (made, O_RDWR | O_CLOEXEC, 0600);
  if (fd < 0)
    {
      g_autofree char *name = g_filename_display_name (path);

      g_set_error (error, QUAD_ERROR,
                   errno == ENOSPC ? QUAD_ERROR_NO_SPACE : QUAD_ERROR_IO,
                   _("The backup “%s” cannot be written: %s."), name, g_strerror (errno));
      return FALSE;
    }
  close (fd);

  good = sqlite3_open_v2 (made, &target,
                          SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE,
                          NULL) == SQLITE_OK;
  if (!good)
    quad_store_set_error (error, target, path);
  good = good && copy_pages (source, source_path, target, path, cancellable, error);
  sqlite3_close (target);
  good = good && quad_database_file_put (made, path, error);
  if (!good)
    quad_database_file_discard (made);
  return good;
}

/**
 * quad_database_backup:
 * @path: where the copy goes; nothing may be there
 *
 * Writes a consistent copy of the book, while it is in use.
 *
 * Errors: %QUAD_ERROR_INVALID_INPUT when something is there, %QUAD_ERROR_NO_SPACE, %QUAD_ERROR_IO.
 */
gboolean
quad_database_backup (QuadDatabase  *self,
                      const char    *path,
                      GCancellable  *cancellable,
                      GError       **error)
{
  g_return_val_if_fail (QUAD_IS_DATABASE (self) && path != NULL, FALSE);
  g_return_val_if_fail (!quad_database_is_changing (self), FALSE);

  return quad_backup_copy (quad_database_get_handle (self), quad_database_get_path (self), path,
                           cancellable, error);
}

static gboolean
check_pages (QuadDatabase  *self,
             GError       **error)
{
  sqlite3_stmt *statement;
  const char *path = quad_database_get_path (self);
  gboolean row, good;

  statement = quad_statement_get (self, "PRAGMA integrity_check (1)", error);
  if (statement == NULL || !quad_statement_step (self, statement, &row, error))
    return FALSE;
  good = row && g_strcmp0 ((const char *) sqlite3_column_text (statement, 0), "ok") == 0;
  if (!good)
    quad_store_set_corrupt (error, path,
                            row ? (const char *) sqlite3_column_text (statement, 0) : "");
  quad_statement_reset (statement);
  return good;
}

static gboolean
check_links (QuadDatabase  *self,
             GError       **error)
{
  g_autofree char *detail = NULL;
  sqlite3_stmt *statement;
  gboolean row;

  statement = quad_statement_get (self, "PRAGMA foreign_key_check", error);
  if (statement == NULL || !quad_statement_step (self, statement, &row, error))
    return FALSE;
  if (!row)
    return TRUE;
  detail = g_strdup_printf ("%s %" G_GINT64_FORMAT " → %s",
                            (const char *) sqlite3_column_text (statement, 0),
                            (gint64) sqlite3_column_int64 (statement, 1),
                            (const char *) sqlite3_column_text (statement, 2));
  quad_store_set_corrupt (error, quad_database_get_path (self), detail);
  quad_statement_reset (statement);
  return FALSE;
}

static void
drop_row_cb (gint64      id,
             QuadRecord *values,
             gpointer    user_data)
{
  quad_record_free (values);
}

/**
 * quad_database_check:
 *
 * Looks at everything: pages, indexes, rules, links between rows, and whether every row can be
 * read.
 *
 * Errors: %QUAD_ERROR_CORRUPT with what was found first.
 */
gboolean
quad_database_check (QuadDatabase  *self,
                     GError       **error)
{
  const QuadTable * const *tables;
  guint n_tables;

  g_return_val_if_fail (QUAD_IS_DATABASE (self), FALSE);

  if (!check_pages (self, error) || !check_links (self, error))
    return FALSE;
  tables = quad_tables_get_all (&n_tables);
  for (guint i = 0; i < n_tables; i++)
    if (!quad_table_load_all (tables[i], self, drop_row_cb, NULL, error))
      return FALSE;
  return TRUE;
}
