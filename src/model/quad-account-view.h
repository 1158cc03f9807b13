/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "quad-account.h"
#include "quad-item-list.h"

G_BEGIN_DECLS

/**
 * QuadAccountOrder:
 *
 * What the account list can be sorted by. Amounts come with the unknown ones last in either
 * direction; equal ones are ordered by name, then by id.
 */
typedef enum
{
  QUAD_ACCOUNT_ORDER_NAME,
  QUAD_ACCOUNT_ORDER_TIER,
  QUAD_ACCOUNT_ORDER_PROFILE,
  QUAD_ACCOUNT_ORDER_REVENUE,
  QUAD_ACCOUNT_ORDER_POTENTIAL,
  QUAD_ACCOUNT_ORDER_SHARE,     /* as revenue, but only clients have a share */
} QuadAccountOrder;

#define QUAD_TYPE_ACCOUNT_VIEW (quad_account_view_get_type ())
G_DECLARE_FINAL_TYPE (QuadAccountView, quad_account_view, QUAD, ACCOUNT_VIEW, GObject)

QuadAccountView  *quad_account_view_new          (QuadItemList     *accounts);
void              quad_account_view_set_accounts (QuadAccountView  *self,
                                                  QuadItemList     *accounts);
void              quad_account_view_set_search   (QuadAccountView  *self,
                                                  const char       *search);
const char       *quad_account_view_get_search   (QuadAccountView  *self);
void              quad_account_view_set_tiers    (QuadAccountView  *self,
                                                  guint             tiers);
guint             quad_account_view_get_tiers    (QuadAccountView  *self);
void              quad_account_view_set_profiles (QuadAccountView  *self,
                                                  guint             profiles);
guint             quad_account_view_get_profiles (QuadAccountView  *self);
void              quad_account_view_set_order    (QuadAccountView  *self,
                                                  QuadAccountOrder  order,
                                                  gboolean          descending);
gboolean          quad_account_view_find         (QuadAccountView  *self,
                                                  QuadAccount      *account,
                                                  guint            *position);
gboolean          quad_account_view_matches      (QuadAccountView  *self,
                                                  QuadAccount      *account);

G_END_DECLS
