/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-exchange"

#include "quad-list-format.h"

#include <string.h>

#include "quad-column-map.h"
#include "quad-csv-reader.h"
#include "quad-text.h"

/* What is looked at: so many rows, among the first of which the names of the columns stand. */
#define MOST_ROWS        100
#define MOST_HEADER_ROWS 30
#define MOST_COLUMNS     2000

/**
 * Row:
 * @number: as in #QuadCsvRow
 * @fields: (owned): its fields
 * @n_fields: how many
 * @n_known: how many of them are names of columns
 */
typedef struct
{
  guint   number;
  char  **fields;
  guint   n_fields;
  guint   n_known;
} Row;

/**
 * Reading:
 * @rows: the rows that the separator makes of the text, without empty ones
 * @header: which of them has the names of the columns
 * @score: how much sense that makes
 */
typedef struct
{
  char       separator;
  GPtrArray *rows;
  guint      header;
  double     score;
} Reading;

static void
free_row (gpointer data)
{
  Row *row = data;

  g_strfreev (row->fields);
  g_free (row);
}

static GPtrArray *
read_rows (char        separator,
           const char *text,
           gsize       length,
           gboolean    is_whole)
{
  g_autoptr (QuadCsvReader) reader = quad_csv_reader_new_for_text (separator, text,
                                                                   (gssize) length);
  GPtrArray *rows = g_ptr_array_new_with_free_func (free_row);
  QuadCsvRow csv;

  while (rows->len < MOST_ROWS && quad_csv_reader_next (reader, &csv, NULL))
    {
      Row *row;

      if (csv.fault != QUAD_CSV_FAULT_NONE || quad_csv_row_is_blank (&csv))
        continue;

      row = g_new0 (Row, 1);
      row->number = csv.number;
      row->n_fields = csv.n_fields;
      row->fields = g_new0 (char *, csv.n_fields + 1);
      for (guint i = 0; i < csv.n_fields; i++)
        row->fields[i] = g_strdup (csv.fields[i]);
      if (rows->len < MOST_HEADER_ROWS)
        row->n_known = quad_column_map_count_known ((const char *const *) row->fields,
                                                    MIN (row->n_fields, MOST_COLUMNS));
      g_ptr_array_add (rows, row);
    }

  /* The last row may go on behind the sample. */
  if (!is_whole && rows->len > 1 && rows->len < MOST_ROWS)
    g_ptr_array_set_size (rows, (int) rows->len - 1);
  return rows;
}

/* The number of fields that most rows have. */
static guint
find_usual_width (GPtrArray *rows)
{
  guint usual = 1, n_usual = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      const Row *row = g_ptr_array_index (rows, i);
      guint n = 0;

      for (guint k = 0; k < rows->len; k++)
        n += ((const Row *) g_ptr_array_index (rows, k))->n_fields == row->n_fields;
      if (n > n_usual)
        {
          usual = row->n_fields;
          n_usual = n;
        }
    }
  return usual;
}

/* The row with most names of columns; where no name is known, the first one as wide as the rest. */
static guint
find_header (GPtrArray *rows)
{
  guint usual = find_usual_width (rows);
  guint best = 0, best_known = 0;

  for (guint i = 0; i < MIN (rows->len, MOST_HEADER_ROWS); i++)
    {
      const Row *row = g_ptr_array_index (rows, i);

      if (row->n_known > best_known)
        {
          best = i;
          best_known = row->n_known;
        }
    }
  if (best_known > 0)
    return best;

  for (guint i = 0; i < rows->len; i++)
    if (((const Row *) g_ptr_array_index (rows, i))->n_fields == usual)
      return i;
  return 0;
}

/* The row with this number, or the next one that is not empty. */
static guint
find_row (GPtrArray *rows,
          guint      number)
{
  for (guint i = 0; i + 1 < rows->len; i++)
    if (((const Row *) g_ptr_array_index (rows, i))->number >= number)
      return i;
  return rows->len - 1;
}

