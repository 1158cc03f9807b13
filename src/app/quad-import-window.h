/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

typedef struct _QuadImportDraft QuadImportDraft;

/**
 * QuadImportWindow:
 *
 * Brings a list into a book in five steps: how it is written, what its columns are, which accounts
 * its rows are, what that would do, and what it did. Until the last step nothing is written;
 * closing cancels whatever goes on. Emits "imported" at the end when the list is in the book, and
 * "show-new" when its new accounts are asked for.
 */
#define QUAD_TYPE_IMPORT_WINDOW (quad_import_window_get_type ())
G_DECLARE_FINAL_TYPE (QuadImportWindow, quad_import_window, QUAD, IMPORT_WINDOW, AdwWindow)

GtkWindow *quad_import_window_new (GtkWindow       *parent,
                                   QuadImportDraft *draft);

G_END_DECLS
