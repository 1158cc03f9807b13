/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-chart-pane"

#include "quad-chart-pane.h"

#include "quad-chart-legend.h"
#include "quad-i18n.h"
#include "quad-wrap-layout.h"

/*
 * What is chosen in the bar are properties, so that actions, menus and settings share them; words
 * stand for the values, as in the settings.
 */
struct _QuadChartPane
{
  GtkWidget parent_instance;

  /* template widgets */
  GtkWidget         *content;
  GtkWidget         *back_button;
  QuadChartLegend   *legend;
  GtkWidget         *find_revealer;
  GtkLabel          *find_label;
  GtkScrolledWindow *scrolled;

  /* borrowed */
  QuadChartView     *chart;     /* NULL before quad_chart_pane_new() is done */

  /* plain */
  QuadLens           lens;
  QuadChartMode      mode;
  QuadColorBy        color_by;
  guint              show;      /* QuadCardShow */
};

typedef enum
{
  PROP_LENS = 1,
  PROP_MODE,
  PROP_COLOR_BY,
  PROP_SHOW_AMOUNT,
  PROP_SHOW_FIT,
  PROP_SHOW_VERTICAL,
  PROP_SHOW_LAST_TOUCH,
  N_PROPS,
} QuadChartPaneProperty;

static const char *const lens_words[QUAD_N_LENSES] = { "tiers", "kare" };
static const char *const mode_words[QUAD_N_MODES] = { "cards", "bubbles" };
static const char *const color_words[QUAD_N_COLOR_BY] = { "profile", "vertical", "region",
                                                          "source" };

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (QuadChartPane, quad_chart_pane, GTK_TYPE_WIDGET)

/* Returns: FALSE when the word is none of them, or the one it is already */
static gboolean
take_word (const char *const *words,
           guint              n_words,
           const char        *word,
           guint             *value)
{
  for (guint i = 0; i < n_words; i++)
    if (g_strcmp0 (words[i], word) == 0 && *value != i)
      {
        *value = i;
        return TRUE;
      }

  return FALSE;
}

static guint
get_show_bit (QuadChartPaneProperty property)
{
  switch (property)
    {
    case PROP_SHOW_AMOUNT:
      return QUAD_SHOW_AMOUNT;
    case PROP_SHOW_FIT:
      return QUAD_SHOW_FIT;
    case PROP_SHOW_VERTICAL:
      return QUAD_SHOW_VERTICAL;
    case PROP_SHOW_LAST_TOUCH:
      return QUAD_SHOW_LAST_TOUCH;
    case PROP_LENS:
    case PROP_MODE:
    case PROP_COLOR_BY:
    case N_PROPS:
      break;
    }

  g_return_val_if_reached (0);
}

static void
update_chart (QuadChartPane *self)
{
  if (self->chart == NULL)
    return;

  quad_chart_view_set_lens (self->chart, self->lens);
  quad_chart_view_set_mode (self->chart, self->mode);
  quad_chart_view_set_color_by (self->chart, self->color_by);
  quad_chart_view_set_show (self->chart, self->show);
}

static void
set_show (QuadChartPane         *self,
          QuadChartPaneProperty  property,
          gboolean               shown)
{
  guint bit = get_show_bit (property);
  guint show = shown ? self->show | bit : self->show & ~bit;

  if (self->show == show)
    return;

  self->show = show;
  update_chart (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

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
quad_chart_pane_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  QuadChartPane *self = QUAD_CHART_PANE (object);

  switch ((QuadChartPaneProperty) prop_id)
    {
    case PROP_LENS:
      g_value_set_string (value, lens_words[self->lens]);
      break;
    case PROP_MODE:
      g_value_set_string (value, mode_words[self->mode]);
      break;
    case PROP_COLOR_BY:
      g_value_set_string (value, color_words[self->color_by]);
      break;
    case PROP_SHOW_AMOUNT:
    case PROP_SHOW_FIT:
    case PROP_SHOW_VERTICAL:
    case PROP_SHOW_LAST_TOUCH:
      g_value_set_boolean (value, (self->show & get_show_bit (prop_id)) != 0);
      break;
    case N_PROPS:
      g_assert_not_reached ();
    }
}

static void
quad_chart_pane_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  QuadChartPane *self = QUAD_CHART_PANE (object);
  gboolean changed = FALSE;
  guint number;

  switch ((QuadChartPaneProperty) prop_id)
    {
    case PROP_LENS:
      number = self->lens;
      changed = take_word (lens_words, QUAD_N_LENSES, g_value_get_string (value), &number);
      self->lens = number;
      break;
    case PROP_MODE:
      number = self->mode;
      changed = take_word (mode_words, QUAD_N_MODES, g_value_get_string (value), &number);
      self->mode = number;
      break;
    case PROP_COLOR_BY:
      number = self->color_by;
      changed = take_word (color_words, QUAD_N_COLOR_BY, g_value_get_string (value), &number);
      self->color_by = number;
      break;
    case PROP_SHOW_AMOUNT:
    case PROP_SHOW_FIT:
    case PROP_SHOW_VERTICAL:
    case PROP_SHOW_LAST_TOUCH:
      set_show (self, prop_id, g_value_get_boolean (value));
      break;
    case N_PROPS:
      g_assert_not_reached ();
    }

  if (!changed)
    return;

  update_chart (self);
  g_object_notify_by_pspec (object, pspec);
}

