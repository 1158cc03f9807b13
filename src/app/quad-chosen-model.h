/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "quad-account-selection.h"
#include "quad-account-rows.h"

G_BEGIN_DECLS

/**
 * QuadChosenModel:
 *
 * A #GtkSelectionModel over the rows of the account list in which exactly those accounts are
 * selected that a #QuadAccountSelection holds. Headings cannot be selected.
 */
#define QUAD_TYPE_CHOSEN_MODEL (quad_chosen_model_get_type ())
G_DECLARE_FINAL_TYPE (QuadChosenModel, quad_chosen_model, QUAD, CHOSEN_MODEL, GObject)

QuadChosenModel *quad_chosen_model_new (QuadAccountRows      *rows,
                                        QuadAccountSelection *selection);

G_END_DECLS
