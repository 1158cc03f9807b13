/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-chart-view"

#include "quad-chart-view-private.h"

/*
 * Scrolling while something is dragged to the upper or lower edge of what is visible, as fast as
 * the pointer is near. A pointer that rests there sends no events, so what it is over is told anew
 * at each step.
 */

#define EDGE            36.0    /* how near, in pixels */
#define FASTEST         900.0   /* pixels a second */
#define LONGEST_FRAME   0.05    /* seconds that one step makes up for */

/* From -1, at the upper edge, to 1, at the lower one. */
static double
get_push (double y,
          double page)
{
  double edge = MIN (EDGE, page / 4);

  if (edge <= 0)
    return 0;
  if (y < edge)
    return -MIN (1, (edge - y) / edge);
  if (y > page - edge)
    return MIN (1, (y - page + edge) / edge);

  return 0;
}

static gboolean
tick_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  QuadChartView *self = QUAD_CHART_VIEW (widget);
  GtkAdjustment *adjustment = self->adjustment;
  gint64 now = gdk_frame_clock_get_frame_time (clock);
  double seconds, before, after;

  if (adjustment == NULL)
    {
      self->edge_tick = 0;
      return G_SOURCE_REMOVE;
    }

  seconds = self->edge_time > 0 ? (now - self->edge_time) / (double) G_USEC_PER_SEC : 0;
  self->edge_time = now;
  before = gtk_adjustment_get_value (adjustment);
  gtk_adjustment_set_value (adjustment, before + MIN (seconds, LONGEST_FRAME) * FASTEST
                                                 * get_push (self->edge_y,
                                                             gtk_adjustment_get_page_size
                                                               (adjustment)));
  after = gtk_adjustment_get_value (adjustment);
  if (after == before)
    return G_SOURCE_CONTINUE;

  if (self->banding)
    quad_chart_view_extend_band (self, self->edge_x, self->edge_y + after);
  else
    quad_chart_view_hover_again (self, self->edge_x, self->edge_y + after);

  return G_SOURCE_CONTINUE;
}

/* Scrolls for as long as the pointer, which is at a point of the chart, is near an edge. */
void
quad_chart_view_scroll_near_edge (QuadChartView *self,
                                  double         x,
                                  double         y)
{
  GtkAdjustment *adjustment = self->adjustment;

  if (adjustment == NULL)
    return;

  self->edge_x = x;
  self->edge_y = y - gtk_adjustment_get_value (adjustment);
  if (get_push (self->edge_y, gtk_adjustment_get_page_size (adjustment)) == 0)
    {
      quad_chart_view_stop_scrolling (self);
      return;
    }
  if (self->edge_tick == 0)
    {
      self->edge_time = 0;
      self->edge_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), tick_cb, NULL, NULL);
    }
}

void
quad_chart_view_stop_scrolling (QuadChartView *self)
{
  if (self->edge_tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->edge_tick);
  self->edge_tick = 0;
}
