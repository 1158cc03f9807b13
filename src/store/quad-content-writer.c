/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-store"

/* Rows that come in from outside and take the place of all that the book holds. */

#include "quad-content-private.h"

#include <string.h>

#include "quad-database-private.h"
#include "quad-i18n.h"
#include "quad-statement.h"
#include "quad-table.h"

struct _QuadContentWriter
{
  /* owned */
  GPtrArray      *tables;         /* QuadContentTable */
  sqlite3_stmt  **statements;     /* one for each of them */

  /* borrowed */
  QuadDatabase   *database;
};

static gboolean
set_invalid (GError                 **error,
             const QuadContentColumn *column)
{
  g_set_error (error, QUAD_ERROR, QUAD_ERROR_INVALID_INPUT,
               /* Translators: %s is the name of a column in the file */
               _("What stands in “%s” is not possible there."), column->name);
  return FALSE;
}

/* Turns a value into what a record keeps of it. */
static gboolean
parse_number (const QuadField        *field,
              const QuadContentValue *value,
              gint64                 *number)
{
  guint word;

  *number = quad_kind_get_empty (field->kind);
  if (value->kind == QUAD_CONTENT_NOTHING)
    return TRUE;
  switch (field->kind)
    {
    case QUAD_KIND_DATE:
      *number = quad_date_from_iso (value->text);
      return *number != QUAD_DATE_NONE;
    case QUAD_KIND_WORD:
      if (!quad_words_parse (field->words, value->text, &word))
        return FALSE;
      *number = word;
      return TRUE;
    case QUAD_KIND_FLAG:
      *number = value->number;
      return *number == 0 || *number == 1;
    case QUAD_KIND_MONEY:
      *number = value->number;
      return *number >= -QUAD_MONEY_LIMIT && *number <= QUAD_MONEY_LIMIT;
    case QUAD_KIND_TIME:
    case QUAD_KIND_NUMBER:
    case QUAD_KIND_LINK:
      *number = value->number;
      return *number >= 0;
    case QUAD_KIND_TEXT:
    case QUAD_KIND_LINES:
      break;
    }
  g_return_val_if_reached (FALSE);
}

static const QuadTable *
find_noun (const char *name)
{
  guint n_nouns;
  const QuadTable * const *nouns = quad_tables_get_all (&n_nouns);

  for (guint i = 0; i < n_nouns; i++)
    if (strcmp (nouns[i]->schema->table, name) == 0)
      return nouns[i];
  return NULL;
}

/* The columns of a noun are its fields, after the id. */
static gboolean
check_noun (const QuadContentTable  *table,
            const QuadContentValue  *values,
            const QuadSchema        *schema,
            GError                 **error)
{
  g_autoptr (QuadRecord) record = quad_record_new (schema);

  for (guint i = 0; i < schema->n_fields; i++)
    {
      const QuadContentValue *value = &values[i + 1];
      gint64 number;

      if (quad_kind_is_text (schema->fields[i].kind))
        quad_record_set_text (record, i, value->text);
      else if (parse_number (&schema->fields[i], value, &number))
        quad_record_set_number (record, i, number);
      else
        return set_invalid (error, table->columns->pdata[i + 1]);
    }
  return quad_record_check (record, error);
}

/* What the program could not read again may not come in, whatever SQLite thinks of it. */
static gboolean
check_row (const QuadContentTable  *table,
           const QuadContentValue  *values,
           GError                 **error)
{
  const QuadTable *noun = find_noun (table->name);

  for (guint i = 0; i < table->columns->len; i++)
    {
      const QuadContentColumn *column = table->columns->pdata[i];

      if (values[i].kind == QUAD_CONTENT_NOTHING)
        {
          if (!column->required)
            continue;
          g_set_error (error, QUAD_ERROR, QUAD_ERROR_INVALID_INPUT,
                       /* Translators: %s is the name of a column in the file */
                       _("“%s” is missing."), column->name);
          return FALSE;
        }
      if (values[i].kind != column->kind)
        return set_invalid (error, column);
      if (values[i].kind == QUAD_CONTENT_TEXT
          && g_utf8_strlen (values[i].text, -1) > QUAD_RECORD_LONGEST_TEXT)
        return set_invalid (error, column);
    }
  if (values[0].number <= 0)
    return set_invalid (error, table->columns->pdata[0]);
  return noun == NULL || check_noun (table, values, noun->schema, error);
}

