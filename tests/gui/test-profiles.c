/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "quad-test-window.h"

#include "quad-edit-dialog.h"
#include "quad-playbook.h"
#include "quad-profiles-row.h"
#include "quad-profiles-window.h"
#include "quad-steps.h"
#include "quad-test-dialog.h"

/* The Profiles window and its dialogs: what is typed is in the book, one operation each. */

#define HOSTILE "Smith & <b>Co</b> “q” 'r' שלום \xf0\x9f\x8e\x89"

static GtkWindow *
open_profiles (QuadTestWindow *self,
               const char     *owner)
{
  GtkWindow *window;

  quad_test_window_act (self, "win.edit-profile", owner);
  window = quad_test_window_get_dialog (self);
  g_assert_true (QUAD_IS_PROFILES_WINDOW (window));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  return window;
}

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

static QuadBook *
get_book (QuadTestWindow *self)
{
  return quad_window_get_book (self->window);
}

static void
act (QuadTestWindow *self,
     GtkWidget      *widget,
     const char     *action)
{
  g_assert_true (gtk_widget_activate_action (widget, action, NULL));
  quad_test_window_settle (self);
}

/* The texts of the rows in their order, joined. */
static char *
list_rows (GtkWidget *parent,
           GType      item_type)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (GtkWidget *child = gtk_widget_get_first_child (parent); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (QUAD_IS_PROFILES_ROW (child)
          && G_OBJECT_TYPE (quad_profiles_row_get_item (QUAD_PROFILES_ROW (child))) == item_type)
        {
          g_string_append_printf (text, "%s|", adw_preferences_row_get_title
                                                 (ADW_PREFERENCES_ROW (child)));
        }
      else
        {
          g_autofree char *below = list_rows (child, item_type);

          g_string_append (text, below);
        }
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static QuadProfilesRow *
find_row (GtkWindow  *window,
          const char *title)
{
  GtkWidget *row = quad_test_dialog_find_row (GTK_WIDGET (window), title);

  g_assert_true (QUAD_IS_PROFILES_ROW (row));
  return QUAD_PROFILES_ROW (row);
}

static gint64
get_id (GtkWindow  *window,
        const char *title)
{
  return quad_item_get_id (quad_profiles_row_get_item (find_row (window, title)));
}

/* The dialog of a row, as Enter on it opens it. */
static GtkWindow *
edit_row (GtkWindow  *window,
          const char *title)
{
  GtkWindow *dialog;

  gtk_widget_activate (GTK_WIDGET (find_row (window, title)));
  dialog = quad_test_dialog_get_child (window);
  g_assert_true (QUAD_IS_EDIT_DIALOG (dialog));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (dialog));
  return dialog;
}

static GtkWindow *
add_to (GtkWindow  *window,
        const char *row)
{
  GtkWindow *dialog;

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (find_row (window, row)), "items.add",
                                             NULL));
  dialog = quad_test_dialog_get_child (window);
  g_assert_nonnull (dialog);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (dialog));
  return dialog;
}

static void
save (QuadTestWindow *self,
      GtkWindow      *window)
{
  act (self, GTK_WIDGET (quad_test_dialog_get_child (window)), "dialog.save");
  g_assert_null (quad_test_dialog_get_child (window));
}

static void
choose (GtkWindow  *dialog,
        const char *row,
        guint       position)
{
  GtkWidget *combo = quad_test_dialog_find_row (GTK_WIDGET (dialog), row);

  g_assert_true (ADW_IS_COMBO_ROW (combo));
  adw_combo_row_set_selected (ADW_COMBO_ROW (combo), position);
}

static gboolean
asks_for (GtkWindow  *dialog,
          const char *row)
{
  return gtk_widget_get_visible (quad_test_dialog_find_row (GTK_WIDGET (dialog), row));
}

