/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quad-column-map.h"
#include "quad-column-stats.h"
#include "quad-record.h"
#include "quad-value-table.h"

G_BEGIN_DECLS

/**
 * QuadRowReader:
 * @map: which column holds what
 * @stats: what the columns say, concluded
 * @currency: of the book
 * @new_tier: of an account that names none itself
 * @values: what somebody decided that values mean
 * @notes: (nullable) (element-type int): columns that go to the notes as "Label: value"
 * @headers: names of the columns, which are these labels
 * @takes_lone_people: whether a person without a company is an account with the person's name
 *
 * Turns the fields of a row into the values of an account and of a contact.
 */
typedef struct
{
  const QuadColumnMap   *map;
  const QuadColumnStats *stats;
  const QuadCurrency    *currency;
  QuadTier               new_tier;
  const QuadValueTable  *values;
  const GArray          *notes;
  char * const          *headers;
  gboolean               takes_lone_people;
} QuadRowReader;

/**
 * QuadRowValues:
 * @account: (owned) (nullable): what the row says about the account
 * @contact: (owned) (nullable): what it says about a person there
 * @column: where the row is at fault, or %QUAD_NO_COLUMN
 * @reason: (owned) (nullable): why the row is rejected: a translated sentence
 * @is_word_unknown: whether that is a word whose meaning nobody knows
 * @is_lone_person: whether the row is a person without a company, taken or not
 */
typedef struct
{
  QuadRecord *account;
  QuadRecord *contact;
  int         column;
  char       *reason;
  gboolean    is_word_unknown;
  gboolean    is_lone_person;
} QuadRowValues;

gboolean quad_row_reader_judge (const QuadRowReader *reader,
                                char * const        *fields,
                                guint                n_fields,
                                QuadRowValues       *values);
gboolean quad_row_reader_read  (const QuadRowReader *reader,
                                char * const        *fields,
                                guint                n_fields,
                                QuadRowValues       *values);
char    *quad_row_reader_dup_name (const QuadRowReader *reader,
                                   char * const        *fields,
                                   guint                n_fields);
void     quad_row_values_clear (QuadRowValues       *values);

G_END_DECLS
