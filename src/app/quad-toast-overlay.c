/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-toast-overlay"

#include "quad-toast-overlay.h"

/* As long as a toast of libadwaita stays. */
#define SECONDS 5

struct _QuadToastOverlay
{
  GtkWidget parent_instance;

  /* template widgets */
  GtkOverlay  *overlay;
  GtkRevealer *revealer;
  GtkWidget   *toast;
  GtkLabel    *label;
  GtkBox      *buttons;

  /* plain */
  guint    hide_id;
  gboolean pointed;     /* the pointer is on it */
  gboolean focused;     /* the keyboard is in it */
};

typedef enum
{
  PROP_CHILD = 1,
} QuadToastOverlayProperty;

static GParamSpec *properties[PROP_CHILD + 1];

G_DEFINE_FINAL_TYPE (QuadToastOverlay, quad_toast_overlay, GTK_TYPE_WIDGET)

static gboolean
hide_cb (gpointer user_data)
{
  QuadToastOverlay *self = user_data;

  self->hide_id = 0;
  quad_toast_overlay_dismiss (self);
  return G_SOURCE_REMOVE;
}

/* It stays while somebody is about to press a button of it. */
static void
start_timer (QuadToastOverlay *self)
{
  g_clear_handle_id (&self->hide_id, g_source_remove);
  if (!self->pointed && !self->focused && gtk_revealer_get_reveal_child (self->revealer))
    self->hide_id = g_timeout_add_seconds (SECONDS, hide_cb, self);
}

static void
pointer_changed_cb (QuadToastOverlay         *self,
                    GParamSpec               *pspec,
                    GtkEventControllerMotion *motion)
{
  self->pointed = gtk_event_controller_motion_contains_pointer (motion);
  start_timer (self);
}

static void
focus_changed_cb (QuadToastOverlay        *self,
                  GParamSpec              *pspec,
                  GtkEventControllerFocus *focus)
{
  self->focused = gtk_event_controller_focus_contains_focus (focus);
  start_timer (self);
}

/* What is not seen takes no room, no clicks and no focus. */
static void
revealed_cb (QuadToastOverlay *self)
{
  gboolean seen = gtk_revealer_get_reveal_child (self->revealer)
                  || gtk_revealer_get_child_revealed (self->revealer);

  gtk_widget_set_visible (GTK_WIDGET (self->revealer), seen);
}

static void
clear_buttons (QuadToastOverlay *self)
{
  GtkWidget *button;

  while ((button = gtk_widget_get_first_child (GTK_WIDGET (self->buttons))) != NULL)
    gtk_box_remove (self->buttons, button);
}

static void
dismiss_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  quad_toast_overlay_dismiss (QUAD_TOAST_OVERLAY (widget));
}

/* Unless what was done put a message of its own in the place of this one. */
static void
clicked_cb (QuadToastOverlay *self,
            GtkWidget        *button)
{
  if (gtk_widget_get_parent (button) == GTK_WIDGET (self->buttons))
    quad_toast_overlay_dismiss (self);
}

static void
quad_toast_overlay_dispose (GObject *object)
{
  QuadToastOverlay *self = QUAD_TOAST_OVERLAY (object);

  g_clear_handle_id (&self->hide_id, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), QUAD_TYPE_TOAST_OVERLAY);

  G_OBJECT_CLASS (quad_toast_overlay_parent_class)->dispose (object);
}

static void
quad_toast_overlay_get_property (GObject    *object,
                                 guint       property,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  QuadToastOverlay *self = QUAD_TOAST_OVERLAY (object);

  switch ((QuadToastOverlayProperty) property)
    {
    case PROP_CHILD:
      g_value_set_object (value, gtk_overlay_get_child (self->overlay));
      break;
    }
}

static void
quad_toast_overlay_set_property (GObject      *object,
                                 guint         property,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  QuadToastOverlay *self = QUAD_TOAST_OVERLAY (object);

  switch ((QuadToastOverlayProperty) property)
    {
    case PROP_CHILD:
      gtk_overlay_set_child (self->overlay, g_value_get_object (value));
      break;
    }
}

static void
quad_toast_overlay_class_init (QuadToastOverlayClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = quad_toast_overlay_dispose;
  object_class->get_property = quad_toast_overlay_get_property;
  object_class->set_property = quad_toast_overlay_set_property;

  /**
   * QuadToastOverlay:child:
   *
   * What the messages are shown over.
   */
  properties[PROP_CHILD] = g_param_spec_object ("child", NULL, NULL, GTK_TYPE_WIDGET,
                                                G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_install_action (widget_class, "toast.dismiss", NULL, dismiss_action);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/app/quadrille/Quadrille/quad-toast-overlay.ui");
  gtk_widget_class_bind_template_child (widget_class, QuadToastOverlay, overlay);
  gtk_widget_class_bind_template_child (widget_class, QuadToastOverlay, revealer);
  gtk_widget_class_bind_template_child (widget_class, QuadToastOverlay, toast);
  gtk_widget_class_bind_template_child (widget_class, QuadToastOverlay, label);
  gtk_widget_class_bind_template_child (widget_class, QuadToastOverlay, buttons);
  gtk_widget_class_bind_template_callback (widget_class, revealed_cb);
  gtk_widget_class_bind_template_callback (widget_class, pointer_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, focus_changed_cb);
}

static void
quad_toast_overlay_init (QuadToastOverlay *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * quad_toast_overlay_show:
 * @title: a sentence; plain text, no markup
 *
 * Shows a message without buttons, in place of the one that is on screen.
 */
void
quad_toast_overlay_show (QuadToastOverlay *self,
                         const char       *title)
{
  g_return_if_fail (QUAD_IS_TOAST_OVERLAY (self) && title != NULL);

  clear_buttons (self);
  gtk_label_set_text (self->label, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->toast), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  title, -1);
  gtk_widget_set_visible (GTK_WIDGET (self->revealer), TRUE);
  gtk_revealer_set_reveal_child (self->revealer, TRUE);
  start_timer (self);
}

/**
 * quad_toast_overlay_add_button:
 * @label: with a mnemonic or without
 * @action: what it does, besides dismissing the message
 * @target: (nullable): with what
 *
 * Adds a button to the message that was shown last.
 */
void
quad_toast_overlay_add_button (QuadToastOverlay *self,
                               const char       *label,
                               const char       *action,
                               GVariant         *target)
{
  GtkWidget *button;

  g_return_if_fail (QUAD_IS_TOAST_OVERLAY (self) && label != NULL && action != NULL);

  button = gtk_button_new_with_mnemonic (label);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (button), target);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  /* After the action: a handler of the class has run by then. */
  g_signal_connect_object (button, "clicked", G_CALLBACK (clicked_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  gtk_box_append (self->buttons, button);
}

/**
 * quad_toast_overlay_dismiss:
 *
 * Hides the message, if there is one.
 */
void
quad_toast_overlay_dismiss (QuadToastOverlay *self)
{
  g_return_if_fail (QUAD_IS_TOAST_OVERLAY (self));

  g_clear_handle_id (&self->hide_id, g_source_remove);
  gtk_revealer_set_reveal_child (self->revealer, FALSE);
}
