/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-model"

#include "quad-trait.h"

#include "quad-i18n.h"

/**
 * QuadTrait:
 *
 * One attribute that an organisation writes for a profile, or for its ideal client. Answered by
 * hand, or by a rule over the account's own facts. Source: product.md sections 1, 2 and 4.
 */
struct _QuadTrait
{
  QuadItem parent_instance;
};

static const QuadEnumInfo answers[] = {
  [QUAD_ANSWER_UNKNOWN] = { "unknown", N_("Unknown"), N_("Unknown"), "" },
  [QUAD_ANSWER_YES] = { "yes", N_("Yes"), N_("Yes"), "" },
  [QUAD_ANSWER_NO] = { "no", N_("No"), N_("No"), "" },
};

static const QuadEnumInfo facts[] = {
  [QUAD_FACT_NONE] = { "none", N_("Answered by hand"), N_("Answered by hand"), "" },
  [QUAD_FACT_REVENUE] = { "revenue", N_("Revenue"), N_("Revenue"), "" },
  [QUAD_FACT_POTENTIAL] = { "potential", N_("Potential"), N_("Potential"), "" },
  [QUAD_FACT_REVENUE_SHARE] = { "revenue-share", N_("Share of revenue"), N_("Share of revenue"),
                                "" },
  [QUAD_FACT_GROWTH] = { "growth", N_("Growth"), N_("Growth"), "" },
  [QUAD_FACT_CLIENT_SINCE] = { "client-since", N_("Client since"), N_("Client since"), "" },
  [QUAD_FACT_SIZE] = { "size", N_("Size"), N_("Size"), "" },
  [QUAD_FACT_VERTICAL] = { "vertical", N_("Vertical"), N_("Vertical"), "" },
  [QUAD_FACT_REGION] = { "region", N_("Region"), N_("Region"), "" },
  [QUAD_FACT_SOURCE] = { "source", N_("Source"), N_("Source"), "" },
  [QUAD_FACT_DAYS_SINCE_TOUCH] = { "days-since-touch", N_("Days since the last touch"),
                                   N_("Days since the last touch"), "" },
  [QUAD_FACT_EVER_CLIENT] = { "ever-client", N_("Ever a client"), N_("Ever a client"), "" },
};

static const QuadEnumInfo tests[] = {
  [QUAD_TEST_NONE] = { "none", "", "", "" },
  /* Translators: how a rule compares a fact with its value: "Region is North" */
  [QUAD_TEST_IS] = { "is", N_("is"), N_("is"), "" },
  [QUAD_TEST_IS_NOT] = { "is-not", N_("is not"), N_("is not"), "" },
  [QUAD_TEST_AT_LEAST] = { "at-least", N_("is at least"), N_("is at least"), "" },
  [QUAD_TEST_AT_MOST] = { "at-most", N_("is at most"), N_("is at most"), "" },
  [QUAD_TEST_ONE_OF] = { "one-of", N_("is one of"), N_("is one of"), "" },
  [QUAD_TEST_KNOWN] = { "known", N_("is known"), N_("is known"), "" },
};

G_STATIC_ASSERT (G_N_ELEMENTS (facts) == QUAD_N_FACTS);
G_STATIC_ASSERT (G_N_ELEMENTS (tests) == QUAD_N_TESTS);

const QuadWords quad_answer_words = { answers, G_N_ELEMENTS (answers) };
const QuadWords quad_fact_words = { facts, G_N_ELEMENTS (facts) };
const QuadWords quad_test_words = { tests, G_N_ELEMENTS (tests) };

static const QuadField fields[] = {
  [QUAD_TRAIT_OWNER] = { "owner", N_("Profile"), QUAD_KIND_WORD, QUAD_FIELD_PLAIN,
                         &quad_owner_words },
  [QUAD_TRAIT_LABEL] = { "label", N_("Trait"), QUAD_KIND_TEXT, QUAD_FIELD_REQUIRED },
  [QUAD_TRAIT_WEIGHT] = { "weight", N_("Weight"), QUAD_KIND_NUMBER },
  [QUAD_TRAIT_KNOCK_OUT] = { "knock-out", N_("Knock-Out"), QUAD_KIND_FLAG },
  [QUAD_TRAIT_RULE_FIELD] = { "rule-field", N_("Fact"), QUAD_KIND_WORD, QUAD_FIELD_PLAIN,
                              &quad_fact_words },
  [QUAD_TRAIT_RULE_TEST] = { "rule-test", N_("Comparison"), QUAD_KIND_WORD, QUAD_FIELD_PLAIN,
                             &quad_test_words },
  [QUAD_TRAIT_RULE_VALUE] = { "rule-value", N_("Value"), QUAD_KIND_TEXT },
  [QUAD_TRAIT_POSITION] = { "position", N_("Position"), QUAD_KIND_NUMBER, QUAD_FIELD_KEPT },
};

static const QuadField answer_fields[] = {
  [QUAD_ANSWER_ACCOUNT_ID] = { "account-id", N_("Account"), QUAD_KIND_LINK, QUAD_FIELD_KEPT },
  [QUAD_ANSWER_TRAIT_ID] = { "trait-id", N_("Trait"), QUAD_KIND_LINK, QUAD_FIELD_KEPT },
  [QUAD_ANSWER_ANSWER] = { "answer", N_("Answer"), QUAD_KIND_WORD, QUAD_FIELD_PLAIN,
                           &quad_answer_words },
};

