/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quad-account-writer.h"
#include "quad-import-preview.h"
#include "quad-item-list.h"
#include "quad-tally.h"

G_BEGIN_DECLS

/**
 * QuadImporter:
 *
 * The rules of an import, between a source of rows and a connection. Knows nothing of the book's
 * objects but the values that they have when it is made, so that it can run in a thread of its own
 * while nobody changes them.
 */
typedef struct _QuadImporter QuadImporter;

QuadImporter           *quad_importer_new           (QuadItemList             *accounts,
                                                     QuadImportSource         *source,
                                                     const QuadImportOptions  *options);
void                    quad_importer_free          (QuadImporter             *self);
void                    quad_importer_set_recut     (QuadImporter             *self,
                                                     const QuadCutOffRule     *rule,
                                                     gboolean                  is_new);
void                    quad_importer_set_progress  (QuadImporter             *self,
                                                     GCancellable             *cancellable,
                                                     QuadImportProgress        progress,
                                                     gpointer                  user_data);
void                    quad_importer_stop          (QuadImporter             *self);
gboolean                quad_importer_run           (QuadImporter             *self,
                                                     const QuadAccountWriter  *writer,
                                                     gint64                   *entry,
                                                     GError                  **error);
QuadImportPreview      *quad_importer_preview       (QuadImporter             *self,
                                                     QuadDatabase             *database,
                                                     QuadDate                  today,
                                                     QuadTally                *tally,
                                                     const QuadFigures        *figures,
                                                     GError                  **error);
const QuadImportResult *quad_importer_get_result    (QuadImporter             *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuadImporter, quad_importer_free)

G_END_DECLS
