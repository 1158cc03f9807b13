/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-book"

#include "quad-book-facts.h"

#include "quad-activity-queries.h"
#include "quad-book-private.h"
#include "quad-trait.h"

/* Source: product.md section 4. */
#define WINDOW_DAYS 90

/* The marks of the ideal client, in their order. */
static GPtrArray *
list_marks (QuadBook *self)
{
  GPtrArray *marks = g_ptr_array_new ();

  for (guint i = 0; i < quad_item_list_get_size (self->traits); i++)
    {
      QuadTrait *trait = quad_item_list_peek (self->traits, i);

      if (quad_trait_get_owner (trait) == QUAD_OWNER_IDEAL)
        g_ptr_array_add (marks, trait);
    }

  return marks;
}

static QuadAnswer
find_answer (gint64   trait,
             gpointer user_data)
{
  GHashTable *answers = user_data;

  return answers != NULL ? (QuadAnswer) GPOINTER_TO_INT (g_hash_table_lookup (answers, &trait))
                         : QUAD_ANSWER_UNKNOWN;
}

static void
compare_with_marks (QuadBook         *self,
                    QuadAccount      *account,
                    GPtrArray        *marks,
                    GHashTable       *answers,
                    QuadAccountFacts *known)
{
  QuadFacts facts;
  QuadFit fit;

  quad_book_init_facts (self, account, &facts);
  facts.last_touch = known->activity.last_touch;
  quad_fit_compute (marks, &facts, find_answer, answers, &fit);
  known->marks = fit.traits;
  known->marks_hit = fit.yes;
}

/**
 * quad_book_load_account_facts:
 * @self: an open book
 *
 * Returns: (transfer full) (nullable) (element-type QuadAccount QuadAccountFacts): of every account
 *   of the book, as of now
 */
GHashTable *
quad_book_load_account_facts (QuadBook  *self,
                              GError   **error)
{
  g_autoptr (GHashTable) activities = NULL;
  g_autoptr (GHashTable) answers = NULL;
  g_autoptr (GPtrArray) marks = NULL;
  GHashTable *facts;
  QuadDate today;

  g_return_val_if_fail (QUAD_IS_BOOK (self), NULL);
  g_return_val_if_fail (self->database != NULL, NULL);

  today = quad_book_get_today (self);
  activities = quad_activity_load (self->database, today, today - WINDOW_DAYS, error);
  answers = activities != NULL ? quad_book_load_answers (self, error) : NULL;
  if (answers == NULL)
    return NULL;

  marks = list_marks (self);
  facts = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  for (guint i = 0; i < quad_item_list_get_size (self->accounts); i++)
    {
      QuadAccount *account = quad_item_list_peek (self->accounts, i);
      gint64 id = quad_account_get_id (account);
      const QuadActivity *activity = g_hash_table_lookup (activities, &id);
      QuadAccountFacts *known = g_new0 (QuadAccountFacts, 1);

      if (activity != NULL)
        known->activity = *activity;
      if (marks->len > 0 && quad_account_is_prospect (account))
        compare_with_marks (self, account, marks, g_hash_table_lookup (answers, &id), known);
      g_hash_table_insert (facts, account, known);
    }

  return facts;
}

/**
 * quad_account_facts_is_moved:
 * @facts: of the account
 * @account: it
 *
 * Returns: whether it was on the list at the last review, in another tier or profile than now
 */
gboolean
quad_account_facts_is_moved (const QuadAccountFacts *facts,
                             QuadAccount            *account)
{
  const QuadActivity *activity = &facts->activity;

  return activity->reviewed
         && (activity->review_tier != quad_account_get_tier (account)
             || activity->review_profile != quad_account_get_profile (account));
}
