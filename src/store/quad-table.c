/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-store"

#include "quad-table.h"

#include "quad-database-private.h"
#include "quad-i18n.h"
#include "quad-table-private.h"

static const QuadTable * const all_tables[] = {
  &quad_account_table,
  &quad_answer_table,
  &quad_contact_table,
  &quad_event_table,
  &quad_planned_move_table,
  &quad_play_table,
  &quad_profile_text_table,
  &quad_step_table,
  &quad_touch_table,
  &quad_trait_table,
};

/**
 * quad_tables_get_all:
 * @n_tables: (out): how many
 *
 * Returns: (transfer none) (array length=n_tables): every noun that can be read and written
 */
const QuadTable * const *
quad_tables_get_all (guint *n_tables)
{
  *n_tables = G_N_ELEMENTS (all_tables);
  return all_tables;
}

/* Binding ---------------------------------------------------------------------------------- */

static void
bind_number (sqlite3_stmt    *statement,
             int              place,
             const QuadField *field,
             gint64           number)
{
  switch (field->kind)
    {
    case QUAD_KIND_MONEY:
    case QUAD_KIND_TIME:
    case QUAD_KIND_LINK:
      if (number != quad_kind_get_empty (field->kind))
        sqlite3_bind_int64 (statement, place, number);
      break;
    case QUAD_KIND_NUMBER:
    case QUAD_KIND_FLAG:
      sqlite3_bind_int64 (statement, place, number);
      break;
    case QUAD_KIND_DATE:
      if (number != QUAD_DATE_NONE)
        sqlite3_bind_text (statement, place, quad_date_to_iso ((QuadDate) number), -1, g_free);
      break;
    case QUAD_KIND_WORD:
      if (number >= 0 && number < field->words->n_values)
        sqlite3_bind_text (statement, place, field->words->values[number].nick, -1, SQLITE_STATIC);
      break;
    case QUAD_KIND_TEXT:
    case QUAD_KIND_LINES:
      g_assert_not_reached ();
    }
}

/* Texts are borrowed until the statement is reset. What is not bound is NULL. */
static void
bind_values (sqlite3_stmt     *statement,
             const QuadRecord *values)
{
  const QuadSchema *schema = quad_record_get_schema (values);

  for (guint i = 0; i < schema->n_fields; i++)
    {
      const QuadField *field = &schema->fields[i];
      const int place = (int) i + 2;
      const char *text;

      if (!quad_kind_is_text (field->kind))
        bind_number (statement, place, field, quad_record_get_number (values, i));
      else if ((text = quad_record_get_text (values, i)) != NULL)
        sqlite3_bind_text (statement, place, text, -1, SQLITE_STATIC);
    }
}

/* Reading ---------------------------------------------------------------------------------- */

