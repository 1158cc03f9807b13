/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-profiles-window"

#include "quad-profiles-window.h"

#include "quad-dialogs.h"
#include "quad-field-editor.h"
#include "quad-i18n.h"
#include "quad-profile-badge.h"
#include "quad-profiles-group.h"
#include "quad-toast-overlay.h"

/* What stands in the row of one profile or tier. */
typedef struct
{
  GtkWidget *row;
  GtkWidget *name;
  GtkWidget *count;
} OwnerRow;

/*
 * Name and description are saved when the focus leaves them, when another profile is chosen, before
 * undo, and when the window closes. What was typed and is not saved yet is not overwritten when the
 * book changes.
 */
struct _QuadProfilesWindow
{
  AdwWindow parent_instance;

  /* template widgets */
  QuadToastOverlay   *toast_overlay;
  AdwLeaflet         *leaflet;
  GtkWidget          *content_page;
  GtkListBox         *owner_list;
  AdwWindowTitle     *owner_title;
  AdwPreferencesPage *page;

  /* owned */
  QuadBook        *book;
  QuadFieldEditor *name;
  QuadFieldEditor *description;

  /* borrowed */
  OwnerRow           rows[QUAD_N_OWNERS];
  QuadProfilesGroup *groups[QUAD_PROFILES_PLAYS + 1];

  /* plain */
  QuadOwner owner;
  gboolean  typed;              /* texts that are not saved */
  gboolean  loading;
};

G_DEFINE_FINAL_TYPE (QuadProfilesWindow, quad_profiles_window, ADW_TYPE_WINDOW)

static void
show_history (QuadProfilesWindow *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "profiles.undo",
                                 quad_book_get_undo_label (self->book) != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "profiles.redo",
                                 quad_book_get_redo_label (self->book) != NULL);
}

static void
add_toast (QuadProfilesWindow *self,
           const char         *text,
           gboolean            undoes)
{
  quad_toast_overlay_show (self->toast_overlay, text);
  if (undoes)
    quad_toast_overlay_add_button (self->toast_overlay, _("_Undo"), "profiles.undo", NULL);
}

static char *
describe_count (QuadProfilesWindow *self,
                QuadOwner           owner)
{
  g_autoptr (GPtrArray) traits = quad_book_list_traits (self->book, owner);
  g_autoptr (GPtrArray) plays = quad_book_list_plays (self->book, owner);
  g_autofree char *n_plays = NULL;
  g_autofree char *n_traits = NULL;

  n_plays = g_strdup_printf (ngettext ("%u play", "%u plays", plays->len), plays->len);
  if (!quad_owner_has_traits (owner))
    return g_steal_pointer (&n_plays);
  if (owner == QUAD_OWNER_IDEAL)
    n_traits = g_strdup_printf (ngettext ("%u mark", "%u marks", traits->len), traits->len);
  else
    n_traits = g_strdup_printf (ngettext ("%u trait", "%u traits", traits->len), traits->len);
  /* Translators: how many traits and how many plays a profile has: "6 traits · 4 plays" */
  return g_strdup_printf (_("%s · %s"), n_traits, n_plays);
}

