/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-drop-place"

#include "quad-drop-place.h"

/*
 * What a GtkDropTarget tells comes in another order than a place wants to hear it: the value a
 * moment after "enter", and after a drop no "leave".
 */

G_DEFINE_INTERFACE (QuadDropPlace, quad_drop_place, GTK_TYPE_WIDGET)

static void
quad_drop_place_default_init (QuadDropPlaceInterface *iface)
{
}

/* Where the pointer is that drags. */
typedef struct
{
  QuadDropPlace *place;
  double         x;
  double         y;
} Pointer;

static void
free_pointer (gpointer  data,
              GClosure *closure)
{
  g_free (data);
}

static GPtrArray *
get_accounts (GtkDropTarget *target)
{
  const GValue *value = gtk_drop_target_get_value (target);

  return value != NULL ? g_value_get_boxed (value) : NULL;
}

/* Before the value is there a drop cannot be judged: it is accepted, and judged when it falls. */
static GdkDragAction
motion_cb (GtkDropTarget *target,
           double         x,
           double         y,
           Pointer       *pointer)
{
  GPtrArray *accounts = get_accounts (target);

  pointer->x = x;
  pointer->y = y;
  return accounts == NULL || quad_drop_place_hover (pointer->place, accounts, x, y)
         ? GDK_ACTION_MOVE : 0;
}

static void
value_changed_cb (GtkDropTarget *target,
                  GParamSpec    *pspec,
                  Pointer       *pointer)
{
  GPtrArray *accounts = get_accounts (target);

  if (accounts != NULL)
    quad_drop_place_hover (pointer->place, accounts, pointer->x, pointer->y);
}

static void
leave_cb (GtkDropTarget *target,
          Pointer       *pointer)
{
  quad_drop_place_leave (pointer->place);
}

static gboolean
drop_cb (GtkDropTarget *target,
         const GValue  *value,
         double         x,
         double         y,
         Pointer       *pointer)
{
  return quad_drop_place_drop (pointer->place, g_value_get_boxed (value), x, y);
}

/**
 * quad_drop_place_accept_drags:
 *
 * Makes it a place for drags with the pointer, which bring a G_TYPE_PTR_ARRAY of #QuadAccount. To
 * be called once.
 */
void
quad_drop_place_accept_drags (QuadDropPlace *self)
{
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_PTR_ARRAY, GDK_ACTION_MOVE);
  Pointer *pointer = g_new0 (Pointer, 1);

  g_return_if_fail (QUAD_IS_DROP_PLACE (self));

  pointer->place = self;
  gtk_drop_target_set_preload (target, TRUE);
  g_signal_connect_data (target, "enter", G_CALLBACK (motion_cb), pointer, free_pointer, 0);
  g_signal_connect (target, "motion", G_CALLBACK (motion_cb), pointer);
  g_signal_connect (target, "leave", G_CALLBACK (leave_cb), pointer);
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), pointer);
  g_signal_connect (target, "notify::value", G_CALLBACK (value_changed_cb), pointer);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

/**
 * quad_drop_place_hover:
 * @accounts: (element-type QuadAccount): what is held over it
 * @x: where, in its coordinates
 * @y: where, in its coordinates
 *
 * Shows what a drop would do, until quad_drop_place_leave() or quad_drop_place_drop().
 *
 * Returns: whether it would do something
 */
gboolean
quad_drop_place_hover (QuadDropPlace *self,
                       GPtrArray     *accounts,
                       double         x,
                       double         y)
{
  g_return_val_if_fail (QUAD_IS_DROP_PLACE (self), FALSE);

  return QUAD_DROP_PLACE_GET_IFACE (self)->hover (self, accounts, x, y);
}

/**
 * quad_drop_place_leave:
 *
 * Nothing is held over it any more.
 */
void
quad_drop_place_leave (QuadDropPlace *self)
{
  g_return_if_fail (QUAD_IS_DROP_PLACE (self));

  QUAD_DROP_PLACE_GET_IFACE (self)->leave (self);
}

/**
 * quad_drop_place_drop:
 * @accounts: (element-type QuadAccount): what is let go over it
 * @x: where, in its coordinates
 * @y: where, in its coordinates
 *
 * Returns: whether that did something
 */
gboolean
quad_drop_place_drop (QuadDropPlace *self,
                      GPtrArray     *accounts,
                      double         x,
                      double         y)
{
  g_return_val_if_fail (QUAD_IS_DROP_PLACE (self), FALSE);

  QUAD_DROP_PLACE_GET_IFACE (self)->leave (self);
  return QUAD_DROP_PLACE_GET_IFACE (self)->drop (self, accounts, x, y);
}
