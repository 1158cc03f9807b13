/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "quad-book-duplicates.h"

G_BEGIN_DECLS

/**
 * QuadDuplicatesFound:
 * @pairs: (transfer full) (nullable) (element-type QuadDuplicate): what was found; %NULL with
 *   @error
 * @error: (nullable): why nothing can be found, also %G_IO_ERROR_CANCELLED
 */
typedef void (*QuadDuplicatesFound) (GtkWindow    *window,
                                     GPtrArray    *pairs,
                                     const GError *error);

void quad_duplicates_search (GtkWindow           *window,
                             QuadBook            *book,
                             QuadDuplicatesFound  found);

G_END_DECLS
