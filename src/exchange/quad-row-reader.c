/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-exchange"

#include "quad-row-reader-private.h"

#include <string.h>

#include "quad-account.h"
#include "quad-contact.h"
#include "quad-csv-writer.h"
#include "quad-error.h"
#include "quad-i18n.h"
#include "quad-text.h"

/* What the decoder puts in the place of what cannot be read. */
static const char unreadable[] = "\xef\xbf\xbd";

/* What parts several values in one field in the lists of Google. */
#define GOOGLE_SEPARATOR " ::: "

typedef QuadReadRow Row;

typedef struct
{
  QuadColumnRole role;
  guint          field;
} FieldOfRole;

static const FieldOfRole account_texts[] = {
  { QUAD_COLUMN_COMPANY, QUAD_ACCOUNT_NAME },
  { QUAD_COLUMN_VERTICAL, QUAD_ACCOUNT_VERTICAL },
  { QUAD_COLUMN_SIZE, QUAD_ACCOUNT_SIZE },
  { QUAD_COLUMN_SOURCE, QUAD_ACCOUNT_SOURCE },
  { QUAD_COLUMN_WEBSITE, QUAD_ACCOUNT_WEBSITE },
  { QUAD_COLUMN_PHONE, QUAD_ACCOUNT_PHONE },
  { QUAD_COLUMN_EMAIL, QUAD_ACCOUNT_EMAIL },
  { QUAD_COLUMN_NOTES, QUAD_ACCOUNT_NOTES },
  { QUAD_COLUMN_LOST_REASON, QUAD_ACCOUNT_LOST_REASON },
  { QUAD_COLUMN_PARKED_REASON, QUAD_ACCOUNT_PARKED_REASON },
};

static const FieldOfRole account_amounts[] = {
  { QUAD_COLUMN_REVENUE, QUAD_ACCOUNT_REVENUE },
  { QUAD_COLUMN_REVENUE_BEFORE, QUAD_ACCOUNT_REVENUE_BEFORE },
  { QUAD_COLUMN_POTENTIAL, QUAD_ACCOUNT_POTENTIAL },
};

static const FieldOfRole account_dates[] = {
  { QUAD_COLUMN_CLIENT_SINCE, QUAD_ACCOUNT_CLIENT_SINCE },
  { QUAD_COLUMN_LOST_ON, QUAD_ACCOUNT_LOST_ON },
  { QUAD_COLUMN_REVISIT_ON, QUAD_ACCOUNT_REVISIT_ON },
  { QUAD_COLUMN_DECIDE_BY, QUAD_ACCOUNT_DECIDE_BY },
};

static const FieldOfRole contact_texts[] = {
  { QUAD_COLUMN_CONTACT_ROLE, QUAD_CONTACT_ROLE },
  { QUAD_COLUMN_CONTACT_PHONE, QUAD_CONTACT_PHONE },
  { QUAD_COLUMN_CONTACT_EMAIL, QUAD_CONTACT_EMAIL },
  { QUAD_COLUMN_CONTACT_WEBSITE, QUAD_CONTACT_WEBSITE },
  { QUAD_COLUMN_CONTACT_NOTES, QUAD_CONTACT_NOTES },
};

static int
get_column (const Row      *row,
            QuadColumnRole  role)
{
  return row->reader->map->columns[role];
}

/* Most texts lack the first byte already. */
static gboolean
is_unreadable (const char *text)
{
  return strchr (text, unreadable[0]) != NULL && strstr (text, unreadable) != NULL;
}

/* What a spreadsheet writes for a value that it looked up and did not find. */
static gboolean
is_not_available (const char *value)
{
  return value[0] == '#' && (strcmp (value, "#N/A") == 0 || strcmp (value, "#NV") == 0);
}

