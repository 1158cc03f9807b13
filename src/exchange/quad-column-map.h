/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quad-column-names.h"

G_BEGIN_DECLS

#define QUAD_NO_COLUMN (-1)

/**
 * QuadColumnMap:
 * @columns: where each role stands, from 0, or %QUAD_NO_COLUMN
 * @exponents: power of ten that the amounts of a role are in
 * @is_decided: whether somebody decided where a role stands; the others are guessed
 * @is_by_values: whether that was guessed from the values, not from the name
 * @is_people: every row is a person, and rows of one company make one account
 * @source: (nullable): the program that the list is known to come from
 *
 * Which column of a list holds what.
 */
typedef struct
{
  int         columns[QUAD_N_COLUMN_ROLES];
  int         exponents[QUAD_N_COLUMN_ROLES];
  gboolean    is_decided[QUAD_N_COLUMN_ROLES];
  gboolean    is_by_values[QUAD_N_COLUMN_ROLES];
  gboolean    is_people;
  const char *source;
} QuadColumnMap;

void     quad_column_map_guess       (QuadColumnMap       *map,
                                      const char *const   *headers,
                                      guint                n_headers);
void     quad_column_map_set         (QuadColumnMap       *map,
                                      QuadColumnRole       role,
                                      int                  column,
                                      const char          *header);
void     quad_column_map_leave_out   (QuadColumnMap       *map,
                                      int                  column);
gboolean quad_column_map_has         (const QuadColumnMap *map,
                                      QuadColumnRole       role);
guint    quad_column_map_count_known (const char *const   *headers,
                                      guint                n_headers);

G_END_DECLS
