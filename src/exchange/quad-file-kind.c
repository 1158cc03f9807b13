/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-exchange"

#include "quad-file-kind.h"

#include <string.h>

#include "quad-i18n.h"

/**
 * FileKind:
 * @magic: the bytes at @offset
 * @length: how many
 * @explanation: a sentence with %s for the name of the file
 */
typedef struct
{
  guint       offset;
  const char *magic;
  guint       length;
  const char *explanation;
} FileKind;

#define PICTURE  N_("“%s” is a picture, not a list. Import a CSV file.")
#define PROGRAM  N_("“%s” is a program, not a list. Import a CSV file.")
#define ARCHIVE  N_("“%s” is a compressed archive. Unpack it and import the CSV file inside it.")
#define SOUND    N_("“%s” is a sound or film file, not a list. Import a CSV file.")
#define WORKBOOK N_("“%s” is a spreadsheet. Save it as .xlsx or CSV in the spreadsheet program " \
                    "and import that file.")
#define DATABASE N_("“%s” is a database, not a list. Import a CSV file.")
#define UTF_32   N_("“%s” is text in UTF-32. Save it as UTF-8 and import that file.")
#define BINARY   N_("“%s” is not a text file. Import a CSV file.")
#define WEB_PAGE N_("“%s” is a web page. Save the list as CSV and import that file.")
#define XML      N_("“%s” is an XML file. Save the list as CSV and import that file.")
#define CALENDAR N_("“%s” is a calendar. Import a CSV file.")
#define RTF      N_("“%s” is a text document (RTF). Save the list as CSV and import that file.")
#define PDF      N_("“%s” is a PDF document. Save the list as CSV and import that file.")

/* Source: the magic files of file(1) and the documents of each format. */
static const FileKind kinds[] = {
  { 0, "%PDF-", 5, PDF },
  { 0, "{\\rtf", 5, RTF },
  { 0, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8,
    N_("“%s” is a document of an older office program. Save the list as CSV and import that "
       "file.") },
  { 0, "SQLite format 3", 15, DATABASE },
  { 0, "\x7f" "ELF", 4, PROGRAM },
  { 0, "MZ", 2, PROGRAM },
  { 0, "\xca\xfe\xba\xbe", 4, PROGRAM },
  { 0, "\xcf\xfa\xed\xfe", 4, PROGRAM },
  { 0, "\x89PNG\r\n", 6, PICTURE },
  { 0, "\xff\xd8\xff", 3, PICTURE },
  { 0, "GIF87a", 6, PICTURE },
  { 0, "GIF89a", 6, PICTURE },
  { 0, "II*\0", 4, PICTURE },
  { 0, "MM\0*", 4, PICTURE },
  { 8, "WEBP", 4, PICTURE },
  { 0, "\x1f\x8b", 2, ARCHIVE },
  { 0, "BZh", 3, ARCHIVE },
  { 0, "\xfd" "7zXZ\0", 6, ARCHIVE },
  { 0, "7z\xbc\xaf\x27\x1c", 6, ARCHIVE },
  { 0, "Rar!\x1a\x07", 6, ARCHIVE },
  { 0, "\x28\xb5\x2f\xfd", 4, ARCHIVE },
  { 257, "ustar", 5, ARCHIVE },
  { 0, "ID3", 3, SOUND },
  { 0, "OggS", 4, SOUND },
  { 8, "WAVE", 4, SOUND },
  { 4, "ftyp", 4, SOUND },
  { 0, "\xff\xfe\0\0", 4, UTF_32 },
  { 0, "\0\0\xfe\xff", 4, UTF_32 },
};

/* Kinds of text that are no lists; any case, after a mark and spaces. */
static const FileKind texts[] = {
  { 0, "<!doctype html", 14, WEB_PAGE },
  { 0, "<html", 5, WEB_PAGE },
  { 0, "<?xml", 5, XML },
  { 0, "begin:vcalendar", 15, CALENDAR },
};

static gboolean
is_printable (const char *text)
{
  while (g_ascii_isprint (*text))
    text++;
  return *text == '\0';
}

static const char *
match_bytes (const guint8 *data,
             gsize         length)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      const FileKind *kind = &kinds[i];

      if (length < kind->offset + kind->length
          || memcmp (data + kind->offset, kind->magic, kind->length) != 0)
        continue;
      /* Some letters can also stand in a list, but then no NUL does. */
      if (kind->length < 5 && is_printable (kind->magic) && memchr (data, 0, length) == NULL)
        continue;
      return kind->explanation;
    }
  return NULL;
}

static gboolean
is_zip (const guint8 *data,
        gsize         length)
{
  return length >= 4 && memcmp (data, "PK\x03\x04", 4) == 0;
}

