/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quad-book.h"
#include "quad-edit-dialog.h"

G_BEGIN_DECLS

/**
 * QuadAccountDialog:
 *
 * The fields of an account to be filled in: of a new one, of one that exists, or, for what a move
 * left open, a few fields of several. Saved as one operation. Emits #QuadAccountDialog::saved.
 */
#define QUAD_TYPE_ACCOUNT_DIALOG (quad_account_dialog_get_type ())
G_DECLARE_FINAL_TYPE (QuadAccountDialog, quad_account_dialog, QUAD, ACCOUNT_DIALOG, QuadEditDialog)

GtkWindow *quad_account_dialog_new_create  (GtkWindow              *parent,
                                            QuadBook               *book);
GtkWindow *quad_account_dialog_new_edit    (GtkWindow              *parent,
                                            QuadBook               *book,
                                            QuadAccount            *account);
GtkWindow *quad_account_dialog_new_details (GtkWindow              *parent,
                                            QuadBook               *book,
                                            GPtrArray              *accounts,
                                            const char             *title,
                                            const QuadAccountField *fields,
                                            guint                   n_fields);

G_END_DECLS
