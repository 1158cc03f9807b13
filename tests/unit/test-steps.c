/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "book-fixture.h"

#include <string.h>

#include "quad-playbook.h"
#include "quad-steps.h"
#include "quad-story.h"

/* Steps, touches, contacts and outcomes: what they do, and that undo and redo are exact. */

#define NAME "Quayside & Sons <“Hotels”>"

typedef struct
{
  const char *title;
  const char *text;
  gint64      number;
  gboolean  (*run) (BookFixture *fixture, QuadStep *step, gpointer data, GError **error);
} StepWork;

static GPtrArray *
array_of (gpointer item)
{
  GPtrArray *array = g_ptr_array_new ();

  g_ptr_array_add (array, item);
  return array;
}

static GPtrArray *
load (BookFixture *fixture,
      const char  *name)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *steps = quad_book_load_steps (fixture->book, book_fixture_find (fixture, name),
                                           &error);

  g_assert_no_error (error);
  return steps;
}

/* The first of the account's steps with this title, open ones first. */
static QuadStep *
find (BookFixture *fixture,
      const char  *name,
      const char  *title)
{
  g_autoptr (GPtrArray) steps = load (fixture, name);

  for (guint i = 0; i < steps->len; i++)
    if (strcmp (quad_step_get_title (steps->pdata[i]), title) == 0)
      return g_object_ref (steps->pdata[i]);
  return NULL;
}

static guint
count (BookFixture    *fixture,
       const char     *name,
       QuadStepStatus  status)
{
  g_autoptr (GPtrArray) steps = load (fixture, name);
  guint n = 0;

  for (guint i = 0; i < steps->len; i++)
    n += quad_step_get_status (steps->pdata[i]) == status;
  return n;
}

static gboolean
run_step (BookFixture  *fixture,
          gpointer      data,
          GError      **error)
{
  const StepWork *work = data;
  g_autoptr (QuadStep) step = find (fixture, NAME, work->title);

  g_assert_nonnull (step);
  return work->run (fixture, step, data, error);
}

static void
check_step (BookFixture *fixture,
            StepWork     work,
            const char  *label)
{
  book_fixture_check (fixture, run_step, &work, label);
}

static gboolean
complete (BookFixture  *fixture,
          QuadStep     *step,
          gpointer      data,
          GError      **error)
{
  const StepWork *work = data;
  g_autoptr (GPtrArray) steps = array_of (step);
  g_autoptr (QuadRecord) touch = quad_record_new (&quad_touch_schema);

  quad_record_set_number (touch, QUAD_TOUCH_KIND, QUAD_TOUCH_CALL);
  quad_record_set_number (touch, QUAD_TOUCH_MINUTES, 20);
  return quad_book_complete_steps (fixture->book, steps, work->number != 0 ? touch : NULL, error);
}

static gboolean
skip (BookFixture  *fixture,
      QuadStep     *step,
      gpointer      data,
      GError      **error)
{
  g_autoptr (GPtrArray) steps = array_of (step);

  return quad_book_skip_steps (fixture->book, steps, ((StepWork *) data)->text, error);
}

static gboolean
reset (BookFixture  *fixture,
       QuadStep     *step,
       gpointer      data,
       GError      **error)
{
  return quad_book_reset_step (fixture->book, step, error);
}

static gboolean
redate (BookFixture  *fixture,
        QuadStep     *step,
        gpointer      data,
        GError      **error)
{
  g_autoptr (GPtrArray) steps = array_of (step);

  return quad_book_redate_steps (fixture->book, steps, (QuadDate) ((StepWork *) data)->number,
                                 error);
}

static gboolean
delete_step (BookFixture  *fixture,
             QuadStep     *step,
             gpointer      data,
             GError      **error)
{
  g_autoptr (GPtrArray) steps = array_of (step);

  return quad_book_delete_steps (fixture->book, steps, error);
}

static gboolean
reword (BookFixture  *fixture,
        QuadStep     *step,
        gpointer      data,
        GError      **error)
{
  g_autoptr (QuadRecord) edits = quad_record_new (&quad_step_schema);

  quad_record_set_text (edits, QUAD_STEP_TITLE, ((StepWork *) data)->text);
  return quad_book_edit_step (fixture->book, step, edits, error);
}

