/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "quad-test-window.h"

#include "quad-agenda-page-private.h"
#include "quad-day-watch.h"
#include "quad-steps.h"

/* The second page of the window, acted on from inside the process. */

/* a Wednesday */
#define TODAY quad_date_from_ymd (2026, 11, 25)

typedef struct
{
  const char *account;
  const char *title;
  int         days;         /* from today on */
} Step;

static const Step steps[] = {
  { "Brightwater Dairy", "Call <b>about</b> & the order", -3 },
  { "Northgate Logistics", "Send the offer", -1 },
  { "Brightwater Dairy", "Ask for a referral", 0 },
  { "Smith & Co <b>", "Map the divisions", 2 },
  { "Solent Renewables", "Propose a pilot", 30 },
  { "Cobalt Freight", "Find the owner", G_MAXINT },
};

static QuadBook *
get_book (QuadTestWindow *self)
{
  return quad_window_get_book (self->window);
}

static QuadAgendaPage *
get_page (QuadTestWindow *self)
{
  return self->window->agenda;
}

static void
add_step (QuadTestWindow *self,
          const Step     *step)
{
  g_autoptr (QuadRecord) values = quad_record_new (&quad_step_schema);
  g_autoptr (GPtrArray) accounts = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (accounts, quad_test_window_find (self, step->account));
  quad_record_set_text (values, QUAD_STEP_TITLE, step->title);
  if (step->days != G_MAXINT)
    quad_record_set_number (values, QUAD_STEP_DUE, (gint64) TODAY + step->days);
  g_assert_true (quad_book_add_step (get_book (self), accounts, values, &error));
  g_assert_no_error (error);
}

/* Without the steps that the default plays make. */
static void
delete_steps (QuadTestWindow *self)
{
  const QuadAgendaFilter filter = { .kinds = 1u << QUAD_AGENDA_STEP };
  g_autoptr (GPtrArray) items = quad_book_load_agenda (get_book (self), &filter, NULL);
  g_autoptr (GPtrArray) all = g_ptr_array_new ();

  for (guint i = 0; i < items->len; i++)
    g_ptr_array_add (all, quad_agenda_item_get_step (items->pdata[i]));
  g_assert_true (quad_book_delete_steps (get_book (self), all, NULL));
}

static void
set_decide_by (QuadTestWindow *self,
               QuadDate        day)
{
  g_autoptr (QuadRecord) edits = quad_record_new (&quad_account_schema);
  g_autoptr (GPtrArray) accounts = g_ptr_array_new ();

  g_ptr_array_add (accounts, quad_test_window_find (self, "Zürich Öl"));
  quad_record_set_number (edits, QUAD_ACCOUNT_DECIDE_BY, day);
  g_assert_true (quad_book_edit_accounts (get_book (self), accounts, edits, NULL));
}

static void
set_up_without (QuadTestWindow *self,
                gconstpointer   data)
{
  quad_test_window_open (self);
  quad_book_set_today (get_book (self), TODAY);
  quad_test_window_fill (self);
  delete_steps (self);
  set_decide_by (self, QUAD_DATE_NONE);
  quad_test_window_act (self, "win.show-page", "agenda");
}

static void
set_up (QuadTestWindow *self,
        gconstpointer   data)
{
  set_up_without (self, data);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    add_step (self, &steps[i]);
  quad_test_window_settle (self);
}

static void
tear_down (QuadTestWindow *self,
           gconstpointer   data)
{
  quad_test_window_close (self);
}

static guint
get_n_items (QuadTestWindow *self)
{
  return quad_agenda_page_get_n_items (get_page (self));
}

static const char *
get_title (QuadTestWindow *self,
           guint           position)
{
  return quad_agenda_item_get_title (quad_agenda_page_peek_item (get_page (self), position));
}

static gboolean
says (QuadTestWindow *self,
      const char     *text)
{
  return quad_test_window_says (GTK_WIDGET (get_page (self)), text);
}

