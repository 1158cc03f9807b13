/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-exchange"

#include "quad-import-session-private.h"

#include <string.h>

#include "quad-column-content.h"
#include "quad-error.h"
#include "quad-i18n.h"

/* How a list is laid out and written: what is found out, and where a person knows better. */

/* The layout is found out from the beginning of the file. */
#define SAMPLE (256 * 1024)

/* No list has more; a file that does was not meant. */
#define MOST_COLUMNS 2000

/* Rows that are looked at for what columns hold whose names say nothing. */
#define ROWS_GUESSED_BY 100

static void
free_sample (gpointer data)
{
  QuadImportSample *sample = data;

  g_strfreev (sample->fields);
  g_free (sample);
}

/* Takes the beginning of the file, and finds out how it is laid out. */
static gboolean
sniff (QuadImportSession  *self,
       GError            **error)
{
  g_autoptr (GByteArray) text = g_byte_array_new ();
  char separator = quad_list_file_get_separator (self->file);
  gboolean at_end = FALSE;

  quad_list_format_clear (&self->format);
  if (!quad_list_file_rewind (self->file, error))
    return FALSE;
  while (!at_end && text->len < SAMPLE)
    if (!quad_list_file_read (self->file, text, &at_end, error))
      return FALSE;
  g_byte_array_append (text, (const guint8 *) "", 1);

  if (quad_list_file_get_kind (self->file) == QUAD_LIST_KIND_TEXT)
    separator = self->separator;
  quad_list_format_sniff (&self->format, separator, (const char *) text->data, text->len - 1,
                          at_end, self->header_row);
  if (self->format.n_headers == 0)
    {
      g_set_error (error, QUAD_ERROR, QUAD_ERROR_INVALID_INPUT, _("There are no rows in “%s”."),
                   quad_list_file_get_name (self->file));
      return FALSE;
    }
  if (self->format.n_headers > MOST_COLUMNS)
    {
      g_set_error (error, QUAD_ERROR, QUAD_ERROR_INVALID_INPUT,
                   _("“%s” has more than %u columns, which no list of accounts has."),
                   quad_list_file_get_name (self->file), MOST_COLUMNS);
      return FALSE;
    }

  return TRUE;
}

/* Looks at the first rows for what the names of the columns do not say. */
static gboolean
guess_by_values (QuadImportSession  *self,
                 GError            **error)
{
  g_autoptr (GPtrArray) samples = quad_import_session_read_samples (self, ROWS_GUESSED_BY, error);
  g_autoptr (GPtrArray) rows = NULL;

  if (samples == NULL)
    return FALSE;

  rows = g_ptr_array_new ();
  for (guint i = 0; i < samples->len; i++)
    g_ptr_array_add (rows, ((QuadImportSample *) g_ptr_array_index (samples, i))->fields);
  quad_column_content_guess (&self->guessed, (const char *const *) self->format.headers,
                             self->format.n_headers, rows);
  return TRUE;
}

/* What can be said of the list before its rows are read. A list of people says where its companies
 * were found, which is more than most lists of companies can. What was decided about columns is
 * forgotten. */
gboolean
quad_import_session_look (QuadImportSession  *self,
                          GError            **error)
{
  if (!sniff (self, error))
    return FALSE;

  quad_column_map_guess (&self->guessed, (const char *const *) self->format.headers,
                         self->format.n_headers);
  if (!guess_by_values (self, error))
    return FALSE;
  if (self->guessed.is_people && self->guessed.source == NULL)
    self->guessed.source = self->list_name;
  self->row_reader.headers = self->format.headers;
  g_array_set_size (self->notes, 0);
  memset (self->is_remembered, 0, sizeof self->is_remembered);
  quad_import_session_forget_words (self);
  quad_import_session_forget_scan (self);
  return TRUE;
}

/**
 * quad_import_session_set_encoding:
 * @encoding: of the file
 * @error: return location
 *
 * Decides the encoding. What was decided about columns is forgotten.
 */
gboolean
quad_import_session_set_encoding (QuadImportSession  *self,
                                  QuadEncoding        encoding,
                                  GError            **error)
{
  g_return_val_if_fail (QUAD_IS_IMPORT_SESSION (self), FALSE);

  quad_list_file_set_encoding (self->file, encoding);
  self->has_encoding = TRUE;
  return quad_import_session_look (self, error);
}

