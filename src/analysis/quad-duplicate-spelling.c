/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-analysis"

#include "quad-duplicate-spelling.h"

#include <string.h>

/* Names that differ by a slip of the pen, among very many.
 *
 * A name is taken as its pieces of five letters. One letter more, less or other, or two swapped,
 * changes at most six of them; so two names that differ by so little share one of the seven rarest
 * pieces of each. Only names that share such a piece are compared, and most of those pairs are told
 * apart by their lengths and by the letters that occur in them. */

/* Shorter names are too often just one letter apart: "Tesla" and "Tesca". */
#define LEAST_FOR_ONE 7
#define LEAST_FOR_TWO 14
#define MOST_LETTERS 63
#define MOST_SLIPS 2

#define PIECE 5
#define PIECE_BITS 18
#define N_PIECES (1u << PIECE_BITS)
#define BROKEN_BY_SLIP (PIECE + 1)
#define MOST_RARE (MOST_SLIPS * BROKEN_BY_SLIP + 1)

/* A piece that so many have rarely in common says nothing. */
#define MOST_SHARING 300

/* What tells most pairs apart, small enough that those of very many names are quickly at hand. */
typedef struct
{
  guint64  occurring;                 /* bits of letters, and of those that come again */
  guint    marks;                     /* hash of the words that must be equal */
  gunichar first;                     /* letter */
  guint    length;                    /* in letters */
  guint    slips;                     /* that may be explained by haste */
} Shape;

typedef struct
{
  guint    account;
  guint    n_rare;
  guint    rare[MOST_RARE];
  gunichar letters[MOST_LETTERS];
} Name;

typedef struct
{
  Name  *names;
  Shape *shapes;     /* of the names */
  guint  n_names;
  guint *counts;     /* by piece; later where its names begin */
  guint *sharing;    /* names, by piece */
} Scan;

static guint
hash_piece (const gunichar *letters)
{
  guint64 hash = 0;

  for (guint i = 0; i < PIECE; i++)
    hash = (hash ^ letters[i]) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);

  return (guint) (hash >> (64 - PIECE_BITS));
}

/* The pieces of a name, with empty places around. */
static guint
list_pieces (const Name  *name,
             const Shape *shape,
             guint       *pieces)
{
  gunichar padded[MOST_LETTERS + 2 * (PIECE - 1)] = { 0 };

  memcpy (padded + PIECE - 1, name->letters, shape->length * sizeof *padded);
  for (guint i = 0; i < shape->length + PIECE - 1; i++)
    pieces[i] = hash_piece (padded + i);

  return shape->length + PIECE - 1;
}

static gboolean
init_name (Name                    *name,
           Shape                   *shape,
           guint                    account,
           const QuadDuplicateKeys *keys)
{
  glong length = g_utf8_strlen (keys->name, -1);
  const char *p = keys->name;
  guint64 bit;

  if (length < LEAST_FOR_ONE || length > MOST_LETTERS)
    return FALSE;

  memset (name, 0, sizeof *name);
  memset (shape, 0, sizeof *shape);
  name->account = account;
  shape->length = (guint) length;
  shape->slips = length >= LEAST_FOR_TWO ? 2 : 1;
  shape->marks = g_str_hash (keys->marks);
  shape->first = g_utf8_get_char (p);
  for (guint i = 0; i < shape->length; i++, p = g_utf8_next_char (p))
    {
      name->letters[i] = g_utf8_get_char (p);
      bit = G_GUINT64_CONSTANT (1) << (name->letters[i] % 32);
      shape->occurring |= (shape->occurring & bit) != 0 ? bit << 32 : bit;
    }

  return TRUE;
}

static int
compare_rarity (gconstpointer a,
                gconstpointer b,
                gpointer      user_data)
{
  const guint x = *(const guint *) a, y = *(const guint *) b;
  const guint *counts = user_data;

  if (counts[x] != counts[y])
    return counts[x] < counts[y] ? -1 : 1;
  return x < y ? -1 : x > y;
}

static void
find_rare (Name        *name,
           const Shape *shape,
           const guint *counts)
{
  guint pieces[MOST_LETTERS + PIECE - 1];
  guint n = list_pieces (name, shape, pieces);
  guint wanted = shape->slips * BROKEN_BY_SLIP + 1;

  g_qsort_with_data (pieces, (int) n, sizeof *pieces, compare_rarity, (gpointer) counts);
  for (guint i = 0; i < n && name->n_rare < wanted; i++)
    if (i == 0 || pieces[i] != pieces[i - 1])
      name->rare[name->n_rare++] = pieces[i];
}

