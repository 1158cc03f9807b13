/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-store"

#include "quad-database-private.h"

#include "quad-i18n.h"
#include "quad-lock.h"
#include "quad-statement.h"
#include "quad-verification.h"

G_DEFINE_FINAL_TYPE (QuadDatabase, quad_database, G_TYPE_OBJECT)

static void
finalize_statement (gpointer statement)
{
  sqlite3_finalize (statement);
}

static void
quad_database_dispose (GObject *object)
{
  quad_database_close (QUAD_DATABASE (object));
  G_OBJECT_CLASS (quad_database_parent_class)->dispose (object);
}

static void
quad_database_finalize (GObject *object)
{
  QuadDatabase *self = QUAD_DATABASE (object);

  g_hash_table_unref (self->statements);
  g_free (self->path);
  G_OBJECT_CLASS (quad_database_parent_class)->finalize (object);
}

static void
quad_database_class_init (QuadDatabaseClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = quad_database_dispose;
  object_class->finalize = quad_database_finalize;
}

static void
quad_database_init (QuadDatabase *self)
{
  self->statements = g_hash_table_new_full (NULL, NULL, NULL, finalize_statement);
}

/**
 * quad_database_verify:
 *
 * Waits until every page of the book was looked at. Nothing is written before.
 *
 * Errors: %QUAD_ERROR_CORRUPT; the book is then closed as it is.
 */
gboolean
quad_database_verify (QuadDatabase  *self,
                      GError       **error)
{
  g_return_val_if_fail (QUAD_IS_DATABASE (self) && self->handle != NULL, FALSE);

  if (self->verification == NULL)
    return TRUE;
  if (!quad_verification_wait (self->verification, error))
    {
      self->damaged = TRUE;
      return FALSE;
    }
  return TRUE;
}

/**
 * quad_database_close:
 *
 * Rolls back what was not committed and lets go of the book. May be called twice.
 */
