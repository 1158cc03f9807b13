/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-bench"

/* What takes time on a large book, measured from inside. Each step prints "NAME MICROSECONDS";
 * tests/bench/bench.py runs the steps, compares them and says what it means. Under callgrind only
 * what runs inside measured() is counted, see there. */

#include <locale.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "quad-account-view.h"
#include "quad-bench.h"
#include "quad-book.h"
#include "quad-boxes.h"

void quad_bench_measured (QuadBenchWork work,
                          gpointer      data);

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  gint64 x = *(const gint64 *) a, y = *(const gint64 *) b;

  return x < y ? -1 : x > y;
}

/* callgrind is told to count from entering this function until leaving it. */
__attribute__ ((noinline)) void
quad_bench_measured (QuadBenchWork work,
                     gpointer      data)
{
  work (data);
}

void
quad_bench_measure (GArray        *times,
                    QuadBenchWork  work,
                    gpointer       data)
{
  gint64 begin = g_get_monotonic_time ();
  gint64 time;

  quad_bench_measured (work, data);
  time = g_get_monotonic_time () - begin;
  g_array_append_val (times, time);
}

GArray *
quad_bench_new_times (void)
{
  return g_array_new (FALSE, FALSE, sizeof (gint64));
}

/* Prints the median and the worst. */
void
quad_bench_print_times (const char *name,
                        GArray     *times)
{
  g_array_sort (times, compare_times);
  printf ("%s %" G_GINT64_FORMAT "\n", name, g_array_index (times, gint64, times->len / 2));
  printf ("%s-worst %" G_GINT64_FORMAT "\n", name, g_array_index (times, gint64, times->len - 1));
}

static QuadBook *
open_book (const char    *path,
           QuadBookFlags  flags)
{
  g_autoptr (GError) error = NULL;
  QuadBook *book = quad_book_open (path, flags, &error);

  if (book == NULL)
    g_error ("%s", error->message);
  return book;
}

/* generate FILE N: a list as another system exports it, the same for the same N */

static void
generate (char **words)
{
  static const char *const first[] = {
    "Brightwater", "Northgate", "Halden", "Castellan", "Orchard", "Tern", "Ridgeline", "Mossfield",
    "Ashdown", "Quayside", "Larkspur", "Ironbridge", "Fenwick", "Copperline", "Marlow", "Zürich",
  };
  static const char *const second[] = {
    "Dairy", "Logistics", "Medical Supply", "Insurance", "Foods", "Aviation", "Outdoor", "Schools",
    "Print", "Hotels", "Clinics", "Castings", "Nurseries", "Brewing", "Boatyards", "Systems",
  };
  static const char *const regions[] = { "South West", "South East", "Midlands", "Wales", "North" };
  guint n = (guint) g_ascii_strtoull (words[1], NULL, 10);
  g_autoptr (GRand) random = g_rand_new_with_seed (2026);
  FILE *file = fopen (words[0], "w");

  if (file == NULL)
    g_error ("%s cannot be written", words[0]);
  fputs ("Account ID,Account Name,Annual Revenue,Industry,Region,Phone,Website,Billing Street,"
         "Billing City,Description\n", file);
  for (guint i = 0; i < n; i++)
    {
      const char *a = first[g_rand_int_range (random, 0, G_N_ELEMENTS (first))];
      const char *b = second[g_rand_int_range (random, 0, G_N_ELEMENTS (second))];
      double share = g_rand_double (random);

      fprintf (file, "001A%08u,%s %s %u,%d.%02d,%s,%s,+44 1632 %06u,https://a%u.example,"
               "\"%u Mill Lane, Unit %u\",Bristol,\"Met at the fair; said \"\"later\"\"\"\n",
               i, a, b, i, (int) (share * share * share * 400000),
               g_rand_int_range (random, 0, 100), b, regions[i % G_N_ELEMENTS (regions)],
               i, i, i % 200 + 1, i % 7 + 1);
    }
  if (fclose (file) != 0)
    g_error ("%s cannot be written", words[0]);
}

/* open BOOK TIMES: the whole book into memory, against the same rows by plain SQLite */

static void
open_only (gpointer data)
{
  gpointer *pair = data;

  pair[1] = open_book (pair[0], QUAD_BOOK_READ_ONLY);
}

static void
step_rows (gpointer data)
{
  sqlite3 *database;
  sqlite3_stmt *statement;
  gint64 sum = 0;

  if (sqlite3_open_v2 (data, &database, SQLITE_OPEN_READONLY, NULL) != SQLITE_OK
      || sqlite3_prepare_v2 (database, "SELECT * FROM account ORDER BY id", -1, &statement, NULL)
         != SQLITE_OK)
    g_error ("%s", sqlite3_errmsg (database));
  while (sqlite3_step (statement) == SQLITE_ROW)
    for (int i = 0; i < sqlite3_column_count (statement); i++)
      if (sqlite3_column_type (statement, i) == SQLITE_INTEGER)
        sum += sqlite3_column_int64 (statement, i);
      else if (sqlite3_column_type (statement, i) == SQLITE_TEXT)
        sum += sqlite3_column_text (statement, i)[0];
  sqlite3_finalize (statement);
  sqlite3_close (database);
  if (sum == 0)
    g_error ("the book is empty");
}

static void
bench_plain (char **words)
{
  g_autoptr (GArray) times = quad_bench_new_times ();

  for (guint i = 0; i < g_ascii_strtoull (words[1], NULL, 10); i++)
    quad_bench_measure (times, step_rows, words[0]);
  quad_bench_print_times ("plain", times);
}

