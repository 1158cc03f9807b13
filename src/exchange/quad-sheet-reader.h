/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quad-workbook.h"

G_BEGIN_DECLS

/**
 * QuadSheetReader:
 *
 * Writes a sheet of a workbook as separated values, piece by piece, so that it is read as any other
 * list. Row n of the sheet is row n of the text. Numbers and days have one reading; a day is
 * written as in ISO 8601. Columns that are hidden are left out, but for one that holds the
 * identifier of the records, as in the exports of Dynamics.
 */
typedef struct _QuadSheetReader QuadSheetReader;

QuadSheetReader *quad_sheet_reader_new          (QuadWorkbook     *workbook,
                                                 const QuadSheet  *sheet,
                                                 GError          **error);
void             quad_sheet_reader_free         (QuadSheetReader  *self);
gboolean         quad_sheet_reader_read         (QuadSheetReader  *self,
                                                 GByteArray       *text,
                                                 gboolean         *at_end,
                                                 GError          **error);
double           quad_sheet_reader_get_fraction (QuadSheetReader  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuadSheetReader, quad_sheet_reader_free)

G_END_DECLS
