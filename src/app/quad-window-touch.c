/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-window"

#include "quad-window-private.h"

/* Where there is a touch screen, or one comes, what is to be hit is large enough for a finger. */

static void
update_cb (QuadWindow *self)
{
  GdkSeat *seat = gdk_display_get_default_seat (gtk_widget_get_display (GTK_WIDGET (self)));
  gboolean touch = seat != NULL
                   && (gdk_seat_get_capabilities (seat) & GDK_SEAT_CAPABILITY_TOUCH) != 0;

  if (touch)
    gtk_widget_add_css_class (GTK_WIDGET (self), "touch");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "touch");
  quad_chart_view_set_touch (self->chart, touch);
}

void
quad_window_touch_init (QuadWindow *self)
{
  GdkSeat *seat = gdk_display_get_default_seat (gtk_widget_get_display (GTK_WIDGET (self)));

  if (seat != NULL)
    {
      g_signal_connect_object (seat, "device-added", G_CALLBACK (update_cb), self,
                               G_CONNECT_SWAPPED | G_CONNECT_AFTER);
      g_signal_connect_object (seat, "device-removed", G_CALLBACK (update_cb), self,
                               G_CONNECT_SWAPPED | G_CONNECT_AFTER);
    }
  update_cb (self);
}
