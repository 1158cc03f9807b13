/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "quad-test-import.h"

#include "quad-mappings-dialog.h"
#include "quad-steps.h"

/* The import assistant, step by step, with lists as they come out of other systems. */

static void
set_up (QuadTestWindow *self,
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

/* From the list to the book and back: re-cut as proposed, the top quarter of 91 clients are key. */
static void
test_whole (QuadTestWindow *self,
            gconstpointer   data)
{
  GtkWindow *assistant = quad_test_import_open_list (self, "ninety-one-clients.csv");

  g_assert_true (quad_test_window_says (GTK_WIDGET (assistant),
                                        "91 accounts found. The list begins like this:"));
  quad_test_import_go_on (self, "columns");
  quad_test_import_go_on (self, "match");
  quad_test_import_go_on (self, "preview");
  g_assert_true (quad_test_window_says (GTK_WIDGET (assistant), "\u20660 → 23\u2069"));
  g_assert_cmpuint (quad_test_import_count_accounts (self), ==, 0);
  quad_test_import_go_on (self, "result");
  g_assert_true (quad_test_window_says (GTK_WIDGET (assistant), "91 accounts are new"));
  g_assert_cmpuint (quad_test_import_count_accounts (self), ==, 91);
  g_assert_cmpuint (quad_book_get_figures (self->window->book)->tiers[QUAD_TIER_KEY].accounts, ==,
                    23);
  gtk_widget_activate_action (GTK_WIDGET (assistant), "import.undo", NULL);
  g_assert_cmpuint (quad_test_import_count_accounts (self), ==, 0);
  g_assert_false (quad_book_get_undo_label (self->window->book) != NULL);
  gtk_widget_activate_action (GTK_WIDGET (assistant), "import.next", NULL);
  quad_test_import_wait_gone (self);
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

/* None of them has steps until that is wanted. */
static void
test_plays (QuadTestWindow *self,
            gconstpointer   data)
{
  GtkWindow *assistant = quad_test_import_open_list (self, "ninety-one-clients.csv");
  g_autoptr (GPtrArray) some = g_ptr_array_new ();
  GtkWidget *give;

  quad_test_import_go_on (self, "columns");
  quad_test_import_go_on (self, "match");
  quad_test_import_go_on (self, "preview");
  quad_test_import_go_on (self, "result");
  gtk_widget_activate_action (GTK_WIDGET (assistant), "import.next", NULL);
  quad_test_import_wait_gone (self);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (self->window->stack), ==, "book");
  assert_accounts_with_steps (self, 0);
  give = gtk_widget_get_ancestor (quad_test_window_search (GTK_WIDGET (self->window->toast_overlay),
                                                           GTK_TYPE_LABEL, "Add Their Plays"),
                                  GTK_TYPE_BUTTON);
  g_assert_nonnull (give);
  g_signal_emit_by_name (give, "clicked");
  quad_test_window_settle (self);
  assert_accounts_with_steps (self, 91);

  /* once more there is nothing to give, and nothing that the toast could take back */
  gtk_widget_activate_action_variant (GTK_WIDGET (self->window), "win.give-plays",
                                      quad_window_pack_playless (self->window, 0));
  quad_test_window_settle (self);
  g_assert_true (quad_test_window_says (GTK_WIDGET (self->window->toast_overlay),
                                        "No step was missing"));
  g_assert_null (quad_test_window_search (GTK_WIDGET (self->window->toast_overlay),
                                          GTK_TYPE_LABEL, "Undo"));
  quad_test_window_act (self, "win.undo", NULL);
  assert_accounts_with_steps (self, 0);

  /* later, too, for those that are chosen */
  for (guint i = 0; i < 3; i++)
    g_ptr_array_add (some, quad_item_list_peek (quad_book_get_accounts (self->window->book), i));
  quad_account_selection_set (self->window->selection, some);
  quad_test_window_settle (self);
  give = gtk_widget_get_ancestor (quad_test_window_search (GTK_WIDGET (self->window->panel),
                                                           GTK_TYPE_LABEL, "Add Their Plays"),
                                  GTK_TYPE_BUTTON);
  g_signal_emit_by_name (give, "clicked");
  quad_test_window_settle (self);
  assert_accounts_with_steps (self, 3);
  quad_test_window_act (self, "win.undo", NULL);
  assert_accounts_with_steps (self, 0);

  quad_test_window_act (self, "win.undo", NULL);
  g_assert_cmpuint (quad_test_import_count_accounts (self), ==, 0);
}

/* A word that nobody knows stands in the way until it is decided. */
static void
test_words (QuadTestWindow *self,
            gconstpointer   data)
{
  GtkWindow *assistant = quad_test_import_open_list (self, "lists/hubspot-companies.csv");

  quad_test_import_go_on (self, "columns");
  g_assert_false (quad_test_import_is_next_possible (assistant));
  quad_test_import_choose (assistant, "Other", "Leave These Rows Out");
  quad_test_import_wait_idle (self);
  quad_test_import_go_on (self, "match");
  quad_test_import_go_on (self, "preview");
  quad_test_import_go_on (self, "result");
  g_assert_cmpuint (quad_test_import_count_accounts (self), ==, 3);
  g_assert_null (quad_test_window_find (self, "Old Mill Press"));
  gtk_widget_activate_action (GTK_WIDGET (assistant), "import.next", NULL);
  quad_test_import_wait_gone (self);
  g_assert_true (quad_test_window_says (GTK_WIDGET (self->window->toast_overlay),
                                        "3 accounts imported"));

  /* The word is known the next time, and all of it is there. */
  assistant = quad_test_import_open_list (self, "lists/hubspot-companies.csv");
  quad_test_import_go_on (self, "columns");
  quad_test_import_go_on (self, "match");
  quad_test_import_go_on (self, "preview");
  g_assert_false (quad_test_import_is_next_possible (assistant));
  gtk_window_close (assistant);
  quad_test_import_wait_gone (self);
}

static void
test_layout (QuadTestWindow *self,
             gconstpointer   data)
{
  GtkWindow *assistant = quad_test_import_open_text (self, "Company;Annual Revenue;Shoe size\n"
                                                           "A & B;12,500;42\n");

  quad_test_import_choose (assistant, "Amounts", "1.234,50");
  quad_test_import_wait_idle (self);
  quad_test_import_go_on (self, "columns");
  quad_test_import_choose (assistant, "Shoe size", "A Line in the Notes");
  quad_test_import_wait_idle (self);
  quad_test_import_choose (assistant, "Rows Without a Tier Become", "Ideal Clients");
  quad_test_import_wait_idle (self);
  quad_test_import_go_on (self, "match");
  quad_test_import_go_on (self, "preview");
  quad_test_import_go_on (self, "result");
  g_assert_cmpint (quad_account_get_tier (quad_test_window_find (self, "A & B")), ==,
                   QUAD_TIER_IDEAL);
  g_assert_cmpint (quad_account_get_revenue (quad_test_window_find (self, "A & B")), ==, 1250);
  g_assert_cmpstr (quad_item_get_text (QUAD_ITEM (quad_test_window_find (self, "A & B")),
                                       QUAD_ACCOUNT_NOTES), ==, "Shoe size: 42");
}

static void
set_row (GtkWindow  *assistant,
         const char *title,
         const char *text)
{
  GtkWidget *row = quad_test_dialog_find_row (GTK_WIDGET (assistant), title);

  g_assert_nonnull (row);
  gtk_editable_set_text (GTK_EDITABLE (row), text);
}

static const char *
get_row (GtkWindow  *assistant,
         const char *title)
{
  GtkWidget *row = quad_test_dialog_find_row (GTK_WIDGET (assistant), title);

  g_assert_nonnull (row);
  return gtk_editable_get_text (GTK_EDITABLE (row));
}

static const char *
get_source (QuadTestWindow *self,
            const char     *account)
{
  return quad_item_get_text (QUAD_ITEM (quad_test_window_find (self, account)),
                             QUAD_ACCOUNT_SOURCE);
}

/* It is seen before it is in the book, counts where a row says nothing, and is known the next
 * time; nowhere is an answer, too. */
static void
test_source (QuadTestWindow *self,
             gconstpointer   data)
{
  GtkWindow *assistant =
    quad_test_import_open_text (self, "Company,Region,Lead Source\nHarrow Mills,North,\n"
                                      "Solent Renewables,South,Referral\n");

  quad_test_import_go_on (self, "columns");
  g_assert_cmpstr (get_row (assistant, "Source of New Accounts"), ==, "");
  set_row (assistant, "Source of New Accounts", "Fair 2026");
  quad_test_import_go_on (self, "match");
  quad_test_import_go_on (self, "preview");
  g_assert_true (quad_test_window_says (GTK_WIDGET (assistant),
                                        "Lead to qualify · North · Source: Fair 2026"));
  g_assert_true (quad_test_window_says (GTK_WIDGET (assistant),
                                        "Lead to qualify · South · Source: Referral"));
  quad_test_import_go_on (self, "result");
  g_assert_cmpstr (get_source (self, "Harrow Mills"), ==, "Fair 2026");
  quad_test_import_finish (self);

  assistant = quad_test_import_open_text (self, "Company,Region,Lead Source\nOrla Optics,West,\n");
  quad_test_import_go_on (self, "columns");
  g_assert_cmpstr (get_row (assistant, "Source of New Accounts"), ==, "Fair 2026");
  set_row (assistant, "Source of New Accounts", "");
  quad_test_import_go_on (self, "match");
  quad_test_import_go_on (self, "preview");
  quad_test_import_go_on (self, "result");
  g_assert_cmpstr (get_source (self, "Orla Optics"), ==, NULL);
  quad_test_import_finish (self);

  /* Of people it is known where they are from: that goes only when it is taken away. */
  assistant = quad_test_import_open_list (self, "lists/linkedin-connections.csv");
  quad_test_import_go_on (self, "columns");
  g_assert_cmpstr (get_row (assistant, "Source of New Accounts"), ==, "LinkedIn");
  set_row (assistant, "Source of New Accounts", " ");
  quad_test_import_go_on (self, "match");
  quad_test_import_go_on (self, "preview");
  quad_test_import_go_on (self, "result");
  g_assert_cmpstr (get_source (self, "Corrie Cycles"), ==, NULL);
  quad_test_import_finish (self);
}

static GtkWindow *
find_window (GType type)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *link = windows; link != NULL; link = link->next)
    if (G_OBJECT_TYPE (link->data) == type && gtk_widget_get_mapped (link->data))
      return link->data;
  return NULL;
}

