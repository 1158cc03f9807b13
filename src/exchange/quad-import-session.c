/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-exchange"

#include "quad-import-session-private.h"

#include <string.h>

#include "quad-error.h"
#include "quad-i18n.h"

/* Of a file that is wrong throughout, so many rejected rows are kept for people to look at. All of
 * them are counted, and written by quad_import_session_write_rejects(). */
#define MOST_REJECTS 10000

/* Of a text that stands in a rejected row, so many characters are kept. */
#define MOST_CHARACTERS 200

G_DEFINE_FINAL_TYPE_WITH_CODE (QuadImportSession, quad_import_session, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (QUAD_TYPE_IMPORT_SOURCE,
                                                      quad_import_session_source_init))

static void
free_reject (gpointer data)
{
  QuadImportReject *reject = data;

  g_free (reject->name);
  g_free (reject->column);
  g_free (reject->value);
  g_free (reject->reason);
  g_free (reject);
}

static void
observe_row (QuadImportSession *self,
             const QuadCsvRow  *row,
             gpointer           user_data)
{
  if (row->fault == QUAD_CSV_FAULT_NONE)
    {
      quad_column_stats_observe (&self->stats, &self->map, &self->currency, self->values,
                                 row->fields, row->n_fields);
      quad_import_session_count_words (self, row);
    }
}

static char *
shorten (const char *text)
{
  return text != NULL ? g_utf8_substring (text, 0, MIN (g_utf8_strlen (text, -1), MOST_CHARACTERS))
                      : NULL;
}

static void
add_reject (QuadImportSession *self,
            const QuadCsvRow  *row,
            QuadRowValues     *values)
{
  static const guint8 none = 0;
  QuadImportReject *reject;
  g_autofree char *name = NULL;

  while (self->rejected->len <= row->number / 8)
    g_byte_array_append (self->rejected, &none, 1);
  self->rejected->data[row->number / 8] |= (guint8) (1u << row->number % 8);

  self->n_rejected++;
  if (self->rejects->len == MOST_REJECTS)
    return;

  reject = g_new0 (QuadImportReject, 1);
  name = quad_row_reader_dup_name (&self->row_reader, row->fields, row->n_fields);
  reject->row = row->number;
  reject->name = shorten (name);
  if (values->column != QUAD_NO_COLUMN)
    reject->column = g_strdup (self->format.headers[values->column]);
  if (values->column != QUAD_NO_COLUMN && (guint) values->column < row->n_fields)
    reject->value = shorten (row->fields[values->column]);
  reject->reason = g_steal_pointer (&values->reason);
  reject->is_word_unknown = values->is_word_unknown;
  g_ptr_array_add (self->rejects, reject);
}

/* By what the row of a person is put together with others. */
static const char *
get_company (QuadImportSession   *self,
             const QuadCsvRow    *row,
             const QuadRowValues *values)
{
  return values->is_lone_person ? quad_record_get_text (values->account, QUAD_ACCOUNT_NAME)
                                : row->fields[self->map.columns[QUAD_COLUMN_COMPANY]];
}

static void
judge_row (QuadImportSession *self,
           const QuadCsvRow  *row,
           gpointer           user_data)
{
  QuadRowValues values;
  const gboolean good = quad_import_session_judge_row (self, row, &values);

  self->n_lone_people += values.is_lone_person;
  if (!good)
    add_reject (self, row, &values);
  else if (self->groups != NULL)
    quad_row_groups_add (self->groups, get_company (self, row, &values), row->number, row->fields,
                         row->n_fields);
  else
    self->n_accepted++;

  quad_row_values_clear (&values);
}

static gboolean
is_note (QuadImportSession *self,
         guint              column)
{
  for (guint i = 0; i < self->notes->len; i++)
    if (g_array_index (self->notes, int, i) == (int) column)
      return TRUE;
  return FALSE;
}

static QuadImportGuess
get_guess (QuadImportSession *self,
           guint              role)
{
  if (self->is_remembered[role])
    return QUAD_IMPORT_GUESS_REMEMBERED;
  if (self->map.is_decided[role])
    return QUAD_IMPORT_GUESS_DECIDED;
  return self->map.is_by_values[role] ? QUAD_IMPORT_GUESS_VALUES : QUAD_IMPORT_GUESS_NAME;
}

