/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-model"

#include "quad-planned-move.h"

#include "quad-i18n.h"

/**
 * QuadPlannedMove:
 *
 * A move of one account to another tier that is intended, not made; all of them are the plan. An
 * account has one at most. Source: product.md section 2.
 */
struct _QuadPlannedMove
{
  QuadItem parent_instance;
};

static const QuadField fields[] = {
  [QUAD_PLANNED_MOVE_ACCOUNT_ID] = { "account-id", N_("Account"), QUAD_KIND_LINK,
                                     QUAD_FIELD_KEPT },
  [QUAD_PLANNED_MOVE_TIER] = { "tier", N_("Tier"), QUAD_KIND_WORD, QUAD_FIELD_KEPT,
                               &quad_tier_words },
  [QUAD_PLANNED_MOVE_BY_DATE] = { "by-date", N_("By When"), QUAD_KIND_DATE },
  [QUAD_PLANNED_MOVE_WHY] = { "why", N_("Why"), QUAD_KIND_LINES },
  [QUAD_PLANNED_MOVE_EXPECTED_REVENUE] = { "expected-revenue", N_("Expected Revenue"),
                                           QUAD_KIND_MONEY },
  [QUAD_PLANNED_MOVE_CREATED_AT] = { "created-at", N_("Created"), QUAD_KIND_TIME,
                                     QUAD_FIELD_KEPT },
  [QUAD_PLANNED_MOVE_CHANGED_AT] = { "changed-at", N_("Changed"), QUAD_KIND_TIME,
                                     QUAD_FIELD_KEPT },
};

G_STATIC_ASSERT (G_N_ELEMENTS (fields) == QUAD_N_PLANNED_MOVE_FIELDS);

const QuadSchema quad_planned_move_schema = { "planned_move", fields, G_N_ELEMENTS (fields) };

G_DEFINE_FINAL_TYPE (QuadPlannedMove, quad_planned_move, QUAD_TYPE_ITEM)

static void
quad_planned_move_class_init (QuadPlannedMoveClass *klass)
{
  quad_item_class_install_schema (QUAD_ITEM_CLASS (klass), &quad_planned_move_schema);
}

static void
quad_planned_move_init (QuadPlannedMove *self)
{
}

/**
 * quad_planned_move_new:
 * @id: of the row
 * @values: (transfer full): all values, of quad_planned_move_schema
 */
QuadPlannedMove *
quad_planned_move_new (gint64      id,
                       QuadRecord *values)
{
  return quad_item_new (QUAD_TYPE_PLANNED_MOVE, id, values);
}

gint64
quad_planned_move_get_id (QuadPlannedMove *self)
{
  return quad_item_get_id (QUAD_ITEM (self));
}

gint64
quad_planned_move_get_account_id (QuadPlannedMove *self)
{
  return quad_item_get_number (QUAD_ITEM (self), QUAD_PLANNED_MOVE_ACCOUNT_ID);
}

/**
 * quad_planned_move_get_tier:
 *
 * Returns: where the account is to go; where it is now, the account knows
 */
QuadTier
quad_planned_move_get_tier (QuadPlannedMove *self)
{
  return (QuadTier) quad_item_get_number (QUAD_ITEM (self), QUAD_PLANNED_MOVE_TIER);
}

/**
 * quad_planned_move_get_by_date:
 *
 * Returns: by when, %QUAD_DATE_NONE when no day is set
 */
QuadDate
quad_planned_move_get_by_date (QuadPlannedMove *self)
{
  return (QuadDate) quad_item_get_number (QUAD_ITEM (self), QUAD_PLANNED_MOVE_BY_DATE);
}

const char *
quad_planned_move_get_why (QuadPlannedMove *self)
{
  return quad_item_get_text (QUAD_ITEM (self), QUAD_PLANNED_MOVE_WHY);
}

/**
 * quad_planned_move_get_expected_revenue:
 *
 * Returns: what the account is to bring in a year once it is there, %QUAD_MONEY_UNKNOWN when nobody
 *   said
 */
QuadMoney
quad_planned_move_get_expected_revenue (QuadPlannedMove *self)
{
  return quad_item_get_number (QUAD_ITEM (self), QUAD_PLANNED_MOVE_EXPECTED_REVENUE);
}

static int
compare (gint64 a,
         gint64 b)
{
  return a < b ? -1 : a > b;
}

/**
 * quad_planned_move_compare:
 *
 * The order of the plan: by the day they are to be made, those without a day behind them, and as
 * they were planned.
 */
int
quad_planned_move_compare (QuadPlannedMove *a,
                           QuadPlannedMove *b)
{
  gint64 by_a = quad_planned_move_get_by_date (a), by_b = quad_planned_move_get_by_date (b);
  int order = compare (by_a == QUAD_DATE_NONE ? G_MAXINT64 : by_a,
                       by_b == QUAD_DATE_NONE ? G_MAXINT64 : by_b);

  return order != 0 ? order : compare (quad_planned_move_get_id (a), quad_planned_move_get_id (b));
}