/* Rows as wide as the header speak for the separator, and known names do. That a text has no such
 * character at all speaks for nothing. */
static void
judge (Reading *reading,
       guint    header_row)
{
  const Row *header;
  guint n_same = 0;

  reading->header = 0;
  reading->score = 0.0;
  if (reading->rows->len == 0)
    return;

  reading->header = header_row == 0 ? find_header (reading->rows)
                                    : find_row (reading->rows, header_row);
  header = g_ptr_array_index (reading->rows, reading->header);
  for (guint i = 0; i < reading->rows->len; i++)
    n_same += ((const Row *) g_ptr_array_index (reading->rows, i))->n_fields == header->n_fields;

  if (header->n_fields > 1)
    reading->score = (double) n_same / (double) reading->rows->len + 0.5 * MIN (header->n_known, 4);
  else if (header->n_known > 0)
    reading->score = 0.5;
}

/* "sep=;" in the first line, as Excel writes and reads it. */
static char
read_declaration (const char *text,
                  gsize       length)
{
  if (length < 5 || g_ascii_strncasecmp (text, "sep=", 4) != 0
      || strchr (",;\t|", text[4]) == NULL || text[4] == '\0'
      || (length > 5 && text[5] != '\r' && text[5] != '\n'))
    return '\0';
  return text[4];
}

static void
take_reading (QuadListFormat *format,
              const Reading  *reading)
{
  const Row *header;

  format->separator = reading->separator;
  if (reading->rows->len == 0)
    return;

  header = g_ptr_array_index (reading->rows, reading->header);
  format->header_row = header->number;
  format->n_headers = header->n_fields;
  format->headers = g_new0 (char *, header->n_fields + 1);
  for (guint i = 0; i < header->n_fields; i++)
    {
      format->headers[i] = quad_text_clean (header->fields[i], FALSE);
      if (format->headers[i] == NULL)
        format->headers[i] = g_strdup ("");
    }
}

/**
 * quad_list_format_sniff:
 * @format: (out caller-allocates): how the list is laid out; without headers when it is empty
 * @separator: what parts the fields, or NUL to find out
 * @text: its beginning, valid UTF-8
 * @length: of @text
 * @is_whole: whether that is all of the list
 * @header_row: number of the row with the names of the columns, or 0 to find out
 *
 * Finds out what parts the fields, by which of the usual characters gives rows of one width, and
 * which row names the columns. Notes may stand above that row.
 */
void
quad_list_format_sniff (QuadListFormat *format,
                        char            separator,
                        const char     *text,
                        gsize           length,
                        gboolean        is_whole,
                        guint           header_row)
{
  static const char separators[] = { ',', ';', '\t', '|' };
  char declared = '\0';
  Reading best = { ',', NULL, 0, -1.0 };

  g_return_if_fail (format != NULL && text != NULL);

  memset (format, 0, sizeof *format);
  if (separator == '\0')
    declared = read_declaration (text, length);

  for (guint i = 0; i < G_N_ELEMENTS (separators); i++)
    {
      Reading reading = { separators[i], NULL, 0, 0.0 };

      if ((declared != '\0' && declared != separators[i])
          || (separator != '\0' && separator != separators[i]))
        continue;

      reading.rows = read_rows (separators[i], text, length, is_whole);
      if (declared != '\0' && reading.rows->len > 0)
        g_ptr_array_remove_index (reading.rows, 0);
      judge (&reading, header_row);
      if (reading.score > best.score)
        {
          g_clear_pointer (&best.rows, g_ptr_array_unref);
          best = reading;
        }
      else
        {
          g_ptr_array_unref (reading.rows);
        }
    }

  take_reading (format, &best);
  g_ptr_array_unref (best.rows);
}

void
quad_list_format_clear (QuadListFormat *format)
{
  g_return_if_fail (format != NULL);

  g_strfreev (format->headers);
  memset (format, 0, sizeof *format);
}
