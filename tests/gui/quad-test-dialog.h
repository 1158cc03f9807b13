/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include <string.h>

/* What tests find in a dialog, and whether all of it has a name. */

/* The row with this title. */
static inline GtkWidget *
quad_test_dialog_find_row (GtkWidget  *parent,
                           const char *title)
{
  for (GtkWidget *child = gtk_widget_get_first_child (parent); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found;

      if (ADW_IS_PREFERENCES_ROW (child)
          && g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (child)), title) == 0)
        return child;
      found = quad_test_dialog_find_row (child, title);
      if (found != NULL)
        return found;
    }
  return NULL;
}

static inline void
quad_test_dialog_type (GtkWindow  *dialog,
                       const char *row,
                       const char *text)
{
  GtkWidget *entry = quad_test_dialog_find_row (GTK_WIDGET (dialog), row);

  g_assert_nonnull (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
}

/* The dialog in front of another window, a message or not. */
static inline GtkWindow *
quad_test_dialog_get_child (GtkWindow *parent)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();
  GtkWindow *found = NULL;

  for (GList *link = windows; link != NULL; link = link->next)
    if (gtk_widget_get_visible (link->data)
        && gtk_window_get_transient_for (link->data) == parent)
      found = link->data;
  return found;
}

/* The name that assistive technology reads out; GTK gives the value when it is another. */
static inline char *
quad_test_dialog_get_label (GtkWidget *widget)
{
  return gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget),
                                             GTK_ACCESSIBLE_PROPERTY_LABEL, "\001");
}

static inline gboolean
quad_test_dialog_is_control (GtkWidget *widget)
{
  return GTK_IS_BUTTON (widget) || GTK_IS_MENU_BUTTON (widget) || GTK_IS_SEARCH_ENTRY (widget)
         || GTK_IS_ENTRY (widget) || GTK_IS_TEXT_VIEW (widget) || GTK_IS_SWITCH (widget)
         || GTK_IS_SPIN_BUTTON (widget) || GTK_IS_CHECK_BUTTON (widget);
}

/* Parts of a control of GTK's own have no name of theirs. */
static inline gboolean
quad_test_dialog_is_part (GtkWidget *widget)
{
  GtkWidget *parent = gtk_widget_get_parent (widget);

  return GTK_IS_MENU_BUTTON (parent) || GTK_IS_SPIN_BUTTON (parent) || GTK_IS_CALENDAR (parent)
         || gtk_widget_get_ancestor (widget, GTK_TYPE_WINDOW_CONTROLS) != NULL
         || gtk_widget_get_ancestor (widget, GTK_TYPE_CALENDAR) != NULL
         || gtk_widget_get_ancestor (widget, ADW_TYPE_ENTRY_ROW) != NULL;
}

static inline void
quad_test_dialog_check_names (GtkWidget *parent,
                              guint     *n_controls)
{
  for (GtkWidget *child = gtk_widget_get_first_child (parent); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (quad_test_dialog_is_control (child) && gtk_widget_get_visible (child)
          && !quad_test_dialog_is_part (child))
        {
          g_autofree char *label = quad_test_dialog_get_label (child);

          if (label == NULL || label[0] == '\0' || label[0] == '_'
              || g_str_has_prefix (label, "Gtk"))
            g_error ("%s has the name “%s”", G_OBJECT_TYPE_NAME (child), label);
          (*n_controls)++;
        }
      quad_test_dialog_check_names (child, n_controls);
    }
}