static gboolean
do_set_profile (BookFixture  *fixture,
                gpointer      data,
                GError      **error)
{
  g_autoptr (GPtrArray) accounts = array_of (book_fixture_find (fixture, NAME));

  return quad_book_set_profile (fixture->book, accounts, *(QuadProfile *) data, error);
}

static void
set_profile (BookFixture *fixture,
             QuadProfile  profile)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (do_set_profile (fixture, &profile, &error));
  g_assert_no_error (error);
}

static void
add_account (BookFixture *fixture,
             QuadTier     tier,
             QuadProfile  profile)
{
  book_fixture_add (fixture, NAME, tier, profile, 100000);
}

/* A new account has the steps of its tier and profile, due as the plays say. */
static void
test_create (BookFixture   *fixture,
             gconstpointer  data)
{
  g_autoptr (QuadStep) contact = NULL;
  g_autoptr (QuadStep) risks = NULL;

  add_account (fixture, QUAD_TIER_KEY, QUAD_PROFILE_KEEP);
  g_assert_cmpuint (count (fixture, NAME, QUAD_STEP_OPEN), ==, 3 + 4);
  contact = find (fixture, NAME, "Personal contact with the decision maker");
  g_assert_cmpuint (quad_step_get_due (contact), ==, BOOK_TODAY + 7);
  risks = find (fixture, NAME, "Check for risks");
  g_assert_cmpuint (quad_step_get_due (risks), ==, quad_date_from_ymd (2027, 11, 15));
  g_assert_false (quad_step_is_own (risks));
}

static void
test_change_profile (BookFixture   *fixture,
                     gconstpointer  data)
{
  QuadProfile expand = QUAD_PROFILE_EXPAND;
  g_autoptr (QuadStep) reworded = NULL;
  g_autoptr (QuadStep) done = NULL;
  g_autoptr (QuadStep) gone = NULL;

  add_account (fixture, QUAD_TIER_KEY, QUAD_PROFILE_KEEP);
  check_step (fixture, (StepWork) { "Say thank you for the year", "Thank them in person", 0,
                                    reword },
              "Change step “Say thank you for the year” of " NAME);
  check_step (fixture, (StepWork) { "Quarterly review call", NULL, 0, complete },
              "Do step “Quarterly review call” of " NAME);
  book_fixture_check (fixture, do_set_profile, &expand, "Set profile of " NAME " to Expand");

  /* customised and done ones stay; the rest of keep is gone, key's are as they were */
  reworded = find (fixture, NAME, "Thank them in person");
  g_assert_true (quad_step_is_customised (reworded));
  done = find (fixture, NAME, "Quarterly review call");
  g_assert_cmpint (quad_step_get_status (done), ==, QUAD_STEP_DONE);
  gone = find (fixture, NAME, "Short note with something useful");
  g_assert_null (gone);
  g_assert_cmpuint (count (fixture, NAME, QUAD_STEP_OPEN), ==, 3 + 1 + 5);

  /* coming back does not double what is still there */
  set_profile (fixture, QUAD_PROFILE_KEEP);
  g_assert_cmpuint (count (fixture, NAME, QUAD_STEP_OPEN), ==, 3 + 4);
  set_profile (fixture, QUAD_PROFILE_NONE);
  g_assert_cmpuint (count (fixture, NAME, QUAD_STEP_OPEN), ==, 3 + 1);
}

