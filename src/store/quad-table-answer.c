/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-store"

#include "quad-table.h"
#include "quad-trait.h"

const QuadTable quad_answer_table = {
  .schema = &quad_answer_schema,
  .select_all =
    "SELECT id, account_id, trait_id, answer FROM answer ORDER BY id",
  .select_one =
    "SELECT id, account_id, trait_id, answer FROM answer WHERE id = ?1",
  .select_of_account =
    "SELECT id, account_id, trait_id, answer FROM answer WHERE account_id = ?1 ORDER BY id",
  .insert =
    "INSERT INTO answer (id, account_id, trait_id, answer) VALUES (?1, ?2, ?3, ?4)",
  .update =
    "UPDATE answer SET account_id = ?2, trait_id = ?3, answer = ?4 WHERE id = ?1",
  .remove =
    "DELETE FROM answer WHERE id = ?1",
};
