/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "quad-import-draft.h"

G_BEGIN_DECLS

/**
 * QuadImportValues:
 *
 * What the words of a list mean that mean something here: tiers, profiles and verticals. Those that
 * nobody knows stand first, and are marked.
 */
#define QUAD_TYPE_IMPORT_VALUES (quad_import_values_get_type ())
G_DECLARE_FINAL_TYPE (QuadImportValues, quad_import_values, QUAD, IMPORT_VALUES, AdwBin)

void  quad_import_values_show          (QuadImportValues *self,
                                        QuadImportDraft  *draft);
guint quad_import_values_count_unknown (QuadImportValues *self);

G_END_DECLS
