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
 * quad_settings_load_all:
 * @prefix: that the names of the settings begin with
 *
 * Returns: (transfer full) (nullable) (element-type utf8): their texts, by name; %NULL on an error
 */
GPtrArray *
quad_settings_load_all (QuadDatabase  *database,
                        const char    *prefix,
                        GError       **error)
{
  g_autoptr (GPtrArray) values = g_ptr_array_new_with_free_func (g_free);
  sqlite3_stmt *statement;
  gboolean row = TRUE;

  g_return_val_if_fail (QUAD_IS_DATABASE (database) && prefix != NULL, NULL);

  statement = quad_statement_get (database,
                                  "SELECT value FROM setting "
                                  "WHERE substr(name, 1, length(?1)) = ?1 ORDER BY name", error);
  if (statement == NULL)
    return NULL;
  sqlite3_bind_text (statement, 1, prefix, -1, SQLITE_STATIC);
  while (quad_statement_step (database, statement, &row, error))
    {
      const char *value = row ? (const char *) sqlite3_column_text (statement, 0) : NULL;

      if (!row)
        return g_steal_pointer (&values);
      if (value != NULL && g_utf8_validate (value, -1, NULL))
        g_ptr_array_add (values, g_strdup (value));
    }
  return NULL;
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

/**
 * quad_settings_list:
 * @prefix: what the names begin with
 * @names: (element-type utf8): gets the names of the settings that begin so; owns them
 */
gboolean
quad_settings_list (QuadDatabase  *database,
                    const char    *prefix,
                    GPtrArray     *names,
                    GError       **error)
{
  sqlite3_stmt *statement;
  gboolean row;

  g_return_val_if_fail (QUAD_IS_DATABASE (database) && prefix != NULL && names != NULL, FALSE);

  statement = quad_statement_get (database, "SELECT name FROM setting "
                                  "WHERE substr (name, 1, length (?1)) = ?1 ORDER BY name", error);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_text (statement, 1, prefix, -1, SQLITE_STATIC);
  while (quad_statement_step (database, statement, &row, error))
    {
      if (!row)
        return TRUE;
      g_ptr_array_add (names, g_strdup ((const char *) sqlite3_column_text (statement, 0)));
    }

  return FALSE;
}
