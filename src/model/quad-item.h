/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quad-record.h"

G_BEGIN_DECLS

#define QUAD_TYPE_ITEM (quad_item_get_type ())
G_DECLARE_DERIVABLE_TYPE (QuadItem, quad_item, QUAD, ITEM, GObject)

/**
 * QuadItemClass:
 * @changed: called after values changed, before any notify: drop what was derived from them
 */
struct _QuadItemClass
{
  GObjectClass parent_class;

  void (*changed) (QuadItem *self);

  /*< private >*/
  const QuadSchema  *schema;
  GParamSpec       **properties;
};

void              quad_item_class_install_schema (QuadItemClass    *klass,
                                                  const QuadSchema *schema);

gpointer          quad_item_new                  (GType             type,
                                                  gint64            id,
                                                  QuadRecord       *values);
gint64            quad_item_get_id               (QuadItem         *self);
const QuadRecord *quad_item_get_values           (QuadItem         *self);
const char       *quad_item_get_text             (QuadItem         *self,
                                                  guint             field);
gint64            quad_item_get_number           (QuadItem         *self,
                                                  guint             field);
gboolean          quad_item_assign               (QuadItem         *self,
                                                  QuadRecord       *values);

G_END_DECLS
