/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "quad-steps.h"

G_BEGIN_DECLS

/**
 * QuadStepRow:
 *
 * One step of an account: ticked with one press, everything else in its menu. What was done or
 * skipped is opened again by the same press.
 */
#define QUAD_TYPE_STEP_ROW (quad_step_row_get_type ())
G_DECLARE_FINAL_TYPE (QuadStepRow, quad_step_row, QUAD, STEP_ROW, GtkWidget)

GtkWidget *quad_step_row_new  (void);
void       quad_step_row_show (QuadStepRow *self,
                               QuadBook    *book,
                               QuadStep    *step);

G_END_DECLS
