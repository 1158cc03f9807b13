/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-model"

#include "quad-account-view-private.h"

#include <string.h>

#include "quad-text.h"

/* What of the accounts a view shows: search, tiers, profiles, and values of the other facets. */

static int
compare_values (gconstpointer a,
                gconstpointer b)
{
  return quad_facet_value_compare (*(QuadFacetValue **) a, *(QuadFacetValue **) b);
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
  quad_account_view_refresh (self);
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

  tiers = tiers == 0 ? QUAD_ALL_TIERS : tiers & QUAD_ALL_TIERS;
  if (tiers == self->tiers)
    return;
  self->tiers = tiers;
  quad_account_view_refresh (self);
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

  profiles = profiles == 0 ? QUAD_ALL_PROFILES : profiles & QUAD_ALL_PROFILES;
  if (profiles == self->profiles)
    return;
  self->profiles = profiles;
  quad_account_view_refresh (self);
}

guint
quad_account_view_get_profiles (QuadAccountView *self)
{
  g_return_val_if_fail (QUAD_IS_ACCOUNT_VIEW (self), 0);

  return self->profiles;
}

/**
 * quad_account_view_set_newer_than:
 * @id: only accounts that were made after this one are shown; 0 shows all
 */
void
quad_account_view_set_newer_than (QuadAccountView *self,
                                  gint64           id)
{
  g_return_if_fail (QUAD_IS_ACCOUNT_VIEW (self) && id >= 0);

  if (id == self->newer_than)
    return;
  self->newer_than = id;
  quad_account_view_refresh (self);
}

gint64
quad_account_view_get_newer_than (QuadAccountView *self)
{
  g_return_val_if_fail (QUAD_IS_ACCOUNT_VIEW (self), 0);

  return self->newer_than;
}

/**
 * quad_account_view_set_chosen:
 * @value: a value of the account's texts, as quad_account_view_list_values() gives them
 * @chosen: whether accounts that have it are shown; with none chosen of a facet, all are
 */
void
quad_account_view_set_chosen (QuadAccountView *self,
                              QuadFacetValue  *value,
                              gboolean         chosen)
{
  QuadFacet facet = quad_facet_value_get_facet (value);

  g_return_if_fail (QUAD_IS_ACCOUNT_VIEW (self));

  if (chosen == quad_account_view_is_chosen (self, value))
    return;
  if (self->chosen[facet] == NULL)
    self->chosen[facet] = g_hash_table_new (NULL, NULL);
  if (chosen)
    g_hash_table_add (self->chosen[facet], value);
  else
    g_hash_table_remove (self->chosen[facet], value);
  if (g_hash_table_size (self->chosen[facet]) == 0)
    g_clear_pointer (&self->chosen[facet], g_hash_table_unref);
  quad_account_view_refresh (self);
}

gboolean
quad_account_view_is_chosen (QuadAccountView *self,
                             QuadFacetValue  *value)
{
  GHashTable *chosen = self->chosen[quad_facet_value_get_facet (value)];

  return chosen != NULL && g_hash_table_contains (chosen, value);
}

guint
quad_account_view_count_chosen (QuadAccountView *self,
                                QuadFacet        facet)
{
  g_return_val_if_fail (QUAD_IS_ACCOUNT_VIEW (self), 0);

  return self->chosen[facet] != NULL ? g_hash_table_size (self->chosen[facet]) : 0;
}

/**
 * quad_account_view_list_chosen:
 *
 * Returns: (transfer container) (element-type QuadFacetValue): the chosen values, in their order
 */
GPtrArray *
quad_account_view_list_chosen (QuadAccountView *self,
                               QuadFacet        facet)
{
  GPtrArray *values = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer value;

  if (self->chosen[facet] == NULL)
    return values;
  g_hash_table_iter_init (&iter, self->chosen[facet]);
  while (g_hash_table_iter_next (&iter, &value, NULL))
    g_ptr_array_add (values, value);
  g_ptr_array_sort (values, compare_values);
  return values;
}

/**
 * quad_account_view_is_filtered:
 *
 * Returns: whether filters, other than the search, leave something out
 */
