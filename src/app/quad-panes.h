/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * QuadPanes:
 *
 * List, chart and panel beside each other. Where there is no room for all the panel first, then the
 * list folds away: they then lie over the chart when they are called. The only place that knows
 * AdwFlap.
 */
#define QUAD_TYPE_PANES (quad_panes_get_type ())
G_DECLARE_FINAL_TYPE (QuadPanes, quad_panes, QUAD, PANES, GtkWidget)

void     quad_panes_set_list       (QuadPanes *self,
                                    GtkWidget *list);
void     quad_panes_set_content    (QuadPanes *self,
                                    GtkWidget *content);
void     quad_panes_set_panel      (QuadPanes *self,
                                    GtkWidget *panel);
gboolean quad_panes_get_show_list  (QuadPanes *self);
void     quad_panes_set_show_list  (QuadPanes *self,
                                    gboolean   show_list);
gboolean quad_panes_get_show_panel (QuadPanes *self);
void     quad_panes_set_show_panel (QuadPanes *self,
                                    gboolean   show_panel);
gboolean quad_panes_has_room       (QuadPanes *self);
gboolean quad_panes_is_narrow      (QuadPanes *self);
void     quad_panes_expect_width   (QuadPanes *self,
                                    int        width);

G_END_DECLS
