/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-exchange"

#include "quad-import-session-private.h"

#include <string.h>

#include "quad-text.h"

/* A column with more different values holds no words that mean something. */
#define MOST_VALUES 1000

static void
free_value (gpointer data)
{
  QuadImportValue *value = data;

  g_free (value->value);
  g_free (value->meaning);
  g_free (value);
}

static void
count_word (QuadImportSession *self,
            guint              role,
            const char        *value)
{
  GHashTable *table = self->distinct[role];
  gpointer n;

  if (table == NULL)
    table = self->distinct[role] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  n = g_hash_table_lookup (table, value);
  if (n == NULL && g_hash_table_size (table) >= MOST_VALUES)
    return;
  g_hash_table_insert (table, g_strdup (value), GUINT_TO_POINTER (GPOINTER_TO_UINT (n) + 1));
}

/* Counts the words of a row whose meaning a person may decide. */
void
quad_import_session_count_words (QuadImportSession *self,
                                 const QuadCsvRow  *row)
{
  static const QuadColumnRole roles[] = {
    QUAD_COLUMN_TIER, QUAD_COLUMN_LIFECYCLE, QUAD_COLUMN_TYPE, QUAD_COLUMN_RATING,
    QUAD_COLUMN_PROFILE, QUAD_COLUMN_VERTICAL,
  };

  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    {
      const int column = self->map.columns[roles[i]];

      if (column != QUAD_NO_COLUMN && (guint) column < row->n_fields
          && !quad_text_is_blank (row->fields[column]))
        count_word (self, roles[i], row->fields[column]);
    }
}

void
quad_import_session_forget_words (QuadImportSession *self)
{
  for (guint i = 0; i < QUAD_N_COLUMN_ROLES; i++)
    g_clear_pointer (&self->distinct[i], g_hash_table_unref);
}

static QuadImportValue *
describe_value (QuadImportSession *self,
                guint              role,
                const char        *text,
                guint              n_rows)
{
  QuadImportValue *value = g_new0 (QuadImportValue, 1);
  const QuadValueMeaning *decided;

  quad_value_field_of_role ((QuadColumnRole) role, &value->field);
  value->column = self->format.headers[self->map.columns[role]];
  value->value = g_strdup (text);
  value->n_rows = n_rows;
  decided = quad_value_table_find (self->values, value->field, text);
  value->is_decided = decided != NULL;
  value->meaning = g_strdup (decided != NULL ? decided->nick
                                             : quad_value_guess (value->field, text));
  return value;
}

/* Those that nobody knows first, then by how many rows have them. */
static int
compare_values (gconstpointer a,
                gconstpointer b)
{
  const QuadImportValue *x = *(const QuadImportValue *const *) a;
  const QuadImportValue *y = *(const QuadImportValue *const *) b;

  if (x->field != y->field)
    return x->field < y->field ? -1 : 1;
  if ((x->meaning == NULL) != (y->meaning == NULL))
    return x->meaning == NULL ? -1 : 1;
  if (x->n_rows != y->n_rows)
    return x->n_rows > y->n_rows ? -1 : 1;
  return strcmp (x->value, y->value);
}

/**
 * quad_import_session_list_values:
 *
 * Lists the different values of every column whose words mean something here. To be called after
 * a scan; what was decided since then is in it.
 *
 * Returns: (transfer full) (element-type QuadImportValue): the values, by field; valid until the
 *   layout of the session changes
 */
GPtrArray *
quad_import_session_list_values (QuadImportSession *self)
{
  GPtrArray *values;

  g_return_val_if_fail (QUAD_IS_IMPORT_SESSION (self), NULL);

  values = g_ptr_array_new_with_free_func (free_value);
  for (guint role = 0; role < QUAD_N_COLUMN_ROLES; role++)
    {
      GHashTableIter iter;
      gpointer text, n;

      if (self->distinct[role] == NULL || self->map.columns[role] == QUAD_NO_COLUMN)
        continue;
      g_hash_table_iter_init (&iter, self->distinct[role]);
      while (g_hash_table_iter_next (&iter, &text, &n))
        g_ptr_array_add (values, describe_value (self, role, text, GPOINTER_TO_UINT (n)));
    }
  g_ptr_array_sort (values, compare_values);
  return values;
}

/**
 * quad_import_session_set_value:
 * @field: what the values are about
 * @value: as it stands in the list; case and accents do not matter
 * @meaning: (nullable): for the tier "key", "secondary", "ideal", "lead", "parked" or
 *   "former-client"; for the profile its word; for the vertical any text; "nothing" for a cell that
 *   is as good as empty, "leave-out" for rows that stay out; %NULL to take the word as it is
 * @error: return location
 *
 * Decides what a value means. The rows have to be scanned again.
 *
 * Errors: %QUAD_ERROR_INVALID_INPUT for what no value of the field can mean
 */
