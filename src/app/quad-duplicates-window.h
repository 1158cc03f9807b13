/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "quad-book-duplicates.h"

G_BEGIN_DECLS

/**
 * QuadDuplicatesWindow:
 *
 * Accounts that are probably in the book twice, two by two, to be merged or kept apart; or two that
 * a person chose. Emits "merged" and closes after two that were chosen.
 */
#define QUAD_TYPE_DUPLICATES_WINDOW (quad_duplicates_window_get_type ())
G_DECLARE_FINAL_TYPE (QuadDuplicatesWindow, quad_duplicates_window, QUAD, DUPLICATES_WINDOW,
                      AdwWindow)

GtkWindow *quad_duplicates_window_new       (GtkWindow   *parent,
                                             QuadBook    *book,
                                             GPtrArray   *pairs);
GtkWindow *quad_duplicates_window_new_for   (GtkWindow   *parent,
                                             QuadBook    *book,
                                             QuadAccount *account,
                                             QuadAccount *other);

G_END_DECLS
