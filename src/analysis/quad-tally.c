/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-analysis"

#include "quad-tally.h"

#include "quad-figures-private.h"

/**
 * QuadTally:
 *
 * What the figures of a list are derived from: the sums of each tier, and the known revenue of the
 * clients in order. An account that changes is subtracted as it was and added as it is, which
 * costs a search in place of the sort of all clients.
 */
struct _QuadTally
{
  GArray          *amounts;             /* of QuadMoney, ascending */
  GArray          *added;               /* of QuadMoney, until it is settled; or NULL */
  GArray          *subtracted;
  QuadTierFigures  tiers[QUAD_N_TIERS];
};

static int
compare_amounts (gconstpointer a,
                 gconstpointer b)
{
  QuadMoney x = *(const QuadMoney *) a;
  QuadMoney y = *(const QuadMoney *) b;

  return (x > y) - (x < y);
}

static gboolean
has_amount (QuadTier  tier,
            QuadMoney revenue)
{
  return quad_tier_is_client (tier) && revenue != QUAD_MONEY_UNKNOWN;
}

/* The first place whose amount is not less. */
static guint
find_place (QuadTally *self,
            QuadMoney  amount)
{
  guint low = 0, high = self->amounts->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->amounts, QuadMoney, middle) < amount)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

static void
count_in (QuadTally *self,
          QuadTier   tier,
          QuadMoney  revenue,
          QuadMoney  potential)
{
  quad_tier_figures_add (&self->tiers[tier], revenue, potential);
  if (has_amount (tier, revenue))
    g_array_insert_val (self->amounts, find_place (self, revenue), revenue);
}

/**
 * quad_tally_new:
 * @accounts: list of #QuadAccount
 *
 * Returns: (transfer full): the tally of the accounts as they are; it does not follow the list
 */
QuadTally *
quad_tally_new (QuadItemList *accounts)
{
  QuadTally *self;
  guint n;

  g_return_val_if_fail (QUAD_IS_ITEM_LIST (accounts), NULL);

  self = g_new0 (QuadTally, 1);
  self->amounts = g_array_new (FALSE, FALSE, sizeof (QuadMoney));
  n = quad_item_list_get_size (accounts);
  for (guint i = 0; i < n; i++)
    {
      QuadAccount *account = quad_item_list_peek (accounts, i);
      QuadTier tier = quad_account_get_tier (account);
      QuadMoney revenue = quad_account_get_revenue (account);

      quad_tier_figures_add (&self->tiers[tier], revenue, quad_account_get_potential (account));
      if (has_amount (tier, revenue))
        g_array_append_val (self->amounts, revenue);
    }
  g_array_sort (self->amounts, compare_amounts);

  return self;
}

/**
 * quad_tally_copy:
 * @self: a tally
 *
 * Returns: (transfer full): the same counts, to be changed on their own
 */
QuadTally *
quad_tally_copy (const QuadTally *self)
{
  QuadTally *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof *self);
  copy->amounts = g_array_copy (self->amounts);
  copy->added = self->added != NULL ? g_array_copy (self->added) : NULL;
  copy->subtracted = self->subtracted != NULL ? g_array_copy (self->subtracted) : NULL;

  return copy;
}

void
quad_tally_free (QuadTally *self)
{
  g_array_unref (self->amounts);
  g_clear_pointer (&self->added, g_array_unref);
  g_clear_pointer (&self->subtracted, g_array_unref);
  g_free (self);
}

/**
 * quad_tally_add:
 * @self: a tally
 * @account: one that is not counted
 *
 * Counts an account in, with the values that it has.
 */
void
quad_tally_add (QuadTally   *self,
                QuadAccount *account)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (QUAD_IS_ACCOUNT (account));

  count_in (self, quad_account_get_tier (account), quad_account_get_revenue (account),
            quad_account_get_potential (account));
}

/**
 * quad_tally_subtract:
 * @self: a tally
 * @account: one that is counted, with the values that it was counted with
 *
 * Counts an account out: before it changes, or when it goes.
 */
void
quad_tally_subtract (QuadTally   *self,
                     QuadAccount *account)
{
  QuadMoney revenue;
  guint place;

  g_return_if_fail (self != NULL);
  g_return_if_fail (QUAD_IS_ACCOUNT (account));

  revenue = quad_account_get_revenue (account);
  quad_tier_figures_subtract (&self->tiers[quad_account_get_tier (account)], revenue,
                              quad_account_get_potential (account));
  if (!has_amount (quad_account_get_tier (account), revenue))
    return;

  place = find_place (self, revenue);
  g_return_if_fail (place < self->amounts->len
                    && g_array_index (self->amounts, QuadMoney, place) == revenue);
  g_array_remove_index (self->amounts, place);
}

