/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-import-draft"

#include "quad-import-draft-private.h"

#include <string.h>

#include "quad-import-mapping.h"

/* What goes on in the thread that reads a list: it has the session to itself meanwhile. */

/* The memory of other lists stays out of the way of this one: it is only proposed. */
static gboolean
open_session (QuadImportDraft  *self,
              QuadImportReading *reading,
              GError          **error)
{
  const QuadCurrency *currency = quad_book_get_currency (self->book);
  const char *mapping;

  self->session = self->path != NULL
                    ? quad_import_session_open (self->path, currency, error)
                    : quad_import_session_open_text (self->name, self->text,
                                                     strlen (self->text), currency, error);
  if (self->session == NULL)
    return FALSE;

  mapping = reading->mappings != NULL
              ? quad_import_mapping_find (reading->mappings, self->session) : NULL;
  if (mapping != NULL
      && quad_import_mapping_apply (self->session, self->options, mapping, NULL))
    reading->mapping = quad_import_mapping_dup_name (mapping);
  return TRUE;
}

/* What held the column before holds nothing then, so that no other column comes in its place. */
static gboolean
change_column (QuadImportSession  *session,
               const QuadImportEdit *change,
               GError            **error)
{
  const QuadImportColumn *columns;
  g_autofree char *before = NULL;
  guint n;

  columns = quad_import_session_get_columns (session, &n);
  for (guint i = 0; i < n; i++)
    if (strcmp (columns[i].name, change->subject) == 0)
      before = g_strdup (columns[i].role);

  if (!quad_import_session_set_note (session, change->subject, FALSE, error))
    return FALSE;
  if (before != NULL && g_strcmp0 (before, change->value) != 0
      && !quad_import_session_map (session, before, NULL, error))
    return FALSE;
  return change->value == NULL
         || quad_import_session_map (session, change->value, change->subject, error);
}

/* In the thread. */
static gboolean
make_change (QuadImportSession  *session,
             const QuadImportEdit *change,
             GError            **error)
{
  switch (change->change)
    {
    case QUAD_IMPORT_CHANGE_ENCODING:
      return quad_import_session_set_encoding (session, (QuadEncoding) change->number, error);
    case QUAD_IMPORT_CHANGE_SEPARATOR:
      return quad_import_session_set_separator (session, (char) change->number, error);
    case QUAD_IMPORT_CHANGE_SHEET:
      return quad_import_session_set_sheet (session, change->value, error);
    case QUAD_IMPORT_CHANGE_HEADER_ROW:
      return quad_import_session_set_header_row (session, (guint) change->number, error);
    case QUAD_IMPORT_CHANGE_DECIMAL_MARK:
      quad_import_session_set_decimal_mark (session, (QuadDecimalMark) change->number);
      return TRUE;
    case QUAD_IMPORT_CHANGE_DATE_ORDER:
      quad_import_session_set_date_order (session, (QuadDateOrder) change->number);
      return TRUE;
    case QUAD_IMPORT_CHANGE_AS:
      quad_import_session_set_as (session, (QuadImportAs) change->number);
      return TRUE;
    case QUAD_IMPORT_CHANGE_LONE_PEOPLE:
      quad_import_session_set_takes_lone_people (session, change->number != 0);
      return TRUE;
    case QUAD_IMPORT_CHANGE_COLUMN:
      return change_column (session, change, error);
    case QUAD_IMPORT_CHANGE_NOTE:
      return quad_import_session_set_note (session, change->subject, TRUE, error);
    case QUAD_IMPORT_CHANGE_VALUE:
      return quad_import_session_set_value (session, (QuadValueField) change->number,
                                            change->subject, change->value, error);
    }
  g_return_val_if_reached (FALSE);
}

/* In the thread. The samples are kept although the rows cannot be judged, so that a person sees
 * what is there and says what it is. */
void
quad_import_draft_run_reading (GTask        *task,
                               gpointer      source,
                               gpointer      task_data,
                               GCancellable *cancellable)
{
  QuadImportDraft *self = source;
  QuadImportReading *reading = task_data;
  GError *error = NULL;
  gboolean good = self->session != NULL || open_session (self, reading, &error);

  for (guint i = 0; good && i < reading->edits->len; i++)
    good = make_change (self->session, reading->edits->pdata[i], &error);
  if (good)
    {
      reading->samples = quad_import_session_read_samples (self->session, QUAD_IMPORT_SAMPLES,
                                                           &error);
      good = reading->samples != NULL;
    }
  good = good && quad_import_session_scan (self->session, cancellable, quad_import_draft_report,
                                           self, &error);

  if (good)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* Called in the thread. */
void
quad_import_draft_report (double   fraction,
                          gpointer user_data)
{
  QuadImportDraft *self = user_data;

  g_atomic_int_set (&self->permille, (int) (fraction * 1000.0));
}

void
quad_import_edit_free (gpointer edit)
{
  QuadImportEdit *change = edit;

  g_free (change->subject);
  g_free (change->value);
  g_free (change);
}

/* Takes @edits and @mappings. */
QuadImportReading *
quad_import_reading_new (GPtrArray *edits,
                         GPtrArray *mappings)
{
  QuadImportReading *reading = g_new0 (QuadImportReading, 1);

  reading->edits = edits;
  reading->mappings = mappings;
  return reading;
}

void
quad_import_reading_free (gpointer reading)
{
  QuadImportReading *self = reading;

  g_clear_pointer (&self->edits, g_ptr_array_unref);
  g_clear_pointer (&self->mappings, g_ptr_array_unref);
  g_clear_pointer (&self->samples, g_ptr_array_unref);
  g_free (self->mapping);
  g_free (self);
}

