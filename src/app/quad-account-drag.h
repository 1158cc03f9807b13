/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "quad-account-selection.h"
#include "quad-book.h"

G_BEGIN_DECLS

void       quad_account_drag_attach  (GtkWidget            *cell,
                                      QuadAccountSelection *selection);
GPtrArray *quad_account_drag_collect (GPtrArray            *accounts,
                                      QuadBook             *book);

G_END_DECLS