static gboolean
toasts (QuadTestWindow *self,
        const char     *text)
{
  return quad_test_window_says (GTK_WIDGET (self->window->toast_overlay), text);
}

static void
select_row (QuadTestWindow *self,
            guint           position,
            gboolean        only)
{
  gtk_selection_model_select_item (get_page (self)->chosen, position, only);
  quad_agenda_page_focus_row (get_page (self), position);
}

/* An action of the page; it must be possible. */
static void
act (QuadTestWindow *self,
     const char     *action,
     const char     *target)
{
  GtkWidget *page = GTK_WIDGET (get_page (self));

  g_assert_true (target != NULL ? gtk_widget_activate_action (page, action, "s", target)
                                : gtk_widget_activate_action (page, action, NULL));
  quad_test_window_settle (self);
}

/* Presses the button of the dialog that does it, which takes a moment, and waits until the dialog
 * is closed. */
static void
accept (QuadTestWindow *self,
        GtkWindow      *dialog)
{
  g_assert_nonnull (dialog);
  gtk_widget_activate_default (GTK_WIDGET (dialog));
  while (quad_test_window_get_dialog (self) != NULL)
    g_main_context_iteration (NULL, TRUE);
  quad_test_window_settle (self);
}

static QuadAgendaRow *
get_focus_row (QuadTestWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self->window));
  GtkWidget *row = focus != NULL ? gtk_widget_get_first_child (focus) : NULL;

  g_assert_true (QUAD_IS_AGENDA_ROW (row));
  return QUAD_AGENDA_ROW (row);
}

static void
assert_focus (QuadTestWindow *self,
              const char     *title)
{
  g_assert_cmpstr (quad_agenda_item_get_title (quad_agenda_row_get_item (get_focus_row (self))),
                   ==, title);
}

static void
assert_chosen (QuadTestWindow *self,
               const char     *account)
{
  QuadAccount *only = quad_account_selection_get_only (self->window->selection);

  g_assert_nonnull (only);
  g_assert_cmpstr (quad_account_get_name (only), ==, account);
}

static guint
count_history (QuadTestWindow *self)
{
  g_autoptr (GPtrArray) history = quad_book_load_history (get_book (self), G_MAXUINT, NULL);

  return history->len;
}

static void
assert_badge (QuadTestWindow *self,
              guint           number,
              gboolean        attention)
{
  AdwViewStackPage *page = adw_view_stack_get_page (self->window->pages,
                                                    GTK_WIDGET (get_page (self)));

  g_assert_cmpuint (adw_view_stack_page_get_badge_number (page), ==, number);
  g_assert_cmpint (adw_view_stack_page_get_needs_attention (page), ==, attention);
}

/* The first label that is an ancestor's: the button of the page in the header bar. */
static GtkWidget *
get_page_button (QuadTestWindow *self)
{
  GtkWidget *label = quad_test_window_search (GTK_WIDGET (self->window->main_box), GTK_TYPE_LABEL,
                                              "Agenda");

  g_assert_nonnull (label);
  return gtk_widget_get_ancestor (label, GTK_TYPE_TOGGLE_BUTTON);
}

