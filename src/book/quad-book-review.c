/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-book"

#include "quad-book-private.h"

#include "quad-i18n.h"
#include "quad-review-queries.h"

/* A review is a dated look at the whole list. What the list was like then stays in the book, so
 * that the chart can tell what moved since. */

gboolean
quad_book_load_last_review (QuadBook  *self,
                            GError   **error)
{
  return quad_review_load_last (self->database, &self->last_review, error);
}

static gboolean
write_review (QuadBook  *self,
              GError   **error)
{
  const QuadCutOff *cut_off = &quad_book_get_figures (self)->cut_off;

  return quad_review_write (self->database, quad_book_get_today (self), cut_off->amount,
                            cut_off->given, quad_time_now (), error);
}

/**
 * quad_book_review:
 * @self: a book
 *
 * Notes that the whole list was looked at today, and keeps what it is like. From then on accounts
 * are compared with their tier and profile of today.
 *
 * Errors: %QUAD_ERROR_INVALID_INPUT when there is no account, and those of the store.
 *
 * Source: product.md section 2.
 */
gboolean
quad_book_review (QuadBook  *self,
                  GError   **error)
{
  g_autofree char *label = NULL;
  guint n_accounts;

  g_return_val_if_fail (QUAD_IS_BOOK (self), FALSE);

  if (!quad_book_check_writable (self, error))
    return FALSE;
  n_accounts = quad_item_list_get_size (self->accounts);
  if (n_accounts == 0)
    {
      g_set_error_literal (error, QUAD_ERROR, QUAD_ERROR_INVALID_INPUT,
                           _("There is no account to review. Add accounts first."));
      return FALSE;
    }

  /* Translators: what the history calls a review of the whole list */
  label = g_strdup_printf (ngettext ("Review %u account", "Review %u accounts", n_accounts),
                           n_accounts);

  return quad_book_begin (self, label, error)
         && quad_book_end (self, write_review (self, error), error);
}

/**
 * quad_book_get_last_review:
 * @self: a book
 *
 * Returns: the day of the last review, %QUAD_DATE_NONE when there was none
 */
QuadDate
quad_book_get_last_review (QuadBook *self)
{
  g_return_val_if_fail (QUAD_IS_BOOK (self), QUAD_DATE_NONE);

  return self->last_review;
}
