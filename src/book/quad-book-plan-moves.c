/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-book"

#include "quad-book-private.h"

#include "quad-i18n.h"
#include "quad-plan.h"

/* The operations on the plan. Each decides from memory what becomes of every planned move, and
 * writes what changes as one entry. */

/* What becomes of one planned move. */
typedef struct
{
  gint64       id;        /* 0 for a new one */
  QuadAccount *account;   /* (unowned) */
  QuadRecord  *values;    /* (owned): what it becomes; NULL when it goes */
} PlanEdit;

static void
clear_edit (gpointer data)
{
  PlanEdit *edit = data;

  g_clear_pointer (&edit->values, quad_record_free);
}

static GArray *
new_edits (void)
{
  GArray *edits = g_array_new (FALSE, FALSE, sizeof (PlanEdit));

  g_array_set_clear_func (edits, clear_edit);

  return edits;
}

/* Planned moves of the book without repetition, all of them when none are named, or NULL when one
 * is not in the plan any more. */
static GPtrArray *
collect_moves (QuadBook   *self,
               GPtrArray  *moves,
               GError    **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) collected = NULL;

  if (moves == NULL)
    return quad_book_list_plan (self);

  collected = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < moves->len; i++)
    {
      QuadPlannedMove *move = g_ptr_array_index (moves, i);

      if (quad_item_list_lookup (self->plan, quad_planned_move_get_id (move)) != move)
        {
          g_set_error_literal (error, QUAD_ERROR, QUAD_ERROR_NOT_FOUND,
                               _("This move is not planned any more."));
          return NULL;
        }
      if (g_hash_table_add (seen, move))
        g_ptr_array_add (collected, g_object_ref (move));
    }

  return g_steal_pointer (&collected);
}

/* What the account is called in a label. */
static char *
get_name (QuadAccount *account)
{
  return quad_book_shorten (quad_account_get_name (account));
}

static char *
label_discard (QuadAccount *first,
               guint        n)
{
  g_autofree char *name = NULL;

  if (n > 1)
    return g_strdup_printf (ngettext ("Discard %u planned move", "Discard %u planned moves", n), n);

  name = get_name (first);

  /* Translators: %s is the name of an account */
  return g_strdup_printf (_("Discard the planned move of %s"), name);
}

static char *
label_edit (QuadAccount *first,
            guint        n)
{
  g_autofree char *name = NULL;

  if (n > 1)
    return g_strdup_printf (ngettext ("Edit %u planned move", "Edit %u planned moves", n), n);

  name = get_name (first);

  /* Translators: %s is the name of an account */
  return g_strdup_printf (_("Edit the planned move of %s"), name);
}

static char *
label_apply (QuadBook    *self,
             QuadAccount *first,
             QuadTier     tier,
             guint        n)
{
  g_autofree char *name = NULL;

  if (n > 1)
    return g_strdup_printf (ngettext ("Apply %u planned move", "Apply %u planned moves", n), n);

  name = get_name (first);

  /* Translators: the first %s is the name of an account, the second a tier: “Key accounts” */
  return g_strdup_printf (_("Move %s to %s as planned"), name,
                          quad_names_get_box (self->names, tier));
}

static char *
label_plan (QuadBook *self,
            GArray   *edits,
            QuadTier  tier)
{
  const PlanEdit *first = NULL;
  g_autofree char *name = NULL;
  guint n = 0;

  for (guint i = 0; i < edits->len; i++)
    {
      const PlanEdit *edit = &g_array_index (edits, PlanEdit, i);

      if (edit->values != NULL && n++ == 0)
        first = edit;
    }
  if (n == 0)
    return label_discard (g_array_index (edits, PlanEdit, 0).account, edits->len);
  if (n > 1)
    return g_strdup_printf (ngettext ("Plan to move %u account to %s",
                                      "Plan to move %u accounts to %s", n),
                            n, quad_names_get_box (self->names, tier));

  name = get_name (first->account);

  /* Translators: the first %s is the name of an account, the second a tier: “Key accounts” */
  return g_strdup_printf (_("Plan to move %s to %s"), name, quad_names_get_box (self->names, tier));
}

static gboolean
write_edit (QuadBook        *self,
            const PlanEdit  *edit,
            GError         **error)
{
  gint64 id;

  if (edit->values == NULL)
    return quad_table_remove (&quad_planned_move_table, self->database, edit->id, error);
  if (edit->id == 0)
    return quad_table_insert (&quad_planned_move_table, self->database, edit->values, &id, error);

  return quad_table_update (&quad_planned_move_table, self->database, edit->id, edit->values,
                            error);
}

static gboolean
run_edits (QuadBook    *self,
           GArray      *edits,
           const char  *label,
           GError     **error)
{
  gboolean good = TRUE;

  if (!quad_book_begin (self, label, error))
    return FALSE;

  for (guint i = 0; i < edits->len && good; i++)
    good = write_edit (self, &g_array_index (edits, PlanEdit, i), error);

  return quad_book_end (self, good, error);
}

