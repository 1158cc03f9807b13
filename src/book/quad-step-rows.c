/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-book"

#include "quad-step-rows.h"

#include "quad-i18n.h"

static void
free_row (gpointer data)
{
  QuadStepRow *row = data;

  quad_record_free (row->values);
  g_free (row);
}

static QuadStepRow *
load_row (QuadBook  *self,
          QuadStep  *step,
          GError   **error)
{
  g_autoptr (GError) problem = NULL;
  QuadRecord *values;
  QuadStepRow *row;

  values = quad_table_load_one (&quad_step_table, self->database, quad_step_get_id (step),
                                &problem);
  if (values == NULL)
    {
      if (g_error_matches (problem, QUAD_ERROR, QUAD_ERROR_NOT_FOUND))
        g_set_error (error, QUAD_ERROR, QUAD_ERROR_NOT_FOUND,
                     /* Translators: %s is the title of a step */
                     _("The step “%s” is not there any more."), quad_step_get_title (step));
      else
        g_propagate_error (error, g_steal_pointer (&problem));
      return NULL;
    }

  row = g_new (QuadStepRow, 1);
  row->id = quad_step_get_id (step);
  row->values = values;
  row->account = quad_item_list_lookup (self->accounts,
                                        quad_record_get_number (values, QUAD_STEP_ACCOUNT_ID));
  return row;
}

/* The steps as they are now, each once, without those that the filter leaves out. */
GPtrArray *
quad_book_collect_steps (QuadBook        *self,
                         GPtrArray       *steps,
                         QuadStepFilter   filter,
                         gconstpointer    data,
                         GError         **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (free_row);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < steps->len; i++)
    {
      gint64 id = quad_step_get_id (steps->pdata[i]);
      QuadStepRow *row;

      if (!g_hash_table_add (seen, g_memdup2 (&id, sizeof id)))
        continue;
      row = load_row (self, steps->pdata[i], error);
      if (row == NULL)
        return NULL;
      if (filter == NULL || filter (row->values, data))
        g_ptr_array_add (rows, row);
      else
        free_row (row);
    }

  return g_steal_pointer (&rows);
}

/* For labels: the title of the only step. */
char *
quad_step_row_get_title (GPtrArray *rows)
{
  const QuadStepRow *row = rows->pdata[0];

  return quad_book_shorten (quad_record_get_text (row->values, QUAD_STEP_TITLE));
}

/* For labels: the name of the account of the only step. */
char *
quad_step_row_get_name (GPtrArray *rows)
{
  const QuadStepRow *row = rows->pdata[0];

  return quad_book_shorten (quad_account_get_name (row->account));
}

gboolean
quad_step_is_open (const QuadRecord *values,
                   gconstpointer     data)
{
  return quad_record_get_number (values, QUAD_STEP_STATUS) == QUAD_STEP_OPEN;
}
