/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-store"

#include "quad-account.h"
#include "quad-table.h"

const QuadTable quad_account_table = {
  .schema = &quad_account_schema,
  .select_all =
    "SELECT id, uid, name, tier, profile, ever_client, revenue, revenue_before, potential, "
    "vertical, region, size, source, website, phone, email, address, notes, client_since, "
    "lost_on, lost_reason, parked_reason, revisit_on, decide_by, external_id, created_at, "
    "changed_at, name_folded FROM account ORDER BY id",
  .select_one =
    "SELECT id, uid, name, tier, profile, ever_client, revenue, revenue_before, potential, "
    "vertical, region, size, source, website, phone, email, address, notes, client_since, "
    "lost_on, lost_reason, parked_reason, revisit_on, decide_by, external_id, created_at, "
    "changed_at, name_folded FROM account WHERE id = ?1",
  .insert =
    "INSERT INTO account (id, uid, name, tier, profile, ever_client, revenue, revenue_before, "
    "potential, vertical, region, size, source, website, phone, email, address, notes, "
    "client_since, lost_on, lost_reason, parked_reason, revisit_on, decide_by, external_id, "
    "created_at, changed_at, name_folded) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, "
    "?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23, ?24, ?25, ?26, ?27, ?28)",
  .update =
    "UPDATE account SET uid = ?2, name = ?3, tier = ?4, profile = ?5, ever_client = ?6, "
    "revenue = ?7, revenue_before = ?8, potential = ?9, vertical = ?10, region = ?11, size = ?12, "
    "source = ?13, website = ?14, phone = ?15, email = ?16, address = ?17, notes = ?18, "
    "client_since = ?19, lost_on = ?20, lost_reason = ?21, parked_reason = ?22, revisit_on = ?23, "
    "decide_by = ?24, external_id = ?25, created_at = ?26, changed_at = ?27, name_folded = ?28 "
    "WHERE id = ?1",
  .remove =
    "DELETE FROM account WHERE id = ?1",
};