static void
test_complete (BookFixture   *fixture,
               gconstpointer  data)
{
  g_autoptr (GPtrArray) touches = NULL;
  g_autoptr (QuadStep) next = NULL;
  g_autoptr (QuadStep) again = NULL;
  g_autoptr (GError) error = NULL;

  add_account (fixture, QUAD_TIER_KEY, QUAD_PROFILE_KEEP);
  check_step (fixture, (StepWork) { "Quarterly review call", NULL, 1, complete },
              "Do step “Quarterly review call” of " NAME);
  touches = quad_book_load_touches (fixture->book, book_fixture_find (fixture, NAME), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (touches->len, ==, 1);
  g_assert_cmpuint (quad_touch_get_minutes (touches->pdata[0]), ==, 20);
  g_assert_cmpuint (quad_touch_get_day (touches->pdata[0]), ==, BOOK_TODAY);

  /* done before it was due on 5 December: the beat goes on from there, not from today */
  next = find (fixture, NAME, "Quarterly review call");
  g_assert_cmpint (quad_step_get_status (next), ==, QUAD_STEP_OPEN);
  g_assert_cmpuint (quad_step_get_due (next), ==, quad_date_from_ymd (2027, 3, 5));

  check_step (fixture, (StepWork) { "Short note with something useful", "No time & money", 0,
                                    skip },
              "Skip step “Short note with something useful” of " NAME);
  again = find (fixture, NAME, "Short note with something useful");
  g_assert_cmpuint (quad_step_get_due (again), ==, quad_date_from_ymd (2026, 12, 21));
  g_assert_cmpuint (count (fixture, NAME, QUAD_STEP_DONE), ==, 1);
  g_assert_cmpuint (count (fixture, NAME, QUAD_STEP_SKIPPED), ==, 1);
}

/* Opening a step again takes the next one back that closing it made. */
static void
test_reopen (BookFixture   *fixture,
             gconstpointer  data)
{
  g_autoptr (GPtrArray) steps = NULL;
  g_autoptr (GPtrArray) after = NULL;
  g_autoptr (GError) error = NULL;

  add_account (fixture, QUAD_TIER_KEY, QUAD_PROFILE_NONE);
  check_step (fixture, (StepWork) { "Plan added value", NULL, 0, complete },
              "Do step “Plan added value” of " NAME);
  steps = load (fixture, NAME);
  g_assert_cmpuint (steps->len, ==, 4);
  quad_book_reopen_step (fixture->book, steps->pdata[3], &error);
  g_assert_no_error (error);
  after = load (fixture, NAME);
  g_assert_cmpuint (after->len, ==, 3);
  g_assert_cmpuint (count (fixture, NAME, QUAD_STEP_OPEN), ==, 3);
  quad_book_undo (fixture->book, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count (fixture, NAME, QUAD_STEP_DONE), ==, 1);
}

static void
test_reset (BookFixture   *fixture,
            gconstpointer  data)
{
  g_autoptr (QuadStep) step = NULL;
  g_autoptr (QuadStep) next = NULL;

  add_account (fixture, QUAD_TIER_KEY, QUAD_PROFILE_NONE);
  check_step (fixture, (StepWork) { "Plan added value", NULL, BOOK_TODAY + 1, redate },
              "Re-date step “Plan added value” of " NAME);
  check_step (fixture, (StepWork) { "Plan added value", "Plan & add", 0, reword },
              "Change step “Plan added value” of " NAME);
  check_step (fixture, (StepWork) { "Plan & add", NULL, 0, reset },
              "Put step “Plan & add” of " NAME " back to its play");
  step = find (fixture, NAME, "Plan added value");
  g_assert_cmpuint (quad_step_get_due (step), ==, BOOK_TODAY + 30);
  g_assert_false (quad_step_is_customised (step));

  /* also one that is not the first: the date that the beat says */
  check_step (fixture, (StepWork) { "Plan added value", NULL, 0, complete },
              "Do step “Plan added value” of " NAME);
  check_step (fixture, (StepWork) { "Plan added value", NULL, QUAD_DATE_NONE, redate },
              "Re-date step “Plan added value” of " NAME);
  check_step (fixture, (StepWork) { "Plan added value", NULL, 0, reset },
              "Put step “Plan added value” of " NAME " back to its play");
  next = find (fixture, NAME, "Plan added value");
  g_assert_cmpuint (quad_step_get_due (next), ==, quad_date_from_ymd (2027, 6, 21));
}

static gboolean
do_add (BookFixture  *fixture,
        gpointer      data,
        GError      **error)
{
  g_autoptr (GPtrArray) accounts = g_ptr_array_new ();
  g_autoptr (QuadRecord) values = quad_record_new (&quad_step_schema);

  g_ptr_array_add (accounts, book_fixture_find (fixture, NAME));
  g_ptr_array_add (accounts, book_fixture_find (fixture, "Other"));
  quad_record_set_text (values, QUAD_STEP_TITLE, "  Send the <b>offer</b>\n");
  quad_record_set_text (values, QUAD_STEP_GUIDANCE, data);
  quad_record_set_number (values, QUAD_STEP_DUE, BOOK_TODAY);
  return quad_book_add_step (fixture->book, accounts, values, error);
}

/* Doubtful texts come through a step unharmed. */
static void
test_add (BookFixture   *fixture,
          gconstpointer  data)
{
  g_autoptr (GString) text = g_string_new ("A & B < C \"quoted\" ‘x’\nשלום עולם 🎉\n");
  g_autoptr (QuadStep) step = NULL;

  while (text->len < 10000)
    g_string_append (text, "long ");
  g_string_append (text, "end");
  add_account (fixture, QUAD_TIER_PARKED, QUAD_PROFILE_NONE);
  book_fixture_add (fixture, "Other", QUAD_TIER_PARKED, QUAD_PROFILE_NONE, QUAD_MONEY_UNKNOWN);
  book_fixture_check (fixture, do_add, text->str, "Add step “Send the <b>offer</b>” to 2 accounts");
  step = find (fixture, NAME, "Send the <b>offer</b>");
  g_assert_true (quad_step_is_own (step));
  g_assert_cmpstr (quad_item_get_text (QUAD_ITEM (step), QUAD_STEP_GUIDANCE), ==, text->str);
  g_assert_cmpuint (count (fixture, "Other", QUAD_STEP_OPEN), ==, 1);
  check_step (fixture, (StepWork) { "Send the <b>offer</b>", NULL, 0, delete_step },
              "Delete step “Send the <b>offer</b>” of " NAME);
}

static gboolean
do_give (BookFixture  *fixture,
         gpointer      data,
         GError      **error)
{
  g_autoptr (GPtrArray) accounts = array_of (book_fixture_find (fixture, data));

  return quad_book_give_plays (fixture->book, accounts, error);
}

/* A file brings accounts without steps, until they are given them or change. */
static void
test_import (BookFixture   *fixture,
             gconstpointer  data)
{
  g_autoptr (BookRows) rows = book_rows_new ("list.csv");
  g_autoptr (GError) error = NULL;

  book_rows_add (rows, "Imported", QUAD_TIER_LEAD, QUAD_MONEY_UNKNOWN);
  quad_book_import (fixture->book, QUAD_IMPORT_SOURCE (rows), NULL, NULL, NULL, NULL, NULL, NULL,
                    &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count (fixture, "Imported", QUAD_STEP_OPEN), ==, 0);
  book_fixture_check (fixture, do_give, (gpointer) "Imported", "Give plays to Imported");
  g_assert_cmpuint (count (fixture, "Imported", QUAD_STEP_OPEN), ==, 3);

  /* nothing is missing any more: no operation */
  g_assert_true (do_give (fixture, (gpointer) "Imported", &error));
  g_assert_cmpuint (count (fixture, "Imported", QUAD_STEP_OPEN), ==, 3);
}

static gboolean
do_log (BookFixture  *fixture,
        gpointer      data,
        GError      **error)
{
  g_autoptr (GPtrArray) accounts = array_of (book_fixture_find (fixture, NAME));
  g_autoptr (QuadRecord) values = quad_record_new (&quad_touch_schema);

  quad_record_set_number (values, QUAD_TOUCH_KIND, QUAD_TOUCH_FIRE);
  quad_record_set_number (values, QUAD_TOUCH_MINUTES, 45);
  quad_record_set_number (values, QUAD_TOUCH_DAY, BOOK_TODAY - 3);
  quad_record_set_text (values, QUAD_TOUCH_NOTE, "Pump & “valve”");
  return quad_book_log_touch (fixture->book, accounts, values, error);
}

static QuadTouch *
find_touch (BookFixture *fixture)
{
  g_autoptr (GPtrArray) touches = NULL;

  touches = quad_book_load_touches (fixture->book, book_fixture_find (fixture, NAME), NULL);
  g_assert_cmpuint (touches->len, ==, 1);
  return g_object_ref (touches->pdata[0]);
}

static gboolean
do_edit_touch (BookFixture  *fixture,
               gpointer      data,
               GError      **error)
{
  g_autoptr (QuadTouch) touch = find_touch (fixture);
  g_autoptr (QuadRecord) edits = quad_record_new (&quad_touch_schema);

  quad_record_set_number (edits, QUAD_TOUCH_KIND, QUAD_TOUCH_VISIT);
  quad_record_set_number (edits, QUAD_TOUCH_MINUTES, 50);
  return quad_book_edit_touch (fixture->book, touch, edits, error);
}

static gboolean
do_delete_touch (BookFixture  *fixture,
                 gpointer      data,
                 GError      **error)
{
  g_autoptr (QuadTouch) touch = find_touch (fixture);

  return quad_book_delete_touch (fixture->book, touch, error);
}

static void
test_edit_touch (BookFixture   *fixture,
                 gconstpointer  data)
{
  g_autoptr (QuadTouch) touch = NULL;
  g_autoptr (QuadRecord) edits = quad_record_new (&quad_touch_schema);
  g_autoptr (GError) error = NULL;

  add_account (fixture, QUAD_TIER_KEY, QUAD_PROFILE_NONE);
  g_assert_true (do_log (fixture, NULL, NULL));
  book_fixture_check (fixture, do_edit_touch, NULL, "Change Visit with " NAME);
  touch = find_touch (fixture);
  g_assert_cmpuint (quad_touch_get_minutes (touch), ==, 50);
  g_assert_cmpuint (quad_touch_get_day (touch), ==, BOOK_TODAY - 3);
  g_assert_cmpstr (quad_item_get_text (QUAD_ITEM (touch), QUAD_TOUCH_NOTE), ==, "Pump & “valve”");

  quad_record_set_number (edits, QUAD_TOUCH_MINUTES, -5);
  g_assert_false (quad_book_edit_touch (fixture->book, touch, edits, &error));
  g_assert_error (error, QUAD_ERROR, QUAD_ERROR_INVALID_INPUT);
  g_clear_error (&error);

  book_fixture_check (fixture, do_delete_touch, NULL, "Delete Visit with " NAME);
  g_assert_false (quad_book_delete_touch (fixture->book, touch, &error));
  g_assert_error (error, QUAD_ERROR, QUAD_ERROR_NOT_FOUND);
}

static gboolean
do_add_contact (BookFixture  *fixture,
                gpointer      data,
                GError      **error)
{
  g_autoptr (QuadRecord) values = quad_record_new (&quad_contact_schema);

  quad_record_set_text (values, QUAD_CONTACT_NAME, " Ann Ågren ");
  quad_record_set_text (values, QUAD_CONTACT_ROLE, "Buyer");
  return quad_book_add_contact (fixture->book, book_fixture_find (fixture, NAME), values, error);
}

static QuadContact *
find_contact (BookFixture *fixture)
{
  g_autoptr (GPtrArray) contacts = NULL;

  contacts = quad_book_load_contacts (fixture->book, book_fixture_find (fixture, NAME), NULL);
  g_assert_cmpuint (contacts->len, ==, 1);
  return g_object_ref (contacts->pdata[0]);
}

static gboolean
do_edit_contact (BookFixture  *fixture,
                 gpointer      data,
                 GError      **error)
{
  g_autoptr (QuadContact) contact = find_contact (fixture);
  g_autoptr (QuadRecord) edits = quad_record_new (&quad_contact_schema);

  quad_record_set_text (edits, QUAD_CONTACT_PHONE, "+44 1632 960101");
  return quad_book_edit_contact (fixture->book, contact, edits, error);
}

static gboolean
do_delete_contact (BookFixture  *fixture,
                   gpointer      data,
                   GError      **error)
{
  g_autoptr (QuadContact) contact = find_contact (fixture);

  return quad_book_delete_contact (fixture->book, contact, error);
}

static void
test_touches_and_contacts (BookFixture   *fixture,
                           gconstpointer  data)
{
  g_autoptr (QuadContact) contact = NULL;
  g_autoptr (QuadRecord) empty = quad_record_new (&quad_contact_schema);
  g_autoptr (GError) error = NULL;

  add_account (fixture, QUAD_TIER_KEY, QUAD_PROFILE_NONE);
  book_fixture_check (fixture, do_log, NULL, "Log Fire with " NAME);
  book_fixture_check (fixture, do_add_contact, NULL, "Add contact Ann Ågren to " NAME);
  book_fixture_check (fixture, do_edit_contact, NULL, "Change contact Ann Ågren");
  contact = find_contact (fixture);
  g_assert_cmpstr (quad_item_get_text (QUAD_ITEM (contact), QUAD_CONTACT_ROLE), ==, "Buyer");
  book_fixture_check (fixture, do_delete_contact, NULL, "Delete contact Ann Ågren");

  quad_record_set_text (empty, QUAD_CONTACT_NAME, "  ");
  g_assert_false (quad_book_add_contact (fixture->book, book_fixture_find (fixture, NAME), empty,
                                         &error));
  g_assert_error (error, QUAD_ERROR, QUAD_ERROR_INVALID_INPUT);
  g_clear_error (&error);
  g_assert_false (quad_book_edit_contact (fixture->book, contact, empty, &error));
  g_assert_error (error, QUAD_ERROR, QUAD_ERROR_NOT_FOUND);
}

static gboolean
do_park (BookFixture  *fixture,
         gpointer      data,
         GError      **error)
{
  g_autoptr (GPtrArray) accounts = array_of (book_fixture_find (fixture, NAME));

  return quad_book_park_accounts (fixture->book, accounts, data, BOOK_TODAY + 90, error);
}

static gboolean
do_turn_around (BookFixture  *fixture,
                gpointer      data,
                GError      **error)
{
  g_autoptr (GPtrArray) accounts = array_of (book_fixture_find (fixture, NAME));

  return quad_book_turn_around (fixture->book, accounts, data, error);
}

static gboolean
do_end (BookFixture  *fixture,
        gpointer      data,
        GError      **error)
{
  g_autoptr (GPtrArray) accounts = array_of (book_fixture_find (fixture, NAME));

  return quad_book_end_accounts (fixture->book, accounts, data, error);
}

static void
test_outcomes (BookFixture   *fixture,
               gconstpointer  data)
{
  g_autoptr (GPtrArray) story = NULL;
  QuadAccount *account;
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) all = g_string_new (NULL);

  add_account (fixture, QUAD_TIER_KEY, QUAD_PROFILE_JETTISON);
  g_assert_cmpuint (count (fixture, NAME, QUAD_STEP_OPEN), ==, 3 + 3);
  book_fixture_check (fixture, do_turn_around, (gpointer) "New price", "Turn " NAME " around");
  account = book_fixture_find (fixture, NAME);
  g_assert_cmpint (quad_account_get_profile (account), ==, QUAD_PROFILE_KEEP);
  g_assert_cmpuint (count (fixture, NAME, QUAD_STEP_OPEN), ==, 3 + 4);

  set_profile (fixture, QUAD_PROFILE_JETTISON);
  book_fixture_check (fixture, do_end, (gpointer) "No margin", "End " NAME);
  account = book_fixture_find (fixture, NAME);
  g_assert_cmpint (quad_account_get_tier (account), ==, QUAD_TIER_PARKED);
  g_assert_true (quad_account_is_former_client (account));
  g_assert_cmpstr (quad_item_get_text (QUAD_ITEM (account), QUAD_ACCOUNT_PARKED_REASON), ==,
                   "No margin");
  g_assert_cmpuint (count (fixture, NAME, QUAD_STEP_OPEN), ==, 0);
  book_fixture_check (fixture, do_park, (gpointer) "Ask again", "Move " NAME " to Parked accounts");

  story = quad_book_load_story (fixture->book, book_fixture_find (fixture, NAME), &error);
  g_assert_no_error (error);
  for (guint i = 0; i < story->len; i++)
    g_string_append_printf (all, "%s\n", ((QuadStoryLine *) story->pdata[i])->text);
  g_assert_cmpstr (all->str, ==,
                   "Profile cleared, it was Jettison\n"
                   "Ended: let go. No margin\n"
                   "To be let go\n"
                   "Turned around: stays a client. New price\n"
                   "Entered as Key account\n");
}

