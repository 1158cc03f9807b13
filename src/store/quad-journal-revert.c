/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-store"

/* Taking one operation back out of the middle of the history, as an operation of its own. What
 * changed since is spared, so that nothing is lost that a person did after it. */

#include "quad-journal-private.h"

#include "quad-account.h"
#include "quad-i18n.h"
#include "quad-journal-tables.h"
#include "quad-statement.h"

/* What an operation did to one row, and what that row belongs to. */
typedef struct
{
  gboolean  made;       /* it was not there before */
  gboolean  is_decided;
  gboolean  is_spared;
  GArray   *owners;     /* QuadChange: the rows that it goes with; NULL when there are none */
} Row;

typedef struct
{
  QuadDatabase *database;
  GHashTable   *rows;         /* QuadChange -> Row: what the operation touched */
  GHashTable   *changed;      /* QuadChange: touched by a later one */
  GHashTable   *referenced;   /* QuadChange: a row that a later one touched points to it */
  QuadReverted *reverted;
} Revert;

void
quad_reverted_clear (QuadReverted *reverted)
{
  g_clear_pointer (&reverted->accounts, g_array_unref);
  reverted->rows = reverted->spared = 0;
}

static void
free_row (gpointer data)
{
  Row *row = data;

  g_clear_pointer (&row->owners, g_array_unref);
  g_free (row);
}

static void
add_owner (Row        *row,
           const char *table,
           gint64      id)
{
  const QuadChange owner = { .table = table, .row = id };

  if (row->owners == NULL)
    row->owners = g_array_new (FALSE, FALSE, sizeof (QuadChange));
  g_array_append_val (row->owners, owner);
}

static void
take_line_cb (const char   *name,
              gint64        id,
              char          op,
              GArray       *links,
              const gint64 *parents,
              gpointer      user_data)
{
  Revert *revert = user_data;
  const QuadChange key = { .table = name, .row = id };
  Row *row = g_hash_table_lookup (revert->rows, &key);

  if (row != NULL)
    return;
  row = g_new0 (Row, 1);
  row->made = op == 'i';
  g_hash_table_insert (revert->rows, g_memdup2 (&key, sizeof key), row);
  for (guint i = 0; i < links->len; i++)
    {
      const QuadJournalLink *link = &g_array_index (links, QuadJournalLink, i);
      gint64 parent = parents[2 * i + 1] != 0 ? parents[2 * i + 1] : parents[2 * i];

      if (link->belongs && parent != 0)
        add_owner (row, link->parent, parent);
    }
}

static void
take_later_line_cb (const char   *name,
                    gint64        id,
                    char          op,
                    GArray       *links,
                    const gint64 *parents,
                    gpointer      user_data)
{
  Revert *revert = user_data;
  const QuadChange key = { .table = name, .row = id };

  g_hash_table_add (revert->changed, g_memdup2 (&key, sizeof key));
  for (guint i = 0; i < 2 * links->len; i++)
    {
      const QuadChange parent = { .table = g_array_index (links, QuadJournalLink, i / 2).parent,
                                  .row = parents[i] };

      if (parent.row != 0)
        g_hash_table_add (revert->referenced, g_memdup2 (&parent, sizeof parent));
    }
}

/* A row that the operation made stays where something later needs it; a row of something that stays
 * as it is stays as well. */
static gboolean
is_spared (Revert           *revert,
           const QuadChange *key,
           Row              *row)
{
  if (row->is_decided)
    return row->is_spared;

  row->is_decided = TRUE;
  row->is_spared = g_hash_table_contains (revert->changed, key)
                   || (row->made && g_hash_table_contains (revert->referenced, key));
  for (guint i = 0; !row->is_spared && row->owners != NULL && i < row->owners->len; i++)
    {
      const QuadChange *owner = &g_array_index (row->owners, QuadChange, i);
      Row *owner_row = g_hash_table_lookup (revert->rows, owner);

      row->is_spared = owner_row != NULL && is_spared (revert, owner, owner_row);
    }
  return row->is_spared;
}

static gboolean
takes_cb (const char *table,
          gint64      id,
          gpointer    user_data)
{
  Revert *revert = user_data;
  const QuadChange key = { .table = g_intern_string (table), .row = id };
  Row *row = g_hash_table_lookup (revert->rows, &key);

  if (row == NULL || is_spared (revert, &key, row))
    return FALSE;
  revert->reverted->rows++;
  return TRUE;
}

