/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "quad-test-window.h"

#include "quad-contacts-section.h"
#include "quad-fit-section.h"
#include "quad-history-section.h"
#include "quad-outcome-section.h"
#include "quad-playbook.h"
#include "quad-plays-section.h"
#include "quad-several-section.h"
#include "quad-step-row.h"
#include "quad-steps-section.h"
#include "quad-steps.h"
#include "quad-touches-section.h"
#include "quad-trait-row.h"

/* The playbook panel acted on from inside the process: what a press does to the book, what undo
 * does to the panel, and where the focus is then. */

#define EXPAND "Brightwater Dairy"
#define KEEP   "Smith & Co <b>"
#define LET_GO "Zürich Öl"
#define IDEAL  "Solent Renewables"
#define LEAD   "Cobalt Freight"

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
get_panel (QuadTestWindow *self)
{
  return GTK_WIDGET (self->window->panel);
}

static QuadBook *
get_book (QuadTestWindow *self)
{
  return quad_window_get_book (self->window);
}

static GtkWidget *
find_part (QuadTestWindow *self,
           GType           type)
{
  GtkWidget *found = quad_test_window_search (get_panel (self), type, NULL);

  g_assert_nonnull (found);
  return found;
}

static gboolean
says (QuadTestWindow *self,
      const char     *text)
{
  return quad_test_window_says (get_panel (self), text);
}

/* The row in which this stands. */
static GtkWidget *
find_row (QuadTestWindow *self,
          GType           type,
          const char     *text)
{
  GtkWidget *label = quad_test_window_search (get_panel (self), GTK_TYPE_LABEL, text);
  GtkWidget *row = label != NULL ? gtk_widget_get_ancestor (label, type) : NULL;

  g_assert_nonnull (row);
  return row;
}

static GtkWidget *
get_check (GtkWidget *row)
{
  return quad_test_window_search (row, GTK_TYPE_CHECK_BUTTON, NULL);
}

static void
press_label (QuadTestWindow *self,
             GtkWidget      *parent,
             const char     *label)
{
  GtkWidget *found = quad_test_window_search (parent, GTK_TYPE_LABEL, label);

  g_assert_nonnull (found);
  g_signal_emit_by_name (gtk_widget_get_ancestor (found, GTK_TYPE_BUTTON), "clicked");
  quad_test_window_settle (self);
}

static void
press_check (QuadTestWindow *self,
             GtkWidget      *row)
{
  GtkWidget *check = get_check (row);

  gtk_widget_grab_focus (check);
  gtk_widget_activate (check);
  quad_test_window_settle (self);
}

static void
act (QuadTestWindow *self,
     GtkWidget      *widget,
     const char     *action)
{
  g_assert_true (gtk_widget_activate_action (widget, action, NULL));
  quad_test_window_settle (self);
}

static void
undo (QuadTestWindow *self)
{
  quad_test_window_act (self, "win.undo", NULL);
}

/* The row of the dialog with this title. */
static GtkWidget *
find_field (GtkWidget  *parent,
            const char *title)
{
  for (GtkWidget *child = gtk_widget_get_first_child (parent); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found;

      if (ADW_IS_PREFERENCES_ROW (child)
          && g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (child)), title) == 0)
        return child;
      found = find_field (child, title);
      if (found != NULL)
        return found;
    }
  return NULL;
}

static GtkWindow *
get_dialog (QuadTestWindow *self)
{
  GtkWindow *dialog = quad_test_window_get_dialog (self);

  g_assert_nonnull (dialog);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (dialog));
  return dialog;
}

static void
type (QuadTestWindow *self,
      const char     *field,
      const char     *text)
{
  GtkWidget *row = find_field (GTK_WIDGET (get_dialog (self)), field);

  g_assert_nonnull (row);
  gtk_editable_set_text (GTK_EDITABLE (row), text);
}

static void
save (QuadTestWindow *self)
{
  act (self, GTK_WIDGET (get_dialog (self)), "dialog.save");
  g_assert_null (quad_test_window_get_dialog (self));
}

