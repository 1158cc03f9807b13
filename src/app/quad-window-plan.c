/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-window"

#include "quad-window-private.h"

#include "quad-dialogs.h"
#include "quad-i18n.h"
#include "quad-move.h"
#include "quad-plan-dialog.h"
#include "quad-plan-list.h"

/* Planning: while it is on, a move changes nothing but the plan, and the plan stands in the place
 * of the panel. */

static char *
describe_planned (QuadWindow *self,
                  GPtrArray  *accounts,
                  QuadTier    tier)
{
  QuadAccount *first = accounts->pdata[0];
  const char *title = quad_names_get_box (quad_book_get_names (self->book), tier);

  if (accounts->len > 1)
    return g_strdup_printf (ngettext ("%u account is to move to %s",
                                      "%u accounts are to move to %s", accounts->len),
                            accounts->len, title);
  if (quad_book_get_planned_move (self->book, first) == NULL)
    /* Translators: %s is the name of an account */
    return g_strdup_printf (_("Nothing is planned for %s any more"), quad_account_get_name (first));

  /* Translators: the name of an account, and a tier: “Key accounts” */
  return g_strdup_printf (_("%s is to move to %s"), quad_account_get_name (first),
                          title);
}

/* The chosen accounts for which that is not the plan yet. */
static GPtrArray *
collect_plannable (QuadWindow *self,
                   QuadTier    tier)
{
  g_autoptr (GPtrArray) chosen = quad_account_selection_get_all (self->selection);
  GPtrArray *plannable = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < chosen->len; i++)
    if (quad_book_get_planned_tier (self->book, chosen->pdata[i]) != tier)
      g_ptr_array_add (plannable, g_object_ref (chosen->pdata[i]));

  return plannable;
}

/* Plans to move the chosen accounts. */
void
quad_window_plan_moves (QuadWindow *self,
                        QuadTier    tier)
{
  g_autoptr (GPtrArray) accounts = collect_plannable (self, tier);
  g_autofree char *title = NULL;
  g_autoptr (GError) error = NULL;
  gboolean details;

  if (accounts->len == 0)
    return;
  if (!quad_book_plan_moves (self->book, accounts, tier, NULL, &error))
    {
      quad_dialog_show_error (GTK_WIDGET (self), _("The Move Was Not Planned"), error);
      return;
    }

  title = describe_planned (self, accounts, tier);
  details = accounts->len == 1
            && quad_book_get_planned_move (self->book, accounts->pdata[0]) != NULL;
  quad_window_add_undo_toast (
    self, title, details ? _("Add Details…") : NULL, "win.edit-plan",
    details ? g_variant_new_int64 (quad_account_get_id (accounts->pdata[0])) : NULL);
}

/* What the last operation, which the toast is about, did to the plan: NULL when nothing. */
char *
quad_window_describe_reached (QuadWindow *self,
                              const char *title)
{
  guint n_reached = self->book != NULL ? quad_book_get_plan_reached (self->book)->len : 0;

  if (n_reached == 0)
    return NULL;

  /* Translators: what was done, and that it was planned: "Tern is promoted to key account · plan
   * reached" */
  return g_strdup_printf (ngettext ("%s · plan reached", "%s · %u plans reached", n_reached), title,
                          n_reached);
}

/* Finds the planned move of the account with the id; for 0, the whole plan, *all is set. */
static QuadPlannedMove *
find_move (QuadWindow *self,
           GVariant   *parameter,
           gboolean   *all)
{
  gint64 id = g_variant_get_int64 (parameter);
  QuadAccount *account = quad_item_list_lookup (quad_book_get_accounts (self->book), id);

  *all = id == 0;

  return account != NULL ? quad_book_get_planned_move (self->book, account) : NULL;
}

static void
apply_one (QuadWindow      *self,
           QuadPlannedMove *move)
{
  QuadAccount *account = quad_book_get_planned_account (self->book, move);
  QuadTier from = quad_account_get_tier (account), to = quad_planned_move_get_tier (move);
  g_autoptr (GPtrArray) moves = g_ptr_array_new ();
  g_autoptr (GPtrArray) accounts = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (moves, move);
  g_ptr_array_add (accounts, g_object_ref (account));
  if (quad_book_apply_planned_moves (self->book, moves, &error))
    quad_window_say_moved (self, accounts, from, to, quad_move_get_kind (from, to));
  else
    quad_dialog_show_error (GTK_WIDGET (self), _("The Move Was Not Made"), error);
}

