/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-base"

#include "quad-text.h"

#include <string.h>

/* The letters that Unicode does not decompose, as people type them without the right keyboard. */
static const char *
plain_letter (gunichar c)
{
  switch (c)
    {
    case 0x00f8: return "o";    /* ø */
    case 0x0111: return "d";    /* đ */
    case 0x0142: return "l";    /* ł */
    case 0x0131: return "i";    /* dotless i */
    case 0x00e6: return "ae";   /* æ */
    case 0x0153: return "oe";   /* œ */
    case 0x00f0: return "d";    /* ð */
    case 0x00fe: return "th";   /* þ */
    case 0x2018:
    case 0x2019: return "'";
    default: return NULL;
    }
}

static gboolean
fold_ascii (const char *text,
            char       *folded)
{
  for (; *text != '\0'; text++, folded++)
    {
      if ((guchar) *text >= 0x80)
        return FALSE;
      *folded = g_ascii_tolower (*text);
    }
  *folded = '\0';
  return TRUE;
}

/**
 * quad_text_fold:
 * @text: valid UTF-8
 *
 * Makes texts comparable that a person takes for the same: no case, no accents, so that "zurich"
 * finds "Zürich" and "strasse" finds "Straße". Does not depend on the locale.
 *
 * Returns: (transfer full): the folded text
 */
char *
quad_text_fold (const char *text)
{
  g_autofree char *plain = NULL;
  g_autofree char *lower = NULL;
  GString *folded;

  g_return_val_if_fail (text != NULL, NULL);

  plain = g_malloc (strlen (text) + 1);
  if (fold_ascii (text, plain))
    return g_steal_pointer (&plain);

  g_free (plain);
  plain = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);
  if (plain == NULL)
    return g_strdup ("");
  lower = g_utf8_casefold (plain, -1);

  folded = g_string_sized_new (strlen (lower));
  for (const char *p = lower; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      const char *letter;

      if (g_unichar_ismark (c))
        continue;
      letter = plain_letter (c);
      if (letter != NULL)
        g_string_append (folded, letter);
      else
        g_string_append_unichar (folded, c);
    }
  return g_string_free (folded, FALSE);
}

static gboolean
is_space (gunichar c)
{
  return g_unichar_isspace (c) || c == 0xfeff || c == 0x200b;
}

/**
 * quad_text_is_blank:
 * @text: (nullable): valid UTF-8
 *
 * Returns: whether there is nothing to see
 */
gboolean
quad_text_is_blank (const char *text)
{
  if (text == NULL)
    return TRUE;
  if (g_ascii_isgraph (*text))
    return FALSE;
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (!is_space (g_utf8_get_char (text)))
      return FALSE;
  return TRUE;
}

/* Most texts need no cleaning; this tells them at a glance. %FALSE where a look is needed. */
static gboolean
is_clean (const char *text,
          gboolean    many_lines)
{
  const char *p = text;

  for (; *p != '\0'; p++)
    {
      const guchar byte = (guchar) *p;

      if (byte < ' ' ? byte != '\n' || !many_lines : byte == 0x7f)
        return FALSE;
      /* control characters of Latin-1; line ends of Unicode */
      if ((byte == 0xc2 && (guchar) p[1] < 0xa0)
          || (byte == 0xe2 && (guchar) p[1] == 0x80 && ((guchar) p[2] & 0xfe) == 0xa8))
        return FALSE;
    }

  return p > text && !is_space (g_utf8_get_char (text))
         && !is_space (g_utf8_get_char (g_utf8_prev_char (p)));
}

/* Whether the next eight characters are all printable ASCII. */
static inline gboolean
are_printable (const char *text)
{
  const guint64 ones = G_GUINT64_CONSTANT (0x0101010101010101);
  guint64 eight;

  memcpy (&eight, text, sizeof eight);
  /* the upper bit of a byte is set: as it is, from 0x7f on, or below 0x20 */
  return ((eight | (eight + ones) | (eight - 0x20 * ones)) & (0x80 * ones)) == 0;
}

/**
 * quad_text_is_plain:
 *
 * Returns: whether @text is so short of surprises that quad_text_clean() would certainly give it
 *   back as it is, with the same @many_lines: most texts are
 */
gboolean
quad_text_is_plain (const char *text,
                    gboolean    many_lines)
{
  const gsize length = strlen (text);
  gsize at = 0;

  if (length == 0 || text[0] <= ' ' || text[length - 1] <= ' ')
    return FALSE;

  while (at < length)
    if (length - at >= 8 && are_printable (text + at))
      at += 8;
    else if ((text[at] >= ' ' && text[at] < 0x7f) || (text[at] == '\n' && many_lines))
      at++;
    else
      return FALSE;
  return TRUE;
}

/**
 * quad_text_clean:
 * @text: (nullable): what was typed or read, of any bytes
 * @many_lines: whether line breaks may stay
 *
 * Takes away what nobody meant to write: space around, control characters, broken bytes. Line ends
 * become "\n", or a space where there is only one line. The rest stays as it is.
 *
 * Returns: (transfer full) (nullable): valid UTF-8, %NULL when nothing remains
 */
char *
quad_text_clean (const char *text,
                 gboolean    many_lines)
{
  g_autofree char *valid = NULL;
  GString *clean;
  gsize end = 0;

  if (text == NULL)
    return NULL;
  if (quad_text_is_plain (text, many_lines))
    return g_strdup (text);
  if (!g_utf8_validate (text, -1, NULL))
    text = valid = g_utf8_make_valid (text, -1);
  if (is_clean (text, many_lines))
    return valid != NULL ? g_steal_pointer (&valid) : g_strdup (text);

  clean = g_string_sized_new (strlen (text));
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '\r' && p[1] == '\n')
        continue;
      if (c == '\r' || c == 0x2028 || c == 0x2029)
        c = '\n';
      if (c == '\n' && !many_lines)
        c = ' ';
      if (c == '\t')
        c = ' ';
      if (is_space (c))
        {
          if (clean->len > 0)
            g_string_append_unichar (clean, c);
          continue;
        }
      if (g_unichar_iscntrl (c))
        continue;
      g_string_append_unichar (clean, c);
      end = clean->len;
    }
  g_string_truncate (clean, end);
  return g_string_free (clean, end == 0);
}

/**
 * quad_text_new_uid:
 *
 * Returns: (transfer full): a name that no other book will ever give, as a UUID. It begins with the
 *   time, so that names made one after the other lie side by side in an index. Source: RFC 9562,
 *   version 7, section 6.2, method 3.
 */
char *
quad_text_new_uid (void)
{
  static const char digits[] = "0123456789abcdef";
  const guint64 now = (guint64) g_get_real_time ();
  const guint64 fraction = now % 1000 * 4096 / 1000;
  const guint64 time = (now / 1000) << 16 | 0x7000 | fraction;
  const guint64 chance = (guint64) g_random_int () << 32 | g_random_int ();
  const guint64 node = (chance & G_GUINT64_CONSTANT (0x3fffffffffffffff))
                       | G_GUINT64_CONSTANT (0x8000000000000000);
  char *uid = g_malloc (37);
  char *end = uid;

  for (guint i = 0; i < 32; i++)
    {
      const guint64 half = i < 16 ? time : node;

      if (i == 8 || i == 12 || i == 16 || i == 20)
        *end++ = '-';
      *end++ = digits[(half >> (60 - 4 * (i % 16))) & 0xf];
    }
  *end = '\0';
  return uid;
}
