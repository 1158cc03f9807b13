/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quad-import-children.h"
#include "quad-import-matcher.h"
#include "quad-importer.h"

G_BEGIN_DECLS

/**
 * QuadKnownAccount:
 * @id: 0 in a preview of an account that is not there
 * @values: as they are now; %NULL until asked for
 * @own_values: (owned) (nullable): keeps @values, unless the book does
 * @children: (owned) (nullable): what rows said about its contacts and touches
 * @is_new: made by this import
 * @row: number of the first row about it, 0 before there was one
 *
 * An account that further rows may be about.
 */
typedef struct
{
  gint64              id;
  const QuadRecord   *values;
  QuadRecord         *own_values;
  QuadImportChildren *children;
  gboolean            is_new;
  guint               row;
} QuadKnownAccount;

/**
 * QuadPassedRow:
 * @row: number of the first row
 * @kind: doubtful, or left out
 *
 * Rows with one external id that stay out.
 */
typedef struct
{
  guint          row;
  QuadImportKind kind;
} QuadPassedRow;

struct _QuadImporter
{
  /* owned */
  QuadImportSource   *source;
  QuadImportOptions  *options;    /* NULL: by external id alone, and every row must be good */
  QuadImportMatcher  *matcher;    /* NULL where the external id alone says what a row is */
  QuadImportPreview  *preview;    /* NULL where nobody wants to know more than numbers */
  GStringChunk       *ids;        /* the external ids in these tables */
  GHashTable         *known_ids;  /* external id -> QuadKnownAccount (unowned) */
  GHashTable         *made_ids;   /* external id -> id of an account that a row made, where any row
                                     may still be about it: no more than that, of millions */
  GHashTable         *known_rows; /* id of the account -> QuadKnownAccount (unowned) */
  GPtrArray          *known;      /* of QuadKnownAccount */
  GHashTable         *passed;     /* external id -> QuadPassedRow (owned) */
  GCancellable       *cancellable;
  QuadTally          *tally;      /* of the book, in a preview */

  /* borrowed */
  QuadItemList       *accounts;
  QuadImportProgress  progress;
  gpointer            progress_data;
  QuadDatabase       *reader;

  /* plain */
  QuadAccountWriter   writer;     /* without a database in a preview */
  QuadCutOffRule      recut;
  QuadImportResult    result;
  gint64              reported_at;
  double              start;      /* of the progress of this pass over the rows */
  double              share;
  gboolean            has_recut;
  gboolean            rule_is_new;
  int                 stopped;    /* atomic */
};

void     quad_known_account_free           (gpointer        data);
void     quad_importer_remember_accounts   (QuadImporter   *self);
gboolean quad_importer_take_row            (QuadImporter   *self,
                                            QuadImportRow  *row,
                                            GError        **error);
gboolean quad_importer_learn_row           (QuadImporter   *self,
                                            QuadImportRow  *row,
                                            GError        **error);

G_END_DECLS