/* What it writes for a formula that went wrong, in English and German. */
static gboolean
is_spreadsheet_error (const char *value)
{
  static const char *const errors[] = {
    "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!", "#BEZUG!", "#WERT!", "#ZAHL!",
  };

  for (guint i = 0; value[0] == '#' && i < G_N_ELEMENTS (errors); i++)
    if (strcmp (value, errors[i]) == 0)
      return TRUE;
  return FALSE;
}

/* The value as it stands in the file, or %NULL when there is nothing to see. */
const char *
quad_row_get (const Row      *row,
              QuadColumnRole  role)
{
  int column = get_column (row, role);

  if (column == QUAD_NO_COLUMN || (guint) column >= row->n_fields
      || quad_text_is_blank (row->fields[column]) || is_not_available (row->fields[column]))
    return NULL;
  return quad_csv_restore (row->fields[column]);
}

/* Notes what is wrong with the row; takes @reason. Returns %FALSE to be returned. */
gboolean
quad_row_reject (const Row      *row,
                 QuadColumnRole  role,
                 char           *reason)
{
  row->values->column = get_column (row, role);
  g_free (row->values->reason);
  row->values->reason = reason;
  return FALSE;
}

static gboolean
reject_error (const Row      *row,
              QuadColumnRole  role,
              GError         *error)
{
  char *reason = g_strdup (error->message);

  g_error_free (error);
  return quad_row_reject (row, role, reason);
}

static gboolean
set_text (const Row      *row,
          QuadRecord     *record,
          guint           field,
          QuadColumnRole  role)
{
  const char *value = quad_row_get (row, role);
  QuadKind kind = quad_record_get_schema (record)->fields[field].kind;
  char *text;

  if (value == NULL)
    return TRUE;
  if (is_unreadable (value))
    return quad_row_reject (row, role, g_strdup (_("It holds characters that cannot be read.")));
  if (is_spreadsheet_error (value))
    return quad_row_reject (row, role, g_strdup (_("It is an error of a formula, not a value.")));

  text = quad_text_clean (value, kind == QUAD_KIND_LINES);
  if (text != NULL && kind == QUAD_KIND_TEXT)
    {
      char *several = strstr (text, GOOGLE_SEPARATOR);

      if (several != NULL)
        *several = '\0';
    }
  quad_record_take_text (record, field, text);
  return TRUE;
}

static gboolean
check_currency (const Row      *row,
                QuadColumnRole  role,
                const char     *code)
{
  const QuadColumnStats *stats = row->reader->stats;

  /* A list that is wholly in one currency is taken as it is; nobody converts here. */
  if ((stats->n_own_currency == 0 && !stats->is_mixed_currency)
      || !quad_column_stats_is_foreign (row->reader->currency, code))
    return TRUE;

  /* Translators: two codes or signs of currencies */
  return quad_row_reject (row, role,
                          g_strdup_printf (_("The amount is in %s, but the book is in %s."), code,
                                           row->reader->currency->code));
}

static gboolean
set_amount (const Row         *row,
            const FieldOfRole *pair)
{
  static const char *const multipliers[] = { [3] = " k", [6] = " M" };
  const char *value = quad_row_get (row, pair->role);
  int exponent = row->reader->map->exponents[pair->role];
  g_autofree char *multiplied = NULL;
  GError *error = NULL;
  QuadMoney amount;
  char code[4];

  if (value == NULL)
    return TRUE;
  if (row->reader->stats->n_foreign_currency > 0 && quad_amount_find_currency (value, code)
      && !check_currency (row, pair->role, code))
    return FALSE;
  if (exponent == 3 || exponent == 6)
    value = multiplied = g_strconcat (value, multipliers[exponent], NULL);

  if (!quad_amount_parse (value, row->reader->stats->marks[pair->role],
                          row->reader->currency->decimals, &amount, &error))
    return reject_error (row, pair->role, error);

  quad_record_set_number (row->values->account, pair->field, amount);
  return TRUE;
}

