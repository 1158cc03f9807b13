/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-analysis"

#include "quad-figures.h"

#include "quad-i18n.h"

/* Where an account and its labels contradict each other. Both are shown and never block. */

static int
compare_exceptions (gconstpointer a,
                    gconstpointer b)
{
  const QuadException *x = *(const QuadException *const *) a;
  const QuadException *y = *(const QuadException *const *) b;

  return quad_account_compare (x->account, y->account);
}

static char *
describe_exception (QuadTier            suggested,
                    QuadMoney           revenue,
                    const QuadCutOff   *cut_off,
                    const QuadCurrency *currency)
{
  g_autofree char *amount = quad_money_format (revenue, currency, QUAD_MONEY_FULL);
  g_autofree char *limit = quad_money_format (cut_off->amount, currency, QUAD_MONEY_FULL);

  /* Translators: the first %s is an amount of money, the second the cut-off for key accounts. */
  if (suggested == QUAD_TIER_KEY)
    return g_strdup_printf (_("Brings %s, at or above the cut-off of %s."), amount, limit);

  /* Translators: %s is an amount of money, zero or less. */
  if (revenue <= 0)
    return g_strdup_printf (_("Brings %s, and a Key account brings revenue."), amount);

  /* Translators: the first %s is an amount of money, the second the cut-off for key accounts. */
  return g_strdup_printf (_("Brings %s, below the cut-off of %s."), amount, limit);
}

/**
 * quad_exceptions_find:
 * @accounts: list of #QuadAccount
 * @cut_off: the cut-off, see #QuadFigures
 * @currency: of the book, for the sentences
 *
 * Finds the accounts that the rule of their tier contradicts: secondary accounts at or above the
 * cut-off, and Key accounts below it.
 *
 * Returns: (transfer full) (element-type QuadException): in the order of quad_account_compare()
 *
 * Source: product.md sections 1 and 4.
 */
GPtrArray *
quad_exceptions_find (QuadItemList       *accounts,
                      const QuadCutOff   *cut_off,
                      const QuadCurrency *currency)
{
  GPtrArray *exceptions;
  guint n_accounts;

  g_return_val_if_fail (QUAD_IS_ITEM_LIST (accounts), NULL);
  g_return_val_if_fail (cut_off != NULL, NULL);
  g_return_val_if_fail (currency != NULL, NULL);

  exceptions = g_ptr_array_new_with_free_func ((GDestroyNotify) quad_exception_free);
  n_accounts = quad_item_list_get_size (accounts);

  for (guint i = 0; i < n_accounts; i++)
    {
      QuadAccount *account = quad_item_list_peek (accounts, i);
      QuadTier tier = quad_account_get_tier (account);
      QuadMoney revenue = quad_account_get_revenue (account);
      QuadTier suggested = quad_cut_off_get_tier (cut_off, tier, revenue);
      QuadException *exception;

      if (suggested == tier)
        continue;

      exception = g_new0 (QuadException, 1);
      exception->account = g_object_ref (account);
      exception->suggested = suggested;
      exception->reason = describe_exception (suggested, revenue, cut_off, currency);
      g_ptr_array_add (exceptions, exception);
    }

  g_ptr_array_sort (exceptions, compare_exceptions);

  return exceptions;
}

static void
add_sentence (GPtrArray  *sentences,
              const char *format,
              const char *name)
{
  g_autoptr (GString) sentence = g_string_new (format);

  g_string_replace (sentence, "%s", name, 1);
  g_ptr_array_add (sentences, g_string_free (g_steal_pointer (&sentence), FALSE));
}

/**
 * quad_contradictions_find:
 * @account: an account
 * @names: (nullable): of the profiles
 *
 * Finds where tier, profile, history and revenue of one account contradict each other. Revenue
 * that is not known contradicts nothing.
 *
 * Returns: (transfer full) (element-type utf8): translated sentences, none when all is well
 *
 * Source: product.md section 3.
 */
GPtrArray *
quad_contradictions_find (QuadAccount     *account,
                          const QuadNames *names)
{
  GPtrArray *sentences;
  QuadProfile profile;
  QuadMoney revenue;
  const char *name;
  gboolean no_revenue;

  g_return_val_if_fail (QUAD_IS_ACCOUNT (account), NULL);

  sentences = g_ptr_array_new_with_free_func (g_free);
  profile = quad_account_get_profile (account);
  name = quad_names_get_profile (names, profile);
  revenue = quad_account_get_revenue (account);
  no_revenue = revenue != QUAD_MONEY_UNKNOWN && revenue <= 0;

  /* Translators: %s is a profile, here and below: "Keep" */
  if (quad_account_is_prospect (account)
      && (profile == QUAD_PROFILE_KEEP || profile == QUAD_PROFILE_EXPAND
          || profile == QUAD_PROFILE_JETTISON))
    add_sentence (sentences, _("%s is for clients, and this is a prospect."), name);

  if (quad_account_is_client (account) && profile == QUAD_PROFILE_ATTAIN)
    add_sentence (sentences, _("%s is for prospects, and this is a client."), name);
  else if (quad_account_is_client (account) && profile == QUAD_PROFILE_RECAPTURE)
    add_sentence (sentences, _("%s is for former clients, and this is a client."), name);
  else if (profile == QUAD_PROFILE_RECAPTURE && !quad_account_is_former_client (account))
    add_sentence (sentences, _("%s is for former clients, and this never was one."), name);

  if (no_revenue && (profile == QUAD_PROFILE_KEEP || profile == QUAD_PROFILE_EXPAND))
    add_sentence (sentences, _("%s is for clients with revenue, and there is none."), name);

  return sentences;
}

/**
 * quad_exception_free:
 * @exception: (nullable): an exception
 *
 * Frees an exception.
 */
void
quad_exception_free (QuadException *exception)
{
  if (exception == NULL)
    return;

  g_clear_object (&exception->account);
  g_free (exception->reason);
  g_free (exception);
}
