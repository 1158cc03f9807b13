/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "quad-account-selection.h"
#include "quad-account-view.h"
#include "quad-book.h"
#include "quad-chart-painter.h"

G_BEGIN_DECLS

/**
 * QuadChartView:
 *
 * The chart on screen: paints through #QuadChartPainter, caches each box, and lays a focusable,
 * accessible child widget over each visible card. A drop or a key first makes what it moves the
 * selection and then activates the window's action "win.move-to" with the tier's nick; "+N more"
 * activates "win.show-tier" with it, Enter on a card "win.open-account", the menu key
 * "win.account-menu". Drags, both ways, carry a G_TYPE_PTR_ARRAY of #QuadAccount.
 */
#define QUAD_TYPE_CHART_VIEW (quad_chart_view_get_type ())
G_DECLARE_FINAL_TYPE (QuadChartView, quad_chart_view, QUAD, CHART_VIEW, GtkWidget)

/* How long the pointer stays before what is under it counts as looked at. */
#define QUAD_POINTED_REST_MS 150

GtkWidget *quad_chart_view_new           (void);
void       quad_chart_view_set_book      (QuadChartView        *self,
                                          QuadBook             *book);
void       quad_chart_view_set_selection (QuadChartView        *self,
                                          QuadAccountSelection *selection);
void       quad_chart_view_set_lens      (QuadChartView        *self,
                                          QuadLens              lens);
void       quad_chart_view_set_mode      (QuadChartView        *self,
                                          QuadChartMode         mode);
void       quad_chart_view_set_show      (QuadChartView        *self,
                                          guint                 show);
void       quad_chart_view_set_color_by  (QuadChartView        *self,
                                          QuadColorBy           color_by);
void       quad_chart_view_set_planning  (QuadChartView        *self,
                                          gboolean              planning);
void       quad_chart_view_set_touch     (QuadChartView        *self,
                                          gboolean              touch);
int        quad_chart_view_measure_legend (QuadChartView       *self,
                                          int                   width);
void       quad_chart_view_draw_legend   (QuadChartView        *self,
                                          cairo_t              *cr,
                                          int                   width,
                                          int                   height);
void       quad_chart_view_set_filter    (QuadChartView        *self,
                                          QuadAccountView      *filter);
void       quad_chart_view_set_menu      (QuadChartView        *self,
                                          GMenuModel           *menu);

G_END_DECLS
