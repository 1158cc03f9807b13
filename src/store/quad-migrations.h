/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <sqlite3.h>

#include "quad-error.h"

G_BEGIN_DECLS

char     **quad_migrations_load          (void);
gboolean   quad_migrations_check_version (const char          *path,
                                          gint64               version,
                                          guint                newest,
                                          GError             **error);
gboolean   quad_migrations_run           (sqlite3             *handle,
                                          const char          *path,
                                          const char * const  *scripts,
                                          GError             **error);

G_END_DECLS
