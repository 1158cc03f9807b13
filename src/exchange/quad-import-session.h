/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quad-account.h"
#include "quad-file-kind.h"
#include "quad-import-source.h"

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
 * QuadImportColumn:
 * @name: header as it stands in the file
 * @target: name of the account field ("revenue") or contact field ("contact-name") it goes to, or
 *   %NULL when it is left out
 */
typedef struct
{
  const char *name;
  const char *target;
} QuadImportColumn;

/**
 * QuadImportReject:
 * @row: row in the file, from 1, as a spreadsheet counts
 * @column: header of the column at fault, or %NULL for the whole row
 * @value: what stood there
 * @reason: a translated sentence
 */
typedef struct
{
  guint  row;
  char  *column;
  char  *value;
  char  *reason;
} QuadImportReject;

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
void                    quad_import_session_set_as               (QuadImportSession  *self,
                                                                  QuadImportAs        as);
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
guint                   quad_import_session_get_n_rejected       (QuadImportSession  *self);
GPtrArray              *quad_import_session_get_rejects          (QuadImportSession  *self);
gboolean                quad_import_session_write_rejects        (QuadImportSession  *self,
                                                                  const char         *path,
                                                                  GError            **error);

G_END_DECLS
