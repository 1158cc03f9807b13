/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "quad-test-window.h"

#include "quad-plan-row.h"

/* Planning in the window: moves that change nothing yet, and the list of them. */

#define SMITH  "Smith & Co <b>"
#define SOLENT "Solent Renewables"

static void
set_up (QuadTestWindow *self,
        gconstpointer   data)
{
  quad_test_window_open (self);
  quad_test_window_fill (self);
}

static void
tear_down (QuadTestWindow *self,
           gconstpointer   data)
{
  quad_test_window_close (self);
}

static GtkWidget *
get_list (QuadTestWindow *self)
{
  return GTK_WIDGET (self->window->plan_list);
}

static GtkWidget *
get_toasts (QuadTestWindow *self)
{
  return GTK_WIDGET (self->window->toast_overlay);
}

static QuadTier
get_tier (QuadTestWindow *self,
          const char     *name)
{
  return quad_account_get_tier (quad_test_window_find (self, name));
}

static QuadPlannedMove *
find_move (QuadTestWindow *self,
           const char     *name)
{
  return quad_book_get_planned_move (self->window->book, quad_test_window_find (self, name));
}

static void
plan (QuadTestWindow *self,
      const char     *name,
      const char     *tier)
{
  quad_test_window_choose (self, name);
  quad_test_window_act (self, "win.move-to", tier);
}

static void
act_on (QuadTestWindow *self,
        const char     *action,
        const char     *name)
{
  gint64 id = name != NULL ? quad_account_get_id (quad_test_window_find (self, name)) : 0;

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->window), action, "x", id));
  quad_test_window_settle (self);
}

static QuadPlanRow *
find_row (QuadTestWindow *self,
          const char     *name)
{
  GtkWidget *label = quad_test_window_search (get_list (self), GTK_TYPE_LABEL, name);

  return label != NULL ? QUAD_PLAN_ROW (gtk_widget_get_ancestor (label, QUAD_TYPE_PLAN_ROW)) : NULL;
}

static void
start (QuadTestWindow *self)
{
  quad_test_window_act (self, "win.plan-mode", NULL);
  g_assert_true (quad_window_get_planning (self->window));
}

static void
count_cb (guint *count)
{
  (*count)++;
}

static void
test_mode (QuadTestWindow *self,
           gconstpointer   data)
{
  GtkWidget *now = gtk_widget_get_first_child (self->window->plan_switch);
  GtkWidget *planned = gtk_widget_get_last_child (self->window->plan_switch);
  guint n_notified = 0;

  g_signal_connect_swapped (self->window, "notify::planning", G_CALLBACK (count_cb), &n_notified);
  g_assert_false (quad_window_get_planning (self->window));
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (now)));
  g_assert_false (gtk_widget_get_mapped (get_list (self)));

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (planned), TRUE);
  quad_test_window_settle (self);
  g_assert_true (quad_window_get_planning (self->window));
  g_assert_cmpuint (n_notified, ==, 1);
  g_assert_true (gtk_widget_get_mapped (get_list (self)));
  g_assert_true (quad_test_window_says (get_list (self), "Nothing Is Planned"));
  g_object_set (self->window, "planning", TRUE, NULL);
  g_assert_cmpuint (n_notified, ==, 1);

  quad_test_window_act (self, "win.plan-mode", NULL);
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (now)));
  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (planned)));
  g_assert_cmpuint (n_notified, ==, 2);
  g_signal_handlers_disconnect_by_data (self->window, &n_notified);
}

