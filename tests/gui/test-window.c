/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "quad-test-window.h"

#include "quad-notes-editor.h"

/* The window acted on from inside the process. The real pointer and keyboard are in the tests that
 * run the program. Any warning of GTK ends a test. */

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

static QuadTier
get_tier (QuadTestWindow *self,
          const char     *name)
{
  return quad_account_get_tier (quad_test_window_find (self, name));
}

static GtkWidget *
get_toasts (QuadTestWindow *self)
{
  return GTK_WIDGET (self->window->toast_overlay);
}

static void
assert_page (QuadTestWindow *self,
             const char     *name)
{
  g_assert_cmpstr (gtk_stack_get_visible_child_name (self->window->stack), ==, name);
}

static void
test_welcome (QuadTestWindow *self,
              gconstpointer   data)
{
  assert_page (self, "welcome");
  g_assert_true (quad_test_window_says (GTK_WIDGET (self->window), "Welcome to Quadrille"));
  quad_test_window_act (self, "win.load-sample", NULL);
  assert_page (self, "book");
  g_assert_cmpuint (g_list_model_get_n_items (
                      G_LIST_MODEL (quad_account_list_get_view (self->window->list))), >, 40);
  quad_test_window_act (self, "win.undo", NULL);
  assert_page (self, "welcome");
}

/* A book that cannot be opened is said, left as it is, and another can be opened. */
static void
test_trouble (QuadTestWindow *self,
              gconstpointer   data)
{
  const char junk[] = "This is a letter to my grandmother, not a book.";
  g_autofree char *path = g_build_filename (self->folder, "letter & co.quadrille", NULL);
  g_autofree char *now = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (path, junk, -1, &error));
  g_assert_false (quad_window_open_book (self->window, path, 0));
  quad_test_window_settle (self);
  assert_page (self, "trouble");
  g_assert_nonnull (strstr (adw_status_page_get_description (self->window->trouble_page),
                            "letter &amp; co"));
  g_assert_null (quad_window_get_book (self->window));
  g_assert_true (g_file_get_contents (path, &now, NULL, NULL));
  g_assert_cmpstr (now, ==, junk);

  g_assert_true (quad_window_open_book (self->window, self->path, 0));
  quad_test_window_settle (self);
  assert_page (self, "book");
}

static void
test_move (QuadTestWindow *self,
           gconstpointer   data)
{
  quad_test_window_choose (self, "Smith & Co <b>");
  quad_test_window_act (self, "win.move-to", "key");
  g_assert_cmpint (get_tier (self, "Smith & Co <b>"), ==, QUAD_TIER_KEY);
  g_assert_true (quad_test_window_says (get_toasts (self),
                                        "Smith & Co <b> is promoted to key account"));
  g_assert_nonnull (strstr (gtk_widget_get_tooltip_text (self->window->undo_button),
                            "Smith & Co <b>"));

  quad_test_window_act (self, "win.undo", NULL);
  g_assert_cmpint (get_tier (self, "Smith & Co <b>"), ==, QUAD_TIER_SECONDARY);
  quad_test_window_act (self, "win.redo", NULL);
  g_assert_cmpint (get_tier (self, "Smith & Co <b>"), ==, QUAD_TIER_KEY);

  /* Where it stands already there is nothing to do, and nothing to undo. */
  g_assert_cmpstr (quad_book_get_redo_label (self->window->book), ==, NULL);
  quad_test_window_act (self, "win.move-to", "key");
  quad_test_window_act (self, "win.undo", NULL);
  g_assert_cmpint (get_tier (self, "Smith & Co <b>"), ==, QUAD_TIER_SECONDARY);
}

