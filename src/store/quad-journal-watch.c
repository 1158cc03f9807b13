/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-store"

#include "quad-journal-private.h"

#include "quad-journal-tables.h"
#include "quad-statement.h"

/* What an operation does to rows, as SQLite tells of it. */

/* So many rows are kept in mind before their lines are written. */
#define MOST_INSERTED 4096

/* So many lines one statement writes. */
#define MOST_LINES 32

/* Not so either after SQLite rolled back by itself. */
static gboolean
is_inside_operation (const QuadJournal *journal)
{
  return journal->entry != 0 && sqlite3_get_autocommit (journal->handle) == 0;
}

static void
inserted_cb (gpointer       data,
             int            what,
             const char    *database,
             const char    *name,
             sqlite3_int64  row)
{
  QuadJournal *journal = data;
  gpointer table;

  if (what != SQLITE_INSERT || strcmp (database, "main") != 0
      || !g_hash_table_lookup_extended (journal->tables, name, &table, NULL))
    return;

  if (is_inside_operation (journal))
    {
      QuadJournalInserted inserted = { table, row, ++journal->seq };

      g_array_append_val (journal->inserted, inserted);
    }
  else
    journal->is_stray = TRUE;
}

/* What was inserted outside of an operation is refused, as the triggers refuse every other change
 * there. */
static int
commit_cb (gpointer data)
{
  QuadJournal *journal = data;
  gboolean refuse = journal->is_stray;

  journal->is_stray = FALSE;
  return refuse;
}

/* Of what is rolled back nothing was inserted. */
static void
rollback_cb (gpointer data)
{
  QuadJournal *journal = data;

  journal->is_stray = FALSE;
  g_array_set_size (journal->inserted, 0);
}

/* A change outside of an operation gets no entry, and is thereby refused. */
static void
entry_func_cb (sqlite3_context  *context,
               int               n_arguments,
               sqlite3_value   **arguments)
{
  const QuadJournal *journal = sqlite3_user_data (context);

  if (is_inside_operation (journal))
    sqlite3_result_int64 (context, journal->entry);
}

static void
seq_func_cb (sqlite3_context  *context,
             int               n_arguments,
             sqlite3_value   **arguments)
{
  QuadJournal *journal = sqlite3_user_data (context);

  sqlite3_result_int64 (context, ++journal->seq);
}

/* Begins to note what happens to rows of any table but the journal's own. */
gboolean
quad_journal_watch (QuadJournal  *journal,
                    const char   *path,
                    GError      **error)
{
  sqlite3 *handle = journal->handle;
  const int flags = SQLITE_UTF8 | SQLITE_INNOCUOUS;

  if (sqlite3_create_function_v2 (handle, "quad_journal_entry", 0, flags, journal, entry_func_cb,
                                  NULL, NULL, NULL) != SQLITE_OK
      || sqlite3_create_function_v2 (handle, "quad_journal_seq", 0, flags, journal, seq_func_cb,
                                     NULL, NULL, NULL) != SQLITE_OK)
    {
      quad_store_set_error (error, handle, path);
      return FALSE;
    }
  journal->tables = quad_journal_tables_watch (handle, path, error);
  if (journal->tables == NULL)
    return FALSE;

  sqlite3_update_hook (handle, inserted_cb, journal);
  sqlite3_commit_hook (handle, commit_cb, journal);
  sqlite3_rollback_hook (handle, rollback_cb, journal);
  return TRUE;
}

void
quad_journal_unwatch (QuadJournal *journal)
{
  sqlite3_update_hook (journal->handle, NULL, NULL);
  sqlite3_commit_hook (journal->handle, NULL, NULL);
  sqlite3_rollback_hook (journal->handle, NULL, NULL);
}

/* How many lines from this one on follow each other in the same table, as far as one statement
 * writes them. */
static guint
get_run (const GArray *inserted,
         guint         start)
{
  const QuadJournalInserted *all = (const QuadJournalInserted *) inserted->data;
  guint n = 1;

  while (n < MOST_LINES && start + n < inserted->len
         && strcmp (all[start + n].table, all[start].table) == 0
         && all[start + n].row == all[start].row + n
         && all[start + n].seq == all[start].seq + n)
    n++;
  return n;
}

/* The lines of what was inserted, before anything reads those of the operation. Each row of an
 * import has one: those in a row are written by one statement. */
gboolean
quad_journal_write_inserted (QuadDatabase  *database,
                             GError       **error)
{
  QuadJournal *journal = quad_database_get_journal (database);
  guint n;

  for (guint i = 0; i < journal->inserted->len; i += n)
    {
      const QuadJournalInserted *inserted =
        &g_array_index (journal->inserted, QuadJournalInserted, i);
      sqlite3_stmt *lines;

      lines = quad_statement_get (database,
                                  "INSERT INTO journal_change (entry, seq, tbl, row, op, old) "
                                  "SELECT ?1, ?2 + column1, ?3, ?4 + column1, 'i', NULL "
                                  "FROM (VALUES (0), (1), (2), (3), (4), (5), (6), (7), (8), "
                                  "(9), (10), (11), (12), (13), (14), (15), (16), (17), (18), "
                                  "(19), (20), (21), (22), (23), (24), (25), (26), (27), "
                                  "(28), (29), (30), (31)) WHERE column1 < ?5", error);
      if (lines == NULL)
        return FALSE;
      n = get_run (journal->inserted, i);
      sqlite3_bind_int64 (lines, 1, journal->entry);
      sqlite3_bind_int64 (lines, 2, inserted->seq);
      sqlite3_bind_text (lines, 3, inserted->table, -1, SQLITE_STATIC);
      sqlite3_bind_int64 (lines, 4, inserted->row);
      sqlite3_bind_int64 (lines, 5, n);
      if (!quad_statement_finish (database, lines, error))
        return FALSE;
    }
  g_array_set_size (journal->inserted, 0);
  return TRUE;
}

/* To be called now and then while an operation inserts rows, so that they need not all be kept in
 * mind. */
gboolean
quad_journal_relieve (QuadDatabase  *database,
                      GError       **error)
{
  return quad_database_get_journal (database)->inserted->len < MOST_INSERTED
         || quad_journal_write_inserted (database, error);
}
