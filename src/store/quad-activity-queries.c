/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-store"

#include "quad-activity-queries.h"

#include "quad-table-private.h"

/* Three queries over the whole book, not three for every account: the chart shows them all. */

static const char load_overdue[] =
  "SELECT account_id, count(*) FROM step WHERE status = 'open' AND due < ?1 GROUP BY account_id";

static const char load_touches[] =
  "SELECT account_id, max(day), sum(iif(day > ?1, minutes, 0)) FROM touch GROUP BY account_id";

static const char load_reviewed[] =
  "SELECT account_id, tier, profile FROM review_account WHERE account_id IS NOT NULL "
  "AND review_id = (SELECT id FROM review WHERE finished_at IS NOT NULL "
  "ORDER BY held_on DESC, id DESC LIMIT 1)";

/* Returns: FALSE when the row cannot be understood */
typedef gboolean (*TakeFunc) (QuadActivity *activity,
                              sqlite3_stmt *statement);

static gboolean
take_overdue (QuadActivity *activity,
              sqlite3_stmt *statement)
{
  activity->overdue = (guint) sqlite3_column_int64 (statement, 1);

  return TRUE;
}

static gboolean
take_touches (QuadActivity *activity,
              sqlite3_stmt *statement)
{
  activity->last_touch = quad_date_from_iso ((const char *) sqlite3_column_text (statement, 1));
  activity->minutes = sqlite3_column_int64 (statement, 2);

  return activity->last_touch != QUAD_DATE_NONE;
}

static gboolean
take_reviewed (QuadActivity *activity,
               sqlite3_stmt *statement)
{
  guint tier, profile;

  if (!quad_words_parse (&quad_tier_words, (const char *) sqlite3_column_text (statement, 1), &tier)
      || !quad_words_parse (&quad_profile_words,
                            (const char *) sqlite3_column_text (statement, 2), &profile))
    return FALSE;

  activity->reviewed = TRUE;
  activity->review_tier = tier;
  activity->review_profile = profile;

  return TRUE;
}

static QuadActivity *
get_activity (GHashTable *all,
              gint64      account)
{
  QuadActivity *activity = g_hash_table_lookup (all, &account);

  if (activity == NULL)
    {
      activity = g_new0 (QuadActivity, 1);
      g_hash_table_insert (all, g_memdup2 (&account, sizeof account), activity);
    }

  return activity;
}

/* @day: (nullable): what the statement is asked with */
static gboolean
load (QuadDatabase  *database,
      const char    *sql,
      QuadDate       day,
      TakeFunc       take,
      GHashTable    *all,
      GError       **error)
{
  sqlite3_stmt *statement = quad_statement_get (database, sql, error);
  gboolean row;

  if (statement == NULL)
    return FALSE;
  if (day != QUAD_DATE_NONE)
    sqlite3_bind_text (statement, 1, quad_date_to_iso (day), -1, g_free);

  while (quad_statement_step (database, statement, &row, error))
    {
      if (!row)
        return TRUE;
      if (!take (get_activity (all, sqlite3_column_int64 (statement, 0)), statement))
        {
          quad_store_set_corrupt (error, quad_database_get_path (database), "account_id");
          quad_statement_reset (statement);
          return FALSE;
        }
    }

  return FALSE;
}

/**
 * quad_activity_load:
 * @today: steps that were due before are overdue
 * @since: minutes of touches after this day are counted
 *
 * Returns: (transfer full) (nullable) (element-type gint64 QuadActivity): of every account of
 *   which there is something to tell; keys are pointers to the id
 */
GHashTable *
quad_activity_load (QuadDatabase  *database,
                    QuadDate       today,
                    QuadDate       since,
                    GError       **error)
{
  g_autoptr (GHashTable) all = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);

  if (!load (database, load_overdue, today, take_overdue, all, error)
      || !load (database, load_touches, since, take_touches, all, error)
      || !load (database, load_reviewed, QUAD_DATE_NONE, take_reviewed, all, error))
    return NULL;

  return g_steal_pointer (&all);
}
