/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quad-item.h"

G_BEGIN_DECLS

/**
 * QuadTouchField:
 *
 * The fields of a logged touch, in the order of quad_touch_schema and of the table's columns.
 */
typedef enum
{
  QUAD_TOUCH_ACCOUNT_ID,
  QUAD_TOUCH_CONTACT_ID,        /* 0 when no one person */
  QUAD_TOUCH_KIND,              /* QuadTouchKind */
  QUAD_TOUCH_DAY,               /* when it happened */
  QUAD_TOUCH_MINUTES,
  QUAD_TOUCH_NOTE,
  QUAD_TOUCH_LOGGED_AT,         /* when it was written down */
} QuadTouchField;

#define QUAD_N_TOUCH_FIELDS (QUAD_TOUCH_LOGGED_AT + 1)

extern const QuadSchema quad_touch_schema;

#define QUAD_TYPE_TOUCH (quad_touch_get_type ())
G_DECLARE_FINAL_TYPE (QuadTouch, quad_touch, QUAD, TOUCH, QuadItem)

QuadTouch     *quad_touch_new            (gint64      id,
                                          QuadRecord *values);
gint64         quad_touch_get_account_id (QuadTouch  *self);
QuadTouchKind  quad_touch_get_kind       (QuadTouch  *self);
QuadDate       quad_touch_get_day        (QuadTouch  *self);
guint          quad_touch_get_minutes    (QuadTouch  *self);

G_END_DECLS