static void
add_column (QuadImportSession *self,
            guint              column)
{
  QuadImportColumn entry = { .name = self->format.headers[column] };

  for (guint role = 0; role < QUAD_N_COLUMN_ROLES && entry.role == NULL; role++)
    if (self->map.columns[role] == (int) column)
      {
        entry.target = quad_column_role_get_target ((QuadColumnRole) role, self->stats.region);
        entry.role = quad_column_role_get_name ((QuadColumnRole) role);
        entry.guess = get_guess (self, role);
      }
  if (is_note (self, column))
    {
      entry.target = "notes";
      entry.is_note = TRUE;
      entry.guess = self->notes_remembered ? QUAD_IMPORT_GUESS_REMEMBERED
                                           : QUAD_IMPORT_GUESS_DECIDED;
    }
  g_array_append_val (self->columns, entry);
}

static void
describe_columns (QuadImportSession *self)
{
  g_array_set_size (self->columns, 0);
  for (guint i = 0; i < self->format.n_headers; i++)
    add_column (self, i);
}

static QuadTier
get_new_tier (QuadImportSession *self)
{
  switch (self->as)
    {
    case QUAD_IMPORT_AS_AUTO:
      return quad_column_map_has (&self->map, QUAD_COLUMN_REVENUE) ? QUAD_TIER_SECONDARY
                                                                   : QUAD_TIER_LEAD;
    case QUAD_IMPORT_AS_CLIENTS: return QUAD_TIER_SECONDARY;
    case QUAD_IMPORT_AS_IDEAL: return QUAD_TIER_IDEAL;
    case QUAD_IMPORT_AS_LEADS: return QUAD_TIER_LEAD;
    }
  g_return_val_if_reached (QUAD_TIER_LEAD);
}

void
quad_import_session_forget_scan (QuadImportSession *self)
{
  self->is_scanned = FALSE;
  self->n_accepted = 0;
  self->n_rejected = 0;
  self->n_lone_people = 0;
  self->group = 0;
  self->map = self->guessed;
  memset (&self->stats, 0, sizeof self->stats);
  g_ptr_array_set_size (self->rejects, 0);
  g_byte_array_set_size (self->rejected, 0);
  g_clear_pointer (&self->groups, quad_row_groups_free);
  g_clear_pointer (&self->reader, quad_csv_reader_free);

  /* What the values will probably say, for who asks before they were read. */
  quad_column_stats_conclude (&self->stats, &self->map);
  self->map = self->guessed;
  describe_columns (self);
}

static char *
list_columns (QuadImportSession *self)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < MIN (self->format.n_headers, 30); i++)
    {
      const char *name = self->format.headers[i];
      gboolean is_long = g_utf8_strlen (name, -1) > 60;
      g_autofree char *start = g_utf8_substring (name, 0, is_long ? 60 : g_utf8_strlen (name, -1));

      g_string_append_printf (names, "%s%s%s", i > 0 ? ", " : "", start, is_long ? "…" : "");
    }
  if (self->format.n_headers > 30)
    g_string_append (names, ", …");
  return g_string_free (names, FALSE);
}

/* "Fair 2026.vcf" -> "Fair 2026" */
static char *
get_bare_name (const char *name)
{
  const char *point = strrchr (name, '.');

  return point != NULL && point > name ? g_strndup (name, (gsize) (point - name))
                                       : g_strdup (name);
}

/* Of a workbook the first sheet that is shown and has rows; a cover may be empty. */
static gboolean
look_at_first_list (QuadImportSession  *self,
                    GError            **error)
{
  g_auto (GStrv) sheets = quad_list_file_list_sheets (self->file);
  g_autoptr (GError) first_error = NULL;

  if (quad_import_session_look (self, &first_error))
    return TRUE;

  for (guint i = 1; sheets != NULL && sheets[0] != NULL && sheets[i] != NULL && i < 20; i++)
    if (quad_import_session_set_sheet (self, sheets[i], NULL))
      return TRUE;

  g_propagate_error (error, g_steal_pointer (&first_error));
  return FALSE;
}

