/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-book"

#include "quad-book-private.h"

#include "quad-i18n.h"
#include "quad-importer.h"
#include "quad-settings.h"

/* Imports on the book's own connection, or in a thread with a connection of its own. While a thread
 * imports the book refuses every other operation, so the list that the importer looks at stays as
 * it is. */

struct _QuadImportJob
{
  /* owned */
  QuadImporter      *importer;
  QuadDatabase      *worker;
  QuadTally         *tally;       /* of a preview that has not begun */
  QuadImportPreview *preview;     /* that was made */

  /* plain */
  QuadFigures        figures;     /* for a preview */
  gboolean           is_preview;
  QuadAccountWriter  writer;
  gint64             entry;
  GMutex             lock;
  GCond              ended;
  gboolean           running;     /* guarded by lock */
};

#define MEMORY_PREFIX "import-"

static void
free_job (QuadImportJob *job)
{
  quad_importer_free (job->importer);
  g_clear_pointer (&job->tally, quad_tally_free);
  g_clear_object (&job->preview);
  if (job->worker != NULL)
    quad_database_close (job->worker);
  g_clear_object (&job->worker);
  g_cond_clear (&job->ended);
  g_mutex_clear (&job->lock);
  g_free (job);
}

static QuadImporter *
make_importer (QuadBook                *self,
               QuadImportSource        *source,
               const QuadImportOptions *options,
               const QuadCutOffRule    *recut,
               GCancellable            *cancellable,
               QuadImportProgress       progress,
               gpointer                 user_data)
{
  QuadImporter *importer = quad_importer_new (self->accounts, source, options);

  quad_importer_set_progress (importer, cancellable, progress, user_data);
  if (recut != NULL)
    quad_importer_set_recut (importer, recut,
                             recut->basis_points != self->rule.basis_points
                             || recut->amount != self->rule.amount);

  return importer;
}

static gboolean
may_import (QuadBook              *self,
            const QuadCutOffRule  *recut,
            GError               **error)
{
  return quad_book_check_writable (self, error)
         && (recut == NULL || quad_cut_off_rule_check (recut, error));
}

/* Asking the journal for each row would cost more than reading them all. */
static gboolean
follow_import (QuadBook                *self,
               const QuadImportResult  *result,
               gint64                   entry,
               GError                 **error)
{
  if (entry == 0)
    return TRUE;
  if (self->import_only)
    {
      self->stale = TRUE;
      return TRUE;
    }
  if (result->created >= ROWS_WORTH_ALL
      && result->created >= quad_item_list_get_size (self->accounts) / 4)
    return quad_book_load (self, error);

  return quad_book_refresh (self, entry, error);
}

/**
 * quad_book_import:
 * @self: a book
 * @source: where the accounts come from
 * @options: (nullable): how rows find accounts that are there, and what they do to them
 * @recut: (nullable): the rule by which the list is cut as part of the same operation
 * @cancellable: (nullable): to cancel it
 * @progress: (nullable): hears how far it is
 * @user_data: for @progress
 * @result: (out caller-allocates) (optional): what was done
 *
 * Imports all rows as one operation, in this thread. A row whose external id the book or an earlier
 * row has already updates that account; with options, so does a row that finds one otherwise. An
 * empty cell erases nothing. When nothing is new it is no operation.
 *
 * Without options a row that the book cannot hold is an error; with them it stays out and is
 * counted.
 *
 * Errors: %G_IO_ERROR_CANCELLED; those of the source, of the rows' values and of the store. Nothing
 * was done then.
 */