static GtkWidget *
find_below (GtkWidget *parent,
            GType      type)
{
  for (GtkWidget *child = gtk_widget_get_first_child (parent); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = g_type_is_a (G_OBJECT_TYPE (child), type) ? child
                                                                  : find_below (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
set_number (GtkWindow  *dialog,
            const char *row,
            int         number)
{
  GtkWidget *spin = find_below (quad_test_dialog_find_row (GTK_WIDGET (dialog), row),
                                GTK_TYPE_SPIN_BUTTON);

  gtk_spin_button_set_value (GTK_SPIN_BUTTON (spin), number);
}

static char *
get_subtitle (GtkWindow  *window,
              const char *row)
{
  return g_strdup (adw_action_row_get_subtitle (ADW_ACTION_ROW (find_row (window, row))));
}

static void
set_description (GtkWindow  *window,
                 const char *text)
{
  GtkWidget *view = find_below (GTK_WIDGET (window), GTK_TYPE_TEXT_VIEW);

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), text, -1);
}

/* Saved by choosing another profile, and by closing; shown as they are typed. */
static void
test_texts (QuadTestWindow *self,
            gconstpointer   data)
{
  GtkWindow *window = open_profiles (self, "keep");
  g_autofree char *filler = g_strnfill (10000, 'w');
  g_autofree char *description = g_strconcat ("First & <i>last</i>\n", HOSTILE, "\n", filler, NULL);

  quad_test_dialog_type (window, "Name", HOSTILE);
  set_description (window, description);
  g_assert_cmpstr (quad_book_get_owner_name (get_book (self), QUAD_OWNER_KEEP), ==, "Keep");
  quad_profiles_window_open (QUAD_PROFILES_WINDOW (window), QUAD_OWNER_ATTAIN);
  quad_test_window_settle (self);
  g_assert_cmpstr (quad_book_get_owner_name (get_book (self), QUAD_OWNER_KEEP), ==, HOSTILE);
  g_assert_cmpstr (quad_book_get_owner_description (get_book (self), QUAD_OWNER_KEEP), ==,
                   description);
  g_assert_true (quad_test_window_says (GTK_WIDGET (window), HOSTILE));
  g_assert_true (quad_test_window_says (GTK_WIDGET (window), "Attain"));

  /* One operation; an empty name is the method's own again. */
  act (self, GTK_WIDGET (window), "profiles.undo");
  g_assert_cmpstr (quad_book_get_owner_name (get_book (self), QUAD_OWNER_KEEP), ==, "Keep");
  act (self, GTK_WIDGET (window), "profiles.redo");
  quad_profiles_window_open (QUAD_PROFILES_WINDOW (window), QUAD_OWNER_KEEP);
  quad_test_dialog_type (window, "Name", "  ");
  gtk_window_close (window);
  quad_test_window_settle (self);
  g_assert_null (quad_test_window_get_dialog (self));
  g_assert_cmpstr (quad_book_get_owner_name (get_book (self), QUAD_OWNER_KEEP), ==, "Keep");
  g_assert_cmpstr (quad_book_get_undo_label (get_book (self)), ==, "Change text of " HOSTILE);
}

/* One message takes the place of the other, however fast they follow; its words are no markup. */
static void
test_messages (QuadTestWindow *self,
               gconstpointer   data)
{
  GtkWindow *window = open_profiles (self, "keep");
  g_autoptr (GError) error = NULL;

  g_assert_true (quad_book_set_profile_text (get_book (self), QUAD_OWNER_KEEP, HOSTILE, NULL,
                                             &error));
  for (guint i = 0; i < 3; i++)
    {
      act (self, GTK_WIDGET (window), "profiles.undo");
      g_assert_true (quad_test_window_says (GTK_WIDGET (window), "Undone: Change text of Keep"));
      g_assert_false (quad_test_window_says (GTK_WIDGET (window),
                                             "Done again: Change text of Keep"));
      act (self, GTK_WIDGET (window), "profiles.redo");
      g_assert_true (quad_test_window_says (GTK_WIDGET (window),
                                            "Done again: Change text of Keep"));
      g_assert_true (quad_test_window_says (GTK_WIDGET (window), "Undo"));
    }

  /* Its button would take back something else by now. */
  g_assert_true (quad_book_set_profile_text (get_book (self), QUAD_OWNER_KEEP, "Cherish", NULL,
                                             &error));
  quad_test_window_settle (self);
  g_assert_false (quad_test_window_says (GTK_WIDGET (window), "Undo"));
  act (self, GTK_WIDGET (window), "profiles.undo");
  g_assert_true (quad_test_window_says (GTK_WIDGET (window), "Undone: Change text of " HOSTILE));
}

/* What the book cannot hold is said, and stays where it was typed. */
static void
test_text_too_long (QuadTestWindow *self,
                    gconstpointer   data)
{
  GtkWindow *window = open_profiles (self, "keep");
  g_autofree char *filler = g_strnfill (10000, 'w');
  GtkWindow *message;

  quad_test_dialog_type (window, "Name", filler);
  quad_profiles_window_open (QUAD_PROFILES_WINDOW (window), QUAD_OWNER_ATTAIN);
  message = quad_test_dialog_get_child (window);
  g_assert_true (ADW_IS_MESSAGE_DIALOG (message));
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (message), "close");
  quad_test_window_settle (self);
  g_assert_nonnull (quad_test_dialog_find_row (GTK_WIDGET (window), "Is or was a client"));
  g_assert_cmpstr (quad_book_get_owner_name (get_book (self), QUAD_OWNER_KEEP), ==, "Keep");
  quad_test_dialog_type (window, "Name", "Hold");
  gtk_window_close (window);
  quad_test_window_settle (self);
  g_assert_cmpstr (quad_book_get_owner_name (get_book (self), QUAD_OWNER_KEEP), ==, "Hold");
}

