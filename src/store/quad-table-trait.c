/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-store"

#include "quad-table.h"
#include "quad-trait.h"

const QuadTable quad_trait_table = {
  .schema = &quad_trait_schema,
  .select_all =
    "SELECT id, owner, label, weight, knock_out, rule_field, rule_test, rule_value, position FROM "
    "trait ORDER BY id",
  .select_one =
    "SELECT id, owner, label, weight, knock_out, rule_field, rule_test, rule_value, position FROM "
    "trait WHERE id = ?1",
  .insert =
    "INSERT INTO trait (id, owner, label, weight, knock_out, rule_field, rule_test, rule_value, "
    "position) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
  .update =
    "UPDATE trait SET owner = ?2, label = ?3, weight = ?4, knock_out = ?5, rule_field = ?6, "
    "rule_test = ?7, rule_value = ?8, position = ?9 WHERE id = ?1",
  .remove =
    "DELETE FROM trait WHERE id = ?1",
};
