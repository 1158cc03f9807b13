/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quad-panel-section.h"

G_BEGIN_DECLS

/**
 * QuadFitSection:
 *
 * How well one account fits each profile, and a prospect the ideal client; below, the traits of one
 * of them to be answered.
 */
#define QUAD_TYPE_FIT_SECTION (quad_fit_section_get_type ())
G_DECLARE_FINAL_TYPE (QuadFitSection, quad_fit_section, QUAD, FIT_SECTION, QuadPanelSection)

void quad_fit_section_show_marks (QuadFitSection *self);

G_END_DECLS
