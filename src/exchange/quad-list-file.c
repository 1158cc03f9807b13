/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-exchange"

#include "quad-list-file.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "quad-card-reader.h"
#include "quad-error.h"
#include "quad-i18n.h"
#include "quad-sheet-reader.h"

#define PIECE  (256 * 1024)
#define SAMPLE (8 * 1024)

/* In a message. */
#define MOST_SHEETS_NAMED 30

struct _QuadListFile
{
  /* owned */
  char            *name;      /* for people: valid UTF-8, without folders */
  guint8          *piece;
  QuadWorkbook    *workbook;  /* of a spreadsheet */
  QuadSheetReader *rows;      /* from its beginning to where it was read, or NULL */
  QuadCardReader  *cards;     /* the same of address cards */
  GByteArray      *decoded;   /* what they are read from */

  /* borrowed */
  GCancellable    *cancellable;
  const QuadSheet *sheet;     /* the one that is read */

  /* plain */
  QuadListKind     kind;
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

/* The encoding of a text is found out from all of it. */
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
      if (first)
        self->kind = quad_file_kind_guess (self->piece, MIN (n_read, SAMPLE));
      if (self->kind == QUAD_LIST_KIND_WORKBOOK)
        return TRUE;
      quad_encoding_sniffer_push (&sniffer, self->piece, n_read);
    }

  self->encoding = quad_encoding_sniffer_finish (&sniffer);
  return TRUE;
}

/* Takes the open file. */
static gboolean
begin (QuadListFile  *self,
       GError       **error)
{
  if (!check_status (self->name, &self->status, error))
    return FALSE;

  self->piece = g_malloc (PIECE);
  self->decoded = g_byte_array_new ();
  if (!sniff (self, error))
    return FALSE;

  if (self->kind == QUAD_LIST_KIND_WORKBOOK)
    {
      self->workbook = quad_workbook_new (self->fd, self->status.st_size, self->name, error);
      if (self->workbook == NULL)
        return FALSE;
      self->sheet = quad_workbook_get_default (self->workbook);
    }
  return quad_list_file_rewind (self, error);
}

static gboolean
read_text (QuadListFile  *self,
           GByteArray    *text,
           gboolean      *at_end,
           GError       **error)
{
  gsize n_read;

  if (!read_piece (self, &n_read, error))
    return FALSE;

  *at_end = self->offset >= self->status.st_size;
  quad_text_decoder_push (&self->decoder, self->piece, n_read, *at_end, text);
  return TRUE;
}

static gboolean
read_sheet (QuadListFile  *self,
            GByteArray    *text,
            gboolean      *at_end,
            GError       **error)
{
  if (self->rows == NULL)
    self->rows = quad_sheet_reader_new (self->workbook, self->sheet, error);
  return self->rows != NULL && quad_sheet_reader_read (self->rows, text, at_end, error);
}

static gboolean
read_cards (QuadListFile  *self,
            GByteArray    *text,
            gboolean      *at_end,
            GError       **error)
{
  g_byte_array_set_size (self->decoded, 0);
  if (!read_text (self, self->decoded, at_end, error))
    return FALSE;

  if (self->cards == NULL)
    self->cards = quad_card_reader_new ();
  quad_card_reader_push (self->cards, (const char *) self->decoded->data, self->decoded->len,
                         *at_end, text);
  return TRUE;
}

/**
 * quad_list_file_open:
 * @path: in the encoding of file names
 * @error: return location
 *
 * Opens a list and finds out how it is written; a text is read once for its encoding. Of a
 * workbook the first sheet that is shown will be read.
 *
 * Errors: %QUAD_ERROR_NOT_FOUND; %QUAD_ERROR_INVALID_INPUT for what is no list; %QUAD_ERROR_IO
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
  return begin (self, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * quad_list_file_new_for_text:
 * @name: what to call it
 * @text: a list as it would stand in a file, for instance from the clipboard
 * @length: of @text, in bytes
 * @error: return location
 *
 * Errors: %QUAD_ERROR_INVALID_INPUT for what is no list; %QUAD_ERROR_IO
 *
 * Returns: (transfer full) (nullable): a file that is in memory only
 */
QuadListFile *
quad_list_file_new_for_text (const char  *name,
                             const char  *text,
                             gsize        length,
                             GError     **error)
{
  g_autoptr (QuadListFile) self = NULL;

  g_return_val_if_fail (name != NULL && (text != NULL || length == 0), NULL);

  self = g_new0 (QuadListFile, 1);
  self->name = g_strdup (name);
  self->fd = memfd_create ("quadrille-list", MFD_CLOEXEC);
  for (gsize n = 0; self->fd >= 0 && n < length; )
    {
      gssize written = write (self->fd, text + n, length - n);

      if (written < 0 && errno != EINTR)
        break;
      n += (gsize) MAX (written, 0);
    }
  if (self->fd < 0 || fstat (self->fd, &self->status) != 0
      || self->status.st_size != (goffset) length)
    {
      set_error_from_errno (self->name, errno, error);
      return NULL;
    }

  return begin (self, error) ? g_steal_pointer (&self) : NULL;
}

