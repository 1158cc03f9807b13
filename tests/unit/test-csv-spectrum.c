/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include <glib.h>
#include <json-glib/json-glib.h>

#include "quad-csv-reader.h"
#include "quad-list-file.h"
#include "quad-list-format.h"

#define N_FILES 12

static char *
build_path (const char *folder,
            const char *name,
            const char *ending)
{
  g_autofree char *file = g_strconcat (name, ending, NULL);

  return g_test_build_filename (G_TEST_DIST, "data", "csv-spectrum", folder, file, NULL);
}

/* The whole file as text, through what reads every list. */
static GByteArray *
read_list (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (QuadListFile) file = quad_list_file_open (path, &error);
  GByteArray *text = g_byte_array_new ();
  gboolean at_end = FALSE;

  g_assert_no_error (error);
  while (!at_end && quad_list_file_read (file, text, &at_end, &error))
    ;
  g_assert_no_error (error);
  return text;
}

/* One file of the suite has its only row without an array around it. */
static JsonArray *
get_rows (JsonParser *parser)
{
  JsonNode *root = json_parser_get_root (parser);
  JsonArray *rows;

  if (JSON_NODE_HOLDS_ARRAY (root))
    return json_array_ref (json_node_get_array (root));
  rows = json_array_new ();
  json_array_add_element (rows, json_node_copy (root));
  return rows;
}

static void
assert_row (JsonObject       *expected,
            char            **headers,
            guint             n_headers,
            const QuadCsvRow *row)
{
  g_assert_cmpint (row->fault, ==, QUAD_CSV_FAULT_NONE);
  g_assert_cmpuint (row->n_fields, ==, n_headers);
  g_assert_cmpuint (json_object_get_size (expected), ==, n_headers);
  for (guint i = 0; i < n_headers; i++)
    {
      const char *value;

      g_assert_true (json_object_has_member (expected, headers[i]));
      value = json_object_get_string_member (expected, headers[i]);

      /* Version 2.0.0 has another number in the JSON of location_coordinates than in its CSV. */
      if (g_strcmp0 (value, "1234567890") == 0)
        value = "2095257564";
      g_assert_cmpstr (row->fields[i], ==, value);
    }
}

static void
test_file (gconstpointer data)
{
  g_autofree char *path = build_path ("csvs", data, ".csv");
  g_autofree char *json_path = build_path ("json", data, ".json");
  g_autoptr (GByteArray) text = read_list (path);
  g_autoptr (QuadCsvReader) reader =
    quad_csv_reader_new_for_text (',', (const char *) text->data, (gssize) text->len);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) headers = NULL;
  QuadListFormat format;
  g_autoptr (JsonArray) rows = NULL;
  QuadCsvRow row;
  guint n = 0;

  json_parser_load_from_file (parser, json_path, &error);
  g_assert_no_error (error);
  rows = get_rows (parser);

  /* what parts the fields, and where the names stand, is found out */
  quad_list_format_sniff (&format, '\0', (const char *) text->data, text->len, TRUE, 0);
  g_assert_cmpint (format.separator, ==, ',');
  g_assert_cmpuint (format.header_row, ==, 1);

  g_assert_true (quad_csv_reader_next (reader, &row, &error));
  g_assert_cmpuint (row.n_fields, ==, format.n_headers);
  headers = g_new0 (char *, row.n_fields + 1);
  for (guint i = 0; i < row.n_fields; i++)
    headers[i] = g_strdup (row.fields[i]);

  while (quad_csv_reader_next (reader, &row, &error))
    {
      g_assert_cmpuint (n, <, json_array_get_length (rows));
      assert_row (json_array_get_object_element (rows, n++), headers, format.n_headers, &row);
    }
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, json_array_get_length (rows));
  quad_list_format_clear (&format);
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *folder = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = NULL;
  const char *name;
  guint n = 0;

  g_test_init (&argc, &argv, NULL);

  folder = g_test_build_filename (G_TEST_DIST, "data", "csv-spectrum", "csvs", NULL);
  dir = g_dir_open (folder, 0, &error);
  g_assert_no_error (error);
  for (; (name = g_dir_read_name (dir)) != NULL; n++)
    {
      char *bare = g_strndup (name, strlen (name) - strlen (".csv"));
      g_autofree char *path = g_strconcat ("/csv-spectrum/", bare, NULL);

      g_test_add_data_func_full (path, bare, test_file, g_free);
    }
  g_assert_cmpuint (n, ==, N_FILES);

  return g_test_run ();
}
