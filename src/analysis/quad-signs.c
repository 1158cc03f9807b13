/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-analysis"

#include "quad-signs.h"

#include "quad-figures.h"
#include "quad-i18n.h"

/* Source: product.md section 4, time-sucker. */
#define SUCKER_TIMES     3.0    /* share of time, of the share of revenue */
#define SUCKER_PART      50     /* at least one in so many minutes of client time */

static const char *const labels[QUAD_N_SIGNS] = {
  N_("Overdue step"),
  N_("Going cold"),
  N_("Time-sucker"),
  N_("Moved since the last review"),
  N_("Planned move"),
  N_("Contradiction"),
};

static guint
get_index (QuadSign sign)
{
  return (guint) g_bit_nth_lsf (sign, -1);
}

static gboolean
is_cold (const QuadSignFacts *facts)
{
  QuadDate since = facts->last_touch != QUAD_DATE_NONE ? facts->last_touch : facts->known_since;

  if (facts->maximum_days == 0 || quad_account_get_tier (facts->account) == QUAD_TIER_PARKED)
    return FALSE;

  return since < facts->today && facts->today - since > facts->maximum_days;
}

/* Of revenue that nobody knows, and of a total that is none, no share is known either. */
static gboolean
is_time_sucker (const QuadSignFacts *facts)
{
  QuadMoney revenue = quad_account_get_revenue (facts->account);
  double time_share, revenue_share;

  if (!quad_account_is_client (facts->account) || revenue == QUAD_MONEY_UNKNOWN
      || facts->client_revenue <= 0 || facts->minutes <= 0 || facts->client_minutes <= 0
      || facts->minutes < (facts->client_minutes + SUCKER_PART - 1) / SUCKER_PART)
    return FALSE;

  time_share = (double) facts->minutes / (double) facts->client_minutes;
  revenue_share = (double) revenue / (double) facts->client_revenue;

  return time_share >= SUCKER_TIMES * revenue_share;
}

static gboolean
has_contradiction (QuadAccount *account)
{
  g_autoptr (GPtrArray) sentences = quad_contradictions_find (account, NULL);

  return sentences->len > 0;
}

/**
 * quad_signs_find:
 * @facts: what is known of an account
 *
 * Going cold needs a rhythm: more days than its maximum went by since the last touch or, when there
 * never was one, since the account is known. Time-sucker: a client whose share of client time is at
 * least 3 times its share of revenue, and at least 2 % of client time.
 *
 * Returns: a bit for each #QuadSign
 *
 * Source: product.md sections 2, 3 and 4.
 */
guint
quad_signs_find (const QuadSignFacts *facts)
{
  guint signs = 0;

  g_return_val_if_fail (facts != NULL && QUAD_IS_ACCOUNT (facts->account), 0);

  if (facts->overdue > 0)
    signs |= QUAD_SIGN_OVERDUE;
  if (is_cold (facts))
    signs |= QUAD_SIGN_COLD;
  if (is_time_sucker (facts))
    signs |= QUAD_SIGN_TIME_SUCKER;
  if (facts->moved)
    signs |= QUAD_SIGN_MOVED;
  if (facts->planned)
    signs |= QUAD_SIGN_PLANNED;
  if (has_contradiction (facts->account))
    signs |= QUAD_SIGN_CONTRADICTION;

  return signs;
}

/**
 * quad_sign_get_label:
 * @sign: one of them
 *
 * Returns: (transfer none): "Going cold"
 */
const char *
quad_sign_get_label (QuadSign sign)
{
  guint index = get_index (sign);

  g_return_val_if_fail (index < QUAD_N_SIGNS, NULL);

  return _(labels[index]);
}

static char *
describe_cold (const QuadSignFacts *facts)
{
  guint days = facts->today - facts->last_touch;

  if (facts->last_touch == QUAD_DATE_NONE)
    return g_strdup (_("Going cold: never touched"));

  /* Translators: the number is of days */
  return g_strdup_printf (ngettext ("Going cold: last touch %u day ago",
                                    "Going cold: last touch %u days ago", days), days);
}

static char *
describe_time_sucker (const QuadSignFacts *facts)
{
  double time_share = 100.0 * (double) facts->minutes / (double) facts->client_minutes;
  double revenue_share = 100.0 * (double) quad_account_get_revenue (facts->account)
                         / (double) facts->client_revenue;

  /* Translators: both numbers are percent, the first of time, the second of revenue */
  return g_strdup_printf (_("Time-sucker: takes %.0f\u00a0%% of client time, brings "
                            "%.1f\u00a0%% of revenue"), time_share, revenue_share);
}

static char *
describe_moved (const QuadSignFacts *facts)
{
  g_autofree char *day = quad_date_format (facts->reviewed_on, QUAD_DATE_STYLE_DAY, facts->today);

  /* Translators: %s is a day */
  return g_strdup_printf (_("Moved since the review of %s"), day);
}

/**
 * quad_sign_describe:
 * @sign: one that the account has
 * @facts: that it follows from
 *
 * Returns: (transfer full): what it means for this account, in words, for a tooltip
 */
char *
quad_sign_describe (QuadSign             sign,
                    const QuadSignFacts *facts)
{
  g_return_val_if_fail (facts != NULL && QUAD_IS_ACCOUNT (facts->account), NULL);

  switch (sign)
    {
    case QUAD_SIGN_OVERDUE:
      return g_strdup_printf (ngettext ("%u step is overdue", "%u steps are overdue",
                                        facts->overdue), facts->overdue);
    case QUAD_SIGN_COLD:
      return describe_cold (facts);
    case QUAD_SIGN_TIME_SUCKER:
      return describe_time_sucker (facts);
    case QUAD_SIGN_CONTRADICTION:
      {
        g_autoptr (GPtrArray) sentences = quad_contradictions_find (facts->account,
                                                                    facts->names);

        g_ptr_array_add (sentences, NULL);
        return g_strjoinv (" ", (char **) sentences->pdata);
      }
    case QUAD_SIGN_MOVED:
      return describe_moved (facts);
    case QUAD_SIGN_PLANNED:
      return g_strdup (quad_sign_get_label (sign));
    }

  g_return_val_if_reached (NULL);
}

/**
 * quad_signs_describe:
 * @signs: a bit for each
 *
 * Returns: (transfer full) (nullable): all of them, as a card's accessible text goes on
 */
char *
quad_signs_describe (guint signs)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();

  for (guint i = 0; i < QUAD_N_SIGNS; i++)
    if ((signs & (1u << i)) != 0)
      g_ptr_array_add (words, (char *) _(labels[i]));
  if (words->len == 0)
    return NULL;

  g_ptr_array_add (words, NULL);

  return g_strjoinv (", ", (char **) words->pdata);
}