static void
test_add_trait (QuadTestWindow *self,
                gconstpointer   data)
{
  GtkWindow *window = open_profiles (self, "keep");
  GtkWindow *dialog = add_to (window, "Pays on time");
  g_autofree char *subtitle = NULL;
  GtkWidget *row;

  /* Without a text there is none, and nothing is asked that a fact does not need. */
  g_assert_false (asks_for (dialog, "Comparison"));
  act (self, GTK_WIDGET (dialog), "dialog.save");
  g_assert_true (quad_test_dialog_get_child (window) == dialog);
  g_assert_nonnull (quad_test_dialog_find_row (GTK_WIDGET (dialog), "Trait may not be empty."));

  quad_test_dialog_type (dialog, "Trait", HOSTILE);
  set_number (dialog, "Weight, 1 to 5", 5);
  choose (dialog, "Fact", QUAD_FACT_GROWTH);
  g_assert_true (asks_for (dialog, "Comparison"));
  g_assert_true (asks_for (dialog, "Percent"));
  choose (dialog, "Comparison", 2);
  act (self, GTK_WIDGET (dialog), "dialog.save");
  row = quad_test_dialog_find_row (GTK_WIDGET (dialog), "Percent may not be empty.");
  g_assert_true (gtk_widget_get_visible (row));
  quad_test_dialog_type (dialog, "Percent", "a lot");
  act (self, GTK_WIDGET (dialog), "dialog.save");
  g_assert_true (quad_test_dialog_get_child (window) == dialog);
  quad_test_dialog_type (dialog, "Percent", "-12.5");
  save (self, window);

  subtitle = get_subtitle (window, HOSTILE);
  g_assert_cmpstr (subtitle, ==, "Weight 5 · Growth is at least -12.5\u00a0%");
  g_assert_cmpstr (quad_book_get_undo_label (get_book (self)), ==,
                   "Add trait “" HOSTILE "” to Keep");
  act (self, GTK_WIDGET (window), "profiles.undo");
  g_assert_null (quad_test_dialog_find_row (GTK_WIDGET (window), HOSTILE));
}

