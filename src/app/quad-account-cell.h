/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "quad-account-rows.h"
#include "quad-book.h"

G_BEGIN_DECLS

typedef enum
{
  QUAD_ACCOUNT_COLUMN_PROFILE,
  QUAD_ACCOUNT_COLUMN_NAME,
  QUAD_ACCOUNT_COLUMN_TIER,
  QUAD_ACCOUNT_COLUMN_REVENUE,
  QUAD_ACCOUNT_COLUMN_SHARE,
} QuadAccountColumn;

#define QUAD_N_ACCOUNT_COLUMNS (QUAD_ACCOUNT_COLUMN_SHARE + 1)

/**
 * QuadAccountCell:
 *
 * One value of an account in the account list, or of the heading above a group. Follows it while it
 * is bound to it.
 */
#define QUAD_TYPE_ACCOUNT_CELL (quad_account_cell_get_type ())
G_DECLARE_FINAL_TYPE (QuadAccountCell, quad_account_cell, QUAD, ACCOUNT_CELL, GtkWidget)

GtkWidget   *quad_account_cell_new         (QuadAccountColumn  column);
void         quad_account_cell_bind        (QuadAccountCell   *self,
                                            QuadBook          *book,
                                            QuadAccount       *account);
void         quad_account_cell_bind_heading (QuadAccountCell    *self,
                                            QuadBook           *book,
                                            QuadAccountRows    *rows,
                                            QuadAccountHeading *heading);
void         quad_account_cell_unbind      (QuadAccountCell   *self);
void         quad_account_cell_refresh     (QuadAccountCell   *self);
QuadAccount *quad_account_cell_get_account (QuadAccountCell   *self);

G_END_DECLS