void
quad_database_close (QuadDatabase *self)
{
  g_return_if_fail (QUAD_IS_DATABASE (self));

  if (self->is_changing)
    quad_database_rollback (self);
  if (self->verification != NULL && !self->is_worker)
    {
      quad_verification_stop (self->verification);
      self->damaged |= !quad_verification_wait (self->verification, NULL);
    }
  g_clear_pointer (&self->verification, quad_verification_unref);

  g_hash_table_remove_all (self->statements);
  g_clear_pointer (&self->journal, quad_journal_free);
  /* What another program left beside a book may be what repairs it: it is not merged into one that
   * is damaged, or that was not looked at to the end. */
  if (self->handle != NULL && self->damaged && self->had_log)
    sqlite3_db_config (self->handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
  if (self->handle != NULL && sqlite3_close (self->handle) != SQLITE_OK)
    g_critical ("A statement on %s was not finalized", self->path);
  self->handle = NULL;
  g_clear_pointer (&self->lock, quad_lock_unref);
}

/**
 * quad_database_get_path:
 *
 * Returns: (transfer none): where the book is, without symbolic links
 */
const char *
quad_database_get_path (QuadDatabase *self)
{
  g_return_val_if_fail (QUAD_IS_DATABASE (self), NULL);

  return self->path;
}

gboolean
quad_database_is_read_only (QuadDatabase *self)
{
  g_return_val_if_fail (QUAD_IS_DATABASE (self), TRUE);

  return self->journal == NULL;
}

/**
 * quad_database_has_moved:
 *
 * Returns: whether somebody moved, replaced or deleted the file since it was opened: what is done
 *   to the open book does not come to the file of that name then
 */
gboolean
quad_database_has_moved (QuadDatabase *self)
{
  int moved = 0;

  g_return_val_if_fail (QUAD_IS_DATABASE (self), FALSE);

  return self->handle != NULL
         && sqlite3_file_control (self->handle, "main", SQLITE_FCNTL_HAS_MOVED, &moved) == SQLITE_OK
         && moved != 0;
}

/**
 * quad_database_is_new:
 *
 * Returns: whether opening made the book
 */
gboolean
quad_database_is_new (QuadDatabase *self)
{
  g_return_val_if_fail (QUAD_IS_DATABASE (self), FALSE);

  return self->is_new;
}

/* Begins a transaction that may write, once the book is known to be sound. */
gboolean
quad_database_start (QuadDatabase  *self,
                     GError       **error)
{
  g_return_val_if_fail (QUAD_IS_DATABASE (self) && self->handle != NULL, FALSE);
  g_return_val_if_fail (!self->is_changing, FALSE);

  if (self->journal == NULL)
    {
      g_autofree char *name = g_filename_display_name (self->path);

      g_set_error (error, QUAD_ERROR, QUAD_ERROR_READ_ONLY,
                   _("“%s” was opened for reading only. Copy it to a folder of your own."), name);
      return FALSE;
    }
  if (!quad_database_verify (self, error)
      || !quad_store_run (self->handle, self->path, "BEGIN IMMEDIATE", error))
    return FALSE;
  self->is_changing = TRUE;
  return TRUE;
}

/* SQLite rolls back by itself after some errors, such as a full disk. */
static gboolean
check_transaction (QuadDatabase  *self,
                   GError       **error)
{
  g_autofree char *name = NULL;

  if (sqlite3_get_autocommit (self->handle) == 0)
    return TRUE;
  name = g_filename_display_name (self->path);
  g_set_error (error, QUAD_ERROR, QUAD_ERROR_IO,
               _("The change to “%s” was given up after an error. Try again."), name);
  return FALSE;
}

/* Commits it, or rolls it back when that fails. */
gboolean
quad_database_finish (QuadDatabase  *self,
                      GError       **error)
{
  sqlite3_stmt *statement = NULL;

  if (check_transaction (self, error))
    statement = quad_statement_get (self, "COMMIT", error);
  if (statement == NULL || !quad_statement_finish (self, statement, error))
    {
      quad_database_rollback (self);
      return FALSE;
    }
  self->is_changing = FALSE;
  quad_journal_forget_entry (self->journal);
  return TRUE;
}

/**
 * quad_database_begin:
 * @label: what is done, in words that a person will read beside Undo
 *
 * Begins an operation. After any error inside of it, quad_database_rollback() is the only way on.
 *
 * Errors: %QUAD_ERROR_READ_ONLY, %QUAD_ERROR_BUSY, %QUAD_ERROR_CORRUPT.
 */
gboolean
quad_database_begin (QuadDatabase  *self,
                     const char    *label,
                     GError       **error)
{
  g_return_val_if_fail (label != NULL, FALSE);

  if (!quad_database_start (self, error))
    return FALSE;
  if (!quad_journal_open_entry (self, label, error))
    {
      quad_database_rollback (self);
      return FALSE;
    }
  return TRUE;
}

/**
 * quad_database_set_label:
 *
 * Gives the operation another label, for one whose extent is known only at its end.
 */
void
quad_database_set_label (QuadDatabase *self,
                         const char   *label)
{
  g_return_if_fail (quad_database_is_changing (self) && label != NULL);

  g_free (self->label);
  self->label = g_strdup (label);
}

/**
 * quad_database_commit:
 * @entry: (out) (optional): the entry in the journal; 0 when the operation changed nothing, and
 *   left no entry
 *
 * Ends the operation. When it fails, the operation is rolled back.
 *
 * Errors: %QUAD_ERROR_NO_SPACE, %QUAD_ERROR_CONSTRAINT, %QUAD_ERROR_IO.
 */
gboolean
quad_database_commit (QuadDatabase  *self,
                      gint64        *entry,
                      GError       **error)
{
  gint64 done = 0;

  g_return_val_if_fail (quad_database_is_changing (self), FALSE);

  if (!check_transaction (self, error)
      || !quad_journal_close_entry (self, self->label, &done, error))
    {
      quad_database_rollback (self);
      return FALSE;
    }
  if (done == 0)
    quad_database_rollback (self);
  else if (!quad_database_finish (self, error))
    return FALSE;
  g_clear_pointer (&self->label, g_free);
  if (entry != NULL)
    *entry = done;
  return TRUE;
}

/**
 * quad_database_commit_for_good:
 *
 * Ends the operation as quad_database_commit() does, and keeps no entry: it cannot be taken back.
 * For what a new book begins with.
 *
 * Errors: as quad_database_commit().
 */
gboolean
quad_database_commit_for_good (QuadDatabase  *self,
                               GError       **error)
{
  g_return_val_if_fail (quad_database_is_changing (self), FALSE);

  if (!quad_journal_drop_entry (self, error))
    {
      quad_database_rollback (self);
      return FALSE;
    }
  if (!quad_database_finish (self, error))
    return FALSE;
  g_clear_pointer (&self->label, g_free);
  return TRUE;
}

/**
 * quad_database_rollback:
 *
 * Gives the operation up: the book is as it was before. Does nothing outside of an operation.
 */
void
quad_database_rollback (QuadDatabase *self)
{
  g_return_if_fail (QUAD_IS_DATABASE (self));

  if (!self->is_changing)
    return;
  if (sqlite3_get_autocommit (self->handle) == 0)
    sqlite3_exec (self->handle, "ROLLBACK", NULL, NULL, NULL);
  self->is_changing = FALSE;
  quad_journal_forget_entry (self->journal);
  g_clear_pointer (&self->label, g_free);
}

/**
 * quad_database_is_changing:
 *
 * Returns: whether an operation was begun and not ended
 */
gboolean
quad_database_is_changing (QuadDatabase *self)
{
  g_return_val_if_fail (QUAD_IS_DATABASE (self), FALSE);

  return self->is_changing;
}

sqlite3 *
quad_database_get_handle (QuadDatabase *self)
{
  return self->handle;
}

GHashTable *
quad_database_get_statements (QuadDatabase *self)
{
  return self->statements;
}

QuadJournal *
quad_database_get_journal (QuadDatabase *self)
{
  return self->journal;
}
