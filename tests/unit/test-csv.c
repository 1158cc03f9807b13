/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib.h>
#include <glib/gstdio.h>

#include "quad-csv-reader.h"
#include "quad-csv-writer.h"
#include "quad-error.h"
#include "quad-file-kind.h"
#include "quad-list-file.h"
#include "quad-text-decoder.h"

#define FFFD "\xef\xbf\xbd"

/* Rows as one text: fields in [], rows with their numbers, a fault as '!' or '?'. */
static char *
describe (QuadCsvReader *reader)
{
  g_autoptr (GError) error = NULL;
  GString *text = g_string_new (NULL);
  QuadCsvRow row;

  while (quad_csv_reader_next (reader, &row, &error))
    {
      g_string_append_printf (text, "%u.%u", row.number, row.line);
      if (row.fault == QUAD_CSV_FAULT_OPEN_QUOTE)
        g_string_append_c (text, '!');
      else if (row.fault == QUAD_CSV_FAULT_TOO_LONG)
        g_string_append_c (text, '?');
      for (guint i = 0; i < row.n_fields; i++)
        g_string_append_printf (text, "[%s]", row.fields[i]);
      g_string_append_c (text, ';');
    }
  g_assert_no_error (error);

  return g_string_free (text, FALSE);
}

/**
 * Pieces:
 * @text: the whole text
 * @length: of it
 * @position: what was handed out
 * @size: of each piece
 *
 * Hands out a text in small pieces, so that every boundary falls everywhere once.
 */
typedef struct
{
  const char *text;
  gsize       length;
  gsize       position;
  gsize       size;
} Pieces;

static gboolean
fill_cb (GByteArray  *text,
         gboolean    *at_end,
         gpointer     user_data,
         GError     **error)
{
  Pieces *pieces = user_data;
  gsize n = MIN (pieces->size, pieces->length - pieces->position);

  g_byte_array_append (text, (const guint8 *) pieces->text + pieces->position, (guint) n);
  pieces->position += n;
  *at_end = pieces->position == pieces->length;
  return TRUE;
}

static void
assert_rows (char        separator,
             const char *text,
             const char *expected)
{
  g_autoptr (QuadCsvReader) whole = quad_csv_reader_new_for_text (separator, text, -1);
  g_autofree char *rows = describe (whole);

  g_assert_cmpstr (rows, ==, expected);

  for (gsize size = 1; size < 8; size++)
    {
      Pieces pieces = { text, strlen (text), 0, size };
      g_autoptr (QuadCsvReader) reader = quad_csv_reader_new (separator, fill_cb, &pieces);
      g_autofree char *again = describe (reader);

      g_assert_cmpstr (again, ==, expected);
    }
}

static void
test_rows (void)
{
  assert_rows (',', "", "");
  assert_rows (',', "a", "1.1[a];");
  assert_rows (',', "a,b\n", "1.1[a][b];");
  assert_rows (',', "a,b\r\n1,2\r\n", "1.1[a][b];2.2[1][2];");
  assert_rows (',', "a,b\r1,2\r", "1.1[a][b];2.2[1][2];");
  assert_rows (',', "a\nb\rc\r\nd", "1.1[a];2.2[b];3.3[c];4.4[d];");
  assert_rows (',', "a,\n,b\n,\n", "1.1[a][];2.2[][b];3.3[][];");
  assert_rows (',', "a,", "1.1[a][];");
  assert_rows (',', "\n\na\n", "1.1[];2.2[];3.3[a];");
  assert_rows (',', "a;b,c d\n", "1.1[a;b][c d];");
  assert_rows (';', "a;b,c\n", "1.1[a][b,c];");
  assert_rows ('\t', "a\tb c\n", "1.1[a][b c];");
  assert_rows ('|', "a|b\n", "1.1[a][b];");
  assert_rows (',', " a , b \n", "1.1[ a ][ b ];");
  assert_rows (',', "Zürich,北京\n", "1.1[Zürich][北京];");
}

