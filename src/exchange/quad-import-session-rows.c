/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-exchange"

#include "quad-import-session-private.h"

#include <string.h>

#include "quad-contact-index.h"
#include "quad-contact.h"
#include "quad-csv-writer.h"
#include "quad-error.h"
#include "quad-file.h"
#include "quad-i18n.h"

/* Rows between two looks at the clock and the cancellable, and the time between two reports. */
#define ROWS_PER_LOOK           256
#define MICROSECONDS_PER_REPORT (G_USEC_PER_SEC / 10)

static gboolean
fill_cb (GByteArray  *text,
         gboolean    *at_end,
         gpointer     user_data,
         GError     **error)
{
  return quad_list_file_read (user_data, text, at_end, error);
}

/* Begins a pass over the rows behind the header. */
gboolean
quad_import_session_begin_rows (QuadImportSession  *self,
                                GError            **error)
{
  g_clear_pointer (&self->reader, quad_csv_reader_free);
  self->is_suspect = FALSE;
  if (!quad_list_file_rewind (self->file, error))
    return FALSE;

  self->reader = quad_csv_reader_new (self->format.separator, fill_cb, self->file);
  return TRUE;
}

gboolean
quad_import_session_next_row (QuadImportSession  *self,
                              QuadCsvRow         *row,
                              GError            **error)
{
  while (quad_csv_reader_next (self->reader, row, error))
    if (row->number > self->format.header_row
        && (row->fault != QUAD_CSV_FAULT_NONE || !quad_csv_row_is_blank (row)))
      return TRUE;
  return FALSE;
}

static gboolean
report (QuadImportSession  *self,
        QuadImportPass     *pass,
        GError            **error)
{
  gint64 now;

  if (pass->n_rows++ % ROWS_PER_LOOK != 0)
    return TRUE;
  if (g_cancellable_set_error_if_cancelled (pass->cancellable, error))
    return FALSE;

  now = g_get_monotonic_time ();
  if (pass->progress != NULL && now - pass->reported_at >= MICROSECONDS_PER_REPORT)
    {
      double fraction = quad_list_file_get_fraction (self->file);

      pass->reported_at = now;
      pass->progress (pass->start + fraction * (pass->end - pass->start), pass->user_data);
    }
  return TRUE;
}

