/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-panes"

#include "quad-panes.h"

#include <adwaita.h>

#include "quad-roomy-bin.h"

#define LIST_WIDTH_LEAST 300
#define LIST_WIDTH_MOST  680

/*
 * A flap hides itself when it folds and comes back when it unfolds, whatever a person wanted
 * before: so what was wanted is kept here, and only while the pane stands beside the chart.
 *
 * It folds while sizes are being allocated. Whoever hears of that and changes what it shows asks
 * for another size in the middle of it, so "show-list", "show-panel" and "narrow" are notified
 * when the sizes are settled.
 */
struct _QuadPanes
{
  GtkWidget parent_instance;

  /* template widgets */
  AdwFlap      *panel_flap;
  AdwFlap      *list_flap;
  GtkWidget    *list_separator;
  QuadRoomyBin *list_bin;
  QuadRoomyBin *panel_bin;
  QuadRoomyBin *content_bin;

  /* plain */
  gboolean wants_list;
  gboolean wants_panel;
  int      list_width;
  int      dragged_from;
  guint    announce_source;
  gboolean announced_list;      /* what was notified last */
  gboolean announced_panel;
  gboolean announced_narrow;
  gboolean expects_narrow;      /* before the first layout */
  guint    n_ticks;
};

typedef enum
{
  PROP_SHOW_LIST = 1,
  PROP_SHOW_PANEL,
  PROP_WANTS_LIST,
  PROP_WANTS_PANEL,
  PROP_LIST_WIDTH,
  PROP_NARROW,
} QuadPanesProperty;

static GParamSpec *properties[PROP_NARROW + 1];

G_DEFINE_FINAL_TYPE (QuadPanes, quad_panes, GTK_TYPE_WIDGET)

static void
set_wish (QuadPanes  *self,
          gboolean   *wish,
          gboolean    value,
          GParamSpec *pspec)
{
  if (*wish == value)
    return;
  *wish = value;
  g_object_notify_by_pspec (G_OBJECT (self), pspec);
}

static void
announce (QuadPanes  *self,
          gboolean   *announced,
          gboolean    value,
          GParamSpec *pspec)
{
  if (*announced == value)
    return;
  *announced = value;
  g_object_notify_by_pspec (G_OBJECT (self), pspec);
}

/* Beside the chart the list has its width; over it, or before it is known, it takes what it
 * gets. */
static void
apply_list_width (QuadPanes *self)
{
  gtk_widget_set_size_request (GTK_WIDGET (self->list_bin),
                               quad_panes_is_narrow (self) ? -1 : self->list_width, -1);
  g_object_set (self->list_bin, "natural-width", self->list_width, NULL);
}

static gboolean
announce_cb (gpointer user_data)
{
  g_autoptr (QuadPanes) self = g_object_ref (user_data);

  self->announce_source = 0;
  apply_list_width (self);
  announce (self, &self->announced_narrow, quad_panes_is_narrow (self), properties[PROP_NARROW]);
  announce (self, &self->announced_list, quad_panes_get_show_list (self),
            properties[PROP_SHOW_LIST]);
  announce (self, &self->announced_panel, quad_panes_get_show_panel (self),
            properties[PROP_SHOW_PANEL]);
  return G_SOURCE_REMOVE;
}

static void
announce_later (QuadPanes *self)
{
  if (self->announce_source == 0)
    self->announce_source = g_idle_add_full (GTK_PRIORITY_RESIZE, announce_cb, self, NULL);
}

static void
list_folded_cb (QuadPanes *self)
{
  self->expects_narrow = FALSE;
  if (!adw_flap_get_folded (self->list_flap))
    adw_flap_set_reveal_flap (self->list_flap, self->wants_list);
  announce_later (self);
}

static void
panel_folded_cb (QuadPanes *self)
{
  if (!adw_flap_get_folded (self->panel_flap))
    adw_flap_set_reveal_flap (self->panel_flap, self->wants_panel);
}

static void
list_revealed_cb (QuadPanes *self)
{
  /* Two panes over the chart would lie over each other. */
  if (adw_flap_get_reveal_flap (self->list_flap) && adw_flap_get_folded (self->list_flap)
      && adw_flap_get_folded (self->panel_flap))
    adw_flap_set_reveal_flap (self->panel_flap, FALSE);
  announce_later (self);
}

static void
panel_revealed_cb (QuadPanes *self)
{
  if (adw_flap_get_reveal_flap (self->panel_flap) && adw_flap_get_folded (self->panel_flap)
      && adw_flap_get_folded (self->list_flap))
    adw_flap_set_reveal_flap (self->list_flap, FALSE);
  announce_later (self);
}

static void
set_list_width (QuadPanes *self,
                int        width)
{
  width = CLAMP (width, LIST_WIDTH_LEAST, LIST_WIDTH_MOST);
  if (self->list_width == width)
    return;
  self->list_width = width;
  apply_list_width (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LIST_WIDTH]);
}

static void
drag_begin_cb (QuadPanes *self)
{
  self->dragged_from = self->list_width;
}

/* The handle moves with the pane: the distance is from where it was when the drag began, in the
 * coordinates of the whole, which stay put. */
