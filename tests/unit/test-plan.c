/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "book-fixture.h"

#include "quad-event.h"
#include "quad-plan.h"
#include "quad-steps.h"
#include "quad-test-figures.h"

/* The plan: what each operation does, that undo and redo are exact, and what real moves and
 * deletions do to it. */

#define NAME "Quayside & Sons <“Hotels”>"

static GPtrArray *
find_accounts (BookFixture        *fixture,
               const char * const *names)
{
  GPtrArray *accounts = g_ptr_array_new ();

  for (guint i = 0; names[i] != NULL; i++)
    g_ptr_array_add (accounts, book_fixture_find (fixture, names[i]));

  return accounts;
}

static QuadPlannedMove *
find_move (BookFixture *fixture,
           const char  *name)
{
  return quad_book_get_planned_move (fixture->book, book_fixture_find (fixture, name));
}

static QuadTier
get_tier (BookFixture *fixture,
          const char  *name)
{
  return quad_account_get_tier (book_fixture_find (fixture, name));
}

static QuadRecord *
make_details (QuadDate    by_date,
              const char *why,
              QuadMoney   expected)
{
  QuadRecord *details = quad_record_new (&quad_planned_move_schema);

  if (by_date != QUAD_DATE_NONE)
    quad_record_set_number (details, QUAD_PLANNED_MOVE_BY_DATE, by_date);
  if (why != NULL)
    quad_record_set_text (details, QUAD_PLANNED_MOVE_WHY, why);
  if (expected != QUAD_MONEY_UNKNOWN)
    quad_record_set_number (details, QUAD_PLANNED_MOVE_EXPECTED_REVENUE, expected);

  return details;
}

/* What one operation is about. */
typedef struct
{
  const char * const *names;        /* NULL: the whole plan */
  QuadTier            tier;
  const QuadRecord   *details;
} Work;

static GPtrArray *
find_moves (BookFixture *fixture,
            const Work  *work)
{
  GPtrArray *moves;

  if (work->names == NULL)
    return NULL;

  moves = g_ptr_array_new ();
  for (guint i = 0; work->names[i] != NULL; i++)
    g_ptr_array_add (moves, find_move (fixture, work->names[i]));

  return moves;
}

static gboolean
plan (BookFixture  *fixture,
      gpointer      data,
      GError      **error)
{
  const Work *work = data;
  g_autoptr (GPtrArray) accounts = find_accounts (fixture, work->names);

  return quad_book_plan_moves (fixture->book, accounts, work->tier, work->details, error);
}

static gboolean
edit (BookFixture  *fixture,
      gpointer      data,
      GError      **error)
{
  const Work *work = data;
  g_autoptr (GPtrArray) moves = find_moves (fixture, work);

  return quad_book_edit_planned_moves (fixture->book, moves, work->details, error);
}

static gboolean
discard (BookFixture  *fixture,
         gpointer      data,
         GError      **error)
{
  g_autoptr (GPtrArray) moves = find_moves (fixture, data);

  return quad_book_discard_planned_moves (fixture->book, moves, error);
}

static gboolean
apply (BookFixture  *fixture,
       gpointer      data,
       GError      **error)
{
  g_autoptr (GPtrArray) moves = find_moves (fixture, data);

  return quad_book_apply_planned_moves (fixture->book, moves, error);
}

static gboolean
move (BookFixture  *fixture,
      gpointer      data,
      GError      **error)
{
  const Work *work = data;
  g_autoptr (GPtrArray) accounts = find_accounts (fixture, work->names);

  return quad_book_move_accounts (fixture->book, accounts, work->tier, error);
}

static gboolean
delete_accounts (BookFixture  *fixture,
                 gpointer      data,
                 GError      **error)
{
  const Work *work = data;
  g_autoptr (GPtrArray) accounts = find_accounts (fixture, work->names);

  return quad_book_delete_accounts (fixture->book, accounts, error);
}

#define NAMES(...) ((const char *const[]) { __VA_ARGS__, NULL })

/* Does it without looking further. */
static void
run (BookFixture   *fixture,
     BookOperation  operation,
     Work           work)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (operation (fixture, &work, &error));
  g_assert_no_error (error);
}

static void
check (BookFixture   *fixture,
       BookOperation  operation,
       Work           work,
       const char    *label)
{
  book_fixture_check (fixture, operation, &work, label);
}

