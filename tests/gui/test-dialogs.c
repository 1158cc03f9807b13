/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "quad-test-window.h"

#include "quad-account-dialog.h"
#include "quad-steps.h"
#include "quad-test-dialog.h"

/* The dialogs of the window: every template is made here, with warnings that end the test. */

static void
set_up (QuadTestWindow *self,
        gconstpointer   data)
{
  quad_test_window_open (self);
  quad_test_window_fill (self);
}

static void
set_up_empty (QuadTestWindow *self,
              gconstpointer   data)
{
  quad_test_window_open (self);
}

static void
tear_down (QuadTestWindow *self,
           gconstpointer   data)
{
  quad_test_window_close (self);
}

static GtkWindow *
open_dialog (QuadTestWindow *self,
             const char     *action)
{
  GtkWindow *dialog;

  quad_test_window_act (self, action, NULL);
  dialog = quad_test_window_get_dialog (self);
  g_assert_nonnull (dialog);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (dialog));
  return dialog;
}

static void
test_create (QuadTestWindow *self,
             gconstpointer   data)
{
  GtkWindow *dialog = open_dialog (self, "win.new-account");
  QuadAccount *account;

  /* Without a name there is no account, and nothing is lost. */
  quad_test_dialog_type (dialog, "Potential", "1,250.50");
  quad_test_dialog_type (dialog, "Revisit On", "2027-02-28");
  gtk_widget_activate_action (GTK_WIDGET (dialog), "dialog.save", NULL);
  g_assert_true (quad_test_window_get_dialog (self) == dialog);
  g_assert_nonnull (quad_test_dialog_find_row (GTK_WIDGET (dialog), "Name may not be empty."));

  quad_test_dialog_type (dialog, "Name", "  Penrose & Sons  ");
  gtk_widget_activate_action (GTK_WIDGET (dialog), "dialog.save", NULL);
  quad_test_window_settle (self);
  g_assert_null (quad_test_window_get_dialog (self));
  account = quad_test_window_find (self, "Penrose & Sons");
  g_assert_nonnull (account);
  g_assert_cmpint (quad_account_get_tier (account), ==, QUAD_TIER_LEAD);
  g_assert_cmpint (quad_account_get_potential (account), ==, 125050);
  g_assert_cmpint (quad_account_get_revenue (account), ==, QUAD_MONEY_UNKNOWN);
  g_assert_cmpint (quad_item_get_number (QUAD_ITEM (account), QUAD_ACCOUNT_REVISIT_ON), ==,
                   quad_date_from_iso ("2027-02-28"));
  g_assert_true (quad_account_selection_get_only (self->window->selection) == account);
}

static void
test_edit (QuadTestWindow *self,
           gconstpointer   data)
{
  QuadAccount *account = quad_test_window_find (self, "Smith & Co <b>");
  g_autofree char *label = g_strdup (quad_book_get_undo_label (self->window->book));
  GtkWindow *dialog;
  GtkWidget *row;

  quad_test_window_choose (self, "Smith & Co <b>");
  dialog = open_dialog (self, "win.open-account");
  g_assert_cmpstr (gtk_window_get_title (dialog), ==, "Smith & Co <b>");
  row = quad_test_dialog_find_row (GTK_WIDGET (dialog), "Revenue");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "64000.00");
  g_assert_null (quad_test_dialog_find_row (GTK_WIDGET (dialog), "Tier"));

  /* Nothing changed: nothing is saved and nothing asked. */
  gtk_widget_activate_action (GTK_WIDGET (dialog), "dialog.save", NULL);
  quad_test_window_settle (self);
  g_assert_null (quad_test_window_get_dialog (self));
  g_assert_cmpstr (quad_book_get_undo_label (self->window->book), ==, label);

  dialog = open_dialog (self, "win.open-account");
  quad_test_dialog_type (dialog, "Revenue", "a lot");
  gtk_widget_activate_action (GTK_WIDGET (dialog), "dialog.save", NULL);
  g_assert_true (quad_test_window_get_dialog (self) == dialog);
  row = quad_test_dialog_find_row (GTK_WIDGET (dialog), "Revenue");
  g_assert_true (gtk_widget_has_css_class (row, "error"));
  quad_test_dialog_type (dialog, "Revenue", "");
  quad_test_dialog_type (dialog, "Website", "https://smith.example");
  g_assert_false (gtk_widget_has_css_class (row, "error"));
  gtk_widget_activate_action (GTK_WIDGET (dialog), "dialog.save", NULL);
  quad_test_window_settle (self);
  g_assert_null (quad_test_window_get_dialog (self));
  g_assert_cmpint (quad_account_get_revenue (account), ==, QUAD_MONEY_UNKNOWN);
  g_assert_cmpstr (quad_item_get_text (QUAD_ITEM (account), QUAD_ACCOUNT_WEBSITE), ==,
                   "https://smith.example");

  /* One operation: one undo brings both back. */
  quad_test_window_act (self, "win.undo", NULL);
  g_assert_cmpint (quad_account_get_revenue (account), ==, 6400000);
  g_assert_null (quad_item_get_text (QUAD_ITEM (account), QUAD_ACCOUNT_WEBSITE));
}

