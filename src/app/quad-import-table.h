/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "quad-import-session.h"

G_BEGIN_DECLS

/**
 * QuadImportTable:
 *
 * The first rows of a list as they stand in it.
 */
#define QUAD_TYPE_IMPORT_TABLE (quad_import_table_get_type ())
G_DECLARE_FINAL_TYPE (QuadImportTable, quad_import_table, QUAD, IMPORT_TABLE, AdwBin)

void quad_import_table_show (QuadImportTable   *self,
                             QuadImportSession *session,
                             GPtrArray         *samples);

G_END_DECLS
