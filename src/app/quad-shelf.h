/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "quad-account-selection.h"
#include "quad-book.h"

G_BEGIN_DECLS

/**
 * QuadShelf:
 *
 * Under the chart: the clients that are to be let go, and the accounts that are parked. Each half
 * opens to its accounts and takes what is dragged there. Emits #QuadShelf::pointed.
 */
#define QUAD_TYPE_SHELF (quad_shelf_get_type ())
G_DECLARE_FINAL_TYPE (QuadShelf, quad_shelf, QUAD, SHELF, GtkWidget)

GtkWidget *quad_shelf_new           (void);
void       quad_shelf_set_selection (QuadShelf            *self,
                                     QuadAccountSelection *selection);
void       quad_shelf_set_book      (QuadShelf            *self,
                                     QuadBook             *book);
void       quad_shelf_set_narrow    (QuadShelf            *self,
                                     gboolean              narrow);

G_END_DECLS
