/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "book-random.h"

#include <sqlite3.h>

/* The book as text, in the form of model_state_to_text(). */
static const struct
{
  const char *name;
  const char *sql;
} tables[] = {
  { "account", "SELECT id, tier, profile, ever_client, revenue, client_since, lost_on, "
               "lost_reason, parked_reason, revisit_on, decide_by FROM account ORDER BY id" },
  { "planned_move", "SELECT id, account_id, tier, by_date, why, expected_revenue "
                    "FROM planned_move ORDER BY id" },
  { "account_event", "SELECT id, account_id, kind, note, day FROM account_event ORDER BY id" },
  { "profile_text", "SELECT owner, name, description FROM profile_text ORDER BY id" },
  { "trait", "SELECT id, owner, label, weight, knock_out, rule_field, rule_test, rule_value, "
             "position FROM trait ORDER BY id" },
  { "play", "SELECT id, owner, title, guidance, due_kind, due_days, due_month, due_day, "
            "repeat_kind, repeat_every, repeat_from, minutes, archived, position "
            "FROM play ORDER BY id" },
  { "answer", "SELECT id, account_id, trait_id, answer FROM answer ORDER BY id" },
  { "step", "SELECT id, account_id, play_id, title, guidance, due, anchor, status, reason, "
            "customised, done_on, minutes FROM step ORDER BY id" },
  { "contact", "SELECT id, account_id, name FROM contact ORDER BY id" },
  { "touch", "SELECT id, account_id, contact_id, kind, day, minutes FROM touch ORDER BY id" },
  { "cut-off", "SELECT value FROM setting WHERE name = 'cut-off-basis-points'" },
};

static sqlite3_stmt *
ask (Random     *random,
     const char *sql)
{
  sqlite3_stmt *statement = NULL;

  sqlite3_prepare_v2 (random->reader, sql, -1, &statement, NULL);
  g_assert_nonnull (statement);

  return statement;
}

/* What the model takes from the book: the day on which a step was made, by the clock. */
static void
learn_days (Random *random)
{
  sqlite3_stmt *statement = ask (random, "SELECT created_at FROM step WHERE id = ?1");

  for (guint i = 0; i < random->now->steps->len; i++)
    {
      ModelStep *step = MODEL_ROW (random->now->steps, ModelStep, i);
      g_autoptr (GDateTime) moment = NULL;

      if (step->created != QUAD_DATE_NONE)
        continue;
      sqlite3_bind_int64 (statement, 1, step->id);
      if (sqlite3_step (statement) == SQLITE_ROW)
        {
          moment = g_date_time_new_from_unix_local (sqlite3_column_int64 (statement, 0));
          step->created = quad_date_from_ymd (g_date_time_get_year (moment),
                                              g_date_time_get_month (moment),
                                              g_date_time_get_day_of_month (moment));
        }
      sqlite3_reset (statement);
    }
  sqlite3_finalize (statement);
}

char *
random_read_book (Random *random)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      sqlite3_stmt *statement = ask (random, tables[i].sql);
      int status;

      while ((status = sqlite3_step (statement)) == SQLITE_ROW)
        {
          g_string_append (text, tables[i].name);
          for (int column = 0; column < sqlite3_column_count (statement); column++)
            {
              const char *value = (const char *) sqlite3_column_text (statement, column);

              g_string_append_printf (text, "%c%s", column == 0 ? ' ' : '|',
                                      value != NULL ? value : "-");
            }
          g_string_append_c (text, '\n');
        }
      g_assert_cmpint (status, ==, SQLITE_DONE);
      sqlite3_finalize (statement);
    }
  learn_days (random);

  return g_string_free (text, FALSE);
}

void
random_init (Random  *random,
             guint32  seed)
{
  sqlite3 *reader = NULL;

  sqlite3_open_v2 (random->fixture->path, &reader, SQLITE_OPEN_READONLY, NULL);
  random->reader = reader;
  random->rand = g_rand_new_with_seed (seed);
  random->now = model_state_new ();
  random->undo = g_ptr_array_new_with_free_func (model_state_free);
  random->redo = g_ptr_array_new_with_free_func (model_state_free);
  random->done = g_hash_table_new (g_str_hash, g_str_equal);
  random_load_playbook (random->now);
}

void
random_clear (Random *random)
{
  sqlite3_close (random->reader);
  g_rand_free (random->rand);
  model_state_free (random->now);
  g_ptr_array_unref (random->undo);
  g_ptr_array_unref (random->redo);
  g_hash_table_unref (random->done);
}

int
random_below (Random *random,
              int     n)
{
  return g_rand_int_range (random->rand, 0, n);
}

/* A text that nothing else has. */
const char *
random_name (Random     *random,
             const char *kind)
{
  g_autofree char *name = g_strdup_printf ("%s %u", kind, ++random->n_named);

  return g_intern_string (name);
}

const char *
random_reason (Random *random)
{
  static const char *const reasons[] = { NULL, "Too dear", "Moved & <away>", "Grows" };

  return reasons[random_below (random, G_N_ELEMENTS (reasons))];
}

QuadDate
random_day (Random *random)
{
  return random_below (random, 4) == 0 ? QUAD_DATE_NONE
                                       : random->today + (QuadDate) random_below (random, 90);
}

QuadMoney
random_revenue (Random *random)
{
  int drawn = g_rand_int_range (random->rand, -2, 30);

  return drawn == -2 ? QUAD_MONEY_UNKNOWN : drawn * 1000;
}

/* One to five accounts of the book, sometimes one of them twice; none when there is none. */
GPtrArray *
random_accounts (Random *random)
{
  QuadItemList *list = quad_book_get_accounts (random->fixture->book);
  GPtrArray *accounts = g_ptr_array_new ();
  guint size = quad_item_list_get_size (list);

  for (int n = size > 0 ? 1 + random_below (random, 5) : 0; n > 0; n--)
    g_ptr_array_add (accounts, quad_item_list_peek (list, (guint) random_below (random,
                                                                               (int) size)));

  return accounts;
}

/* Their ids, each once. */
GArray *
random_get_ids (GPtrArray *accounts)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < accounts->len; i++)
    {
      gint64 id = quad_account_get_id (accounts->pdata[i]);
      guint seen = 0;

      while (seen < ids->len && g_array_index (ids, gint64, seen) != id)
        seen++;
      if (seen == ids->len)
        g_array_append_val (ids, id);
    }

  return ids;
}
