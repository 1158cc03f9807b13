/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quad-account-writer.h"

G_BEGIN_DECLS

gboolean quad_merge_children_move (const QuadAccountWriter  *writer,
                                   gint64                    from,
                                   gint64                    to,
                                   GError                  **error);

G_END_DECLS
