/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void quad_dialog_fit_parent (GtkWindow    *dialog,
                             GtkWindow    *parent);
void quad_dialog_show_error (GtkWidget    *parent,
                             const char   *heading,
                             const GError *error);

G_END_DECLS
