/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-book"

#include "quad-backup.h"

#include "quad-backups.h"
#include "quad-book-private.h"

/**
 * QuadBackupJob:
 *
 * The copy of the day that is made in a thread, with a connection of its own. It belongs to the
 * book, which ends it before it closes.
 */
struct _QuadBackupJob
{
  /* owned */
  GThread      *thread;
  GTask        *task;
  GCancellable *cancellable;
  QuadDatabase *worker;

  /* plain */
  QuadDate      today;
};

/**
 * quad_backup_free:
 * @backup: (nullable): a backup
 *
 * Frees the description of a backup, not the file.
 */
void
quad_backup_free (QuadBackup *backup)
{
  if (backup == NULL)
    return;

  g_free (backup->path);
  g_free (backup);
}

/**
 * quad_backup_list:
 * @book_path: (nullable): of a book, which may be damaged or gone; %NULL for the default one
 *
 * Returns: (transfer full) (element-type QuadBackup): its daily copies, the newest first
 */
GPtrArray *
quad_backup_list (const char *book_path)
{
  g_autofree char *path = book_path != NULL ? g_strdup (book_path) : quad_book_get_default_path ();
  g_autoptr (GPtrArray) files = quad_backups_list (path);
  GPtrArray *backups = g_ptr_array_new_with_free_func ((GDestroyNotify) quad_backup_free);

  for (guint i = 0; i < files->len; i++)
    {
      const QuadBackupFile *file = files->pdata[i];
      QuadBackup *backup = g_new (QuadBackup, 1);

      backup->path = g_strdup (file->path);
      backup->day = file->day;
      g_ptr_array_add (backups, backup);
    }

  return backups;
}

/**
 * quad_backup_restore:
 * @book_path: (nullable): of the book, which must be closed; %NULL for the default one
 * @from: a copy of it, which stays as it is
 * @kept: (out) (transfer full) (nullable): where the book is now that was replaced
 *
 * Puts a copy in the place of a book. The copy is checked whole before, and the book is kept.
 *
 * Errors: those of quad_book_open() about @from, %QUAD_ERROR_BUSY when a program writes the book,
 * %QUAD_ERROR_NO_SPACE, %QUAD_ERROR_IO. The book is as it was then.
 */
gboolean
quad_backup_restore (const char  *book_path,
                     const char  *from,
                     char       **kept,
                     GError     **error)
{
  g_autofree char *path = book_path != NULL ? g_strdup (book_path) : quad_book_get_default_path ();

  return quad_backups_restore (path, from, kept, error);
}

/**
 * quad_book_back_up:
 * @self: an open book
 * @path: where the copy goes; a file that is there is replaced, once the copy is complete
 * @cancellable: (nullable): to cancel it
 *
 * Writes a consistent copy of the book as it is now.
 *
 * Errors: %QUAD_ERROR_INVALID_INPUT when @path is the book itself or no file, %QUAD_ERROR_NO_SPACE,
 * %QUAD_ERROR_IO.
 */
gboolean
quad_book_back_up (QuadBook      *self,
                   const char    *path,
                   GCancellable  *cancellable,
                   GError       **error)
{
  g_return_val_if_fail (QUAD_IS_BOOK (self), FALSE);
  g_return_val_if_fail (self->database != NULL, FALSE);

  return quad_backups_write (self->database, path, cancellable, error);
}

/* There is nothing to lose in an empty book. */
static gboolean
wants_daily (QuadBook *self)
{
  return self->database != NULL && !quad_book_is_read_only (self) && self->job == NULL
         && self->backup == NULL && quad_item_list_get_size (self->accounts) > 0;
}

/**
 * quad_book_back_up_daily:
 * @self: a book
 *
 * Makes the copy of the day beside the book, unless it is there, and clears away old ones: the last
 * seven and four weekly ones are kept.
 *
 * Errors: %QUAD_ERROR_NO_SPACE, %QUAD_ERROR_IO.
 */
gboolean
quad_book_back_up_daily (QuadBook  *self,
                         GError   **error)
{
  g_return_val_if_fail (QUAD_IS_BOOK (self), FALSE);

  return !wants_daily (self)
         || quad_backups_make_daily (self->database, quad_book_get_today (self), NULL, error);
}

static gpointer
run_backup (gpointer data)
{
  QuadBackupJob *job = data;
  GError *error = NULL;

  if (quad_backups_make_daily (job->worker, job->today, job->cancellable, &error))
    g_task_return_boolean (job->task, TRUE);
  else
    g_task_return_error (job->task, error);
  return NULL;
}

/**
 * quad_book_back_up_daily_async:
 * @self: a book
 * @callback: called when it is done; it must call quad_book_back_up_daily_finish()
 * @user_data: for @callback
 *
 * As quad_book_back_up_daily(), in a thread. The book can be used meanwhile.
 */
void
quad_book_back_up_daily_async (QuadBook            *self,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  QuadBackupJob *job;
  QuadDatabase *worker;
  GError *error = NULL;

  g_return_if_fail (QUAD_IS_BOOK (self));
  g_return_if_fail (callback != NULL);

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, quad_book_back_up_daily_async);
  if (!wants_daily (self))
    {
      g_task_return_boolean (task, TRUE);
      return;
    }
  worker = quad_database_open_worker (self->database, &error);
  if (worker == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  job = g_new0 (QuadBackupJob, 1);
  job->task = g_steal_pointer (&task);
  job->cancellable = g_cancellable_new ();
  job->worker = worker;
  job->today = quad_book_get_today (self);
  self->backup = job;
  job->thread = g_thread_new ("backup", run_backup, job);
}

/**
 * quad_book_back_up_daily_finish:
 * @self: a book
 * @result: of the callback
 *
 * Ends quad_book_back_up_daily_async().
 *
 * Errors: as quad_book_back_up_daily(), and %G_IO_ERROR_CANCELLED when the book was closed.
 */
gboolean
quad_book_back_up_daily_finish (QuadBook      *self,
                                GAsyncResult  *result,
                                GError       **error)
{
  g_return_val_if_fail (QUAD_IS_BOOK (self), FALSE);
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  if (self->backup != NULL && self->backup->task == G_TASK (result))
    quad_book_stop_backup (self);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/* Ends the copy that is being made, and waits until its connection is closed. */
void
quad_book_stop_backup (QuadBook *self)
{
  QuadBackupJob *job = g_steal_pointer (&self->backup);

  if (job == NULL)
    return;

  g_cancellable_cancel (job->cancellable);
  g_thread_join (job->thread);
  quad_database_close (job->worker);
  g_object_unref (job->worker);
  g_object_unref (job->cancellable);
  g_object_unref (job->task);
  g_free (job);
}
