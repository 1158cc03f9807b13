/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-import-words"

#include "quad-import-words.h"

#include <string.h>

#include "quad-i18n.h"

typedef struct
{
  const char *role;
  const char *label;
} Role;

/* Everything that a column can hold, in the order in which it is offered. */
static const Role roles[] = {
  { "name", N_("Name") },
  { "external-id", N_("External ID") },
  { "uid", N_("Identifier") },
  { "tier", N_("Tier") },
  { "type", N_("Tier, by Type of Account") },
  { "rating", N_("Tier, by Rating") },
  { "lifecycle", N_("Tier, by Lifecycle Stage") },
  { "profile", N_("Profile") },
  { "ever-client", N_("Ever a Client") },
  { "revenue", N_("Revenue") },
  { "revenue-before", N_("Revenue Before") },
  { "potential", N_("Potential") },
  { "currency", N_("Currency of Amounts") },
  { "vertical", N_("Vertical") },
  { "region", N_("Region") },
  { "size", N_("Size") },
  { "source", N_("Source") },
  { "website", N_("Website") },
  { "domain", N_("Web Domain") },
  { "phone", N_("Phone") },
  { "email", N_("E-mail") },
  { "address", N_("Address") },
  { "street", N_("Street") },
  { "street-2", N_("Street, Second Line") },
  { "street-3", N_("Street, Third Line") },
  { "postal-code", N_("Postal Code") },
  { "city", N_("City") },
  { "state", N_("State") },
  { "country", N_("Country") },
  { "notes", N_("All of the Notes") },
  { "client-since", N_("Client Since") },
  { "lost-on", N_("Lost On") },
  { "lost-reason", N_("Reason Lost") },
  { "parked-reason", N_("Reason Parked") },
  { "revisit-on", N_("Revisit On") },
  { "decide-by", N_("Decide By") },
  { "is-company", N_("Whether It Is a Company") },
  { "contact-name", N_("Contact: Name") },
  { "contact-first-name", N_("Contact: First Name") },
  { "contact-middle-name", N_("Contact: Middle Name") },
  { "contact-last-name", N_("Contact: Last Name") },
  { "contact-role", N_("Contact: Role") },
  { "contact-phone", N_("Contact: Phone") },
  { "contact-email", N_("Contact: E-mail") },
  { "contact-website", N_("Contact: Website") },
  { "contact-notes", N_("Contact: Notes") },
};

guint
quad_import_words_count_roles (void)
{
  return G_N_ELEMENTS (roles);
}

/**
 * quad_import_words_get_role:
 * @label: (out) (optional): on screen
 *
 * Returns: what quad_import_session_map() calls it
 */
const char *
quad_import_words_get_role (guint        index,
                            const char **label)
{
  g_return_val_if_fail (index < G_N_ELEMENTS (roles), NULL);

  if (label != NULL)
    *label = _(roles[index].label);
  return roles[index].role;
}

/**
 * quad_import_words_find_role:
 * @index: (out): which one it is
 *
 * Returns: whether the column holds something, other than a note
 */
gboolean
quad_import_words_find_role (const QuadImportColumn *column,
                             guint                  *index)
{
  /* The name of a person in a list of people has no role of its own. */
  const char *name = column->role != NULL ? column->role : column->target;

  if (column->is_note || name == NULL)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    if (strcmp (roles[i].role, name) == 0)
      {
        *index = i;
        return TRUE;
      }
  return FALSE;
}

/**
 * quad_import_words_get_guess:
 *
 * Returns: how it is known what a column holds; "" when it is not
 */
const char *
quad_import_words_get_guess (QuadImportGuess guess)
{
  switch (guess)
    {
    case QUAD_IMPORT_GUESS_NONE: return "";
    case QUAD_IMPORT_GUESS_NAME: return _("Guessed by its name");
    case QUAD_IMPORT_GUESS_VALUES: return _("Guessed by its values");
    case QUAD_IMPORT_GUESS_REMEMBERED: return _("As last time");
    case QUAD_IMPORT_GUESS_DECIDED: return _("Chosen by you");
    }
  g_return_val_if_reached ("");
}