/* 500 accounts with 8 plays each: one operation, one undo. */
static void
test_many (BookFixture   *fixture,
           gconstpointer  data)
{
  g_autoptr (BookRows) rows = book_rows_new ("list.csv");
  g_autoptr (GPtrArray) accounts = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gint64 begin;

  for (guint i = 0; i < 500; i++)
    {
      g_autofree char *name = g_strdup_printf ("Account %03u", i);

      book_rows_add (rows, name, QUAD_TIER_SECONDARY, i);
    }
  quad_book_import (fixture->book, QUAD_IMPORT_SOURCE (rows), NULL, NULL, NULL, NULL, NULL, NULL,
                    &error);
  g_assert_no_error (error);
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (QuadRecord) play = quad_record_new (&quad_play_schema);

      quad_record_set_number (play, QUAD_PLAY_OWNER, QUAD_OWNER_EXPAND);
      quad_record_set_text (play, QUAD_PLAY_TITLE, "One more");
      g_assert_nonnull (quad_book_add_play (fixture->book, play, &error));
    }
  for (guint i = 0; i < 500; i++)
    g_ptr_array_add (accounts, quad_item_list_peek (quad_book_get_accounts (fixture->book), i));

  before = book_fixture_dump (fixture);
  begin = g_get_monotonic_time ();
  g_assert_true (quad_book_set_profile (fixture->book, accounts, QUAD_PROFILE_EXPAND, &error));
  g_test_message ("4,000 steps in %.3f s", (double) (g_get_monotonic_time () - begin) / 1e6);
  g_assert_cmpuint (count (fixture, "Account 007", QUAD_STEP_OPEN), ==, 8);
  after = book_fixture_dump (fixture);
  begin = g_get_monotonic_time ();
  g_assert_true (quad_book_undo (fixture->book, &error));
  g_test_message ("taken back in %.3f s", (double) (g_get_monotonic_time () - begin) / 1e6);
  g_free (g_steal_pointer (&after));
  after = book_fixture_dump (fixture);
  g_assert_cmpstr (before, ==, after);
}

