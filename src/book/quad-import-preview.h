/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quad-figures.h"
#include "quad-import-options.h"
#include "quad-import-source.h"

G_BEGIN_DECLS

/**
 * QuadImportKind:
 * @QUAD_IMPORT_CREATED: an account is made
 * @QUAD_IMPORT_UPDATED: an account that is there changes
 * @QUAD_IMPORT_UNCHANGED: an account that is there has these values already
 * @QUAD_IMPORT_DOUBTFUL: it may be an account that is there; left out until a person decides
 * @QUAD_IMPORT_LEFT_OUT: a person decided so
 * @QUAD_IMPORT_REJECTED: it cannot be taken in as it is
 *
 * What becomes of a row.
 */
typedef enum
{
  QUAD_IMPORT_CREATED,
  QUAD_IMPORT_UPDATED,
  QUAD_IMPORT_UNCHANGED,
  QUAD_IMPORT_DOUBTFUL,
  QUAD_IMPORT_LEFT_OUT,
  QUAD_IMPORT_REJECTED,
} QuadImportKind;

#define QUAD_N_IMPORT_KINDS (QUAD_IMPORT_REJECTED + 1)

/* So many rows of each kind are kept in a preview; all of them are counted. */
#define QUAD_IMPORT_PREVIEW_ROWS 5000

/* So many accounts that a doubtful row may be are named. */
#define QUAD_IMPORT_MOST_CANDIDATES 10

/**
 * QuadImportEntry:
 *
 * What becomes of one row. Never changes, so that it can come from another thread.
 */
#define QUAD_TYPE_IMPORT_ENTRY (quad_import_entry_get_type ())
G_DECLARE_FINAL_TYPE (QuadImportEntry, quad_import_entry, QUAD, IMPORT_ENTRY, GObject)

QuadImportEntry   *quad_import_entry_new            (QuadImportKind      kind,
                                                     guint               row,
                                                     QuadMatchBy         match);
void               quad_import_entry_set_account    (QuadImportEntry    *self,
                                                     gint64              account,
                                                     const QuadRecord   *before,
                                                     const QuadRecord   *after,
                                                     guint               n_children);
void               quad_import_entry_set_first      (QuadImportEntry    *self,
                                                     guint               row,
                                                     guint64             not_taken);
void               quad_import_entry_set_candidates (QuadImportEntry    *self,
                                                     const gint64       *candidates,
                                                     guint               n_candidates);
void               quad_import_entry_set_reason     (QuadImportEntry    *self,
                                                     const char         *column,
                                                     const char         *value,
                                                     const char         *reason);

QuadImportKind     quad_import_entry_get_kind       (QuadImportEntry    *self);
guint              quad_import_entry_get_row        (QuadImportEntry    *self);
QuadMatchBy        quad_import_entry_get_match      (QuadImportEntry    *self);
const char        *quad_import_entry_get_name       (QuadImportEntry    *self);
gint64             quad_import_entry_get_account    (QuadImportEntry    *self);
const QuadRecord  *quad_import_entry_get_before     (QuadImportEntry    *self);
const QuadRecord  *quad_import_entry_get_after      (QuadImportEntry    *self);
guint64            quad_import_entry_get_changed    (QuadImportEntry    *self);
guint              quad_import_entry_get_n_children (QuadImportEntry    *self);
const gint64      *quad_import_entry_get_candidates (QuadImportEntry    *self,
                                                     guint              *n_candidates);
guint64            quad_import_entry_get_not_taken  (QuadImportEntry    *self,
                                                     guint              *first_row);
const char        *quad_import_entry_get_column     (QuadImportEntry    *self);
const char        *quad_import_entry_get_value      (QuadImportEntry    *self);
const char        *quad_import_entry_get_reason     (QuadImportEntry    *self);

/**
 * QuadImportPreview:
 *
 * What an import would do: all of it counted, the first rows of each kind in detail, and what the
 * chart would be. The entries are a list model in the order of the file once the preview is
 * complete. Made in any thread, looked at in one.
 */
#define QUAD_TYPE_IMPORT_PREVIEW (quad_import_preview_get_type ())
G_DECLARE_FINAL_TYPE (QuadImportPreview, quad_import_preview, QUAD, IMPORT_PREVIEW, GObject)

QuadImportPreview *quad_import_preview_new          (void);
gboolean           quad_import_preview_wants        (QuadImportPreview  *self,
                                                     QuadImportKind      kind);
void               quad_import_preview_take         (QuadImportPreview  *self,
                                                     QuadImportEntry    *entry);
void               quad_import_preview_count        (QuadImportPreview  *self,
                                                     QuadImportKind      kind,
                                                     guint               n);
void               quad_import_preview_complete     (QuadImportPreview  *self);

guint              quad_import_preview_get_count    (QuadImportPreview  *self,
                                                     QuadImportKind      kind);
GListModel        *quad_import_preview_get_entries  (QuadImportPreview  *self);
const QuadFigures *quad_import_preview_get_before   (QuadImportPreview  *self);
const QuadFigures *quad_import_preview_get_after    (QuadImportPreview  *self);
void               quad_import_preview_set_figures  (QuadImportPreview  *self,
                                                     const QuadFigures  *before,
                                                     const QuadFigures  *after);

const char        *quad_import_kind_get_nick        (QuadImportKind      kind);

G_END_DECLS
