/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include <glib.h>
#include <glib/gstdio.h>

#include "quad-cell-format.h"
#include "quad-error.h"
#include "quad-list-file.h"
#include "zip-fixture.h"

#define SHEET(rows) "<worksheet><sheetData>" rows "</sheetData></worksheet>"

static QuadListFile *
open_zip (ZipFixture  *zip,
          GError     **error)
{
  g_autoptr (GByteArray) bytes = zip_fixture_finish (zip);

  return quad_list_file_new_for_text ("list.xlsx", (const char *) bytes->data, bytes->len, error);
}

/* All of the sheet as separated values, or NULL with an error. */
static char *
read_all (QuadListFile  *file,
          GError       **error)
{
  g_autoptr (GByteArray) text = g_byte_array_new ();
  gboolean at_end = FALSE;

  while (!at_end)
    {
      guint before = text->len;

      if (!quad_list_file_read (file, text, &at_end, error))
        return NULL;

      /* Whatever is in a file, a piece of it stays a piece. */
      g_assert_cmpuint (text->len - before, <, 64 * 1024 * 1024);
      g_assert_cmpfloat (quad_list_file_get_fraction (file), <=, 1.0);
    }
  g_byte_array_append (text, (const guint8 *) "", 1);
  g_assert_true (g_utf8_validate ((const char *) text->data, -1, NULL));
  return g_strdup ((const char *) text->data);
}