static void
test_agenda (BookFixture   *fixture,
             gconstpointer  data)
{
  const QuadAgendaFilter all = { 0 };
  const QuadAgendaFilter soon = { .until = BOOK_TODAY + 10 };
  const QuadAgendaFilter decisions = { .kinds = 1u << QUAD_AGENDA_DECIDE };
  g_autoptr (GPtrArray) everything = NULL;
  g_autoptr (GPtrArray) first = NULL;
  g_autoptr (GPtrArray) decide = NULL;
  g_autoptr (GError) error = NULL;
  guint overdue, today;

  add_account (fixture, QUAD_TIER_KEY, QUAD_PROFILE_JETTISON);
  everything = quad_book_load_agenda (fixture->book, &all, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (everything->len, ==, 3 + 3 + 1);
  first = quad_book_load_agenda (fixture->book, &soon, &error);
  g_assert_cmpuint (first->len, ==, 3);
  g_assert_cmpstr (quad_agenda_item_get_title (first->pdata[0]), ==,
                   "Work out what the account costs");
  decide = quad_book_load_agenda (fixture->book, &decisions, &error);
  g_assert_cmpuint (decide->len, ==, 1);

  quad_book_set_today (fixture->book, BOOK_TODAY + 10);
  g_assert_true (quad_book_count_agenda (fixture->book, &overdue, &today, &error));
  g_assert_cmpuint (overdue, ==, 2);
  g_assert_cmpuint (today, ==, 1);
  quad_book_set_today (fixture->book, BOOK_TODAY + 31);
  g_assert_true (quad_book_count_agenda (fixture->book, &overdue, &today, &error));
  g_assert_cmpuint (overdue, ==, 6);
  g_assert_cmpuint (today, ==, 0);
}

static void
assert_part (BookFixture            *fixture,
             const QuadAgendaFilter *filter)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) whole = quad_book_load_agenda (fixture->book, filter, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (whole->len, >, 2);
  for (guint most = 0; most <= whole->len + 1; most++)
    {
      gboolean more;
      g_autoptr (GPtrArray) part = quad_book_load_agenda_part (fixture->book, filter, most, &more,
                                                               &error);

      g_assert_no_error (error);
      g_assert_cmpuint (part->len, ==, MIN (most, whole->len));
      g_assert_cmpint (more, ==, most < whole->len);
      for (guint i = 0; i < part->len; i++)
        g_assert_cmpint (quad_agenda_item_compare (part->pdata[i], whole->pdata[i]), ==, 0);
    }
}