/* Takes @file. */
static QuadImportSession *
open_file (QuadListFile        *file,
           const QuadCurrency  *currency,
           GError             **error)
{
  g_autoptr (QuadImportSession) self = NULL;

  if (file == NULL)
    return NULL;

  self = g_object_new (QUAD_TYPE_IMPORT_SESSION, NULL);
  self->currency = *currency;
  self->file = file;
  self->list_name = get_bare_name (quad_list_file_get_name (file));
  return look_at_first_list (self, error) ? g_steal_pointer (&self) : NULL;
}

static void
quad_import_session_finalize (GObject *object)
{
  QuadImportSession *self = QUAD_IMPORT_SESSION (object);

  quad_csv_reader_free (self->reader);
  quad_row_groups_free (self->groups);
  quad_list_file_free (self->file);
  quad_list_format_clear (&self->format);
  g_free (self->list_name);
  g_free (self->new_source);
  g_array_unref (self->columns);
  g_ptr_array_unref (self->rejects);
  g_byte_array_unref (self->rejected);
  g_array_unref (self->notes);
  quad_import_session_forget_words (self);
  quad_value_table_free (self->values);

  G_OBJECT_CLASS (quad_import_session_parent_class)->finalize (object);
}

static void
quad_import_session_class_init (QuadImportSessionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = quad_import_session_finalize;
}

static void
quad_import_session_init (QuadImportSession *self)
{
  self->columns = g_array_new (FALSE, FALSE, sizeof (QuadImportColumn));
  self->rejects = g_ptr_array_new_with_free_func (free_reject);
  self->rejected = g_byte_array_new ();
  self->notes = g_array_new (FALSE, FALSE, sizeof (int));
  self->values = quad_value_table_new ();
  self->row_reader = (QuadRowReader) { &self->map, &self->stats, &self->currency,
                                       QUAD_TIER_LEAD, self->values, self->notes, NULL, FALSE };
}

/**
 * quad_import_session_open:
 * @path: a list: a text, a workbook or address cards
 * @currency: of the book
 * @error: return location
 *
 * Opens a list and finds out how it is laid out and what its columns hold. Of a workbook the first
 * sheet that is shown and has rows is taken. Never blocks: what is no regular file is refused.
 *
 * Errors: %QUAD_ERROR_NOT_FOUND, %QUAD_ERROR_IO; %QUAD_ERROR_INVALID_INPUT for what is no list.
 *
 * Returns: (transfer full) (nullable): a session
 */
QuadImportSession *
quad_import_session_open (const char          *path,
                          const QuadCurrency  *currency,
                          GError             **error)
{
  g_return_val_if_fail (path != NULL && currency != NULL, NULL);

  return open_file (quad_list_file_open (path, error), currency, error);
}

/**
 * quad_import_session_open_text:
 * @name: what to call it: "Clipboard"
 * @text: a list as it would stand in a file, for instance a table copied from a spreadsheet
 * @length: of @text, in bytes
 * @currency: of the book
 * @error: return location
 *
 * Opens a list that is in no file, as quad_import_session_open() does one that is.
 *
 * Returns: (transfer full) (nullable): a session
 */
QuadImportSession *
quad_import_session_open_text (const char          *name,
                               const char          *text,
                               gsize                length,
                               const QuadCurrency  *currency,
                               GError             **error)
{
  g_return_val_if_fail (name != NULL && (text != NULL || length == 0) && currency != NULL, NULL);

  return open_file (quad_list_file_new_for_text (name, text, length, error), currency, error);
}

/**
 * quad_import_session_set_as:
 * @as: what accounts become whose rows name no tier
 */
void
quad_import_session_set_as (QuadImportSession *self,
                            QuadImportAs       as)
{
  g_return_if_fail (QUAD_IS_IMPORT_SESSION (self));

  self->as = as;
  quad_import_session_forget_scan (self);
}

/* The column with this header, or %QUAD_NO_COLUMN with an error that lists them all. */
int
quad_import_session_find_column (QuadImportSession  *self,
                                 const char         *column,
                                 GError            **error)
{
  g_autofree char *wanted = quad_column_name_normalise (column);
  g_autofree char *names = NULL;

  for (guint i = 0; i < self->format.n_headers; i++)
    if (strcmp (self->format.headers[i], column) == 0)
      return (int) i;

  for (guint i = 0; i < self->format.n_headers; i++)
    {
      g_autofree char *name = quad_column_name_normalise (self->format.headers[i]);

      if (wanted[0] != '\0' && strcmp (name, wanted) == 0)
        return (int) i;
    }

  names = list_columns (self);
  g_set_error (error, QUAD_ERROR, QUAD_ERROR_NOT_FOUND,
               _("There is no column “%s” in “%s”. Its columns are: %s."), column,
               quad_list_file_get_name (self->file), names);
  return QUAD_NO_COLUMN;
}

