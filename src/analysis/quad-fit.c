/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-analysis"

#include "quad-fit.h"

#include <math.h>
#include <string.h>

#include "quad-error.h"
#include "quad-i18n.h"
#include "quad-text.h"

/* Percents are compared in hundredths, so that a value like 12.5 needs no floating point. */
#define PERCENT_DECIMALS 2

/* A fact as a number to compare, by its kind. */
typedef struct
{
  gboolean known;
  gint64   number;
  const char *text;
} FactValue;

static gboolean
read_number (const char *text,
             gint64     *number)
{
  const char *digit = text;
  char *end;

  while (*digit != '\0' && !g_ascii_isdigit (*digit))
    digit++;
  if (*digit == '\0')
    return FALSE;
  *number = g_ascii_strtoll (digit, &end, 10);
  return TRUE;
}

/* The number that the value of a rule stands for, of the fact's kind. */
static gboolean
read_value (QuadFactKind  kind,
            const char   *text,
            guint         decimals,
            gint64       *number)
{
  QuadDate date;

  if (text == NULL)
    return FALSE;
  switch (kind)
    {
    case QUAD_FACT_KIND_MONEY:
      return quad_money_from_decimal (text, decimals, number, NULL);
    case QUAD_FACT_KIND_PERCENT:
      return quad_money_from_decimal (text, PERCENT_DECIMALS, number, NULL);
    case QUAD_FACT_KIND_NUMBER:
      return quad_money_from_decimal (text, 0, number, NULL);
    case QUAD_FACT_KIND_SIZE:
      return read_number (text, number);
    case QUAD_FACT_KIND_DATE:
      date = quad_date_from_iso (text);
      *number = date;
      return date != QUAD_DATE_NONE;
    case QUAD_FACT_KIND_FLAG:
      *number = strcmp (text, "yes") == 0;
      return *number != 0 || strcmp (text, "no") == 0;
    case QUAD_FACT_KIND_TEXT:
      return FALSE;
    }
  g_return_val_if_reached (FALSE);
}

/* part / whole in hundredths of a percent, rounded to the nearest; 128 bits hold every product. */
static gint64
get_percent (QuadMoney part,
             QuadMoney whole)
{
  __int128 scaled = (__int128) part * 10000;

  scaled += scaled >= 0 ? whole / 2 : -(whole / 2);
  return (gint64) (scaled / whole);
}

static FactValue
get_money_fact (QuadMoney amount)
{
  return (FactValue) { .known = amount != QUAD_MONEY_UNKNOWN, .number = amount };
}

static FactValue
get_fact (QuadFact         fact,
          const QuadFacts *facts)
{
  QuadItem *item = QUAD_ITEM (facts->account);
  QuadMoney revenue = quad_account_get_revenue (facts->account);
  QuadMoney before = quad_item_get_number (item, QUAD_ACCOUNT_REVENUE_BEFORE);
  FactValue value = { 0 };

  switch (fact)
    {
    case QUAD_FACT_NONE:
      break;
    case QUAD_FACT_REVENUE:
      return get_money_fact (revenue);
    case QUAD_FACT_POTENTIAL:
      return get_money_fact (quad_account_get_potential (facts->account));
    case QUAD_FACT_REVENUE_SHARE:
      value.known = revenue != QUAD_MONEY_UNKNOWN && facts->client_revenue > 0
                    && quad_account_is_client (facts->account);
      if (value.known)
        value.number = get_percent (revenue, facts->client_revenue);
      break;
    case QUAD_FACT_GROWTH:
      value.known = revenue != QUAD_MONEY_UNKNOWN && before != QUAD_MONEY_UNKNOWN && before > 0;
      if (value.known)
        value.number = get_percent (revenue - before, before);
      break;
    case QUAD_FACT_CLIENT_SINCE:
      value.number = quad_item_get_number (item, QUAD_ACCOUNT_CLIENT_SINCE);
      value.known = value.number != QUAD_DATE_NONE;
      break;
    case QUAD_FACT_DAYS_SINCE_TOUCH:
      value.known = facts->last_touch != QUAD_DATE_NONE;
      value.number = (gint64) facts->today - facts->last_touch;
      break;
    case QUAD_FACT_EVER_CLIENT:
      value.known = TRUE;
      value.number = quad_item_get_number (item, QUAD_ACCOUNT_EVER_CLIENT);
      break;
    case QUAD_FACT_SIZE:
      value.text = quad_item_get_text (item, QUAD_ACCOUNT_SIZE);
      break;
    case QUAD_FACT_VERTICAL:
      value.text = quad_item_get_text (item, QUAD_ACCOUNT_VERTICAL);
      break;
    case QUAD_FACT_REGION:
      value.text = quad_item_get_text (item, QUAD_ACCOUNT_REGION);
      break;
    case QUAD_FACT_SOURCE:
      value.text = quad_item_get_text (item, QUAD_ACCOUNT_SOURCE);
      break;
    }
  value.known = value.known || value.text != NULL;
  return value;
}

