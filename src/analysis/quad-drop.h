/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quad-lens.h"

G_BEGIN_DECLS

/**
 * QuadDropKind:
 * @QUAD_DROP_MOVE: quad_book_move_accounts()
 * @QUAD_DROP_PROFILE: quad_book_set_profile()
 */
typedef enum
{
  QUAD_DROP_MOVE,
  QUAD_DROP_PROFILE,
} QuadDropKind;

/**
 * QuadDropStep:
 * @accounts: (owned) (element-type QuadAccount): those that it changes
 * @tier: where they move
 * @profile: that they get
 *
 * An operation of the book that a drop implies.
 */
typedef struct
{
  QuadDropKind  kind;
  GPtrArray    *accounts;
  QuadTier      tier;
  QuadProfile   profile;
} QuadDropStep;

void        quad_drop_find_target (QuadLens     lens,
                                  guint         box,
                                  QuadTier      from,
                                  QuadProfile   had,
                                  QuadTier     *tier,
                                  QuadProfile  *profile);
void        quad_drop_get_target (QuadLens      lens,
                                  guint         box,
                                  QuadAccount  *account,
                                  QuadTier     *tier,
                                  QuadProfile  *profile);
char       *quad_drop_describe   (QuadLens         lens,
                                  guint            box,
                                  GPtrArray       *accounts,
                                  const QuadNames *names);
GPtrArray  *quad_drop_list_steps (QuadLens      lens,
                                  guint         box,
                                  GPtrArray    *accounts);
void        quad_drop_step_free  (QuadDropStep *step);

G_END_DECLS
