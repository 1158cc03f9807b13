/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-store"

/* The triggers that write the journal, and the statements that run a line of it backwards. Both
 * follow from the columns that a table has, so that every table, present and future, can be undone
 * without code of its own. SQL text is put together only here and for the whole content of a book;
 * names of tables and columns come from the schema and are quoted. */

#include "quad-journal-tables.h"

#include "quad-statement.h"

/**
 * QuadJournalTable:
 *
 * One table that the journal watches, with what reverses an insert, an update and a delete,
 * prepared when it is first needed. The columns exclude the id, which names the row.
 */
struct _QuadJournalTable
{
  sqlite3      *handle;     /* borrowed */
  const char   *name;       /* interned */
  GPtrArray    *columns;    /* owned char*, in the order of the table */
  GArray       *links;      /* owned QuadJournalLink */
  sqlite3_stmt *remove;
  sqlite3_stmt *restore;
  sqlite3_stmt *insert;
};

static void
free_table (gpointer data)
{
  QuadJournalTable *table = data;

  sqlite3_finalize (table->remove);
  sqlite3_finalize (table->restore);
  sqlite3_finalize (table->insert);
  g_ptr_array_unref (table->columns);
  g_array_unref (table->links);
  g_free (table);
}

/* Appends the text, with the '%w' in it replaced by a quoted name. */
static void
append (GString    *sql,
        const char *format,
        const char *name)
{
  char *text = sqlite3_mprintf (format, name);

  g_string_append (sql, text);
  sqlite3_free (text);
}

static void
append_old_values (GString                *sql,
                   const QuadJournalTable *table)
{
  g_string_append (sql, "json_array(");
  for (guint i = 0; i < table->columns->len; i++)
    {
      g_string_append (sql, i > 0 ? ", " : "");
      append (sql, "old.\"%w\"", g_ptr_array_index (table->columns, i));
    }
  g_string_append (sql, ")");
}

static void
append_line (GString                *sql,
             const QuadJournalTable *table,
             const char             *op)
{
  g_string_append (sql, " BEGIN INSERT INTO journal_change (entry, seq, tbl, row, op, old) "
                        "VALUES (quad_journal_entry(), quad_journal_seq(), ");
  append (sql, "'%q'", table->name);
  g_string_append_printf (sql, ", old.id, '%s', ", op);
  append_old_values (sql, table);
  g_string_append (sql, "); END;\n");
}

static char *
make_triggers (const QuadJournalTable *table)
{
  GString *sql = g_string_new (NULL);

  append (sql, "CREATE TEMP TRIGGER \"journal_%w_delete\"", table->name);
  append (sql, " AFTER DELETE ON main.\"%w\"", table->name);
  append_line (sql, table, "d");

  append (sql, "CREATE TEMP TRIGGER \"journal_%w_update\"", table->name);
  append (sql, " AFTER UPDATE ON main.\"%w\" WHEN ", table->name);
  for (guint i = 0; i < table->columns->len; i++)
    {
      g_string_append (sql, i > 0 ? " OR " : "");
      append (sql, "old.\"%w\" IS NOT ", g_ptr_array_index (table->columns, i));
      append (sql, "new.\"%w\"", g_ptr_array_index (table->columns, i));
    }
  append_line (sql, table, "u");
  return g_string_free (sql, FALSE);
}

static char *
make_insert (const QuadJournalTable *table)
{
  GString *sql = g_string_new (NULL);

  append (sql, "INSERT INTO main.\"%w\" (id", table->name);
  for (guint i = 0; i < table->columns->len; i++)
    append (sql, ", \"%w\"", g_ptr_array_index (table->columns, i));
  g_string_append (sql, ") VALUES (?1");
  for (guint i = 0; i < table->columns->len; i++)
    g_string_append_printf (sql, ", json_extract(?2, '$[%u]')", i);
  g_string_append (sql, ")");
  return g_string_free (sql, FALSE);
}

static char *
make_restore (const QuadJournalTable *table)
{
  GString *sql = g_string_new (NULL);

  append (sql, "UPDATE main.\"%w\" SET ", table->name);
  for (guint i = 0; i < table->columns->len; i++)
    {
      g_string_append (sql, i > 0 ? ", " : "");
      append (sql, "\"%w\"", g_ptr_array_index (table->columns, i));
      g_string_append_printf (sql, " = json_extract(?2, '$[%u]')", i);
    }
  g_string_append (sql, " WHERE id = ?1");
  return g_string_free (sql, FALSE);
}

static char *
make_remove (const QuadJournalTable *table)
{
  GString *sql = g_string_new (NULL);

  append (sql, "DELETE FROM main.\"%w\" WHERE id = ?1", table->name);
  return g_string_free (sql, FALSE);
}

