/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "book-fixture.h"

/* A thousand operations, undos and redos in random order against a model that is as simple as
 * possible: a list of the few values that the operations change, and two stacks of such lists. */

typedef struct
{
  gint64      id;
  QuadTier    tier;
  QuadProfile profile;
  gboolean    ever_client;
  QuadDate    client_since;
  QuadDate    lost_on;
  QuadDate    decide_by;
  QuadMoney   revenue;
} Row;

typedef struct
{
  GArray       *rows;     /* Row, any order */
  guint         basis_points;
} State;

typedef struct
{
  BookFixture *fixture;
  GRand       *rand;
  State       *now;
  GPtrArray   *undo;      /* State, the newest last */
  GPtrArray   *redo;
  QuadDate     today;
  guint        n_named;
} Model;

static State *
state_copy (const State *state)
{
  State *copy = g_new (State, 1);

  copy->rows = g_array_copy (state->rows);
  copy->basis_points = state->basis_points;

  return copy;
}

static void
state_free (gpointer data)
{
  State *state = data;

  g_array_unref (state->rows);
  g_free (state);
}

static Row *
find_row (State  *state,
          gint64  id)
{
  for (guint i = 0; i < state->rows->len; i++)
    {
      Row *row = &g_array_index (state->rows, Row, i);

      if (row->id == id)
        return row;
    }

  return NULL;
}

static gboolean
is_client (QuadTier tier)
{
  return tier == QUAD_TIER_KEY || tier == QUAD_TIER_SECONDARY;
}

static void
model_profile (Row         *row,
               QuadProfile  profile,
               QuadDate     today)
{
  if (row->profile == profile)
    return;

  row->profile = profile;
  row->decide_by = profile == QUAD_PROFILE_JETTISON ? today + 30 : QUAD_DATE_NONE;
}

/* The table of product.md section 3, row by row */
static void
model_move (Row      *row,
            QuadTier  tier,
            QuadDate  today)
{
  QuadTier from = row->tier;

  row->tier = tier;
  if (from == tier)
    return;

  if (tier == QUAD_TIER_PARKED)
    {
      if (is_client (from) && row->profile == QUAD_PROFILE_JETTISON)
        row->lost_on = today;
      model_profile (row, QUAD_PROFILE_NONE, today);
    }
  else if (is_client (from) && !is_client (tier))
    {
      row->lost_on = today;
      model_profile (row, QUAD_PROFILE_RECAPTURE, today);
    }
  else if (!is_client (from) && is_client (tier))
    {
      gboolean only_parked = from == QUAD_TIER_PARKED && row->ever_client
                             && row->lost_on == QUAD_DATE_NONE;

      if (!only_parked || row->client_since == QUAD_DATE_NONE)
        row->client_since = today;
      row->ever_client = TRUE;
      row->lost_on = QUAD_DATE_NONE;
      if (row->profile == QUAD_PROFILE_ATTAIN || row->profile == QUAD_PROFILE_RECAPTURE)
        model_profile (row, QUAD_PROFILE_KEEP, today);
    }
}

static int
compare_revenue (gconstpointer a,
                 gconstpointer b)
{
  QuadMoney x = *(const QuadMoney *) a, y = *(const QuadMoney *) b;

  return (y > x) - (y < x);
}

static void
model_recut (State    *state,
             guint     basis_points,
             QuadDate  today)
{
  g_autoptr (GArray) known = g_array_new (FALSE, FALSE, sizeof (QuadMoney));
  QuadMoney cut_off;

  state->basis_points = basis_points;
  for (guint i = 0; i < state->rows->len; i++)
    {
      const Row *row = &g_array_index (state->rows, Row, i);

      if (is_client (row->tier) && row->revenue != QUAD_MONEY_UNKNOWN)
        g_array_append_val (known, row->revenue);
    }
  if (known->len == 0)
    return;

  g_array_sort (known, compare_revenue);
  cut_off = g_array_index (known, QuadMoney, (basis_points * known->len + 9999) / 10000 - 1);
  for (guint i = 0; i < state->rows->len; i++)
    {
      Row *row = &g_array_index (state->rows, Row, i);

      if (is_client (row->tier) && row->revenue != QUAD_MONEY_UNKNOWN)
        model_move (row, row->revenue > 0 && row->revenue >= cut_off ? QUAD_TIER_KEY
                                                                     : QUAD_TIER_SECONDARY, today);
    }
}

