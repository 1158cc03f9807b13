/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quad-account-index.h"
#include "quad-import-matcher.h"

G_BEGIN_DECLS

typedef enum
{
  QUAD_MATCH_OPEN,
  QUAD_MATCH_ACCOUNT,
  QUAD_MATCH_DOUBTFUL,
} QuadMatchState;

/**
 * QuadMatchEntry:
 * @row: number of the row among all, from 0
 * @leader: entry of the first row with the same external id, or %QUAD_INDEX_NONE
 * @by_id: the account with its external id
 * @by_name: first link of the accounts of its name
 * @by_domain: first link of the accounts with its domain
 * @by_both: first link of those with both
 * @account: that it is
 * @group: of candidates
 * @content: hash of all that it says
 * @id_hash: of its external id
 *
 * A row that has something in common with accounts of the book. All others are new.
 */
typedef struct
{
  guint    row;
  guint    leader;
  guint    by_id;
  guint    by_name;
  guint    by_domain;
  guint    by_both;
  guint    account;
  guint    group;
  guint64  content;
  guint64  id_hash;
  guint8   state;       /* QuadMatchState */
  guint8   match;       /* QuadMatchBy */
  guint8   has_id;
  guint8   has_domain;
  guint8   is_close;
  guint8   is_exact;
} QuadMatchEntry;

struct _QuadImportMatcher
{
  /* owned */
  QuadAccountIndex *index;
  GArray           *entries;        /* of QuadMatchEntry, by row */
  GArray           *id_hashes;      /* of guint64: of ids that the book does not have; at the end
                                       those of several rows */
  GPtrArray        *groups;         /* of GArray of gint64: ids of candidates */
  guint            *owners;         /* of each account: its entry */
  guint            *hops;           /* of each link: a later one, with none that is free between */

  /* plain */
  QuadMatchBy       order[QUAD_N_MATCH_BY];
  guint             n_order;
  QuadDate          today;
  guint             n_rows;
  guint             next_row;
  guint             next_entry;
};

QuadMatchEntry *quad_matcher_get_entry   (QuadImportMatcher *self,
                                          guint              i);
gboolean        quad_matcher_matches_by  (QuadImportMatcher *self,
                                          QuadMatchBy        by);
gboolean        quad_matcher_is_alone    (QuadImportMatcher *self,
                                          guint              chain);
guint           quad_matcher_find_free   (QuadImportMatcher *self,
                                          guint              link);
guint           quad_matcher_find_next   (QuadImportMatcher *self,
                                          guint              link);
void            quad_matcher_claim       (QuadImportMatcher *self,
                                          guint              entry_number,
                                          guint              account,
                                          QuadMatchBy        match);
void            quad_matcher_claim_by_id (QuadImportMatcher *self,
                                          guint              entry_number);

/* quad-import-matcher-rules.c */
void            quad_matcher_apply_rules (QuadImportMatcher *self);

G_END_DECLS
