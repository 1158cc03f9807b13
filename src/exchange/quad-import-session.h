/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quad-account.h"
#include "quad-amount.h"
#include "quad-date-parse.h"
#include "quad-file-kind.h"
#include "quad-import-preview.h"
#include "quad-text-decoder.h"
#include "quad-value-table.h"

G_BEGIN_DECLS

/**
 * QuadImportAs:
 * @QUAD_IMPORT_AS_AUTO: clients where a revenue column was found, leads otherwise
 *
 * What rows become that have no tier of their own. Clients arrive as secondary accounts.
 */
typedef enum
{
  QUAD_IMPORT_AS_AUTO,
  QUAD_IMPORT_AS_CLIENTS,
  QUAD_IMPORT_AS_IDEAL,
  QUAD_IMPORT_AS_LEADS,
} QuadImportAs;

/**
 * QuadImportGuess:
 * @QUAD_IMPORT_GUESS_NONE: nothing says what is in the column
 * @QUAD_IMPORT_GUESS_NAME: its name does
 * @QUAD_IMPORT_GUESS_VALUES: its values do
 * @QUAD_IMPORT_GUESS_REMEMBERED: it was so with these columns before
 * @QUAD_IMPORT_GUESS_DECIDED: a person said so
 *
 * How it is known what a column holds, or that it is left out.
 */
typedef enum
{
  QUAD_IMPORT_GUESS_NONE,
  QUAD_IMPORT_GUESS_NAME,
  QUAD_IMPORT_GUESS_VALUES,
  QUAD_IMPORT_GUESS_REMEMBERED,
  QUAD_IMPORT_GUESS_DECIDED,
} QuadImportGuess;

/**
 * QuadImportColumn:
 * @name: header as it stands in the file
 * @target: name of the account field ("revenue") or contact field ("contact-name") it goes to, or
 *   %NULL when it is left out
 * @role: (nullable): what quad_import_session_map() calls what it holds: "type", "city"
 * @is_note: it goes to the notes as "Label: value"
 * @guess: how that is known
 */
typedef struct
{
  const char      *name;
  const char      *target;
  const char      *role;
  gboolean         is_note;
  QuadImportGuess  guess;
} QuadImportColumn;

/**
 * QuadImportReject:
 * @row: row in the file, from 1, as a spreadsheet counts
 * @name: (nullable): the company, or else the person, that it is about
 * @column: header of the column at fault, or %NULL for the whole row
 * @value: what stood there
 * @reason: a translated sentence
 * @is_word_unknown: whether @value is a word whose meaning nobody knows; see
 *   quad_import_session_set_value()
 */
typedef struct
{
  guint     row;
  char     *name;
  char     *column;
  char     *value;
  char     *reason;
  gboolean  is_word_unknown;
} QuadImportReject;

/**
 * QuadImportValue:
 * @column: header of its column
 * @field: what values of this column are about: tier, profile or vertical
 * @value: (owned): the value
 * @n_rows: how many rows have it
 * @meaning: (owned) (nullable): as quad_import_session_set_value() takes it; %NULL when nobody
 *   knows, so that rows with it are rejected
 * @is_decided: whether somebody decided so; else it is what the word says
 *
 * One of the different values of a column of words.
 */
typedef struct
{
  const char     *column;
  QuadValueField  field;
  char           *value;
  guint           n_rows;
  char           *meaning;
  gboolean        is_decided;
} QuadImportValue;

/**
 * QuadImportSample:
 * @row: number in the file, from 1
 * @fields: (owned): as they stand in the file
 *
 * One of the first rows of a list.
 */
typedef struct
{
  guint   row;
  char  **fields;
} QuadImportSample;

/**
 * QuadImportSession:
 *
 * One list file on its way into a book: detected, decoded, mapped, checked, and then, as a
 * #QuadImportSource, handed to quad_book_import() row by row.
 */
#define QUAD_TYPE_IMPORT_SESSION (quad_import_session_get_type ())
G_DECLARE_FINAL_TYPE (QuadImportSession, quad_import_session, QUAD, IMPORT_SESSION, GObject)

QuadImportSession      *quad_import_session_open                 (const char         *path,
                                                                  const QuadCurrency *currency,
                                                                  GError            **error);