static void
test_plan (QuadTestWindow *self,
           gconstpointer   data)
{
  QuadPlanRow *row;

  start (self);
  plan (self, SMITH, "key");
  g_assert_cmpint (get_tier (self, SMITH), ==, QUAD_TIER_SECONDARY);
  g_assert_true (quad_test_window_says (get_toasts (self), SMITH " is to move to Key accounts"));
  g_assert_nonnull (quad_test_window_search (get_toasts (self), GTK_TYPE_LABEL, "Add Details…"));
  row = find_row (self, SMITH);
  g_assert_nonnull (row);
  g_assert_true (quad_test_window_says (GTK_WIDGET (row), "Secondary → Key"));
  gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       SMITH ": from Secondary account to Key account");
  g_assert_true (quad_test_window_says (get_list (self), "1 planned move"));
  g_assert_true (quad_test_window_says (get_list (self), "\u20662 → 3\u2069"));

  /* the same again is nothing, where it is takes it back */
  quad_test_window_act (self, "win.move-to", "key");
  g_assert_cmpstr (quad_book_get_undo_label (self->window->book), ==,
                   "Plan to move " SMITH " to Key accounts");
  quad_test_window_act (self, "win.move-to", "secondary");
  g_assert_null (find_move (self, SMITH));
  g_assert_true (quad_test_window_says (get_toasts (self),
                                        "Nothing is planned for " SMITH " any more"));
  g_assert_true (quad_test_window_says (get_list (self), "Nothing Is Planned"));
  quad_test_window_act (self, "win.undo", NULL);
  g_assert_nonnull (find_row (self, SMITH));
}

static GtkWidget *
find_button (GtkWidget  *parent,
             const char *action)
{
  for (GtkWidget *child = gtk_widget_get_first_child (parent); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found;

      if (GTK_IS_BUTTON (child)
          && g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (child)), action) == 0)
        return child;
      found = find_button (child, action);
      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
