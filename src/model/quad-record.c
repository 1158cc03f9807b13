/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-model"

#include "quad-record.h"

#include <string.h>

#include "quad-error.h"
#include "quad-i18n.h"
#include "quad-text.h"

typedef union
{
  gint64  number;
  char   *text;
} Value;

struct _QuadRecord
{
  const QuadSchema *schema;
  guint64           set;
  Value             values[];       /* of what is not set, as of what is empty */
};

G_DEFINE_BOXED_TYPE (QuadRecord, quad_record, quad_record_copy, quad_record_free)

static gsize
get_size (const QuadSchema *schema)
{
  return sizeof (QuadRecord) + schema->n_fields * sizeof (Value);
}

static inline gboolean
holds_text (const QuadRecord *record,
            guint             field)
{
  return quad_kind_is_text (record->schema->fields[field].kind);
}

/**
 * quad_kind_get_empty:
 *
 * Returns: the number that means "nothing is known" for a kind that is not a text
 */
gint64
quad_kind_get_empty (QuadKind kind)
{
  return kind == QUAD_KIND_MONEY ? QUAD_MONEY_UNKNOWN : 0;
}

/**
 * quad_schema_find:
 * @name: of a field, with '-' or '_'
 * @field: (out): its index
 *
 * Returns: whether the noun has such a field
 */
gboolean
quad_schema_find (const QuadSchema *schema,
                  const char       *name,
                  guint            *field)
{
  g_autofree char *canonical = NULL;

  g_return_val_if_fail (schema != NULL && name != NULL && field != NULL, FALSE);

  canonical = g_strdelimit (g_strdup (name), "_", '-');
  for (guint i = 0; i < schema->n_fields; i++)
    if (strcmp (schema->fields[i].name, canonical) == 0)
      {
        *field = i;
        return TRUE;
      }
  return FALSE;
}

/**
 * quad_field_get_label:
 *
 * Returns: (transfer none): the field's name on screen, translated
 */
const char *
quad_field_get_label (const QuadField *field)
{
  return _(field->label);
}

/**
 * quad_record_new:
 * @schema: what the record's noun consists of; must live as long as the program
 *
 * Returns: (transfer full): a record with no field set
 */
QuadRecord *
quad_record_new (const QuadSchema *schema)
{
  QuadRecord *record;

  g_return_val_if_fail (schema != NULL && schema->n_fields <= 64, NULL);

  record = g_malloc0 (get_size (schema));
  record->schema = schema;
  for (guint i = 0; i < schema->n_fields; i++)
    if (schema->fields[i].kind == QUAD_KIND_MONEY)
      record->values[i].number = QUAD_MONEY_UNKNOWN;
  return record;
}

QuadRecord *
quad_record_copy (const QuadRecord *record)
{
  QuadRecord *copy;

  g_return_val_if_fail (record != NULL, NULL);

  copy = g_memdup2 (record, get_size (record->schema));
  for (guint i = 0; i < record->schema->n_fields; i++)
    if (holds_text (record, i))
      copy->values[i].text = g_strdup (record->values[i].text);
  return copy;
}

void
quad_record_free (QuadRecord *record)
{
  if (record == NULL)
    return;
  for (guint i = 0; i < record->schema->n_fields; i++)
    if (holds_text (record, i))
      g_free (record->values[i].text);
  g_free (record);
}

const QuadSchema *
quad_record_get_schema (const QuadRecord *record)
{
  g_return_val_if_fail (record != NULL, NULL);

  return record->schema;
}

/**
 * quad_record_has:
 *
 * Returns: whether the field is set, be it to "empty"
 */
gboolean
quad_record_has (const QuadRecord *record,
                 guint             field)
{
  g_return_val_if_fail (record != NULL && field < record->schema->n_fields, FALSE);

  return (record->set & (G_GUINT64_CONSTANT (1) << field)) != 0;
}

/**
 * quad_record_is_empty:
 *
 * Returns: whether no field is set
 */
gboolean
quad_record_is_empty (const QuadRecord *record)
{
  g_return_val_if_fail (record != NULL, TRUE);

  return record->set == 0;
}

/**
 * quad_record_get_text:
 *
 * Returns: (transfer none) (nullable): the text, %NULL when empty or not set
 */
const char *
quad_record_get_text (const QuadRecord *record,
                      guint             field)
{
  g_return_val_if_fail (record != NULL && field < record->schema->n_fields, NULL);
  g_return_val_if_fail (holds_text (record, field), NULL);

  return record->values[field].text;
}

/**
 * quad_record_get_number:
 *
 * Returns: the value of a field that is not a text; quad_kind_get_empty() when empty or not set
 */
gint64
quad_record_get_number (const QuadRecord *record,
                        guint             field)
{
  g_return_val_if_fail (record != NULL && field < record->schema->n_fields, 0);
  g_return_val_if_fail (!holds_text (record, field), 0);

  return record->values[field].number;
}

void
quad_record_set_text (QuadRecord *record,
                      guint       field,
                      const char *text)
{
  quad_record_take_text (record, field, g_strdup (text));
}

/**
 * quad_record_take_text:
 * @text: (transfer full) (nullable): valid UTF-8; "" is kept as %NULL
 */
void
quad_record_take_text (QuadRecord *record,
                       guint       field,
                       char       *text)
{
  g_return_if_fail (record != NULL && field < record->schema->n_fields);
  g_return_if_fail (holds_text (record, field));

  if (text != NULL && text[0] == '\0')
    g_clear_pointer (&text, g_free);
  g_free (record->values[field].text);
  record->values[field].text = text;
  record->set |= G_GUINT64_CONSTANT (1) << field;
}

