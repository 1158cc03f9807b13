/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-book"

#include "quad-book-private.h"

#include "quad-text.h"

/* Operations that write one row, and the tidying of what a person typed into it. */

gboolean
quad_book_run_insert (QuadBook          *self,
                      const QuadTable   *table,
                      const QuadRecord  *values,
                      const char        *label,
                      gint64            *id,
                      GError           **error)
{
  return quad_book_begin (self, label, error)
         && quad_book_end (self, quad_table_insert (table, self->database, values, id, error),
                           error);
}

gboolean
quad_book_run_update (QuadBook          *self,
                      const QuadTable   *table,
                      gint64             id,
                      const QuadRecord  *values,
                      const char        *label,
                      GError           **error)
{
  return quad_book_begin (self, label, error)
         && quad_book_end (self, quad_table_update (table, self->database, id, values, error),
                           error);
}

gboolean
quad_book_run_remove (QuadBook         *self,
                      const QuadTable  *table,
                      gint64            id,
                      const char       *label,
                      GError          **error)
{
  return quad_book_begin (self, label, error)
         && quad_book_end (self, quad_table_remove (table, self->database, id, error), error);
}

static gboolean
is_kept (const QuadRecord *record,
         guint             field)
{
  return (quad_record_get_schema (record)->fields[field].flags & QUAD_FIELD_KEPT) != 0;
}

/* Sets every field that a person may set to what the edits say, texts without what nobody meant to
 * write. Returns whether that changes anything. */
gboolean
quad_book_apply_edits (QuadRecord       *values,
                       const QuadRecord *edits)
{
  const QuadSchema *schema = quad_record_get_schema (values);
  g_autoptr (QuadRecord) before = quad_record_copy (values);
  gboolean changed = FALSE;

  for (guint i = 0; i < schema->n_fields; i++)
    {
      QuadKind kind = schema->fields[i].kind;

      if (!quad_record_has (edits, i) || is_kept (edits, i))
        continue;
      if (!quad_kind_is_text (kind))
        quad_record_set_number (values, i, quad_record_get_number (edits, i));
      else if (quad_record_get_text (edits, i) == NULL)
        quad_record_clear (values, i);
      else
        quad_record_take_text (values, i, quad_text_clean (quad_record_get_text (edits, i),
                                                           kind == QUAD_KIND_LINES));
      changed |= quad_record_differs (before, values, i);
    }

  return changed;
}

/* A whole new row: what a person gave, everything else empty. */
QuadRecord *
quad_book_complete_record (const QuadSchema *schema,
                           const QuadRecord *given)
{
  QuadRecord *values = quad_record_new (schema);

  for (guint i = 0; i < schema->n_fields; i++)
    quad_record_clear (values, i);
  quad_book_apply_edits (values, given);

  return values;
}

/* Puts one item at another place among its like, and numbers those that move anew. */
gboolean
quad_book_reorder (QuadBook         *self,
                   const QuadTable  *table,
                   guint             field,
                   GPtrArray        *items,
                   gpointer          item,
                   guint             position,
                   const char       *label,
                   GError          **error)
{
  gboolean good = TRUE;
  gpointer moved;
  guint from, to;

  if (!g_ptr_array_find (items, item, &from))
    return TRUE;
  to = MIN (position, items->len - 1);
  if (from == to)
    return TRUE;

  moved = g_ptr_array_steal_index (items, from);
  g_ptr_array_insert (items, (int) to, moved);
  if (!quad_book_begin (self, label, error))
    return FALSE;

  for (guint i = 0; i < items->len && good; i++)
    {
      g_autoptr (QuadRecord) values = NULL;

      values = quad_record_copy (quad_item_get_values (items->pdata[i]));
      if (quad_record_get_number (values, field) == i)
        continue;
      quad_record_set_number (values, field, i);
      good = quad_table_update (table, self->database, quad_item_get_id (items->pdata[i]), values,
                                error);
    }

  return quad_book_end (self, good, error);
}
