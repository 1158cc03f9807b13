/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-store"

#include "quad-review-queries.h"

#include "quad-table-private.h"

static const char insert_review[] =
  "INSERT INTO review (held_on, cut_off, cut_off_source, finished_at, created_at) "
  "VALUES (?1, ?2, ?3, ?4, ?4)";

static const char insert_accounts[] =
  "INSERT INTO review_account (review_id, account_id, name, tier, profile, ever_client, revenue, "
  "revenue_before, potential) "
  "SELECT ?1, id, name, tier, profile, ever_client, revenue, revenue_before, potential "
  "FROM account ORDER BY id";

static const char load_last[] =
  "SELECT held_on FROM review WHERE finished_at IS NOT NULL ORDER BY held_on DESC, id DESC LIMIT 1";

static gboolean
write_review (QuadDatabase  *database,
              QuadDate       held_on,
              QuadMoney      cut_off,
              gboolean       given,
              gint64         now,
              GError       **error)
{
  sqlite3_stmt *statement = quad_statement_get (database, insert_review, error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_text (statement, 1, quad_date_to_iso (held_on), -1, g_free);
  if (cut_off != QUAD_MONEY_UNKNOWN)
    {
      sqlite3_bind_int64 (statement, 2, cut_off);
      sqlite3_bind_text (statement, 3, given ? "given" : "computed", -1, SQLITE_STATIC);
    }
  sqlite3_bind_int64 (statement, 4, now);

  return quad_statement_finish (database, statement, error);
}

/**
 * quad_review_write:
 * @held_on: the day of the review
 * @cut_off: between key and secondary accounts then, minor units, or %QUAD_MONEY_UNKNOWN
 * @given: the cut-off is a given amount, not a computed one
 * @now: when it is written, in seconds since 1970
 *
 * Keeps a picture of all accounts as they are now.
 *
 * Errors: %QUAD_ERROR_NO_SPACE, %QUAD_ERROR_IO.
 */
gboolean
quad_review_write (QuadDatabase  *database,
                   QuadDate       held_on,
                   QuadMoney      cut_off,
                   gboolean       given,
                   gint64         now,
                   GError       **error)
{
  sqlite3_stmt *statement;

  g_return_val_if_fail (quad_database_is_changing (database), FALSE);
  g_return_val_if_fail (held_on != QUAD_DATE_NONE, FALSE);

  if (!write_review (database, held_on, cut_off, given, now, error))
    return FALSE;
  statement = quad_statement_get (database, insert_accounts, error);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, sqlite3_last_insert_rowid (sqlite3_db_handle (statement)));

  return quad_statement_finish (database, statement, error);
}

/**
 * quad_review_load_last:
 * @held_on: (out): the day of the last review, %QUAD_DATE_NONE when there was none
 *
 * Errors: %QUAD_ERROR_CORRUPT, %QUAD_ERROR_IO.
 */
gboolean
quad_review_load_last (QuadDatabase  *database,
                       QuadDate      *held_on,
                       GError       **error)
{
  sqlite3_stmt *statement;
  gboolean row;

  g_return_val_if_fail (QUAD_IS_DATABASE (database) && held_on != NULL, FALSE);

  *held_on = QUAD_DATE_NONE;
  statement = quad_statement_get (database, load_last, error);
  if (statement == NULL || !quad_statement_step (database, statement, &row, error))
    return FALSE;
  if (!row)
    return TRUE;
  *held_on = quad_date_from_iso ((const char *) sqlite3_column_text (statement, 0));
  quad_statement_reset (statement);
  if (*held_on == QUAD_DATE_NONE)
    {
      quad_store_set_corrupt (error, quad_database_get_path (database), "held_on");
      return FALSE;
    }

  return TRUE;
}