static gboolean
equal_states (const State *a,
              const State *b)
{
  if (a->basis_points != b->basis_points || a->rows->len != b->rows->len)
    return FALSE;

  for (guint i = 0; i < a->rows->len; i++)
    {
      const Row *x = &g_array_index (a->rows, Row, i);
      const Row *y = find_row ((State *) b, x->id);

      if (y == NULL || x->tier != y->tier || x->profile != y->profile
          || x->ever_client != y->ever_client || x->client_since != y->client_since
          || x->lost_on != y->lost_on || x->decide_by != y->decide_by || x->revenue != y->revenue)
        return FALSE;
    }

  return TRUE;
}

/* What the book has in memory, in the model's terms */
static State *
read_book (QuadBook *book)
{
  QuadItemList *list = quad_book_get_accounts (book);
  State *state = g_new (State, 1);
  QuadCutOffRule rule;

  quad_book_get_cut_off_rule (book, &rule);
  state->basis_points = rule.basis_points;
  state->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  for (guint i = 0; i < quad_item_list_get_size (list); i++)
    {
      QuadItem *item = quad_item_list_peek (list, i);
      Row row = { 0 };

      row.id = quad_item_get_id (item);
      row.tier = quad_item_get_number (item, QUAD_ACCOUNT_TIER);
      row.profile = quad_item_get_number (item, QUAD_ACCOUNT_PROFILE);
      row.ever_client = quad_item_get_number (item, QUAD_ACCOUNT_EVER_CLIENT) != 0;
      row.client_since = quad_item_get_number (item, QUAD_ACCOUNT_CLIENT_SINCE);
      row.lost_on = quad_item_get_number (item, QUAD_ACCOUNT_LOST_ON);
      row.decide_by = quad_item_get_number (item, QUAD_ACCOUNT_DECIDE_BY);
      row.revenue = quad_item_get_number (item, QUAD_ACCOUNT_REVENUE);
      g_array_append_val (state->rows, row);
    }

  return state;
}

static GPtrArray *
draw_accounts (Model *model)
{
  QuadItemList *list = quad_book_get_accounts (model->fixture->book);
  GPtrArray *accounts = g_ptr_array_new ();
  guint size = quad_item_list_get_size (list);

  for (int n = size > 0 ? g_rand_int_range (model->rand, 1, 6) : 0; n > 0; n--)
    g_ptr_array_add (accounts,
                     quad_item_list_peek (list, (guint) g_rand_int_range (model->rand, 0,
                                                                          (int) size)));

  return accounts;
}

static QuadMoney
draw_revenue (Model *model)
{
  int drawn = g_rand_int_range (model->rand, -2, 30);

  return drawn == -2 ? QUAD_MONEY_UNKNOWN : drawn * 1000;
}

/* A row as the book makes it from new values */
static Row
make_row (gint64      id,
          QuadTier    tier,
          QuadProfile profile,
          QuadMoney   revenue,
          QuadDate    today)
{
  Row row = { .id = id, .tier = tier, .profile = profile, .revenue = revenue };

  row.ever_client = is_client (tier);
  if (profile == QUAD_PROFILE_JETTISON)
    row.decide_by = today + 30;

  return row;
}

static void
do_create (Model *model,
           State *next)
{
  QuadTier tier = g_rand_int_range (model->rand, 0, QUAD_N_TIERS);
  QuadProfile profile = g_rand_int_range (model->rand, 0, QUAD_N_PROFILES);
  QuadMoney revenue = draw_revenue (model);
  g_autofree char *name = g_strdup_printf ("Account %u", ++model->n_named);
  QuadAccount *account = book_fixture_add (model->fixture, name, tier, profile, revenue);
  Row row = make_row (quad_account_get_id (account), tier, profile, revenue, model->today);

  g_array_append_val (next->rows, row);
}

