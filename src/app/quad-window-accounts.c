/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-window"

#include "quad-window-private.h"

#include "quad-account-dialog.h"
#include "quad-dialogs.h"
#include "quad-i18n.h"
#include "quad-move.h"
#include "quad-profile-menu.h"
#include "quad-recut-dialog.h"
#include "quad-sample.h"
#include "quad-words.h"

/* What a person does with accounts: each handler is one operation of the book and a toast. */

static void
undo_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  QuadWindow *self = QUAD_WINDOW (widget);
  g_autofree char *label = NULL;
  g_autofree char *title = NULL;
  g_autoptr (GError) error = NULL;

  if (!quad_window_save_pending (self))
    return;
  label = g_strdup (quad_book_get_undo_label (self->book));
  if (!quad_book_undo (self->book, &error))
    {
      quad_dialog_show_error (widget, _("This Cannot Be Undone"), error);
      return;
    }
  /* Translators: %s is what was undone, for example: Move Quayside Hotels to Key accounts */
  title = g_strdup_printf (_("Undone: %s"), label);
  quad_window_add_toast (self, title);
}

static void
redo_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  QuadWindow *self = QUAD_WINDOW (widget);
  g_autofree char *label = g_strdup (quad_book_get_redo_label (self->book));
  g_autofree char *title = NULL;
  g_autoptr (GError) error = NULL;

  if (!quad_book_redo (self->book, &error))
    {
      quad_dialog_show_error (widget, _("This Cannot Be Done Again"), error);
      return;
    }
  /* Translators: %s is what was done again */
  title = g_strdup_printf (_("Done again: %s"), label);
  quad_window_add_undo_toast (self, title, NULL, NULL, NULL);
}

/* What all accounts did on this way, QUAD_MOVE_NONE when they did different things. */
static QuadMoveKind
get_common_kind (GPtrArray *accounts,
                 QuadTier   tier)
{
  QuadMoveKind kind = QUAD_MOVE_NONE;

  for (guint i = 0; i < accounts->len; i++)
    {
      QuadMoveKind own = quad_move_get_kind (quad_account_get_tier (accounts->pdata[i]), tier);

      if (i > 0 && own != kind)
        return QUAD_MOVE_NONE;
      kind = own;
    }
  return kind;
}

static const char *
get_detail_label (QuadMoveKind kind,
                  guint        n_accounts)
{
  switch (kind)
    {
    case QUAD_MOVE_WON:
      return n_accounts == 1 ? _("Add Revenue…") : NULL;
    case QUAD_MOVE_LOST:
    case QUAD_MOVE_PARKED:
      return _("Add Reason…");
    case QUAD_MOVE_QUALIFIED:
      return n_accounts == 1 ? _("Tick Marks") : NULL;
    case QUAD_MOVE_NONE:
    case QUAD_MOVE_REQUALIFY:
    case QUAD_MOVE_PROMOTED:
    case QUAD_MOVE_DEMOTED:
    case QUAD_MOVE_RETURNED:
      return NULL;
    }
  g_return_val_if_reached (NULL);
}

/* The ids, not the selection: that one may be another when the button is pressed. */
static GVariant *
pack_detail (QuadMoveKind  kind,
             GPtrArray    *accounts)
{
  GVariantBuilder ids;

  g_variant_builder_init (&ids, G_VARIANT_TYPE ("ax"));
  for (guint i = 0; i < accounts->len; i++)
    g_variant_builder_add (&ids, "x", quad_account_get_id (accounts->pdata[i]));
  return g_variant_new ("(uax)", (guint) kind, &ids);
}

void
quad_window_say_moved (QuadWindow   *self,
                       GPtrArray    *accounts,
                       QuadTier      from,
                       QuadTier      to,
                       QuadMoveKind  kind)
{
  const char *detail = get_detail_label (kind, accounts->len);
  const QuadNames *names = quad_book_get_names (self->book);
  g_autofree char *title = NULL;

  if (accounts->len == 1)
    title = quad_words_describe_move (quad_account_get_name (accounts->pdata[0]), from, to, names);
  else
    title = quad_words_describe_moves (accounts->len, to, names);
  quad_window_add_undo_toast (self, title, detail, "win.add-detail",
                              detail != NULL ? pack_detail (kind, accounts) : NULL);
}

