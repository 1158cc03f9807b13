/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-model"

#include "quad-item.h"

/**
 * QuadItem:
 *
 * One row of the book as an object: the id, and a whole record of values that are readable as
 * properties. There is one object per row, and only the book assigns values: everybody else
 * follows the notifications. Main thread only.
 */
typedef struct
{
  gint64      id;
  QuadRecord *values;
} QuadItemPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (QuadItem, quad_item, G_TYPE_OBJECT)

static GParamSpec *
make_property (const QuadField *field)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  if (quad_kind_is_text (field->kind))
    return g_param_spec_string (field->name, NULL, NULL, NULL, flags);
  return g_param_spec_int64 (field->name, NULL, NULL, G_MININT64, G_MAXINT64,
                             quad_kind_get_empty (field->kind), flags);
}

static void
quad_item_get_property (GObject    *object,
                        guint       prop_id,
                        GValue     *value,
                        GParamSpec *pspec)
{
  QuadItemPrivate *priv = quad_item_get_instance_private (QUAD_ITEM (object));
  const QuadSchema *schema = QUAD_ITEM_GET_CLASS (object)->schema;
  guint field = prop_id - 1;

  if (field >= schema->n_fields)
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  else if (quad_kind_is_text (schema->fields[field].kind))
    g_value_set_string (value, quad_record_get_text (priv->values, field));
  else
    g_value_set_int64 (value, quad_record_get_number (priv->values, field));
}

static void
quad_item_finalize (GObject *object)
{
  QuadItemPrivate *priv = quad_item_get_instance_private (QUAD_ITEM (object));

  quad_record_free (priv->values);
  G_OBJECT_CLASS (quad_item_parent_class)->finalize (object);
}

static void
quad_item_class_init (QuadItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = quad_item_finalize;
}

static void
quad_item_init (QuadItem *self)
{
}

/**
 * quad_item_class_install_schema: (skip)
 *
 * To be called in class_init of each noun: gives it one readable property per field.
 */
void
quad_item_class_install_schema (QuadItemClass    *klass,
                                const QuadSchema *schema)
{
  klass->schema = schema;
  /* GObject does not hand down the property functions */
  G_OBJECT_CLASS (klass)->get_property = quad_item_get_property;
  klass->properties = g_new0 (GParamSpec *, schema->n_fields + 1);
  for (guint i = 0; i < schema->n_fields; i++)
    klass->properties[i + 1] = make_property (&schema->fields[i]);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), schema->n_fields + 1,
                                     klass->properties);
}

/**
 * quad_item_new: (skip)
 * @type: a noun
 * @id: of the row
 * @values: (transfer full): a record of the noun's schema
 */
gpointer
quad_item_new (GType       type,
               gint64      id,
               QuadRecord *values)
{
  QuadItem *self = g_object_new (type, NULL);
  QuadItemPrivate *priv = quad_item_get_instance_private (self);

  g_return_val_if_fail (QUAD_ITEM_GET_CLASS (self)->schema == quad_record_get_schema (values),
                        NULL);

  priv->id = id;
  priv->values = values;
  return self;
}

gint64
quad_item_get_id (QuadItem *self)
{
  QuadItemPrivate *priv = quad_item_get_instance_private (self);

  return priv->id;
}

/**
 * quad_item_get_values:
 *
 * Returns: (transfer none): all values; valid until the item changes
 */
const QuadRecord *
quad_item_get_values (QuadItem *self)
{
  QuadItemPrivate *priv = quad_item_get_instance_private (self);

  return priv->values;
}

const char *
quad_item_get_text (QuadItem *self,
                    guint     field)
{
  QuadItemPrivate *priv = quad_item_get_instance_private (self);

  return quad_record_get_text (priv->values, field);
}

gint64
quad_item_get_number (QuadItem *self,
                      guint     field)
{
  QuadItemPrivate *priv = quad_item_get_instance_private (self);

  return quad_record_get_number (priv->values, field);
}

/**
 * quad_item_assign:
 * @values: (transfer full): all values as they are in the store now
 *
 * Takes over new values and notifies, once each, the properties that changed. For the book only.
 *
 * Returns: whether anything changed
 */
gboolean
quad_item_assign (QuadItem   *self,
                  QuadRecord *values)
{
  QuadItemPrivate *priv = quad_item_get_instance_private (self);
  QuadItemClass *klass = QUAD_ITEM_GET_CLASS (self);
  g_autoptr (QuadRecord) before = NULL;
  gboolean changed = FALSE;

  g_return_val_if_fail (quad_record_get_schema (values) == klass->schema, FALSE);

  before = g_steal_pointer (&priv->values);
  priv->values = values;
  for (guint i = 0; i < klass->schema->n_fields && !changed; i++)
    changed = quad_record_differs (before, values, i);
  if (!changed)
    return FALSE;

  if (klass->changed != NULL)
    klass->changed (self);
  g_object_freeze_notify (G_OBJECT (self));
  for (guint i = 0; i < klass->schema->n_fields; i++)
    if (quad_record_differs (before, values, i))
      g_object_notify_by_pspec (G_OBJECT (self), klass->properties[i + 1]);
  g_object_thaw_notify (G_OBJECT (self));
  return TRUE;
}
