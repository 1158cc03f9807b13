/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "book-random.h"

#include "quad-contact.h"
#include "quad-plan.h"
#include "quad-playbook.h"

/* Operations on accounts, and on the plan. */

#define ID(ids, i) g_array_index (ids, gint64, i)

static void
do_create (Random      *random,
           ModelState  *next,
           GError     **error)
{
  QuadTier tier = random_below (random, QUAD_N_TIERS);
  QuadProfile profile = random_below (random, QUAD_N_PROFILES);
  QuadMoney revenue = random_revenue (random);

  model_create (next, tier, profile, revenue, TRUE, random->today);
  book_fixture_add (random->fixture, random_name (random, "Account"), tier, profile, revenue);
}

static void
do_import (Random      *random,
           ModelState  *next,
           GError     **error)
{
  g_autoptr (BookRows) rows = book_rows_new ("random.csv");

  for (int n = random_below (random, 8); n >= 0; n--)
    {
      QuadMoney revenue = random_revenue (random);
      ModelContact contact = { model_next_id (next->contacts), 0, "Somebody" };

      book_rows_add (rows, "Imported", QUAD_TIER_SECONDARY, revenue);
      book_rows_add_contact (rows, "Somebody", "1");
      contact.account = model_create (next, QUAD_TIER_SECONDARY, QUAD_PROFILE_NONE, revenue,
                                      FALSE, random->today)->id;
      g_array_append_val (next->contacts, contact);
    }
  quad_book_import (random->fixture->book, QUAD_IMPORT_SOURCE (rows), NULL, NULL, NULL, NULL,
                    NULL, NULL, error);
}

static void
do_delete (Random      *random,
           ModelState  *next,
           GError     **error)
{
  g_autoptr (GPtrArray) accounts = random_accounts (random);
  g_autoptr (GArray) ids = random_get_ids (accounts);

  for (guint i = 0; i < ids->len; i++)
    model_delete (next, ID (ids, i));
  quad_book_delete_accounts (random->fixture->book, accounts, error);
}

static void
do_move (Random      *random,
         ModelState  *next,
         GError     **error)
{
  g_autoptr (GPtrArray) accounts = random_accounts (random);
  g_autoptr (GArray) ids = random_get_ids (accounts);
  QuadTier tier = random_below (random, QUAD_N_TIERS);

  for (guint i = 0; i < ids->len; i++)
    model_move (next, ID (ids, i), tier, NULL, random->today);
  quad_book_move_accounts (random->fixture->book, accounts, tier, error);
}

static void
do_set_profile (Random      *random,
                ModelState  *next,
                GError     **error)
{
  g_autoptr (GPtrArray) accounts = random_accounts (random);
  g_autoptr (GArray) ids = random_get_ids (accounts);
  QuadProfile profile = random_below (random, QUAD_N_PROFILES);

  for (guint i = 0; i < ids->len; i++)
    model_set_profile (next, ID (ids, i), profile, NULL, random->today);
  quad_book_set_profile (random->fixture->book, accounts, profile, error);
}

static void
do_edit (Random      *random,
         ModelState  *next,
         GError     **error)
{
  g_autoptr (GPtrArray) accounts = random_accounts (random);
  g_autoptr (GArray) ids = random_get_ids (accounts);
  g_autoptr (QuadRecord) edits = quad_record_new (&quad_account_schema);
  QuadMoney revenue = random_revenue (random);
  QuadTier tier = random_below (random, QUAD_N_TIERS);
  gboolean moves = random_below (random, 3) == 0;

  quad_record_set_number (edits, QUAD_ACCOUNT_REVENUE, revenue);
  if (moves)
    quad_record_set_number (edits, QUAD_ACCOUNT_TIER, tier);
  for (guint i = 0; i < ids->len; i++)
    {
      gint64 id = ID (ids, i);
      ((ModelAccount *) model_find (next->accounts, id))->revenue = revenue;
      if (moves)
        model_move (next, id, tier, NULL, random->today);
    }
  quad_book_edit_accounts (random->fixture->book, accounts, edits, error);
}

/* The accounts in the order of the list, in which a re-cut goes through them. */
static void
do_recut (Random      *random,
          ModelState  *next,
          GError     **error)
{
  QuadItemList *list = quad_book_get_accounts (random->fixture->book);
  QuadCutOffRule rule = { (guint) g_rand_int_range (random->rand, 1, 11) * 1000,
                          QUAD_MONEY_UNKNOWN };

  for (guint i = 0; i < quad_item_list_get_size (list); i++)
    {
      gint64 id = quad_account_get_id (quad_item_list_peek (list, i));

      model_move (next, id, model_get_cut (random->now, rule.basis_points, id), NULL,
                  random->today);
    }
  next->basis_points = rule.basis_points;
  quad_book_recut (random->fixture->book, &rule, error);
}

