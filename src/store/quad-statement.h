/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <sqlite3.h>

#include "quad-database.h"

G_BEGIN_DECLS

void          quad_store_set_error    (GError       **error,
                                       sqlite3       *handle,
                                       const char    *path);
void          quad_store_set_corrupt  (GError       **error,
                                       const char    *path,
                                       const char    *detail);

gboolean      quad_store_run          (sqlite3       *handle,
                                       const char    *path,
                                       const char    *sql,
                                       GError       **error);
gboolean      quad_store_get_number   (sqlite3       *handle,
                                       const char    *path,
                                       const char    *sql,
                                       gint64        *number,
                                       GError       **error);

sqlite3_stmt *quad_statement_get      (QuadDatabase  *database,
                                       const char    *sql,
                                       GError       **error);
gboolean      quad_statement_step     (QuadDatabase  *database,
                                       sqlite3_stmt  *statement,
                                       gboolean      *row,
                                       GError       **error);
gboolean      quad_statement_finish   (QuadDatabase  *database,
                                       sqlite3_stmt  *statement,
                                       GError       **error);
void          quad_statement_reset    (sqlite3_stmt  *statement);

G_END_DECLS
