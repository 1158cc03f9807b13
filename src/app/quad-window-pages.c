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

/* The buttons of the switchers are libadwaita's own, and say only what stands on them. */
static void
describe_page_button (GtkWidget  *parent,
                      const char *title,
                      const char *description)
{
  for (GtkWidget *child = gtk_widget_get_first_child (parent); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      g_autofree char *label = NULL;

      if (!GTK_IS_TOGGLE_BUTTON (child))
        {
          describe_page_button (child, title, description);
          continue;
        }
      g_object_get (child, "label", &label, NULL);
      if (g_strcmp0 (label, title) != 0)
        continue;
      gtk_accessible_reset_relation (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
      gtk_accessible_update_property (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                      GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
    }
}

static void
agenda_due_cb (QuadWindow *self)
{
  AdwViewStackPage *page = adw_view_stack_get_page (self->pages, GTK_WIDGET (self->agenda));
  g_autofree char *description = quad_agenda_page_describe_due (self->agenda);
  const char *title = adw_view_stack_page_get_title (page);
  guint overdue;
  guint n_due = quad_agenda_page_get_due (self->agenda, &overdue);

  adw_view_stack_page_set_badge_number (page, n_due);
  adw_view_stack_page_set_needs_attention (page, overdue > 0);
  describe_page_button (GTK_WIDGET (self->switcher_title), title, description);
  describe_page_button (GTK_WIDGET (self->switcher_bar), title, description);
}

static void
agenda_announced_cb (QuadWindow *self,
                     const char *title)
{
  quad_window_add_undo_toast (self, title, NULL, NULL, NULL);
}

static void
add_agenda (QuadWindow *self)
{
  GtkWidget *agenda = quad_agenda_page_new ();

  self->agenda = QUAD_AGENDA_PAGE (agenda);
  quad_agenda_page_set_selection (self->agenda, self->selection);
  add_page (self, agenda, "agenda", _("Agenda"), "quadrille-agenda-symbolic");
  g_signal_connect_object (agenda, "announced", G_CALLBACK (agenda_announced_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (agenda, "notify::n-due", G_CALLBACK (agenda_due_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
show_page_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  QuadWindow *self = QUAD_WINDOW (widget);

  adw_view_stack_set_visible_child_name (self->pages, g_variant_get_string (parameter, NULL));
  if (adw_view_stack_get_visible_child (self->pages) == GTK_WIDGET (self->agenda))
    gtk_widget_grab_focus (GTK_WIDGET (self->agenda));
  else
    gtk_widget_child_focus (GTK_WIDGET (self->chart), GTK_DIR_TAB_FORWARD);
}

static void
show_panel_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  quad_panes_set_show_panel (QUAD_WINDOW (widget)->panes, TRUE);
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
quad_window_pages_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.show-page", "s", show_page_action);
  gtk_widget_class_install_action (widget_class, "win.show-panel", NULL, show_panel_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_1, GDK_ALT_MASK, "win.show-page", "s",
                                       "chart");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_2, GDK_ALT_MASK, "win.show-page", "s",
                                       "agenda");
}

/* The shelf stands below the chart, whatever part of that is scrolled to. */
static GtkWidget *
add_shelf (QuadWindow *self,
           GtkWidget  *scrolled)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *shelf = quad_shelf_new ();

  self->shelf = QUAD_SHELF (shelf);
  quad_shelf_set_selection (self->shelf, self->selection);
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_box_append (GTK_BOX (box), scrolled);
  gtk_box_append (GTK_BOX (box), shelf);
  return box;
}

void
quad_window_pages_init (QuadWindow *self)
{
  GtkWidget *pages = adw_view_stack_new ();

  self->pages = ADW_VIEW_STACK (pages);
  self->chart_pane = QUAD_CHART_PANE (quad_chart_pane_new (self->chart));
  add_page (self, add_shelf (self, GTK_WIDGET (self->chart_pane)), "chart", _("Chart"),
            "quadrille-chart-symbolic");
  add_agenda (self);
  quad_panes_set_content (self->panes, pages);
  adw_view_switcher_title_set_stack (self->switcher_title, self->pages);
  adw_view_switcher_bar_set_stack (self->switcher_bar, self->pages);
  agenda_due_cb (self);
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
