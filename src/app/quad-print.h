/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "quad-book.h"
#include "quad-chart-page.h"
#include "quad-lens.h"

G_BEGIN_DECLS

GtkPrintOperation *quad_print_operation_new (QuadBook           *book,
                                             GSettings          *settings);
gboolean           quad_print_export        (QuadBook           *book,
                                             QuadLens            lens,
                                             const char         *path,
                                             QuadExportFormat    format,
                                             GError            **error);
GdkTexture        *quad_print_to_texture    (QuadBook           *book,
                                             QuadLens            lens,
                                             GError            **error);

G_END_DECLS
