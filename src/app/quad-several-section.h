/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quad-panel-section.h"

G_BEGIN_DECLS

/**
 * QuadSeveralSection:
 *
 * What several accounts have in common, and what can be done to all of them.
 */
#define QUAD_TYPE_SEVERAL_SECTION (quad_several_section_get_type ())
G_DECLARE_FINAL_TYPE (QuadSeveralSection, quad_several_section, QUAD, SEVERAL_SECTION, QuadPanelSection)

G_END_DECLS
