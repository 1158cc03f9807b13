/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "quad-book.h"

G_BEGIN_DECLS

/**
 * QuadImportDialog:
 *
 * Reads a list file, says what was found in it, and imports it. Emits
 * #QuadImportDialog::imported.
 */
#define QUAD_TYPE_IMPORT_DIALOG (quad_import_dialog_get_type ())
G_DECLARE_FINAL_TYPE (QuadImportDialog, quad_import_dialog, QUAD, IMPORT_DIALOG, AdwWindow)

GtkWindow *quad_import_dialog_new (GtkWindow  *parent,
                                   QuadBook   *book,
                                   const char *path);

G_END_DECLS
