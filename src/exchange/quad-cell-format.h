/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * QuadCellFormat:
 * @is_date: the number is a day
 * @is_time: the number has a time of day
 * @n_zeros: the number is written with at least so many digits, 0 where it is an ordinary one
 *
 * What the number format of a cell says about the number in it.
 */
typedef struct
{
  guint8 is_date : 1;
  guint8 is_time : 1;
  guint8 n_zeros;
} QuadCellFormat;

QuadCellFormat quad_cell_format_from_id   (guint           id);
QuadCellFormat quad_cell_format_from_code (const char     *code);
char          *quad_cell_format_number    (const char     *number,
                                           QuadCellFormat  format,
                                           gboolean        from_1904);
void           quad_cell_unescape         (GString        *text);

G_END_DECLS
