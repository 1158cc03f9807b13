/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-chart-view"

#include "quad-chart-view-private.h"

#include <math.h>

/* Through which lens accounts are seen, in which mode, now or as planned, and the legend of it. */

/* Everything is somewhere else now. The layout is computed at once for what needs the new places,
 * with the height that it will get: the least that it asks for, or what is in sight when that is
 * more. */
static void
rearrange (QuadChartView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  int width = gtk_widget_get_width (widget);
  int height, seen = (int) (self->scene.visible_bottom - self->scene.visible_top);

  quad_chart_view_mark_all_stale (self);
  gtk_widget_queue_resize (widget);
  if (self->scene.boxes == NULL || self->scene.layout == NULL)
    return;

  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, width, &height, NULL, NULL, NULL);
  if (self->adjustment == NULL)
    seen = gtk_widget_get_height (widget);
  quad_chart_view_arrange (self, width, MAX (height, seen));
  quad_chart_view_schedule_update (self);
  quad_chart_view_begin_transition (self);
  quad_chart_view_notify_legend (self);
}

void
quad_chart_view_zoom_changed (QuadChartView *self)
{
  rearrange (self);
  g_object_notify (G_OBJECT (self), "zoomed");
}

/**
 * quad_chart_view_set_lens:
 * @lens: what the boxes stand for
 */
void
quad_chart_view_set_lens (QuadChartView *self,
                          QuadLens       lens)
{
  g_return_if_fail (QUAD_IS_CHART_VIEW (self));

  if (self->lens == lens)
    return;

  quad_chart_view_prepare_transition (self);
  self->lens = lens;
  if (self->zoomed_box == QUAD_BOX_STRIP && self->zoomed)
    {
      self->zoomed = FALSE;
      g_object_notify (G_OBJECT (self), "zoomed");
    }
  if (self->scene.boxes != NULL)
    quad_boxes_set_lens (self->scene.boxes, lens);
  quad_chart_view_update_plan (self);
  rearrange (self);
  quad_chart_view_look_at_first (self);
}

/**
 * quad_chart_view_set_mode:
 * @mode: cards or bubbles
 */
void
quad_chart_view_set_mode (QuadChartView *self,
                          QuadChartMode  mode)
{
  g_return_if_fail (QUAD_IS_CHART_VIEW (self));

  if (self->mode == mode)
    return;

  quad_chart_view_prepare_transition (self);
  self->mode = mode;
  rearrange (self);
}

/**
 * quad_chart_view_set_planning:
 * @planning: show the plan: where accounts are to go, and where they are now
 */
void
quad_chart_view_set_planning (QuadChartView *self,
                              gboolean       planning)
{
  g_return_if_fail (QUAD_IS_CHART_VIEW (self));

  if (self->planning == planning)
    return;

  self->planning = planning;
  quad_chart_view_update_plan (self);
}

/**
 * quad_chart_view_set_touch:
 * @touch: there is a touch screen: everything is large enough for a finger
 */
void
quad_chart_view_set_touch (QuadChartView *self,
                           gboolean       touch)
{
  g_return_if_fail (QUAD_IS_CHART_VIEW (self));

  if (self->touch == touch)
    return;

  self->touch = touch;
  rearrange (self);
}

/**
 * quad_chart_view_measure_legend:
 * @width: that it may take
 *
 * Returns: the height that the legend of colours and sizes needs then; 0 without a chart
 */
int
quad_chart_view_measure_legend (QuadChartView *self,
                                int            width)
{
  g_return_val_if_fail (QUAD_IS_CHART_VIEW (self), 0);

  if (self->scene.layout == NULL)
    return 0;

  return (int) ceil (quad_chart_painter_measure_legend (self->scene.painter, self->scene.layout,
                                                        width));
}

void
quad_chart_view_draw_legend (QuadChartView *self,
                             cairo_t       *cr,
                             int            width,
                             int            height)
{
  g_return_if_fail (QUAD_IS_CHART_VIEW (self));

  if (self->scene.layout != NULL)
    quad_chart_painter_draw_legend (self->scene.painter, cr, self->scene.layout,
                                    &(QuadRect) { 0, 0, width, height });
}
