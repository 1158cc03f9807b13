/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-exchange"

#include "quad-csv-writer.h"

#include <string.h>

#include "quad-csv-reader.h"

/**
 * quad_csv_append_field:
 * @text: where to
 * @separator: what parts the fields
 * @first: whether this is the first field of its row
 * @value: (nullable): the value, not quoted; %NULL is written as an empty field
 *
 * Appends one field, in quotes where it needs them. Source: RFC 4180.
 */
void
quad_csv_append_field (GString    *text,
                       char        separator,
                       gboolean    first,
                       const char *value)
{
  const char special[] = { separator, '"', '\r', '\n', '\0' };

  g_return_if_fail (text != NULL);

  if (!first)
    g_string_append_c (text, separator);
  if (value == NULL)
    return;

  if (strpbrk (value, special) == NULL && !g_ascii_isspace (value[0]))
    {
      g_string_append (text, value);
      return;
    }

  g_string_append_c (text, '"');
  for (const char *p = value; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (text, '"');
      g_string_append_c (text, *p);
    }
  g_string_append_c (text, '"');
}

/**
 * quad_csv_append_end:
 *
 * Ends a row. Source: RFC 4180, section 2.1.
 */
void
quad_csv_append_end (GString *text)
{
  g_return_if_fail (text != NULL);

  g_string_append (text, "\r\n");
}

/**
 * quad_csv_append_too_long:
 * @rows: rows of separated values
 *
 * Appends a row for one that is longer than any list has, so that the reader says so.
 */
void
quad_csv_append_too_long (GByteArray *rows)
{
  guint before;

  g_return_if_fail (rows != NULL);

  before = rows->len;
  g_byte_array_set_size (rows, before + QUAD_CSV_LONGEST_ROW + 2);
  memset (rows->data + before, '-', QUAD_CSV_LONGEST_ROW + 1);
  rows->data[rows->len - 1] = '\n';
}

/* A spreadsheet runs what begins so as a formula, also behind the apostrophes that mark a text;
 * a plain number or telephone number is none. Source: OWASP, "CSV Injection". */
static gboolean
looks_like_formula (const char *value)
{
  while (*value == '\'')
    value++;
  if (*value == '=' || *value == '@')
    return TRUE;
  return (*value == '+' || *value == '-') && value[strspn (value, "+-0123456789 ()./,")] != '\0';
}

/**
 * quad_csv_defuse:
 * @value: (nullable): a value
 *
 * Returns: (transfer full) (nullable): the value, with an apostrophe before it where a spreadsheet
 *   would run it as a formula; quad_csv_restore() takes it away
 */
char *
quad_csv_defuse (const char *value)
{
  if (value == NULL || !looks_like_formula (value))
    return g_strdup (value);
  return g_strconcat ("'", value, NULL);
}

/**
 * quad_csv_restore:
 * @value: a value as it stands in a file
 *
 * Returns: the value without the apostrophe of quad_csv_defuse(), inside of @value
 */
const char *
quad_csv_restore (const char *value)
{
  g_return_val_if_fail (value != NULL, NULL);

  return value[0] == '\'' && looks_like_formula (value) ? value + 1 : value;
}
