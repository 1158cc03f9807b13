/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-exchange"

#include "quad-list-file.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "quad-error.h"
#include "quad-file-kind.h"
#include "quad-i18n.h"

#define PIECE  (256 * 1024)
#define SAMPLE (8 * 1024)

struct _QuadListFile
{
  /* owned */
  char            *name;      /* for people: valid UTF-8, without folders */
  guint8          *piece;

  /* plain */
  int              fd;
  struct stat      status;    /* when it was opened */
  goffset          offset;
  QuadEncoding     encoding;
  QuadTextDecoder  decoder;
};

static void
set_error_from_errno (const char  *name,
                      int          code,
                      GError     **error)
{
  if (code == ENOENT || code == ENOTDIR)
    g_set_error (error, QUAD_ERROR, QUAD_ERROR_NOT_FOUND, _("There is no file “%s”."), name);
  else if (code == EACCES || code == EPERM)
    g_set_error (error, QUAD_ERROR, QUAD_ERROR_IO,
                 _("“%s” may not be read. Change its permissions, or copy it."), name);
  else if (code == ENXIO || code == EISDIR)
    g_set_error (error, QUAD_ERROR, QUAD_ERROR_INVALID_INPUT, _("“%s” is not a file."), name);
  else
    g_set_error (error, QUAD_ERROR, QUAD_ERROR_IO, _("“%s” cannot be read: %s."), name,
                 g_strerror (code));
}

static gboolean
check_status (const char         *name,
              const struct stat  *status,
              GError            **error)
{
  const char *format = NULL;

  if (S_ISDIR (status->st_mode))
    format = _("“%s” is a folder, not a list.");
  else if (!S_ISREG (status->st_mode))
    format = _("“%s” is not a regular file. Save the list as a CSV file and import that.");
  else if (status->st_size == 0)
    format = _("“%s” is empty.");

  if (format == NULL)
    return TRUE;
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  g_set_error (error, QUAD_ERROR, QUAD_ERROR_INVALID_INPUT, format, name);
#pragma GCC diagnostic pop
  return FALSE;
}

static gboolean
check_unchanged (QuadListFile  *self,
                 GError       **error)
{
  struct stat now;

  if (fstat (self->fd, &now) == 0 && now.st_size == self->status.st_size
      && now.st_mtim.tv_sec == self->status.st_mtim.tv_sec
      && now.st_mtim.tv_nsec == self->status.st_mtim.tv_nsec)
    return TRUE;

  g_set_error (error, QUAD_ERROR, QUAD_ERROR_IO,
               _("“%s” was changed while it was read. Import it again."), self->name);
  return FALSE;
}

/* Fills @piece as far as the file goes; the size at opening is the limit. */
static gboolean
read_piece (QuadListFile  *self,
            gsize         *n_read,
            GError       **error)
{
  gsize wanted = (gsize) MIN ((goffset) PIECE, self->status.st_size - self->offset);

  *n_read = 0;
  while (*n_read < wanted)
    {
      gssize n = pread (self->fd, self->piece + *n_read, wanted - *n_read,
                        self->offset + (goffset) *n_read);

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        {
          set_error_from_errno (self->name, errno, error);
          return FALSE;
        }
      if (n == 0)
        {
          g_set_error (error, QUAD_ERROR, QUAD_ERROR_IO,
                       _("“%s” was changed while it was read. Import it again."), self->name);
          return FALSE;
        }
      *n_read += (gsize) n;
    }

  self->offset += (goffset) *n_read;
  return TRUE;
}

static gboolean
check_kind (QuadListFile  *self,
            gsize          n_read,
            GError       **error)
{
  const char *format = quad_file_kind_explain (self->piece, MIN (n_read, SAMPLE));

  if (format == NULL)
    return TRUE;
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  g_set_error (error, QUAD_ERROR, QUAD_ERROR_INVALID_INPUT, format, self->name);
#pragma GCC diagnostic pop
  return FALSE;
}

