/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quad-account.h"
#include "quad-item-list.h"
#include "quad-text.h"

/* Accounts without a book, for tests of what only looks at them. */

static inline QuadRecord *
quad_test_account_values (const char  *name,
                          QuadTier     tier,
                          QuadProfile  profile,
                          QuadMoney    revenue)
{
  QuadRecord *values = quad_record_new (&quad_account_schema);

  quad_record_set_text (values, QUAD_ACCOUNT_NAME, name);
  quad_record_take_text (values, QUAD_ACCOUNT_NAME_FOLDED, quad_text_fold (name));
  quad_record_set_number (values, QUAD_ACCOUNT_TIER, tier);
  quad_record_set_number (values, QUAD_ACCOUNT_PROFILE, profile);
  quad_record_set_number (values, QUAD_ACCOUNT_REVENUE, revenue);
  quad_record_set_number (values, QUAD_ACCOUNT_EVER_CLIENT, quad_tier_is_client (tier));

  return values;
}

static inline QuadAccount *
quad_test_account_new (gint64       id,
                       const char  *name,
                       QuadTier     tier,
                       QuadMoney    revenue)
{
  return quad_account_new (id, quad_test_account_values (name, tier, QUAD_PROFILE_NONE, revenue));
}

/* Puts an account into another tier with another revenue, and tells nobody but its listeners. */
static inline void
quad_test_account_change (QuadAccount *account,
                          QuadTier     tier,
                          QuadMoney    revenue)
{
  QuadRecord *values = quad_record_copy (quad_item_get_values (QUAD_ITEM (account)));

  quad_record_set_number (values, QUAD_ACCOUNT_TIER, tier);
  quad_record_set_number (values, QUAD_ACCOUNT_REVENUE, revenue);
  quad_item_assign (QUAD_ITEM (account), values);
}

static inline void
quad_test_list_add (QuadItemList *list,
                    QuadAccount  *account)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (items, account);
  quad_item_list_add (list, items);
}