static void
assert_rows (ZipFixture *zip,
             const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (QuadListFile) file = open_zip (zip, &error);
  g_autofree char *text = NULL;
  g_autofree char *again = NULL;

  g_assert_no_error (error);
  g_assert_cmpint (quad_list_file_get_kind (file), ==, QUAD_LIST_KIND_WORKBOOK);
  g_assert_cmpint (quad_list_file_get_separator (file), ==, ',');
  text = read_all (file, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (text, ==, expected);

  g_assert_true (quad_list_file_rewind (file, &error));
  again = read_all (file, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (again, ==, expected);
}

static void
assert_refused (ZipFixture *zip,
                const char *said)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (QuadListFile) file = open_zip (zip, &error);
  g_autofree char *text = NULL;

  if (file != NULL)
    text = read_all (file, &error);
  g_assert_null (text);
  g_assert_error (error, QUAD_ERROR, QUAD_ERROR_INVALID_INPUT);
  if (strstr (error->message, said) == NULL)
    g_error ("“%s” is not in “%s”", said, error->message);
}

static void
test_cells (void)
{
  ZipFixture *zip = zip_fixture_new_workbook (SHEET (
    "<row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1' t='inlineStr'><is><t>In, line</t></is></c>"
    "<c r='D1' t='str'><f>A1</f><v>of a formula</v></c></row>"
    "<row r='3'><c r='A3'><v>1234.5</v></c><c r='B3'><v>12.345</v></c><c r='C3'><v>1.5E+6</v></c>"
    "<c r='D3'><v>1234.5600000000001</v></c><c r='E3'><v>10001</v></c><c r='F3'><v>-1E-3</v></c>"
    "</row>"
    "<row><c t='b'><v>1</v></c><c t='b'><v>0</v></c><c t='e'><v>#REF!</v></c><c/><c/>"
    "<c t='d'><v>2024-03-15</v></c></row>"
    "<row r='5'><c r='A5' s='1'/><c r='C5' t='s'><v>1</v></c><c t='s'><v>2</v></c></row>"));

  zip_fixture_add (zip, "xl/sharedStrings.xml",
                   "<sst><si><t>Name</t></si>"
                   "<si><r><t>rich </t></r><r><t xml:space='preserve'>\"text\" </t></r>"
                   "<rPh sb='0' eb='1'><t>reading</t></rPh></si>"
                   "<si><t>a_x000D_b_x005F_x_x0000_&amp;&#228;</t></si></sst>");
  assert_rows (zip,
               "Name,\"In, line\",,of a formula\n"
               "\n"
               "1234.5,12.3450,1500000,1234.56,10001,-0.0010\n"
               "TRUE,FALSE,#REF!,,,2024-03-15\n"
               ",,\"rich \"\"text\"\" \",\"a\rb_x\xef\xbf\xbd&ä\"\n");
}

static void
assert_number (const char     *number,
               QuadCellFormat  format,
               gboolean        from_1904,
               const char     *expected)
{
  g_autofree char *text = quad_cell_format_number (number, format, from_1904);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_numbers (void)
{
  const QuadCellFormat plain = { 0 };
  const QuadCellFormat zeros = quad_cell_format_from_code ("00000");

  assert_number ("0", plain, FALSE, "0");
  assert_number ("-7", plain, FALSE, "-7");
  assert_number ("1.2345678901234567E+17", plain, FALSE, "123456789012345664");
  assert_number ("1e300", plain, FALSE, "1e300");
  assert_number ("1e-9", plain, FALSE, "0.000000001");
  assert_number ("0.1", plain, FALSE, "0.1");
  assert_number ("999.999", plain, FALSE, "999.9990");
  assert_number ("491701234567890", plain, FALSE, "491701234567890");
  assert_number ("nan", plain, FALSE, "nan");
  assert_number ("0x10", plain, FALSE, "0x10");
  assert_number ("12 apples", plain, FALSE, "12 apples");
  assert_number ("1234", zeros, FALSE, "01234");
  assert_number ("123456", zeros, FALSE, "123456");
  assert_number ("12.5", zeros, FALSE, "12.5");
}

static void
test_dates (void)
{
  const QuadCellFormat day = quad_cell_format_from_id (14);
  const QuadCellFormat both = quad_cell_format_from_id (22);
  const QuadCellFormat hours = quad_cell_format_from_id (20);

  assert_number ("45366", day, FALSE, "2024-03-15");
  assert_number ("45366.75", day, FALSE, "2024-03-15");
  assert_number ("45366.75", both, FALSE, "2024-03-15 18:00");
  assert_number ("45366.999999999", both, FALSE, "2024-03-16");
  assert_number ("45366.39591", both, FALSE, "2024-03-15 09:30:07");
  assert_number ("1", day, FALSE, "1900-01-01");
  assert_number ("59", day, FALSE, "1900-02-28");
  assert_number ("60", day, FALSE, "60");
  assert_number ("61", day, FALSE, "1900-03-01");
  assert_number ("2958465", day, FALSE, "9999-12-31");
  assert_number ("2958466", day, FALSE, "2958466");
  assert_number ("-3", day, FALSE, "-3");
  assert_number ("0", day, TRUE, "1904-01-01");
  assert_number ("43904", day, TRUE, "2024-03-15");
  assert_number ("0.4", hours, FALSE, "09:36");
  assert_number ("1.5", hours, FALSE, "1.5");
}

#define FORMAT(code, date, time) \
  g_assert_cmpint (quad_cell_format_from_code (code).is_date, ==, date); \
  g_assert_cmpint (quad_cell_format_from_code (code).is_time, ==, time)

static void
test_formats (void)
{
  FORMAT ("General", FALSE, FALSE);
  FORMAT ("0.00E+00", FALSE, FALSE);
  FORMAT ("#,##0.00 [$€-407]", FALSE, FALSE);
  FORMAT ("#,##0 \"days\"", FALSE, FALSE);
  FORMAT ("[Red]#,##0;[Magenta]-0", FALSE, FALSE);
  FORMAT ("0\\d", FALSE, FALSE);
  FORMAT ("_(* #,##0_)", FALSE, FALSE);
  FORMAT ("yyyy\\-mm\\-dd", TRUE, FALSE);
  FORMAT ("[$-409]mmm yy", TRUE, FALSE);
  FORMAT ("mmmm", TRUE, FALSE);
  FORMAT ("dd/mm/yyyy hh:mm", TRUE, TRUE);
  FORMAT ("[h]:mm:ss", FALSE, TRUE);
  FORMAT ("mm:ss.0", FALSE, TRUE);
  FORMAT ("\"", FALSE, FALSE);
  FORMAT ("0[", FALSE, FALSE);
  FORMAT ("\\", FALSE, FALSE);
}

static ZipFixture *
make_styled (const char *properties)
{
  ZipFixture *zip = zip_fixture_new ();
  g_autofree char *workbook =
    g_strdup_printf ("<x:workbook xmlns:x='http://purl.oclc.org/ooxml/spreadsheetml/main' "
                     "xmlns:r='http://purl.oclc.org/ooxml/officeDocument/relationships'>%s"
                     "<x:sheets><x:sheet name='Chart' r:id='c'/>"
                     "<x:sheet name='hiddenSheet' state='veryHidden' r:id='h'/>"
                     "<x:sheet name='Überblick' r:id='a'/><x:sheet name='Later' r:id='b'/>"
                     "<x:sheet name='Nowhere' r:id='zzz'/></x:sheets></x:workbook>", properties);

  zip_fixture_add (zip, "_rels/.rels",
                   "<Relationships><Relationship Id='1' Target='/data/../data/book.xml' "
                   "Type='http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument'"
                   "/></Relationships>");
  zip_fixture_add (zip, "data/book.xml", workbook);
  zip_fixture_add (zip, "data/_rels/book.xml.rels",
                   "<Relationships>"
                   "<Relationship Id='c' Type='x/chartsheet' Target='chart.xml'/>"
                   "<Relationship Id='h' Type='x/worksheet' Target='hidden.xml'/>"
                   "<Relationship Id='a' Type='x/worksheet' Target='/data/./Sheets/A.xml'/>"
                   "<Relationship Id='b' Type='x/worksheet' Target='../b.xml'/>"
                   "<Relationship Id='s' Type='x/styles' Target='styles.xml'/></Relationships>");
  zip_fixture_add (zip, "data/styles.xml",
                   "<styleSheet><numFmts><numFmt numFmtId='170' formatCode='d. mmm yyyy'/>"
                   "</numFmts><cellStyleXfs><xf numFmtId='14'/></cellStyleXfs>"
                   "<cellXfs><xf numFmtId='0'/><xf numFmtId='14'/><xf numFmtId='170'/></cellXfs>"
                   "</styleSheet>");
  zip_fixture_add (zip, "data/hidden.xml", SHEET ("<row><c><v>3</v></c></row>"));
  zip_fixture_add (zip, "data/sheets/a.xml",
                   SHEET ("<row><c><v>40000</v></c><c s='1'><v>40000</v></c>"
                          "<c s='2'><v>40000</v></c><c s='9'><v>40000</v></c></row>"));
  zip_fixture_add (zip, "b.xml", SHEET ("<row><c t='b'><v>1</v></c></row>"));
  return zip;
}

static void
test_styles (void)
{
  assert_rows (make_styled (""), "40000,2009-07-06,2009-07-06,40000\n");
  assert_rows (make_styled ("<x:workbookPr date1904='1'/>"),
               "40000,2013-07-07,2013-07-07,40000\n");
}

static void
assert_sheet (QuadListFile *file,
              const char   *name,
              const char   *expected)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  g_assert_true (quad_list_file_set_sheet (file, name, &error));
  g_assert_no_error (error);
  text = read_all (file, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (text, ==, expected);
}

static void
test_sheets (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (QuadListFile) file = open_zip (make_styled (""), &error);
  g_auto (GStrv) names = NULL;
  g_autofree char *list = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (quad_list_file_get_sheet (file), ==, "Überblick");
  names = quad_list_file_list_sheets (file);
  list = g_strjoinv ("|", names);
  g_assert_cmpstr (list, ==, "Überblick|Later");

  assert_sheet (file, "later", "TRUE\n");
  g_assert_cmpstr (quad_list_file_get_sheet (file), ==, "Later");
  assert_sheet (file, "hiddenSheet", "3\n");
  assert_sheet (file, "ÜBERBLICK", "40000,2009-07-06,2009-07-06,40000\n");

  g_assert_false (quad_list_file_set_sheet (file, "None", &error));
  g_assert_error (error, QUAD_ERROR, QUAD_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, "Überblick, Later"));
  g_clear_error (&error);

  g_clear_pointer (&file, quad_list_file_free);
  file = quad_list_file_new_for_text ("list.csv", "a,b\n", 4, &error);
  g_assert_no_error (error);
  g_assert_null (quad_list_file_list_sheets (file));
  g_assert_null (quad_list_file_get_sheet (file));
  g_assert_false (quad_list_file_set_sheet (file, "None", &error));
  g_assert_error (error, QUAD_ERROR, QUAD_ERROR_NOT_FOUND);
}

#define COLUMN(letter, text) "<c r='" letter "' t='str'><v>" text "</v></c>"

static void
test_hidden_columns (void)
{
  /* an identifier stays, what else is hidden goes, also where it is empty in between */
  assert_rows (zip_fixture_new_workbook (
                 "<worksheet><cols><col min='1' max='3' hidden='1'/><col min='4' max='4'/>"
                 "<col min='5' max='5' hidden='true'/><col min='9' max='8' hidden='1'/></cols>"
                 "<sheetData><row>" COLUMN ("A1", "(Do Not Modify) Account")
                 COLUMN ("B1", "(Do Not Modify) Row Checksum")
                 COLUMN ("C1", "(Do Not Modify) Modified On") COLUMN ("D1", "Account Name")
                 COLUMN ("E1", "Secret") COLUMN ("F1", "City") "</row><row>"
                 COLUMN ("A2", "7a2b") COLUMN ("B2", "x") COLUMN ("D2", "Fjord")
                 COLUMN ("E2", "9") COLUMN ("F2", "Oslo") "</row><row>"
                 COLUMN ("F3", "Bergen") "</row></sheetData></worksheet>"),
               "(Do Not Modify) Account,Account Name,City\n7a2b,Fjord,Oslo\n,,Bergen\n");
}

static void
test_damaged (void)
{
  g_autoptr (GByteArray) whole = zip_fixture_finish (zip_fixture_new_workbook (SHEET ("")));
  ZipFixture *zip;

  /* cut anywhere, it is an error and nothing worse */
  for (guint length = 4; length < whole->len; length += 7)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (QuadListFile) file =
        quad_list_file_new_for_text ("list.xlsx", (const char *) whole->data, length, &error);
      g_autofree char *text = file != NULL ? read_all (file, &error) : NULL;

      g_assert_null (text);
      g_assert_error (error, QUAD_ERROR, QUAD_ERROR_INVALID_INPUT);
    }

  assert_refused (zip_fixture_new_workbook (NULL), "is damaged");
  assert_refused (zip_fixture_new_workbook ("<worksheet><sheetData>"), "is damaged");
  assert_refused (zip_fixture_new_workbook ("no XML"), "is damaged");
  assert_refused (zip_fixture_new_workbook (SHEET ("<row><c t='s'><v>0</v></c></row>")),
                  "is damaged");
  assert_refused (zip_fixture_new_workbook (
                    SHEET ("<row><c r='B1'><v>0</v></c><c r='A1'/></row>")), "is damaged");
  assert_refused (zip_fixture_new_workbook (SHEET ("<row r='2'/><row r='2'/>")), "is damaged");
  assert_refused (zip_fixture_new_workbook (SHEET ("<row r='1048577'/>")), "is damaged");
  assert_refused (zip_fixture_new_workbook (SHEET ("<row><c r='XFE1'/></row>")), "is damaged");
  assert_refused (zip_fixture_new_workbook (SHEET ("<row><c r='ZZZZZZZZZZ1'/></row>")),
                  "is damaged");
  assert_refused (zip_fixture_new_workbook (SHEET ("<row><c r='1'/></row>")), "is damaged");
  assert_refused (zip_fixture_new_workbook (SHEET ("<row><c><v>\xff</v></c></row>")),
                  "is damaged");

  zip = zip_fixture_new_workbook (SHEET ("<row><c t='s'><v>-1</v></c></row>"));
  zip_fixture_add (zip, "xl/sharedStrings.xml", "<sst><si><t>Name</t></si></sst>");
  assert_refused (zip, "is damaged");
}

