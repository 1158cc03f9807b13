/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-store"

#include "quad-play.h"
#include "quad-table.h"

const QuadTable quad_play_table = {
  .schema = &quad_play_schema,
  .select_all =
    "SELECT id, owner, title, guidance, due_kind, due_days, due_month, due_day, repeat_kind, "
    "repeat_every, repeat_from, minutes, archived, position FROM play ORDER BY id",
  .select_one =
    "SELECT id, owner, title, guidance, due_kind, due_days, due_month, due_day, repeat_kind, "
    "repeat_every, repeat_from, minutes, archived, position FROM play WHERE id = ?1",
  .insert =
    "INSERT INTO play (id, owner, title, guidance, due_kind, due_days, due_month, due_day, "
    "repeat_kind, repeat_every, repeat_from, minutes, archived, position) VALUES (?1, ?2, ?3, ?4, "
    "?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)",
  .update =
    "UPDATE play SET owner = ?2, title = ?3, guidance = ?4, due_kind = ?5, due_days = ?6, "
    "due_month = ?7, due_day = ?8, repeat_kind = ?9, repeat_every = ?10, repeat_from = ?11, "
    "minutes = ?12, archived = ?13, position = ?14 WHERE id = ?1",
  .remove =
    "DELETE FROM play WHERE id = ?1",
};
