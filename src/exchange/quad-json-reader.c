/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-exchange"

/* json-glib keeps a whole document in memory, several times its size, and is generous about what it
 * takes for JSON; a book of a hundred thousand accounts wants neither. */

#include "quad-json-reader.h"

#include <string.h>

#include "quad-error.h"
#include "quad-i18n.h"
#include "quad-record.h"

#define PIECE           (64 * 1024)
#define BYTE_ORDER_MARK "\xef\xbb\xbf"
#define LONGEST_TEXT    (4 * QUAD_RECORD_LONGEST_TEXT)
#define LONGEST_NUMBER  40
#define NOTHING_LEFT    (-1)
#define FAILED          (-2)

typedef enum
{
  STATE_VALUE,            /* a value must come */
  STATE_FIRST,            /* the first member or element, or the end */
  STATE_AFTER,            /* a comma, or the end */
} State;

struct _QuadJsonReader
{
  /* owned */
  GFileInputStream *stream;
  char             *name;       /* for people: without folders */
  GString          *text;
  guint8           *piece;
  GError           *problem;    /* of reading */

  /* plain */
  gsize             length;     /* of the piece */
  gsize             position;   /* in it */
  goffset           offset;     /* where it begins */
  gint64            number;
  guint             line;
  guint             depth;
  gboolean          in_object[QUAD_JSON_DEEPEST];
  State             state;
};

/* What is wrong ---------------------------------------------------------------------------- */

static gboolean
set_damaged (QuadJsonReader  *self,
             GError         **error)
{
  if (self->problem != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&self->problem));
      return FALSE;
    }
  g_set_error (error, QUAD_ERROR, QUAD_ERROR_INVALID_INPUT,
               _("“%s” is damaged in line %u, or no JSON. Take another copy of it."), self->name,
               self->line);
  return FALSE;
}

static gboolean
set_ended (QuadJsonReader  *self,
           GError         **error)
{
  if (self->problem != NULL)
    return set_damaged (self, error);
  g_set_error (error, QUAD_ERROR, QUAD_ERROR_INVALID_INPUT,
               _("“%s” ends in the middle. Take another copy of it."), self->name);
  return FALSE;
}

static gboolean
set_refused (QuadJsonReader  *self,
             const char      *format,
             GError         **error)
{
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  g_set_error (error, QUAD_ERROR, QUAD_ERROR_INVALID_INPUT, format, self->name, self->line);
#pragma GCC diagnostic pop
  return FALSE;
}

/* Bytes ------------------------------------------------------------------------------------ */

static gboolean
read_piece (QuadJsonReader *self)
{
  self->offset += (goffset) self->length;
  self->position = 0;
  self->length = 0;
  return self->problem == NULL
         && g_input_stream_read_all (G_INPUT_STREAM (self->stream), self->piece, PIECE,
                                     &self->length, NULL, &self->problem)
         && self->length > 0;
}

/* Returns: the next byte, NOTHING_LEFT or FAILED */
static int
peek (QuadJsonReader *self)
{
  if (self->position == self->length && !read_piece (self))
    return self->problem != NULL ? FAILED : NOTHING_LEFT;
  return self->piece[self->position];
}

static int
take (QuadJsonReader *self)
{
  int byte = peek (self);

  if (byte >= 0)
    self->position++;
  if (byte == '\n')
    self->line++;
  return byte;
}

static int
skip_space (QuadJsonReader *self)
{
  int byte;

  while ((byte = peek (self)) == ' ' || byte == '\t' || byte == '\n' || byte == '\r')
    take (self);
  return byte;
}

/* Values ----------------------------------------------------------------------------------- */

static gboolean
read_code_unit (QuadJsonReader *self,
                gunichar       *unit)
{
  *unit = 0;
  for (guint i = 0; i < 4; i++)
    {
      int digit = take (self);

      if (digit < 0 || !g_ascii_isxdigit (digit))
        return FALSE;
      *unit = *unit * 16 + (gunichar) g_ascii_xdigit_value ((char) digit);
    }
  return TRUE;
}

/* A character beyond the first plane is written as a pair; half of one is no character. */
static gboolean
read_code_point (QuadJsonReader *self)
{
  gunichar unit, other;

  if (!read_code_unit (self, &unit) || unit == 0 || (unit >= 0xdc00 && unit <= 0xdfff))
    return FALSE;
  if (unit >= 0xd800 && unit <= 0xdbff)
    {
      if (take (self) != '\\' || take (self) != 'u' || !read_code_unit (self, &other)
          || other < 0xdc00 || other > 0xdfff)
        return FALSE;
      unit = 0x10000 + ((unit - 0xd800) << 10) + (other - 0xdc00);
    }
  g_string_append_unichar (self->text, unit);
  return TRUE;
}

