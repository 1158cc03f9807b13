/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "zip-fixture.h"

#include <archive.h>
#include <archive_entry.h>
#include <string.h>

#define OFFICE "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
#define RELATIONSHIPS "http://schemas.openxmlformats.org/package/2006/relationships"

struct _ZipFixture
{
  struct archive *archive;
  GByteArray     *bytes;
};

static la_ssize_t
write_cb (struct archive *archive,
          gpointer        data,
          const void     *piece,
          size_t          length)
{
  g_byte_array_append (data, piece, (guint) length);
  return (la_ssize_t) length;
}

ZipFixture *
zip_fixture_new (void)
{
  ZipFixture *zip = g_new0 (ZipFixture, 1);

  zip->bytes = g_byte_array_new ();
  zip->archive = archive_write_new ();
  archive_write_set_format_zip (zip->archive);
  archive_write_set_bytes_per_block (zip->archive, 0);
  g_assert_cmpint (archive_write_open (zip->archive, zip->bytes, NULL, write_cb, NULL), ==,
                   ARCHIVE_OK);
  return zip;
}

/* A workbook of one sheet, "Sheet1", without shared texts and formats; parts can be added. */
ZipFixture *
zip_fixture_new_workbook (const char *sheet)
{
  ZipFixture *zip = zip_fixture_new ();

  zip_fixture_add (zip, "_rels/.rels",
                   "<Relationships xmlns='" RELATIONSHIPS "'><Relationship Id='rId1' Type='" OFFICE
                   "officeDocument' Target='xl/workbook.xml'/></Relationships>");
  zip_fixture_add (zip, "xl/workbook.xml",
                   "<workbook xmlns:r='" OFFICE "'><sheets>"
                   "<sheet name='Sheet1' sheetId='1' r:id='rId1'/></sheets></workbook>");
  zip_fixture_add (zip, "xl/_rels/workbook.xml.rels",
                   "<Relationships xmlns='" RELATIONSHIPS "'>"
                   "<Relationship Id='rId1' Type='" OFFICE "worksheet' "
                   "Target='worksheets/sheet1.xml'/>"
                   "<Relationship Id='rId2' Type='" OFFICE "sharedStrings' "
                   "Target='sharedStrings.xml'/></Relationships>");
  if (sheet != NULL)
    zip_fixture_add (zip, "xl/worksheets/sheet1.xml", sheet);
  return zip;
}

void
zip_fixture_add (ZipFixture *zip,
                 const char *name,
                 const char *text)
{
  zip_fixture_add_filled (zip, name, text, "", 0, "");
}

/* A part of @before, then @n times @repeated, then @after. */
void
zip_fixture_add_filled (ZipFixture *zip,
                        const char *name,
                        const char *before,
                        const char *repeated,
                        guint       n,
                        const char *after)
{
  struct archive_entry *entry = archive_entry_new ();
  gsize length = strlen (repeated);
  guint per_block = length > 0 ? (guint) (1024 * 1024 / length) + 1 : 1;
  g_autoptr (GString) block = g_string_new (NULL);

  for (guint i = 0; i < MIN (per_block, n); i++)
    g_string_append (block, repeated);

  archive_entry_set_pathname (entry, name);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_perm (entry, 0644);
  archive_entry_set_size (entry, (la_int64_t) (strlen (before) + length * n + strlen (after)));
  g_assert_cmpint (archive_write_header (zip->archive, entry), ==, ARCHIVE_OK);

  archive_write_data (zip->archive, before, strlen (before));
  for (; n >= per_block && length > 0; n -= per_block)
    archive_write_data (zip->archive, block->str, length * per_block);
  archive_write_data (zip->archive, block->str, length * n);
  archive_write_data (zip->archive, after, strlen (after));
  archive_entry_free (entry);
}

/* Frees @zip. */
GByteArray *
zip_fixture_finish (ZipFixture *zip)
{
  GByteArray *bytes = zip->bytes;

  g_assert_cmpint (archive_write_close (zip->archive), ==, ARCHIVE_OK);
  archive_write_free (zip->archive);
  g_free (zip);
  return bytes;
}
