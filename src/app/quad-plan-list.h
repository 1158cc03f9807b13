/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "quad-plan.h"

G_BEGIN_DECLS

/**
 * QuadPlanList:
 *
 * The plan beside the chart: what it does to every tier and to the cut-off, now and planned, and
 * the planned moves, what is to be done first at the top. Names actions of the window:
 * win.edit-plan, win.apply-plan and win.discard-plan take the id of an account, 0 for the whole
 * plan.
 */
#define QUAD_TYPE_PLAN_LIST (quad_plan_list_get_type ())
G_DECLARE_FINAL_TYPE (QuadPlanList, quad_plan_list, QUAD, PLAN_LIST, GtkWidget)

GtkWidget *quad_plan_list_new      (void);
void       quad_plan_list_set_book (QuadPlanList *self,
                                    QuadBook     *book);

G_END_DECLS
