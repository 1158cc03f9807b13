/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-store"

#include "quad-journal-private.h"

#include "quad-date.h"
#include "quad-i18n.h"
#include "quad-journal-tables.h"
#include "quad-statement.h"

/* Source: what a rep may want back; beyond it the book would only grow. */
#define MOST_ENTRIES 1000
#define MOST_BYTES   (64 * 1024 * 1024)
#define MOST_DAYS    400

#define SECONDS_PER_DAY     (24 * 60 * 60)
#define COMMITS_PER_PRUNING 32

void
quad_journal_entry_free (QuadJournalEntry *entry)
{
  if (entry == NULL)
    return;
  g_free (entry->label);
  g_free (entry);
}

QuadJournal *
quad_journal_new (QuadDatabase  *database,
                  GError       **error)
{
  QuadJournal *journal = g_new0 (QuadJournal, 1);

  journal->handle = quad_database_get_handle (database);
  journal->inserted = g_array_new (FALSE, FALSE, sizeof (QuadJournalInserted));
  journal->most_entries = MOST_ENTRIES;
  journal->most_bytes = MOST_BYTES;
  journal->most_days = MOST_DAYS;
  if (!quad_journal_watch (journal, quad_database_get_path (database), error))
    g_clear_pointer (&journal, quad_journal_free);
  return journal;
}

void
quad_journal_free (QuadJournal *journal)
{
  quad_journal_unwatch (journal);
  g_array_unref (journal->inserted);
  g_clear_pointer (&journal->tables, g_hash_table_unref);
  g_free (journal);
}

/**
 * quad_journal_set_limits:
 * @most_entries: how many operations can be taken back
 * @most_bytes: how much the lines of all of them may take, roughly
 * @most_days: how old the oldest may be
 *
 * The newest entry stays in any case.
 */
void
quad_journal_set_limits (QuadDatabase *database,
                         guint         most_entries,
                         gint64        most_bytes,
                         guint         most_days)
{
  QuadJournal *journal = quad_database_get_journal (database);

  g_return_if_fail (journal != NULL);

  journal->most_entries = most_entries;
  journal->most_bytes = most_bytes;
  journal->most_days = most_days;
}

/* Returns: (element-type utf8 QuadJournalTable): what it watches */
GHashTable *
quad_journal_get_tables (QuadJournal *journal)
{
  return journal->tables;
}

void
quad_journal_forget_entry (QuadJournal *journal)
{
  journal->entry = 0;
  journal->seq = 0;
  g_array_set_size (journal->inserted, 0);
}

gboolean
quad_journal_open_entry (QuadDatabase  *database,
                         const char    *label,
                         GError       **error)
{
  QuadJournal *journal = quad_database_get_journal (database);
  sqlite3_stmt *statement;

  statement = quad_statement_get (database,
                                  "INSERT INTO journal_entry (label, at, undone, bytes) "
                                  "VALUES (?1, ?2, 0, 0)", error);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_text (statement, 1, label, -1, SQLITE_STATIC);
  sqlite3_bind_int64 (statement, 2, quad_time_now ());
  if (!quad_statement_finish (database, statement, error))
    return FALSE;
  journal->entry = sqlite3_last_insert_rowid (journal->handle);
  journal->seq = 0;
  return TRUE;
}

static gboolean
run_with_number (QuadDatabase  *database,
                 const char    *sql,
                 gint64         number,
                 GError       **error)
{
  sqlite3_stmt *statement = quad_statement_get (database, sql, error);

  if (statement == NULL)
    return FALSE;
  if (sqlite3_bind_parameter_count (statement) > 0)
    sqlite3_bind_int64 (statement, 1, number);
  return quad_statement_finish (database, statement, error);
}

