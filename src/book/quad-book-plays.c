/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-book"

#include "quad-book-private.h"

#include "quad-i18n.h"
#include "quad-playbook.h"
#include "quad-step-queries.h"
#include "quad-step-writer.h"

/* The plays of the playbook. A change of a play reaches the steps that nobody touched, never what
 * was done or customised. */

static int
compare_plays (gconstpointer a,
               gconstpointer b)
{
  QuadItem *x = *(QuadItem *const *) a, *y = *(QuadItem *const *) b;
  gint64 position_x = quad_item_get_number (x, QUAD_PLAY_POSITION);
  gint64 position_y = quad_item_get_number (y, QUAD_PLAY_POSITION);

  if (position_x == position_y)
    return quad_item_get_id (x) < quad_item_get_id (y) ? -1 : 1;
  return position_x < position_y ? -1 : 1;
}

/**
 * quad_book_list_plays:
 * @self: a book
 * @owner: a profile or tier
 *
 * Returns: (transfer full) (element-type QuadPlay): its plays in their order, archived ones too
 */
GPtrArray *
quad_book_list_plays (QuadBook  *self,
                      QuadOwner  owner)
{
  GPtrArray *plays;

  g_return_val_if_fail (QUAD_IS_BOOK (self), NULL);

  plays = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < quad_item_list_get_size (self->plays); i++)
    if (quad_play_get_owner (quad_item_list_peek (self->plays, i)) == owner)
      g_ptr_array_add (plays, g_object_ref (quad_item_list_peek (self->plays, i)));
  g_ptr_array_sort (plays, compare_plays);

  return plays;
}

static gboolean
has_plays (QuadBook  *self,
           QuadOwner  owner)
{
  for (guint i = 0; i < quad_item_list_get_size (self->plays); i++)
    {
      QuadPlay *play = quad_item_list_peek (self->plays, i);

      if (quad_play_get_owner (play) == owner && !quad_play_is_archived (play))
        return TRUE;
    }

  return FALSE;
}

/**
 * quad_book_has_plays_for:
 * @self: a book
 * @account: one of its accounts
 *
 * Returns: whether its profile or its tier has plays that are not archived, so that it could have
 *   steps: an account that was imported has none at first
 */
gboolean
quad_book_has_plays_for (QuadBook    *self,
                         QuadAccount *account)
{
  QuadOwner owner;

  g_return_val_if_fail (QUAD_IS_BOOK (self) && QUAD_IS_ACCOUNT (account), FALSE);

  return (quad_owner_from_profile (quad_account_get_profile (account), &owner)
          && has_plays (self, owner))
         || (quad_owner_from_tier (quad_account_get_tier (account), &owner)
             && has_plays (self, owner));
}

static gboolean
check_play (const QuadRecord *values,
            GError          **error)
{
  int month = (int) quad_record_get_number (values, QUAD_PLAY_DUE_MONTH);
  int day = (int) quad_record_get_number (values, QUAD_PLAY_DUE_DAY);

  if (!quad_record_check (values, error))
    return FALSE;
  if (quad_record_get_text (values, QUAD_PLAY_TITLE) == NULL)
    {
      g_set_error_literal (error, QUAD_ERROR, QUAD_ERROR_INVALID_INPUT,
                           _("A play needs a title."));
      return FALSE;
    }
  /* 29 February is a day, so a leap year */
  if (quad_record_get_number (values, QUAD_PLAY_DUE_KIND) == QUAD_DUE_YEARLY
      && quad_date_from_ymd (2000, month, day) == QUAD_DATE_NONE)
    {
      g_set_error_literal (error, QUAD_ERROR, QUAD_ERROR_INVALID_INPUT,
                           _("A play that is due every year needs a day that exists."));
      return FALSE;
    }
  if (quad_record_get_number (values, QUAD_PLAY_REPEAT_KIND) != QUAD_REPEAT_NONE
      && quad_record_get_number (values, QUAD_PLAY_REPEAT_EVERY) < 1)
    {
      g_set_error_literal (error, QUAD_ERROR, QUAD_ERROR_INVALID_INPUT,
                           _("A play that is repeated needs a number of 1 or more."));
      return FALSE;
    }
  if (month > 12 || day > 31 || quad_record_get_number (values, QUAD_PLAY_DUE_DAYS) > 36500
      || quad_record_get_number (values, QUAD_PLAY_REPEAT_EVERY) > 3650)
    {
      g_set_error_literal (error, QUAD_ERROR, QUAD_ERROR_INVALID_INPUT,
                           _("That is too far in the future for a play."));
      return FALSE;
    }

  return TRUE;
}