/* Says why in the dialog that asks. */
static void
answer (QuadTestWindow *self,
        const char     *reason)
{
  GtkWindow *dialog = get_dialog (self);
  GtkWidget *text = quad_test_window_search (GTK_WIDGET (dialog), GTK_TYPE_TEXT_VIEW, NULL);

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (text)), reason, -1);
  g_signal_emit_by_name (gtk_window_get_default_widget (dialog), "clicked");
  quad_test_window_settle (self);
  g_assert_null (quad_test_window_get_dialog (self));
}

static GPtrArray *
load_steps (QuadTestWindow *self,
            const char     *account)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *steps = quad_book_load_steps (get_book (self), quad_test_window_find (self, account),
                                           &error);

  g_assert_no_error (error);
  return steps;
}

static guint
count_open (QuadTestWindow *self,
            const char     *account)
{
  g_autoptr (GPtrArray) steps = load_steps (self, account);
  guint n = 0;

  for (guint i = 0; i < steps->len; i++)
    n += quad_step_get_status (steps->pdata[i]) == QUAD_STEP_OPEN;
  return n;
}

static guint
count_touches (QuadTestWindow *self,
               const char     *account)
{
  g_autoptr (GPtrArray) touches = quad_book_load_touches (
    get_book (self), quad_test_window_find (self, account), NULL);

  return touches->len;
}

/* The row that has the focus. */
static GtkWidget *
get_focus_row (QuadTestWindow *self,
               GType           type)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self->window));

  return focus != NULL ? gtk_widget_get_ancestor (focus, type) : NULL;
}

/* A step of its own, which makes no next one, overdue since a day of January 2020. */
static void
add_own_step (QuadTestWindow *self,
              const char     *account,
              const char     *title,
              int             day)
{
  g_autoptr (GPtrArray) accounts = g_ptr_array_new ();
  g_autoptr (QuadRecord) values = quad_record_new (&quad_step_schema);
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (accounts, quad_test_window_find (self, account));
  quad_record_set_text (values, QUAD_STEP_TITLE, title);
  quad_record_set_number (values, QUAD_STEP_DUE, quad_date_from_ymd (2020, 1, day));
  quad_record_set_number (values, QUAD_STEP_MINUTES, 75);
  g_assert_true (quad_book_add_step (get_book (self), accounts, values, &error));
  g_assert_no_error (error);
}

static void
test_tick (QuadTestWindow *self,
           gconstpointer   data)
{
  GtkWidget *first, *second, *third;
  guint n_open;

  add_own_step (self, EXPAND, "Third", 3);
  add_own_step (self, EXPAND, "First", 1);
  add_own_step (self, EXPAND, "Second", 2);
  n_open = count_open (self, EXPAND);
  quad_test_window_choose (self, EXPAND);
  first = find_row (self, QUAD_TYPE_STEP_ROW, "First");
  second = find_row (self, QUAD_TYPE_STEP_ROW, "Second");
  third = find_row (self, QUAD_TYPE_STEP_ROW, "Third");
  g_assert_true (quad_test_window_says (first, "Overdue since 1 Jan 2020 · only this account"));
  g_assert_true (gtk_widget_get_next_sibling (first) == second);
  g_assert_true (gtk_widget_get_next_sibling (second) == third);

  press_check (self, first);
  g_assert_cmpuint (count_open (self, EXPAND), ==, n_open - 1);
  g_assert_true (get_focus_row (self, QUAD_TYPE_STEP_ROW) == second);
  g_assert_true (gtk_check_button_get_active (GTK_CHECK_BUTTON (get_check (
                   find_row (self, QUAD_TYPE_STEP_ROW, "First")))));

  /* And on from there, with the same key. */
  gtk_widget_activate (gtk_window_get_focus (GTK_WINDOW (self->window)));
  quad_test_window_settle (self);
  g_assert_cmpuint (count_open (self, EXPAND), ==, n_open - 2);
  g_assert_true (get_focus_row (self, QUAD_TYPE_STEP_ROW) == third);

  /* What is done is opened again by the same press. */
  press_check (self, find_row (self, QUAD_TYPE_STEP_ROW, "Second"));
  g_assert_cmpuint (count_open (self, EXPAND), ==, n_open - 1);
  undo (self);
  undo (self);
  undo (self);
  g_assert_cmpuint (count_open (self, EXPAND), ==, n_open);
  g_assert_false (gtk_check_button_get_active (GTK_CHECK_BUTTON (get_check (
                    find_row (self, QUAD_TYPE_STEP_ROW, "First")))));
}

