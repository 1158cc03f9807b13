/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quad-item.h"
#include "quad-owner.h"

G_BEGIN_DECLS

/**
 * QuadAnswer:
 *
 * How a trait is answered for an account. Unknown is not no.
 */
typedef enum
{
  QUAD_ANSWER_UNKNOWN,
  QUAD_ANSWER_YES,
  QUAD_ANSWER_NO,
} QuadAnswer;

/**
 * QuadFact:
 *
 * What a rule can look at: the account's own facts.
 */
typedef enum
{
  QUAD_FACT_NONE,               /* no rule: the trait is answered by hand */
  QUAD_FACT_REVENUE,            /* money */
  QUAD_FACT_POTENTIAL,          /* money */
  QUAD_FACT_REVENUE_SHARE,      /* percent of the known revenue of all clients */
  QUAD_FACT_GROWTH,             /* percent against the 12 months before */
  QUAD_FACT_CLIENT_SINCE,       /* date */
  QUAD_FACT_SIZE,               /* text; its first number counts for at least and at most */
  QUAD_FACT_VERTICAL,           /* text */
  QUAD_FACT_REGION,             /* text */
  QUAD_FACT_SOURCE,             /* text */
  QUAD_FACT_DAYS_SINCE_TOUCH,   /* number */
  QUAD_FACT_EVER_CLIENT,        /* yes or no */
} QuadFact;

#define QUAD_N_FACTS (QUAD_FACT_EVER_CLIENT + 1)

typedef enum
{
  QUAD_TEST_NONE,
  QUAD_TEST_IS,
  QUAD_TEST_IS_NOT,
  QUAD_TEST_AT_LEAST,
  QUAD_TEST_AT_MOST,
  QUAD_TEST_ONE_OF,             /* values separated by ';' */
  QUAD_TEST_KNOWN,
} QuadTest;

#define QUAD_N_TESTS (QUAD_TEST_KNOWN + 1)

/**
 * QuadFactKind:
 *
 * How the value of a rule is written: amounts, percents and numbers with a point in every locale,
 * dates as ISO days, yes and no as these words.
 */
typedef enum
{
  QUAD_FACT_KIND_MONEY,
  QUAD_FACT_KIND_PERCENT,
  QUAD_FACT_KIND_NUMBER,
  QUAD_FACT_KIND_DATE,
  QUAD_FACT_KIND_TEXT,
  QUAD_FACT_KIND_SIZE,
  QUAD_FACT_KIND_FLAG,
} QuadFactKind;

/**
 * QuadTraitField:
 *
 * The fields of a trait, in the order of quad_trait_schema and of the table's columns.
 */
typedef enum
{
  QUAD_TRAIT_OWNER,             /* QuadOwner, one that has traits */
  QUAD_TRAIT_LABEL,
  QUAD_TRAIT_WEIGHT,            /* 1 to 5 */
  QUAD_TRAIT_KNOCK_OUT,
  QUAD_TRAIT_RULE_FIELD,        /* QuadFact */
  QUAD_TRAIT_RULE_TEST,         /* QuadTest */
  QUAD_TRAIT_RULE_VALUE,
  QUAD_TRAIT_POSITION,          /* among the traits of the owner, from 0 */
} QuadTraitField;

#define QUAD_N_TRAIT_FIELDS (QUAD_TRAIT_POSITION + 1)

extern const QuadSchema quad_trait_schema;
extern const QuadWords  quad_answer_words;
extern const QuadWords  quad_fact_words;
extern const QuadWords  quad_test_words;

#define QUAD_TYPE_TRAIT (quad_trait_get_type ())
G_DECLARE_FINAL_TYPE (QuadTrait, quad_trait, QUAD, TRAIT, QuadItem)

QuadTrait   *quad_trait_new          (gint64      id,
                                      QuadRecord *values);
gint64       quad_trait_get_id       (QuadTrait  *self);
QuadOwner    quad_trait_get_owner    (QuadTrait  *self);
const char  *quad_trait_get_label    (QuadTrait  *self);
guint        quad_trait_get_weight   (QuadTrait  *self);
gboolean     quad_trait_is_knock_out (QuadTrait  *self);
QuadFact     quad_trait_get_fact     (QuadTrait  *self);
QuadTest     quad_trait_get_test     (QuadTrait  *self);
const char  *quad_trait_get_value    (QuadTrait  *self);

QuadFactKind quad_fact_get_kind      (QuadFact    fact);
gboolean     quad_fact_takes         (QuadFact    fact,
                                      QuadTest    test);

/**
 * QuadAnswerField:
 *
 * The fields of an answer given by hand; no row means unknown.
 */
typedef enum
{
  QUAD_ANSWER_ACCOUNT_ID,
  QUAD_ANSWER_TRAIT_ID,
  QUAD_ANSWER_ANSWER,           /* QuadAnswer */
} QuadAnswerField;

#define QUAD_N_ANSWER_FIELDS (QUAD_ANSWER_ANSWER + 1)

extern const QuadSchema quad_answer_schema;

G_END_DECLS
