/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quad-account.h"

G_BEGIN_DECLS

/**
 * QuadMergeChoice:
 * @QUAD_MERGE_AUTO: what quad_merge_get_choice() suggests
 * @QUAD_MERGE_KEEP: the value of the account that stays
 * @QUAD_MERGE_OTHER: the value of the one that goes
 * @QUAD_MERGE_BOTH: amounts added up, notes one below the other
 *
 * Where one field of two accounts that become one comes from.
 */
typedef enum
{
  QUAD_MERGE_AUTO,
  QUAD_MERGE_KEEP,
  QUAD_MERGE_OTHER,
  QUAD_MERGE_BOTH,
} QuadMergeChoice;

gboolean         quad_merge_allows_both (guint                  field);
gboolean         quad_merge_is_asked    (guint                  field);
QuadMergeChoice  quad_merge_get_choice  (const QuadRecord      *keep,
                                         const QuadRecord      *other,
                                         const QuadMergeChoice *choices,
                                         guint                  field);
QuadRecord      *quad_merge_accounts    (const QuadRecord      *keep,
                                         const QuadRecord      *other,
                                         const QuadMergeChoice *choices);

G_END_DECLS
