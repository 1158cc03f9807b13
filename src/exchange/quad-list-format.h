/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * QuadListFormat:
 * @separator: what parts the fields
 * @header_row: number of the row with the names of the columns, as in #QuadCsvRow
 * @headers: (owned): these names, cleaned
 * @n_headers: how many
 *
 * How a list is laid out.
 */
typedef struct
{
  char    separator;
  guint   header_row;
  char  **headers;
  guint   n_headers;
} QuadListFormat;

void     quad_list_format_sniff (QuadListFormat *format,
                                 char            separator,
                                 const char     *text,
                                 gsize           length,
                                 gboolean        is_whole,
                                 guint           header_row);
void     quad_list_format_clear (QuadListFormat *format);

G_END_DECLS