static gboolean
sniff (QuadListFile  *self,
       GError       **error)
{
  QuadEncodingSniffer sniffer = { 0 };

  while (self->offset < self->status.st_size)
    {
      gboolean first = self->offset == 0;
      gsize n_read;

      if (!read_piece (self, &n_read, error) || (first && !check_kind (self, n_read, error)))
        return FALSE;
      quad_encoding_sniffer_push (&sniffer, self->piece, n_read);
    }

  self->encoding = quad_encoding_sniffer_finish (&sniffer);
  return quad_list_file_rewind (self, error);
}

/**
 * quad_list_file_open:
 * @path: in the encoding of file names
 * @error: return location
 *
 * Opens a list and finds out how its text is encoded, for which it is read once.
 *
 * Errors: %QUAD_ERROR_NOT_FOUND; %QUAD_ERROR_INVALID_INPUT for what is no text file;
 * %QUAD_ERROR_IO
 *
 * Returns: (transfer full) (nullable): the file, at its beginning
 */
QuadListFile *
quad_list_file_open (const char  *path,
                     GError     **error)
{
  g_autoptr (QuadListFile) self = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  self = g_new0 (QuadListFile, 1);
  self->name = g_filename_display_basename (path);

  /* A FIFO without a writer would keep a blocking open() waiting for ever. */
  self->fd = open (path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
  if (self->fd < 0 || fstat (self->fd, &self->status) != 0)
    {
      set_error_from_errno (self->name, errno, error);
      return NULL;
    }
  if (!check_status (self->name, &self->status, error))
    return NULL;

  self->piece = g_malloc (PIECE);
  if (!sniff (self, error))
    return NULL;

  return g_steal_pointer (&self);
}

void
quad_list_file_free (QuadListFile *self)
{
  if (self == NULL)
    return;

  if (self->fd >= 0)
    close (self->fd);
  g_free (self->name);
  g_free (self->piece);
  g_free (self);
}

/**
 * quad_list_file_get_name:
 *
 * Returns: (transfer none): the name without folders, for people
 */
const char *
quad_list_file_get_name (QuadListFile *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->name;
}

QuadEncoding
quad_list_file_get_encoding (QuadListFile *self)
{
  g_return_val_if_fail (self != NULL, QUAD_ENCODING_UTF_8);

  return self->encoding;
}

/**
 * quad_list_file_is_at:
 * @path: any path, which need not exist
 *
 * Returns: whether this very file is there, under whatever name
 */
gboolean
quad_list_file_is_at (QuadListFile *self,
                      const char   *path)
{
  struct stat there;

  g_return_val_if_fail (self != NULL && path != NULL, FALSE);

  return stat (path, &there) == 0 && there.st_dev == self->status.st_dev
         && there.st_ino == self->status.st_ino;
}

/**
 * quad_list_file_get_fraction:
 *
 * Returns: how much was read since the beginning or the last rewind, 0 to 1
 */
double
quad_list_file_get_fraction (QuadListFile *self)
{
  g_return_val_if_fail (self != NULL, 0.0);

  return (double) self->offset / (double) self->status.st_size;
}

/**
 * quad_list_file_rewind:
 *
 * Goes back to the beginning.
 *
 * Errors: %QUAD_ERROR_IO when the file is no longer what it was
 */
gboolean
quad_list_file_rewind (QuadListFile  *self,
                       GError       **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  self->offset = 0;
  quad_text_decoder_init (&self->decoder, self->encoding);
  return check_unchanged (self, error);
}

/**
 * quad_list_file_read:
 * @text: the next piece is appended here, as UTF-8
 * @at_end: (out): whether that was the last
 * @error: return location
 */
gboolean
quad_list_file_read (QuadListFile  *self,
                     GByteArray    *text,
                     gboolean      *at_end,
                     GError       **error)
{
  gsize n_read;

  g_return_val_if_fail (self != NULL && text != NULL && at_end != NULL, FALSE);

  if (!read_piece (self, &n_read, error))
    return FALSE;

  *at_end = self->offset >= self->status.st_size;
  if (*at_end && !check_unchanged (self, error))
    return FALSE;

  quad_text_decoder_push (&self->decoder, self->piece, n_read, *at_end, text);
  return TRUE;
}