static void
add_account (GHashTable       *accounts,
             const QuadChange *key)
{
  if (g_strcmp0 (key->table, quad_account_schema.table) == 0)
    g_hash_table_add (accounts, g_memdup2 (&key->row, sizeof key->row));
}

static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  const gint64 *first = a, *second = b;

  return *first < *second ? -1 : *first > *second;
}

static void
count_spared (Revert *revert)
{
  g_autoptr (GHashTable) accounts = NULL;
  GHashTableIter iter;
  gpointer key, value;

  accounts = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_hash_table_iter_init (&iter, revert->rows);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      Row *row = value;

      if (!is_spared (revert, key, row))
        continue;
      revert->reverted->spared++;
      add_account (accounts, key);
      for (guint i = 0; row->owners != NULL && i < row->owners->len; i++)
        add_account (accounts, &g_array_index (row->owners, QuadChange, i));
    }

  revert->reverted->accounts = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_hash_table_iter_init (&iter, accounts);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_array_append_vals (revert->reverted->accounts, key, 1);
  g_array_sort (revert->reverted->accounts, compare_ids);
}

static gboolean
walk (Revert               *revert,
      gint64                first,
      gint64                last,
      QuadJournalLineFunc   func,
      GError              **error)
{
  GHashTable *tables = quad_journal_get_tables (quad_database_get_journal (revert->database));
  const char *path = quad_database_get_path (revert->database);
  GHashTableIter iter;
  gpointer table;

  g_hash_table_iter_init (&iter, tables);
  while (g_hash_table_iter_next (&iter, NULL, &table))
    if (!quad_journal_table_walk (table, path, first, last, func, revert, error))
      return FALSE;
  return TRUE;
}

static gboolean
check_entry (QuadDatabase  *database,
             gint64         entry,
             GError       **error)
{
  sqlite3_stmt *statement;
  gboolean row, undone = FALSE;

  statement = quad_statement_get (database, "SELECT undone FROM journal_entry WHERE id = ?1",
                                  error);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, entry);
  if (!quad_statement_step (database, statement, &row, error))
    return FALSE;
  if (row)
    {
      undone = sqlite3_column_int (statement, 0) != 0;
      quad_statement_reset (statement);
    }
  if (!row)
    g_set_error_literal (error, QUAD_ERROR, QUAD_ERROR_NOT_FOUND,
                         _("The history has no such entry."));
  else if (undone)
    g_set_error_literal (error, QUAD_ERROR, QUAD_ERROR_CONSTRAINT,
                         _("That is undone already."));
  return row && !undone;
}

static gboolean
run (Revert  *revert,
     gint64   entry,
     GError **error)
{
  QuadDatabase *database = revert->database;

  return walk (revert, entry, entry, take_line_cb, error)
         && walk (revert, entry + 1, G_MAXINT64, take_later_line_cb, error)
         && quad_store_run (quad_database_get_handle (database), quad_database_get_path (database),
                            "PRAGMA defer_foreign_keys = 1", error)
         && quad_journal_replay_lines (database, entry, G_MAXINT64, takes_cb, revert, error);
}

/**
 * quad_journal_revert:
 * @entry: an operation that stands
 * @reverted: (out): what was done
 *
 * Takes an operation back that others came after, inside of a new operation, which has been begun.
 * Rows that changed since stay as they are, with everything that belongs to them; so do rows that
 * the operation made and that something later points to.
 *
 * Errors: %QUAD_ERROR_NOT_FOUND when there is no such entry, %QUAD_ERROR_CONSTRAINT when it is
 * undone already, and those of the store.
 */
gboolean
quad_journal_revert (QuadDatabase  *database,
                     gint64         entry,
                     QuadReverted  *reverted,
                     GError       **error)
{
  Revert revert = { .database = database, .reverted = reverted };
  gboolean good;

  g_return_val_if_fail (quad_database_is_changing (database), FALSE);

  *reverted = (QuadReverted) { 0 };
  if (!check_entry (database, entry, error))
    return FALSE;
  revert.rows = g_hash_table_new_full (quad_change_hash, quad_change_equal, g_free, free_row);
  revert.changed = g_hash_table_new_full (quad_change_hash, quad_change_equal, g_free, NULL);
  revert.referenced = g_hash_table_new_full (quad_change_hash, quad_change_equal, g_free, NULL);
  good = run (&revert, entry, error);
  if (good)
    count_spared (&revert);
  g_hash_table_unref (revert.rows);
  g_hash_table_unref (revert.changed);
  g_hash_table_unref (revert.referenced);
  return good;
}