static void
show_list (QuadProfilesWindow *self)
{
  for (QuadOwner owner = 0; owner < QUAD_N_OWNERS; owner++)
    {
      const OwnerRow *row = &self->rows[owner];
      const char *name = quad_book_get_owner_name (self->book, owner);
      g_autofree char *count = describe_count (self, owner);

      gtk_label_set_text (GTK_LABEL (row->name), name);
      gtk_label_set_text (GTK_LABEL (row->count), count);
      gtk_accessible_update_property (GTK_ACCESSIBLE (row->row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      name, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, count, -1);
    }
}

static void
load_texts (QuadProfilesWindow *self)
{
  g_autoptr (QuadRecord) texts = quad_record_new (&quad_profile_text_schema);

  quad_record_set_text (texts, QUAD_PROFILE_TEXT_NAME,
                        quad_book_get_owner_name (self->book, self->owner));
  quad_record_set_text (texts, QUAD_PROFILE_TEXT_DESCRIPTION,
                        quad_book_get_owner_description (self->book, self->owner));
  self->loading = TRUE;
  quad_field_editor_load (self->name, texts);
  quad_field_editor_load (self->description, texts);
  self->loading = FALSE;
  self->typed = FALSE;
}

static void
show_owner (QuadProfilesWindow *self)
{
  if (!self->typed)
    load_texts (self);
  adw_window_title_set_title (self->owner_title,
                              quad_book_get_owner_name (self->book, self->owner));
  for (guint i = 0; i < G_N_ELEMENTS (self->groups); i++)
    quad_profiles_group_show (self->groups[i], self->owner);
}

static void
book_changed_cb (QuadProfilesWindow *self)
{
  /* What its button would take back is not what was done last any more. */
  quad_toast_overlay_dismiss (self->toast_overlay);
  show_list (self);
  show_owner (self);
  show_history (self);
}

static void
typed_cb (QuadProfilesWindow *self)
{
  if (!self->loading)
    self->typed = TRUE;
}

/* Returns: FALSE when what was typed could not be saved, which has been said then */
static gboolean
save_texts (QuadProfilesWindow *self)
{
  g_autoptr (QuadRecord) texts = quad_record_new (&quad_profile_text_schema);
  g_autoptr (GError) error = NULL;
  const char *name;

  if (!self->typed)
    return TRUE;
  quad_field_editor_read (self->name, texts);
  quad_field_editor_read (self->description, texts);
  name = quad_record_get_text (texts, QUAD_PROFILE_TEXT_NAME);
  if (g_strcmp0 (name, quad_names_get_owner (NULL, self->owner)) == 0)
    name = NULL;

  /* Before the book says that it changed, so that what it has is shown: an empty name is not. */
  self->typed = FALSE;
  if (!quad_book_set_profile_text (self->book, self->owner, name,
                                   quad_record_get_text (texts, QUAD_PROFILE_TEXT_DESCRIPTION),
                                   &error))
    {
      self->typed = TRUE;
      quad_dialog_show_error (GTK_WIDGET (self), _("The Texts Were Not Saved"), error);
      return FALSE;
    }
  load_texts (self);
  return TRUE;
}

static void
texts_left_cb (QuadProfilesWindow *self)
{
  /* Another window is in front, a menu or a dialog: one is not done here yet. */
  if (gtk_window_is_active (GTK_WINDOW (self)))
    save_texts (self);
}

static void
owner_selected_cb (QuadProfilesWindow *self,
                   GtkListBoxRow      *row)
{
  QuadOwner owner;

  if (row == NULL || self->book == NULL)
    return;
  owner = (QuadOwner) gtk_list_box_row_get_index (row);
  if (owner == self->owner)
    return;
  if (!save_texts (self))
    {
      gtk_list_box_select_row (self->owner_list, GTK_LIST_BOX_ROW (self->rows[self->owner].row));
      return;
    }
  self->owner = owner;
  show_owner (self);
}

static void
owner_activated_cb (QuadProfilesWindow *self,
                    GtkListBoxRow      *row)
{
  owner_selected_cb (self, row);
  adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_FORWARD);
}

/* Tab leads from the list to what is chosen, not through all of its rows. */
static gboolean
list_key_cb (QuadProfilesWindow *self,
             guint               key)
{
  if (key != GDK_KEY_Tab || adw_leaflet_get_folded (self->leaflet))
    return GDK_EVENT_PROPAGATE;
  return gtk_widget_child_focus (self->content_page, GTK_DIR_TAB_FORWARD);
}

/* On one pane no row is chosen: going back shows a list to choose from. */
static void
folded_cb (QuadProfilesWindow *self)
{
  gboolean folded = adw_leaflet_get_folded (self->leaflet);

  gtk_list_box_set_selection_mode (self->owner_list,
                                   folded ? GTK_SELECTION_NONE : GTK_SELECTION_BROWSE);
  if (!folded && self->book != NULL)
    gtk_list_box_select_row (self->owner_list, GTK_LIST_BOX_ROW (self->rows[self->owner].row));
}

static void
back_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  QuadProfilesWindow *self = QUAD_PROFILES_WINDOW (widget);

  if (!adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_BACK))
    return;
  gtk_widget_grab_focus (self->rows[self->owner].row);
}

static void
undo_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  QuadProfilesWindow *self = QUAD_PROFILES_WINDOW (widget);
  g_autofree char *label = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  if (!save_texts (self))
    return;
  label = g_strdup (quad_book_get_undo_label (self->book));
  if (!quad_book_undo (self->book, &error))
    {
      quad_dialog_show_error (widget, _("This Cannot Be Undone"), error);
      return;
    }
  /* Translators: %s is what was undone, for example: Move Quayside Hotels to Key accounts */
  text = g_strdup_printf (_("Undone: %s"), label);
  add_toast (self, text, FALSE);
}

static void
redo_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  QuadProfilesWindow *self = QUAD_PROFILES_WINDOW (widget);
  g_autofree char *label = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  if (!save_texts (self))
    return;
  label = g_strdup (quad_book_get_redo_label (self->book));
  if (!quad_book_redo (self->book, &error))
    {
      quad_dialog_show_error (widget, _("This Cannot Be Done Again"), error);
      return;
    }
  /* Translators: %s is what was done again */
  text = g_strdup_printf (_("Done again: %s"), label);
  add_toast (self, text, TRUE);
}

