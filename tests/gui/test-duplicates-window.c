/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "quad-test-dialog.h"
#include "quad-test-window.h"

#include "quad-duplicates-window.h"
#include "quad-merge-view.h"

/* The window of duplicates: merging, keeping apart, skipping, taking back; and two that were
 * chosen. */

static void
set_up (QuadTestWindow *self,
        gconstpointer   data)
{
  quad_test_window_open (self);
  quad_test_window_fill (self);
  quad_test_window_add (self, "Brightwater Diary", QUAD_TIER_LEAD, QUAD_PROFILE_NONE, 900);
  quad_test_window_add (self, "Smith and Co. <b> Ltd", QUAD_TIER_KEY, QUAD_PROFILE_KEEP, 50000);
  quad_test_window_settle (self);
}

static void
tear_down (QuadTestWindow *self,
           gconstpointer   data)
{
  quad_test_window_close (self);
}

static GtkWindow *
open_window (QuadTestWindow *self)
{
  GtkWindow *window;

  quad_test_window_act (self, "win.find-duplicates", NULL);
  window = quad_test_window_get_dialog (self);
  g_assert_true (QUAD_IS_DUPLICATES_WINDOW (window));

  return window;
}

static void
act (QuadTestWindow *self,
     GtkWindow      *window,
     const char     *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), action, NULL));
  quad_test_window_settle (self);
}

static GtkListBox *
get_list (GtkWindow *window)
{
  return GTK_LIST_BOX (gtk_widget_get_template_child (GTK_WIDGET (window),
                                                      QUAD_TYPE_DUPLICATES_WINDOW, "pair_list"));
}

static guint
count_rows (GtkWindow *window)
{
  guint n = 0;

  while (gtk_list_box_get_row_at_index (get_list (window), (int) n) != NULL)
    n++;

  return n;
}

static int
get_place (GtkWindow *window)
{
  return gtk_list_box_row_get_index (gtk_list_box_get_selected_row (get_list (window)));
}