static gboolean
set_date (const Row         *row,
          const FieldOfRole *pair)
{
  const char *value = quad_row_get (row, pair->role);
  GError *error = NULL;
  QuadDate date;

  if (value == NULL)
    return TRUE;
  if (!quad_date_parse (value, row->reader->stats->orders[pair->role], &date, &error))
    return reject_error (row, pair->role, error);

  quad_record_set_number (row->values->account, pair->field, date);
  return TRUE;
}

/* Salesforce writes the same identifier with 15 characters in reports and with 18 in other exports;
 * the last three say which letters are capitals. Source: Salesforce help article 000385008. */
static char *
complete_salesforce_id (const char *id)
{
  static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";
  char suffix[4] = "";

  if (strlen (id) != 15 || !g_str_has_prefix (id, "001"))
    return g_strdup (id);

  for (guint group = 0; group < 3; group++)
    {
      guint bits = 0;

      for (guint i = 0; i < 5; i++)
        {
          char c = id[group * 5 + i];

          if (!g_ascii_isalnum (c))
            return g_strdup (id);
          if (g_ascii_isupper (c))
            bits |= 1u << i;
        }
      suffix[group] = digits[bits];
    }
  return g_strconcat (id, suffix, NULL);
}

static gboolean
set_external_id (const Row *row)
{
  QuadRecord *account = row->values->account;
  const char *id;

  if (!set_text (row, account, QUAD_ACCOUNT_EXTERNAL_ID, QUAD_COLUMN_EXTERNAL_ID))
    return FALSE;
  id = quad_record_get_text (account, QUAD_ACCOUNT_EXTERNAL_ID);
  if (id != NULL)
    quad_record_take_text (account, QUAD_ACCOUNT_EXTERNAL_ID, complete_salesforce_id (id));
  return TRUE;
}

static void
append_part (GString    *text,
             const char *separator,
             const char *part)
{
  if (part == NULL)
    return;
  if (text->len > 0)
    g_string_append (text, separator);
  g_string_append (text, part);
}

static char *
join_person_name (const Row *row)
{
  const char *whole = quad_row_get (row, QUAD_COLUMN_CONTACT_NAME);
  g_autoptr (GString) name = g_string_new (NULL);

  append_part (name, " ", quad_row_get (row, QUAD_COLUMN_FIRST_NAME));
  append_part (name, " ", quad_row_get (row, QUAD_COLUMN_MIDDLE_NAME));
  append_part (name, " ", quad_row_get (row, QUAD_COLUMN_LAST_NAME));
  if (name->len == 0)
    append_part (name, " ", whole);
  return quad_text_clean (name->str, FALSE);
}

/* A person without a name is known by the address. */
static char *
dup_person (const Row *row)
{
  char *name = join_person_name (row);

  return name != NULL ? name : quad_text_clean (quad_row_get (row, QUAD_COLUMN_CONTACT_EMAIL),
                                                FALSE);
}

/* Street, then "postcode town, state", then the country; a text that names the town already is the
 * whole address. */
static gboolean
set_address (const Row *row)
{
  static const QuadColumnRole streets[] = {
    QUAD_COLUMN_ADDRESS, QUAD_COLUMN_STREET, QUAD_COLUMN_STREET_2, QUAD_COLUMN_STREET_3,
  };
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GString) town = g_string_new (NULL);
  const char *whole = quad_row_get (row, QUAD_COLUMN_ADDRESS);
  const char *city = quad_row_get (row, QUAD_COLUMN_CITY);
  const char *state = quad_row_get (row, QUAD_COLUMN_STATE);

  if (whole != NULL && city != NULL && strstr (whole, city) != NULL)
    return set_text (row, row->values->account, QUAD_ACCOUNT_ADDRESS, QUAD_COLUMN_ADDRESS);

  if (state == NULL && row->reader->stats->region != QUAD_COLUMN_REGION)
    state = quad_row_get (row, QUAD_COLUMN_REGION);

  for (guint i = 0; i < G_N_ELEMENTS (streets); i++)
    {
      const char *value = quad_row_get (row, streets[i]);

      /* Salesforce's "BillingAddress" is JSON of what the other columns say. */
      if (value != NULL && !g_str_has_prefix (value, "{\""))
        append_part (text, "\n", value);
    }
  append_part (town, " ", quad_row_get (row, QUAD_COLUMN_POSTAL_CODE));
  append_part (town, " ", city);

  /* What is only the region again is no address. */
  if (text->len == 0 && town->len == 0)
    return TRUE;
  append_part (town, ", ", state);
  append_part (text, "\n", town->len > 0 ? town->str : NULL);
  append_part (text, "\n", quad_row_get (row, QUAD_COLUMN_COUNTRY));

  if (is_unreadable (text->str))
    return quad_row_reject (row, QUAD_COLUMN_CITY,
                            g_strdup (_("It holds characters that cannot be read.")));
  quad_record_take_text (row->values->account, QUAD_ACCOUNT_ADDRESS,
                         quad_text_clean (text->str, TRUE));
  return TRUE;
}

