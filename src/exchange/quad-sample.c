/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-exchange"

#include "quad-sample.h"

#include <string.h>

#include "quad-contact.h"
#include "quad-csv-reader.h"
#include "quad-i18n.h"
#include "quad-sample-data.h"
#include "quad-steps.h"
#include "quad-touch.h"

#define RESOURCES "/app/quadrille/Quadrille/sample/"

/* When the plays of the sample began, and when its rep last worked through the steps: days ago. */
#define DAYS_SINCE_PLAYS    75
#define N_GROUPS            5
#define DAYS_BETWEEN_GROUPS 5
static const guint days_of_work[] = { 50, 35, 20, 2 };

/* Of the history, when the sample was loaded. */
#define MOST_OPERATIONS 16

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

/* Accounts that the sample brought: those that are named in it. */
static GPtrArray *
find_accounts (QuadBook         *book,
               QuadSampleSource *source)
{
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);
  QuadItemList *list = quad_book_get_accounts (book);
  GPtrArray *accounts = g_ptr_array_new ();

  for (guint i = 0; i < source->accounts->len; i++)
    g_hash_table_add (names, (gpointer) quad_record_get_text (source->accounts->pdata[i],
                                                              QUAD_ACCOUNT_NAME));
  for (guint i = 0; i < quad_item_list_get_size (list); i++)
    {
      QuadAccount *account = quad_item_list_peek (list, i);

      if (quad_account_get_tier (account) != QUAD_TIER_PARKED
          && g_hash_table_contains (names, quad_account_get_name (account)))
        g_ptr_array_add (accounts, account);
    }
  return accounts;
}

/* The plays began on several days, so that what follows is due on several days. */
static gboolean
give_plays (QuadBook   *book,
            GPtrArray  *accounts,
            QuadDate    today,
            GError    **error)
{
  for (guint group = 0; group < N_GROUPS; group++)
    {
      g_autoptr (GPtrArray) some = g_ptr_array_new ();

      for (guint i = group; i < accounts->len; i += N_GROUPS)
        g_ptr_array_add (some, accounts->pdata[i]);
      quad_book_set_today (book, today - DAYS_SINCE_PLAYS - group * DAYS_BETWEEN_GROUPS);
      if (!quad_book_give_plays (book, some, error))
        return FALSE;
    }
  return TRUE;
}

/* The rep of the sample does what is due, but at last leaves one step of every fifth account. */
static gboolean
do_steps (QuadBook   *book,
          GPtrArray  *accounts,
          gboolean    at_last,
          GError    **error)
{
  g_autoptr (GPtrArray) done = g_ptr_array_new_with_free_func (g_object_unref);
  QuadDate today = quad_book_get_today (book);

  for (guint i = 0; i < accounts->len; i++)
    {
      g_autoptr (GPtrArray) steps = quad_book_load_steps (book, accounts->pdata[i], error);
      gboolean may_leave_one = at_last && i % 5 == 3;

      if (steps == NULL)
        return FALSE;
      for (guint k = 0; k < steps->len; k++)
        {
          QuadDate due = quad_step_get_due (steps->pdata[k]);

          if (due == QUAD_DATE_NONE || due > today)
            continue;
          if (!may_leave_one)
            g_ptr_array_add (done, g_object_ref (steps->pdata[k]));
          may_leave_one = FALSE;
        }
    }
  return quad_book_complete_steps (book, done, NULL, error);
}

/* The plays of the accounts began some weeks ago, so that some steps are done and some are due. */
static gboolean
add_steps (QuadBook          *book,
           QuadSampleSource  *source,
           GError           **error)
{
  g_autoptr (GPtrArray) accounts = find_accounts (book, source);
  const QuadDate fixed = quad_book_get_fixed_today (book);
  const QuadDate today = quad_book_get_today (book);
  gboolean good;

  good = give_plays (book, accounts, today, error);
  for (guint i = 0; i < G_N_ELEMENTS (days_of_work) && good; i++)
    {
      quad_book_set_today (book, today - days_of_work[i]);
      good = do_steps (book, accounts, i + 1 == G_N_ELEMENTS (days_of_work), error);
    }
  quad_book_set_today (book, fixed);
  return good;
}

/**
 * quad_sample_load:
 * @book: where the sample goes: beside what is there
 *
 * Imports the invented accounts with their contacts and touches, and gives them the steps of their
 * plays; to be undone as one operation.
 */
gboolean
quad_sample_load (QuadBook  *book,
                  GError   **error)
{
  g_autoptr (QuadSampleSource) source = g_object_new (QUAD_TYPE_SAMPLE_SOURCE, NULL);
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;
  QuadDate today = quad_book_get_today (book);
  guint decimals = quad_book_get_currency (book)->decimals;
  const Table accounts = { "accounts.csv", &quad_account_schema, today, decimals };
  const Table contacts = { "contacts.csv", &quad_contact_schema, today, decimals };
  const Table touches = { "touches.csv", &quad_touch_schema, today, decimals };
  QuadImportResult result;

  if (!read_table (source, &accounts, take_account, NULL, error)
      || !read_table (source, &contacts, take_part, source->contacts, error)
      || !read_table (source, &touches, take_part, source->touches, error)
      || !quad_book_import (book, QUAD_IMPORT_SOURCE (source), NULL, NULL, NULL, NULL, NULL,
                            &result, error))
    return FALSE;
  before = quad_book_load_history (book, 1, error);
  if (before == NULL || before->len == 0 || !add_steps (book, source, error))
    return FALSE;
  after = quad_book_load_history (book, MOST_OPERATIONS, error);
  for (guint i = 0; after != NULL && i < after->len; i++)
    if (((QuadHistoryEntry *) after->pdata[i])->id == ((QuadHistoryEntry *) before->pdata[0])->id)
      return quad_book_join_history (book, i + 1, error);
  return after != NULL;
}
