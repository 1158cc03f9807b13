/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-model"

#include "quad-account-view.h"

#include <stdlib.h>
#include <string.h>

#include "quad-text.h"

/**
 * QuadAccountView:
 *
 * What the account list shows: the accounts that match the search and the filters, in the chosen
 * order. One array, made anew by a scan and a sort: with 100,000 accounts that is several times
 * faster than a chain of filter and sort models. A change of single accounts moves only those.
 */
struct _QuadAccountView
{
  GObject            parent_instance;

  /* owned */
  QuadItemList      *accounts;
  GPtrArray         *shown;             /* borrowed accounts */
  char              *search;
  char             **terms;             /* of the folded search */

  /* plain */
  guint              tiers;             /* bit masks */
  guint              profiles;
  QuadAccountOrder   order;
  gboolean           descending;
};

#define ALL_TIERS    ((1u << QUAD_N_TIERS) - 1)
#define ALL_PROFILES ((1u << QUAD_N_PROFILES) - 1)

static void quad_account_view_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (QuadAccountView, quad_account_view, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      quad_account_view_list_model_init))

static int
compare_names (QuadAccount *a,
               QuadAccount *b)
{
  int order = strcmp (quad_account_get_name_key (a), quad_account_get_name_key (b));
  gint64 id_a, id_b;

  if (order != 0)
    return order;
  id_a = quad_account_get_id (a);
  id_b = quad_account_get_id (b);
  return id_a < id_b ? -1 : id_a > id_b;
}

static int
compare_numbers (gint64   a,
                 gint64   b,
                 gboolean descending)
{
  if (a == b)
    return 0;
  return (a < b) != descending ? -1 : 1;
}

static int
compare_amounts (QuadMoney a,
                 QuadMoney b,
                 gboolean  descending)
{
  if (a == QUAD_MONEY_UNKNOWN || b == QUAD_MONEY_UNKNOWN)
    return (a == QUAD_MONEY_UNKNOWN) - (b == QUAD_MONEY_UNKNOWN);
  return compare_numbers (a, b, descending);
}

static QuadMoney
get_shared_revenue (QuadAccount *account)
{
  return quad_account_is_client (account) ? quad_account_get_revenue (account)
                                          : QUAD_MONEY_UNKNOWN;
}

static int
compare_accounts (QuadAccountView *self,
                  QuadAccount     *a,
                  QuadAccount     *b)
{
  int order = 0;

  switch (self->order)
    {
    case QUAD_ACCOUNT_ORDER_NAME:
      return self->descending ? compare_names (b, a) : compare_names (a, b);
    case QUAD_ACCOUNT_ORDER_TIER:
      order = compare_numbers (quad_account_get_tier (a), quad_account_get_tier (b),
                               self->descending);
      break;
    case QUAD_ACCOUNT_ORDER_PROFILE:
      order = compare_numbers (quad_account_get_profile (a), quad_account_get_profile (b),
                               self->descending);
      break;
    case QUAD_ACCOUNT_ORDER_REVENUE:
      order = compare_amounts (quad_account_get_revenue (a), quad_account_get_revenue (b),
                               self->descending);
      break;
    case QUAD_ACCOUNT_ORDER_POTENTIAL:
      order = compare_amounts (quad_account_get_potential (a), quad_account_get_potential (b),
                               self->descending);
      break;
    case QUAD_ACCOUNT_ORDER_SHARE:
      order = compare_amounts (get_shared_revenue (a), get_shared_revenue (b), self->descending);
      break;
    }
  return order != 0 ? order : compare_names (a, b);
}

static int
compare_pointers (gconstpointer a,
                  gconstpointer b,
                  gpointer      user_data)
{
  return compare_accounts (user_data, *(QuadAccount **) a, *(QuadAccount **) b);
}

static void
fill (QuadAccountView *self)
{
  guint n = self->accounts != NULL ? quad_item_list_get_size (self->accounts) : 0;

  g_ptr_array_set_size (self->shown, 0);
  for (guint i = 0; i < n; i++)
    {
      QuadAccount *account = quad_item_list_peek (self->accounts, i);

      if (quad_account_view_matches (self, account))
        g_ptr_array_add (self->shown, account);
    }
  if (self->shown->len > 1)
    qsort_r (self->shown->pdata, self->shown->len, sizeof (gpointer), compare_pointers, self);
}

/* Makes the array anew and tells what changed: the equal front and back are left out, so that a
 * view keeps its place when little did. */
