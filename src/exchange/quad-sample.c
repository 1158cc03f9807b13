/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-exchange"

#include "quad-sample.h"

#include <string.h>

#include "quad-contact.h"
#include "quad-csv-reader.h"
#include "quad-i18n.h"
#include "quad-sample-data.h"
#include "quad-touch.h"

#define RESOURCES "/app/quadrille/Quadrille/sample/"

/* The column of contacts.csv and touches.csv that names the account. */
#define OWNER_COLUMN "account"

/**
 * QuadSampleSource:
 *
 * The invented accounts of data/sample/ as an import. The columns of its files are named as the
 * fields of the nouns are, and hold what those keep; a day is written as a distance from today, so
 * that the book never looks abandoned: "-51d" days, "+4m" months.
 */
#define QUAD_TYPE_SAMPLE_SOURCE (quad_sample_source_get_type ())
G_DECLARE_FINAL_TYPE (QuadSampleSource, quad_sample_source, QUAD, SAMPLE_SOURCE, GObject)

struct _QuadSampleSource
{
  GObject     parent_instance;

  /* owned */
  GPtrArray  *accounts;         /* of QuadRecord */
  GHashTable *contacts;         /* name of the account -> array of QuadRecord */
  GHashTable *touches;          /* likewise */

  /* plain */
  guint       next;
};

/* Where the values of one file go. */
typedef struct
{
  const char       *file;
  const QuadSchema *schema;
  QuadDate          today;
  guint             decimals;
} Table;

typedef void (*TakeRow) (QuadSampleSource *self,
                         const char       *owner,
                         QuadRecord       *values,
                         gpointer          user_data);

