/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-drag-escape"

#include "quad-drag-escape.h"

/*
 * Escape cancels a drag. On Wayland the compositor sees to that. On X11 GTK 4 grabs the key on the
 * root window for as long as a drag lasts, and then drops the event because that window is none of
 * its own: neither the drag nor any widget ever hears of it. So the event is taken here, before GTK
 * translates it, and the drag is told what GTK would have told it.
 */

#ifdef QUAD_HAVE_X11

#include <X11/Xlib.h>
#include <X11/extensions/XInput2.h>
#include <X11/keysym.h>
#include <gdk/x11/gdkx.h>

static gboolean
is_escape (Display      *display,
           const XEvent *event)
{
  int opcode, first_event, first_error;
  const XIDeviceEvent *key;

  if (event->type != GenericEvent || event->xcookie.evtype != XI_KeyPress
      || event->xcookie.data == NULL
      || !XQueryExtension (display, "XInputExtension", &opcode, &first_event, &first_error)
      || event->xcookie.extension != opcode)
    return FALSE;

  key = event->xcookie.data;
  return key->detail == XKeysymToKeycode (display, XK_Escape);
}

static gboolean
xevent_cb (GdkDisplay *display,
           gpointer    event,
           GdkDrag    *drag)
{
  if (!is_escape (gdk_x11_display_get_xdisplay (display), event))
    return GDK_EVENT_PROPAGATE;

  g_signal_handlers_disconnect_by_func (display, xevent_cb, drag);
  g_signal_emit_by_name (drag, "cancel", GDK_DRAG_CANCEL_USER_CANCELLED);

  return GDK_EVENT_STOP;
}

static void
stop_listening_cb (GdkDrag *drag)
{
  g_signal_handlers_disconnect_by_func (gdk_drag_get_display (drag), xevent_cb, drag);
}

static void
drag_begin_cb (GtkDragSource *source,
               GdkDrag       *drag)
{
  GdkDisplay *display = gdk_drag_get_display (drag);

  if (!GDK_IS_X11_DISPLAY (display))
    return;

  g_signal_connect_object (display, "xevent", G_CALLBACK (xevent_cb), drag, 0);
  g_signal_connect (drag, "drop-performed", G_CALLBACK (stop_listening_cb), NULL);
  g_signal_connect (drag, "cancel", G_CALLBACK (stop_listening_cb), NULL);
}

#endif

/**
 * quad_drag_escape_attach:
 *
 * Lets Escape cancel the drags that begin at a source, where the window system does not do that.
 */
void
quad_drag_escape_attach (GtkDragSource *source)
{
  g_return_if_fail (GTK_IS_DRAG_SOURCE (source));

#ifdef QUAD_HAVE_X11
  g_signal_connect (source, "drag-begin", G_CALLBACK (drag_begin_cb), NULL);
#endif
}