const char *
quad_import_words_get_kind (QuadImportKind kind)
{
  switch (kind)
    {
    /* Translators: of rows of a list that is imported */
    case QUAD_IMPORT_CREATED: return C_("import", "New");
    case QUAD_IMPORT_UPDATED: return C_("import", "Updated");
    case QUAD_IMPORT_UNCHANGED: return C_("import", "Unchanged");
    case QUAD_IMPORT_DOUBTFUL: return C_("import", "Doubtful");
    case QUAD_IMPORT_LEFT_OUT: return C_("import", "Left Out");
    case QUAD_IMPORT_REJECTED: return C_("import", "Rejected");
    }
  g_return_val_if_reached ("");
}

/**
 * quad_import_words_get_match:
 *
 * Returns: by what a row and an account may be the same; "" for nothing
 */
const char *
quad_import_words_get_match (QuadMatchBy match)
{
  switch (match)
    {
    case QUAD_MATCH_BY_ID: return _("The same external ID");
    case QUAD_MATCH_BY_DOMAIN: return _("The same web domain");
    case QUAD_MATCH_BY_NAME: return _("The same name");
    case QUAD_MATCH_BY_NOTHING: return "";
    }
  g_return_val_if_reached ("");
}

/**
 * quad_import_words_format:
 * @field: a #QuadAccountField
 *
 * Returns: (transfer full): the value for people, in one line; "" where there is none
 */
char *
quad_import_words_format (QuadBook         *book,
                          const QuadRecord *values,
                          guint             field)
{
  const QuadField *info = &quad_account_schema.fields[field];
  const gint64 number = quad_kind_is_text (info->kind) ? 0
                                                       : quad_record_get_number (values, field);
  char *text;

  switch (info->kind)
    {
    case QUAD_KIND_TEXT:
    case QUAD_KIND_LINES:
      text = g_strdup (quad_record_get_text (values, field));
      return text != NULL ? g_strdelimit (text, "\n\r\t", ' ') : g_strdup ("");
    case QUAD_KIND_MONEY:
      return number == QUAD_MONEY_UNKNOWN
               ? g_strdup ("")
               : quad_money_format (number, quad_book_get_currency (book), QUAD_MONEY_EXACT);
    case QUAD_KIND_DATE:
      return number == QUAD_DATE_NONE
               ? g_strdup ("")
               : quad_date_format ((QuadDate) number, QUAD_DATE_STYLE_FULL,
                                   quad_book_get_today (book));
    case QUAD_KIND_FLAG:
      return g_strdup (number != 0 ? _("Yes") : _("No"));
    case QUAD_KIND_WORD:
      return g_strdup (quad_names_get_word (quad_book_get_names (book), info->words,
                                            (guint) number));
    case QUAD_KIND_TIME:
    case QUAD_KIND_NUMBER:
    case QUAD_KIND_LINK:
      return g_strdup_printf ("%" G_GINT64_FORMAT, number);
    }
  g_return_val_if_reached (NULL);
}

/* "Revenue: €1,000 → €2,000" */
static void
append_change (GString         *text,
               QuadBook        *book,
               QuadImportEntry *entry,
               guint            field)
{
  g_autofree char *before =
    quad_import_words_format (book, quad_import_entry_get_before (entry), field);
  g_autofree char *after =
    quad_import_words_format (book, quad_import_entry_get_after (entry), field);

  if (text->len > 0)
    g_string_append_c (text, '\n');
  /* Translators: a field, what it is, what it becomes. In a language that is written from right to
   * left the arrow has to point to the left. */
  g_string_append_printf (text, _("%s: %s → %s"),
                          quad_field_get_label (&quad_account_schema.fields[field]),
                          *before != '\0' ? before : "—", *after != '\0' ? after : "—");
}

/* What the row says otherwise than the first one about the same account. */
static void
append_not_taken (GString         *text,
                  QuadImportEntry *entry)
{
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();
  g_autofree char *list = NULL;
  guint first_row;
  const guint64 not_taken = quad_import_entry_get_not_taken (entry, &first_row);

  for (guint i = 0; i < QUAD_N_ACCOUNT_FIELDS; i++)
    if ((not_taken & ((guint64) 1 << i)) != 0)
      g_ptr_array_add (labels, (gpointer) quad_field_get_label (&quad_account_schema.fields[i]));
  if (labels->len == 0)
    return;

  g_ptr_array_add (labels, NULL);
  list = g_strjoinv (", ", (char **) labels->pdata);
  if (text->len > 0)
    g_string_append_c (text, '\n');
  /* Translators: a number of a row, and names of fields: "Revenue, Phone" */
  g_string_append_printf (text, _("Row %u is the same account and counts for: %s"), first_row,
                          list);
}