static void
test_step (QuadTestWindow *self,
           gconstpointer   data)
{
  const char *title = "Map every buying division";    /* of a play that is not repeated */
  g_autofree char *tomorrow = quad_date_format (quad_book_get_today (get_book (self)) + 1,
                                                QUAD_DATE_STYLE_DAY,
                                                quad_book_get_today (get_book (self)));
  g_autofree char *details = g_strdup_printf ("Due %s · once · customised", tomorrow);
  GtkWidget *row;

  quad_test_window_choose (self, EXPAND);
  row = find_row (self, QUAD_TYPE_STEP_ROW, title);
  act (self, row, "step.due-tomorrow");
  g_assert_true (quad_test_window_says (row, details));

  act (self, row, "step.edit");
  type (self, "Title", "Map <b>every</b> & “site”");
  save (self);
  g_assert_true (quad_test_window_says (row, "Map <b>every</b> & “site”"));
  act (self, row, "step.reset");
  g_assert_true (quad_test_window_says (row, title));
  g_assert_false (quad_test_window_says (row, details));

  act (self, row, "step.redate");
  type (self, "Due", "2030-02-28");
  save (self);
  g_assert_true (quad_test_window_says (row, "Due 28 Feb 2030 · once · customised"));

  act (self, row, "step.skip");
  answer (self, "Only <one> & no more");
  g_assert_true (gtk_check_button_get_inconsistent (GTK_CHECK_BUTTON (get_check (
                   find_row (self, QUAD_TYPE_STEP_ROW, title)))));
  undo (self);
  undo (self);
  undo (self);
  undo (self);
  undo (self);
  g_assert_false (quad_test_window_says (find_row (self, QUAD_TYPE_STEP_ROW, title), details));
}

static void
test_done_with_touch (QuadTestWindow *self,
                      gconstpointer   data)
{
  guint n_open;

  add_own_step (self, EXPAND, "Talk to them", 1);
  n_open = count_open (self, EXPAND);
  quad_test_window_choose (self, EXPAND);
  act (self, find_row (self, QUAD_TYPE_STEP_ROW, "Talk to them"), "step.done-with-touch");
  adw_combo_row_set_selected (ADW_COMBO_ROW (find_field (GTK_WIDGET (get_dialog (self)), "Kind")),
                              QUAD_TOUCH_VISIT);
  save (self);
  g_assert_cmpuint (count_open (self, EXPAND), ==, n_open - 1);
  g_assert_true (says (self, "Visit, 75 min"));
  undo (self);
  g_assert_cmpuint (count_open (self, EXPAND), ==, n_open);
  g_assert_cmpuint (count_touches (self, EXPAND), ==, 0);
}

static void
test_add_step (QuadTestWindow *self,
               gconstpointer   data)
{
  g_autofree char *many = g_strnfill (1000, 'x');
  GtkWidget *row;
  int width;

  quad_test_window_choose (self, KEEP);
  width = gtk_widget_get_width (get_panel (self));
  press_label (self, find_part (self, QUAD_TYPE_STEPS_SECTION), "Add Step…");
  type (self, "Title", "  ");
  act (self, GTK_WIDGET (get_dialog (self)), "dialog.save");
  g_assert_nonnull (quad_test_window_get_dialog (self));
  type (self, "Title", "שלום & <i>👍</i> \"ok\"");
  save (self);
  row = find_row (self, QUAD_TYPE_STEP_ROW, "שלום & <i>👍</i> \"ok\"");
  g_assert_true (quad_test_window_says (row, "No date · only this account"));

  act (self, row, "step.edit");
  type (self, "Title", many);
  save (self);
  g_assert_true (says (self, many));
  g_assert_cmpint (gtk_widget_get_width (get_panel (self)), ==, width);
  act (self, row, "step.delete");
  g_assert_false (says (self, many));
  undo (self);
  g_assert_true (says (self, many));
}