gboolean
quad_book_import (QuadBook                 *self,
                  QuadImportSource         *source,
                  const QuadImportOptions  *options,
                  const QuadCutOffRule     *recut,
                  GCancellable             *cancellable,
                  QuadImportProgress        progress,
                  gpointer                  user_data,
                  QuadImportResult         *result,
                  GError                  **error)
{
  QuadImporter *importer;
  QuadImportResult done;
  QuadAccountWriter writer;
  gint64 entry;
  gboolean good;

  g_return_val_if_fail (QUAD_IS_BOOK (self), FALSE);
  g_return_val_if_fail (QUAD_IS_IMPORT_SOURCE (source), FALSE);

  if (!may_import (self, recut, error))
    return FALSE;

  importer = make_importer (self, source, options, recut, cancellable, progress, user_data);
  quad_book_get_writer (self, self->database, &writer);
  good = quad_importer_run (importer, &writer, &entry, error);
  done = *quad_importer_get_result (importer);
  quad_importer_free (importer);
  if (result != NULL)
    *result = done;

  return good && follow_import (self, &done, entry, error);
}

/**
 * quad_book_preview_import:
 * @self: an open book
 * @source: where the accounts come from
 * @options: (nullable): as in quad_book_import()
 * @cancellable: (nullable): to cancel it
 * @progress: (nullable): hears how far it is
 * @user_data: for @progress
 *
 * Finds out what quad_book_import() would do, by the same rules. Writes nothing, so a book that is
 * open for reading will do.
 *
 * Errors: as quad_book_import().
 *
 * Returns: (transfer full) (nullable): what it would do
 */
QuadImportPreview *
quad_book_preview_import (QuadBook                 *self,
                          QuadImportSource         *source,
                          const QuadImportOptions  *options,
                          GCancellable             *cancellable,
                          QuadImportProgress        progress,
                          gpointer                  user_data,
                          GError                  **error)
{
  g_autoptr (QuadImporter) importer = NULL;

  g_return_val_if_fail (QUAD_IS_BOOK (self), NULL);
  g_return_val_if_fail (QUAD_IS_IMPORT_SOURCE (source), NULL);
  g_return_val_if_fail (self->database != NULL, NULL);

  importer = make_importer (self, source, options, NULL, cancellable, progress, user_data);
  return quad_importer_preview (importer, self->database, quad_book_get_today (self),
                                quad_tally_new (self->accounts), quad_book_get_figures (self),
                                error);
}

