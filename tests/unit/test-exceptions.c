/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "quad-figures.h"

#include "quad-test-accounts.h"

static const QuadCurrency euro = { "EUR", 2 };

static void
add (QuadItemList *list,
     const char   *name,
     QuadTier      tier,
     QuadMoney     revenue)
{
  gint64 id = quad_item_list_get_size (list) + 1;

  quad_test_list_add (list, quad_test_account_new (id, name, tier, revenue));
}

static void
assert_exception (GPtrArray  *exceptions,
                  guint       position,
                  const char *name,
                  QuadTier    suggested,
                  const char *amount)
{
  QuadException *exception = g_ptr_array_index (exceptions, position);

  g_assert_cmpstr (quad_account_get_name (exception->account), ==, name);
  g_assert_cmpint (exception->suggested, ==, suggested);
  g_assert_nonnull (strstr (exception->reason, amount));
  g_assert_true (g_str_has_suffix (exception->reason, "."));
}

static void
test_exceptions_found (void)
{
  g_autoptr (QuadItemList) list = quad_item_list_new (QUAD_TYPE_ACCOUNT);
  g_autoptr (GPtrArray) exceptions = NULL;
  QuadCutOff cut_off = { .amount = 50000 };
  g_autofree char *limit = quad_money_format (50000, &euro, QUAD_MONEY_FULL);
  g_autofree char *tops = quad_money_format (90000, &euro, QUAD_MONEY_FULL);

  add (list, "Below", QUAD_TIER_KEY, 49999);
  add (list, "At", QUAD_TIER_SECONDARY, 50000);
  add (list, "Above", QUAD_TIER_SECONDARY, 90000);
  add (list, "Right", QUAD_TIER_KEY, 50000);
  add (list, "Small", QUAD_TIER_SECONDARY, 100);
  add (list, "Unknown", QUAD_TIER_KEY, QUAD_MONEY_UNKNOWN);
  add (list, "Nothing", QUAD_TIER_KEY, 0);
  add (list, "Prospect", QUAD_TIER_IDEAL, 90000);
  add (list, "Gone", QUAD_TIER_PARKED, 90000);

  exceptions = quad_exceptions_find (list, &cut_off, &euro);
  g_assert_cmpuint (exceptions->len, ==, 4);
  assert_exception (exceptions, 0, "Above", QUAD_TIER_KEY, tops);
  assert_exception (exceptions, 1, "At", QUAD_TIER_KEY, limit);
  assert_exception (exceptions, 2, "Below", QUAD_TIER_SECONDARY, limit);
  assert_exception (exceptions, 3, "Nothing", QUAD_TIER_SECONDARY, "0");
}

static void
test_exceptions_without_cut_off (void)
{
  g_autoptr (QuadItemList) list = quad_item_list_new (QUAD_TYPE_ACCOUNT);
  g_autoptr (GPtrArray) exceptions = NULL;
  QuadCutOff cut_off = { .amount = QUAD_MONEY_UNKNOWN };

  add (list, "One", QUAD_TIER_SECONDARY, 50000);
  exceptions = quad_exceptions_find (list, &cut_off, &euro);
  g_assert_cmpuint (exceptions->len, ==, 0);
}

static guint
count_contradictions (QuadTier    tier,
                      QuadProfile profile,
                      gboolean    ever_client,
                      QuadMoney   revenue)
{
  QuadRecord *values = quad_test_account_values ("One", tier, profile, revenue);
  g_autoptr (QuadAccount) account = NULL;
  g_autoptr (GPtrArray) sentences = NULL;

  quad_record_set_number (values, QUAD_ACCOUNT_EVER_CLIENT, ever_client);
  account = quad_account_new (1, values);
  sentences = quad_contradictions_find (account, NULL);
  for (guint i = 0; i < sentences->len; i++)
    g_assert_true (g_str_has_suffix (g_ptr_array_index (sentences, i), "."));

  return sentences->len;
}

/* Every cell of product.md section 3's last paragraph: rows tier, columns profile */
static void
test_exceptions_contradictions (void)
{
  static const guint expected[QUAD_N_TIERS][QUAD_N_PROFILES] = {
    /* none keep attain recapture expand jettison */
    { 0, 0, 1, 1, 0, 0 }, /* key */
    { 0, 0, 1, 1, 0, 0 }, /* secondary */
    { 0, 1, 0, 1, 1, 1 }, /* ideal, never a client */
    { 0, 1, 0, 1, 1, 1 }, /* lead, never a client */
    { 0, 0, 0, 1, 0, 0 }, /* parked, never a client */
  };

  for (guint tier = 0; tier < QUAD_N_TIERS; tier++)
    {
      for (guint profile = 0; profile < QUAD_N_PROFILES; profile++)
        {
          guint n = count_contradictions (tier, profile, quad_tier_is_client (tier),
                                          QUAD_MONEY_UNKNOWN);
          gboolean needs = profile == QUAD_PROFILE_KEEP || profile == QUAD_PROFILE_EXPAND;

          g_assert_cmpuint (n, ==, expected[tier][profile]);
          g_assert_cmpuint (count_contradictions (tier, profile, quad_tier_is_client (tier), 1),
                            ==, n);
          g_assert_cmpuint (count_contradictions (tier, profile, quad_tier_is_client (tier), 0),
                            ==, n + needs);
        }
    }

  g_assert_cmpuint (count_contradictions (QUAD_TIER_LEAD, QUAD_PROFILE_RECAPTURE, TRUE, 0), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/exceptions/found", test_exceptions_found);
  g_test_add_func ("/exceptions/without-cut-off", test_exceptions_without_cut_off);
  g_test_add_func ("/exceptions/contradictions", test_exceptions_contradictions);

  return g_test_run ();
}