static void
refresh (QuadAccountView *self)
{
  g_autoptr (GPtrArray) before = g_steal_pointer (&self->shown);
  guint front = 0, back = 0;

  self->shown = g_ptr_array_sized_new (before->len);
  fill (self);
  while (front < before->len && front < self->shown->len
         && before->pdata[front] == self->shown->pdata[front])
    front++;
  while (back < before->len - front && back < self->shown->len - front
         && before->pdata[before->len - 1 - back]
            == self->shown->pdata[self->shown->len - 1 - back])
    back++;
  if (before->len - front - back > 0 || self->shown->len - front - back > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), front, before->len - front - back,
                                self->shown->len - front - back);
}

static guint
find_place (QuadAccountView *self,
            QuadAccount     *account)
{
  guint low = 0, high = self->shown->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (compare_accounts (self, self->shown->pdata[middle], account) < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static void
take_out (QuadAccountView *self,
          guint            position)
{
  g_ptr_array_remove_index (self->shown, position);
  g_list_model_items_changed (G_LIST_MODEL (self), position, 1, 0);
}

static void
put_in (QuadAccountView *self,
        QuadAccount     *account)
{
  guint position = find_place (self, account);

  g_ptr_array_insert (self->shown, (int) position, account);
  g_list_model_items_changed (G_LIST_MODEL (self), position, 0, 1);
}

static gboolean
stands_right (QuadAccountView *self,
              guint            position)
{
  QuadAccount **shown = (QuadAccount **) self->shown->pdata;

  return (position == 0 || compare_accounts (self, shown[position - 1], shown[position]) < 0)
         && (position + 1 == self->shown->len
             || compare_accounts (self, shown[position], shown[position + 1]) < 0);
}

static void
accounts_changed_cb (QuadAccountView *self,
                     GPtrArray       *changed)
{
  if (changed->len > 1)
    {
      refresh (self);
      return;
    }
  for (guint i = 0; i < changed->len; i++)
    {
      QuadAccount *account = changed->pdata[i];
      gboolean matches = quad_account_view_matches (self, account);
      guint position;

      if (quad_account_view_find (self, account, &position))
        {
          if (matches && stands_right (self, position))
            continue;
          take_out (self, position);
        }
      if (matches)
        put_in (self, account);
    }
}

static void
accounts_items_changed_cb (QuadAccountView *self,
                           guint            position,
                           guint            removed,
                           guint            added)
{
  QuadAccount *account;

  if (removed == 0 && added == 1)
    {
      account = quad_item_list_peek (self->accounts, position);
      if (quad_account_view_matches (self, account))
        put_in (self, account);
      return;
    }
  refresh (self);
}

static GType
quad_account_view_get_item_type (GListModel *model)
{
  return QUAD_TYPE_ACCOUNT;
}

static guint
quad_account_view_get_n_items (GListModel *model)
{
  return QUAD_ACCOUNT_VIEW (model)->shown->len;
}

static gpointer
quad_account_view_get_item (GListModel *model,
                            guint       position)
{
  QuadAccountView *self = QUAD_ACCOUNT_VIEW (model);

  return position < self->shown->len ? g_object_ref (self->shown->pdata[position]) : NULL;
}

static void
quad_account_view_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = quad_account_view_get_item_type;
  iface->get_n_items = quad_account_view_get_n_items;
  iface->get_item = quad_account_view_get_item;
}

static void
quad_account_view_dispose (GObject *object)
{
  QuadAccountView *self = QUAD_ACCOUNT_VIEW (object);

  if (self->accounts != NULL)
    g_signal_handlers_disconnect_by_data (self->accounts, self);
  g_clear_object (&self->accounts);
  G_OBJECT_CLASS (quad_account_view_parent_class)->dispose (object);
}

static void
quad_account_view_finalize (GObject *object)
{
  QuadAccountView *self = QUAD_ACCOUNT_VIEW (object);

  g_ptr_array_unref (self->shown);
  g_free (self->search);
  g_strfreev (self->terms);
  G_OBJECT_CLASS (quad_account_view_parent_class)->finalize (object);
}

static void
quad_account_view_class_init (QuadAccountViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = quad_account_view_dispose;
  object_class->finalize = quad_account_view_finalize;
}

static void
quad_account_view_init (QuadAccountView *self)
{
  self->shown = g_ptr_array_new ();
  self->tiers = ALL_TIERS;
  self->profiles = ALL_PROFILES;
  self->search = g_strdup ("");
}

/**
 * quad_account_view_new:
 * @accounts: (nullable): the list to look at
 *
 * Returns: (transfer full): a view of all accounts by name
 */
QuadAccountView *
quad_account_view_new (QuadItemList *accounts)
{
  QuadAccountView *self = g_object_new (QUAD_TYPE_ACCOUNT_VIEW, NULL);

  quad_account_view_set_accounts (self, accounts);
  return self;
}

void
quad_account_view_set_accounts (QuadAccountView *self,
                                QuadItemList    *accounts)
{
  g_autoptr (QuadItemList) before = NULL;

  g_return_if_fail (QUAD_IS_ACCOUNT_VIEW (self));

  if (accounts == self->accounts)
    return;
  before = g_steal_pointer (&self->accounts);
  if (before != NULL)
    g_signal_handlers_disconnect_by_data (before, self);
  if (accounts != NULL)
    {
      self->accounts = g_object_ref (accounts);
      g_signal_connect_swapped (accounts, "items-changed",
                                G_CALLBACK (accounts_items_changed_cb), self);
      g_signal_connect_swapped (accounts, "changed", G_CALLBACK (accounts_changed_cb), self);
    }
  refresh (self);
}

/**
 * quad_account_view_set_search:
 * @search: words that must all occur, without regard to case and accents; "" for no search
 */
void
quad_account_view_set_search (QuadAccountView *self,
                              const char      *search)
{
  g_autofree char *folded = NULL;

  g_return_if_fail (QUAD_IS_ACCOUNT_VIEW (self) && search != NULL);

  if (strcmp (search, self->search) == 0)
    return;
  g_free (self->search);
  self->search = g_strdup (search);
  folded = quad_text_fold (search);
  g_strfreev (self->terms);
  self->terms = g_strsplit_set (folded, " \t\n", -1);
  refresh (self);
}

const char *
quad_account_view_get_search (QuadAccountView *self)
{
  g_return_val_if_fail (QUAD_IS_ACCOUNT_VIEW (self), "");

  return self->search;
}

/**
 * quad_account_view_set_tiers:
 * @tiers: bit mask (1 << #QuadTier) of the tiers to show; 0 shows all
 */
void
quad_account_view_set_tiers (QuadAccountView *self,
                             guint            tiers)
{
  g_return_if_fail (QUAD_IS_ACCOUNT_VIEW (self));

  tiers = tiers == 0 ? ALL_TIERS : tiers & ALL_TIERS;
  if (tiers == self->tiers)
    return;
  self->tiers = tiers;
  refresh (self);
}

guint
quad_account_view_get_tiers (QuadAccountView *self)
{
  g_return_val_if_fail (QUAD_IS_ACCOUNT_VIEW (self), 0);

  return self->tiers;
}

/**
 * quad_account_view_set_profiles:
 * @profiles: bit mask (1 << #QuadProfile) of the profiles to show; 0 shows all
 */
void
quad_account_view_set_profiles (QuadAccountView *self,
                                guint            profiles)
{
  g_return_if_fail (QUAD_IS_ACCOUNT_VIEW (self));

  profiles = profiles == 0 ? ALL_PROFILES : profiles & ALL_PROFILES;
  if (profiles == self->profiles)
    return;
  self->profiles = profiles;
  refresh (self);
}

guint
quad_account_view_get_profiles (QuadAccountView *self)
{
  g_return_val_if_fail (QUAD_IS_ACCOUNT_VIEW (self), 0);

  return self->profiles;
}

void
quad_account_view_set_order (QuadAccountView  *self,
                             QuadAccountOrder  order,
                             gboolean          descending)
{
  g_return_if_fail (QUAD_IS_ACCOUNT_VIEW (self));

  if (order == self->order && descending == self->descending)
    return;
  self->order = order;
  self->descending = descending;
  refresh (self);
}

/**
 * quad_account_view_find:
 * @position: (out) (optional): where the account stands
 *
 * Returns: whether the account is shown
 */
gboolean
quad_account_view_find (QuadAccountView *self,
                        QuadAccount     *account,
                        guint           *position)
{
  g_return_val_if_fail (QUAD_IS_ACCOUNT_VIEW (self), FALSE);

  return g_ptr_array_find (self->shown, account, position);
}

/**
 * quad_account_view_matches:
 *
 * Returns: whether search and filters let the account through
 */
gboolean
quad_account_view_matches (QuadAccountView *self,
                           QuadAccount     *account)
{
  const char *text;

  if ((self->tiers & (1u << quad_account_get_tier (account))) == 0
      || (self->profiles & (1u << quad_account_get_profile (account))) == 0)
    return FALSE;
  if (self->terms == NULL || self->terms[0] == NULL)
    return TRUE;
  text = quad_account_get_search_text (account);
  for (char **term = self->terms; *term != NULL; term++)
    if (strstr (text, *term) == NULL)
      return FALSE;
  return TRUE;
}
