/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "book-fixture.h"

#include "quad-event.h"
#include "store-fixture.h"

/* The operations of a book: what they do, their names, and that undo and redo are exact. */

static gint64
get_number (QuadAccount *account,
            guint        field)
{
  return quad_item_get_number (QUAD_ITEM (account), field);
}

static const char *
get_text (QuadAccount *account,
          guint        field)
{
  return quad_item_get_text (QUAD_ITEM (account), field);
}

static GPtrArray *
make_array (QuadAccount *account,
            ...)
{
  GPtrArray *accounts = g_ptr_array_new ();
  va_list rest;

  va_start (rest, account);
  for (; account != NULL; account = va_arg (rest, QuadAccount *))
    g_ptr_array_add (accounts, account);
  va_end (rest);

  return accounts;
}

static void
move (BookFixture *fixture,
      const char  *name,
      QuadTier     tier)
{
  g_autoptr (GPtrArray) accounts = make_array (book_fixture_find (fixture, name), NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (quad_book_move_accounts (fixture->book, accounts, tier, &error));
  g_assert_no_error (error);
}

static void
set_profile (BookFixture *fixture,
             const char  *name,
             QuadProfile  profile)
{
  g_autoptr (GPtrArray) accounts = make_array (book_fixture_find (fixture, name), NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (quad_book_set_profile (fixture->book, accounts, profile, &error));
  g_assert_no_error (error);
}

/* The kinds of all events of an account, in words */
static char *
list_events (BookFixture *fixture,
             const char  *name)
{
  g_autoptr (GPtrArray) events = NULL;
  g_autoptr (GError) error = NULL;
  GString *words = g_string_new (NULL);

  events = quad_book_load_events (fixture->book, book_fixture_find (fixture, name), &error);
  g_assert_no_error (error);
  for (guint i = 0; i < events->len; i++)
    {
      const QuadRecord *event = g_ptr_array_index (events, i);
      const char *was = quad_record_get_text (event, QUAD_EVENT_WAS);
      gint64 kind = quad_record_get_number (event, QUAD_EVENT_KIND);

      g_string_append_printf (words, "%s%s %s>%s", i > 0 ? ", " : "",
                              quad_event_words.values[kind].nick, was != NULL ? was : "",
                              quad_record_get_text (event, QUAD_EVENT_BECAME));
    }

  return g_string_free (words, FALSE);
}

static void
assert_events (BookFixture *fixture,
               const char  *name,
               const char  *expected)
{
  g_autofree char *events = list_events (fixture, name);

  g_assert_cmpstr (events, ==, expected);
}

static void
test_book_new (BookFixture   *fixture,
               gconstpointer  data)
{
  QuadCutOffRule rule;

  g_assert_cmpuint (quad_item_list_get_size (quad_book_get_accounts (fixture->book)), ==, 0);
  g_assert_cmpstr (quad_book_get_currency (fixture->book)->code, ==, "EUR");
  quad_book_get_cut_off_rule (fixture->book, &rule);
  g_assert_cmpuint (rule.basis_points, ==, 2500);
  g_assert_cmpint (rule.amount, ==, QUAD_MONEY_UNKNOWN);
  g_assert_null (quad_book_get_undo_label (fixture->book));
  g_assert_false (quad_book_is_read_only (fixture->book));
  book_fixture_assert_loaded (fixture);
}

static gboolean
create (BookFixture  *fixture,
        gpointer      data,
        GError      **error)
{
  return quad_book_create_account (fixture->book, data, error) != NULL;
}

static void
test_book_create (BookFixture   *fixture,
                  gconstpointer  data)
{
  g_autoptr (QuadRecord) values = quad_record_new (&quad_account_schema);
  QuadAccount *account;

  quad_record_set_text (values, QUAD_ACCOUNT_NAME, " Brightwater Dairy\n");
  quad_record_set_text (values, QUAD_ACCOUNT_UID, "mine");
  quad_record_set_text (values, QUAD_ACCOUNT_NOTES, "First line\r\nsecond");
  book_fixture_check (fixture, create, values, "Create Brightwater Dairy");

  account = book_fixture_find (fixture, "Brightwater Dairy");
  g_assert_cmpint (quad_account_get_tier (account), ==, QUAD_TIER_LEAD);
  g_assert_cmpint (get_number (account, QUAD_ACCOUNT_EVER_CLIENT), ==, 0);
  g_assert_cmpint (quad_account_get_revenue (account), ==, QUAD_MONEY_UNKNOWN);
  g_assert_cmpstr (get_text (account, QUAD_ACCOUNT_NAME_FOLDED), ==, "brightwater dairy");
  g_assert_cmpstr (get_text (account, QUAD_ACCOUNT_NOTES), ==, "First line\nsecond");
  g_assert_cmpstr (get_text (account, QUAD_ACCOUNT_UID), !=, "mine");
  g_assert_cmpint (get_number (account, QUAD_ACCOUNT_CREATED_AT), >, 0);
  assert_events (fixture, "Brightwater Dairy", "created >lead");
}

static void
test_book_create_client (BookFixture   *fixture,
                         gconstpointer  data)
{
  QuadAccount *account = book_fixture_add (fixture, "Old Client", QUAD_TIER_KEY,
                                           QUAD_PROFILE_JETTISON, 100);

  g_assert_cmpint (get_number (account, QUAD_ACCOUNT_EVER_CLIENT), ==, 1);
  g_assert_cmpint (get_number (account, QUAD_ACCOUNT_CLIENT_SINCE), ==, QUAD_DATE_NONE);
  g_assert_cmpint (get_number (account, QUAD_ACCOUNT_DECIDE_BY), ==, BOOK_TODAY + 30);
}

typedef struct
{
  const char *name;
  QuadTier    tier;
} Move;

static gboolean
do_move (BookFixture  *fixture,
         gpointer      data,
         GError      **error)
{
  const Move *wanted = data;
  g_autoptr (GPtrArray) accounts = make_array (book_fixture_find (fixture, wanted->name), NULL);

  return quad_book_move_accounts (fixture->book, accounts, wanted->tier, error);
}

static void
test_book_won (BookFixture   *fixture,
               gconstpointer  data)
{
  Move wanted = { "Quayside Hotels", QUAD_TIER_KEY };
  QuadAccount *account;

  book_fixture_add (fixture, "Quayside Hotels", QUAD_TIER_IDEAL, QUAD_PROFILE_ATTAIN,
                    QUAD_MONEY_UNKNOWN);
  book_fixture_check (fixture, do_move, &wanted, "Move Quayside Hotels to Key accounts");

  account = book_fixture_find (fixture, wanted.name);
  g_assert_cmpint (quad_account_get_tier (account), ==, QUAD_TIER_KEY);
  g_assert_cmpint (quad_account_get_profile (account), ==, QUAD_PROFILE_KEEP);
  g_assert_cmpint (get_number (account, QUAD_ACCOUNT_CLIENT_SINCE), ==, BOOK_TODAY);
  g_assert_cmpint (get_number (account, QUAD_ACCOUNT_EVER_CLIENT), ==, 1);
  assert_events (fixture, wanted.name, "created >ideal, won ideal>key, profile attain>keep");
}

static void
test_book_lost_and_won_again (BookFixture   *fixture,
                              gconstpointer  data)
{
  Move lost = { "Quayside Hotels", QUAD_TIER_LEAD };
  g_autoptr (QuadRecord) edits = quad_record_new (&quad_account_schema);
  g_autoptr (GPtrArray) accounts = NULL;
  QuadAccount *account;

  book_fixture_add (fixture, "Quayside Hotels", QUAD_TIER_SECONDARY, QUAD_PROFILE_EXPAND, 500);
  book_fixture_check (fixture, do_move, &lost, "Move Quayside Hotels to Leads to qualify");

  account = book_fixture_find (fixture, lost.name);
  g_assert_cmpint (quad_account_get_profile (account), ==, QUAD_PROFILE_RECAPTURE);
  g_assert_cmpint (get_number (account, QUAD_ACCOUNT_LOST_ON), ==, BOOK_TODAY);
  g_assert_true (quad_account_is_former_client (account));

  accounts = make_array (account, NULL);
  quad_record_set_text (edits, QUAD_ACCOUNT_LOST_REASON, "Price");
  g_assert_true (quad_book_edit_accounts (fixture->book, accounts, edits, NULL));
  quad_book_set_today (fixture->book, BOOK_TODAY + 100);
  move (fixture, lost.name, QUAD_TIER_SECONDARY);

  g_assert_cmpint (quad_account_get_profile (account), ==, QUAD_PROFILE_KEEP);
  g_assert_cmpint (get_number (account, QUAD_ACCOUNT_CLIENT_SINCE), ==, BOOK_TODAY + 100);
  g_assert_cmpint (get_number (account, QUAD_ACCOUNT_LOST_ON), ==, QUAD_DATE_NONE);
  g_assert_null (get_text (account, QUAD_ACCOUNT_LOST_REASON));
  assert_events (fixture, lost.name,
                 "created >secondary, lost secondary>lead, profile expand>recapture, "
                 "won lead>secondary, profile recapture>keep");
}

static void
test_book_parked (BookFixture   *fixture,
                  gconstpointer  data)
{
  Move parked = { "Quayside Hotels", QUAD_TIER_PARKED };
  g_autoptr (QuadRecord) edits = quad_record_new (&quad_account_schema);
  g_autoptr (GPtrArray) accounts = NULL;
  QuadAccount *account;

  account = book_fixture_add (fixture, "Quayside Hotels", QUAD_TIER_KEY, QUAD_PROFILE_KEEP, 500);
  accounts = make_array (account, NULL);
  quad_record_set_number (edits, QUAD_ACCOUNT_CLIENT_SINCE, BOOK_TODAY - 1000);
  quad_book_edit_accounts (fixture->book, accounts, edits, NULL);
  book_fixture_check (fixture, do_move, &parked, "Move Quayside Hotels to Parked accounts");

  account = book_fixture_find (fixture, parked.name);
  g_assert_cmpint (quad_account_get_profile (account), ==, QUAD_PROFILE_NONE);
  g_assert_cmpint (get_number (account, QUAD_ACCOUNT_LOST_ON), ==, QUAD_DATE_NONE);

  g_ptr_array_index (accounts, 0) = account;
  quad_record_clear (edits, QUAD_ACCOUNT_CLIENT_SINCE);
  quad_record_unset (edits, QUAD_ACCOUNT_CLIENT_SINCE);
  quad_record_set_text (edits, QUAD_ACCOUNT_PARKED_REASON, "Closed for works");
  quad_record_set_number (edits, QUAD_ACCOUNT_REVISIT_ON, BOOK_TODAY + 90);
  g_assert_true (quad_book_edit_accounts (fixture->book, accounts, edits, NULL));
  g_assert_cmpstr (quad_book_get_undo_label (fixture->book), ==, "Edit Quayside Hotels");
  move (fixture, parked.name, QUAD_TIER_SECONDARY);

  g_assert_null (get_text (account, QUAD_ACCOUNT_PARKED_REASON));
  g_assert_cmpint (get_number (account, QUAD_ACCOUNT_REVISIT_ON), ==, QUAD_DATE_NONE);
  g_assert_cmpint (get_number (account, QUAD_ACCOUNT_CLIENT_SINCE), ==, BOOK_TODAY - 1000);
  assert_events (fixture, parked.name,
                 "created >key, parked key>parked, profile keep>none, tier parked>secondary");
}

static void
test_book_parked_prospect_won (BookFixture   *fixture,
                               gconstpointer  data)
{
  QuadAccount *account = book_fixture_add (fixture, "Late Bloomer", QUAD_TIER_PARKED,
                                           QUAD_PROFILE_NONE, QUAD_MONEY_UNKNOWN);

  move (fixture, "Late Bloomer", QUAD_TIER_KEY);
  g_assert_cmpint (get_number (account, QUAD_ACCOUNT_CLIENT_SINCE), ==, BOOK_TODAY);
  g_assert_cmpint (get_number (account, QUAD_ACCOUNT_EVER_CLIENT), ==, 1);
  assert_events (fixture, "Late Bloomer", "created >parked, won parked>key");
}

static void
test_book_jettison (BookFixture   *fixture,
                    gconstpointer  data)
{
  QuadAccount *account = book_fixture_add (fixture, "Sour Grapes", QUAD_TIER_SECONDARY,
                                           QUAD_PROFILE_KEEP, 500);

  set_profile (fixture, "Sour Grapes", QUAD_PROFILE_JETTISON);
  g_assert_cmpstr (quad_book_get_undo_label (fixture->book), ==,
                   "Set profile of Sour Grapes to Jettison");
  g_assert_cmpint (quad_account_get_tier (account), ==, QUAD_TIER_SECONDARY);
  g_assert_cmpint (get_number (account, QUAD_ACCOUNT_DECIDE_BY), ==, BOOK_TODAY + 30);

  set_profile (fixture, "Sour Grapes", QUAD_PROFILE_KEEP);
  g_assert_cmpint (get_number (account, QUAD_ACCOUNT_DECIDE_BY), ==, QUAD_DATE_NONE);

  set_profile (fixture, "Sour Grapes", QUAD_PROFILE_JETTISON);
  move (fixture, "Sour Grapes", QUAD_TIER_PARKED);
  g_assert_cmpint (get_number (account, QUAD_ACCOUNT_LOST_ON), ==, BOOK_TODAY);
  g_assert_cmpint (get_number (account, QUAD_ACCOUNT_DECIDE_BY), ==, QUAD_DATE_NONE);
  assert_events (fixture, "Sour Grapes",
                 "created >secondary, jettisoned keep>jettison, turned-around jettison>keep, "
                 "jettisoned keep>jettison, ended secondary>parked, profile jettison>none");

  /* who was let go and comes back is won anew */
  move (fixture, "Sour Grapes", QUAD_TIER_SECONDARY);
  g_assert_cmpint (get_number (account, QUAD_ACCOUNT_CLIENT_SINCE), ==, BOOK_TODAY);
  g_assert_cmpint (get_number (account, QUAD_ACCOUNT_LOST_ON), ==, QUAD_DATE_NONE);
}

static gboolean
do_clear_profiles (BookFixture  *fixture,
                   gpointer      data,
                   GError      **error)
{
  g_autoptr (GPtrArray) accounts = make_array (book_fixture_find (fixture, "One"),
                                               book_fixture_find (fixture, "Two"),
                                               book_fixture_find (fixture, "Three"), NULL);

  return quad_book_set_profile (fixture->book, accounts, QUAD_PROFILE_NONE, error);
}

static gboolean
do_move_three (BookFixture  *fixture,
               gpointer      data,
               GError      **error)
{
  g_autoptr (GPtrArray) accounts = make_array (book_fixture_find (fixture, "One"),
                                               book_fixture_find (fixture, "Two"),
                                               book_fixture_find (fixture, "Two"),
                                               book_fixture_find (fixture, "Three"), NULL);

  return quad_book_move_accounts (fixture->book, accounts, QUAD_TIER_LEAD, error);
}

static void
test_book_several (BookFixture   *fixture,
                   gconstpointer  data)
{
  book_fixture_add (fixture, "One", QUAD_TIER_KEY, QUAD_PROFILE_KEEP, 100);
  book_fixture_add (fixture, "Two", QUAD_TIER_IDEAL, QUAD_PROFILE_ATTAIN, QUAD_MONEY_UNKNOWN);
  book_fixture_add (fixture, "Three", QUAD_TIER_LEAD, QUAD_PROFILE_NONE, QUAD_MONEY_UNKNOWN);

  /* what is there already does not count */
  book_fixture_check (fixture, do_move_three, NULL, "Move 2 accounts to Leads to qualify");
  book_fixture_check (fixture, do_clear_profiles, NULL, "Clear profile of 2 accounts");
}

static void
test_book_nothing_to_do (BookFixture   *fixture,
                         gconstpointer  data)
{
  QuadAccount *account = book_fixture_add (fixture, "One", QUAD_TIER_KEY, QUAD_PROFILE_KEEP, 100);
  g_autoptr (GPtrArray) accounts = make_array (account, NULL);
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (QuadRecord) edits = quad_record_new (&quad_account_schema);
  g_autofree char *before = book_fixture_dump (fixture);
  g_autofree char *after = NULL;
  QuadCutOffRule rule = QUAD_CUT_OFF_RULE_DEFAULT;

  quad_record_set_text (edits, QUAD_ACCOUNT_NAME, "  One ");
  quad_record_set_number (edits, QUAD_ACCOUNT_REVENUE, 100);

  g_assert_true (quad_book_move_accounts (fixture->book, accounts, QUAD_TIER_KEY, NULL));
  g_assert_true (quad_book_move_accounts (fixture->book, none, QUAD_TIER_LEAD, NULL));
  g_assert_true (quad_book_set_profile (fixture->book, accounts, QUAD_PROFILE_KEEP, NULL));
  g_assert_true (quad_book_edit_accounts (fixture->book, accounts, edits, NULL));
  g_assert_true (quad_book_delete_accounts (fixture->book, none, NULL));
  g_assert_true (quad_book_recut (fixture->book, &rule, NULL));

  after = book_fixture_dump (fixture);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpstr (quad_book_get_undo_label (fixture->book), ==, "Create One");
}

static gboolean
do_edit (BookFixture  *fixture,
         gpointer      data,
         GError      **error)
{
  g_autoptr (GPtrArray) accounts = make_array (book_fixture_find (fixture, "One"), NULL);

  return quad_book_edit_accounts (fixture->book, accounts, data, error);
}

static void
test_book_edit (BookFixture   *fixture,
                gconstpointer  data)
{
  g_autoptr (QuadRecord) edits = quad_record_new (&quad_account_schema);
  QuadAccount *account;

  book_fixture_add (fixture, "One", QUAD_TIER_KEY, QUAD_PROFILE_KEEP, 100);

  quad_record_set_number (edits, QUAD_ACCOUNT_REVENUE, 200);
  book_fixture_check (fixture, do_edit, edits, "Change Revenue of One");

  quad_record_set_text (edits, QUAD_ACCOUNT_REGION, "Zürich");
  quad_record_set_text (edits, QUAD_ACCOUNT_VERTICAL, "Food");
  book_fixture_check (fixture, do_edit, edits, "Edit One");

  quad_record_clear (edits, QUAD_ACCOUNT_REVENUE);
  book_fixture_check (fixture, do_edit, edits, "Change Revenue of One");
  account = book_fixture_find (fixture, "One");
  g_assert_cmpint (quad_account_get_revenue (account), ==, QUAD_MONEY_UNKNOWN);

  /* the whole record goes back with one thing changed, as a dialog may do */
  quad_record_apply (edits, quad_item_get_values (QUAD_ITEM (account)));
  quad_record_set_number (edits, QUAD_ACCOUNT_TIER, QUAD_TIER_LEAD);
  book_fixture_check (fixture, do_edit, edits, "Move One to Leads to qualify");
  account = book_fixture_find (fixture, "One");
  g_assert_cmpint (quad_account_get_profile (account), ==, QUAD_PROFILE_RECAPTURE);
  g_assert_cmpint (get_number (account, QUAD_ACCOUNT_LOST_ON), ==, BOOK_TODAY);
}

static void
test_book_rename (BookFixture   *fixture,
                  gconstpointer  data)
{
  g_autoptr (QuadRecord) edits = quad_record_new (&quad_account_schema);
  QuadAccount *account = book_fixture_add (fixture, "One", QUAD_TIER_KEY, QUAD_PROFILE_KEEP, 100);
  g_autoptr (GPtrArray) accounts = make_array (account, NULL);

  quad_record_set_text (edits, QUAD_ACCOUNT_NAME, "Straße & Söhne");
  g_assert_true (quad_book_edit_accounts (fixture->book, accounts, edits, NULL));
  g_assert_cmpstr (quad_book_get_undo_label (fixture->book), ==, "Rename One to Straße & Söhne");
  g_assert_cmpstr (get_text (account, QUAD_ACCOUNT_NAME_FOLDED), ==, "strasse & sohne");
  g_assert_true (book_fixture_find (fixture, "STRASSE & S") == account);
}

/* What is said goes before what follows. */
static void
test_book_edit_overrides (BookFixture   *fixture,
                          gconstpointer  data)
{
  g_autoptr (QuadRecord) edits = quad_record_new (&quad_account_schema);
  QuadAccount *account = book_fixture_add (fixture, "One", QUAD_TIER_LEAD, QUAD_PROFILE_ATTAIN,
                                           QUAD_MONEY_UNKNOWN);
  g_autoptr (GPtrArray) accounts = make_array (account, NULL);

  quad_record_set_number (edits, QUAD_ACCOUNT_TIER, QUAD_TIER_KEY);
  quad_record_set_number (edits, QUAD_ACCOUNT_PROFILE, QUAD_PROFILE_EXPAND);
  quad_record_set_number (edits, QUAD_ACCOUNT_CLIENT_SINCE, BOOK_TODAY - 3);
  quad_record_set_number (edits, QUAD_ACCOUNT_EVER_CLIENT, 0);
  g_assert_true (quad_book_edit_accounts (fixture->book, accounts, edits, NULL));

  g_assert_cmpint (quad_account_get_profile (account), ==, QUAD_PROFILE_EXPAND);
  g_assert_cmpint (get_number (account, QUAD_ACCOUNT_CLIENT_SINCE), ==, BOOK_TODAY - 3);
  g_assert_cmpint (get_number (account, QUAD_ACCOUNT_EVER_CLIENT), ==, 1);
  assert_events (fixture, "One", "created >lead, won lead>key, profile attain>expand");
}

static gboolean
do_import (BookFixture  *fixture,
           gpointer      data,
           GError      **error)
{
  book_rows_rewind (data);

  return quad_book_import (fixture->book, QUAD_IMPORT_SOURCE (data), NULL, NULL, NULL, NULL, NULL,
                           NULL, error);
}

static gboolean
do_delete (BookFixture  *fixture,
           gpointer      data,
           GError      **error)
{
  g_autoptr (GPtrArray) accounts = make_array (book_fixture_find (fixture, data), NULL);

  return quad_book_delete_accounts (fixture->book, accounts, error);
}

static void
test_book_delete (BookFixture   *fixture,
                  gconstpointer  data)
{
  g_autoptr (BookRows) rows = book_rows_new ("a.csv");
  g_autoptr (GPtrArray) contacts = NULL;

  book_rows_add (rows, "Alder", QUAD_TIER_LEAD, QUAD_MONEY_UNKNOWN);
  book_rows_add_contact (rows, "Ann", "1");
  book_rows_add_contact (rows, "Bob", "2");
  book_rows_add_touch (rows, QUAD_TOUCH_CALL, BOOK_TODAY - 5);
  book_rows_add (rows, "Birch", QUAD_TIER_LEAD, QUAD_MONEY_UNKNOWN);
  book_fixture_check (fixture, do_import, rows, "Import 2 accounts from a.csv");
  book_fixture_check (fixture, do_delete, (gpointer) "Alder", "Delete Alder");

  g_assert_cmpint (store_query (fixture->path, "SELECT count(*) FROM contact"), ==, 0);
  g_assert_true (quad_book_undo (fixture->book, NULL));
  contacts = quad_book_load_contacts (fixture->book, book_fixture_find (fixture, "Alder"), NULL);
  g_assert_cmpuint (contacts->len, ==, 2);
}

static gboolean
do_recut (BookFixture  *fixture,
          gpointer      data,
          GError      **error)
{
  return quad_book_recut (fixture->book, data, error);
}

static void
test_book_recut (BookFixture   *fixture,
                 gconstpointer  data)
{
  QuadCutOffRule quarter = QUAD_CUT_OFF_RULE_DEFAULT;
  QuadCutOffRule given = { 2500, 80000 };
  QuadCutOffRule kept;
  g_autofree char *amount = NULL;
  g_autofree char *label = NULL;
  g_autofree char *label_given = NULL;

  for (guint i = 1; i <= 8; i++)
    {
      g_autofree char *name = g_strdup_printf ("Client %u", i);

      book_fixture_add (fixture, name, i == 1 ? QUAD_TIER_KEY : QUAD_TIER_SECONDARY,
                        i == 8 ? QUAD_PROFILE_JETTISON : QUAD_PROFILE_NONE, i * 10000);
    }
  book_fixture_add (fixture, "Unknown", QUAD_TIER_KEY, QUAD_PROFILE_NONE, QUAD_MONEY_UNKNOWN);
  book_fixture_add (fixture, "Lead", QUAD_TIER_LEAD, QUAD_PROFILE_NONE, 900000);

  amount = quad_money_format (70000, quad_book_get_currency (fixture->book), QUAD_MONEY_FULL);
  label = g_strdup_printf ("Re-cut at %s: 3 accounts move", amount);
  book_fixture_check (fixture, do_recut, &quarter, label);
  g_assert_cmpint (quad_account_get_tier (book_fixture_find (fixture, "Client 1")), ==,
                   QUAD_TIER_SECONDARY);
  g_assert_cmpint (quad_account_get_tier (book_fixture_find (fixture, "Client 7")), ==,
                   QUAD_TIER_KEY);
  g_assert_cmpint (quad_account_get_tier (book_fixture_find (fixture, "Client 8")), ==,
                   QUAD_TIER_KEY);
  g_assert_cmpint (quad_account_get_tier (book_fixture_find (fixture, "Unknown")), ==,
                   QUAD_TIER_KEY);
  g_assert_cmpint (quad_account_get_tier (book_fixture_find (fixture, "Lead")), ==,
                   QUAD_TIER_LEAD);

  g_free (amount);
  amount = quad_money_format (80000, quad_book_get_currency (fixture->book), QUAD_MONEY_FULL);
  label_given = g_strdup_printf ("Re-cut at %s: 1 account moves", amount);
  book_fixture_check (fixture, do_recut, &given, label_given);
  quad_book_get_cut_off_rule (fixture->book, &kept);
  g_assert_cmpint (kept.amount, ==, 80000);
  g_assert_cmpint (quad_book_get_figures (fixture->book)->cut_off.amount, ==, 80000);

  g_assert_true (quad_book_undo (fixture->book, NULL));
  g_assert_cmpint (quad_book_get_figures (fixture->book)->cut_off.amount, ==, 70000);
}

static gboolean
do_set_limits (BookFixture  *fixture,
               gpointer      data,
               GError      **error)
{
  return quad_book_set_limits (fixture->book, data, error);
}

static void
assert_limits (BookFixture *fixture,
               const guint *expected)
{
  const guint *limits = quad_book_get_limits (fixture->book);

  g_assert_cmpmem (limits, QUAD_N_CHART_TIERS * sizeof (guint),
                   expected, QUAD_N_CHART_TIERS * sizeof (guint));
}

static void
test_book_limits (BookFixture   *fixture,
                  gconstpointer  data)
{
  const guint before[QUAD_N_CHART_TIERS] = { 0, 0, 9, 10 };
  guint after[QUAD_N_CHART_TIERS] = { 25, 0, 4, QUAD_BOOK_HIGHEST_LIMIT };
  guint beyond[QUAD_N_CHART_TIERS] = { 0, 0, 9, QUAD_BOOK_HIGHEST_LIMIT + 1 };
  g_autoptr (GError) error = NULL;

  assert_limits (fixture, before);
  book_fixture_check (fixture, do_set_limits, after, "Change the limits of the boxes");
  assert_limits (fixture, after);
  book_fixture_reopen (fixture);
  assert_limits (fixture, after);
  g_assert_true (quad_book_undo (fixture->book, NULL));
  assert_limits (fixture, before);

  g_assert_false (quad_book_set_limits (fixture->book, beyond, &error));
  g_assert_error (error, QUAD_ERROR, QUAD_ERROR_INVALID_INPUT);
  assert_limits (fixture, before);
}

static gboolean
do_set_rhythm (BookFixture  *fixture,
               gpointer      data,
               GError      **error)
{
  return quad_book_set_rhythm (fixture->book, data, error);
}

static void
test_book_rhythm (BookFixture   *fixture,
                  gconstpointer  data)
{
  const guint before[QUAD_N_CHART_TIERS] = { 30, 90, 21, 60 };
  guint after[QUAD_N_CHART_TIERS] = { 14, 90, 0, QUAD_BOOK_HIGHEST_LIMIT };
  guint beyond[QUAD_N_CHART_TIERS] = { QUAD_BOOK_HIGHEST_LIMIT + 1, 90, 21, 60 };
  g_autoptr (GError) error = NULL;

  g_assert_cmpmem (quad_book_get_rhythm (fixture->book), sizeof before, before, sizeof before);
  book_fixture_check (fixture, do_set_rhythm, after, "Change the rhythm of touches");
  book_fixture_reopen (fixture);
  g_assert_cmpmem (quad_book_get_rhythm (fixture->book), sizeof after, after, sizeof after);
  g_assert_true (quad_book_undo (fixture->book, NULL));
  g_assert_cmpmem (quad_book_get_rhythm (fixture->book), sizeof before, before, sizeof before);

  g_assert_false (quad_book_set_rhythm (fixture->book, beyond, &error));
  g_assert_error (error, QUAD_ERROR, QUAD_ERROR_INVALID_INPUT);
}

static void
test_book_figures_follow (BookFixture   *fixture,
                          gconstpointer  data)
{
  book_fixture_add (fixture, "One", QUAD_TIER_KEY, QUAD_PROFILE_NONE, 300);
  g_assert_cmpint (quad_book_get_figures (fixture->book)->revenue, ==, 300);
  book_fixture_add (fixture, "Two", QUAD_TIER_SECONDARY, QUAD_PROFILE_NONE, 100);
  g_assert_cmpint (quad_book_get_figures (fixture->book)->revenue, ==, 400);
  move (fixture, "One", QUAD_TIER_PARKED);
  g_assert_cmpint (quad_book_get_figures (fixture->book)->revenue, ==, 100);
  g_assert_true (quad_book_undo (fixture->book, NULL));
  g_assert_cmpint (quad_book_get_figures (fixture->book)->revenue, ==, 400);
}

static void
test_book_identity (BookFixture   *fixture,
                    gconstpointer  data)
{
  g_autoptr (QuadAccount) account = NULL;
  gint64 id;

  account = g_object_ref (book_fixture_add (fixture, "One", QUAD_TIER_KEY, QUAD_PROFILE_KEEP, 1));
  id = quad_account_get_id (account);
  move (fixture, "One", QUAD_TIER_LEAD);
  g_assert_true (quad_item_list_lookup (quad_book_get_accounts (fixture->book), id) == account);
  g_assert_true (quad_book_undo (fixture->book, NULL));
  g_assert_cmpint (quad_account_get_tier (account), ==, QUAD_TIER_KEY);
  g_assert_true (quad_item_list_lookup (quad_book_get_accounts (fixture->book), id) == account);
}

static void
count_notify_cb (GObject    *object,
                 GParamSpec *pspec,
                 guint      *count)
{
  (*count)++;
}

static void
count_items_cb (QuadItemList *list,
                GPtrArray    *items,
                guint        *count)
{
  *count += items->len;
}

static void
test_book_notifications (BookFixture   *fixture,
                         gconstpointer  data)
{
  QuadAccount *one = book_fixture_add (fixture, "One", QUAD_TIER_KEY, QUAD_PROFILE_KEEP, 1);
  QuadAccount *two = book_fixture_add (fixture, "Two", QUAD_TIER_KEY, QUAD_PROFILE_KEEP, 1);
  guint n_tier = 0, n_revenue = 0, n_other = 0, n_items = 0, n_undo = 0, n_can_undo = 0;

  g_signal_connect (one, "notify::tier", G_CALLBACK (count_notify_cb), &n_tier);
  g_signal_connect (one, "notify::revenue", G_CALLBACK (count_notify_cb), &n_revenue);
  g_signal_connect (two, "notify", G_CALLBACK (count_notify_cb), &n_other);
  g_signal_connect (quad_book_get_accounts (fixture->book), "changed",
                    G_CALLBACK (count_items_cb), &n_items);
  g_signal_connect (fixture->book, "notify::undo-label", G_CALLBACK (count_notify_cb), &n_undo);
  g_signal_connect (fixture->book, "notify::can-undo", G_CALLBACK (count_notify_cb), &n_can_undo);

  move (fixture, "One", QUAD_TIER_SECONDARY);
  g_assert_cmpuint (n_tier, ==, 1);
  g_assert_cmpuint (n_revenue, ==, 0);
  g_assert_cmpuint (n_other, ==, 0);
  g_assert_cmpuint (n_items, ==, 1);
  g_assert_cmpuint (n_undo, ==, 1);
  g_assert_cmpuint (n_can_undo, ==, 0);

  /* already there: not even a notification */
  move (fixture, "One", QUAD_TIER_SECONDARY);
  g_assert_cmpuint (n_tier, ==, 1);
  g_assert_cmpuint (n_items, ==, 1);
  g_assert_cmpuint (n_undo, ==, 1);
}

static void
test_book_find (BookFixture   *fixture,
                gconstpointer  data)
{
  static const struct
  {
    const char *text;
    guint       found;
  } cases[] = {
    { "Zürich Foods", 1 },  { "zurich foods", 1 }, { "zur", 2 },  { "ZÜRICH", 2 }, { "Twin", 2 },
    { "nobody", 0 },        { "", 0 },             { "  ", 0 },   { "X-9", 1 },    { "x-9", 0 },
    { " Zürich Foods ", 1 },
  };
  g_autoptr (QuadRecord) values = quad_record_new (&quad_account_schema);
  QuadAccount *account;
  g_autoptr (GPtrArray) by_uid = NULL;

  account = book_fixture_add (fixture, "Zürich Foods", QUAD_TIER_LEAD, QUAD_PROFILE_NONE, 1);
  book_fixture_add (fixture, "Zürich Traders", QUAD_TIER_LEAD, QUAD_PROFILE_NONE, 1);
  book_fixture_add (fixture, "Twin", QUAD_TIER_LEAD, QUAD_PROFILE_NONE, 1);
  book_fixture_add (fixture, "Twin", QUAD_TIER_LEAD, QUAD_PROFILE_NONE, 1);
  quad_record_set_text (values, QUAD_ACCOUNT_NAME, "Coded");
  quad_record_set_text (values, QUAD_ACCOUNT_EXTERNAL_ID, "X-9");
  g_assert_nonnull (quad_book_create_account (fixture->book, values, NULL));

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) found = quad_book_find_accounts (fixture->book, cases[i].text);

      g_assert_cmpuint (found->len, ==, cases[i].found);
    }
  by_uid = quad_book_find_accounts (fixture->book, get_text (account, QUAD_ACCOUNT_UID));
  g_assert_cmpuint (by_uid->len, ==, 1);
  g_assert_true (g_ptr_array_index (by_uid, 0) == account);
}

