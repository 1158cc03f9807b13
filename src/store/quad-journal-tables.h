/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <sqlite3.h>

#include "quad-error.h"

G_BEGIN_DECLS

typedef struct _QuadJournalTable QuadJournalTable;

GHashTable *quad_journal_tables_watch  (sqlite3           *handle,
                                        const char        *path,
                                        GError           **error);
gboolean    quad_journal_table_reverse (QuadJournalTable  *table,
                                        const char        *path,
                                        char               op,
                                        gint64             row,
                                        const char        *old,
                                        GError           **error);

G_END_DECLS
