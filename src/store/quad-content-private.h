/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <sqlite3.h>

#include "quad-content-rows.h"

G_BEGIN_DECLS

void          quad_content_append_name    (GString                 *sql,
                                           const char              *format,
                                           const char              *name);
void          quad_content_append_columns (GString                 *sql,
                                           const QuadContentTable  *table);
sqlite3_stmt *quad_content_prepare        (QuadDatabase            *database,
                                           GString                 *sql,
                                           GError                 **error);

G_END_DECLS
