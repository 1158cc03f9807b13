/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-exchange"

#include "quad-package.h"

#include <archive.h>
#include <archive_entry.h>
#include <errno.h>
#include <libxml/parser.h>
#include <string.h>
#include <unistd.h>

#include "quad-error.h"
#include "quad-i18n.h"

#define PIECE (64 * 1024)

/* So much is parsed at a time, so that what a handler makes of it stays small. */
#define SLICE (4 * 1024)

/* An office document has some dozens of parts. */
#define MOST_ENTRIES 10000

/* XML of spreadsheets shrinks to a tenth, to a fiftieth where all rows are alike; the best that
 * deflate can do is a thousandth. Small files may be as large as they like. */
#define FREE_SIZE  (64 * 1024 * 1024)
#define MOST_RATIO 100

/* What one archive reads from; each has its own place in the same file. */
typedef struct
{
  int      fd;
  goffset  size;
  goffset  offset;
  guint8   piece[PIECE];
} Source;

struct _QuadPackage
{
  /* owned */
  char    *name;

  /* borrowed */
  int      fd;

  /* plain */
  goffset  size;
};

struct _QuadPart
{
  /* owned */
  struct archive       *archive;
  Source               *source;
  xmlParserCtxtPtr      parser;
  guint8               *piece;

  /* borrowed */
  QuadPackage          *package;
  const QuadXmlHandler *handler;
  gpointer              user_data;

  /* plain */
  gint64                size;         /* as the archive says, or -1 */
  gint64                n_read;
  gsize                 n_piece;      /* bytes in @piece */
  gsize                 n_parsed;     /* of them */
  gboolean              has_doctype;
};

static la_ssize_t
read_cb (struct archive  *archive,
         gpointer         data,
         const void     **piece)
{
  Source *source = data;
  gsize wanted = (gsize) CLAMP (source->size - source->offset, 0, PIECE);
  gssize n;

  do
    n = pread (source->fd, source->piece, wanted, source->offset);
  while (n < 0 && errno == EINTR);

  if (n < 0)
    {
      archive_set_error (archive, errno, "read");
      return -1;
    }
  source->offset += n;
  *piece = source->piece;
  return n;
}

static la_int64_t
seek_cb (struct archive *archive,
         gpointer        data,
         la_int64_t      offset,
         int             whence)
{
  Source *source = data;

  if (whence == SEEK_CUR)
    offset += source->offset;
  else if (whence == SEEK_END)
    offset += source->size;

  if (offset < 0 || offset > source->size)
    {
      archive_set_error (archive, EINVAL, "seek");
      return ARCHIVE_FATAL;
    }
  source->offset = offset;
  return offset;
}

static void
set_too_large (QuadPackage  *self,
               GError      **error)
{
  g_set_error (error, QUAD_ERROR, QUAD_ERROR_INVALID_INPUT,
               _("“%s” unpacks to far more than a list needs. Save the sheet as CSV and import "
                 "that file."), self->name);
}

static struct archive *
open_archive (QuadPackage  *self,
              Source       *source,
              GError      **error)
{
  struct archive *archive = archive_read_new ();

  source->fd = self->fd;
  source->size = self->size;
  source->offset = 0;

  archive_read_support_format_zip_seekable (archive);
  archive_read_set_read_callback (archive, read_cb);
  archive_read_set_seek_callback (archive, seek_cb);
  archive_read_set_callback_data (archive, source);
  if (archive_read_open1 (archive) == ARCHIVE_OK)
    return archive;

  archive_read_free (archive);
  quad_package_set_damaged (self, error);
  return NULL;
}

/* Goes to the first entry of this name; %FALSE with an error where the archive is damaged. */
static gboolean
find_entry (QuadPackage     *self,
            struct archive  *archive,
            const char      *path,
            gint64          *size,
            gboolean        *found,
            GError         **error)
{
  struct archive_entry *entry;
  int status;

  *found = FALSE;
  for (guint i = 0; i < MOST_ENTRIES; i++)
    {
      const char *name;

      status = archive_read_next_header (archive, &entry);
      if (status == ARCHIVE_EOF)
        return TRUE;
      if (status != ARCHIVE_OK && status != ARCHIVE_WARN)
        break;

      name = archive_entry_pathname_utf8 (entry);
      if (name == NULL || g_ascii_strcasecmp (name, path) != 0)
        continue;
      *size = archive_entry_size_is_set (entry) ? archive_entry_size (entry) : -1;
      *found = TRUE;
      return TRUE;
    }

  quad_package_set_damaged (self, error);
  return FALSE;
}

