/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "quad-import-draft.h"

G_BEGIN_DECLS

/**
 * QuadImportColumnsPage:
 *
 * What each column of a list goes to, what its words mean, and what rows without a tier become.
 */
#define QUAD_TYPE_IMPORT_COLUMNS_PAGE (quad_import_columns_page_get_type ())
G_DECLARE_FINAL_TYPE (QuadImportColumnsPage, quad_import_columns_page, QUAD, IMPORT_COLUMNS_PAGE,
                      AdwBin)

void     quad_import_columns_page_set_draft   (QuadImportColumnsPage *self,
                                               QuadImportDraft       *draft);
gboolean quad_import_columns_page_is_complete (QuadImportColumnsPage *self);

G_END_DECLS