static void
restore_answered_cb (QuadProfilesWindow *self,
                     const char         *response)
{
  g_autoptr (GError) error = NULL;

  if (g_strcmp0 (response, "restore") != 0)
    return;
  self->typed = FALSE;
  if (quad_book_restore_playbook (self->book, &error))
    add_toast (self, _("The playbook is as it came with the program"), TRUE);
  else
    quad_dialog_show_error (GTK_WIDGET (self), _("The Playbook Was Not Changed"), error);
}

/* What restoring does to this book, in sentences. */
static char *
describe_restore (QuadProfilesWindow *self)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  guint traits, plays;

  g_string_append (text, _("Names, descriptions, traits and plays of all profiles and tiers become "
                           "those that come with the program."));
  if (quad_book_count_own (self->book, &traits, &plays, &error) && traits > 0)
    {
      g_string_append_c (text, '\n');
      g_string_append_printf (text, ngettext ("%u trait of your own goes, with its answers.",
                                              "%u traits of your own go, with their answers.",
                                              traits), traits);
    }
  if (error == NULL && plays > 0)
    {
      g_string_append_c (text, '\n');
      g_string_append_printf (text, ngettext ("%u play of your own goes, with its open steps that "
                                              "nobody customised.",
                                              "%u plays of your own go, with their open steps that "
                                              "nobody customised.", plays), plays);
    }
  g_string_append_c (text, '\n');
  g_string_append (text, _("Undo brings all of it back."));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
restore_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  QuadProfilesWindow *self = QUAD_PROFILES_WINDOW (widget);
  g_autofree char *text = NULL;
  GtkWidget *dialog;

  if (!save_texts (self))
    return;
  text = describe_restore (self);
  dialog = adw_message_dialog_new (GTK_WINDOW (self), _("Restore the Default Playbook?"), text);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog),
                                    "cancel", _("_Cancel"),
                                    "restore", _("_Restore"),
                                    NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "restore",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (restore_answered_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
item_done_cb (QuadProfilesWindow *self,
              const char         *text)
{
  add_toast (self, text, TRUE);
}

static GtkWidget *
make_owner_label (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (css_class != NULL)
    {
      gtk_widget_add_css_class (label, css_class);
      gtk_widget_add_css_class (label, "dim-label");
    }
  return label;
}

static void
add_owner (QuadProfilesWindow *self,
           QuadOwner           owner)
{
  OwnerRow *row = &self->rows[owner];
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  row->row = gtk_list_box_row_new ();
  row->name = make_owner_label (NULL);
  row->count = make_owner_label ("caption");
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (texts), row->name);
  gtk_box_append (GTK_BOX (texts), row->count);
  if (quad_owner_is_profile (owner))
    {
      GtkWidget *badge = quad_profile_badge_new ();

      quad_profile_badge_set_profile (QUAD_PROFILE_BADGE (badge),
                                      (QuadProfile) (QUAD_PROFILE_KEEP
                                                     + (owner - QUAD_OWNER_KEEP)),
                                      quad_book_get_names (self->book));
      gtk_box_append (GTK_BOX (box), badge);
    }
  gtk_box_append (GTK_BOX (box), texts);
  gtk_widget_add_css_class (box, "owner");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row->row), box);
  gtk_list_box_append (self->owner_list, row->row);
}

static void
head_cb (GtkListBoxRow *row,
         GtkListBoxRow *before,
         gpointer       user_data)
{
  gboolean profile = quad_owner_is_profile ((QuadOwner) gtk_list_box_row_get_index (row));
  GtkWidget *label;

  if (before != NULL
      && profile == quad_owner_is_profile ((QuadOwner) gtk_list_box_row_get_index (before)))
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  label = gtk_label_new (profile ? _("Profiles") : _("Tiers"));
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "caption-heading");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (label, "owner-head");
  gtk_list_box_row_set_header (row, label);
}

