/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quad-panel-section.h"

G_BEGIN_DECLS

/**
 * QuadHistorySection:
 *
 * What became of one account, in words: tiers and profiles, wins and losses, steps.
 */
#define QUAD_TYPE_HISTORY_SECTION (quad_history_section_get_type ())
G_DECLARE_FINAL_TYPE (QuadHistorySection, quad_history_section, QUAD, HISTORY_SECTION, QuadPanelSection)

G_END_DECLS