/* What must leave no entry in the history. */
static void
check_nothing (BookFixture   *fixture,
               BookOperation  operation,
               Work           work)
{
  g_autofree char *label = g_strdup (quad_book_get_undo_label (fixture->book));
  g_autofree char *before = book_fixture_dump (fixture);
  g_autofree char *after = NULL;

  run (fixture, operation, work);
  after = book_fixture_dump (fixture);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpstr (quad_book_get_undo_label (fixture->book), ==, label);
}

static void
add_three (BookFixture *fixture)
{
  book_fixture_add (fixture, NAME, QUAD_TIER_SECONDARY, QUAD_PROFILE_KEEP, 100000);
  book_fixture_add (fixture, "Solent", QUAD_TIER_IDEAL, QUAD_PROFILE_ATTAIN, QUAD_MONEY_UNKNOWN);
  book_fixture_add (fixture, "Peller", QUAD_TIER_LEAD, QUAD_PROFILE_NONE, QUAD_MONEY_UNKNOWN);
}

static void
test_plan_moves (BookFixture   *fixture,
                 gconstpointer  data)
{
  g_autoptr (QuadRecord) details = make_details (BOOK_TODAY + 90, "  asked for an offer\n", 250000);
  QuadPlannedMove *planned;

  add_three (fixture);
  check (fixture, plan, (Work) { NAMES (NAME), QUAD_TIER_KEY },
         "Plan to move " NAME " to Key accounts");
  g_assert_cmpint (get_tier (fixture, NAME), ==, QUAD_TIER_SECONDARY);
  g_assert_cmpint (quad_book_get_planned_tier (fixture->book, book_fixture_find (fixture, NAME)),
                   ==, QUAD_TIER_KEY);
  g_assert_null (find_move (fixture, "Solent"));

  /* several at once, the one with an earlier plan too; twice the same is once */
  check (fixture, plan,
         (Work) { NAMES (NAME, "Solent", "Peller", "Solent"), QUAD_TIER_KEY, details },
         "Plan to move 3 accounts to Key accounts");
  planned = find_move (fixture, "Solent");
  g_assert_cmpuint (quad_planned_move_get_by_date (planned), ==, BOOK_TODAY + 90);
  g_assert_cmpstr (quad_planned_move_get_why (planned), ==, "asked for an offer");
  g_assert_cmpint (quad_planned_move_get_expected_revenue (planned), ==, 250000);
  check_nothing (fixture, plan, (Work) { NAMES (NAME, "Solent"), QUAD_TIER_KEY, details });

  /* another tier instead, and what was said about it stays */
  check (fixture, plan, (Work) { NAMES ("Solent"), QUAD_TIER_SECONDARY },
         "Plan to move Solent to Secondary accounts");
  planned = find_move (fixture, "Solent");
  g_assert_cmpint (quad_planned_move_get_tier (planned), ==, QUAD_TIER_SECONDARY);
  g_assert_cmpstr (quad_planned_move_get_why (planned), ==, "asked for an offer");
  g_assert_cmpuint (quad_item_list_get_size (quad_book_get_plan (fixture->book)), ==, 3);

  /* to where it is: nothing is planned any more */
  check (fixture, plan, (Work) { NAMES ("Solent"), QUAD_TIER_IDEAL },
         "Discard the planned move of Solent");
  g_assert_null (find_move (fixture, "Solent"));
  check_nothing (fixture, plan, (Work) { NAMES ("Solent"), QUAD_TIER_IDEAL });
  check (fixture, plan, (Work) { NAMES ("Peller", "Solent"), QUAD_TIER_LEAD },
         "Plan to move Solent to Leads to qualify");
  g_assert_null (find_move (fixture, "Peller"));
}

