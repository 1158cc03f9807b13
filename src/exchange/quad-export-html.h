/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "quad-account.h"

G_BEGIN_DECLS

char *quad_export_html_to_text (GListModel         *accounts,
                                const QuadCurrency *currency,
                                GPtrArray          *columns);

G_END_DECLS
