/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-model"

#include "quad-account-view-private.h"

#include <stdlib.h>
#include <string.h>

/**
 * QuadAccountView:
 *
 * What the account list shows: the accounts that match the search and the filters, in the chosen
 * order, those of a group together. One array, made anew by a scan and a sort: with 100,000
 * accounts that is several times faster than a chain of filter and sort models. A change of single
 * accounts moves only those.
 */

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
sort_array (QuadAccountView *self,
            GPtrArray       *accounts)
{
  if (accounts->len > 1)
    qsort_r (accounts->pdata, accounts->len, sizeof (gpointer), compare_pointers, self);
}

static int
compare_values (gconstpointer a,
                gconstpointer b)
{
  return quad_facet_value_compare (*(QuadFacetValue **) a, *(QuadFacetValue **) b);
}

/* Sorting each group by itself takes fewer comparisons than sorting all accounts at once. */
static void
sort_groups (QuadAccountView *self)
{
  g_autoptr (GHashTable) members =
    g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GPtrArray) values = g_ptr_array_new ();

  for (guint i = 0; i < self->shown->len; i++)
    {
      QuadFacetValue *value = quad_facet_index_lookup (self->index, self->grouping,
                                                       self->shown->pdata[i]);
      GPtrArray *group = g_hash_table_lookup (members, value);

      if (group == NULL)
        {
          group = g_ptr_array_new ();
          g_hash_table_insert (members, value, group);
          g_ptr_array_add (values, value);
        }
      g_ptr_array_add (group, self->shown->pdata[i]);
    }

  g_ptr_array_sort (values, compare_values);
  g_ptr_array_set_size (self->shown, 0);
  for (guint i = 0; i < values->len; i++)
    {
      GPtrArray *group = g_hash_table_lookup (members, values->pdata[i]);

      sort_array (self, group);
      for (guint j = 0; j < group->len; j++)
        {
          g_ptr_array_add (self->shown, group->pdata[j]);
          g_ptr_array_add (self->groups, values->pdata[i]);
        }
    }
}

static void
fill (QuadAccountView *self)
{
  guint n = self->accounts != NULL ? quad_item_list_get_size (self->accounts) : 0;

  g_ptr_array_set_size (self->shown, 0);
  g_ptr_array_set_size (self->groups, 0);
  for (guint i = 0; i < n; i++)
    {
      QuadAccount *account = quad_item_list_peek (self->accounts, i);

      if (quad_account_view_matches (self, account))
        g_ptr_array_add (self->shown, account);
    }
  if (self->grouping == QUAD_FACET_NONE)
    sort_array (self, self->shown);
  else
    sort_groups (self);
}

static gboolean
is_same (GPtrArray *accounts,
         GPtrArray *groups,
         guint      position,
         GPtrArray *other_accounts,
         GPtrArray *other_groups,
         guint      other_position)
{
  return accounts->pdata[position] == other_accounts->pdata[other_position]
         && (groups->len == 0 ? NULL : groups->pdata[position])
            == (other_groups->len == 0 ? NULL : other_groups->pdata[other_position]);
}

/* Makes the array anew and tells what changed: the equal front and back are left out, so that a
 * view keeps its place when little did. */
void
quad_account_view_refresh (QuadAccountView *self)
{
  g_autoptr (GPtrArray) before = g_steal_pointer (&self->shown);
  g_autoptr (GPtrArray) groups = g_steal_pointer (&self->groups);
  guint front = 0, back = 0, n;

  self->shown = g_ptr_array_sized_new (before->len);
  self->groups = g_ptr_array_new ();
  fill (self);
  n = self->shown->len;
  while (front < before->len && front < n
         && is_same (before, groups, front, self->shown, self->groups, front))
    front++;
  while (back < before->len - front && back < n - front
         && is_same (before, groups, before->len - 1 - back,
                     self->shown, self->groups, n - 1 - back))
    back++;
  if (before->len - front - back > 0 || n - front - back > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), front, before->len - front - back,
                                n - front - back);
}