/* The name that a list is read by follows it into the entry, and what is forgotten comes back. */
static void
test_mappings (QuadTestWindow *self,
               gconstpointer   data)
{
  static const char text[] = "Company,Betrag\nHarrow Mills,12\n";
  GtkWindow *assistant = quad_test_import_open_text (self, text);
  GtkWindow *dialog;
  GtkWidget *row;
  guint n_controls = 0;

  quad_test_import_go_on (self, "columns");
  quad_test_import_choose (assistant, "Betrag", "Revenue");
  quad_test_import_wait_idle (self);
  set_row (assistant, "Remember This Under a Name", "Factory");
  quad_test_import_go_on (self, "match");
  quad_test_import_go_on (self, "preview");
  quad_test_import_go_on (self, "result");
  quad_test_import_finish (self);

  assistant = quad_test_import_open_text (self, text);
  quad_test_import_go_on (self, "columns");
  g_assert_cmpstr (get_row (assistant, "Remember This Under a Name"), ==, "Factory");
  row = quad_test_dialog_find_row (GTK_WIDGET (assistant), "Remembered Lists…");
  adw_action_row_activate (ADW_ACTION_ROW (row));
  dialog = find_window (QUAD_TYPE_MAPPINGS_DIALOG);
  g_assert_nonnull (dialog);
  quad_test_dialog_check_names (GTK_WIDGET (dialog), &n_controls);
  g_assert_cmpuint (n_controls, >, 0);
  set_row (dialog, "Name", "Works");
  g_signal_emit_by_name (quad_test_dialog_find_row (GTK_WIDGET (dialog), "Name"), "apply");
  g_assert_cmpstr (get_row (dialog, "Name"), ==, "Works");
  g_assert_cmpstr (get_row (assistant, "Remember This Under a Name"), ==, "Works");
  row = quad_test_dialog_find_row (GTK_WIDGET (dialog), "Name");
  g_signal_emit_by_name (quad_test_window_search (row, GTK_TYPE_BUTTON, NULL), "clicked");
  quad_test_window_settle (self);
  g_assert_null (quad_test_dialog_find_row (GTK_WIDGET (dialog), "Name"));
  g_assert_true (quad_test_window_says (GTK_WIDGET (dialog), "Nothing Is Remembered"));
  gtk_widget_activate_action (GTK_WIDGET (dialog), "mappings.undo", NULL);
  g_assert_nonnull (quad_test_dialog_find_row (GTK_WIDGET (dialog), "Name"));
  gtk_window_close (dialog);
  gtk_window_close (assistant);
  quad_test_import_wait_gone (self);
}

