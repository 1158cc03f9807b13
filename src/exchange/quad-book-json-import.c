/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-exchange"

/* The file is read twice: once to the end, to know that it is whole and where its tables are, and
 * then table by table in the order of the book, whatever their order in the file. */

#include "quad-book-json-private.h"

#include <string.h>

#include "quad-i18n.h"
#include "quad-json-reader.h"

#define SAMPLE 512

/* Where a table is in the file. */
typedef struct
{
  char         *name;
  QuadJsonMark  mark;           /* behind the '[' of its rows */
} Place;

typedef struct
{
  QuadJsonReader    *reader;
  GPtrArray         *tables;    /* borrowed: of the book */
  GPtrArray         *places;    /* of Place */
  GPtrArray         *texts;     /* GString: one for each column of the widest table */
  QuadContentValue  *values;
  gboolean           has_format;
  gint64             version;   /* 0: none was named */
  GCancellable      *cancellable;       /* borrowed */
} Import;

static void
free_place (gpointer data)
{
  Place *place = data;

  g_free (place->name);
  g_free (place);
}

static void
free_text (gpointer data)
{
  g_string_free (data, TRUE);
}

static gboolean
set_no_book (Import  *import,
             GError **error)
{
  g_set_error (error, QUAD_ERROR, QUAD_ERROR_INVALID_INPUT,
               _("“%s” is JSON, but not a book that was exported from Quadrille."),
               quad_json_reader_get_name (import->reader));
  return FALSE;
}

/* The file ------------------------------------------------------------------------------------- */

static gboolean
expect (Import         *import,
        QuadJsonToken   wanted,
        GError        **error)
{
  QuadJsonToken token;

  return quad_json_reader_next (import->reader, &token, error)
         && (token == wanted || set_no_book (import, error));
}

/* To the ']' that ends the rows. */
static gboolean
skip_rows (Import  *import,
           GError **error)
{
  QuadJsonToken token;
  guint depth = 1;

  while (depth > 0)
    {
      if (g_cancellable_set_error_if_cancelled (import->cancellable, error)
          || !quad_json_reader_next (import->reader, &token, error))
        return FALSE;
      if (token == QUAD_JSON_OBJECT || token == QUAD_JSON_ARRAY)
        depth++;
      else if (token == QUAD_JSON_OBJECT_END || token == QUAD_JSON_ARRAY_END)
        depth--;
    }
  return TRUE;
}

static Place *
find_place (Import     *import,
            const char *name)
{
  for (guint i = 0; i < import->places->len; i++)
    if (strcmp (((Place *) import->places->pdata[i])->name, name) == 0)
      return import->places->pdata[i];
  return NULL;
}

static gboolean
scan_tables (Import  *import,
             GError **error)
{
  QuadJsonToken token;

  if (import->places->len > 0)
    return set_no_book (import, error);
  if (!expect (import, QUAD_JSON_OBJECT, error))
    return FALSE;
  for (;;)
    {
      Place *place;

      if (!quad_json_reader_next (import->reader, &token, error))
        return FALSE;
      if (token == QUAD_JSON_OBJECT_END)
        return TRUE;
      /* More tables than there are names for would only fill the memory. */
      if (find_place (import, quad_json_reader_get_text (import->reader)) != NULL
          || import->places->len > 100)
        return set_no_book (import, error);
      place = g_new0 (Place, 1);
      place->name = g_strdup (quad_json_reader_get_text (import->reader));
      g_ptr_array_add (import->places, place);
      if (!expect (import, QUAD_JSON_ARRAY, error))
        return FALSE;
      quad_json_reader_mark (import->reader, &place->mark);
      if (!skip_rows (import, error))
        return FALSE;
    }
}

static gboolean
scan_member (Import  *import,
             GError **error)
{
  const char *name = quad_json_reader_get_text (import->reader);

  if (strcmp (name, "tables") == 0)
    return scan_tables (import, error);
  if (strcmp (name, "format") == 0)
    {
      if (!expect (import, QUAD_JSON_TEXT, error))
        return FALSE;
      import->has_format = strcmp (quad_json_reader_get_text (import->reader),
                                   QUAD_BOOK_JSON_FORMAT) == 0;
      return import->has_format || set_no_book (import, error);
    }
  if (strcmp (name, "version") != 0)
    return set_no_book (import, error);
  if (!expect (import, QUAD_JSON_NUMBER, error))
    return FALSE;
  import->version = quad_json_reader_get_number (import->reader);
  return import->version > 0 || set_no_book (import, error);
}

