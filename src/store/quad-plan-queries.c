/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-store"

#include "quad-plan-queries.h"

#include "quad-table-private.h"

static const char remove_reached[] =
  "DELETE FROM planned_move WHERE account_id = ?1 AND tier = ?2";

static const char remove_all_reached[] =
  "DELETE FROM planned_move WHERE tier = (SELECT tier FROM account WHERE account.id = account_id)";

/**
 * quad_plan_remove_reached:
 * @account: the id of an account
 * @tier: the tier that it is in now
 *
 * Removes the planned move of the account when it is to just this tier.
 *
 * Errors: %QUAD_ERROR_NO_SPACE, %QUAD_ERROR_IO.
 */
gboolean
quad_plan_remove_reached (QuadDatabase  *database,
                          gint64         account,
                          QuadTier       tier,
                          GError       **error)
{
  sqlite3_stmt *statement;

  g_return_val_if_fail (quad_database_is_changing (database), FALSE);

  statement = quad_statement_get (database, remove_reached, error);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, account);
  sqlite3_bind_text (statement, 2, quad_tier_get_nick (tier), -1, SQLITE_STATIC);
  return quad_statement_finish (database, statement, error);
}

/**
 * quad_plan_remove_all_reached:
 *
 * Removes every planned move whose account is where it was to go: for what changes accounts without
 * knowing which.
 *
 * Errors: as quad_plan_remove_reached().
 */
gboolean
quad_plan_remove_all_reached (QuadDatabase  *database,
                              GError       **error)
{
  sqlite3_stmt *statement;

  g_return_val_if_fail (quad_database_is_changing (database), FALSE);

  statement = quad_statement_get (database, remove_all_reached, error);

  return statement != NULL && quad_statement_finish (database, statement, error);
}
