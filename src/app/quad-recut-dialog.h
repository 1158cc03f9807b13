/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "quad-book.h"

G_BEGIN_DECLS

/**
 * QuadRecutDialog:
 *
 * Sets the rule of the key cut-off, shows which clients it moves, and applies it. Emits
 * #QuadRecutDialog::done.
 */
#define QUAD_TYPE_RECUT_DIALOG (quad_recut_dialog_get_type ())
G_DECLARE_FINAL_TYPE (QuadRecutDialog, quad_recut_dialog, QUAD, RECUT_DIALOG, AdwWindow)

GtkWindow *quad_recut_dialog_new (GtkWindow *parent,
                                  QuadBook  *book);

G_END_DECLS