/* Rows that come back are as high as they must be, and the plays can be asked for. */
static void
test_no_steps (QuadTestWindow *self,
               gconstpointer   data)
{
  g_autoptr (GPtrArray) steps = load_steps (self, EXPAND);
  g_autoptr (GError) error = NULL;
  GtkWidget *section;
  int height;

  g_assert_true (quad_book_delete_steps (get_book (self), steps, &error));
  quad_test_window_choose (self, EXPAND);
  section = find_part (self, QUAD_TYPE_STEPS_SECTION);
  height = gtk_widget_get_height (section);
  g_assert_true (says (self, "Nothing is to be done."));
  press_label (self, section, "Add Its Plays");
  g_assert_cmpuint (count_open (self, EXPAND), ==, steps->len);
  g_assert_false (says (self, "Nothing is to be done."));
  g_assert_cmpint (gtk_widget_get_height (section), >, height + 20 * (int) steps->len);
  undo (self);
  g_assert_cmpint (gtk_widget_get_height (section), ==, height);
}

static QuadTrait *
add_trait (QuadTestWindow *self,
           QuadOwner       owner,
           const char     *label,
           gboolean        knock_out,
           const char     *least)
{
  g_autoptr (QuadRecord) values = quad_record_new (&quad_trait_schema);
  g_autoptr (GError) error = NULL;
  QuadTrait *trait;

  quad_record_set_number (values, QUAD_TRAIT_OWNER, owner);
  quad_record_set_text (values, QUAD_TRAIT_LABEL, label);
  quad_record_set_number (values, QUAD_TRAIT_WEIGHT, 3);
  quad_record_set_number (values, QUAD_TRAIT_KNOCK_OUT, knock_out);
  if (least != NULL)
    {
      quad_record_set_number (values, QUAD_TRAIT_RULE_FIELD, QUAD_FACT_REVENUE);
      quad_record_set_number (values, QUAD_TRAIT_RULE_TEST, QUAD_TEST_AT_LEAST);
      quad_record_set_text (values, QUAD_TRAIT_RULE_VALUE, least);
    }
  trait = quad_book_add_trait (get_book (self), values, &error);
  g_assert_no_error (error);
  return trait;
}

static void
test_fit (QuadTestWindow *self,
          gconstpointer   data)
{
  GtkWidget *by_hand, *by_rule;

  add_trait (self, QUAD_OWNER_EXPAND, "Pays <b>on time</b> & gladly", TRUE, NULL);
  add_trait (self, QUAD_OWNER_EXPAND, "Large enough", FALSE, "1000");
  quad_test_window_choose (self, EXPAND);
  by_hand = find_row (self, QUAD_TYPE_TRAIT_ROW, "Pays <b>on time</b> & gladly");
  g_assert_true (quad_test_window_says (by_hand, "Unknown"));
  g_assert_true (quad_test_window_says (by_hand, "knock-out"));

  by_rule = find_row (self, QUAD_TYPE_TRAIT_ROW, "Large enough");
  g_assert_true (quad_test_window_says (by_rule, "Revenue is at least €1,000.00"));
  g_assert_false (gtk_widget_get_sensitive (get_check (by_rule)));
  g_assert_true (gtk_check_button_get_active (GTK_CHECK_BUTTON (get_check (by_rule))));

  press_check (self, by_hand);
  g_assert_false (quad_test_window_says (by_hand, "Unknown"));
  g_assert_true (gtk_check_button_get_active (GTK_CHECK_BUTTON (get_check (by_hand))));
  press_check (self, by_hand);
  g_assert_true (quad_test_window_says (by_hand, "No"));
  g_assert_true (says (self, "Expand is out: “Pays <b>on time</b> & gladly” is answered no."));
  press_check (self, by_hand);
  g_assert_true (quad_test_window_says (by_hand, "Unknown"));
  g_assert_true (get_focus_row (self, QUAD_TYPE_TRAIT_ROW) == by_hand);
  undo (self);
  g_assert_true (quad_test_window_says (by_hand, "No"));
  undo (self);
  undo (self);
  g_assert_true (quad_test_window_says (by_hand, "Unknown"));

  /* Another profile shows its own traits; the next account begins with its own again. */
  press_label (self, find_part (self, QUAD_TYPE_FIT_SECTION), "Keep");
  g_assert_false (says (self, "Large enough"));
  quad_test_window_choose (self, IDEAL);
  quad_test_window_choose (self, EXPAND);
  g_assert_true (says (self, "Large enough"));
}

