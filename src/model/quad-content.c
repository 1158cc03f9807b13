/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-model"

#include "quad-content.h"

#include <string.h>

static void
free_column (gpointer data)
{
  QuadContentColumn *column = data;

  g_free (column->name);
  g_free (column);
}

/**
 * quad_content_table_new:
 *
 * Returns: (transfer full): a table without columns
 */
QuadContentTable *
quad_content_table_new (const char *name)
{
  QuadContentTable *self = g_new0 (QuadContentTable, 1);

  self->name = g_strdup (name);
  self->columns = g_ptr_array_new_with_free_func (free_column);
  return self;
}

void
quad_content_table_free (QuadContentTable *self)
{
  g_ptr_array_unref (self->columns);
  g_free (self->name);
  g_free (self);
}

void
quad_content_table_add (QuadContentTable *self,
                        const char       *column,
                        QuadContentKind   kind,
                        gboolean          required)
{
  QuadContentColumn *added = g_new0 (QuadContentColumn, 1);

  added->name = g_strdup (column);
  added->kind = kind;
  added->required = required;
  g_ptr_array_add (self->columns, added);
}

/**
 * quad_content_table_find:
 * @index: (out): of the column
 *
 * Returns: whether there is one of that name
 */
gboolean
quad_content_table_find (const QuadContentTable *self,
                         const char             *column,
                         guint                  *index)
{
  for (*index = 0; *index < self->columns->len; (*index)++)
    if (strcmp (((QuadContentColumn *) self->columns->pdata[*index])->name, column) == 0)
      return TRUE;
  return FALSE;
}

/**
 * quad_content_tables_find:
 * @tables: (element-type QuadContentTable): tables
 * @index: (out): of the table
 *
 * Returns: whether there is one of that name
 */
gboolean
quad_content_tables_find (GPtrArray  *tables,
                          const char *name,
                          guint      *index)
{
  for (*index = 0; *index < tables->len; (*index)++)
    if (strcmp (((QuadContentTable *) tables->pdata[*index])->name, name) == 0)
      return TRUE;
  return FALSE;
}
