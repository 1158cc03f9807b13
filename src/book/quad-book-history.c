/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-book"

#include "quad-book-private.h"

#include "quad-i18n.h"
#include "quad-journal.h"
#include "quad-plan-queries.h"

/**
 * quad_history_entry_free:
 * @entry: (nullable): an entry
 *
 * Frees an entry of the history.
 */
void
quad_history_entry_free (QuadHistoryEntry *entry)
{
  if (entry == NULL)
    return;

  g_free (entry->label);
  g_free (entry);
}

/**
 * quad_book_undo:
 * @self: a book
 *
 * Takes back the last operation that stands, also one of an earlier session.
 *
 * Errors: %QUAD_ERROR_NOT_FOUND when there is none, and those of the store.
 */
gboolean
quad_book_undo (QuadBook  *self,
                GError   **error)
{
  gint64 entry;

  g_return_val_if_fail (QUAD_IS_BOOK (self), FALSE);

  return quad_book_check_writable (self, error)
         && quad_journal_undo (self->database, &entry, error)
         && quad_book_refresh (self, entry, error);
}

static QuadJournalEntry *
find_entry (QuadBook  *self,
            gint64     id,
            gboolean  *is_last,
            GError   **error)
{
  g_autoptr (GPtrArray) entries = quad_journal_load_entries (self->database, 0, error);

  *is_last = TRUE;
  for (guint i = 0; entries != NULL && i < entries->len; i++)
    {
      const QuadJournalEntry *entry = g_ptr_array_index (entries, i);

      if (entry->id == id)
        return g_ptr_array_steal_index (entries, i);
      *is_last &= entry->undone;
    }
  if (entries != NULL)
    g_set_error_literal (error, QUAD_ERROR, QUAD_ERROR_NOT_FOUND,
                         _("The history has no such entry."));
  return NULL;
}

static GPtrArray *
find_spared (QuadBook           *self,
             const QuadReverted *reverted)
{
  GPtrArray *accounts = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < reverted->accounts->len; i++)
    {
      gint64 id = g_array_index (reverted->accounts, gint64, i);
      gpointer account = quad_item_list_lookup (self->accounts, id);

      if (account != NULL)
        g_ptr_array_add (accounts, g_object_ref (account));
    }
  return accounts;
}

static gboolean
revert (QuadBook                *self,
        const QuadJournalEntry  *entry,
        QuadReverted            *reverted,
        GError                 **error)
{
  g_autofree char *label = NULL;
  g_autoptr (GError) failure = NULL;
  gboolean good;

  /* Translators: an operation of the history that was taken back, later than the last one */
  label = g_strdup_printf (_("Take Back “%s”"), entry->label);
  if (!quad_book_begin (self, label, error))
    return FALSE;
  good = quad_journal_revert (self->database, entry->id, reverted, &failure);
  if (good && reverted->rows == 0)
    {
      good = FALSE;
      g_set_error (&failure, QUAD_ERROR, QUAD_ERROR_CONSTRAINT,
                   _("All that “%s” did was changed since, so nothing of it is taken back."),
                   entry->label);
    }
  /* a tier that comes back may be the one that is planned by now */
  good = good && quad_plan_remove_all_reached (self->database, &failure);
  if (quad_book_end (self, good, good ? &failure : NULL))
    return TRUE;
  if (good && g_error_matches (failure, QUAD_ERROR, QUAD_ERROR_CONSTRAINT))
    g_set_error (error, QUAD_ERROR, QUAD_ERROR_CONSTRAINT,
                 _("“%s” cannot be taken back alone, because later changes build on it. Undo those "
                   "first."), entry->label);
  else
    g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/**
 * quad_book_undo_entry:
 * @entry: an operation of the history that stands
 * @spared: (out) (transfer full) (element-type QuadAccount): accounts of the operation that were
 *   changed since, and stay as they are
 *
 * Takes back an operation that others came after, as an operation of its own: it restores what the
 * operation overwrote and removes what it made. The last operation is undone as by
 * quad_book_undo().
 *
 * Errors: %QUAD_ERROR_NOT_FOUND when there is no such entry; %QUAD_ERROR_CONSTRAINT when it is
 * undone already, when everything of it changed since, or when later changes build on it.
 */
gboolean
quad_book_undo_entry (QuadBook   *self,
                      gint64      entry,
                      GPtrArray **spared,
                      GError    **error)
{
  g_autoptr (QuadJournalEntry) found = NULL;
  g_auto (QuadReverted) reverted = { 0 };
  gboolean is_last;

  g_return_val_if_fail (QUAD_IS_BOOK (self), FALSE);
  g_return_val_if_fail (spared != NULL, FALSE);

  *spared = NULL;
  if (!quad_book_check_writable (self, error))
    return FALSE;
  found = find_entry (self, entry, &is_last, error);
  if (found == NULL)
    return FALSE;
  if (is_last && !found->undone)
    {
      if (!quad_book_undo (self, error))
        return FALSE;
      *spared = g_ptr_array_new_with_free_func (g_object_unref);
      return TRUE;
    }
  if (!revert (self, found, &reverted, error))
    return FALSE;
  *spared = find_spared (self, &reverted);
  return TRUE;
}

/**
 * quad_book_redo:
 * @self: a book
 *
 * Does again what was taken back last.
 *
 * Errors: as quad_book_undo().
 */
gboolean
quad_book_redo (QuadBook  *self,
                GError   **error)
{
  gint64 entry;

  g_return_val_if_fail (QUAD_IS_BOOK (self), FALSE);

  return quad_book_check_writable (self, error)
         && quad_journal_redo (self->database, &entry, error)
         && quad_book_refresh (self, entry, error);
}

/**
 * quad_book_join_history:
 * @self: a book
 * @n_entries: how many
 *
 * Makes one entry of the history of the newest ones, under the label of the first of them: for what
 * takes several operations and is one to a person. Nothing may be undone.
 *
 * Errors: those of the store.
 */
gboolean
quad_book_join_history (QuadBook  *self,
                        guint      n_entries,
                        GError   **error)
{
  g_return_val_if_fail (QUAD_IS_BOOK (self), FALSE);

  return quad_book_check_writable (self, error)
         && quad_journal_join (self->database, n_entries, error)
         && quad_book_load_history_state (self, error);
}

/**
 * quad_book_load_history:
 * @self: an open book
 * @most: how many entries are wanted at most
 *
 * Returns: (transfer full) (element-type QuadHistoryEntry) (nullable): what was done, the newest
 *   first
 */
GPtrArray *
quad_book_load_history (QuadBook  *self,
                        guint      most,
                        GError   **error)
{
  g_autoptr (GPtrArray) entries = NULL;
  GPtrArray *history;

  g_return_val_if_fail (QUAD_IS_BOOK (self), NULL);
  g_return_val_if_fail (self->database != NULL, NULL);

  entries = quad_journal_load_entries (self->database, most, error);
  if (entries == NULL)
    return NULL;

  history = g_ptr_array_new_with_free_func ((GDestroyNotify) quad_history_entry_free);
  for (guint i = 0; i < entries->len; i++)
    {
      const QuadJournalEntry *entry = g_ptr_array_index (entries, i);
      QuadHistoryEntry *item = g_new (QuadHistoryEntry, 1);

      item->id = entry->id;
      item->label = g_strdup (entry->label);
      item->time = entry->time;
      item->undone = entry->undone;
      g_ptr_array_add (history, item);
    }

  return history;
}