static void
do_move (Model   *model,
         State   *next,
         GError **error)
{
  g_autoptr (GPtrArray) accounts = draw_accounts (model);
  QuadTier tier = g_rand_int_range (model->rand, 0, QUAD_N_TIERS);

  for (guint i = 0; i < accounts->len; i++)
    model_move (find_row (next, quad_account_get_id (g_ptr_array_index (accounts, i))), tier,
                model->today);
  quad_book_move_accounts (model->fixture->book, accounts, tier, error);
}

static void
do_profile (Model   *model,
            State   *next,
            GError **error)
{
  g_autoptr (GPtrArray) accounts = draw_accounts (model);
  QuadProfile profile = g_rand_int_range (model->rand, 0, QUAD_N_PROFILES);

  for (guint i = 0; i < accounts->len; i++)
    model_profile (find_row (next, quad_account_get_id (g_ptr_array_index (accounts, i))), profile,
                   model->today);
  quad_book_set_profile (model->fixture->book, accounts, profile, error);
}

static void
do_edit (Model   *model,
         State   *next,
         GError **error)
{
  g_autoptr (GPtrArray) accounts = draw_accounts (model);
  g_autoptr (QuadRecord) edits = quad_record_new (&quad_account_schema);
  QuadMoney revenue = draw_revenue (model);

  for (guint i = 0; i < accounts->len; i++)
    find_row (next, quad_account_get_id (g_ptr_array_index (accounts, i)))->revenue = revenue;
  quad_record_set_number (edits, QUAD_ACCOUNT_REVENUE, revenue);
  quad_book_edit_accounts (model->fixture->book, accounts, edits, error);
}

static void
do_delete (Model   *model,
           State   *next,
           GError **error)
{
  g_autoptr (GPtrArray) accounts = draw_accounts (model);

  for (guint i = 0; i < accounts->len; i++)
    {
      Row *row = find_row (next, quad_account_get_id (g_ptr_array_index (accounts, i)));

      if (row != NULL)
        g_array_remove_index_fast (next->rows, (guint) (row - (Row *) (gpointer) next->rows->data));
    }
  quad_book_delete_accounts (model->fixture->book, accounts, error);
}

static void
do_recut (Model   *model,
          State   *next,
          GError **error)
{
  QuadCutOffRule rule = { (guint) g_rand_int_range (model->rand, 1, 11) * 1000,
                          QUAD_MONEY_UNKNOWN };

  model_recut (next, rule.basis_points, model->today);
  quad_book_recut (model->fixture->book, &rule, error);
}

/* New accounts have ids that only the book knows: they are the ones that the model has not. */
static void
do_import (Model   *model,
           State   *next,
           GError **error)
{
  g_autoptr (BookRows) rows = book_rows_new ("random.csv");
  int n = g_rand_int_range (model->rand, 1, 8);
  g_autofree QuadMoney *revenues = g_new (QuadMoney, n);
  QuadItemList *list = quad_book_get_accounts (model->fixture->book);
  int found = 0;

  for (int i = 0; i < n; i++)
    {
      revenues[i] = draw_revenue (model);
      book_rows_add (rows, "Imported", QUAD_TIER_SECONDARY, revenues[i]);
      book_rows_add_contact (rows, "Somebody", "1");
    }
  quad_book_import (model->fixture->book, QUAD_IMPORT_SOURCE (rows), NULL, NULL, NULL, NULL, NULL,
                    error);

  for (guint i = 0; i < quad_item_list_get_size (list) && found < n; i++)
    {
      gint64 id = quad_item_get_id (quad_item_list_peek (list, i));
      Row row;

      if (find_row (next, id) != NULL)
        continue;
      row = make_row (id, QUAD_TIER_SECONDARY, QUAD_PROFILE_NONE, revenues[found++], model->today);
      g_array_append_val (next->rows, row);
    }
}