static gboolean
set_numbers (const Row *row)
{
  for (guint i = 0; i < G_N_ELEMENTS (account_amounts); i++)
    if (!set_amount (row, &account_amounts[i]))
      return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (account_dates); i++)
    if (!set_date (row, &account_dates[i]))
      return FALSE;
  return quad_row_set_words (row);
}

/* "Label: value" below what the notes say themselves. */
static gboolean
set_notes (const Row *row)
{
  const QuadRowReader *reader = row->reader;
  QuadRecord *account = row->values->account;
  g_autoptr (GString) text = NULL;

  if (reader->notes == NULL || reader->notes->len == 0)
    return TRUE;

  text = g_string_new (quad_record_get_text (account, QUAD_ACCOUNT_NOTES));
  for (guint i = 0; i < reader->notes->len; i++)
    {
      const guint column = (guint) g_array_index (reader->notes, int, i);
      g_autofree char *value = NULL;

      if (column >= row->n_fields)
        continue;
      if (is_unreadable (row->fields[column]))
        {
          row->values->column = (int) column;
          g_free (row->values->reason);
          row->values->reason = g_strdup (_("It holds characters that cannot be read."));
          return FALSE;
        }
      value = quad_text_clean (quad_csv_restore (row->fields[column]), TRUE);
      if (value != NULL)
        g_string_append_printf (text, "%s%s: %s", text->len > 0 ? "\n" : "",
                                reader->headers[column], value);
    }
  if (text->len > 0)
    quad_record_set_text (account, QUAD_ACCOUNT_NOTES, text->str);
  return TRUE;
}

/* What cannot be read in it is found where the person is. */
static void
name_after_person (const Row *row)
{
  char *name = row->values->is_lone_person ? dup_person (row) : NULL;

  if (name != NULL)
    quad_record_take_text (row->values->account, QUAD_ACCOUNT_NAME, name);
}

static gboolean
set_texts (const Row *row)
{
  QuadRecord *account = row->values->account;
  QuadColumnRole region = row->reader->stats->region;

  for (guint i = 0; i < G_N_ELEMENTS (account_texts); i++)
    if (!quad_record_has (account, account_texts[i].field)
        && !set_text (row, account, account_texts[i].field, account_texts[i].role))
      return FALSE;
  name_after_person (row);
  if (!set_notes (row))
    return FALSE;
  if (region != QUAD_COLUMN_NONE && !set_text (row, account, QUAD_ACCOUNT_REGION, region))
    return FALSE;
  if (!quad_record_has (account, QUAD_ACCOUNT_WEBSITE)
      && !set_text (row, account, QUAD_ACCOUNT_WEBSITE, QUAD_COLUMN_DOMAIN))
    return FALSE;

  return set_external_id (row) && set_address (row);
}