static void
test_edit (BookFixture   *fixture,
           gconstpointer  data)
{
  g_autoptr (QuadRecord) details = make_details (BOOK_TODAY + 30, "grows", 5000);
  g_autoptr (QuadRecord) no_date = quad_record_new (&quad_planned_move_schema);
  g_autoptr (QuadRecord) other_tier = quad_record_new (&quad_planned_move_schema);
  g_autoptr (GPtrArray) listed = NULL;

  add_three (fixture);
  run (fixture, plan, (Work) { NAMES (NAME, "Solent"), QUAD_TIER_KEY });
  check (fixture, edit, (Work) { NAMES ("Solent"), .details = details },
         "Edit the planned move of Solent");
  listed = quad_book_list_plan (fixture->book);
  g_assert_cmpuint (listed->len, ==, 2);
  g_assert_true (listed->pdata[0] == find_move (fixture, "Solent"));
  g_assert_true (listed->pdata[1] == find_move (fixture, NAME));

  check (fixture, edit, (Work) { .details = details }, "Edit the planned move of " NAME);
  check_nothing (fixture, edit, (Work) { .details = details });
  quad_record_clear (no_date, QUAD_PLANNED_MOVE_BY_DATE);
  check (fixture, edit, (Work) { .details = no_date }, "Edit 2 planned moves");
  g_assert_cmpuint (quad_planned_move_get_by_date (find_move (fixture, NAME)), ==,
                    QUAD_DATE_NONE);
  g_assert_cmpstr (quad_planned_move_get_why (find_move (fixture, NAME)), ==, "grows");

  /* where it goes is not edited but planned */
  quad_record_set_number (other_tier, QUAD_PLANNED_MOVE_TIER, QUAD_TIER_LEAD);
  check_nothing (fixture, edit, (Work) { NAMES (NAME), .details = other_tier });
}

static void
test_discard (BookFixture   *fixture,
              gconstpointer  data)
{
  add_three (fixture);
  run (fixture, plan, (Work) { NAMES (NAME, "Solent", "Peller"), QUAD_TIER_KEY });
  check (fixture, discard, (Work) { NAMES ("Solent") }, "Discard the planned move of Solent");
  check (fixture, discard, (Work) { NULL }, "Discard 2 planned moves");
  g_assert_cmpuint (quad_item_list_get_size (quad_book_get_plan (fixture->book)), ==, 0);
  g_assert_cmpuint (quad_book_get_plan_reached (fixture->book)->len, ==, 0);
  check_nothing (fixture, discard, (Work) { NULL });
}