static void quad_sample_source_import_source_init (QuadImportSourceInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (QuadSampleSource, quad_sample_source, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (QUAD_TYPE_IMPORT_SOURCE,
                                                      quad_sample_source_import_source_init))

/* "-51d", "+4m" */
static gboolean
parse_day (const char *text,
           QuadDate    today,
           QuadDate   *day)
{
  char *end;
  gint64 distance = g_ascii_strtoll (text, &end, 10);

  if ((text[0] != '-' && text[0] != '+') || ABS (distance) > 9999 || strlen (end) != 1)
    return FALSE;
  if (*end == 'd')
    *day = (QuadDate) (today + distance);
  else if (*end == 'm')
    *day = quad_date_add_months (today, (int) distance);
  else
    return FALSE;
  return *day != QUAD_DATE_NONE;
}

static gboolean
parse_number (const Table     *table,
              const QuadField *field,
              const char      *text,
              gint64          *number)
{
  QuadDate day;
  guint word;

  switch (field->kind)
    {
    case QUAD_KIND_MONEY:
      return quad_money_from_decimal (text, table->decimals, number, NULL);
    case QUAD_KIND_DATE:
      if (!parse_day (text, table->today, &day))
        return FALSE;
      *number = day;
      return TRUE;
    case QUAD_KIND_WORD:
      if (!quad_words_parse (field->words, text, &word))
        return FALSE;
      *number = word;
      return TRUE;
    case QUAD_KIND_NUMBER:
    case QUAD_KIND_FLAG:
      return g_ascii_string_to_signed (text, 10, 0, G_MAXINT, number, NULL);
    case QUAD_KIND_TEXT:
    case QUAD_KIND_LINES:
    case QUAD_KIND_TIME:
    case QUAD_KIND_LINK:
      break;
    }
  return FALSE;
}

static gboolean
read_cell (const Table  *table,
           QuadRecord   *values,
           const char   *column,
           const char   *text)
{
  const QuadField *field;
  gint64 number;
  guint index;

  if (text[0] == '\0')
    return TRUE;
  if (!quad_schema_find (table->schema, column, &index))
    return FALSE;
  field = &table->schema->fields[index];
  if (quad_kind_is_text (field->kind))
    {
      quad_record_set_text (values, index, text);
      return TRUE;
    }
  if (!parse_number (table, field, text, &number))
    return FALSE;
  quad_record_set_number (values, index, number);
  return TRUE;
}

static gboolean
read_row (const Table       *table,
          char             **columns,
          const QuadCsvRow  *row,
          QuadRecord        *values,
          const char       **owner,
          GError           **error)
{
  guint n_columns = g_strv_length (columns);

  *owner = NULL;
  for (guint i = 0; i < n_columns && row->n_fields == n_columns; i++)
    {
      if (strcmp (columns[i], OWNER_COLUMN) == 0)
        *owner = row->fields[i];
      else if (!read_cell (table, values, columns[i], row->fields[i]))
        {
          g_set_error (error, QUAD_ERROR, QUAD_ERROR_CORRUPT,
                       _("The sample is damaged: %s, line %u, “%s”"), table->file, row->line,
                       columns[i]);
          return FALSE;
        }
    }
  if (row->n_fields != n_columns)
    {
      g_set_error (error, QUAD_ERROR, QUAD_ERROR_CORRUPT,
                   _("The sample is damaged: %s, line %u"), table->file, row->line);
      return FALSE;
    }
  return TRUE;
}

static char **
dup_fields (const QuadCsvRow *row)
{
  char **fields = g_new0 (char *, row->n_fields + 1);

  for (guint i = 0; i < row->n_fields; i++)
    fields[i] = g_strdup (row->fields[i]);
  return fields;
}

static gboolean
read_table (QuadSampleSource  *self,
            const Table       *table,
            TakeRow            take,
            gpointer           user_data,
            GError           **error)
{
  g_autofree char *path = g_strconcat (RESOURCES, table->file, NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (QuadCsvReader) reader = NULL;
  g_auto (GStrv) columns = NULL;
  g_autoptr (GError) csv_error = NULL;
  QuadCsvRow row;
  const char *text;
  gsize length;

  bytes = g_resource_lookup_data (quad_sample_get_resource (), path,
                                  G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  if (bytes == NULL)
    return FALSE;
  text = g_bytes_get_data (bytes, &length);
  reader = quad_csv_reader_new_for_text (',', text, (gssize) length);

  while (quad_csv_reader_next (reader, &row, &csv_error))
    {
      g_autoptr (QuadRecord) values = NULL;
      const char *owner;

      if (columns == NULL)
        {
          columns = dup_fields (&row);
          continue;
        }
      values = quad_record_new (table->schema);
      if (!read_row (table, columns, &row, values, &owner, error))
        return FALSE;
      take (self, owner, g_steal_pointer (&values), user_data);
    }
  if (csv_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&csv_error));
      return FALSE;
    }
  return TRUE;
}

static void
take_account (QuadSampleSource *self,
              const char       *owner,
              QuadRecord       *values,
              gpointer          user_data)
{
  g_ptr_array_add (self->accounts, values);
}

static void
take_part (QuadSampleSource *self,
           const char       *owner,
           QuadRecord       *values,
           gpointer          user_data)
{
  GHashTable *parts = user_data;
  GPtrArray *array = g_hash_table_lookup (parts, owner);

  if (array == NULL)
    {
      array = g_ptr_array_new_with_free_func ((GDestroyNotify) quad_record_free);
      g_hash_table_insert (parts, g_strdup (owner), array);
    }
  g_ptr_array_add (array, values);
}

/* Takes the array out of the table. */
static GPtrArray *
steal_parts (GHashTable *parts,
             const char *owner)
{
  g_autofree char *key = NULL;
  GPtrArray *array = NULL;

  g_hash_table_steal_extended (parts, owner, (gpointer *) &key, (gpointer *) &array);
  return array;
}

static const char *
quad_sample_source_get_name (QuadImportSource *source)
{
  return _("the sample");
}

static gboolean
quad_sample_source_next (QuadImportSource  *source,
                         QuadImportRow     *row,
                         GError           **error)
{
  QuadSampleSource *self = QUAD_SAMPLE_SOURCE (source);
  const char *name;

  if (self->next == self->accounts->len)
    return FALSE;
  row->account = quad_record_copy (self->accounts->pdata[self->next++]);
  row->row = self->next + 1;
  name = quad_record_get_text (row->account, QUAD_ACCOUNT_NAME);
  row->contacts = steal_parts (self->contacts, name);
  row->touches = steal_parts (self->touches, name);
  return TRUE;
}

static double
quad_sample_source_get_fraction (QuadImportSource *source)
{
  QuadSampleSource *self = QUAD_SAMPLE_SOURCE (source);

  return (double) self->next / MAX (self->accounts->len, 1);
}

static void
quad_sample_source_import_source_init (QuadImportSourceInterface *iface)
{
  iface->get_name = quad_sample_source_get_name;
  iface->next = quad_sample_source_next;
  iface->get_fraction = quad_sample_source_get_fraction;
}

static void
quad_sample_source_finalize (GObject *object)
{
  QuadSampleSource *self = QUAD_SAMPLE_SOURCE (object);

  g_ptr_array_unref (self->accounts);
  g_hash_table_unref (self->contacts);
  g_hash_table_unref (self->touches);
  G_OBJECT_CLASS (quad_sample_source_parent_class)->finalize (object);
}

static void
quad_sample_source_class_init (QuadSampleSourceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = quad_sample_source_finalize;
}

static void
quad_sample_source_init (QuadSampleSource *self)
{
  self->accounts = g_ptr_array_new_with_free_func ((GDestroyNotify) quad_record_free);
  self->contacts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                          (GDestroyNotify) g_ptr_array_unref);
  self->touches = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                         (GDestroyNotify) g_ptr_array_unref);
}

/**
 * quad_sample_load:
 * @book: where the sample goes: beside what is there
 *
 * Imports the invented accounts with their contacts and touches, as one operation.
 */
gboolean
quad_sample_load (QuadBook  *book,
                  GError   **error)
{
  g_autoptr (QuadSampleSource) source = g_object_new (QUAD_TYPE_SAMPLE_SOURCE, NULL);
  QuadDate today = quad_book_get_today (book);
  guint decimals = quad_book_get_currency (book)->decimals;
  const Table accounts = { "accounts.csv", &quad_account_schema, today, decimals };
  const Table contacts = { "contacts.csv", &quad_contact_schema, today, decimals };
  const Table touches = { "touches.csv", &quad_touch_schema, today, decimals };
  QuadImportResult result;

  return read_table (source, &accounts, take_account, NULL, error)
         && read_table (source, &contacts, take_part, source->contacts, error)
         && read_table (source, &touches, take_part, source->touches, error)
         && quad_book_import (book, QUAD_IMPORT_SOURCE (source), NULL, NULL, NULL, NULL, &result,
                              error);
}
