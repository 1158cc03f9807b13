/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-book"

#include "quad-book-private.h"

#include "quad-i18n.h"
#include "quad-playbook.h"
#include "quad-step-queries.h"
#include "quad-touch.h"

/* Traits and their answers, and what follows from them: fits and alignment. */

typedef struct
{
  gint64      id;
  QuadRecord *values;
} AnswerRow;

static void
free_answer (gpointer data)
{
  AnswerRow *row = data;

  quad_record_free (row->values);
  g_free (row);
}

static void
take_answer (gint64      id,
             QuadRecord *values,
             gpointer    user_data)
{
  AnswerRow *row = g_new (AnswerRow, 1);

  row->id = id;
  row->values = values;
  g_ptr_array_add (user_data, row);
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

/**
 * quad_book_list_traits:
 * @self: a book
 * @owner: a profile, or the ideal client
 *
 * Returns: (transfer full) (element-type QuadTrait): its traits in their order
 */
GPtrArray *
quad_book_list_traits (QuadBook  *self,
                       QuadOwner  owner)
{
  GPtrArray *traits;

  g_return_val_if_fail (QUAD_IS_BOOK (self), NULL);

  traits = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < quad_item_list_get_size (self->traits); i++)
    if (quad_trait_get_owner (quad_item_list_peek (self->traits, i)) == owner)
      g_ptr_array_add (traits, g_object_ref (quad_item_list_peek (self->traits, i)));
  g_ptr_array_sort (traits, compare_traits);

  return traits;
}

static gboolean
check_trait (QuadBook          *self,
             const QuadRecord  *values,
             GError           **error)
{
  gint64 weight = quad_record_get_number (values, QUAD_TRAIT_WEIGHT);

  if (!quad_record_check (values, error))
    return FALSE;
  if (quad_record_get_text (values, QUAD_TRAIT_LABEL) == NULL)
    {
      g_set_error_literal (error, QUAD_ERROR, QUAD_ERROR_INVALID_INPUT,
                           _("A trait needs a text."));
      return FALSE;
    }
  if (weight < 1 || weight > 5)
    {
      g_set_error_literal (error, QUAD_ERROR, QUAD_ERROR_INVALID_INPUT,
                           _("The weight of a trait is a number from 1 to 5."));
      return FALSE;
    }
  if (!quad_owner_has_traits ((QuadOwner) quad_record_get_number (values, QUAD_TRAIT_OWNER)))
    {
      g_set_error_literal (error, QUAD_ERROR, QUAD_ERROR_INVALID_INPUT,
                           _("Only profiles and the ideal client have traits."));
      return FALSE;
    }

  return quad_trait_check_rule (values, self->currency.decimals, error);
}

/* A trait answered by hand has no rule, and a question whether something is known no value. */
static void
tidy_rule (QuadRecord *values)
{
  gint64 test;

  if (quad_record_get_number (values, QUAD_TRAIT_RULE_FIELD) == QUAD_FACT_NONE)
    quad_record_set_number (values, QUAD_TRAIT_RULE_TEST, QUAD_TEST_NONE);
  test = quad_record_get_number (values, QUAD_TRAIT_RULE_TEST);
  if (test == QUAD_TEST_NONE || test == QUAD_TEST_KNOWN)
    quad_record_clear (values, QUAD_TRAIT_RULE_VALUE);
}

static gboolean
check_known (QuadBook   *self,
             QuadTrait  *trait,
             GError    **error)
{
  if (quad_item_list_lookup (self->traits, quad_trait_get_id (trait)) == trait)
    return TRUE;

  g_set_error (error, QUAD_ERROR, QUAD_ERROR_NOT_FOUND,
               /* Translators: %s is the text of a trait */
               _("The trait “%s” is not in the playbook any more."), quad_trait_get_label (trait));
  return FALSE;
}

/**
 * quad_book_add_trait:
 * @self: a book
 * @values: of quad_trait_schema; owner and label are needed, the weight is 1 unless it is given
 *
 * Adds a trait as the last one of its owner.
 *
 * Returns: (transfer none) (nullable): the trait
 *
 * Errors: %QUAD_ERROR_INVALID_INPUT, also for a rule that makes no sense, and those of the store.
 */
