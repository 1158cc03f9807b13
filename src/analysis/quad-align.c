/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-analysis"

#include "quad-align.h"

#include <math.h>

#include "quad-figures.h"
#include "quad-i18n.h"

/* Another profile must fit better by this share of the weights before it is worth a question. */
#define CLEARLY_BETTER 0.25

static double
get_share (const QuadFits *fits,
           QuadProfile     profile)
{
  QuadOwner owner;
  double share;

  if (!quad_owner_from_profile (profile, &owner))
    return 0;
  share = fits->of[owner].share;
  return isnan (share) ? 0 : share;
}

/* The profiles that contradict neither tier nor revenue, the usual one first. Jettison is proposed
 * only where nothing else is left: a client that is known to bring nothing. */
static guint
list_candidates (QuadAccount *account,
                 QuadProfile *candidates)
{
  QuadMoney revenue = quad_account_get_revenue (account);
  guint n = 0;

  if (quad_account_is_client (account))
    {
      if (revenue != QUAD_MONEY_UNKNOWN && revenue <= 0)
        {
          candidates[n++] = QUAD_PROFILE_JETTISON;
          return n;
        }
      candidates[n++] = QUAD_PROFILE_KEEP;
      candidates[n++] = QUAD_PROFILE_EXPAND;
    }
  else if (quad_account_is_prospect (account))
    {
      if (quad_account_is_former_client (account))
        candidates[n++] = QUAD_PROFILE_RECAPTURE;
      candidates[n++] = QUAD_PROFILE_ATTAIN;
    }
  return n;
}

static char *
describe_growth (const QuadFacts    *facts,
                 const QuadCurrency *currency)
{
  QuadMoney now = quad_account_get_revenue (facts->account);
  QuadMoney before = quad_item_get_number (QUAD_ITEM (facts->account),
                                           QUAD_ACCOUNT_REVENUE_BEFORE);
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  if (now == QUAD_MONEY_UNKNOWN || before == QUAD_MONEY_UNKNOWN || now == before)
    return NULL;
  from = quad_money_format (before, currency, QUAD_MONEY_SHORT);
  to = quad_money_format (now, currency, QUAD_MONEY_SHORT);
  if (now > before)
    /* Translators: two amounts; follows "Fits 5 of 6 traits of Expand; " */
    return g_strdup_printf (_("revenue grew from %s to %s"), from, to);
  /* Translators: two amounts; follows "Fits 5 of 6 traits of Keep; " */
  return g_strdup_printf (_("revenue fell from %s to %s"), from, to);
}

/* The fact that speaks loudest for the profile, or NULL. */
static char *
describe_fact (const QuadFacts    *facts,
               QuadProfile         proposed,
               const QuadCurrency *currency)
{
  QuadMoney potential = quad_account_get_potential (facts->account);
  QuadDate lost_on = (QuadDate) quad_item_get_number (QUAD_ITEM (facts->account),
                                                      QUAD_ACCOUNT_LOST_ON);
  g_autofree char *text = NULL;

  switch (proposed)
    {
    case QUAD_PROFILE_KEEP:
    case QUAD_PROFILE_EXPAND:
      return describe_growth (facts, currency);
    case QUAD_PROFILE_RECAPTURE:
      if (lost_on == QUAD_DATE_NONE)
        return g_strdup (_("was a client"));
      text = quad_date_format (lost_on, QUAD_DATE_STYLE_DAY, facts->today);
      /* Translators: a day; follows "Fits 3 of 5 traits of Recapture; " */
      return g_strdup_printf (_("was a client until %s"), text);
    case QUAD_PROFILE_ATTAIN:
      if (potential == QUAD_MONEY_UNKNOWN)
        return NULL;
      text = quad_money_format (potential, currency, QUAD_MONEY_SHORT);
      /* Translators: an amount; follows "Fits 4 of 6 traits of Attain; " */
      return g_strdup_printf (_("could spend %s in a year"), text);
    case QUAD_PROFILE_NONE:
    case QUAD_PROFILE_JETTISON:
      break;
    }
  return NULL;
}

