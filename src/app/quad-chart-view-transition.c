/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-chart-view"

#include "quad-chart-view-private.h"

#include <math.h>

/*
 * Accounts go to their new places when lens, mode or zoom change: each piece of the old picture
 * flies to where its account is now and fades into the new one. Not where animations are off, nor
 * where so many would fly that it would stutter.
 */

#define DURATION      200   /* milliseconds */
#define MOST_FLYING   400

typedef struct
{
  graphene_rect_t from;
  graphene_rect_t to;
} Flight;

static void
to_graphene (const QuadRect  *rect,
             graphene_rect_t *result)
{
  graphene_rect_init (result, rect->x, rect->y, rect->width, rect->height);
}

static gboolean
is_in_sight (QuadChartView  *self,
             const QuadRect *rect)
{
  return self->adjustment == NULL
         || (rect->y < self->scene.visible_bottom
             && rect->y + rect->height > self->scene.visible_top);
}

static void
list_flights (QuadChartView         *self,
              const QuadChartLayout *before)
{
  const QuadCard *old, *now;
  guint n_old, index;

  self->flights = g_array_new (FALSE, FALSE, sizeof (Flight));
  old = quad_chart_layout_get_cards (before, &n_old);
  now = quad_chart_layout_get_cards (self->scene.layout, NULL);
  for (guint i = 0; i < n_old; i++)
    {
      Flight flight;

      if (!quad_chart_layout_find (self->scene.layout, old[i].account, &index)
          || !is_in_sight (self, &old[i].rect)
          || old[i].rect.width <= 0 || old[i].rect.height <= 0)
        continue;
      to_graphene (&old[i].rect, &flight.from);
      to_graphene (&now[index].rect, &flight.to);
      g_array_append_val (self->flights, flight);
    }
}

static void
advance_cb (double         value,
            QuadChartView *self)
{
  self->progress = value;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
done_cb (QuadChartView *self)
{
  quad_chart_view_stop_transition (self);
}

void
quad_chart_view_stop_transition (QuadChartView *self)
{
  if (self->animation != NULL)
    g_signal_handlers_disconnect_by_func (self->animation, done_cb, self);
  g_clear_object (&self->animation);
  g_clear_object (&self->before);
  g_clear_pointer (&self->flights, g_array_unref);
}

/* Takes down what the chart looks like, before it changes. */
void
quad_chart_view_prepare_transition (QuadChartView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  g_autoptr (GdkPaintable) live = NULL;

  quad_chart_view_stop_transition (self);
  g_clear_pointer (&self->layout_before, quad_chart_layout_unref);
  if (self->scene.layout == NULL || !gtk_widget_get_mapped (widget)
      || !adw_get_enable_animations (widget))
    return;

  live = gtk_widget_paintable_new (widget);
  self->before = gdk_paintable_get_current_image (live);
  self->layout_before = quad_chart_layout_ref (self->scene.layout);
}

/* Begins, when the new layout is there. */
void
quad_chart_view_begin_transition (QuadChartView *self)
{
  g_autoptr (QuadChartLayout) before = g_steal_pointer (&self->layout_before);
  AdwAnimationTarget *target;

  if (before == NULL || self->scene.layout == NULL)
    return;

  list_flights (self, before);
  if (self->flights->len == 0 || self->flights->len > MOST_FLYING)
    {
      quad_chart_view_stop_transition (self);
      return;
    }

  self->progress = 0;
  target = adw_callback_animation_target_new ((AdwAnimationTargetFunc) advance_cb, self, NULL);
  self->animation = adw_timed_animation_new (GTK_WIDGET (self), 0, 1, DURATION, target);
  adw_timed_animation_set_easing (ADW_TIMED_ANIMATION (self->animation), ADW_EASE_IN_OUT_CUBIC);
  g_signal_connect_swapped (self->animation, "done", G_CALLBACK (done_cb), self);
  adw_animation_play (self->animation);
}

static double
mix (double from,
     double to,
     double progress)
{
  return from + (to - from) * progress;
}

static void
snapshot_flight (QuadChartView *self,
                 GtkSnapshot   *snapshot,
                 const Flight  *flight,
                 double         width,
                 double         height)
{
  double p = self->progress;
  const graphene_rect_t *from = &flight->from, *to = &flight->to;

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot,
                          &GRAPHENE_POINT_INIT (mix (from->origin.x, to->origin.x, p),
                                                mix (from->origin.y, to->origin.y, p)));
  gtk_snapshot_scale (snapshot, mix (1, to->size.width / from->size.width, p),
                      mix (1, to->size.height / from->size.height, p));
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (-from->origin.x, -from->origin.y));
  gtk_snapshot_push_clip (snapshot, from);
  gdk_paintable_snapshot (self->before, GDK_SNAPSHOT (snapshot), width, height);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_restore (snapshot);
}

/* Draws what is between old and new. Returns FALSE when there is nothing between. */
gboolean
quad_chart_view_snapshot_transition (QuadChartView *self,
                                     GtkSnapshot   *snapshot)
{
  double width, height;

  if (self->animation == NULL || self->before == NULL)
    return FALSE;

  width = gdk_paintable_get_intrinsic_width (self->before);
  height = gdk_paintable_get_intrinsic_height (self->before);

  gtk_snapshot_push_opacity (snapshot, self->progress);
  for (guint box = 0; box < QUAD_N_BOXES; box++)
    if (gtk_widget_get_child_visible (self->boxes[box]))
      gtk_widget_snapshot_child (GTK_WIDGET (self), self->boxes[box], snapshot);
  gtk_snapshot_pop (snapshot);

  gtk_snapshot_push_opacity (snapshot, 1 - pow (self->progress, 3));
  for (guint i = 0; i < self->flights->len; i++)
    snapshot_flight (self, snapshot, &g_array_index (self->flights, Flight, i), width, height);
  gtk_snapshot_pop (snapshot);

  return TRUE;
}