static void
start_cb (gpointer        data,
          const xmlChar  *name,
          const xmlChar  *prefix,
          const xmlChar  *uri,
          int             n_namespaces,
          const xmlChar **namespaces,
          int             n_attributes,
          int             n_defaulted,
          const xmlChar **attributes)
{
  QuadPart *part = ((xmlParserCtxtPtr) data)->_private;
  QuadXmlAttributes all = { attributes, (guint) n_attributes };

  if (part->handler->start != NULL)
    part->handler->start ((const char *) name, &all, part->user_data);
}

static void
end_cb (gpointer       data,
        const xmlChar *name,
        const xmlChar *prefix,
        const xmlChar *uri)
{
  QuadPart *part = ((xmlParserCtxtPtr) data)->_private;

  if (part->handler->end != NULL)
    part->handler->end ((const char *) name, part->user_data);
}

static void
text_cb (gpointer       data,
         const xmlChar *text,
         int            length)
{
  QuadPart *part = ((xmlParserCtxtPtr) data)->_private;

  if (part->handler->text != NULL)
    part->handler->text ((const char *) text, (gsize) length, part->user_data);
}

static void
doctype_cb (gpointer       data,
            const xmlChar *name,
            const xmlChar *external_id,
            const xmlChar *system_id)
{
  QuadPart *part = ((xmlParserCtxtPtr) data)->_private;

  part->has_doctype = TRUE;
  xmlStopParser (data);
}

/* Keeps libxml2 from writing to the terminal; that there was an error is asked for. */
static void
ignore_error_cb (gpointer     data,
                 xmlErrorPtr  error)
{
}

static xmlParserCtxtPtr
create_parser (QuadPart *part)
{
  xmlSAXHandler sax = {
    .initialized = XML_SAX2_MAGIC,
    .internalSubset = doctype_cb,
    .startElementNs = start_cb,
    .endElementNs = end_cb,
    .characters = text_cb,
    .cdataBlock = text_cb,
    .serror = ignore_error_cb,
  };
  xmlParserCtxtPtr parser = xmlCreatePushParserCtxt (&sax, NULL, NULL, 0, NULL);

  if (parser == NULL)
    g_error ("Out of memory");
  xmlCtxtUseOptions (parser, XML_PARSE_NONET);
  parser->_private = part;
  return parser;
}

static gboolean
unpack_piece (QuadPart  *part,
              GError   **error)
{
  gssize n = archive_read_data (part->archive, part->piece, PIECE);

  if (n < 0)
    {
      quad_package_set_damaged (part->package, error);
      return FALSE;
    }

  part->n_parsed = 0;
  part->n_piece = (gsize) n;
  part->n_read += n;
  if (part->n_read > FREE_SIZE && part->n_read / MOST_RATIO > part->package->size)
    {
      set_too_large (part->package, error);
      return FALSE;
    }
  return TRUE;
}

/**
 * quad_package_new:
 * @fd: a regular file, which stays open as long as the package is used
 * @size: no more of it is read
 * @name: for people
 *
 * Returns: (transfer full): a package that was not looked at yet
 */
QuadPackage *
quad_package_new (int         fd,
                  goffset     size,
                  const char *name)
{
  QuadPackage *self = g_new0 (QuadPackage, 1);

  g_return_val_if_fail (name != NULL, NULL);

  self->fd = fd;
  self->size = size;
  self->name = g_strdup (name);
  return self;
}

void
quad_package_free (QuadPackage *self)
{
  if (self == NULL)
    return;

  g_free (self->name);
  g_free (self);
}

/**
 * quad_package_set_damaged:
 *
 * Sets the error for a package that is not what it should be.
 */
void
quad_package_set_damaged (QuadPackage  *self,
                          GError      **error)
{
  g_set_error (error, QUAD_ERROR, QUAD_ERROR_INVALID_INPUT,
               _("“%s” is damaged, or no spreadsheet. Save it again in the spreadsheet program, or "
                 "as CSV."), self->name);
}

/**
 * quad_package_has:
 * @path: name of a part, in any case
 * @found: (out): whether there is such a part
 * @error: return location
 *
 * Errors: %QUAD_ERROR_INVALID_INPUT when the archive is damaged
 */
gboolean
quad_package_has (QuadPackage  *self,
                  const char   *path,
                  gboolean     *found,
                  GError      **error)
{
  g_autofree Source *source = g_new0 (Source, 1);
  struct archive *archive;
  gboolean good;
  gint64 size;

  g_return_val_if_fail (self != NULL && path != NULL && found != NULL, FALSE);

  archive = open_archive (self, source, error);
  if (archive == NULL)
    return FALSE;
  good = find_entry (self, archive, path, &size, found, error);
  archive_read_free (archive);
  return good;
}

