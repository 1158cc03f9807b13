/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quad-account.h"
#include "quad-item-list.h"

G_BEGIN_DECLS

/**
 * QuadAccountSelection:
 *
 * The accounts that are chosen, shared by list, chart and panel. Independent of what a view shows:
 * an account stays chosen when a filter hides it. Emits #QuadAccountSelection::changed once per
 * change, never for an equal set.
 */
#define QUAD_TYPE_ACCOUNT_SELECTION (quad_account_selection_get_type ())
G_DECLARE_FINAL_TYPE (QuadAccountSelection, quad_account_selection, QUAD, ACCOUNT_SELECTION, GObject)

QuadAccountSelection *quad_account_selection_new      (void);
gboolean              quad_account_selection_contains (QuadAccountSelection *self,
                                                       QuadAccount          *account);
guint                 quad_account_selection_get_size (QuadAccountSelection *self);
GPtrArray            *quad_account_selection_get_all  (QuadAccountSelection *self);
QuadAccount          *quad_account_selection_get_only (QuadAccountSelection *self);
void                  quad_account_selection_set      (QuadAccountSelection *self,
                                                       GPtrArray            *accounts);
void                  quad_account_selection_set_only (QuadAccountSelection *self,
                                                       QuadAccount          *account);
void                  quad_account_selection_toggle   (QuadAccountSelection *self,
                                                       QuadAccount          *account);
void                  quad_account_selection_clear    (QuadAccountSelection *self);
void                  quad_account_selection_retain   (QuadAccountSelection *self,
                                                       QuadItemList         *accounts);

G_END_DECLS
