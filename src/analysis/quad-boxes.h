/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quad-figures.h"
#include "quad-lens.h"

G_BEGIN_DECLS

/**
 * QuadBoxes:
 *
 * The accounts of each chart box in the order of quad_account_compare(), kept up to date as the
 * list changes at a cost that does not grow with the book: the chart, the report and the figures of
 * the headers read it. Emits #QuadBoxes::changed with a bit mask of the boxes that changed.
 *
 * A box is a #QuadBox; in the lens of the tiers, in which new boxes are, a #QuadTier will do.
 */
#define QUAD_TYPE_BOXES (quad_boxes_get_type ())
G_DECLARE_FINAL_TYPE (QuadBoxes, quad_boxes, QUAD, BOXES, GObject)

QuadBoxes             *quad_boxes_new           (QuadItemList *accounts);
QuadLens               quad_boxes_get_lens      (QuadBoxes    *self);
void                   quad_boxes_set_lens      (QuadBoxes    *self,
                                                 QuadLens      lens);
guint                  quad_boxes_get_n         (QuadBoxes    *self,
                                                 guint         box);
guint                  quad_boxes_peek          (QuadBoxes    *self,
                                                 guint         box,
                                                 guint         first,
                                                 guint         n,
                                                 QuadAccount **accounts);
gboolean               quad_boxes_get_rank      (QuadBoxes    *self,
                                                 QuadAccount  *account,
                                                 guint        *box,
                                                 guint        *rank);
const QuadTierFigures *quad_boxes_get_figures   (QuadBoxes    *self,
                                                 guint         box);
void                   quad_boxes_get_planned_figures (QuadBoxes       *self,
                                                       QuadItemList    *plan,
                                                       QuadTierFigures *figures);

G_END_DECLS
