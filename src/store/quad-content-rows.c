/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-store"

/* The whole book as rows, whatever the tables are. Beside the journal this is the one place where
 * SQL text is put together; names of tables and columns come from the schema and are quoted. */

#include "quad-content-private.h"

#include <string.h>

#include "quad-database-private.h"
#include "quad-statement.h"

/**
 * quad_content_get_version:
 *
 * Returns: the version of the schema, 0 on failure
 */
guint
quad_content_get_version (QuadDatabase  *database,
                          GError       **error)
{
  gint64 version = 0;

  if (!quad_store_get_number (quad_database_get_handle (database),
                              quad_database_get_path (database), "PRAGMA user_version", &version,
                              error))
    return 0;
  return (guint) version;
}

static gboolean
read_columns (QuadDatabase  *database,
              GPtrArray     *tables,
              GError       **error)
{
  static const char * const sql =
    "SELECT t.name, c.name, c.type, c.\"notnull\" OR c.pk "
    "FROM main.sqlite_schema AS t, pragma_table_info (t.name) AS c "
    "WHERE t.type = 'table' AND t.name NOT LIKE 'journal\\_%' ESCAPE '\\' "
    "AND t.name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY t.name, c.cid";
  sqlite3_stmt *statement = quad_statement_get (database, sql, error);

  if (statement == NULL)
    return FALSE;
  for (;;)
    {
      const char *name;
      gboolean row;
      guint table;

      if (!quad_statement_step (database, statement, &row, error))
        return FALSE;
      if (!row)
        return TRUE;
      name = (const char *) sqlite3_column_text (statement, 0);
      if (!quad_content_tables_find (tables, name, &table))
        g_ptr_array_add (tables, quad_content_table_new (name));
      quad_content_table_add (tables->pdata[table],
                              (const char *) sqlite3_column_text (statement, 1),
                              strcmp ((const char *) sqlite3_column_text (statement, 2), "INTEGER")
                                  == 0 ? QUAD_CONTENT_NUMBER : QUAD_CONTENT_TEXT,
                              sqlite3_column_int (statement, 3) != 0);
    }
}

/* The names of the tables that a table points to, as keys. */
static GHashTable *
load_parents (QuadDatabase  *database,
              const char    *table,
              GError       **error)
{
  g_autoptr (GHashTable) parents = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  sqlite3_stmt *statement;

  statement = quad_statement_get (database,
                                  "SELECT \"table\" FROM pragma_foreign_key_list (?1)", error);
  if (statement == NULL)
    return NULL;
  sqlite3_bind_text (statement, 1, table, -1, SQLITE_STATIC);
  for (;;)
    {
      gboolean row;

      if (!quad_statement_step (database, statement, &row, error))
        return NULL;
      if (!row)
        return g_steal_pointer (&parents);
      g_hash_table_add (parents, g_strdup ((const char *) sqlite3_column_text (statement, 0)));
    }
}

static gboolean
has_all (GPtrArray  *tables,
         GHashTable *names)
{
  GHashTableIter iter;
  gpointer name;
  guint index;

  g_hash_table_iter_init (&iter, names);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    if (!quad_content_tables_find (tables, name, &index))
      return FALSE;
  return TRUE;
}

/* Moves what may come next to @ordered: the first table whose parents are all there. */
static gboolean
take_next (QuadDatabase  *database,
           GPtrArray     *tables,
           GPtrArray     *ordered,
           GError       **error)
{
  for (guint i = 0; i < tables->len; i++)
    {
      QuadContentTable *table = tables->pdata[i];
      g_autoptr (GHashTable) parents = load_parents (database, table->name, error);

      if (parents == NULL)
        return FALSE;
      if (has_all (ordered, parents))
        {
          g_ptr_array_add (ordered, g_ptr_array_steal_index (tables, i));
          return TRUE;
        }
    }
  quad_store_set_corrupt (error, quad_database_get_path (database), "sqlite_schema");
  return FALSE;
}

/**
 * quad_content_load_tables:
 *
 * Returns: (transfer full) (element-type QuadContentTable) (nullable): every table but those of the
 *   journal; what a row points to is in a table before its own, otherwise they are in the order of
 *   their names
 */
