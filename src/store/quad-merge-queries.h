/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quad-database.h"

G_BEGIN_DECLS

gboolean quad_merge_move_rows  (QuadDatabase  *database,
                                gint64         from,
                                gint64         to,
                                GError       **error);
gboolean quad_merge_move_talks (QuadDatabase  *database,
                                gint64         from,
                                gint64         to,
                                GError       **error);

G_END_DECLS
