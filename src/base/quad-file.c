/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-file"

#include "quad-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "quad-error.h"
#include "quad-i18n.h"

/* What is gathered before it is written. */
#define PIECE (64 * 1024)

struct _QuadFileWriter
{
  /* owned */
  char    *path;        /* as it was named */
  char    *target;      /* what it leads to */
  char    *temporary;
  GString *pending;

  /* plain */
  int      fd;          /* -1 once it is closed */
  int      mode;        /* permissions of the file that is replaced, or -1 */
  int      code;        /* errno of the first failure */
};

/* Takes @code as errno was right after the call that failed. */
static void
set_error_from_errno (GError     **error,
                      int          code,
                      const char  *path)
{
  g_autofree char *name = g_filename_display_name (path);
  g_autofree char *folder = NULL;
  g_autofree char *folder_name = NULL;

  folder = g_path_get_dirname (path);
  folder_name = g_filename_display_name (folder);

  switch (code)
    {
    case ENOENT:
    case ENOTDIR:
      g_set_error (error, QUAD_ERROR, QUAD_ERROR_NOT_FOUND,
                   _("“%s” cannot be written, because there is no folder “%s”. Create the folder, "
                     "or choose another one."), name, folder_name);
      break;
    case EACCES:
    case EPERM:
    case EROFS:
      g_set_error (error, QUAD_ERROR, QUAD_ERROR_READ_ONLY,
                   _("“%s” cannot be written, because that is not permitted. Choose another "
                     "folder, or change the permissions."), name);
      break;
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
      g_set_error (error, QUAD_ERROR, QUAD_ERROR_NO_SPACE,
                   _("“%s” cannot be written, because there is not enough room. Free some space, "
                     "then try again."), name);
      break;
    case ENAMETOOLONG:
      g_set_error (error, QUAD_ERROR, QUAD_ERROR_INVALID_INPUT,
                   _("“%s” cannot be written, because the name is too long. Choose a shorter one."),
                   name);
      break;
    default:
      g_set_error (error, QUAD_ERROR, QUAD_ERROR_IO,
                   _("“%s” cannot be written: %s."), name, g_strerror (code));
      break;
    }
}

static gboolean
write_all (int          fd,
           const char  *contents,
           gsize        length)
{
  while (length > 0)
    {
      gssize written = write (fd, contents, MIN (length, G_MAXSSIZE));

      if (written < 0 && errno == EINTR)
        continue;
      if (written < 0)
        return FALSE;
      contents += written;
      length -= (gsize) written;
    }

  return TRUE;
}

/* The rename itself must be on the disk, too; where it cannot be, the file is good anyway. */
static void
sync_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int fd = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

  if (fd < 0)
    return;
  (void) fsync (fd);
  close (fd);
}

/* Follows a symbolic link, so that the file it names is replaced and not the link. */
static char *
find_target (const char *path)
{
  char *target = realpath (path, NULL);
  char *copy;

  if (target == NULL)
    return g_strdup (path);

  copy = g_strdup (target);
  free (target);

  return copy;
}

