/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-store"

#include "quad-step.h"
#include "quad-table.h"

const QuadTable quad_step_table = {
  .schema = &quad_step_schema,
  .select_all =
    "SELECT id, account_id, play_id, title, guidance, due, anchor, status, reason, customised, "
    "done_on, minutes, created_at, changed_at FROM step ORDER BY id",
  .select_one =
    "SELECT id, account_id, play_id, title, guidance, due, anchor, status, reason, customised, "
    "done_on, minutes, created_at, changed_at FROM step WHERE id = ?1",
  .select_of_account =
    "SELECT id, account_id, play_id, title, guidance, due, anchor, status, reason, customised, "
    "done_on, minutes, created_at, changed_at FROM step WHERE account_id = ?1 ORDER BY id",
  .insert =
    "INSERT INTO step (id, account_id, play_id, title, guidance, due, anchor, status, reason, "
    "customised, done_on, minutes, created_at, changed_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, "
    "?8, ?9, ?10, ?11, ?12, ?13, ?14)",
  .update =
    "UPDATE step SET account_id = ?2, play_id = ?3, title = ?4, guidance = ?5, due = ?6, "
    "anchor = ?7, status = ?8, reason = ?9, customised = ?10, done_on = ?11, minutes = ?12, "
    "created_at = ?13, changed_at = ?14 WHERE id = ?1",
  .remove =
    "DELETE FROM step WHERE id = ?1",
};
