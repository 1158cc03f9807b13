/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quad-cli-private.h"
#include "quad-import-session.h"

G_BEGIN_DECLS

/**
 * QuadCliImport:
 * @path: the list
 * @sheet: (nullable): of a workbook, the sheet that is read
 * @maps: (nullable): "FIELD=COLUMN"
 * @values: (nullable): "VALUE=MEANING"
 * @policies: (nullable): "POLICY" or "FIELD=POLICY"
 * @decisions: (nullable): "ROW=DECISION"
 * @match: (nullable): "id,domain,name"
 * @mapping: (nullable): the name that it is read and kept under
 * @source: (nullable): where new accounts come from
 * @lone_people: whether people without a company are taken in
 * @rejects_path: (nullable): where the rejected rows go
 * @session: (owned) (nullable): the list, once it is open
 * @options: (owned): how it is imported
 * @preview: (owned) (nullable): what would be done
 * @is_remembered: whether it is read as such a list was read before
 * @mapping_name: (owned) (nullable): the name of what it is read by
 *
 * What a person asked for, and what came of it.
 */
typedef struct
{
  const char         *path;
  const char         *sheet;
  char              **maps;
  char              **values;
  char              **policies;
  char              **decisions;
  const char         *match;
  const char         *mapping;
  const char         *source;
  const char         *rejects_path;
  QuadImportAs        as;
  QuadCliFormat       format;
  gboolean            recut;
  gboolean            lone_people;
  gboolean            dry_run;

  QuadImportSession  *session;
  QuadImportOptions  *options;
  QuadImportPreview  *preview;
  QuadImportResult    result;
  gboolean            is_remembered;
  char               *mapping_name;
} QuadCliImport;

void quad_cli_import_print (const QuadCliImport *import,
                            QuadBook            *book);

G_END_DECLS
