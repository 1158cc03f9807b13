/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz.h"

#include <string.h>

#include "quad-card-reader.h"
#include "quad-csv-reader.h"

static GByteArray *
read_cards (const char *text,
            gsize       length,
            gsize       size)
{
  g_autoptr (QuadCardReader) reader = quad_card_reader_new ();
  GByteArray *rows = g_byte_array_new ();
  gsize at = 0;

  do
    {
      gsize n = MIN (size, length - at);

      quad_card_reader_push (reader, text + at, n, at + n == length, rows);
      at += n;
    }
  while (at < length);
  return rows;
}

/* Every text can be read as address cards: the rows have all columns, and are the same in whatever
 * pieces the text comes. */
int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autofree char *text = g_utf8_make_valid (size > 0 ? (const char *) data : "", (gssize) size);
  gsize length = strlen (text);
  g_autoptr (GByteArray) whole = read_cards (text, length, G_MAXSIZE);
  g_autoptr (GByteArray) parted = read_cards (text, length, size > 0 ? 1 + data[0] % 16 : 1);
  g_autoptr (QuadCsvReader) reader = NULL;
  QuadCsvRow row;
  guint n_columns = 0;

  g_assert_cmpmem (whole->data, whole->len, parted->data, parted->len);
  g_assert_true (g_utf8_validate_len ((const char *) whole->data, whole->len, NULL));

  reader = quad_csv_reader_new_for_text (',', (const char *) whole->data, (gssize) whole->len);
  while (quad_csv_reader_next (reader, &row, NULL))
    {
      if (n_columns == 0)
        n_columns = row.n_fields;
      g_assert_cmpint (row.fault, ==, QUAD_CSV_FAULT_NONE);
      g_assert_cmpuint (row.n_fields, ==, n_columns);
    }
  return 0;
}