/* Who stays out is named, and comes in when that is wanted. */
static void
test_lone_people (QuadTestWindow *self,
                  gconstpointer   data)
{
  GtkWindow *assistant = quad_test_import_open_list (self, "lists/linkedin-connections.csv");
  GtkWidget *row;

  quad_test_import_go_on (self, "columns");
  quad_test_import_go_on (self, "match");
  quad_test_import_go_on (self, "preview");
  g_assert_true (quad_test_window_says (GTK_WIDGET (assistant), "Cleo Marsh"));
  g_assert_true (quad_test_window_says (GTK_WIDGET (assistant), "Rejected · row 7"));
  row = quad_test_dialog_find_row (GTK_WIDGET (assistant), "Take In People Without a Company");
  g_assert_nonnull (row);
  adw_action_row_activate (ADW_ACTION_ROW (row));
  quad_test_import_wait_idle (self);
  g_assert_true (quad_test_window_says (GTK_WIDGET (assistant), "Cleo Marsh"));
  g_assert_false (quad_test_window_says (GTK_WIDGET (assistant), "Rejected · row 7"));
  g_assert_true (quad_test_window_says (GTK_WIDGET (assistant), "New · row 7"));
  quad_test_import_go_on (self, "result");
  g_assert_cmpint (quad_account_get_tier (quad_test_window_find (self, "Cleo Marsh")), ==,
                   QUAD_TIER_LEAD);
  g_assert_cmpstr (get_source (self, "Cleo Marsh"), ==, "LinkedIn");
  g_assert_cmpuint (quad_test_import_count_accounts (self), ==, 3);
  gtk_widget_activate_action (GTK_WIDGET (assistant), "import.undo", NULL);
  g_assert_cmpuint (quad_test_import_count_accounts (self), ==, 0);
}