static void
test_groups (QuadTestWindow *self,
             gconstpointer   data)
{
  static const char *const headings[] = { "Overdue", "Today", "This Week", "Later", "No Date" };

  g_assert_cmpuint (get_n_items (self), ==, G_N_ELEMENTS (steps));
  for (guint i = 0; i < G_N_ELEMENTS (headings); i++)
    g_assert_true (says (self, headings[i]));
  g_assert_true (says (self, "Call <b>about</b> & the order"));
  g_assert_true (says (self, "3 days overdue"));
  g_assert_true (says (self, "2 overdue, 1 due today"));
  assert_badge (self, 3, TRUE);
  gtk_test_accessible_assert_property (get_page_button (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Agenda");
  gtk_test_accessible_assert_property (get_page_button (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "2 overdue, 1 due today");
  select_row (self, 3, TRUE);
  gtk_test_accessible_assert_property (gtk_window_get_focus (GTK_WINDOW (self->window)),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Map the divisions, Smith & Co <b>, in 2 days");
  assert_chosen (self, "Smith & Co <b>");
}

static void
test_complete (QuadTestWindow *self,
               gconstpointer   data)
{
  select_row (self, 1, TRUE);
  act (self, "agenda.complete", NULL);
  g_assert_cmpuint (get_n_items (self), ==, G_N_ELEMENTS (steps) - 1);
  g_assert_false (says (self, "Send the offer"));
  g_assert_true (toasts (self, "Done: Send the offer"));
  assert_focus (self, "Ask for a referral");
  assert_chosen (self, "Brightwater Dairy");
  assert_badge (self, 2, TRUE);

  quad_test_window_act (self, "win.undo", NULL);
  g_assert_cmpstr (get_title (self, 1), ==, "Send the offer");
  assert_focus (self, "Ask for a referral");

  /* from the last row the focus goes back */
  select_row (self, 5, TRUE);
  act (self, "agenda.complete", NULL);
  assert_focus (self, "Propose a pilot");
}

/* The box in a row that is not chosen goes for that row alone. */
static void
test_tick (QuadTestWindow *self,
           gconstpointer   data)
{
  GtkWidget *check;

  select_row (self, 0, TRUE);
  select_row (self, 2, TRUE);
  check = quad_test_window_search (GTK_WIDGET (get_focus_row (self)), GTK_TYPE_CHECK_BUTTON, NULL);
  select_row (self, 0, TRUE);
  select_row (self, 1, FALSE);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  quad_test_window_settle (self);
  g_assert_false (says (self, "Ask for a referral"));
  g_assert_cmpuint (get_n_items (self), ==, 5);

  select_row (self, 0, TRUE);
  select_row (self, 1, FALSE);
  check = quad_test_window_search (GTK_WIDGET (get_focus_row (self)), GTK_TYPE_CHECK_BUTTON, NULL);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  quad_test_window_settle (self);
  g_assert_true (toasts (self, "2 steps are done"));
  g_assert_cmpuint (get_n_items (self), ==, 3);
}

static void
test_snooze (QuadTestWindow *self,
             gconstpointer   data)
{
  guint n = count_history (self);

  select_row (self, 0, TRUE);
  select_row (self, 2, FALSE);
  act (self, "agenda.snooze", "tomorrow");
  g_assert_cmpuint (count_history (self), ==, n + 1);
  g_assert_cmpstr (get_title (self, 0), ==, "Send the offer");
  g_assert_true (toasts (self, "2 are put off until 26 Nov"));
  assert_badge (self, 1, TRUE);
  /* what is put off has left its place: on to the next one */
  assert_focus (self, "Map the divisions");
  assert_chosen (self, "Smith & Co <b>");

  quad_test_window_act (self, "win.undo", NULL);
  g_assert_cmpstr (get_title (self, 2), ==, "Ask for a referral");

  select_row (self, 1, TRUE);
  act (self, "agenda.snooze", "next-week");
  g_assert_true (toasts (self, "Put off until 30 Nov: Send the offer"));
  assert_focus (self, "Ask for a referral");
}

static void
test_snooze_date (QuadTestWindow *self,
                  gconstpointer   data)
{
  GtkWindow *dialog;
  GtkWidget *entry;

  select_row (self, 0, TRUE);
  act (self, "agenda.snooze-date", NULL);
  dialog = quad_test_window_get_dialog (self);
  g_assert_nonnull (dialog);
  entry = quad_test_window_search (GTK_WIDGET (dialog), GTK_TYPE_ENTRY, NULL);
  gtk_editable_set_text (GTK_EDITABLE (entry), "2026-12-24");
  accept (self, dialog);
  g_assert_true (toasts (self, "Put off until 24 Dec: Call <b>about</b> & the order"));
  assert_badge (self, 2, TRUE);
}

static void
test_skip (QuadTestWindow *self,
           gconstpointer   data)
{
  g_autoptr (GPtrArray) of_account = NULL;
  GtkWindow *dialog;
  GtkWidget *view;
  guint n = count_history (self);

  select_row (self, 0, TRUE);
  act (self, "agenda.skip", NULL);
  dialog = quad_test_window_get_dialog (self);
  g_assert_true (quad_test_window_says (GTK_WIDGET (dialog),
                                        "Call <b>about</b> & the order, Brightwater Dairy"));
  gtk_window_close (dialog);
  quad_test_window_settle (self);
  g_assert_cmpuint (count_history (self), ==, n);

  act (self, "agenda.skip", NULL);
  dialog = quad_test_window_get_dialog (self);
  view = quad_test_window_search (GTK_WIDGET (dialog), GTK_TYPE_TEXT_VIEW, NULL);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), "No need", -1);
  accept (self, dialog);
  g_assert_true (toasts (self, "Skipped: Call <b>about</b> & the order"));
  assert_focus (self, "Send the offer");
  of_account = quad_book_load_steps (get_book (self),
                                     quad_test_window_find (self, "Brightwater Dairy"), NULL);
  g_assert_cmpstr (quad_item_get_text (of_account->pdata[of_account->len - 1], QUAD_STEP_REASON),
                   ==, "No need");
}

/* What is due on accounts themselves, and that kinds are not mixed. */
static void
test_accounts (QuadTestWindow *self,
               gconstpointer   data)
{
  g_autoptr (GPtrArray) parked = g_ptr_array_new ();
  GtkWidget *page = GTK_WIDGET (get_page (self));
  QuadAccount *freight = quad_test_window_find (self, "Cobalt Freight");
  QuadAccount *oil = quad_test_window_find (self, "Zürich Öl");

  set_decide_by (self, TODAY - 10);
  g_ptr_array_add (parked, freight);
  g_assert_true (quad_book_park_accounts (get_book (self), parked, "No money", TODAY, NULL));
  quad_test_window_settle (self);
  assert_badge (self, 5, TRUE);
  g_assert_cmpstr (get_title (self, 0), ==, "Decide: turned around, or ended");
  g_assert_cmpstr (get_title (self, 4), ==, "Look at the account again");

  select_row (self, 0, TRUE);
  select_row (self, 1, FALSE);
  g_assert_true (gtk_widget_activate_action (page, "agenda.complete", NULL));
  g_assert_cmpuint (get_n_items (self), ==, 8);
  gtk_selection_model_unselect_item (get_page (self)->chosen, 1);
  quad_test_window_act (self, "win.turn-around", NULL);
  g_assert_true (quad_test_window_says (GTK_WIDGET (quad_test_window_get_dialog (self)),
                                        "Zürich Öl stays a client, with the profile Keep."));
  accept (self, quad_test_window_get_dialog (self));
  g_assert_cmpint (quad_account_get_profile (oil), ==, QUAD_PROFILE_KEEP);
  g_assert_true (toasts (self, "Zürich Öl is turned around: back to Keep"));
  quad_test_window_act (self, "win.undo", NULL);
  g_assert_cmpint (quad_account_get_profile (oil), ==, QUAD_PROFILE_JETTISON);

  select_row (self, 0, TRUE);
  act (self, "agenda.snooze", "tomorrow");
  g_assert_cmpint (quad_item_get_number (QUAD_ITEM (oil), QUAD_ACCOUNT_DECIDE_BY), ==, TODAY + 1);
  select_row (self, 3, TRUE);
  assert_chosen (self, "Cobalt Freight");
  act (self, "agenda.forget", NULL);
  g_assert_true (toasts (self, "Cobalt Freight stays parked"));
  g_assert_cmpint (quad_item_get_number (QUAD_ITEM (freight), QUAD_ACCOUNT_REVISIT_ON), ==,
                   QUAD_DATE_NONE);
  g_assert_cmpstr (quad_item_get_text (QUAD_ITEM (freight), QUAD_ACCOUNT_PARKED_REASON), ==,
                   "No money");
}

static void
test_filter (QuadTestWindow *self,
             gconstpointer   data)
{
  QuadAgendaPage *page = get_page (self);

  gtk_check_button_set_active (page->profile_checks[QUAD_PROFILE_EXPAND], TRUE);
  g_assert_cmpuint (get_n_items (self), ==, 2);
  gtk_check_button_set_active (page->tier_checks[QUAD_TIER_LEAD], TRUE);
  quad_test_window_settle (self);
  g_assert_cmpuint (get_n_items (self), ==, 0);
  g_assert_true (says (self, "Nothing Found"));
  gtk_check_button_set_active (page->profile_checks[QUAD_PROFILE_EXPAND], FALSE);
  g_assert_cmpuint (get_n_items (self), ==, 1);
  gtk_check_button_set_active (page->tier_checks[QUAD_TIER_LEAD], FALSE);
  gtk_check_button_set_active (page->kind_checks[QUAD_AGENDA_REVISIT], TRUE);
  g_assert_cmpuint (get_n_items (self), ==, 0);
  gtk_check_button_set_active (page->kind_checks[QUAD_AGENDA_REVISIT], FALSE);
  g_assert_cmpuint (get_n_items (self), ==, G_N_ELEMENTS (steps));
  /* the number on the button is of everything */
  assert_badge (self, 3, TRUE);
}

/* While the chart is shown the number is kept right, and the list when it is seen again. */
static void
test_behind_the_chart (QuadTestWindow *self,
                       gconstpointer   data)
{
  const Step late = { "Brightwater Dairy", "Late", -9 };

  quad_test_window_act (self, "win.show-page", "chart");
  add_step (self, &late);
  assert_badge (self, 4, TRUE);
  quad_test_window_act (self, "win.show-page", "agenda");
  g_assert_cmpstr (get_title (self, 0), ==, "Late");
}

static QuadDate the_day;

static QuadDate
get_the_day (void)
{
  return the_day;
}

static void
notice_cb (QuadBook *book)
{
  quad_book_set_today (book, the_day);
  quad_book_notice_day (book);
}

/* Midnight passes while the window is open. */
static void
test_next_day (QuadTestWindow *self,
               gconstpointer   data)
{
  g_autoptr (QuadDayWatch) watch = NULL;

  the_day = TODAY;
  watch = quad_day_watch_new (get_the_day);
  g_signal_connect_object (watch, "changed", G_CALLBACK (notice_cb), get_book (self),
                           G_CONNECT_SWAPPED);
  quad_day_watch_check (watch);
  assert_badge (self, 3, TRUE);
  select_row (self, 2, TRUE);

  the_day = TODAY + 2;
  quad_day_watch_check (watch);
  quad_test_window_settle (self);
  g_assert_true (says (self, "3 overdue, 1 due today"));
  g_assert_true (says (self, "5 days overdue"));
  g_assert_true (says (self, "2 days overdue"));
  assert_badge (self, 4, TRUE);
  assert_focus (self, "Ask for a referral");

  /* back over the date line */
  the_day = TODAY - 3;
  quad_day_watch_check (watch);
  quad_test_window_settle (self);
  g_assert_true (says (self, "1 due today"));
  assert_badge (self, 1, FALSE);
}

static void
test_empty (QuadTestWindow *self,
            gconstpointer   data)
{
  g_assert_true (says (self, "Nothing to Do"));
  g_assert_true (says (self, "Nothing is due today"));
  assert_badge (self, 0, FALSE);
}

/* Of a long agenda only the beginning is loaded. */
static void
test_long (QuadTestWindow *self,
           gconstpointer   data)
{
  g_autoptr (QuadRecord) values = quad_record_new (&quad_step_schema);
  g_autoptr (GPtrArray) accounts = g_ptr_array_new ();
  QuadAgendaPage *page = get_page (self);
  guint first;

  for (guint i = 0; i < 6; i++)
    g_ptr_array_add (accounts, quad_item_list_peek (quad_book_get_accounts (get_book (self)), i));
  quad_record_set_text (values, QUAD_STEP_TITLE, "One of many");
  quad_test_window_act (self, "win.show-page", "chart");
  for (guint i = 0; i < 75; i++)
    {
      quad_record_set_number (values, QUAD_STEP_DUE, TODAY - 500 + i);
      g_assert_true (quad_book_add_step (get_book (self), accounts, values, NULL));
    }
  quad_test_window_act (self, "win.show-page", "agenda");
  first = get_n_items (self);
  g_assert_cmpuint (first, <, 450);
  assert_badge (self, 450, TRUE);
  /* how many there are is not known */
  g_assert_false (says (self, "400"));

  g_assert_true (gtk_widget_get_mapped (page->more_button));
  g_signal_emit_by_name (page->more_button, "clicked");
  quad_test_window_settle (self);
  g_assert_cmpuint (get_n_items (self), ==, 450);
  g_assert_false (gtk_widget_get_mapped (page->more_button));
  g_assert_true (quad_agenda_row_get_item (get_focus_row (self))
                 == quad_agenda_page_peek_item (page, first));
}

/* Tab goes from the rows to what is beside the page. */
static void
test_tab (QuadTestWindow *self,
          gconstpointer   data)
{
  GtkWidget *page = GTK_WIDGET (get_page (self));
  GtkWidget *focus;

  select_row (self, 1, TRUE);
  gtk_widget_child_focus (GTK_WIDGET (self->window), GTK_DIR_TAB_FORWARD);
  focus = gtk_window_get_focus (GTK_WINDOW (self->window));
  g_assert_false (gtk_widget_is_ancestor (focus, page));
  select_row (self, 1, TRUE);
  gtk_widget_child_focus (GTK_WIDGET (self->window), GTK_DIR_TAB_BACKWARD);
  focus = gtk_window_get_focus (GTK_WINDOW (self->window));
  g_assert_true (gtk_widget_is_ancestor (focus, GTK_WIDGET (get_page (self)->bar)));
}

static void
test_read_only (QuadTestWindow *self,
                gconstpointer   data)
{
  GtkWidget *check;

  g_assert_true (quad_window_open_book (self->window, self->path, QUAD_BOOK_READ_ONLY));
  quad_book_set_today (get_book (self), TODAY);
  quad_book_notice_day (get_book (self));
  quad_test_window_settle (self);
  g_assert_cmpuint (get_n_items (self), ==, G_N_ELEMENTS (steps));
  select_row (self, 0, TRUE);
  check = quad_test_window_search (GTK_WIDGET (get_focus_row (self)), GTK_TYPE_CHECK_BUTTON, NULL);
  g_assert_false (gtk_widget_is_sensitive (check));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (get_page (self)), "agenda.complete",
                                             NULL));
  g_assert_cmpuint (get_n_items (self), ==, G_N_ELEMENTS (steps));
}

#define ADD(path, setup, func) g_test_add (path, QuadTestWindow, NULL, setup, func, tear_down)

int
main (int    argc,
      char **argv)
{
  quad_test_window_init (&argc, &argv);

  ADD ("/agenda/groups", set_up, test_groups);
  ADD ("/agenda/complete", set_up, test_complete);
  ADD ("/agenda/tick", set_up, test_tick);
  ADD ("/agenda/snooze", set_up, test_snooze);
  ADD ("/agenda/snooze-date", set_up, test_snooze_date);
  ADD ("/agenda/skip", set_up, test_skip);
  ADD ("/agenda/accounts", set_up, test_accounts);
  ADD ("/agenda/filter", set_up, test_filter);
  ADD ("/agenda/behind-the-chart", set_up, test_behind_the_chart);
  ADD ("/agenda/next-day", set_up, test_next_day);
  ADD ("/agenda/empty", set_up_without, test_empty);
  ADD ("/agenda/long", set_up_without, test_long);
  ADD ("/agenda/tab", set_up, test_tab);
  ADD ("/agenda/read-only", set_up, test_read_only);

  return g_test_run ();
}
