/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-chart-view"

#include "quad-chart-view-private.h"

/* Which tier or profile a person looks at: the box with the focus, or the one where the pointer
 * rests. A pointer that only crosses a box, on its way to the panel, does not count. */

static guint pointed_signal;

/* Accounts without a profile have no playbook. */
static gboolean
find_owner (QuadChartView *self,
            guint          box,
            QuadOwner     *owner)
{
  if (box >= QUAD_BOX_OFF)
    return FALSE;
  if (self->lens == QUAD_LENS_TIERS)
    return quad_owner_from_tier (box, owner);

  return quad_owner_from_profile (quad_lens_get_profile (self->lens, box), owner);
}

static gboolean
rested_cb (gpointer user_data)
{
  QuadChartView *self = user_data;

  self->rest_timeout = 0;
  g_signal_emit (self, pointed_signal, 0, (guint) self->rest_owner);

  return G_SOURCE_REMOVE;
}

static void
stop_resting (QuadChartView *self)
{
  g_clear_handle_id (&self->rest_timeout, g_source_remove);
  self->rest_owner = -1;
}

static void
motion_cb (GtkEventControllerMotion *controller,
           double                    x,
           double                    y,
           QuadChartView            *self)
{
  QuadHit hit = quad_chart_view_hit (self, x, y);
  QuadOwner owner;

  if (hit.kind == QUAD_HIT_NOTHING || !find_owner (self, hit.box, &owner))
    {
      stop_resting (self);
      return;
    }
  if (self->rest_owner == (int) owner)
    return;

  stop_resting (self);
  self->rest_owner = (int) owner;
  self->rest_timeout = g_timeout_add (QUAD_POINTED_REST_MS, rested_cb, self);
}

static void
leave_cb (GtkEventControllerMotion *controller,
          QuadChartView            *self)
{
  stop_resting (self);
}

static void
quad_chart_view_set_focus_child (GtkWidget *widget,
                                 GtkWidget *child)
{
  QuadChartView *self = QUAD_CHART_VIEW (widget);
  QuadOwner owner;

  /* Not of a popover. A pointer that moves again where it rested counts again. */
  if (child != NULL && QUAD_IS_CHART_BOX (child)
      && find_owner (self, quad_chart_box_get_place (QUAD_CHART_BOX (child)), &owner))
    {
      stop_resting (self);
      g_signal_emit (self, pointed_signal, 0, (guint) owner);
    }

  GTK_WIDGET_CLASS (g_type_class_peek_parent (GTK_WIDGET_GET_CLASS (widget)))
    ->set_focus_child (widget, child);
}

/* The boxes stand for something else now: what was looked at before may not be there any more. */
void
quad_chart_view_look_at_first (QuadChartView *self)
{
  QuadOwner owner;

  stop_resting (self);
  if (find_owner (self, QUAD_BOX_CLIENTS_ABOVE, &owner))
    g_signal_emit (self, pointed_signal, 0, (guint) owner);
}

void
quad_chart_view_class_init_pointed (GtkWidgetClass *widget_class)
{
  widget_class->set_focus_child = quad_chart_view_set_focus_child;

  /**
   * QuadChartView::pointed:
   * @owner: a #QuadOwner
   *
   * A person looks at the box of a tier or of a profile.
   */
  pointed_signal = g_signal_new ("pointed", QUAD_TYPE_CHART_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

void
quad_chart_view_init_pointed (QuadChartView *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();

  self->rest_owner = -1;
  g_signal_connect (motion, "enter", G_CALLBACK (motion_cb), self);
  g_signal_connect (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect (motion, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
}

void
quad_chart_view_dispose_pointed (QuadChartView *self)
{
  g_clear_handle_id (&self->rest_timeout, g_source_remove);
}
