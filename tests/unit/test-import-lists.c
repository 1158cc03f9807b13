/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include <glib.h>

#include "quad-account.h"
#include "quad-contact.h"
#include "quad-import-session.h"

static const QuadCurrency euro = { "EUR", 2 };

static void
append_record (GString          *text,
               const char       *indent,
               const QuadRecord *record)
{
  const QuadSchema *schema = quad_record_get_schema (record);

  for (guint i = 0; i < schema->n_fields; i++)
    {
      const QuadField *field = &schema->fields[i];
      g_autofree char *value = NULL;

      if (!quad_record_has (record, i))
        continue;

      switch (field->kind)
        {
        case QUAD_KIND_TEXT:
        case QUAD_KIND_LINES:
          value = g_strdup (quad_record_get_text (record, i));
          for (char *p = value; *p != '\0'; p++)
            if (*p == '\n')
              *p = '~';
          break;
        case QUAD_KIND_MONEY:
          value = quad_money_to_decimal (quad_record_get_number (record, i), 2);
          break;
        case QUAD_KIND_DATE:
          value = quad_date_to_iso ((QuadDate) quad_record_get_number (record, i));
          break;
        case QUAD_KIND_WORD:
          value = g_strdup (field->words->values[quad_record_get_number (record, i)].nick);
          break;
        case QUAD_KIND_TIME:
        case QUAD_KIND_NUMBER:
        case QUAD_KIND_FLAG:
        case QUAD_KIND_LINK:
          value = g_strdup_printf ("%" G_GINT64_FORMAT, quad_record_get_number (record, i));
          break;
        }
      g_string_append_printf (text, "%s%s: %s\n", indent, field->name, value);
    }
}

/* All that a session finds out, as a text. */
static char *
describe (QuadImportSession *session)
{
  QuadImportSource *source = QUAD_IMPORT_SOURCE (session);
  g_autoptr (GError) error = NULL;
  GString *text = g_string_new (NULL);
  const QuadImportColumn *columns;
  GPtrArray *rejects;
  QuadImportRow row = { 0 };
  guint n_columns, n_rows = 0;
  char separator = quad_import_session_get_separator (session);

  columns = quad_import_session_get_columns (session, &n_columns);
  g_string_append_printf (text, "%s, %s, header in row %u%s\n",
                          quad_import_session_get_encoding (session),
                          separator == '\t' ? "tab" : (char[]) { separator, '\0' },
                          quad_import_session_get_header_row (session),
                          quad_import_session_is_people (session) ? ", people" : "");
  for (guint i = 0; i < n_columns; i++)
    if (columns[i].target != NULL)
      g_string_append_printf (text, "%s -> %s\n", columns[i].name, columns[i].target);

  while (quad_import_source_next (source, &row, &error))
    {
      n_rows++;
      g_string_append_printf (text, "row %u, new: %s%s%s\n", row.row,
                              quad_tier_get_nick (row.new_tier),
                              row.new_source != NULL ? ", from " : "",
                              row.new_source != NULL ? row.new_source : "");
      append_record (text, "  ", row.account);
      for (guint i = 0; row.contacts != NULL && i < row.contacts->len; i++)
        {
          g_string_append (text, "  contact\n");
          append_record (text, "    ", g_ptr_array_index (row.contacts, i));
        }
      quad_import_row_clear (&row);
    }
  g_assert_no_error (error);
  g_assert_cmpuint (n_rows, ==, quad_import_session_get_n_accepted (session));

  rejects = quad_import_session_get_rejects (session);
  g_assert_cmpuint (rejects->len, ==, quad_import_session_get_n_rejected (session));
  for (guint i = 0; i < rejects->len; i++)
    {
      QuadImportReject *reject = g_ptr_array_index (rejects, i);

      g_string_append_printf (text, "rejected %u, %s, %s: %s\n", reject->row, reject->column,
                              reject->value, reject->reason);
    }
  return g_string_free (text, FALSE);
}

static QuadImportSession *
open_list (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "lists", name, NULL);
  g_autoptr (GError) error = NULL;
  QuadImportSession *session = quad_import_session_open (path, &euro, &error);

  g_assert_no_error (error);
  g_assert_nonnull (session);
  return session;
}

/* Every list of another system comes in with no help, and lands where it should. Set
 * QUAD_WRITE_EXPECTED to write what comes out, and read it before it is kept. */
static void
test_list (gconstpointer data)
{
  const char *name = data;
  g_autoptr (QuadImportSession) session = open_list (name);
  g_autofree char *file = g_strconcat (name, ".expected", NULL);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "lists", file, NULL);
  g_autofree char *expected = NULL;
  g_autofree char *text = NULL;
  g_autofree char *again = NULL;
  g_autoptr (GError) error = NULL;

  quad_import_session_scan (session, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  text = describe (session);

  if (g_getenv ("QUAD_WRITE_EXPECTED") != NULL)
    g_file_set_contents (path, text, -1, &error);
  else
    g_file_get_contents (path, &expected, NULL, &error);
  g_assert_no_error (error);
  if (expected != NULL)
    g_assert_cmpstr (text, ==, expected);

  /* A preview reads the rows, and the import reads them again. */
  g_assert_true (quad_import_source_begin (QUAD_IMPORT_SOURCE (session), &error));
  again = describe (session);
  g_assert_cmpstr (again, ==, text);
}

static void
add_list_tests (void)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "data", "lists", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, &error);
  const char *name;

  g_assert_no_error (error);
  while ((name = g_dir_read_name (dir)) != NULL)
    if (!g_str_has_suffix (name, ".expected"))
      {
        g_autofree char *path = g_strconcat ("/import-lists/", name, NULL);

        g_test_add_data_func_full (path, g_strdup (name), test_list, g_free);
      }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add_list_tests ();

  return g_test_run ();
}
