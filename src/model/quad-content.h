/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The whole of a book, as rows of tables: for what takes all of it along and need not know what it
 * means. The tables and columns are those of the schema, so nothing can be forgotten. */

typedef enum
{
  QUAD_CONTENT_NOTHING,
  QUAD_CONTENT_NUMBER,
  QUAD_CONTENT_TEXT,
} QuadContentKind;

/**
 * QuadContentValue:
 * @number: of a %QUAD_CONTENT_NUMBER
 * @text: of a %QUAD_CONTENT_TEXT, valid UTF-8
 */
typedef struct
{
  QuadContentKind  kind;
  gint64           number;
  const char      *text;
} QuadContentValue;

/**
 * QuadContentColumn:
 * @name: in the schema
 * @kind: what it holds
 * @required: it always holds something
 */
typedef struct
{
  char            *name;
  QuadContentKind  kind;
  gboolean         required;
} QuadContentColumn;

/**
 * QuadContentTable:
 * @name: in the schema
 * @columns: (element-type QuadContentColumn): the first one is the id
 */
typedef struct
{
  char      *name;
  GPtrArray *columns;
} QuadContentTable;

/* The same number of values as there are columns. */
typedef gboolean (*QuadContentRowFunc)      (const QuadContentTable  *table,
                                             const QuadContentValue  *values,
                                             gpointer                 user_data,
                                             GError                 **error);

QuadContentTable *quad_content_table_new    (const char              *name);
void              quad_content_table_free   (QuadContentTable        *self);
void              quad_content_table_add    (QuadContentTable        *self,
                                             const char              *column,
                                             QuadContentKind          kind,
                                             gboolean                 required);
gboolean          quad_content_table_find   (const QuadContentTable  *self,
                                             const char              *column,
                                             guint                   *index);
gboolean          quad_content_tables_find  (GPtrArray               *tables,
                                             const char              *name,
                                             guint                   *index);

G_END_DECLS
