/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-store"

#include "quad-profile-text.h"
#include "quad-table.h"

const QuadTable quad_profile_text_table = {
  .schema = &quad_profile_text_schema,
  .select_all =
    "SELECT id, owner, name, description FROM profile_text ORDER BY id",
  .select_one =
    "SELECT id, owner, name, description FROM profile_text WHERE id = ?1",
  .insert =
    "INSERT INTO profile_text (id, owner, name, description) VALUES (?1, ?2, ?3, ?4)",
  .update =
    "UPDATE profile_text SET owner = ?2, name = ?3, description = ?4 WHERE id = ?1",
  .remove =
    "DELETE FROM profile_text WHERE id = ?1",
};
