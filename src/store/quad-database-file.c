/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-store"

/* The book as a file: what lies under its name, how it is made and how a connection is set up. */

#include "quad-database-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "quad-i18n.h"
#include "quad-migrations.h"
#include "quad-statement.h"

/* Source: https://www.sqlite.org/fileformat2.html, "The Database Header" */
#define HEADER_SIZE         100
#define HEADER_MAGIC        "SQLite format 3"
#define HEADER_USER_VERSION 60
#define HEADER_APPLICATION  68

#define BUSY_MILLISECONDS   2000

static void
set_system_error (GError     **error,
                  const char  *path,
                  int          code)
{
  g_autofree char *name = g_filename_display_name (path);

  switch (code)
    {
    case ENOENT:
      g_set_error (error, QUAD_ERROR, QUAD_ERROR_NOT_FOUND,
                   _("There is no book “%s”. Check the name, or create it."), name);
      break;
    case EACCES:
    case EPERM:
      g_set_error (error, QUAD_ERROR, QUAD_ERROR_IO,
                   _("You have no permission to open “%s”. Ask its owner for it."), name);
      break;
    case EROFS:
      g_set_error (error, QUAD_ERROR, QUAD_ERROR_READ_ONLY,
                   _("“%s” may not be written. Copy it to a folder of your own."), name);
      break;
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
      g_set_error (error, QUAD_ERROR, QUAD_ERROR_NO_SPACE,
                   _("The disk that holds “%s” is full. Free some space, then try again."), name);
      break;
    case EEXIST:
      g_set_error (error, QUAD_ERROR, QUAD_ERROR_INVALID_INPUT,
                   _("“%s” exists already. Choose another name."), name);
      break;
    default:
      g_set_error (error, QUAD_ERROR, QUAD_ERROR_IO, _("“%s” cannot be opened: %s."), name,
                   g_strerror (code));
      break;
    }
}

static gboolean
check_kind (const char  *path,
            GError     **error)
{
  g_autofree char *name = g_filename_display_name (path);
  struct stat info;

  if (stat (path, &info) != 0)
    {
      set_system_error (error, path, errno);
      return FALSE;
    }
  if (S_ISDIR (info.st_mode))
    {
      g_set_error (error, QUAD_ERROR, QUAD_ERROR_INVALID_INPUT,
                   _("“%s” is a folder, not a book. Choose a file."), name);
      return FALSE;
    }
  if (!S_ISREG (info.st_mode))
    {
      g_set_error (error, QUAD_ERROR, QUAD_ERROR_INVALID_INPUT,
                   _("“%s” is not a file. Choose another one."), name);
      return FALSE;
    }
  return TRUE;
}

/* Nobody asks SQLite how much memory it uses, and counting takes a lock for each piece of it: that
 * is left out, which has to be said before it begins to work. */
static int
open_handle (const char  *path,
             sqlite3    **handle,
             int          flags)
{
  static gsize is_set_up;

  if (g_once_init_enter (&is_set_up))
    {
      sqlite3_config (SQLITE_CONFIG_MEMSTATUS, 0);
      g_once_init_leave (&is_set_up, 1);
    }
  return sqlite3_open_v2 (path, handle, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, NULL);
}

/* Reads the start of the file by way of SQLite: were it opened and closed here, the locks of every
 * other connection of this program to it would be gone. Locks, creates and changes nothing. */
static gboolean
read_header (const char   *path,
             guint8       *header,
             gboolean     *whole,
             GError      **error)
{
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
  g_autofree char *frozen = g_strconcat (uri, "?immutable=1", NULL);
  sqlite3 *handle = NULL;
  sqlite3_file *file = NULL;
  int code;

  code = open_handle (frozen, &handle, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI);
  if (code == SQLITE_OK)
    code = sqlite3_file_control (handle, "main", SQLITE_FCNTL_FILE_POINTER, &file);
  if (code == SQLITE_OK)
    code = file->pMethods->xRead (file, header, HEADER_SIZE, 0);
  *whole = code == SQLITE_OK;
  if (code != SQLITE_OK && code != SQLITE_IOERR_SHORT_READ)
    {
      const int system_code = handle != NULL ? sqlite3_system_errno (handle) : 0;

      set_system_error (error, path, system_code != 0 ? system_code : EIO);
      sqlite3_close (handle);
      return FALSE;
    }
  sqlite3_close (handle);
  return TRUE;
}