/* The marks of the ideal client are for prospects. */
static void
test_marks (QuadTestWindow *self,
            gconstpointer   data)
{
  const char *marks = quad_book_get_owner_name (get_book (self), QUAD_OWNER_IDEAL);

  quad_test_window_choose (self, EXPAND);
  g_assert_false (quad_test_window_says (find_part (self, QUAD_TYPE_FIT_SECTION), marks));
  quad_test_window_choose (self, LEAD);
  g_assert_true (quad_test_window_says (find_part (self, QUAD_TYPE_FIT_SECTION), marks));
}

static void
test_touches (QuadTestWindow *self,
              gconstpointer   data)
{
  GtkWidget *section, *spin;

  quad_test_window_choose (self, KEEP);
  section = find_part (self, QUAD_TYPE_TOUCHES_SECTION);
  spin = quad_test_window_search (section, GTK_TYPE_SPIN_BUTTON, NULL);
  press_label (self, section, "Call");
  g_assert_true (says (self, "Call, 15 min"));
  gtk_editable_set_text (GTK_EDITABLE (spin), "about 90");
  press_label (self, section, "Meeting");
  g_assert_true (says (self, "Meeting, 90 min"));
  g_assert_true (says (self, "90 days: 1 h 45 min"));

  /* A press on what was logged corrects it. */
  press_label (self, section, "Meeting, 90 min");
  type (self, "Minutes", "60");
  save (self);
  g_assert_true (says (self, "Meeting, 60 min"));
  press_label (self, section, "Call, 15 min");
  act (self, GTK_WIDGET (get_dialog (self)), "dialog.delete");
  g_assert_null (quad_test_window_get_dialog (self));
  g_assert_false (says (self, "Call, 15 min"));
  undo (self);
  undo (self);
  g_assert_true (says (self, "Meeting, 90 min"));
  undo (self);
  undo (self);
  g_assert_cmpuint (count_touches (self, KEEP), ==, 0);
}

static void
test_contacts (QuadTestWindow *self,
               gconstpointer   data)
{
  GtkWidget *section;

  quad_test_window_choose (self, KEEP);
  section = find_part (self, QUAD_TYPE_CONTACTS_SECTION);
  press_label (self, section, "Add Contact…");
  type (self, "Name", "Ann <i>&</i> Bo");
  type (self, "Role", "Buyer");
  type (self, "Phone", "+44 1632 960101");
  save (self);
  press_label (self, section, "Add Contact…");
  type (self, "Name", "Cy");
  save (self);
  g_assert_true (says (self, "Ann <i>&</i> Bo"));
  g_assert_true (says (self, "Cy"));

  /* The first button edits the first of them. */
  g_signal_emit_by_name (gtk_widget_get_last_child (gtk_widget_get_parent (
                           gtk_widget_get_parent (quad_test_window_search (
                             section, GTK_TYPE_LABEL, "Ann <i>&</i> Bo")))), "clicked");
  quad_test_window_settle (self);
  type (self, "Role", "Head of buying");
  save (self);
  g_assert_true (says (self, "Head of buying"));
  undo (self);
  g_assert_true (says (self, "Buyer"));
  undo (self);
  g_assert_false (says (self, "Cy"));
  g_assert_true (says (self, "Ann <i>&</i> Bo"));
  undo (self);
  g_assert_true (says (self, "Nobody is known there yet."));
}

/* How many labels in sight contain the text, the history of the account aside. */
static guint
count_saying (GtkWidget  *parent,
              const char *text)
{
  guint n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (parent); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (!gtk_widget_get_mapped (child) || QUAD_IS_HISTORY_SECTION (child))
        continue;
      n += GTK_IS_LABEL (child) && strstr (gtk_label_get_text (GTK_LABEL (child)), text) != NULL;
      n += count_saying (child, text);
    }

  return n;
}

