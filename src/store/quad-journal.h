/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quad-database.h"

G_BEGIN_DECLS

/**
 * QuadJournalEntry:
 * @id: grows with every operation, never used twice
 * @label: what was done, in words
 * @time: seconds since 1970, UTC
 * @undone: taken back, and can be done again
 */
typedef struct
{
  gint64    id;
  char     *label;
  gint64    time;
  gboolean  undone;
} QuadJournalEntry;

/**
 * QuadChangeKind:
 * @QUAD_CHANGE_INSERT: the row is there now, and was not before
 * @QUAD_CHANGE_UPDATE: the row was there before, and is
 * @QUAD_CHANGE_DELETE: the row was there before, and is gone
 */
typedef enum
{
  QUAD_CHANGE_INSERT,
  QUAD_CHANGE_UPDATE,
  QUAD_CHANGE_DELETE,
} QuadChangeKind;

/**
 * QuadChange:
 * @table: the name of the table, interned: "account"
 * @row: the id of the row in it
 * @kind: the net effect of what was done last to the entry: the operation itself, its undo or redo
 */
typedef struct
{
  const char     *table;
  gint64          row;
  QuadChangeKind  kind;
} QuadChange;

/**
 * QuadReverted:
 * @rows: how many lines of the operation were run backwards
 * @spared: rows that changed since, and were left as they are
 * @accounts: (owned) (element-type gint64): the ids of the accounts among them, or that they belong
 *   to, each once, ascending
 */
typedef struct
{
  guint   rows;
  guint   spared;
  GArray *accounts;
} QuadReverted;

void              quad_reverted_clear       (QuadReverted      *reverted);

void              quad_journal_entry_free   (QuadJournalEntry  *entry);

gboolean          quad_journal_undo         (QuadDatabase      *database,
                                             gint64            *entry,
                                             GError           **error);
gboolean          quad_journal_redo         (QuadDatabase      *database,
                                             gint64            *entry,
                                             GError           **error);
gboolean          quad_journal_revert       (QuadDatabase      *database,
                                             gint64             entry,
                                             QuadReverted      *reverted,
                                             GError           **error);
gboolean          quad_journal_join         (QuadDatabase      *database,
                                             guint              n_entries,
                                             GError           **error);
QuadJournalEntry *quad_journal_peek_undo    (QuadDatabase      *database,
                                             GError           **error);
QuadJournalEntry *quad_journal_peek_redo    (QuadDatabase      *database,
                                             GError           **error);
GPtrArray        *quad_journal_load_entries (QuadDatabase      *database,
                                             guint              most,
                                             GError           **error);
GArray           *quad_journal_load_changes (QuadDatabase      *database,
                                             gint64             entry,
                                             GError           **error);
void              quad_journal_set_limits   (QuadDatabase      *database,
                                             guint              most_entries,
                                             gint64             most_bytes,
                                             guint              most_days);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (QuadReverted, quad_reverted_clear)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuadJournalEntry, quad_journal_entry_free)

G_END_DECLS
