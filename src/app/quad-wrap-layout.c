/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-wrap-layout"

#include "quad-wrap-layout.h"

struct _QuadWrapLayout
{
  GtkLayoutManager parent_instance;

  /* plain */
  int spacing;
};

typedef enum
{
  PROP_SPACING = 1,
} QuadWrapLayoutProperty;

static GParamSpec *properties[PROP_SPACING + 1];

G_DEFINE_FINAL_TYPE (QuadWrapLayout, quad_wrap_layout, GTK_TYPE_LAYOUT_MANAGER)

typedef struct
{
  GtkWidget *widgets[2];
  int        widths[2];     /* the least */
  int        heights[2];
} Children;

static void
measure_children (GtkWidget *widget,
                  Children  *children)
{
  children->widgets[0] = gtk_widget_get_first_child (widget);
  children->widgets[1] = gtk_widget_get_last_child (widget);
  for (guint i = 0; i < 2; i++)
    {
      gtk_widget_measure (children->widgets[i], GTK_ORIENTATION_HORIZONTAL, -1,
                          &children->widths[i], NULL, NULL, NULL);
      gtk_widget_measure (children->widgets[i], GTK_ORIENTATION_VERTICAL, -1,
                          &children->heights[i], NULL, NULL, NULL);
    }
}

static gboolean
fits_one_line (QuadWrapLayout *self,
               const Children *children,
               int             width)
{
  return width < 0 || children->widths[0] + self->spacing + children->widths[1] <= width;
}

static GtkSizeRequestMode
quad_wrap_layout_get_request_mode (GtkLayoutManager *manager,
                                   GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
quad_wrap_layout_measure (GtkLayoutManager *manager,
                          GtkWidget        *widget,
                          GtkOrientation    orientation,
                          int               for_size,
                          int              *minimum,
                          int              *natural,
                          int              *minimum_baseline,
                          int              *natural_baseline)
{
  QuadWrapLayout *self = QUAD_WRAP_LAYOUT (manager);
  Children children;

  measure_children (widget, &children);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MAX (children.widths[0], children.widths[1]);
      *natural = children.widths[0] + self->spacing + children.widths[1];
    }
  else if (fits_one_line (self, &children, for_size))
    {
      *minimum = *natural = MAX (children.heights[0], children.heights[1]);
    }
  else
    {
      *minimum = *natural = children.heights[0] + self->spacing + children.heights[1];
    }
}

static void
quad_wrap_layout_allocate (GtkLayoutManager *manager,
                           GtkWidget        *widget,
                           int               width,
                           int               height,
                           int               baseline)
{
  QuadWrapLayout *self = QUAD_WRAP_LAYOUT (manager);
  GtkAllocation first, second;
  Children children;

  measure_children (widget, &children);
  if (fits_one_line (self, &children, width))
    {
      int offset = children.widths[0] + self->spacing;

      first = (GtkAllocation) { 0, 0, children.widths[0], height };
      second = (GtkAllocation) { offset, 0, width - offset, height };
      if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
        {
          first.x = width - first.width;
          second.x = 0;
        }
    }
  else
    {
      first = (GtkAllocation) { 0, 0, width, children.heights[0] };
      second = (GtkAllocation) { 0, first.height + self->spacing, width, children.heights[1] };
    }
  gtk_widget_size_allocate (children.widgets[0], &first, -1);
  gtk_widget_size_allocate (children.widgets[1], &second, -1);
}

static void
quad_wrap_layout_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  QuadWrapLayout *self = QUAD_WRAP_LAYOUT (object);

  switch ((QuadWrapLayoutProperty) prop_id)
    {
    case PROP_SPACING:
      g_value_set_int (value, self->spacing);
      break;
    }
}

static void
quad_wrap_layout_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  QuadWrapLayout *self = QUAD_WRAP_LAYOUT (object);

  switch ((QuadWrapLayoutProperty) prop_id)
    {
    case PROP_SPACING:
      if (self->spacing == g_value_get_int (value))
        return;
      self->spacing = g_value_get_int (value);
      gtk_layout_manager_layout_changed (GTK_LAYOUT_MANAGER (self));
      g_object_notify_by_pspec (object, pspec);
      break;
    }
}

static void
quad_wrap_layout_class_init (QuadWrapLayoutClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  object_class->get_property = quad_wrap_layout_get_property;
  object_class->set_property = quad_wrap_layout_set_property;

  layout_class->get_request_mode = quad_wrap_layout_get_request_mode;
  layout_class->measure = quad_wrap_layout_measure;
  layout_class->allocate = quad_wrap_layout_allocate;

  /**
   * QuadWrapLayout:spacing:
   *
   * Between the two children, in either direction. Units: logical pixels.
   */
  properties[PROP_SPACING] =
    g_param_spec_int ("spacing", NULL, NULL, 0, G_MAXINT, 0,
                      G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
quad_wrap_layout_init (QuadWrapLayout *self)
{
}
