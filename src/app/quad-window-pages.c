/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-window"

#include "quad-window-private.h"

#include <string.h>

#include "quad-i18n.h"

/* What stands between list and panel: one page at a time. Where the header bar has no room for the
 * switcher it is at the bottom of the window. */

static AdwViewStackPage *
add_page (QuadWindow *self,
          GtkWidget  *child,
          const char *name,
          const char *title,
          const char *icon_name)
{
  AdwViewStackPage *page = adw_view_stack_add_titled (self->pages, child, name, title);

  adw_view_stack_page_set_icon_name (page, icon_name);
  return page;
}

static char *
dup_shown_name (QuadBook *book)
{
  g_autofree char *name = g_path_get_basename (quad_book_get_path (book));
  char *dot = strrchr (name, '.');

  if (dot != NULL && dot != name)
    *dot = '\0';
  if (quad_book_is_read_only (book))
    /* Translators: %s is the name of the book */
    return g_strdup_printf (_("%s (read-only)"), name);
  return g_steal_pointer (&name);
}

void
quad_window_pages_init (QuadWindow *self)
{
  GtkWidget *pages = adw_view_stack_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->pages = ADW_VIEW_STACK (pages);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->chart));
  add_page (self, scrolled, "chart", _("Chart"), "quadrille-chart-symbolic");
  quad_panes_set_content (self->panes, pages);
  adw_view_switcher_title_set_stack (self->switcher_title, self->pages);
  adw_view_switcher_bar_set_stack (self->switcher_bar, self->pages);
}

/* Where the pages are switched. */
void
quad_window_update_pages (QuadWindow *self)
{
  gboolean narrow = quad_panes_is_narrow (self->panes);
  gboolean on_pages = g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "book") == 0;
  gboolean titled = adw_view_switcher_title_get_title_visible (self->switcher_title);

  adw_view_switcher_title_set_view_switcher_enabled (self->switcher_title, on_pages);
  gtk_widget_set_visible (GTK_WIDGET (self->switcher_title), !narrow);
  adw_view_switcher_bar_set_reveal (self->switcher_bar, on_pages && (narrow || titled));
  /* Not by whether the title is seen: that depends on the room that the name leaves. */
  gtk_widget_set_visible (GTK_WIDGET (self->book_label), on_pages && !narrow);
}

/* The name of the book: in the header bar, and where windows are listed. */
void
quad_window_update_title (QuadWindow *self)
{
  g_autofree char *name = self->book != NULL ? dup_shown_name (self->book) : NULL;
  g_autofree char *title = NULL;

  if (name != NULL)
    /* Translators: title of the window; %s is the name of the book */
    title = g_strdup_printf (_("%s – Quadrille"), name);
  gtk_window_set_title (GTK_WINDOW (self), title != NULL ? title : "Quadrille");
  gtk_label_set_text (self->book_label, name != NULL ? name : "");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->book_label),
                               self->book != NULL ? quad_book_get_path (self->book) : NULL);
}
