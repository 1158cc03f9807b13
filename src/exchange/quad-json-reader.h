/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum
{
  QUAD_JSON_OBJECT,
  QUAD_JSON_OBJECT_END,
  QUAD_JSON_ARRAY,
  QUAD_JSON_ARRAY_END,
  QUAD_JSON_NAME,         /* of a member; its value comes next */
  QUAD_JSON_TEXT,
  QUAD_JSON_NUMBER,       /* a whole one */
  QUAD_JSON_BOOLEAN,
  QUAD_JSON_NULL,
  QUAD_JSON_END,          /* of the document */
} QuadJsonToken;

/* Deeper than what this program writes, and no deeper. */
#define QUAD_JSON_DEEPEST 8

/**
 * QuadJsonMark:
 *
 * A place in the document, to come back to.
 */
typedef struct
{
  /*< private >*/
  goffset  offset;
  guint    line;
  guint    depth;
  gboolean in_object[QUAD_JSON_DEEPEST];
  int      state;
} QuadJsonMark;

/**
 * QuadJsonReader:
 *
 * Reads a JSON file token by token, so that its size does not matter, and takes nothing that is not
 * JSON. Source: RFC 8259. Numbers are whole and fit 64 bits, texts hold no NUL and are not endless,
 * nothing is nested deeply: other documents are refused with the line where that shows.
 */
typedef struct _QuadJsonReader QuadJsonReader;

QuadJsonReader *quad_json_reader_open       (const char           *path,
                                             GError              **error);
void            quad_json_reader_free       (QuadJsonReader       *self);
const char     *quad_json_reader_get_name   (QuadJsonReader       *self);
guint           quad_json_reader_get_line   (QuadJsonReader       *self);
gboolean        quad_json_reader_next       (QuadJsonReader       *self,
                                             QuadJsonToken        *token,
                                             GError              **error);
const char     *quad_json_reader_get_text   (QuadJsonReader       *self);
gint64          quad_json_reader_get_number (QuadJsonReader       *self);
void            quad_json_reader_mark       (QuadJsonReader       *self,
                                             QuadJsonMark         *mark);
gboolean        quad_json_reader_return     (QuadJsonReader       *self,
                                             const QuadJsonMark   *mark,
                                             GError              **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QuadJsonReader, quad_json_reader_free)

G_END_DECLS
