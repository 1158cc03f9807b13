/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quad-edit-dialog.h"
#include "quad-plan.h"

G_BEGIN_DECLS

/**
 * QuadPlanDialog:
 *
 * By when a planned move is to be made, why, and what it is to bring. Saved as one operation. Emits
 * #QuadPlanDialog::saved.
 */
#define QUAD_TYPE_PLAN_DIALOG (quad_plan_dialog_get_type ())
G_DECLARE_FINAL_TYPE (QuadPlanDialog, quad_plan_dialog, QUAD, PLAN_DIALOG, QuadEditDialog)

GtkWindow *quad_plan_dialog_new (GtkWindow       *parent,
                                 QuadBook        *book,
                                 QuadPlannedMove *move);

G_END_DECLS