/* The toast of a win offers the revenue, and its dialog saves it. */
static void
test_detail (QuadTestWindow *self,
             gconstpointer   data)
{
  GtkWidget *label;
  GtkWindow *dialog;

  quad_test_window_choose (self, "Cobalt Freight");
  quad_test_window_act (self, "win.move-to", "secondary");
  g_assert_true (quad_test_window_says (get_toasts (self),
                                        "Won: Cobalt Freight is a secondary account"));
  label = quad_test_window_search (get_toasts (self), GTK_TYPE_LABEL, "Add Revenue…");
  g_assert_nonnull (label);
  g_signal_emit_by_name (gtk_widget_get_ancestor (label, GTK_TYPE_BUTTON), "clicked");
  quad_test_window_settle (self);

  dialog = quad_test_window_get_dialog (self);
  g_assert_nonnull (dialog);
  gtk_editable_set_text (GTK_EDITABLE (quad_test_window_search (GTK_WIDGET (dialog),
                                                                ADW_TYPE_ENTRY_ROW, NULL)),
                         "12 k");
  gtk_widget_activate_action (GTK_WIDGET (dialog), "dialog.save", NULL);
  quad_test_window_settle (self);
  g_assert_null (quad_test_window_get_dialog (self));
  g_assert_cmpint (quad_account_get_revenue (quad_test_window_find (self, "Cobalt Freight")), ==,
                   1200000);
}

static void
test_several (QuadTestWindow *self,
              gconstpointer   data)
{
  g_autoptr (GPtrArray) both = g_ptr_array_new ();
  GtkWidget *panel = GTK_WIDGET (self->window->panel);

  g_ptr_array_add (both, quad_test_window_find (self, "Brightwater Dairy"));
  g_ptr_array_add (both, quad_test_window_find (self, "Northgate Logistics"));
  quad_account_selection_set (quad_window_get_selection (self->window), both);
  quad_test_window_settle (self);
  g_assert_true (quad_test_window_says (panel, "2 accounts · €780k revenue"));
  g_assert_true (quad_test_window_says (panel, "Northgate Logistics"));

  quad_test_window_act (self, "win.set-profile", "expand");
  g_assert_true (quad_test_window_says (get_toasts (self),
                                        "Northgate Logistics has the profile Expand now"));
  quad_test_window_act (self, "win.move-to", "parked");
  g_assert_cmpint (get_tier (self, "Brightwater Dairy"), ==, QUAD_TIER_PARKED);
  g_assert_true (quad_test_window_says (get_toasts (self),
                                        "2 accounts are parked, off the chart"));
  quad_test_window_act (self, "win.delete-accounts", NULL);
  g_assert_null (quad_test_window_find (self, "Brightwater Dairy"));
  g_assert_cmpuint (quad_account_selection_get_size (self->window->selection), ==, 0);
  g_assert_true (quad_test_window_says (panel, "No Account Chosen"));
  quad_test_window_act (self, "win.undo", NULL);
  g_assert_nonnull (quad_test_window_find (self, "Brightwater Dairy"));
}

static const char *
get_name_at (QuadTestWindow *self,
             guint           position)
{
  QuadAccountView *view = quad_account_list_get_view (self->window->list);
  g_autoptr (QuadAccount) account = g_list_model_get_item (G_LIST_MODEL (view), position);

  return account != NULL ? quad_account_get_name (account) : NULL;
}

static guint
count_shown (QuadTestWindow *self)
{
  return g_list_model_get_n_items (
    G_LIST_MODEL (quad_account_list_get_view (self->window->list)));
}

static void
sort (QuadTestWindow *self,
      const char     *by)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->window->list), "accounts.sort",
                                             "s", by));
  quad_test_window_settle (self);
}

