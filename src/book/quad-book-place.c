/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-book"

#include "quad-book-private.h"

#include "quad-placement.h"

static void
change_place (QuadRecord    *values,
              gconstpointer  data,
              QuadDate       today)
{
  QuadProfile profile = *(const QuadProfile *) data;
  QuadTier tier = quad_record_get_number (values, QUAD_ACCOUNT_TIER);
  QuadProfile from = quad_record_get_number (values, QUAD_ACCOUNT_PROFILE);

  if (from == profile)
    return;

  quad_consequences_move (values, quad_placement_get_tier (tier, from, profile), today);
  quad_consequences_set_profile (values, profile, today);
}

/**
 * quad_book_place_accounts:
 * @self: a book
 * @accounts: (element-type QuadAccount): accounts of the book
 * @profile: of the box of the KARE lens that they are put into
 *
 * Gives accounts a profile, and wins or loses as clients those that cross the middle of the chart
 * on the way, with every consequence of that. Those that have the profile already stay untouched.
 *
 * Errors: as quad_book_move_accounts().
 *
 * Source: product.md section 3.
 */
gboolean
quad_book_place_accounts (QuadBook     *self,
                          GPtrArray    *accounts,
                          QuadProfile   profile,
                          GError      **error)
{
  g_autoptr (GPtrArray) planned = NULL;
  g_autofree char *label = NULL;

  g_return_val_if_fail (QUAD_IS_BOOK (self), FALSE);
  g_return_val_if_fail (accounts != NULL, FALSE);
  g_return_val_if_fail (profile < QUAD_N_PROFILES, FALSE);

  if (!quad_book_check_writable (self, error))
    return FALSE;

  planned = quad_book_plan_edits (self, accounts, change_place, &profile, error);
  if (planned == NULL)
    return FALSE;
  if (planned->len == 0)
    return TRUE;

  label = quad_book_label_place (planned, profile);

  return quad_book_run_edits (self, planned, label, NULL, error);
}
