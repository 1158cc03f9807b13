/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-exchange"

#include "quad-card-value.h"

#include <string.h>

/* Encodings that cards come in. Others are not tried: a file does not choose what code runs. */
static const char *const charsets[] = {
  "UTF-8", "US-ASCII", "ISO-8859-1", "ISO-8859-2", "ISO-8859-5", "ISO-8859-7", "ISO-8859-9",
  "ISO-8859-15", "WINDOWS-1250", "WINDOWS-1251", "WINDOWS-1252", "WINDOWS-1253", "WINDOWS-1254",
  "WINDOWS-1257", "KOI8-R", "SHIFT_JIS", "EUC-JP", "GB2312", "GBK", "BIG5", "EUC-KR",
};

static void
add_types (GString    *types,
           const char *value,
           gsize       length)
{
  g_autofree char *lower = g_ascii_strdown (value, (gssize) length);

  for (char *p = lower; *p != '\0'; p++)
    if (*p == '"')
      *p = ',';
  g_string_append_printf (types, "%s,", lower);
}

static void
take_parameter (QuadCardProperty *property,
                GString          *types,
                const char       *start,
                const char       *end)
{
  const char *equals = memchr (start, '=', (gsize) (end - start));
  g_autofree char *key = g_ascii_strup (start, (equals != NULL ? equals : end) - start);
  const char *value = equals != NULL ? equals + 1 : start;
  gsize length = (gsize) (end - value);
  g_autofree char *word = g_ascii_strup (value, (gssize) length);

  if (equals == NULL || strcmp (key, "ENCODING") == 0)
    {
      property->is_quoted_printable |= strcmp (word, "QUOTED-PRINTABLE") == 0;
      property->is_binary |= strcmp (word, "BASE64") == 0 || strcmp (word, "B") == 0;
    }
  if (strcmp (key, "CHARSET") == 0)
    {
      g_free (property->charset);
      property->charset = g_strndup (value, length);
    }
  else if (strcmp (key, "PREF") == 0)
    add_types (types, "pref", 4);
  else if (equals == NULL || strcmp (key, "TYPE") == 0)
    add_types (types, value, length);
}

/* Where @p ends that is a parameter or the name; quotes may hold what otherwise ends it. */
static const char *
find_end (const char *p)
{
  gboolean quoted = FALSE;

  for (; *p != '\0' && (quoted || (*p != ';' && *p != ':')); p++)
    if (*p == '"')
      quoted = !quoted;
  return p;
}

/**
 * quad_card_property_parse:
 * @property: (out caller-allocates): what it says; refers to @line
 * @line: unfolded, valid UTF-8
 *
 * Returns: whether it is a property
 */
gboolean
quad_card_property_parse (QuadCardProperty *property,
                          const char       *line)
{
  g_autoptr (GString) types = g_string_new (",");
  const char *end = find_end (line);
  const char *name = line;

  g_return_val_if_fail (property != NULL && line != NULL, FALSE);

  memset (property, 0, sizeof *property);
  for (const char *p = line; p < end; p++)
    if (*p == '.')
      name = p + 1;
  if (*end == '\0' || end == name)
    return FALSE;

  property->name = g_ascii_strup (name, end - name);
  while (*end == ';')
    {
      const char *start = end + 1;

      end = find_end (start);
      take_parameter (property, types, start, end);
    }
  property->types = g_string_free (g_steal_pointer (&types), FALSE);
  if (*end == '\0')
    {
      quad_card_property_clear (property);
      return FALSE;
    }
  property->value = end + 1;
  return TRUE;
}

void
quad_card_property_clear (QuadCardProperty *property)
{
  g_return_if_fail (property != NULL);

  g_free (property->name);
  g_free (property->types);
  g_free (property->charset);
  memset (property, 0, sizeof *property);
}

/**
 * quad_card_property_is:
 * @type: in small letters: "work"
 */