static void
count_pieces (Scan *scan)
{
  guint pieces[MOST_LETTERS + PIECE - 1];

  for (guint i = 0; i < scan->n_names; i++)
    for (guint n = list_pieces (&scan->names[i], &scan->shapes[i], pieces); n > 0; n--)
      scan->counts[pieces[n - 1]]++;
  for (guint i = 0; i < scan->n_names; i++)
    find_rare (&scan->names[i], &scan->shapes[i], scan->counts);
}

/* Puts the names beside each other that share a rare piece. */
static void
sort_names (Scan *scan)
{
  guint total = 0;

  memset (scan->counts, 0, (N_PIECES + 1) * sizeof *scan->counts);
  for (guint i = 0; i < scan->n_names; i++)
    for (guint k = 0; k < scan->names[i].n_rare; k++, total++)
      scan->counts[scan->names[i].rare[k]]++;
  for (guint i = 1; i <= N_PIECES; i++)
    scan->counts[i] += scan->counts[i - 1];

  scan->sharing = g_new (guint, total);
  for (guint i = scan->n_names; i > 0; i--)
    for (guint k = 0; k < scan->names[i - 1].n_rare; k++)
      scan->sharing[--scan->counts[scan->names[i - 1].rare[k]]] = i - 1;
}

static guint
count_bits (guint64 bits)
{
  guint n = 0;

  for (; bits != 0; bits &= bits - 1)
    n++;

  return n;
}

/* The least number of letters that are more, less or other, or swapped with the next; more than
 * @most when it is more than that. Source: the "optimal string alignment" distance. */
static guint
count_slips (const Name *a,
             guint       length,
             const Name *b,
             guint       other_length,
             guint       most)
{
  guint rows[3][MOST_LETTERS + 2];
  guint *before = rows[0], *last = rows[1], *row = rows[2];

  for (guint k = 0; k <= other_length + 1; k++)
    last[k] = k;
  for (guint i = 1; i <= length; i++)
    {
      /* further from the middle there are more slips than @most already */
      guint first = i > most ? i - most : 1, end = MIN (i + most, other_length);
      guint least = most + 1;
      guint *spare = before;

      row[first - 1] = first == 1 ? i : most + 1;
      for (guint k = first; k <= end; k++)
        {
          guint slips = last[k - 1] + (a->letters[i - 1] != b->letters[k - 1]);

          slips = MIN (slips, MIN (last[k], row[k - 1]) + 1);
          if (i > 1 && k > 1 && a->letters[i - 1] == b->letters[k - 2]
              && a->letters[i - 2] == b->letters[k - 1])
            slips = MIN (slips, before[k - 2] + 1);
          row[k] = slips;
          least = MIN (least, slips);
        }
      row[end + 1] = most + 1;
      if (least > most)
        return most + 1;
      before = last;
      last = row;
      row = spare;
    }

  return last[other_length];
}

/* Two slips are believed only when the first letter is right: Northwind is not Southwind. */
static guint
compare (const Scan *scan,
         guint       i,
         guint       k)
{
  const Shape *a = &scan->shapes[i], *b = &scan->shapes[k];
  guint most = a->first == b->first ? MIN (a->slips, b->slips) : 1;
  guint slips;

  if (a->marks != b->marks || ABS ((int) a->length - (int) b->length) > (int) most
      || count_bits (a->occurring ^ b->occurring) > 2 * most)
    return 0;
  slips = count_slips (&scan->names[i], a->length, &scan->names[k], b->length, most);

  return slips <= most ? slips : 0;
}

/**
 * quad_duplicate_spelling_scan:
 * @keys: of all accounts
 * @func: called for each pair of names that differ by one letter, or by two where they are long;
 *   perhaps more than once
 */
void
quad_duplicate_spelling_scan (const QuadDuplicateKeys *keys,
                              guint                    n_keys,
                              QuadSpellingFunc         func,
                              gpointer                 user_data)
{
  Scan scan = { 0 };

  g_return_if_fail (func != NULL);

  scan.names = g_new (Name, n_keys);
  scan.shapes = g_new (Shape, n_keys);
  scan.counts = g_new0 (guint, N_PIECES + 1);
  for (guint i = 0; i < n_keys; i++)
    if (init_name (&scan.names[scan.n_names], &scan.shapes[scan.n_names], i, &keys[i]))
      scan.n_names++;
  count_pieces (&scan);
  sort_names (&scan);

  for (guint piece = 0; piece < N_PIECES; piece++)
    {
      guint begin = scan.counts[piece], end = scan.counts[piece + 1];

      for (guint i = begin; end - begin <= MOST_SHARING && i < end; i++)
        for (guint k = i + 1; k < end; k++)
          {
            guint a = scan.sharing[i], b = scan.sharing[k];
            guint letters = compare (&scan, a, b);

            if (letters > 0)
              func (scan.names[a].account, scan.names[b].account, letters, user_data);
          }
    }

  g_free (scan.names);
  g_free (scan.shapes);
  g_free (scan.counts);
  g_free (scan.sharing);
}