static gboolean
check_known (QuadBook  *self,
             QuadPlay  *play,
             GError   **error)
{
  if (quad_item_list_lookup (self->plays, quad_play_get_id (play)) == play)
    return TRUE;

  g_set_error (error, QUAD_ERROR, QUAD_ERROR_NOT_FOUND,
               /* Translators: %s is the title of a play */
               _("The play “%s” is not in the playbook any more."), quad_play_get_title (play));
  return FALSE;
}

/* Returns: (nullable): the whole record of a new play, the last one of its owner */
static QuadRecord *
prepare_play (QuadBook          *self,
              const QuadRecord  *values,
              GError           **error)
{
  g_autoptr (QuadRecord) complete = NULL;
  g_autoptr (GPtrArray) plays = NULL;
  gint64 position = 0;

  if (!quad_book_check_writable (self, error))
    return NULL;
  complete = quad_book_complete_record (&quad_play_schema, values);
  if (!check_play (complete, error))
    return NULL;

  plays = quad_book_list_plays (self, (QuadOwner) quad_record_get_number (complete,
                                                                          QUAD_PLAY_OWNER));
  if (plays->len > 0)
    position = 1 + quad_item_get_number (plays->pdata[plays->len - 1], QUAD_PLAY_POSITION);
  quad_record_set_number (complete, QUAD_PLAY_POSITION, position);

  return g_steal_pointer (&complete);
}

static char *
label_add (QuadBook         *self,
           const QuadRecord *play)
{
  QuadOwner owner = (QuadOwner) quad_record_get_number (play, QUAD_PLAY_OWNER);
  g_autofree char *title = quad_book_shorten (quad_record_get_text (play, QUAD_PLAY_TITLE));

  /* Translators: the title of a play, and a profile or tier */
  return g_strdup_printf (_("Add play “%s” to %s"), title, quad_book_get_owner_name (self, owner));
}

static gboolean
has_owner (QuadAccount *account,
           QuadOwner    owner)
{
  QuadOwner other;

  return (quad_owner_from_tier (quad_account_get_tier (account), &other) && other == owner)
         || (quad_owner_from_profile (quad_account_get_profile (account), &other)
             && other == owner);
}

/* Gives a play that was just written to all accounts of its owner. */
static gboolean
give_play (QuadBook          *self,
           gint64             id,
           const QuadRecord  *values,
           GError           **error)
{
  QuadOwner owner = (QuadOwner) quad_record_get_number (values, QUAD_PLAY_OWNER);
  g_autoptr (QuadItemList) list = quad_item_list_new (QUAD_TYPE_PLAY);
  g_autoptr (GPtrArray) plays = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (QuadPlaySet) only = NULL;
  QuadAccountWriter writer;

  g_ptr_array_add (plays, quad_play_new (id, quad_record_copy (values)));
  quad_item_list_add (list, plays);
  only = quad_play_set_new (list);
  quad_book_get_writer (self, self->database, &writer);
  writer.plays = only;
  for (guint i = 0; i < quad_item_list_get_size (self->accounts); i++)
    {
      QuadAccount *account = quad_item_list_peek (self->accounts, i);

      if (has_owner (account, owner)
          && !quad_step_writer_give (&writer, quad_account_get_id (account),
                                     quad_item_get_values (QUAD_ITEM (account)), error))
        return FALSE;
    }

  return TRUE;
}

static QuadPlay *
add_play (QuadBook          *self,
          const QuadRecord  *values,
          gboolean           give,
          GError           **error)
{
  g_autoptr (QuadRecord) complete = prepare_play (self, values, error);
  g_autofree char *label = NULL;
  gint64 id;

  if (complete == NULL)
    return NULL;
  label = label_add (self, complete);
  if (!quad_book_begin (self, label, error)
      || !quad_book_end (self,
                         quad_table_insert (&quad_play_table, self->database, complete, &id, error)
                         && (!give || give_play (self, id, complete, error)),
                         error))
    return NULL;

  return quad_item_list_lookup (self->plays, id);
}

/**
 * quad_book_add_play:
 * @self: a book
 * @values: of quad_play_schema; owner and title are needed
 *
 * Adds a play as the last one of its owner. Accounts that have the profile or tier already get no
 * step of it: see quad_book_add_play_and_give() and quad_book_give_plays().
 *
 * Returns: (transfer none) (nullable): the play
 *
 * Errors: %QUAD_ERROR_INVALID_INPUT, and those of the store.
 */