static void
drag_update_cb (QuadPanes      *self,
                double          offset_x,
                double          offset_y,
                GtkGestureDrag *gesture)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int room = gtk_widget_get_width (GTK_WIDGET (self->list_flap)) - 320;
  int width = self->dragged_from + (int) (rtl ? -offset_x : offset_x);

  set_list_width (self, MIN (width, MAX (room, LIST_WIDTH_LEAST)));
}

static gboolean
is_on_handle (QuadPanes *self,
              double     x,
              double     y)
{
  graphene_rect_t bounds;

  return !adw_flap_get_folded (self->list_flap) && adw_flap_get_reveal_flap (self->list_flap)
         && gtk_widget_compute_bounds (self->list_separator, GTK_WIDGET (self), &bounds)
         && x >= bounds.origin.x - 3 && x <= bounds.origin.x + bounds.size.width + 3;
}

static void
handle_begin_cb (QuadPanes      *self,
                 double          start_x,
                 double          start_y,
                 GtkGestureDrag *gesture)
{
  if (!is_on_handle (self, start_x, start_y))
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  drag_begin_cb (self);
}

static void
motion_cb (QuadPanes *self,
           double     x,
           double     y)
{
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self),
                                   is_on_handle (self, x, y) ? "col-resize" : NULL);
}

/* In the second frame the first layout is done: what was expected is known now. */
static gboolean
tick_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  QuadPanes *self = QUAD_PANES (widget);

  if (self->n_ticks++ == 0)
    return G_SOURCE_CONTINUE;
  self->expects_narrow = FALSE;
  announce_later (self);
  return G_SOURCE_REMOVE;
}

static void
quad_panes_dispose (GObject *object)
{
  QuadPanes *self = QUAD_PANES (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), QUAD_TYPE_PANES);
  g_clear_handle_id (&self->announce_source, g_source_remove);

  G_OBJECT_CLASS (quad_panes_parent_class)->dispose (object);
}

static void
quad_panes_get_property (GObject    *object,
                         guint       property_id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  QuadPanes *self = QUAD_PANES (object);

  switch ((QuadPanesProperty) property_id)
    {
    case PROP_SHOW_LIST:
      g_value_set_boolean (value, quad_panes_get_show_list (self));
      break;
    case PROP_SHOW_PANEL:
      g_value_set_boolean (value, quad_panes_get_show_panel (self));
      break;
    case PROP_WANTS_LIST:
      g_value_set_boolean (value, self->wants_list);
      break;
    case PROP_WANTS_PANEL:
      g_value_set_boolean (value, self->wants_panel);
      break;
    case PROP_LIST_WIDTH:
      g_value_set_int (value, self->list_width);
      break;
    case PROP_NARROW:
      g_value_set_boolean (value, quad_panes_is_narrow (self));
      break;
    }
}