/* The group that the account belongs to now, NULL without grouping. */
static QuadFacetValue *
find_group (QuadAccountView *self,
            QuadAccount     *account)
{
  return self->grouping != QUAD_FACET_NONE
           ? quad_facet_index_lookup (self->index, self->grouping, account) : NULL;
}

static int
compare_placed (QuadAccountView *self,
                QuadFacetValue  *group_a,
                QuadAccount     *a,
                QuadFacetValue  *group_b,
                QuadAccount     *b)
{
  if (group_a != group_b)
    return quad_facet_value_compare (group_a, group_b);
  return compare_accounts (self, a, b);
}

static guint
find_place (QuadAccountView *self,
            QuadFacetValue  *group,
            QuadAccount     *account)
{
  guint low = 0, high = self->shown->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (compare_placed (self, quad_account_view_get_group (self, middle),
                          self->shown->pdata[middle], group, account) < 0)
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
  if (self->grouping != QUAD_FACET_NONE)
    g_ptr_array_remove_index (self->groups, position);
  g_list_model_items_changed (G_LIST_MODEL (self), position, 1, 0);
}

static void
put_in (QuadAccountView *self,
        QuadAccount     *account)
{
  QuadFacetValue *group = find_group (self, account);
  guint position = find_place (self, group, account);

  g_ptr_array_insert (self->shown, (int) position, account);
  if (self->grouping != QUAD_FACET_NONE)
    g_ptr_array_insert (self->groups, (int) position, group);
  g_list_model_items_changed (G_LIST_MODEL (self), position, 0, 1);
}

static gboolean
are_in_order (QuadAccountView *self,
              guint            position)
{
  return compare_placed (self, quad_account_view_get_group (self, position),
                         self->shown->pdata[position],
                         quad_account_view_get_group (self, position + 1),
                         self->shown->pdata[position + 1]) < 0;
}

static gboolean
stands_right (QuadAccountView *self,
              guint            position)
{
  QuadAccount *account = self->shown->pdata[position];

  return quad_account_view_get_group (self, position) == find_group (self, account)
         && (position == 0 || are_in_order (self, position - 1))
         && (position + 1 == self->shown->len || are_in_order (self, position));
}

static void
accounts_changed_cb (QuadAccountView *self,
                     GPtrArray       *changed)
{
  if (changed->len > 1)
    {
      quad_account_view_refresh (self);
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
  quad_account_view_refresh (self);
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
  g_ptr_array_unref (self->groups);
  for (guint i = 0; i < QUAD_N_FACETS; i++)
    g_clear_pointer (&self->chosen[i], g_hash_table_unref);
  quad_facet_index_free (self->index);
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
  self->groups = g_ptr_array_new ();
  self->index = quad_facet_index_new ();
  self->tiers = QUAD_ALL_TIERS;
  self->profiles = QUAD_ALL_PROFILES;
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
  quad_account_view_refresh (self);
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
  quad_account_view_refresh (self);
}

/**
 * quad_account_view_set_grouping:
 * @facet: what accounts stand together by; %QUAD_FACET_NONE for one list
 */
void
quad_account_view_set_grouping (QuadAccountView *self,
                                QuadFacet        facet)
{
  g_return_if_fail (QUAD_IS_ACCOUNT_VIEW (self) && facet < QUAD_N_FACETS);

  if (facet == self->grouping)
    return;
  self->grouping = facet;
  quad_account_view_refresh (self);
}

QuadFacet
quad_account_view_get_grouping (QuadAccountView *self)
{
  g_return_val_if_fail (QUAD_IS_ACCOUNT_VIEW (self), QUAD_FACET_NONE);

  return self->grouping;
}

/**
 * quad_account_view_get_group:
 *
 * Returns: (transfer none) (nullable): the group at a position, %NULL without grouping
 */
QuadFacetValue *
quad_account_view_get_group (QuadAccountView *self,
                             guint            position)
{
  return position < self->groups->len ? self->groups->pdata[position] : NULL;
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
