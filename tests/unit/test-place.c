/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "book-fixture.h"

#include "quad-drop.h"

/* Accounts put into a box of the KARE lens: what is said before, and what is done. */

typedef struct
{
  const char  *names[3];
  QuadProfile  profile;
} Place;

static GPtrArray *
find_all (BookFixture *fixture,
          const Place *place)
{
  GPtrArray *accounts = g_ptr_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (place->names) && place->names[i] != NULL; i++)
    g_ptr_array_add (accounts, book_fixture_find (fixture, place->names[i]));

  return accounts;
}

static gboolean
do_place (BookFixture  *fixture,
          gpointer      data,
          GError      **error)
{
  const Place *place = data;
  g_autoptr (GPtrArray) accounts = find_all (fixture, place);

  return quad_book_place_accounts (fixture->book, accounts, place->profile, error);
}

static void
assert_words (BookFixture *fixture,
              const Place *place,
              const char  *expected)
{
  g_autoptr (GPtrArray) accounts = find_all (fixture, place);
  g_autofree char *words = NULL;
  guint box;

  g_assert_true (quad_lens_find_nick (QUAD_LENS_KARE, quad_profile_get_nick (place->profile),
                                      &box));
  words = quad_drop_describe (QUAD_LENS_KARE, box, accounts, NULL);
  g_assert_cmpstr (words, ==, expected);
}

static void
assert_account (BookFixture *fixture,
                const char  *name,
                QuadTier     tier,
                QuadProfile  profile)
{
  QuadAccount *account = book_fixture_find (fixture, name);

  g_assert_cmpint (quad_account_get_tier (account), ==, tier);
  g_assert_cmpint (quad_account_get_profile (account), ==, profile);
}

static gint64
get_number (BookFixture      *fixture,
            const char       *name,
            QuadAccountField  field)
{
  return quad_item_get_number (QUAD_ITEM (book_fixture_find (fixture, name)), field);
}

static void
test_place_won (BookFixture   *fixture,
                gconstpointer  data)
{
  Place place = { { "One" }, QUAD_PROFILE_EXPAND };

  book_fixture_add (fixture, "One", QUAD_TIER_IDEAL, QUAD_PROFILE_ATTAIN, QUAD_MONEY_UNKNOWN);
  assert_words (fixture, &place, "Won: becomes a Secondary account with the profile Expand");
  book_fixture_check (fixture, do_place, &place, "Win One with the profile Expand");
  assert_account (fixture, "One", QUAD_TIER_SECONDARY, QUAD_PROFILE_EXPAND);
  g_assert_cmpint (get_number (fixture, "One", QUAD_ACCOUNT_CLIENT_SINCE), ==, BOOK_TODAY);
}

static void
test_place_lost (BookFixture   *fixture,
                 gconstpointer  data)
{
  Place place = { { "One" }, QUAD_PROFILE_ATTAIN };

  book_fixture_add (fixture, "One", QUAD_TIER_KEY, QUAD_PROFILE_KEEP, 100);
  assert_words (fixture, &place,
                "Lost client: becomes a Lead to qualify with the profile Attain");
  book_fixture_check (fixture, do_place, &place, "Lose One as a client with the profile Attain");
  assert_account (fixture, "One", QUAD_TIER_LEAD, QUAD_PROFILE_ATTAIN);
  g_assert_cmpint (get_number (fixture, "One", QUAD_ACCOUNT_LOST_ON), ==, BOOK_TODAY);
}

/* On its side an account keeps its tier. */
static void
test_place_aside (BookFixture   *fixture,
                  gconstpointer  data)
{
  Place expand = { { "One" }, QUAD_PROFILE_EXPAND };
  Place nothing = { { "One" }, QUAD_PROFILE_NONE };

  book_fixture_add (fixture, "One", QUAD_TIER_KEY, QUAD_PROFILE_KEEP, 100);
  assert_words (fixture, &expand, "Gets the profile Expand");
  book_fixture_check (fixture, do_place, &expand, "Set profile of One to Expand");
  assert_account (fixture, "One", QUAD_TIER_KEY, QUAD_PROFILE_EXPAND);
  assert_words (fixture, &expand, NULL);

  assert_words (fixture, &nothing, "Loses its profile");
  book_fixture_check (fixture, do_place, &nothing, "Clear profile of One");
  assert_account (fixture, "One", QUAD_TIER_KEY, QUAD_PROFILE_NONE);
}

