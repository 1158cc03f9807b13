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

/* The numbers are those in quad-import-matcher.h. */
typedef enum
{
  QUAD_RULE_ID = 1,
  QUAD_RULE_BOTH,               /* domain and name */
  QUAD_RULE_DOMAIN,
  QUAD_RULE_NAME,
} QuadMatchRule;

#define QUAD_N_RULES 4

/* So many accounts of one name are compared with a row before it is just one of many. */
#define QUAD_MATCHER_MOST_COMPARED 64

/**
 * QuadMatchEntry:
 * @row: number of the row among all, from 0
 * @by_id: the account with its external id
 * @by_name: first link of the accounts of its name
 * @by_domain: first link of the accounts with its domain
 * @by_both: first link of those with both
 * @account: that it is
 * @group: of candidates
 * @content: hash of all that it says
 * @rule: by which it is an account or in doubt
 * @is_exact: took its account because that is all that the row says
 *
 * A row that has something in common with accounts of the book, the first with its external id. A
 * further one with that is what the first is; all others are new.
 */
typedef struct
{
  guint    row;
  guint    by_id;
  guint    by_name;
  guint    by_domain;
  guint    by_both;
  guint    account;
  guint    group;
  guint64  content;
  guint8   state;       /* QuadMatchState */
  guint8   rule;        /* QuadMatchRule */
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
  GHashTable       *first_entries;  /* hash of an external id -> entry of the first row that has it,
                                       or QUAD_INDEX_NONE */
  GHashTable       *repeated;       /* keys of it that several rows have */
  GPtrArray        *groups;         /* of GArray of gint64: ids of candidates */
  guint            *owners;         /* of each account: its entry */
  guint8           *doubts;         /* of each account: whether rows may be it */
  guint            *hops;           /* of each link: a later one, with no free account between */

  /* plain */
  QuadMatchRule     rules[QUAD_N_RULES];    /* in the order in which they are asked */
  guint             n_rules;
  QuadDate          today;
  guint             n_rows;
  guint             next_row;
  guint             next_entry;
};

QuadMatchEntry *quad_matcher_get_entry   (QuadImportMatcher *self,
                                          guint              i);
gboolean        quad_matcher_has_rule    (QuadImportMatcher *self,
                                          QuadMatchRule      rule);
gboolean        quad_matcher_is_alone    (QuadImportMatcher *self,
                                          guint              chain);
gboolean        quad_matcher_is_free     (QuadImportMatcher *self,
                                          guint              account,
                                          QuadMatchRule      rule);
void            quad_matcher_claim       (QuadImportMatcher *self,
                                          guint              entry_number,
                                          guint              account,
                                          QuadMatchRule      rule);

/* quad-import-matcher-rules.c */
void            quad_matcher_apply_rules (QuadImportMatcher *self);

G_END_DECLS
