/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "quad-error.h"
#include "quad-fit.h"

static const QuadCurrency euro = { "EUR", 2 };

static QuadTrait *
make_trait (gint64      id,
            guint       weight,
            gboolean    knock_out,
            QuadFact    fact,
            QuadTest    test,
            const char *value)
{
  QuadRecord *values = quad_record_new (&quad_trait_schema);

  quad_record_set_text (values, QUAD_TRAIT_LABEL, "Trait");
  quad_record_set_number (values, QUAD_TRAIT_WEIGHT, weight);
  quad_record_set_number (values, QUAD_TRAIT_KNOCK_OUT, knock_out);
  quad_record_set_number (values, QUAD_TRAIT_RULE_FIELD, fact);
  quad_record_set_number (values, QUAD_TRAIT_RULE_TEST, test);
  quad_record_set_text (values, QUAD_TRAIT_RULE_VALUE, value);
  return quad_trait_new (id, values);
}

static QuadAccount *
make_account (void)
{
  QuadRecord *values = quad_record_new (&quad_account_schema);

  quad_record_set_text (values, QUAD_ACCOUNT_NAME, "Quayside Hotels");
  quad_record_set_number (values, QUAD_ACCOUNT_TIER, QUAD_TIER_SECONDARY);
  quad_record_set_number (values, QUAD_ACCOUNT_REVENUE, 4950000);
  quad_record_set_number (values, QUAD_ACCOUNT_REVENUE_BEFORE, 4500000);
  quad_record_set_text (values, QUAD_ACCOUNT_REGION, "Zürich");
  quad_record_set_text (values, QUAD_ACCOUNT_SIZE, "about 120 people");
  quad_record_set_number (values, QUAD_ACCOUNT_CLIENT_SINCE, quad_date_from_iso ("2023-05-01"));
  quad_record_set_number (values, QUAD_ACCOUNT_EVER_CLIENT, 1);
  return quad_account_new (1, values);
}