QuadPlay *
quad_book_add_play (QuadBook          *self,
                    const QuadRecord  *values,
                    GError           **error)
{
  g_return_val_if_fail (QUAD_IS_BOOK (self), NULL);
  g_return_val_if_fail (quad_record_get_schema (values) == &quad_play_schema, NULL);

  return add_play (self, values, FALSE, error);
}

/**
 * quad_book_add_play_and_give:
 * @self: a book
 * @values: of quad_play_schema; owner and title are needed
 *
 * Adds a play as quad_book_add_play() does, and gives the accounts that have its profile or tier
 * now their step of it.
 *
 * Returns: (transfer none) (nullable): the play
 *
 * Errors: as quad_book_add_play().
 */
QuadPlay *
quad_book_add_play_and_give (QuadBook          *self,
                             const QuadRecord  *values,
                             GError           **error)
{
  g_return_val_if_fail (QUAD_IS_BOOK (self), NULL);
  g_return_val_if_fail (quad_record_get_schema (values) == &quad_play_schema, NULL);

  return add_play (self, values, TRUE, error);
}

/**
 * quad_book_count_owner:
 * @self: a book
 * @owner: a profile or tier
 *
 * Returns: how many accounts have it: those that quad_book_add_play_and_give() gives steps
 */
guint
quad_book_count_owner (QuadBook  *self,
                       QuadOwner  owner)
{
  guint n = 0;

  g_return_val_if_fail (QUAD_IS_BOOK (self), 0);

  for (guint i = 0; i < quad_item_list_get_size (self->accounts); i++)
    n += has_owner (quad_item_list_peek (self->accounts, i), owner);

  return n;
}

static gboolean
change_play (QuadBook          *self,
             QuadPlay          *play,
             const QuadRecord  *after,
             gboolean           remove_steps,
             const char        *label,
             GError           **error)
{
  if (!quad_book_begin (self, label, error))
    return FALSE;

  return quad_book_end (self,
                        quad_table_update (&quad_play_table, self->database,
                                           quad_play_get_id (play), after, error)
                        && (remove_steps
                              ? quad_steps_remove_of_play (self->database, quad_play_get_id (play),
                                                           error)
                              : quad_book_update_steps (self, quad_play_get_id (play),
                                                        quad_item_get_values (QUAD_ITEM (play)),
                                                        after, error)),
                        error);
}

/**
 * quad_book_edit_play:
 * @self: a book
 * @play: one of its plays
 * @edits: the fields to change; the owner stays as it is
 *
 * Changes a play, and with it the open steps that nobody customised: their texts and dates.
 * quad_book_count_play() says how many these are. A play that is archived so makes no new steps and
 * loses the untouched ones.
 *
 * Errors: as quad_book_add_play(); %QUAD_ERROR_NOT_FOUND for one that was deleted.
 */
gboolean
quad_book_edit_play (QuadBook          *self,
                     QuadPlay          *play,
                     const QuadRecord  *edits,
                     GError           **error)
{
  g_autoptr (QuadRecord) after = NULL;
  g_autofree char *title = NULL;
  g_autofree char *label = NULL;
  gboolean archived;

  g_return_val_if_fail (QUAD_IS_BOOK (self), FALSE);
  g_return_val_if_fail (QUAD_IS_PLAY (play), FALSE);
  g_return_val_if_fail (quad_record_get_schema (edits) == &quad_play_schema, FALSE);

  if (!quad_book_check_writable (self, error) || !check_known (self, play, error))
    return FALSE;

  after = quad_record_copy (quad_item_get_values (QUAD_ITEM (play)));
  if (!quad_book_apply_edits (after, edits))
    return TRUE;
  quad_record_set_number (after, QUAD_PLAY_OWNER, quad_play_get_owner (play));
  if (!check_play (after, error))
    return FALSE;

  archived = quad_record_get_number (after, QUAD_PLAY_ARCHIVED) != 0;
  title = quad_book_shorten (quad_play_get_title (play));
  if (archived && !quad_play_is_archived (play))
    /* Translators: %s is the title of a play */
    label = g_strdup_printf (_("Archive play “%s”"), title);
  else if (!archived && quad_play_is_archived (play))
    label = g_strdup_printf (_("Take back play “%s”"), title);
  else
    label = g_strdup_printf (_("Change play “%s”"), title);

  return change_play (self, play, after, archived && !quad_play_is_archived (play), label, error);
}

