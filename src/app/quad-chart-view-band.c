/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-chart-view"

#include "quad-chart-view-private.h"

#include "quad-app-palette.h"

/*
 * The rubber band: a drag that begins beside the cards selects what it encloses, in addition to
 * what is selected when Ctrl or Shift is held. While it lasts the selection is as it was, so that
 * Escape leaves no trace; the cards it touches are marked. Fingers scroll instead.
 */

#define BAND_FILL   0.12
#define MARK_RADIUS 7.0

static QuadRect
get_band (QuadChartView *self)
{
  return (QuadRect) { MIN (self->band_from_x, self->band_to_x),
                      MIN (self->band_from_y, self->band_to_y),
                      ABS (self->band_to_x - self->band_from_x),
                      ABS (self->band_to_y - self->band_from_y) };
}

static gboolean
touches (const QuadRect *a,
         const QuadRect *b)
{
  return a->x < b->x + b->width && b->x < a->x + a->width
         && a->y < b->y + b->height && b->y < a->y + a->height;
}

static void
stop_band (QuadChartView *self)
{
  if (self->band_keys != NULL)
    {
      GtkWidget *root = gtk_event_controller_get_widget (self->band_keys);

      g_signal_handlers_disconnect_by_data (self->band_keys, self);
      if (root != NULL)
        gtk_widget_remove_controller (root, self->band_keys);
      self->band_keys = NULL;
    }
  if (!self->banding)
    return;

  self->banding = FALSE;
  quad_chart_view_stop_scrolling (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  key,
                guint                  code,
                GdkModifierType        modifiers,
                QuadChartView         *self)
{
  if (key != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;

  /* before the gesture says that it ends, which selects */
  stop_band (self);
  gtk_gesture_set_state (self->band_gesture, GTK_EVENT_SEQUENCE_DENIED);

  return GDK_EVENT_STOP;
}

/* Escape must come here whatever has the focus. */
static void
listen_for_escape (QuadChartView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (root == NULL || self->band_keys != NULL)
    return;

  self->band_keys = gtk_event_controller_key_new ();
  gtk_event_controller_set_propagation_phase (self->band_keys, GTK_PHASE_CAPTURE);
  g_signal_connect (self->band_keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (root), self->band_keys);
}

static void
begin_cb (GtkGestureDrag *gesture,
          double          x,
          double          y,
          QuadChartView  *self)
{
  QuadHit hit = quad_chart_view_hit (self, x, y);

  if (self->scene.selection == NULL
      || quad_chart_view_is_touch (GTK_GESTURE (gesture))
      || hit.kind == QUAD_HIT_CARD || hit.kind == QUAD_HIT_MORE)
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }

  self->band_from_x = self->band_to_x = x;
  self->band_from_y = self->band_to_y = y;
}

static void
update_cb (GtkGestureDrag *gesture,
           double          offset_x,
           double          offset_y,
           QuadChartView  *self)
{
  double x, y;

  if (!self->banding)
    {
      if (!gtk_drag_check_threshold (GTK_WIDGET (self), 0, 0, (int) offset_x, (int) offset_y))
        return;
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
      self->banding = TRUE;
      listen_for_escape (self);
    }

  gtk_gesture_drag_get_start_point (gesture, &x, &y);
  quad_chart_view_extend_band (self, x + offset_x, y + offset_y);
  quad_chart_view_scroll_near_edge (self, x + offset_x, y + offset_y);
}

static void
end_cb (GtkGestureDrag *gesture,
        double          offset_x,
        double          offset_y,
        QuadChartView  *self)
{
  GdkModifierType modifiers =
    gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));

  if (!self->banding)
    return;

  quad_chart_view_select_band (self, (modifiers & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)) != 0);
  stop_band (self);
}

static void
cancel_cb (GtkGesture       *gesture,
           GdkEventSequence *sequence,
           QuadChartView    *self)
{
  stop_band (self);
}

void
quad_chart_view_init_band (QuadChartView *self)
{
  self->band_gesture = gtk_gesture_drag_new ();
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (self->band_gesture), GDK_BUTTON_PRIMARY);
  g_signal_connect (self->band_gesture, "drag-begin", G_CALLBACK (begin_cb), self);
  g_signal_connect (self->band_gesture, "drag-update", G_CALLBACK (update_cb), self);
  g_signal_connect (self->band_gesture, "drag-end", G_CALLBACK (end_cb), self);
  g_signal_connect (self->band_gesture, "cancel", G_CALLBACK (cancel_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (self->band_gesture));
}