/* Passes a byte order mark and spaces. */
static void
skip_spaces (const guint8 **start,
             gsize         *rest)
{
  const guint8 *data = *start;
  gsize length = *rest;

  if (length >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0)
    {
      data += 3;
      length -= 3;
    }
  while (length > 0 && g_ascii_isspace (*data))
    {
      data++;
      length--;
    }

  *start = data;
  *rest = length;
}

static const char *
match_text (const guint8 *data,
            gsize         length)
{
  skip_spaces (&data, &length);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (length >= texts[i].length
        && g_ascii_strncasecmp ((const char *) data, texts[i].magic, texts[i].length) == 0)
      return texts[i].explanation;
  return NULL;
}

/* Whether too many of the characters are controls, if this is UTF-16. */
static gboolean
has_wide_controls (const guint8 *data,
                   gsize         length,
                   guint         high)
{
  gsize n_controls = 0;

  for (gsize i = 0; i + 1 < length; i += 2)
    {
      guint8 low = data[i + 1 - high];

      if (data[i + high] == 0 && low < 0x20 && (low == 0 || strchr ("\t\n\v\f\r", low) == NULL))
        n_controls++;
    }
  return n_controls * 2 * 20 > length;
}

/* Text has hardly any control characters. In UTF-16 the upper halves look like some, but the zeros
 * among them are all on one side. */
static gboolean
is_binary (const guint8 *data,
           gsize         length)
{
  gsize n_controls = 0, n_zeros[2] = { 0, 0 };

  if (length >= 2 && (memcmp (data, "\xff\xfe", 2) == 0 || memcmp (data, "\xfe\xff", 2) == 0))
    return FALSE;

  for (gsize i = 0; i < length; i++)
    {
      if (data[i] == 0)
        n_zeros[i % 2]++;
      else if ((data[i] < 0x20 && strchr ("\t\n\v\f\r\x1a\x1b", data[i]) == NULL)
               || data[i] == 0x7f)
        n_controls++;
    }

  if (MAX (n_zeros[0], n_zeros[1]) * 20 >= length
      && MIN (n_zeros[0], n_zeros[1]) * 20 <= MAX (n_zeros[0], n_zeros[1]))
    return has_wide_controls (data, length, n_zeros[1] > n_zeros[0] ? 1 : 0);

  /* A few zeros are damage in a text. */
  return n_controls * 20 > length
         || (n_zeros[0] + n_zeros[1] > 4 && (n_zeros[0] + n_zeros[1]) * 50 > length);
}

/**
 * quad_file_kind_explain:
 * @data: the first few thousand bytes of a file
 * @length: how many
 *
 * Recognises files that cannot be a list.
 *
 * Returns: (nullable): a translated sentence with %s for the name of the file, that says what it
 *   is and what to do, or %NULL when it may be a list
 */
const char *
quad_file_kind_explain (const guint8 *data,
                        gsize         length)
{
  const char *explanation;

  if (length == 0)
    return NULL;
  g_return_val_if_fail (data != NULL, NULL);

  if (is_zip (data, length))
    return memmem (data, length, "opendocument.spreadsheet", 24) != NULL ? _(WORKBOOK) : NULL;

  explanation = match_bytes (data, length);
  if (explanation == NULL)
    explanation = match_text (data, length);
  if (explanation == NULL && is_binary (data, length))
    explanation = BINARY;

  return explanation != NULL ? _(explanation) : NULL;
}

/**
 * quad_file_kind_guess:
 * @data: the first few thousand bytes of a file
 * @length: how many
 *
 * Returns: how the list is written, if it is one; an archive may be a workbook
 */
QuadListKind
quad_file_kind_guess (const guint8 *data,
                      gsize         length)
{
  static const char card[] = "begin:vcard";
  gsize n = strlen (card);

  g_return_val_if_fail (data != NULL || length == 0, QUAD_LIST_KIND_TEXT);

  if (is_zip (data, length))
    return QUAD_LIST_KIND_WORKBOOK;

  /* UTF-16, with its mark or without: zeros on one side. */
  if (length >= 2 && (memcmp (data, "\xff\xfe", 2) == 0 || memcmp (data, "\xfe\xff", 2) == 0))
    {
      data += 2;
      length -= 2;
    }
  if (length >= 2 * n && (data[0] == 0) != (data[1] == 0))
    {
      guint8 narrow[sizeof card] = { 0 };

      for (gsize i = 0; i < n; i++)
        narrow[i] = data[2 * i + (data[0] == 0)];
      return g_ascii_strncasecmp ((const char *) narrow, card, n) == 0 ? QUAD_LIST_KIND_CARDS
                                                                       : QUAD_LIST_KIND_TEXT;
    }

  skip_spaces (&data, &length);
  return length >= n && g_ascii_strncasecmp ((const char *) data, card, n) == 0
           ? QUAD_LIST_KIND_CARDS : QUAD_LIST_KIND_TEXT;
}
