/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "quad-import-draft.h"

G_BEGIN_DECLS

/**
 * QuadImportPreviewPage:
 *
 * What an import would do: how many rows of each kind, each row, and what becomes of the chart.
 */
#define QUAD_TYPE_IMPORT_PREVIEW_PAGE (quad_import_preview_page_get_type ())
G_DECLARE_FINAL_TYPE (QuadImportPreviewPage, quad_import_preview_page, QUAD, IMPORT_PREVIEW_PAGE,
                      AdwBin)

void     quad_import_preview_page_set_draft   (QuadImportPreviewPage *self,
                                               QuadImportDraft       *draft);
gboolean quad_import_preview_page_is_complete (QuadImportPreviewPage *self);

G_END_DECLS