/**
 * quad_package_open:
 * @path: name of a part, in any case
 * @handler: what is done with its elements; not copied
 * @user_data: for @handler
 * @error: return location
 *
 * Errors: %QUAD_ERROR_INVALID_INPUT when the archive is damaged or there is no such part
 *
 * Returns: (transfer full) (nullable): the part, at its beginning
 */
QuadPart *
quad_package_open (QuadPackage           *self,
                   const char            *path,
                   const QuadXmlHandler  *handler,
                   gpointer               user_data,
                   GError               **error)
{
  g_autoptr (QuadPart) part = NULL;
  gboolean found;

  g_return_val_if_fail (self != NULL && path != NULL && handler != NULL, NULL);

  part = g_new0 (QuadPart, 1);
  part->package = self;
  part->handler = handler;
  part->user_data = user_data;
  part->source = g_new0 (Source, 1);
  part->archive = open_archive (self, part->source, error);
  if (part->archive == NULL
      || !find_entry (self, part->archive, path, &part->size, &found, error))
    return NULL;
  if (!found)
    {
      quad_package_set_damaged (self, error);
      return NULL;
    }

  part->piece = g_malloc (PIECE);
  part->parser = create_parser (part);
  return g_steal_pointer (&part);
}

void
quad_part_free (QuadPart *part)
{
  if (part == NULL)
    return;

  if (part->parser != NULL)
    {
      xmlFreeDoc (part->parser->myDoc);
      xmlFreeParserCtxt (part->parser);
    }
  if (part->archive != NULL)
    archive_read_free (part->archive);
  g_free (part->source);
  g_free (part->piece);
  g_free (part);
}

/**
 * quad_part_read:
 * @at_end: (out): whether that was the end
 * @error: return location
 *
 * Unpacks and parses the next piece; the handler is told what is in it.
 *
 * Errors: %QUAD_ERROR_INVALID_INPUT for what is damaged, has a document type, or grows too large
 */
gboolean
quad_part_read (QuadPart  *part,
                gboolean  *at_end,
                GError   **error)
{
  gsize n;

  g_return_val_if_fail (part != NULL && at_end != NULL, FALSE);

  if (part->n_parsed == part->n_piece && !unpack_piece (part, error))
    return FALSE;

  n = MIN (part->n_piece - part->n_parsed, SLICE);
  *at_end = n == 0;
  xmlParseChunk (part->parser, (const char *) part->piece + part->n_parsed, (int) n, *at_end);
  part->n_parsed += n;
  if (part->has_doctype || !part->parser->wellFormed)
    {
      quad_package_set_damaged (part->package, error);
      return FALSE;
    }
  return TRUE;
}

/**
 * quad_part_get_fraction:
 *
 * Returns: how much was read, 0 to 1
 */
double
quad_part_get_fraction (QuadPart *part)
{
  g_return_val_if_fail (part != NULL, 0.0);

  if (part->size > 0)
    return MIN ((double) part->n_read / (double) part->size, 1.0);
  return MIN ((double) part->source->offset / (double) MAX (part->package->size, 1), 1.0);
}

/**
 * quad_package_parse:
 *
 * Reads a whole part, with arguments and errors as quad_package_open().
 */
gboolean
quad_package_parse (QuadPackage           *self,
                    const char            *path,
                    const QuadXmlHandler  *handler,
                    gpointer               user_data,
                    GError               **error)
{
  g_autoptr (QuadPart) part = quad_package_open (self, path, handler, user_data, error);
  gboolean at_end = FALSE;

  if (part == NULL)
    return FALSE;
  while (!at_end)
    if (!quad_part_read (part, &at_end, error))
      return FALSE;
  return TRUE;
}

/**
 * quad_xml_dup_attribute:
 * @name: without a namespace
 *
 * Returns: (transfer full) (nullable): the value
 */
char *
quad_xml_dup_attribute (const QuadXmlAttributes *attributes,
                        const char              *name)
{
  for (guint i = 0; i < attributes->n; i++)
    {
      const guint8 **attribute = attributes->values + 5 * (gsize) i;

      if (strcmp ((const char *) attribute[0], name) == 0)
        return g_strndup ((const char *) attribute[3], (gsize) (attribute[4] - attribute[3]));
    }
  return NULL;
}

/**
 * quad_xml_get_flag:
 *
 * Returns: whether there is the attribute and says yes
 */
gboolean
quad_xml_get_flag (const QuadXmlAttributes *attributes,
                   const char              *name)
{
  g_autofree char *value = quad_xml_dup_attribute (attributes, name);

  return value != NULL && (strcmp (value, "1") == 0 || strcmp (value, "true") == 0);
}
