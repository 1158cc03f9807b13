/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <sqlite3.h>

#include "quad-error.h"

G_BEGIN_DECLS

typedef struct _QuadJournalTable QuadJournalTable;

/**
 * QuadJournalLink:
 * @column: of the table that has it
 * @parent: the table that it points to, interned
 * @belongs: the row goes when its parent goes
 *
 * A foreign key.
 */
typedef struct
{
  guint       column;
  const char *parent;
  gboolean    belongs;
} QuadJournalLink;

/**
 * QuadJournalLineFunc:
 * @name: of the table, interned
 * @op: what happened to the row: 'i', 'u' or 'd'
 * @links: (element-type QuadJournalLink): the foreign keys of the table
 * @parents: what they point to: for each link the id before the line, then the one of today; 0
 *   where there is none
 *
 * One line of the journal.
 */
typedef void (*QuadJournalLineFunc) (const char   *name,
                                     gint64        row,
                                     char          op,
                                     GArray       *links,
                                     const gint64 *parents,
                                     gpointer      user_data);

GHashTable *quad_journal_tables_watch  (sqlite3           *handle,
                                        const char        *path,
                                        GError           **error);
gboolean    quad_journal_table_walk    (QuadJournalTable    *table,
                                        const char          *path,
                                        gint64               first,
                                        gint64               last,
                                        QuadJournalLineFunc  func,
                                        gpointer             user_data,
                                        GError             **error);
gboolean    quad_journal_table_reverse (QuadJournalTable  *table,
                                        const char        *path,
                                        char               op,
                                        gint64             row,
                                        const char        *old,
                                        GError           **error);

G_END_DECLS
