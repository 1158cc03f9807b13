/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-window"

#include "quad-window-private.h"

#include "quad-dialogs.h"
#include "quad-i18n.h"

/*
 * Owns the open book and the selection and hands both to its parts; they never look for them.
 * Whatever a person does comes in as an action (quad-window-accounts.c, quad-window-files.c).
 * Actions are of the class, not of the application: Ctrl+Z in a text field stays with the field.
 */
typedef enum
{
  PROP_PLANNING = 1,
} QuadWindowProperty;

static GParamSpec *properties[PROP_PLANNING + 1];

G_DEFINE_FINAL_TYPE (QuadWindow, quad_window, ADW_TYPE_APPLICATION_WINDOW)

static void
accounts_changed_cb (QuadWindow *self)
{
  quad_account_selection_retain (self->selection, quad_book_get_accounts (self->book));
  quad_window_update (self);
}

static void
set_tooltip (GtkWidget  *button,
             const char *plain,
             const char *format,
             const char *label)
{
  g_autoptr (GString) text = g_string_new (label != NULL ? format : plain);

  if (label != NULL)
    g_string_replace (text, "%s", label, 1);
  gtk_widget_set_tooltip_text (button, text->str);
}

static void
update_history (QuadWindow *self)
{
  const char *undo = self->book != NULL ? quad_book_get_undo_label (self->book) : NULL;
  const char *redo = self->book != NULL ? quad_book_get_redo_label (self->book) : NULL;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.undo", undo != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.redo", redo != NULL);
  /* Translators: %s is what was done, for example: Move Quayside Hotels to Key accounts */
  set_tooltip (self->undo_button, _("Undo"), _("Undo %s"), undo);
  set_tooltip (self->redo_button, _("Redo"), _("Redo %s"), redo);
}

static void
history_changed_cb (QuadWindow *self)
{
  quad_toast_overlay_dismiss (self->toast_overlay);
  update_history (self);
}

static void
update_page (QuadWindow *self)
{
  gboolean empty = self->book == NULL
                   || quad_item_list_get_size (quad_book_get_accounts (self->book)) == 0;
  const char *page = self->book == NULL ? "trouble" : empty ? "welcome" : "book";

  gtk_stack_set_visible_child_name (self->stack, page);
  gtk_widget_set_visible (self->list_toggle, !empty);
  gtk_widget_set_visible (self->panel_toggle, !empty);
}

static void
update_enabled (QuadWindow *self)
{
  static const char *const on_accounts[] = {
    "win.move-to", "win.set-profile", "win.delete-accounts",
  };
  static const char *const on_list[] = {
    "win.search", "win.export", "win.copy-chart", "win.print",
  };
  static const char *const writing[] = {
    "win.new-account", "win.import", "win.paste-table", "win.load-sample",
  };
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean writable = self->book != NULL && !quad_book_is_read_only (self->book);
  gboolean filled = self->book != NULL
                    && quad_item_list_get_size (quad_book_get_accounts (self->book)) > 0;
  guint n_chosen = quad_account_selection_get_size (self->selection);

  for (guint i = 0; i < G_N_ELEMENTS (on_accounts); i++)
    gtk_widget_action_set_enabled (widget, on_accounts[i], writable && n_chosen > 0);
  for (guint i = 0; i < G_N_ELEMENTS (on_list); i++)
    gtk_widget_action_set_enabled (widget, on_list[i], filled);
  for (guint i = 0; i < G_N_ELEMENTS (writing); i++)
    gtk_widget_action_set_enabled (widget, writing[i], writable);
  gtk_widget_action_set_enabled (widget, "win.back-up", self->book != NULL);
  gtk_widget_action_set_enabled (widget, "win.copy", self->book != NULL && n_chosen > 0);
  gtk_widget_action_set_enabled (widget, "win.recut", writable && filled);
  gtk_widget_action_set_enabled (widget, "win.align", writable && filled);
  gtk_widget_action_set_enabled (widget, "win.review", writable && filled);
  gtk_widget_action_set_enabled (widget, "win.profiles", self->book != NULL);
  gtk_widget_action_set_enabled (widget, "win.edit-profile", self->book != NULL);
  gtk_widget_action_set_enabled (widget, "win.open-account", writable && n_chosen == 1);
  quad_window_update_plan (self, writable, filled);
  quad_window_update_outcomes (self);
  quad_window_update_duplicates (self);
}

