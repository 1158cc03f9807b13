/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quad-panel-section.h"

G_BEGIN_DECLS

/**
 * QuadStepsSection:
 *
 * The steps of one account: open ones in the order in which they are due, then what was done or
 * skipped last.
 */
#define QUAD_TYPE_STEPS_SECTION (quad_steps_section_get_type ())
G_DECLARE_FINAL_TYPE (QuadStepsSection, quad_steps_section, QUAD, STEPS_SECTION, QuadPanelSection)

G_END_DECLS