static void
add_texts (QuadProfilesWindow *self)
{
  const QuadCurrency *currency = quad_book_get_currency (self->book);
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->name = quad_field_editor_new (&quad_profile_text_schema, QUAD_PROFILE_TEXT_NAME, currency);
  self->description = quad_field_editor_new (&quad_profile_text_schema,
                                             QUAD_PROFILE_TEXT_DESCRIPTION, currency);
  quad_field_editor_add_to (self->name, group);
  quad_field_editor_add_to (self->description, group);
  g_signal_connect_object (self->name, "changed", G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->description, "changed", G_CALLBACK (typed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (texts_left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (group), focus);
  adw_preferences_page_add (self->page, group);
}

static void
add_groups (QuadProfilesWindow *self)
{
  for (guint kind = 0; kind < G_N_ELEMENTS (self->groups); kind++)
    {
      GtkWidget *group = quad_profiles_group_new (kind, self->book);

      self->groups[kind] = QUAD_PROFILES_GROUP (group);
      g_signal_connect_object (group, "done", G_CALLBACK (item_done_cb), self, G_CONNECT_SWAPPED);
      adw_preferences_page_add (self->page, ADW_PREFERENCES_GROUP (group));
    }
}

/* When the program quits, its main window closes first, and this one goes with it. */
static gboolean
parent_closes_cb (QuadProfilesWindow *self)
{
  return save_texts (self) ? GDK_EVENT_PROPAGATE : GDK_EVENT_STOP;
}

static gboolean
quad_profiles_window_close_request (GtkWindow *window)
{
  if (!save_texts (QUAD_PROFILES_WINDOW (window)))
    return GDK_EVENT_STOP;
  return GTK_WINDOW_CLASS (quad_profiles_window_parent_class)->close_request (window);
}

static void
quad_profiles_window_dispose (GObject *object)
{
  QuadProfilesWindow *self = QUAD_PROFILES_WINDOW (object);

  self->typed = FALSE;
  g_clear_object (&self->name);
  g_clear_object (&self->description);
  g_clear_object (&self->book);

  G_OBJECT_CLASS (quad_profiles_window_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (QUAD_TYPE_TOAST_OVERLAY);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/app/quadrille/Quadrille/quad-profiles-window.ui");
  gtk_widget_class_bind_template_child (widget_class, QuadProfilesWindow, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, QuadProfilesWindow, leaflet);
  gtk_widget_class_bind_template_child (widget_class, QuadProfilesWindow, content_page);
  gtk_widget_class_bind_template_child (widget_class, QuadProfilesWindow, owner_list);
  gtk_widget_class_bind_template_child (widget_class, QuadProfilesWindow, owner_title);
  gtk_widget_class_bind_template_child (widget_class, QuadProfilesWindow, page);
  gtk_widget_class_bind_template_callback (widget_class, list_key_cb);
  gtk_widget_class_bind_template_callback (widget_class, owner_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, owner_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, folded_cb);
}

static void
quad_profiles_window_class_init (QuadProfilesWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = quad_profiles_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = quad_profiles_window_close_request;

  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "profiles.back", NULL, back_action);
  gtk_widget_class_install_action (widget_class, "profiles.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "profiles.redo", NULL, redo_action);
  gtk_widget_class_install_action (widget_class, "profiles.restore", NULL, restore_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "profiles.undo",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "profiles.redo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_y, GDK_CONTROL_MASK, "profiles.redo",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "profiles.back",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
quad_profiles_window_init (QuadProfilesWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_header_func (self->owner_list, head_cb, NULL, NULL);
}

/**
 * quad_profiles_window_new:
 *
 * Returns: (transfer none): a window with the first profile chosen
 */
GtkWindow *
quad_profiles_window_new (GtkWindow *parent,
                          QuadBook  *book)
{
  QuadProfilesWindow *self;

  g_return_val_if_fail (QUAD_IS_BOOK (book), NULL);

  /* A window of the application has its keys, such as Ctrl+Q. */
  self = g_object_new (QUAD_TYPE_PROFILES_WINDOW, "transient-for", parent, "application",
                       gtk_window_get_application (parent), NULL);
  quad_dialog_fit_parent (GTK_WINDOW (self), parent);
  self->book = g_object_ref (book);
  for (QuadOwner owner = 0; owner < QUAD_N_OWNERS; owner++)
    add_owner (self, owner);
  add_texts (self);
  add_groups (self);
  gtk_widget_set_sensitive (GTK_WIDGET (self->page), !quad_book_is_read_only (book));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "profiles.restore",
                                 !quad_book_is_read_only (book));
  show_list (self);
  show_owner (self);
  show_history (self);
  folded_cb (self);
  gtk_window_set_focus (GTK_WINDOW (self), self->rows[self->owner].row);
  g_signal_connect_object (book, "changed", G_CALLBACK (book_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (parent, "close-request", G_CALLBACK (parent_closes_cb), self,
                           G_CONNECT_SWAPPED);
  return GTK_WINDOW (self);
}

/**
 * quad_profiles_window_open:
 * @owner: a profile or tier
 *
 * Shows this one.
 */
void
quad_profiles_window_open (QuadProfilesWindow *self,
                           QuadOwner           owner)
{
  g_return_if_fail (QUAD_IS_PROFILES_WINDOW (self));
  g_return_if_fail (owner < QUAD_N_OWNERS);

  owner_selected_cb (self, GTK_LIST_BOX_ROW (self->rows[owner].row));
  folded_cb (self);
  adw_leaflet_set_visible_child (self->leaflet, self->content_page);
}