static void
test_quotes (void)
{
  assert_rows (',', "\"a\",\"b\"\n", "1.1[a][b];");
  assert_rows (',', "\"a,b\",c", "1.1[a,b][c];");
  assert_rows (',', "\"\",\"\"", "1.1[][];");
  assert_rows (',', "\"\"\"a\"\"\",\"\"\"\"", "1.1[\"a\"][\"];");
  assert_rows (',', "\"a\nb\",c\nd,e", "1.1[a\nb][c];2.3[d][e];");
  assert_rows (',', "\"a\r\nb\",c\r\nd", "1.1[a\r\nb][c];2.3[d];");
  assert_rows (',', "\"a\rb\"\rc", "1.1[a\rb];2.3[c];");
  assert_rows (',', "\"a\n\n\nb\"\nc", "1.1[a\n\n\nb];2.5[c];");
  assert_rows (',', "\"a\" ,\"b\"  \nc", "1.1[a][b];2.2[c];");

  /* Not the RFC, but what it means is plain. */
  assert_rows (',', "a\"b,\"c\"\n", "1.1[a\"b][c];");
  assert_rows (',', "7\" pipe,12\n", "1.1[7\" pipe][12];");
  assert_rows (',', "\"Hotel \"Zur Post\" GmbH\",1\nx,2",
               "1.1[Hotel \"Zur Post\" GmbH][1];2.2[x][2];");
}

static void
test_open_quote (void)
{
  /* The row is reported and nothing behind it is lost. */
  assert_rows (',', "a,b\n\"c,d\ne,f\n", "1.1[a][b];2.2![\"c][d];3.3[e][f];");
  assert_rows (',', "a\n\"", "1.1[a];2.2![\"];");
  assert_rows (',', "\"a\n\"b\",c\nd", "1.1![\"a];2.2[b][c];3.3[d];");
  assert_rows (',', "\"a\nx,\"b\nc\",1\nd", "1.1![\"a];2.2[x][b\nc][1];3.4[d];");
  assert_rows (',', "\"a\n\"\"\"b\n\"\"\nc", "1.1![\"a];2.2![\"\"\"b];3.3[];4.4[c];");
}

/* Many quotes that are never closed must not be searched for again and again. */
static void
test_many_open_quotes (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (QuadCsvReader) reader = NULL;
  g_autoptr (GError) error = NULL;
  QuadCsvRow row;
  guint n_open = 0, n_rows = 0;

  for (guint i = 0; i < 400000; i++)
    g_string_append (text, i % 2 == 0 ? "x,\"\" b\n" : "x,y,z,u,v,w\n");

  reader = quad_csv_reader_new_for_text (',', text->str, (gssize) text->len);
  while (quad_csv_reader_next (reader, &row, &error))
    {
      n_rows++;
      n_open += row.fault == QUAD_CSV_FAULT_OPEN_QUOTE;
    }
  g_assert_no_error (error);
  g_assert_cmpuint (n_rows, ==, 400000);
  g_assert_cmpuint (n_open, ==, 200000);
}

static void
test_long_row (void)
{
  g_autoptr (GString) text = g_string_new ("a,b\n");
  g_autoptr (QuadCsvReader) reader = NULL;
  g_autoptr (GError) error = NULL;
  QuadCsvRow row;

  for (guint i = 0; i < 10 * 1024 * 1024; i++)
    g_string_append_c (text, 'x');
  g_string_append (text, ",y\nc,d\n");

  Pieces pieces = { text->str, text->len, 0, 65536 };
  reader = quad_csv_reader_new (',', fill_cb, &pieces);

  g_assert_true (quad_csv_reader_next (reader, &row, &error));
  g_assert_cmpint (row.fault, ==, QUAD_CSV_FAULT_NONE);
  g_assert_true (quad_csv_reader_next (reader, &row, &error));
  g_assert_cmpint (row.fault, ==, QUAD_CSV_FAULT_TOO_LONG);
  g_assert_cmpuint (row.number, ==, 2);
  g_assert_true (quad_csv_reader_next (reader, &row, &error));
  g_assert_cmpint (row.fault, ==, QUAD_CSV_FAULT_NONE);
  g_assert_cmpuint (row.number, ==, 3);
  g_assert_cmpstr (row.fields[1], ==, "d");
  g_assert_false (quad_csv_reader_next (reader, &row, &error));
  g_assert_no_error (error);
}