static void
remove_note (QuadImportSession *self,
             int                column)
{
  for (guint i = self->notes->len; i > 0; i--)
    if (g_array_index (self->notes, int, i - 1) == column)
      g_array_remove_index (self->notes, i - 1);
}

/**
 * quad_import_session_map:
 * @field: name of a field: of the account ("revenue"), of its contact ("contact-name") or of its
 *   address ("city"); '_' stands for '-'
 * @column: (nullable): header of a column, "" or %NULL to leave the field out
 * @error: return location
 *
 * Decides which column holds a field.
 *
 * Errors: %QUAD_ERROR_INVALID_INPUT for a @field that does not exist, %QUAD_ERROR_NOT_FOUND for a
 * @column that does not.
 */
gboolean
quad_import_session_map (QuadImportSession  *self,
                         const char         *field,
                         const char         *column,
                         GError            **error)
{
  QuadColumnRole role;
  int found = QUAD_NO_COLUMN;

  g_return_val_if_fail (QUAD_IS_IMPORT_SESSION (self) && field != NULL, FALSE);

  if (!quad_column_role_from_name (field, &role))
    {
      g_autofree char *names = quad_column_role_list_names ();

      g_set_error (error, QUAD_ERROR, QUAD_ERROR_INVALID_INPUT,
                   _("There is no field “%s”. Fields are: %s."), field, names);
      return FALSE;
    }

  if (column != NULL && column[0] != '\0')
    {
      found = quad_import_session_find_column (self, column, error);
      if (found == QUAD_NO_COLUMN)
        return FALSE;
      remove_note (self, found);
    }

  self->is_remembered[role] = self->is_applying;
  quad_column_map_set (&self->guessed, role, found,
                       found != QUAD_NO_COLUMN ? self->format.headers[found] : NULL);
  quad_import_session_forget_scan (self);
  return TRUE;
}

/**
 * quad_import_session_set_note:
 * @column: header of a column
 * @is_note: whether what it says goes to the notes of the account, as "Label: value"; it holds
 *   nothing else then
 * @error: return location
 *
 * Errors: %QUAD_ERROR_NOT_FOUND for a @column that does not exist.
 */
gboolean
quad_import_session_set_note (QuadImportSession  *self,
                              const char         *column,
                              gboolean            is_note,
                              GError            **error)
{
  int found;

  g_return_val_if_fail (QUAD_IS_IMPORT_SESSION (self) && column != NULL, FALSE);

  found = quad_import_session_find_column (self, column, error);
  if (found == QUAD_NO_COLUMN)
    return FALSE;

  remove_note (self, found);
  if (is_note)
    {
      quad_column_map_leave_out (&self->guessed, found);
      g_array_append_val (self->notes, found);
      self->notes_remembered = self->is_applying;
    }
  quad_import_session_forget_scan (self);
  return TRUE;
}

/**
 * quad_import_session_scan:
 * @cancellable: (nullable): stops it
 * @progress: (nullable): told how far it is
 * @user_data: for @progress
 * @error: return location
 *
 * Reads the whole list twice: once to learn from each column how its amounts and dates are written,
 * once to judge every row. Blocks; call it from a thread where that matters. Afterwards the session
 * can be imported, as often as wanted.
 *
 * Errors: %QUAD_ERROR_INVALID_INPUT when no column holds names of accounts or there are no rows;
 * %QUAD_ERROR_IO; %G_IO_ERROR_CANCELLED
 */
