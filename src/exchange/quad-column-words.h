/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quad-column-names.h"

G_BEGIN_DECLS

/**
 * QuadColumnAlias:
 * @names: as quad_column_name_normalise() makes them, parted by '|'
 * @role: what a column of such a name holds
 * @rank: how sure that is; the least of several columns counts
 */
typedef struct
{
  const char *names;
  guint8      role;
  guint8      rank;
} QuadColumnAlias;

const QuadColumnAlias *quad_column_words_get_names (guint *n);
const QuadColumnAlias *quad_column_words_get_parts (guint *n);

G_END_DECLS