/* A list that is wide enough has a column more. */
#define LIST_WIDTH_WITH_SHARE 380

static void
update_list_columns (QuadWindow *self)
{
  int width;

  g_object_get (self->panes, "list-width", &width, NULL);
  quad_account_list_set_narrow (self->list, quad_panes_is_narrow (self->panes)
                                            || width < LIST_WIDTH_WITH_SHARE);
}

static void
narrow_changed_cb (QuadWindow *self)
{
  gboolean narrow = quad_panes_is_narrow (self->panes);

  gtk_widget_set_visible (self->redo_button, !narrow);
  gtk_widget_set_visible (self->print_button, !narrow);
  gtk_widget_set_visible (self->search_button, !narrow);
  update_list_columns (self);
  quad_shelf_set_narrow (self->shelf, narrow);
  quad_window_update_pages (self);
  update_enabled (self);
}

static void
bind_settings (QuadWindow *self)
{
  const GSettingsBindFlags flags = G_SETTINGS_BIND_DEFAULT;
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = NULL;

  /* A program that was not installed runs without; asking for a schema that is not there aborts. */
  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, "app.quadrille.Quadrille", TRUE);
  if (schema == NULL)
    {
      g_object_set (self->panes, "list-width", 340, NULL);
      return;
    }
  self->settings = g_settings_new_full (schema, NULL, NULL);
  quad_chart_pane_bind_settings (self->chart_pane, self->settings);
  g_settings_bind (self->settings, "window-width", self, "default-width", flags);
  g_settings_bind (self->settings, "window-height", self, "default-height", flags);
  g_settings_bind (self->settings, "window-maximized", self, "maximized", flags);
  g_settings_bind (self->settings, "list-width", self->panes, "list-width", flags);
  g_settings_bind (self->settings, "list-sort", self->list, "sort", flags);
  g_settings_bind (self->settings, "list-group", self->list, "group", flags);
  g_settings_bind (self->settings, "show-list", self->panes, "wants-list", flags);
  g_settings_bind (self->settings, "show-panel", self->panes, "wants-panel", flags);
}

static void
load_menus (QuadWindow *self)
{
  g_autoptr (GtkBuilder) builder =
    gtk_builder_new_from_resource ("/app/quadrille/Quadrille/quad-menus.ui");
  g_autoptr (GMenuModel) tiers = NULL;
  g_autoptr (GMenuModel) profiles = NULL;
  g_autoptr (GMenuModel) middle = NULL;

  self->account_menu = g_object_ref (G_MENU_MODEL (gtk_builder_get_object (builder,
                                                                          "account_menu")));
  /* The panel's buttons show the submenus of the second section. */
  middle = g_menu_model_get_item_link (self->account_menu, 1, G_MENU_LINK_SECTION);
  tiers = g_menu_model_get_item_link (middle, 0, G_MENU_LINK_SUBMENU);
  profiles = g_menu_model_get_item_link (middle, 1, G_MENU_LINK_SUBMENU);
  quad_playbook_panel_set_menus (self->panel, tiers, profiles);
  quad_chart_view_set_menu (self->chart, self->account_menu);
}

static void
add_parts (QuadWindow *self)
{
  GtkWidget *list = quad_account_list_new ();
  GtkWidget *chart = quad_chart_view_new ();
  GtkWidget *panel = quad_playbook_panel_new ();

  self->list = QUAD_ACCOUNT_LIST (list);
  self->chart = QUAD_CHART_VIEW (chart);
  self->panel = QUAD_PLAYBOOK_PANEL (panel);
  quad_panes_set_list (self->panes, list);
  quad_window_pages_init (self);
  quad_window_plan_init (self);
  quad_window_touch_init (self);
  quad_account_list_set_selection (self->list, self->selection);
  quad_chart_view_set_selection (self->chart, self->selection);
  quad_playbook_panel_set_selection (self->panel, self->selection);
  g_signal_connect_object (chart, "pointed", G_CALLBACK (quad_playbook_panel_set_owner), panel,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->shelf, "pointed", G_CALLBACK (quad_playbook_panel_set_owner),
                           panel, G_CONNECT_SWAPPED);
}

