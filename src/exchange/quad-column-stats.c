/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-exchange"

#include "quad-column-stats.h"

#include <string.h>

#include "quad-text.h"
#include "quad-value-words.h"

static const QuadColumnRole amount_roles[] = {
  QUAD_COLUMN_REVENUE, QUAD_COLUMN_REVENUE_BEFORE, QUAD_COLUMN_POTENTIAL,
};

static const QuadColumnRole date_roles[] = {
  QUAD_COLUMN_CLIENT_SINCE, QUAD_COLUMN_LOST_ON, QUAD_COLUMN_REVISIT_ON, QUAD_COLUMN_DECIDE_BY,
};

/* Names that mean the tier in one list and something else in another. */
static const QuadColumnRole word_roles[] = {
  QUAD_COLUMN_LIFECYCLE, QUAD_COLUMN_TYPE, QUAD_COLUMN_RATING,
};

static const char *
get_value (const QuadColumnMap *map,
           QuadColumnRole       role,
           char * const        *fields,
           guint                n_fields)
{
  int column = map->columns[role];

  if (column == QUAD_NO_COLUMN || (guint) column >= n_fields
      || quad_text_is_blank (fields[column]))
    return NULL;
  return fields[column];
}

/**
 * quad_column_stats_is_foreign:
 * @currency: of the book
 * @code: as quad_amount_find_currency() gives it, or an ISO 4217 code
 *
 * Returns: whether @code is certainly not the currency of the book
 */
gboolean
quad_column_stats_is_foreign (const QuadCurrency *currency,
                                const char         *code)
{
  static const char dollars[] = "USD CAD AUD NZD SGD HKD MXN ARS CLP COP TWD BMD BBD JMD TTD FJD";

  g_return_val_if_fail (currency != NULL && code != NULL, FALSE);

  if (strcmp (code, "$") == 0)
    return strstr (dollars, currency->code) == NULL;
  if (strcmp (code, "kr") == 0)
    return strstr ("SEK NOK DKK ISK", currency->code) == NULL;
  if (strcmp (code, "¥") == 0)
    return strstr ("JPY CNY", currency->code) == NULL;
  return g_ascii_strcasecmp (code, currency->code) != 0;
}

static void
observe_currency (QuadColumnStats    *stats,
                  const QuadCurrency *currency,
                  const char         *code)
{
  if (!quad_column_stats_is_foreign (currency, code))
    {
      stats->n_own_currency++;
      return;
    }

  if (stats->n_foreign_currency++ == 0)
    g_strlcpy (stats->foreign_currency, code, sizeof stats->foreign_currency);
  else if (strcmp (stats->foreign_currency, code) != 0)
    stats->is_mixed_currency = TRUE;
}

static void
observe_amount (QuadColumnStats    *stats,
                const QuadCurrency *currency,
                QuadColumnRole      role,
                const char         *value)
{
  char code[4];

  stats->marks[role] = quad_amount_merge_marks (stats->marks[role],
                                                quad_amount_detect_mark (value));

  /* Digits at both ends leave no place for a currency. */
  if (g_ascii_isdigit (value[0]) && g_ascii_isdigit (value[strlen (value) - 1]))
    return;
  if (quad_amount_find_currency (value, code))
    observe_currency (stats, currency, code);
}

/**
 * quad_column_stats_observe:
 * @stats: begin with every byte zero
 * @currency: of the book
 * @values: what somebody decided that words mean
 * @fields: one row
 * @n_fields: how many
 */