static gboolean
names_people (const QuadColumnMap *map)
{
  return quad_column_map_has (map, QUAD_COLUMN_CONTACT_NAME)
         || quad_column_map_has (map, QUAD_COLUMN_FIRST_NAME)
         || quad_column_map_has (map, QUAD_COLUMN_LAST_NAME)
         || quad_column_map_has (map, QUAD_COLUMN_CONTACT_EMAIL);
}

static gboolean
set_contact (const Row *row)
{
  QuadRecord *account = row->values->account;
  g_autoptr (QuadRecord) contact = NULL;
  char *name;

  if (!names_people (row->reader->map))
    return TRUE;

  contact = quad_record_new (&quad_contact_schema);
  for (guint i = 0; i < G_N_ELEMENTS (contact_texts); i++)
    if (!set_text (row, contact, contact_texts[i].field, contact_texts[i].role))
      return FALSE;

  name = join_person_name (row);
  if (name != NULL && is_unreadable (name))
    {
      g_free (name);
      return quad_row_reject (row, QUAD_COLUMN_CONTACT_NAME,
                              g_strdup (_("It holds characters that cannot be read.")));
    }

  /* A person without a name is known by the address; without either there is nobody. */
  if (name == NULL)
    name = g_strdup (quad_record_get_text (contact, QUAD_CONTACT_EMAIL));
  if (name == NULL)
    return TRUE;
  quad_record_take_text (contact, QUAD_CONTACT_NAME, name);

  /* One address beside one name is likely the person's. */
  if (!quad_record_has (contact, QUAD_CONTACT_EMAIL) && !row->reader->map->is_people
      && quad_record_get_text (account, QUAD_ACCOUNT_EMAIL) != NULL)
    quad_record_set_text (contact, QUAD_CONTACT_EMAIL,
                          quad_record_get_text (account, QUAD_ACCOUNT_EMAIL));

  row->values->contact = g_steal_pointer (&contact);
  return TRUE;
}

/* Which column did the book's own check complain about? */
static QuadColumnRole
find_role_at_fault (const QuadRecord  *record,
                    const FieldOfRole *pairs,
                    guint              n_pairs)
{
  for (guint i = 0; i < n_pairs; i++)
    {
      g_autoptr (QuadRecord) single = quad_record_new (quad_record_get_schema (record));

      if (!quad_record_has (record, pairs[i].field))
        continue;
      quad_record_set_text (single, pairs[i].field,
                            quad_record_get_text (record, pairs[i].field));
      if (!quad_record_check (single, NULL))
        return pairs[i].role;
    }
  return QUAD_COLUMN_NONE;
}

static gboolean
check_records (const Row *row)
{
  GError *error = NULL;

  if (!quad_record_check (row->values->account, &error))
    return reject_error (row, find_role_at_fault (row->values->account, account_texts,
                                                  G_N_ELEMENTS (account_texts)), error);
  if (row->values->contact != NULL && !quad_record_check (row->values->contact, &error))
    return reject_error (row, find_role_at_fault (row->values->contact, contact_texts,
                                                  G_N_ELEMENTS (contact_texts)), error);
  return TRUE;
}

static char *
explain_no_name (const Row *row)
{
  g_autofree char *person = NULL;

  if (!row->reader->map->is_people)
    return g_strdup (_("The name is empty."));

  person = join_person_name (row);
  if (person == NULL)
    return g_strdup (_("This person has no company."));
  /* Translators: %s is the name of a person */
  return g_strdup_printf (_("%s has no company."), person);
}

static gboolean
is_lone_person (const Row *row)
{
  g_autofree char *person = row->reader->map->is_people ? dup_person (row) : NULL;

  return person != NULL;
}

