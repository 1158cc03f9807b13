/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-exchange"

#include "quad-book-json-private.h"

#include <string.h>

#include "quad-file.h"

typedef struct
{
  QuadFileWriter *file;
  GPtrArray      *tables;         /* borrowed */
  guint           next;           /* the first one that is not begun */
  gboolean        in_table;
  guint64         n_rows;         /* of the table that is begun */
  GString        *text;           /* of one row */
  GCancellable   *cancellable;    /* borrowed */
} Export;

static void
append_text (GString    *text,
             const char *value)
{
  g_string_append_c (text, '"');
  for (const char *p = value; *p != '\0'; p++)
    switch (*p)
      {
      case '"':
      case '\\':
        g_string_append_c (text, '\\');
        g_string_append_c (text, *p);
        break;
      case '\n':
        g_string_append (text, "\\n");
        break;
      case '\t':
        g_string_append (text, "\\t");
        break;
      default:
        if ((guchar) *p < ' ' || *p == 0x7f)
          g_string_append_printf (text, "\\u%04x", (guint) *p);
        else
          g_string_append_c (text, *p);
      }
  g_string_append_c (text, '"');
}

static void
append_value (GString                *text,
              const QuadContentValue *value)
{
  switch (value->kind)
    {
    case QUAD_CONTENT_NOTHING:
      g_string_append (text, "null");
      break;
    case QUAD_CONTENT_NUMBER:
      g_string_append_printf (text, "%" G_GINT64_FORMAT, value->number);
      break;
    case QUAD_CONTENT_TEXT:
      append_text (text, value->text);
      break;
    }
}

static void
end_table (Export *export)
{
  if (export->in_table)
    g_string_append (export->text, export->n_rows > 0 ? "\n    ]" : "]");
  export->in_table = FALSE;
}

static void
begin_table (Export *export)
{
  const QuadContentTable *table = export->tables->pdata[export->next];

  end_table (export);
  g_string_append (export->text, export->next > 0 ? ",\n    " : "\n    ");
  append_text (export->text, table->name);
  g_string_append (export->text, ": [");
  export->next++;
  export->in_table = TRUE;
  export->n_rows = 0;
}

static gboolean
write_text (Export *export)
{
  gboolean good = quad_file_writer_add (export->file, export->text->str, export->text->len);

  g_string_truncate (export->text, 0);
  return good;
}

static gboolean
write_row (const QuadContentTable  *table,
           const QuadContentValue  *values,
           gpointer                 user_data,
           GError                 **error)
{
  Export *export = user_data;

  if (g_cancellable_set_error_if_cancelled (export->cancellable, error))
    return FALSE;
  while (export->next == 0 || export->tables->pdata[export->next - 1] != table)
    begin_table (export);
  g_string_append (export->text, export->n_rows++ > 0 ? ",\n      {" : "\n      {");
  for (guint i = 0; i < table->columns->len; i++)
    {
      g_string_append (export->text, i > 0 ? ", " : "");
      append_text (export->text, ((QuadContentColumn *) table->columns->pdata[i])->name);
      g_string_append (export->text, ": ");
      append_value (export->text, &values[i]);
    }
  g_string_append (export->text, "}");
  /* A file that can be written no more is noticed at its end. */
  write_text (export);
  return TRUE;
}

static gboolean
write_book (Export    *export,
            QuadBook  *book,
            guint      version,
            GError   **error)
{
  g_string_append_printf (export->text,
                          "{\n  \"format\": \"" QUAD_BOOK_JSON_FORMAT "\",\n"
                          "  \"version\": %u,\n  \"tables\": {", version);
  if (!quad_book_load_content (book, export->tables, write_row, export, error))
    return FALSE;
  while (export->next < export->tables->len)
    begin_table (export);
  end_table (export);
  g_string_append (export->text, "\n  }\n}\n");
  write_text (export);
  return quad_file_writer_finish (export->file, error);
}

/**
 * quad_book_json_export:
 * @book: an open book
 * @path: a file, which is replaced wholly or not at all
 * @cancellable: (nullable): to stop it
 *
 * Writes the whole book: every row of every table but the history, in the order of the tables and
 * ids, so that the same book always gives the same file. Columns have their names in the schema;
 * amounts are whole minor units, days are ISO 8601, times are seconds since 1970 in UTC, null is
 * what is not known.
 */
gboolean
quad_book_json_export (QuadBook      *book,
                       const char    *path,
                       GCancellable  *cancellable,
                       GError       **error)
{
  g_autoptr (QuadFileWriter) file = NULL;
  g_autoptr (GPtrArray) tables = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  Export export = { 0 };
  guint version;

  g_return_val_if_fail (QUAD_IS_BOOK (book) && path != NULL, FALSE);

  version = quad_book_get_content_version (book, error);
  tables = version != 0 ? quad_book_load_content_tables (book, error) : NULL;
  file = tables != NULL ? quad_file_writer_new (path, error) : NULL;
  if (file == NULL)
    return FALSE;
  export.file = file;
  export.tables = tables;
  export.text = text;
  export.cancellable = cancellable;
  return write_book (&export, book, version, error);
}
