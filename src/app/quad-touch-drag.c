/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-touch-drag"

#include "quad-touch-drag.h"

#include "quad-drop-place.h"

/*
 * Drags with a finger. They stay within the window: drag and drop of GTK 4 on X11 follows the
 * pointer only, and one that a finger began would hang until somebody finds the Escape key. A
 * finger scrolls unless it rests first, so a long press is what begins; it and the gesture that
 * follows the finger are one group, and claim the touch together.
 */
typedef struct
{
  /* borrowed */
  GtkWidget                *widget;     /* owns this, with its gestures */
  const QuadTouchDragFuncs *funcs;
  gpointer                  user_data;
  GtkGesture               *follow;

  /* owned, while a drag is on */
  GPtrArray          *accounts;
  GtkOverlay         *overlay;

  /* weak, while a drag is on: the window may go before the drag */
  GtkWidget          *icon;
  GtkEventController *keys;             /* of the window */
  QuadDropPlace      *place;            /* under the finger */

  /* plain */
  graphene_point_t hot;
  graphene_point_t at;                  /* of the overlay */
  double           start_x, start_y;    /* of the widget */
  gboolean         moved;
} TouchDrag;

/* What lies over all else in the window. */
static GtkOverlay *
find_overlay (GtkWidget *widget)
{
  GtkOverlay *overlay = NULL;

  for (GtkWidget *parent = widget; parent != NULL; parent = gtk_widget_get_parent (parent))
    if (GTK_IS_OVERLAY (parent))
      overlay = GTK_OVERLAY (parent);
  return overlay;
}

static gboolean
position_cb (GtkOverlay   *overlay,
             GtkWidget    *child,
             GdkRectangle *allocation,
             TouchDrag    *self)
{
  GtkRequisition size;

  if (child != self->icon)
    return FALSE;
  gtk_widget_get_preferred_size (child, NULL, &size);
  *allocation = (GdkRectangle) { (int) (self->at.x - self->hot.x), (int) (self->at.y - self->hot.y),
                                 size.width, size.height };
  return TRUE;
}

static void
set_place (TouchDrag     *self,
           QuadDropPlace *place)
{
  if (place == self->place)
    return;
  if (self->place != NULL)
    quad_drop_place_leave (self->place);
  g_set_weak_pointer (&self->place, place);
}

/* The place under the finger, and where in it. */
static QuadDropPlace *
find_place (TouchDrag        *self,
            graphene_point_t *point)
{
  GtkWidget *widget = gtk_widget_pick (GTK_WIDGET (self->overlay), self->at.x, self->at.y,
                                       GTK_PICK_DEFAULT);

  while (widget != NULL && !QUAD_IS_DROP_PLACE (widget))
    widget = gtk_widget_get_parent (widget);
  if (widget == NULL
      || !gtk_widget_compute_point (GTK_WIDGET (self->overlay), widget, &self->at, point))
    return NULL;
  return QUAD_DROP_PLACE (widget);
}

static void
follow (TouchDrag *self)
{
  graphene_point_t point;
  QuadDropPlace *place = find_place (self, &point);

  set_place (self, place);
  if (place != NULL)
    quad_drop_place_hover (place, self->accounts, point.x, point.y);
  gtk_widget_queue_allocate (GTK_WIDGET (self->overlay));
}

/* Where the finger is now: in the window, as the widget may be scrolled under it. */
static void
update_at (TouchDrag *self)
{
  GdkEvent *event = gtk_event_controller_get_current_event (GTK_EVENT_CONTROLLER (self->follow));
  GtkNative *native = gtk_widget_get_native (self->widget);
  double x, y, across, down;

  if (event == NULL || native == NULL || !gdk_event_get_position (event, &x, &y))
    return;
  gtk_native_get_surface_transform (native, &across, &down);
  if (!gtk_widget_compute_point (GTK_WIDGET (native), GTK_WIDGET (self->overlay),
                                 &GRAPHENE_POINT_INIT ((float) (x - across), (float) (y - down)),
                                 &self->at))
    self->at = GRAPHENE_POINT_INIT (-1, -1);
}

/* Takes away what was put into the window. */
static void
clear_away (TouchDrag *self)
{
  g_signal_handlers_disconnect_by_func (self->overlay, position_cb, self);
  if (self->icon != NULL)
    gtk_overlay_remove_overlay (self->overlay, self->icon);
  g_clear_weak_pointer (&self->icon);
  if (self->keys != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->keys, self);
      gtk_widget_remove_controller (gtk_event_controller_get_widget (self->keys), self->keys);
    }
  g_clear_weak_pointer (&self->keys);
}

