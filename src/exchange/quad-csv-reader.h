/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A row of more bytes is no row of a list; this bounds the memory and what one open quote costs. */
#define QUAD_CSV_LONGEST_ROW (4 * 1024 * 1024)

/**
 * QuadCsvFault:
 * @QUAD_CSV_FAULT_NONE: the row is well-formed
 * @QUAD_CSV_FAULT_OPEN_QUOTE: a quote is opened and not closed; the row ends at its first line end
 * @QUAD_CSV_FAULT_TOO_LONG: the row is longer than any list has; only its beginning is there
 */
typedef enum
{
  QUAD_CSV_FAULT_NONE,
  QUAD_CSV_FAULT_OPEN_QUOTE,
  QUAD_CSV_FAULT_TOO_LONG,
} QuadCsvFault;

/**
 * QuadCsvRow:
 * @number: from 1, as a spreadsheet counts: empty rows count, line breaks in quotes do not
 * @line: line where it begins, from 1, as a text editor counts
 * @n_fields: at least 1
 * @fields: unquoted, valid UTF-8; belong to the reader until the next row
 * @fault: what is wrong with it
 */
typedef struct
{
  guint         number;
  guint         line;
  guint         n_fields;
  char        **fields;
  QuadCsvFault  fault;
} QuadCsvRow;

/**
 * QuadCsvFill:
 * @text: append the next piece of text here: valid UTF-8 without NUL
 * @at_end: (out): whether that was the last
 *
 * Gives the reader more text.
 */
typedef gboolean (*QuadCsvFill) (GByteArray  *text,
                                 gboolean    *at_end,
                                 gpointer     user_data,
                                 GError     **error);

/**
 * QuadCsvReader:
 *
 * Reads separated values row by row, quoted as RFC 4180 says, with any line end. What people and
 * programs do beyond the RFC is read as it was meant: line ends may be mixed, quotes within an
 * unquoted field are ordinary characters, and a single quote within a quoted field is one as long
 * as the field stays on its line. Needs memory for one row only.
 */
typedef struct _QuadCsvReader QuadCsvReader;

QuadCsvReader *quad_csv_reader_new          (char            separator,
                                             QuadCsvFill     fill,
                                             gpointer        user_data);
QuadCsvReader *quad_csv_reader_new_for_text (char            separator,
                                             const char     *text,
                                             gssize          length);
void           quad_csv_reader_free         (QuadCsvReader  *self);
gboolean       quad_csv_reader_next         (QuadCsvReader  *self,
                                             QuadCsvRow     *row,
                                             GError        **error);

gboolean       quad_csv_row_is_blank        (const QuadCsvRow *row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuadCsvReader, quad_csv_reader_free)

G_END_DECLS
