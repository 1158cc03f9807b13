/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-book"

#include "quad-book-duplicates.h"
#include "quad-book-private.h"

#include "quad-i18n.h"
#include "quad-merge-children.h"
#include "quad-plan-queries.h"
#include "quad-step-queries.h"

/* Two accounts become one. The list is put right by it: nothing is won or lost, whatever tier the
 * one account has afterwards. */

typedef struct
{
  QuadAccount *keep;
  QuadAccount *other;
  QuadRecord  *after;    /* all values that the one gets that stays */
} Merge;

static QuadTier
get_tier (const QuadRecord *values)
{
  return (QuadTier) quad_record_get_number (values, QUAD_ACCOUNT_TIER);
}

static QuadProfile
get_profile (const QuadRecord *values)
{
  return (QuadProfile) quad_record_get_number (values, QUAD_ACCOUNT_PROFILE);
}

/* The plays of a tier or a profile that neither is any more: their untouched open steps go. Those
 * of the tier and the profile that remain came with the side that had them. */
static gboolean
remove_steps (const QuadAccountWriter  *writer,
              gint64                    account,
              const QuadRecord         *before,
              const QuadRecord         *after,
              GError                  **error)
{
  QuadOwner owner;

  if (get_tier (before) != get_tier (after) && quad_owner_from_tier (get_tier (before), &owner)
      && !quad_steps_remove_of_owner (writer->database, account, owner, error))
    return FALSE;

  return get_profile (before) == get_profile (after)
         || !quad_owner_from_profile (get_profile (before), &owner)
         || quad_steps_remove_of_owner (writer->database, account, owner, error);
}

static gboolean
write_events (const QuadAccountWriter  *writer,
              const Merge              *merge,
              GError                  **error)
{
  const QuadRecord *before = quad_item_get_values (QUAD_ITEM (merge->keep));
  gint64 id = quad_account_get_id (merge->keep);
  QuadMoney revenue = quad_record_get_number (merge->after, QUAD_ACCOUNT_REVENUE);
  QuadTier was = get_tier (before), is = get_tier (merge->after);
  QuadProfile old = get_profile (before), profile = get_profile (merge->after);

  return quad_account_writer_write_event (writer, id, QUAD_EVENT_MERGED, NULL, NULL, revenue,
                                          quad_account_get_name (merge->other), error)
         && (was == is
             || quad_account_writer_write_event (writer, id, QUAD_EVENT_TIER,
                                                 quad_tier_get_nick (was), quad_tier_get_nick (is),
                                                 revenue, NULL, error))
         && (old == profile
             || quad_account_writer_write_event (writer, id, QUAD_EVENT_PROFILE,
                                                 quad_profile_get_nick (old),
                                                 quad_profile_get_nick (profile), revenue, NULL,
                                                 error));
}

static gboolean
write_merge (QuadBook     *self,
             const Merge  *merge,
             GError      **error)
{
  const gint64 from = quad_account_get_id (merge->other), to = quad_account_get_id (merge->keep);
  QuadAccountWriter writer;

  quad_book_get_writer (self, self->database, &writer);
  quad_record_set_number (merge->after, QUAD_ACCOUNT_CHANGED_AT, writer.now);

  return quad_account_writer_check (merge->after, error)
         && quad_merge_children_move (&writer, from, to, error)
         && quad_book_move_apart (self, merge->other, merge->keep, error)
         && quad_table_remove (&quad_account_table, self->database, from, error)
         && quad_table_update (&quad_account_table, self->database, to, merge->after, error)
         && remove_steps (&writer, to, quad_item_get_values (QUAD_ITEM (merge->keep)),
                          merge->after, error)
         && remove_steps (&writer, to, quad_item_get_values (QUAD_ITEM (merge->other)),
                          merge->after, error)
         && quad_plan_remove_reached (self->database, to, get_tier (merge->after), error)
         && write_events (&writer, merge, error);
}

/**
 * quad_book_merge_accounts:
 * @self: a book
 * @keep: the account that stays
 * @other: the same company once more; it goes, and all that belongs to it goes over
 * @choices: (nullable) (array): where each field comes from, by #QuadAccountField; %NULL for what
 *   quad_merge_get_choice() suggests
 *
 * Makes two accounts one. Contacts that are the same person are joined, open steps of one play are
 * not doubled, and for what there can be only one of (an answer, a planned move) the account that
 * stays is believed. An event says that it was done. Another tier or profile brings its steps
 * along, and is neither a win nor a loss.
 *
 * Errors: %QUAD_ERROR_INVALID_INPUT for one account twice and for amounts that add up to more than
 * the book can hold, %QUAD_ERROR_NOT_FOUND for an account that was deleted, and those of the store.
 */
gboolean
quad_book_merge_accounts (QuadBook               *self,
                          QuadAccount            *keep,
                          QuadAccount            *other,
                          const QuadMergeChoice  *choices,
                          GError                **error)
{
  g_autoptr (GPtrArray) both = g_ptr_array_new ();
  g_autoptr (GPtrArray) collected = NULL;
  g_autoptr (QuadRecord) after = NULL;
  g_autofree char *name = NULL;
  g_autofree char *other_name = NULL;
  g_autofree char *label = NULL;

  g_return_val_if_fail (QUAD_IS_BOOK (self), FALSE);
  g_return_val_if_fail (QUAD_IS_ACCOUNT (keep) && QUAD_IS_ACCOUNT (other), FALSE);

  if (!quad_book_check_writable (self, error))
    return FALSE;
  g_ptr_array_add (both, keep);
  g_ptr_array_add (both, other);
  collected = quad_book_collect_accounts (self, both, error);
  if (collected == NULL)
    return FALSE;
  if (collected->len < 2)
    {
      g_set_error_literal (error, QUAD_ERROR, QUAD_ERROR_INVALID_INPUT,
                           _("An account cannot be merged with itself. Name two accounts."));
      return FALSE;
    }

  after = quad_merge_accounts (quad_item_get_values (QUAD_ITEM (keep)),
                               quad_item_get_values (QUAD_ITEM (other)), choices);
  name = quad_book_shorten (quad_account_get_name (keep));
  other_name = quad_book_shorten (quad_account_get_name (other));
  /* Translators: names of two accounts; the first one goes, the second one stays */
  label = g_strdup_printf (_("Merge %s into %s"), other_name, name);

  return quad_book_begin (self, label, error)
         && quad_book_end (self, write_merge (self, &(Merge) { keep, other, after }, error),
                           error);
}
