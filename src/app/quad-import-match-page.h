/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "quad-import-draft.h"

G_BEGIN_DECLS

/**
 * QuadImportMatchPage:
 *
 * By what rows find accounts that are there, what they do to them, and the rows that are doubtful.
 */
#define QUAD_TYPE_IMPORT_MATCH_PAGE (quad_import_match_page_get_type ())
G_DECLARE_FINAL_TYPE (QuadImportMatchPage, quad_import_match_page, QUAD, IMPORT_MATCH_PAGE, AdwBin)

void quad_import_match_page_set_draft (QuadImportMatchPage *self,
                                       QuadImportDraft     *draft);

G_END_DECLS
