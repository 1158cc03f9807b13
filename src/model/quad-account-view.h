/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "quad-account.h"
#include "quad-facet.h"
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
void              quad_account_view_set_chosen   (QuadAccountView  *self,
                                                  QuadFacetValue   *value,
                                                  gboolean          chosen);
gboolean          quad_account_view_is_chosen    (QuadAccountView  *self,
                                                  QuadFacetValue   *value);
guint             quad_account_view_count_chosen (QuadAccountView  *self,
                                                  QuadFacet         facet);
GPtrArray        *quad_account_view_list_chosen  (QuadAccountView  *self,
                                                  QuadFacet         facet);
void              quad_account_view_set_newer_than (QuadAccountView *self,
                                                  gint64            id);
gint64            quad_account_view_get_newer_than (QuadAccountView *self);
gboolean          quad_account_view_is_filtered  (QuadAccountView  *self);
void              quad_account_view_clear_filters (QuadAccountView *self);
QuadFacetValue   *quad_account_view_get_value    (QuadAccountView  *self,
                                                  QuadFacet         facet,
                                                  QuadAccount      *account);
GPtrArray        *quad_account_view_list_values  (QuadAccountView  *self,
                                                  QuadFacet         facet,
                                                  GArray           *counts);
void              quad_account_view_set_order    (QuadAccountView  *self,
                                                  QuadAccountOrder  order,
                                                  gboolean          descending);
void              quad_account_view_set_grouping (QuadAccountView  *self,
                                                  QuadFacet         facet);
QuadFacet         quad_account_view_get_grouping (QuadAccountView  *self);
QuadFacetValue   *quad_account_view_get_group    (QuadAccountView  *self,
                                                  guint             position);
gboolean          quad_account_view_find         (QuadAccountView  *self,
                                                  QuadAccount      *account,
                                                  guint            *position);
gboolean          quad_account_view_matches      (QuadAccountView  *self,
                                                  QuadAccount      *account);

G_END_DECLS
