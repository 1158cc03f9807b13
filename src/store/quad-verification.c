/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-store"

#include "quad-verification.h"

#include <string.h>

#include "quad-statement.h"

/**
 * QuadVerification:
 *
 * The look at every page of a book when it is opened. It runs on a connection and in a thread of
 * its own while the caller loads the accounts, and is waited for before anything is written.
 */
struct _QuadVerification
{
  gatomicrefcount  ref_count;
  GThread         *thread;
  char            *path;

  GMutex           mutex;
  GCond            cond;

  /* under the mutex */
  sqlite3         *handle;
  GError          *error;
  gboolean         done;
};

/**
 * quad_verification_run:
 *
 * Runs quick_check and waits for it. The rules of single columns are left out: reading a row into a
 * record checks them as well, and at a fraction of the cost.
 *
 * Errors: %QUAD_ERROR_CORRUPT with what was found first.
 */
gboolean
quad_verification_run (sqlite3     *handle,
                       const char  *path,
                       GError     **error)
{
  sqlite3_stmt *statement = NULL;
  gboolean good = FALSE;

  if (!quad_store_run (handle, path, "PRAGMA ignore_check_constraints = 1", error))
    return FALSE;
  if (sqlite3_prepare_v2 (handle, "PRAGMA quick_check (1)", -1, &statement, NULL) != SQLITE_OK
      || sqlite3_step (statement) != SQLITE_ROW)
    quad_store_set_error (error, handle, path);
  else if (strcmp ((const char *) sqlite3_column_text (statement, 0), "ok") == 0)
    good = TRUE;
  else
    quad_store_set_corrupt (error, path, (const char *) sqlite3_column_text (statement, 0));
  sqlite3_finalize (statement);
  sqlite3_exec (handle, "PRAGMA ignore_check_constraints = 0", NULL, NULL, NULL);
  return good;
}

static gpointer
run_thread (gpointer data)
{
  QuadVerification *self = data;
  g_autoptr (GError) error = NULL;

  quad_verification_run (self->handle, self->path, &error);

  g_mutex_lock (&self->mutex);
  g_clear_pointer (&self->handle, sqlite3_close);
  self->error = g_steal_pointer (&error);
  self->done = TRUE;
  g_cond_broadcast (&self->cond);
  g_mutex_unlock (&self->mutex);
  return NULL;
}

/**
 * quad_verification_start:
 * @handle: (transfer full): a connection that nobody else uses
 */
QuadVerification *
quad_verification_start (sqlite3    *handle,
                         const char *path)
{
  QuadVerification *self = g_new0 (QuadVerification, 1);

  g_atomic_ref_count_init (&self->ref_count);
  g_mutex_init (&self->mutex);
  g_cond_init (&self->cond);
  self->handle = handle;
  self->path = g_strdup (path);
  self->thread = g_thread_new ("quad-verify", run_thread, self);
  return self;
}

QuadVerification *
quad_verification_ref (QuadVerification *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
quad_verification_unref (QuadVerification *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_thread_join (self->thread);
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->cond);
  g_clear_error (&self->error);
  g_free (self->path);
  g_free (self);
}

/**
 * quad_verification_wait:
 *
 * Waits until the book was looked at. May be called often, and from any thread.
 *
 * Returns: whether it is sound
 */
gboolean
quad_verification_wait (QuadVerification  *self,
                        GError           **error)
{
  gboolean good;

  g_mutex_lock (&self->mutex);
  while (!self->done)
    g_cond_wait (&self->cond, &self->mutex);
  good = self->error == NULL;
  if (!good && error != NULL)
    *error = g_error_copy (self->error);
  g_mutex_unlock (&self->mutex);
  return good;
}

/**
 * quad_verification_stop:
 *
 * Gives up: nobody wants to know any more.
 */
void
quad_verification_stop (QuadVerification *self)
{
  g_mutex_lock (&self->mutex);
  if (self->handle != NULL)
    sqlite3_interrupt (self->handle);
  g_mutex_unlock (&self->mutex);
}