void
quad_column_stats_observe (QuadColumnStats     *stats,
                           const QuadColumnMap *map,
                           const QuadCurrency  *currency,
                           const QuadValueTable *values,
                           char * const        *fields,
                           guint                n_fields)
{
  const char *value;

  g_return_if_fail (stats != NULL && map != NULL && currency != NULL);

  for (guint i = 0; i < G_N_ELEMENTS (amount_roles); i++)
    if ((value = get_value (map, amount_roles[i], fields, n_fields)) != NULL)
      observe_amount (stats, currency, amount_roles[i], value);

  if ((value = get_value (map, QUAD_COLUMN_CURRENCY, fields, n_fields)) != NULL
      && strlen (value) == 3)
    observe_currency (stats, currency, value);

  for (guint i = 0; i < G_N_ELEMENTS (date_roles); i++)
    if ((value = get_value (map, date_roles[i], fields, n_fields)) != NULL)
      stats->orders[date_roles[i]] = quad_date_merge_orders (stats->orders[date_roles[i]],
                                                             quad_date_detect_order (value));

  for (guint i = 0; i < G_N_ELEMENTS (word_roles); i++)
    if ((value = get_value (map, word_roles[i], fields, n_fields)) != NULL)
      {
        QuadTierWord word;

        stats->n_filled[word_roles[i]]++;
        if (quad_value_table_find (values, QUAD_VALUE_TIER, value) != NULL)
          stats->n_decided[word_roles[i]]++;
        stats->n_known[word_roles[i]] += quad_tier_word_lookup (value, &word);
      }

  stats->n_filled[QUAD_COLUMN_COMPANY]++;
  if (get_value (map, QUAD_COLUMN_REGION, fields, n_fields) != NULL)
    stats->n_filled[QUAD_COLUMN_REGION]++;
}

/* A list is grouped by what most rows have. Where both stand, "region" is often a state or province
 * that only some countries have, and then the country is the better one. */
static QuadColumnRole
choose_region (const QuadColumnStats *stats,
               const QuadColumnMap   *map)
{
  gboolean country = quad_column_map_has (map, QUAD_COLUMN_COUNTRY);

  if (quad_column_map_has (map, QUAD_COLUMN_REGION)
      && (!country || map->is_decided[QUAD_COLUMN_REGION]
          || stats->n_filled[QUAD_COLUMN_REGION] * 2 >= stats->n_filled[QUAD_COLUMN_COMPANY]))
    return QUAD_COLUMN_REGION;
  if (country)
    return QUAD_COLUMN_COUNTRY;
  return quad_column_map_has (map, QUAD_COLUMN_STATE) ? QUAD_COLUMN_STATE : QUAD_COLUMN_NONE;
}

/* One program wrote the list: a column of amounts that proves no mark has that of the others, where
 * these agree. */
static void
share_marks (QuadColumnStats *stats)
{
  QuadDecimalMark common = QUAD_DECIMAL_MARK_UNKNOWN;

  for (guint i = 0; i < G_N_ELEMENTS (amount_roles); i++)
    common = quad_amount_merge_marks (common, stats->marks[amount_roles[i]]);
  for (guint i = 0; i < G_N_ELEMENTS (amount_roles); i++)
    if (stats->marks[amount_roles[i]] == QUAD_DECIMAL_MARK_UNKNOWN)
      stats->marks[amount_roles[i]] = common;
}

/**
 * quad_column_stats_conclude:
 * @map: columns whose values do not confirm what their names seemed to say are taken out
 */
void
quad_column_stats_conclude (QuadColumnStats *stats,
                            QuadColumnMap   *map)
{
  g_return_if_fail (stats != NULL && map != NULL);

  for (guint i = 0; i < G_N_ELEMENTS (word_roles); i++)
    {
      QuadColumnRole role = word_roles[i];

      if (!map->is_decided[role] && stats->n_decided[role] == 0
          && stats->n_known[role] * 2 < stats->n_filled[role])
        map->columns[role] = QUAD_NO_COLUMN;
    }

  share_marks (stats);
  stats->region = choose_region (stats, map);
}

/**
 * quad_column_stats_decide:
 * @mark: the decimal mark of all amounts, or %QUAD_DECIMAL_MARK_UNKNOWN as the values say
 * @order: of day and month in all dates, or %QUAD_DATE_ORDER_UNKNOWN as the values say
 *
 * Sets what somebody decided, after the conclusion.
 */
void
quad_column_stats_decide (QuadColumnStats *stats,
                          QuadDecimalMark  mark,
                          QuadDateOrder    order)
{
  g_return_if_fail (stats != NULL);

  for (guint i = 0; i < G_N_ELEMENTS (amount_roles) && mark != QUAD_DECIMAL_MARK_UNKNOWN; i++)
    stats->marks[amount_roles[i]] = mark;
  for (guint i = 0; i < G_N_ELEMENTS (date_roles) && order != QUAD_DATE_ORDER_UNKNOWN; i++)
    stats->orders[date_roles[i]] = order;
}