static gboolean
read_text (sqlite3_stmt    *statement,
           int              column,
           const QuadField *field,
           char           **text)
{
  const char *stored;
  gsize length;

  *text = NULL;
  switch (sqlite3_column_type (statement, column))
    {
    case SQLITE_NULL:
      return (field->flags & QUAD_FIELD_REQUIRED) == 0;
    case SQLITE_TEXT:
      stored = (const char *) sqlite3_column_text (statement, column);
      length = (gsize) sqlite3_column_bytes (statement, column);
      if (length == 0 || !g_utf8_validate_len (stored, length, NULL))
        return FALSE;
      *text = g_memdup2 (stored, length + 1);
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
read_date (sqlite3_stmt *statement,
           int           column,
           gint64       *number)
{
  if (sqlite3_column_type (statement, column) != SQLITE_TEXT)
    return FALSE;
  *number = quad_date_from_iso ((const char *) sqlite3_column_text (statement, column));
  return *number != QUAD_DATE_NONE;
}

static gboolean
read_word (sqlite3_stmt    *statement,
           int              column,
           const QuadField *field,
           gint64          *number)
{
  guint value;

  if (sqlite3_column_type (statement, column) != SQLITE_TEXT
      || !quad_words_parse (field->words, (const char *) sqlite3_column_text (statement, column),
                            &value))
    return FALSE;
  *number = value;
  return TRUE;
}

static gboolean
read_number (sqlite3_stmt    *statement,
             int              column,
             const QuadField *field,
             gint64          *number)
{
  const int type = sqlite3_column_type (statement, column);

  if (field->kind == QUAD_KIND_WORD)
    return read_word (statement, column, field, number);
  if (type == SQLITE_NULL)
    {
      *number = quad_kind_get_empty (field->kind);
      return field->kind != QUAD_KIND_FLAG && (field->flags & QUAD_FIELD_REQUIRED) == 0;
    }
  if (field->kind == QUAD_KIND_DATE)
    return read_date (statement, column, number);
  if (type != SQLITE_INTEGER)
    return FALSE;

  *number = sqlite3_column_int64 (statement, column);
  switch (field->kind)
    {
    case QUAD_KIND_MONEY:
      return *number >= -QUAD_MONEY_LIMIT && *number <= QUAD_MONEY_LIMIT;
    case QUAD_KIND_FLAG:
      return *number == 0 || *number == 1;
    case QUAD_KIND_TIME:
    case QUAD_KIND_NUMBER:
    case QUAD_KIND_LINK:
      return *number >= 0;
    case QUAD_KIND_DATE:
    case QUAD_KIND_WORD:
    case QUAD_KIND_TEXT:
    case QUAD_KIND_LINES:
      break;
    }
  g_return_val_if_reached (FALSE);
}

static gboolean
read_field (sqlite3_stmt    *statement,
            const QuadField *field,
            guint            index,
            QuadRecord      *values)
{
  const int column = (int) index + 1;
  char *text;
  gint64 number;

  if (quad_kind_is_text (field->kind))
    {
      if (!read_text (statement, column, field, &text))
        return FALSE;
      quad_record_take_text (values, index, text);
    }
  else
    {
      if (!read_number (statement, column, field, &number))
        return FALSE;
      quad_record_set_number (values, index, number);
    }
  return TRUE;
}

static QuadRecord *
read_values (const QuadTable  *table,
             QuadDatabase     *database,
             sqlite3_stmt     *statement,
             GError          **error)
{
  QuadRecord *values = quad_record_new (table->schema);

  for (guint i = 0; i < table->schema->n_fields; i++)
    if (!read_field (statement, &table->schema->fields[i], i, values))
      {
        g_autofree char *detail = g_strdup_printf ("%s %" G_GINT64_FORMAT ", %s",
                                                   table->schema->table,
                                                   (gint64) sqlite3_column_int64 (statement, 0),
                                                   table->schema->fields[i].name);

        database->damaged = TRUE;
        quad_store_set_corrupt (error, quad_database_get_path (database), detail);
        quad_record_free (values);
        return NULL;
      }
  return values;
}

/* Runs a statement that selects the columns of the table, its values bound already. */
gboolean
quad_table_read_rows (const QuadTable  *table,
                      QuadDatabase     *database,
                      sqlite3_stmt     *statement,
                      QuadRowFunc       func,
                      gpointer          user_data,
                      GError          **error)
{
  for (;;)
    {
      QuadRecord *values;
      gboolean row;

      if (!quad_statement_step (database, statement, &row, error))
        return FALSE;
      if (!row)
        return TRUE;
      values = read_values (table, database, statement, error);
      if (values == NULL)
        {
          quad_statement_reset (statement);
          return FALSE;
        }
      func (sqlite3_column_int64 (statement, 0), values, user_data);
    }
}

static void
set_not_found (const QuadTable  *table,
               QuadDatabase     *database,
               gint64            id,
               GError          **error)
{
  g_autofree char *name = g_filename_display_name (quad_database_get_path (database));
  g_autofree char *row = g_strdup_printf ("%" G_GINT64_FORMAT, id);

  /* Translators: a file name, the name of a table, the number of a row in it */
  g_set_error (error, QUAD_ERROR, QUAD_ERROR_NOT_FOUND, _("“%s” has no %s %s any more."), name,
               table->schema->table, row);
}

/* Public ----------------------------------------------------------------------------------- */

/**
 * quad_table_insert:
 * @values: of the table's schema; what is not set is stored as empty
 * @id: (out) (optional): of the new row
 *
 * Errors: %QUAD_ERROR_CONSTRAINT, %QUAD_ERROR_NO_SPACE, %QUAD_ERROR_IO.
 */
gboolean
quad_table_insert (const QuadTable   *table,
                   QuadDatabase      *database,
                   const QuadRecord  *values,
                   gint64            *id,
                   GError           **error)
{
  sqlite3_stmt *statement;

  g_return_val_if_fail (quad_database_is_changing (database), FALSE);
  g_return_val_if_fail (quad_record_get_schema (values) == table->schema, FALSE);

  statement = quad_statement_get (database, table->insert, error);
  if (statement == NULL)
    return FALSE;
  bind_values (statement, values);
  if (!quad_statement_finish (database, statement, error))
    return FALSE;
  if (id != NULL)
    *id = sqlite3_last_insert_rowid (sqlite3_db_handle (statement));
  return quad_journal_relieve (database, error);
}

/**
 * quad_table_update:
 * @values: a whole row: what is not set is stored as empty
 *
 * Errors: %QUAD_ERROR_NOT_FOUND, %QUAD_ERROR_CONSTRAINT, %QUAD_ERROR_NO_SPACE, %QUAD_ERROR_IO.
 */
gboolean
quad_table_update (const QuadTable   *table,
                   QuadDatabase      *database,
                   gint64             id,
                   const QuadRecord  *values,
                   GError           **error)
{
  sqlite3_stmt *statement;

  g_return_val_if_fail (quad_database_is_changing (database), FALSE);
  g_return_val_if_fail (quad_record_get_schema (values) == table->schema, FALSE);

  statement = quad_statement_get (database, table->update, error);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, id);
  bind_values (statement, values);
  if (!quad_statement_finish (database, statement, error))
    return FALSE;
  if (sqlite3_changes (sqlite3_db_handle (statement)) == 1)
    return TRUE;
  set_not_found (table, database, id, error);
  return FALSE;
}

/**
 * quad_table_remove:
 *
 * Deletes a row with all that belongs to it.
 *
 * Errors: %QUAD_ERROR_NOT_FOUND, %QUAD_ERROR_NO_SPACE, %QUAD_ERROR_IO.
 */
gboolean
quad_table_remove (const QuadTable  *table,
                   QuadDatabase     *database,
                   gint64            id,
                   GError          **error)
{
  sqlite3_stmt *statement;

  g_return_val_if_fail (quad_database_is_changing (database), FALSE);

  statement = quad_statement_get (database, table->remove, error);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, id);
  if (!quad_statement_finish (database, statement, error))
    return FALSE;
  if (sqlite3_changes (sqlite3_db_handle (statement)) == 1)
    return TRUE;
  set_not_found (table, database, id, error);
  return FALSE;
}