static void
quad_panes_set_property (GObject      *object,
                         guint         property_id,
                         const GValue *value,
                         GParamSpec   *pspec)
{
  QuadPanes *self = QUAD_PANES (object);

  switch ((QuadPanesProperty) property_id)
    {
    case PROP_SHOW_LIST:
    case PROP_WANTS_LIST:
      quad_panes_set_show_list (self, g_value_get_boolean (value));
      break;
    case PROP_SHOW_PANEL:
    case PROP_WANTS_PANEL:
      quad_panes_set_show_panel (self, g_value_get_boolean (value));
      break;
    case PROP_LIST_WIDTH:
      set_list_width (self, g_value_get_int (value));
      break;
    case PROP_NARROW:
      g_assert_not_reached ();
    }
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  /**
   * QuadPanes:show-list:
   *
   * Whether the list can be seen, beside the chart or over it.
   */
  properties[PROP_SHOW_LIST] = g_param_spec_boolean ("show-list", NULL, NULL, TRUE, flags);

  /**
   * QuadPanes:show-panel:
   *
   * Whether the panel can be seen, beside the chart or over it.
   */
  properties[PROP_SHOW_PANEL] = g_param_spec_boolean ("show-panel", NULL, NULL, TRUE, flags);

  /**
   * QuadPanes:wants-list:
   *
   * Whether the list shall be seen where there is room for it: what is kept between sessions.
   */
  properties[PROP_WANTS_LIST] = g_param_spec_boolean ("wants-list", NULL, NULL, TRUE, flags);

  /**
   * QuadPanes:wants-panel:
   *
   * Whether the panel shall be seen where there is room for it.
   */
  properties[PROP_WANTS_PANEL] = g_param_spec_boolean ("wants-panel", NULL, NULL, TRUE, flags);

  /**
   * QuadPanes:list-width:
   *
   * Units: logical pixels. What is out of bounds is brought back into them.
   */
  properties[PROP_LIST_WIDTH] = g_param_spec_int ("list-width", NULL, NULL, 0, G_MAXINT, 0, flags);

  /**
   * QuadPanes:narrow:
   *
   * Whether there is room for the chart only.
   */
  properties[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                                                  G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY
                                                  | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
quad_panes_class_init (QuadPanesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = quad_panes_dispose;
  object_class->get_property = quad_panes_get_property;
  object_class->set_property = quad_panes_set_property;

  install_properties (object_class);

  g_type_ensure (QUAD_TYPE_ROOMY_BIN);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/app/quadrille/Quadrille/quad-panes.ui");
  gtk_widget_class_bind_template_child (widget_class, QuadPanes, panel_flap);
  gtk_widget_class_bind_template_child (widget_class, QuadPanes, list_flap);
  gtk_widget_class_bind_template_child (widget_class, QuadPanes, list_separator);
  gtk_widget_class_bind_template_child (widget_class, QuadPanes, list_bin);
  gtk_widget_class_bind_template_child (widget_class, QuadPanes, panel_bin);
  gtk_widget_class_bind_template_child (widget_class, QuadPanes, content_bin);
  gtk_widget_class_bind_template_callback (widget_class, list_folded_cb);
  gtk_widget_class_bind_template_callback (widget_class, list_revealed_cb);
  gtk_widget_class_bind_template_callback (widget_class, panel_folded_cb);
  gtk_widget_class_bind_template_callback (widget_class, panel_revealed_cb);
}

static void
quad_panes_init (QuadPanes *self)
{
  GtkGesture *drag;
  GtkEventController *motion;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->wants_list = TRUE;
  self->wants_panel = TRUE;
  self->announced_list = quad_panes_get_show_list (self);
  self->announced_panel = quad_panes_get_show_panel (self);
  self->announced_narrow = quad_panes_is_narrow (self);

  /* On the whole, not on the separator: that one is a single pixel wide. */
  drag = gtk_gesture_drag_new ();
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (drag), GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (handle_begin_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  motion = gtk_event_controller_motion_new ();
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
}

void
quad_panes_set_list (QuadPanes *self,
                     GtkWidget *list)
{
  g_return_if_fail (QUAD_IS_PANES (self));

  quad_roomy_bin_set_child (self->list_bin, list);
}

void
quad_panes_set_content (QuadPanes *self,
                        GtkWidget *content)
{
  g_return_if_fail (QUAD_IS_PANES (self));

  quad_roomy_bin_set_child (self->content_bin, content);
}

void
quad_panes_set_panel (QuadPanes *self,
                      GtkWidget *panel)
{
  g_return_if_fail (QUAD_IS_PANES (self));

  quad_roomy_bin_set_child (self->panel_bin, panel);
}

gboolean
quad_panes_get_show_list (QuadPanes *self)
{
  g_return_val_if_fail (QUAD_IS_PANES (self), FALSE);

  return adw_flap_get_reveal_flap (self->list_flap);
}

void
quad_panes_set_show_list (QuadPanes *self,
                          gboolean   show_list)
{
  g_return_if_fail (QUAD_IS_PANES (self));

  show_list = !!show_list;
  if (!adw_flap_get_folded (self->list_flap))
    set_wish (self, &self->wants_list, show_list, properties[PROP_WANTS_LIST]);
  adw_flap_set_reveal_flap (self->list_flap, show_list);
}

gboolean
quad_panes_get_show_panel (QuadPanes *self)
{
  g_return_val_if_fail (QUAD_IS_PANES (self), FALSE);

  return adw_flap_get_reveal_flap (self->panel_flap);
}

void
quad_panes_set_show_panel (QuadPanes *self,
                           gboolean   show_panel)
{
  g_return_if_fail (QUAD_IS_PANES (self));

  show_panel = !!show_panel;
  if (!adw_flap_get_folded (self->panel_flap))
    set_wish (self, &self->wants_panel, show_panel, properties[PROP_WANTS_PANEL]);
  adw_flap_set_reveal_flap (self->panel_flap, show_panel);
}

/**
 * quad_panes_has_room:
 *
 * Returns: whether the panel stands beside the chart, not over it, when it is shown
 */
gboolean
quad_panes_has_room (QuadPanes *self)
{
  g_return_val_if_fail (QUAD_IS_PANES (self), FALSE);

  return !adw_flap_get_folded (self->panel_flap);
}

gboolean
quad_panes_is_narrow (QuadPanes *self)
{
  g_return_val_if_fail (QUAD_IS_PANES (self), FALSE);

  return self->expects_narrow || adw_flap_get_folded (self->list_flap);
}

/**
 * quad_panes_expect_width:
 * @width: that the window is going to have
 *
 * To be called before the first layout: a window is never made smaller than what it shows first
 * needs, so what would fold is not asked for then. Nothing is measured here: until a widget has
 * been given its place it keeps the size it was first measured with, whatever goes from it.
 */
void
quad_panes_expect_width (QuadPanes *self,
                         int        width)
{
  int content_width;

  g_return_if_fail (QUAD_IS_PANES (self));

  g_object_get (self->content_bin, "natural-width", &content_width, NULL);
  self->expects_narrow = width < self->list_width + content_width;
  self->announced_narrow = quad_panes_is_narrow (self);
  apply_list_width (self);
  if (self->n_ticks == 0)
    gtk_widget_add_tick_callback (GTK_WIDGET (self), tick_cb, NULL, NULL);
}
