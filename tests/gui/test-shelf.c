/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "quad-test-window.h"

#include "quad-account-filter.h"
#include "quad-account-rows.h"
#include "quad-reason-dialog.h"
#include "quad-shelf-part.h"
#include "quad-trait-row.h"

/* Groups and filters of the account list, the shelf, and letting clients go, in a whole window. */

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

static void
set_text (QuadTestWindow   *self,
          const char       *name,
          QuadAccountField  field,
          const char       *text)
{
  g_autoptr (GPtrArray) accounts = g_ptr_array_new ();
  g_autoptr (QuadRecord) edits = quad_record_new (&quad_account_schema);
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (accounts, quad_test_window_find (self, name));
  quad_record_set_text (edits, field, text);
  g_assert_true (quad_book_edit_accounts (self->window->book, accounts, edits, &error));
  g_assert_no_error (error);
  quad_test_window_settle (self);
}

static GtkSelectionModel *
get_rows (QuadTestWindow *self)
{
  GtkColumnView *view = GTK_COLUMN_VIEW (gtk_widget_get_template_child (
    GTK_WIDGET (self->window->list), QUAD_TYPE_ACCOUNT_LIST, "column_view"));

  return gtk_column_view_get_model (view);
}

static void
assert_row (QuadTestWindow *self,
            guint           position,
            const char     *text)
{
  g_autoptr (GObject) row = g_list_model_get_item (G_LIST_MODEL (get_rows (self)), position);

  if (QUAD_IS_ACCOUNT (row))
    g_assert_cmpstr (quad_account_get_name (QUAD_ACCOUNT (row)), ==, text);
  else
    g_assert_cmpstr (quad_facet_value_get_label (quad_account_heading_get_value (
                       QUAD_ACCOUNT_HEADING (row)), NULL), ==, text);
}

static void
act_on_list (QuadTestWindow *self,
             const char     *action,
             const char     *target)
{
  if (target != NULL)
    g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->window->list), action, "s",
                                               target));
  else
    g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->window->list), action, NULL));
  quad_test_window_settle (self);
}

/* Headings come and go with their groups, cannot be chosen, and leave the choice alone. */
static void
test_groups (QuadTestWindow *self,
             gconstpointer   data)
{
  GtkSelectionModel *rows = get_rows (self);
  g_autoptr (GtkBitset) selected = NULL;
  g_autofree char *group = NULL;
  GObject *column_view = gtk_widget_get_template_child (GTK_WIDGET (self->window->list),
                                                        QUAD_TYPE_ACCOUNT_LIST, "column_view");

  set_text (self, "Zürich Öl", QUAD_ACCOUNT_VERTICAL, "Öl & <Gas>");
  set_text (self, "Cobalt Freight", QUAD_ACCOUNT_VERTICAL, "öl & <gas>");
  act_on_list (self, "accounts.group", "vertical");
  g_object_get (self->window->list, "group", &group, NULL);
  g_assert_cmpstr (group, ==, "vertical");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (rows)), ==, 8);
  assert_row (self, 1, "Zürich Öl");
  assert_row (self, 2, "Cobalt Freight");
  assert_row (self, 3, "No vertical");
  assert_row (self, 4, "Brightwater Dairy");

  gtk_selection_model_select_item (rows, 1, TRUE);
  gtk_selection_model_select_item (rows, 3, TRUE);
  selected = gtk_selection_model_get_selection (rows);
  g_assert_cmpuint (gtk_bitset_get_size (selected), ==, 1);
  g_assert_true (gtk_bitset_contains (selected, 1));
  gtk_selection_model_select_range (rows, 1, 4, TRUE);
  g_assert_cmpuint (quad_account_selection_get_size (self->window->selection), ==, 3);

  g_signal_emit_by_name (column_view, "activate", 0);
  g_assert_cmpuint (quad_account_selection_get_size (self->window->selection), ==, 2);
  g_assert_null (quad_test_window_get_dialog (self));

  set_text (self, "Zürich Öl", QUAD_ACCOUNT_VERTICAL, NULL);
  set_text (self, "Cobalt Freight", QUAD_ACCOUNT_VERTICAL, NULL);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (rows)), ==, 7);
  act_on_list (self, "accounts.group", "profile");
  assert_row (self, 0, "Keep");
  act_on_list (self, "accounts.group", "none");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (rows)), ==, 6);
}

