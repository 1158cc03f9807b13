/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "book-random.h"

#include "quad-book-duplicates.h"
#include "store-fixture.h"

/* A thousand operations of every kind, undos and redos in random order, against a model that is as
 * simple as possible and two stacks of its states. */

#define N_OPERATIONS 1000
#define MOST_ACCOUNTS 40

static void
take_step (Random    *random,
           GPtrArray *from,
           GPtrArray *to)
{
  g_ptr_array_add (to, g_steal_pointer (&random->now));
  random->now = g_ptr_array_steal_index (from, from->len - 1);
}

static void
do_undo (Random  *random,
         GError **error)
{
  if (random->undo->len == 0)
    return;

  take_step (random, random->undo, random->redo);
  random->what = "undo";
  quad_book_undo (random->fixture->book, error);
}

static void
do_redo (Random  *random,
         GError **error)
{
  if (random->redo->len == 0)
    return;

  take_step (random, random->redo, random->undo);
  random->what = "redo";
  quad_book_redo (random->fixture->book, error);
}

/* What changes nothing leaves no entry: not in the book, and not here. */
static void
commit (Random     *random,
        ModelState *next)
{
  g_autofree char *before = model_state_to_text (random->now);
  g_autofree char *after = model_state_to_text (next);

  if (!random->forced && g_str_equal (before, after))
    {
      model_state_free (next);
      return;
    }

  g_ptr_array_add (random->undo, g_steal_pointer (&random->now));
  g_ptr_array_set_size (random->redo, 0);
  random->now = next;
}

static const RandomOperation *
draw_operation (Random *random)
{
  const RandomOperation *groups[] = { random_account_operations, random_step_operations,
                                      random_playbook_operations, random_plan_operations };
  guint total = 0, drawn;

  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    for (const RandomOperation *operation = groups[i]; operation->run != NULL; operation++)
      total += operation->weight;
  drawn = (guint) g_rand_int_range (random->rand, 0, (int) total);
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    for (const RandomOperation *operation = groups[i]; operation->run != NULL; operation++)
      {
        if (drawn < operation->weight)
          return operation;
        drawn -= operation->weight;
      }

  g_return_val_if_reached (NULL);
}

static void
do_operation (Random  *random,
              GError **error)
{
  const RandomOperation *operation = draw_operation (random);
  ModelState *next = model_state_copy (random->now);

  if (operation->grows && next->accounts->len >= MOST_ACCOUNTS)
    operation = &random_delete_operation;
  random->forced = FALSE;
  random->what = operation->name;
  operation->run (random, next, error);
  commit (random, next);
  g_hash_table_add (random->done, (gpointer) operation->name);
}

static void
do_something (Random *random)
{
  guint drawn = (guint) g_rand_int_range (random->rand, 0, 100);
  g_autoptr (GError) error = NULL;

  if (g_rand_int_range (random->rand, 0, 20) == 0)
    quad_book_set_today (random->fixture->book, ++random->today);

  if (drawn < 76)
    do_operation (random, &error);
  else if (drawn < 90)
    do_undo (random, &error);
  else if (drawn < 99)
    do_redo (random, &error);
  else
    book_fixture_reopen (random->fixture);
  if (error != NULL)
    g_test_message ("%s failed", random->what);
  g_assert_no_error (error);
  quad_book_set_today (random->fixture->book, random->today);
}

/* The first line in which two texts differ, as a message. */
static void
report_difference (Random     *random,
                   const char *expected,
                   const char *found)
{
  g_auto (GStrv) wanted = g_strsplit (expected, "\n", -1);
  g_auto (GStrv) read = g_strsplit (found, "\n", -1);
  guint i = 0;

  while (wanted[i] != NULL && g_strcmp0 (wanted[i], read[i]) == 0)
    i++;
  g_test_message ("after %s: expected “%s”, found “%s”", random->what,
                  wanted[i] != NULL ? wanted[i] : "", read[i] != NULL ? read[i] : "");
}

static void
assert_right (Random   *random,
              gboolean  thoroughly)
{
  g_autofree char *expected = model_state_to_text (random->now);
  g_autofree char *found = random_read_book (random);

  if (!g_str_equal (expected, found))
    {
      report_difference (random, expected, found);
      g_test_fail ();
    }
  g_assert_true (g_str_equal (expected, found));
  g_assert_cmpint (quad_book_get_undo_label (random->fixture->book) != NULL, ==,
                   random->undo->len > 0);
  g_assert_cmpint (quad_book_get_redo_label (random->fixture->book) != NULL, ==,
                   random->redo->len > 0);
  if (thoroughly)
    book_fixture_assert_loaded (random->fixture);
}

