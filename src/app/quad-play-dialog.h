/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quad-edit-dialog.h"
#include "quad-playbook.h"

G_BEGIN_DECLS

/**
 * QuadPlayDialog:
 *
 * One play to be filled in, new or not: what is to be done, when, and how often. Says before it
 * saves which steps of which accounts that touches. Saved as one operation.
 */
#define QUAD_TYPE_PLAY_DIALOG (quad_play_dialog_get_type ())
G_DECLARE_FINAL_TYPE (QuadPlayDialog, quad_play_dialog, QUAD, PLAY_DIALOG, QuadEditDialog)

GtkWindow *quad_play_dialog_new (GtkWindow *parent,
                                 QuadBook  *book,
                                 QuadOwner  owner,
                                 QuadPlay  *play);

G_END_DECLS
