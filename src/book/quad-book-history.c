/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-book"

#include "quad-book-private.h"

#include "quad-journal.h"

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