/* The words of the dialog and of the message are those of everywhere. */
static void
test_jettison (QuadTestWindow *self,
               gconstpointer   data)
{
  GtkWidget *section;
  QuadAccount *account;

  quad_test_window_choose (self, LET_GO);
  account = quad_test_window_find (self, LET_GO);
  section = find_part (self, QUAD_TYPE_OUTCOME_SECTION);
  act (self, section, "outcome.decide-by");
  type (self, "Decide By", "");
  save (self);
  g_assert_true (says (self, "To be let go. There is no day to decide by."));
  undo (self);

  press_label (self, section, "Turned Around…");
  g_assert_true (quad_test_window_says (GTK_WIDGET (get_dialog (self)),
                                        LET_GO " stays a client, with the profile Keep."));
  answer (self, "They <pay> & talk now");
  g_assert_cmpint (quad_account_get_profile (account), ==, QUAD_PROFILE_KEEP);
  g_assert_true (says (self, "Turned around: stays a client. They <pay> & talk now"));
  undo (self);
  g_assert_cmpint (quad_account_get_profile (account), ==, QUAD_PROFILE_JETTISON);

  press_label (self, section, "Ended…");
  answer (self, "Never paid");
  g_assert_cmpint (quad_account_get_tier (account), ==, QUAD_TIER_PARKED);
  g_assert_true (says (self, "Parked: Never paid"));
  g_assert_false (says (self, "Lost: Never paid"));
  g_assert_cmpuint (count_saying (get_panel (self), "Never paid"), ==, 1);
  undo (self);
  g_assert_cmpint (quad_account_get_tier (account), ==, QUAD_TIER_SECONDARY);
}

static void
test_reasons (QuadTestWindow *self,
              gconstpointer   data)
{
  GtkWidget *section;
  GtkWindow *dialog;

  quad_test_window_choose (self, KEEP);
  quad_test_window_act (self, "win.move-to", "lead");
  section = find_part (self, QUAD_TYPE_OUTCOME_SECTION);
  act (self, section, "outcome.lost");
  answer (self, "Price & <speed>\nand more");
  g_assert_true (says (self, "Lost: Price & <speed>\nand more"));

  quad_test_window_act (self, "win.move-to", "parked");
  g_assert_cmpuint (count_saying (get_panel (self), "Price & <speed>"), ==, 1);
  quad_test_window_act (self, "win.park", NULL);
  dialog = get_dialog (self);
  gtk_editable_set_text (GTK_EDITABLE (quad_test_window_search (GTK_WIDGET (dialog),
                                                                GTK_TYPE_ENTRY, NULL)),
                         "2031-05-01");
  answer (self, "Builds elsewhere");
  g_assert_true (says (self, "Parked: Builds elsewhere"));
  g_assert_true (says (self, "Look at it again on 1 May 2031"));
  g_assert_true (says (self, "Lost: Price & <speed>\nand more"));
  g_assert_cmpuint (count_saying (get_panel (self), "Builds elsewhere"), ==, 1);
  g_assert_cmpuint (count_saying (get_panel (self), "2031"), ==, 1);
  undo (self);
  g_assert_true (says (self, "Parked without a reason."));
  g_assert_true (says (self, "No day to look at it again"));
}

static void
test_several (QuadTestWindow *self,
              gconstpointer   data)
{
  static const char *const names[] = { EXPAND, "Northgate Logistics" };
  g_autoptr (GPtrArray) both = g_ptr_array_new ();
  guint before[2];

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_ptr_array_add (both, quad_test_window_find (self, names[i]));
      before[i] = count_open (self, names[i]);
    }
  quad_account_selection_set (quad_window_get_selection (self->window), both);
  quad_test_window_settle (self);
  g_assert_true (quad_test_window_says (find_part (self, QUAD_TYPE_SEVERAL_SECTION),
                                        "Key account"));
  g_assert_null (quad_test_window_search (get_panel (self), QUAD_TYPE_STEPS_SECTION, NULL));

  press_label (self, get_panel (self), "Add Step to All…");
  type (self, "Title", "Send the new list");
  save (self);
  press_label (self, find_part (self, QUAD_TYPE_TOUCHES_SECTION), "E-mail");
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_assert_cmpuint (count_open (self, names[i]), ==, before[i] + 1);
      g_assert_cmpuint (count_touches (self, names[i]), ==, 1);
    }
  undo (self);
  undo (self);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_assert_cmpuint (count_open (self, names[i]), ==, before[i]);
      g_assert_cmpuint (count_touches (self, names[i]), ==, 0);
    }
}

