/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz.h"

#include <string.h>

/*
 * Runs a target over its seeds, and over changes of them: the same ones in every run.
 */

#define SEED             20241125
#define CHANGES_PER_SEED 40
#define MOST_BYTES       (64 * 1024)

/* Characters and texts that formats give a meaning to. */
static const char *const tokens[] = {
  "\"", ",", ";", "\t", "\n", "\r\n", "\r", "=", ":", "\\", "'", "<", ">", "&", "/>", "</", "]]>",
  "<![CDATA[", "<!--", "<?", "<!DOCTYPE a [<!ENTITY b 'c'>]>", "&b;", "&#0;", "&#x110000;", "\xff",
  "\xc3", "\xef\xbb\xbf", "\xff\xfe", "\xed\xa0\x80", "\xe2\x80\x8f", "-", "0", "9", "1e308",
  "1e-308",
  "-1", "4294967296", "18446744073709551616", "1048577", "XFD1", "t=\"s\"", "BEGIN:VCARD\n",
  "END:VCARD\n", "=\n", "=00", ";ENCODING=QUOTED-PRINTABLE:", ";CHARSET=", "\n ", "PK\x03\x04",
};

static void
insert (GByteArray    *bytes,
        guint          at,
        const guint8  *data,
        guint          length)
{
  guint before = bytes->len;

  g_byte_array_set_size (bytes, before + length);
  memmove (bytes->data + at + length, bytes->data + at, before - at);
  memcpy (bytes->data + at, data, length);
}

static void
change_once (GByteArray *bytes,
             GPtrArray  *seeds,
             GRand      *rand)
{
  guint at = (guint) g_rand_int_range (rand, 0, (gint32) bytes->len + 1);
  guint rest = bytes->len - at;
  guint length = rest > 0 ? (guint) g_rand_int_range (rand, 1, (gint32) MIN (rest, 64) + 1) : 0;
  const GByteArray *other;
  const char *token;

  switch (g_rand_int_range (rand, 0, 6))
    {
    case 0:
      if (rest > 0)
        bytes->data[at] ^= (guint8) (1u << g_rand_int_range (rand, 0, 8));
      break;
    case 1:
      token = tokens[g_rand_int_range (rand, 0, G_N_ELEMENTS (tokens))];
      insert (bytes, at, (const guint8 *) token, (guint) strlen (token));
      break;
    case 2:
      if (rest > 0)
        g_byte_array_remove_range (bytes, at, length);
      break;
    case 3:
      if (rest > 0)
        {
          g_autofree guint8 *copy = g_memdup2 (bytes->data + at, length);

          for (gint32 i = g_rand_int_range (rand, 1, 40); i > 0; i--)
            insert (bytes, at, copy, length);
        }
      break;
    case 4:
      other = g_ptr_array_index (seeds, g_rand_int_range (rand, 0, (gint32) seeds->len));
      if (other->len > 0)
        {
          guint from = (guint) g_rand_int_range (rand, 0, (gint32) other->len);

          insert (bytes, at, other->data + from, MIN (other->len - from, 256));
        }
      break;
    default:
      if (g_rand_int_range (rand, 0, 8) == 0)
        g_byte_array_set_size (bytes, at);
      else if (rest > 0)
        bytes->data[at] = (guint8) g_rand_int_range (rand, 0, 256);
      break;
    }
}

/* In a block of exactly its size, so that a sanitizer sees who reads beyond it. */
static void
run (const GByteArray *bytes)
{
  g_autofree guint8 *exact = g_memdup2 (bytes->data, bytes->len);

  LLVMFuzzerTestOneInput (exact, bytes->len);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static void
load_folder (const char *folder,
             GPtrArray  *seeds)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, &error);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  g_assert_no_error (error);
  while ((name = g_dir_read_name (dir)) != NULL)
    if (!g_str_has_suffix (name, ".expected"))
      g_ptr_array_add (names, g_build_filename (folder, name, NULL));
  g_ptr_array_sort (names, compare_names);

  for (guint i = 0; i < names->len; i++)
    {
      char *text;
      gsize length;

      g_file_get_contents (g_ptr_array_index (names, i), &text, &length, &error);
      g_assert_no_error (error);
      g_ptr_array_add (seeds, g_byte_array_new_take ((guint8 *) text, length));
    }
}

static void
free_seed (gpointer seed,
           gpointer user_data)
{
  g_byte_array_unref (seed);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GPtrArray) seeds = g_ptr_array_new ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED);
  g_autoptr (GByteArray) empty = g_byte_array_new ();
  guint n = 0;

  for (int i = 1; i < argc; i++)
    load_folder (argv[i], seeds);
  g_assert_cmpuint (seeds->len, >, 0);
  run (empty);

  for (guint i = 0; i < seeds->len; i++)
    {
      const GByteArray *seed = g_ptr_array_index (seeds, i);

      run (seed);
      for (guint k = 0; k < CHANGES_PER_SEED; k++, n++)
        {
          g_autoptr (GByteArray) bytes = g_byte_array_new ();

          g_byte_array_append (bytes, seed->data, MIN (seed->len, MOST_BYTES));
          for (gint32 j = g_rand_int_range (rand, 1, 6); j > 0; j--)
            change_once (bytes, seeds, rand);
          run (bytes);
        }
    }

  g_ptr_array_foreach (seeds, free_seed, NULL);
  g_print ("%u seeds, %u changes of them\n", seeds->len, n);
  return 0;
}