gboolean
quad_import_session_set_value (QuadImportSession  *self,
                               QuadValueField      field,
                               const char         *value,
                               const char         *meaning,
                               GError            **error)
{
  g_return_val_if_fail (QUAD_IS_IMPORT_SESSION (self) && value != NULL, FALSE);

  if (!quad_value_table_set (self->values, field, value, meaning, error))
    return FALSE;
  self->is_scanned = FALSE;
  return TRUE;
}

QuadImportAs
quad_import_session_get_as (QuadImportSession *self)
{
  g_return_val_if_fail (QUAD_IS_IMPORT_SESSION (self), QUAD_IMPORT_AS_AUTO);

  return self->as;
}

/**
 * quad_import_session_set_source:
 * @source: (nullable): where accounts come from that are new and whose row does not say; "" for
 *   nowhere in particular; %NULL for the program that the list is known to come from
 */
void
quad_import_session_set_source (QuadImportSession *self,
                                const char        *source)
{
  g_return_if_fail (QUAD_IS_IMPORT_SESSION (self));

  g_free (self->new_source);
  self->new_source = source != NULL && quad_text_is_blank (source)
                       ? g_strdup ("") : quad_text_clean (source, FALSE);
}

/**
 * quad_import_session_get_source:
 *
 * Returns: (nullable): what new accounts get whose row does not say where they come from
 */
const char *
quad_import_session_get_source (QuadImportSession *self)
{
  g_return_val_if_fail (QUAD_IS_IMPORT_SESSION (self), NULL);

  if (self->new_source == NULL)
    return self->map.source;
  return self->new_source[0] != '\0' ? self->new_source : NULL;
}

/**
 * quad_import_session_set_takes_lone_people:
 * @takes: whether people without a company come in, each as an account with the person's name;
 *   otherwise they are rejected, as long as nobody says so
 *
 * Of interest for a list of people only. The rows have to be scanned again.
 */
void
quad_import_session_set_takes_lone_people (QuadImportSession *self,
                                           gboolean           takes)
{
  g_return_if_fail (QUAD_IS_IMPORT_SESSION (self));

  self->row_reader.takes_lone_people = takes;
  self->is_scanned = FALSE;
}

gboolean
quad_import_session_get_takes_lone_people (QuadImportSession *self)
{
  g_return_val_if_fail (QUAD_IS_IMPORT_SESSION (self), FALSE);

  return self->row_reader.takes_lone_people;
}

/**
 * quad_import_session_get_n_lone_people:
 *
 * Returns: after the scan, how many rows are people without a company, whether they come in or not
 */
guint
quad_import_session_get_n_lone_people (QuadImportSession *self)
{
  g_return_val_if_fail (QUAD_IS_IMPORT_SESSION (self), 0);

  return self->n_lone_people;
}

/* What the row says, so that it has a name. */
static void
name_entry (QuadImportEntry        *entry,
            const QuadImportReject *reject)
{
  g_autoptr (QuadRecord) values = quad_record_new (&quad_account_schema);

  if (reject->name == NULL)
    return;
  quad_record_set_text (values, QUAD_ACCOUNT_NAME, reject->name);
  quad_import_entry_set_account (entry, 0, NULL, values, 0);
}

/**
 * quad_import_session_complete_preview:
 * @preview: what quad_book_preview_import() says about this session
 *
 * Adds the rows that the session rejects itself, which the book never sees.
 */
void
quad_import_session_complete_preview (QuadImportSession *self,
                                      QuadImportPreview *preview)
{
  g_return_if_fail (QUAD_IS_IMPORT_SESSION (self) && QUAD_IS_IMPORT_PREVIEW (preview));

  quad_import_preview_count (preview, QUAD_IMPORT_REJECTED, self->n_rejected);
  for (guint i = 0; i < self->rejects->len; i++)
    {
      const QuadImportReject *reject = g_ptr_array_index (self->rejects, i);
      QuadImportEntry *entry;

      if (!quad_import_preview_wants (preview, QUAD_IMPORT_REJECTED))
        break;
      entry = quad_import_entry_new (QUAD_IMPORT_REJECTED, reject->row, QUAD_MATCH_BY_NOTHING);
      name_entry (entry, reject);
      quad_import_entry_set_reason (entry, reject->column, reject->value, reject->reason);
      quad_import_preview_take (preview, entry);
    }
  quad_import_preview_complete (preview);
}
