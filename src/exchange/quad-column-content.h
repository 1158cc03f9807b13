/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quad-column-map.h"

G_BEGIN_DECLS

void quad_column_content_guess (QuadColumnMap     *map,
                                const char *const *headers,
                                guint              n_headers,
                                GPtrArray         *rows);

G_END_DECLS
