/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quad-content.h"
#include "quad-database.h"

G_BEGIN_DECLS

guint      quad_content_get_version  (QuadDatabase            *database,
                                      GError                 **error);
GPtrArray *quad_content_load_tables  (QuadDatabase            *database,
                                      GError                 **error);
gboolean   quad_content_load_rows    (QuadDatabase            *database,
                                      GPtrArray               *tables,
                                      QuadContentRowFunc       func,
                                      gpointer                 user_data,
                                      GError                 **error);

/**
 * QuadContentWriter:
 *
 * Puts rows in the place of all that a book holds.
 */
typedef struct _QuadContentWriter QuadContentWriter;

QuadContentWriter *quad_content_writer_new  (QuadDatabase            *database,
                                             GPtrArray               *tables,
                                             GError                 **error);
void               quad_content_writer_free (QuadContentWriter       *self);
gboolean           quad_content_writer_add  (QuadContentWriter       *self,
                                             guint                    table,
                                             const QuadContentValue  *values,
                                             GError                 **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuadContentWriter, quad_content_writer_free)

G_END_DECLS