static guint32
get_header_number (const guint8 *header,
                   guint         offset)
{
  guint32 number;

  memcpy (&number, header + offset, sizeof number);
  return GUINT32_FROM_BE (number);
}

static gboolean
check_header (const char  *path,
              guint        newest,
              GError     **error)
{
  g_autofree char *name = g_filename_display_name (path);
  guint8 header[HEADER_SIZE];
  gboolean whole;

  if (!read_header (path, header, &whole, error))
    return FALSE;
  if (!whole || memcmp (header, HEADER_MAGIC, sizeof HEADER_MAGIC) != 0)
    {
      g_set_error (error, QUAD_ERROR, QUAD_ERROR_INVALID_INPUT,
                   _("“%s” is not a Quadrille book. Choose another file."), name);
      return FALSE;
    }
  if (get_header_number (header, HEADER_APPLICATION) != QUAD_APPLICATION_ID)
    {
      g_set_error (error, QUAD_ERROR, QUAD_ERROR_INVALID_INPUT,
                   _("“%s” belongs to another program. Choose a Quadrille book."), name);
      return FALSE;
    }
  return quad_migrations_check_version (path, get_header_number (header, HEADER_USER_VERSION),
                                        newest, error);
}

/**
 * quad_database_file_probe:
 * @real_path: (out) (transfer full): the path without symbolic links: one book, one name
 * @newest: the newest version of the schema that is understood
 *
 * Looks at what lies under a name, and leaves it exactly as it is.
 *
 * Errors: %QUAD_ERROR_NOT_FOUND when there is nothing, %QUAD_ERROR_INVALID_INPUT when it is
 *   something else than a book, %QUAD_ERROR_TOO_NEW, %QUAD_ERROR_IO.
 */
gboolean
quad_database_file_probe (const char  *path,
                          char       **real_path,
                          guint        newest,
                          GError     **error)
{
  char *real;

  if (!check_kind (path, error))
    return FALSE;
  real = realpath (path, NULL);
  if (real == NULL)
    {
      set_system_error (error, path, errno);
      return FALSE;
    }
  *real_path = g_strdup (real);
  free (real);
  if (!check_header (*real_path, newest, error))
    {
      g_clear_pointer (real_path, g_free);
      return FALSE;
    }
  return TRUE;
}

static gboolean
get_log_size (const char *path,
              gint64     *size)
{
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  struct stat info;

  if (stat (log, &info) != 0)
    return FALSE;
  *size = info.st_size;
  return TRUE;
}

/**
 * quad_database_file_has_log:
 *
 * Returns: whether changes lie beside the book that are not in the file itself yet
 */
gboolean
quad_database_file_has_log (const char *path)
{
  gint64 size;

  return get_log_size (path, &size) && size > 0;
}

static gboolean
may_write (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  return faccessat (AT_FDCWD, path, W_OK, AT_EACCESS) == 0
         && faccessat (AT_FDCWD, folder, W_OK | X_OK, AT_EACCESS) == 0;
}

/**
 * quad_database_file_find:
 * @path: a path without symbolic links
 * @access: (out): how the book can be opened
 *
 * Errors: %QUAD_ERROR_READ_ONLY when it is to be written and that is not permitted.
 */
gboolean
quad_database_file_find (const char  *path,
                         gboolean     read_only,
                         QuadAccess  *access,
                         GError     **error)
{
  g_autofree char *index = g_strconcat (path, "-shm", NULL);
  const gboolean writable = may_write (path);
  gint64 size = 0;

  if (!read_only && !writable)
    {
      set_system_error (error, path, EROFS);
      return FALSE;
    }
  if (!read_only)
    *access = QUAD_ACCESS_WRITE;
  else if (writable || (get_log_size (path, &size) && g_access (index, R_OK) == 0))
    *access = QUAD_ACCESS_READ;
  else if (size == 0)
    *access = QUAD_ACCESS_FROZEN;
  else
    {
      g_autofree char *name = g_filename_display_name (path);

      g_set_error (error, QUAD_ERROR, QUAD_ERROR_READ_ONLY,
                   _("“%s” was not closed properly and may not be written. Copy it, with “%s-wal”, "
                     "to a folder of your own and open it there."), name, name);
      return FALSE;
    }
  return TRUE;
}

