/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-store"

#include "quad-contact.h"
#include "quad-table.h"

const QuadTable quad_contact_table = {
  .schema = &quad_contact_schema,
  .select_all =
    "SELECT id, account_id, name, role, phone, email, website, notes, external_id, created_at, "
    "changed_at FROM contact ORDER BY id",
  .select_one =
    "SELECT id, account_id, name, role, phone, email, website, notes, external_id, created_at, "
    "changed_at FROM contact WHERE id = ?1",
  .select_of_account =
    "SELECT id, account_id, name, role, phone, email, website, notes, external_id, created_at, "
    "changed_at FROM contact WHERE account_id = ?1 ORDER BY id",
  .insert =
    "INSERT INTO contact (id, account_id, name, role, phone, email, website, notes, external_id, "
    "created_at, changed_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
  .update =
    "UPDATE contact SET account_id = ?2, name = ?3, role = ?4, phone = ?5, email = ?6, "
    "website = ?7, notes = ?8, external_id = ?9, created_at = ?10, changed_at = ?11 WHERE id = ?1",
  .remove =
    "DELETE FROM contact WHERE id = ?1",
};
