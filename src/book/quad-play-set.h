/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quad-item-list.h"
#include "quad-owner.h"

G_BEGIN_DECLS

/**
 * QuadPlaySetRow:
 * @id: of the play
 * @values: (owned): all its values
 */
typedef struct
{
  gint64      id;
  QuadRecord *values;
} QuadPlaySetRow;

/**
 * QuadPlaySet:
 *
 * The plays that make steps, by owner and in their order, as they are at one moment. It never
 * changes, so that the thread of an import can read it.
 */
typedef struct _QuadPlaySet QuadPlaySet;

QuadPlaySet          *quad_play_set_new   (QuadItemList      *plays);
void                  quad_play_set_free  (QuadPlaySet       *self);
const QuadPlaySetRow *quad_play_set_get   (const QuadPlaySet *self,
                                           QuadOwner          owner,
                                           guint             *n_plays);
const QuadRecord     *quad_play_set_find  (const QuadPlaySet *self,
                                           gint64             id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuadPlaySet, quad_play_set_free)

G_END_DECLS
