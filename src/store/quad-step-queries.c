/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-store"

#include "quad-step-queries.h"

#include "quad-table-private.h"

#define COLUMNS \
  "id, account_id, play_id, title, guidance, due, anchor, status, reason, customised, done_on, " \
  "minutes, created_at, changed_at"

static const char load_open[] =
  "SELECT " COLUMNS " FROM step WHERE status = 'open' ORDER BY id";

static const char load_open_until[] =
  "SELECT " COLUMNS " FROM step WHERE status = 'open' AND due <= ?1 ORDER BY due, id";

static const char scan_due[] =
  "SELECT id, account_id, due FROM step WHERE status = 'open' AND due <= ?1 ORDER BY due";

static const char scan_undated[] =
  "SELECT id, account_id, due FROM step WHERE status = 'open' AND due IS NULL";

/* the last day that the book can hold */
static const char last_day[] = "9999-12-31";

static const char load_untouched[] =
  "SELECT " COLUMNS " FROM step WHERE play_id = ?1 AND status = 'open' AND customised = 0 "
  "ORDER BY id";

static const char load_last_closed[] =
  "SELECT " COLUMNS " FROM step WHERE account_id = ?1 AND play_id = ?2 AND status <> 'open' "
  "ORDER BY done_on DESC, id DESC LIMIT 1";

static const char remove_of_owner[] =
  "DELETE FROM step WHERE account_id = ?1 AND status = 'open' AND customised = 0 "
  "AND (SELECT owner FROM play WHERE play.id = step.play_id) = ?2";

static const char remove_of_play[] =
  "DELETE FROM step WHERE play_id = ?1 AND status = 'open' AND customised = 0";

static const char count_due[] =
  "SELECT count(*) FROM step WHERE status = 'open' AND due >= ?1 AND due <= ?2";

static const char count_untouched[] =
  "SELECT count(DISTINCT account_id), count(*) FROM step "
  "WHERE play_id = ?1 AND status = 'open' AND customised = 0";

static const char count_behind[] =
  "SELECT count(DISTINCT account_id) FROM step "
  "WHERE play_id = ?1 AND status = 'open' AND due < ?2";

static const char last_days[] =
  "SELECT account_id, max(day) FROM touch GROUP BY account_id";

static void
bind_day (sqlite3_stmt *statement,
          int           place,
          QuadDate      day)
{
  sqlite3_bind_text (statement, place, quad_date_to_iso (day), -1, g_free);
}

/* Reads the numbers of the one row that the statement has. */
static gboolean
read_counts (QuadDatabase  *database,
             sqlite3_stmt  *statement,
             guint         *first,
             guint         *second,
             GError       **error)
{
  gboolean row;

  if (!quad_statement_step (database, statement, &row, error))
    return FALSE;
  *first = row ? (guint) sqlite3_column_int64 (statement, 0) : 0;
  if (second != NULL)
    *second = row ? (guint) sqlite3_column_int64 (statement, 1) : 0;
  quad_statement_reset (statement);
  return TRUE;
}

/* @wanted: becomes FALSE when @func has enough */
static gboolean
scan_rows (QuadDatabase      *database,
           sqlite3_stmt      *statement,
           QuadStepScanFunc   func,
           gpointer           user_data,
           gboolean          *wanted,
           GError           **error)
{
  while (*wanted)
    {
      const char *due;
      gboolean row;

      if (!quad_statement_step (database, statement, &row, error))
        return FALSE;
      if (!row)
        return TRUE;
      due = (const char *) sqlite3_column_text (statement, 2);
      *wanted = func (sqlite3_column_int64 (statement, 0), sqlite3_column_int64 (statement, 1),
                      due != NULL ? quad_date_from_iso (due) : QUAD_DATE_NONE, user_data);
    }
  quad_statement_reset (statement);
  return TRUE;
}

/**
 * quad_steps_scan_open:
 * @until: as in quad_steps_load_open()
 * @func: (scope call): gets the open steps by day, those without one last, until it has enough
 *
 * Reads no more of a step than where it belongs: for lists of which only a part is shown.
 */
gboolean
quad_steps_scan_open (QuadDatabase      *database,
                      QuadDate           until,
                      QuadStepScanFunc   func,
                      gpointer           user_data,
                      GError           **error)
{
  sqlite3_stmt *statement = quad_statement_get (database, scan_due, error);
  gboolean wanted = TRUE;

  if (statement == NULL)
    return FALSE;
  if (until != QUAD_DATE_NONE)
    bind_day (statement, 1, until);
  else
    sqlite3_bind_text (statement, 1, last_day, -1, SQLITE_STATIC);
  if (!scan_rows (database, statement, func, user_data, &wanted, error))
    return FALSE;
  if (!wanted || until != QUAD_DATE_NONE)
    return TRUE;

  statement = quad_statement_get (database, scan_undated, error);
  return statement != NULL && scan_rows (database, statement, func, user_data, &wanted, error);
}

/**
 * quad_steps_load_open:
 * @until: the last day that is wanted, %QUAD_DATE_NONE for all and those without a date
 * @func: (scope call): gets every open step
 */
