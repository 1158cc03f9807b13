/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-chart-view"

#include "quad-chart-view-private.h"

#include <math.h>

#include "quad-account-drag.h"
#include "quad-app-palette.h"
#include "quad-drag-escape.h"
#include "quad-touch-drag.h"

/*
 * Drag and drop. What travels is a G_TYPE_PTR_ARRAY of #QuadAccount, from the list as well as from
 * here. A drag that is cancelled leaves the selection as it was. A finger scrolls unless it rests
 * on a card first; one that is lifted there again gets the menu.
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

/* Whether a gesture is made by a finger. On X11 its device says that it is a mouse. */
gboolean
quad_chart_view_is_touch (GtkGesture *gesture)
{
  return gtk_gesture_single_get_current_sequence (GTK_GESTURE_SINGLE (gesture)) != NULL;
}

/* Moves the point of a finger that just missed a card onto it. */
void
quad_chart_view_snap (QuadChartView *self,
                      double        *x,
                      double        *y)
{
  if (self->scene.layout != NULL)
    quad_chart_layout_snap (self->scene.layout, QUAD_TOUCH_TARGET / 2, x, y);
}

/* What a drag from a point takes along, NULL for nothing. */
static GPtrArray *
collect_at (QuadChartView *self,
            double         x,
            double         y)
{
  QuadHit hit = quad_chart_view_hit (self, x, y);

  return hit.kind == QUAD_HIT_CARD
         ? collect_dragged (self, quad_chart_view_get_card (self, hit.card)->account) : NULL;
}

/* A picture of that; @hot is where the point is in it. */
static GdkPaintable *
make_icon_at (QuadChartView    *self,
              double            x,
              double            y,
              guint             n,
              graphene_point_t *hot)
{
  const QuadCard *card = quad_chart_view_get_card (self, quad_chart_view_hit (self, x, y).card);

  *hot = GRAPHENE_POINT_INIT ((float) (x - card->rect.x) + 8, (float) (y - card->rect.y) + 8);
  return make_drag_icon (self, card, n);
}

static void
begin (QuadChartView *self,
       GPtrArray     *accounts)
{
  g_clear_pointer (&self->dragged, g_ptr_array_unref);
  self->dragged = g_ptr_array_ref (accounts);
  if (self->scene.selection != NULL)
    {
      g_clear_pointer (&self->chosen_before, g_ptr_array_unref);
      self->chosen_before = quad_account_selection_get_all (self->scene.selection);
      quad_account_selection_set (self->scene.selection, self->dragged);
    }
  set_dragged (self, TRUE);
}

static void
restore_selection (QuadChartView *self)
{
  if (self->chosen_before != NULL && self->scene.selection != NULL)
    quad_account_selection_set (self->scene.selection, self->chosen_before);
}

static void
end (QuadChartView *self)
{
  set_dragged (self, FALSE);
  quad_chart_view_stop_scrolling (self);
  g_clear_pointer (&self->dragged, g_ptr_array_unref);
  g_clear_pointer (&self->chosen_before, g_ptr_array_unref);
  quad_chart_view_clear_hint (self);
}

static GdkContentProvider *
prepare_cb (GtkDragSource *source,
            double         x,
            double         y,
            QuadChartView *self)
{
  g_autoptr (GPtrArray) accounts = NULL;
  g_autoptr (GdkPaintable) icon = NULL;
  graphene_point_t hot;

  if (!quad_chart_view_is_touch (GTK_GESTURE (source)))
    accounts = collect_at (self, x, y);
  if (accounts == NULL)
    return NULL;

  icon = make_icon_at (self, x, y, accounts->len, &hot);
  gtk_drag_source_set_icon (source, icon, (int) hot.x, (int) hot.y);
  g_clear_pointer (&self->dragged, g_ptr_array_unref);
  self->dragged = g_ptr_array_ref (accounts);

  return gdk_content_provider_new_typed (G_TYPE_PTR_ARRAY, accounts);
}

static void
drag_begin_cb (GtkDragSource *source,
               GdkDrag       *drag,
               QuadChartView *self)
{
  g_autoptr (GPtrArray) accounts = g_ptr_array_ref (self->dragged);

  begin (self, accounts);
}

static gboolean
drag_cancel_cb (GtkDragSource       *source,
                GdkDrag             *drag,
                GdkDragCancelReason  reason,
                QuadChartView       *self)
{
  restore_selection (self);

  return FALSE;
}

static void
drag_end_cb (GtkDragSource *source,
             GdkDrag       *drag,
             gboolean       delete_data,
             QuadChartView *self)
{
  end (self);
}

static GPtrArray *
touch_collect (GtkWidget *widget,
               double     x,
               double     y,
               gpointer   user_data)
{
  quad_chart_view_snap (QUAD_CHART_VIEW (widget), &x, &y);
  return collect_at (QUAD_CHART_VIEW (widget), x, y);
}

