/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quad-database.h"
#include "quad-date.h"
#include "quad-money.h"

G_BEGIN_DECLS

gboolean quad_review_write     (QuadDatabase  *database,
                                QuadDate       held_on,
                                QuadMoney      cut_off,
                                gboolean       given,
                                gint64         now,
                                GError       **error);
gboolean quad_review_load_last (QuadDatabase  *database,
                                QuadDate      *held_on,
                                GError       **error);

G_END_DECLS
