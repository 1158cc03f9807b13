/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

typedef enum
{
  QUAD_EXPORT_KIND_CHART,
  QUAD_EXPORT_KIND_LIST,
  QUAD_EXPORT_KIND_CALENDAR,
  QUAD_EXPORT_KIND_BOOK,
} QuadExportKind;

#define QUAD_N_EXPORT_KINDS (QUAD_EXPORT_KIND_BOOK + 1)

/**
 * QuadExportDialog:
 *
 * Asks what is to be exported, and which columns of a list. Emits #QuadExportDialog::chosen.
 */
#define QUAD_TYPE_EXPORT_DIALOG (quad_export_dialog_get_type ())
G_DECLARE_FINAL_TYPE (QuadExportDialog, quad_export_dialog, QUAD, EXPORT_DIALOG, AdwWindow)

GtkWindow *quad_export_dialog_new (GtkWindow *parent,
                                   guint      n_shown,
                                   GPtrArray *columns);

G_END_DECLS
