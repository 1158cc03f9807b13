/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quad-lens.h"

G_BEGIN_DECLS

void  quad_drop_find_target (QuadLens         lens,
                             guint            box,
                             QuadTier         from,
                             QuadProfile      had,
                             QuadTier        *tier,
                             QuadProfile     *profile);
void  quad_drop_get_target  (QuadLens         lens,
                             guint            box,
                             QuadAccount     *account,
                             QuadTier        *tier,
                             QuadProfile     *profile);
char *quad_drop_describe    (QuadLens         lens,
                             guint            box,
                             GPtrArray       *accounts,
                             const QuadNames *names);

G_END_DECLS