/* Each kind of fact is asked for in its own way, and comes back as it was. */
static void
test_rules (QuadTestWindow *self,
            gconstpointer   data)
{
  static const struct
  {
    QuadFact    fact;
    guint       test;           /* position in the row */
    const char *row;
    const char *typed;
    const char *value;
    const char *words;
  } rules[] = {
    { QUAD_FACT_REVENUE, 2, "Amount", "50 k", "50000", "Revenue is at least €50,000.00" },
    { QUAD_FACT_DAYS_SINCE_TOUCH, 3, "Number", "0", "0",
      "Days since the last touch is at most 0" },
    { QUAD_FACT_CLIENT_SINCE, 3, "Day", "2024-02-29", "2024-02-29",
      "Client since is at most 29 Feb 2024" },
    { QUAD_FACT_REGION, 2, "Value", "North; <South> & Co", "North; <South> & Co",
      "Region is one of North; <South> & Co" },
    { QUAD_FACT_SIZE, 2, "Number", "50", "50", "Size is at least 50" },
    { QUAD_FACT_SIZE, 0, "Value", "large", "large", "Size is large" },
    { QUAD_FACT_POTENTIAL, 4, NULL, NULL, NULL, "Potential is known" },
    { QUAD_FACT_EVER_CLIENT, 0, NULL, NULL, "no", "Ever a client: no" },
    { QUAD_FACT_NONE, 0, NULL, NULL, NULL, "Answered by hand" },
  };
  GtkWindow *window = open_profiles (self, "keep");

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      GtkWindow *dialog = edit_row (window, "Pays on time");
      QuadTrait *trait = QUAD_TRAIT (quad_profiles_row_get_item (find_row (window,
                                                                           "Pays on time")));
      g_autofree char *label = NULL;
      g_autofree char *subtitle = NULL;
      g_autofree char *expected = g_strconcat ("Weight 2 · ", rules[i].words, NULL);

      choose (dialog, "Fact", rules[i].fact);
      if (rules[i].fact != QUAD_FACT_NONE)
        choose (dialog, "Comparison", rules[i].test);
      if (rules[i].row != NULL)
        quad_test_dialog_type (dialog, rules[i].row, rules[i].typed);
      save (self, window);
      g_assert_cmpstr (quad_trait_get_value (trait), ==, rules[i].value);
      subtitle = get_subtitle (window, "Pays on time");
      g_assert_cmpstr (subtitle, ==, expected);

      /* Opened and saved again it is no change. */
      label = g_strdup (quad_book_get_undo_label (get_book (self)));
      dialog = edit_row (window, "Pays on time");
      gtk_window_close (dialog);
      quad_test_window_settle (self);
      g_assert_null (quad_test_dialog_get_child (window));
      edit_row (window, "Pays on time");
      save (self, window);
      g_assert_cmpstr (quad_book_get_undo_label (get_book (self)), ==, label);
    }
}

static void
move (QuadTestWindow *self,
      GtkWindow      *window,
      const char     *title,
      int             step)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (find_row (window, title)), "items.move",
                                             "(xi)", get_id (window, title), step));
  quad_test_window_settle (self);
}

static void
drop (QuadTestWindow *self,
      GtkWindow      *window,
      const char     *dragged,
      const char     *target,
      gboolean        below)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (find_row (window, target)), "items.drop",
                                             "(xxb)", get_id (window, dragged),
                                             get_id (window, target), below));
  quad_test_window_settle (self);
}

static void
assert_rows (GtkWindow  *window,
             GType       item_type,
             const char *expected)
{
  g_autofree char *rows = list_rows (GTK_WIDGET (window), item_type);

  g_assert_cmpstr (rows, ==, expected);
}

