/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-store"

#include "quad-settings.h"

#include "quad-statement.h"

/**
 * quad_settings_load:
 * @name: of a setting that belongs to the book, such as its currency
 * @value: (out) (transfer full) (nullable): its text, %NULL when it was never set
 */
gboolean
quad_settings_load (QuadDatabase  *database,
                    const char    *name,
                    char         **value,
                    GError       **error)
{
  sqlite3_stmt *statement;
  gboolean row;

  g_return_val_if_fail (QUAD_IS_DATABASE (database) && name != NULL && value != NULL, FALSE);

  *value = NULL;
  statement = quad_statement_get (database, "SELECT value FROM setting WHERE name = ?1", error);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_text (statement, 1, name, -1, SQLITE_STATIC);
  if (!quad_statement_step (database, statement, &row, error))
    return FALSE;
  if (!row)
    return TRUE;
  *value = g_strdup ((const char *) sqlite3_column_text (statement, 0));
  quad_statement_reset (statement);
  if (*value != NULL && !g_utf8_validate (*value, -1, NULL))
    {
      g_clear_pointer (value, g_free);
      quad_store_set_corrupt (error, quad_database_get_path (database), name);
      return FALSE;
    }
  return TRUE;
}

/**
 * quad_settings_save:
 * @value: (nullable): the new text, %NULL to forget the setting
 *
 * Part of the operation that was begun, and undone with it.
 */
gboolean
quad_settings_save (QuadDatabase  *database,
                    const char    *name,
                    const char    *value,
                    GError       **error)
{
  static const char * const save_sql =
    "INSERT INTO setting (name, value) VALUES (?1, ?2) "
    "ON CONFLICT (name) DO UPDATE SET value = excluded.value";
  static const char * const forget_sql = "DELETE FROM setting WHERE name = ?1";
  sqlite3_stmt *statement;

  g_return_val_if_fail (quad_database_is_changing (database) && name != NULL, FALSE);

  statement = quad_statement_get (database, value != NULL ? save_sql : forget_sql, error);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_text (statement, 1, name, -1, SQLITE_STATIC);
  if (value != NULL)
    sqlite3_bind_text (statement, 2, value, -1, SQLITE_STATIC);
  return quad_statement_finish (database, statement, error);
}
