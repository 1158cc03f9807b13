/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "quad-test-window.h"

#include "quad-date-entry.h"
#include "quad-reason-dialog.h"

/* What asks for a day and for a reason. */

#define TODAY (quad_date_from_iso ("2026-11-18"))     /* a Wednesday */

typedef struct
{
  char     *reason;
  QuadDate  day;
  guint     n;
} Answer;

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

static void
answered_cb (Answer     *answer,
             const char *reason,
             guint       day)
{
  g_free (answer->reason);
  answer->reason = g_strdup (reason);
  answer->day = day;
  answer->n++;
}

static QuadReasonDialog *
ask (QuadTestWindow *self,
     Answer         *answer)
{
  GtkWindow *dialog = quad_reason_dialog_new (GTK_WIDGET (self->window), "Why <b>?",
                                              "Smith & Co", "_Park");

  g_signal_connect_swapped (dialog, "answered", G_CALLBACK (answered_cb), answer);
  quad_reason_dialog_set_reason (QUAD_REASON_DIALOG (dialog), "Moved & <gone>\nfar away");
  quad_reason_dialog_set_day (QUAD_REASON_DIALOG (dialog), "Look at it again on", QUAD_DATE_NONE,
                              TODAY);
  gtk_window_present (dialog);
  quad_test_window_settle (self);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (dialog));
  return QUAD_REASON_DIALOG (dialog);
}

/* A button is seen to be pressed for a moment before it does what it does. */
static void
wait_for_answer (QuadTestWindow *self)
{
  for (guint i = 0; i < 1000 && quad_test_window_get_dialog (self) != NULL; i++)
    {
      while (g_main_context_iteration (NULL, FALSE))
        ;
      g_usleep (5000);
    }
  g_assert_null (quad_test_window_get_dialog (self));
}

static GtkEditable *
find_entry (gpointer parent)
{
  return GTK_EDITABLE (quad_test_window_search (parent, GTK_TYPE_ENTRY, NULL));
}

static void
test_reason (QuadTestWindow *self,
             gconstpointer   data)
{
  Answer answer = { 0 };
  QuadReasonDialog *dialog = ask (self, &answer);

  g_assert_true (quad_test_window_says (GTK_WIDGET (dialog), "Why <b>?"));
  g_assert_true (quad_test_window_says (GTK_WIDGET (dialog), "Smith & Co"));
  gtk_editable_set_text (find_entry (dialog), "1 March 2027");
  /* As Enter does. */
  g_signal_emit_by_name (find_entry (dialog), "activate");
  wait_for_answer (self);
  g_assert_cmpuint (answer.n, ==, 1);
  g_assert_cmpstr (answer.reason, ==, "Moved & <gone>\nfar away");
  g_assert_cmpuint (answer.day, ==, quad_date_from_iso ("2027-03-01"));
  quad_test_window_settle (self);

  dialog = ask (self, &answer);
  quad_reason_dialog_set_reason (dialog, "  ");
  gtk_widget_activate_default (GTK_WIDGET (dialog));
  wait_for_answer (self);
  g_assert_cmpuint (answer.n, ==, 2);
  g_assert_cmpstr (answer.reason, ==, NULL);
  g_assert_cmpuint (answer.day, ==, QUAD_DATE_NONE);
  quad_test_window_settle (self);

  /* No day, no answer; and cancelled is none either. */
  dialog = ask (self, &answer);
  gtk_editable_set_text (find_entry (dialog), "some day");
  g_assert_false (adw_message_dialog_get_response_enabled (ADW_MESSAGE_DIALOG (dialog), "accept"));
  gtk_editable_set_text (find_entry (dialog), "");
  g_assert_true (adw_message_dialog_get_response_enabled (ADW_MESSAGE_DIALOG (dialog), "accept"));
  gtk_window_close (GTK_WINDOW (dialog));
  wait_for_answer (self);
  g_assert_cmpuint (answer.n, ==, 2);
  quad_test_window_settle (self);
  g_free (answer.reason);
}

