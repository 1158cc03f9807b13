/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quad-panel-section.h"

G_BEGIN_DECLS

/**
 * QuadTouchesSection:
 *
 * Touches logged with one press, for one account or for several at once; for one also the last
 * ones, which can be corrected.
 */
#define QUAD_TYPE_TOUCHES_SECTION (quad_touches_section_get_type ())
G_DECLARE_FINAL_TYPE (QuadTouchesSection, quad_touches_section, QUAD, TOUCHES_SECTION, QuadPanelSection)

G_END_DECLS