static gboolean
check_row (const Row *row)
{
  const char *currency = quad_row_get (row, QUAD_COLUMN_CURRENCY);
  gboolean is_company = TRUE;

  if (!quad_row_read_flag (row, QUAD_COLUMN_IS_COMPANY, &is_company))
    return FALSE;
  if (!is_company)
    return quad_row_reject (row, QUAD_COLUMN_IS_COMPANY,
                            g_strdup (_("This is a person, not a company.")));
  if (quad_row_get (row, QUAD_COLUMN_COMPANY) == NULL)
    {
      row->values->is_lone_person = is_lone_person (row);
      if (!row->values->is_lone_person || !row->reader->takes_lone_people)
        return quad_row_reject (row, QUAD_COLUMN_COMPANY, explain_no_name (row));
    }
  return currency == NULL || strlen (currency) != 3
         || check_currency (row, QUAD_COLUMN_CURRENCY, currency);
}

/* Whether no text of the row can be at fault: together they are shorter than the book allows for
 * each, and all of them can be read. */
static gboolean
is_harmless (const Row *row)
{
  const char *name = quad_row_get (row, QUAD_COLUMN_COMPANY);
  gsize length = 0;

  if (row->reader->notes != NULL && row->reader->notes->len > 0)
    return FALSE;

  for (guint i = 0; i < row->n_fields; i++)
    {
      if (row->fields[i][0] == '#' || is_unreadable (row->fields[i]))
        return FALSE;
      length += strlen (row->fields[i]) + 2;
    }

  /* A name that begins with a control character may be nothing else. */
  return length <= QUAD_RECORD_LONGEST_LINE && name != NULL
         && (g_ascii_isgraph (name[0]) || (guchar) name[0] > 0xc2);
}

static void
begin (const Row *row)
{
  memset (row->values, 0, sizeof *row->values);
  row->values->column = QUAD_NO_COLUMN;
  row->values->account = quad_record_new (&quad_account_schema);
}

/**
 * quad_row_reader_judge:
 * @fields: one row
 * @n_fields: how many
 * @values: (out caller-allocates): why the row is rejected; the rest of it may not be complete
 *
 * Looks for everything that keeps a row out, without taking more of it than that needs.
 *
 * Returns: whether the row is good
 */
gboolean
quad_row_reader_judge (const QuadRowReader *reader,
                       char * const        *fields,
                       guint                n_fields,
                       QuadRowValues       *values)
{
  const Row row = { reader, fields, n_fields, values };

  g_return_val_if_fail (reader != NULL && fields != NULL && values != NULL, FALSE);

  begin (&row);
  return check_row (&row) && set_numbers (&row)
         && (is_harmless (&row)
             || (set_texts (&row) && set_contact (&row) && check_records (&row)));
}

/**
 * quad_row_reader_read:
 * @fields: a row that was judged to be good
 * @n_fields: how many
 * @values: (out caller-allocates): what it says
 *
 * Returns: %TRUE, unless the row is not good after all
 */
gboolean
quad_row_reader_read (const QuadRowReader *reader,
                      char * const        *fields,
                      guint                n_fields,
                      QuadRowValues       *values)
{
  const Row row = { reader, fields, n_fields, values };

  g_return_val_if_fail (reader != NULL && fields != NULL && values != NULL, FALSE);

  begin (&row);
  return check_row (&row) && set_numbers (&row) && set_texts (&row) && set_contact (&row);
}

/**
 * quad_row_reader_dup_name:
 * @fields: one row, which need not be good
 * @n_fields: how many
 *
 * Returns: (transfer full) (nullable): whom it is about: the company, else the person
 */
char *
quad_row_reader_dup_name (const QuadRowReader *reader,
                          char * const        *fields,
                          guint                n_fields)
{
  const Row row = { reader, fields, n_fields, NULL };
  char *name;

  g_return_val_if_fail (reader != NULL, NULL);

  name = quad_text_clean (quad_row_get (&row, QUAD_COLUMN_COMPANY), FALSE);
  return name != NULL ? name : dup_person (&row);
}

void
quad_row_values_clear (QuadRowValues *values)
{
  g_return_if_fail (values != NULL);

  quad_record_free (values->account);
  quad_record_free (values->contact);
  g_free (values->reason);
  memset (values, 0, sizeof *values);
}
