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
test_review (QuadTestWindow *self,
             gconstpointer   data)
{
  QuadBook *book = quad_window_get_book (self->window);
  guint n_accounts = quad_item_list_get_size (quad_book_get_accounts (book));
  g_autofree char *toast = g_strdup_printf ("%u accounts are reviewed", n_accounts);

  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.review", NULL);
  quad_test_window_settle (self);
  g_assert_cmpuint (quad_book_get_last_review (book), ==, quad_book_get_today (book));
  g_assert_true (quad_test_window_says (GTK_WIDGET (self->window->toast_overlay), toast));

  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.undo", NULL);
  quad_test_window_settle (self);
  g_assert_cmpuint (quad_book_get_last_review (book), ==, QUAD_DATE_NONE);
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
  ADD ("/dialogs/review", set_up, test_review);
  ADD ("/dialogs/names", set_up, test_names);
  ADD ("/dialogs/other-windows", set_up, test_other_windows);

  return g_test_run ();
}