static GPtrArray *
collect_movable (QuadWindow *self,
                 QuadTier    tier)
{
  g_autoptr (GPtrArray) chosen = quad_account_selection_get_all (self->selection);
  GPtrArray *movable = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < chosen->len; i++)
    if (quad_account_get_tier (chosen->pdata[i]) != tier)
      g_ptr_array_add (movable, g_object_ref (chosen->pdata[i]));
  return movable;
}

static void
move_to_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  QuadWindow *self = QUAD_WINDOW (widget);
  g_autoptr (GPtrArray) accounts = NULL;
  g_autoptr (GError) error = NULL;
  QuadMoveKind kind;
  QuadTier from;
  guint tier;

  if (!quad_words_parse (&quad_tier_words, g_variant_get_string (parameter, NULL), &tier)
      || !quad_window_save_pending (self))
    return;
  if (self->planning)
    {
      quad_window_plan_moves (self, tier);
      return;
    }
  accounts = collect_movable (self, tier);
  if (accounts->len == 0)
    return;
  from = quad_account_get_tier (accounts->pdata[0]);
  kind = get_common_kind (accounts, tier);
  if (quad_book_move_accounts (self->book, accounts, tier, &error))
    quad_window_say_moved (self, accounts, from, tier, kind);
  else
    quad_dialog_show_error (widget, _("The Move Was Not Made"), error);
}

static void
set_profile_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  QuadWindow *self = QUAD_WINDOW (widget);
  g_autoptr (GPtrArray) chosen = quad_account_selection_get_all (self->selection);
  g_autoptr (GPtrArray) accounts = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) error = NULL;
  guint profile;

  if (!quad_words_parse (&quad_profile_words, g_variant_get_string (parameter, NULL), &profile)
      || !quad_window_save_pending (self))
    return;
  for (guint i = 0; i < chosen->len; i++)
    if (quad_account_get_profile (chosen->pdata[i]) != profile)
      g_ptr_array_add (accounts, g_object_ref (chosen->pdata[i]));
  if (accounts->len == 0)
    return;
  if (quad_book_set_profile (self->book, accounts, profile, &error))
    {
      const QuadNames *names = quad_book_get_names (self->book);
      g_autofree char *title = quad_words_describe_profile (accounts, profile, names);

      quad_window_add_undo_toast (self, title, NULL, NULL, NULL);
    }
  else
    {
      quad_dialog_show_error (widget, _("The Profile Was Not Changed"), error);
    }
}

static void
delete_accounts_action (GtkWidget  *widget,
                        const char *name,
                        GVariant   *parameter)
{
  QuadWindow *self = QUAD_WINDOW (widget);
  g_autoptr (GPtrArray) accounts = quad_account_selection_get_all (self->selection);
  g_autofree char *title = NULL;
  g_autoptr (GError) error = NULL;

  if (accounts->len == 0 || !quad_window_save_pending (self))
    return;
  if (accounts->len == 1)
    /* Translators: %s is the name of an account */
    title = g_strdup_printf (_("%s is deleted"), quad_account_get_name (accounts->pdata[0]));
  else
    title = g_strdup_printf (ngettext ("%u account is deleted", "%u accounts are deleted",
                                       accounts->len), accounts->len);
  if (quad_book_delete_accounts (self->book, accounts, &error))
    quad_window_add_undo_toast (self, title, NULL, NULL, NULL);
  else
    quad_dialog_show_error (widget, _("Nothing Was Deleted"), error);
}

static void
saved_cb (QuadWindow  *self,
          QuadAccount *account,
          gboolean     created)
{
  g_autofree char *title = NULL;

  /* Translators: %s is the name of an account */
  title = g_strdup_printf (created ? _("%s is in the list") : _("%s is saved"),
                           quad_account_get_name (account));
  if (created)
    {
      quad_account_selection_set_only (self->selection, account);
      quad_account_list_reveal (self->list, account);
    }
  quad_window_add_undo_toast (self, title, NULL, NULL, NULL);
}

static void
present_dialog (QuadWindow *self,
                GtkWindow  *dialog)
{
  g_signal_connect_object (dialog, "saved", G_CALLBACK (saved_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (dialog);
}

static void
new_account_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  QuadWindow *self = QUAD_WINDOW (widget);

  if (quad_window_save_pending (self))
    present_dialog (self, quad_account_dialog_new_create (GTK_WINDOW (self), self->book));
}

static void
open_account_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  QuadWindow *self = QUAD_WINDOW (widget);
  QuadAccount *account = quad_account_selection_get_only (self->selection);

  if (account != NULL && quad_window_save_pending (self))
    present_dialog (self, quad_account_dialog_new_edit (GTK_WINDOW (self), self->book, account));
}