static gboolean
set_pragmas (sqlite3     *handle,
             const char  *path,
             GError     **error)
{
  static const struct
  {
    const char *set;
    const char *get;
    gint64      value;
  } pragmas[] = {
    { "PRAGMA foreign_keys = 1", "PRAGMA foreign_keys", 1 },
    { "PRAGMA recursive_triggers = 1", "PRAGMA recursive_triggers", 1 },
    { "PRAGMA synchronous = FULL", "PRAGMA synchronous", 2 },
    { "PRAGMA temp_store = MEMORY", "PRAGMA temp_store", 2 },
    /* KiB: room for all pages that an import of 100,000 rows makes, so that each is written once */
    { "PRAGMA cache_size = -49152", "PRAGMA cache_size", -49152 },
    { "PRAGMA journal_size_limit = 16777216", "PRAGMA journal_size_limit", 16777216 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pragmas); i++)
    {
      gint64 value;

      if (!quad_store_run (handle, path, pragmas[i].set, error)
          || !quad_store_get_number (handle, path, pragmas[i].get, &value, error))
        return FALSE;
      if (value != pragmas[i].value)
        {
          g_set_error (error, QUAD_ERROR, QUAD_ERROR_IO,
                       _("This build of SQLite cannot keep a book safe: it refuses “%s”."),
                       pragmas[i].set);
          return FALSE;
        }
    }
  return TRUE;
}

static gboolean
set_options (sqlite3  *handle,
             GError  **error)
{
  static const struct
  {
    const char *name;
    int         option;
    int         value;
  } options[] = {
    { "defensive", SQLITE_DBCONFIG_DEFENSIVE, 1 },
    { "trusted_schema", SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0 },
    { "dqs_dml", SQLITE_DBCONFIG_DQS_DML, 0 },
    { "dqs_ddl", SQLITE_DBCONFIG_DQS_DDL, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (options); i++)
    {
      int value = -1;

      if (sqlite3_db_config (handle, options[i].option, options[i].value, &value) != SQLITE_OK
          || value != options[i].value)
        {
          g_set_error (error, QUAD_ERROR, QUAD_ERROR_IO,
                       _("This build of SQLite cannot keep a book safe: it refuses “%s”."),
                       options[i].name);
          return FALSE;
        }
    }
  return TRUE;
}

/**
 * quad_database_file_connect:
 *
 * Returns: (transfer full) (nullable): a connection with every safety of SQLite on
 */
sqlite3 *
quad_database_file_connect (const char  *path,
                            QuadAccess   access,
                            GError     **error)
{
  g_autofree char *uri = NULL;
  sqlite3 *handle = NULL;
  int flags = 0;
  gint64 read_only = 1;

  if (access == QUAD_ACCESS_FROZEN)
    {
      g_autofree char *plain = g_filename_to_uri (path, NULL, error);

      if (plain == NULL)
        return NULL;
      uri = g_strconcat (plain, "?immutable=1", NULL);
      flags |= SQLITE_OPEN_READONLY | SQLITE_OPEN_URI;
    }
  else
    {
      /* A reader opens it so as well where it may, to clear up behind itself. */
      flags |= SQLITE_OPEN_READWRITE;
    }

  if (open_handle (uri != NULL ? uri : path, &handle, flags) != SQLITE_OK)
    quad_store_set_error (error, handle, path);
  else if (set_options (handle, error)
           && sqlite3_busy_timeout (handle, BUSY_MILLISECONDS) == SQLITE_OK
           && set_pragmas (handle, path, error)
           && (access == QUAD_ACCESS_WRITE
               || (quad_store_run (handle, path, "PRAGMA query_only = 1", error)
                   && quad_store_get_number (handle, path, "PRAGMA query_only", &read_only, error)
                   && read_only == 1)))
    return handle;

  sqlite3_close (handle);
  return NULL;
}

static gboolean
sync_file (const char *path,
           int         flags)
{
  int fd = open (path, flags | O_RDONLY | O_CLOEXEC);
  gboolean good;

  if (fd < 0)
    return FALSE;
  good = fsync (fd) == 0;
  close (fd);
  return good;
}

/**
 * quad_database_file_put:
 * @made: a finished file that nothing has open, in the folder of @path
 * @path: the name that it gets; nothing may be there
 *
 * Gives a file its name in one step, after everything in it is safe on disk.
 */
gboolean
quad_database_file_put (const char  *made,
                        const char  *path,
                        GError     **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int result;

  if (!sync_file (made, 0))
    {
      set_system_error (error, path, errno);
      return FALSE;
    }
  result = renameat2 (AT_FDCWD, made, AT_FDCWD, path, RENAME_NOREPLACE);
  if (result != 0 && (errno == EINVAL || errno == ENOSYS))
    {
      /* A file system without it. */
      result = link (made, path);
      if (result == 0)
        unlink (made);
    }
  if (result != 0)
    {
      set_system_error (error, path, errno);
      return FALSE;
    }
  sync_file (folder, O_DIRECTORY);
  return TRUE;
}

/**
 * quad_database_file_discard:
 *
 * Removes a file that was not finished, with all that SQLite put beside it.
 */
void
quad_database_file_discard (const char *made)
{
  static const char * const endings[] = { "", "-journal", "-wal", "-shm" };

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *name = g_strconcat (made, endings[i], NULL);

      g_unlink (name);
    }
}