static gboolean
scan (Import  *import,
      GError **error)
{
  QuadJsonToken token;

  if (!expect (import, QUAD_JSON_OBJECT, error))
    return FALSE;
  for (;;)
    {
      if (!quad_json_reader_next (import->reader, &token, error))
        return FALSE;
      if (token == QUAD_JSON_OBJECT_END)
        break;
      if (!scan_member (import, error))
        return FALSE;
    }
  return expect (import, QUAD_JSON_END, error)
         && ((import->has_format && import->version > 0 && import->places->len > 0)
             || set_no_book (import, error));
}

static gboolean
check_version (Import    *import,
               QuadBook  *book,
               GError   **error)
{
  guint newest = quad_book_get_content_version (book, error);

  if (newest == 0)
    return FALSE;
  if (import->version > newest)
    {
      g_set_error (error, QUAD_ERROR, QUAD_ERROR_TOO_NEW,
                   _("“%s” comes from a newer version of Quadrille. Update the program."),
                   quad_json_reader_get_name (import->reader));
      return FALSE;
    }
  for (guint i = 0; i < import->places->len; i++)
    {
      const Place *place = import->places->pdata[i];
      guint index;

      if (!quad_content_tables_find (import->tables, place->name, &index))
        {
          g_set_error (error, QUAD_ERROR, QUAD_ERROR_INVALID_INPUT,
                       /* Translators: a file name, the name of a table */
                       _("“%s” has a table “%s”, which a book has not."),
                       quad_json_reader_get_name (import->reader), place->name);
          return FALSE;
        }
    }
  return TRUE;
}

/* Rows ----------------------------------------------------------------------------------------- */

static gboolean
take_value (Import         *import,
            guint           column,
            QuadJsonToken   token,
            GError        **error)
{
  QuadContentValue *value = &import->values[column];
  GString *text = import->texts->pdata[column];

  switch (token)
    {
    case QUAD_JSON_NULL:
      return TRUE;
    case QUAD_JSON_NUMBER:
      value->kind = QUAD_CONTENT_NUMBER;
      value->number = quad_json_reader_get_number (import->reader);
      return TRUE;
    case QUAD_JSON_TEXT:
      g_string_assign (text, quad_json_reader_get_text (import->reader));
      value->kind = QUAD_CONTENT_TEXT;
      value->text = text->str;
      return TRUE;
    case QUAD_JSON_OBJECT:
    case QUAD_JSON_OBJECT_END:
    case QUAD_JSON_ARRAY:
    case QUAD_JSON_ARRAY_END:
    case QUAD_JSON_NAME:
    case QUAD_JSON_BOOLEAN:
    case QUAD_JSON_END:
      break;
    }
  g_set_error_literal (error, QUAD_ERROR, QUAD_ERROR_INVALID_INPUT,
                       _("Only texts, whole numbers and null can stand in a row."));
  return FALSE;
}

/* Fills the values from the members of one object, whose '{' was read. */
static gboolean
read_row (Import                  *import,
          const QuadContentTable  *table,
          GError                 **error)
{
  guint64 seen = 0;
  QuadJsonToken token;
  guint column;

  g_assert (table->columns->len <= 64);
  memset (import->values, 0, table->columns->len * sizeof *import->values);
  for (;;)
    {
      if (!quad_json_reader_next (import->reader, &token, error))
        return FALSE;
      if (token == QUAD_JSON_OBJECT_END)
        return TRUE;
      if (!quad_content_table_find (table, quad_json_reader_get_text (import->reader), &column))
        {
          g_set_error (error, QUAD_ERROR, QUAD_ERROR_INVALID_INPUT,
                       _("There is no column “%s”."), quad_json_reader_get_text (import->reader));
          return FALSE;
        }
      if ((seen & (G_GUINT64_CONSTANT (1) << column)) != 0)
        {
          g_set_error (error, QUAD_ERROR, QUAD_ERROR_INVALID_INPUT,
                       _("The column “%s” is named twice."),
                       quad_json_reader_get_text (import->reader));
          return FALSE;
        }
      seen |= G_GUINT64_CONSTANT (1) << column;
      if (!quad_json_reader_next (import->reader, &token, error)
          || !take_value (import, column, token, error))
        return FALSE;
    }
}

/* Says where the row is that is not right. What is wrong with the disk needs no place. */
static void
add_place (Import                  *import,
           const QuadContentTable  *table,
           guint                    row,
           GError                 **error)
{
  g_autofree char *problem = NULL;

  if (!g_error_matches (*error, QUAD_ERROR, QUAD_ERROR_INVALID_INPUT))
    return;
  problem = g_strdup ((*error)->message);
  g_clear_error (error);
  g_set_error (error, QUAD_ERROR, QUAD_ERROR_INVALID_INPUT,
               /* Translators: a file name, the number of a row, the name of a table, the number of
                * a line in the file, a sentence that says what is wrong */
               _("“%s” was not imported, because of row %u of “%s” in line %u. %s"),
               quad_json_reader_get_name (import->reader), row, table->name,
               quad_json_reader_get_line (import->reader), problem);
}