static void
test_sort (QuadTestWindow *self,
           gconstpointer   data)
{
  static const struct
  {
    const char *by;
    const char *first;
    const char *last;
  } orders[] = {
    { "revenue-ascending", "Zürich Öl", "Solent Renewables" },
    { "revenue-descending", "Brightwater Dairy", "Solent Renewables" },
    { "name-ascending", "Brightwater Dairy", "Zürich Öl" },
    { "name-descending", "Zürich Öl", "Brightwater Dairy" },
    { "tier-ascending", "Brightwater Dairy", "Cobalt Freight" },
    { "profile-descending", "Zürich Öl", "Cobalt Freight" },
    { "share-descending", "Brightwater Dairy", "Solent Renewables" },
  };
  g_autofree char *state = NULL;

  g_assert_cmpstr (get_name_at (self, 0), ==, "Brightwater Dairy");
  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    {
      g_clear_pointer (&state, g_free);
      sort (self, orders[i].by);
      g_object_get (self->window->list, "sort", &state, NULL);
      g_assert_cmpstr (state, ==, orders[i].by);
      g_assert_cmpstr (get_name_at (self, 0), ==, orders[i].first);
      g_assert_cmpstr (get_name_at (self, 5), ==, orders[i].last);
    }
}

static void
search_for (QuadTestWindow *self,
            const char     *text)
{
  gtk_editable_set_text (GTK_EDITABLE (gtk_widget_get_template_child (
                           GTK_WIDGET (self->window->list), QUAD_TYPE_ACCOUNT_LIST,
                           "search_entry")), text);
  /* The entry waits a moment for the next letter. */
  for (guint i = 0; i < 60; i++)
    {
      g_usleep (5000);
      while (g_main_context_iteration (NULL, FALSE))
        ;
    }
}

static void
test_search (QuadTestWindow *self,
             gconstpointer   data)
{
  search_for (self, "zurich");
  g_assert_cmpuint (count_shown (self), ==, 1);
  g_assert_cmpstr (get_name_at (self, 0), ==, "Zürich Öl");
  search_for (self, "no such account");
  g_assert_true (quad_test_window_says (GTK_WIDGET (self->window->list), "No Accounts Found"));
  search_for (self, "");
  g_assert_cmpuint (count_shown (self), ==, 6);

  quad_test_window_act (self, "win.show-tier", "secondary");
  g_assert_cmpuint (count_shown (self), ==, 2);
  g_assert_true (quad_test_window_says (GTK_WIDGET (self->window->list), "2 of 6 accounts"));
  gtk_widget_activate_action (GTK_WIDGET (self->window->list), "accounts.clear-filters", NULL);
  g_assert_cmpuint (count_shown (self), ==, 6);
}

/* List and chart share what is chosen; what a filter hides stays chosen. */
static void
test_selection (QuadTestWindow *self,
                gconstpointer   data)
{
  GtkColumnView *view = GTK_COLUMN_VIEW (gtk_widget_get_template_child (
    GTK_WIDGET (self->window->list), QUAD_TYPE_ACCOUNT_LIST, "column_view"));
  GtkSelectionModel *model = gtk_column_view_get_model (view);
  QuadAccountSelection *selection = quad_window_get_selection (self->window);
  g_autoptr (GtkBitset) selected = NULL;

  gtk_selection_model_select_item (model, 1, TRUE);
  g_assert_cmpstr (quad_account_get_name (quad_account_selection_get_only (selection)), ==,
                   "Northgate Logistics");
  gtk_selection_model_select_item (model, 2, FALSE);
  g_assert_cmpuint (quad_account_selection_get_size (selection), ==, 2);
  gtk_selection_model_unselect_item (model, 1);
  g_assert_cmpstr (quad_account_get_name (quad_account_selection_get_only (selection)), ==,
                   "Smith & Co <b>");

  /* The row is selected wherever sorting puts it. */
  sort (self, "name-ascending");
  selected = gtk_selection_model_get_selection (model);
  g_assert_cmpuint (gtk_bitset_get_size (selected), ==, 1);
  g_assert_cmpstr (get_name_at (self, gtk_bitset_get_minimum (selected)), ==, "Smith & Co <b>");

  quad_test_window_act (self, "win.show-tier", "key");
  g_assert_cmpuint (quad_account_selection_get_size (selection), ==, 1);
  gtk_selection_model_select_item (model, 0, FALSE);
  g_assert_cmpuint (quad_account_selection_get_size (selection), ==, 2);
  gtk_selection_model_select_all (model);
  g_assert_cmpuint (quad_account_selection_get_size (selection), ==, 2);
  g_assert_false (quad_account_selection_contains (
    selection, quad_test_window_find (self, "Smith & Co <b>")));
  gtk_selection_model_unselect_all (model);
  g_assert_cmpuint (quad_account_selection_get_size (selection), ==, 0);
}

