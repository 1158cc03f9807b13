/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-book"

#include "quad-book-private.h"

#include "quad-i18n.h"
#include "quad-table.h"

/* The operations on accounts. Each plans from memory what every account becomes, leaves out those
 * that stay as they are, and writes the rest as one entry. What changes nothing is no operation and
 * leaves no entry. */

static void
free_edit (gpointer data)
{
  QuadAccountEdit *edit = data;

  g_object_unref (edit->account);
  quad_record_free (edit->after);
  g_free (edit->reason);
  g_free (edit);
}

/* The accounts without repetition, or NULL when one is not, or no longer, in the book. */
GPtrArray *
quad_book_collect_accounts (QuadBook   *self,
                            GPtrArray  *accounts,
                            GError    **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) collected = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < accounts->len; i++)
    {
      QuadAccount *account = g_ptr_array_index (accounts, i);

      if (quad_item_list_lookup (self->accounts, quad_account_get_id (account)) != account)
        {
          g_set_error (error, QUAD_ERROR, QUAD_ERROR_NOT_FOUND,
                       /* Translators: %s is the name of an account */
                       _("“%s” is not in the book any more."), quad_account_get_name (account));
          return NULL;
        }
      if (g_hash_table_add (seen, account))
        g_ptr_array_add (collected, g_object_ref (account));
    }

  return g_steal_pointer (&collected);
}

/* What the accounts become, without those that stay as they are. */
GPtrArray *
quad_book_plan_edits (QuadBook        *self,
                      GPtrArray       *accounts,
                      QuadChangeFunc   change,
                      gconstpointer    data,
                      GError         **error)
{
  g_autoptr (GPtrArray) collected = quad_book_collect_accounts (self, accounts, error);
  g_autoptr (GPtrArray) edits = NULL;
  QuadDate today = quad_book_get_today (self);

  if (collected == NULL)
    return NULL;

  edits = g_ptr_array_new_with_free_func (free_edit);
  for (guint i = 0; i < collected->len; i++)
    {
      QuadAccount *account = g_ptr_array_index (collected, i);
      const QuadRecord *before = quad_item_get_values (QUAD_ITEM (account));
      QuadRecord *after = quad_record_copy (before);
      QuadAccountEdit *edit;

      change (after, data, today);
      if (quad_consequences_compare (before, after) == 0)
        {
          quad_record_free (after);
          continue;
        }

      edit = g_new0 (QuadAccountEdit, 1);
      edit->account = g_object_ref (account);
      edit->after = after;
      g_ptr_array_add (edits, edit);
    }

  return g_steal_pointer (&edits);
}

static gboolean
write_edits (QuadBook    *self,
             GPtrArray   *edits,
             const char  *reason,
             GError     **error)
{
  QuadAccountWriter writer;

  quad_book_get_writer (self, self->database, &writer);
  for (guint i = 0; i < edits->len; i++)
    {
      QuadAccountEdit *edit = g_ptr_array_index (edits, i);

      writer.reason = edit->reason != NULL ? edit->reason : reason;
      if (!quad_account_writer_update (&writer, quad_account_get_id (edit->account),
                                       quad_item_get_values (QUAD_ITEM (edit->account)),
                                       edit->after, error))
        return FALSE;
    }

  return TRUE;
}

gboolean
quad_book_run_edits (QuadBook    *self,
                     GPtrArray   *edits,
                     const char  *label,
                     const char  *reason,
                     GError     **error)
{
  return quad_book_begin (self, label, error)
         && quad_book_end (self, write_edits (self, edits, reason, error), error);
}

static void
change_tier (QuadRecord    *values,
             gconstpointer  data,
             QuadDate       today)
{
  quad_consequences_move (values, *(const QuadTier *) data, today);
}

static void
change_profile (QuadRecord    *values,
                gconstpointer  data,
                QuadDate       today)
{
  quad_consequences_set_profile (values, *(const QuadProfile *) data, today);
}

static void
change_fields (QuadRecord    *values,
               gconstpointer  data,
               QuadDate       today)
{
  quad_consequences_edit (values, data, today);
}

static void
change_by_cut_off (QuadRecord    *values,
                   gconstpointer  data,
                   QuadDate       today)
{
  QuadTier tier = quad_record_get_number (values, QUAD_ACCOUNT_TIER);
  QuadMoney revenue = quad_record_get_number (values, QUAD_ACCOUNT_REVENUE);

  quad_consequences_move (values, quad_cut_off_get_tier (data, tier, revenue), today);
}

