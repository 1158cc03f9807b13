/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quad-owner.h"
#include "quad-table.h"

G_BEGIN_DECLS

/* What is asked of steps and touches beyond single rows and those of one account. "Untouched" steps
 * are open and as their play says. */

/**
 * QuadStepScanFunc:
 * @id: of the step
 * @account: whose it is
 * @due: when, or %QUAD_DATE_NONE
 *
 * Returns: whether more are wanted
 */
typedef gboolean (*QuadStepScanFunc) (gint64    id,
                                      gint64    account,
                                      QuadDate  due,
                                      gpointer  user_data);

gboolean    quad_steps_scan_open            (QuadDatabase      *database,
                                             QuadDate           until,
                                             QuadStepScanFunc   func,
                                             gpointer           user_data,
                                             GError           **error);
gboolean    quad_steps_load_open            (QuadDatabase  *database,
                                             QuadDate       until,
                                             QuadRowFunc    func,
                                             gpointer       user_data,
                                             GError       **error);
gboolean    quad_steps_load_untouched       (QuadDatabase  *database,
                                             gint64         play,
                                             QuadRowFunc    func,
                                             gpointer       user_data,
                                             GError       **error);
gboolean    quad_steps_load_last_closed     (QuadDatabase  *database,
                                             gint64         account,
                                             gint64         play,
                                             QuadRowFunc    func,
                                             gpointer       user_data,
                                             GError       **error);
gboolean    quad_steps_remove_of_owner      (QuadDatabase  *database,
                                             gint64         account,
                                             QuadOwner      owner,
                                             GError       **error);
gboolean    quad_steps_remove_of_play       (QuadDatabase  *database,
                                             gint64         play,
                                             GError       **error);
gboolean    quad_steps_count_due            (QuadDatabase  *database,
                                             QuadDate       from,
                                             QuadDate       until,
                                             guint         *steps,
                                             GError       **error);
gboolean    quad_steps_count_untouched      (QuadDatabase  *database,
                                             gint64         play,
                                             guint         *accounts,
                                             guint         *steps,
                                             GError       **error);
gboolean    quad_steps_count_behind         (QuadDatabase  *database,
                                             gint64         play,
                                             QuadDate       today,
                                             guint         *accounts,
                                             GError       **error);
GHashTable *quad_touches_load_last_days     (QuadDatabase  *database,
                                             GError       **error);

G_END_DECLS