/* How much an entry takes, 0 when it has no lines. The 32 is what a line takes without the row. */
static gboolean
measure_entry (QuadDatabase  *database,
               gint64         entry,
               gint64        *bytes,
               GError       **error)
{
  sqlite3_stmt *statement;
  gboolean row;

  statement = quad_statement_get (database,
                                  "SELECT count(*) * 32 + coalesce(sum(length(old)), 0) "
                                  "FROM journal_change WHERE entry = ?1", error);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, entry);
  if (!quad_statement_step (database, statement, &row, error))
    return FALSE;
  *bytes = sqlite3_column_int64 (statement, 0);
  quad_statement_reset (statement);
  return TRUE;
}

static gboolean
update_entry (QuadDatabase  *database,
              gint64         entry,
              const char    *label,
              gboolean       undone,
              gint64         bytes,
              GError       **error)
{
  sqlite3_stmt *statement;

  statement = quad_statement_get (database,
                                  "UPDATE journal_entry SET label = coalesce(?2, label), "
                                  "undone = ?3, bytes = ?4 WHERE id = ?1", error);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, entry);
  if (label != NULL)
    sqlite3_bind_text (statement, 2, label, -1, SQLITE_STATIC);
  sqlite3_bind_int (statement, 3, undone ? 1 : 0);
  sqlite3_bind_int64 (statement, 4, bytes);
  return quad_statement_finish (database, statement, error);
}

/* What was taken back cannot be done again after something new was done. */
static gboolean
drop_undone (QuadDatabase  *database,
             GError       **error)
{
  return run_with_number (database,
                          "DELETE FROM journal_change WHERE entry IN "
                          "(SELECT id FROM journal_entry WHERE undone = 1)", 0, error)
         && run_with_number (database, "DELETE FROM journal_entry WHERE undone = 1", 0, error);
}

/* Forgets the oldest operations, beyond the limits. An age is believed only of entries before which
 * everything is as old, so that one day with a wrong clock does not empty the journal. */
static gboolean
prune (QuadDatabase  *database,
       GError       **error)
{
  const QuadJournal *journal = quad_database_get_journal (database);
  sqlite3_stmt *statement;
  gboolean row;
  gint64 last;

  statement = quad_statement_get (database,
                                  "SELECT max(id) FROM (SELECT id, "
                                  "row_number() OVER newest AS rank, "
                                  "sum(bytes) OVER newest AS total "
                                  "FROM journal_entry WINDOW newest AS (ORDER BY id DESC)) "
                                  "WHERE rank > 1 AND (rank > ?1 OR total > ?2 "
                                  "OR id < (SELECT min(id) FROM journal_entry WHERE at >= ?3))",
                                  error);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, journal->most_entries);
  sqlite3_bind_int64 (statement, 2, journal->most_bytes);
  sqlite3_bind_int64 (statement, 3,
                      quad_time_now () - (gint64) journal->most_days * SECONDS_PER_DAY);
  if (!quad_statement_step (database, statement, &row, error))
    return FALSE;
  last = sqlite3_column_int64 (statement, 0);
  quad_statement_reset (statement);
  return last == 0
         || (run_with_number (database, "DELETE FROM journal_change WHERE entry <= ?1", last,
                              error)
             && run_with_number (database, "DELETE FROM journal_entry WHERE id <= ?1", last,
                                 error));
}

/**
 * quad_journal_close_entry:
 * @label: (nullable): a new label
 * @entry: (out): 0 when there is nothing to keep: the transaction can be rolled back
 */
gboolean
quad_journal_close_entry (QuadDatabase  *database,
                          const char    *label,
                          gint64        *entry,
                          GError       **error)
{
  QuadJournal *journal = quad_database_get_journal (database);
  gint64 bytes;

  *entry = 0;
  if (!quad_journal_write_inserted (database, error)
      || !measure_entry (database, journal->entry, &bytes, error))
    return FALSE;
  if (bytes == 0)
    return TRUE;
  if (!drop_undone (database, error)
      || !update_entry (database, journal->entry, label, FALSE, bytes, error))
    return FALSE;
  if (journal->n_commits++ % COMMITS_PER_PRUNING == 0 && !prune (database, error))
    return FALSE;
  *entry = journal->entry;
  return TRUE;
}

