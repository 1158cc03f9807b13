/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-words"

#include "quad-words.h"

#include <math.h>

#include "quad-date.h"
#include "quad-i18n.h"
#include "quad-number.h"

/**
 * quad_words_get_tier_short:
 * @names: (nullable): of profiles and tiers, here and below
 *
 * Returns: (transfer none): one word for a column: "Key"
 */
const char *
quad_words_get_tier_short (QuadTier         tier,
                           const QuadNames *names)
{
  const char *own = quad_names_get_own_box (names, tier);

  if (own != NULL)
    return own;

  switch (tier)
    {
    case QUAD_TIER_KEY:
      /* Translators: short for "Key account", in a narrow column */
      return C_("tier", "Key");
    case QUAD_TIER_SECONDARY:
      /* Translators: short for "Secondary account", in a narrow column */
      return C_("tier", "Secondary");
    case QUAD_TIER_IDEAL:
      /* Translators: short for "Ideal client", in a narrow column */
      return C_("tier", "Ideal");
    case QUAD_TIER_LEAD:
      /* Translators: short for "Lead to qualify", in a narrow column */
      return C_("tier", "Lead");
    case QUAD_TIER_PARKED:
      /* Translators: short for "Parked account", in a narrow column */
      return C_("tier", "Parked");
    }
  g_return_val_if_reached ("");
}

static int
get_year (QuadAccount      *account,
          QuadAccountField  field)
{
  QuadDate date = (QuadDate) quad_item_get_number (QUAD_ITEM (account), field);
  int year = 0, month, day;

  quad_date_to_ymd (date, &year, &month, &day);
  return year;
}

/**
 * quad_words_describe_account:
 *
 * Returns: (transfer full): "Secondary account · client since 2023"
 */
char *
quad_words_describe_account (QuadAccount     *account,
                             const QuadNames *names)
{
  const char *tier = quad_names_get_tier (names, quad_account_get_tier (account));
  int since = get_year (account, QUAD_ACCOUNT_CLIENT_SINCE);
  int lost = get_year (account, QUAD_ACCOUNT_LOST_ON);

  if (quad_account_is_client (account) && since != 0)
    /* Translators: tier of the account, year: "Secondary account · client since 2023" */
    return g_strdup_printf (_("%s · client since %d"), tier, since);
  if (quad_account_is_former_client (account) && lost != 0)
    /* Translators: tier of the account, year: "Lead to qualify · client until 2024" */
    return g_strdup_printf (_("%s · client until %d"), tier, lost);
  if (quad_account_is_former_client (account))
    /* Translators: tier of the account: "Lead to qualify · former client" */
    return g_strdup_printf (_("%s · former client"), tier);
  return g_strdup (tier);
}

/**
 * quad_words_describe_sum:
 *
 * Returns: (transfer full): "5 accounts · €1.20M"
 */
char *
quad_words_describe_sum (GPtrArray          *accounts,
                         const QuadCurrency *currency)
{
  g_autofree char *count = NULL;
  g_autofree char *amount = NULL;
  QuadMoney sum = QUAD_MONEY_UNKNOWN;

  for (guint i = 0; i < accounts->len; i++)
    {
      QuadMoney revenue = quad_account_get_revenue (accounts->pdata[i]);

      if (revenue != QUAD_MONEY_UNKNOWN)
        sum = (sum == QUAD_MONEY_UNKNOWN ? 0 : sum) + revenue;
    }
  count = g_strdup_printf (ngettext ("%u account", "%u accounts", accounts->len), accounts->len);
  if (sum == QUAD_MONEY_UNKNOWN)
    return g_steal_pointer (&count);
  amount = quad_money_format (sum, currency, QUAD_MONEY_SHORT);
  /* Translators: number of accounts, sum of their revenue: "5 accounts · €1.20M revenue" */
  return g_strdup_printf (_("%s · %s revenue"), count, amount);
}

static const char *
get_arrival (QuadTier from,
             QuadTier to)
{
  gboolean was_client = quad_tier_is_client (from);
  gboolean was_prospect = quad_tier_is_prospect (from);

  switch (to)
    {
    case QUAD_TIER_KEY:
      /* Translators: %s is the name of an account, here and below */
      return was_prospect ? _("Won: %s is a key account")
             : was_client ? _("%s is promoted to key account")
                          : _("%s is back as a key account");
    case QUAD_TIER_SECONDARY:
      return was_prospect ? _("Won: %s is a secondary account")
             : was_client ? _("%s becomes a secondary account")
                          : _("%s is back as a secondary account");
    case QUAD_TIER_IDEAL:
      return was_client     ? _("Lost as a client: %s is an ideal client to win back")
             : was_prospect ? _("Qualified: %s is an ideal client")
                            : _("%s is back as an ideal client");
    case QUAD_TIER_LEAD:
      return was_client     ? _("Lost as a client: %s is a lead")
             : was_prospect ? _("%s goes back to qualifying")
                            : _("%s is back as a lead");
    case QUAD_TIER_PARKED:
      return _("%s is parked, off the chart");
    }
  g_return_val_if_reached ("%s");
}