static void
test_random (BookFixture   *fixture,
             gconstpointer  data)
{
  guint32 seed = g_test_rand_int ();
  Random random = { .fixture = fixture, .today = BOOK_TODAY };

  g_test_message ("seed %u", seed);
  random_init (&random, seed);
  assert_right (&random, TRUE);
  for (guint i = 0; i < N_OPERATIONS; i++)
    {
      do_something (&random);
      assert_right (&random, i % 10 == 0);
    }
  g_test_message ("%u kinds of operation", g_hash_table_size (random.done));

  /* all the way back */
  while (random.undo->len > 0)
    {
      g_autoptr (GError) error = NULL;

      do_undo (&random, &error);
      g_assert_no_error (error);
      assert_right (&random, FALSE);
    }
  book_fixture_assert_loaded (fixture);

  random_clear (&random);
}

/* Merges ------------------------------------------------------------------------------------ */

static gint64
count (Random     *random,
       gint64      account,
       const char *what)
{
  g_autofree char *sql = g_strdup_printf ("SELECT count(*) FROM %s AND account_id = %"
                                          G_GINT64_FORMAT, what, account);

  return store_query (random->fixture->path, sql);
}

/* What belongs to both and can be there more than once is there afterwards; what belongs to nobody
 * is not. */
static void
merge_two (Random *random)
{
  static const char *const kept[] = { "touch WHERE 1", "step WHERE status <> 'open'" };
  static const char *const owned[] = { "touch WHERE 1", "step WHERE 1", "contact WHERE 1",
                                       "answer WHERE 1", "planned_move WHERE 1",
                                       "account_event WHERE 1" };
  QuadBook *book = random->fixture->book;
  QuadItemList *list = quad_book_get_accounts (book);
  int n = (int) quad_item_list_get_size (list);
  QuadAccount *keep, *other;
  gint64 to, from, n_kept[G_N_ELEMENTS (kept)], n_events, n_contacts, n_people;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  if (n < 2)
    return;
  keep = quad_item_list_peek (list, (guint) random_below (random, n));
  other = quad_item_list_peek (list, (guint) random_below (random, n));
  if (keep == other)
    return;

  to = quad_account_get_id (keep);
  from = quad_account_get_id (other);
  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    n_kept[i] = count (random, to, kept[i]) + count (random, from, kept[i]);
  n_events = count (random, to, "account_event WHERE 1")
             + count (random, from, "account_event WHERE 1");
  n_contacts = count (random, to, "contact WHERE 1");
  n_people = n_contacts + count (random, from, "contact WHERE 1");
  before = book_fixture_dump (random->fixture);

  g_assert_true (quad_book_merge_accounts (book, keep, other, NULL, &error));
  g_assert_no_error (error);
  after = book_fixture_dump (random->fixture);
  book_fixture_assert_loaded (random->fixture);
  g_assert_cmpuint (quad_item_list_get_size (list), ==, n - 1);
  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    g_assert_cmpint (count (random, to, kept[i]), ==, n_kept[i]);
  for (guint i = 0; i < G_N_ELEMENTS (owned); i++)
    g_assert_cmpint (count (random, from, owned[i]), ==, 0);
  g_assert_cmpint (count (random, to, "account_event WHERE 1"), >, n_events);
  g_assert_cmpint (count (random, to, "contact WHERE 1"), >=, n_contacts);
  g_assert_cmpint (count (random, to, "contact WHERE 1"), <=, n_people);
  g_assert_true (quad_book_check (book, &error));

  /* it is one operation, and leaves the book as the model has it */
  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *found = NULL;

      g_assert_true (i == 1 ? quad_book_redo (book, &error) : quad_book_undo (book, &error));
      g_assert_no_error (error);
      found = book_fixture_dump (random->fixture);
      g_assert_cmpstr (found, ==, i == 1 ? after : before);
    }
  g_ptr_array_set_size (random->redo, 0);
  g_hash_table_add (random->done, (gpointer) "merge");
}

static void
test_merges (BookFixture   *fixture,
             gconstpointer  data)
{
  guint32 seed = g_test_rand_int ();
  Random random = { .fixture = fixture, .today = BOOK_TODAY };

  g_test_message ("seed %u", seed);
  random_init (&random, seed);
  for (guint i = 0; i < N_OPERATIONS / 2; i++)
    {
      g_autofree char *expected = NULL;
      g_autofree char *found = NULL;

      do_something (&random);
      expected = model_state_to_text (random.now);
      found = random_read_book (&random);
      g_assert_cmpstr (found, ==, expected);
      if (i % 10 == 9)
        merge_two (&random);
    }
  g_assert_true (g_hash_table_contains (random.done, "merge"));
  random_clear (&random);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/book-random/thousand", BookFixture, NULL, book_fixture_set_up, test_random,
              book_fixture_tear_down);
  g_test_add ("/book-random/merges", BookFixture, NULL, book_fixture_set_up, test_merges,
              book_fixture_tear_down);

  return g_test_run ();
}
