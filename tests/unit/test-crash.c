/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "book-fixture.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "store-fixture.h"

/* The program as its own victim: started with a phase as its argument it works on a book and is
 * killed in the middle, at a random moment or at a random row of the import. Whatever was going on
 * must then be in the book wholly or not at all. */

#define N_ACCOUNTS 40
#define N_ROWS     600
#define N_KILLS    50

typedef enum
{
  PHASE_IMPORT,
  PHASE_MOVE,
  PHASE_UNDO,
  N_PHASES
} Phase;

static const char *const phase_names[N_PHASES] = { "import", "move", "undo" };

/* The child ------------------------------------------------------------------------------ */

static QuadBook *
open_in_child (const char *path)
{
  g_autoptr (GError) error = NULL;
  QuadBook *book = quad_book_open (path, 0, &error);

  g_assert_no_error (error);
  quad_book_set_today (book, BOOK_TODAY);

  return book;
}

static BookRows *
make_rows (guint kill_at)
{
  BookRows *rows = book_rows_new ("crash.csv");

  for (guint i = 0; i < N_ROWS; i++)
    {
      book_rows_add (rows, "Imported", QUAD_TIER_SECONDARY, i);
      book_rows_add_contact (rows, "Somebody", "1");
    }
  book_rows_kill_at (rows, kill_at);

  return rows;
}

static GPtrArray *
list_all (QuadBook *book)
{
  GPtrArray *accounts = g_ptr_array_new ();
  QuadItemList *list = quad_book_get_accounts (book);

  for (guint i = 0; i < quad_item_list_get_size (list); i++)
    g_ptr_array_add (accounts, quad_item_list_peek (list, i));

  return accounts;
}

static void
work (QuadBook *book,
      Phase     phase,
      guint     kill_at)
{
  g_autoptr (BookRows) rows = make_rows (kill_at);
  g_autoptr (GPtrArray) accounts = list_all (book);
  g_autoptr (GError) error = NULL;

  switch (phase)
    {
    case PHASE_IMPORT:
      quad_book_import (book, QUAD_IMPORT_SOURCE (rows), NULL, NULL, NULL, NULL, NULL, NULL,
                        &error);
      break;
    case PHASE_MOVE:
      quad_book_move_accounts (book, accounts, QUAD_TIER_LEAD, &error);
      break;
    case PHASE_UNDO:
      quad_book_undo (book, &error);
      break;
    case N_PHASES:
      g_assert_not_reached ();
    }
  g_assert_no_error (error);
}

/* Says that it begins, so that the one who kills can count from there. */
static int
run_child (const char *phase_name,
           const char *path,
           const char *kill_at)
{
  Phase phase = PHASE_IMPORT;
  QuadBook *book;

  while (strcmp (phase_names[phase], phase_name) != 0)
    phase++;

  g_assert_cmpint (write (STDOUT_FILENO, "!", 1), ==, 1);
  book = open_in_child (path);
  work (book, phase, (guint) g_ascii_strtoull (kill_at, NULL, 10));
  g_assert_finalize_object (book);

  return 0;
}

/* The parent ----------------------------------------------------------------------------- */

#define NOT_KILLED G_MAXUINT

typedef struct
{
  BookFixture  book;
  char        *victim;
  GRand       *rand;
} Fixture;

/* A book with an operation to undo, closed, so that its one file can be copied. */
static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (BookRows) rows = book_rows_new ("start.csv");
  g_autoptr (GPtrArray) accounts = NULL;
  g_autoptr (GError) error = NULL;
  guint32 seed = g_test_rand_int ();

  g_test_message ("seed %u", seed);
  fixture->rand = g_rand_new_with_seed (seed);

  book_fixture_set_up (&fixture->book, NULL);
  fixture->victim = g_build_filename (fixture->book.folder, "victim.quadrille", NULL);
  for (guint i = 0; i < N_ACCOUNTS; i++)
    book_rows_add (rows, "Account", QUAD_TIER_SECONDARY, i);
  quad_book_import (fixture->book.book, QUAD_IMPORT_SOURCE (rows), NULL, NULL, NULL, NULL, NULL,
                    NULL, &error);
  g_assert_no_error (error);
  accounts = list_all (fixture->book.book);
  quad_book_move_accounts (fixture->book.book, accounts, QUAD_TIER_KEY, &error);
  g_assert_no_error (error);
  quad_book_close (fixture->book.book);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_rand_free (fixture->rand);
  g_free (fixture->victim);
  book_fixture_tear_down (&fixture->book, NULL);
}

/* Puts the book as it was at first in the place of the victim, and nothing beside it. */
static void
renew_victim (Fixture *fixture)
{
  static const char *const beside[] = { "", "-wal", "-shm", "-lock" };
  g_autofree char *contents = NULL;
  gsize length;

  for (guint i = 0; i < G_N_ELEMENTS (beside); i++)
    {
      g_autofree char *path = g_strconcat (fixture->victim, beside[i], NULL);

      g_unlink (path);
    }
  g_assert_true (g_file_get_contents (fixture->book.path, &contents, &length, NULL));
  g_assert_true (g_file_set_contents (fixture->victim, contents, (gssize) length, NULL));
}

