/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-store"

/* How a book is opened: found or made, locked, brought to the newest version, watched, checked. */

#include "quad-database-private.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "quad-i18n.h"
#include "quad-migrations.h"
#include "quad-statement.h"

static gboolean
make_folder (const char  *path,
             GError     **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_filename_display_name (folder);

  if (g_mkdir_with_parents (folder, 0700) == 0)
    return TRUE;
  g_set_error (error, QUAD_ERROR, QUAD_ERROR_IO, _("The folder “%s” cannot be made: %s."), name,
               g_strerror (errno));
  return FALSE;
}

/* Takes the lock first, so that two programs cannot both make the book. */
static gboolean
create_book (QuadDatabase         *self,
             const char           *path,
             const char * const   *scripts,
             GError              **error)
{
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);
  g_autofree char *folder = NULL, *name = NULL;
  char *real_folder;

  if (!make_folder (absolute, error))
    return FALSE;
  folder = g_path_get_dirname (absolute);
  name = g_path_get_basename (absolute);
  real_folder = realpath (folder, NULL);
  self->path = real_folder != NULL ? g_build_filename (real_folder, name, NULL)
                                   : g_steal_pointer (&absolute);
  free (real_folder);

  self->lock = quad_lock_acquire (self->path, error);
  if (self->lock == NULL || !quad_database_file_create (self->path, scripts, error))
    return FALSE;
  self->is_new = TRUE;
  return TRUE;
}

static gboolean
check_stamps (QuadDatabase  *self,
              guint          newest,
              gint64        *version,
              GError       **error)
{
  gint64 application;

  /* Once more: what the header says may be out of date while changes lie beside the book. */
  if (!quad_store_get_number (self->handle, self->path, "PRAGMA application_id", &application,
                              error)
      || !quad_store_get_number (self->handle, self->path, "PRAGMA user_version", version, error))
    return FALSE;
  if (application != QUAD_APPLICATION_ID)
    {
      quad_store_set_corrupt (error, self->path, "application_id");
      return FALSE;
    }
  return quad_migrations_check_version (self->path, *version, newest, error);
}

static gboolean
migrate (QuadDatabase         *self,
         gint64                version,
         const char * const   *scripts,
         GError              **error)
{
  g_autofree char *kept = g_strdup_printf ("%s.version-%d-backup", self->path, (int) version);

  if (!quad_verification_run (self->handle, self->path, error))
    {
      self->damaged = TRUE;
      return FALSE;
    }
  for (guint i = 2; g_file_test (kept, G_FILE_TEST_EXISTS); i++)
    {
      g_free (kept);
      kept = g_strdup_printf ("%s.version-%d-backup-%u", self->path, (int) version, i);
    }
  return quad_backup_copy (self->handle, self->path, kept, NULL, error)
         && quad_migrations_run (self->handle, self->path, scripts, error);
}

/* A copy made by another tool may have lost it. */
static gboolean
ensure_log (QuadDatabase  *self,
            GError       **error)
{
  sqlite3_stmt *statement = NULL;
  g_autofree char *mode = NULL, *name = NULL;

  if (sqlite3_prepare_v2 (self->handle, "PRAGMA journal_mode = WAL", -1, &statement, NULL)
      != SQLITE_OK || sqlite3_step (statement) != SQLITE_ROW)
    quad_store_set_error (error, self->handle, self->path);
  else
    mode = g_strdup ((const char *) sqlite3_column_text (statement, 0));
  sqlite3_finalize (statement);
  if (mode == NULL)
    return FALSE;
  if (strcmp (mode, "wal") == 0)
    return TRUE;
  name = g_filename_display_name (self->path);
  g_set_error (error, QUAD_ERROR, QUAD_ERROR_IO,
               _("“%s” is on a file system that cannot keep it safe. Copy it to a local disk."),
               name);
  return FALSE;
}

static gboolean
has_log_mode (QuadDatabase  *self,
              gboolean      *log,
              GError       **error)
{
  gint64 answer;

  if (!quad_store_get_number (self->handle, self->path,
                              "SELECT journal_mode = 'wal' FROM pragma_journal_mode", &answer,
                              error))
    return FALSE;
  *log = answer != 0;
  return TRUE;
}

static gboolean
prepare_writing (QuadDatabase         *self,
                 gint64                version,
                 const char * const   *scripts,
                 GError              **error)
{
  gboolean log;

  if (scripts[version] != NULL && !migrate (self, version, scripts, error))
    return FALSE;
  if (!has_log_mode (self, &log, error))
    return FALSE;
  if (!log && !quad_verification_run (self->handle, self->path, error))
    {
      self->damaged = TRUE;
      return FALSE;
    }
  if (!ensure_log (self, error))
    return FALSE;
  self->journal = quad_journal_new (self, error);
  return self->journal != NULL;
}

static gboolean
start_verification (QuadDatabase  *self,
                    QuadAccess     access,
                    GError       **error)
{
  sqlite3 *handle;

  handle = quad_database_file_connect (self->path,
                                       access == QUAD_ACCESS_WRITE ? QUAD_ACCESS_READ : access,
                                       error);
  if (handle == NULL)
    return FALSE;
  self->verification = quad_verification_start (handle, self->path);
  return TRUE;
}

