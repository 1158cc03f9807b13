/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "quad-book-duplicates.h"

G_BEGIN_DECLS

/**
 * QuadMergeView:
 *
 * Two accounts side by side: what belongs to each, and for every field in which they differ the
 * choice where it comes from. A button activates "duplicates.swap", so that the other one stays.
 */
#define QUAD_TYPE_MERGE_VIEW (quad_merge_view_get_type ())
G_DECLARE_FINAL_TYPE (QuadMergeView, quad_merge_view, QUAD, MERGE_VIEW, GtkWidget)

void                   quad_merge_view_show        (QuadMergeView       *self,
                                                    QuadBook            *book,
                                                    const QuadDuplicate *pair);
const QuadMergeChoice *quad_merge_view_get_choices (QuadMergeView       *self);

G_END_DECLS
