/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "quad-account.h"

G_BEGIN_DECLS

/**
 * QuadExportCsvOptions:
 * @separator: between the fields
 * @byte_order_mark: at the beginning, for spreadsheets that do not know UTF-8 without it
 * @columns: (nullable) (element-type QuadExportColumn): what is written, %NULL for all
 */
typedef struct
{
  char       separator;
  gboolean   byte_order_mark;
  GPtrArray *columns;
} QuadExportCsvOptions;

char     *quad_export_csv_to_text             (GListModel                  *accounts,
                                               const QuadCurrency          *currency,
                                               const QuadExportCsvOptions  *options);
gboolean  quad_export_csv                     (GListModel                  *accounts,
                                               const QuadCurrency          *currency,
                                               const QuadExportCsvOptions  *options,
                                               const char                  *path,
                                               GCancellable                *cancellable,
                                               GError                     **error);
char      quad_export_csv_get_local_separator (void);

G_END_DECLS
