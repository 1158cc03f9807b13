/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * QuadFileWriter:
 *
 * A file that is written wholly or not at all, piece by piece, so that it need not fit into memory.
 */
typedef struct _QuadFileWriter QuadFileWriter;

QuadFileWriter *quad_file_writer_new    (const char      *path,
                                         GError         **error);
void            quad_file_writer_free   (QuadFileWriter  *self);
gboolean        quad_file_writer_add    (QuadFileWriter  *self,
                                         gconstpointer    contents,
                                         gsize            length);
gboolean        quad_file_writer_finish (QuadFileWriter  *self,
                                         GError         **error);

gboolean        quad_file_replace       (const char      *path,
                                         gconstpointer    contents,
                                         gsize            length,
                                         GError         **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuadFileWriter, quad_file_writer_free)

G_END_DECLS
