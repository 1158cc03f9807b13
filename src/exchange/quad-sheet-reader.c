/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-exchange"

#include "quad-sheet-reader.h"

#include <string.h>

#include "quad-column-names.h"
#include "quad-csv-reader.h"
#include "quad-csv-writer.h"

/* What a sheet can have. Source: Excel specifications and limits */
#define MOST_ROWS    1048576
#define MOST_COLUMNS 16384

/* The names of the columns stand among the first rows. */
#define MOST_HEADER_ROWS 30

typedef struct
{
  guint first;
  guint last;
} Range;

/* A hidden column is shown from the row on where it says what it holds. */
typedef enum
{
  COLUMN_SHOWN,
  COLUMN_HIDDEN,
  COLUMN_KEPT,
} ColumnState;

struct _QuadSheetReader
{
  /* owned */
  QuadPart     *part;
  GString      *row;              /* the row that is read, as separated values */
  GString      *value;            /* of the cell that is read */
  GByteArray   *states;           /* ColumnState of the first columns */

  /* borrowed */
  QuadWorkbook *workbook;
  GByteArray   *text;             /* where rows go while a piece is read */

  /* plain */
  guint         n_rows;           /* written */
  guint         n_cells;          /* of the row: columns written, hidden ones too */
  guint         next_column;      /* of the row: behind the last cell */
  guint         n_written;        /* of the row: fields */
  guint         row_number;       /* from 1 */
  guint         column;           /* of the cell, from 0 */
  guint         style;
  char          type;             /* of the cell: 's', 'n', 'b', 'e', 'd', or 'i' for text in it */
  gboolean      is_value;         /* within an element whose text is the cell's */
  gboolean      is_phonetic;
  gboolean      is_damaged;
};

static ColumnState
get_state (QuadSheetReader *self,
           guint            column)
{
  return column < self->states->len ? (ColumnState) self->states->data[column] : COLUMN_SHOWN;
}

static void
hide_columns (QuadSheetReader         *self,
              const QuadXmlAttributes *attributes)
{
  g_autofree char *min = quad_xml_dup_attribute (attributes, "min");
  g_autofree char *max = quad_xml_dup_attribute (attributes, "max");
  guint64 first = min != NULL ? g_ascii_strtoull (min, NULL, 10) : 0;
  guint64 last = max != NULL ? g_ascii_strtoull (max, NULL, 10) : 0;

  if (!quad_xml_get_flag (attributes, "hidden") || first < 1 || last < first
      || last > MOST_COLUMNS)
    return;

  while (self->states->len < last)
    g_byte_array_append (self->states, (const guint8[]) { COLUMN_SHOWN }, 1);
  memset (self->states->data + first - 1, COLUMN_HIDDEN, last - first + 1);
}

/* "BC12" -> 54; the row is not looked at. %FALSE when it is no reference. */
static gboolean
read_reference (const char *reference,
                guint      *column)
{
  guint n = 0;

  for (; g_ascii_isalpha (*reference) && n <= MOST_COLUMNS; reference++)
    n = n * 26 + (guint) (g_ascii_toupper (*reference) - 'A') + 1;
  if (n == 0 || n > MOST_COLUMNS || !g_ascii_isdigit (*reference))
    return FALSE;
  *column = n - 1;
  return TRUE;
}

static void
begin_row (QuadSheetReader         *self,
           const QuadXmlAttributes *attributes)
{
  g_autofree char *number = quad_xml_dup_attribute (attributes, "r");
  guint64 row = number != NULL ? g_ascii_strtoull (number, NULL, 10)
                               : (guint64) self->row_number + 1;

  if (row <= self->row_number || row > MOST_ROWS)
    {
      self->is_damaged = TRUE;
      return;
    }
  self->row_number = (guint) row;
  self->n_cells = 0;
  self->next_column = 0;
  self->n_written = 0;
  g_string_truncate (self->row, 0);
}

