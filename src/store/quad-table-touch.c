/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-store"

#include "quad-table.h"
#include "quad-touch.h"

const QuadTable quad_touch_table = {
  .schema = &quad_touch_schema,
  .select_all =
    "SELECT id, account_id, contact_id, kind, day, minutes, note, logged_at FROM touch "
    "ORDER BY id",
  .select_one =
    "SELECT id, account_id, contact_id, kind, day, minutes, note, logged_at FROM touch "
    "WHERE id = ?1",
  .select_of_account =
    "SELECT id, account_id, contact_id, kind, day, minutes, note, logged_at FROM touch "
    "WHERE account_id = ?1 ORDER BY id",
  .insert =
    "INSERT INTO touch (id, account_id, contact_id, kind, day, minutes, note, logged_at) VALUES "
    "(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
  .update =
    "UPDATE touch SET account_id = ?2, contact_id = ?3, kind = ?4, day = ?5, minutes = ?6, "
    "note = ?7, logged_at = ?8 WHERE id = ?1",
  .remove =
    "DELETE FROM touch WHERE id = ?1",
};
