/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quad-database.h"
#include "quad-record.h"

G_BEGIN_DECLS

/**
 * QuadTable:
 * @schema: the columns after "id", in the order of all statements
 * @select_all: every row, by id
 * @select_one: the row with the id ?1
 * @select_of_account: the rows of the account ?1, by id; %NULL for a table without "account_id"
 * @insert: ?1 is the id, NULL for a new one; ?2 and on are the columns
 * @update: as @insert
 * @remove: the row with the id ?1
 *
 * One noun in the book: its schema and its literal SQL. Each stands in a file of its own.
 */
typedef struct
{
  const QuadSchema *schema;
  const char       *select_all;
  const char       *select_one;
  const char       *select_of_account;
  const char       *insert;
  const char       *update;
  const char       *remove;
} QuadTable;

/**
 * QuadRowFunc:
 * @id: of the row
 * @values: (transfer full): all its values
 *
 * Takes one row that was read.
 */
typedef void (*QuadRowFunc) (gint64      id,
                             QuadRecord *values,
                             gpointer    user_data);

extern const QuadTable quad_account_table;
extern const QuadTable quad_answer_table;
extern const QuadTable quad_contact_table;
extern const QuadTable quad_event_table;
extern const QuadTable quad_planned_move_table;
extern const QuadTable quad_play_table;
extern const QuadTable quad_profile_text_table;
extern const QuadTable quad_step_table;
extern const QuadTable quad_touch_table;
extern const QuadTable quad_trait_table;

const QuadTable * const *quad_tables_get_all (guint            *n_tables);

gboolean    quad_table_insert          (const QuadTable   *table,
                                        QuadDatabase      *database,
                                        const QuadRecord  *values,
                                        gint64            *id,
                                        GError           **error);
gboolean    quad_table_update          (const QuadTable   *table,
                                        QuadDatabase      *database,
                                        gint64             id,
                                        const QuadRecord  *values,
                                        GError           **error);
gboolean    quad_table_remove          (const QuadTable   *table,
                                        QuadDatabase      *database,
                                        gint64             id,
                                        GError           **error);
QuadRecord *quad_table_load_one        (const QuadTable   *table,
                                        QuadDatabase      *database,
                                        gint64             id,
                                        GError           **error);
gboolean    quad_table_load_all        (const QuadTable   *table,
                                        QuadDatabase      *database,
                                        QuadRowFunc        func,
                                        gpointer           user_data,
                                        GError           **error);
gboolean    quad_table_load_of_account (const QuadTable   *table,
                                        QuadDatabase      *database,
                                        gint64             account,
                                        QuadRowFunc        func,
                                        gpointer           user_data,
                                        GError           **error);

G_END_DECLS