static QuadAccountFilter *
get_filter (QuadTestWindow *self)
{
  return QUAD_ACCOUNT_FILTER (gtk_widget_get_template_child (GTK_WIDGET (self->window->list),
                                                             QUAD_TYPE_ACCOUNT_LIST, "filter"));
}

static guint
count_shown (QuadTestWindow *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (quad_account_list_get_view (self->window->list)));
}

/* The check whose child, or label, says this. */
static void
toggle (QuadTestWindow *self,
        const char     *label)
{
  GtkWidget *found = quad_test_window_search (GTK_WIDGET (get_filter (self)), GTK_TYPE_LABEL,
                                              label);
  GtkCheckButton *check;

  g_assert_nonnull (found);
  check = GTK_CHECK_BUTTON (gtk_widget_get_ancestor (found, GTK_TYPE_CHECK_BUTTON));
  gtk_check_button_set_active (check, !gtk_check_button_get_active (check));
  quad_test_window_settle (self);
}

static void
press (QuadTestWindow *self,
       GtkWidget      *parent,
       const char     *label)
{
  GtkWidget *found = quad_test_window_search (parent, GTK_TYPE_LABEL, label);

  g_assert_nonnull (found);
  g_signal_emit_by_name (gtk_widget_get_ancestor (found, GTK_TYPE_BUTTON), "clicked");
  quad_test_window_settle (self);
}

static void
test_filters (QuadTestWindow *self,
              gconstpointer   data)
{
  GtkMenuButton *button = GTK_MENU_BUTTON (gtk_widget_get_template_child (
    GTK_WIDGET (self->window->list), QUAD_TYPE_ACCOUNT_LIST, "filter_button"));
  GtkWidget *filter = GTK_WIDGET (get_filter (self));

  set_text (self, "Zürich Öl", QUAD_ACCOUNT_REGION, "Süd & <Ost>");
  set_text (self, "Cobalt Freight", QUAD_ACCOUNT_REGION, "SUD & <ost>");
  set_text (self, "Solent Renewables", QUAD_ACCOUNT_REGION, "North");
  gtk_menu_button_popup (button);
  quad_test_window_settle (self);
  press (self, filter, "Region");
  gtk_test_accessible_assert_property (
    GTK_ACCESSIBLE (gtk_widget_get_ancestor (quad_test_window_search (filter, GTK_TYPE_LABEL,
                                                                      "Süd & <Ost>"),
                                             GTK_TYPE_CHECK_BUTTON)),
    GTK_ACCESSIBLE_PROPERTY_LABEL, "Süd & <Ost>, 2 accounts");
  toggle (self, "Süd & <Ost>");
  g_assert_cmpuint (count_shown (self), ==, 2);
  toggle (self, "No region");
  g_assert_cmpuint (count_shown (self), ==, 5);
  toggle (self, "North");
  g_assert_cmpuint (count_shown (self), ==, 6);
  toggle (self, "No region");
  g_assert_cmpuint (count_shown (self), ==, 3);
  g_assert_true (quad_test_window_says (GTK_WIDGET (self->window->list), "North, Süd & <Ost>"));

  quad_account_filter_show_overview (get_filter (self));
  quad_test_window_settle (self);
  toggle (self, "Jettison");
  g_assert_cmpuint (count_shown (self), ==, 1);
  g_assert_true (quad_test_window_says (GTK_WIDGET (self->window->list),
                                        "Jettison · North, Süd & <Ost>"));
  act_on_list (self, "accounts.clear-filters", NULL);
  g_assert_cmpuint (count_shown (self), ==, 6);
  gtk_menu_button_popdown (button);
  quad_test_window_settle (self);
}

static QuadShelfPart *
get_part (QuadTestWindow *self,
          QuadShelfKind   kind)
{
  GtkWidget *part = gtk_widget_get_first_child (GTK_WIDGET (self->window->shelf));

  return QUAD_SHELF_PART (kind == QUAD_SHELF_JETTISON ? part : gtk_widget_get_next_sibling (part));
}

