/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "quad-steps.h"

G_BEGIN_DECLS

/* Dialogs about one step, or about a touch. Each saves as one operation of the book. */
GtkWindow *quad_step_dialog_new_add    (GtkWidget *parent,
                                        QuadBook  *book,
                                        GPtrArray *accounts);
GtkWindow *quad_step_dialog_new_edit   (GtkWidget *parent,
                                        QuadBook  *book,
                                        QuadStep  *step);
GtkWindow *quad_step_dialog_new_redate (GtkWidget *parent,
                                        QuadBook  *book,
                                        QuadStep  *step);
GtkWindow *quad_step_dialog_new_done   (GtkWidget *parent,
                                        QuadBook  *book,
                                        QuadStep  *step);
GtkWindow *quad_step_dialog_new_skip   (GtkWidget *parent,
                                        QuadBook  *book,
                                        QuadStep  *step);
GtkWindow *quad_touch_dialog_new_edit  (GtkWidget *parent,
                                        QuadBook  *book,
                                        QuadTouch *touch);

G_END_DECLS