void
quad_record_set_number (QuadRecord *record,
                        guint       field,
                        gint64      number)
{
  g_return_if_fail (record != NULL && field < record->schema->n_fields);
  g_return_if_fail (!holds_text (record, field));

  record->values[field].number = number;
  record->set |= G_GUINT64_CONSTANT (1) << field;
}

/**
 * quad_record_clear:
 *
 * Sets the field to "empty".
 */
void
quad_record_clear (QuadRecord *record,
                   guint       field)
{
  g_return_if_fail (record != NULL && field < record->schema->n_fields);

  if (holds_text (record, field))
    quad_record_take_text (record, field, NULL);
  else
    quad_record_set_number (record, field,
                            quad_kind_get_empty (record->schema->fields[field].kind));
}

/**
 * quad_record_unset:
 *
 * Leaves the field out of the record again.
 */
void
quad_record_unset (QuadRecord *record,
                   guint       field)
{
  quad_record_clear (record, field);
  record->set &= ~(G_GUINT64_CONSTANT (1) << field);
}

/**
 * quad_record_complete:
 *
 * Sets every field that is not set to "empty".
 */
void
quad_record_complete (QuadRecord *record)
{
  g_return_if_fail (record != NULL);

  record->set = G_MAXUINT64 >> (64 - record->schema->n_fields);
}

/**
 * quad_record_apply:
 *
 * Sets every field that is set in @edits to the value that it has there.
 */
void
quad_record_apply (QuadRecord       *record,
                   const QuadRecord *edits)
{
  g_return_if_fail (record != NULL && edits != NULL && record->schema == edits->schema);

  for (guint i = 0; i < edits->schema->n_fields; i++)
    {
      if (!quad_record_has (edits, i))
        continue;
      if (holds_text (edits, i))
        quad_record_set_text (record, i, edits->values[i].text);
      else
        quad_record_set_number (record, i, edits->values[i].number);
    }
}

/**
 * quad_record_differs:
 *
 * Returns: whether the two have another value in the field
 */
gboolean
quad_record_differs (const QuadRecord *record,
                     const QuadRecord *other,
                     guint             field)
{
  g_return_val_if_fail (record != NULL && other != NULL && record->schema == other->schema, TRUE);

  if (holds_text (record, field))
    return g_strcmp0 (record->values[field].text, other->values[field].text) != 0;
  return record->values[field].number != other->values[field].number;
}

static gboolean
check_text (const QuadField *field,
            const char      *text,
            GError         **error)
{
  guint longest = field->kind == QUAD_KIND_LINES ? QUAD_RECORD_LONGEST_TEXT
                                                 : QUAD_RECORD_LONGEST_LINE;

  if ((field->flags & QUAD_FIELD_REQUIRED) != 0 && quad_text_is_blank (text))
    {
      g_set_error (error, QUAD_ERROR, QUAD_ERROR_INVALID_INPUT,
                   /* Translators: %s is the name of a field, for example Name */
                   _("%s may not be empty."), quad_field_get_label (field));
      return FALSE;
    }
  if (text == NULL)
    return TRUE;
  if (!quad_text_is_plain (text, TRUE) && !g_utf8_validate (text, -1, NULL))
    {
      g_set_error (error, QUAD_ERROR, QUAD_ERROR_INVALID_INPUT, _("%s is not readable text."),
                   quad_field_get_label (field));
      return FALSE;
    }
  if (strlen (text) > longest && g_utf8_strlen (text, -1) > (glong) longest)
    {
      g_set_error (error, QUAD_ERROR, QUAD_ERROR_INVALID_INPUT,
                   ngettext ("%s is longer than %u character.", "%s is longer than %u characters.",
                             longest),
                   quad_field_get_label (field), longest);
      return FALSE;
    }
  return TRUE;
}

static gboolean
check_number (const QuadField *field,
              gint64           number,
              GError         **error)
{
  gboolean good = TRUE;

  switch (field->kind)
    {
    case QUAD_KIND_MONEY:
      good = number == QUAD_MONEY_UNKNOWN
             || (number >= -QUAD_MONEY_LIMIT && number <= QUAD_MONEY_LIMIT);
      break;
    case QUAD_KIND_DATE:
      good = number == QUAD_DATE_NONE
             || (number > 0 && number <= quad_date_from_ymd (9999, 12, 31));
      break;
    case QUAD_KIND_FLAG:
      good = number == 0 || number == 1;
      break;
    case QUAD_KIND_WORD:
      good = number >= 0 && number < field->words->n_values;
      break;
    case QUAD_KIND_TIME:
    case QUAD_KIND_NUMBER:
    case QUAD_KIND_LINK:
      good = number >= 0;
      break;
    case QUAD_KIND_TEXT:
    case QUAD_KIND_LINES:
      break;
    }
  if (!good)
    g_set_error (error, QUAD_ERROR, QUAD_ERROR_INVALID_INPUT,
                 _("%s is outside of what the book can hold."), quad_field_get_label (field));
  return good;
}

/**
 * quad_record_check:
 *
 * Checks the fields that are set against what the book stores: required ones are there, texts are
 * valid and not endless, numbers within their limits.
 *
 * Errors: %QUAD_ERROR_INVALID_INPUT, with the first field at fault named.
 */
gboolean
quad_record_check (const QuadRecord *record,
                   GError          **error)
{
  g_return_val_if_fail (record != NULL, FALSE);

  for (guint i = 0; i < record->schema->n_fields; i++)
    {
      const QuadField *field = &record->schema->fields[i];

      if (!quad_record_has (record, i))
        continue;
      if (holds_text (record, i) ? !check_text (field, record->values[i].text, error)
                                 : !check_number (field, record->values[i].number, error))
        return FALSE;
    }
  return TRUE;
}
