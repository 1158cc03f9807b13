/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * QuadTouchDragFuncs:
 * @collect: a finger rests on a point; returns (transfer full) (nullable) (element-type
 *   QuadAccount): what it takes along
 * @make_icon: what goes along under the finger; @hot is where the finger is in it
 * @begin: (nullable): it is lifted off its place
 * @end: (nullable): it was dropped, or not
 * @rest: the finger was lifted again without having gone anywhere
 */
typedef struct
{
  GPtrArray *(*collect)   (GtkWidget *widget,
                           double     x,
                           double     y,
                           gpointer   user_data);
  GtkWidget *(*make_icon) (GtkWidget *widget,
                           GPtrArray *accounts,
                           double     x,
                           double     y,
                           graphene_point_t *hot,
                           gpointer   user_data);
  void       (*begin)     (GtkWidget *widget,
                           GPtrArray *accounts,
                           gpointer   user_data);
  void       (*end)       (GtkWidget *widget,
                           gboolean   dropped,
                           gpointer   user_data);
  void       (*rest)      (GtkWidget *widget,
                           double     x,
                           double     y,
                           gpointer   user_data);
} QuadTouchDragFuncs;

void quad_touch_drag_attach (GtkWidget                *widget,
                             const QuadTouchDragFuncs *funcs,
                             gpointer                  user_data);

G_END_DECLS