gboolean
quad_import_session_run_pass (QuadImportSession  *self,
                              QuadImportPass     *pass,
                              QuadImportRowFunc   func,
                              gpointer            user_data,
                              GError            **error)
{
  g_autoptr (GError) local_error = NULL;
  QuadCsvRow row;

  if (!quad_import_session_begin_rows (self, error))
    return FALSE;

  quad_list_file_set_cancellable (self->file, pass->cancellable);
  while (report (self, pass, &local_error)
         && quad_import_session_next_row (self, &row, &local_error))
    func (self, &row, user_data);
  quad_list_file_set_cancellable (self->file, NULL);

  g_clear_pointer (&self->reader, quad_csv_reader_free);
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

static gboolean
reject_row (QuadRowValues *values,
            char          *reason)
{
  memset (values, 0, sizeof *values);
  values->column = QUAD_NO_COLUMN;
  values->reason = reason;
  return FALSE;
}

/* Whether the fields of the row stand under the right names. */
static gboolean
check_shape (QuadImportSession *self,
             const QuadCsvRow  *row,
             QuadRowValues     *values)
{
  guint n_fields = row->n_fields;

  if (row->fault == QUAD_CSV_FAULT_OPEN_QUOTE)
    {
      self->is_suspect = TRUE;
      return reject_row (values, g_strdup (_("A quotation mark is opened and not closed.")));
    }
  if (row->fault == QUAD_CSV_FAULT_TOO_LONG)
    return reject_row (values, g_strdup (_("The row is too long to be one of a list.")));

  while (n_fields > self->format.n_headers && row->fields[n_fields - 1][0] == '\0')
    n_fields--;
  if (n_fields > self->format.n_headers)
    return reject_row (values,
                       g_strdup_printf (ngettext ("The row has more fields than the %u column.",
                                                  "The row has more fields than the %u columns.",
                                                  self->format.n_headers),
                                        self->format.n_headers));

  if (self->is_suspect && row->n_fields < self->format.n_headers)
    return reject_row (values, g_strdup (_("It may be part of the text before, whose quotation "
                                           "mark is not closed.")));
  self->is_suspect = FALSE;
  return TRUE;
}

gboolean
quad_import_session_judge_row (QuadImportSession *self,
                               const QuadCsvRow  *row,
                               QuadRowValues     *values)
{
  return check_shape (self, row, values)
         && quad_row_reader_judge (&self->row_reader, row->fields, row->n_fields, values);
}

static const char *
quad_import_session_get_name (QuadImportSource *source)
{
  return quad_list_file_get_name (QUAD_IMPORT_SESSION (source)->file);
}

static double
quad_import_session_get_fraction (QuadImportSource *source)
{
  QuadImportSession *self = QUAD_IMPORT_SESSION (source);

  if (self->groups != NULL)
    return (double) self->group / (double) MAX (quad_row_groups_get_size (self->groups), 1);
  return quad_list_file_get_fraction (self->file);
}

/* Of the same person, what stands first counts; others fill what is not said yet. */
static void
take_contact (QuadImportRow    *row,
              QuadContactIndex *people,
              QuadRecord       *contact)
{
  g_autoptr (QuadRecord) owned = contact;
  QuadRecord *same = people != NULL ? quad_contact_index_find (people, contact) : NULL;

  if (same == NULL)
    {
      if (row->contacts == NULL)
        row->contacts = g_ptr_array_new_with_free_func ((GDestroyNotify) quad_record_free);
      same = g_steal_pointer (&owned);
      g_ptr_array_add (row->contacts, same);
    }
  else
    {
      for (guint i = 0; i < QUAD_N_CONTACT_FIELDS; i++)
        if (quad_record_has (same, i))
          quad_record_unset (contact, i);
      quad_record_apply (same, contact);
    }
  if (people != NULL)
    quad_contact_index_add (people, same, same);
}

static void
take_values (QuadImportRow    *row,
             QuadContactIndex *people,
             QuadRowValues    *values)
{
  if (row->account == NULL)
    {
      row->account = g_steal_pointer (&values->account);
    }
  else
    {
      /* What the first person says of the company stands; others fill what is not said yet. */
      for (guint i = 0; i < QUAD_N_ACCOUNT_FIELDS; i++)
        if (quad_record_has (row->account, i))
          quad_record_unset (values->account, i);
      quad_record_apply (row->account, values->account);
    }

  if (values->contact != NULL)
    take_contact (row, people, g_steal_pointer (&values->contact));
}

static gboolean
next_group (QuadImportSession *self,
            QuadImportRow     *row)
{
  g_autoptr (QuadContactIndex) people = quad_contact_index_new ();
  QuadGroupedRow grouped;
  gboolean more = quad_row_groups_first (self->groups, self->group, &grouped);

  if (!more)
    return FALSE;

  self->group++;
  row->row = grouped.number;
  for (; more; more = quad_row_groups_next (self->groups, &grouped))
    {
      QuadRowValues values;

      if (quad_row_reader_read (&self->row_reader, grouped.fields, grouped.n_fields, &values))
        take_values (row, people, &values);
      quad_row_values_clear (&values);
    }
  return TRUE;
}

static gboolean
is_rejected (QuadImportSession *self,
             guint              number)
{
  return number / 8 < self->rejected->len
         && (self->rejected->data[number / 8] & (1u << number % 8)) != 0;
}

static gboolean
next_account (QuadImportSession  *self,
              QuadImportRow      *row,
              GError            **error)
{
  QuadCsvRow csv;

  while (quad_import_session_next_row (self, &csv, error))
    {
      QuadRowValues values;
      gboolean good;

      if (is_rejected (self, csv.number))
        continue;
      good = quad_row_reader_read (&self->row_reader, csv.fields, csv.n_fields, &values);
      if (good)
        {
          row->row = csv.number;
          take_values (row, NULL, &values);
        }
      quad_row_values_clear (&values);
      if (good)
        return TRUE;
    }
  return FALSE;
}

static gboolean
quad_import_session_begin (QuadImportSource  *source,
                           GError           **error)
{
  QuadImportSession *self = QUAD_IMPORT_SESSION (source);

  if (!self->is_scanned && !quad_import_session_scan (self, NULL, NULL, NULL, error))
    return FALSE;

  self->group = 0;
  return quad_import_session_begin_rows (self, error);
}

static gboolean
quad_import_session_next (QuadImportSource  *source,
                          QuadImportRow     *row,
                          GError           **error)
{
  QuadImportSession *self = QUAD_IMPORT_SESSION (source);

  if (self->reader == NULL && !quad_import_session_begin (source, error))
    return FALSE;

  memset (row, 0, sizeof *row);
  row->new_tier = self->row_reader.new_tier;
  row->new_source = quad_import_session_get_source (self);
  return self->groups != NULL ? next_group (self, row) : next_account (self, row, error);
}

void
quad_import_session_source_init (QuadImportSourceInterface *iface)
{
  iface->get_name = quad_import_session_get_name;
  iface->begin = quad_import_session_begin;
  iface->next = quad_import_session_next;
  iface->get_fraction = quad_import_session_get_fraction;
}

static void
append_reject (QuadImportSession   *self,
               const QuadCsvRow    *row,
               const QuadRowValues *values,
               GString             *text)
{
  g_autofree char *number = g_strdup_printf ("%u", row->number);

  quad_csv_append_field (text, ',', TRUE, number);
  quad_csv_append_field (text, ',', FALSE, values->column != QUAD_NO_COLUMN
                                             ? self->format.headers[values->column] : NULL);
  quad_csv_append_field (text, ',', FALSE, values->reason);
  for (guint i = 0; i < row->n_fields; i++)
    quad_csv_append_field (text, ',', FALSE, row->fields[i]);
  quad_csv_append_end (text);
}

static void
write_row (QuadImportSession *self,
           const QuadCsvRow  *row,
           gpointer           user_data)
{
  QuadRowValues values;

  if (!quad_import_session_judge_row (self, row, &values))
    append_reject (self, row, &values, user_data);
  quad_row_values_clear (&values);
}

/**
 * quad_import_session_write_rejects:
 * @path: a file, which is replaced wholly or not at all
 * @error: return location
 *
 * Writes the rejected rows as they are in the list, behind their row number, the column at fault
 * and the reason, so that they can be corrected and imported. To be called after the scan.
 *
 * Errors: %QUAD_ERROR_INVALID_INPUT where the list itself is; as quad_file_replace()
 */
gboolean
quad_import_session_write_rejects (QuadImportSession  *self,
                                   const char         *path,
                                   GError            **error)
{
  g_autoptr (GString) text = g_string_new (NULL);
  QuadImportPass pass = { NULL };

  g_return_val_if_fail (QUAD_IS_IMPORT_SESSION (self) && path != NULL, FALSE);

  if (quad_list_file_is_at (self->file, path))
    {
      g_set_error (error, QUAD_ERROR, QUAD_ERROR_INVALID_INPUT,
                   _("“%s” is the list itself. Name another file for the rejected rows."),
                   quad_list_file_get_name (self->file));
      return FALSE;
    }
  if (!self->is_scanned && !quad_import_session_scan (self, NULL, NULL, NULL, error))
    return FALSE;

  /* Translators: headers of columns in a file with the rows that were not imported */
  quad_csv_append_field (text, ',', TRUE, _("Rejected Row"));
  quad_csv_append_field (text, ',', FALSE, _("Rejected Column"));
  quad_csv_append_field (text, ',', FALSE, _("Reason Rejected"));
  for (guint i = 0; i < self->format.n_headers; i++)
    quad_csv_append_field (text, ',', FALSE, self->format.headers[i]);
  quad_csv_append_end (text);

  return quad_import_session_run_pass (self, &pass, write_row, text, error)
         && quad_file_replace (path, text->str, text->len, error);
}