/* However much of the agenda is asked for, it is the beginning of the whole. */
static void
test_agenda_part (BookFixture   *fixture,
                  gconstpointer  data)
{
  const QuadAgendaFilter filters[] = {
    { 0 },
    { .until = BOOK_TODAY + 30 },
    { .profiles = 1u << QUAD_PROFILE_JETTISON },
    { .tiers = 1u << QUAD_TIER_PARKED },
    { .kinds = 1u << QUAD_AGENDA_REVISIT | 1u << QUAD_AGENDA_DECIDE },
  };
  static const QuadProfile profiles[] = { QUAD_PROFILE_JETTISON, QUAD_PROFILE_KEEP,
                                          QUAD_PROFILE_EXPAND };
  g_autoptr (GPtrArray) parked = g_ptr_array_new ();
  g_autoptr (GPtrArray) undated = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 9; i++)
    {
      g_autofree char *name = g_strdup_printf ("Account %u", i);
      QuadAccount *account = book_fixture_add (fixture, name, QUAD_TIER_KEY,
                                               profiles[i % G_N_ELEMENTS (profiles)], i % 4);

      if (i % 3 == 2)
        g_ptr_array_add (parked, account);
    }
  undated = quad_book_load_steps (fixture->book, book_fixture_find (fixture, "Account 1"), &error);
  g_assert_true (quad_book_redate_steps (fixture->book, undated, QUAD_DATE_NONE, &error));
  g_assert_true (quad_book_park_accounts (fixture->book, parked, NULL, BOOK_TODAY + 20, &error));

  for (guint i = 0; i < G_N_ELEMENTS (filters); i++)
    assert_part (fixture, &filters[i]);
}

