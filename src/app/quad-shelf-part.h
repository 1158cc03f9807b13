/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "quad-account-selection.h"
#include "quad-book.h"

G_BEGIN_DECLS

typedef enum
{
  QUAD_SHELF_JETTISON,
  QUAD_SHELF_PARKED,
} QuadShelfKind;

#define QUAD_N_SHELF_KINDS (QUAD_SHELF_PARKED + 1)

/**
 * QuadShelfPart:
 *
 * One half of the shelf: how many accounts are there and what is due, a button that opens it, and
 * the place where accounts are dropped. Emits #QuadShelfPart::clicked.
 */
#define QUAD_TYPE_SHELF_PART (quad_shelf_part_get_type ())
G_DECLARE_FINAL_TYPE (QuadShelfPart, quad_shelf_part, QUAD, SHELF_PART, GtkWidget)

GtkWidget  *quad_shelf_part_new           (QuadShelfKind         kind);
void        quad_shelf_part_set_selection (QuadShelfPart        *self,
                                           QuadAccountSelection *selection);
void        quad_shelf_part_set_accounts  (QuadShelfPart        *self,
                                           QuadBook             *book,
                                           GPtrArray            *accounts);
GPtrArray  *quad_shelf_part_get_accounts  (QuadShelfPart        *self);
void        quad_shelf_part_set_narrow    (QuadShelfPart        *self,
                                           gboolean              narrow);
const char *quad_shelf_part_get_label     (QuadShelfPart        *self);
char       *quad_shelf_describe_drop      (QuadShelfKind         kind,
                                           GPtrArray            *accounts,
                                           gboolean             *accepted);
char       *quad_shelf_describe_due       (QuadShelfKind         kind,
                                           QuadAccount          *account,
                                           QuadDate              today);

G_END_DECLS