/* Forgets the operation that goes on, so that it is never taken back. */
gboolean
quad_journal_drop_entry (QuadDatabase  *database,
                         GError       **error)
{
  QuadJournal *journal = quad_database_get_journal (database);
  const gint64 entry = journal->entry;

  g_array_set_size (journal->inserted, 0);
  return run_with_number (database, "DELETE FROM journal_change WHERE entry = ?1", entry, error)
         && run_with_number (database, "DELETE FROM journal_entry WHERE id = ?1", entry, error);
}

static QuadJournalEntry *
read_entry (sqlite3_stmt *statement)
{
  QuadJournalEntry *entry = g_new0 (QuadJournalEntry, 1);

  entry->id = sqlite3_column_int64 (statement, 0);
  entry->label = g_utf8_make_valid ((const char *) sqlite3_column_text (statement, 1), -1);
  entry->time = sqlite3_column_int64 (statement, 2);
  entry->undone = sqlite3_column_int (statement, 3) != 0;
  return entry;
}

/* The newest operation to take back, or the one to do again, which is the oldest taken back. */
static gboolean
find_next (QuadDatabase      *database,
           gboolean           undone,
           QuadJournalEntry **entry,
           GError           **error)
{
  static const char * const undo_sql =
    "SELECT id, label, at, undone FROM journal_entry WHERE undone = 0 ORDER BY id DESC LIMIT 1";
  static const char * const redo_sql =
    "SELECT id, label, at, undone FROM journal_entry WHERE undone = 1 ORDER BY id LIMIT 1";
  sqlite3_stmt *statement;
  gboolean row;

  *entry = NULL;
  statement = quad_statement_get (database, undone ? redo_sql : undo_sql, error);
  if (statement == NULL || !quad_statement_step (database, statement, &row, error))
    return FALSE;
  if (row)
    {
      *entry = read_entry (statement);
      quad_statement_reset (statement);
    }
  return TRUE;
}

static QuadJournalEntry *
peek (QuadDatabase  *database,
      gboolean       undone,
      GError       **error)
{
  QuadJournalEntry *entry;

  g_return_val_if_fail (QUAD_IS_DATABASE (database), NULL);

  if (find_next (database, undone, &entry, error) && entry == NULL)
    g_set_error (error, QUAD_ERROR, QUAD_ERROR_NOT_FOUND,
                 undone ? _("There is nothing to redo.") : _("There is nothing to undo."));
  return entry;
}

/**
 * quad_journal_peek_undo:
 *
 * Returns: (transfer full) (nullable): what quad_journal_undo() would take back
 *
 * Errors: %QUAD_ERROR_NOT_FOUND when there is nothing.
 */
QuadJournalEntry *
quad_journal_peek_undo (QuadDatabase  *database,
                        GError       **error)
{
  return peek (database, FALSE, error);
}

/**
 * quad_journal_peek_redo:
 *
 * Returns: (transfer full) (nullable): what quad_journal_redo() would do again
 *
 * Errors: %QUAD_ERROR_NOT_FOUND when there is nothing.
 */
QuadJournalEntry *
quad_journal_peek_redo (QuadDatabase  *database,
                        GError       **error)
{
  return peek (database, TRUE, error);
}

static gboolean
find_last_seq (QuadDatabase  *database,
               gint64         entry,
               gint64        *seq,
               GError       **error)
{
  sqlite3_stmt *statement;
  gboolean row;

  statement = quad_statement_get (database,
                                  "SELECT coalesce(max(seq), 0) FROM journal_change "
                                  "WHERE entry = ?1", error);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, entry);
  if (!quad_statement_step (database, statement, &row, error))
    return FALSE;
  *seq = sqlite3_column_int64 (statement, 0);
  quad_statement_reset (statement);
  return TRUE;
}