static void
test_rules (void)
{
  static const struct
  {
    QuadFact fact;
    QuadTest test;
    const char *value;
    QuadAnswer expected;
  } cases[] = {
    { QUAD_FACT_REVENUE, QUAD_TEST_AT_LEAST, "49500.00", QUAD_ANSWER_YES },
    { QUAD_FACT_REVENUE, QUAD_TEST_AT_LEAST, "49500.01", QUAD_ANSWER_NO },
    { QUAD_FACT_REVENUE, QUAD_TEST_AT_MOST, "49500", QUAD_ANSWER_YES },
    { QUAD_FACT_REVENUE, QUAD_TEST_AT_LEAST, "lots", QUAD_ANSWER_UNKNOWN },
    { QUAD_FACT_POTENTIAL, QUAD_TEST_AT_LEAST, "1", QUAD_ANSWER_UNKNOWN },
    { QUAD_FACT_POTENTIAL, QUAD_TEST_KNOWN, NULL, QUAD_ANSWER_NO },
    { QUAD_FACT_REVENUE, QUAD_TEST_KNOWN, NULL, QUAD_ANSWER_YES },
    { QUAD_FACT_GROWTH, QUAD_TEST_AT_LEAST, "10", QUAD_ANSWER_YES },
    { QUAD_FACT_GROWTH, QUAD_TEST_AT_LEAST, "10.01", QUAD_ANSWER_NO },
    { QUAD_FACT_REVENUE_SHARE, QUAD_TEST_IS, "4.95", QUAD_ANSWER_YES },
    { QUAD_FACT_REVENUE_SHARE, QUAD_TEST_AT_MOST, "4.94", QUAD_ANSWER_NO },
    { QUAD_FACT_REGION, QUAD_TEST_IS, "zurich", QUAD_ANSWER_YES },
    { QUAD_FACT_REGION, QUAD_TEST_IS_NOT, " ZÜRICH ", QUAD_ANSWER_NO },
    { QUAD_FACT_REGION, QUAD_TEST_ONE_OF, "Bern; Zürich", QUAD_ANSWER_YES },
    { QUAD_FACT_REGION, QUAD_TEST_ONE_OF, "Bern;Basel;", QUAD_ANSWER_NO },
    { QUAD_FACT_VERTICAL, QUAD_TEST_IS_NOT, "Retail", QUAD_ANSWER_UNKNOWN },
    { QUAD_FACT_VERTICAL, QUAD_TEST_KNOWN, NULL, QUAD_ANSWER_NO },
    { QUAD_FACT_SIZE, QUAD_TEST_AT_LEAST, "100", QUAD_ANSWER_YES },
    { QUAD_FACT_SIZE, QUAD_TEST_AT_MOST, "100", QUAD_ANSWER_NO },
    { QUAD_FACT_SIZE, QUAD_TEST_IS, "About 120 People", QUAD_ANSWER_YES },
    { QUAD_FACT_CLIENT_SINCE, QUAD_TEST_AT_MOST, "2023-12-31", QUAD_ANSWER_YES },
    { QUAD_FACT_CLIENT_SINCE, QUAD_TEST_AT_LEAST, "2024-01-01", QUAD_ANSWER_NO },
    { QUAD_FACT_DAYS_SINCE_TOUCH, QUAD_TEST_AT_MOST, "30", QUAD_ANSWER_YES },
    { QUAD_FACT_DAYS_SINCE_TOUCH, QUAD_TEST_AT_MOST, "29", QUAD_ANSWER_NO },
    { QUAD_FACT_EVER_CLIENT, QUAD_TEST_IS, "yes", QUAD_ANSWER_YES },
    { QUAD_FACT_EVER_CLIENT, QUAD_TEST_IS, "no", QUAD_ANSWER_NO },
  };
  g_autoptr (QuadAccount) account = make_account ();
  QuadFacts facts = {
    .account = account, .client_revenue = 100000000, .decimals = 2,
    .today = quad_date_from_iso ("2026-11-21"), .last_touch = quad_date_from_iso ("2026-10-22"),
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (QuadTrait) trait = make_trait (1, 1, FALSE, cases[i].fact, cases[i].test,
                                                cases[i].value);
      QuadAnswer answer = quad_trait_answer (trait, &facts, QUAD_ANSWER_UNKNOWN);

      if (answer != cases[i].expected)
        g_error ("case %u: %d, expected %d", i, answer, cases[i].expected);
    }

  facts.client_revenue = 0;
  facts.last_touch = QUAD_DATE_NONE;
  for (QuadFact fact = QUAD_FACT_REVENUE_SHARE; fact <= QUAD_FACT_DAYS_SINCE_TOUCH;
       fact += QUAD_FACT_DAYS_SINCE_TOUCH - QUAD_FACT_REVENUE_SHARE)
    {
      g_autoptr (QuadTrait) trait = make_trait (1, 1, FALSE, fact, QUAD_TEST_AT_LEAST, "0");

      g_assert_cmpint (quad_trait_answer (trait, &facts, QUAD_ANSWER_YES), ==,
                       QUAD_ANSWER_UNKNOWN);
    }
}

static QuadAnswer
answer_by_id (gint64   trait,
              gpointer user_data)
{
  const QuadAnswer *answers = user_data;

  return answers[trait];
}

static void
test_fit (void)
{
  g_autoptr (QuadAccount) account = make_account ();
  QuadFacts facts = { .account = account, .decimals = 2, .today = 1 };
  g_autoptr (GPtrArray) traits = g_ptr_array_new_with_free_func (g_object_unref);
  QuadAnswer answers[] = { QUAD_ANSWER_YES, QUAD_ANSWER_NO, QUAD_ANSWER_UNKNOWN, QUAD_ANSWER_YES };
  QuadFit fit;

  quad_fit_compute (traits, &facts, answer_by_id, answers, &fit);
  g_assert_true (isnan (fit.share));

  g_ptr_array_add (traits, make_trait (0, 3, FALSE, QUAD_FACT_NONE, QUAD_TEST_NONE, NULL));
  g_ptr_array_add (traits, make_trait (1, 2, FALSE, QUAD_FACT_NONE, QUAD_TEST_NONE, NULL));
  g_ptr_array_add (traits, make_trait (2, 4, FALSE, QUAD_FACT_NONE, QUAD_TEST_NONE, NULL));
  g_ptr_array_add (traits, make_trait (3, 1, TRUE, QUAD_FACT_NONE, QUAD_TEST_NONE, NULL));
  quad_fit_compute (traits, &facts, answer_by_id, answers, &fit);
  g_assert_cmpuint (fit.traits, ==, 4);
  g_assert_cmpuint (fit.yes, ==, 2);
  g_assert_cmpuint (fit.unknown, ==, 1);
  g_assert_cmpfloat_with_epsilon (fit.share, 0.4, 1e-12);
  g_assert_false (fit.knocked_out);

  answers[3] = QUAD_ANSWER_UNKNOWN;
  quad_fit_compute (traits, &facts, answer_by_id, answers, &fit);
  g_assert_false (fit.knocked_out);
  answers[3] = QUAD_ANSWER_NO;
  quad_fit_compute (traits, &facts, answer_by_id, answers, &fit);
  g_assert_true (fit.knocked_out);
  g_assert_cmpfloat (fit.share, ==, 0.0);
}