QuadTrait *
quad_book_add_trait (QuadBook          *self,
                     const QuadRecord  *values,
                     GError           **error)
{
  g_autoptr (QuadRecord) complete = NULL;
  g_autoptr (GPtrArray) traits = NULL;
  g_autofree char *text = NULL;
  g_autofree char *label = NULL;
  QuadOwner owner;
  gint64 position = 0, id;

  g_return_val_if_fail (QUAD_IS_BOOK (self), NULL);
  g_return_val_if_fail (quad_record_get_schema (values) == &quad_trait_schema, NULL);

  if (!quad_book_check_writable (self, error))
    return NULL;
  complete = quad_book_complete_record (&quad_trait_schema, values);
  if (!quad_record_has (values, QUAD_TRAIT_WEIGHT))
    quad_record_set_number (complete, QUAD_TRAIT_WEIGHT, 1);
  tidy_rule (complete);
  if (!check_trait (self, complete, error))
    return NULL;

  owner = (QuadOwner) quad_record_get_number (complete, QUAD_TRAIT_OWNER);
  traits = quad_book_list_traits (self, owner);
  if (traits->len > 0)
    position = 1 + quad_item_get_number (traits->pdata[traits->len - 1], QUAD_TRAIT_POSITION);
  quad_record_set_number (complete, QUAD_TRAIT_POSITION, position);
  text = quad_book_shorten (quad_record_get_text (complete, QUAD_TRAIT_LABEL));
  /* Translators: the text of a trait, and a profile */
  label = g_strdup_printf (_("Add trait “%s” to %s"), text,
                           quad_book_get_owner_name (self, owner));
  if (!quad_book_run_insert (self, &quad_trait_table, complete, label, &id, error))
    return NULL;

  return quad_item_list_lookup (self->traits, id);
}

/**
 * quad_book_edit_trait:
 * @self: a book
 * @trait: one of its traits
 * @edits: the fields to change; the owner stays as it is
 *
 * Errors: as quad_book_add_trait(); %QUAD_ERROR_NOT_FOUND for one that was deleted.
 */
gboolean
quad_book_edit_trait (QuadBook          *self,
                      QuadTrait         *trait,
                      const QuadRecord  *edits,
                      GError           **error)
{
  g_autoptr (QuadRecord) after = NULL;
  g_autofree char *text = NULL;
  g_autofree char *label = NULL;

  g_return_val_if_fail (QUAD_IS_BOOK (self), FALSE);
  g_return_val_if_fail (QUAD_IS_TRAIT (trait), FALSE);
  g_return_val_if_fail (quad_record_get_schema (edits) == &quad_trait_schema, FALSE);

  if (!quad_book_check_writable (self, error) || !check_known (self, trait, error))
    return FALSE;

  after = quad_record_copy (quad_item_get_values (QUAD_ITEM (trait)));
  if (!quad_book_apply_edits (after, edits))
    return TRUE;
  quad_record_set_number (after, QUAD_TRAIT_OWNER, quad_trait_get_owner (trait));
  tidy_rule (after);
  if (!check_trait (self, after, error))
    return FALSE;

  text = quad_book_shorten (quad_trait_get_label (trait));
  /* Translators: %s is the text of a trait */
  label = g_strdup_printf (_("Change trait “%s”"), text);

  return quad_book_run_update (self, &quad_trait_table, quad_trait_get_id (trait), after, label,
                               error);
}

/**
 * quad_book_move_trait:
 * @self: a book
 * @trait: one of its traits
 * @position: where it goes among the traits of its owner, from 0
 *
 * Errors: as quad_book_edit_trait().
 */
gboolean
quad_book_move_trait (QuadBook   *self,
                      QuadTrait  *trait,
                      guint       position,
                      GError    **error)
{
  g_autoptr (GPtrArray) traits = NULL;
  g_autofree char *text = NULL;
  g_autofree char *label = NULL;

  g_return_val_if_fail (QUAD_IS_BOOK (self), FALSE);
  g_return_val_if_fail (QUAD_IS_TRAIT (trait), FALSE);

  if (!quad_book_check_writable (self, error) || !check_known (self, trait, error))
    return FALSE;

  traits = quad_book_list_traits (self, quad_trait_get_owner (trait));
  text = quad_book_shorten (quad_trait_get_label (trait));
  /* Translators: %s is the text of a trait */
  label = g_strdup_printf (_("Reorder trait “%s”"), text);

  return quad_book_reorder (self, &quad_trait_table, QUAD_TRAIT_POSITION, traits, trait, position,
                            label, error);
}

/**
 * quad_book_delete_trait:
 * @self: a book
 * @trait: one of its traits
 *
 * Deletes a trait with all its answers.
 *
 * Errors: as quad_book_edit_trait().
 */