/* The marks of an ideal client are ticked in the panel. */
static void
show_marks (QuadWindow  *self,
            QuadAccount *account)
{
  quad_account_selection_set_only (self->selection, account);
  quad_panes_set_show_panel (self->panes, TRUE);
  quad_playbook_panel_show_marks (self->panel);
}

/* Asks for what a move left open: product.md section 3. */
static void
add_detail_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  static const QuadAccountField won[] = { QUAD_ACCOUNT_REVENUE };
  static const QuadAccountField lost[] = { QUAD_ACCOUNT_LOST_REASON };
  QuadWindow *self = QUAD_WINDOW (widget);
  g_autoptr (GPtrArray) accounts = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GVariantIter) ids = NULL;
  GtkWindow *dialog = NULL;
  guint kind;
  gint64 id;

  g_variant_get (parameter, "(uax)", &kind, &ids);
  while (g_variant_iter_next (ids, "x", &id))
    {
      QuadAccount *account = quad_item_list_lookup (quad_book_get_accounts (self->book), id);

      if (account != NULL)
        g_ptr_array_add (accounts, g_object_ref (account));
    }
  if (accounts->len == 0)
    return;
  if (kind == QUAD_MOVE_WON)
    dialog = quad_account_dialog_new_details (GTK_WINDOW (self), self->book, accounts,
                                              _("Yearly Revenue"), won, G_N_ELEMENTS (won));
  else if (kind == QUAD_MOVE_LOST)
    dialog = quad_account_dialog_new_details (GTK_WINDOW (self), self->book, accounts,
                                              _("Why the Client Was Lost"), lost,
                                              G_N_ELEMENTS (lost));
  else if (kind == QUAD_MOVE_PARKED)
    quad_window_ask_to_park (self, accounts);
  else if (kind == QUAD_MOVE_QUALIFIED)
    show_marks (self, accounts->pdata[0]);
  if (dialog != NULL)
    present_dialog (self, dialog);
}

static void
recut_done_cb (QuadWindow *self,
               guint       n_moved)
{
  g_autofree char *title = NULL;

  title = g_strdup_printf (ngettext ("The list is re-cut: %u account moved",
                                     "The list is re-cut: %u accounts moved", n_moved),
                           n_moved);
  quad_window_add_undo_toast (self, title, NULL, NULL, NULL);
}

static void
recut_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  QuadWindow *self = QUAD_WINDOW (widget);
  GtkWindow *dialog;

  if (!quad_window_save_pending (self))
    return;
  dialog = quad_recut_dialog_new (GTK_WINDOW (self), self->book);
  g_signal_connect_object (dialog, "done", G_CALLBACK (recut_done_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (dialog);
}

static void
load_sample_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  QuadWindow *self = QUAD_WINDOW (widget);
  g_autoptr (GError) error = NULL;

  if (quad_sample_load (self->book, &error))
    quad_window_add_undo_toast (self, _("These accounts are invented: look around"), NULL, NULL,
                                NULL);
  else
    quad_dialog_show_error (widget, _("The Sample Was Not Opened"), error);
}

static void
search_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  QuadWindow *self = QUAD_WINDOW (widget);

  quad_panes_set_show_list (self->panes, TRUE);
  quad_account_list_focus_search (self->list);
}

static void
show_tier_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  QuadWindow *self = QUAD_WINDOW (widget);
  guint tier;

  if (!quad_words_parse (&quad_tier_words, g_variant_get_string (parameter, NULL), &tier))
    return;
  quad_panes_set_show_list (self->panes, TRUE);
  quad_account_list_show_tier (self->list, tier);
}

static void
toggle_list_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  QuadWindow *self = QUAD_WINDOW (widget);

  quad_panes_set_show_list (self->panes, !quad_panes_get_show_list (self->panes));
}

static void
toggle_panel_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  QuadWindow *self = QUAD_WINDOW (widget);

  quad_panes_set_show_panel (self->panes, !quad_panes_get_show_panel (self->panes));
}