test_apply (QuadTestWindow *self,
            gconstpointer   data)
{
  GtkWidget *button;

  start (self);
  plan (self, SOLENT, "key");
  plan (self, SMITH, "lead");
  plan (self, "Cobalt Freight", "ideal");
  button = find_button (GTK_WIDGET (find_row (self, SOLENT)), "win.apply-plan");
  gtk_test_accessible_assert_property (button, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Apply the planned move of " SOLENT);
  g_signal_emit_by_name (button, "clicked");
  quad_test_window_settle (self);
  g_assert_cmpint (get_tier (self, SOLENT), ==, QUAD_TIER_KEY);
  g_assert_null (find_row (self, SOLENT));
  g_assert_true (quad_test_window_says (get_toasts (self),
                                        "Won: " SOLENT " is a key account · plan reached"));

  act_on (self, "win.apply-plan", NULL);
  g_assert_cmpint (get_tier (self, SMITH), ==, QUAD_TIER_LEAD);
  g_assert_cmpint (get_tier (self, "Cobalt Freight"), ==, QUAD_TIER_IDEAL);
  g_assert_true (quad_test_window_says (get_list (self), "Nothing Is Planned"));
  quad_test_window_act (self, "win.undo", NULL);
  g_assert_nonnull (find_row (self, SMITH));
  g_assert_nonnull (find_row (self, "Cobalt Freight"));
}

/* What is done meanwhile, with Plan off, is seen when it is on again. */
static void
test_reached (QuadTestWindow *self,
              gconstpointer   data)
{
  start (self);
  plan (self, SMITH, "key");
  plan (self, SOLENT, "key");
  quad_test_window_act (self, "win.plan-mode", NULL);
  plan (self, SMITH, "key");
  g_assert_cmpint (get_tier (self, SMITH), ==, QUAD_TIER_KEY);
  g_assert_true (quad_test_window_says (get_toasts (self),
                                        SMITH " is promoted to key account · plan reached"));
  quad_test_window_act (self, "win.plan-mode", NULL);
  g_assert_null (find_row (self, SMITH));
  g_assert_nonnull (find_row (self, SOLENT));
}

/* The focus stays in the list when a row goes. */
static void
test_discard (QuadTestWindow *self,
              gconstpointer   data)
{
  GtkWidget *focus;

  start (self);
  plan (self, SMITH, "key");
  plan (self, SOLENT, "key");
  gtk_widget_grab_focus (GTK_WIDGET (find_row (self, SMITH)));
  act_on (self, "win.discard-plan", SMITH);
  g_assert_null (find_move (self, SMITH));
  focus = gtk_root_get_focus (GTK_ROOT (self->window));
  g_assert_true (focus == GTK_WIDGET (find_row (self, SOLENT)));
  act_on (self, "win.discard-plan", NULL);
  g_assert_null (find_move (self, SOLENT));
  g_assert_true (quad_test_window_says (get_toasts (self), "1 planned move is discarded"));
}

static void
test_edit (QuadTestWindow *self,
           gconstpointer   data)
{
  GtkWindow *dialog;

  start (self);
  plan (self, SOLENT, "key");
  g_signal_emit_by_name (find_row (self, SOLENT), "activate");
  quad_test_window_settle (self);
  dialog = quad_test_window_get_dialog (self);
  g_assert_nonnull (dialog);
  g_assert_cmpstr (gtk_window_get_title (dialog), ==, SOLENT);
  g_assert_true (quad_test_window_says (GTK_WIDGET (dialog), "Ideal client → Key account"));
  gtk_editable_set_text (GTK_EDITABLE (quad_test_window_search (GTK_WIDGET (dialog),
                                                                ADW_TYPE_ENTRY_ROW, NULL)),
                         "2099-06-30");
  gtk_widget_activate_action (GTK_WIDGET (dialog), "dialog.save", NULL);
  quad_test_window_settle (self);
  g_assert_null (quad_test_window_get_dialog (self));
  g_assert_cmpuint (quad_planned_move_get_by_date (find_move (self, SOLENT)), ==,
                    quad_date_from_ymd (2099, 6, 30));
  g_assert_true (quad_test_window_says (get_list (self), "By 30 Jun 2099"));

  /* saved as it was: nothing is done, so nothing is offered to be undone */
  quad_test_window_act (self, "win.undo", NULL);
  act_on (self, "win.edit-plan", SOLENT);
  gtk_widget_activate_action (GTK_WIDGET (quad_test_window_get_dialog (self)), "dialog.save", NULL);
  quad_test_window_settle (self);
  g_assert_null (quad_test_window_get_dialog (self));
  g_assert_nonnull (quad_book_get_redo_label (self->window->book));
  g_assert_false (quad_test_window_says (get_toasts (self), "The plan is saved"));
}

/* A book with so many planned moves, made without a window that would follow each account. */
static void
make_plan (const char *path,
           guint       n)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (QuadBook) book = quad_book_open (path, QUAD_BOOK_CREATE, &error);
  g_autoptr (GPtrArray) accounts = g_ptr_array_new ();

  g_assert_no_error (error);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (QuadRecord) values = quad_record_new (&quad_account_schema);

      quad_record_set_text (values, QUAD_ACCOUNT_NAME, "Lead");
      g_ptr_array_add (accounts, quad_book_create_account (book, values, &error));
      g_assert_no_error (error);
    }
  quad_book_plan_moves (book, accounts, QUAD_TIER_IDEAL, NULL, &error);
  g_assert_no_error (error);
  quad_book_close (book);
}

/* More than have a row are counted. */
static void
test_many (QuadTestWindow *self,
           gconstpointer   data)
{
  g_autofree char *path = g_build_filename (self->folder, "many.quadrille", NULL);

  make_plan (path, 203);
  g_assert_true (quad_window_open_book (self->window, path, 0));
  start (self);
  g_assert_true (quad_test_window_says (get_list (self), "203 planned moves"));
  g_assert_true (quad_test_window_says (get_list (self), "and 3 more"));
  act_on (self, "win.discard-plan", NULL);
  g_assert_true (quad_test_window_says (get_list (self), "Nothing Is Planned"));
}

int
main (int    argc,
      char **argv)
{
  quad_test_window_init (&argc, &argv);

#define ADD(path, func) g_test_add (path, QuadTestWindow, NULL, set_up, func, tear_down)
  ADD ("/planning/mode", test_mode);
  ADD ("/planning/plan", test_plan);
  ADD ("/planning/apply", test_apply);
  ADD ("/planning/reached", test_reached);
  ADD ("/planning/discard", test_discard);
  ADD ("/planning/edit", test_edit);
  ADD ("/planning/many", test_many);
#undef ADD

  return g_test_run ();
}