static gboolean
read_escape (QuadJsonReader *self)
{
  static const char letters[] = "\"\\/bfnrt";
  static const char meanings[] = "\"\\/\b\f\n\r\t";
  int byte = take (self);
  const char *letter;

  if (byte == 'u')
    return read_code_point (self);
  letter = byte > 0 ? strchr (letters, byte) : NULL;
  if (letter == NULL)
    return FALSE;
  g_string_append_c (self->text, meanings[letter - letters]);
  return TRUE;
}

static gboolean
read_text (QuadJsonReader  *self,
           GError         **error)
{
  g_string_truncate (self->text, 0);
  if (take (self) != '"')
    return set_damaged (self, error);
  for (;;)
    {
      int byte = take (self);

      if (byte == NOTHING_LEFT)
        return set_ended (self, error);
      if (byte == '"')
        break;
      if (byte < ' ' || (byte == '\\' && !read_escape (self)))
        return set_damaged (self, error);
      if (byte != '\\')
        g_string_append_c (self->text, (char) byte);
      if (self->text->len > LONGEST_TEXT)
        /* Translators: %s is the name of a file, %u the number of a line in it */
        return set_refused (self, _("A text of “%s”, in line %u, is longer than a book can hold."),
                            error);
    }
  return g_utf8_validate_len (self->text->str, self->text->len, NULL)
         || set_damaged (self, error);
}

static gboolean
read_number (QuadJsonReader  *self,
             GError         **error)
{
  const char *digits;

  g_string_truncate (self->text, 0);
  while (peek (self) > 0 && strchr ("+-.0123456789Ee", peek (self)) != NULL
         && self->text->len < LONGEST_NUMBER)
    g_string_append_c (self->text, (char) take (self));
  digits = self->text->str + (self->text->str[0] == '-' ? 1 : 0);
  if (*digits == '\0' || (digits[0] == '0' && g_ascii_isdigit (digits[1])))
    return set_damaged (self, error);
  if (!g_ascii_string_to_signed (self->text->str, 10, G_MININT64, G_MAXINT64, &self->number, NULL))
    /* Translators: %s is the name of a file, %u the number of a line in it */
    return set_refused (self, _("A number of “%s”, in line %u, is no whole number that a book can "
                                "hold."), error);
  return TRUE;
}

static gboolean
read_word (QuadJsonReader  *self,
           const char      *word,
           GError         **error)
{
  for (const char *p = word; *p != '\0'; p++)
    if (take (self) != *p)
      return set_damaged (self, error);
  return TRUE;
}

static gboolean
begin (QuadJsonReader  *self,
       gboolean         is_object,
       GError         **error)
{
  if (self->depth == QUAD_JSON_DEEPEST)
    /* Translators: %s is the name of a file, %u the number of a line in it */
    return set_refused (self, _("“%s” is nested too deeply in line %u: it is not a book."), error);
  take (self);
  self->in_object[self->depth++] = is_object;
  self->state = STATE_FIRST;
  return TRUE;
}

static gboolean
read_value (QuadJsonReader  *self,
            QuadJsonToken   *token,
            GError         **error)
{
  int byte = skip_space (self);

  self->state = STATE_AFTER;
  switch (byte)
    {
    case '{':
      *token = QUAD_JSON_OBJECT;
      return begin (self, TRUE, error);
    case '[':
      *token = QUAD_JSON_ARRAY;
      return begin (self, FALSE, error);
    case '"':
      *token = QUAD_JSON_TEXT;
      return read_text (self, error);
    case 't':
      *token = QUAD_JSON_BOOLEAN;
      return read_word (self, "true", error);
    case 'f':
      *token = QUAD_JSON_BOOLEAN;
      return read_word (self, "false", error);
    case 'n':
      *token = QUAD_JSON_NULL;
      return read_word (self, "null", error);
    case NOTHING_LEFT:
      return set_ended (self, error);
    default:
      *token = QUAD_JSON_NUMBER;
      return byte == '-' || (byte >= 0 && g_ascii_isdigit (byte)) ? read_number (self, error)
                                                                  : set_damaged (self, error);
    }
}

static gboolean
read_member (QuadJsonReader  *self,
             QuadJsonToken   *token,
             GError         **error)
{
  if (!self->in_object[self->depth - 1])
    return read_value (self, token, error);
  *token = QUAD_JSON_NAME;
  self->state = STATE_VALUE;
  if (skip_space (self) == NOTHING_LEFT)
    return set_ended (self, error);
  if (!read_text (self, error))
    return FALSE;
  skip_space (self);
  return take (self) == ':' || set_damaged (self, error);
}

static gboolean
end (QuadJsonReader *self,
     QuadJsonToken  *token)
{
  take (self);
  self->depth--;
  *token = self->in_object[self->depth] ? QUAD_JSON_OBJECT_END : QUAD_JSON_ARRAY_END;
  self->state = STATE_AFTER;
  return TRUE;
}

/* Public ----------------------------------------------------------------------------------- */

