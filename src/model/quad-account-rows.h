/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quad-account-view.h"

G_BEGIN_DECLS

/**
 * QuadAccountHeading:
 *
 * The row above the accounts of a group. Notifies "n-accounts".
 */
#define QUAD_TYPE_ACCOUNT_HEADING (quad_account_heading_get_type ())
G_DECLARE_FINAL_TYPE (QuadAccountHeading, quad_account_heading, QUAD, ACCOUNT_HEADING, GObject)

QuadFacetValue *quad_account_heading_get_value      (QuadAccountHeading *self);
guint           quad_account_heading_get_n_accounts (QuadAccountHeading *self);

/**
 * QuadAccountRows:
 *
 * The rows of the account list: what a view shows, each #QuadAccount a row, and above each group a
 * #QuadAccountHeading. Without grouping just the accounts.
 */
#define QUAD_TYPE_ACCOUNT_ROWS (quad_account_rows_get_type ())
G_DECLARE_FINAL_TYPE (QuadAccountRows, quad_account_rows, QUAD, ACCOUNT_ROWS, GObject)

QuadAccountRows *quad_account_rows_new        (QuadAccountView    *view);
gboolean         quad_account_rows_find       (QuadAccountRows    *self,
                                               QuadAccount        *account,
                                               guint              *position);
GPtrArray       *quad_account_rows_list_group (QuadAccountRows    *self,
                                               QuadAccountHeading *heading);

G_END_DECLS