static void
test_blank (void)
{
  g_autoptr (QuadCsvReader) reader = quad_csv_reader_new_for_text (',', ", ,\t\na,\n", -1);
  QuadCsvRow row;

  g_assert_true (quad_csv_reader_next (reader, &row, NULL));
  g_assert_true (quad_csv_row_is_blank (&row));
  g_assert_true (quad_csv_reader_next (reader, &row, NULL));
  g_assert_false (quad_csv_row_is_blank (&row));
}

static gboolean
fail_cb (GByteArray  *text,
         gboolean    *at_end,
         gpointer     user_data,
         GError     **error)
{
  guint *calls = user_data;

  if ((*calls)++ == 0)
    {
      g_byte_array_append (text, (const guint8 *) "a,b\n\"c", 6);
      *at_end = FALSE;
      return TRUE;
    }
  g_set_error (error, QUAD_ERROR, QUAD_ERROR_IO, "broken");
  return FALSE;
}

static void
test_failure (void)
{
  guint calls = 0;
  g_autoptr (QuadCsvReader) reader = quad_csv_reader_new (',', fail_cb, &calls);
  g_autoptr (GError) error = NULL;
  QuadCsvRow row;

  g_assert_true (quad_csv_reader_next (reader, &row, &error));
  g_assert_no_error (error);
  g_assert_false (quad_csv_reader_next (reader, &row, &error));
  g_assert_error (error, QUAD_ERROR, QUAD_ERROR_IO);
}

static char *
make_value (void)
{
  static const char *const bits[] = {
    "a", "Z", " ", "\"", "\"\"", ",", ";", "\t", "|", "\n", "\r\n", "\r", "ü", "北", "😀", "1.5",
    "Acme", "'", "\\", "\u00a0",
  };
  GString *value = g_string_new (NULL);
  int n = g_test_rand_int_range (0, 6);

  for (int i = 0; i < n; i++)
    g_string_append (value, bits[g_test_rand_int_range (0, G_N_ELEMENTS (bits))]);

  return g_string_free (value, FALSE);
}

/* Any table that is written is read back, whatever parts its fields, ends its lines, encodes its
 * text, and wherever the pieces are cut. */
static void
test_round_trip (void)
{
  static const char separators[] = { ',', ';', '\t', '|' };

  for (guint turn = 0; turn < 400; turn++)
    {
      char separator = separators[turn % G_N_ELEMENTS (separators)];
      int n_rows = g_test_rand_int_range (1, 8);
      int n_columns = g_test_rand_int_range (1, 6);
      g_autoptr (GPtrArray) values = g_ptr_array_new_with_free_func (g_free);
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (QuadCsvReader) reader = NULL;
      g_autoptr (GError) error = NULL;
      QuadCsvRow row;

      for (int r = 0; r < n_rows; r++)
        {
          for (int c = 0; c < n_columns; c++)
            {
              char *value = make_value ();

              g_ptr_array_add (values, value);
              quad_csv_append_field (text, separator, c == 0, value);
            }
          quad_csv_append_end (text);
          if (turn % 3 > 0)
            g_string_truncate (text, text->len - 2);
          if (turn % 3 > 0)
            g_string_append_c (text, turn % 3 == 1 ? '\n' : '\r');
        }

      Pieces pieces = { text->str, text->len, 0, (gsize) g_test_rand_int_range (1, 40) };
      reader = quad_csv_reader_new (separator, fill_cb, &pieces);
      for (int r = 0; r < n_rows; r++)
        {
          g_assert_true (quad_csv_reader_next (reader, &row, &error));
          g_assert_cmpint (row.fault, ==, QUAD_CSV_FAULT_NONE);
          g_assert_cmpuint (row.number, ==, (guint) r + 1);
          g_assert_cmpuint (row.n_fields, ==, (guint) n_columns);
          for (int c = 0; c < n_columns; c++)
            g_assert_cmpstr (row.fields[c], ==, g_ptr_array_index (values, r * n_columns + c));
        }
      g_assert_false (quad_csv_reader_next (reader, &row, &error));
      g_assert_no_error (error);
    }
}