/* Closing asks when something would be lost, and only then. */
static void
test_close (QuadTestWindow *self,
            gconstpointer   data)
{
  GtkWindow *dialog;
  GtkWindow *question;

  quad_test_window_choose (self, "Cobalt Freight");
  dialog = open_dialog (self, "win.open-account");
  gtk_window_close (dialog);
  quad_test_window_settle (self);
  g_assert_null (quad_test_window_get_dialog (self));

  dialog = open_dialog (self, "win.open-account");
  quad_test_dialog_type (dialog, "Region", "North");
  gtk_window_close (dialog);
  question = quad_test_dialog_get_child (dialog);
  g_assert_nonnull (question);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (question), "cancel");
  g_assert_true (quad_test_window_get_dialog (self) == dialog);
  gtk_window_close (dialog);
  question = quad_test_dialog_get_child (dialog);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (question), "discard");
  quad_test_window_settle (self);
  g_assert_null (quad_test_window_get_dialog (self));
  g_assert_null (quad_item_get_text (QUAD_ITEM (quad_test_window_find (self, "Cobalt Freight")),
                                     QUAD_ACCOUNT_REGION));
}

/* One client of four is the top quarter: Northgate Logistics goes. */
static void
test_recut (QuadTestWindow *self,
            gconstpointer   data)
{
  GtkWindow *dialog = open_dialog (self, "win.recut");

  g_assert_nonnull (quad_test_dialog_find_row (GTK_WIDGET (dialog), "Northgate Logistics"));
  g_assert_null (quad_test_dialog_find_row (GTK_WIDGET (dialog), "Brightwater Dairy"));
  gtk_editable_set_text (GTK_EDITABLE (gtk_widget_get_template_child (
                           GTK_WIDGET (dialog), G_OBJECT_TYPE (dialog), "amount_entry")),
                         "50 k");
  g_assert_null (quad_test_dialog_find_row (GTK_WIDGET (dialog), "Northgate Logistics"));
  g_assert_nonnull (quad_test_dialog_find_row (GTK_WIDGET (dialog), "Smith & Co <b>"));
  gtk_widget_activate_action (GTK_WIDGET (dialog), "recut.apply", NULL);
  quad_test_window_settle (self);
  g_assert_null (quad_test_window_get_dialog (self));
  g_assert_cmpint (quad_account_get_tier (quad_test_window_find (self, "Smith & Co <b>")), ==,
                   QUAD_TIER_KEY);
  g_assert_true (quad_test_window_says (GTK_WIDGET (self->window->toast_overlay),
                                        "The list is re-cut: 1 account moved"));
}

static void
wait_for (QuadTestWindow *self,
          gboolean       (*is_done) (QuadTestWindow *self))
{
  gint64 end = g_get_monotonic_time () + 60 * G_TIME_SPAN_SECOND;

  while (!is_done (self) && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (is_done (self));
  quad_test_window_settle (self);
}

static const char *
get_page (GtkWindow *dialog)
{
  GtkWidget *stack = quad_test_window_search (GTK_WIDGET (dialog), GTK_TYPE_STACK, NULL);

  return stack != NULL ? gtk_stack_get_visible_child_name (GTK_STACK (stack)) : "";
}

static gboolean
is_read (QuadTestWindow *self)
{
  return strcmp (get_page (quad_test_window_get_dialog (self)), "working") != 0;
}

static gboolean
is_gone (QuadTestWindow *self)
{
  return quad_test_window_get_dialog (self) == NULL;
}

static GtkWindow *
open_import (QuadTestWindow *self,
             const char     *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);

  quad_window_open_file (self->window, file);
  g_assert_nonnull (quad_test_window_get_dialog (self));
  wait_for (self, is_read);
  return quad_test_window_get_dialog (self);
}

static void
assert_accounts_with_steps (QuadTestWindow *self,
                            guint           expected)
{
  QuadItemList *accounts = quad_book_get_accounts (self->window->book);
  guint n = 0;

  for (guint i = 0; i < quad_item_list_get_size (accounts); i++)
    {
      g_autoptr (GPtrArray) steps = quad_book_load_steps (self->window->book,
                                                          quad_item_list_peek (accounts, i), NULL);

      n += steps->len > 0;
    }
  g_assert_cmpuint (n, ==, expected);
}