/* Without an account the playbook of what was looked at last. */
static void
test_none (QuadTestWindow *self,
           gconstpointer   data)
{
  const char *title = "Map every buying division";
  g_autoptr (GPtrArray) steps = load_steps (self, EXPAND);
  g_autoptr (GPtrArray) first = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  GtkWidget *section;

  for (guint i = 0; i < steps->len; i++)
    if (strcmp (quad_step_get_title (steps->pdata[i]), title) == 0)
      g_ptr_array_add (first, steps->pdata[i]);
  g_assert_true (quad_book_redate_steps (get_book (self), first,
                                         quad_book_get_today (get_book (self)) - 1, &error));
  quad_test_window_choose (self, EXPAND);
  g_assert_true (quad_test_window_says (find_part (self, QUAD_TYPE_HISTORY_SECTION),
                                        "Entered as Key account"));
  quad_account_selection_clear (quad_window_get_selection (self->window));
  quad_test_window_settle (self);
  section = find_part (self, QUAD_TYPE_PLAYS_SECTION);
  g_assert_true (quad_test_window_says (section, "Expand"));
  g_assert_true (quad_test_window_says (section, title));
  g_assert_true (quad_test_window_says (section, "1 account is behind"));
  undo (self);
  g_assert_false (quad_test_window_says (section, "1 account is behind"));

  quad_playbook_panel_set_owner (self->window->panel, QUAD_OWNER_IDEAL);
  quad_test_window_settle (self);
  g_assert_true (quad_test_window_says (section, quad_book_get_owner_name (get_book (self),
                                                                           QUAD_OWNER_IDEAL)));
}

/* It has room on a phone, whatever is chosen. */
static void
test_narrow (QuadTestWindow *self,
             gconstpointer   data)
{
  g_autoptr (GPtrArray) two = g_ptr_array_new ();
  int minimum;

  quad_test_window_choose (self, LET_GO);
  gtk_widget_measure (get_panel (self), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL,
                      NULL);
  g_assert_cmpint (minimum, <=, 300);
  g_ptr_array_add (two, quad_test_window_find (self, EXPAND));
  g_ptr_array_add (two, quad_test_window_find (self, KEEP));
  quad_account_selection_set (quad_window_get_selection (self->window), two);
  quad_test_window_settle (self);
  gtk_widget_measure (get_panel (self), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL,
                      NULL);
  g_assert_cmpint (minimum, <=, 300);
}

/* What changes while nobody sees the panel is there when it is seen again. */
static void
test_hidden (QuadTestWindow *self,
             gconstpointer   data)
{
  quad_test_window_choose (self, EXPAND);
  quad_panes_set_show_panel (self->window->panes, FALSE);
  quad_test_window_settle (self);
  quad_test_window_choose (self, KEEP);
  quad_panes_set_show_panel (self->window->panes, TRUE);
  quad_test_window_settle (self);
  quad_test_window_settle (self);
  g_assert_true (says (self, KEEP));
}

int
main (int   argc,
      char *argv[])
{
  quad_test_window_init (&argc, &argv);

#define ADD(path, function) \
  g_test_add (path, QuadTestWindow, NULL, set_up, function, tear_down)
  ADD ("/panel/tick", test_tick);
  ADD ("/panel/step", test_step);
  ADD ("/panel/done-with-touch", test_done_with_touch);
  ADD ("/panel/add-step", test_add_step);
  ADD ("/panel/no-steps", test_no_steps);
  ADD ("/panel/fit", test_fit);
  ADD ("/panel/marks", test_marks);
  ADD ("/panel/touches", test_touches);
  ADD ("/panel/contacts", test_contacts);
  ADD ("/panel/jettison", test_jettison);
  ADD ("/panel/reasons", test_reasons);
  ADD ("/panel/several", test_several);
  ADD ("/panel/none", test_none);
  ADD ("/panel/narrow", test_narrow);
  ADD ("/panel/hidden", test_hidden);

  return g_test_run ();
}