static void
hand_out_book (QuadWindow *self)
{
  quad_account_list_set_book (self->list, self->book);
  quad_chart_view_set_book (self->chart, self->book);
  quad_shelf_set_book (self->shelf, self->book);
  quad_chart_view_set_filter (self->chart, quad_account_list_get_view (self->list));
  quad_playbook_panel_set_book (self->panel, self->book);
  quad_agenda_page_set_book (self->agenda, self->book);
  quad_plan_list_set_book (self->plan_list, self->book);
}

static GtkWindow *
find_dialog (QuadWindow *self)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *link = windows; link != NULL; link = link->next)
    if (ADW_IS_WINDOW (link->data)
        && gtk_window_get_transient_for (link->data) == GTK_WINDOW (self))
      return link->data;
  return NULL;
}

/* A dialog over a book that is closed could do nothing any more. One that got the key by which the
 * program ends lives a little longer than this window, and GTK would look for its parent then. */
static void
close_dialogs (QuadWindow *self)
{
  GtkWindow *dialog;

  while ((dialog = find_dialog (self)) != NULL)
    {
      gtk_window_set_transient_for (dialog, NULL);
      gtk_window_destroy (dialog);
    }
}

static void
drop_book (QuadWindow *self)
{
  g_autoptr (QuadBook) book = g_steal_pointer (&self->book);

  if (book == NULL)
    return;
  close_dialogs (self);
  g_signal_handlers_disconnect_by_data (quad_book_get_accounts (book), self);
  g_signal_handlers_disconnect_by_data (book, self);
  quad_account_selection_clear (self->selection);
  hand_out_book (self);
  quad_book_close (book);
}