static void
test_reorder (QuadTestWindow *self,
              gconstpointer   data)
{
  GtkWindow *window = open_profiles (self, "jettison");
  const char *const work_out = "Work out what the account costs";
  const char *const talk = "Have the frank talk";
  const char *const decide = "Decide: turned around, or ended";
  g_autofree char *before = list_rows (GTK_WIDGET (window), QUAD_TYPE_PLAY);
  g_autofree char *first = g_strconcat (talk, "|", work_out, "|", decide, "|", NULL);
  g_autofree char *last = g_strconcat (talk, "|", decide, "|", work_out, "|", NULL);
  g_autofree char *label = NULL;

  gtk_widget_grab_focus (GTK_WIDGET (find_row (window, work_out)));
  move (self, window, work_out, 1);
  assert_rows (window, QUAD_TYPE_PLAY, first);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (window))
                 == GTK_WIDGET (find_row (window, work_out)));

  /* No further than to the ends. */
  label = g_strdup (quad_book_get_undo_label (get_book (self)));
  move (self, window, talk, -1);
  move (self, window, decide, 1);
  g_assert_cmpstr (quad_book_get_undo_label (get_book (self)), ==, label);

  drop (self, window, work_out, decide, TRUE);
  assert_rows (window, QUAD_TYPE_PLAY, last);
  drop (self, window, work_out, decide, FALSE);
  assert_rows (window, QUAD_TYPE_PLAY, first);
  drop (self, window, work_out, talk, FALSE);
  assert_rows (window, QUAD_TYPE_PLAY, before);
  drop (self, window, work_out, work_out, TRUE);
  assert_rows (window, QUAD_TYPE_PLAY, before);
  for (guint i = 0; i < 4; i++)
    act (self, GTK_WIDGET (window), "profiles.undo");
  assert_rows (window, QUAD_TYPE_PLAY, before);
}

static guint
count_steps (QuadTestWindow *self,
             const char     *account,
             const char     *title)
{
  g_autoptr (GPtrArray) steps = NULL;
  guint n = 0;

  steps = quad_book_load_steps (get_book (self), quad_test_window_find (self, account), NULL);
  for (guint i = 0; i < steps->len; i++)
    n += strcmp (quad_step_get_title (steps->pdata[i]), title) == 0;
  return n;
}

static void
test_plays (QuadTestWindow *self,
            gconstpointer   data)
{
  GtkWindow *window = open_profiles (self, "keep");
  GtkWindow *dialog = edit_row (window, "Quarterly review call");
  g_autofree char *subtitle = NULL;
  g_autofree char *yearly = NULL;

  /* Northgate Logistics and Smith & Co. are kept. */
  g_assert_true (quad_test_window_says (GTK_WIDGET (dialog),
                                        "Saving changes 2 open steps of 2 accounts. What is done "
                                        "or customised stays as it is."));
  quad_test_dialog_type (dialog, "Title", HOSTILE);
  set_number (dialog, "Days", 21);
  save (self, window);
  subtitle = get_subtitle (window, HOSTILE);
  g_assert_cmpstr (subtitle, ==, "after 21 days · every 3 months · 45 minutes");
  g_assert_cmpuint (count_steps (self, "Smith & Co <b>", HOSTILE), ==, 1);

  dialog = edit_row (window, HOSTILE);
  choose (dialog, "Due", QUAD_DUE_YEARLY);
  choose (dialog, "Month", 1);
  set_number (dialog, "Day", 31);     /* there is none in February */
  choose (dialog, "Repeat", QUAD_REPEAT_MONTHS);
  set_number (dialog, "Every", 12);
  set_number (dialog, "Expected Minutes", 0);
  save (self, window);
  yearly = get_subtitle (window, HOSTILE);
  g_assert_cmpstr (yearly, ==, "every year on 29 Feb");
}

