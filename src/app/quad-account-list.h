/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "quad-account-selection.h"
#include "quad-account-view.h"
#include "quad-book.h"

G_BEGIN_DECLS

/**
 * QuadAccountList:
 *
 * All accounts as a table that is searched, filtered and sorted. Rows are dragged out as a
 * G_TYPE_PTR_ARRAY of #QuadAccount; a row that is opened activates "win.open-account", the menu key
 * and the second button "win.account-menu".
 */
#define QUAD_TYPE_ACCOUNT_LIST (quad_account_list_get_type ())
G_DECLARE_FINAL_TYPE (QuadAccountList, quad_account_list, QUAD, ACCOUNT_LIST, GtkWidget)

GtkWidget       *quad_account_list_new           (void);
void             quad_account_list_set_selection (QuadAccountList      *self,
                                                  QuadAccountSelection *selection);
void             quad_account_list_set_book      (QuadAccountList      *self,
                                                  QuadBook             *book);
QuadAccountView *quad_account_list_get_view      (QuadAccountList      *self);
void             quad_account_list_focus_search  (QuadAccountList      *self);
void             quad_account_list_show_tier     (QuadAccountList      *self,
                                                  QuadTier              tier);
void             quad_account_list_show_profile  (QuadAccountList      *self,
                                                  QuadProfile           profile);
void             quad_account_list_show_newer    (QuadAccountList      *self,
                                                  gint64                id);
void             quad_account_list_set_narrow    (QuadAccountList      *self,
                                                  gboolean              narrow);
void             quad_account_list_reveal        (QuadAccountList      *self,
                                                  QuadAccount          *account);
void             quad_account_list_open_menu     (QuadAccountList      *self,
                                                  QuadAccount          *account,
                                                  double                x,
                                                  double                y);

G_END_DECLS
