/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-store"

#include "quad-statement.h"

#include <errno.h>
#include <string.h>

#include "quad-database-private.h"
#include "quad-i18n.h"

static gboolean
is_out_of_space (int code,
                 int system_code)
{
  return (code & 0xff) == SQLITE_FULL
         || ((code & 0xff) == SQLITE_IOERR
             && (system_code == ENOSPC || system_code == EDQUOT));
}

/**
 * quad_store_set_error:
 * @path: of the book
 *
 * Turns the last error of @handle into a sentence for a person.
 */
void
quad_store_set_error (GError     **error,
                      sqlite3     *handle,
                      const char  *path)
{
  const int code = sqlite3_extended_errcode (handle);
  const int system_code = sqlite3_system_errno (handle);
  g_autofree char *name = g_filename_display_name (path);

  if (is_out_of_space (code, system_code))
    {
      g_set_error (error, QUAD_ERROR, QUAD_ERROR_NO_SPACE,
                   _("The disk that holds “%s” is full. Free some space, then try again."), name);
      return;
    }

  switch (code & 0xff)
    {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      g_set_error (error, QUAD_ERROR, QUAD_ERROR_BUSY,
                   _("“%s” is being written by another program. Close it there, then try again."),
                   name);
      break;
    case SQLITE_READONLY:
      g_set_error (error, QUAD_ERROR, QUAD_ERROR_READ_ONLY,
                   _("“%s” may not be written. Copy it to a folder of your own."), name);
      break;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      g_set_error (error, QUAD_ERROR, QUAD_ERROR_CORRUPT,
                   _("“%s” is damaged. Restore it from a backup."), name);
      break;
    case SQLITE_CONSTRAINT:
    case SQLITE_MISMATCH:
    case SQLITE_TOOBIG:
      g_set_error (error, QUAD_ERROR, QUAD_ERROR_CONSTRAINT,
                   _("The change does not fit into “%s”: %s."), name, sqlite3_errmsg (handle));
      break;
    case SQLITE_INTERRUPT:
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _("Cancelled."));
      break;
    case SQLITE_NOMEM:
      g_error ("out of memory");
    case SQLITE_CANTOPEN:
      if (system_code != 0)
        {
          g_set_error (error, QUAD_ERROR, QUAD_ERROR_IO, _("“%s” cannot be opened: %s."), name,
                       g_strerror (system_code));
          break;
        }
      G_GNUC_FALLTHROUGH;
    default:
      g_set_error (error, QUAD_ERROR, QUAD_ERROR_IO, _("“%s” cannot be read or written: %s."),
                   name, sqlite3_errmsg (handle));
      break;
    }
}

/**
 * quad_store_set_corrupt:
 * @detail: what was found, for whoever repairs it; only its last line counts, SQLite puts a heading
 *   before it
 */
void
quad_store_set_corrupt (GError     **error,
                        const char  *path,
                        const char  *detail)
{
  g_autofree char *name = g_filename_display_name (path);
  const char *last = strrchr (detail, '\n');

  g_set_error (error, QUAD_ERROR, QUAD_ERROR_CORRUPT,
               _("“%s” is damaged (%s). Restore it from a backup."), name,
               last != NULL ? last + 1 : detail);
}

/**
 * quad_store_run:
 * @sql: one or more statements whose rows are of no interest
 */
gboolean
quad_store_run (sqlite3     *handle,
                const char  *path,
                const char  *sql,
                GError     **error)
{
  if (sqlite3_exec (handle, sql, NULL, NULL, NULL) == SQLITE_OK)
    return TRUE;
  quad_store_set_error (error, handle, path);
  return FALSE;
}

/**
 * quad_store_get_number:
 * @number: (out): the first column of the first row; 0 when there is none
 */
gboolean
quad_store_get_number (sqlite3     *handle,
                       const char  *path,
                       const char  *sql,
                       gint64      *number,
                       GError     **error)
{
  sqlite3_stmt *statement = NULL;
  int code;

  code = sqlite3_prepare_v2 (handle, sql, -1, &statement, NULL);
  if (code == SQLITE_OK)
    code = sqlite3_step (statement);
  if (code == SQLITE_ROW)
    *number = sqlite3_column_int64 (statement, 0);
  else if (code == SQLITE_DONE)
    *number = 0;
  else
    quad_store_set_error (error, handle, path);
  sqlite3_finalize (statement);
  return code == SQLITE_ROW || code == SQLITE_DONE;
}

/**
 * quad_statement_get:
 * @sql: a literal: its address is the key under which the prepared statement is kept
 *
 * Returns: (transfer none): the statement, ready to be bound; give it back by
 *   quad_statement_reset() or quad_statement_finish()
 */
sqlite3_stmt *
quad_statement_get (QuadDatabase  *database,
                    const char    *sql,
                    GError       **error)
{
  GHashTable *statements = quad_database_get_statements (database);
  sqlite3 *handle = quad_database_get_handle (database);
  sqlite3_stmt *statement = g_hash_table_lookup (statements, sql);

  if (statement != NULL)
    return statement;
  if (sqlite3_prepare_v3 (handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL)
      != SQLITE_OK)
    {
      quad_store_set_error (error, handle, quad_database_get_path (database));
      return NULL;
    }
  g_hash_table_insert (statements, (gpointer) sql, statement);
  return statement;
}

/**
 * quad_statement_step:
 * @row: (out): whether there is a row; otherwise the statement is at its end and is reset
 */
gboolean
quad_statement_step (QuadDatabase  *database,
                     sqlite3_stmt  *statement,
                     gboolean      *row,
                     GError       **error)
{
  const int code = sqlite3_step (statement);

  *row = code == SQLITE_ROW;
  if (*row)
    return TRUE;
  if (code != SQLITE_DONE)
    quad_store_set_error (error, quad_database_get_handle (database),
                          quad_database_get_path (database));
  quad_statement_reset (statement);
  return code == SQLITE_DONE;
}

/**
 * quad_statement_finish:
 *
 * Runs a statement to its end and resets it.
 */
gboolean
quad_statement_finish (QuadDatabase  *database,
                       sqlite3_stmt  *statement,
                       GError       **error)
{
  gboolean row;

  do
    if (!quad_statement_step (database, statement, &row, error))
      return FALSE;
  while (row);
  return TRUE;
}

/**
 * quad_statement_reset:
 *
 * Gives the statement back: it must not keep a read transaction open, nor point to what was bound.
 */
void
quad_statement_reset (sqlite3_stmt *statement)
{
  sqlite3_reset (statement);
  sqlite3_clear_bindings (statement);
}
