/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-chart-view"

#include "quad-chart-view-private.h"

#include <math.h>

#include "quad-account-drag.h"
#include "quad-app-palette.h"
#include "quad-drag-escape.h"

/*
 * Drag and drop. What travels is a G_TYPE_PTR_ARRAY of #QuadAccount, from the list as well as from
 * here. A drag that is cancelled leaves the selection as it was. GtkDropTarget sends no "leave"
 * after a drop, and its value comes a moment after "enter": until then nothing is lit up. A finger
 * scrolls unless it rests on a card first; one that is lifted there again gets the menu.
 */

/* How far the cards below the first one of a stack show, and how many do. */
#define STACK_STEP  4
#define STACK_DEPTH 2

static void
set_dragged (QuadChartView *self,
             gboolean       dragged)
{
  for (guint i = 0; self->dragged != NULL && i < self->dragged->len; i++)
    {
      QuadChartCard *card = quad_chart_view_get_proxy (self, g_ptr_array_index (self->dragged, i));

      if (card != NULL)
        quad_chart_card_set_dragged (card, dragged);
    }
}

/* The card that is dragged comes first, then what else is selected when it is a part of that. */
static GPtrArray *
collect_dragged (QuadChartView *self,
                 QuadAccount   *account)
{
  GPtrArray *accounts = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (accounts, g_object_ref (account));
  if (self->scene.selection != NULL
      && quad_account_selection_contains (self->scene.selection, account))
    {
      g_autoptr (GPtrArray) selected = quad_account_selection_get_all (self->scene.selection);

      for (guint i = 0; i < selected->len; i++)
        if (g_ptr_array_index (selected, i) != account)
          g_ptr_array_add (accounts, g_object_ref (g_ptr_array_index (selected, i)));
    }

  return accounts;
}

static void
snapshot_under_card (QuadChartView *self,
                     GtkSnapshot   *snapshot,
                     const QuadRect *rect,
                     double         offset)
{
  GskRoundedRect outline;
  GdkRGBA fill, border;

  quad_app_palette_to_rgba (&self->scene.palette->card, &fill);
  quad_app_palette_to_rgba (&self->scene.palette->accent, &border);
  gsk_rounded_rect_init_from_rect (&outline,
                                   &GRAPHENE_RECT_INIT (offset, offset,
                                                        rect->width, rect->height), 8);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &fill, &outline.bounds);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_append_border (snapshot, &outline, (float[4]) { 1, 1, 1, 1 },
                              (GdkRGBA[4]) { border, border, border, border });
}

/* How many there are, on the corner of the stack. */
static void
snapshot_count (QuadChartView *self,
                GtkSnapshot   *snapshot,
                guint          n,
                double         right)
{
  g_autofree char *number = g_strdup_printf ("%u", n);
  g_autoptr (PangoLayout) text = gtk_widget_create_pango_layout (GTK_WIDGET (self), number);
  GskRoundedRect outline;
  GdkRGBA fill, ink;
  int width, height;
  double badge;

  pango_layout_get_pixel_size (text, &width, &height);
  badge = MAX (width + 12, height + 4);
  quad_app_palette_to_rgba (&self->scene.palette->text, &fill);
  quad_app_palette_to_rgba (&self->scene.palette->card, &ink);
  gsk_rounded_rect_init_from_rect (&outline,
                                   &GRAPHENE_RECT_INIT (right - badge + 6, -6, badge, height + 4),
                                   (height + 4) / 2.0f);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &fill, &outline.bounds);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot,
                          &GRAPHENE_POINT_INIT (outline.bounds.origin.x + (badge - width) / 2, -4));
  gtk_snapshot_append_layout (snapshot, text, &ink);
  gtk_snapshot_restore (snapshot);
}