static sqlite3_stmt *
prepare_insert (QuadDatabase            *database,
                const QuadContentTable  *table,
                GError                 **error)
{
  g_autoptr (GString) sql = g_string_new (NULL);

  quad_content_append_name (sql, "INSERT INTO main.\"%w\" (", table->name);
  quad_content_append_columns (sql, table);
  g_string_append (sql, ") VALUES (");
  for (guint i = 0; i < table->columns->len; i++)
    g_string_append_printf (sql, "%s?%u", i > 0 ? ", " : "", i + 1);
  g_string_append (sql, ")");
  return quad_content_prepare (database, sql, error);
}

static gboolean
clear (QuadDatabase            *database,
       const QuadContentTable  *table,
       GError                 **error)
{
  g_autoptr (GString) sql = g_string_new (NULL);

  quad_content_append_name (sql, "DELETE FROM main.\"%w\"", table->name);
  return quad_store_run (quad_database_get_handle (database), quad_database_get_path (database),
                         sql->str, error);
}

/**
 * quad_content_writer_new:
 * @database: inside an operation
 * @tables: (element-type QuadContentTable): of quad_content_load_tables()
 *
 * Empties all tables.
 */
QuadContentWriter *
quad_content_writer_new (QuadDatabase  *database,
                         GPtrArray     *tables,
                         GError       **error)
{
  g_autoptr (QuadContentWriter) self = g_new0 (QuadContentWriter, 1);

  self->database = database;
  self->tables = g_ptr_array_ref (tables);
  self->statements = g_new0 (sqlite3_stmt *, tables->len);
  for (guint i = 0; i < tables->len; i++)
    {
      self->statements[i] = prepare_insert (database, tables->pdata[i], error);
      if (self->statements[i] == NULL || !clear (database, tables->pdata[tables->len - i - 1],
                                                 error))
        return NULL;
    }
  return g_steal_pointer (&self);
}

void
quad_content_writer_free (QuadContentWriter *self)
{
  for (guint i = 0; i < self->tables->len; i++)
    sqlite3_finalize (self->statements[i]);
  g_free (self->statements);
  g_ptr_array_unref (self->tables);
  g_free (self);
}

static void
bind_row (sqlite3_stmt           *statement,
          const QuadContentValue *values,
          guint                   n_values)
{
  for (guint i = 0; i < n_values; i++)
    switch (values[i].kind)
      {
      case QUAD_CONTENT_NOTHING:
        sqlite3_bind_null (statement, (int) i + 1);
        break;
      case QUAD_CONTENT_NUMBER:
        sqlite3_bind_int64 (statement, (int) i + 1, values[i].number);
        break;
      case QUAD_CONTENT_TEXT:
        sqlite3_bind_text (statement, (int) i + 1, values[i].text, -1, SQLITE_STATIC);
        break;
      }
}

/* What SQLite says of a row that contradicts another one or a rule, for a person. */
static void
set_row_error (QuadDatabase  *database,
               int            code,
               GError       **error)
{
  sqlite3 *handle = quad_database_get_handle (database);

  switch (code)
    {
    case SQLITE_CONSTRAINT_PRIMARYKEY:
    case SQLITE_CONSTRAINT_ROWID:
    case SQLITE_CONSTRAINT_UNIQUE:
      g_set_error_literal (error, QUAD_ERROR, QUAD_ERROR_INVALID_INPUT,
                           _("There is another row with the same identity."));
      break;
    case SQLITE_CONSTRAINT_FOREIGNKEY:
      g_set_error_literal (error, QUAD_ERROR, QUAD_ERROR_INVALID_INPUT,
                           _("What the row belongs to is not in the file."));
      break;
    case SQLITE_CONSTRAINT_CHECK:
      g_set_error_literal (error, QUAD_ERROR, QUAD_ERROR_INVALID_INPUT,
                           _("It contradicts a rule of the book."));
      break;
    default:
      quad_store_set_error (error, handle, quad_database_get_path (database));
      break;
    }
}

/**
 * quad_content_writer_add:
 * @table: its index among the tables
 * @values: (array): of all columns
 *
 * Writes a row with the id that it has.
 *
 * Errors: %QUAD_ERROR_INVALID_INPUT with a sentence about this row; those of writing.
 */
gboolean
quad_content_writer_add (QuadContentWriter       *self,
                         guint                    table,
                         const QuadContentValue  *values,
                         GError                 **error)
{
  const QuadContentTable *written = self->tables->pdata[table];
  sqlite3_stmt *statement = self->statements[table];
  gboolean good;

  if (!check_row (written, values, error))
    return FALSE;
  bind_row (statement, values, written->columns->len);
  good = sqlite3_step (statement) == SQLITE_DONE;
  if (!good)
    set_row_error (self->database,
                   sqlite3_extended_errcode (quad_database_get_handle (self->database)), error);
  quad_statement_reset (statement);
  return good;
}
