/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "quad-file-kind.h"
#include "quad-text-decoder.h"

G_BEGIN_DECLS

/**
 * QuadListFile:
 *
 * A file that is read from its beginning, as often as needed, as separated values in UTF-8 and in
 * pieces, so that its size does not matter. It never blocks: whatever is no regular file is refused
 * when it is opened. A file that changes while it is read is noticed. Of a workbook one sheet is
 * read; address cards are rows below a row with the names of the columns.
 */
typedef struct _QuadListFile QuadListFile;

QuadListFile *quad_list_file_open            (const char    *path,
                                              GError       **error);
QuadListFile *quad_list_file_new_for_text    (const char    *name,
                                              const char    *text,
                                              gsize          length,
                                              GError       **error);
void          quad_list_file_free            (QuadListFile  *self);
const char   *quad_list_file_get_name        (QuadListFile  *self);
QuadListKind  quad_list_file_get_kind        (QuadListFile  *self);
QuadEncoding  quad_list_file_get_encoding    (QuadListFile  *self);
void          quad_list_file_set_encoding    (QuadListFile  *self,
                                              QuadEncoding   encoding);
char          quad_list_file_get_separator   (QuadListFile  *self);
GStrv         quad_list_file_list_sheets     (QuadListFile  *self);
const char   *quad_list_file_get_sheet       (QuadListFile  *self);
gboolean      quad_list_file_set_sheet       (QuadListFile  *self,
                                              const char    *name,
                                              GError       **error);
gboolean      quad_list_file_is_at           (QuadListFile  *self,
                                              const char    *path);
void          quad_list_file_set_cancellable (QuadListFile  *self,
                                              GCancellable  *cancellable);
double        quad_list_file_get_fraction    (QuadListFile  *self);
gboolean      quad_list_file_rewind          (QuadListFile  *self,
                                              GError       **error);
gboolean      quad_list_file_read            (QuadListFile  *self,
                                              GByteArray    *text,
                                              gboolean      *at_end,
                                              GError       **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuadListFile, quad_list_file_free)

G_END_DECLS