/* What is under the pointer: the card, on a stack with the count when there are several. */
static GdkPaintable *
make_drag_icon (QuadChartView  *self,
                const QuadCard *card,
                guint           n)
{
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  QuadCard top = *card;
  guint below = MIN (n - 1, STACK_DEPTH);
  cairo_t *cr;

  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (8, 8));
  for (guint i = below; i > 0; i--)
    snapshot_under_card (self, snapshot, &card->rect, i * STACK_STEP);

  top.rect.x = top.rect.y = 0;
  cr = gtk_snapshot_append_cairo (snapshot,
                                  &GRAPHENE_RECT_INIT (-4, -4, top.rect.width + 8,
                                                       top.rect.height + 8));
  quad_chart_painter_draw_card (self->scene.painter, cr, &top,
                                quad_chart_painter_get_largest (self->scene.boxes, card->box),
                                TRUE);
  cairo_destroy (cr);

  if (n > 1)
    snapshot_count (self, snapshot, n, card->rect.width);

  return gtk_snapshot_to_paintable (snapshot,
                                    &GRAPHENE_SIZE_INIT (card->rect.width + 24,
                                                         card->rect.height + 24));
}

/* Whether a gesture is made by a finger. */
gboolean
quad_chart_view_is_touch (GtkEventController *controller)
{
  GdkEvent *event = gtk_event_controller_get_current_event (controller);
  GdkDevice *device = event != NULL ? gdk_event_get_device (event) : NULL;

  return device != NULL && gdk_device_get_source (device) == GDK_SOURCE_TOUCHSCREEN;
}

static void
long_pressed_cb (GtkGestureLongPress *gesture,
                 double               x,
                 double               y,
                 QuadChartView       *self)
{
  QuadHit hit = quad_chart_view_hit (self, x, y);

  if (hit.kind != QUAD_HIT_CARD)
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }

  /* in one group with the drag: that goes on, and what scrolls lets go */
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  self->touch_held = TRUE;
  self->touch_x = x;
  self->touch_y = y;
}

static void
long_press_end_cb (GtkGesture       *gesture,
                   GdkEventSequence *sequence,
                   QuadChartView    *self)
{
  if (!self->touch_held)
    return;

  self->touch_held = FALSE;
  if (self->dragged == NULL)
    quad_chart_view_open_menu_at (self, self->touch_x, self->touch_y);
}

static GdkContentProvider *
prepare_cb (GtkDragSource *source,
            double         x,
            double         y,
            QuadChartView *self)
{
  g_autoptr (GdkPaintable) icon = NULL;
  QuadHit hit = quad_chart_view_hit (self, x, y);
  const QuadCard *card;

  if (hit.kind != QUAD_HIT_CARD
      || (quad_chart_view_is_touch (GTK_EVENT_CONTROLLER (source)) && !self->touch_held))
    return NULL;

  card = quad_chart_view_get_card (self, hit.card);
  g_clear_pointer (&self->dragged, g_ptr_array_unref);
  self->dragged = collect_dragged (self, card->account);

  icon = make_drag_icon (self, card, self->dragged->len);
  gtk_drag_source_set_icon (source, icon, (int) (x - card->rect.x) + 8,
                            (int) (y - card->rect.y) + 8);

  return gdk_content_provider_new_typed (G_TYPE_PTR_ARRAY, self->dragged);
}

static void
drag_begin_cb (GtkDragSource *source,
               GdkDrag       *drag,
               QuadChartView *self)
{
  if (self->scene.selection != NULL)
    {
      g_clear_pointer (&self->chosen_before, g_ptr_array_unref);
      self->chosen_before = quad_account_selection_get_all (self->scene.selection);
      quad_account_selection_set (self->scene.selection, self->dragged);
    }
  set_dragged (self, TRUE);
}

static gboolean
drag_cancel_cb (GtkDragSource       *source,
                GdkDrag             *drag,
                GdkDragCancelReason  reason,
                QuadChartView       *self)
{
  if (self->chosen_before != NULL && self->scene.selection != NULL)
    quad_account_selection_set (self->scene.selection, self->chosen_before);

  return FALSE;
}

static void
drag_end_cb (GtkDragSource *source,
             GdkDrag       *drag,
             gboolean       delete_data,
             QuadChartView *self)
{
  set_dragged (self, FALSE);
  quad_chart_view_stop_scrolling (self);
  g_clear_pointer (&self->dragged, g_ptr_array_unref);
  g_clear_pointer (&self->chosen_before, g_ptr_array_unref);
  quad_chart_view_clear_hint (self);
}

/* Of what is dragged, the accounts that are in this book still. */
static GPtrArray *
get_dropped (QuadChartView *self,
             const GValue  *value)
{
  return quad_account_drag_collect (value != NULL ? g_value_get_boxed (value) : NULL, self->book);
}