static void
assert_reads (QuadDateEntry *entry,
              const char    *text,
              const char    *iso)
{
  QuadDate date;

  gtk_editable_set_text (find_entry (entry), text);
  g_assert_true (quad_date_entry_is_valid (entry));
  g_assert_true (quad_date_entry_read (entry, &date));
  g_assert_cmpuint (date, ==, quad_date_from_iso (iso));
}

static void
press (GtkWidget  *parent,
       const char *label)
{
  GtkWidget *found = quad_test_window_search (parent, GTK_TYPE_LABEL, label);

  g_assert_nonnull (found);
  g_signal_emit_by_name (gtk_widget_get_ancestor (found, GTK_TYPE_BUTTON), "clicked");
}

static void
test_day (QuadTestWindow *self,
          gconstpointer   data)
{
  GtkWindow *window = GTK_WINDOW (gtk_window_new ());
  QuadDateEntry *entry = QUAD_DATE_ENTRY (quad_date_entry_new ());
  GtkMenuButton *button;
  GtkWidget *calendar;
  QuadDate date;

  quad_date_entry_set_today (entry, TODAY);
  gtk_window_set_child (window, GTK_WIDGET (entry));
  gtk_window_present (window);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  assert_reads (entry, "2026-12-24", "2026-12-24");
  assert_reads (entry, "24.12.2026", "2026-12-24");
  assert_reads (entry, "24 Dez 2026", "2026-12-24");
  assert_reads (entry, "12/24/2026", "2026-12-24");
  assert_reads (entry, "2/3/2026", "2026-02-03");
  assert_reads (entry, "  ", NULL);

  gtk_editable_set_text (find_entry (entry), "soon & <b>");
  g_assert_false (quad_date_entry_is_valid (entry));
  g_assert_false (quad_date_entry_read (entry, &date));
  g_assert_true (quad_test_window_says (GTK_WIDGET (entry),
                                        "“soon & <b>” cannot be read as a date."));

  button = GTK_MENU_BUTTON (quad_test_window_search (GTK_WIDGET (entry), GTK_TYPE_MENU_BUTTON,
                                                     NULL));
  gtk_menu_button_popup (button);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  press (GTK_WIDGET (gtk_menu_button_get_popover (button)), "Tomorrow");
  g_assert_cmpstr (gtk_editable_get_text (find_entry (entry)), ==, "2026-11-19");
  gtk_menu_button_popup (button);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  press (GTK_WIDGET (gtk_menu_button_get_popover (button)), "Next Week");
  g_assert_cmpstr (gtk_editable_get_text (find_entry (entry)), ==, "2026-11-23");

  /* The calendar opens on that day, and takes the same day of the next month. */
  gtk_menu_button_popup (button);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  calendar = quad_test_window_search (GTK_WIDGET (gtk_menu_button_get_popover (button)),
                                      GTK_TYPE_CALENDAR, NULL);
  g_object_set (calendar, "month", 11, NULL);
  g_assert_cmpstr (gtk_editable_get_text (find_entry (entry)), ==, "2026-12-23");
  gtk_window_destroy (window);
}

static void
test_next_week (void)
{
  g_assert_cmpuint (quad_date_find_next_week (TODAY), ==, quad_date_from_iso ("2026-11-23"));
  g_assert_cmpuint (quad_date_find_next_week (quad_date_from_iso ("2026-11-22")), ==,
                    quad_date_from_iso ("2026-11-23"));
  g_assert_cmpuint (quad_date_find_next_week (quad_date_from_iso ("2026-11-23")), ==,
                    quad_date_from_iso ("2026-11-30"));
}

int
main (int   argc,
      char *argv[])
{
  quad_test_window_init (&argc, &argv);

#define ADD(path, function) \
  g_test_add (path, QuadTestWindow, NULL, set_up, function, tear_down)
  ADD ("/ask/reason", test_reason);
  ADD ("/ask/day", test_day);
  g_test_add_func ("/ask/next-week", test_next_week);

  return g_test_run ();
}