/* In a tier with a name that the organisation gave it, which has no article. */
static char *
describe_own_arrival (const char *name,
                      QuadTier    from,
                      QuadTier    to,
                      const char *tier)
{
  if (quad_tier_is_prospect (from) && quad_tier_is_client (to))
    /* Translators: name of the account, name of the tier, here and below */
    return g_strdup_printf (_("Won: %s is in %s now"), name, tier);
  if (quad_tier_is_client (from) && quad_tier_is_prospect (to))
    return g_strdup_printf (_("Lost as a client: %s is in %s now"), name, tier);

  return g_strdup_printf (_("%s is in %s now"), name, tier);
}

/**
 * quad_words_describe_move:
 * @name: of the account
 *
 * Returns: (transfer full): what the move meant. Source: product.md section 3
 */
char *
quad_words_describe_move (const char      *name,
                          QuadTier         from,
                          QuadTier         to,
                          const QuadNames *names)
{
  const char *own = quad_names_get_own_box (names, to);
  g_autoptr (GString) sentence = g_string_new (get_arrival (from, to));

  if (own != NULL)
    return describe_own_arrival (name, from, to, own);

  g_string_replace (sentence, "%s", name, 1);

  return g_string_free (g_steal_pointer (&sentence), FALSE);
}

/**
 * quad_words_describe_moves:
 *
 * Returns: (transfer full): what happened to several accounts at once
 */
char *
quad_words_describe_moves (guint            n_accounts,
                           QuadTier         to,
                           const QuadNames *names)
{
  const char *own = quad_names_get_own_box (names, to);

  if (own != NULL)
    /* Translators: number of accounts, name of the tier */
    return g_strdup_printf (ngettext ("%u account is in %s now", "%u accounts are in %s now",
                                      n_accounts), n_accounts, own);

  switch (to)
    {
    case QUAD_TIER_KEY:
      return g_strdup_printf (ngettext ("%u account is a key account now",
                                        "%u accounts are key accounts now", n_accounts),
                              n_accounts);
    case QUAD_TIER_SECONDARY:
      return g_strdup_printf (ngettext ("%u account is a secondary account now",
                                        "%u accounts are secondary accounts now", n_accounts),
                              n_accounts);
    case QUAD_TIER_IDEAL:
      return g_strdup_printf (ngettext ("%u account is an ideal client now",
                                        "%u accounts are ideal clients now", n_accounts),
                              n_accounts);
    case QUAD_TIER_LEAD:
      return g_strdup_printf (ngettext ("%u account is a lead now",
                                        "%u accounts are leads now", n_accounts),
                              n_accounts);
    case QUAD_TIER_PARKED:
      return g_strdup_printf (ngettext ("%u account is parked, off the chart",
                                        "%u accounts are parked, off the chart", n_accounts),
                              n_accounts);
    }
  g_return_val_if_reached (NULL);
}

/**
 * quad_words_describe_profile:
 *
 * Returns: (transfer full): what happened to accounts that were given a profile
 */
char *
quad_words_describe_profile (GPtrArray       *accounts,
                             QuadProfile      profile,
                             const QuadNames *names)
{
  const char *label = quad_names_get_profile (names, profile);

  if (accounts->len != 1 && profile == QUAD_PROFILE_NONE)
    return g_strdup_printf (ngettext ("%u account has no profile now",
                                      "%u accounts have no profile now", accounts->len),
                            accounts->len);
  if (accounts->len != 1)
    /* Translators: number of accounts, name of the profile */
    return g_strdup_printf (ngettext ("%u account has the profile %s now",
                                      "%u accounts have the profile %s now", accounts->len),
                            accounts->len, label);
  if (profile == QUAD_PROFILE_NONE)
    return g_strdup_printf (_("%s has no profile now"), quad_account_get_name (accounts->pdata[0]));
  /* Translators: name of the account, name of the profile */
  return g_strdup_printf (_("%s has the profile %s now"),
                          quad_account_get_name (accounts->pdata[0]), label);
}

/**
 * quad_words_get_share:
 *
 * Returns: the account's share of the known revenue of all clients, 0 to 1; NAN when unknown or
 *   no client. Source: product.md section 4
 */
double
quad_words_get_share (QuadAccount       *account,
                      const QuadFigures *figures)
{
  QuadMoney revenue = quad_account_get_revenue (account);

  if (!quad_account_is_client (account) || revenue == QUAD_MONEY_UNKNOWN || figures->revenue <= 0)
    return NAN;
  return (double) revenue / (double) figures->revenue;
}

/**
 * quad_words_describe_fit:
 *
 * Returns: (transfer full): "4 of 5, 82 %, 1 unknown"; empty without traits
 */
char *
quad_words_describe_fit (const QuadFit *fit)
{
  g_autofree char *share = NULL;

  if (fit->traits == 0)
    return g_strdup ("");
  if (fit->knocked_out)
    /* Translators: how many traits of how many are answered yes; a knock-out trait is not */
    return g_strdup_printf (_("%u of %u, but knocked out"), fit->yes, fit->traits);
  share = quad_number_format_share (fit->share);
  if (fit->unknown == 0)
    /* Translators: how many traits of how many are answered yes, and the share of their weights */
    return g_strdup_printf (_("%u of %u, %s"), fit->yes, fit->traits, share);
  /* Translators: as before, and how many traits nobody answered */
  return g_strdup_printf (ngettext ("%u of %u, %s, %u unknown", "%u of %u, %s, %u unknown",
                                    fit->unknown), fit->yes, fit->traits, share, fit->unknown);
}
