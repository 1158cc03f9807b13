/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quad-owner.h"
#include "quad-panel-section.h"

G_BEGIN_DECLS

/**
 * QuadPlaysSection:
 *
 * The playbook of one profile or tier: what it says, its plays, and how many accounts are behind on
 * each.
 */
#define QUAD_TYPE_PLAYS_SECTION (quad_plays_section_get_type ())
G_DECLARE_FINAL_TYPE (QuadPlaysSection, quad_plays_section, QUAD, PLAYS_SECTION, QuadPanelSection)

void quad_plays_section_set_owner (QuadPlaysSection *self,
                                   QuadOwner         owner);

G_END_DECLS