static ZipFixture *
make_package (const char *target,
              const char *name,
              const char *text)
{
  ZipFixture *zip = zip_fixture_new ();
  g_autofree char *relationships =
    g_strdup_printf ("<Relationships><Relationship Id='1' Type='x/officeDocument' Target='%s'/>"
                     "</Relationships>", target);

  zip_fixture_add (zip, "_rels/.rels", relationships);
  zip_fixture_add (zip, "word/_rels/document.xml.rels", "<Relationships/>");
  zip_fixture_add (zip, name, text);
  return zip;
}

static void
test_other_packages (void)
{
  ZipFixture *zip = zip_fixture_new ();

  zip_fixture_add (zip, "list.csv", "Name\n");
  assert_refused (zip, "is a compressed archive");
  assert_refused (make_package ("word/document.xml", "word/document.xml", "<document/>"),
                  "no spreadsheet");
  assert_refused (make_package ("word/document.xml", "word/document.xml", "<workbook/>"),
                  "no sheet");
  assert_refused (make_package ("xl/workbook.bin", "xl/workbook.bin", "x"), ".xlsb");
}

/* Nothing outside of the archive is ever named. */
static void
test_paths (void)
{
  assert_refused (make_package ("../../../etc/passwd", "x", ""), "is damaged");
  assert_refused (make_package ("file:///etc/passwd", "x", ""), "is damaged");
  assert_refused (make_package ("", "x", ""), "is damaged");
  assert_refused (make_package ("..", "x", ""), "is damaged");
  assert_refused (make_package ("xl/workbook.xml' TargetMode='External", "xl/workbook.xml",
                                "<workbook/>"), "is damaged");
}

