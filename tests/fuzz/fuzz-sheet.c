/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz.h"

#include <string.h>

#include "quad-error.h"
#include "quad-list-file.h"
#include "zip-fixture.h"

/* The parts of a workbook, in the order of the first byte; what is not fuzzed is sound. */
static const struct
{
  const char *name;
  const char *text;
} parts[] = {
  { "xl/worksheets/sheet1.xml",
    "<worksheet><cols><col min='2' max='2' hidden='1'/></cols><sheetData><row><c t='s'><v>0</v></c>"
    "<c s='1'><v>45000.5</v></c><c s='2'><v>7</v></c><c t='s'><v>1</v></c></row></sheetData>"
    "</worksheet>" },
  { "xl/sharedStrings.xml", "<sst><si><t>Name</t></si><si><r><t>a_x000D_</t></r></si></sst>" },
  { "xl/styles.xml",
    "<styleSheet><numFmts><numFmt numFmtId='170' formatCode='yyyy'/></numFmts><cellXfs><xf/>"
    "<xf numFmtId='170'/><xf numFmtId='14'/></cellXfs></styleSheet>" },
  { "xl/workbook.xml",
    "<workbook><sheets><sheet name='A' r:id='a' xmlns:r='r'/></sheets></workbook>" },
  { "xl/_rels/workbook.xml.rels",
    "<Relationships><Relationship Id='a' Type='/worksheet' Target='worksheets/sheet1.xml'/>"
    "<Relationship Id='b' Type='/sharedStrings' Target='sharedStrings.xml'/>"
    "<Relationship Id='c' Type='/styles' Target='styles.xml'/></Relationships>" },
  { "_rels/.rels",
    "<Relationships><Relationship Id='1' Type='/officeDocument' Target='xl/workbook.xml'/>"
    "</Relationships>" },
};

static GByteArray *
make_workbook (guint       fuzzed,
               const char *text)
{
  ZipFixture *zip = zip_fixture_new ();

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    zip_fixture_add (zip, parts[i].name, i == fuzzed ? text : parts[i].text);
  return zip_fixture_finish (zip);
}

static void
read_workbook (const guint8 *data,
               gsize         size)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (QuadListFile) file =
    quad_list_file_new_for_text ("list.xlsx", (const char *) data, size, &error);
  g_autoptr (GByteArray) text = g_byte_array_new ();
  gboolean at_end = FALSE;

  while (file != NULL && !at_end && quad_list_file_read (file, text, &at_end, &error))
    {
      g_assert_true (g_utf8_validate_len ((const char *) text->data, text->len, NULL));
      g_byte_array_set_size (text, 0);
    }
  g_assert_true (error == NULL || error->domain == QUAD_ERROR);
}

/* A workbook of which one part is made up, or, with another first byte, an archive that is. */
int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  guint part = size > 0 ? data[0] - (guint) '0' : G_MAXUINT;

  if (part < G_N_ELEMENTS (parts))
    {
      g_autofree char *text = g_strndup ((const char *) data + 1, size - 1);
      g_autoptr (GByteArray) bytes = make_workbook (part, text);

      read_workbook (bytes->data, bytes->len);
    }
  else if (size > 4 && memcmp (data, "PK\x03\x04", 4) == 0)
    {
      read_workbook (data, size);
    }
  return 0;
}