static char *
describe_update (QuadBook        *book,
                 QuadImportEntry *entry)
{
  GString *text = g_string_new (NULL);
  const guint64 changed = quad_import_entry_get_changed (entry);
  const guint n_children = quad_import_entry_get_n_children (entry);

  for (guint i = 0; i < QUAD_N_ACCOUNT_FIELDS; i++)
    if ((changed & ((guint64) 1 << i)) != 0
        && (quad_account_schema.fields[i].flags & QUAD_FIELD_KEPT) == 0)
      append_change (text, book, entry, i);
  if (n_children > 0)
    {
      if (text->len > 0)
        g_string_append_c (text, '\n');
      g_string_append_printf (text, ngettext ("%u contact or touch", "%u contacts and touches",
                                              n_children), n_children);
    }
  append_not_taken (text, entry);
  return g_string_free (text, FALSE);
}

static char *
describe_unchanged (QuadImportEntry *entry)
{
  GString *text = g_string_new (NULL);

  append_not_taken (text, entry);
  return g_string_free (text, FALSE);
}

static char *
describe_created (QuadBook        *book,
                  QuadImportEntry *entry)
{
  static const QuadAccountField fields[] = {
    QUAD_ACCOUNT_TIER, QUAD_ACCOUNT_REVENUE, QUAD_ACCOUNT_VERTICAL, QUAD_ACCOUNT_REGION,
    QUAD_ACCOUNT_SOURCE,
  };
  const QuadRecord *values = quad_import_entry_get_after (entry);
  GString *text = g_string_new (NULL);

  for (guint i = 0; values != NULL && i < G_N_ELEMENTS (fields); i++)
    {
      g_autofree char *value = quad_import_words_format (book, values, fields[i]);

      if (*value == '\0')
        continue;
      if (text->len > 0)
        g_string_append (text, " · ");
      if (fields[i] == QUAD_ACCOUNT_SOURCE)
        g_string_append_printf (text, _("%s: %s"),
                                quad_field_get_label (&quad_account_schema.fields[fields[i]]),
                                value);
      else
        g_string_append (text, value);
    }
  return g_string_free (text, FALSE);
}

static char *
describe_doubtful (QuadImportEntry *entry)
{
  guint first_row;

  quad_import_entry_get_not_taken (entry, &first_row);
  if (first_row != 0)
    /* Translators: a number of a row */
    return g_strdup_printf (_("Row %u is the same account: what is decided there holds here, too"),
                            first_row);
  return g_strdup (_("It may be an account that is there, and stays out until it is decided"));
}

/* What is wrong, and where; of an empty cell there is nothing to quote. */
static char *
describe_rejected (QuadImportEntry *entry)
{
  const char *column = quad_import_entry_get_column (entry);
  const char *value = quad_import_entry_get_value (entry);
  const char *reason = quad_import_entry_get_reason (entry);

  if (column == NULL || value == NULL || *value == '\0')
    return g_strdup (reason);

  if (strstr (reason, value) != NULL)
    /* Translators: name of a column, a sentence */
    return g_strdup_printf (_("%s: %s"), column, reason);

  /* Translators: name of a column, what stands there, a sentence */
  return g_strdup_printf (_("%s, “%s”: %s"), column, value, reason);
}

/**
 * quad_import_words_describe_entry:
 *
 * Returns: (transfer full): what becomes of a row, in one or more lines; "" when there is no more
 *   to say than its kind
 */
char *
quad_import_words_describe_entry (QuadBook        *book,
                                  QuadImportEntry *entry)
{
  switch (quad_import_entry_get_kind (entry))
    {
    case QUAD_IMPORT_CREATED:
      return describe_created (book, entry);
    case QUAD_IMPORT_UPDATED:
      return describe_update (book, entry);
    case QUAD_IMPORT_DOUBTFUL:
      return describe_doubtful (entry);
    case QUAD_IMPORT_REJECTED:
      return describe_rejected (entry);
    case QUAD_IMPORT_UNCHANGED:
      return describe_unchanged (entry);
    case QUAD_IMPORT_LEFT_OUT:
      return g_strdup ("");
    }
  g_return_val_if_reached (NULL);
}