gboolean
quad_book_delete_trait (QuadBook   *self,
                        QuadTrait  *trait,
                        GError    **error)
{
  g_autofree char *text = NULL;
  g_autofree char *label = NULL;

  g_return_val_if_fail (QUAD_IS_BOOK (self), FALSE);
  g_return_val_if_fail (QUAD_IS_TRAIT (trait), FALSE);

  if (!quad_book_check_writable (self, error) || !check_known (self, trait, error))
    return FALSE;

  text = quad_book_shorten (quad_trait_get_label (trait));
  /* Translators: %s is the text of a trait */
  label = g_strdup_printf (_("Delete trait “%s”"), text);

  return quad_book_run_remove (self, &quad_trait_table, quad_trait_get_id (trait), label, error);
}

/* Answers ---------------------------------------------------------------------------------- */

static gboolean
write_answer (QuadBook     *self,
              QuadAccount  *account,
              QuadTrait    *trait,
              QuadAnswer    answer,
              GError      **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (free_answer);
  g_autoptr (QuadRecord) values = quad_record_new (&quad_answer_schema);
  gint64 id = quad_account_get_id (account);

  if (!quad_table_load_of_account (&quad_answer_table, self->database, id, take_answer, rows,
                                   error))
    return FALSE;

  quad_record_set_number (values, QUAD_ANSWER_ACCOUNT_ID, id);
  quad_record_set_number (values, QUAD_ANSWER_TRAIT_ID, quad_trait_get_id (trait));
  quad_record_set_number (values, QUAD_ANSWER_ANSWER, answer);
  for (guint i = 0; i < rows->len; i++)
    {
      const AnswerRow *row = rows->pdata[i];

      if (quad_record_differs (row->values, values, QUAD_ANSWER_TRAIT_ID))
        continue;
      if (answer == QUAD_ANSWER_UNKNOWN)
        return quad_table_remove (&quad_answer_table, self->database, row->id, error);
      return !quad_record_differs (row->values, values, QUAD_ANSWER_ANSWER)
             || quad_table_update (&quad_answer_table, self->database, row->id, values, error);
    }

  return answer == QUAD_ANSWER_UNKNOWN
         || quad_table_insert (&quad_answer_table, self->database, values, NULL, error);
}

/**
 * quad_book_answer_trait:
 * @self: a book
 * @accounts: (element-type QuadAccount): accounts of the book
 * @trait: a trait that is answered by hand
 * @answer: yes, no, or unknown again
 *
 * Errors: %QUAD_ERROR_INVALID_INPUT for a trait that has a rule, %QUAD_ERROR_NOT_FOUND for what was
 * deleted, and those of the store.
 */
gboolean
quad_book_answer_trait (QuadBook    *self,
                        GPtrArray   *accounts,
                        QuadTrait   *trait,
                        QuadAnswer   answer,
                        GError     **error)
{
  g_autoptr (GPtrArray) collected = NULL;
  g_autofree char *text = NULL;
  g_autofree char *label = NULL;
  gboolean good = TRUE;

  g_return_val_if_fail (QUAD_IS_BOOK (self), FALSE);
  g_return_val_if_fail (accounts != NULL, FALSE);
  g_return_val_if_fail (QUAD_IS_TRAIT (trait), FALSE);

  if (!quad_book_check_writable (self, error) || !check_known (self, trait, error))
    return FALSE;
  collected = quad_book_collect_accounts (self, accounts, error);
  if (collected == NULL)
    return FALSE;
  if (quad_trait_get_fact (trait) != QUAD_FACT_NONE)
    {
      g_set_error (error, QUAD_ERROR, QUAD_ERROR_INVALID_INPUT,
                   _("“%s” is answered by its rule. Change the account or the rule."),
                   quad_trait_get_label (trait));
      return FALSE;
    }

  text = quad_book_shorten (quad_trait_get_label (trait));
  /* Translators: %s is the text of a trait */
  label = g_strdup_printf (_("Answer “%s”"), text);
  if (!quad_book_begin (self, label, error))
    return FALSE;
  for (guint i = 0; i < collected->len && good; i++)
    good = write_answer (self, collected->pdata[i], trait, answer, error);

  return quad_book_end (self, good, error);
}

/* Fits and alignment ----------------------------------------------------------------------- */

static GHashTable *
new_answers (void)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

static void
put_answer (GHashTable       *answers,
            const QuadRecord *values)
{
  gint64 trait = quad_record_get_number (values, QUAD_ANSWER_TRAIT_ID);

  g_hash_table_insert (answers, g_memdup2 (&trait, sizeof trait),
                       GINT_TO_POINTER ((int) quad_record_get_number (values,
                                                                      QUAD_ANSWER_ANSWER)));
}

static void
take_answer_of_account (gint64      id,
                        QuadRecord *values,
                        gpointer    user_data)
{
  put_answer (user_data, values);
  quad_record_free (values);
}

