/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-exchange"

#include "quad-csv-writer.h"

#include <string.h>

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