static gboolean
feed_table (Import           *import,
            QuadContentSink  *sink,
            guint             index,
            GError          **error)
{
  const QuadContentTable *table = import->tables->pdata[index];
  Place *place = find_place (import, table->name);
  g_autoptr (GError) problem = NULL;
  QuadJsonToken token;
  guint row = 0;

  if (place == NULL)
    return TRUE;
  if (!quad_json_reader_return (import->reader, &place->mark, error))
    return FALSE;
  for (;;)
    {
      if (g_cancellable_set_error_if_cancelled (import->cancellable, error)
          || !quad_json_reader_next (import->reader, &token, error))
        return FALSE;
      if (token == QUAD_JSON_ARRAY_END)
        return TRUE;
      row++;
      if (token != QUAD_JSON_OBJECT)
        take_value (import, 0, QUAD_JSON_OBJECT, &problem);
      else if (read_row (import, table, &problem)
               && quad_content_sink_add (sink, index, import->values, &problem))
        continue;
      add_place (import, table, row, &problem);
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
}

static gboolean
feed (QuadContentSink  *sink,
      gpointer          user_data,
      GError          **error)
{
  Import *import = user_data;

  for (guint i = 0; i < import->tables->len; i++)
    if (!feed_table (import, sink, i, error))
      return FALSE;
  return TRUE;
}

static gboolean
run_import (Import    *import,
            QuadBook  *book,
            GError   **error)
{
  guint widest = 0;

  for (guint i = 0; i < import->tables->len; i++)
    widest = MAX (widest, ((QuadContentTable *) import->tables->pdata[i])->columns->len);
  import->values = g_new0 (QuadContentValue, widest);
  for (guint i = 0; i < widest; i++)
    g_ptr_array_add (import->texts, g_string_new (NULL));

  return scan (import, error) && check_version (import, book, error)
         && quad_book_replace_content (book, quad_json_reader_get_name (import->reader),
                                       import->tables, feed, import, error);
}

/* Public --------------------------------------------------------------------------------------- */

/**
 * quad_book_json_detect:
 * @path: a file
 *
 * Returns: whether it is JSON, by its name or its beginning: a book, not a list
 */
gboolean
quad_book_json_detect (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) stream = NULL;
  g_autofree char *lower = g_ascii_strdown (path, -1);
  char sample[SAMPLE + 1] = { 0 };
  const char *p = sample;

  if (g_str_has_suffix (lower, ".json"))
    return TRUE;
  /* A FIFO would wait for a writer. */
  if (g_file_query_file_type (file, G_FILE_QUERY_INFO_NONE, NULL) != G_FILE_TYPE_REGULAR)
    return FALSE;
  stream = g_file_read (file, NULL, NULL);
  if (stream == NULL
      || !g_input_stream_read_all (G_INPUT_STREAM (stream), sample, SAMPLE, NULL, NULL, NULL))
    return FALSE;
  while (g_ascii_isspace (*p))
    p++;
  return *p == '{' && strstr (p, "\"" QUAD_BOOK_JSON_FORMAT "\"") != NULL;
}

/**
 * quad_book_json_import:
 * @book: an empty book
 * @path: what quad_book_json_export() wrote
 * @cancellable: (nullable): to stop it
 *
 * Brings a whole book back, as one operation: every row with the id that it had.
 *
 * Errors: %QUAD_ERROR_CONSTRAINT when the book is not empty; %QUAD_ERROR_INVALID_INPUT with file,
 * row and line for what is not as it should be; %QUAD_ERROR_TOO_NEW. The book is as it was then.
 */
gboolean
quad_book_json_import (QuadBook      *book,
                       const char    *path,
                       GCancellable  *cancellable,
                       GError       **error)
{
  Import import = { 0 };
  gboolean good;

  g_return_val_if_fail (QUAD_IS_BOOK (book) && path != NULL, FALSE);

  if (!quad_book_check_empty (book, error))
    return FALSE;
  import.reader = quad_json_reader_open (path, error);
  if (import.reader == NULL)
    return FALSE;
  import.cancellable = cancellable;
  import.places = g_ptr_array_new_with_free_func (free_place);
  import.texts = g_ptr_array_new_with_free_func (free_text);
  import.tables = quad_book_load_content_tables (book, error);
  good = import.tables != NULL && run_import (&import, book, error);

  g_clear_pointer (&import.tables, g_ptr_array_unref);
  g_ptr_array_unref (import.texts);
  g_ptr_array_unref (import.places);
  g_free (import.values);
  quad_json_reader_free (import.reader);
  return good;
}
