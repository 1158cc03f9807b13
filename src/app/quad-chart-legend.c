/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-chart-legend"

#include "quad-chart-legend.h"

#include "quad-i18n.h"

/*
 * Takes the width that is left over, and a second line when it needs one; it is not drawn where it
 * would need more.
 */
struct _QuadChartLegend
{
  GtkWidget parent_instance;

  /* borrowed */
  QuadChartView *chart;   /* weak */
};

/* Two lines with the sizes of bubbles. */
#define MOST_HEIGHT 64

G_DEFINE_FINAL_TYPE (QuadChartLegend, quad_chart_legend, GTK_TYPE_WIDGET)

static GtkSizeRequestMode
quad_chart_legend_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
quad_chart_legend_measure (GtkWidget      *widget,
                           GtkOrientation  orientation,
                           int             for_size,
                           int            *minimum,
                           int            *natural,
                           int            *minimum_baseline,
                           int            *natural_baseline)
{
  QuadChartLegend *self = QUAD_CHART_LEGEND (widget);
  int needed = 0;

  if (orientation == GTK_ORIENTATION_VERTICAL && for_size > 0 && self->chart != NULL)
    needed = quad_chart_view_measure_legend (self->chart, for_size);

  *minimum = 0;
  *natural = needed <= MOST_HEIGHT ? needed : 0;
}

static void
quad_chart_legend_snapshot (GtkWidget   *widget,
                            GtkSnapshot *snapshot)
{
  QuadChartLegend *self = QUAD_CHART_LEGEND (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  int needed = self->chart != NULL ? quad_chart_view_measure_legend (self->chart, width) : 0;
  cairo_t *cr;

  if (width <= 0 || needed <= 0 || needed > height)
    return;

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (0, (height - needed) / 2));
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, needed));
  quad_chart_view_draw_legend (self->chart, cr, width, needed);
  cairo_destroy (cr);
  gtk_snapshot_restore (snapshot);
}

static void
quad_chart_legend_dispose (GObject *object)
{
  quad_chart_legend_set_chart (QUAD_CHART_LEGEND (object), NULL);

  G_OBJECT_CLASS (quad_chart_legend_parent_class)->dispose (object);
}

static void
quad_chart_legend_class_init (QuadChartLegendClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = quad_chart_legend_dispose;
  widget_class->get_request_mode = quad_chart_legend_get_request_mode;
  widget_class->measure = quad_chart_legend_measure;
  widget_class->snapshot = quad_chart_legend_snapshot;

  gtk_widget_class_set_css_name (widget_class, "chartlegend");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
quad_chart_legend_init (QuadChartLegend *self)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Legend"),
                                  -1);
}

/**
 * quad_chart_legend_set_chart:
 * @chart: (nullable): what it explains
 */
void
quad_chart_legend_set_chart (QuadChartLegend *self,
                             QuadChartView   *chart)
{
  g_return_if_fail (QUAD_IS_CHART_LEGEND (self));

  if (self->chart == chart)
    return;

  if (self->chart != NULL)
    g_signal_handlers_disconnect_by_data (self->chart, self);
  g_set_weak_pointer (&self->chart, chart);
  if (chart != NULL)
    g_signal_connect_object (chart, "legend-changed", G_CALLBACK (gtk_widget_queue_resize), self,
                             G_CONNECT_SWAPPED);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