GPtrArray *
quad_content_load_tables (QuadDatabase  *database,
                          GError       **error)
{
  const GDestroyNotify free_table = (GDestroyNotify) quad_content_table_free;
  g_autoptr (GPtrArray) tables = g_ptr_array_new_with_free_func (free_table);
  g_autoptr (GPtrArray) ordered = g_ptr_array_new_with_free_func (free_table);

  if (!read_columns (database, tables, error))
    return NULL;
  while (tables->len > 0)
    if (!take_next (database, tables, ordered, error))
      return NULL;
  return g_steal_pointer (&ordered);
}

void
quad_content_append_name (GString    *sql,
                          const char *format,
                          const char *name)
{
  char *text = sqlite3_mprintf (format, name);

  g_string_append (sql, text);
  sqlite3_free (text);
}

void
quad_content_append_columns (GString                *sql,
                             const QuadContentTable *table)
{
  for (guint i = 0; i < table->columns->len; i++)
    quad_content_append_name (sql, i > 0 ? ", \"%w\"" : "\"%w\"",
                              ((QuadContentColumn *) table->columns->pdata[i])->name);
}

sqlite3_stmt *
quad_content_prepare (QuadDatabase  *database,
                      GString       *sql,
                      GError       **error)
{
  sqlite3 *handle = quad_database_get_handle (database);
  sqlite3_stmt *statement = NULL;

  if (sqlite3_prepare_v2 (handle, sql->str, -1, &statement, NULL) != SQLITE_OK)
    quad_store_set_error (error, handle, quad_database_get_path (database));
  return statement;
}

static gboolean
read_value (sqlite3_stmt     *statement,
            guint             column,
            QuadContentValue *value)
{
  *value = (QuadContentValue) { QUAD_CONTENT_NOTHING };
  switch (sqlite3_column_type (statement, (int) column))
    {
    case SQLITE_NULL:
      return TRUE;
    case SQLITE_INTEGER:
      value->kind = QUAD_CONTENT_NUMBER;
      value->number = sqlite3_column_int64 (statement, (int) column);
      return TRUE;
    case SQLITE_TEXT:
      value->kind = QUAD_CONTENT_TEXT;
      value->text = (const char *) sqlite3_column_text (statement, (int) column);
      return g_utf8_validate_len (value->text,
                                  (gsize) sqlite3_column_bytes (statement, (int) column), NULL);
    default:
      return FALSE;
    }
}

static gboolean
read_rows (QuadDatabase            *database,
           const QuadContentTable  *table,
           sqlite3_stmt            *statement,
           QuadContentRowFunc       func,
           gpointer                 user_data,
           GError                 **error)
{
  g_autofree QuadContentValue *values = g_new0 (QuadContentValue, table->columns->len);

  for (;;)
    {
      gboolean row;

      if (!quad_statement_step (database, statement, &row, error))
        return FALSE;
      if (!row)
        return TRUE;
      for (guint i = 0; i < table->columns->len; i++)
        if (!read_value (statement, i, &values[i]))
          {
            quad_store_set_corrupt (error, quad_database_get_path (database), table->name);
            return FALSE;
          }
      if (!func (table, values, user_data, error))
        return FALSE;
    }
}

/**
 * quad_content_load_rows:
 * @tables: (element-type QuadContentTable): of quad_content_load_tables()
 * @func: (scope call): gets each row of each table, by id; may stop with an error
 *
 * Reads the whole book as it is at one moment.
 *
 * Errors: %QUAD_ERROR_CORRUPT, %QUAD_ERROR_IO, those of @func.
 */
gboolean
quad_content_load_rows (QuadDatabase        *database,
                        GPtrArray           *tables,
                        QuadContentRowFunc   func,
                        gpointer             user_data,
                        GError             **error)
{
  sqlite3 *handle = quad_database_get_handle (database);
  gboolean good = TRUE;

  g_return_val_if_fail (!quad_database_is_changing (database), FALSE);

  if (!quad_store_run (handle, quad_database_get_path (database), "BEGIN", error))
    return FALSE;
  for (guint i = 0; i < tables->len && good; i++)
    {
      const QuadContentTable *table = tables->pdata[i];
      g_autoptr (GString) sql = g_string_new ("SELECT ");
      sqlite3_stmt *statement;

      quad_content_append_columns (sql, table);
      quad_content_append_name (sql, " FROM main.\"%w\" ORDER BY id", table->name);
      statement = quad_content_prepare (database, sql, error);
      good = statement != NULL
             && read_rows (database, table, statement, func, user_data, error);
      sqlite3_finalize (statement);
    }
  sqlite3_exec (handle, "ROLLBACK", NULL, NULL, NULL);
  return good;
}
