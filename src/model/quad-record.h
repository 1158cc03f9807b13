/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "quad-date.h"
#include "quad-enums.h"
#include "quad-money.h"

G_BEGIN_DECLS

/**
 * QuadKind:
 *
 * How a field's value is kept: texts as UTF-8 (%NULL when empty), everything else as a 64-bit
 * number.
 */
typedef enum
{
  QUAD_KIND_TEXT,       /* one line */
  QUAD_KIND_LINES,      /* several lines */
  QUAD_KIND_MONEY,      /* QuadMoney, QUAD_MONEY_UNKNOWN when not known */
  QUAD_KIND_DATE,       /* QuadDate, QUAD_DATE_NONE when not set */
  QUAD_KIND_TIME,       /* seconds since 1970 in UTC, 0 when not set */
  QUAD_KIND_NUMBER,     /* a plain whole number, 0 when not set */
  QUAD_KIND_FLAG,       /* 0 or 1 */
  QUAD_KIND_WORD,       /* an enumeration, see QuadField.words */
  QUAD_KIND_LINK,       /* the id of another row, 0 when none */
} QuadKind;

/**
 * quad_kind_is_text:
 *
 * Returns: whether values of the kind are texts; otherwise they are numbers
 */
static inline gboolean
quad_kind_is_text (QuadKind kind)
{
  return kind == QUAD_KIND_TEXT || kind == QUAD_KIND_LINES;
}

typedef enum
{
  QUAD_FIELD_PLAIN    = 0,
  QUAD_FIELD_REQUIRED = 1 << 0,   /* may not be empty */
  QUAD_FIELD_KEPT     = 1 << 1,   /* kept by the book itself: not edited by a person */
} QuadFieldFlags;

/**
 * QuadField:
 * @name: the property, with '-'; the column in the book has '_' instead
 * @label: on screen, marked for translation, in header capitalisation
 * @kind: how the value is kept
 * @flags: what may be done with it
 * @words: the words of a %QUAD_KIND_WORD
 */
typedef struct
{
  const char      *name;
  const char      *label;
  QuadKind         kind;
  QuadFieldFlags   flags;
  const QuadWords *words;
} QuadField;

/**
 * QuadSchema:
 * @table: the table in the book
 * @fields: its columns after "id", in the order of the noun's field enumeration
 * @n_fields: at most 64
 *
 * What one noun consists of. Properties, columns, edits, imports and exports all follow from it:
 * a new column is one line here, one in a migration and one in the noun's table file.
 */
typedef struct
{
  const char      *table;
  const QuadField *fields;
  guint            n_fields;
} QuadSchema;

/* Characters that the book stores of one text: beyond this it is not a text that a person wrote. */
#define QUAD_RECORD_LONGEST_LINE 1000
#define QUAD_RECORD_LONGEST_TEXT 100000

/**
 * QuadRecord:
 *
 * Some or all values of one row. A field is either set (to a value, or to "empty") or left out,
 * so that a record describes a whole row as well as an edit of three fields.
 */
typedef struct _QuadRecord QuadRecord;

#define QUAD_TYPE_RECORD (quad_record_get_type ())

GType             quad_record_get_type    (void);
QuadRecord       *quad_record_new         (const QuadSchema *schema);
QuadRecord       *quad_record_copy        (const QuadRecord *record);
void              quad_record_free        (QuadRecord       *record);
const QuadSchema *quad_record_get_schema  (const QuadRecord *record);
gboolean          quad_record_has         (const QuadRecord *record,
                                           guint             field);
gboolean          quad_record_is_empty    (const QuadRecord *record);
const char       *quad_record_get_text    (const QuadRecord *record,
                                           guint             field);
gint64            quad_record_get_number  (const QuadRecord *record,
                                           guint             field);
void              quad_record_set_text    (QuadRecord       *record,
                                           guint             field,
                                           const char       *text);
void              quad_record_take_text   (QuadRecord       *record,
                                           guint             field,
                                           char             *text);
void              quad_record_set_number  (QuadRecord       *record,
                                           guint             field,
                                           gint64            number);
void              quad_record_clear       (QuadRecord       *record,
                                           guint             field);
void              quad_record_unset       (QuadRecord       *record,
                                           guint             field);
void              quad_record_complete    (QuadRecord       *record);
void              quad_record_apply       (QuadRecord       *record,
                                           const QuadRecord *edits);
gboolean          quad_record_differs     (const QuadRecord *record,
                                           const QuadRecord *other,
                                           guint             field);
gboolean          quad_record_check       (const QuadRecord *record,
                                           GError          **error);

gint64            quad_kind_get_empty     (QuadKind          kind);

gboolean          quad_schema_find        (const QuadSchema *schema,
                                           const char       *name,
                                           guint            *field);
const char       *quad_field_get_label    (const QuadField  *field);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuadRecord, quad_record_free)

G_END_DECLS