/* The values of a planned move that there is not yet. */
static QuadRecord *
make_values (QuadAccount *account)
{
  QuadRecord *values = quad_record_new (&quad_planned_move_schema);

  for (guint i = 0; i < quad_planned_move_schema.n_fields; i++)
    quad_record_clear (values, i);
  quad_record_set_number (values, QUAD_PLANNED_MOVE_ACCOUNT_ID, quad_account_get_id (account));
  quad_record_set_number (values, QUAD_PLANNED_MOVE_CREATED_AT, quad_time_now ());

  return values;
}

/* What becomes of the plan of one account; FALSE when it stays as it is. */
static gboolean
plan_edit (QuadBook         *self,
           QuadAccount      *account,
           QuadTier          tier,
           const QuadRecord *details,
           PlanEdit         *edit)
{
  QuadPlannedMove *move = quad_book_get_planned_move (self, account);
  gboolean changed = move == NULL || quad_planned_move_get_tier (move) != tier;

  *edit = (PlanEdit) { .account = account };
  if (move != NULL)
    edit->id = quad_planned_move_get_id (move);
  if (quad_account_get_tier (account) == tier)
    return move != NULL;

  edit->values = move != NULL ? quad_record_copy (quad_item_get_values (QUAD_ITEM (move)))
                              : make_values (account);
  quad_record_set_number (edit->values, QUAD_PLANNED_MOVE_TIER, tier);
  if (details != NULL && quad_book_apply_edits (edit->values, details))
    changed = TRUE;
  quad_record_set_number (edit->values, QUAD_PLANNED_MOVE_CHANGED_AT, quad_time_now ());

  if (!changed)
    clear_edit (edit);

  return changed;
}

/**
 * quad_book_plan_moves:
 * @self: a book
 * @accounts: (element-type QuadAccount): accounts of the book
 * @tier: where they are to go
 * @details: (nullable): by when, why and with what expected revenue, of quad_planned_move_schema;
 *   what it leaves out stays as it was planned before
 *
 * Plans to move accounts to a tier, in place of what was planned for them. For an account that is
 * in the tier it means to stay there: its planned move goes.
 *
 * Errors: %QUAD_ERROR_INVALID_INPUT for details the book cannot hold, %QUAD_ERROR_NOT_FOUND for an
 * account that was deleted, and those of the store.
 */
gboolean
quad_book_plan_moves (QuadBook          *self,
                      GPtrArray         *accounts,
                      QuadTier           tier,
                      const QuadRecord  *details,
                      GError           **error)
{
  g_autoptr (GPtrArray) collected = NULL;
  g_autoptr (GArray) edits = NULL;
  g_autofree char *label = NULL;

  g_return_val_if_fail (QUAD_IS_BOOK (self), FALSE);
  g_return_val_if_fail (accounts != NULL, FALSE);
  g_return_val_if_fail (tier < QUAD_N_TIERS, FALSE);
  g_return_val_if_fail (details == NULL
                        || quad_record_get_schema (details) == &quad_planned_move_schema, FALSE);

  if (!quad_book_check_writable (self, error)
      || (details != NULL && !quad_record_check (details, error)))
    return FALSE;
  collected = quad_book_collect_accounts (self, accounts, error);
  if (collected == NULL)
    return FALSE;

  edits = new_edits ();
  for (guint i = 0; i < collected->len; i++)
    {
      PlanEdit edit;

      if (plan_edit (self, collected->pdata[i], tier, details, &edit))
        g_array_append_val (edits, edit);
    }
  if (edits->len == 0)
    return TRUE;

  label = label_plan (self, edits, tier);

  return run_edits (self, edits, label, error);
}

/**
 * quad_book_edit_planned_moves:
 * @self: a book
 * @moves: (element-type QuadPlannedMove) (nullable): planned moves of the book, %NULL for all
 * @edits: by when, why and with what expected revenue, of quad_planned_move_schema; only what is to
 *   change
 *
 * Changes what is said about planned moves, not where they go.
 *
 * Errors: as quad_book_plan_moves(), %QUAD_ERROR_NOT_FOUND for a move that is not planned any more.
 */
gboolean
quad_book_edit_planned_moves (QuadBook          *self,
                              GPtrArray         *moves,
                              const QuadRecord  *edits,
                              GError           **error)
{
  g_autoptr (GPtrArray) collected = NULL;
  g_autoptr (GArray) changes = NULL;
  g_autofree char *label = NULL;

  g_return_val_if_fail (QUAD_IS_BOOK (self), FALSE);
  g_return_val_if_fail (edits != NULL, FALSE);
  g_return_val_if_fail (quad_record_get_schema (edits) == &quad_planned_move_schema, FALSE);

  if (!quad_book_check_writable (self, error) || !quad_record_check (edits, error))
    return FALSE;
  collected = collect_moves (self, moves, error);
  if (collected == NULL)
    return FALSE;

  changes = new_edits ();
  for (guint i = 0; i < collected->len; i++)
    {
      QuadPlannedMove *move = g_ptr_array_index (collected, i);
      PlanEdit edit;

      if (plan_edit (self, quad_book_get_planned_account (self, move),
                     quad_planned_move_get_tier (move), edits, &edit))
        g_array_append_val (changes, edit);
    }
  if (changes->len == 0)
    return TRUE;

  label = label_edit (g_array_index (changes, PlanEdit, 0).account, changes->len);

  return run_edits (self, changes, label, error);
}

