/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-book"

#include "quad-book-private.h"

#include "quad-plan.h"

/* What is in the plan, and what it does to the numbers. */

static int
compare_moves (gconstpointer a,
               gconstpointer b)
{
  return quad_planned_move_compare (*(QuadPlannedMove *const *) a, *(QuadPlannedMove *const *) b);
}

/**
 * quad_book_get_plan:
 * @self: a book
 *
 * Returns: (transfer none): all planned moves, the same list all the time
 */
QuadItemList *
quad_book_get_plan (QuadBook *self)
{
  g_return_val_if_fail (QUAD_IS_BOOK (self), NULL);

  return self->plan;
}

/**
 * quad_book_list_plan:
 * @self: a book
 *
 * Returns: (transfer full) (element-type QuadPlannedMove): the plan in its order, what is to be
 *   done first at the beginning
 */
GPtrArray *
quad_book_list_plan (QuadBook *self)
{
  GPtrArray *moves;

  g_return_val_if_fail (QUAD_IS_BOOK (self), NULL);

  moves = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < quad_item_list_get_size (self->plan); i++)
    g_ptr_array_add (moves, g_object_ref (quad_item_list_peek (self->plan, i)));
  g_ptr_array_sort (moves, compare_moves);

  return moves;
}

/**
 * quad_book_get_planned_move:
 * @self: a book
 * @account: an account of it
 *
 * Returns: (transfer none) (nullable): what is planned for the account; valid until the next
 *   operation
 */
QuadPlannedMove *
quad_book_get_planned_move (QuadBook    *self,
                            QuadAccount *account)
{
  g_return_val_if_fail (QUAD_IS_BOOK (self), NULL);
  g_return_val_if_fail (QUAD_IS_ACCOUNT (account), NULL);

  if (self->plan_index == NULL)
    {
      self->plan_index = g_hash_table_new (NULL, NULL);
      for (guint i = 0; i < quad_item_list_get_size (self->plan); i++)
        {
          QuadPlannedMove *move = quad_item_list_peek (self->plan, i);

          g_hash_table_insert (self->plan_index, quad_book_get_planned_account (self, move), move);
        }
    }

  return g_hash_table_lookup (self->plan_index, account);
}

/**
 * quad_book_get_planned_tier:
 * @self: a book
 * @account: an account of it
 *
 * Returns: the tier that is planned for the account, or else the one it is in
 */
QuadTier
quad_book_get_planned_tier (QuadBook    *self,
                            QuadAccount *account)
{
  QuadPlannedMove *move = quad_book_get_planned_move (self, account);

  return move != NULL ? quad_planned_move_get_tier (move) : quad_account_get_tier (account);
}

/**
 * quad_book_get_planned_account:
 * @self: a book
 * @move: a planned move of it
 *
 * Returns: (transfer none) (nullable): the account that is to move, %NULL when it is deleted
 */
QuadAccount *
quad_book_get_planned_account (QuadBook        *self,
                               QuadPlannedMove *move)
{
  g_return_val_if_fail (QUAD_IS_BOOK (self), NULL);
  g_return_val_if_fail (QUAD_IS_PLANNED_MOVE (move), NULL);

  return quad_item_list_lookup (self->accounts, quad_planned_move_get_account_id (move));
}

/**
 * quad_book_get_plan_reached:
 * @self: a book
 *
 * Returns: (transfer none) (element-type QuadAccount): the accounts that the last operation, or its
 *   redo, took to the tier that was planned for them; empty after an operation that changed
 *   nothing. Valid until the next one.
 */
GPtrArray *
quad_book_get_plan_reached (QuadBook *self)
{
  g_return_val_if_fail (QUAD_IS_BOOK (self), NULL);

  return self->reached;
}

/**
 * quad_book_get_plan_effect:
 * @self: a book
 * @effect: (out caller-allocates): what the whole plan does to the numbers
 */
void
quad_book_get_plan_effect (QuadBook       *self,
                           QuadPlanEffect *effect)
{
  g_return_if_fail (QUAD_IS_BOOK (self));
  g_return_if_fail (effect != NULL);

  if (self->tally == NULL)
    self->tally = quad_tally_new (self->accounts);
  quad_plan_effect_compute (self->tally, self->accounts, self->plan, &self->rule, effect);
}