static gboolean
find_book (QuadDatabase         *self,
           const char           *path,
           QuadDatabaseFlags     flags,
           const char * const   *scripts,
           GError              **error)
{
  const guint newest = g_strv_length ((char **) scripts);
  g_autoptr (GError) local_error = NULL;

  if (quad_database_file_probe (path, &self->path, newest, &local_error))
    return TRUE;
  if ((flags & QUAD_DATABASE_CREATE) != 0 && (flags & QUAD_DATABASE_READ_ONLY) == 0
      && g_error_matches (local_error, QUAD_ERROR, QUAD_ERROR_NOT_FOUND))
    return create_book (self, path, scripts, error);
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

static gboolean
open_book (QuadDatabase         *self,
           const char           *path,
           QuadDatabaseFlags     flags,
           const char * const   *scripts,
           GError              **error)
{
  const gboolean read_only = (flags & QUAD_DATABASE_READ_ONLY) != 0;
  QuadAccess access;
  gint64 version;

  if (!find_book (self, path, flags, scripts, error)
      || !quad_database_file_find (self->path, read_only, &access, error))
    return FALSE;
  if (!read_only && self->lock == NULL)
    self->lock = quad_lock_acquire (self->path, error);
  if (!read_only && self->lock == NULL)
    return FALSE;

  self->had_log = quad_database_file_has_log (self->path);
  self->handle = quad_database_file_connect (self->path, access, error);
  if (self->handle == NULL
      || !check_stamps (self, g_strv_length ((char **) scripts), &version, error)
      || (!read_only && !prepare_writing (self, version, scripts, error)))
    return FALSE;
  if (read_only && scripts[version] != NULL)
    {
      g_autofree char *name = g_filename_display_name (self->path);

      g_set_error (error, QUAD_ERROR, QUAD_ERROR_READ_ONLY,
                   _("“%s” is of an older version and must be opened for writing once."), name);
      return FALSE;
    }
  return self->is_new || start_verification (self, access, error);
}

/**
 * quad_database_open_with:
 * @scripts: (array zero-terminated=1): the migrations, see quad_migrations_load()
 *
 * As quad_database_open(), for a program that knows other versions of the schema.
 */
QuadDatabase *
quad_database_open_with (const char          *path,
                         QuadDatabaseFlags    flags,
                         const char * const  *scripts,
                         GError             **error)
{
  g_autoptr (QuadDatabase) self = g_object_new (QUAD_TYPE_DATABASE, NULL);
  g_autoptr (GError) local_error = NULL;

  if (open_book (self, path, flags, scripts, &local_error))
    return g_steal_pointer (&self);
  if (g_error_matches (local_error, QUAD_ERROR, QUAD_ERROR_CORRUPT)
      || g_error_matches (local_error, QUAD_ERROR, QUAD_ERROR_TOO_NEW))
    self->damaged = TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}

/**
 * quad_database_open:
 * @path: of the book
 *
 * Opens a book, or makes one. What lies under the name and is not a sound book of this or an older
 * version is left as it is. The look at every page goes on in the background: load what is needed,
 * then ask quad_database_verify() before the book is shown.
 *
 * Errors: %QUAD_ERROR_NOT_FOUND when there is none and none was to be made,
 *   %QUAD_ERROR_INVALID_INPUT when it is something else than a book, %QUAD_ERROR_CORRUPT,
 *   %QUAD_ERROR_TOO_NEW, %QUAD_ERROR_BUSY when another program writes it, %QUAD_ERROR_READ_ONLY
 *   when it may only be read (open it so), %QUAD_ERROR_NO_SPACE, %QUAD_ERROR_IO.
 */
QuadDatabase *
quad_database_open (const char         *path,
                    QuadDatabaseFlags   flags,
                    GError            **error)
{
  g_auto (GStrv) scripts = NULL;

  g_return_val_if_fail (path != NULL && path[0] != '\0', NULL);

  scripts = quad_migrations_load ();
  return quad_database_open_with (path, flags, (const char * const *) scripts, error);
}

/**
 * quad_database_open_worker:
 * @self: the connection of the main thread; it must stay open as long as the new one
 *
 * Opens a second connection to the same book for another thread, under the same right to write.
 * May be called in that thread. Only one of the two can be inside an operation.
 */
QuadDatabase *
quad_database_open_worker (QuadDatabase  *self,
                           GError       **error)
{
  g_autoptr (QuadDatabase) worker = NULL;
  gboolean read_only;
  QuadAccess access;

  g_return_val_if_fail (QUAD_IS_DATABASE (self) && self->handle != NULL, NULL);

  read_only = self->lock == NULL;
  worker = g_object_new (QUAD_TYPE_DATABASE, NULL);
  worker->is_worker = TRUE;
  worker->path = g_strdup (self->path);
  if (!quad_database_file_find (self->path, read_only, &access, error))
    return NULL;
  if (!read_only)
    worker->lock = quad_lock_ref (self->lock);
  if (self->verification != NULL)
    worker->verification = quad_verification_ref (self->verification);
  worker->handle = quad_database_file_connect (self->path, access, error);
  if (worker->handle == NULL)
    return NULL;
  if (!read_only)
    worker->journal = quad_journal_new (worker, error);
  return read_only || worker->journal != NULL ? g_steal_pointer (&worker) : NULL;
}