static gboolean
texts_agree (const char *a,
             const char *b)
{
  g_autofree char *clean_a = quad_text_clean (a, FALSE);
  g_autofree char *clean_b = quad_text_clean (b, FALSE);
  g_autofree char *folded_a = quad_text_fold (clean_a != NULL ? clean_a : "");
  g_autofree char *folded_b = quad_text_fold (clean_b != NULL ? clean_b : "");

  return strcmp (folded_a, folded_b) == 0;
}

static gboolean
is_one_of (const char *text,
           const char *list)
{
  g_auto (GStrv) choices = g_strsplit (list, ";", -1);

  for (char **choice = choices; *choice != NULL; choice++)
    if (!quad_text_is_blank (*choice) && texts_agree (text, *choice))
      return TRUE;
  return FALSE;
}

static QuadAnswer
answer (gboolean yes)
{
  return yes ? QUAD_ANSWER_YES : QUAD_ANSWER_NO;
}

static QuadAnswer
compare_text (QuadTest    test,
              const char *text,
              const char *value)
{
  if (value == NULL)
    return QUAD_ANSWER_UNKNOWN;
  switch (test)
    {
    case QUAD_TEST_IS:
      return answer (texts_agree (text, value));
    case QUAD_TEST_IS_NOT:
      return answer (!texts_agree (text, value));
    case QUAD_TEST_ONE_OF:
      return answer (is_one_of (text, value));
    case QUAD_TEST_NONE:
    case QUAD_TEST_AT_LEAST:
    case QUAD_TEST_AT_MOST:
    case QUAD_TEST_KNOWN:
      break;
    }
  return QUAD_ANSWER_UNKNOWN;
}

static QuadAnswer
compare_numbers (QuadTest test,
                 gint64   number,
                 gint64   value)
{
  switch (test)
    {
    case QUAD_TEST_IS:
      return answer (number == value);
    case QUAD_TEST_IS_NOT:
      return answer (number != value);
    case QUAD_TEST_AT_LEAST:
      return answer (number >= value);
    case QUAD_TEST_AT_MOST:
      return answer (number <= value);
    case QUAD_TEST_NONE:
    case QUAD_TEST_ONE_OF:
    case QUAD_TEST_KNOWN:
      break;
    }
  return QUAD_ANSWER_UNKNOWN;
}

/**
 * quad_trait_answer:
 * @by_hand: what a person answered, for a trait without a rule
 *
 * Returns: how the trait is answered for the account: by its rule where it has one. A fact that is
 *   not known leaves the trait unknown, except to the question whether it is known.
 */
QuadAnswer
quad_trait_answer (QuadTrait       *trait,
                   const QuadFacts *facts,
                   QuadAnswer       by_hand)
{
  QuadFact fact = quad_trait_get_fact (trait);
  QuadTest test = quad_trait_get_test (trait);
  QuadFactKind kind = quad_fact_get_kind (fact);
  FactValue value;
  gint64 number;

  if (fact == QUAD_FACT_NONE)
    return by_hand;
  value = get_fact (fact, facts);
  if (test == QUAD_TEST_KNOWN)
    return answer (value.known);
  if (!value.known)
    return QUAD_ANSWER_UNKNOWN;

  if (kind == QUAD_FACT_KIND_SIZE && (test == QUAD_TEST_AT_LEAST || test == QUAD_TEST_AT_MOST))
    {
      if (!read_number (value.text, &value.number))
        return QUAD_ANSWER_UNKNOWN;
    }
  else if (value.text != NULL)
    return compare_text (test, value.text, quad_trait_get_value (trait));

  if (!read_value (kind, quad_trait_get_value (trait), facts->decimals, &number))
    return QUAD_ANSWER_UNKNOWN;
  return compare_numbers (test, value.number, number);
}

/**
 * quad_trait_check_rule:
 * @trait: a trait's values
 *
 * Checks that comparison and value of a rule fit its fact.
 *
 * Errors: %QUAD_ERROR_INVALID_INPUT.
 */
