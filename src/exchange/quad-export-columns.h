/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quad-account.h"

G_BEGIN_DECLS

/* In place of a field: the currency of the amounts. */
#define QUAD_EXPORT_CURRENCY QUAD_N_ACCOUNT_FIELDS

/**
 * QuadExportColumn:
 * @name: in the header row; for programs, so it is never translated, and the import knows it
 * @nick: on the command line and in settings
 * @field: a #QuadAccountField, or %QUAD_EXPORT_CURRENCY
 *
 * A column of the list in a file.
 */
typedef struct
{
  const char *name;
  const char *nick;
  guint       field;
} QuadExportColumn;

const QuadExportColumn *quad_export_get_columns        (guint                   *n_columns);
const char             *quad_export_column_get_label   (const QuadExportColumn  *column);
char                   *quad_export_column_format      (const QuadExportColumn  *column,
                                                        QuadAccount             *account,
                                                        const QuadCurrency      *currency);
GPtrArray              *quad_export_columns_parse      (const char              *text,
                                                        GError                 **error);
GPtrArray              *quad_export_columns_from_nicks (const char *const       *nicks);
GPtrArray              *quad_export_columns_new_all    (void);

G_END_DECLS