/* Lights up the box under the pointer when a drop there would do something. */
static void
update_hint (QuadChartView *self,
             GtkDropTarget *target,
             double         x,
             double         y)
{
  QuadHit hit = quad_chart_view_hit (self, x, y);
  int box = hit.kind == QUAD_HIT_NOTHING ? -1 : (int) hit.box;

  self->drop_x = x;
  self->drop_y = y;

  if (box == self->hinted_box)
    return;

  quad_chart_view_clear_hint (self);
  if (box >= 0)
    {
      g_autoptr (GPtrArray) accounts = get_dropped (self, gtk_drop_target_get_value (target));

      self->hint = quad_chart_view_describe_drop (self, accounts, (guint) box);
      self->hinted_box = box;
      quad_chart_box_set_hint (QUAD_CHART_BOX (self->boxes[box]), self->hint);
    }
}

/* Before the value is there a drop cannot be judged: it is accepted, and judged when it falls. */
static GdkDragAction
get_action (QuadChartView *self,
            GtkDropTarget *target)
{
  if (self->hint != NULL)
    return GDK_ACTION_MOVE;

  return gtk_drop_target_get_value (target) == NULL && self->hinted_box >= 0 ? GDK_ACTION_MOVE : 0;
}

static GdkDragAction
motion_cb (GtkDropTarget *target,
           double         x,
           double         y,
           QuadChartView *self)
{
  update_hint (self, target, x, y);
  quad_chart_view_scroll_near_edge (self, x, y);

  return get_action (self, target);
}

static void
value_changed_cb (GtkDropTarget *target,
                  GParamSpec    *pspec,
                  QuadChartView *self)
{
  if (gtk_drop_target_get_value (target) == NULL)
    return;

  quad_chart_view_clear_hint (self);
  update_hint (self, target, self->drop_x, self->drop_y);
}

static void
leave_cb (GtkDropTarget *target,
          QuadChartView *self)
{
  quad_chart_view_stop_scrolling (self);
  quad_chart_view_clear_hint (self);
}

static gboolean
drop_cb (GtkDropTarget *target,
         const GValue  *value,
         double         x,
         double         y,
         QuadChartView *self)
{
  QuadHit hit = quad_chart_view_hit (self, x, y);
  g_autoptr (GPtrArray) accounts = get_dropped (self, value);

  quad_chart_view_stop_scrolling (self);
  quad_chart_view_clear_hint (self);
  if (hit.kind == QUAD_HIT_NOTHING || accounts->len == 0)
    return FALSE;

  return quad_chart_view_move (self, accounts, hit.box);
}

void
quad_chart_view_init_dnd (QuadChartView *self)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkGesture *hold = gtk_gesture_long_press_new ();
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_PTR_ARRAY, GDK_ACTION_MOVE);

  self->drop_target = target;
  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect (source, "prepare", G_CALLBACK (prepare_cb), self);
  g_signal_connect (source, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (source, "drag-cancel", G_CALLBACK (drag_cancel_cb), self);
  g_signal_connect (source, "drag-end", G_CALLBACK (drag_end_cb), self);
  quad_drag_escape_attach (source);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (source));

  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (hold), TRUE);
  g_signal_connect (hold, "pressed", G_CALLBACK (long_pressed_cb), self);
  g_signal_connect (hold, "end", G_CALLBACK (long_press_end_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (hold));
  gtk_gesture_group (hold, GTK_GESTURE (source));

  gtk_drop_target_set_preload (target, TRUE);
  g_signal_connect (target, "enter", G_CALLBACK (motion_cb), self);
  g_signal_connect (target, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect (target, "leave", G_CALLBACK (leave_cb), self);
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), self);
  g_signal_connect (target, "notify::value", G_CALLBACK (value_changed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

void
quad_chart_view_clear_hint (QuadChartView *self)
{
  if (self->hinted_box >= 0)
    quad_chart_box_set_hint (QUAD_CHART_BOX (self->boxes[self->hinted_box]), NULL);
  self->hinted_box = -1;
  g_clear_pointer (&self->hint, g_free);
}

/* The chart went on under a pointer that is dragging and rests. */
void
quad_chart_view_hover_drop (QuadChartView *self,
                            double         x,
                            double         y)
{
  update_hint (self, self->drop_target, x, y);
}