/* Takes the band away without a trace. */
void
quad_chart_view_cancel_band (QuadChartView *self)
{
  stop_band (self);
}

void
quad_chart_view_extend_band (QuadChartView *self,
                             double         x,
                             double         y)
{
  self->band_to_x = x;
  self->band_to_y = y;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Selects what the band encloses, and what is selected already when @add. */
void
quad_chart_view_select_band (QuadChartView *self,
                             gboolean       add)
{
  g_autoptr (GPtrArray) accounts = g_ptr_array_new_with_free_func (g_object_unref);
  QuadRect band = get_band (self);
  const QuadCard *cards;
  guint n_cards;

  quad_chart_view_update (self);
  if (self->scene.layout == NULL || self->scene.selection == NULL)
    return;

  if (add)
    {
      g_autoptr (GPtrArray) selected = quad_account_selection_get_all (self->scene.selection);

      g_ptr_array_extend_and_steal (accounts, g_steal_pointer (&selected));
    }
  cards = quad_chart_layout_get_cards (self->scene.layout, &n_cards);
  for (guint i = 0; i < n_cards; i++)
    if (touches (&band, &cards[i].rect)
        && !(add && quad_account_selection_contains (self->scene.selection, cards[i].account)))
      g_ptr_array_add (accounts, g_object_ref (cards[i].account));

  quad_account_selection_set (self->scene.selection, accounts);
}

static void
mark_cards (QuadChartView  *self,
            cairo_t        *cr,
            const QuadRect *band)
{
  const QuadCard *cards;
  guint n_cards;

  cards = quad_chart_layout_get_cards (self->scene.layout, &n_cards);
  for (guint i = 0; i < n_cards; i++)
    {
      const QuadRect *rect = &cards[i].rect;
      double right = rect->x + rect->width - MARK_RADIUS;
      double bottom = rect->y + rect->height - MARK_RADIUS;

      if (!touches (band, rect))
        continue;
      cairo_new_sub_path (cr);
      cairo_arc (cr, right, rect->y + MARK_RADIUS, MARK_RADIUS - 0.5, -G_PI_2, 0);
      cairo_arc (cr, right, bottom, MARK_RADIUS - 0.5, 0, G_PI_2);
      cairo_arc (cr, rect->x + MARK_RADIUS, bottom, MARK_RADIUS - 0.5, G_PI_2, G_PI);
      cairo_arc (cr, rect->x + MARK_RADIUS, rect->y + MARK_RADIUS, MARK_RADIUS - 0.5, G_PI,
                 3 * G_PI_2);
      cairo_close_path (cr);
    }
  cairo_set_line_width (cr, 1);
  cairo_stroke (cr);
}

/* Draws the band, if there is one, over everything. */
void
quad_chart_view_snapshot_band (QuadChartView *self,
                               GtkSnapshot   *snapshot)
{
  QuadRect band = get_band (self);
  GdkRGBA color, border;
  graphene_rect_t bounds;
  GskRoundedRect outline;
  cairo_t *cr;

  if (!self->banding || self->scene.layout == NULL)
    return;

  quad_app_palette_to_rgba (&self->scene.palette->accent, &border);
  color = border;
  color.alpha *= BAND_FILL;

  cr = gtk_snapshot_append_cairo (snapshot,
                                  &GRAPHENE_RECT_INIT (0, 0,
                                                       gtk_widget_get_width (GTK_WIDGET (self)),
                                                       gtk_widget_get_height (GTK_WIDGET (self))));
  gdk_cairo_set_source_rgba (cr, &border);
  mark_cards (self, cr, &band);
  cairo_destroy (cr);

  graphene_rect_init (&bounds, band.x, band.y, band.width, band.height);
  gsk_rounded_rect_init_from_rect (&outline, &bounds, 2);
  gtk_snapshot_append_color (snapshot, &color, &bounds);
  gtk_snapshot_append_border (snapshot, &outline, (float[4]) { 1, 1, 1, 1 },
                              (GdkRGBA[4]) { border, border, border, border });
}