G_STATIC_ASSERT (G_N_ELEMENTS (fields) == QUAD_N_TRAIT_FIELDS);
G_STATIC_ASSERT (G_N_ELEMENTS (answer_fields) == QUAD_N_ANSWER_FIELDS);

const QuadSchema quad_trait_schema = { "trait", fields, G_N_ELEMENTS (fields) };
const QuadSchema quad_answer_schema = { "answer", answer_fields, G_N_ELEMENTS (answer_fields) };

G_DEFINE_FINAL_TYPE (QuadTrait, quad_trait, QUAD_TYPE_ITEM)

static void
quad_trait_class_init (QuadTraitClass *klass)
{
  quad_item_class_install_schema (QUAD_ITEM_CLASS (klass), &quad_trait_schema);
}

static void
quad_trait_init (QuadTrait *self)
{
}

/**
 * quad_trait_new:
 * @id: of the row
 * @values: (transfer full): all values, of quad_trait_schema
 */
QuadTrait *
quad_trait_new (gint64      id,
                QuadRecord *values)
{
  return quad_item_new (QUAD_TYPE_TRAIT, id, values);
}

gint64
quad_trait_get_id (QuadTrait *self)
{
  return quad_item_get_id (QUAD_ITEM (self));
}

QuadOwner
quad_trait_get_owner (QuadTrait *self)
{
  return (QuadOwner) quad_item_get_number (QUAD_ITEM (self), QUAD_TRAIT_OWNER);
}

const char *
quad_trait_get_label (QuadTrait *self)
{
  return quad_item_get_text (QUAD_ITEM (self), QUAD_TRAIT_LABEL);
}

guint
quad_trait_get_weight (QuadTrait *self)
{
  return (guint) quad_item_get_number (QUAD_ITEM (self), QUAD_TRAIT_WEIGHT);
}

/**
 * quad_trait_is_knock_out:
 *
 * Returns: whether "no" alone decides against the profile
 */
gboolean
quad_trait_is_knock_out (QuadTrait *self)
{
  return quad_item_get_number (QUAD_ITEM (self), QUAD_TRAIT_KNOCK_OUT) != 0;
}

/**
 * quad_trait_get_fact:
 *
 * Returns: what the trait's rule looks at; %QUAD_FACT_NONE for a trait answered by hand
 */
QuadFact
quad_trait_get_fact (QuadTrait *self)
{
  return (QuadFact) quad_item_get_number (QUAD_ITEM (self), QUAD_TRAIT_RULE_FIELD);
}

QuadTest
quad_trait_get_test (QuadTrait *self)
{
  return (QuadTest) quad_item_get_number (QUAD_ITEM (self), QUAD_TRAIT_RULE_TEST);
}

const char *
quad_trait_get_value (QuadTrait *self)
{
  return quad_item_get_text (QUAD_ITEM (self), QUAD_TRAIT_RULE_VALUE);
}

/**
 * quad_fact_get_kind:
 *
 * Returns: how the value of a rule over this fact is written
 */
QuadFactKind
quad_fact_get_kind (QuadFact fact)
{
  switch (fact)
    {
    case QUAD_FACT_REVENUE:
    case QUAD_FACT_POTENTIAL:
      return QUAD_FACT_KIND_MONEY;
    case QUAD_FACT_REVENUE_SHARE:
    case QUAD_FACT_GROWTH:
      return QUAD_FACT_KIND_PERCENT;
    case QUAD_FACT_CLIENT_SINCE:
      return QUAD_FACT_KIND_DATE;
    case QUAD_FACT_DAYS_SINCE_TOUCH:
      return QUAD_FACT_KIND_NUMBER;
    case QUAD_FACT_SIZE:
      return QUAD_FACT_KIND_SIZE;
    case QUAD_FACT_EVER_CLIENT:
      return QUAD_FACT_KIND_FLAG;
    case QUAD_FACT_NONE:
    case QUAD_FACT_VERTICAL:
    case QUAD_FACT_REGION:
    case QUAD_FACT_SOURCE:
      return QUAD_FACT_KIND_TEXT;
    }
  g_return_val_if_reached (QUAD_FACT_KIND_TEXT);
}

/**
 * quad_fact_takes:
 *
 * Returns: whether the comparison makes sense for the fact: a region has no "at least", "ever a
 *   client" is always known
 */
gboolean
quad_fact_takes (QuadFact fact,
                 QuadTest test)
{
  if (fact == QUAD_FACT_NONE || test == QUAD_TEST_NONE)
    return fact == QUAD_FACT_NONE && test == QUAD_TEST_NONE;

  switch (quad_fact_get_kind (fact))
    {
    case QUAD_FACT_KIND_TEXT:
      return test != QUAD_TEST_AT_LEAST && test != QUAD_TEST_AT_MOST;
    case QUAD_FACT_KIND_FLAG:
      return test == QUAD_TEST_IS || test == QUAD_TEST_IS_NOT;
    case QUAD_FACT_KIND_SIZE:
      return TRUE;
    case QUAD_FACT_KIND_MONEY:
    case QUAD_FACT_KIND_PERCENT:
    case QUAD_FACT_KIND_NUMBER:
    case QUAD_FACT_KIND_DATE:
      return test != QUAD_TEST_ONE_OF;
    }
  g_return_val_if_reached (FALSE);
}