static gboolean
replay_line (QuadDatabase  *database,
             sqlite3_stmt  *line,
             GError       **error)
{
  const QuadJournal *journal = quad_database_get_journal (database);
  const char *name = (const char *) sqlite3_column_text (line, 0);
  const char *op = (const char *) sqlite3_column_text (line, 2);
  QuadJournalTable *table;

  table = name != NULL ? g_hash_table_lookup (journal->tables, name) : NULL;
  if (table == NULL || op == NULL)
    {
      quad_store_set_corrupt (error, quad_database_get_path (database), "journal_change");
      return FALSE;
    }
  return quad_journal_table_reverse (table, quad_database_get_path (database), op[0],
                                     sqlite3_column_int64 (line, 1),
                                     (const char *) sqlite3_column_text (line, 3), error);
}

/*
 * quad_journal_replay_lines:
 * @last: the last line; those that the triggers add meanwhile come after it
 * @takes: (nullable) (scope call): whether lines about a row are run
 *
 * Runs lines of an entry backwards, the newest first.
 */
gboolean
quad_journal_replay_lines (QuadDatabase       *database,
                           gint64              entry,
                           gint64              last,
                           QuadJournalRowFunc  takes,
                           gpointer            user_data,
                           GError            **error)
{
  sqlite3_stmt *lines;
  gboolean row;

  lines = quad_statement_get (database,
                              "SELECT tbl, row, op, old FROM journal_change "
                              "WHERE entry = ?1 AND seq <= ?2 ORDER BY seq DESC", error);
  if (lines == NULL)
    return FALSE;
  sqlite3_bind_int64 (lines, 1, entry);
  sqlite3_bind_int64 (lines, 2, last);
  for (;;)
    {
      if (!quad_statement_step (database, lines, &row, error))
        return FALSE;
      if (!row)
        return TRUE;
      if (takes != NULL
          && !takes ((const char *) sqlite3_column_text (lines, 0), sqlite3_column_int64 (lines, 1),
                     user_data))
        continue;
      if (!replay_line (database, lines, error))
        {
          quad_statement_reset (lines);
          return FALSE;
        }
    }
}

static gboolean
drop_lines (QuadDatabase  *database,
            gint64         entry,
            gint64         last,
            GError       **error)
{
  sqlite3_stmt *statement;

  statement = quad_statement_get (database,
                                  "DELETE FROM journal_change WHERE entry = ?1 AND seq <= ?2",
                                  error);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, entry);
  sqlite3_bind_int64 (statement, 2, last);
  return quad_statement_finish (database, statement, error);
}

static gboolean
replay_entry (QuadDatabase           *database,
              const QuadJournalEntry *entry,
              GError                **error)
{
  QuadJournal *journal = quad_database_get_journal (database);
  gint64 last, bytes;

  /* Rows come back in another order than links between them would allow. */
  if (!quad_store_run (journal->handle, quad_database_get_path (database),
                       "PRAGMA defer_foreign_keys = 1", error)
      || !find_last_seq (database, entry->id, &last, error))
    return FALSE;
  journal->entry = entry->id;
  journal->seq = last;
  return quad_journal_replay_lines (database, entry->id, last, NULL, NULL, error)
         && drop_lines (database, entry->id, last, error)
         && quad_journal_write_inserted (database, error)
         && measure_entry (database, entry->id, &bytes, error)
         && update_entry (database, entry->id, NULL, !entry->undone, bytes, error);
}

static gboolean
replay (QuadDatabase  *database,
        gboolean       undone,
        gint64        *done,
        GError       **error)
{
  g_autoptr (QuadJournalEntry) entry = NULL;

  g_return_val_if_fail (QUAD_IS_DATABASE (database), FALSE);

  if (!quad_database_start (database, error))
    return FALSE;
  entry = peek (database, undone, error);
  if (entry == NULL || !replay_entry (database, entry, error))
    {
      quad_database_rollback (database);
      return FALSE;
    }
  if (!quad_database_finish (database, error))
    return FALSE;
  if (done != NULL)
    *done = entry->id;
  return TRUE;
}

/**
 * quad_journal_undo:
 * @entry: (out) (optional): what was taken back
 *
 * Takes the newest operation back that is not taken back yet. Every row is then as it was before.
 *
 * Errors: %QUAD_ERROR_NOT_FOUND when there is nothing, and those of quad_database_commit().
 */