static char *
describe_jettison (const QuadFacts    *facts,
                   const QuadNames    *names,
                   const QuadCurrency *currency)
{
  g_autofree char *amount = quad_money_format (quad_account_get_revenue (facts->account), currency,
                                               QUAD_MONEY_SHORT);

  /* Translators: an amount that is zero or less, and a profile: "Brings €0; only Jettison ..." */
  return g_strdup_printf (_("Brings %s; only %s does not contradict that"), amount,
                          quad_names_get_profile (names, QUAD_PROFILE_JETTISON));
}

static char *
describe (const QuadFacts    *facts,
          const QuadFits     *fits,
          QuadProfile         proposed,
          const QuadNames    *names,
          const QuadCurrency *currency)
{
  g_autofree char *fact = describe_fact (facts, proposed, currency);
  g_autofree char *fit_text = NULL;
  const QuadFit *fit;
  QuadOwner owner;

  if (proposed == QUAD_PROFILE_JETTISON)
    return describe_jettison (facts, names, currency);
  if (!quad_owner_from_profile (proposed, &owner))
    return NULL;
  fit = &fits->of[owner];
  /* Translators: two counts and a profile: "Fits 5 of 6 traits of Expand" */
  fit_text = g_strdup_printf (ngettext ("Fits %u of %u trait of %s", "Fits %u of %u traits of %s",
                                        fit->traits),
                              fit->yes, fit->traits, quad_names_get_owner (names, owner));
  if (fact == NULL)
    return g_steal_pointer (&fit_text);
  /* Translators: how well an account fits a profile, and a fact that speaks for it */
  return g_strdup_printf (_("%s; %s"), fit_text, fact);
}

static gboolean
find_cause (QuadAccount    *account,
            const QuadFits *fits,
            QuadProfile     best,
            QuadAlignCause *cause)
{
  QuadProfile profile = quad_account_get_profile (account);
  g_autoptr (GPtrArray) contradictions = NULL;

  if (profile == QUAD_PROFILE_NONE)
    {
      *cause = QUAD_ALIGN_MISSING;
      return TRUE;
    }
  contradictions = quad_contradictions_find (account, NULL);
  if (contradictions->len > 0 && profile != best)
    {
      *cause = QUAD_ALIGN_CONTRADICTION;
      return TRUE;
    }
  if (profile == QUAD_PROFILE_JETTISON || profile == best)
    return FALSE;
  *cause = QUAD_ALIGN_BETTER;
  return get_share (fits, best) >= get_share (fits, profile) + CLEARLY_BETTER;
}

/**
 * quad_align_propose:
 * @facts: of the account
 * @fits: how it fits every profile
 * @names: (nullable): how the profiles are called in the book
 * @currency: of the book
 *
 * Returns: (transfer full) (nullable): which profile the account should have instead of the one it
 *   has; %NULL when it is aligned, or when no profile is for it
 *
 * Source: product.md sections 1 and 3.
 */
QuadAlignment *
quad_align_propose (const QuadFacts    *facts,
                    const QuadFits     *fits,
                    const QuadNames    *names,
                    const QuadCurrency *currency)
{
  QuadProfile candidates[QUAD_N_PROFILES];
  guint n_candidates = list_candidates (facts->account, candidates);
  QuadAlignment *alignment;
  QuadAlignCause cause;
  QuadProfile best;

  if (n_candidates == 0)
    return NULL;
  best = candidates[0];
  for (guint i = 1; i < n_candidates; i++)
    if (get_share (fits, candidates[i]) > get_share (fits, best))
      best = candidates[i];
  if (!find_cause (facts->account, fits, best, &cause))
    return NULL;

  alignment = g_new0 (QuadAlignment, 1);
  alignment->account = g_object_ref (facts->account);
  alignment->cause = cause;
  alignment->proposed = best;
  alignment->reason = describe (facts, fits, best, names, currency);
  return alignment;
}

void
quad_alignment_free (QuadAlignment *alignment)
{
  if (alignment == NULL)
    return;
  g_object_unref (alignment->account);
  g_free (alignment->reason);
  g_free (alignment);
}
