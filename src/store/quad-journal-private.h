/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quad-database-private.h"
#include "quad-journal.h"

G_BEGIN_DECLS

/* A row that was inserted, whose line is not written yet. */
typedef struct
{
  const char *table;        /* interned */
  gint64      row;
  gint64      seq;
} QuadJournalInserted;

/**
 * QuadJournal:
 *
 * What one connection does to the rows of all tables: while an operation goes on, every row that is
 * inserted, changed or deleted leaves a line in "journal_change" with what reverses it. Taking an
 * operation back runs its lines backwards, and that writes, under the same entry, what does it
 * again.
 *
 * Triggers write the lines of changed and deleted rows. Of an inserted row the line only has to
 * name it, which a hook of SQLite does: with a trigger SQLite would copy the pages that each single
 * row touches, to be able to give up that row alone.
 */
struct _QuadJournal
{
  GHashTable *tables;       /* owned: interned name -> QuadJournalTable */
  GArray     *inserted;     /* owned: QuadJournalInserted, not written yet */

  sqlite3    *handle;       /* borrowed */

  gint64      entry;        /* 0 outside of an operation */
  gint64      seq;
  gboolean    is_stray;     /* a row was inserted outside of an operation */
  guint       n_commits;
  guint       most_entries;
  gint64      most_bytes;
  guint       most_days;
};

typedef gboolean (*QuadJournalRowFunc)   (const char         *table,
                                          gint64              row,
                                          gpointer            user_data);

/* quad-journal.c */
GHashTable *quad_journal_get_tables      (QuadJournal        *journal);
gboolean    quad_journal_replay_lines    (QuadDatabase       *database,
                                          gint64              entry,
                                          gint64              last,
                                          QuadJournalRowFunc  takes,
                                          gpointer            user_data,
                                          GError            **error);

/* quad-journal-watch.c */
gboolean    quad_journal_watch           (QuadJournal        *journal,
                                          const char         *path,
                                          GError            **error);
void        quad_journal_unwatch         (QuadJournal        *journal);
gboolean    quad_journal_write_inserted  (QuadDatabase       *database,
                                          GError            **error);

/* quad-journal-changes.c */
guint       quad_change_hash             (gconstpointer       key);
gboolean    quad_change_equal            (gconstpointer       a,
                                          gconstpointer       b);

G_END_DECLS