/**
 * quad_tally_replace:
 * @self: a tally
 * @account: one that is counted, with the values that it was counted with
 * @tier: the tier to count it in
 * @revenue: the revenue to count it with
 *
 * Counts an account as if it were elsewhere and brought something else.
 */
void
quad_tally_replace (QuadTally   *self,
                    QuadAccount *account,
                    QuadTier     tier,
                    QuadMoney    revenue)
{
  quad_tally_subtract (self, account);
  count_in (self, tier, revenue, quad_account_get_potential (account));
}

static void
note_amount (GArray    **amounts,
             QuadTier    tier,
             QuadMoney   revenue)
{
  if (!has_amount (tier, revenue))
    return;
  if (*amounts == NULL)
    *amounts = g_array_new (FALSE, FALSE, sizeof (QuadMoney));
  g_array_append_val (*amounts, revenue);
}

/**
 * quad_tally_add_later:
 * @self: a tally
 * @values: all values of an account that is not counted
 *
 * Counts in one of very many accounts. The figures are right again after quad_tally_settle().
 */
void
quad_tally_add_later (QuadTally        *self,
                      const QuadRecord *values)
{
  const QuadTier tier = (QuadTier) quad_record_get_number (values, QUAD_ACCOUNT_TIER);
  const QuadMoney revenue = quad_record_get_number (values, QUAD_ACCOUNT_REVENUE);

  quad_tier_figures_add (&self->tiers[tier], revenue,
                         quad_record_get_number (values, QUAD_ACCOUNT_POTENTIAL));
  note_amount (&self->added, tier, revenue);
}

/**
 * quad_tally_subtract_later:
 * @self: a tally
 * @values: the values that the account was counted with
 *
 * Counts out one of very many accounts, as quad_tally_add_later().
 */
void
quad_tally_subtract_later (QuadTally        *self,
                           const QuadRecord *values)
{
  const QuadTier tier = (QuadTier) quad_record_get_number (values, QUAD_ACCOUNT_TIER);
  const QuadMoney revenue = quad_record_get_number (values, QUAD_ACCOUNT_REVENUE);

  quad_tier_figures_subtract (&self->tiers[tier], revenue,
                              quad_record_get_number (values, QUAD_ACCOUNT_POTENTIAL));
  note_amount (&self->subtracted, tier, revenue);
}

/**
 * quad_tally_settle:
 * @self: a tally
 *
 * Puts in order what quad_tally_add_later() and quad_tally_subtract_later() noted.
 */
void
quad_tally_settle (QuadTally *self)
{
  guint kept = 0, skipped = 0;

  g_return_if_fail (self != NULL);

  if (self->added != NULL)
    g_array_append_vals (self->amounts, self->added->data, self->added->len);
  g_array_sort (self->amounts, compare_amounts);
  if (self->subtracted != NULL)
    g_array_sort (self->subtracted, compare_amounts);
  for (guint i = 0; i < self->amounts->len; i++)
    {
      const QuadMoney amount = g_array_index (self->amounts, QuadMoney, i);

      if (self->subtracted != NULL && skipped < self->subtracted->len
          && amount == g_array_index (self->subtracted, QuadMoney, skipped))
        skipped++;
      else
        g_array_index (self->amounts, QuadMoney, kept++) = amount;
    }
  g_array_set_size (self->amounts, kept);
  g_clear_pointer (&self->added, g_array_unref);
  g_clear_pointer (&self->subtracted, g_array_unref);
}

/**
 * quad_tally_get_figures:
 * @self: a tally
 * @rule: how the cut-off is found
 * @figures: (out caller-allocates): the numbers
 *
 * Derives every number of the list.
 */
void
quad_tally_get_figures (const QuadTally      *self,
                        const QuadCutOffRule *rule,
                        QuadFigures          *figures)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (rule != NULL);
  g_return_if_fail (figures != NULL);

  quad_figures_derive (figures, self->tiers,
                       (const QuadMoney *) (gconstpointer) self->amounts->data,
                       self->amounts->len, rule);
}