static void
test_book_history (BookFixture   *fixture,
                   gconstpointer  data)
{
  g_autoptr (GPtrArray) history = NULL;
  const QuadHistoryEntry *entry;

  book_fixture_add (fixture, "One", QUAD_TIER_KEY, QUAD_PROFILE_KEEP, 1);
  move (fixture, "One", QUAD_TIER_LEAD);
  g_assert_true (quad_book_undo (fixture->book, NULL));

  history = quad_book_load_history (fixture->book, 10, NULL);
  g_assert_cmpuint (history->len, ==, 2);
  entry = g_ptr_array_index (history, 0);
  g_assert_cmpstr (entry->label, ==, "Move One to Leads to qualify");
  g_assert_true (entry->undone);
  g_assert_cmpint (entry->time, >, 0);
  entry = g_ptr_array_index (history, 1);
  g_assert_cmpstr (entry->label, ==, "Create One");
  g_assert_false (entry->undone);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) \
  g_test_add (path, BookFixture, NULL, book_fixture_set_up, func, book_fixture_tear_down)
  ADD ("/book/new", test_book_new);
  ADD ("/book/create", test_book_create);
  ADD ("/book/create-client", test_book_create_client);
  ADD ("/book/won", test_book_won);
  ADD ("/book/lost-and-won-again", test_book_lost_and_won_again);
  ADD ("/book/parked", test_book_parked);
  ADD ("/book/parked-prospect-won", test_book_parked_prospect_won);
  ADD ("/book/jettison", test_book_jettison);
  ADD ("/book/several", test_book_several);
  ADD ("/book/nothing-to-do", test_book_nothing_to_do);
  ADD ("/book/edit", test_book_edit);
  ADD ("/book/edit-overrides", test_book_edit_overrides);
  ADD ("/book/rename", test_book_rename);
  ADD ("/book/delete", test_book_delete);
  ADD ("/book/recut", test_book_recut);
  ADD ("/book/limits", test_book_limits);
  ADD ("/book/rhythm", test_book_rhythm);
  ADD ("/book/figures-follow", test_book_figures_follow);
  ADD ("/book/identity", test_book_identity);
  ADD ("/book/notifications", test_book_notifications);
  ADD ("/book/find", test_book_find);
  ADD ("/book/history", test_book_history);
#undef ADD

  return g_test_run ();
}