static void
do_park (Random      *random,
         ModelState  *next,
         GError     **error)
{
  g_autoptr (GPtrArray) accounts = random_accounts (random);
  g_autoptr (GArray) ids = random_get_ids (accounts);
  const char *reason = random_reason (random);
  QuadDate revisit_on = random_day (random);

  for (guint i = 0; i < ids->len; i++)
    {
      gint64 id = ID (ids, i);
      ModelAccount *row;

      model_move (next, id, QUAD_TIER_PARKED, reason, random->today);
      row = model_find (next->accounts, id);
      row->parked_reason = reason;
      row->revisit_on = revisit_on;
    }
  quad_book_park_accounts (random->fixture->book, accounts, reason, revisit_on, error);
}

static void
do_decide (Random      *random,
           ModelState  *next,
           gboolean     ended,
           GError     **error)
{
  QuadItemList *list = quad_book_get_accounts (random->fixture->book);
  g_autoptr (GPtrArray) accounts = random_accounts (random);
  g_autoptr (GArray) ids = NULL;
  const char *reason = random_reason (random);

  /* few are to be let go: take one, if there is one */
  for (guint i = 0; i < quad_item_list_get_size (list); i++)
    if (quad_account_get_profile (quad_item_list_peek (list, i)) == QUAD_PROFILE_JETTISON)
      g_ptr_array_add (accounts, quad_item_list_peek (list, i));
  ids = random_get_ids (accounts);
  for (guint i = 0; i < ids->len; i++)
    {
      gint64 id = ID (ids, i);
      ModelAccount *row = model_find (next->accounts, id);

      if (row->profile != QUAD_PROFILE_JETTISON)
        continue;
      if (!ended)
        {
          model_set_profile (next, id, QUAD_PROFILE_KEEP, reason, random->today);
          continue;
        }
      model_move (next, id, QUAD_TIER_PARKED, reason, random->today);
      row = model_find (next->accounts, id);
      row->parked_reason = row->lost_reason = reason;
    }
  if (ended)
    quad_book_end_accounts (random->fixture->book, accounts, reason, error);
  else
    quad_book_turn_around (random->fixture->book, accounts, reason, error);
}

static void
do_turn_around (Random      *random,
                ModelState  *next,
                GError     **error)
{
  do_decide (random, next, FALSE, error);
}

static void
do_end (Random      *random,
        ModelState  *next,
        GError     **error)
{
  do_decide (random, next, TRUE, error);
}

/* Of an account that comes twice the last profile counts: so from the end. */
static void
do_align (Random      *random,
          ModelState  *next,
          GError     **error)
{
  g_autoptr (GPtrArray) accounts = random_accounts (random);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  QuadProfile profiles[5];

  for (guint i = accounts->len; i > 0; i--)
    {
      profiles[i - 1] = random_below (random, QUAD_N_PROFILES);
      if (g_hash_table_add (seen, accounts->pdata[i - 1]))
        model_set_profile (next, quad_account_get_id (accounts->pdata[i - 1]), profiles[i - 1],
                           NULL, random->today);
    }
  quad_book_align (random->fixture->book, accounts, profiles, error);
}

/* The plan ---------------------------------------------------------------------------------- */

/* Details that leave out some fields; the same for the model. */
static QuadRecord *
draw_details (Random    *random,
              ModelMove *change,
              guint     *fields)
{
  QuadRecord *details = quad_record_new (&quad_planned_move_schema);

  *fields = (guint) random_below (random, 8);
  change->by = random_day (random);
  change->why = random_reason (random);
  change->expected = random_revenue (random);
  if ((*fields & 1) != 0)
    quad_record_set_number (details, QUAD_PLANNED_MOVE_BY_DATE, change->by);
  if ((*fields & 2) != 0)
    quad_record_set_text (details, QUAD_PLANNED_MOVE_WHY, change->why);
  if ((*fields & 4) != 0)
    quad_record_set_number (details, QUAD_PLANNED_MOVE_EXPECTED_REVENUE, change->expected);

  return details;
}

static void
take_details (ModelMove       *move,
              const ModelMove *change,
              guint            fields)
{
  if ((fields & 1) != 0)
    move->by = change->by;
  if ((fields & 2) != 0)
    move->why = change->why;
  if ((fields & 4) != 0)
    move->expected = change->expected;
}

