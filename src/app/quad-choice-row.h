/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

AdwComboRow *quad_choice_row_new     (GListModel  *choices);
void         quad_choice_row_prepare (AdwComboRow *row);

G_END_DECLS
