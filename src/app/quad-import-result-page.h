/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "quad-import-draft.h"

G_BEGIN_DECLS

/**
 * QuadImportResultPage:
 *
 * How far an import is, and what it did. Its buttons activate "import.stop", "import.undo",
 * "import.show-new" and "import.save-rejects".
 */
#define QUAD_TYPE_IMPORT_RESULT_PAGE (quad_import_result_page_get_type ())
G_DECLARE_FINAL_TYPE (QuadImportResultPage, quad_import_result_page, QUAD, IMPORT_RESULT_PAGE,
                      AdwBin)

void quad_import_result_page_set_draft    (QuadImportResultPage *self,
                                           QuadImportDraft      *draft);
void quad_import_result_page_set_fraction (QuadImportResultPage *self,
                                           double                fraction);
void quad_import_result_page_show_undone  (QuadImportResultPage *self);

G_END_DECLS