static void
take_step (Model     *model,
           GPtrArray *from,
           GPtrArray *to)
{
  g_ptr_array_add (to, g_steal_pointer (&model->now));
  model->now = g_ptr_array_steal_index (from, from->len - 1);
}

static void
do_undo (Model   *model,
         GError **error)
{
  if (model->undo->len == 0)
    return;

  take_step (model, model->undo, model->redo);
  quad_book_undo (model->fixture->book, error);
}

static void
do_redo (Model   *model,
         GError **error)
{
  if (model->redo->len == 0)
    return;

  take_step (model, model->redo, model->undo);
  quad_book_redo (model->fixture->book, error);
}

/* What changes nothing leaves no entry: not in the book, and not here. */
static void
commit (Model *model,
        State *next)
{
  if (equal_states (model->now, next))
    {
      state_free (next);
      return;
    }

  g_ptr_array_add (model->undo, g_steal_pointer (&model->now));
  g_ptr_array_set_size (model->redo, 0);
  model->now = next;
}

static void
do_operation (Model   *model,
              guint    drawn,
              GError **error)
{
  State *next = state_copy (model->now);

  if (drawn < 12)
    do_create (model, next);
  else if (drawn < 40)
    do_move (model, next, error);
  else if (drawn < 50)
    do_profile (model, next, error);
  else if (drawn < 60)
    do_edit (model, next, error);
  else if (drawn < 66)
    do_delete (model, next, error);
  else if (drawn < 72)
    do_recut (model, next, error);
  else
    do_import (model, next, error);

  commit (model, next);
}

static void
do_something (Model *model)
{
  guint drawn = (guint) g_rand_int_range (model->rand, 0, 100);
  g_autoptr (GError) error = NULL;

  if (g_rand_int_range (model->rand, 0, 20) == 0)
    quad_book_set_today (model->fixture->book, ++model->today);

  if (drawn < 76)
    do_operation (model, drawn, &error);
  else if (drawn < 90)
    do_undo (model, &error);
  else if (drawn < 99)
    do_redo (model, &error);
  else
    book_fixture_reopen (model->fixture);
  g_assert_no_error (error);
  quad_book_set_today (model->fixture->book, model->today);
}

static void
assert_right (Model    *model,
              gboolean  thoroughly)
{
  State *found = read_book (model->fixture->book);

  g_assert_true (equal_states (model->now, found));
  state_free (found);
  g_assert_cmpint (quad_book_get_undo_label (model->fixture->book) != NULL, ==,
                   model->undo->len > 0);
  g_assert_cmpint (quad_book_get_redo_label (model->fixture->book) != NULL, ==,
                   model->redo->len > 0);
  if (thoroughly)
    book_fixture_assert_loaded (model->fixture);
}

static void
test_random (BookFixture   *fixture,
             gconstpointer  data)
{
  guint32 seed = g_test_rand_int ();
  Model model = { .fixture = fixture, .today = BOOK_TODAY };

  g_test_message ("seed %u", seed);
  model.rand = g_rand_new_with_seed (seed);
  model.now = read_book (fixture->book);
  model.undo = g_ptr_array_new_with_free_func (state_free);
  model.redo = g_ptr_array_new_with_free_func (state_free);

  for (guint i = 0; i < 1000; i++)
    {
      do_something (&model);
      assert_right (&model, i % 10 == 0);
    }

  /* all the way back */
  while (model.undo->len > 0)
    {
      g_autoptr (GError) error = NULL;

      do_undo (&model, &error);
      g_assert_no_error (error);
      assert_right (&model, FALSE);
    }
  book_fixture_assert_loaded (fixture);

  g_rand_free (model.rand);
  state_free (model.now);
  g_ptr_array_unref (model.undo);
  g_ptr_array_unref (model.redo);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/book-random/thousand", BookFixture, NULL, book_fixture_set_up, test_random,
              book_fixture_tear_down);

  return g_test_run ();
}
