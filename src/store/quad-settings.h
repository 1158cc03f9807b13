/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quad-database.h"

G_BEGIN_DECLS

gboolean quad_settings_load (QuadDatabase  *database,
                             const char    *name,
                             char         **value,
                             GError       **error);
GPtrArray *quad_settings_load_all (QuadDatabase *database,
                             const char    *prefix,
                             GError       **error);
gboolean quad_settings_save (QuadDatabase  *database,
                             const char    *name,
                             const char    *value,
                             GError       **error);
gboolean quad_settings_list (QuadDatabase  *database,
                             const char    *prefix,
                             GPtrArray     *names,
                             GError       **error);

G_END_DECLS