static void
end_row (QuadSheetReader *self)
{
  if (self->row_number <= self->n_rows)
    return;

  while (self->n_rows + 1 < self->row_number)
    {
      g_byte_array_append (self->text, (const guint8 *) "\n", 1);
      self->n_rows++;
    }
  if (self->row->len > QUAD_CSV_LONGEST_ROW)
    {
      quad_csv_append_too_long (self->text);
    }
  else
    {
      g_byte_array_append (self->text, (const guint8 *) self->row->str, (guint) self->row->len);
      g_byte_array_append (self->text, (const guint8 *) "\n", 1);
    }
  self->n_rows++;
  g_string_truncate (self->row, 0);
}

static void
begin_cell (QuadSheetReader         *self,
            const QuadXmlAttributes *attributes)
{
  g_autofree char *reference = quad_xml_dup_attribute (attributes, "r");
  g_autofree char *style = quad_xml_dup_attribute (attributes, "s");
  g_autofree char *type = quad_xml_dup_attribute (attributes, "t");

  self->column = self->next_column;
  if ((reference != NULL && !read_reference (reference, &self->column))
      || self->column < self->next_column || self->column >= MOST_COLUMNS)
    self->is_damaged = TRUE;
  self->next_column = self->column + 1;

  self->style = style != NULL ? (guint) g_ascii_strtoull (style, NULL, 10) : 0;
  if (type == NULL || strcmp (type, "n") == 0)
    self->type = 'n';
  else if (strcmp (type, "str") == 0 || strcmp (type, "inlineStr") == 0)
    self->type = 'i';
  else
    self->type = type[0];
  g_string_truncate (self->value, 0);
}

/* What the cell says, as a text; %NULL when it is empty. */
static const char *
get_text (QuadSheetReader  *self,
          char            **owned)
{
  char *end = NULL;
  guint64 index;
  const char *text;

  if (self->value->len == 0)
    return NULL;

  switch (self->type)
    {
    case 's':
      index = g_ascii_strtoull (self->value->str, &end, 10);
      text = *end == '\0' && index < G_MAXUINT
               ? quad_workbook_get_text (self->workbook, (guint) index) : NULL;
      if (text == NULL)
        self->is_damaged = TRUE;
      return text;

    case 'b':
      return strcmp (self->value->str, "0") == 0 ? "FALSE" : "TRUE";

    case 'n':
      *owned = quad_cell_format_number (self->value->str,
                                        quad_workbook_get_format (self->workbook, self->style),
                                        quad_workbook_is_from_1904 (self->workbook));
      return *owned;

    case 'i':
      quad_cell_unescape (self->value);
      return self->value->str;

    default:
      return self->value->str;
    }
}

static gboolean
names_identifier (const char *text)
{
  QuadColumnMeaning meaning;

  return quad_column_name_lookup (text, &meaning) && meaning.role == QUAD_COLUMN_EXTERNAL_ID;
}

static void
end_cell (QuadSheetReader *self)
{
  g_autofree char *owned = NULL;
  const char *text;

  if (self->is_damaged)
    return;

  text = get_text (self, &owned);
  if (text != NULL && get_state (self, self->column) == COLUMN_HIDDEN
      && self->row_number <= MOST_HEADER_ROWS && names_identifier (text))
    self->states->data[self->column] = COLUMN_KEPT;

  if (text != NULL && text[0] != '\0' && self->row->len <= QUAD_CSV_LONGEST_ROW
      && get_state (self, self->column) != COLUMN_HIDDEN)
    {
      for (; self->n_cells < self->column; self->n_cells++)
        if (get_state (self, self->n_cells) != COLUMN_HIDDEN)
          quad_csv_append_field (self->row, ',', self->n_written++ == 0, NULL);
      quad_csv_append_field (self->row, ',', self->n_written++ == 0, text);
      self->n_cells = self->column + 1;
    }
}

