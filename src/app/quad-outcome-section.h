/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quad-panel-section.h"

G_BEGIN_DECLS

/**
 * QuadOutcomeSection:
 *
 * Where one account is on its way out or in: a client to be let go with the day to decide by and
 * how it may end, a client that was lost with the reason, a parked account with reason and day.
 */
#define QUAD_TYPE_OUTCOME_SECTION (quad_outcome_section_get_type ())
G_DECLARE_FINAL_TYPE (QuadOutcomeSection, quad_outcome_section, QUAD, OUTCOME_SECTION, QuadPanelSection)

guint64 quad_outcome_section_list_fields (QuadAccount *account);

G_END_DECLS
