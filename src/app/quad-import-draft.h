/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quad-book.h"
#include "quad-import-session.h"

G_BEGIN_DECLS

/**
 * QuadImportChange:
 * @QUAD_IMPORT_CHANGE_ENCODING: number: a #QuadEncoding
 * @QUAD_IMPORT_CHANGE_SEPARATOR: number: a character
 * @QUAD_IMPORT_CHANGE_SHEET: value: name of a sheet
 * @QUAD_IMPORT_CHANGE_HEADER_ROW: number: from 1
 * @QUAD_IMPORT_CHANGE_DECIMAL_MARK: number: a #QuadDecimalMark
 * @QUAD_IMPORT_CHANGE_DATE_ORDER: number: a #QuadDateOrder
 * @QUAD_IMPORT_CHANGE_AS: number: a #QuadImportAs
 * @QUAD_IMPORT_CHANGE_LONE_PEOPLE: number: whether people without a company come in
 * @QUAD_IMPORT_CHANGE_COLUMN: subject: header; value: role, %NULL to leave it out
 * @QUAD_IMPORT_CHANGE_NOTE: subject: header of a column that goes to the notes
 * @QUAD_IMPORT_CHANGE_VALUE: subject: a value; value: its meaning; number: a #QuadValueField
 *
 * What a person decides about how a list is read.
 */
typedef enum
{
  QUAD_IMPORT_CHANGE_ENCODING,
  QUAD_IMPORT_CHANGE_SEPARATOR,
  QUAD_IMPORT_CHANGE_SHEET,
  QUAD_IMPORT_CHANGE_HEADER_ROW,
  QUAD_IMPORT_CHANGE_DECIMAL_MARK,
  QUAD_IMPORT_CHANGE_DATE_ORDER,
  QUAD_IMPORT_CHANGE_AS,
  QUAD_IMPORT_CHANGE_LONE_PEOPLE,
  QUAD_IMPORT_CHANGE_COLUMN,
  QUAD_IMPORT_CHANGE_NOTE,
  QUAD_IMPORT_CHANGE_VALUE,
} QuadImportChange;

/* So many rows of a list are shown as they stand in it. */
#define QUAD_IMPORT_SAMPLES 50

/**
 * QuadImportDraft:
 *
 * One import while a person decides about it: the list, what was decided, what it would do. All
 * work goes on in threads, one at a time; what is asked for meanwhile comes after it, and a change
 * of how the list is read cancels a reading that it makes useless. The session may be looked at
 * only while the draft is not working.
 *
 * Emits "read" when the list was read, "previewed" when it is known what the import would do, and
 * "imported" at the end. Property: working.
 */
#define QUAD_TYPE_IMPORT_DRAFT (quad_import_draft_get_type ())
G_DECLARE_FINAL_TYPE (QuadImportDraft, quad_import_draft, QUAD, IMPORT_DRAFT, GObject)

QuadImportDraft        *quad_import_draft_new             (QuadBook         *book,
                                                           const char       *path);
QuadImportDraft        *quad_import_draft_new_for_text    (QuadBook         *book,
                                                           const char       *name,
                                                           const char       *text);
void                    quad_import_draft_read            (QuadImportDraft  *self);
void                    quad_import_draft_change          (QuadImportDraft  *self,
                                                           QuadImportChange  change,
                                                           const char       *subject,
                                                           const char       *value,
                                                           int               number);
void                    quad_import_draft_preview         (QuadImportDraft  *self,
                                                           gboolean          with_decisions);
void                    quad_import_draft_import          (QuadImportDraft  *self);
void                    quad_import_draft_cancel          (QuadImportDraft  *self);
void                    quad_import_draft_stop            (QuadImportDraft  *self);

gboolean                quad_import_draft_is_working      (QuadImportDraft  *self);
gboolean                quad_import_draft_is_importing    (QuadImportDraft  *self);
double                  quad_import_draft_get_fraction    (QuadImportDraft  *self);
QuadBook               *quad_import_draft_get_book        (QuadImportDraft  *self);
const char             *quad_import_draft_get_name        (QuadImportDraft  *self);
QuadImportSession      *quad_import_draft_get_session     (QuadImportDraft  *self);
QuadImportOptions      *quad_import_draft_get_options     (QuadImportDraft  *self);
const GError           *quad_import_draft_get_error       (QuadImportDraft  *self);
GPtrArray              *quad_import_draft_get_samples     (QuadImportDraft  *self);
QuadImportPreview      *quad_import_draft_get_preview     (QuadImportDraft  *self,
                                                           gboolean          with_decisions);
const QuadImportResult *quad_import_draft_get_result      (QuadImportDraft  *self);
gint64                  quad_import_draft_get_newest_before
                                                          (QuadImportDraft  *self);
const char             *quad_import_draft_get_mapping     (QuadImportDraft  *self);
void                    quad_import_draft_set_mapping     (QuadImportDraft  *self,
                                                           const char       *name);
const char             *quad_import_draft_get_source      (QuadImportDraft  *self);
void                    quad_import_draft_set_source      (QuadImportDraft  *self,
                                                           const char       *source);
gboolean                quad_import_draft_get_recut       (QuadImportDraft  *self);
void                    quad_import_draft_set_recut       (QuadImportDraft  *self,
                                                           gboolean          recut);
gboolean                quad_import_draft_has_target      (QuadImportDraft  *self,
                                                           const char       *target);
QuadImportAs            quad_import_draft_get_as          (QuadImportDraft  *self);

G_END_DECLS
