/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * QuadDropPlace:
 *
 * A widget that accounts can be dragged to, with the pointer or with a finger.
 */
#define QUAD_TYPE_DROP_PLACE (quad_drop_place_get_type ())
G_DECLARE_INTERFACE (QuadDropPlace, quad_drop_place, QUAD, DROP_PLACE, GtkWidget)

/**
 * QuadDropPlaceInterface:
 * @hover: accounts are held over a point of it: shows what a drop there would do; returns whether
 *   it would do something
 * @leave: they are not any more, or were dropped
 * @drop: lets them go at a point; returns whether that did something
 *
 * Accounts are (element-type QuadAccount), and may have left the book meanwhile
 * (quad_account_drag_collect()).
 */
struct _QuadDropPlaceInterface
{
  GTypeInterface parent_interface;

  gboolean (*hover) (QuadDropPlace *self,
                     GPtrArray     *accounts,
                     double         x,
                     double         y);
  void     (*leave) (QuadDropPlace *self);
  gboolean (*drop)  (QuadDropPlace *self,
                     GPtrArray     *accounts,
                     double         x,
                     double         y);
};

gboolean quad_drop_place_hover        (QuadDropPlace *self,
                                       GPtrArray     *accounts,
                                       double         x,
                                       double         y);
void     quad_drop_place_leave        (QuadDropPlace *self);
gboolean quad_drop_place_drop         (QuadDropPlace *self,
                                       GPtrArray     *accounts,
                                       double         x,
                                       double         y);
void     quad_drop_place_accept_drags (QuadDropPlace *self);

G_END_DECLS