/* What traits look at, but for the last touch. */
void
quad_book_init_facts (QuadBook    *self,
                      QuadAccount *account,
                      QuadFacts   *facts)
{
  *facts = (QuadFacts) {
    .account = account,
    .client_revenue = quad_book_get_figures (self)->revenue,
    .decimals = self->currency.decimals,
    .today = quad_book_get_today (self),
    .last_touch = QUAD_DATE_NONE,
  };
}

/**
 * quad_book_load_fits:
 * @self: an open book
 * @account: an account of it
 *
 * Returns: (transfer full) (nullable): how the account fits every profile now, with all answers
 *
 * Source: product.md section 4.
 */
QuadFits *
quad_book_load_fits (QuadBook     *self,
                     QuadAccount  *account,
                     GError      **error)
{
  g_autoptr (GHashTable) answers = new_answers ();
  g_autoptr (GPtrArray) touches = NULL;
  QuadFacts facts;

  g_return_val_if_fail (QUAD_IS_BOOK (self), NULL);
  g_return_val_if_fail (QUAD_IS_ACCOUNT (account), NULL);
  g_return_val_if_fail (self->database != NULL, NULL);

  touches = quad_book_load_touches (self, account, error);
  if (touches == NULL
      || !quad_table_load_of_account (&quad_answer_table, self->database,
                                      quad_account_get_id (account), take_answer_of_account,
                                      answers, error))
    return NULL;

  quad_book_init_facts (self, account, &facts);
  for (guint i = 0; i < touches->len; i++)
    facts.last_touch = MAX (facts.last_touch, quad_touch_get_day (touches->pdata[i]));

  return quad_fits_new (self->traits, &facts, answers);
}

/* The answers of all accounts: id of the account -> answers. */
static void
take_answer_of_any (gint64      id,
                    QuadRecord *values,
                    gpointer    user_data)
{
  GHashTable *all = user_data;
  gint64 account = quad_record_get_number (values, QUAD_ANSWER_ACCOUNT_ID);
  GHashTable *answers = g_hash_table_lookup (all, &account);

  if (answers == NULL)
    {
      answers = new_answers ();
      g_hash_table_insert (all, g_memdup2 (&account, sizeof account), answers);
    }
  put_answer (answers, values);
  quad_record_free (values);
}

/* Returns: (transfer full) (nullable): by the id of the account its answers, by trait */
GHashTable *
quad_book_load_answers (QuadBook  *self,
                        GError   **error)
{
  g_autoptr (GHashTable) answers =
    g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                           (GDestroyNotify) g_hash_table_unref);

  if (!quad_table_load_all (&quad_answer_table, self->database, take_answer_of_any, answers, error))
    return NULL;

  return g_steal_pointer (&answers);
}

static int
compare_alignments (gconstpointer a,
                    gconstpointer b)
{
  const QuadAlignment *x = *(QuadAlignment *const *) a, *y = *(QuadAlignment *const *) b;

  return quad_account_compare (x->account, y->account);
}

/**
 * quad_book_load_alignments:
 * @self: an open book
 *
 * Returns: (transfer full) (element-type QuadAlignment) (nullable): the accounts without a profile,
 *   with one that contradicts their tier, or that fit another clearly better, the largest first
 */
GPtrArray *
quad_book_load_alignments (QuadBook  *self,
                           GError   **error)
{
  g_autoptr (GHashTable) answers = NULL;
  g_autoptr (GHashTable) days = NULL;
  g_autoptr (GPtrArray) alignments = NULL;

  g_return_val_if_fail (QUAD_IS_BOOK (self), NULL);
  g_return_val_if_fail (self->database != NULL, NULL);

  days = quad_touches_load_last_days (self->database, error);
  answers = days != NULL ? quad_book_load_answers (self, error) : NULL;
  if (answers == NULL)
    return NULL;

  alignments = g_ptr_array_new_with_free_func ((GDestroyNotify) quad_alignment_free);
  for (guint i = 0; i < quad_item_list_get_size (self->accounts); i++)
    {
      QuadAccount *account = quad_item_list_peek (self->accounts, i);
      gint64 id = quad_account_get_id (account);
      g_autoptr (QuadFits) fits = NULL;
      QuadAlignment *alignment;
      QuadFacts facts;

      quad_book_init_facts (self, account, &facts);
      facts.last_touch = GPOINTER_TO_UINT (g_hash_table_lookup (days, &id));
      fits = quad_fits_new (self->traits, &facts, g_hash_table_lookup (answers, &id));
      alignment = quad_align_propose (&facts, fits, self->names, &self->currency);
      if (alignment != NULL)
        g_ptr_array_add (alignments, alignment);
    }
  g_ptr_array_sort (alignments, compare_alignments);

  return g_steal_pointer (&alignments);
}
