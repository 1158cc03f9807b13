/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-store"

/* Which rows an entry of the journal is about, for whoever keeps objects of them. */

#include "quad-journal-private.h"

#include <string.h>

#include "quad-statement.h"

/* Changes by the row that they are about, as keys of a GHashTable. */
guint
quad_change_hash (gconstpointer key)
{
  const QuadChange *change = key;

  return g_int64_hash (&change->row) ^ g_direct_hash (change->table);
}

gboolean
quad_change_equal (gconstpointer a,
                   gconstpointer b)
{
  const QuadChange *first = a, *second = b;

  return first->row == second->row && first->table == second->table;
}

static QuadChangeKind
get_change_kind (const char *op)
{
  switch (op != NULL ? op[0] : '\0')
    {
    case 'i':
      return QUAD_CHANGE_INSERT;
    case 'd':
      return QUAD_CHANGE_DELETE;
    default:
      return QUAD_CHANGE_UPDATE;
    }
}

/* The net effect of two changes of one row, the second after the first. FALSE: none is left. */
static gboolean
join_changes (QuadChange     *change,
              QuadChangeKind  next)
{
  if (next == QUAD_CHANGE_DELETE && change->kind == QUAD_CHANGE_INSERT)
    return FALSE;
  if (next == QUAD_CHANGE_DELETE)
    change->kind = QUAD_CHANGE_DELETE;
  else if (next == QUAD_CHANGE_INSERT)
    change->kind = QUAD_CHANGE_UPDATE;
  return TRUE;
}

static void
add_change (GHashTable     *changes,
            const char     *table,
            gint64          row,
            QuadChangeKind  kind)
{
  const QuadChange wanted = { table, row, kind };
  QuadChange *known = g_hash_table_lookup (changes, &wanted);

  if (known == NULL)
    g_hash_table_add (changes, g_memdup2 (&wanted, sizeof wanted));
  else if (!join_changes (known, kind))
    g_hash_table_remove (changes, known);
}

static int
compare_changes (gconstpointer a,
                 gconstpointer b)
{
  const QuadChange *first = a, *second = b;
  int order = strcmp (first->table, second->table);

  if (order != 0)
    return order;
  return first->row < second->row ? -1 : first->row > second->row;
}

/**
 * quad_journal_load_changes:
 *
 * Returns: (transfer full) (element-type QuadChange): the rows that the operation touched, or that
 *   taking it back or doing it again touched, whatever was last: each once, by table and id
 */
GArray *
quad_journal_load_changes (QuadDatabase  *database,
                           gint64         entry,
                           GError       **error)
{
  g_autoptr (GHashTable) changes = NULL;
  g_autoptr (GArray) array = NULL;
  GHashTableIter iter;
  gpointer change;
  sqlite3_stmt *statement;
  gboolean row;

  g_return_val_if_fail (QUAD_IS_DATABASE (database), NULL);

  statement = quad_statement_get (database,
                                  "SELECT tbl, row, op FROM journal_change WHERE entry = ?1 "
                                  "ORDER BY seq", error);
  if (statement == NULL)
    return NULL;
  sqlite3_bind_int64 (statement, 1, entry);
  changes = g_hash_table_new_full (quad_change_hash, quad_change_equal, g_free, NULL);
  for (;;)
    {
      if (!quad_statement_step (database, statement, &row, error))
        return NULL;
      if (!row)
        break;
      add_change (changes,
                  g_intern_string ((const char *) sqlite3_column_text (statement, 0)),
                  sqlite3_column_int64 (statement, 1),
                  get_change_kind ((const char *) sqlite3_column_text (statement, 2)));
    }

  array = g_array_sized_new (FALSE, FALSE, sizeof (QuadChange), g_hash_table_size (changes));
  g_hash_table_iter_init (&iter, changes);
  while (g_hash_table_iter_next (&iter, &change, NULL))
    g_array_append_vals (array, change, 1);
  g_array_sort (array, compare_changes);
  return g_steal_pointer (&array);
}
