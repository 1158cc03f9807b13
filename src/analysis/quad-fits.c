/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-analysis"

#include "quad-fits.h"

static QuadAnswer
get_by_hand (gint64   trait,
             gpointer user_data)
{
  GHashTable *by_hand = user_data;

  if (by_hand == NULL)
    return QUAD_ANSWER_UNKNOWN;
  return (QuadAnswer) GPOINTER_TO_INT (g_hash_table_lookup (by_hand, &trait));
}

static int
compare_traits (gconstpointer a,
                gconstpointer b)
{
  QuadItem *x = *(QuadItem *const *) a, *y = *(QuadItem *const *) b;
  gint64 position_x = quad_item_get_number (x, QUAD_TRAIT_POSITION);
  gint64 position_y = quad_item_get_number (y, QUAD_TRAIT_POSITION);

  if (position_x == position_y)
    return quad_item_get_id (x) < quad_item_get_id (y) ? -1 : 1;
  return position_x < position_y ? -1 : 1;
}

static GPtrArray *
list_traits (QuadItemList *traits,
             QuadOwner     owner)
{
  GPtrArray *listed = g_ptr_array_new ();

  for (guint i = 0; i < quad_item_list_get_size (traits); i++)
    if (quad_trait_get_owner (quad_item_list_peek (traits, i)) == owner)
      g_ptr_array_add (listed, quad_item_list_peek (traits, i));
  g_ptr_array_sort (listed, compare_traits);
  return listed;
}

/**
 * quad_fits_new:
 * @traits: (element-type QuadTrait): of all owners
 * @facts: of the account
 * @by_hand: (nullable) (element-type gint64 QuadAnswer): what was answered by hand, by the id of
 *   the trait
 *
 * Compares one account with every profile and with the ideal client.
 */
QuadFits *
quad_fits_new (QuadItemList    *traits,
               const QuadFacts *facts,
               GHashTable      *by_hand)
{
  QuadFits *fits = g_new0 (QuadFits, 1);

  fits->answers = g_array_new (FALSE, FALSE, sizeof (QuadTraitAnswer));
  for (guint owner = 0; owner < QUAD_N_OWNERS; owner++)
    {
      g_autoptr (GPtrArray) listed = list_traits (traits, owner);

      for (guint i = 0; i < listed->len; i++)
        {
          QuadTrait *trait = listed->pdata[i];
          QuadTraitAnswer given = { .trait = trait };

          given.answer = quad_trait_answer (trait, facts,
                                            get_by_hand (quad_trait_get_id (trait), by_hand));
          g_array_append_val (fits->answers, given);
        }
      quad_fit_compute (listed, facts, get_by_hand, by_hand, &fits->of[owner]);
    }

  return fits;
}

void
quad_fits_free (QuadFits *fits)
{
  if (fits == NULL)
    return;
  g_array_unref (fits->answers);
  g_free (fits);
}

/**
 * quad_fits_get_answer:
 *
 * Returns: how the trait is answered for the account
 */
QuadAnswer
quad_fits_get_answer (const QuadFits *fits,
                      QuadTrait      *trait)
{
  for (guint i = 0; i < fits->answers->len; i++)
    if (g_array_index (fits->answers, QuadTraitAnswer, i).trait == trait)
      return g_array_index (fits->answers, QuadTraitAnswer, i).answer;
  return QUAD_ANSWER_UNKNOWN;
}