static void
test_add_play (QuadTestWindow *self,
               gconstpointer   data)
{
  GtkWindow *window = open_profiles (self, "keep");
  GtkWindow *dialog = add_to (window, "Quarterly review call");
  g_autofree char *subtitle = NULL;

  quad_test_dialog_type (dialog, "Title", "Send a card");
  g_assert_nonnull (quad_test_dialog_find_row (GTK_WIDGET (dialog),
                                               "Give It to the 2 Accounts There Are Now"));
  /* A day of the year comes every year unless one says otherwise. */
  choose (dialog, "Due", QUAD_DUE_YEARLY);
  set_number (dialog, "Day", 6);
  save (self, window);
  subtitle = get_subtitle (window, "Send a card");
  g_assert_cmpstr (subtitle, ==, "every year on 6 Jan · 30 minutes");
  g_assert_cmpuint (count_steps (self, "Northgate Logistics", "Send a card"), ==, 1);

  dialog = add_to (window, "Send a card");
  quad_test_dialog_type (dialog, "Title", "Later");
  gtk_switch_set_active (GTK_SWITCH (find_below (quad_test_dialog_find_row
                                                   (GTK_WIDGET (dialog), "Give It to the 2 "
                                                    "Accounts There Are Now"), GTK_TYPE_SWITCH)),
                         FALSE);
  save (self, window);
  g_assert_cmpuint (count_steps (self, "Northgate Logistics", "Later"), ==, 0);
}

static void
test_archive_and_delete (QuadTestWindow *self,
                         gconstpointer   data)
{
  GtkWindow *window = open_profiles (self, "keep");
  const char *const call = "Quarterly review call";
  GtkWidget *row = GTK_WIDGET (find_row (window, call));
  g_autofree char *archived = NULL;
  g_autofree char *before = NULL;

  gtk_widget_activate_action (row, "items.archive", "(xb)", get_id (window, call), TRUE);
  quad_test_window_settle (self);
  archived = get_subtitle (window, call);
  g_assert_cmpstr (archived, ==, "Archived · after 14 days · every 3 months · 45 minutes");
  g_assert_cmpuint (count_steps (self, "Smith & Co <b>", call), ==, 0);
  g_assert_true (quad_test_window_says (GTK_WIDGET (window),
                                        "The play is archived, and 2 open steps of it are gone"));
  act (self, GTK_WIDGET (window), "profiles.undo");
  g_assert_cmpuint (count_steps (self, "Smith & Co <b>", call), ==, 1);

  before = list_rows (GTK_WIDGET (window), QUAD_TYPE_TRAIT);
  row = GTK_WIDGET (find_row (window, "Pays on time"));
  gtk_widget_grab_focus (row);
  gtk_widget_activate_action (row, "items.delete", "x", get_id (window, "Pays on time"));
  quad_test_window_settle (self);
  g_assert_null (quad_test_dialog_find_row (GTK_WIDGET (window), "Pays on time"));
  g_assert_true (gtk_root_get_focus (GTK_ROOT (window))
                 == GTK_WIDGET (find_row (window, "Was in touch within 90 days")));
  g_assert_true (quad_test_window_says (GTK_WIDGET (window),
                                        "The trait is deleted, with its answers"));
  act (self, GTK_WIDGET (window), "profiles.undo");
  assert_rows (window, QUAD_TYPE_TRAIT, before);
}

/* Three to eight traits are suggested in words, and nothing more than that. */
static void
test_suggestion (QuadTestWindow *self,
                 gconstpointer   data)
{
  GtkWindow *window = open_profiles (self, "ideal");
  const char *const hint = "Three to eight marks are easiest to keep in mind. There are 9.";

  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *text = g_strdup_printf ("Mark %u", i);
      GtkWindow *dialog = add_to (window, "Has the budget");

      g_assert_false (quad_test_window_says (GTK_WIDGET (window), hint));
      quad_test_dialog_type (dialog, "Trait", text);
      save (self, window);
    }
  g_assert_true (quad_test_window_says (GTK_WIDGET (window), hint));
}

