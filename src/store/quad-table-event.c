/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-store"

#include "quad-event.h"
#include "quad-table.h"

const QuadTable quad_event_table = {
  .schema = &quad_event_schema,
  .select_all =
    "SELECT id, account_id, kind, was, became, revenue, note, day, happened_at FROM account_event "
    "ORDER BY id",
  .select_one =
    "SELECT id, account_id, kind, was, became, revenue, note, day, happened_at FROM account_event "
    "WHERE id = ?1",
  .select_of_account =
    "SELECT id, account_id, kind, was, became, revenue, note, day, happened_at FROM account_event "
    "WHERE account_id = ?1 ORDER BY id",
  .insert =
    "INSERT INTO account_event (id, account_id, kind, was, became, revenue, note, day, "
    "happened_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
  .update =
    "UPDATE account_event SET account_id = ?2, kind = ?3, was = ?4, became = ?5, revenue = ?6, "
    "note = ?7, day = ?8, happened_at = ?9 WHERE id = ?1",
  .remove =
    "DELETE FROM account_event WHERE id = ?1",
};