/**
 * quad_book_discard_planned_moves:
 * @self: a book
 * @moves: (element-type QuadPlannedMove) (nullable): planned moves of the book, %NULL for all
 *
 * Gives up what was planned. The accounts stay where they are.
 *
 * Errors: %QUAD_ERROR_NOT_FOUND for a move that is not planned any more, and those of the store.
 */
gboolean
quad_book_discard_planned_moves (QuadBook   *self,
                                 GPtrArray  *moves,
                                 GError    **error)
{
  g_autoptr (GPtrArray) collected = NULL;
  g_autoptr (GArray) edits = NULL;
  g_autofree char *label = NULL;

  g_return_val_if_fail (QUAD_IS_BOOK (self), FALSE);

  if (!quad_book_check_writable (self, error))
    return FALSE;
  collected = collect_moves (self, moves, error);
  if (collected == NULL)
    return FALSE;
  if (collected->len == 0)
    return TRUE;

  edits = new_edits ();
  for (guint i = 0; i < collected->len; i++)
    {
      PlanEdit edit = { .id = quad_planned_move_get_id (collected->pdata[i]) };

      g_array_append_val (edits, edit);
    }
  label = label_discard (quad_book_get_planned_account (self, collected->pdata[0]),
                         collected->len);

  return run_edits (self, edits, label, error);
}

/* Why it was planned is the reason of what happens: it goes where a person would write the reason
 * of such a move. */
static void
change_as_planned (QuadRecord    *values,
                   gconstpointer  data,
                   QuadDate       today)
{
  QuadPlannedMove *move = (gpointer) data;
  QuadTier tier = quad_planned_move_get_tier (move);
  const char *why = quad_planned_move_get_why (move);
  g_autoptr (QuadRecord) before = quad_record_copy (values);
  QuadEventKind event;

  quad_consequences_move (values, tier, today);
  event = quad_consequences_get_event (before, values);
  if (why != NULL && tier == QUAD_TIER_PARKED)
    quad_record_set_text (values, QUAD_ACCOUNT_PARKED_REASON, why);
  if (why != NULL && (event == QUAD_EVENT_LOST || event == QUAD_EVENT_ENDED))
    quad_record_set_text (values, QUAD_ACCOUNT_LOST_REASON, why);
}

static gboolean
collect_applied (QuadBook         *self,
                 QuadPlannedMove  *move,
                 GPtrArray       **planned,
                 GError          **error)
{
  g_autoptr (GPtrArray) one = g_ptr_array_new ();
  g_autoptr (GPtrArray) edits = NULL;

  g_ptr_array_add (one, quad_book_get_planned_account (self, move));
  edits = quad_book_plan_edits (self, one, change_as_planned, move, error);
  if (edits == NULL)
    return FALSE;

  for (guint i = 0; i < edits->len; i++)
    {
      QuadAccountEdit *edit = g_ptr_array_index (edits, i);

      edit->reason = g_strdup (quad_planned_move_get_why (move));
    }
  if (*planned == NULL)
    *planned = g_steal_pointer (&edits);
  else
    g_ptr_array_extend_and_steal (*planned, g_steal_pointer (&edits));

  return TRUE;
}

/**
 * quad_book_apply_planned_moves:
 * @self: a book
 * @moves: (element-type QuadPlannedMove) (nullable): planned moves of the book, %NULL for all
 *
 * Makes planned moves, as one operation, with all that quad_book_move_accounts() does; they leave
 * the plan because they are reached. Why it was planned becomes the reason of the move in the
 * events of the account, and the reason why it is parked or was lost. The expected revenue is not
 * written: revenue is what an account brought in the last 12 months, and it has brought nothing of
 * that yet.
 *
 * Errors: %QUAD_ERROR_NOT_FOUND for a move that is not planned any more, and those of the store.
 *
 * Source: product.md sections 3 and 4.
 */
gboolean
quad_book_apply_planned_moves (QuadBook   *self,
                               GPtrArray  *moves,
                               GError    **error)
{
  g_autoptr (GPtrArray) collected = NULL;
  g_autoptr (GPtrArray) planned = NULL;
  g_autofree char *label = NULL;

  g_return_val_if_fail (QUAD_IS_BOOK (self), FALSE);

  if (!quad_book_check_writable (self, error))
    return FALSE;
  collected = collect_moves (self, moves, error);
  if (collected == NULL)
    return FALSE;
  if (collected->len == 0)
    return TRUE;

  for (guint i = 0; i < collected->len; i++)
    if (!collect_applied (self, collected->pdata[i], &planned, error))
      return FALSE;
  label = label_apply (self, quad_book_get_planned_account (self, collected->pdata[0]),
                       quad_planned_move_get_tier (collected->pdata[0]), collected->len);

  return quad_book_run_edits (self, planned, label, NULL, error);
}
