/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "quad-record.h"

G_BEGIN_DECLS

/**
 * QuadImportRow:
 * @row: row in the file, from 1, for messages
 * @account: (owned): values of the account; fields that are not set keep their default, or, when
 *   the account is in the book already, what it has. The tier is set only where the row names one.
 * @new_tier: the tier of an account that is new and whose row names none
 * @new_source: (unowned) (nullable): where an account comes from that is new and whose row does not
 *   say; belongs to the source of the rows
 * @contacts: (owned) (nullable): array of contact #QuadRecord of this account
 * @touches: (owned) (nullable): array of touch #QuadRecord of this account
 *
 * One account that comes in.
 */
typedef struct
{
  guint       row;
  QuadRecord *account;
  QuadTier    new_tier;
  const char *new_source;
  GPtrArray  *contacts;
  GPtrArray  *touches;
} QuadImportRow;

void quad_import_row_clear (QuadImportRow *row);

/**
 * QuadImportResult:
 * @created: accounts that were made
 * @updated: rows whose account was there and changed
 * @unchanged: rows whose account was there and already had these values
 * @doubtful: rows that may be an account that is there, and were left out
 * @left_out: rows that were left out because a person decided so
 * @rejected: rows that the book cannot hold
 *
 * What became of the rows that the source gave.
 */
typedef struct
{
  guint created;
  guint updated;
  guint unchanged;
  guint doubtful;
  guint left_out;
  guint rejected;
} QuadImportResult;

/* @fraction: 0 to 1. Called from the thread that imports, some times a second. */
typedef void (*QuadImportProgress) (double   fraction,
                                    gpointer user_data);

/**
 * QuadImportSource:
 *
 * Where the rows of an import come from; the book pulls them one by one inside its transaction,
 * so a million rows need no more memory than one. exchange/ implements it over files. An import
 * that matches rows with accounts reads them twice.
 */
#define QUAD_TYPE_IMPORT_SOURCE (quad_import_source_get_type ())
G_DECLARE_INTERFACE (QuadImportSource, quad_import_source, QUAD, IMPORT_SOURCE, GObject)

/**
 * QuadImportSourceInterface:
 * @get_name: the name of the file, for the label in the history
 * @begin: goes to the first row, also after rows were read; may be %NULL for what is read once
 * @next: fills @row and returns %TRUE; at the end returns %FALSE without an error. Rows that the
 *   source itself rejects are skipped by it.
 * @get_fraction: how much has been read, 0 to 1
 */
struct _QuadImportSourceInterface
{
  GTypeInterface parent;

  const char *(*get_name)     (QuadImportSource  *self);
  gboolean    (*begin)        (QuadImportSource  *self,
                               GError           **error);
  gboolean    (*next)         (QuadImportSource  *self,
                               QuadImportRow     *row,
                               GError           **error);
  double      (*get_fraction) (QuadImportSource  *self);
};

const char *quad_import_source_get_name     (QuadImportSource  *self);
gboolean    quad_import_source_begin        (QuadImportSource  *self,
                                             GError           **error);
gboolean    quad_import_source_next         (QuadImportSource  *self,
                                             QuadImportRow     *row,
                                             GError           **error);
double      quad_import_source_get_fraction (QuadImportSource  *self);

G_END_DECLS