static void
popup_menu (QuadWindow         *self,
            const GdkRectangle *at)
{
  if (quad_account_selection_get_size (self->selection) == 0)
    return;
  if (self->menu_popover == NULL)
    {
      self->menu_popover = gtk_popover_menu_new_from_model (self->account_menu);
            gtk_popover_set_has_arrow (GTK_POPOVER (self->menu_popover), FALSE);
      gtk_widget_set_halign (self->menu_popover, GTK_ALIGN_START);
      gtk_widget_set_parent (self->menu_popover, GTK_WIDGET (self->main_box));
    }
  quad_profile_menu_fill (GTK_POPOVER_MENU (self->menu_popover), quad_book_get_names (self->book));
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu_popover), at);
  gtk_popover_popup (GTK_POPOVER (self->menu_popover));
}

static void
account_menu_at_action (GtkWidget  *widget,
                        const char *name,
                        GVariant   *parameter)
{
  QuadWindow *self = QUAD_WINDOW (widget);
  graphene_point_t point;
  double x, y;

  g_variant_get (parameter, "(dd)", &x, &y);
  if (gtk_widget_compute_point (widget, GTK_WIDGET (self->main_box),
                                &GRAPHENE_POINT_INIT ((float) x, (float) y), &point))
    popup_menu (self, &(GdkRectangle) { (int) point.x, (int) point.y, 1, 1 });
}

/* By key: below what has the focus. */
static void
account_menu_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  QuadWindow *self = QUAD_WINDOW (widget);
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  graphene_rect_t bounds;

  if (focus == NULL
      || !gtk_widget_compute_bounds (focus, GTK_WIDGET (self->main_box), &bounds))
    return;
  popup_menu (self, &(GdkRectangle) { (int) bounds.origin.x + 24, (int) bounds.origin.y,
                                      1, (int) bounds.size.height });
}

/* Ctrl+Z and the like stay with a text field that has the focus: bindings of the class, unlike
 * accelerators of the application, come after those of the focus widget. */
static void
install_bindings (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint            key;
    GdkModifierType  modifiers;
    const char      *action;
  } bindings[] = {
    { GDK_KEY_z, GDK_CONTROL_MASK, "win.undo" },
    { GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.redo" },
    { GDK_KEY_y, GDK_CONTROL_MASK, "win.redo" },
    { GDK_KEY_n, GDK_CONTROL_MASK, "win.new-account" },
    { GDK_KEY_o, GDK_CONTROL_MASK, "win.import" },
    { GDK_KEY_e, GDK_CONTROL_MASK, "win.export" },
    { GDK_KEY_c, GDK_CONTROL_MASK, "win.copy" },
    { GDK_KEY_p, GDK_CONTROL_MASK, "win.print" },
    { GDK_KEY_f, GDK_CONTROL_MASK, "win.search" },
    { GDK_KEY_F8, 0, "win.toggle-list" },
    { GDK_KEY_F9, 0, "win.toggle-panel" },
    { GDK_KEY_w, GDK_CONTROL_MASK, "window.close" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (bindings); i++)
    gtk_widget_class_add_binding_action (widget_class, bindings[i].key, bindings[i].modifiers,
                                         bindings[i].action, NULL);
}

void
quad_window_accounts_install (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char                     *name;
    const char                     *parameter;
    GtkWidgetActionActivateFunc     activate;
  } actions[] = {
    { "win.undo", NULL, undo_action },
    { "win.redo", NULL, redo_action },
    { "win.new-account", NULL, new_account_action },
    { "win.open-account", NULL, open_account_action },
    { "win.delete-accounts", NULL, delete_accounts_action },
    { "win.move-to", "s", move_to_action },
    { "win.set-profile", "s", set_profile_action },
    { "win.add-detail", "(uax)", add_detail_action },
    { "win.recut", NULL, recut_action },
    { "win.load-sample", NULL, load_sample_action },
    { "win.search", NULL, search_action },
    { "win.show-tier", "s", show_tier_action },
    { "win.toggle-list", NULL, toggle_list_action },
    { "win.toggle-panel", NULL, toggle_panel_action },
    { "win.account-menu", NULL, account_menu_action },
    { "win.account-menu-at", "(dd)", account_menu_at_action },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, actions[i].parameter,
                                     actions[i].activate);
  install_bindings (widget_class);
}