/**
 * quad_json_reader_open:
 * @path: a file; nothing else, because it might never end
 *
 * Errors: %QUAD_ERROR_NOT_FOUND, %QUAD_ERROR_INVALID_INPUT for what is no file, %QUAD_ERROR_IO.
 */
QuadJsonReader *
quad_json_reader_open (const char  *path,
                       GError     **error)
{
  g_autoptr (QuadJsonReader) self = NULL;
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) problem = NULL;
  g_autofree char *name = g_filename_display_basename (path);
  GFileType type = g_file_query_file_type (file, G_FILE_QUERY_INFO_NONE, NULL);

  if (type != G_FILE_TYPE_REGULAR && type != G_FILE_TYPE_UNKNOWN)
    {
      g_set_error (error, QUAD_ERROR, QUAD_ERROR_INVALID_INPUT, _("“%s” is not a file."), name);
      return NULL;
    }
  self = g_new0 (QuadJsonReader, 1);
  self->name = g_steal_pointer (&name);
  self->stream = g_file_read (file, NULL, &problem);
  if (self->stream == NULL)
    {
      if (g_error_matches (problem, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
        g_set_error (error, QUAD_ERROR, QUAD_ERROR_NOT_FOUND, _("There is no file “%s”."),
                     self->name);
      else
        g_set_error (error, QUAD_ERROR, QUAD_ERROR_IO, _("“%s” cannot be read: %s."), self->name,
                     problem->message);
      return NULL;
    }
  self->text = g_string_new (NULL);
  self->piece = g_malloc (PIECE);
  self->line = 1;
  if (read_piece (self) && self->length >= 3 && memcmp (self->piece, BYTE_ORDER_MARK, 3) == 0)
    self->position = 3;
  return g_steal_pointer (&self);
}

void
quad_json_reader_free (QuadJsonReader *self)
{
  g_clear_object (&self->stream);
  g_clear_error (&self->problem);
  if (self->text != NULL)
    g_string_free (self->text, TRUE);
  g_free (self->piece);
  g_free (self->name);
  g_free (self);
}

/**
 * quad_json_reader_get_name:
 *
 * Returns: (transfer none): the file as a person calls it
 */
const char *
quad_json_reader_get_name (QuadJsonReader *self)
{
  return self->name;
}

/**
 * quad_json_reader_get_line:
 *
 * Returns: the line of the last token, from 1
 */
guint
quad_json_reader_get_line (QuadJsonReader *self)
{
  return self->line;
}

/**
 * quad_json_reader_next:
 * @token: (out): what comes next
 *
 * Errors: %QUAD_ERROR_INVALID_INPUT, %G_IO_ERROR.
 */
gboolean
quad_json_reader_next (QuadJsonReader  *self,
                       QuadJsonToken   *token,
                       GError         **error)
{
  int byte = skip_space (self);
  gboolean at_end = byte == '}' || byte == ']';

  if (self->state == STATE_VALUE)
    return read_value (self, token, error);
  if (self->depth == 0)
    {
      *token = QUAD_JSON_END;
      return byte == NOTHING_LEFT || set_damaged (self, error);
    }
  if (byte == NOTHING_LEFT)
    return set_ended (self, error);
  if (at_end)
    return (byte == '}') == self->in_object[self->depth - 1] ? end (self, token)
                                                             : set_damaged (self, error);
  if (self->state == STATE_AFTER && take (self) != ',')
    return set_damaged (self, error);
  return read_member (self, token, error);
}

/**
 * quad_json_reader_get_text:
 *
 * Returns: (transfer none): of the last %QUAD_JSON_NAME or %QUAD_JSON_TEXT
 */
const char *
quad_json_reader_get_text (QuadJsonReader *self)
{
  return self->text->str;
}

/**
 * quad_json_reader_get_number:
 *
 * Returns: the last %QUAD_JSON_NUMBER
 */
gint64
quad_json_reader_get_number (QuadJsonReader *self)
{
  return self->number;
}

/**
 * quad_json_reader_mark:
 * @mark: (out): behind the last token
 */
void
quad_json_reader_mark (QuadJsonReader *self,
                       QuadJsonMark   *mark)
{
  mark->offset = self->offset + (goffset) self->position;
  mark->line = self->line;
  mark->depth = self->depth;
  mark->state = (int) self->state;
  memcpy (mark->in_object, self->in_object, sizeof mark->in_object);
}

/**
 * quad_json_reader_return:
 * @mark: where to
 */
gboolean
quad_json_reader_return (QuadJsonReader      *self,
                         const QuadJsonMark  *mark,
                         GError             **error)
{
  if (!g_seekable_seek (G_SEEKABLE (self->stream), mark->offset, G_SEEK_SET, NULL, error))
    return FALSE;
  self->offset = mark->offset;
  self->length = self->position = 0;
  self->line = mark->line;
  self->depth = mark->depth;
  self->state = (State) mark->state;
  memcpy (self->in_object, mark->in_object, sizeof mark->in_object);
  return TRUE;
}