/* The same domain, and a name that is not close. */
static void
test_doubts (QuadTestWindow *self,
             gconstpointer   data)
{
  g_autoptr (QuadRecord) values = quad_record_new (&quad_account_schema);
  g_autoptr (GError) error = NULL;
  GtkWindow *assistant;
  GtkWidget *row;

  quad_record_set_text (values, QUAD_ACCOUNT_NAME, "Brightwater Dairy");
  quad_record_set_text (values, QUAD_ACCOUNT_WEBSITE, "https://brightwater.example");
  quad_book_create_account (self->window->book, values, &error);
  g_assert_no_error (error);

  assistant = quad_test_import_open_text (self, "Company,Website,Region\n"
                                                "Zephyr Holdings,brightwater.example,North\n");
  quad_test_import_go_on (self, "columns");
  quad_test_import_go_on (self, "match");
  g_assert_nonnull (quad_test_dialog_find_row (GTK_WIDGET (assistant),
                                               "In the List: Zephyr Holdings"));
  row = quad_test_dialog_find_row (GTK_WIDGET (assistant), "It Is Brightwater Dairy");
  g_assert_nonnull (row);
  adw_action_row_activate (ADW_ACTION_ROW (row));
  quad_test_import_go_on (self, "preview");
  g_assert_true (quad_test_window_says (GTK_WIDGET (assistant), "Updated · row 2"));
  quad_test_import_go_on (self, "result");
  g_assert_cmpuint (quad_test_import_count_accounts (self), ==, 1);
}

static void
test_show_new (QuadTestWindow *self,
               gconstpointer   data)
{
  GtkWindow *assistant;

  quad_test_window_fill (self);
  assistant = quad_test_import_open_text (self, "Company\nHarrow Mills\n");
  quad_test_import_go_on (self, "columns");
  quad_test_import_go_on (self, "match");
  quad_test_import_go_on (self, "preview");
  quad_test_import_go_on (self, "result");
  gtk_widget_activate_action (GTK_WIDGET (assistant), "import.show-new", NULL);
  quad_test_import_wait_gone (self);
  g_assert_cmpuint (g_list_model_get_n_items (
                      G_LIST_MODEL (quad_account_list_get_view (self->window->list))), ==, 1);
  g_assert_true (quad_test_window_says (GTK_WIDGET (self->window->list), "What came in"));
  gtk_widget_activate_action (GTK_WIDGET (self->window->list), "accounts.clear-filters", NULL);
  g_assert_cmpuint (g_list_model_get_n_items (
                      G_LIST_MODEL (quad_account_list_get_view (self->window->list))), ==, 7);
}

