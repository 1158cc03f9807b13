/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-store"

#include "quad-merge-queries.h"

#include "quad-statement.h"

/* ?1 is the account that goes, ?2 the one that stays. In a review in which both stood the other
 * row keeps its name and belongs to nobody any more. */
static const char *const moves[] = {
  "UPDATE touch SET account_id = ?2 WHERE account_id = ?1",
  "UPDATE account_event SET account_id = ?2 WHERE account_id = ?1",
  "UPDATE review_account SET account_id = ?2 WHERE account_id = ?1 AND NOT EXISTS "
  "(SELECT 1 FROM review_account AS own "
  "WHERE own.account_id = ?2 AND own.review_id = review_account.review_id)",
};

static const char move_talks[] =
  "UPDATE touch SET contact_id = ?2 WHERE contact_id = ?1";

static gboolean
run (QuadDatabase  *database,
     const char    *sql,
     gint64         from,
     gint64         to,
     GError       **error)
{
  sqlite3_stmt *statement = quad_statement_get (database, sql, error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, from);
  sqlite3_bind_int64 (statement, 2, to);

  return quad_statement_finish (database, statement, error);
}

/**
 * quad_merge_move_rows:
 * @from: the id of an account
 * @to: that of another one
 *
 * Gives what happened with one account to another one: touches, events, its places in reviews.
 *
 * Errors: %QUAD_ERROR_NO_SPACE, %QUAD_ERROR_IO.
 */
gboolean
quad_merge_move_rows (QuadDatabase  *database,
                      gint64         from,
                      gint64         to,
                      GError       **error)
{
  g_return_val_if_fail (quad_database_is_changing (database), FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    if (!run (database, moves[i], from, to, error))
      return FALSE;

  return TRUE;
}

/**
 * quad_merge_move_talks:
 * @from: the id of a contact
 * @to: that of another one
 *
 * Makes the touches with one person touches with another one.
 *
 * Errors: as quad_merge_move_rows().
 */
gboolean
quad_merge_move_talks (QuadDatabase  *database,
                       gint64         from,
                       gint64         to,
                       GError       **error)
{
  g_return_val_if_fail (quad_database_is_changing (database), FALSE);

  return run (database, move_talks, from, to, error);
}