static void
assert_shelf (QuadTestWindow *self,
              QuadShelfKind   kind,
              const char     *label)
{
  GtkWidget *button = gtk_widget_get_first_child (GTK_WIDGET (get_part (self, kind)));

  g_assert_cmpstr (quad_shelf_part_get_label (get_part (self, kind)), ==, label);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_ROLE_BUTTON);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       label);
}

static void
answer (QuadTestWindow *self,
        const char     *reason)
{
  GtkWindow *dialog = quad_test_window_get_dialog (self);

  g_assert_true (QUAD_IS_REASON_DIALOG (dialog));
  quad_reason_dialog_set_reason (QUAD_REASON_DIALOG (dialog), reason);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "accept");
  gtk_window_destroy (dialog);
  quad_test_window_settle (self);
}

static void
set_today (QuadTestWindow *self,
           const char     *day)
{
  quad_book_set_today (self->window->book, quad_date_from_iso (day));
}

/* A client is let go, and what becomes of it is said on the shelf. */
static void
test_jettison (QuadTestWindow *self,
               gconstpointer   data)
{
  QuadAccount *account;

  set_today (self, "2030-03-01");
  quad_test_window_choose (self, "Solent Renewables");
  quad_test_window_act (self, "win.jettison", NULL);
  g_assert_cmpint (quad_account_get_profile (quad_test_window_find (self, "Solent Renewables")), ==,
                   QUAD_PROFILE_ATTAIN);

  quad_test_window_choose (self, "Smith & Co <b>");
  quad_test_window_act (self, "win.jettison", NULL);
  account = quad_test_window_find (self, "Smith & Co <b>");
  g_assert_cmpint (quad_account_get_profile (account), ==, QUAD_PROFILE_JETTISON);
  g_assert_cmpint (quad_account_get_tier (account), ==, QUAD_TIER_SECONDARY);
  g_assert_true (quad_test_window_says (GTK_WIDGET (self->window->toast_overlay),
                                        "Smith & Co <b> is to be let go: decide by 31 Mar"));
  quad_test_window_act (self, "win.turn-around", NULL);
  answer (self, "They pay <now> & in full");
  g_assert_cmpint (quad_account_get_profile (account), ==, QUAD_PROFILE_KEEP);
  quad_test_window_act (self, "win.undo", NULL);
  g_assert_cmpint (quad_account_get_profile (account), ==, QUAD_PROFILE_JETTISON);
  quad_test_window_act (self, "win.end", NULL);
  answer (self, "No margin");
  g_assert_cmpint (quad_account_get_tier (account), ==, QUAD_TIER_PARKED);
  g_assert_cmpstr (quad_item_get_text (QUAD_ITEM (account), QUAD_ACCOUNT_LOST_REASON), ==,
                   "No margin");

  /* Nothing is to be decided about it any more. */
  quad_test_window_act (self, "win.end", NULL);
  g_assert_null (quad_test_window_get_dialog (self));
}

static void
test_figures (QuadTestWindow *self,
              gconstpointer   data)
{
  set_today (self, "2030-03-01");
  quad_test_window_choose (self, "Zürich Öl");
  quad_test_window_act (self, "win.set-profile", "keep");
  assert_shelf (self, QUAD_SHELF_JETTISON, "Jettison, 0 accounts");
  quad_test_window_act (self, "win.jettison", NULL);
  assert_shelf (self, QUAD_SHELF_JETTISON, "Jettison, 1 account, decide by 31 Mar");
  set_today (self, "2030-03-28");
  quad_test_window_choose (self, "Cobalt Freight");
  quad_test_window_act (self, "win.park", NULL);
  answer (self, "Merging");
  assert_shelf (self, QUAD_SHELF_JETTISON, "Jettison, 1 account, 3 days left");
  assert_shelf (self, QUAD_SHELF_PARKED, "Parked, 1 account");
  g_assert_cmpstr (quad_item_get_text (QUAD_ITEM (quad_test_window_find (self, "Cobalt Freight")),
                                       QUAD_ACCOUNT_PARKED_REASON), ==, "Merging");

  g_signal_emit_by_name (get_part (self, QUAD_SHELF_PARKED), "clicked");
  quad_test_window_settle (self);
  press (self, GTK_WIDGET (self->window->shelf), "Show 1 Account in the List");
  g_assert_cmpuint (count_shown (self), ==, 1);
  g_signal_emit_by_name (get_part (self, QUAD_SHELF_JETTISON), "clicked");
  quad_test_window_settle (self);
  press (self, GTK_WIDGET (self->window->shelf), "Turned Around…");
  answer (self, NULL);
  assert_shelf (self, QUAD_SHELF_JETTISON, "Jettison, 0 accounts");
}

