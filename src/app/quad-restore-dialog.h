/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "quad-date.h"

G_BEGIN_DECLS

/**
 * QuadRestoreDialog:
 *
 * Asks which copy of a book is to be put in its place: one of the daily ones, or another file. The
 * signal "restore" has the path of a daily copy; "other" says that a file is to be chosen.
 */
#define QUAD_TYPE_RESTORE_DIALOG (quad_restore_dialog_get_type ())
G_DECLARE_FINAL_TYPE (QuadRestoreDialog, quad_restore_dialog, QUAD, RESTORE_DIALOG,
                      AdwMessageDialog)

GtkWindow *quad_restore_dialog_new (GtkWindow  *parent,
                                    const char *book_path,
                                    QuadDate    today);

G_END_DECLS