/**
 * quad_import_session_set_separator:
 * @separator: comma, semicolon, tab or bar; '\0' to find it out
 * @error: return location
 *
 * Decides what parts the fields. What was decided about columns is forgotten.
 *
 * Errors: %QUAD_ERROR_INVALID_INPUT for another character
 */
gboolean
quad_import_session_set_separator (QuadImportSession  *self,
                                   char                separator,
                                   GError            **error)
{
  g_return_val_if_fail (QUAD_IS_IMPORT_SESSION (self), FALSE);

  if (separator != '\0' && strchr (",;\t|", separator) == NULL)
    {
      g_set_error_literal (error, QUAD_ERROR, QUAD_ERROR_INVALID_INPUT,
                           _("Fields are parted by a comma, a semicolon, a tab or a bar."));
      return FALSE;
    }
  self->separator = separator;
  return quad_import_session_look (self, error);
}

/**
 * quad_import_session_set_header_row:
 * @row: with the names of the columns, from 1, among the first 100; 0 to find it out
 * @error: return location
 *
 * Decides where the names of the columns stand. An empty row stands for the next one that is not.
 * What was decided about columns is forgotten.
 */
gboolean
quad_import_session_set_header_row (QuadImportSession  *self,
                                    guint               row,
                                    GError            **error)
{
  g_return_val_if_fail (QUAD_IS_IMPORT_SESSION (self), FALSE);

  self->header_row = row;
  return quad_import_session_look (self, error);
}

/**
 * quad_import_session_set_decimal_mark:
 * @mark: of all amounts; %QUAD_DECIMAL_MARK_UNKNOWN to find it out
 */
void
quad_import_session_set_decimal_mark (QuadImportSession *self,
                                      QuadDecimalMark    mark)
{
  g_return_if_fail (QUAD_IS_IMPORT_SESSION (self));

  self->mark = mark;
  quad_import_session_forget_scan (self);
}

/**
 * quad_import_session_get_decimal_mark:
 *
 * Returns: what was decided, or, after the scan, what the amounts say
 */
QuadDecimalMark
quad_import_session_get_decimal_mark (QuadImportSession *self)
{
  static const QuadColumnRole roles[] = {
    QUAD_COLUMN_REVENUE, QUAD_COLUMN_REVENUE_BEFORE, QUAD_COLUMN_POTENTIAL,
  };

  g_return_val_if_fail (QUAD_IS_IMPORT_SESSION (self), QUAD_DECIMAL_MARK_UNKNOWN);

  if (self->mark != QUAD_DECIMAL_MARK_UNKNOWN)
    return self->mark;
  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    if (quad_column_map_has (&self->map, roles[i]))
      return self->stats.marks[roles[i]];
  return QUAD_DECIMAL_MARK_UNKNOWN;
}

/**
 * quad_import_session_set_date_order:
 * @order: of day and month in all dates; %QUAD_DATE_ORDER_UNKNOWN to find it out
 */
void
quad_import_session_set_date_order (QuadImportSession *self,
                                    QuadDateOrder      order)
{
  g_return_if_fail (QUAD_IS_IMPORT_SESSION (self));

  self->order = order;
  quad_import_session_forget_scan (self);
}

/**
 * quad_import_session_get_date_order:
 *
 * Returns: what was decided, or, after the scan, what the dates say
 */
QuadDateOrder
quad_import_session_get_date_order (QuadImportSession *self)
{
  static const QuadColumnRole roles[] = {
    QUAD_COLUMN_CLIENT_SINCE, QUAD_COLUMN_LOST_ON, QUAD_COLUMN_REVISIT_ON, QUAD_COLUMN_DECIDE_BY,
  };

  g_return_val_if_fail (QUAD_IS_IMPORT_SESSION (self), QUAD_DATE_ORDER_UNKNOWN);

  if (self->order != QUAD_DATE_ORDER_UNKNOWN)
    return self->order;
  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    if (quad_column_map_has (&self->map, roles[i])
        && self->stats.orders[roles[i]] != QUAD_DATE_ORDER_UNKNOWN)
      return self->stats.orders[roles[i]];
  return QUAD_DATE_ORDER_UNKNOWN;
}