/**
 * quad_table_load_one:
 *
 * Returns: (transfer full) (nullable): all values of the row
 *
 * Errors: %QUAD_ERROR_NOT_FOUND, %QUAD_ERROR_CORRUPT, %QUAD_ERROR_IO.
 */
QuadRecord *
quad_table_load_one (const QuadTable  *table,
                     QuadDatabase     *database,
                     gint64            id,
                     GError          **error)
{
  sqlite3_stmt *statement = quad_statement_get (database, table->select_one, error);
  QuadRecord *values;
  gboolean row;

  if (statement == NULL)
    return NULL;
  sqlite3_bind_int64 (statement, 1, id);
  if (!quad_statement_step (database, statement, &row, error))
    return NULL;
  if (!row)
    {
      set_not_found (table, database, id, error);
      return NULL;
    }
  values = read_values (table, database, statement, error);
  quad_statement_reset (statement);
  return values;
}

/**
 * quad_table_load_all:
 * @func: (scope call): gets every row, by id
 *
 * Errors: %QUAD_ERROR_CORRUPT, %QUAD_ERROR_IO; @func may have got some rows before.
 */
gboolean
quad_table_load_all (const QuadTable  *table,
                     QuadDatabase     *database,
                     QuadRowFunc       func,
                     gpointer          user_data,
                     GError          **error)
{
  sqlite3_stmt *statement = quad_statement_get (database, table->select_all, error);

  return statement != NULL
         && quad_table_read_rows (table, database, statement, func, user_data, error);
}

/**
 * quad_table_load_of_account:
 * @func: (scope call): gets every row that belongs to the account, by id
 *
 * Errors: %QUAD_ERROR_CORRUPT, %QUAD_ERROR_IO; @func may have got some rows before.
 */
gboolean
quad_table_load_of_account (const QuadTable  *table,
                            QuadDatabase     *database,
                            gint64            account,
                            QuadRowFunc       func,
                            gpointer          user_data,
                            GError          **error)
{
  sqlite3_stmt *statement;

  g_return_val_if_fail (table->select_of_account != NULL, FALSE);

  statement = quad_statement_get (database, table->select_of_account, error);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, account);
  return quad_table_read_rows (table, database, statement, func, user_data, error);
}
