/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "quad-book.h"

G_BEGIN_DECLS

GtkPrintOperation *quad_print_operation_new (QuadBook           *book,
                                             GSettings          *settings);
gboolean           quad_print_export        (QuadBook           *book,
                                             GListModel         *accounts,
                                             const char         *path,
                                             GError            **error);

G_END_DECLS