/* What a drop would do is said before; what it cannot do as well. */
static void
test_words (QuadTestWindow *self,
            gconstpointer   data)
{
  static const struct
  {
    const char *names[3];
    QuadShelfKind kind;
    gboolean accepted;
    const char *words;
  } drops[] = {
    { { "Northgate Logistics" }, QUAD_SHELF_JETTISON, TRUE, "Let go: turn around or end soon" },
    { { "Cobalt Freight" }, QUAD_SHELF_JETTISON, FALSE, "Only clients can be let go" },
    { { "Zürich Öl" }, QUAD_SHELF_JETTISON, FALSE, "To be let go already" },
    { { "Cobalt Freight", "Northgate Logistics", "Brightwater Dairy" }, QUAD_SHELF_JETTISON, TRUE,
      "Let 2 clients go: turn around or end soon" },
    { { "Cobalt Freight" }, QUAD_SHELF_PARKED, TRUE, "Parked: leaves the chart" },
    { { "Solent Renewables" }, QUAD_SHELF_PARKED, FALSE, "Parked already" },
  };

  quad_test_window_choose (self, "Solent Renewables");
  quad_test_window_act (self, "win.move-to", "parked");
  for (guint i = 0; i < G_N_ELEMENTS (drops); i++)
    {
      g_autoptr (GPtrArray) accounts = g_ptr_array_new ();
      g_autofree char *words = NULL;
      gboolean accepted;

      for (guint j = 0; j < 3 && drops[i].names[j] != NULL; j++)
        g_ptr_array_add (accounts, quad_test_window_find (self, drops[i].names[j]));
      words = quad_shelf_describe_drop (drops[i].kind, accounts, &accepted);
      g_assert_cmpstr (words, ==, drops[i].words);
      g_assert_true (accepted == drops[i].accepted);
    }
}

/* The toast of a qualified lead leads to the marks; the one of a parked account to its reason. */
static void
test_toasts (QuadTestWindow *self,
             gconstpointer   data)
{
  GtkWidget *toasts = GTK_WIDGET (self->window->toast_overlay);
  GtkWidget *focus;

  quad_panes_set_show_panel (self->window->panes, FALSE);
  quad_test_window_choose (self, "Cobalt Freight");
  quad_test_window_act (self, "win.move-to", "ideal");
  press (self, toasts, "Tick Marks");
  g_assert_true (quad_panes_get_show_panel (self->window->panes));
  focus = gtk_window_get_focus (GTK_WINDOW (self->window));
  g_assert_true (focus != NULL && gtk_widget_get_ancestor (focus, QUAD_TYPE_TRAIT_ROW) != NULL);

  quad_test_window_act (self, "win.move-to", "parked");
  press (self, toasts, "Add Reason…");
  answer (self, "Merging");
  g_assert_cmpstr (quad_item_get_text (QUAD_ITEM (quad_test_window_find (self, "Cobalt Freight")),
                                       QUAD_ACCOUNT_PARKED_REASON), ==, "Merging");
}

int
main (int   argc,
      char *argv[])
{
  quad_test_window_init (&argc, &argv);
#define ADD(path, test) g_test_add (path, QuadTestWindow, NULL, set_up, test, tear_down)
  ADD ("/list/groups", test_groups);
  ADD ("/list/filters", test_filters);
  ADD ("/shelf/jettison", test_jettison);
  ADD ("/shelf/figures", test_figures);
  ADD ("/shelf/words", test_words);
  ADD ("/window/toasts", test_toasts);
#undef ADD
  return g_test_run ();
}
