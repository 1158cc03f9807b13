/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "quad-plan.h"

G_BEGIN_DECLS

/**
 * QuadPlanRow:
 *
 * One planned move in a list: whose, from where to where, by when, why, what it is to bring, and
 * the buttons that make it or give it up.
 */
#define QUAD_TYPE_PLAN_ROW (quad_plan_row_get_type ())
G_DECLARE_FINAL_TYPE (QuadPlanRow, quad_plan_row, QUAD, PLAN_ROW, GtkListBoxRow)

GtkWidget *quad_plan_row_new          (void);
void       quad_plan_row_show         (QuadPlanRow     *self,
                                       QuadBook        *book,
                                       QuadPlannedMove *move,
                                       guint            position);
gint64     quad_plan_row_get_account  (QuadPlanRow     *self);
guint      quad_plan_row_get_position (QuadPlanRow     *self);

char      *quad_plan_join_numbers     (const char      *now,
                                       const char      *planned);
char      *quad_plan_join_words       (const char      *now,
                                       const char      *planned);

G_END_DECLS