static void
apply_all (QuadWindow *self)
{
  guint n = quad_item_list_get_size (quad_book_get_plan (self->book));
  g_autofree char *title = NULL;
  g_autoptr (GError) error = NULL;

  if (n == 0)
    return;
  if (!quad_book_apply_planned_moves (self->book, NULL, &error))
    {
      quad_dialog_show_error (GTK_WIDGET (self), _("The Plan Was Not Applied"), error);
      return;
    }
  title = g_strdup_printf (ngettext ("%u account moved", "%u accounts moved", n), n);
  quad_window_add_undo_toast (self, title, NULL, NULL, NULL);
}

static void
apply_plan_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  QuadWindow *self = QUAD_WINDOW (widget);
  gboolean all;
  QuadPlannedMove *move = find_move (self, parameter, &all);

  if (!quad_window_save_pending (self))
    return;
  if (all)
    apply_all (self);
  else if (move != NULL)
    apply_one (self, move);
}

static void
discard_plan_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  QuadWindow *self = QUAD_WINDOW (widget);
  gboolean all;
  QuadPlannedMove *move = find_move (self, parameter, &all);
  guint n = all ? quad_item_list_get_size (quad_book_get_plan (self->book)) : move != NULL;
  g_autoptr (GPtrArray) moves = g_ptr_array_new ();
  g_autofree char *title = NULL;
  g_autoptr (GError) error = NULL;

  if (n == 0)
    return;
  g_ptr_array_add (moves, move);
  title = g_strdup_printf (ngettext ("%u planned move is discarded",
                                     "%u planned moves are discarded", n), n);
  if (quad_book_discard_planned_moves (self->book, all ? NULL : moves, &error))
    quad_window_add_undo_toast (self, title, NULL, NULL, NULL);
  else
    quad_dialog_show_error (widget, _("Nothing Was Discarded"), error);
}

static void
saved_cb (QuadWindow *self)
{
  quad_window_add_undo_toast (self, _("The plan is saved"), NULL, NULL, NULL);
}

static void
edit_plan_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  QuadWindow *self = QUAD_WINDOW (widget);
  gboolean all;
  QuadPlannedMove *move = find_move (self, parameter, &all);
  GtkWindow *dialog;

  if (move == NULL || !quad_window_save_pending (self))
    return;
  dialog = quad_plan_dialog_new (GTK_WINDOW (self), self->book, move);
  g_signal_connect_object (dialog, "saved", G_CALLBACK (saved_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (dialog);
}

void
quad_window_plan_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_property_action (widget_class, "win.plan-mode", "planning");
  gtk_widget_class_install_action (widget_class, "win.apply-plan", "x", apply_plan_action);
  gtk_widget_class_install_action (widget_class, "win.discard-plan", "x", discard_plan_action);
  gtk_widget_class_install_action (widget_class, "win.edit-plan", "x", edit_plan_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F7, 0, "win.plan-mode", NULL);
}

/* Puts the plan behind the panel. */
void
quad_window_plan_init (QuadWindow *self)
{
  GtkWidget *plan_list = quad_plan_list_new ();
  GtkWidget *stack = gtk_stack_new ();

  self->plan_list = QUAD_PLAN_LIST (plan_list);
  self->panel_stack = GTK_STACK (stack);
  gtk_stack_set_hhomogeneous (self->panel_stack, TRUE);
  gtk_stack_set_vhomogeneous (self->panel_stack, FALSE);
  gtk_stack_add_named (self->panel_stack, GTK_WIDGET (self->panel), "account");
  gtk_stack_add_named (self->panel_stack, plan_list, "plan");
  quad_panes_set_panel (self->panes, stack);
}

/**
 * quad_window_get_planning:
 *
 * Returns: whether moves go into the plan and change nothing yet
 */
gboolean
quad_window_get_planning (QuadWindow *self)
{
  g_return_val_if_fail (QUAD_IS_WINDOW (self), FALSE);

  return self->planning;
}

/* Returns: whether that is another state now */
gboolean
quad_window_set_planning (QuadWindow *self,
                          gboolean    planning)
{
  if (self->planning == planning)
    return FALSE;

  self->planning = planning;
  quad_chart_view_set_planning (self->chart, planning);
  gtk_stack_set_visible_child_name (self->panel_stack, planning ? "plan" : "account");
  /* Where there is room, the plan can be seen while one plans. */
  if (planning && quad_panes_has_room (self->panes))
    quad_panes_set_show_panel (self->panes, TRUE);

  return TRUE;
}

/* What can be done with the plan. */
void
quad_window_update_plan (QuadWindow *self,
                         gboolean    writable,
                         gboolean    filled)
{
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_widget_action_set_enabled (widget, "win.plan-mode", filled);
  gtk_widget_action_set_enabled (widget, "win.apply-plan", writable);
  gtk_widget_action_set_enabled (widget, "win.discard-plan", writable);
  gtk_widget_action_set_enabled (widget, "win.edit-plan", writable);
  gtk_widget_set_visible (self->plan_switch, filled && !quad_panes_is_narrow (self->panes));
}
