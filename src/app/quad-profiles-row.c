/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-profiles-row"

#include "quad-profiles-row.h"

#include "quad-drag-escape.h"
#include "quad-i18n.h"

/* So many lines of a text are shown; all of it is in the dialog. */
#define LINES_SHOWN 3

struct _QuadProfilesRow
{
  AdwActionRow parent_instance;

  /* owned */
  QuadItem *item;

  /* borrowed: parts of the row */
  GtkWidget *menu_button;
};

G_DEFINE_FINAL_TYPE (QuadProfilesRow, quad_profiles_row, ADW_TYPE_ACTION_ROW)

static void
show_drop (QuadProfilesRow *self,
           gboolean         above,
           gboolean         below)
{
  GtkWidget *widget = GTK_WIDGET (self);

  if (above)
    gtk_widget_add_css_class (widget, "drop-above");
  else
    gtk_widget_remove_css_class (widget, "drop-above");
  if (below)
    gtk_widget_add_css_class (widget, "drop-below");
  else
    gtk_widget_remove_css_class (widget, "drop-below");
}

static gboolean
is_lower_half (QuadProfilesRow *self,
               double           y)
{
  return y > gtk_widget_get_height (GTK_WIDGET (self)) / 2.0;
}

static GdkContentProvider *
prepare_cb (QuadProfilesRow *self)
{
  return gdk_content_provider_new_typed (G_OBJECT_TYPE (self->item), self->item);
}

static void
drag_begin_cb (QuadProfilesRow *self,
               GdkDrag         *drag)
{
  GtkWidget *label = gtk_label_new (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self)));

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 40);
  gtk_widget_add_css_class (label, "drag-icon");
  gtk_drag_icon_set_child (GTK_DRAG_ICON (gtk_drag_icon_get_for_drag (drag)), label);
}

static GdkDragAction
motion_cb (QuadProfilesRow *self,
           double           x,
           double           y)
{
  gboolean lower = is_lower_half (self, y);

  show_drop (self, !lower, lower);
  return GDK_ACTION_MOVE;
}

static void
leave_cb (QuadProfilesRow *self)
{
  show_drop (self, FALSE, FALSE);
}

static gboolean
drop_cb (QuadProfilesRow *self,
         const GValue    *value,
         double           x,
         double           y)
{
  QuadItem *dragged = g_value_get_object (value);

  /* There is no "leave" after a drop. */
  show_drop (self, FALSE, FALSE);
  return gtk_widget_activate_action (GTK_WIDGET (self), "items.drop", "(xxb)",
                                     quad_item_get_id (dragged), quad_item_get_id (self->item),
                                     is_lower_half (self, y));
}

static gboolean
move_cb (GtkWidget *widget,
         GVariant  *arguments,
         gpointer   user_data)
{
  QuadProfilesRow *self = QUAD_PROFILES_ROW (widget);
  int step;

  g_variant_get (arguments, "(i)", &step);
  return gtk_widget_activate_action (widget, "items.move", "(xi)", quad_item_get_id (self->item),
                                     step);
}

static gboolean
delete_cb (GtkWidget *widget,
           GVariant  *arguments,
           gpointer   user_data)
{
  QuadProfilesRow *self = QUAD_PROFILES_ROW (widget);

  return gtk_widget_activate_action (widget, "items.delete", "x", quad_item_get_id (self->item));
}

static gboolean
menu_cb (GtkWidget *widget,
         GVariant  *arguments,
         gpointer   user_data)
{
  gtk_menu_button_popup (GTK_MENU_BUTTON (QUAD_PROFILES_ROW (widget)->menu_button));
  return GDK_EVENT_STOP;
}

static void
quad_profiles_row_activate (AdwActionRow *row)
{
  QuadProfilesRow *self = QUAD_PROFILES_ROW (row);

  gtk_widget_activate_action (GTK_WIDGET (self), "items.edit", "x", quad_item_get_id (self->item));
}

static void
quad_profiles_row_dispose (GObject *object)
{
  QuadProfilesRow *self = QUAD_PROFILES_ROW (object);

  g_clear_object (&self->item);

  G_OBJECT_CLASS (quad_profiles_row_parent_class)->dispose (object);
}

