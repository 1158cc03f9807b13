/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "quad-item.h"

G_BEGIN_DECLS

#define QUAD_TYPE_ITEM_LIST (quad_item_list_get_type ())
G_DECLARE_FINAL_TYPE (QuadItemList, quad_item_list, QUAD, ITEM_LIST, GObject)

QuadItemList *quad_item_list_new     (GType         item_type);
gpointer      quad_item_list_peek    (QuadItemList *self,
                                      guint         position);
gpointer      quad_item_list_lookup  (QuadItemList *self,
                                      gint64        id);
guint         quad_item_list_get_size (QuadItemList *self);
void          quad_item_list_replace (QuadItemList *self,
                                      GPtrArray    *items);
void          quad_item_list_add     (QuadItemList *self,
                                      GPtrArray    *items);
void          quad_item_list_remove  (QuadItemList *self,
                                      GPtrArray    *items);
void          quad_item_list_changed (QuadItemList *self,
                                      GPtrArray    *items);

G_END_DECLS