/**
 * quad_book_create_account:
 * @self: a book
 * @values: what is known of it; only the name is needed. Fields that the book keeps itself are
 *   passed over
 *
 * Enters a new account, a lead unless the values name a tier.
 *
 * Returns: (transfer none) (nullable): the account, in the list already
 *
 * Errors: %QUAD_ERROR_INVALID_INPUT for values the book cannot hold, and those of the store.
 */
QuadAccount *
quad_book_create_account (QuadBook          *self,
                          const QuadRecord  *values,
                          GError           **error)
{
  g_autoptr (QuadRecord) complete = NULL;
  g_autofree char *label = NULL;
  QuadAccountWriter writer;
  gint64 id = 0;
  gboolean good;

  g_return_val_if_fail (QUAD_IS_BOOK (self), NULL);
  g_return_val_if_fail (values != NULL, NULL);
  g_return_val_if_fail (quad_record_get_schema (values) == &quad_account_schema, NULL);

  if (!quad_book_check_writable (self, error) || !quad_record_check (values, error))
    return NULL;

  quad_book_get_writer (self, self->database, &writer);
  complete = quad_consequences_create (values, writer.today);
  label = quad_book_label_create (complete);
  if (!quad_book_begin (self, label, error))
    return NULL;

  good = quad_account_writer_create (&writer, complete, TRUE, &id, error);
  if (!quad_book_end (self, good, error))
    return NULL;

  return quad_item_list_lookup (self->accounts, id);
}

/**
 * quad_book_edit_accounts:
 * @self: a book
 * @accounts: (element-type QuadAccount): accounts of the book
 * @edits: the fields to change, with their new values; fields that the book keeps itself are passed
 *   over
 *
 * Changes fields of one or more accounts. Another tier or profile has its consequences as in
 * quad_book_move_accounts() and quad_book_set_profile().
 *
 * Errors: as quad_book_create_account(); %QUAD_ERROR_NOT_FOUND for an account that was deleted.
 */
gboolean
quad_book_edit_accounts (QuadBook          *self,
                         GPtrArray         *accounts,
                         const QuadRecord  *edits,
                         GError           **error)
{
  g_autoptr (GPtrArray) planned = NULL;
  g_autofree char *label = NULL;

  g_return_val_if_fail (QUAD_IS_BOOK (self), FALSE);
  g_return_val_if_fail (accounts != NULL, FALSE);
  g_return_val_if_fail (edits != NULL, FALSE);
  g_return_val_if_fail (quad_record_get_schema (edits) == &quad_account_schema, FALSE);

  if (!quad_book_check_writable (self, error) || !quad_record_check (edits, error))
    return FALSE;

  planned = quad_book_plan_edits (self, accounts, change_fields, edits, error);
  if (planned == NULL)
    return FALSE;
  if (planned->len == 0)
    return TRUE;

  label = quad_book_label_edit (self, planned, edits);

  return quad_book_run_edits (self, planned, label, NULL, error);
}

/**
 * quad_book_move_accounts:
 * @self: a book
 * @accounts: (element-type QuadAccount): accounts of the book
 * @tier: where to
 *
 * Moves accounts to a tier, with every consequence. Those that are there already stay untouched.
 *
 * Errors: %QUAD_ERROR_NOT_FOUND for an account that was deleted, and those of the store.
 *
 * Source: product.md section 3.
 */
gboolean
quad_book_move_accounts (QuadBook   *self,
                         GPtrArray  *accounts,
                         QuadTier    tier,
                         GError    **error)
{
  g_autoptr (GPtrArray) planned = NULL;
  g_autofree char *label = NULL;

  g_return_val_if_fail (QUAD_IS_BOOK (self), FALSE);
  g_return_val_if_fail (accounts != NULL, FALSE);
  g_return_val_if_fail (tier < QUAD_N_TIERS, FALSE);

  if (!quad_book_check_writable (self, error))
    return FALSE;

  planned = quad_book_plan_edits (self, accounts, change_tier, &tier, error);
  if (planned == NULL)
    return FALSE;
  if (planned->len == 0)
    return TRUE;

  label = quad_book_label_move (self, planned, tier);

  return quad_book_run_edits (self, planned, label, NULL, error);
}