static void
test_import (QuadTestWindow *self,
             gconstpointer   data)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "ninety-one-clients.csv",
                                                 NULL);
  GtkWindow *dialog = open_import (self, path);
  GtkWidget *give;

  g_assert_cmpstr (get_page (dialog), ==, "summary");
  g_assert_true (quad_test_window_says (GTK_WIDGET (dialog), "91 Accounts Found"));
  gtk_widget_activate_action (GTK_WIDGET (dialog), "import.start", NULL);
  wait_for (self, is_gone);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (self->window->stack), ==, "book");
  g_assert_cmpuint (quad_item_list_get_size (quad_book_get_accounts (self->window->book)), ==,
                    91);
  /* Re-cut as proposed: the top quarter of 91 clients are key accounts. */
  g_assert_cmpuint (quad_book_get_figures (self->window->book)->tiers[QUAD_TIER_KEY].accounts, ==,
                    23);
  g_assert_true (quad_test_window_says (GTK_WIDGET (self->window->toast_overlay),
                                        "91 accounts imported"));

  /* None of them has steps until that is wanted. */
  assert_accounts_with_steps (self, 0);
  give = gtk_widget_get_ancestor (quad_test_window_search (GTK_WIDGET (self->window->toast_overlay),
                                                           GTK_TYPE_LABEL, "Add Their Plays"),
                                  GTK_TYPE_BUTTON);
  g_assert_nonnull (give);
  g_signal_emit_by_name (give, "clicked");
  quad_test_window_settle (self);
  assert_accounts_with_steps (self, 91);
  g_assert_true (quad_test_window_says (GTK_WIDGET (self->window->toast_overlay),
                                        "91 accounts have the steps of their plays now"));
  quad_test_window_act (self, "win.undo", NULL);
  assert_accounts_with_steps (self, 0);
  quad_test_window_act (self, "win.undo", NULL);
  g_assert_cmpuint (quad_item_list_get_size (quad_book_get_accounts (self->window->book)), ==, 0);
}

/* Another choice than the proposed one reads the rows anew. */
static void
test_import_as (QuadTestWindow *self,
                gconstpointer   data)
{
  g_autofree char *path = g_build_filename (self->folder, "leads.csv", NULL);
  g_autoptr (GError) error = NULL;
  GtkWindow *dialog;
  GtkWidget *as;

  g_file_set_contents (path, "Company,Annual Revenue,Shoe size\nA & B,12 k,42\nC,lots,43\n", -1,
                       &error);
  g_assert_no_error (error);
  dialog = open_import (self, path);
  g_assert_true (quad_test_window_says (GTK_WIDGET (dialog), "1 Account Found"));
  g_assert_nonnull (quad_test_dialog_find_row (GTK_WIDGET (dialog), "Shoe size"));
  g_assert_nonnull (quad_test_dialog_find_row (GTK_WIDGET (dialog), "Row 3, Annual Revenue: lots"));
  as = quad_test_dialog_find_row (GTK_WIDGET (dialog), "Import As");
  adw_combo_row_set_selected (ADW_COMBO_ROW (as), 1);
  gtk_widget_activate_action (GTK_WIDGET (dialog), "import.start", NULL);
  wait_for (self, is_gone);
  g_assert_cmpint (quad_account_get_tier (quad_test_window_find (self, "A & B")), ==,
                   QUAD_TIER_IDEAL);
}

static void
test_import_failure (QuadTestWindow *self,
                     gconstpointer   data)
{
  GtkWindow *dialog = open_import (self, "/nowhere/<list> & co.csv");

  g_assert_cmpstr (get_page (dialog), ==, "failed");
  gtk_window_close (dialog);
  quad_test_window_settle (self);
  g_assert_null (quad_test_window_get_dialog (self));
}

static void
test_names (QuadTestWindow *self,
            gconstpointer   data)
{
  static const char *const actions[] = { "win.open-account", "win.new-account", "win.recut" };
  guint n_controls = 0;

  quad_test_window_choose (self, "Smith & Co <b>");
  quad_test_dialog_check_names (GTK_WIDGET (self->window), &n_controls);
  g_assert_cmpuint (n_controls, >, 15);
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      GtkWindow *dialog = open_dialog (self, actions[i]);

      n_controls = 0;
      quad_test_dialog_check_names (GTK_WIDGET (dialog), &n_controls);
      g_assert_cmpuint (n_controls, >, 2);
      gtk_window_destroy (dialog);
    }
}

static void
test_other_windows (QuadTestWindow *self,
                    gconstpointer   data)
{
  static const char *const actions[] = { "win.show-help-overlay", "app.about" };

  gtk_window_present (GTK_WINDOW (self->window));
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_window_destroy (open_dialog (self, actions[i]));
}

int
main (int   argc,
      char *argv[])
{
  quad_test_window_init (&argc, &argv);

#define ADD(path, start, function) \
  g_test_add (path, QuadTestWindow, NULL, start, function, tear_down)
  ADD ("/dialogs/create", set_up, test_create);
  ADD ("/dialogs/edit", set_up, test_edit);
  ADD ("/dialogs/close", set_up, test_close);
  ADD ("/dialogs/recut", set_up, test_recut);
  ADD ("/dialogs/import", set_up_empty, test_import);
  ADD ("/dialogs/import-as", set_up_empty, test_import_as);
  ADD ("/dialogs/import-failure", set_up_empty, test_import_failure);
  ADD ("/dialogs/names", set_up, test_names);
  ADD ("/dialogs/other-windows", set_up, test_other_windows);

  return g_test_run ();
}
