/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "quad-import-draft.h"

G_BEGIN_DECLS

/**
 * QuadImportDoubts:
 *
 * The rows of a list that may be accounts that are there, one at a time with both sides, for a
 * person to decide. What is not decided stays out.
 */
#define QUAD_TYPE_IMPORT_DOUBTS (quad_import_doubts_get_type ())
G_DECLARE_FINAL_TYPE (QuadImportDoubts, quad_import_doubts, QUAD, IMPORT_DOUBTS, AdwBin)

void quad_import_doubts_show (QuadImportDoubts *self,
                              QuadImportDraft  *draft);

G_END_DECLS