gboolean
quad_card_property_is (const QuadCardProperty *property,
                       const char             *type)
{
  gsize length = strlen (type);

  for (const char *p = strstr (property->types, type); p != NULL; p = strstr (p + 1, type))
    if (p[-1] == ',' && p[length] == ',')
      return TRUE;
  return FALSE;
}

/* Source: RFC 2045, 6.7. What is no code stays as it is. */
static char *
decode_quoted_printable (const char *value)
{
  GString *bytes = g_string_sized_new (strlen (value));

  for (const char *p = value; *p != '\0'; p++)
    if (*p == '=' && g_ascii_isxdigit (p[1]) && g_ascii_isxdigit (p[2]))
      {
        char byte = (char) (g_ascii_xdigit_value (p[1]) * 16 + g_ascii_xdigit_value (p[2]));

        if (byte != '\0')
          g_string_append_c (bytes, byte);
        p += 2;
      }
    else
      {
        g_string_append_c (bytes, *p);
      }
  return g_string_free (bytes, FALSE);
}

static char *
convert (char       *bytes,
         const char *charset)
{
  g_autofree char *owned = bytes;
  char *text = NULL;

  if (g_utf8_validate (bytes, -1, NULL)
      && (charset == NULL || g_ascii_strcasecmp (charset, "UTF-8") == 0))
    return g_steal_pointer (&owned);

  for (guint i = 0; charset != NULL && i < G_N_ELEMENTS (charsets) && text == NULL; i++)
    if (g_ascii_strcasecmp (charset, charsets[i]) == 0)
      text = g_convert (bytes, -1, "UTF-8", charsets[i], NULL, NULL, NULL);
  return text != NULL ? text : g_utf8_make_valid (bytes, -1);
}

/**
 * quad_card_property_decode:
 *
 * Returns: (transfer full): the value, valid UTF-8, with its escapes
 */
char *
quad_card_property_decode (const QuadCardProperty *property)
{
  g_return_val_if_fail (property != NULL, NULL);

  if (!property->is_quoted_printable)
    return g_strdup (property->value);
  return convert (decode_quoted_printable (property->value), property->charset);
}

/**
 * quad_card_text_unescape:
 * @text: a value, or a part of one
 * @has_lines: whether "\n" is a line end: not in vCard 2.1
 *
 * Returns: (transfer full): what it says
 */
char *
quad_card_text_unescape (const char *text,
                         gboolean    has_lines)
{
  GString *plain = g_string_sized_new (strlen (text));

  for (const char *p = text; *p != '\0'; p++)
    if (*p == '\\' && has_lines && (p[1] == 'n' || p[1] == 'N'))
      {
        g_string_append_c (plain, '\n');
        p++;
      }
    else if (*p == '\\' && p[1] != '\0' && strchr (",;:\\", p[1]) != NULL)
      {
        g_string_append_c (plain, p[1]);
        p++;
      }
    else
      {
        g_string_append_c (plain, *p);
      }
  return g_string_free (plain, FALSE);
}

/**
 * quad_card_text_split:
 * @text: a value of several parts: "Family;Given;Additional"
 * @has_lines: as in quad_card_text_unescape()
 *
 * Returns: (transfer full): the parts, unescaped
 */
char **
quad_card_text_split (const char *text,
                      gboolean    has_lines)
{
  GPtrArray *parts = g_ptr_array_new ();
  const char *start = text;

  for (const char *p = text; ; p++)
    {
      if (*p == '\\' && p[1] != '\0')
        {
          p++;
          continue;
        }
      if (*p == ';' || *p == '\0')
        {
          g_autofree char *part = g_strndup (start, (gsize) (p - start));

          g_ptr_array_add (parts, g_strstrip (quad_card_text_unescape (part, has_lines)));
          start = p + 1;
        }
      if (*p == '\0')
        break;
    }
  g_ptr_array_add (parts, NULL);
  return (char **) g_ptr_array_free (parts, FALSE);
}
