/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "quad-date.h"

G_BEGIN_DECLS

/**
 * QuadReasonDialog:
 *
 * Asks why, never insists, and asks for a day where one belongs to it. Enter takes what was
 * written, Shift+Enter begins another line. Emits #QuadReasonDialog::answered, unless it is
 * cancelled.
 */
#define QUAD_TYPE_REASON_DIALOG (quad_reason_dialog_get_type ())
G_DECLARE_FINAL_TYPE (QuadReasonDialog, quad_reason_dialog, QUAD, REASON_DIALOG, AdwMessageDialog)

GtkWindow *quad_reason_dialog_new        (GtkWidget        *parent,
                                          const char       *heading,
                                          const char       *body,
                                          const char       *accept_label);
void       quad_reason_dialog_set_reason (QuadReasonDialog *self,
                                          const char       *reason);
void       quad_reason_dialog_set_day    (QuadReasonDialog *self,
                                          const char       *label,
                                          QuadDate          day,
                                          QuadDate          today);

G_END_DECLS