static void
count_cb (guint *n_changes)
{
  (*n_changes)++;
}

/* Another day: nothing is written, and what is shown is looked at again. */
static void
test_next_day (BookFixture   *fixture,
               gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  guint n_changes = 0;
  guint overdue, today;

  add_account (fixture, QUAD_TIER_KEY, QUAD_PROFILE_JETTISON);
  before = book_fixture_dump (fixture);
  g_signal_connect_swapped (fixture->book, "changed", G_CALLBACK (count_cb), &n_changes);
  quad_book_set_today (fixture->book, BOOK_TODAY + 60);
  quad_book_notice_day (fixture->book);
  g_assert_cmpuint (n_changes, ==, 1);
  g_assert_true (quad_book_count_agenda (fixture->book, &overdue, &today, &error));
  g_assert_cmpuint (overdue, >, 0);
  after = book_fixture_dump (fixture);
  g_assert_cmpstr (before, ==, after);
}

#define ADD(path, func) \
  g_test_add (path, BookFixture, NULL, book_fixture_set_up, func, book_fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/steps/create", test_create);
  ADD ("/steps/change-profile", test_change_profile);
  ADD ("/steps/complete", test_complete);
  ADD ("/steps/reopen", test_reopen);
  ADD ("/steps/reset", test_reset);
  ADD ("/steps/add", test_add);
  ADD ("/steps/import", test_import);
  ADD ("/steps/edit-touch", test_edit_touch);
  ADD ("/steps/touches-and-contacts", test_touches_and_contacts);
  ADD ("/steps/outcomes", test_outcomes);
  ADD ("/steps/many", test_many);
  ADD ("/steps/agenda", test_agenda);
  ADD ("/steps/agenda-part", test_agenda_part);
  ADD ("/steps/next-day", test_next_day);

  return g_test_run ();
}
