/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-exchange"

#include "quad-import-session-private.h"

#include <string.h>

#include "quad-error.h"
#include "quad-i18n.h"

/* How a list is laid out and written, where a person knows better than what was found out. */

static void
free_sample (gpointer data)
{
  QuadImportSample *sample = data;

  g_strfreev (sample->fields);
  g_free (sample);
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
