/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quad-book.h"
#include "quad-import-session.h"

G_BEGIN_DECLS

/* What was decided about lists with the same columns, whatever their order: it is kept in the book
 * as a text of JSON, and applied to the next such list. */

char       *quad_import_mapping_save     (QuadImportSession        *session,
                                          const QuadImportOptions  *options,
                                          const char               *name);
gboolean    quad_import_mapping_apply    (QuadImportSession        *session,
                                          QuadImportOptions        *options,
                                          const char               *mapping,
                                          GError                  **error);
const char *quad_import_mapping_find     (GPtrArray                *mappings,
                                          QuadImportSession        *session);
const char *quad_import_mapping_find_name (GPtrArray               *mappings,
                                          const char               *name);
char       *quad_import_mapping_dup_name (const char               *mapping);
char       *quad_import_mapping_dup_title (const char              *mapping);
GPtrArray  *quad_import_mapping_list     (QuadBook                 *book,
                                          GError                  **error);
gboolean    quad_import_mapping_rename   (QuadBook                 *book,
                                          const char               *mapping,
                                          const char               *name,
                                          GError                  **error);
gboolean    quad_import_mapping_forget   (QuadBook                 *book,
                                          const char               *mapping,
                                          GError                  **error);
void        quad_import_mapping_remember (QuadImportSession        *session,
                                          QuadImportOptions        *options,
                                          const char               *name,
                                          gboolean                  with_options);

G_END_DECLS
