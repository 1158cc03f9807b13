/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "quad-account-selection.h"
#include "quad-book.h"

G_BEGIN_DECLS

/**
 * QuadWindow:
 *
 * The one window: header bar, account list, chart and panel of one book; or, in place of these,
 * a welcome while the book is empty, or what is wrong with a book that cannot be opened.
 */
#define QUAD_TYPE_WINDOW (quad_window_get_type ())
G_DECLARE_FINAL_TYPE (QuadWindow, quad_window, QUAD, WINDOW, AdwApplicationWindow)

QuadWindow           *quad_window_new           (GtkApplication *application);
gboolean              quad_window_open_book     (QuadWindow     *self,
                                                 const char     *path,
                                                 QuadBookFlags   flags);
gboolean              quad_window_close_book    (QuadWindow     *self);
QuadBook             *quad_window_get_book      (QuadWindow     *self);
QuadAccountSelection *quad_window_get_selection (QuadWindow     *self);
gboolean              quad_window_get_planning  (QuadWindow     *self);
void                  quad_window_open_file     (QuadWindow     *self,
                                                 GFile          *file);

G_END_DECLS