/**
 * quad_book_archive_play:
 * @self: a book
 * @play: one of its plays
 * @archived: whether it makes no new steps from now on
 *
 * Sets a play aside, with its untouched open steps, or takes it back.
 *
 * Errors: as quad_book_edit_play().
 */
gboolean
quad_book_archive_play (QuadBook  *self,
                        QuadPlay  *play,
                        gboolean   archived,
                        GError   **error)
{
  g_autoptr (QuadRecord) edits = quad_record_new (&quad_play_schema);

  quad_record_set_number (edits, QUAD_PLAY_ARCHIVED, archived != FALSE);

  return quad_book_edit_play (self, play, edits, error);
}

/**
 * quad_book_move_play:
 * @self: a book
 * @play: one of its plays
 * @position: where it goes among the plays of its owner, from 0
 *
 * Errors: as quad_book_edit_play().
 */
gboolean
quad_book_move_play (QuadBook  *self,
                     QuadPlay  *play,
                     guint      position,
                     GError   **error)
{
  g_autoptr (GPtrArray) plays = NULL;
  g_autofree char *title = NULL;
  g_autofree char *label = NULL;

  g_return_val_if_fail (QUAD_IS_BOOK (self), FALSE);
  g_return_val_if_fail (QUAD_IS_PLAY (play), FALSE);

  if (!quad_book_check_writable (self, error) || !check_known (self, play, error))
    return FALSE;

  plays = quad_book_list_plays (self, quad_play_get_owner (play));
  title = quad_book_shorten (quad_play_get_title (play));
  /* Translators: %s is the title of a play */
  label = g_strdup_printf (_("Reorder play “%s”"), title);

  return quad_book_reorder (self, &quad_play_table, QUAD_PLAY_POSITION, plays, play, position,
                            label, error);
}

/**
 * quad_book_delete_play:
 * @self: a book
 * @play: one of its plays
 *
 * Deletes a play with its untouched open steps. What was done or customised stays, as steps of
 * their accounts' own.
 *
 * Errors: as quad_book_edit_play().
 */
gboolean
quad_book_delete_play (QuadBook  *self,
                       QuadPlay  *play,
                       GError   **error)
{
  g_autofree char *title = NULL;
  g_autofree char *label = NULL;
  gint64 id;

  g_return_val_if_fail (QUAD_IS_BOOK (self), FALSE);
  g_return_val_if_fail (QUAD_IS_PLAY (play), FALSE);

  if (!quad_book_check_writable (self, error) || !check_known (self, play, error))
    return FALSE;

  id = quad_play_get_id (play);
  title = quad_book_shorten (quad_play_get_title (play));
  /* Translators: %s is the title of a play */
  label = g_strdup_printf (_("Delete play “%s”"), title);
  if (!quad_book_begin (self, label, error))
    return FALSE;

  return quad_book_end (self,
                        quad_steps_remove_of_play (self->database, id, error)
                        && quad_table_remove (&quad_play_table, self->database, id, error),
                        error);
}

/**
 * quad_book_count_play:
 * @self: an open book
 * @play: one of its plays
 * @accounts: (out): that have open steps of it which nobody customised
 * @steps: (out): how many these are
 *
 * Says what an edit, archiving or deleting of the play touches.
 */
gboolean
quad_book_count_play (QuadBook  *self,
                      QuadPlay  *play,
                      guint     *accounts,
                      guint     *steps,
                      GError   **error)
{
  g_return_val_if_fail (QUAD_IS_BOOK (self), FALSE);
  g_return_val_if_fail (QUAD_IS_PLAY (play), FALSE);
  g_return_val_if_fail (self->database != NULL, FALSE);

  return quad_steps_count_untouched (self->database, quad_play_get_id (play), accounts, steps,
                                     error);
}

/**
 * quad_book_count_behind:
 * @self: an open book
 * @play: one of its plays
 * @accounts: (out): that have an overdue step of it
 */
gboolean
quad_book_count_behind (QuadBook  *self,
                        QuadPlay  *play,
                        guint     *accounts,
                        GError   **error)
{
  g_return_val_if_fail (QUAD_IS_BOOK (self), FALSE);
  g_return_val_if_fail (QUAD_IS_PLAY (play), FALSE);
  g_return_val_if_fail (self->database != NULL, FALSE);

  return quad_steps_count_behind (self->database, quad_play_get_id (play),
                                  quad_book_get_today (self), accounts, error);
}
