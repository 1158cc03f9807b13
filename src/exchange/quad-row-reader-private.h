/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quad-row-reader.h"

G_BEGIN_DECLS

/**
 * QuadReadRow:
 * @reader: how to read it
 * @fields: its fields
 * @n_fields: how many
 * @values: what comes out
 *
 * The row that is read.
 */
typedef struct
{
  const QuadRowReader *reader;
  char * const        *fields;
  guint                n_fields;
  QuadRowValues       *values;
} QuadReadRow;

/* quad-row-reader.c */
const char *quad_row_get       (const QuadReadRow *row,
                                QuadColumnRole     role);
gboolean    quad_row_reject    (const QuadReadRow *row,
                                QuadColumnRole     role,
                                char              *reason);

/* quad-row-words.c */
gboolean    quad_row_set_words (const QuadReadRow *row);
gboolean    quad_row_read_flag (const QuadReadRow *row,
                                QuadColumnRole     role,
                                gboolean          *flag);

G_END_DECLS