static void
do_plan (Random      *random,
         ModelState  *next,
         GError     **error)
{
  g_autoptr (GPtrArray) accounts = random_accounts (random);
  g_autoptr (GArray) ids = random_get_ids (accounts);
  g_autoptr (QuadRecord) details = NULL;
  QuadTier tier = random_below (random, QUAD_N_TIERS);
  ModelMove change = { 0 };
  guint fields;

  details = draw_details (random, &change, &fields);
  for (guint i = 0; i < ids->len; i++)
    {
      gint64 id = ID (ids, i);
      model_plan (next, id, tier);
      if (model_find_move (next, id) != NULL)
        take_details (model_find_move (next, id), &change, fields);
    }
  quad_book_plan_moves (random->fixture->book, accounts, tier, details, error);
}

static int
compare_moves (gconstpointer a,
               gconstpointer b)
{
  const ModelMove *x = a, *y = b;
  gint64 by_x = x->by != QUAD_DATE_NONE ? x->by : G_MAXINT64;
  gint64 by_y = y->by != QUAD_DATE_NONE ? y->by : G_MAXINT64;

  if (by_x != by_y)
    return by_x < by_y ? -1 : 1;
  return x->id < y->id ? -1 : 1;
}

/* Some planned moves, twice perhaps; or NULL, the whole plan. The accounts come in its order. */
static GPtrArray *
draw_moves (Random      *random,
            ModelState  *next,
            GArray     **accounts)
{
  QuadItemList *plan = quad_book_get_plan (random->fixture->book);
  g_autoptr (GArray) all = g_array_copy (next->moves);
  g_autoptr (GPtrArray) named = g_ptr_array_new ();
  GPtrArray *moves = NULL;

  if (random_below (random, 5) > 0 && all->len > 0)
    {
      moves = g_ptr_array_new ();
      for (int n = random_below (random, 4); n >= 0; n--)
        {
          QuadPlannedMove *move = quad_item_list_peek (plan, (guint) random_below (random,
                                                                       (int) all->len));

          g_ptr_array_add (moves, move);
          g_ptr_array_add (named, quad_book_get_planned_account (random->fixture->book, move));
        }
      *accounts = random_get_ids (named);
      return moves;
    }

  *accounts = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_sort (all, compare_moves);
  for (guint i = 0; i < all->len; i++)
    g_array_append_val (*accounts, MODEL_ROW (all, ModelMove, i)->account);

  return moves;
}

static void
do_edit_plan (Random      *random,
              ModelState  *next,
              GError     **error)
{
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GPtrArray) moves = draw_moves (random, next, &ids);
  g_autoptr (QuadRecord) details = NULL;
  ModelMove change = { 0 };
  guint fields;

  details = draw_details (random, &change, &fields);
  for (guint i = 0; i < ids->len; i++)
    take_details (model_find_move (next, ID (ids, i)), &change, fields);
  quad_book_edit_planned_moves (random->fixture->book, moves, details, error);
}

static void
do_discard (Random      *random,
            ModelState  *next,
            GError     **error)
{
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GPtrArray) moves = draw_moves (random, next, &ids);

  for (guint i = 0; i < ids->len; i++)
    model_unplan (next, ID (ids, i));
  quad_book_discard_planned_moves (random->fixture->book, moves, error);
}

static void
do_apply (Random      *random,
          ModelState  *next,
          GError     **error)
{
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GPtrArray) moves = draw_moves (random, next, &ids);

  for (guint i = 0; i < ids->len; i++)
    model_apply (next, ID (ids, i), random->today);
  quad_book_apply_planned_moves (random->fixture->book, moves, error);
}

const RandomOperation random_delete_operation = { "delete", 0, FALSE, do_delete };

const RandomOperation random_account_operations[] = {
  { "create", 8, TRUE, do_create },
  { "import", 3, TRUE, do_import },
  { "delete", 3, FALSE, do_delete },
  { "move", 12, FALSE, do_move },
  { "set-profile", 6, FALSE, do_set_profile },
  { "edit", 6, FALSE, do_edit },
  { "recut", 3, FALSE, do_recut },
  { "park", 3, FALSE, do_park },
  { "turn-around", 2, FALSE, do_turn_around },
  { "end", 2, FALSE, do_end },
  { "align", 3, FALSE, do_align },
  { NULL },
};

const RandomOperation random_plan_operations[] = {
  { "plan", 8, FALSE, do_plan },
  { "edit-plan", 3, FALSE, do_edit_plan },
  { "discard", 2, FALSE, do_discard },
  { "apply", 3, FALSE, do_apply },
  { NULL },
};