/* Ends it, with a drop where the finger is or without one. */
static void
finish (TouchDrag *self,
        gboolean   drop)
{
  g_autoptr (GPtrArray) accounts = g_steal_pointer (&self->accounts);
  g_autoptr (GtkOverlay) overlay = NULL;
  QuadDropPlace *place;
  graphene_point_t point;
  gboolean dropped = FALSE;

  if (accounts == NULL)
    return;
  clear_away (self);
  overlay = g_steal_pointer (&self->overlay);

  place = self->place;
  if (drop && place != NULL
      && gtk_widget_compute_point (GTK_WIDGET (overlay), GTK_WIDGET (place), &self->at, &point))
    {
      g_clear_weak_pointer (&self->place);
      dropped = quad_drop_place_drop (place, accounts, point.x, point.y);
    }
  set_place (self, NULL);
  if (self->funcs->end != NULL)
    self->funcs->end (self->widget, dropped, self->user_data);
}

static gboolean
key_pressed_cb (TouchDrag *self,
                guint      key)
{
  if (key != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;
  finish (self, FALSE);
  gtk_gesture_set_state (self->follow, GTK_EVENT_SEQUENCE_DENIED);
  return GDK_EVENT_STOP;
}

/* Escape must come here whatever has the focus. */
static void
listen_for_escape (TouchDrag *self)
{
  g_set_weak_pointer (&self->keys, gtk_event_controller_key_new ());
  gtk_event_controller_set_propagation_phase (self->keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (self->keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (gtk_widget_get_root (self->widget)), self->keys);
}

static void
long_pressed_cb (TouchDrag  *self,
                 double      x,
                 double      y,
                 GtkGesture *hold)
{
  GtkOverlay *overlay = find_overlay (self->widget);
  g_autoptr (GPtrArray) accounts = self->funcs->collect (self->widget, x, y, self->user_data);

  if (accounts == NULL || overlay == NULL)
    {
      gtk_gesture_set_state (hold, GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  gtk_gesture_set_state (hold, GTK_EVENT_SEQUENCE_CLAIMED);
  self->accounts = g_steal_pointer (&accounts);
  self->overlay = g_object_ref (overlay);
  self->start_x = x;
  self->start_y = y;
  self->moved = FALSE;
  if (!gtk_widget_compute_point (self->widget, GTK_WIDGET (overlay),
                                 &GRAPHENE_POINT_INIT ((float) x, (float) y), &self->at))
    self->at = GRAPHENE_POINT_INIT (-1, -1);
  g_set_weak_pointer (&self->icon, self->funcs->make_icon (self->widget, self->accounts, x, y,
                                                           &self->hot, self->user_data));
  gtk_widget_set_can_target (self->icon, FALSE);
  g_signal_connect (overlay, "get-child-position", G_CALLBACK (position_cb), self);
  gtk_overlay_add_overlay (overlay, self->icon);
  listen_for_escape (self);
  if (self->funcs->begin != NULL)
    self->funcs->begin (self->widget, self->accounts, self->user_data);
}

static void
drag_update_cb (TouchDrag *self,
                double     across,
                double     down)
{
  if (self->accounts == NULL)
    return;
  self->moved = self->moved || gtk_drag_check_threshold (self->widget, 0, 0, (int) across,
                                                         (int) down);
  if (!self->moved)
    return;
  update_at (self);
  follow (self);
}

static void
drag_end_cb (TouchDrag *self)
{
  gboolean rested = self->accounts != NULL && !self->moved;

  finish (self, self->moved);
  if (rested)
    self->funcs->rest (self->widget, self->start_x, self->start_y, self->user_data);
}

static void
cancel_cb (TouchDrag *self)
{
  finish (self, FALSE);
}

/* Its widget is gone, and with it who would hear of an end. */
static void
free_touch_drag (gpointer data)
{
  TouchDrag *self = data;

  if (self->accounts != NULL)
    {
      clear_away (self);
      set_place (self, NULL);
    }
  g_clear_pointer (&self->accounts, g_ptr_array_unref);
  g_clear_object (&self->overlay);
  g_free (self);
}

/**
 * quad_touch_drag_attach:
 * @widget: where drags begin; in a window that has a #GtkOverlay around all
 * @funcs: what it drags; static
 * @user_data: for @funcs; outlives @widget
 *
 * Lets accounts be dragged with a finger that rested on them, to any #QuadDropPlace of the window.
 */
void
quad_touch_drag_attach (GtkWidget                *widget,
                        const QuadTouchDragFuncs *funcs,
                        gpointer                  user_data)
{
  TouchDrag *self = g_new0 (TouchDrag, 1);
  GtkGesture *hold = gtk_gesture_long_press_new ();

  self->widget = widget;
  self->funcs = funcs;
  self->user_data = user_data;
  self->follow = gtk_gesture_drag_new ();

  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (self->follow), TRUE);
  g_signal_connect_swapped (self->follow, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect_swapped (self->follow, "drag-end", G_CALLBACK (drag_end_cb), self);
  g_signal_connect_swapped (self->follow, "cancel", G_CALLBACK (cancel_cb), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (self->follow));

  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (hold), TRUE);
  g_signal_connect_swapped (hold, "pressed", G_CALLBACK (long_pressed_cb), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (hold));
  gtk_gesture_group (hold, self->follow);
  g_object_set_data_full (G_OBJECT (widget), "quad-touch-drag", self, free_touch_drag);
}