/* Ids and times differ from run to run, so rows are counted, of every kind that a phase touches. */
static char *
summarise (const char *path)
{
  static const char *const questions[] = {
    "SELECT count(*) FROM account",
    "SELECT count(*) FROM account WHERE tier = 'key'",
    "SELECT count(*) FROM account WHERE tier = 'secondary'",
    "SELECT count(*) FROM account WHERE tier = 'lead'",
    "SELECT count(*) FROM account WHERE lost_on IS NOT NULL",
    "SELECT count(*) FROM contact",
    "SELECT count(*) FROM account_event",
    "SELECT count(*) FROM journal_entry",
    "SELECT count(*) FROM journal_entry WHERE undone = 1",
    "SELECT count(*) FROM journal_change",
    "SELECT count(*) FROM journal_change WHERE entry NOT IN (SELECT id FROM journal_entry)",
  };
  GString *summary = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (questions); i++)
    g_string_append_printf (summary, "%" G_GINT64_FORMAT " ", store_query (path, questions[i]));

  return g_string_free (summary, FALSE);
}

/* Runs the child on the victim and kills it so many microseconds after it began, or lets it kill
 * itself at a row. Returns whether it died of that; @took is how long it was at work. */
static gboolean
run_victim (Fixture *fixture,
            Phase    phase,
            guint    kill_at,
            guint    delay,
            gint64  *took)
{
  g_autofree char *row = g_strdup_printf ("%u", kill_at);
  const char *argv[] = { "/proc/self/exe", "--child", phase_names[phase], fixture->victim, row,
                         NULL };
  g_autoptr (GError) error = NULL;
  gint64 start;
  GPid pid;
  int output, status;
  char mark;

  g_spawn_async_with_pipes (NULL, (char **) argv, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &pid,
                            NULL, &output, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (read (output, &mark, 1), ==, 1);

  start = g_get_monotonic_time ();
  if (delay != NOT_KILLED)
    {
      g_usleep (delay);
      kill (pid, SIGKILL);
    }
  g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);
  *took = g_get_monotonic_time () - start;
  g_spawn_close_pid (pid);
  close (output);
  g_assert_true (WIFSIGNALED (status) ? WTERMSIG (status) == SIGKILL : WEXITSTATUS (status) == 0);

  return WIFSIGNALED (status);
}

/* The next program opens it, finds nothing wrong and can go on. */
static void
assert_sound (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (QuadRecord) values = quad_record_new (&quad_account_schema);
  QuadBook *book = quad_book_open (fixture->victim, 0, &error);

  g_assert_no_error (error);
  quad_book_check (book, &error);
  g_assert_no_error (error);
  g_assert_true (quad_book_get_undo_label (book) != NULL);
  quad_record_set_text (values, QUAD_ACCOUNT_NAME, "Afterwards");
  g_assert_nonnull (quad_book_create_account (book, values, &error));
  g_assert_no_error (error);
  g_assert_finalize_object (book);
}

static void
kill_once (Fixture    *fixture,
           Phase       phase,
           gboolean    at_row,
           gint64      full_time,
           const char *before,
           const char *after,
           guint      *n_died,
           guint      *n_done)
{
  guint row = at_row ? (guint) g_rand_int_range (fixture->rand, 1, N_ROWS + 1) : 0;
  guint delay = at_row ? NOT_KILLED
                       : (guint) g_rand_int_range (fixture->rand, 0, (int) full_time + 1);
  g_autofree char *summary = NULL;
  gint64 took;

  renew_victim (fixture);
  *n_died += run_victim (fixture, phase, row, delay, &took);

  summary = summarise (fixture->victim);
  if (g_strcmp0 (summary, before) != 0)
    {
      g_assert_cmpstr (summary, ==, after);
      g_assert_false (at_row);
      (*n_done)++;
    }
  assert_sound (fixture);
}

static void
test_crash (Fixture       *fixture,
            gconstpointer  data)
{
  Phase phase = GPOINTER_TO_INT (data);
  g_autofree char *before = summarise (fixture->book.path);
  g_autofree char *after = NULL;
  guint n_died = 0, n_done = 0;
  gint64 full_time;

  renew_victim (fixture);
  g_assert_false (run_victim (fixture, phase, 0, NOT_KILLED, &full_time));
  after = summarise (fixture->victim);
  g_assert_cmpstr (before, !=, after);

  for (guint i = 0; i < N_KILLS; i++)
    kill_once (fixture, phase, phase == PHASE_IMPORT && i % 2 == 0, full_time, before, after,
               &n_died, &n_done);
  g_test_message ("%s: %u of %u died at work, %u after it was done", phase_names[phase], n_died,
                  N_KILLS, n_done);
  g_assert_cmpuint (n_died, >, 0);
}

int
main (int    argc,
      char **argv)
{
  if (argc == 5 && strcmp (argv[1], "--child") == 0)
    return run_child (argv[2], argv[3], argv[4]);

  g_test_init (&argc, &argv, NULL);
  for (Phase phase = PHASE_IMPORT; phase < N_PHASES; phase++)
    {
      g_autofree char *path = g_strdup_printf ("/crash/%s", phase_names[phase]);

      g_test_add (path, Fixture, GINT_TO_POINTER (phase), set_up, test_crash, tear_down);
    }

  return g_test_run ();
}
