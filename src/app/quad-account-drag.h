/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "quad-account-selection.h"

G_BEGIN_DECLS

void quad_account_drag_attach (GtkWidget            *cell,
                               QuadAccountSelection *selection);

G_END_DECLS
