/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quad-cell-format.h"
#include "quad-package.h"

G_BEGIN_DECLS

/**
 * QuadSheet:
 * @name: as it stands on its tab
 * @path: its part of the package
 * @is_hidden: whether the tab is not shown
 */
typedef struct
{
  char     *name;
  char     *path;
  gboolean  is_hidden;
} QuadSheet;

/**
 * QuadWorkbook:
 *
 * A spreadsheet file of Excel 2007 or later (.xlsx, .xlsm): its sheets, and the texts and number
 * formats that they share. These are read when a sheet first needs them.
 */
typedef struct _QuadWorkbook QuadWorkbook;

QuadWorkbook    *quad_workbook_new         (int              fd,
                                            goffset          size,
                                            const char      *name,
                                            GError         **error);
void             quad_workbook_free        (QuadWorkbook    *self);
GPtrArray       *quad_workbook_get_sheets  (QuadWorkbook    *self);
const QuadSheet *quad_workbook_find_sheet  (QuadWorkbook    *self,
                                            const char      *name);
const QuadSheet *quad_workbook_get_default (QuadWorkbook    *self);
QuadPackage     *quad_workbook_get_package (QuadWorkbook    *self);
gboolean         quad_workbook_load_shared (QuadWorkbook    *self,
                                            GError         **error);
const char      *quad_workbook_get_text    (QuadWorkbook    *self,
                                            guint            index);
QuadCellFormat   quad_workbook_get_format  (QuadWorkbook    *self,
                                            guint            style);
gboolean         quad_workbook_is_from_1904 (QuadWorkbook   *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuadWorkbook, quad_workbook_free)

G_END_DECLS