/* In the thread. The connection is closed here, so that whoever waits knows the file to be free. */
static void
run_job (GTask        *task,
         gpointer      source_object,
         gpointer      task_data,
         GCancellable *cancellable)
{
  QuadImportJob *job = task_data;
  GError *error = NULL;
  gboolean good;

  if (job->is_preview)
    {
      job->preview = quad_importer_preview (job->importer, job->worker, job->writer.today,
                                            g_steal_pointer (&job->tally), &job->figures, &error);
      good = job->preview != NULL;
    }
  else
    {
      good = quad_importer_run (job->importer, &job->writer, &job->entry, &error);
    }

  quad_database_close (job->worker);
  g_mutex_lock (&job->lock);
  job->running = FALSE;
  g_cond_broadcast (&job->ended);
  g_mutex_unlock (&job->lock);

  if (good)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* Back in the main thread: the objects follow before the caller hears of the end. The thread may
 * let go of its task after this, so that one owns neither the job nor the book. */
static void
job_done_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  QuadBook *self = g_task_get_source_object (task);
  QuadImportJob *job = g_task_get_task_data (G_TASK (result));
  GError *error = NULL;
  gboolean good = g_task_propagate_boolean (G_TASK (result), &error);

  if (job->is_preview)
    g_task_set_task_data (task, g_steal_pointer (&job->preview), g_object_unref);
  else
    g_task_set_task_data (task,
                          g_memdup2 (quad_importer_get_result (job->importer),
                                     sizeof (QuadImportResult)),
                          g_free);
  if (self->job == job)
    self->job = NULL;
  if (good && !job->is_preview && self->database != NULL)
    good = follow_import (self, quad_importer_get_result (job->importer), job->entry, &error);
  free_job (job);

  if (good)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* Takes @worker and @importer. */
static QuadImportJob *
make_job (QuadBook     *self,
          QuadDatabase *worker,
          QuadImporter *importer)
{
  QuadImportJob *job = g_new0 (QuadImportJob, 1);

  g_mutex_init (&job->lock);
  g_cond_init (&job->ended);
  job->running = TRUE;
  job->worker = worker;
  job->importer = importer;
  quad_book_get_writer (self, worker, &job->writer);
  self->job = job;
  return job;
}

/* Runs the job in a thread of its own. Takes @task, which is told at the end. */
static void
start_job (QuadImportJob *job,
           GTask         *task,
           GCancellable  *cancellable)
{
  g_autoptr (GTask) thread = g_task_new (NULL, cancellable, job_done_cb, task);

  g_task_set_check_cancellable (thread, FALSE);
  g_task_set_task_data (thread, job, NULL);
  g_task_run_in_thread (thread, run_job);
}

/**
 * quad_book_import_async:
 * @self: a book
 * @source: where the accounts come from; used in the other thread until the end
 * @options: (nullable): as in quad_book_import()
 * @recut: (nullable): as in quad_book_import()
 * @cancellable: (nullable): to cancel it
 * @progress: (nullable): hears, in the other thread, how far it is
 * @progress_data: for @progress
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Imports in a thread of its own. Until the end the book refuses other operations with
 * %QUAD_ERROR_BUSY.
 */
void
quad_book_import_async (QuadBook                *self,
                        QuadImportSource        *source,
                        const QuadImportOptions *options,
                        const QuadCutOffRule    *recut,
                        GCancellable            *cancellable,
                        QuadImportProgress       progress,
                        gpointer                 progress_data,
                        GAsyncReadyCallback      callback,
                        gpointer                 user_data)
{
  g_autoptr (GTask) task = NULL;
  QuadDatabase *worker;
  QuadImportJob *job;
  GError *error = NULL;

  g_return_if_fail (QUAD_IS_BOOK (self));
  g_return_if_fail (QUAD_IS_IMPORT_SOURCE (source));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, quad_book_import_async);
  /* Once it is committed it is done, whatever was asked since. */
  g_task_set_check_cancellable (task, FALSE);

  worker = may_import (self, recut, &error) ? quad_database_open_worker (self->database, &error)
                                            : NULL;
  if (worker == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  job = make_job (self, worker, make_importer (self, source, options, recut, cancellable, progress,
                                               progress_data));
  start_job (job, g_steal_pointer (&task), cancellable);
}

static gboolean
may_preview (QuadBook  *self,
             GError   **error)
{
  if (self->job == NULL && self->database != NULL)
    return TRUE;

  g_set_error_literal (error, QUAD_ERROR, QUAD_ERROR_BUSY,
                       _("An import is still running. Wait until it is done, or cancel it."));
  return FALSE;
}

/**
 * quad_book_preview_import_async:
 * @self: an open book
 * @source: where the accounts come from; used in the other thread until the end
 * @options: (nullable): as in quad_book_import()
 * @cancellable: (nullable): to cancel it
 * @progress: (nullable): hears, in the other thread, how far it is
 * @progress_data: for @progress
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * As quad_book_preview_import(), in a thread of its own. Until the end the book refuses operations
 * with %QUAD_ERROR_BUSY.
 */
void
quad_book_preview_import_async (QuadBook                *self,
                                QuadImportSource        *source,
                                const QuadImportOptions *options,
                                GCancellable            *cancellable,
                                QuadImportProgress       progress,
                                gpointer                 progress_data,
                                GAsyncReadyCallback      callback,
                                gpointer                 user_data)
{
  g_autoptr (GTask) task = NULL;
  QuadDatabase *worker;
  QuadImportJob *job;
  GError *error = NULL;

  g_return_if_fail (QUAD_IS_BOOK (self));
  g_return_if_fail (QUAD_IS_IMPORT_SOURCE (source));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, quad_book_preview_import_async);
  worker = may_preview (self, &error) ? quad_database_open_worker (self->database, &error) : NULL;
  if (worker == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  job = make_job (self, worker, make_importer (self, source, options, NULL, cancellable, progress,
                                               progress_data));
  job->is_preview = TRUE;
  job->tally = quad_tally_new (self->accounts);
  job->figures = *quad_book_get_figures (self);
  start_job (job, g_steal_pointer (&task), cancellable);
}

/**
 * quad_book_preview_import_finish:
 * @self: a book
 * @result: of the callback
 *
 * Ends quad_book_preview_import_async().
 *
 * Errors: as quad_book_import().
 *
 * Returns: (transfer full) (nullable): what an import would do
 */
QuadImportPreview *
quad_book_preview_import_finish (QuadBook      *self,
                                 GAsyncResult  *result,
                                 GError       **error)
{
  g_return_val_if_fail (QUAD_IS_BOOK (self), NULL);
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return NULL;
  return g_object_ref (g_task_get_task_data (G_TASK (result)));
}

/**
 * quad_book_import_finish:
 * @self: a book
 * @result: of the callback
 * @counts: (out caller-allocates) (optional): what was done
 *
 * Ends quad_book_import_async().
 *
 * Errors: as quad_book_import().
 */
gboolean
quad_book_import_finish (QuadBook          *self,
                         GAsyncResult      *result,
                         QuadImportResult  *counts,
                         GError           **error)
{
  const QuadImportResult *done;

  g_return_val_if_fail (QUAD_IS_BOOK (self), FALSE);
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  done = g_task_get_task_data (G_TASK (result));
  if (counts != NULL)
    *counts = done != NULL ? *done : (QuadImportResult) { 0 };

  return g_task_propagate_boolean (G_TASK (result), error);
}

/* Keeps what an import remembers; part of the operation that was begun. */
gboolean
quad_book_save_import_memory (QuadDatabase  *database,
                              const char    *key,
                              const char    *memory,
                              gboolean      *is_new,
                              GError       **error)
{
  g_autofree char *name = g_strconcat (MEMORY_PREFIX, key, NULL);
  g_autofree char *before = NULL;

  *is_new = FALSE;
  if (!quad_settings_load (database, name, &before, error))
    return FALSE;
  *is_new = g_strcmp0 (before, memory) != 0;
  return !*is_new || quad_settings_save (database, name, memory, error);
}

/**
 * quad_book_load_import_memories:
 * @self: an open book
 *
 * Returns: (transfer full) (nullable) (element-type utf8): all that imports were told to keep
 */
GPtrArray *
quad_book_load_import_memories (QuadBook  *self,
                                GError   **error)
{
  g_return_val_if_fail (QUAD_IS_BOOK (self) && self->database != NULL, NULL);

  return quad_settings_load_all (self->database, MEMORY_PREFIX, error);
}

/**
 * quad_book_move_import_memory:
 * @self: an open book
 * @label: what is done, in words
 * @from: the key of what an import was told to keep
 * @to: (nullable): the key that it is kept under from now on; %NULL to forget it
 * @memory: (nullable): the text that is kept there
 *
 * One operation.
 *
 * Errors: those of the store.
 */
gboolean
quad_book_move_import_memory (QuadBook    *self,
                              const char  *label,
                              const char  *from,
                              const char  *to,
                              const char  *memory,
                              GError     **error)
{
  g_autofree char *old_name = NULL;
  g_autofree char *name = NULL;
  gboolean done;

  g_return_val_if_fail (QUAD_IS_BOOK (self) && label != NULL && from != NULL, FALSE);
  g_return_val_if_fail ((to == NULL) == (memory == NULL), FALSE);

  if (!quad_book_check_writable (self, error) || !quad_book_begin (self, label, error))
    return FALSE;
  old_name = g_strconcat (MEMORY_PREFIX, from, NULL);
  name = g_strconcat (MEMORY_PREFIX, to, NULL);
  done = quad_settings_save (self->database, old_name, NULL, error)
         && (to == NULL || quad_settings_save (self->database, name, memory, error));
  return quad_book_end (self, done, error);
}

/* Stops an import in a thread and waits until its connection is closed. */
void
quad_book_stop_import (QuadBook *self)
{
  QuadImportJob *job = self->job;

  if (job == NULL)
    return;

  quad_importer_stop (job->importer);
  g_mutex_lock (&job->lock);
  while (job->running)
    g_cond_wait (&job->ended, &job->lock);
  g_mutex_unlock (&job->lock);
  self->job = NULL;
}
