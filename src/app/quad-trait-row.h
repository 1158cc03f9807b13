/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "quad-playbook.h"

G_BEGIN_DECLS

/**
 * QuadTraitRow:
 *
 * One trait and how it is answered for an account. A press answers yes, the next one no, one more
 * takes the answer back; plus, minus and Delete say the same at once. What a rule answers is shown
 * with the rule, and cannot be pressed.
 */
#define QUAD_TYPE_TRAIT_ROW (quad_trait_row_get_type ())
G_DECLARE_FINAL_TYPE (QuadTraitRow, quad_trait_row, QUAD, TRAIT_ROW, GtkWidget)

GtkWidget *quad_trait_row_new  (void);
void       quad_trait_row_show (QuadTraitRow *self,
                                QuadBook     *book,
                                QuadAccount  *account,
                                QuadTrait    *trait,
                                QuadAnswer    answer);

G_END_DECLS