gboolean
quad_account_view_is_filtered (QuadAccountView *self)
{
  g_return_val_if_fail (QUAD_IS_ACCOUNT_VIEW (self), FALSE);

  for (guint i = 0; i < QUAD_N_FACETS; i++)
    if (self->chosen[i] != NULL)
      return TRUE;
  return self->tiers != QUAD_ALL_TIERS || self->profiles != QUAD_ALL_PROFILES
         || self->newer_than > 0;
}

/**
 * quad_account_view_clear_filters:
 *
 * Shows all tiers, profiles and values again; the search stays.
 */
void
quad_account_view_clear_filters (QuadAccountView *self)
{
  g_return_if_fail (QUAD_IS_ACCOUNT_VIEW (self));

  if (!quad_account_view_is_filtered (self))
    return;
  for (guint i = 0; i < QUAD_N_FACETS; i++)
    g_clear_pointer (&self->chosen[i], g_hash_table_unref);
  self->tiers = QUAD_ALL_TIERS;
  self->profiles = QUAD_ALL_PROFILES;
  self->newer_than = 0;
  quad_account_view_refresh (self);
}

/**
 * quad_account_view_get_value:
 * @facet: any but %QUAD_FACET_NONE
 *
 * Returns: (transfer none): what the account has, as the filters know it
 */
QuadFacetValue *
quad_account_view_get_value (QuadAccountView *self,
                             QuadFacet        facet,
                             QuadAccount     *account)
{
  g_return_val_if_fail (QUAD_IS_ACCOUNT_VIEW (self), NULL);

  return quad_facet_index_lookup (self->index, facet, account);
}

/**
 * quad_account_view_list_values:
 * @facet: any but %QUAD_FACET_NONE
 * @counts: (nullable) (element-type guint): takes how many accounts of the book have each
 *
 * Returns: (transfer container) (element-type QuadFacetValue): the values that accounts of the book
 *   have, and those that are chosen, in their order
 */
GPtrArray *
quad_account_view_list_values (QuadAccountView *self,
                               QuadFacet        facet,
                               GArray          *counts)
{
  g_autoptr (GHashTable) numbers = g_hash_table_new (NULL, NULL);
  GPtrArray *values;
  guint n = self->accounts != NULL ? quad_item_list_get_size (self->accounts) : 0;

  values = quad_account_view_list_chosen (self, facet);
  for (guint i = 0; i < values->len; i++)
    g_hash_table_insert (numbers, values->pdata[i], GUINT_TO_POINTER (0));
  for (guint i = 0; i < n; i++)
    {
      gpointer value = quad_facet_index_lookup (self->index, facet,
                                                quad_item_list_peek (self->accounts, i));
      gpointer before = NULL;

      if (!g_hash_table_lookup_extended (numbers, value, NULL, &before))
        g_ptr_array_add (values, value);
      g_hash_table_insert (numbers, value, GUINT_TO_POINTER (GPOINTER_TO_UINT (before) + 1));
    }
  g_ptr_array_sort (values, compare_values);
  for (guint i = 0; counts != NULL && i < values->len; i++)
    {
      guint count = GPOINTER_TO_UINT (g_hash_table_lookup (numbers, values->pdata[i]));

      g_array_append_val (counts, count);
    }
  return values;
}

static gboolean
has_chosen_values (QuadAccountView *self,
                   QuadAccount     *account)
{
  for (guint i = QUAD_FACET_VERTICAL; i < QUAD_N_FACETS; i++)
    if (self->chosen[i] != NULL
        && !g_hash_table_contains (self->chosen[i],
                                   quad_facet_index_lookup (self->index, i, account)))
      return FALSE;
  return TRUE;
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
      || (self->profiles & (1u << quad_account_get_profile (account))) == 0
      || quad_account_get_id (account) <= self->newer_than
      || !has_chosen_values (self, account))
    return FALSE;
  if (self->terms == NULL || self->terms[0] == NULL)
    return TRUE;
  text = quad_account_get_search_text (account);
  for (char **term = self->terms; *term != NULL; term++)
    if (strstr (text, *term) == NULL)
      return FALSE;
  return TRUE;
}
