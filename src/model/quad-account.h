/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quad-item.h"

G_BEGIN_DECLS

/**
 * QuadAccountField:
 *
 * The fields of an account, in the order of quad_account_schema and of the table's columns.
 */
typedef enum
{
  QUAD_ACCOUNT_UID,             /* never changes, unique in the world: for files that leave it */
  QUAD_ACCOUNT_NAME,
  QUAD_ACCOUNT_TIER,            /* QuadTier */
  QUAD_ACCOUNT_PROFILE,         /* QuadProfile */
  QUAD_ACCOUNT_EVER_CLIENT,     /* is or was a client */
  QUAD_ACCOUNT_REVENUE,         /* of the last 12 months */
  QUAD_ACCOUNT_REVENUE_BEFORE,  /* of the 12 months before */
  QUAD_ACCOUNT_POTENTIAL,       /* what the account could spend in a year */
  QUAD_ACCOUNT_VERTICAL,
  QUAD_ACCOUNT_REGION,
  QUAD_ACCOUNT_SIZE,            /* as the rep writes it: "120 people", "L" */
  QUAD_ACCOUNT_SOURCE,          /* where a lead came from */
  QUAD_ACCOUNT_WEBSITE,
  QUAD_ACCOUNT_PHONE,
  QUAD_ACCOUNT_EMAIL,
  QUAD_ACCOUNT_ADDRESS,
  QUAD_ACCOUNT_NOTES,
  QUAD_ACCOUNT_CLIENT_SINCE,
  QUAD_ACCOUNT_LOST_ON,
  QUAD_ACCOUNT_LOST_REASON,
  QUAD_ACCOUNT_PARKED_REASON,
  QUAD_ACCOUNT_REVISIT_ON,
  QUAD_ACCOUNT_DECIDE_BY,       /* jettison: when the outcome must be decided */
  QUAD_ACCOUNT_EXTERNAL_ID,     /* in the system that the list came from */
  QUAD_ACCOUNT_CREATED_AT,
  QUAD_ACCOUNT_CHANGED_AT,
  QUAD_ACCOUNT_NAME_FOLDED,     /* quad_text_fold() of the name: for search and order */
} QuadAccountField;

#define QUAD_N_ACCOUNT_FIELDS (QUAD_ACCOUNT_NAME_FOLDED + 1)

extern const QuadSchema quad_account_schema;

#define QUAD_TYPE_ACCOUNT (quad_account_get_type ())
G_DECLARE_FINAL_TYPE (QuadAccount, quad_account, QUAD, ACCOUNT, QuadItem)

QuadAccount *quad_account_new             (gint64       id,
                                           QuadRecord  *values);
gint64       quad_account_get_id          (QuadAccount *self);
const char  *quad_account_get_name        (QuadAccount *self);
const char  *quad_account_get_name_folded (QuadAccount *self);
const char  *quad_account_get_name_key    (QuadAccount *self);
const char  *quad_account_get_search_text (QuadAccount *self);
QuadTier     quad_account_get_tier        (QuadAccount *self);
QuadProfile  quad_account_get_profile     (QuadAccount *self);
QuadMoney    quad_account_get_revenue     (QuadAccount *self);
QuadMoney    quad_account_get_potential   (QuadAccount *self);
QuadMoney    quad_account_get_amount      (QuadAccount *self);
QuadDate     quad_account_get_created_on  (QuadAccount *self);
gboolean     quad_account_is_client       (QuadAccount *self);
gboolean     quad_account_is_prospect     (QuadAccount *self);
gboolean     quad_account_is_former_client (QuadAccount *self);

int          quad_account_compare         (QuadAccount *a,
                                           QuadAccount *b);
void         quad_account_sort            (GPtrArray   *accounts);

G_END_DECLS