gboolean
quad_steps_load_open (QuadDatabase  *database,
                      QuadDate       until,
                      QuadRowFunc    func,
                      gpointer       user_data,
                      GError       **error)
{
  sqlite3_stmt *statement;

  statement = quad_statement_get (database, until == QUAD_DATE_NONE ? load_open : load_open_until,
                                  error);
  if (statement == NULL)
    return FALSE;
  if (until != QUAD_DATE_NONE)
    bind_day (statement, 1, until);
  return quad_table_read_rows (&quad_step_table, database, statement, func, user_data, error);
}

/**
 * quad_steps_load_untouched:
 * @func: (scope call): gets every untouched step of the play
 */
gboolean
quad_steps_load_untouched (QuadDatabase  *database,
                           gint64         play,
                           QuadRowFunc    func,
                           gpointer       user_data,
                           GError       **error)
{
  sqlite3_stmt *statement = quad_statement_get (database, load_untouched, error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, play);
  return quad_table_read_rows (&quad_step_table, database, statement, func, user_data, error);
}

/**
 * quad_steps_load_last_closed:
 * @func: (scope call): gets the step of the play that was done or skipped last on the account;
 *   is not called when there is none
 */
gboolean
quad_steps_load_last_closed (QuadDatabase  *database,
                             gint64         account,
                             gint64         play,
                             QuadRowFunc    func,
                             gpointer       user_data,
                             GError       **error)
{
  sqlite3_stmt *statement = quad_statement_get (database, load_last_closed, error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, account);
  sqlite3_bind_int64 (statement, 2, play);
  return quad_table_read_rows (&quad_step_table, database, statement, func, user_data, error);
}

/**
 * quad_steps_remove_of_owner:
 *
 * Deletes the account's untouched steps of all plays of the owner.
 */
gboolean
quad_steps_remove_of_owner (QuadDatabase  *database,
                            gint64         account,
                            QuadOwner      owner,
                            GError       **error)
{
  sqlite3_stmt *statement = quad_statement_get (database, remove_of_owner, error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, account);
  sqlite3_bind_text (statement, 2, quad_owner_words.values[owner].nick, -1, SQLITE_STATIC);
  return quad_statement_finish (database, statement, error);
}

/**
 * quad_steps_remove_of_play:
 *
 * Deletes the untouched steps of the play on all accounts.
 */
gboolean
quad_steps_remove_of_play (QuadDatabase  *database,
                           gint64         play,
                           GError       **error)
{
  sqlite3_stmt *statement = quad_statement_get (database, remove_of_play, error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, play);
  return quad_statement_finish (database, statement, error);
}

/**
 * quad_steps_count_due:
 * @steps: (out): open steps that are due on these days
 */
gboolean
quad_steps_count_due (QuadDatabase  *database,
                      QuadDate       from,
                      QuadDate       until,
                      guint         *steps,
                      GError       **error)
{
  sqlite3_stmt *statement = quad_statement_get (database, count_due, error);

  if (statement == NULL)
    return FALSE;
  bind_day (statement, 1, from);
  bind_day (statement, 2, until);
  return read_counts (database, statement, steps, NULL, error);
}

/**
 * quad_steps_count_untouched:
 * @accounts: (out): that have untouched steps of the play
 * @steps: (out): how many these are
 */
gboolean
quad_steps_count_untouched (QuadDatabase  *database,
                            gint64         play,
                            guint         *accounts,
                            guint         *steps,
                            GError       **error)
{
  sqlite3_stmt *statement = quad_statement_get (database, count_untouched, error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, play);
  return read_counts (database, statement, accounts, steps, error);
}

/**
 * quad_steps_count_behind:
 * @accounts: (out): that have an overdue step of the play
 */
gboolean
quad_steps_count_behind (QuadDatabase  *database,
                         gint64         play,
                         QuadDate       today,
                         guint         *accounts,
                         GError       **error)
{
  sqlite3_stmt *statement = quad_statement_get (database, count_behind, error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, play);
  bind_day (statement, 2, today);
  return read_counts (database, statement, accounts, NULL, error);
}

/**
 * quad_touches_load_last_days:
 *
 * Returns: (transfer full) (nullable) (element-type gint64 QuadDate): the day of the last touch of
 *   every account that has one; keys are pointers to the id
 */
GHashTable *
quad_touches_load_last_days (QuadDatabase  *database,
                             GError       **error)
{
  g_autoptr (GHashTable) days = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  sqlite3_stmt *statement = quad_statement_get (database, last_days, error);

  if (statement == NULL)
    return NULL;
  for (;;)
    {
      gboolean row;
      gint64 id;
      QuadDate day;

      if (!quad_statement_step (database, statement, &row, error))
        return NULL;
      if (!row)
        return g_steal_pointer (&days);
      id = sqlite3_column_int64 (statement, 0);
      day = quad_date_from_iso ((const char *) sqlite3_column_text (statement, 1));
      if (day == QUAD_DATE_NONE)
        {
          quad_store_set_corrupt (error, quad_database_get_path (database), "touch.day");
          quad_statement_reset (statement);
          return NULL;
        }
      g_hash_table_insert (days, g_memdup2 (&id, sizeof id), GUINT_TO_POINTER (day));
    }
}