/* Where an account is, its tier says, whatever its profile. */
static void
test_place_contradiction (BookFixture   *fixture,
                          gconstpointer  data)
{
  Place attain = { { "One" }, QUAD_PROFILE_ATTAIN };
  Place expand = { { "One" }, QUAD_PROFILE_EXPAND };

  book_fixture_add (fixture, "One", QUAD_TIER_IDEAL, QUAD_PROFILE_KEEP, 100);
  book_fixture_check (fixture, do_place, &attain, "Set profile of One to Attain");
  assert_account (fixture, "One", QUAD_TIER_IDEAL, QUAD_PROFILE_ATTAIN);
  book_fixture_check (fixture, do_place, &expand, "Win One with the profile Expand");
  assert_account (fixture, "One", QUAD_TIER_SECONDARY, QUAD_PROFILE_EXPAND);
}

static void
test_place_parked (BookFixture   *fixture,
                   gconstpointer  data)
{
  Place place = { { "One" }, QUAD_PROFILE_RECAPTURE };

  book_fixture_add (fixture, "One", QUAD_TIER_PARKED, QUAD_PROFILE_NONE, QUAD_MONEY_UNKNOWN);
  assert_words (fixture, &place,
                "Back on the chart: becomes a Lead to qualify with the profile Recapture");
  book_fixture_check (fixture, do_place, &place, "Set profile of One to Recapture");
  assert_account (fixture, "One", QUAD_TIER_LEAD, QUAD_PROFILE_RECAPTURE);
}

static void
test_place_several (BookFixture   *fixture,
                    gconstpointer  data)
{
  Place keep = { { "One", "Two", "Three" }, QUAD_PROFILE_KEEP };
  Place attain = { { "One", "Two", "Three" }, QUAD_PROFILE_ATTAIN };
  Place nothing = { { "One", "Two", "Three" }, QUAD_PROFILE_NONE };

  book_fixture_add (fixture, "One", QUAD_TIER_LEAD, QUAD_PROFILE_ATTAIN, QUAD_MONEY_UNKNOWN);
  book_fixture_add (fixture, "Two", QUAD_TIER_IDEAL, QUAD_PROFILE_RECAPTURE, QUAD_MONEY_UNKNOWN);
  book_fixture_add (fixture, "Three", QUAD_TIER_KEY, QUAD_PROFILE_EXPAND, 100);

  assert_words (fixture, &keep, "3 accounts get the profile Keep, and prospects are won");
  book_fixture_check (fixture, do_place, &keep, "Set profile of 3 accounts to Keep");
  assert_account (fixture, "One", QUAD_TIER_SECONDARY, QUAD_PROFILE_KEEP);
  assert_account (fixture, "Three", QUAD_TIER_KEY, QUAD_PROFILE_KEEP);

  assert_words (fixture, &attain, "3 clients lost: get the profile Attain");
  book_fixture_check (fixture, do_place, &attain, "Lose 3 clients with the profile Attain");
  assert_words (fixture, &nothing, "3 accounts lose their profile");
  assert_words (fixture, &keep, "3 accounts won: get the profile Keep");
  book_fixture_check (fixture, do_place, &keep, "Win 3 accounts with the profile Keep");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) \
  g_test_add (path, BookFixture, NULL, book_fixture_set_up, func, book_fixture_tear_down)
  ADD ("/place/won", test_place_won);
  ADD ("/place/lost", test_place_lost);
  ADD ("/place/aside", test_place_aside);
  ADD ("/place/contradiction", test_place_contradiction);
  ADD ("/place/parked", test_place_parked);
  ADD ("/place/several", test_place_several);
#undef ADD

  return g_test_run ();
}
