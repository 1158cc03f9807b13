/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quad-contact-index.h"
#include "quad-database.h"
#include "quad-import-options.h"
#include "quad-import-source.h"

G_BEGIN_DECLS

/**
 * QuadChildWriter:
 * @database: (unowned) (nullable): where to write; %NULL in a preview
 * @reader: (unowned): where to read from
 * @now: the time that rows get
 * @policy: what becomes of fields of a contact that is there
 *
 * Writes the contacts and touches that an import brings, or, in a preview, only finds out which.
 */
typedef struct
{
  QuadDatabase     *database;
  QuadDatabase     *reader;
  gint64            now;
  QuadImportPolicy  policy;
} QuadChildWriter;

/**
 * QuadImportChildren:
 * @contacts: (owned) (nullable): those that an account has; %NULL until asked for
 * @people: (owned) (nullable): finds these
 * @touches: (owned) (nullable): as @contacts
 *
 * The contacts and touches of an account, as they are now. Begins with every byte zero.
 */
typedef struct
{
  GPtrArray        *contacts;
  QuadContactIndex *people;
  GPtrArray        *touches;
} QuadImportChildren;

void     quad_import_children_clear     (QuadImportChildren     *self);
void     quad_import_children_set_empty (QuadImportChildren     *self);
gboolean quad_import_children_check     (const QuadImportRow    *row,
                                         GError                **error);
gboolean quad_import_children_insert    (const QuadChildWriter  *writer,
                                         gint64                  account,
                                         const QuadImportRow    *row,
                                         GError                **error);
gboolean quad_import_children_merge     (QuadImportChildren     *self,
                                         const QuadChildWriter  *writer,
                                         gint64                  account,
                                         const QuadImportRow    *row,
                                         guint                  *n_changed,
                                         GError                **error);

gboolean quad_import_is_empty_field     (const QuadRecord       *record,
                                         guint                   field);

G_END_DECLS
