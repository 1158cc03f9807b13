/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-book"

#include "quad-book-private.h"

#include "quad-drop.h"

static void
change_place (QuadRecord    *values,
              gconstpointer  data,
              QuadDate       today)
{
  QuadTier tier;
  QuadProfile profile;

  quad_drop_find_target (QUAD_LENS_KARE, *(const guint *) data,
                         quad_record_get_number (values, QUAD_ACCOUNT_TIER),
                         quad_record_get_number (values, QUAD_ACCOUNT_PROFILE), &tier, &profile);
  quad_consequences_move (values, tier, today);
  quad_consequences_set_profile (values, profile, today);
}

/**
 * quad_book_place_accounts:
 * @self: a book
 * @accounts: (element-type QuadAccount): accounts of the book
 * @profile: of the box of the KARE lens that they are put into; none is the strip. Nobody is put
 *   into a box of those to let go
 *
 * Gives accounts a profile, and wins or loses as clients those that cross the middle of the chart
 * on the way, with every consequence of that: what quad_drop_describe() says before. Those that are
 * there already stay untouched.
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
  guint box;

  g_return_val_if_fail (QUAD_IS_BOOK (self), FALSE);
  g_return_val_if_fail (accounts != NULL, FALSE);
  g_return_val_if_fail (profile < QUAD_PROFILE_JETTISON, FALSE);

  if (!quad_book_check_writable (self, error)
      || !quad_lens_find_nick (QUAD_LENS_KARE, quad_profile_get_nick (profile), &box))
    return FALSE;

  planned = quad_book_plan_edits (self, accounts, change_place, &box, error);
  if (planned == NULL)
    return FALSE;
  if (planned->len == 0)
    return TRUE;

  label = quad_book_label_place (self, planned, profile);

  return quad_book_run_edits (self, planned, label, NULL, error);
}