static gboolean
fill_new (const char          *made,
          const char          *path,
          const char * const  *scripts,
          GError             **error)
{
  sqlite3 *handle = NULL;
  gboolean good;

  good = open_handle (made, &handle, SQLITE_OPEN_READWRITE) == SQLITE_OK;
  if (!good)
    quad_store_set_error (error, handle, path);
  good = good
         && quad_store_run (handle, path, "PRAGMA journal_mode = MEMORY", error)
         && quad_migrations_run (handle, path, scripts, error)
         && quad_store_run (handle, path, "PRAGMA journal_mode = WAL", error);
  sqlite3_close (handle);
  return good;
}

/* SQLite would play what a book left behind that was removed into the new one. It may also be all
 * that is left of that book. */
static gboolean
check_remains (const char  *path,
               GError     **error)
{
  static const char * const endings[] = { "-wal", "-journal" };

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *remains = g_strconcat (path, endings[i], NULL);
      g_autofree char *name = NULL, *remains_name = NULL;
      struct stat info;

      if (lstat (remains, &info) != 0 || info.st_size == 0)
        continue;
      name = g_filename_display_name (path);
      remains_name = g_filename_display_name (remains);
      g_set_error (error, QUAD_ERROR, QUAD_ERROR_INVALID_INPUT,
                   _("There is no book “%s”, but “%s” is left of one. Move it away, or choose "
                     "another name."), name, remains_name);
      return FALSE;
    }
  return TRUE;
}

/**
 * quad_database_file_create:
 * @path: where nothing is
 *
 * Makes an empty book under another name, then renames it: there is never half of a book.
 */
gboolean
quad_database_file_create (const char          *path,
                           const char * const  *scripts,
                           GError             **error)
{
  g_autofree char *made = g_strconcat (path, ".XXXXXX", NULL);
  int fd;

  if (!check_remains (path, error))
    return FALSE;
  fd = g_mkstemp_full (made, O_RDWR | O_CLOEXEC, 0600);
  if (fd < 0)
    {
      set_system_error (error, path, errno);
      return FALSE;
    }
  close (fd);
  if (fill_new (made, path, scripts, error) && quad_database_file_put (made, path, error))
    return TRUE;
  quad_database_file_discard (made);
  return FALSE;
}
