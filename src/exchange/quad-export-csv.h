/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "quad-account.h"

G_BEGIN_DECLS

char     *quad_export_csv_to_text (GListModel         *accounts,
                                   const QuadCurrency *currency);
gboolean  quad_export_csv         (GListModel         *accounts,
                                   const QuadCurrency *currency,
                                   const char         *path,
                                   GError            **error);

G_END_DECLS