/* The same accounts and events as after a real move, step by step. */
static void
test_apply (BookFixture   *fixture,
            gconstpointer  data)
{
  g_autoptr (QuadRecord) won = make_details (BOOK_TODAY + 9, "signed", 70000);
  g_autoptr (QuadRecord) lost = make_details (QUAD_DATE_NONE, "the site closes", 1);
  g_autoptr (GPtrArray) steps = NULL;
  g_autoptr (GPtrArray) events = NULL;
  g_autoptr (GError) error = NULL;
  QuadAccount *solent, *quayside, *peller;
  const QuadRecord *event;

  add_three (fixture);
  run (fixture, plan, (Work) { NAMES ("Solent"), QUAD_TIER_KEY, won });
  run (fixture, plan, (Work) { NAMES (NAME), QUAD_TIER_LEAD, lost });
  run (fixture, plan, (Work) { NAMES ("Peller"), QUAD_TIER_PARKED, lost });

  check (fixture, apply, (Work) { NAMES ("Solent") }, "Move Solent to Key accounts as planned");
  solent = book_fixture_find (fixture, "Solent");
  g_assert_cmpint (quad_account_get_tier (solent), ==, QUAD_TIER_KEY);
  g_assert_cmpint (quad_account_get_profile (solent), ==, QUAD_PROFILE_KEEP);
  g_assert_cmpint (quad_item_get_number (QUAD_ITEM (solent), QUAD_ACCOUNT_CLIENT_SINCE), ==,
                   BOOK_TODAY);
  g_assert_cmpint (quad_account_get_revenue (solent), ==, QUAD_MONEY_UNKNOWN);
  g_assert_null (quad_book_get_planned_move (fixture->book, solent));
  g_assert_cmpuint (quad_book_get_plan_reached (fixture->book)->len, ==, 1);
  steps = quad_book_load_steps (fixture->book, solent, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (steps->len, ==, 3 + 4);
  events = quad_book_load_events (fixture->book, solent, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (events->len, ==, 3);
  event = events->pdata[1];
  g_assert_cmpint (quad_record_get_number (event, QUAD_EVENT_KIND), ==, QUAD_EVENT_WON);
  g_assert_cmpstr (quad_record_get_text (event, QUAD_EVENT_NOTE), ==, "signed");

  check (fixture, apply, (Work) { NULL }, "Apply 2 planned moves");
  quayside = book_fixture_find (fixture, NAME);
  g_assert_cmpint (quad_account_get_tier (quayside), ==, QUAD_TIER_LEAD);
  g_assert_cmpint (quad_account_get_revenue (quayside), ==, 100000);
  g_assert_cmpstr (quad_item_get_text (QUAD_ITEM (quayside), QUAD_ACCOUNT_LOST_REASON), ==,
                   "the site closes");
  g_assert_null (quad_item_get_text (QUAD_ITEM (quayside), QUAD_ACCOUNT_PARKED_REASON));
  peller = book_fixture_find (fixture, "Peller");
  g_assert_cmpstr (quad_item_get_text (QUAD_ITEM (peller), QUAD_ACCOUNT_PARKED_REASON), ==,
                   "the site closes");
  g_assert_null (quad_item_get_text (QUAD_ITEM (peller), QUAD_ACCOUNT_LOST_REASON));
  g_assert_cmpuint (quad_item_list_get_size (quad_book_get_plan (fixture->book)), ==, 0);
  check_nothing (fixture, apply, (Work) { NULL });
  g_assert_cmpuint (quad_book_get_plan_reached (fixture->book)->len, ==, 0);
}

static void
test_reached (BookFixture   *fixture,
              gconstpointer  data)
{
  const QuadCutOffRule rule = { 10000, QUAD_MONEY_UNKNOWN };
  GPtrArray *reached = quad_book_get_plan_reached (fixture->book);
  g_autoptr (GError) error = NULL;

  add_three (fixture);
  run (fixture, plan, (Work) { NAMES (NAME, "Solent", "Peller"), QUAD_TIER_KEY });

  /* elsewhere: the plan stands */
  check (fixture, move, (Work) { NAMES ("Peller"), QUAD_TIER_IDEAL },
         "Move Peller to Ideal clients");
  g_assert_nonnull (find_move (fixture, "Peller"));

  /* there: it goes, is named, and comes back with undo */
  check (fixture, move, (Work) { NAMES ("Peller"), QUAD_TIER_KEY }, "Move Peller to Key accounts");
  reached = quad_book_get_plan_reached (fixture->book);
  g_assert_null (find_move (fixture, "Peller"));
  g_assert_cmpuint (reached->len, ==, 1);
  g_assert_true (reached->pdata[0] == book_fixture_find (fixture, "Peller"));
  quad_book_undo (fixture->book, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (reached->len, ==, 0);
  g_assert_nonnull (find_move (fixture, "Peller"));

  /* by whatever operation */
  quad_book_recut (fixture->book, &rule, &error);
  g_assert_no_error (error);
  g_assert_null (find_move (fixture, NAME));
  g_assert_cmpuint (reached->len, ==, 1);
  g_assert_nonnull (find_move (fixture, "Solent"));
}

static void
test_reached_by_import (BookFixture   *fixture,
                        gconstpointer  data)
{
  const QuadCutOffRule rule = { 10000, QUAD_MONEY_UNKNOWN };
  g_autoptr (BookRows) rows = book_rows_new ("list.csv");
  g_autoptr (GError) error = NULL;

  add_three (fixture);
  run (fixture, plan, (Work) { NAMES (NAME), QUAD_TIER_KEY });
  book_rows_add (rows, "New", QUAD_TIER_SECONDARY, 5);
  quad_book_import (fixture->book, QUAD_IMPORT_SOURCE (rows), NULL, &rule, NULL, NULL, NULL, NULL,
                    &error);
  g_assert_no_error (error);
  g_assert_cmpint (get_tier (fixture, NAME), ==, QUAD_TIER_KEY);
  g_assert_null (find_move (fixture, NAME));
  g_assert_cmpuint (quad_book_get_plan_reached (fixture->book)->len, ==, 1);
  book_fixture_assert_loaded (fixture);
}

static gint64
find_entry (BookFixture *fixture,
            const char  *label)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) history = quad_book_load_history (fixture->book, G_MAXUINT, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < history->len; i++)
    {
      const QuadHistoryEntry *entry = history->pdata[i];

      if (g_str_equal (entry->label, label))
        return entry->id;
    }

  g_return_val_if_reached (0);
}

static gboolean
take_back (BookFixture  *fixture,
           gpointer      data,
           GError      **error)
{
  g_autoptr (GPtrArray) spared = NULL;

  return quad_book_undo_entry (fixture->book, find_entry (fixture, data), &spared, error);
}

/* An operation of before that is taken back alone can bring an account to where it is to go, too.
 */
static void
test_reached_by_taking_back (BookFixture   *fixture,
                             gconstpointer  data)
{
  add_three (fixture);
  run (fixture, move, (Work) { NAMES ("Peller"), QUAD_TIER_KEY });
  run (fixture, plan, (Work) { NAMES ("Peller", "Solent"), QUAD_TIER_LEAD });
  book_fixture_check (fixture, take_back, (gpointer) "Move Peller to Key accounts",
                      "Take Back “Move Peller to Key accounts”");
  g_assert_cmpint (get_tier (fixture, "Peller"), ==, QUAD_TIER_LEAD);
  g_assert_null (find_move (fixture, "Peller"));
  g_assert_nonnull (find_move (fixture, "Solent"));
}

static void
test_delete (BookFixture   *fixture,
             gconstpointer  data)
{
  add_three (fixture);
  run (fixture, plan, (Work) { NAMES (NAME, "Solent"), QUAD_TIER_KEY });
  check (fixture, delete_accounts, (Work) { NAMES (NAME) }, "Delete " NAME);
  g_assert_cmpuint (quad_item_list_get_size (quad_book_get_plan (fixture->book)), ==, 1);
  g_assert_cmpuint (quad_book_get_plan_reached (fixture->book)->len, ==, 0);
}

/* The numbers that the plan promises are those that the book has once it is applied. */
static void
test_effect (BookFixture   *fixture,
             gconstpointer  data)
{
  QuadPlanEffect effect;

  add_three (fixture);
  book_fixture_add (fixture, "Tern", QUAD_TIER_KEY, QUAD_PROFILE_EXPAND, 300000);
  run (fixture, plan, (Work) { NAMES (NAME, "Solent"), QUAD_TIER_KEY });
  run (fixture, plan, (Work) { NAMES ("Tern"), QUAD_TIER_IDEAL });
  quad_book_get_plan_effect (fixture->book, &effect);
  g_assert_cmpuint (effect.moves, ==, 3);
  g_assert_cmpuint (effect.unknown, ==, 1);
  quad_test_assert_same_figures (&effect.now, quad_book_get_figures (fixture->book));

  run (fixture, apply, (Work) { NULL });
  quad_test_assert_same_figures (&effect.planned, quad_book_get_figures (fixture->book));
}

static void
test_errors (BookFixture   *fixture,
             gconstpointer  data)
{
  g_autoptr (QuadRecord) too_much = make_details (QUAD_DATE_NONE, NULL, QUAD_MONEY_LIMIT + 1);
  g_autoptr (GPtrArray) accounts = NULL;
  g_autoptr (GPtrArray) moves = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  add_three (fixture);
  run (fixture, plan, (Work) { NAMES (NAME), QUAD_TIER_KEY });
  g_ptr_array_add (moves, g_object_ref (find_move (fixture, NAME)));
  run (fixture, discard, (Work) { NULL });
  before = book_fixture_dump (fixture);

  accounts = find_accounts (fixture, NAMES (NAME));
  g_assert_false (quad_book_plan_moves (fixture->book, accounts, QUAD_TIER_KEY, too_much, &error));
  g_assert_error (error, QUAD_ERROR, QUAD_ERROR_INVALID_INPUT);
  g_clear_error (&error);
  g_assert_false (quad_book_apply_planned_moves (fixture->book, moves, &error));
  g_assert_error (error, QUAD_ERROR, QUAD_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (quad_book_discard_planned_moves (fixture->book, moves, &error));
  g_assert_error (error, QUAD_ERROR, QUAD_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (quad_book_edit_planned_moves (fixture->book, moves, too_much, &error));
  g_assert_error (error, QUAD_ERROR, QUAD_ERROR_INVALID_INPUT);

  after = book_fixture_dump (fixture);
  g_assert_cmpstr (before, ==, after);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) \
  g_test_add (path, BookFixture, NULL, book_fixture_set_up, func, book_fixture_tear_down)
  ADD ("/plan/moves", test_plan_moves);
  ADD ("/plan/edit", test_edit);
  ADD ("/plan/discard", test_discard);
  ADD ("/plan/apply", test_apply);
  ADD ("/plan/reached", test_reached);
  ADD ("/plan/reached-by-import", test_reached_by_import);
  ADD ("/plan/reached-by-taking-back", test_reached_by_taking_back);
  ADD ("/plan/delete", test_delete);
  ADD ("/plan/effect", test_effect);
  ADD ("/plan/errors", test_errors);
#undef ADD

  return g_test_run ();
}