static GtkWidget *
touch_make_icon (GtkWidget        *widget,
                 GPtrArray        *accounts,
                 double            x,
                 double            y,
                 graphene_point_t *hot,
                 gpointer          user_data)
{
  g_autoptr (GdkPaintable) icon = NULL;
  GtkWidget *picture;

  quad_chart_view_snap (QUAD_CHART_VIEW (widget), &x, &y);
  icon = make_icon_at (QUAD_CHART_VIEW (widget), x, y, accounts->len, hot);
  picture = gtk_picture_new_for_paintable (icon);
  gtk_picture_set_can_shrink (GTK_PICTURE (picture), FALSE);
  return picture;
}

static void
touch_begin (GtkWidget *widget,
             GPtrArray *accounts,
             gpointer   user_data)
{
  begin (QUAD_CHART_VIEW (widget), accounts);
}

static void
touch_end (GtkWidget *widget,
           gboolean   dropped,
           gpointer   user_data)
{
  if (!dropped)
    restore_selection (QUAD_CHART_VIEW (widget));
  end (QUAD_CHART_VIEW (widget));
}

static void
touch_rest (GtkWidget *widget,
            double     x,
            double     y,
            gpointer   user_data)
{
  quad_chart_view_snap (QUAD_CHART_VIEW (widget), &x, &y);
  quad_chart_view_open_menu_at (QUAD_CHART_VIEW (widget), x, y);
}

static const QuadTouchDragFuncs touch_funcs =
{
  .collect = touch_collect,
  .make_icon = touch_make_icon,
  .begin = touch_begin,
  .end = touch_end,
  .rest = touch_rest,
};

/* Lights up the box at a point when a drop there would do something. */
static void
update_hint (QuadChartView *self,
             GPtrArray     *dragged,
             double         x,
             double         y)
{
  QuadHit hit = quad_chart_view_hit (self, x, y);
  int box = hit.kind == QUAD_HIT_NOTHING ? -1 : (int) hit.box;

  if (box == self->hinted_box)
    return;

  quad_chart_view_clear_hint (self);
  if (box >= 0)
    {
      g_autoptr (GPtrArray) accounts = quad_account_drag_collect (dragged, self->book);

      self->hint = quad_chart_view_describe_drop (self, accounts, (guint) box);
      self->hinted_box = box;
      quad_chart_box_set_hint (QUAD_CHART_BOX (self->boxes[box]), self->hint);
    }
}

static gboolean
hover (QuadDropPlace *place,
       GPtrArray     *dragged,
       double         x,
       double         y)
{
  QuadChartView *self = QUAD_CHART_VIEW (place);

  if (dragged != self->hovering)
    {
      quad_chart_view_clear_hint (self);
      g_clear_pointer (&self->hovering, g_ptr_array_unref);
      self->hovering = g_ptr_array_ref (dragged);
    }
  update_hint (self, dragged, x, y);
  quad_chart_view_scroll_near_edge (self, x, y);

  return self->hint != NULL;
}

static void
leave (QuadDropPlace *place)
{
  QuadChartView *self = QUAD_CHART_VIEW (place);

  quad_chart_view_stop_scrolling (self);
  quad_chart_view_clear_hint (self);
  g_clear_pointer (&self->hovering, g_ptr_array_unref);
}

static gboolean
drop (QuadDropPlace *place,
      GPtrArray     *dragged,
      double         x,
      double         y)
{
  QuadChartView *self = QUAD_CHART_VIEW (place);
  QuadHit hit = quad_chart_view_hit (self, x, y);
  g_autoptr (GPtrArray) accounts = quad_account_drag_collect (dragged, self->book);

  if (hit.kind == QUAD_HIT_NOTHING || accounts->len == 0)
    return FALSE;

  return quad_chart_view_move (self, accounts, hit.box);
}

void
quad_chart_view_init_drop_place (QuadDropPlaceInterface *iface)
{
  iface->hover = hover;
  iface->leave = leave;
  iface->drop = drop;
}

void
quad_chart_view_init_dnd (QuadChartView *self)
{
  GtkDragSource *source = gtk_drag_source_new ();

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect (source, "prepare", G_CALLBACK (prepare_cb), self);
  g_signal_connect (source, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (source, "drag-cancel", G_CALLBACK (drag_cancel_cb), self);
  g_signal_connect (source, "drag-end", G_CALLBACK (drag_end_cb), self);
  quad_drag_escape_attach (source);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (source));

  quad_touch_drag_attach (GTK_WIDGET (self), &touch_funcs, NULL);
  quad_drop_place_accept_drags (QUAD_DROP_PLACE (self));
}

void
quad_chart_view_clear_hint (QuadChartView *self)
{
  if (self->hinted_box >= 0)
    quad_chart_box_set_hint (QUAD_CHART_BOX (self->boxes[self->hinted_box]), NULL);
  self->hinted_box = -1;
  g_clear_pointer (&self->hint, g_free);
}

/* The chart went on under what is held over it. */
void
quad_chart_view_hover_again (QuadChartView *self,
                             double         x,
                             double         y)
{
  if (self->hovering != NULL)
    update_hint (self, self->hovering, x, y);
}
