/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "quad-playbook.h"

G_BEGIN_DECLS

/**
 * QuadProfilesKind:
 *
 * What a group lists.
 */
typedef enum
{
  QUAD_PROFILES_TRAITS,
  QUAD_PROFILES_PLAYS,
} QuadProfilesKind;

/**
 * QuadProfilesGroup:
 *
 * The traits or the plays of one profile or tier, in their order, and all that is done with them:
 * add, edit, reorder, archive, delete. Emits #QuadProfilesGroup::done.
 */
#define QUAD_TYPE_PROFILES_GROUP (quad_profiles_group_get_type ())
G_DECLARE_FINAL_TYPE (QuadProfilesGroup, quad_profiles_group, QUAD, PROFILES_GROUP,
                      AdwPreferencesGroup)

GtkWidget *quad_profiles_group_new     (QuadProfilesKind   kind,
                                        QuadBook          *book);
void       quad_profiles_group_show    (QuadProfilesGroup *self,
                                        QuadOwner          owner);

G_END_DECLS
