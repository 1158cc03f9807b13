/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "quad-account.h"
#include "quad-names.h"

G_BEGIN_DECLS

gboolean quad_export_xlsx (GListModel          *accounts,
                           const QuadCurrency  *currency,
                           GPtrArray           *columns,
                           const QuadNames     *names,
                           const char          *path,
                           GCancellable        *cancellable,
                           GError             **error);

G_END_DECLS
