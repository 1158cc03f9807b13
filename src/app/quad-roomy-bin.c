/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-roomy-bin"

#include "quad-roomy-bin.h"

struct _QuadRoomyBin
{
  GtkWidget parent_instance;

  /* owned */
  GtkWidget *child;

  /* plain */
  int natural_width;
};

typedef enum
{
  PROP_NATURAL_WIDTH = 1,
} QuadRoomyBinProperty;

static GParamSpec *properties[PROP_NATURAL_WIDTH + 1];

G_DEFINE_FINAL_TYPE (QuadRoomyBin, quad_roomy_bin, GTK_TYPE_WIDGET)

static GtkSizeRequestMode
quad_roomy_bin_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

static void
quad_roomy_bin_measure (GtkWidget      *widget,
                        GtkOrientation  orientation,
                        int             for_size,
                        int            *minimum,
                        int            *natural,
                        int            *minimum_baseline,
                        int            *natural_baseline)
{
  QuadRoomyBin *self = QUAD_ROOMY_BIN (widget);

  *minimum = *natural = 0;
  if (self->child != NULL)
    gtk_widget_measure (self->child, orientation, -1, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *natural = MAX (*minimum, self->natural_width);
}

static void
quad_roomy_bin_size_allocate (GtkWidget *widget,
                              int        width,
                              int        height,
                              int        baseline)
{
  QuadRoomyBin *self = QUAD_ROOMY_BIN (widget);

  if (self->child != NULL)
    gtk_widget_allocate (self->child, width, height, baseline, NULL);
}

static void
quad_roomy_bin_dispose (GObject *object)
{
  QuadRoomyBin *self = QUAD_ROOMY_BIN (object);

  g_clear_pointer (&self->child, gtk_widget_unparent);

  G_OBJECT_CLASS (quad_roomy_bin_parent_class)->dispose (object);
}

static void
quad_roomy_bin_get_property (GObject    *object,
                             guint       property_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  QuadRoomyBin *self = QUAD_ROOMY_BIN (object);

  switch ((QuadRoomyBinProperty) property_id)
    {
    case PROP_NATURAL_WIDTH:
      g_value_set_int (value, self->natural_width);
      break;
    }
}

static void
quad_roomy_bin_set_property (GObject      *object,
                             guint         property_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  QuadRoomyBin *self = QUAD_ROOMY_BIN (object);

  switch ((QuadRoomyBinProperty) property_id)
    {
    case PROP_NATURAL_WIDTH:
      if (self->natural_width == g_value_get_int (value))
        return;
      self->natural_width = g_value_get_int (value);
      gtk_widget_queue_resize (GTK_WIDGET (self));
      g_object_notify_by_pspec (object, pspec);
      break;
    }
}

static void
quad_roomy_bin_class_init (QuadRoomyBinClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = quad_roomy_bin_dispose;
  object_class->get_property = quad_roomy_bin_get_property;
  object_class->set_property = quad_roomy_bin_set_property;

  widget_class->get_request_mode = quad_roomy_bin_get_request_mode;
  widget_class->measure = quad_roomy_bin_measure;
  widget_class->size_allocate = quad_roomy_bin_size_allocate;

  /**
   * QuadRoomyBin:natural-width:
   *
   * Units: logical pixels.
   */
  properties[PROP_NATURAL_WIDTH] =
    g_param_spec_int ("natural-width", NULL, NULL, 0, G_MAXINT, 0,
                      G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_css_name (widget_class, "roomybin");
}

static void
quad_roomy_bin_init (QuadRoomyBin *self)
{
}

/**
 * quad_roomy_bin_set_child:
 * @child: (transfer floating) (nullable): takes the place of the one before
 */
void
quad_roomy_bin_set_child (QuadRoomyBin *self,
                          GtkWidget    *child)
{
  g_return_if_fail (QUAD_IS_ROOMY_BIN (self));
  g_return_if_fail (child == NULL || GTK_IS_WIDGET (child));

  g_clear_pointer (&self->child, gtk_widget_unparent);
  self->child = child;
  if (child != NULL)
    gtk_widget_set_parent (child, GTK_WIDGET (self));
}
