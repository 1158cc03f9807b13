/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _QuadCliTable QuadCliTable;

QuadCliTable *quad_cli_table_new        (void);
void          quad_cli_table_free       (QuadCliTable *table);
void          quad_cli_table_add_column (QuadCliTable *table,
                                         const char   *title,
                                         gboolean      number);
void          quad_cli_table_add_cell   (QuadCliTable *table,
                                         const char   *text);
void          quad_cli_table_take_cell  (QuadCliTable *table,
                                         char         *text);
char         *quad_cli_table_to_text    (QuadCliTable *table);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuadCliTable, quad_cli_table_free)

G_END_DECLS
