/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz.h"

#include <string.h>

#include "quad-csv-reader.h"
#include "quad-csv-writer.h"
#include "quad-list-format.h"
#include "quad-text-decoder.h"

typedef struct
{
  const GByteArray *text;
  guint             position;
  guint             size;
} Pieces;

static gboolean
fill_cb (GByteArray  *text,
         gboolean    *at_end,
         gpointer     user_data,
         GError     **error)
{
  Pieces *pieces = user_data;
  guint n = MIN (pieces->size, pieces->text->len - pieces->position);

  if (n > 0)
    g_byte_array_append (text, pieces->text->data + pieces->position, n);
  pieces->position += n;
  *at_end = pieces->position == pieces->text->len;
  return TRUE;
}

/* The rows, written again. */
static GString *
read_rows (QuadCsvReader *reader)
{
  GString *text = g_string_new (NULL);
  QuadCsvRow row;
  guint number = 0;

  while (quad_csv_reader_next (reader, &row, NULL))
    {
      g_assert_cmpuint (row.number, ==, ++number);
      g_assert_cmpuint (row.n_fields, >, 0);
      g_string_append_printf (text, "%u,%d", row.line, row.fault);
      for (guint i = 0; i < row.n_fields; i++)
        {
          g_assert_true (g_utf8_validate (row.fields[i], -1, NULL));
          quad_csv_append_field (text, ',', FALSE, row.fields[i]);
        }
      quad_csv_append_end (text);
    }
  return text;
}

static GByteArray *
decode (const guint8 *data,
        gsize         size)
{
  QuadEncodingSniffer sniffer = { 0 };
  QuadTextDecoder decoder;
  GByteArray *text = g_byte_array_new ();

  quad_encoding_sniffer_push (&sniffer, data, size);
  quad_text_decoder_init (&decoder, quad_encoding_sniffer_finish (&sniffer));
  quad_text_decoder_push (&decoder, data, size, TRUE, text);
  g_assert_true (g_utf8_validate_len ((const char *) text->data, text->len, NULL));
  return text;
}

/* Every text can be read as separated values, and is the same in whatever pieces it comes. */
int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autoptr (GByteArray) text = decode (data, size);
  Pieces pieces = { text, 0, size > 0 ? 1 + data[size - 1] % 16 : 1 };
  g_autoptr (QuadCsvReader) in_pieces = NULL;
  g_autoptr (QuadCsvReader) whole = NULL;
  QuadListFormat format;

  quad_list_format_sniff (&format, '\0', text->len > 0 ? (const char *) text->data : "", text->len,
                          TRUE, 0);
  whole = quad_csv_reader_new_for_text (format.separator,
                                        text->len > 0 ? (const char *) text->data : "",
                                        (gssize) text->len);
  in_pieces = quad_csv_reader_new (format.separator, fill_cb, &pieces);
  {
    g_autoptr (GString) a = read_rows (whole);
    g_autoptr (GString) b = read_rows (in_pieces);

    g_assert_cmpstr (a->str, ==, b->str);
  }
  quad_list_format_clear (&format);
  return 0;
}
