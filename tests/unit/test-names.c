/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "book-fixture.h"

#include "quad-drop.h"
#include "quad-move.h"
#include "quad-playbook.h"
#include "quad-steps.h"
#include "quad-story.h"

/* What an organisation calls its profiles and tiers: where the names come from, and what is said
 * with them. */

typedef struct
{
  BookFixture book;
  guint       n_changes;
} Fixture;

static void
changed_cb (Fixture *self)
{
  self->n_changes++;
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  book_fixture_set_up (&self->book, data);
  g_signal_connect_swapped (quad_book_get_names (self->book.book), "changed",
                            G_CALLBACK (changed_cb), self);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  book_fixture_tear_down (&self->book, data);
}

static void
set_name (Fixture    *self,
          QuadOwner   owner,
          const char *name,
          const char *description)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (quad_book_set_profile_text (self->book.book, owner, name, description, &error));
  g_assert_no_error (error);
}

/* The tests of names are about the object that the book has all the time. */
static void
test_follow (Fixture       *self,
             gconstpointer  data)
{
  QuadNames *names = quad_book_get_names (self->book.book);
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (quad_names_get_profile (names, QUAD_PROFILE_EXPAND), ==, "Expand");
  set_name (self, QUAD_OWNER_EXPAND, "Grow", NULL);
  g_assert_cmpuint (self->n_changes, ==, 1);
  g_assert_cmpstr (quad_names_get_profile (names, QUAD_PROFILE_EXPAND), ==, "Grow");
  g_assert_cmpstr (quad_names_get_own (names, QUAD_OWNER_EXPAND), ==, "Grow");
  g_assert_cmpstr (quad_book_get_owner_name (self->book.book, QUAD_OWNER_EXPAND), ==, "Grow");

  set_name (self, QUAD_OWNER_EXPAND, "Grow", "Those that we invest in");
  set_name (self, QUAD_OWNER_KEEP, NULL, "Those that we are happy with");
  g_assert_cmpuint (self->n_changes, ==, 1);

  for (guint i = 0; i < 3; i++)
    g_assert_true (quad_book_undo (self->book.book, &error));
  g_assert_cmpuint (self->n_changes, ==, 2);
  g_assert_null (quad_names_get_own (names, QUAD_OWNER_EXPAND));
  g_assert_true (quad_book_redo (self->book.book, &error));
  g_assert_cmpuint (self->n_changes, ==, 3);
  g_assert_cmpstr (quad_names_get_profile (names, QUAD_PROFILE_EXPAND), ==, "Grow");
}

static void
test_look_up (Fixture       *self,
              gconstpointer  data)
{
  QuadNames *names = quad_book_get_names (self->book.book);

  set_name (self, QUAD_OWNER_IDEAL, "Dream clients", NULL);
  g_assert_cmpstr (quad_names_get_tier (names, QUAD_TIER_IDEAL), ==, "Dream clients");
  g_assert_cmpstr (quad_names_get_box (names, QUAD_TIER_IDEAL), ==, "Dream clients");
  g_assert_cmpstr (quad_names_get_own_box (names, QUAD_TIER_IDEAL), ==, "Dream clients");
  g_assert_cmpstr (quad_names_get_word (names, &quad_tier_words, QUAD_TIER_IDEAL), ==,
                   "Dream clients");
  g_assert_cmpstr (quad_names_get_word (names, &quad_owner_words, QUAD_OWNER_IDEAL), ==,
                   "Dream clients");
  g_assert_cmpstr (quad_names_get_tier (names, QUAD_TIER_LEAD), ==, "Lead to qualify");
  g_assert_cmpstr (quad_names_get_box (names, QUAD_TIER_PARKED), ==, "Parked accounts");
  g_assert_null (quad_names_get_own_box (names, QUAD_TIER_PARKED));
  g_assert_cmpstr (quad_names_get_profile (names, QUAD_PROFILE_NONE), ==, "No profile");

  g_assert_cmpstr (quad_names_get_tier (NULL, QUAD_TIER_IDEAL), ==, "Ideal client");
  g_assert_cmpstr (quad_names_get_box (NULL, QUAD_TIER_IDEAL), ==, "Ideal clients");
  g_assert_cmpstr (quad_names_get_owner (NULL, QUAD_OWNER_IDEAL), ==, "Ideal clients");
  g_assert_cmpstr (quad_names_get_profile (NULL, QUAD_PROFILE_KEEP), ==, "Keep");
  g_assert_cmpstr (quad_names_get_word (NULL, &quad_touch_words, QUAD_TOUCH_CALL), ==, "Call");
  g_assert_null (quad_names_get_own (NULL, QUAD_OWNER_IDEAL));
}

static void
assert_move (Fixture    *self,
             GPtrArray  *accounts,
             QuadTier    to,
             const char *expected)
{
  g_autofree char *words = quad_move_describe (accounts, to, quad_book_get_names (self->book.book));

  g_assert_cmpstr (words, ==, expected);
}