static void
install_bindings (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint key;
    int   step;
  } moves[] = {
    { GDK_KEY_Up, -1 }, { GDK_KEY_KP_Up, -1 }, { GDK_KEY_Down, 1 }, { GDK_KEY_KP_Down, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    gtk_widget_class_add_binding (widget_class, moves[i].key, GDK_ALT_MASK, move_cb, "(i)",
                                  moves[i].step);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Delete, 0, delete_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Delete, 0, delete_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Menu, 0, menu_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, menu_cb, NULL);
}

static void
quad_profiles_row_class_init (QuadProfilesRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = quad_profiles_row_dispose;
  ADW_ACTION_ROW_CLASS (klass)->activate = quad_profiles_row_activate;

  install_bindings (GTK_WIDGET_CLASS (klass));
}

static void
add_handle (QuadProfilesRow *self)
{
  GtkWidget *handle = gtk_image_new_from_icon_name ("list-drag-handle-symbolic");
  GtkDragSource *source = gtk_drag_source_new ();

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_object (source, "prepare", G_CALLBACK (prepare_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (source, "drag-begin", G_CALLBACK (drag_begin_cb), self,
                           G_CONNECT_SWAPPED);
  quad_drag_escape_attach (source);
  gtk_widget_set_cursor_from_name (handle, "grab");
  gtk_widget_set_tooltip_text (handle, _("Drag to Reorder (Alt+Up, Alt+Down)"));
  gtk_widget_add_css_class (handle, "dim-label");
  gtk_widget_add_css_class (handle, "drag-handle");
  gtk_accessible_update_property (GTK_ACCESSIBLE (handle), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Drag to Reorder (Alt+Up, Alt+Down)"), -1);
  gtk_widget_add_controller (handle, GTK_EVENT_CONTROLLER (source));
  adw_action_row_add_prefix (ADW_ACTION_ROW (self), handle);
}

static void
quad_profiles_row_init (QuadProfilesRow *self)
{
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (self), LINES_SHOWN);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (self), LINES_SHOWN);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), TRUE);
  add_handle (self);

  self->menu_button = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->menu_button), "view-more-symbolic");
  gtk_widget_set_valign (self->menu_button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->menu_button, "flat");
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->menu_button);
}

static void
add_drop_target (QuadProfilesRow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (G_OBJECT_TYPE (self->item), GDK_ACTION_MOVE);

  g_signal_connect_object (target, "motion", G_CALLBACK (motion_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (target, "leave", G_CALLBACK (leave_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

/**
 * quad_profiles_row_new:
 * @item: a trait or a play
 *
 * Returns: (transfer floating): a row of it
 */
GtkWidget *
quad_profiles_row_new (QuadItem *item)
{
  QuadProfilesRow *self = g_object_new (QUAD_TYPE_PROFILES_ROW, NULL);

  self->item = g_object_ref (item);
  add_drop_target (self);
  return GTK_WIDGET (self);
}

QuadItem *
quad_profiles_row_get_item (QuadProfilesRow *self)
{
  g_return_val_if_fail (QUAD_IS_PROFILES_ROW (self), NULL);

  return self->item;
}

/**
 * quad_profiles_row_show:
 * @title: plain text
 * @subtitle: plain text
 */
void
quad_profiles_row_show (QuadProfilesRow *self,
                        const char      *title,
                        const char      *subtitle)
{
  g_autofree char *menu = NULL;

  g_return_if_fail (QUAD_IS_PROFILES_ROW (self));

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), subtitle);
  /* The title names the row already. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  subtitle, -1);
  /* Translators: %s is the text of a trait or the title of a play */
  menu = g_strdup_printf (_("Menu of %s"), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->menu_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, menu, -1);
  gtk_widget_set_tooltip_text (self->menu_button, _("Menu"));
}

void
quad_profiles_row_set_menu (QuadProfilesRow *self,
                            GMenuModel      *menu)
{
  g_return_if_fail (QUAD_IS_PROFILES_ROW (self));

  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->menu_button), menu);
}