static void
test_restore (QuadTestWindow *self,
              gconstpointer   data)
{
  GtkWindow *window = open_profiles (self, "keep");
  g_autofree char *before = list_rows (GTK_WIDGET (window), QUAD_TYPE_TRAIT);
  GtkWindow *dialog = edit_row (window, "Pays on time");
  GtkWindow *question;

  quad_test_dialog_type (dialog, "Trait", "Pays at once");
  save (self, window);
  act (self, GTK_WIDGET (window), "profiles.restore");
  question = quad_test_dialog_get_child (window);
  g_assert_true (ADW_IS_MESSAGE_DIALOG (question));
  g_assert_nonnull (strstr (adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (question)),
                            "1 trait of your own goes, with its answers."));
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (question), "cancel");
  quad_test_window_settle (self);
  g_assert_nonnull (quad_test_dialog_find_row (GTK_WIDGET (window), "Pays at once"));

  act (self, GTK_WIDGET (window), "profiles.restore");
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (quad_test_dialog_get_child (window)),
                               "restore");
  quad_test_window_settle (self);
  assert_rows (window, QUAD_TYPE_TRAIT, before);
  act (self, GTK_WIDGET (window), "profiles.undo");
  g_assert_nonnull (quad_test_dialog_find_row (GTK_WIDGET (window), "Pays at once"));
}

/* The window goes with its book. */
static void
test_close_book (QuadTestWindow *self,
                 gconstpointer   data)
{
  open_profiles (self, "expand");
  g_assert_true (quad_window_close_book (self->window));
  quad_test_window_settle (self);
  g_assert_null (quad_test_window_get_dialog (self));
}

static void
test_read_only (QuadTestWindow *self,
                gconstpointer   data)
{
  GtkWindow *window;

  g_assert_true (quad_window_open_book (self->window, self->path, QUAD_BOOK_READ_ONLY));
  window = open_profiles (self, "expand");
  g_assert_true (quad_test_window_says (GTK_WIDGET (window), "Map every buying division"));
  g_assert_false (gtk_widget_is_sensitive (GTK_WIDGET (find_row (window, "Treats us as a "
                                                                        "partner"))));
}

static void
test_names (QuadTestWindow *self,
            gconstpointer   data)
{
  GtkWindow *window = open_profiles (self, "expand");
  guint n_controls = 0;

  quad_test_dialog_check_names (GTK_WIDGET (window), &n_controls);
  g_assert_cmpuint (n_controls, >, 12);
  n_controls = 0;
  quad_test_dialog_check_names (GTK_WIDGET (edit_row (window, "Revenue is growing")), &n_controls);
  g_assert_cmpuint (n_controls, >, 3);
  gtk_window_destroy (quad_test_dialog_get_child (window));
  n_controls = 0;
  quad_test_dialog_check_names (GTK_WIDGET (edit_row (window, "Map every buying division")),
                                &n_controls);
  g_assert_cmpuint (n_controls, >, 3);
}

int
main (int   argc,
      char *argv[])
{
  quad_test_window_init (&argc, &argv);

#define ADD(path, function) g_test_add (path, QuadTestWindow, NULL, set_up, function, tear_down)
  ADD ("/profiles/texts", test_texts);
  ADD ("/profiles/messages", test_messages);
  ADD ("/profiles/text-too-long", test_text_too_long);
  ADD ("/profiles/add-trait", test_add_trait);
  ADD ("/profiles/rules", test_rules);
  ADD ("/profiles/reorder", test_reorder);
  ADD ("/profiles/plays", test_plays);
  ADD ("/profiles/add-play", test_add_play);
  ADD ("/profiles/archive-and-delete", test_archive_and_delete);
  ADD ("/profiles/suggestion", test_suggestion);
  ADD ("/profiles/restore", test_restore);
  ADD ("/profiles/close-book", test_close_book);
  ADD ("/profiles/read-only", test_read_only);
  ADD ("/profiles/names", test_names);

  return g_test_run ();
}