static void
assert_drop (Fixture    *self,
             GPtrArray  *accounts,
             guint       box,
             const char *expected)
{
  g_autofree char *words = quad_drop_describe (QUAD_LENS_KARE, box, accounts,
                                               quad_book_get_names (self->book.book));

  g_assert_cmpstr (words, ==, expected);
}

static void
test_moves (Fixture       *self,
            gconstpointer  data)
{
  g_autoptr (GPtrArray) accounts = g_ptr_array_new ();
  QuadAccount *lead = book_fixture_add (&self->book, "Cobalt", QUAD_TIER_LEAD, QUAD_PROFILE_ATTAIN,
                                        100);
  QuadAccount *key = book_fixture_add (&self->book, "Bright", QUAD_TIER_KEY, QUAD_PROFILE_KEEP,
                                       100);
  QuadAccount *parked = book_fixture_add (&self->book, "Gone", QUAD_TIER_PARKED, QUAD_PROFILE_NONE,
                                          100);

  set_name (self, QUAD_OWNER_SECONDARY, "Second row", NULL);
  set_name (self, QUAD_OWNER_IDEAL, "Dream clients", NULL);
  set_name (self, QUAD_OWNER_LEAD, "Long list", NULL);
  set_name (self, QUAD_OWNER_KEEP, "Cherish", NULL);
  set_name (self, QUAD_OWNER_RECAPTURE, "Win back", NULL);

  g_ptr_array_add (accounts, lead);
  assert_move (self, accounts, QUAD_TIER_SECONDARY, "Won: moves to Second row");
  assert_move (self, accounts, QUAD_TIER_IDEAL, "Moves to Dream clients");
  assert_move (self, accounts, QUAD_TIER_KEY, "Won: becomes a Key account");
  assert_drop (self, accounts, QUAD_BOX_CLIENTS_BELOW,
               "Won: moves to Second row with the profile Cherish");
  accounts->pdata[0] = key;
  assert_move (self, accounts, QUAD_TIER_IDEAL, "Lost client: moves to Dream clients");
  assert_drop (self, accounts, QUAD_BOX_PROSPECTS_BELOW,
               "Lost client: moves to Long list with the profile Win back");
  accounts->pdata[0] = parked;
  assert_move (self, accounts, QUAD_TIER_IDEAL, "Back on the chart: moves to Dream clients");
  assert_drop (self, accounts, QUAD_BOX_CLIENTS_BELOW,
               "Back on the chart: moves to Second row with the profile Cherish");
  g_ptr_array_add (accounts, lead);
  assert_move (self, accounts, QUAD_TIER_SECONDARY, "2 accounts move to Second row");
  assert_drop (self, accounts, QUAD_BOX_CLIENTS_BELOW,
               "2 accounts get the profile Cherish, and prospects are won");
}

static void
test_contradictions (Fixture       *self,
                     gconstpointer  data)
{
  QuadAccount *lead = book_fixture_add (&self->book, "Cobalt", QUAD_TIER_LEAD, QUAD_PROFILE_KEEP,
                                        100);
  g_autoptr (GPtrArray) found = NULL;

  set_name (self, QUAD_OWNER_KEEP, "Cherish 100 %s", NULL);
  found = quad_contradictions_find (lead, quad_book_get_names (self->book.book));
  g_assert_cmpuint (found->len, ==, 1);
  g_assert_cmpstr (found->pdata[0], ==,
                   "Cherish 100 %s is for clients, and this is a prospect.");
}

/* Labels are of their day; the history of an account is told with the names of today. */
static void
test_history (Fixture       *self,
              gconstpointer  data)
{
  QuadAccount *account = book_fixture_add (&self->book, "Cobalt", QUAD_TIER_LEAD,
                                           QUAD_PROFILE_NONE, 100);
  g_autoptr (GPtrArray) accounts = g_ptr_array_new ();
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (GError) error = NULL;
  const QuadStoryLine *line;

  g_ptr_array_add (accounts, account);
  set_name (self, QUAD_OWNER_IDEAL, "Dream clients", NULL);
  g_assert_true (quad_book_move_accounts (self->book.book, accounts, QUAD_TIER_IDEAL, &error));
  g_assert_cmpstr (quad_book_get_undo_label (self->book.book), ==, "Move Cobalt to Dream clients");
  set_name (self, QUAD_OWNER_IDEAL, "Our few", NULL);

  lines = quad_book_load_story (self->book.book, account, &error);
  g_assert_no_error (error);
  line = lines->pdata[0];
  g_assert_cmpstr (line->text, ==, "Moved from Lead to qualify to Our few");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/names/follow", test_follow);
  ADD ("/names/look-up", test_look_up);
  ADD ("/names/moves", test_moves);
  ADD ("/names/contradictions", test_contradictions);
  ADD ("/names/history", test_history);

  return g_test_run ();
}