static void
quad_chart_pane_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), QUAD_TYPE_CHART_PANE);

  G_OBJECT_CLASS (quad_chart_pane_parent_class)->dispose (object);
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  properties[PROP_LENS] = g_param_spec_string ("lens", NULL, NULL, "tiers", flags);
  properties[PROP_MODE] = g_param_spec_string ("mode", NULL, NULL, "cards", flags);
  properties[PROP_COLOR_BY] = g_param_spec_string ("color-by", NULL, NULL, "profile", flags);
  properties[PROP_SHOW_AMOUNT] = g_param_spec_boolean ("show-amount", NULL, NULL, TRUE, flags);
  properties[PROP_SHOW_FIT] = g_param_spec_boolean ("show-fit", NULL, NULL, TRUE, flags);
  properties[PROP_SHOW_VERTICAL] = g_param_spec_boolean ("show-vertical", NULL, NULL, FALSE, flags);
  properties[PROP_SHOW_LAST_TOUCH] = g_param_spec_boolean ("show-last-touch", NULL, NULL, FALSE,
                                                           flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
quad_chart_pane_class_init (QuadChartPaneClass *klass)
{
  static const char *const names[] = { "lens", "mode", "color-by", "show-amount", "show-fit",
                                       "show-vertical", "show-last-touch" };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = quad_chart_pane_get_property;
  object_class->set_property = quad_chart_pane_set_property;
  object_class->dispose = quad_chart_pane_dispose;
  install_properties (object_class);

  g_type_ensure (QUAD_TYPE_CHART_LEGEND);
  g_type_ensure (QUAD_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/app/quadrille/Quadrille/quad-chart-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, QuadChartPane, content);
  gtk_widget_class_bind_template_child (widget_class, QuadChartPane, back_button);
  gtk_widget_class_bind_template_child (widget_class, QuadChartPane, legend);
  gtk_widget_class_bind_template_child (widget_class, QuadChartPane, find_revealer);
  gtk_widget_class_bind_template_child (widget_class, QuadChartPane, find_label);
  gtk_widget_class_bind_template_child (widget_class, QuadChartPane, scrolled);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *action = g_strconcat ("chart-pane.", names[i], NULL);

      gtk_widget_class_install_property_action (widget_class, action, names[i]);
    }
  gtk_widget_class_install_action (widget_class, "chart-pane.unzoom", NULL, unzoom_action);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "chartpane");
}

static void
quad_chart_pane_init (QuadChartPane *self)
{
  self->show = QUAD_SHOW_DEFAULT;
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
  quad_chart_legend_set_chart (self->legend, chart);
  g_object_bind_property (chart, "zoomed", self->back_button, "visible", G_BINDING_SYNC_CREATE);
  g_signal_connect_object (chart, "notify::find-text", G_CALLBACK (find_text_changed_cb), self,
                           G_CONNECT_SWAPPED);
  update_chart (self);

  return GTK_WIDGET (self);
}

/**
 * quad_chart_pane_bind_settings:
 * @settings: remember what is chosen in the bar
 */
void
quad_chart_pane_bind_settings (QuadChartPane *self,
                               GSettings     *settings)
{
  static const char *const keys[][2] = {
    { "chart-lens", "lens" },
    { "chart-mode", "mode" },
    { "chart-color-by", "color-by" },
    { "chart-show-amount", "show-amount" },
    { "chart-show-fit", "show-fit" },
    { "chart-show-vertical", "show-vertical" },
    { "chart-show-last-touch", "show-last-touch" },
  };

  g_return_if_fail (QUAD_IS_CHART_PANE (self));
  g_return_if_fail (G_IS_SETTINGS (settings));

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    g_settings_bind (settings, keys[i][0], self, keys[i][1], G_SETTINGS_BIND_DEFAULT);
}