/* Tab goes from the rows to the next pane, not to the next row. */
static void
test_tab (QuadTestWindow *self,
          gconstpointer   data)
{
  GtkWidget *list = GTK_WIDGET (self->window->list);
  GtkWidget *view = GTK_WIDGET (gtk_widget_get_template_child (list, QUAD_TYPE_ACCOUNT_LIST,
                                                               "column_view"));
  GtkWidget *focus;

  gtk_widget_grab_focus (view);
  focus = gtk_window_get_focus (GTK_WINDOW (self->window));
  g_assert_true (gtk_widget_is_ancestor (focus, view));
  gtk_widget_child_focus (GTK_WIDGET (self->window), GTK_DIR_TAB_FORWARD);
  focus = gtk_window_get_focus (GTK_WINDOW (self->window));
  g_assert_false (gtk_widget_is_ancestor (focus, list));

  gtk_widget_grab_focus (view);
  gtk_widget_child_focus (GTK_WIDGET (self->window), GTK_DIR_TAB_BACKWARD);
  focus = gtk_window_get_focus (GTK_WINDOW (self->window));
  g_assert_true (gtk_widget_is_ancestor (focus, list));
  g_assert_false (gtk_widget_is_ancestor (focus, view));
}

static GtkTextBuffer *
get_notes (QuadTestWindow *self)
{
  GtkWidget *view = quad_test_window_search (GTK_WIDGET (self->window->panel),
                                             GTK_TYPE_TEXT_VIEW, NULL);

  g_assert_nonnull (view);
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
}

static const char *
get_saved_notes (QuadTestWindow *self,
                 const char     *name)
{
  return quad_item_get_text (QUAD_ITEM (quad_test_window_find (self, name)), QUAD_ACCOUNT_NOTES);
}

/* What is typed is in the book before anything else happens to it. */
static void
test_notes (QuadTestWindow *self,
            gconstpointer   data)
{
  quad_test_window_choose (self, "Smith & Co <b>");
  gtk_text_buffer_set_text (get_notes (self), "Ask <Jo> & Al", -1);
  quad_test_window_choose (self, "Zürich Öl");
  g_assert_cmpstr (get_saved_notes (self, "Smith & Co <b>"), ==, "Ask <Jo> & Al");
  g_assert_cmpstr (get_saved_notes (self, "Zürich Öl"), ==, NULL);
  g_assert_cmpint (gtk_text_buffer_get_char_count (get_notes (self)), ==, 0);

  /* Undo of the window takes back the notes that were being typed, no older operation. */
  gtk_text_buffer_set_text (get_notes (self), "Half a sen", -1);
  quad_test_window_act (self, "win.undo", NULL);
  g_assert_cmpstr (get_saved_notes (self, "Zürich Öl"), ==, NULL);
  g_assert_cmpstr (get_saved_notes (self, "Smith & Co <b>"), ==, "Ask <Jo> & Al");
  g_assert_cmpint (gtk_text_buffer_get_char_count (get_notes (self)), ==, 0);
  quad_test_window_act (self, "win.redo", NULL);
  g_assert_cmpstr (get_saved_notes (self, "Zürich Öl"), ==, "Half a sen");
}

