/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quad-database.h"
#include "quad-enums.h"

G_BEGIN_DECLS

/* What is asked of planned moves beyond single rows and those of one account. */

gboolean quad_plan_remove_reached     (QuadDatabase  *database,
                                       gint64         account,
                                       QuadTier       tier,
                                       GError       **error);
gboolean quad_plan_remove_all_reached (QuadDatabase  *database,
                                       GError       **error);

G_END_DECLS
