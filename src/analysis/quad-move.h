/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quad-account.h"
#include "quad-names.h"

G_BEGIN_DECLS

/**
 * QuadMoveKind:
 *
 * What a move from one tier to another means. Source: product.md section 3.
 */
typedef enum
{
  QUAD_MOVE_NONE,         /* already there */
  QUAD_MOVE_QUALIFIED,    /* lead -> ideal */
  QUAD_MOVE_REQUALIFY,    /* ideal -> lead */
  QUAD_MOVE_WON,          /* prospect -> client */
  QUAD_MOVE_PROMOTED,     /* secondary -> key */
  QUAD_MOVE_DEMOTED,      /* key -> secondary */
  QUAD_MOVE_LOST,         /* client -> prospect */
  QUAD_MOVE_PARKED,       /* anything -> parked */
  QUAD_MOVE_RETURNED,     /* parked -> anything */
} QuadMoveKind;

QuadMoveKind quad_move_get_kind    (QuadTier    from,
                                    QuadTier    to);
QuadProfile  quad_move_get_profile (QuadTier    from,
                                    QuadTier    to,
                                    QuadProfile profile);
char        *quad_move_describe    (GPtrArray       *accounts,
                                    QuadTier         tier,
                                    const QuadNames *names);

G_END_DECLS
