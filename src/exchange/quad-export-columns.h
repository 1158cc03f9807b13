/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quad-account.h"

G_BEGIN_DECLS

/**
 * QuadExportColumn:
 * @name: in the header row; for programs, so it is never translated, and the import knows it
 * @field: what stands in it
 *
 * A column of the list in a file.
 */
typedef struct
{
  const char       *name;
  QuadAccountField  field;
} QuadExportColumn;

#define QUAD_EXPORT_CURRENCY_COLUMN "Currency"

const QuadExportColumn *quad_export_get_columns (guint *n_columns);

G_END_DECLS
