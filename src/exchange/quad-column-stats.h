/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quad-amount.h"
#include "quad-column-map.h"
#include "quad-date-parse.h"
#include "quad-value-table.h"

G_BEGIN_DECLS

/**
 * QuadColumnStats:
 *
 * What the values of a whole column say about each of them: the decimal mark, whether the day or
 * the month stands first, the currency, whether words are about the tier. Fed with every row, then
 * concluded.
 */
typedef struct
{
  QuadDecimalMark marks[QUAD_N_COLUMN_ROLES];
  QuadDateOrder   orders[QUAD_N_COLUMN_ROLES];
  guint           n_filled[QUAD_N_COLUMN_ROLES];
  guint           n_known[QUAD_N_COLUMN_ROLES];     /* of words about the tier */
  guint           n_decided[QUAD_N_COLUMN_ROLES];   /* of these by somebody */
  guint           n_own_currency;
  guint           n_foreign_currency;
  gboolean        is_mixed_currency;
  char            foreign_currency[4];

  /* concluded */
  QuadColumnRole  region;     /* what the region is taken from, or %QUAD_COLUMN_NONE */
} QuadColumnStats;

void     quad_column_stats_observe      (QuadColumnStats     *stats,
                                         const QuadColumnMap *map,
                                         const QuadCurrency  *currency,
                                         const QuadValueTable *values,
                                         char * const        *fields,
                                         guint                n_fields);
void     quad_column_stats_conclude     (QuadColumnStats     *stats,
                                         QuadColumnMap       *map);
void     quad_column_stats_decide       (QuadColumnStats     *stats,
                                         QuadDecimalMark      mark,
                                         QuadDateOrder        order);
gboolean quad_column_stats_is_foreign (const QuadCurrency  *currency,
                                         const char          *code);

G_END_DECLS
