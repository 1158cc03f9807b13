/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-tab-stop"

#include "quad-tab-stop.h"

/* The nearest widget behind or before @widget, outside its parents, that takes the focus. */
static gboolean
leave (GtkWidget        *widget,
       GtkDirectionType  direction)
{
  const gboolean forward = direction == GTK_DIR_TAB_FORWARD;
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (widget));

  for (GtkWidget *at = widget; at != NULL && at != root; at = gtk_widget_get_parent (at))
    {
      GtkWidget *sibling = at;

      while ((sibling = forward ? gtk_widget_get_next_sibling (sibling)
                                : gtk_widget_get_prev_sibling (sibling)) != NULL)
        if (gtk_widget_get_mapped (sibling) && gtk_widget_child_focus (sibling, direction))
          return TRUE;
    }

  gtk_root_set_focus (GTK_ROOT (root), NULL);
  return gtk_widget_child_focus (root, direction);
}

static gboolean
pressed_cb (GtkWidget       *list,
            guint            key,
            guint            code,
            GdkModifierType  modifiers)
{
  const guint held = modifiers & (GDK_CONTROL_MASK | GDK_SHIFT_MASK | GDK_ALT_MASK);

  if (key == GDK_KEY_Tab && held == 0)
    return leave (list, GTK_DIR_TAB_FORWARD);
  if ((key == GDK_KEY_ISO_Left_Tab || key == GDK_KEY_Tab) && held == GDK_SHIFT_MASK)
    return leave (list, GTK_DIR_TAB_BACKWARD);
  return GDK_EVENT_PROPAGATE;
}

/**
 * quad_tab_stop_make:
 * @list: a list whose rows the arrow keys walk through
 *
 * Lets the Tab key leave the list at once, where the toolkit would go through all of its rows.
 */
void
quad_tab_stop_make (GtkWidget *list)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_return_if_fail (GTK_IS_WIDGET (list));

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (pressed_cb), list, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (list, keys);
}