void
quad_list_file_free (QuadListFile *self)
{
  if (self == NULL)
    return;

  quad_sheet_reader_free (self->rows);
  quad_workbook_free (self->workbook);
  quad_card_reader_free (self->cards);
  g_clear_pointer (&self->decoded, g_byte_array_unref);
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

QuadListKind
quad_list_file_get_kind (QuadListFile *self)
{
  g_return_val_if_fail (self != NULL, QUAD_LIST_KIND_TEXT);

  return self->kind;
}

QuadEncoding
quad_list_file_get_encoding (QuadListFile *self)
{
  g_return_val_if_fail (self != NULL, QUAD_ENCODING_UTF_8);

  return self->encoding;
}

/**
 * quad_list_file_get_separator:
 *
 * Returns: what parts the fields of what quad_list_file_read() gives, or NUL where that has to be
 *   found out
 */
char
quad_list_file_get_separator (QuadListFile *self)
{
  g_return_val_if_fail (self != NULL, '\0');

  return self->kind == QUAD_LIST_KIND_TEXT ? '\0' : ',';
}

/**
 * quad_list_file_list_sheets:
 *
 * Returns: (transfer full) (nullable): of a workbook, the names of the sheets that are shown, in
 *   the order of their tabs
 */
GStrv
quad_list_file_list_sheets (QuadListFile *self)
{
  g_autoptr (GPtrArray) names = NULL;
  GPtrArray *sheets;

  g_return_val_if_fail (self != NULL, NULL);

  if (self->workbook == NULL)
    return NULL;

  names = g_ptr_array_new ();
  sheets = quad_workbook_get_sheets (self->workbook);
  for (guint i = 0; i < sheets->len; i++)
    {
      const QuadSheet *sheet = g_ptr_array_index (sheets, i);

      if (!sheet->is_hidden)
        g_ptr_array_add (names, g_strdup (sheet->name));
    }
  g_ptr_array_add (names, NULL);
  return (GStrv) g_ptr_array_free (g_steal_pointer (&names), FALSE);
}

/**
 * quad_list_file_get_sheet:
 *
 * Returns: (transfer none) (nullable): of a workbook, the name of the sheet that is read
 */
const char *
quad_list_file_get_sheet (QuadListFile *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->sheet != NULL ? self->sheet->name : NULL;
}

/**
 * quad_list_file_set_sheet:
 * @name: of a sheet, in any case; it may be a hidden one
 * @error: return location
 *
 * Chooses the sheet that is read, and goes to its beginning.
 *
 * Errors: %QUAD_ERROR_NOT_FOUND, also for a file that has no sheets
 */
gboolean
quad_list_file_set_sheet (QuadListFile  *self,
                          const char    *name,
                          GError       **error)
{
  const QuadSheet *sheet;
  g_auto (GStrv) names = NULL;
  g_autofree char *list = NULL;

  g_return_val_if_fail (self != NULL && name != NULL, FALSE);

  if (self->workbook == NULL)
    {
      g_set_error (error, QUAD_ERROR, QUAD_ERROR_NOT_FOUND,
                   _("“%s” is no spreadsheet and has no sheets."), self->name);
      return FALSE;
    }

  sheet = quad_workbook_find_sheet (self->workbook, name);
  if (sheet == NULL)
    {
      names = quad_list_file_list_sheets (self);
      while (g_strv_length (names) > MOST_SHEETS_NAMED)
        g_clear_pointer (&names[g_strv_length (names) - 1], g_free);
      list = g_strjoinv (", ", names);
      g_set_error (error, QUAD_ERROR, QUAD_ERROR_NOT_FOUND,
                   _("There is no sheet “%s” in “%s”. Its sheets are: %s."), name, self->name,
                   list);
      return FALSE;
    }
  self->sheet = sheet;
  return quad_list_file_rewind (self, error);
}

/**
 * quad_list_file_set_encoding:
 * @encoding: what somebody decided; counts from the next rewind on
 */
void
quad_list_file_set_encoding (QuadListFile *self,
                             QuadEncoding  encoding)
{
  g_return_if_fail (self != NULL);

  self->encoding = encoding;
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
 * quad_list_file_set_cancellable:
 * @cancellable: (nullable): looked at before each piece, until another one is set; not kept alive
 *
 * A single row can be as long as the file.
 */
void
quad_list_file_set_cancellable (QuadListFile *self,
                                GCancellable *cancellable)
{
  g_return_if_fail (self != NULL);

  self->cancellable = cancellable;
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

  if (self->rows != NULL)
    return quad_sheet_reader_get_fraction (self->rows);
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
  g_clear_pointer (&self->rows, quad_sheet_reader_free);
  g_clear_pointer (&self->cards, quad_card_reader_free);
  quad_text_decoder_init (&self->decoder, self->encoding);
  return check_unchanged (self, error);
}

/**
 * quad_list_file_read:
 * @text: the next piece is appended here, as UTF-8; it may be an empty one
 * @at_end: (out): whether that was the last
 * @error: return location
 *
 * Errors: %QUAD_ERROR_IO; %QUAD_ERROR_INVALID_INPUT for a damaged workbook; %G_IO_ERROR_CANCELLED
 */
gboolean
quad_list_file_read (QuadListFile  *self,
                     GByteArray    *text,
                     gboolean      *at_end,
                     GError       **error)
{
  gboolean good = FALSE;

  g_return_val_if_fail (self != NULL && text != NULL && at_end != NULL, FALSE);

  if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return FALSE;

  switch (self->kind)
    {
    case QUAD_LIST_KIND_TEXT:
      good = read_text (self, text, at_end, error);
      break;
    case QUAD_LIST_KIND_WORKBOOK:
      good = read_sheet (self, text, at_end, error);
      break;
    case QUAD_LIST_KIND_CARDS:
      good = read_cards (self, text, at_end, error);
      break;
    }
  return good && (!*at_end || check_unchanged (self, error));
}
