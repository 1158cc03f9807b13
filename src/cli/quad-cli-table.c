/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-cli"

#include "quad-cli-table.h"

/**
 * QuadCliTable:
 *
 * Text in columns for a terminal. A column is as wide as its widest cell; wide and combining
 * characters count as a terminal shows them.
 */
struct _QuadCliTable
{
  GArray    *columns;           /* of Column */
  GPtrArray *cells;             /* owned texts, row by row */
};

typedef struct
{
  char     *title;
  gboolean  number;
  guint     width;
} Column;

#define GAP "  "

static void
column_clear (gpointer data)
{
  Column *column = data;

  g_free (column->title);
}

static guint
measure (const char *text)
{
  guint width = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_iszerowidth (c))
        width += g_unichar_iswide (c) ? 2 : 1;
    }
  return width;
}

static void
append_spaces (GString *text,
               guint    n)
{
  for (guint i = 0; i < n; i++)
    g_string_append_c (text, ' ');
}

static void
append_row (QuadCliTable *table,
            GString      *text,
            guint         row)
{
  guint n = table->columns->len;

  for (guint i = 0; i < n; i++)
    {
      const Column *column = &g_array_index (table->columns, Column, i);
      const char *cell = row == 0 ? column->title : table->cells->pdata[(row - 1) * n + i];
      guint space = column->width - measure (cell);

      if (i > 0)
        g_string_append (text, GAP);
      if (column->number)
        append_spaces (text, space);
      g_string_append (text, cell);
      if (!column->number && i + 1 < n)
        append_spaces (text, space);
    }
  g_string_append_c (text, '\n');
}

QuadCliTable *
quad_cli_table_new (void)
{
  QuadCliTable *table = g_new0 (QuadCliTable, 1);

  table->columns = g_array_new (FALSE, FALSE, sizeof (Column));
  g_array_set_clear_func (table->columns, column_clear);
  table->cells = g_ptr_array_new_with_free_func (g_free);
  return table;
}

void
quad_cli_table_free (QuadCliTable *table)
{
  g_array_unref (table->columns);
  g_ptr_array_unref (table->cells);
  g_free (table);
}

/**
 * quad_cli_table_add_column:
 * @number: stands at the right edge of the column
 */
void
quad_cli_table_add_column (QuadCliTable *table,
                           const char   *title,
                           gboolean      number)
{
  Column column = { g_strdup (title), number, measure (title) };

  g_return_if_fail (table->cells->len == 0);

  g_array_append_val (table->columns, column);
}

void
quad_cli_table_add_cell (QuadCliTable *table,
                         const char   *text)
{
  quad_cli_table_take_cell (table, g_strdup (text != NULL ? text : ""));
}

void
quad_cli_table_take_cell (QuadCliTable *table,
                          char         *text)
{
  Column *column;

  g_return_if_fail (table->columns->len > 0);

  column = &g_array_index (table->columns, Column, table->cells->len % table->columns->len);
  column->width = MAX (column->width, measure (text));
  g_ptr_array_add (table->cells, text);
}

/**
 * quad_cli_table_to_text:
 *
 * Returns: (transfer full): the title row and the rows, each a line
 */
char *
quad_cli_table_to_text (QuadCliTable *table)
{
  GString *text = g_string_new (NULL);
  guint rows;

  g_return_val_if_fail (table->columns->len > 0, NULL);

  rows = table->cells->len / table->columns->len;
  for (guint i = 0; i <= rows; i++)
    append_row (table, text, i);
  return g_string_free (text, FALSE);
}