static void
test_failure (QuadTestWindow *self,
              gconstpointer   data)
{
  GtkWindow *assistant = quad_test_import_open_path (self, "/nowhere/<list> & co.csv");

  g_assert_true (quad_test_window_says (GTK_WIDGET (assistant), "The List Cannot Be Read"));
  g_assert_false (quad_test_import_is_next_possible (assistant));
  gtk_window_close (assistant);
  quad_test_import_wait_gone (self);
}

/* Nothing is left of a window that goes while its thread reads. */
static void
test_close (QuadTestWindow *self,
            gconstpointer   data)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "ninety-one-clients.csv",
                                                 NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  quad_window_open_file (self->window, file);
  gtk_window_close (quad_test_window_get_dialog (self));
  quad_test_import_wait_gone (self);
  g_assert_cmpuint (quad_test_import_count_accounts (self), ==, 0);
}

static void
test_paste (QuadTestWindow *self,
            gconstpointer   data)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (self->window));

  gdk_clipboard_set_text (clipboard, "Company\tRegion\nHarrow Mills\tNorth\n");
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.paste-table", NULL);
  while (quad_test_window_get_dialog (self) == NULL)
    g_main_context_iteration (NULL, TRUE);
  quad_test_import_wait_idle (self);
  quad_test_import_go_on (self, "columns");
  quad_test_import_go_on (self, "match");
  quad_test_import_go_on (self, "preview");
  quad_test_import_go_on (self, "result");
  g_assert_nonnull (quad_test_window_find (self, "Harrow Mills"));
  gtk_widget_activate_action (GTK_WIDGET (quad_test_window_get_dialog (self)), "import.next",
                              NULL);
  quad_test_import_wait_gone (self);

  gdk_clipboard_set_text (clipboard, "Harrow Mills");
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.paste-table", NULL);
  while (!quad_test_window_says (GTK_WIDGET (self->window->toast_overlay),
                                 "There is no table to paste: copy one in a spreadsheet"))
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (quad_test_window_get_dialog (self));
}

static void
test_names (QuadTestWindow *self,
            gconstpointer   data)
{
  static const char *const pages[] = { "columns", "match", "preview", "result" };
  GtkWindow *assistant = quad_test_import_open_list (self, "lists/zoho-accounts.csv");

  for (guint i = 0; i <= G_N_ELEMENTS (pages); i++)
    {
      guint n_controls = 0;

      quad_test_dialog_check_names (GTK_WIDGET (assistant), &n_controls);
      g_assert_cmpuint (n_controls, >, 2);
      if (i < G_N_ELEMENTS (pages))
        {
          GtkWidget *all = quad_test_dialog_find_row (GTK_WIDGET (assistant),
                                                      "All That Are Not Known");

          if (!quad_test_import_is_next_possible (assistant) && all != NULL)
            {
              quad_test_import_choose (assistant, "All That Are Not Known", "Nothing");
              quad_test_import_wait_idle (self);
            }
          quad_test_import_go_on (self, pages[i]);
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  quad_test_window_init (&argc, &argv);

#define ADD(path, function) \
  g_test_add (path, QuadTestWindow, NULL, set_up, function, tear_down)
  ADD ("/import/whole", test_whole);
  ADD ("/import/plays", test_plays);
  ADD ("/import/words", test_words);
  ADD ("/import/layout", test_layout);
  ADD ("/import/source", test_source);
  ADD ("/import/mappings", test_mappings);
  ADD ("/import/lone-people", test_lone_people);
  ADD ("/import/doubts", test_doubts);
  ADD ("/import/show-new", test_show_new);
  ADD ("/import/failure", test_failure);
  ADD ("/import/close", test_close);
  ADD ("/import/paste", test_paste);
  ADD ("/import/names", test_names);

  return g_test_run ();
}
