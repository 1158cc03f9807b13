/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "quad-error.h"
#include "quad-import-mapping.h"

/* How a list is read where a person knows better, what its values say by themselves, and that it is
 * remembered. */

static const QuadCurrency euro = { "EUR", 2 };

static QuadImportSession *
open_text (const char *text,
           gssize      length)
{
  g_autoptr (GError) error = NULL;
  QuadImportSession *session;

  session = quad_import_session_open_text ("list.csv", text,
                                           length < 0 ? strlen (text) : (gsize) length, &euro,
                                           &error);
  g_assert_no_error (error);
  return session;
}

static void
scan (QuadImportSession *session)
{
  g_autoptr (GError) error = NULL;

  quad_import_session_scan (session, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

/* "Name=name Web=website": what each column holds, with ! where that is known by the values, ?
 * where it was remembered and * where it was decided. */
static void
assert_columns (QuadImportSession *session,
                const char        *expected)
{
  static const char *const marks[] = { "", "", "!", "?", "*" };
  g_autoptr (GString) text = g_string_new (NULL);
  const QuadImportColumn *columns;
  guint n;

  columns = quad_import_session_get_columns (session, &n);
  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%s%s=%s%s%s", i > 0 ? " " : "", columns[i].name,
                            columns[i].is_note ? "note:" : "",
                            columns[i].target != NULL ? columns[i].target : "",
                            marks[columns[i].guess]);
  g_assert_cmpstr (text->str, ==, expected);
}

static char *
read_first (QuadImportSession *session,
            guint              field)
{
  g_autoptr (GError) error = NULL;
  QuadImportRow row = { 0 };
  char *text;

  scan (session);
  g_assert_true (quad_import_source_begin (QUAD_IMPORT_SOURCE (session), &error));
  g_assert_true (quad_import_source_next (QUAD_IMPORT_SOURCE (session), &row, &error));
  g_assert_no_error (error);
  text = quad_kind_is_text (quad_account_schema.fields[field].kind)
           ? g_strdup (quad_record_get_text (row.account, field))
           : g_strdup_printf ("%" G_GINT64_FORMAT, quad_record_get_number (row.account, field));
  quad_import_row_clear (&row);
  return text;
}

static void
test_values_say_what_columns_hold (void)
{
  static const struct
  {
    const char *text;
    const char *columns;
  } table[] = {
    { "X,Y,Z\nAcme GmbH,a@acme.de,acme.de\nBirch AG,b@birch.de,https://birch.de/\n"
      "Cedar,c@gmail.com,www.cedar.fr\n", "X=name! Y=email! Z=website!" },
    /* one owner for all is nobody's address; pages and pictures are no sites */
    { "Name,X,Y\nA,me@own.de,https://a.de/logo.png\nB,me@own.de,https://b.de/x.png\n"
      "C,you@own.de,https://c.de/y.png\n", "Name=name X= Y=" },
    /* what is known already is not taken from elsewhere */
    { "Name,Email Opt Out,Parent Account\nA,0,A GmbH\nB,1,B GmbH\nC,0,C GmbH\n",
      "Name=name Email Opt Out= Parent Account=" },
    { "Name,Email,X\nA,a@a.de,x@a.de\nB,b@b.de,x@b.de\nC,c@c.de,x@c.de\n",
      "Name=name Email=email X=" },
    /* two rows say nothing */
    { "Name,X\nA,a@a.de\nB,b@b.de\n", "Name=name X=" },
    { "First Name,Last Name,Company,X\nA,B,C,a@a.de\nD,E,F,d@d.de\nG,H,I,g@g.de\n",
      "First Name=contact-name Last Name=contact-name Company=name X=contact-email!" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (QuadImportSession) session = open_text (table[i].text, -1);

      g_test_message ("%s", table[i].text);
      assert_columns (session, table[i].columns);
    }
}

static void
test_layout (void)
{
  static const char latin[] = "Name,Region\nM\xfcller,Z\xfcrich\n";
  static const char text[] = "Bericht\n\nName;Umsatz;Kunde seit\nA, B;1.234;03.04.2024\n";
  g_autoptr (QuadImportSession) session = open_text (text, -1);
  g_autoptr (QuadImportSession) coded = open_text (latin, sizeof latin - 1);
  g_autoptr (GPtrArray) samples = NULL;
  g_autoptr (GError) error = NULL;
  QuadImportSample *sample;
  char *value;

  g_assert_cmpint (quad_import_session_get_separator (session), ==, ';');
  g_assert_cmpuint (quad_import_session_get_header_row (session), ==, 3);
  samples = quad_import_session_read_samples (session, 50, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (samples->len, ==, 1);
  sample = g_ptr_array_index (samples, 0);
  g_assert_cmpuint (sample->row, ==, 4);
  g_assert_cmpstr (sample->fields[0], ==, "A, B");
  g_assert_null (sample->fields[3]);

  /* an amount with one point is read as decided */
  quad_import_session_set_decimal_mark (session, QUAD_DECIMAL_MARK_COMMA);
  value = read_first (session, QUAD_ACCOUNT_REVENUE);
  g_assert_cmpstr (value, ==, "123400");
  g_free (value);
  quad_import_session_set_decimal_mark (session, QUAD_DECIMAL_MARK_POINT);
  value = read_first (session, QUAD_ACCOUNT_REVENUE);
  g_assert_cmpstr (value, ==, "123");
  g_free (value);

  g_assert_true (quad_import_session_set_separator (session, ',', &error));
  g_assert_cmpint (quad_import_session_get_separator (session), ==, ',');
  g_assert_true (quad_import_session_set_separator (session, '\0', &error));
  g_assert_true (quad_import_session_set_header_row (session, 1, &error));
  assert_columns (session, "Bericht=");
  g_assert_true (quad_import_session_set_header_row (session, 0, &error));
  assert_columns (session, "Name=name Umsatz=revenue Kunde seit=client-since");
  g_assert_false (quad_import_session_set_separator (session, 'x', &error));
  g_assert_error (error, QUAD_ERROR, QUAD_ERROR_INVALID_INPUT);
  g_clear_error (&error);

  g_assert_cmpstr (quad_import_session_get_encoding (coded), ==, "Windows-1252");
  g_assert_true (quad_import_session_set_encoding (coded, QUAD_ENCODING_UTF_8, &error));
  scan (coded);
  g_assert_cmpuint (quad_import_session_get_n_rejected (coded), ==, 1);
}

static void
test_values (void)
{
  g_autoptr (QuadImportSession) session =
    open_text ("Name,Type,Industry\nA,Customer,IT\nB,Partner,IT\nC,Customer,\n", -1);
  g_autoptr (GPtrArray) values = NULL;
  g_autoptr (GError) error = NULL;
  QuadImportValue *value;

  scan (session);
  values = quad_import_session_list_values (session);
  g_assert_cmpuint (values->len, ==, 3);
  value = g_ptr_array_index (values, 0);
  g_assert_cmpstr (value->value, ==, "Partner");
  g_assert_cmpstr (value->column, ==, "Type");
  g_assert_null (value->meaning);
  value = g_ptr_array_index (values, 1);
  g_assert_cmpstr (value->value, ==, "Customer");
  g_assert_cmpstr (value->meaning, ==, "secondary");
  g_assert_cmpuint (value->n_rows, ==, 2);
  g_assert_false (value->is_decided);
  value = g_ptr_array_index (values, 2);
  g_assert_cmpint (value->field, ==, QUAD_VALUE_VERTICAL);
  g_assert_cmpstr (value->meaning, ==, "IT");

  g_assert_false (quad_import_session_set_value (session, QUAD_VALUE_TIER, "Partner", "friend",
                                                 &error));
  g_assert_error (error, QUAD_ERROR, QUAD_ERROR_INVALID_INPUT);
  g_clear_error (&error);
  g_assert_true (quad_import_session_set_value (session, QUAD_VALUE_TIER, " PARTNER ", "ideal",
                                                &error));
  scan (session);
  g_assert_cmpuint (quad_import_session_get_n_rejected (session), ==, 0);
  g_clear_pointer (&values, g_ptr_array_unref);
  values = quad_import_session_list_values (session);
  for (guint i = 0; i < values->len; i++)
    {
      value = g_ptr_array_index (values, i);
      if (strcmp (value->value, "Partner") == 0)
        {
          g_assert_true (value->is_decided);
          g_assert_cmpstr (value->meaning, ==, "ideal");
        }
    }
  g_assert_true (quad_import_session_set_value (session, QUAD_VALUE_TIER, "Partner", NULL, &error));
  scan (session);
  g_assert_cmpuint (quad_import_session_get_n_rejected (session), ==, 1);
}

static void
test_mapping (void)
{
  static const char text[] = "Betrieb X;Was;Sorte;Fax\nA;1.234;Gold;12\nB;5;Gold;\n";
  static const char turned[] = "Fax;Sorte;Was;Betrieb X\n7;Gold;1.234;C\n";
  g_autoptr (QuadImportSession) session = open_text (text, -1);
  g_autoptr (QuadImportSession) next = open_text (turned, -1);
  g_autoptr (QuadImportSession) other = open_text ("Fax;Sorte\n1;2\n", -1);
  g_autoptr (QuadImportOptions) options = quad_import_options_new ();
  g_autoptr (QuadImportOptions) read = quad_import_options_new ();
  g_autoptr (GPtrArray) mappings = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  g_autofree char *notes = NULL;
  g_autofree char *match = NULL;
  g_autofree char *again = NULL;
  const char *mapping;

  g_assert_null (quad_import_mapping_save (session, options, NULL));
  g_assert_true (quad_import_session_map (session, "name", "Betrieb X", &error));
  g_assert_true (quad_import_session_map (session, "revenue", "Was", &error));
  g_assert_true (quad_import_session_map (session, "tier", "Sorte", &error));
  g_assert_true (quad_import_session_set_note (session, "Fax", TRUE, &error));
  g_assert_true (quad_import_session_set_value (session, QUAD_VALUE_TIER, "Gold", "key", &error));
  quad_import_session_set_decimal_mark (session, QUAD_DECIMAL_MARK_COMMA);
  quad_import_session_set_source (session, "Fair");
  g_assert_true (quad_import_options_parse_match (options, "name", &error));
  g_assert_true (quad_import_options_parse_policy (options, "phone=keep", &error));
  assert_columns (session, "Betrieb X=name* Was=revenue* Sorte=tier* Fax=note:notes*");

  g_ptr_array_add (mappings, g_strdup ("no mapping"));
  g_ptr_array_add (mappings, quad_import_mapping_save (session, options, "Factory"));
  g_assert_null (quad_import_mapping_find (mappings, other));
  g_assert_null (quad_import_mapping_find_name (mappings, "Other"));
  mapping = quad_import_mapping_find (mappings, next);
  g_assert_nonnull (mapping);
  g_assert_true (mapping == quad_import_mapping_find_name (mappings, "Factory"));

  g_assert_true (quad_import_mapping_apply (next, read, mapping, &error));
  assert_columns (next, "Fax=note:notes? Sorte=tier? Was=revenue? Betrieb X=name?");
  g_assert_cmpstr (quad_import_session_get_source (next), ==, "Fair");
  g_assert_cmpint (quad_import_session_get_decimal_mark (next), ==, QUAD_DECIMAL_MARK_COMMA);
  notes = read_first (next, QUAD_ACCOUNT_NOTES);
  g_assert_cmpstr (notes, ==, "Fax: 7");
  match = quad_import_options_dup_match (read);
  g_assert_cmpstr (match, ==, "name");
  g_assert_cmpint (quad_import_options_get_policy (read, QUAD_ACCOUNT_PHONE), ==, QUAD_IMPORT_KEEP);

  /* what was read is what is written */
  again = quad_import_mapping_save (next, read, "Factory");
  g_assert_cmpstr (again, ==, mapping);

  g_assert_false (quad_import_mapping_apply (next, read, "no mapping", &error));
  g_assert_error (error, QUAD_ERROR, QUAD_ERROR_INVALID_INPUT);
}

/* A text in the book that somebody else wrote does no harm. */
static void
test_strange_mappings (void)
{
  static const char *const mappings[] = {
    "{}", "[]", "null", "{\"columns\":[1],\"notes\":{},\"values\":\"x\",\"policies\":7}",
    "{\"columns\":{\"name\":5,\"revenue\":\"Nowhere\"},\"notes\":[1,null,\"Nowhere\"]}",
    "{\"values\":[1,{},{\"field\":\"tier\"},{\"field\":\"x\",\"value\":\"y\",\"meaning\":\"z\"}]}",
    "{\"separator\":\"\",\"header-row\":-5,\"encoding\":\"EBCDIC\",\"as\":\"kings\"}",
    "{\"header-row\":\"x\",\"match\":5,\"policy\":\"sometimes\",\"decimal-mark\":\"both\"}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (mappings); i++)
    {
      g_autoptr (QuadImportSession) session = open_text ("Name,X\nA,1\n", -1);
      g_autoptr (QuadImportOptions) options = quad_import_options_new ();

      g_test_message ("%s", mappings[i]);
      quad_import_mapping_apply (session, options, mappings[i], NULL);
      assert_columns (session, "Name=name X=");
      scan (session);
      g_assert_cmpuint (quad_import_session_get_n_accepted (session), ==, 1);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/import-mapping/values-say-what-columns-hold",
                   test_values_say_what_columns_hold);
  g_test_add_func ("/import-mapping/layout", test_layout);
  g_test_add_func ("/import-mapping/values", test_values);
  g_test_add_func ("/import-mapping/mapping", test_mapping);
  g_test_add_func ("/import-mapping/strange-mappings", test_strange_mappings);

  return g_test_run ();
}
