/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "quad-date.h"

G_BEGIN_DECLS

/**
 * QuadDayFunc:
 *
 * Returns: the day that it is now
 */
typedef QuadDate (*QuadDayFunc) (void);

/**
 * QuadDayWatch:
 *
 * Notices that another day has begun: at midnight, after the machine slept, when the clock is put
 * right or the time zone changes. Emits #QuadDayWatch::changed then.
 */
#define QUAD_TYPE_DAY_WATCH (quad_day_watch_get_type ())
G_DECLARE_FINAL_TYPE (QuadDayWatch, quad_day_watch, QUAD, DAY_WATCH, GObject)

QuadDayWatch *quad_day_watch_new   (QuadDayFunc   get_day);
void          quad_day_watch_check (QuadDayWatch *self);

G_END_DECLS
