/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-chart-pane"

#include "quad-chart-pane.h"

#include "quad-i18n.h"

struct _QuadChartPane
{
  GtkWidget parent_instance;

  /* template widgets */
  GtkWidget         *content;
  GtkWidget         *back_button;
  GtkWidget         *find_revealer;
  GtkLabel          *find_label;
  GtkScrolledWindow *scrolled;

  /* borrowed */
  QuadChartView     *chart;
};

G_DEFINE_FINAL_TYPE (QuadChartPane, quad_chart_pane, GTK_TYPE_WIDGET)

static void
find_text_changed_cb (QuadChartPane *self)
{
  g_autofree char *text = NULL;
  g_autofree char *shown = NULL;

  g_object_get (self->chart, "find-text", &text, NULL);
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->find_revealer), text != NULL);
  if (text == NULL)
    return;

  /* Translators: %s is the beginning of a name, as it is typed */
  shown = g_strdup_printf (_("Find: %s"), text);
  gtk_label_set_text (self->find_label, shown);
}

static void
unzoom_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  QuadChartPane *self = QUAD_CHART_PANE (widget);

  gtk_widget_grab_focus (GTK_WIDGET (self->chart));
  gtk_widget_activate_action (GTK_WIDGET (self->chart), "chart.unzoom", NULL);
}

static void
quad_chart_pane_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), QUAD_TYPE_CHART_PANE);

  G_OBJECT_CLASS (quad_chart_pane_parent_class)->dispose (object);
}

static void
quad_chart_pane_class_init (QuadChartPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = quad_chart_pane_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/app/quadrille/Quadrille/quad-chart-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, QuadChartPane, content);
  gtk_widget_class_bind_template_child (widget_class, QuadChartPane, back_button);
  gtk_widget_class_bind_template_child (widget_class, QuadChartPane, find_revealer);
  gtk_widget_class_bind_template_child (widget_class, QuadChartPane, find_label);
  gtk_widget_class_bind_template_child (widget_class, QuadChartPane, scrolled);
  gtk_widget_class_install_action (widget_class, "chart-pane.unzoom", NULL, unzoom_action);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "chartpane");
}

static void
quad_chart_pane_init (QuadChartPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * quad_chart_pane_new:
 * @chart: the chart that it shows
 */
GtkWidget *
quad_chart_pane_new (QuadChartView *chart)
{
  QuadChartPane *self = g_object_new (QUAD_TYPE_CHART_PANE, NULL);

  g_return_val_if_fail (QUAD_IS_CHART_VIEW (chart), NULL);

  self->chart = chart;
  gtk_scrolled_window_set_child (self->scrolled, GTK_WIDGET (chart));
  g_object_bind_property (chart, "zoomed", self->back_button, "visible", G_BINDING_SYNC_CREATE);
  g_signal_connect_object (chart, "notify::find-text", G_CALLBACK (find_text_changed_cb), self,
                           G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