QuadImportSession      *quad_import_session_open_text            (const char         *name,
                                                                  const char         *text,
                                                                  gsize               length,
                                                                  const QuadCurrency *currency,
                                                                  GError            **error);
QuadListKind            quad_import_session_get_kind             (QuadImportSession  *self);
GStrv                   quad_import_session_list_sheets          (QuadImportSession  *self);
const char             *quad_import_session_get_sheet            (QuadImportSession  *self);
gboolean                quad_import_session_set_sheet            (QuadImportSession  *self,
                                                                  const char         *name,
                                                                  GError            **error);

/* How it is laid out. What was not said is found out; all of this forgets the scan. */
gboolean                quad_import_session_set_encoding         (QuadImportSession  *self,
                                                                  QuadEncoding        encoding,
                                                                  GError            **error);
gboolean                quad_import_session_set_separator        (QuadImportSession  *self,
                                                                  char                separator,
                                                                  GError            **error);
gboolean                quad_import_session_set_header_row       (QuadImportSession  *self,
                                                                  guint               row,
                                                                  GError            **error);
void                    quad_import_session_set_decimal_mark     (QuadImportSession  *self,
                                                                  QuadDecimalMark     mark);
QuadDecimalMark         quad_import_session_get_decimal_mark     (QuadImportSession  *self);
void                    quad_import_session_set_date_order       (QuadImportSession  *self,
                                                                  QuadDateOrder       order);
QuadDateOrder           quad_import_session_get_date_order       (QuadImportSession  *self);
GPtrArray              *quad_import_session_read_samples         (QuadImportSession  *self,
                                                                  guint               most,
                                                                  GError            **error);

/* What is in it. */
void                    quad_import_session_set_as               (QuadImportSession  *self,
                                                                  QuadImportAs        as);
QuadImportAs            quad_import_session_get_as               (QuadImportSession  *self);
void                    quad_import_session_set_source           (QuadImportSession  *self,
                                                                  const char         *source);
const char             *quad_import_session_get_source           (QuadImportSession  *self);
void                    quad_import_session_set_takes_lone_people
                                                                 (QuadImportSession  *self,
                                                                  gboolean            takes);
gboolean                quad_import_session_get_takes_lone_people
                                                                 (QuadImportSession  *self);
guint                   quad_import_session_get_n_lone_people    (QuadImportSession  *self);
gboolean                quad_import_session_set_note             (QuadImportSession  *self,
                                                                  const char         *column,
                                                                  gboolean            is_note,
                                                                  GError            **error);
gboolean                quad_import_session_set_value            (QuadImportSession  *self,
                                                                  QuadValueField      field,
                                                                  const char         *value,
                                                                  const char         *meaning,
                                                                  GError            **error);
GPtrArray              *quad_import_session_list_values          (QuadImportSession  *self);
gboolean                quad_import_session_map                  (QuadImportSession  *self,
                                                                  const char         *field,
                                                                  const char         *column,
                                                                  GError            **error);
gboolean                quad_import_session_scan                 (QuadImportSession  *self,
                                                                  GCancellable       *cancellable,
                                                                  QuadImportProgress  progress,
                                                                  gpointer            user_data,
                                                                  GError            **error);

const QuadImportColumn *quad_import_session_get_columns          (QuadImportSession  *self,
                                                                  guint              *n_columns);
gboolean                quad_import_session_is_people            (QuadImportSession  *self);
const char             *quad_import_session_get_encoding         (QuadImportSession  *self);
char                    quad_import_session_get_separator        (QuadImportSession  *self);
guint                   quad_import_session_get_header_row       (QuadImportSession  *self);
const char             *quad_import_session_get_foreign_currency (QuadImportSession  *self);
guint                   quad_import_session_get_n_accepted       (QuadImportSession  *self);
void                    quad_import_session_complete_preview     (QuadImportSession  *self,
                                                                  QuadImportPreview  *preview);
guint                   quad_import_session_get_n_rejected       (QuadImportSession  *self);
GPtrArray              *quad_import_session_get_rejects          (QuadImportSession  *self);
gboolean                quad_import_session_write_rejects        (QuadImportSession  *self,
                                                                  const char         *path,
                                                                  GError            **error);

G_END_DECLS
