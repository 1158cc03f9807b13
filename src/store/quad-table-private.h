/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quad-statement.h"
#include "quad-table.h"

G_BEGIN_DECLS

gboolean quad_table_read_rows (const QuadTable  *table,
                               QuadDatabase     *database,
                               sqlite3_stmt     *statement,
                               QuadRowFunc       func,
                               gpointer          user_data,
                               GError          **error);

G_END_DECLS