gboolean
quad_journal_undo (QuadDatabase  *database,
                   gint64        *entry,
                   GError       **error)
{
  return replay (database, FALSE, entry, error);
}

/**
 * quad_journal_redo:
 * @entry: (out) (optional): what was done again
 *
 * Does the operation again that was taken back last.
 *
 * Errors: %QUAD_ERROR_NOT_FOUND when there is nothing, and those of quad_database_commit().
 */
gboolean
quad_journal_redo (QuadDatabase  *database,
                   gint64        *entry,
                   GError       **error)
{
  return replay (database, TRUE, entry, error);
}

/* Puts the lines of one entry behind those of another, which it then is no more than a part of. */
static gboolean
append_entry (QuadDatabase  *database,
              gint64         first,
              gint64         entry,
              GError       **error)
{
  sqlite3_stmt *statement;
  gint64 last;

  if (!find_last_seq (database, first, &last, error))
    return FALSE;
  statement = quad_statement_get (database,
                                  "UPDATE journal_change SET entry = ?1, seq = seq + ?2 "
                                  "WHERE entry = ?3", error);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, first);
  sqlite3_bind_int64 (statement, 2, last);
  sqlite3_bind_int64 (statement, 3, entry);
  return quad_statement_finish (database, statement, error)
         && run_with_number (database, "DELETE FROM journal_entry WHERE id = ?1", entry, error);
}

static gboolean
join_entries (QuadDatabase  *database,
              GPtrArray     *entries,
              GError       **error)
{
  const QuadJournalEntry *first = entries->pdata[entries->len - 1];
  gint64 bytes;

  for (guint i = entries->len - 1; i-- > 0;)
    {
      const QuadJournalEntry *entry = entries->pdata[i];

      if (!append_entry (database, first->id, entry->id, error))
        return FALSE;
    }
  return measure_entry (database, first->id, &bytes, error)
         && update_entry (database, first->id, NULL, FALSE, bytes, error);
}

/**
 * quad_journal_join:
 * @n_entries: how many
 *
 * Makes one entry of the newest ones, under the label of the first of them, so that they are taken
 * back together. Nothing may be undone.
 */
gboolean
quad_journal_join (QuadDatabase  *database,
                   guint          n_entries,
                   GError       **error)
{
  g_autoptr (GPtrArray) entries = NULL;

  g_return_val_if_fail (QUAD_IS_DATABASE (database), FALSE);

  if (n_entries < 2)
    return TRUE;
  if (!quad_database_start (database, error))
    return FALSE;
  entries = quad_journal_load_entries (database, n_entries, error);
  if (entries == NULL || !join_entries (database, entries, error))
    {
      quad_database_rollback (database);
      return FALSE;
    }
  return quad_database_finish (database, error);
}

/**
 * quad_journal_load_entries:
 * @most: how many, 0 for all
 *
 * Returns: (transfer full) (element-type QuadJournalEntry): the operations that are kept, the
 *   newest first
 */
GPtrArray *
quad_journal_load_entries (QuadDatabase  *database,
                           guint          most,
                           GError       **error)
{
  g_autoptr (GPtrArray) entries = NULL;
  sqlite3_stmt *statement;
  gboolean row;

  g_return_val_if_fail (QUAD_IS_DATABASE (database), NULL);

  statement = quad_statement_get (database,
                                  "SELECT id, label, at, undone FROM journal_entry "
                                  "ORDER BY id DESC LIMIT ?1", error);
  if (statement == NULL)
    return NULL;
  sqlite3_bind_int64 (statement, 1, most != 0 ? (gint64) most : -1);
  entries = g_ptr_array_new_with_free_func ((GDestroyNotify) quad_journal_entry_free);
  for (;;)
    {
      if (!quad_statement_step (database, statement, &row, error))
        return NULL;
      if (!row)
        return g_steal_pointer (&entries);
      g_ptr_array_add (entries, read_entry (statement));
    }
}