static void
test_check (void)
{
  static const struct
  {
    QuadFact fact;
    QuadTest test;
    const char *value;
    gboolean good;
  } cases[] = {
    { QUAD_FACT_NONE, QUAD_TEST_NONE, NULL, TRUE },
    { QUAD_FACT_NONE, QUAD_TEST_IS, "x", FALSE },
    { QUAD_FACT_REVENUE, QUAD_TEST_NONE, NULL, FALSE },
    { QUAD_FACT_REVENUE, QUAD_TEST_AT_LEAST, "50000", TRUE },
    { QUAD_FACT_REVENUE, QUAD_TEST_AT_LEAST, "50,000", FALSE },
    { QUAD_FACT_REVENUE, QUAD_TEST_KNOWN, NULL, TRUE },
    { QUAD_FACT_REGION, QUAD_TEST_AT_LEAST, "North", FALSE },
    { QUAD_FACT_REGION, QUAD_TEST_IS, " ", FALSE },
    { QUAD_FACT_SIZE, QUAD_TEST_AT_LEAST, "L", FALSE },
    { QUAD_FACT_SIZE, QUAD_TEST_IS, "L", TRUE },
    { QUAD_FACT_CLIENT_SINCE, QUAD_TEST_AT_MOST, "2024-02-30", FALSE },
    { QUAD_FACT_EVER_CLIENT, QUAD_TEST_IS, "maybe", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (QuadTrait) trait = make_trait (1, 1, FALSE, cases[i].fact, cases[i].test,
                                                cases[i].value);
      g_autoptr (GError) error = NULL;

      g_assert_true (quad_trait_check_rule (quad_item_get_values (QUAD_ITEM (trait)), 2, &error)
                     == cases[i].good);
      if (!cases[i].good)
        g_assert_error (error, QUAD_ERROR, QUAD_ERROR_INVALID_INPUT);
    }
}

static void
test_describe (void)
{
  g_autoptr (QuadTrait) growth = make_trait (1, 1, FALSE, QUAD_FACT_GROWTH, QUAD_TEST_AT_LEAST,
                                             "10");
  g_autoptr (QuadTrait) revenue = make_trait (1, 1, FALSE, QUAD_FACT_REVENUE, QUAD_TEST_AT_LEAST,
                                              "50400");
  g_autoptr (QuadTrait) client = make_trait (1, 1, FALSE, QUAD_FACT_EVER_CLIENT, QUAD_TEST_IS,
                                             "yes");
  g_autoptr (QuadTrait) never = make_trait (1, 1, FALSE, QUAD_FACT_EVER_CLIENT, QUAD_TEST_IS_NOT,
                                            "yes");
  g_autoptr (QuadTrait) by_hand = make_trait (1, 1, FALSE, QUAD_FACT_NONE, QUAD_TEST_NONE, NULL);
  g_autofree char *growth_text = quad_trait_describe_rule (growth, &euro);
  g_autofree char *revenue_text = quad_trait_describe_rule (revenue, &euro);
  g_autofree char *client_text = quad_trait_describe_rule (client, &euro);
  g_autofree char *never_text = quad_trait_describe_rule (never, &euro);

  g_assert_cmpstr (growth_text, ==, "Growth is at least 10\u00a0%");
  g_assert_cmpstr (revenue_text, ==, "Revenue is at least €50,400.00");
  g_assert_cmpstr (client_text, ==, "Ever a client: yes");
  g_assert_cmpstr (never_text, ==, "Ever a client: no");
  g_assert_null (quad_trait_describe_rule (by_hand, &euro));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fit/rules", test_rules);
  g_test_add_func ("/fit/share", test_fit);
  g_test_add_func ("/fit/check", test_check);
  g_test_add_func ("/fit/describe", test_describe);
  return g_test_run ();
}
