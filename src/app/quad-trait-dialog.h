/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quad-edit-dialog.h"
#include "quad-playbook.h"

G_BEGIN_DECLS

/**
 * QuadTraitDialog:
 *
 * One trait to be filled in, new or not: its text and weight, and how it is answered, by hand or by
 * a rule over the facts of an account. Saved as one operation.
 */
#define QUAD_TYPE_TRAIT_DIALOG (quad_trait_dialog_get_type ())
G_DECLARE_FINAL_TYPE (QuadTraitDialog, quad_trait_dialog, QUAD, TRAIT_DIALOG, QuadEditDialog)

GtkWindow *quad_trait_dialog_new (GtkWindow *parent,
                                  QuadBook  *book,
                                  QuadOwner  owner,
                                  QuadTrait *trait);

G_END_DECLS