/**
 * quad_book_set_profile:
 * @self: a book
 * @accounts: (element-type QuadAccount): accounts of the book
 * @profile: the profile they get
 *
 * Says what to do with accounts. Jettison sets the day by which the outcome must be decided.
 *
 * Errors: as quad_book_move_accounts().
 */
gboolean
quad_book_set_profile (QuadBook     *self,
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

  planned = quad_book_plan_edits (self, accounts, change_profile, &profile, error);
  if (planned == NULL)
    return FALSE;
  if (planned->len == 0)
    return TRUE;

  label = quad_book_label_profile (self, planned, profile);

  return quad_book_run_edits (self, planned, label, NULL, error);
}

/**
 * quad_book_delete_accounts:
 * @self: a book
 * @accounts: (element-type QuadAccount): accounts of the book
 *
 * Deletes accounts with all that belongs to them.
 *
 * Errors: as quad_book_move_accounts().
 */
gboolean
quad_book_delete_accounts (QuadBook   *self,
                           GPtrArray  *accounts,
                           GError    **error)
{
  g_autoptr (GPtrArray) collected = NULL;
  g_autofree char *label = NULL;
  gboolean good = TRUE;

  g_return_val_if_fail (QUAD_IS_BOOK (self), FALSE);
  g_return_val_if_fail (accounts != NULL, FALSE);

  if (!quad_book_check_writable (self, error))
    return FALSE;

  collected = quad_book_collect_accounts (self, accounts, error);
  if (collected == NULL)
    return FALSE;
  if (collected->len == 0)
    return TRUE;

  label = quad_book_label_delete (collected);
  if (!quad_book_begin (self, label, error))
    return FALSE;

  for (guint i = 0; i < collected->len && good; i++)
    good = quad_table_remove (&quad_account_table, self->database,
                              quad_account_get_id (g_ptr_array_index (collected, i)), error);

  return quad_book_end (self, good, error);
}

static GPtrArray *
collect_moving (QuadItemList     *accounts,
                const QuadCutOff *cut_off)
{
  GPtrArray *moving = g_ptr_array_new ();

  for (guint i = 0; i < quad_item_list_get_size (accounts); i++)
    {
      QuadAccount *account = quad_item_list_peek (accounts, i);
      QuadTier tier = quad_account_get_tier (account);

      if (quad_cut_off_get_tier (cut_off, tier, quad_account_get_revenue (account)) != tier)
        g_ptr_array_add (moving, account);
    }

  return moving;
}

static gboolean
equal_rules (const QuadCutOffRule *a,
             const QuadCutOffRule *b)
{
  return a->basis_points == b->basis_points && a->amount == b->amount;
}

/**
 * quad_book_recut:
 * @self: a book
 * @rule: how the cut-off is found from now on
 *
 * Puts every client with known revenue into the tier that the rule says, and keeps the rule.
 * Clients that are to be let go are cut as all others are.
 *
 * Errors: %QUAD_ERROR_INVALID_INPUT for a share above 100 % or an amount beyond all limits, and
 * those of the store.
 *
 * Source: product.md sections 1 and 4.
 */
gboolean
quad_book_recut (QuadBook              *self,
                 const QuadCutOffRule  *rule,
                 GError               **error)
{
  g_autoptr (GPtrArray) moving = NULL;
  g_autoptr (GPtrArray) planned = NULL;
  g_autofree char *label = NULL;
  QuadFigures figures;

  g_return_val_if_fail (QUAD_IS_BOOK (self), FALSE);
  g_return_val_if_fail (rule != NULL, FALSE);

  if (!quad_book_check_writable (self, error) || !quad_cut_off_rule_check (rule, error))
    return FALSE;

  quad_figures_compute (self->accounts, rule, &figures);
  moving = collect_moving (self->accounts, &figures.cut_off);
  planned = quad_book_plan_edits (self, moving, change_by_cut_off, &figures.cut_off, error);
  if (planned == NULL)
    return FALSE;
  if (planned->len == 0 && equal_rules (rule, &self->rule))
    return TRUE;

  label = quad_book_label_recut (&figures.cut_off, &self->currency, planned->len);
  if (!quad_book_begin (self, label, error))
    return FALSE;

  return quad_book_end (self,
                        write_edits (self, planned, NULL, error)
                        && quad_book_save_cut_off_rule (self->database, rule, error),
                        error);
}
