/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quad-item-list.h"
#include "quad-names.h"
#include "quad-palette.h"
#include "quad-account.h"

G_BEGIN_DECLS

/**
 * QuadColorBy:
 *
 * What the colours of accounts stand for.
 */
typedef enum
{
  QUAD_COLOR_BY_PROFILE,
  QUAD_COLOR_BY_VERTICAL,
  QUAD_COLOR_BY_REGION,
  QUAD_COLOR_BY_SOURCE,
} QuadColorBy;

#define QUAD_N_COLOR_BY (QUAD_COLOR_BY_SOURCE + 1)

/**
 * QuadColoring:
 *
 * Which colour an account has. By profile, its own; by any other field the most frequent values
 * have a colour each, the others share one, and accounts without a value have another. Never
 * changes: make a new one when the accounts changed.
 */
typedef struct _QuadColoring QuadColoring;

QuadColoring    *quad_coloring_new       (QuadItemList       *accounts,
                                          QuadColorBy         by,
                                          const QuadNames    *names);
QuadColoring    *quad_coloring_ref       (QuadColoring       *self);
void             quad_coloring_unref     (QuadColoring       *self);
QuadColorBy      quad_coloring_get_by    (const QuadColoring *self);
guint            quad_coloring_get_n     (const QuadColoring *self);
const char      *quad_coloring_get_label (const QuadColoring *self,
                                          guint               entry);
guint            quad_coloring_get_count (const QuadColoring *self,
                                          guint               entry);
guint            quad_coloring_find      (const QuadColoring *self,
                                          QuadAccount        *account);
const QuadColor *quad_coloring_get_color (const QuadColoring *self,
                                          const QuadPalette  *palette,
                                          guint               entry);

const char      *quad_color_by_get_label (QuadColorBy         by);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuadColoring, quad_coloring_unref)

G_END_DECLS
