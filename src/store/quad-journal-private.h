/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quad-database-private.h"
#include "quad-journal.h"

G_BEGIN_DECLS

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

/* quad-journal-changes.c */
guint       quad_change_hash             (gconstpointer       key);
gboolean    quad_change_equal            (gconstpointer       a,
                                          gconstpointer       b);

G_END_DECLS
