/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-chart-view"

#include "quad-chart-view-private.h"

/*
 * A box zoomed to the whole chart, which then scrolls, and what of a chart that scrolls is in
 * sight. The scrolled window around the view may come and go with the widget tree.
 */

static void
adjustment_changed_cb (QuadChartView *self)
{
  double top = gtk_adjustment_get_value (self->adjustment);
  double bottom = top + gtk_adjustment_get_page_size (self->adjustment);

  if (self->scene.visible_top == top && self->scene.visible_bottom == bottom)
    return;

  self->scene.visible_top = top;
  self->scene.visible_bottom = bottom;
  quad_chart_view_sight_changed (self);
}

static void
set_adjustment (QuadChartView *self,
                GtkAdjustment *adjustment)
{
  if (self->adjustment == adjustment)
    return;

  if (self->adjustment != NULL)
    g_signal_handlers_disconnect_by_data (self->adjustment, self);
  g_set_object (&self->adjustment, adjustment);
  if (adjustment == NULL)
    return;

  g_signal_connect_swapped (adjustment, "value-changed", G_CALLBACK (adjustment_changed_cb), self);
  g_signal_connect_swapped (adjustment, "changed", G_CALLBACK (adjustment_changed_cb), self);
  adjustment_changed_cb (self);
}

/* GtkWidgetClass.root */
void
quad_chart_view_find_adjustment (QuadChartView *self)
{
  GtkWidget *scrolled = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_SCROLLED_WINDOW);

  set_adjustment (self, scrolled != NULL
                          ? gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled))
                          : NULL);
}

void
quad_chart_view_forget_adjustment (QuadChartView *self)
{
  set_adjustment (self, NULL);
}

/* Scrolls no more than needed to have a place of the layout in sight. */
void
quad_chart_view_scroll_to (QuadChartView  *self,
                           const QuadRect *rect)
{
  if (self->adjustment != NULL)
    gtk_adjustment_clamp_page (self->adjustment, rect->y, rect->y + rect->height);
}

/* The box that has the focus in the new layout, with its header when its account is elsewhere. */
static void
focus_in (QuadChartView *self,
          guint          box,
          QuadAccount   *account)
{
  guint index;

  if (account != NULL && quad_chart_layout_find (self->scene.layout, account, &index))
    quad_chart_view_focus_account (self, account);
  else
    gtk_widget_grab_focus (GTK_WIDGET (quad_chart_box_get_header (
      QUAD_CHART_BOX (self->boxes[box]))));
}

/**
 * quad_chart_view_zoom:
 * @tier: of the box that gets the whole chart
 */
void
quad_chart_view_zoom (QuadChartView *self,
                      guint          box)
{
  g_autoptr (QuadAccount) account = NULL;
  QuadChartCard *focus = quad_chart_view_get_focus (self);

  g_return_if_fail (box < QUAD_N_BOXES);

  if (self->scene.layout == NULL || (self->zoomed && self->zoomed_box == box))
    return;

  if (focus != NULL)
    g_set_object (&account, quad_chart_card_get_account (focus));
  quad_chart_view_prepare_transition (self);
  self->zoomed = TRUE;
  self->zoomed_box = box;
  if (self->adjustment != NULL)
    gtk_adjustment_set_value (self->adjustment, 0);
  quad_chart_view_zoom_changed (self);
  if (focus != NULL)
    focus_in (self, box, account);
}

void
quad_chart_view_unzoom (QuadChartView *self)
{
  g_autoptr (QuadAccount) account = NULL;
  QuadChartCard *focus = quad_chart_view_get_focus (self);

  if (!self->zoomed)
    return;

  if (focus != NULL)
    g_set_object (&account, quad_chart_card_get_account (focus));
  quad_chart_view_prepare_transition (self);
  self->zoomed = FALSE;
  quad_chart_view_zoom_changed (self);
  if (focus != NULL)
    focus_in (self, self->zoomed_box, account);
}

void
quad_chart_view_toggle_zoom (QuadChartView *self,
                             guint          box)
{
  if (self->zoomed && self->zoomed_box == box)
    quad_chart_view_unzoom (self);
  else
    quad_chart_view_zoom (self, box);
}
