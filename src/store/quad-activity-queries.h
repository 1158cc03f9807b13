/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quad-activity.h"
#include "quad-database.h"

G_BEGIN_DECLS

GHashTable *quad_activity_load (QuadDatabase  *database,
                                QuadDate       today,
                                QuadDate       since,
                                GError       **error);

G_END_DECLS