static GHashTable *
read_tables (sqlite3     *handle,
             const char  *path,
             GError     **error)
{
  static const char * const sql =
    "SELECT t.name, c.name FROM main.sqlite_schema AS t, pragma_table_info (t.name) AS c "
    "WHERE t.type = 'table' AND t.name NOT LIKE 'journal\\_%' ESCAPE '\\' "
    "AND t.name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND c.name <> 'id' ORDER BY t.name, c.cid";
  g_autoptr (GHashTable) tables = NULL;
  sqlite3_stmt *statement = NULL;
  int code;

  tables = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, free_table);
  code = sqlite3_prepare_v2 (handle, sql, -1, &statement, NULL);
  while (code == SQLITE_OK && (code = sqlite3_step (statement)) == SQLITE_ROW)
    {
      const char *name = g_intern_string ((const char *) sqlite3_column_text (statement, 0));
      QuadJournalTable *table = g_hash_table_lookup (tables, name);

      if (table == NULL)
        {
          table = g_new0 (QuadJournalTable, 1);
          table->handle = handle;
          table->name = name;
          table->columns = g_ptr_array_new_with_free_func (g_free);
          table->links = g_array_new (FALSE, FALSE, sizeof (QuadJournalLink));
          g_hash_table_insert (tables, (gpointer) name, table);
        }
      g_ptr_array_add (table->columns,
                       g_strdup ((const char *) sqlite3_column_text (statement, 1)));
      code = SQLITE_OK;
    }
  if (code != SQLITE_DONE)
    quad_store_set_error (error, handle, path);
  sqlite3_finalize (statement);
  return code == SQLITE_DONE ? g_steal_pointer (&tables) : NULL;
}

static void
add_link (QuadJournalTable *table,
          const char       *column,
          const char       *parent,
          const char       *on_delete)
{
  QuadJournalLink link = { .parent = g_intern_string (parent) };

  if (g_ptr_array_find_with_equal_func (table->columns, column, g_str_equal, &link.column))
    {
      link.belongs = g_ascii_strcasecmp (on_delete, "CASCADE") == 0;
      g_array_append_val (table->links, link);
    }
}

static gboolean
read_links (sqlite3     *handle,
            const char  *path,
            GHashTable  *tables,
            GError     **error)
{
  static const char * const sql =
    "SELECT t.name, f.\"from\", f.\"table\", f.on_delete "
    "FROM main.sqlite_schema AS t, pragma_foreign_key_list (t.name) AS f "
    "WHERE t.type = 'table' ORDER BY t.name, f.id, f.seq";
  sqlite3_stmt *statement = NULL;
  int code;

  code = sqlite3_prepare_v2 (handle, sql, -1, &statement, NULL);
  while (code == SQLITE_OK && (code = sqlite3_step (statement)) == SQLITE_ROW)
    {
      const char *name = (const char *) sqlite3_column_text (statement, 0);
      QuadJournalTable *table = g_hash_table_lookup (tables, name);

      if (table != NULL)
        add_link (table, (const char *) sqlite3_column_text (statement, 1),
                  (const char *) sqlite3_column_text (statement, 2),
                  (const char *) sqlite3_column_text (statement, 3));
      code = SQLITE_OK;
    }
  if (code != SQLITE_DONE)
    quad_store_set_error (error, handle, path);
  sqlite3_finalize (statement);
  return code == SQLITE_DONE;
}

/**
 * quad_journal_tables_watch:
 *
 * Puts the triggers, which only this connection has, on every table but the journal's own.
 *
 * Returns: (transfer full) (nullable) (element-type utf8 QuadJournalTable): the tables by name
 */
GHashTable *
quad_journal_tables_watch (sqlite3     *handle,
                           const char  *path,
                           GError     **error)
{
  g_autoptr (GHashTable) tables = read_tables (handle, path, error);
  GHashTableIter iter;
  gpointer table;

  if (tables == NULL || !read_links (handle, path, tables, error)
      || !quad_store_run (handle, path, "BEGIN", error))
    return NULL;
  g_hash_table_iter_init (&iter, tables);
  while (g_hash_table_iter_next (&iter, NULL, &table))
    {
      g_autofree char *sql = make_triggers (table);

      if (!quad_store_run (handle, path, sql, error))
        {
          sqlite3_exec (handle, "ROLLBACK", NULL, NULL, NULL);
          return NULL;
        }
    }
  if (!quad_store_run (handle, path, "COMMIT", error))
    return NULL;
  return g_steal_pointer (&tables);
}