static void
test_entities (void)
{
  g_autofree char *secret = NULL;
  g_autofree char *uri = NULL;
  g_autofree char *sheet = NULL;
  g_autoptr (GError) error = NULL;
  int fd = g_file_open_tmp ("quad-secret-XXXXXX", &secret, &error);

  g_assert_no_error (error);
  g_assert_true (g_close (fd, NULL));
  g_assert_true (g_file_set_contents (secret, "secret", -1, NULL));
  uri = g_filename_to_uri (secret, NULL, NULL);
  sheet = g_strdup_printf ("<!DOCTYPE worksheet [<!ENTITY x SYSTEM '%s'>]>"
                           SHEET ("<row><c t='str'><v>&x;</v></c></row>"), uri);

  assert_refused (zip_fixture_new_workbook (sheet), "is damaged");
  assert_refused (zip_fixture_new_workbook (
                    "<!DOCTYPE worksheet [<!ENTITY a 'aaaaaaaaaa'>"
                    "<!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'>"
                    "<!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;'>]>"
                    SHEET ("<row><c t='str'><v>&c;</v></c></row>")), "is damaged");
  assert_refused (zip_fixture_new_workbook (
                    "<!DOCTYPE worksheet SYSTEM 'http://localhost/x.dtd'>" SHEET ("")),
                  "is damaged");
  assert_refused (zip_fixture_new_workbook (SHEET ("<row><c t='str'><v>&x;</v></c></row>")),
                  "is damaged");
  assert_rows (zip_fixture_new_workbook (
                 SHEET ("<row><c t='str'><v>&lt;&gt;&amp;&quot;&apos;</v></c></row>")),
               "\"<>&\"\"'\"\n");
  g_assert_cmpint (g_remove (secret), ==, 0);
}

