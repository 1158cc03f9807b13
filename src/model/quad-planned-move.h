/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quad-item.h"

G_BEGIN_DECLS

/**
 * QuadPlannedMoveField:
 *
 * The fields of a planned move, in the order of quad_planned_move_schema and of the table's
 * columns.
 */
typedef enum
{
  QUAD_PLANNED_MOVE_ACCOUNT_ID,
  QUAD_PLANNED_MOVE_TIER,               /* QuadTier that it is to be in; never the one it is in */
  QUAD_PLANNED_MOVE_BY_DATE,
  QUAD_PLANNED_MOVE_WHY,
  QUAD_PLANNED_MOVE_EXPECTED_REVENUE,   /* a year, once it is there */
  QUAD_PLANNED_MOVE_CREATED_AT,
  QUAD_PLANNED_MOVE_CHANGED_AT,
} QuadPlannedMoveField;

#define QUAD_N_PLANNED_MOVE_FIELDS (QUAD_PLANNED_MOVE_CHANGED_AT + 1)

extern const QuadSchema quad_planned_move_schema;

#define QUAD_TYPE_PLANNED_MOVE (quad_planned_move_get_type ())
G_DECLARE_FINAL_TYPE (QuadPlannedMove, quad_planned_move, QUAD, PLANNED_MOVE, QuadItem)

QuadPlannedMove *quad_planned_move_new                  (gint64           id,
                                                         QuadRecord      *values);
gint64           quad_planned_move_get_id               (QuadPlannedMove *self);
gint64           quad_planned_move_get_account_id       (QuadPlannedMove *self);
QuadTier         quad_planned_move_get_tier             (QuadPlannedMove *self);
QuadDate         quad_planned_move_get_by_date          (QuadPlannedMove *self);
const char      *quad_planned_move_get_why              (QuadPlannedMove *self);
QuadMoney        quad_planned_move_get_expected_revenue (QuadPlannedMove *self);

int              quad_planned_move_compare              (QuadPlannedMove *a,
                                                         QuadPlannedMove *b);

G_END_DECLS