/* Also what was typed just before the window is closed. */
static void
test_notes_at_close (QuadTestWindow *self,
                     gconstpointer   data)
{
  g_autoptr (QuadBook) book = NULL;
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GError) error = NULL;

  quad_test_window_choose (self, "Zürich Öl");
  gtk_text_buffer_set_text (get_notes (self), "Last words", -1);
  g_assert_true (quad_window_close_book (self->window));
  g_assert_null (quad_window_get_book (self->window));

  book = quad_book_open (self->path, QUAD_BOOK_READ_ONLY, &error);
  g_assert_no_error (error);
  found = quad_book_find_accounts (book, "Zürich Öl");
  g_assert_cmpuint (found->len, ==, 1);
  g_assert_cmpstr (quad_item_get_text (found->pdata[0], QUAD_ACCOUNT_NOTES), ==, "Last words");
  quad_book_close (book);
}

/* A contradiction is said in words, in the panel. */
static void
test_panel (QuadTestWindow *self,
            gconstpointer   data)
{
  GtkWidget *panel = GTK_WIDGET (self->window->panel);
  g_autoptr (GPtrArray) found = NULL;

  quad_test_window_choose (self, "Smith & Co <b>");
  g_assert_true (quad_test_window_says (panel, "Smith & Co <b>"));
  g_assert_true (quad_test_window_says (panel, "€64,000.00"));
  quad_test_window_act (self, "win.set-profile", "attain");
  found = quad_contradictions_find (quad_test_window_find (self, "Smith & Co <b>"), NULL);
  g_assert_cmpuint (found->len, >, 0);
  g_assert_true (quad_test_window_says (panel, found->pdata[0]));
  quad_test_window_act (self, "win.undo", NULL);
  g_assert_false (quad_test_window_says (panel, found->pdata[0]));
}

static void
test_panes (QuadTestWindow *self,
            gconstpointer   data)
{
  g_assert_true (quad_panes_get_show_panel (self->window->panes));
  quad_test_window_act (self, "win.toggle-panel", NULL);
  g_assert_false (quad_panes_get_show_panel (self->window->panes));
  quad_test_window_act (self, "win.toggle-panel", NULL);
  quad_test_window_act (self, "win.toggle-list", NULL);
  g_assert_false (quad_panes_get_show_list (self->window->panes));
  quad_test_window_act (self, "win.search", NULL);
  g_assert_true (quad_panes_get_show_list (self->window->panes));
}

static void
test_export (QuadTestWindow *self,
             gconstpointer   data)
{
  static const char *const names[] = { "chart.pdf", "chart.svg", "chart.png" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (self->folder, names[i], NULL);
      GStatBuf info;

      gtk_widget_activate_action (GTK_WIDGET (self->window), "win.export-to", "^ay", path);
      quad_test_window_settle (self);
      g_assert_no_errno (g_stat (path, &info));
      g_assert_cmpint (info.st_size, >, 1000);
    }
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.export-to", "^ay",
                              "/nowhere/chart.gif");
  quad_test_window_settle (self);
  g_assert_true (ADW_IS_MESSAGE_DIALOG (quad_test_window_get_dialog (self)));
}

int
main (int   argc,
      char *argv[])
{
  quad_test_window_init (&argc, &argv);

#define ADD(path, start, function) \
  g_test_add (path, QuadTestWindow, NULL, start, function, tear_down)
  ADD ("/window/welcome", set_up_empty, test_welcome);
  ADD ("/window/trouble", set_up, test_trouble);
  ADD ("/window/move", set_up, test_move);
  ADD ("/window/detail", set_up, test_detail);
  ADD ("/window/several", set_up, test_several);
  ADD ("/window/sort", set_up, test_sort);
  ADD ("/window/search", set_up, test_search);
  ADD ("/window/selection", set_up, test_selection);
  ADD ("/window/tab", set_up, test_tab);
  ADD ("/window/notes", set_up, test_notes);
  ADD ("/window/notes-at-close", set_up, test_notes_at_close);
  ADD ("/window/panel", set_up, test_panel);
  ADD ("/window/panes", set_up, test_panes);
  ADD ("/window/export", set_up, test_export);

  return g_test_run ();
}
