/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quad-panel-section.h"

G_BEGIN_DECLS

/**
 * QuadContactsSection:
 *
 * The people at one account: name, role, phone and e-mail; added, edited and deleted here.
 */
#define QUAD_TYPE_CONTACTS_SECTION (quad_contacts_section_get_type ())
G_DECLARE_FINAL_TYPE (QuadContactsSection, quad_contacts_section, QUAD, CONTACTS_SECTION, QuadPanelSection)

G_END_DECLS