gboolean
quad_trait_check_rule (const QuadRecord *trait,
                       guint             decimals,
                       GError          **error)
{
  QuadFact fact = (QuadFact) quad_record_get_number (trait, QUAD_TRAIT_RULE_FIELD);
  QuadTest test = (QuadTest) quad_record_get_number (trait, QUAD_TRAIT_RULE_TEST);
  const char *value = quad_record_get_text (trait, QUAD_TRAIT_RULE_VALUE);
  QuadFactKind kind = quad_fact_get_kind (fact);
  gboolean as_text = kind == QUAD_FACT_KIND_TEXT
                     || (kind == QUAD_FACT_KIND_SIZE && test != QUAD_TEST_AT_LEAST
                         && test != QUAD_TEST_AT_MOST);
  gint64 number;

  if (!quad_fact_takes (fact, test))
    {
      g_set_error (error, QUAD_ERROR, QUAD_ERROR_INVALID_INPUT,
                   /* Translators: a fact and a comparison, "Region" and "is at least" */
                   _("“%s” cannot be compared with “%s”."), _(quad_fact_words.values[fact].label),
                   test == QUAD_TEST_NONE ? "" : _(quad_test_words.values[test].label));
      return FALSE;
    }
  if (fact == QUAD_FACT_NONE || test == QUAD_TEST_KNOWN)
    return TRUE;
  if (as_text ? quad_text_is_blank (value) : !read_value (kind, value, decimals, &number))
    {
      g_set_error (error, QUAD_ERROR, QUAD_ERROR_INVALID_INPUT,
                   _("“%s” is not a value that “%s” can be compared with."),
                   value != NULL ? value : "", _(quad_fact_words.values[fact].label));
      return FALSE;
    }
  return TRUE;
}

/* "Is not no" is yes. */
static gboolean
wants_yes (QuadTest    test,
           const char *value)
{
  return (strcmp (value, "yes") == 0) == (test == QUAD_TEST_IS);
}

/**
 * quad_trait_describe_rule:
 *
 * Returns: (transfer full) (nullable): the rule in words, "Growth is at least 10 %"; %NULL for a
 *   trait answered by hand
 */
char *
quad_trait_describe_rule (QuadTrait          *trait,
                          const QuadCurrency *currency)
{
  QuadFact fact = quad_trait_get_fact (trait);
  QuadTest test = quad_trait_get_test (trait);
  QuadFactKind kind = quad_fact_get_kind (fact);
  const char *value = quad_trait_get_value (trait);
  g_autofree char *shown = NULL;
  gint64 number;

  if (fact == QUAD_FACT_NONE)
    return NULL;
  if (test == QUAD_TEST_KNOWN || value == NULL)
    /* Translators: a rule without a value: "Revenue is known" */
    return g_strdup_printf (C_("rule", "%s %s"), _(quad_fact_words.values[fact].label),
                            _(quad_test_words.values[test].label));
  if (kind == QUAD_FACT_KIND_FLAG)
    /* Translators: a rule of a fact that is so or not: "Ever a client: yes" */
    return g_strdup_printf (C_("rule", "%s: %s"), _(quad_fact_words.values[fact].label),
                            wants_yes (test, value) ? C_("rule", "yes") : C_("rule", "no"));

  if (kind == QUAD_FACT_KIND_MONEY && read_value (kind, value, currency->decimals, &number))
    shown = quad_money_format (number, currency, QUAD_MONEY_FULL);
  else if (kind == QUAD_FACT_KIND_PERCENT)
    /* Translators: a percentage as it was typed, with a no-break space */
    shown = g_strdup_printf (_("%s\u00a0%%"), value);
  else if (kind == QUAD_FACT_KIND_DATE)
    shown = quad_date_format (quad_date_from_iso (value), QUAD_DATE_STYLE_DAY, QUAD_DATE_NONE);
  else
    shown = g_strdup (value);
  /* Translators: a rule: fact, comparison, value: "Growth is at least 10 %" */
  return g_strdup_printf (C_("rule", "%s %s %s"), _(quad_fact_words.values[fact].label),
                          _(quad_test_words.values[test].label), shown);
}

/**
 * quad_fit_compute:
 * @traits: (element-type QuadTrait): the traits of one profile, or the marks
 * @by_hand: answers of this account
 * @fit: (out caller-allocates): how well the account fits
 */
void
quad_fit_compute (GPtrArray       *traits,
                  const QuadFacts *facts,
                  QuadAnswerFunc   by_hand,
                  gpointer         user_data,
                  QuadFit         *fit)
{
  guint all = 0, reached = 0;

  *fit = (QuadFit) { .traits = traits->len, .share = NAN };
  for (guint i = 0; i < traits->len; i++)
    {
      QuadTrait *trait = traits->pdata[i];
      guint weight = quad_trait_get_weight (trait);

      all += weight;
      switch (quad_trait_answer (trait, facts, by_hand (quad_trait_get_id (trait), user_data)))
        {
        case QUAD_ANSWER_YES:
          fit->yes++;
          reached += weight;
          break;
        case QUAD_ANSWER_NO:
          fit->knocked_out |= quad_trait_is_knock_out (trait);
          break;
        case QUAD_ANSWER_UNKNOWN:
          fit->unknown++;
          break;
        }
    }
  if (all > 0)
    fit->share = fit->knocked_out ? 0.0 : (double) reached / all;
}