/* A book that is named by mistake has no copy. */
static gboolean
is_database (const char *path)
{
  static const char magic[16] = "SQLite format 3";
  char start[sizeof magic];
  int fd = open (path, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
  gboolean found;

  if (fd < 0)
    return FALSE;
  found = pread (fd, start, sizeof start, 0) == (gssize) sizeof start
          && memcmp (start, magic, sizeof magic) == 0;
  close (fd);

  return found;
}

/* What is there may be replaced; @mode: its permissions, -1 when nothing is there. */
static gboolean
check_target (const char  *path,
              const char  *target,
              int         *mode,
              GError     **error)
{
  struct stat info;

  *mode = -1;
  if (stat (target, &info) != 0)
    return TRUE;

  if (!S_ISREG (info.st_mode))
    {
      g_autofree char *name = g_filename_display_name (path);

      g_set_error (error, QUAD_ERROR, QUAD_ERROR_INVALID_INPUT,
                   S_ISDIR (info.st_mode)
                     ? _("“%s” is a folder. Choose the name of a file.")
                     : _("“%s” is not a regular file. Choose another name."), name);
      return FALSE;
    }

  if (is_database (target))
    {
      g_autofree char *name = g_filename_display_name (path);

      g_set_error (error, QUAD_ERROR, QUAD_ERROR_INVALID_INPUT,
                   _("“%s” is a database, perhaps your book. Choose another name."), name);
      return FALSE;
    }

  /* A rename would pass over the permissions of the file. */
  if (access (target, W_OK) != 0)
    {
      set_error_from_errno (error, errno, path);
      return FALSE;
    }

  *mode = (int) (info.st_mode & 0777);

  return TRUE;
}

static void
discard (QuadFileWriter *self)
{
  if (self->fd < 0)
    return;
  close (self->fd);
  self->fd = -1;
  (void) g_unlink (self->temporary);
}

static gboolean
write_piece (QuadFileWriter *self,
             const char     *contents,
             gsize           length)
{
  if (self->code == 0 && !write_all (self->fd, contents, length))
    self->code = errno;
  return self->code == 0;
}

static gboolean
flush (QuadFileWriter *self)
{
  gboolean good = write_piece (self, self->pending->str, self->pending->len);

  g_string_truncate (self->pending, 0);
  return good;
}

/**
 * quad_file_writer_new:
 * @path: a file, which need not exist
 *
 * Begins a file that is written piece by piece. What is there stays as it is until
 * quad_file_writer_finish(): the pieces first go to a temporary file beside it.
 *
 * Errors: as quad_file_replace().
 */
QuadFileWriter *
quad_file_writer_new (const char  *path,
                      GError     **error)
{
  g_autoptr (QuadFileWriter) self = NULL;
  g_autofree char *folder = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  self = g_new0 (QuadFileWriter, 1);
  self->fd = -1;
  self->path = g_strdup (path);
  self->pending = g_string_new (NULL);
  self->target = find_target (path);
  if (!check_target (path, self->target, &self->mode, error))
    return NULL;

  /* Not after the name of the file: that may already be as long as a name can be. */
  folder = g_path_get_dirname (self->target);
  self->temporary = g_build_filename (folder, ".quadrille-XXXXXX", NULL);
  self->fd = g_mkstemp_full (self->temporary, O_WRONLY | O_CLOEXEC, 0666);
  if (self->fd < 0)
    {
      set_error_from_errno (error, errno, path);
      return NULL;
    }
  return g_steal_pointer (&self);
}

/**
 * quad_file_writer_free:
 *
 * Gives the file up, unless it was finished.
 */
void
quad_file_writer_free (QuadFileWriter *self)
{
  discard (self);
  g_string_free (self->pending, TRUE);
  g_free (self->temporary);
  g_free (self->target);
  g_free (self->path);
  g_free (self);
}

/**
 * quad_file_writer_add:
 * @contents: (array length=length) (element-type guint8): what comes next
 * @length: in bytes
 *
 * Returns: %FALSE when writing has failed, now or before; quad_file_writer_finish() says why
 */
gboolean
quad_file_writer_add (QuadFileWriter *self,
                      gconstpointer   contents,
                      gsize           length)
{
  if (length >= PIECE)
    return flush (self) && write_piece (self, contents, length);
  g_string_append_len (self->pending, contents, (gssize) length);
  return self->pending->len < PIECE ? self->code == 0 : flush (self);
}

/**
 * quad_file_writer_finish:
 *
 * Puts the file where it belongs; nothing can be added to it any more. When this fails, what was
 * there is exactly as it was.
 *
 * Errors: as quad_file_replace().
 */
gboolean
quad_file_writer_finish (QuadFileWriter  *self,
                         GError         **error)
{
  int fd = self->fd;

  g_return_val_if_fail (fd >= 0, FALSE);

  if (flush (self) && ((self->mode >= 0 && fchmod (fd, (mode_t) self->mode) != 0)
                       || fsync (fd) != 0))
    self->code = errno;
  self->fd = -1;
  if (close (fd) != 0 && self->code == 0)
    self->code = errno;
  if (self->code == 0 && g_rename (self->temporary, self->target) != 0)
    self->code = errno;
  if (self->code != 0)
    {
      (void) g_unlink (self->temporary);
      set_error_from_errno (error, self->code, self->path);
      return FALSE;
    }

  sync_folder (self->target);

  return TRUE;
}

/**
 * quad_file_replace:
 * @path: a file, which need not exist
 * @contents: (array length=length) (element-type guint8): what it shall contain
 * @length: in bytes
 *
 * Writes a whole file, or leaves what was there exactly as it was.
 *
 * Errors: %QUAD_ERROR_NOT_FOUND without the folder, %QUAD_ERROR_READ_ONLY, %QUAD_ERROR_NO_SPACE,
 * %QUAD_ERROR_INVALID_INPUT for a folder, a pipe, a device or a database, %QUAD_ERROR_IO; always a
 * sentence for a person.
 */
gboolean
quad_file_replace (const char     *path,
                   gconstpointer   contents,
                   gsize           length,
                   GError        **error)
{
  g_autoptr (QuadFileWriter) writer = NULL;

  g_return_val_if_fail (path != NULL, FALSE);
  g_return_val_if_fail (contents != NULL || length == 0, FALSE);

  writer = quad_file_writer_new (path, error);
  if (writer == NULL)
    return FALSE;
  if (length > 0)
    quad_file_writer_add (writer, contents, length);
  return quad_file_writer_finish (writer, error);
}