static void
assert_decoded (const char   *bytes,
                gsize         length,
                QuadEncoding  encoding,
                const char   *expected)
{
  for (gsize size = 1; size <= length + 1; size++)
    {
      QuadEncodingSniffer sniffer = { 0 };
      QuadTextDecoder decoder;
      g_autoptr (GByteArray) text = g_byte_array_new ();

      for (gsize at = 0; at < length; at += size)
        quad_encoding_sniffer_push (&sniffer, (const guint8 *) bytes + at, MIN (size, length - at));
      g_assert_cmpint (quad_encoding_sniffer_finish (&sniffer), ==, encoding);

      quad_text_decoder_init (&decoder, encoding);
      for (gsize at = 0; at < length; at += size)
        quad_text_decoder_push (&decoder, (const guint8 *) bytes + at, MIN (size, length - at),
                                at + size >= length, text);
      g_assert_true (g_utf8_validate_len ((const char *) text->data, text->len, NULL));
      g_byte_array_append (text, (const guint8 *) "", 1);
      g_assert_cmpstr ((const char *) text->data, ==, expected);
    }
}

#define DECODED(bytes, encoding, expected) \
  assert_decoded (bytes, sizeof bytes - 1, QUAD_ENCODING_##encoding, expected)

static void
test_encodings (void)
{
  DECODED ("Name,Ort\n", UTF_8, "Name,Ort\n");
  DECODED ("\xef\xbb\xbfName", UTF_8, "Name");
  DECODED ("Z\xc3\xbcrich \xe2\x82\xac \xf0\x9f\x98\x80", UTF_8, "Zürich € 😀");
  DECODED ("Z\xfcrich", WINDOWS_1252, "Zürich");
  DECODED ("\x80 1 \x96 \x8cuvre \xff", WINDOWS_1252, "€ 1 – Œuvre ÿ");
  DECODED ("a\x81\x8d\x8f\x90\x9d", WINDOWS_1252, "a" FFFD FFFD FFFD FFFD FFFD);

  DECODED ("\xff\xfeN\0\xfc\0\xac\x20", UTF_16_LE, "Nü€");
  DECODED ("\xfe\xff\0N\0\xfc\x20\xac", UTF_16_BE, "Nü€");
  DECODED ("N\0a\0m\0e\0\n\0\xfc\0", UTF_16_LE, "Name\nü");
  DECODED ("\0N\0a\0m\0e\0\n\0\xfc", UTF_16_BE, "Name\nü");
  DECODED ("\xff\xfe\x3d\xd8\x00\xde\n\0", UTF_16_LE, "😀\n");
  DECODED ("\xfe\xff\xd8\x3d\xde\x00\0\n", UTF_16_BE, "😀\n");

  /* Halves of characters, alone, in the wrong order, at the end. */
  DECODED ("\xff\xfe\x3d\xd8" "a\0", UTF_16_LE, FFFD "a");
  DECODED ("\xff\xfe\x00\xde" "a\0", UTF_16_LE, FFFD "a");
  DECODED ("\xff\xfe\x3d\xd8\x3d\xd8\x00\xde", UTF_16_LE, FFFD "😀");
  DECODED ("\xff\xfe" "a\0\x3d\xd8", UTF_16_LE, "a" FFFD);
  DECODED ("\xff\xfe" "a\0b", UTF_16_LE, "a" FFFD);

  /* Damage in a text that is UTF-8 by all other signs does not change the rest. */
  DECODED ("\xef\xbb\xbf" "a\xff" "b", UTF_8, "a" FFFD "b");
  DECODED ("\xc3\xbc\xc3\xbc\xc3\xbc\xc3\xbc\xc3\xbc\xff\n", UTF_8, "üüüüü" FFFD "\n");
  DECODED ("\xc3\xbc\xc3\xbc\xc3\xbc\xc3\xbc\xc3\xbc\xe2\x82", UTF_8, "üüüüü" FFFD FFFD);
  DECODED ("a,b\0c\n", UTF_8, "a,b" FFFD "c\n");

  /* Surrogates, over-long forms and what is beyond Unicode are not UTF-8. */
  DECODED ("\xed\xa0\x80", WINDOWS_1252, "í\u00a0€");
  DECODED ("\xc0\xaf", WINDOWS_1252, "À¯");
  DECODED ("\xf4\x90\x80\x80", WINDOWS_1252, "ô" FFFD "€€");
}

#define GUESS(bytes, kind) \
  g_assert_cmpint (quad_file_kind_guess ((const guint8 *) bytes, sizeof bytes - 1), ==, \
                   QUAD_LIST_KIND_##kind)

static void
test_list_kinds (void)
{
  GUESS ("", TEXT);
  GUESS ("Name,Revenue\nAcme,1\n", TEXT);
  GUESS ("B", TEXT);
  GUESS ("PK\x03\x04\x14\0\x06\0[Content_Types].xml", WORKBOOK);
  GUESS ("BEGIN:VCARD\r\n", CARDS);
  GUESS ("\xef\xbb\xbf\r\nbegin:vcard\n", CARDS);
  GUESS ("\xff\xfe" "B\0E\0G\0I\0N\0:\0V\0C\0A\0R\0D\0", CARDS);
  GUESS ("\xfe\xff" "\0B\0E\0G\0I\0N\0:\0V\0C\0A\0R\0D", CARDS);
  GUESS ("\xff\xfe" "B\0E\0G\0I\0N\0:\0", TEXT);
  GUESS ("BEGIN:VCALENDAR\r\n", TEXT);
}

static void
assert_kind (const char *bytes,
             gsize       length,
             const char *expected)
{
  const char *explanation = quad_file_kind_explain ((const guint8 *) bytes, length);

  if (expected == NULL)
    {
      g_assert_null (explanation);
      return;
    }
  g_assert_nonnull (explanation);
  g_assert_nonnull (strstr (explanation, "%s"));
  if (strstr (explanation, expected) == NULL)
    g_error ("“%s” is not in “%s”", expected, explanation);
}

#define KIND(bytes, expected) assert_kind (bytes, sizeof bytes - 1, expected)

static void
test_kinds (void)
{
  KIND ("%PDF-1.7\n%\xe2\xe3", "PDF");
  KIND ("PK\x03\x04\x14\0\0\0mimetypeapplication/vnd.oasis.opendocument.spreadsheet",
        "spreadsheet");
  KIND ("\x7f" "ELF\x02\x01\x01\0\0", "program");
  KIND ("MZ\x90\0\x03\0\0\0", "program");
  KIND ("\x89PNG\r\n\x1a\n\0\0", "picture");
  KIND ("\xff\xd8\xff\xe0\0\x10JFIF", "picture");
  KIND ("SQLite format 3\0", "database");
  KIND ("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0", "older office");
  KIND ("\xef\xbb\xbf <!DOCTYPE html><html>", "web page");
  KIND ("<?xml version='1.0'?>", "XML");
  KIND ("\x1f\x8b\x08\0\0", "archive");
  KIND ("\xff\xfe\0\0N\0\0\0", "UTF-32");
  KIND ("\x01\x02\x03\x04\x05\x06\x07\x08\x01\x02\x03\x04", "not a text file");
  KIND ("\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0", "not a text file");
  KIND ("\1\0\2\3\1\0\2\3\1\0\2\3\1\0\2\3", "not a text file");
  KIND ("\0\1\3\2\0\1\3\2\0\1\3\2\0\1\3\2", "not a text file");

  KIND ("", NULL);
  KIND ("Name,Revenue\nAcme,1\n", NULL);
  KIND ("MZ Motors,12\nBZh,2\nID3,1\n", NULL);
  KIND ("\xff\xfeN\0a\0m\0e\0", NULL);
  KIND ("\xff\xfe\x1d\x04\x30\x04\x37\x04\n\0", NULL);
  KIND ("N\0a\0m\0e\0,\0O\0r\0t\0\n\0", NULL);
  KIND ("\0N\0a\0m\0e\0,\0O\0r\0t\0\n", NULL);
  KIND ("Name,Ort\nA\0cme,Berlin,a long text with one zero in it, which is damage\n", NULL);
}

static void
assert_refused (const char *path,
                QuadError   code,
                const char *said)
{
  g_autoptr (GError) error = NULL;
  QuadListFile *file = quad_list_file_open (path, &error);

  g_assert_null (file);
  g_assert_error (error, QUAD_ERROR, (int) code);
  if (strstr (error->message, said) == NULL)
    g_error ("“%s” is not in “%s”", said, error->message);
}

static void
test_refused_files (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("quad-csv-XXXXXX", &error);
  g_autofree char *fifo = g_build_filename (folder, "fifo.csv", NULL);
  g_autofree char *empty = g_build_filename (folder, "empty.csv", NULL);
  g_autofree char *pdf = g_build_filename (folder, "report.pdf", NULL);
  g_autofree char *missing = g_build_filename (folder, "missing.csv", NULL);
  g_autofree char *below = g_build_filename (empty, "list.csv", NULL);

  g_assert_no_error (error);
  g_assert_cmpint (mkfifo (fifo, 0600), ==, 0);
  g_assert_true (g_file_set_contents (empty, "", 0, NULL));
  g_assert_true (g_file_set_contents (pdf, "%PDF-1.7\n", -1, NULL));

  assert_refused (folder, QUAD_ERROR_INVALID_INPUT, "is a folder");
  assert_refused (fifo, QUAD_ERROR_INVALID_INPUT, "“fifo.csv” is not a regular file");
  assert_refused ("/dev/zero", QUAD_ERROR_INVALID_INPUT, "is not a regular file");
  assert_refused (empty, QUAD_ERROR_INVALID_INPUT, "“empty.csv” is empty");
  assert_refused (pdf, QUAD_ERROR_INVALID_INPUT, "“report.pdf” is a PDF document");
  assert_refused (missing, QUAD_ERROR_NOT_FOUND, "“missing.csv”");
  assert_refused (below, QUAD_ERROR_NOT_FOUND, "“list.csv”");

  /* root may read everything */
  g_assert_cmpint (g_chmod (empty, 0), ==, 0);
  if (g_access (empty, R_OK) != 0)
    assert_refused (empty, QUAD_ERROR_IO, "may not be read");

  g_remove (fifo);
  g_remove (empty);
  g_remove (pdf);
  g_rmdir (folder);
}

static void
test_changing_file (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  g_autofree char *large = g_malloc0 (600000);
  g_autoptr (QuadListFile) file = NULL;
  g_autoptr (GByteArray) text = g_byte_array_new ();
  gboolean at_end = FALSE;
  int fd = g_file_open_tmp ("quad-csv-XXXXXX", &path, &error);

  g_assert_no_error (error);
  close (fd);
  memset (large, 'a', 599999);
  g_assert_true (g_file_set_contents (path, large, 599999, NULL));

  file = quad_list_file_open (path, &error);
  g_assert_no_error (error);
  g_assert_cmpfloat (quad_list_file_get_fraction (file), ==, 0.0);
  g_assert_true (quad_list_file_read (file, text, &at_end, &error));
  g_assert_false (at_end);
  g_assert_cmpfloat (quad_list_file_get_fraction (file), >, 0.4);
  g_assert_cmpfloat (quad_list_file_get_fraction (file), <, 0.5);

  g_assert_cmpint (truncate (path, 300000), ==, 0);
  while (!at_end && quad_list_file_read (file, text, &at_end, &error))
    ;
  g_assert_error (error, QUAD_ERROR, QUAD_ERROR_IO);
  g_clear_error (&error);
  g_assert_false (quad_list_file_rewind (file, &error));
  g_assert_error (error, QUAD_ERROR, QUAD_ERROR_IO);

  g_remove (path);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/csv/rows", test_rows);
  g_test_add_func ("/csv/quotes", test_quotes);
  g_test_add_func ("/csv/open-quote", test_open_quote);
  g_test_add_func ("/csv/many-open-quotes", test_many_open_quotes);
  g_test_add_func ("/csv/long-row", test_long_row);
  g_test_add_func ("/csv/blank", test_blank);
  g_test_add_func ("/csv/failure", test_failure);
  g_test_add_func ("/csv/round-trip", test_round_trip);
  g_test_add_func ("/csv/encodings", test_encodings);
  g_test_add_func ("/csv/kinds", test_kinds);
  g_test_add_func ("/csv/list-kinds", test_list_kinds);
  g_test_add_func ("/csv/refused-files", test_refused_files);
  g_test_add_func ("/csv/changing-file", test_changing_file);

  return g_test_run ();
}