/**
 * quad_import_session_read_samples:
 * @most: rows
 * @error: return location
 *
 * Reads the first rows below the names of the columns, as wide as these. Not while the session is
 * scanned or imported.
 *
 * Returns: (transfer full) (nullable) (element-type QuadImportSample): the rows
 */
GPtrArray *
quad_import_session_read_samples (QuadImportSession  *self,
                                  guint               most,
                                  GError            **error)
{
  g_autoptr (GPtrArray) samples = NULL;
  g_autoptr (GError) local_error = NULL;
  QuadCsvRow row;

  g_return_val_if_fail (QUAD_IS_IMPORT_SESSION (self), NULL);

  if (!quad_import_session_begin_rows (self, error))
    return NULL;

  samples = g_ptr_array_new_with_free_func (free_sample);
  while (samples->len < most && quad_import_session_next_row (self, &row, &local_error))
    {
      QuadImportSample *sample = g_new0 (QuadImportSample, 1);
      const guint n_fields = MIN (row.n_fields, self->format.n_headers);

      sample->row = row.number;
      sample->fields = g_new0 (char *, n_fields + 1);
      for (guint i = 0; i < n_fields; i++)
        sample->fields[i] = g_strdup (row.fields[i]);
      g_ptr_array_add (samples, sample);
    }
  g_clear_pointer (&self->reader, quad_csv_reader_free);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  return g_steal_pointer (&samples);
}

/**
 * quad_import_session_get_kind:
 *
 * Returns: how the list is written: encoding and separator are of interest for a text only
 */
QuadListKind
quad_import_session_get_kind (QuadImportSession *self)
{
  g_return_val_if_fail (QUAD_IS_IMPORT_SESSION (self), QUAD_LIST_KIND_TEXT);

  return quad_list_file_get_kind (self->file);
}

/**
 * quad_import_session_list_sheets:
 *
 * Returns: (transfer full) (nullable): the sheets of a workbook that are shown, in their order
 */
GStrv
quad_import_session_list_sheets (QuadImportSession *self)
{
  g_return_val_if_fail (QUAD_IS_IMPORT_SESSION (self), NULL);

  return quad_list_file_list_sheets (self->file);
}

/**
 * quad_import_session_get_sheet:
 *
 * Returns: (transfer none) (nullable): the sheet that is read
 */
const char *
quad_import_session_get_sheet (QuadImportSession *self)
{
  g_return_val_if_fail (QUAD_IS_IMPORT_SESSION (self), NULL);

  return quad_list_file_get_sheet (self->file);
}

/**
 * quad_import_session_set_sheet:
 * @name: of a sheet, in any case; it may be a hidden one
 * @error: return location
 *
 * Reads another sheet. Its columns are guessed anew: what was decided before is forgotten.
 *
 * Errors: %QUAD_ERROR_NOT_FOUND; %QUAD_ERROR_INVALID_INPUT for a sheet without rows, after which
 * the session can only be given another sheet
 */
gboolean
quad_import_session_set_sheet (QuadImportSession  *self,
                               const char         *name,
                               GError            **error)
{
  g_return_val_if_fail (QUAD_IS_IMPORT_SESSION (self) && name != NULL, FALSE);

  return quad_list_file_set_sheet (self->file, name, error)
         && quad_import_session_look (self, error);
}

/**
 * quad_import_session_get_encoding:
 *
 * Returns: (transfer none): the encoding of the file: "UTF-8"
 */
const char *
quad_import_session_get_encoding (QuadImportSession *self)
{
  g_return_val_if_fail (QUAD_IS_IMPORT_SESSION (self), NULL);

  return quad_encoding_get_name (quad_list_file_get_encoding (self->file));
}

char
quad_import_session_get_separator (QuadImportSession *self)
{
  g_return_val_if_fail (QUAD_IS_IMPORT_SESSION (self), '\0');

  return self->format.separator;
}

/**
 * quad_import_session_get_header_row:
 *
 * Returns: the row with the names of the columns, from 1
 */
guint
quad_import_session_get_header_row (QuadImportSession *self)
{
  g_return_val_if_fail (QUAD_IS_IMPORT_SESSION (self), 0);

  return self->format.header_row;
}
