/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quad-column-map.h"

G_BEGIN_DECLS

/**
 * QuadRowGroups:
 *
 * Rows of people, kept by their company until all are read. Keeps only the fields that are used,
 * packed, so that it takes less memory than the file.
 */
typedef struct _QuadRowGroups QuadRowGroups;

/**
 * QuadGroupedRow:
 * @number: as in #QuadCsvRow
 * @fields: its fields; those that are not used are empty
 * @n_fields: how many
 */
typedef struct
{
  guint   number;
  char  **fields;
  guint   n_fields;
} QuadGroupedRow;

QuadRowGroups *quad_row_groups_new      (const QuadColumnMap *map,
                                         const GArray        *notes,
                                         guint                n_columns);
void           quad_row_groups_free     (QuadRowGroups       *self);
void           quad_row_groups_add      (QuadRowGroups       *self,
                                         const char          *company,
                                         guint                number,
                                         char * const        *fields,
                                         guint                n_fields);
guint          quad_row_groups_get_size (QuadRowGroups       *self);
gboolean       quad_row_groups_first    (QuadRowGroups       *self,
                                         guint                group,
                                         QuadGroupedRow      *row);
gboolean       quad_row_groups_next     (QuadRowGroups       *self,
                                         QuadGroupedRow      *row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuadRowGroups, quad_row_groups_free)

G_END_DECLS