static sqlite3_stmt *
get_reversal (QuadJournalTable  *table,
              const char        *path,
              char               op,
              GError           **error)
{
  sqlite3_stmt **statement = NULL;
  char *(*make) (const QuadJournalTable *table) = NULL;
  g_autofree char *sql = NULL;

  switch (op)
    {
    case 'i':
      statement = &table->remove;
      make = make_remove;
      break;
    case 'u':
      statement = &table->restore;
      make = make_restore;
      break;
    case 'd':
      statement = &table->insert;
      make = make_insert;
      break;
    default:
      quad_store_set_corrupt (error, path, "journal_change.op");
      return NULL;
    }
  if (*statement != NULL)
    return *statement;
  sql = make (table);
  if (sqlite3_prepare_v3 (table->handle, sql, -1, SQLITE_PREPARE_PERSISTENT, statement, NULL)
      != SQLITE_OK)
    quad_store_set_error (error, table->handle, path);
  return *statement;
}

/**
 * quad_journal_table_reverse:
 * @op: what happened to the row: 'i', 'u' or 'd'
 * @old: (nullable): its values before, a JSON array
 *
 * Runs one line of the journal backwards. A row that should go may be gone, when what it belongs
 * to went first; a row that should get its values back must be there.
 */
gboolean
quad_journal_table_reverse (QuadJournalTable  *table,
                            const char        *path,
                            char               op,
                            gint64             row,
                            const char        *old,
                            GError           **error)
{
  sqlite3_stmt *statement = get_reversal (table, path, op, error);
  gboolean good;

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, row);
  if (op != 'i')
    sqlite3_bind_text (statement, 2, old, -1, SQLITE_STATIC);
  good = sqlite3_step (statement) == SQLITE_DONE;
  if (!good)
    quad_store_set_error (error, table->handle, path);
  else if (op == 'u' && sqlite3_changes (table->handle) == 0)
    {
      quad_store_set_corrupt (error, path, "journal_change.row");
      good = FALSE;
    }
  sqlite3_reset (statement);
  sqlite3_clear_bindings (statement);
  return good;
}

/* The row and the op of each line, then each parent, as it was before the line and as it is. */
static char *
make_walk (const QuadJournalTable *table)
{
  GString *sql = g_string_new ("SELECT c.row, c.op");

  for (guint i = 0; i < table->links->len; i++)
    {
      guint column = g_array_index (table->links, QuadJournalLink, i).column;

      g_string_append_printf (sql, ", json_extract(c.old, '$[%u]')", column);
      append (sql, ", t.\"%w\"", g_ptr_array_index (table->columns, column));
    }
  append (sql, " FROM main.journal_change AS c LEFT JOIN main.\"%w\" AS t ON t.id = c.row",
          table->name);
  append (sql, " WHERE c.tbl = '%q'", table->name);
  g_string_append (sql, " AND c.entry BETWEEN ?1 AND ?2 AND c.entry NOT IN "
                        "(SELECT id FROM main.journal_entry WHERE undone = 1) "
                        "ORDER BY c.entry, c.seq");
  return g_string_free (sql, FALSE);
}

/**
 * quad_journal_table_walk:
 * @first: the first entry
 * @last: the last one
 * @func: (scope call): called for each line about a row of this table, in the order in which they
 *   were written; those of operations that are taken back are left out
 */
gboolean
quad_journal_table_walk (QuadJournalTable     *table,
                         const char           *path,
                         gint64                first,
                         gint64                last,
                         QuadJournalLineFunc   func,
                         gpointer              user_data,
                         GError              **error)
{
  g_autofree char *sql = make_walk (table);
  g_autofree gint64 *parents = g_new0 (gint64, 2 * table->links->len + 1);
  sqlite3_stmt *statement = NULL;
  int code;

  code = sqlite3_prepare_v2 (table->handle, sql, -1, &statement, NULL);
  if (code == SQLITE_OK)
    {
      sqlite3_bind_int64 (statement, 1, first);
      sqlite3_bind_int64 (statement, 2, last);
    }
  while (code == SQLITE_OK && (code = sqlite3_step (statement)) == SQLITE_ROW)
    {
      const char *op = (const char *) sqlite3_column_text (statement, 1);

      for (guint i = 0; i < 2 * table->links->len; i++)
        parents[i] = sqlite3_column_int64 (statement, 2 + (int) i);
      func (table->name, sqlite3_column_int64 (statement, 0), op != NULL ? op[0] : '\0',
            table->links, parents, user_data);
      code = SQLITE_OK;
    }
  if (code != SQLITE_DONE)
    quad_store_set_error (error, table->handle, path);
  sqlite3_finalize (statement);
  return code == SQLITE_DONE;
}