static void
test_bombs (void)
{
  ZipFixture *zip = zip_fixture_new_workbook (NULL);

  /* 80 MB of nothing in some 80 kB */
  zip_fixture_add_filled (zip, "xl/worksheets/sheet1.xml", "<worksheet>",
                          "                                                  ", 1600000,
                          "</worksheet>");
  assert_refused (zip, "unpacks to far more");

  /* in the texts */
  zip = zip_fixture_new_workbook (SHEET (""));
  zip_fixture_add_filled (zip, "xl/sharedStrings.xml", "<sst>", "<si><t>0123456789</t></si>",
                          3000000, "</sst>");
  assert_refused (zip, "unpacks to far more");

  /* one of them is long, and cells refer to it without end */
  zip = zip_fixture_new_workbook (SHEET (""));
  zip_fixture_add_filled (zip, "xl/sharedStrings.xml", "<sst><si><t>", "0123456789", 100000,
                          "</t></si></sst>");
  assert_refused (zip, "holds more text");

  /* deeper than any document */
  zip = zip_fixture_new_workbook (NULL);
  zip_fixture_add_filled (zip, "xl/worksheets/sheet1.xml", "<worksheet>", "<a>", 100000, "");
  assert_refused (zip, "is damaged");

  /* an element that does not end */
  zip = zip_fixture_new_workbook (NULL);
  zip_fixture_add_filled (zip, "xl/worksheets/sheet1.xml", "<worksheet><c r='", "A", 20000000, "");
  assert_refused (zip, "is damaged");
}

