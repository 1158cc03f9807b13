/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "quad-import-draft.h"

G_BEGIN_DECLS

/**
 * QuadImportFilePage:
 *
 * How a list is written, each part of it to be changed, and its first rows; or why it cannot be
 * read.
 */
#define QUAD_TYPE_IMPORT_FILE_PAGE (quad_import_file_page_get_type ())
G_DECLARE_FINAL_TYPE (QuadImportFilePage, quad_import_file_page, QUAD, IMPORT_FILE_PAGE, AdwBin)

void quad_import_file_page_set_draft (QuadImportFilePage *self,
                                      QuadImportDraft    *draft);

G_END_DECLS