gboolean
quad_import_session_scan (QuadImportSession   *self,
                          GCancellable        *cancellable,
                          QuadImportProgress   progress,
                          gpointer             user_data,
                          GError             **error)
{
  QuadImportPass pass = { cancellable, progress, user_data, 0.0, 0.5, 0, 0 };

  g_return_val_if_fail (QUAD_IS_IMPORT_SESSION (self), FALSE);

  quad_import_session_forget_scan (self);
  quad_import_session_forget_words (self);
  if (!quad_column_map_has (&self->map, QUAD_COLUMN_COMPANY))
    {
      g_autofree char *names = list_columns (self);

      g_set_error (error, QUAD_ERROR, QUAD_ERROR_INVALID_INPUT,
                   _("No column of “%s” is known to hold the names of the accounts. "
                     "Its columns are: %s."), quad_list_file_get_name (self->file), names);
      return FALSE;
    }

  memset (&self->stats, 0, sizeof self->stats);
  if (!quad_import_session_run_pass (self, &pass, observe_row, NULL, error))
    return FALSE;
  quad_column_stats_conclude (&self->stats, &self->map);
  quad_column_stats_decide (&self->stats, self->mark, self->order);
  describe_columns (self);
  self->row_reader.new_tier = get_new_tier (self);
  if (self->map.is_people)
    self->groups = quad_row_groups_new (&self->map, self->notes, self->format.n_headers);

  pass.start = 0.5;
  pass.end = 1.0;
  if (!quad_import_session_run_pass (self, &pass, judge_row, NULL, error))
    return FALSE;

  if (self->groups != NULL)
    self->n_accepted = quad_row_groups_get_size (self->groups);
  if (self->n_accepted + self->n_rejected == 0)
    {
      g_set_error (error, QUAD_ERROR, QUAD_ERROR_INVALID_INPUT,
                   _("There are no rows below the names of the columns in “%s”."),
                   quad_list_file_get_name (self->file));
      return FALSE;
    }

  self->is_scanned = TRUE;
  return TRUE;
}

/**
 * quad_import_session_get_columns:
 * @n_columns: (out): how many
 *
 * Returns: (array length=n_columns): the columns in the order of the file; valid until the session
 *   changes
 */
const QuadImportColumn *
quad_import_session_get_columns (QuadImportSession *self,
                                 guint             *n_columns)
{
  g_return_val_if_fail (QUAD_IS_IMPORT_SESSION (self) && n_columns != NULL, NULL);

  *n_columns = self->columns->len;
  return (const QuadImportColumn *) self->columns->data;
}

/**
 * quad_import_session_is_people:
 *
 * Returns: whether the rows are people, of whom those at one company make one account
 */
gboolean
quad_import_session_is_people (QuadImportSession *self)
{
  g_return_val_if_fail (QUAD_IS_IMPORT_SESSION (self), FALSE);

  return self->map.is_people;
}

/**
 * quad_import_session_get_foreign_currency:
 *
 * After the scan: amounts of a list that names one currency throughout are taken as they are, and
 * this says so when it is not the book's. In a list with several currencies, rows in another one
 * than the book's are rejected.
 *
 * Returns: (nullable): its code or sign
 */
const char *
quad_import_session_get_foreign_currency (QuadImportSession *self)
{
  g_return_val_if_fail (QUAD_IS_IMPORT_SESSION (self), NULL);

  if (self->stats.n_foreign_currency == 0 || self->stats.n_own_currency > 0
      || self->stats.is_mixed_currency)
    return NULL;
  return self->stats.foreign_currency;
}

/**
 * quad_import_session_get_n_accepted:
 *
 * Returns: after the scan, how many accounts the list holds
 */
guint
quad_import_session_get_n_accepted (QuadImportSession *self)
{
  g_return_val_if_fail (QUAD_IS_IMPORT_SESSION (self), 0);

  return self->n_accepted;
}

/**
 * quad_import_session_get_n_rejected:
 *
 * Returns: after the scan, how many rows stay out
 */
guint
quad_import_session_get_n_rejected (QuadImportSession *self)
{
  g_return_val_if_fail (QUAD_IS_IMPORT_SESSION (self), 0);

  return self->n_rejected;
}

/**
 * quad_import_session_get_rejects:
 *
 * Returns: (transfer none) (element-type QuadImportReject): after the scan, why rows stay out, one
 *   entry for a row; only the first 10,000 where there are more
 */
GPtrArray *
quad_import_session_get_rejects (QuadImportSession *self)
{
  g_return_val_if_fail (QUAD_IS_IMPORT_SESSION (self), NULL);

  return self->rejects;
}