/* Little text that makes much of it is handed on bit by bit, as rows that are too long. */
static void
test_amplified (void)
{
  g_autoptr (GString) row = g_string_new ("<row>");
  ZipFixture *zip = zip_fixture_new_workbook (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (QuadListFile) file = NULL;
  g_autoptr (GByteArray) text = g_byte_array_new ();
  gboolean at_end = FALSE;
  guint n_rows = 0;

  for (guint i = 0; i < 30; i++)
    g_string_append (row, "<c t='s'><v>0</v></c>");
  g_string_append (row, "</row>");
  zip_fixture_add_filled (zip, "xl/worksheets/sheet1.xml", "<worksheet>", row->str, 20,
                          "</worksheet>");
  zip_fixture_add_filled (zip, "xl/sharedStrings.xml", "<sst><si><t>", "0123456789", 25000,
                          "</t></si></sst>");
  file = open_zip (zip, &error);
  g_assert_no_error (error);

  while (!at_end)
    {
      g_byte_array_set_size (text, 0);
      g_assert_true (quad_list_file_read (file, text, &at_end, &error));
      g_assert_cmpuint (text->len, <, 64 * 1024 * 1024);
      for (guint i = 0; i < text->len; i++)
        n_rows += text->data[i] == '\n';
    }
  g_assert_cmpuint (n_rows, ==, 20);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/workbook/cells", test_cells);
  g_test_add_func ("/workbook/numbers", test_numbers);
  g_test_add_func ("/workbook/dates", test_dates);
  g_test_add_func ("/workbook/formats", test_formats);
  g_test_add_func ("/workbook/styles", test_styles);
  g_test_add_func ("/workbook/sheets", test_sheets);
  g_test_add_func ("/workbook/hidden-columns", test_hidden_columns);
  g_test_add_func ("/workbook/damaged", test_damaged);
  g_test_add_func ("/workbook/other-packages", test_other_packages);
  g_test_add_func ("/workbook/paths", test_paths);
  g_test_add_func ("/workbook/entities", test_entities);
  g_test_add_func ("/workbook/bombs", test_bombs);
  g_test_add_func ("/workbook/amplified", test_amplified);

  return g_test_run ();
}