static void
take_book (QuadWindow *self,
           QuadBook   *book)
{
  QuadItemList *accounts = quad_book_get_accounts (book);

  self->book = g_object_ref (book);
  self->knows_file_moved = FALSE;
  hand_out_book (self);
  /* After the parts: they have seen the change when the window looks. */
  g_signal_connect_object (accounts, "items-changed", G_CALLBACK (accounts_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (book, "changed", G_CALLBACK (quad_window_update_outcomes), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (book, "changed", G_CALLBACK (quad_window_check_file), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (book, "notify::undo-label", G_CALLBACK (history_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (book, "notify::redo-label", G_CALLBACK (history_changed_cb), self,
                           G_CONNECT_SWAPPED);
  quad_window_back_up_daily (self);
}

static const char *
get_trouble_icon (const GError *error)
{
  if (g_error_matches (error, QUAD_ERROR, QUAD_ERROR_BUSY))
    return "changes-prevent-symbolic";
  return "dialog-warning-symbolic";
}

static void
show_trouble (QuadWindow   *self,
              const GError *error)
{
  g_autofree char *escaped = g_markup_escape_text (error->message, -1);

  adw_status_page_set_icon_name (self->trouble_page, get_trouble_icon (error));
  adw_status_page_set_description (self->trouble_page, escaped);
  quad_window_offer_backup (self, error);
}

static void
quad_window_realize (GtkWidget *widget)
{
  QuadWindow *self = QUAD_WINDOW (widget);
  int width, height;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  quad_panes_expect_width (self->panes, width);
  narrow_changed_cb (self);

  GTK_WIDGET_CLASS (quad_window_parent_class)->realize (widget);
}

static gboolean
quad_window_close_request (GtkWindow *window)
{
  QuadWindow *self = QUAD_WINDOW (window);

  if (!quad_window_save_pending (self))
    return GDK_EVENT_STOP;
  return GTK_WINDOW_CLASS (quad_window_parent_class)->close_request (window);
}

static void
quad_window_dispose (GObject *object)
{
  QuadWindow *self = QUAD_WINDOW (object);

  drop_book (self);
  g_clear_pointer (&self->menu_popover, gtk_widget_unparent);
  g_clear_object (&self->chooser);
  g_clear_object (&self->settings);
  g_clear_object (&self->account_menu);
  gtk_widget_dispose_template (GTK_WIDGET (self), QUAD_TYPE_WINDOW);
  g_clear_object (&self->selection);

  G_OBJECT_CLASS (quad_window_parent_class)->dispose (object);
}

static void
quad_window_finalize (GObject *object)
{
  QuadWindow *self = QUAD_WINDOW (object);

  g_free (self->wanted_path);
  g_free (self->whole_book);
  g_clear_pointer (&self->columns, g_ptr_array_unref);

  G_OBJECT_CLASS (quad_window_parent_class)->finalize (object);
}

static void
quad_window_get_property (GObject    *object,
                          guint       property_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  switch ((QuadWindowProperty) property_id)
    {
    case PROP_PLANNING:
      g_value_set_boolean (value, quad_window_get_planning (QUAD_WINDOW (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
quad_window_set_property (GObject      *object,
                          guint         property_id,
                          const GValue *value,
                          GParamSpec   *pspec)
{
  switch ((QuadWindowProperty) property_id)
    {
    case PROP_PLANNING:
      if (quad_window_set_planning (QUAD_WINDOW (object), g_value_get_boolean (value)))
        g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (QUAD_TYPE_PANES);
  g_type_ensure (QUAD_TYPE_TOAST_OVERLAY);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/app/quadrille/Quadrille/quad-window.ui");
  gtk_widget_class_bind_template_child (widget_class, QuadWindow, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, QuadWindow, main_box);
  gtk_widget_class_bind_template_child (widget_class, QuadWindow, switcher_title);
  gtk_widget_class_bind_template_child (widget_class, QuadWindow, switcher_bar);
  gtk_widget_class_bind_template_child (widget_class, QuadWindow, book_label);
  gtk_widget_class_bind_template_child (widget_class, QuadWindow, list_toggle);
  gtk_widget_class_bind_template_child (widget_class, QuadWindow, undo_button);
  gtk_widget_class_bind_template_child (widget_class, QuadWindow, redo_button);
  gtk_widget_class_bind_template_child (widget_class, QuadWindow, panel_toggle);
  gtk_widget_class_bind_template_child (widget_class, QuadWindow, print_button);
  gtk_widget_class_bind_template_child (widget_class, QuadWindow, search_button);
  gtk_widget_class_bind_template_child (widget_class, QuadWindow, plan_switch);
  gtk_widget_class_bind_template_child (widget_class, QuadWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, QuadWindow, trouble_page);
  gtk_widget_class_bind_template_child (widget_class, QuadWindow, restore_button);
  gtk_widget_class_bind_template_child (widget_class, QuadWindow, panes);
  gtk_widget_class_bind_template_callback (widget_class, narrow_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, quad_window_update_pages);
}

static void
quad_window_class_init (QuadWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = quad_window_dispose;
  object_class->finalize = quad_window_finalize;
  object_class->get_property = quad_window_get_property;
  object_class->set_property = quad_window_set_property;
  widget_class->realize = quad_window_realize;
  GTK_WINDOW_CLASS (klass)->close_request = quad_window_close_request;

  /**
   * QuadWindow:planning:
   *
   * Whether moves go into the plan and change nothing yet.
   */
  properties[PROP_PLANNING] =
    g_param_spec_boolean ("planning", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  bind_template (widget_class);
  quad_window_accounts_install (widget_class);
  quad_window_outcomes_install (widget_class);
  quad_window_chart_install (widget_class);
  quad_window_pages_install (widget_class);
  quad_window_playbook_install (widget_class);
  quad_window_duplicates_install (widget_class);
  quad_window_review_install (widget_class);
  quad_window_files_install (widget_class);
  quad_window_import_install (widget_class);
  quad_window_export_install (widget_class);
  quad_window_whole_book_install (widget_class);
  quad_window_backup_install (widget_class);
  quad_window_plan_install (widget_class);
}

static void
quad_window_init (QuadWindow *self)
{
  self->selection = quad_account_selection_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  add_parts (self);
  load_menus (self);
  bind_settings (self);
  quad_window_files_init (self);
  g_signal_connect_object (self->selection, "changed", G_CALLBACK (update_enabled), self,
                           G_CONNECT_SWAPPED);
  quad_window_update (self);
}

/**
 * quad_window_new:
 *
 * Returns: (transfer none): a window without a book
 */
QuadWindow *
quad_window_new (GtkApplication *application)
{
  return g_object_new (QUAD_TYPE_WINDOW, "application", application, NULL);
}

/**
 * quad_window_open_book:
 * @path: of the book
 * @flags: %QUAD_BOOK_CREATE makes it when it is not there
 *
 * Opens a book in place of the one before. When that does not work the window says why and what
 * can be done; no other book is open then.
 *
 * Returns: whether the book is open
 */
gboolean
quad_window_open_book (QuadWindow    *self,
                       const char    *path,
                       QuadBookFlags  flags)
{
  g_autoptr (QuadBook) book = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *wanted = g_strdup (path);

  g_return_val_if_fail (QUAD_IS_WINDOW (self), FALSE);

  if (!quad_window_close_book (self))
    return FALSE;
  g_free (self->wanted_path);
  self->wanted_path = g_steal_pointer (&wanted);

  book = quad_book_open (self->wanted_path, flags, &error);
  if (book != NULL)
    take_book (self, book);
  else
    show_trouble (self, error);
  quad_window_update (self);
  return book != NULL;
}

/**
 * quad_window_close_book:
 *
 * Saves what was typed and closes the book.
 *
 * Returns: %FALSE when something could not be saved; the book stays open then
 */
gboolean
quad_window_close_book (QuadWindow *self)
{
  g_return_val_if_fail (QUAD_IS_WINDOW (self), FALSE);

  if (!quad_window_save_pending (self))
    return FALSE;
  quad_toast_overlay_dismiss (self->toast_overlay);
  drop_book (self);
  return TRUE;
}

/**
 * quad_window_get_book:
 *
 * Returns: (transfer none) (nullable): the open book
 */
QuadBook *
quad_window_get_book (QuadWindow *self)
{
  g_return_val_if_fail (QUAD_IS_WINDOW (self), NULL);

  return self->book;
}

/**
 * quad_window_get_selection:
 *
 * Returns: (transfer none): the chosen accounts
 */
QuadAccountSelection *
quad_window_get_selection (QuadWindow *self)
{
  g_return_val_if_fail (QUAD_IS_WINDOW (self), NULL);

  return self->selection;
}

void
quad_window_add_toast (QuadWindow *self,
                       const char *title)
{
  quad_toast_overlay_show (self->toast_overlay, title);
}

/*
 * quad_window_add_undo_toast:
 * @title: what was done
 * @detail_label: (nullable): a second button, for what is worth adding
 * @detail_action: (nullable): what it does
 * @detail_target: (nullable): with what
 */
void
quad_window_add_undo_toast (QuadWindow *self,
                            const char *title,
                            const char *detail_label,
                            const char *detail_action,
                            GVariant   *detail_target)
{
  g_autofree char *reached = quad_window_describe_reached (self, title);

  quad_toast_overlay_show (self->toast_overlay, reached != NULL ? reached : title);
  if (detail_label != NULL)
    quad_toast_overlay_add_button (self->toast_overlay, detail_label, detail_action,
                                   detail_target);
  quad_toast_overlay_add_button (self->toast_overlay, _("_Undo"), "win.undo", NULL);
}

/* Brings title, pages, tooltips and actions up to date with the book. */
void
quad_window_update (QuadWindow *self)
{
  update_page (self);
  quad_window_update_title (self);
  quad_window_update_pages (self);
  update_history (self);
  update_enabled (self);
}

/* Returns: FALSE when what was typed could not be saved, which has been said then */
gboolean
quad_window_save_pending (QuadWindow *self)
{
  g_autoptr (GError) error = NULL;

  if (quad_playbook_panel_save (self->panel, &error))
    return TRUE;
  quad_dialog_show_error (GTK_WIDGET (self), _("The Notes Were Not Saved"), error);
  return FALSE;
}