/* The button that chooses a value, by what assistive technology reads out. */
static GtkWidget *
find_check (GtkWidget  *parent,
            const char *label)
{
  for (GtkWidget *child = gtk_widget_get_first_child (parent); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found;

      if (GTK_IS_CHECK_BUTTON (child))
        {
          g_autofree char *differs = NULL;

          differs = gtk_test_accessible_check_property (GTK_ACCESSIBLE (child),
                                                        GTK_ACCESSIBLE_PROPERTY_LABEL, label);
          if (differs == NULL)
            return child;
        }
      found = find_check (child, label);
      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
choose (GtkWindow  *window,
        const char *label)
{
  GtkWidget *check = find_check (GTK_WIDGET (window), label);

  g_assert_nonnull (check);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
}

static void
test_merge (QuadTestWindow *self,
            gconstpointer   data)
{
  GtkWindow *window = open_window (self);
  QuadAccount *account;

  g_assert_cmpuint (count_rows (window), ==, 2);
  g_assert_cmpint (get_place (window), ==, 0);
  g_assert_true (quad_test_window_says (GTK_WIDGET (window), "Same name"));
  choose (window, "Name: Smith and Co. <b> Ltd (Smith and Co. <b> Ltd)");
  choose (window, "Revenue: Added up: €64,500.00 (both)");
  act (self, window, "duplicates.merge");

  account = quad_test_window_find (self, "Smith and Co. <b> Ltd");
  g_assert_null (quad_test_window_find (self, "Smith & Co <b>"));
  g_assert_cmpint (quad_account_get_revenue (account), ==, 6450000);
  g_assert_cmpuint (count_rows (window), ==, 1);
  g_assert_true (quad_test_window_says (GTK_WIDGET (window), "Names differ by one letter"));

  act (self, window, "duplicates.merge");
  g_assert_cmpuint (count_rows (window), ==, 0);
  g_assert_true (quad_test_window_says (GTK_WIDGET (window), "No Duplicates"));
  act (self, window, "duplicates.undo");
  g_assert_cmpuint (count_rows (window), ==, 1);
  act (self, window, "duplicates.undo");
  g_assert_nonnull (quad_test_window_find (self, "Smith & Co <b>"));
  g_assert_cmpuint (count_rows (window), ==, 2);
  gtk_window_close (window);
}

/* The other one stays: by its button, with its values suggested. */
static void
test_swap (QuadTestWindow *self,
           gconstpointer   data)
{
  GtkWindow *window = open_window (self);
  gint64 other = quad_account_get_id (quad_test_window_find (self, "Smith and Co. <b> Ltd"));
  QuadAccount *account;

  act (self, window, "duplicates.swap");
  g_assert_cmpuint (count_rows (window), ==, 2);
  act (self, window, "duplicates.merge");
  g_assert_null (quad_test_window_find (self, "Smith & Co <b>"));
  account = quad_test_window_find (self, "Smith and Co. <b> Ltd");
  g_assert_cmpint (quad_account_get_id (account), ==, other);
  act (self, window, "duplicates.undo");
  g_assert_nonnull (quad_test_window_find (self, "Smith & Co <b>"));

  act (self, window, "duplicates.swap");
  act (self, window, "duplicates.swap");
  act (self, window, "duplicates.merge");
  account = quad_test_window_find (self, "Smith & Co <b>");
  g_assert_nonnull (account);
  g_assert_cmpint (quad_account_get_id (account), !=, other);
  gtk_window_close (window);
}

/* What goes with the tier follows it, until it is chosen itself. */
static void
test_follow (QuadTestWindow *self,
             gconstpointer   data)
{
  GtkWindow *window = open_window (self);
  QuadMergeView *view;
  const QuadMergeChoice *choices;

  view = QUAD_MERGE_VIEW (gtk_widget_get_template_child (GTK_WIDGET (window),
                                                         QUAD_TYPE_DUPLICATES_WINDOW,
                                                         "merge_view"));
  act (self, window, "duplicates.skip");
  g_assert_cmpint (get_place (window), ==, 1);
  choose (window, "Tier: Lead to qualify (Brightwater Diary)");
  choices = quad_merge_view_get_choices (view);
  g_assert_cmpint (choices[QUAD_ACCOUNT_TIER], ==, QUAD_MERGE_OTHER);
  g_assert_cmpint (choices[QUAD_ACCOUNT_NAME], ==, QUAD_MERGE_AUTO);
  act (self, window, "duplicates.skip");
  g_assert_cmpint (get_place (window), ==, 0);
  g_assert_cmpint (quad_merge_view_get_choices (view)[QUAD_ACCOUNT_TIER], ==, QUAD_MERGE_AUTO);
  gtk_window_close (window);
}

static void
test_apart (QuadTestWindow *self,
            gconstpointer   data)
{
  GtkWindow *window = open_window (self);

  act (self, window, "duplicates.apart");
  act (self, window, "duplicates.apart");
  g_assert_cmpuint (count_rows (window), ==, 0);
  gtk_window_close (window);
  quad_test_window_settle (self);

  quad_test_window_act (self, "win.find-duplicates", NULL);
  g_assert_null (quad_test_window_get_dialog (self));
  g_assert_true (quad_test_window_says (GTK_WIDGET (self->window),
                                        "No account looks like another one"));
  quad_test_window_act (self, "win.undo", NULL);
  window = open_window (self);
  g_assert_cmpuint (count_rows (window), ==, 1);
  gtk_window_close (window);
}

static void
select_two (QuadTestWindow *self,
            const char     *name,
            const char     *other)
{
  g_autoptr (GPtrArray) two = g_ptr_array_new ();

  g_ptr_array_add (two, quad_test_window_find (self, name));
  g_ptr_array_add (two, quad_test_window_find (self, other));
  quad_account_selection_set (quad_window_get_selection (self->window), two);
  quad_test_window_settle (self);
}

/* Two that a person chose, whatever they are called; the window says that it was done. */
static void
test_chosen (QuadTestWindow *self,
             gconstpointer   data)
{
  GtkWindow *window;

  quad_test_window_choose (self, "Cobalt Freight");
  quad_test_window_act (self, "win.merge-accounts", NULL);
  g_assert_null (quad_test_window_get_dialog (self));

  select_two (self, "Cobalt Freight", "Northgate Logistics");
  quad_test_window_act (self, "win.merge-accounts", NULL);
  window = quad_test_window_get_dialog (self);
  g_assert_true (QUAD_IS_DUPLICATES_WINDOW (window));
  act (self, window, "duplicates.merge");
  g_assert_null (quad_test_window_get_dialog (self));
  g_assert_null (quad_test_window_find (self, "Cobalt Freight"));
  g_assert_true (quad_test_window_says (GTK_WIDGET (self->window),
                                        "Cobalt Freight is merged into Northgate Logistics"));
  quad_test_window_act (self, "win.undo", NULL);
  g_assert_nonnull (quad_test_window_find (self, "Cobalt Freight"));
}

static void
test_names (QuadTestWindow *self,
            gconstpointer   data)
{
  GtkWindow *window = open_window (self);
  guint n_controls = 0;

  quad_test_dialog_check_names (GTK_WIDGET (window), &n_controls);
  g_assert_cmpuint (n_controls, >, 8);
  gtk_window_close (window);
}

int
main (int    argc,
      char **argv)
{
  quad_test_window_init (&argc, &argv);

#define ADD(name, function) g_test_add (name, QuadTestWindow, NULL, set_up, function, tear_down)
  ADD ("/duplicates-window/merge", test_merge);
  ADD ("/duplicates-window/swap", test_swap);
  ADD ("/duplicates-window/follow", test_follow);
  ADD ("/duplicates-window/apart", test_apart);
  ADD ("/duplicates-window/chosen", test_chosen);
  ADD ("/duplicates-window/names", test_names);
#undef ADD
  return g_test_run ();
}
