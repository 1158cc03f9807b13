/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-store"

#include "quad-planned-move.h"
#include "quad-table.h"

const QuadTable quad_planned_move_table = {
  .schema = &quad_planned_move_schema,
  .select_all =
    "SELECT id, account_id, tier, by_date, why, expected_revenue, created_at, changed_at FROM "
    "planned_move ORDER BY id",
  .select_one =
    "SELECT id, account_id, tier, by_date, why, expected_revenue, created_at, changed_at FROM "
    "planned_move WHERE id = ?1",
  .select_of_account =
    "SELECT id, account_id, tier, by_date, why, expected_revenue, created_at, changed_at FROM "
    "planned_move WHERE account_id = ?1 ORDER BY id",
  .insert =
    "INSERT INTO planned_move (id, account_id, tier, by_date, why, expected_revenue, created_at, "
    "changed_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
  .update =
    "UPDATE planned_move SET account_id = ?2, tier = ?3, by_date = ?4, why = ?5, "
    "expected_revenue = ?6, created_at = ?7, changed_at = ?8 WHERE id = ?1",
  .remove =
    "DELETE FROM planned_move WHERE id = ?1",
};