static void
start_cb (const char              *name,
          const QuadXmlAttributes *attributes,
          gpointer                 user_data)
{
  QuadSheetReader *self = user_data;

  if (self->is_damaged)
    return;

  if (strcmp (name, "c") == 0)
    begin_cell (self, attributes);
  else if (strcmp (name, "v") == 0)
    self->is_value = TRUE;
  else if (strcmp (name, "t") == 0)
    self->is_value = !self->is_phonetic && self->type == 'i';
  else if (strcmp (name, "rPh") == 0)
    self->is_phonetic = TRUE;
  else if (strcmp (name, "row") == 0)
    begin_row (self, attributes);
  else if (strcmp (name, "col") == 0)
    hide_columns (self, attributes);
}

static void
end_cb (const char *name,
        gpointer    user_data)
{
  QuadSheetReader *self = user_data;

  if (strcmp (name, "v") == 0 || strcmp (name, "t") == 0)
    self->is_value = FALSE;
  else if (strcmp (name, "rPh") == 0)
    self->is_phonetic = FALSE;
  else if (strcmp (name, "c") == 0)
    end_cell (self);
  else if (strcmp (name, "row") == 0 && !self->is_damaged)
    end_row (self);
}

static void
text_cb (const char *text,
         gsize       length,
         gpointer    user_data)
{
  QuadSheetReader *self = user_data;

  if (self->is_value && self->value->len <= QUAD_CSV_LONGEST_ROW)
    g_string_append_len (self->value, text, (gssize) length);
}

static const QuadXmlHandler handler = { start_cb, end_cb, text_cb };

/**
 * quad_sheet_reader_new:
 * @workbook: stays as long as the reader
 * @sheet: one of its sheets
 * @error: return location
 *
 * Errors: %QUAD_ERROR_INVALID_INPUT when the workbook is damaged or takes too much memory
 *
 * Returns: (transfer full) (nullable): a reader at the first row
 */
QuadSheetReader *
quad_sheet_reader_new (QuadWorkbook     *workbook,
                       const QuadSheet  *sheet,
                       GError          **error)
{
  g_autoptr (QuadSheetReader) self = NULL;

  g_return_val_if_fail (workbook != NULL && sheet != NULL, NULL);

  if (!quad_workbook_load_shared (workbook, error))
    return NULL;

  self = g_new0 (QuadSheetReader, 1);
  self->workbook = workbook;
  self->row = g_string_new (NULL);
  self->value = g_string_new (NULL);
  self->states = g_byte_array_new ();
  self->part = quad_package_open (quad_workbook_get_package (workbook), sheet->path, &handler,
                                  self, error);
  return self->part != NULL ? g_steal_pointer (&self) : NULL;
}

void
quad_sheet_reader_free (QuadSheetReader *self)
{
  if (self == NULL)
    return;

  quad_part_free (self->part);
  g_string_free (self->row, TRUE);
  g_string_free (self->value, TRUE);
  g_byte_array_unref (self->states);
  g_free (self);
}

/**
 * quad_sheet_reader_read:
 * @text: the next rows are appended here, as separated values with commas, in UTF-8
 * @at_end: (out): whether those were the last
 * @error: return location
 *
 * Errors: %QUAD_ERROR_INVALID_INPUT when the sheet is damaged
 */
gboolean
quad_sheet_reader_read (QuadSheetReader  *self,
                        GByteArray       *text,
                        gboolean         *at_end,
                        GError          **error)
{
  gboolean good;

  g_return_val_if_fail (self != NULL && text != NULL && at_end != NULL, FALSE);

  self->text = text;
  good = quad_part_read (self->part, at_end, error);
  self->text = NULL;
  if (good && self->is_damaged)
    {
      quad_package_set_damaged (quad_workbook_get_package (self->workbook), error);
      return FALSE;
    }
  return good;
}

double
quad_sheet_reader_get_fraction (QuadSheetReader *self)
{
  g_return_val_if_fail (self != NULL, 0.0);

  return quad_part_get_fraction (self->part);
}
