/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quad-play.h"
#include "quad-trait.h"

G_BEGIN_DECLS

/**
 * QuadDefaultPlaybook:
 * @descriptions: (owned): of each #QuadOwner, %NULL where there is none
 * @traits: (owned) (element-type QuadRecord): of quad_trait_schema
 * @plays: (owned) (element-type QuadRecord): of quad_play_schema
 *
 * What a new book begins with, in the language of the program.
 */
typedef struct
{
  char      *descriptions[QUAD_N_OWNERS];
  GPtrArray *traits;
  GPtrArray *plays;
} QuadDefaultPlaybook;

QuadDefaultPlaybook *quad_default_playbook_load (GError              **error);
void                 quad_default_playbook_free (QuadDefaultPlaybook  *playbook);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuadDefaultPlaybook, quad_default_playbook_free)

G_END_DECLS