static void
bench_open (char **words)
{
  g_autoptr (GArray) times = quad_bench_new_times ();

  for (guint i = 0; i < g_ascii_strtoull (words[1], NULL, 10); i++)
    {
      gpointer pair[] = { words[0], NULL };

      quad_bench_measure (times, open_only, pair);
      quad_book_close (pair[1]);
      g_object_unref (pair[1]);
    }
  quad_bench_print_times ("open", times);
}

/* view BOOK TIMES: the account list sorted anew, and searched key by key */

typedef struct
{
  QuadAccountView  *view;
  QuadAccountOrder  order;
  gboolean          descending;
  QuadFacet         group;
  const char       *search;
} ViewWork;

static void
set_order (gpointer data)
{
  ViewWork *work = data;

  quad_account_view_set_order (work->view, work->order, work->descending);
}

static void
set_search (gpointer data)
{
  ViewWork *work = data;

  quad_account_view_set_search (work->view, work->search);
}

static void
set_group (gpointer data)
{
  ViewWork *work = data;

  quad_account_view_set_grouping (work->view, work->group);
}

static void
bench_view (char **words)
{
  static const char *const typed[] = { "z", "zu", "zur", "zuri", "zuric", "zurich", "zurich ",
                                       "zurich d", "zurich da", "zurich dai", "zurich da",
                                       "zurich", "zur", "" };
  g_autoptr (QuadBook) book = open_book (words[0], QUAD_BOOK_READ_ONLY);
  g_autoptr (QuadAccountView) view = quad_account_view_new (quad_book_get_accounts (book));
  g_autoptr (GArray) names = quad_bench_new_times ();
  g_autoptr (GArray) revenues = quad_bench_new_times ();
  g_autoptr (GArray) groups = quad_bench_new_times ();
  g_autoptr (GArray) keys = quad_bench_new_times ();
  ViewWork work = { .view = view };

  for (guint i = 0; i < g_ascii_strtoull (words[1], NULL, 10); i++)
    {
      work.order = QUAD_ACCOUNT_ORDER_REVENUE;
      work.descending = TRUE;
      quad_bench_measure (revenues, set_order, &work);
      work.order = QUAD_ACCOUNT_ORDER_NAME;
      work.descending = FALSE;
      quad_bench_measure (names, set_order, &work);
      work.group = QUAD_FACET_VERTICAL;
      quad_bench_measure (groups, set_group, &work);
      quad_account_view_set_grouping (view, QUAD_FACET_NONE);
      for (guint j = 0; j < G_N_ELEMENTS (typed); j++)
        {
          work.search = typed[j];
          quad_bench_measure (keys, set_search, &work);
        }
    }
  quad_bench_print_times ("sort-name", names);
  quad_bench_print_times ("sort-revenue", revenues);
  quad_bench_print_times ("group", groups);
  quad_bench_print_times ("search", keys);
  quad_book_close (book);
}

/* move BOOK TIMES: one account to another box and back, with all that follows on the screen */

typedef struct
{
  QuadBook  *book;
  GPtrArray *accounts;
  QuadTier   tier;
} MoveWork;

static void
move_account (gpointer data)
{
  MoveWork *work = data;
  g_autoptr (GError) error = NULL;

  if (!quad_book_move_accounts (work->book, work->accounts, work->tier, &error))
    g_error ("%s", error->message);
  quad_book_get_figures (work->book);
}

static void
undo_move (gpointer data)
{
  MoveWork *work = data;
  g_autoptr (GError) error = NULL;

  if (!quad_book_undo (work->book, &error))
    g_error ("%s", error->message);
  quad_book_get_figures (work->book);
}

static void
bench_move (char **words)
{
  g_autoptr (QuadBook) book = open_book (words[0], 0);
  QuadItemList *list = quad_book_get_accounts (book);
  g_autoptr (QuadAccountView) view = quad_account_view_new (list);
  g_autoptr (QuadBoxes) boxes = quad_boxes_new (list);
  g_autoptr (GPtrArray) accounts = g_ptr_array_new ();
  g_autoptr (GArray) moves = quad_bench_new_times ();
  g_autoptr (GArray) undos = quad_bench_new_times ();
  MoveWork work = { .book = book, .accounts = accounts };
  guint n = quad_item_list_get_size (list);

  quad_account_view_set_order (view, QUAD_ACCOUNT_ORDER_REVENUE, TRUE);
  quad_book_get_figures (book);
  g_ptr_array_set_size (accounts, 1);
  for (guint i = 0; i < g_ascii_strtoull (words[1], NULL, 10); i++)
    {
      QuadAccount *account = quad_item_list_peek (list, (i * 7919 + 11) % n);

      accounts->pdata[0] = account;
      work.tier = quad_account_get_tier (account) == QUAD_TIER_KEY ? QUAD_TIER_SECONDARY
                                                                   : QUAD_TIER_KEY;
      quad_bench_measure (moves, move_account, &work);
      quad_bench_measure (undos, undo_move, &work);
    }
  quad_bench_print_times ("move", moves);
  quad_bench_print_times ("undo", undos);
  quad_book_close (book);
}

int
main (int    argc,
      char **argv)
{
  static const struct
  {
    const char *name;
    void      (*run) (char **words);
  } steps[] = {
    { "generate", generate },
    { "open", bench_open },
    { "plain", bench_plain },
    { "view", bench_view },
    { "move", bench_move },
    { "chart", quad_bench_chart },
  };

  setlocale (LC_ALL, "");
  for (guint i = 0; i < G_N_ELEMENTS (steps) && argc >= 4; i++)
    if (strcmp (argv[1], steps[i].name) == 0)
      {
        steps[i].run (argv + 2);
        return EXIT_SUCCESS;
      }
  fputs ("usage: quad-bench STEP FILE TIMES (see tests/bench/bench.py)\n", stderr);
  return 2;
}
