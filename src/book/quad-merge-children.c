/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-book"

#include "quad-merge-children.h"

#include "quad-contact-index.h"
#include "quad-contact.h"
#include "quad-i18n.h"
#include "quad-merge-queries.h"
#include "quad-planned-move.h"
#include "quad-step.h"
#include "quad-table.h"
#include "quad-text.h"
#include "quad-trait.h"

/* What belongs to an account goes over to another one. What both have is not doubled: it stays
 * with the account that goes, and goes with it. */

typedef struct
{
  gint64      id;
  QuadRecord *values;
} Row;

static void
free_row (gpointer data)
{
  Row *row = data;

  quad_record_free (row->values);
  g_free (row);
}

static void
take_row (gint64      id,
          QuadRecord *values,
          gpointer    user_data)
{
  Row *row = g_new (Row, 1);

  row->id = id;
  row->values = values;
  g_ptr_array_add (user_data, row);
}

static GPtrArray *
load_rows (const QuadAccountWriter  *writer,
           const QuadTable          *table,
           gint64                    account,
           GError                  **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (free_row);

  if (!quad_table_load_of_account (table, writer->database, account, take_row, rows, error))
    return NULL;
  return g_steal_pointer (&rows);
}

/* "account-id" is the first field of each of these tables. */
static gboolean
move_row (const QuadAccountWriter  *writer,
          const QuadTable          *table,
          Row                      *row,
          gint64                    to,
          GError                  **error)
{
  quad_record_set_number (row->values, 0, to);

  return quad_table_update (table, writer->database, row->id, row->values, error);
}

G_STATIC_ASSERT (QUAD_CONTACT_ACCOUNT_ID == 0 && QUAD_STEP_ACCOUNT_ID == 0
                 && QUAD_ANSWER_ACCOUNT_ID == 0 && QUAD_PLANNED_MOVE_ACCOUNT_ID == 0);

/* Contacts --------------------------------------------------------------------------------- */

/* "ANN@acme.com" is no news beside "ann@acme.com". */
static gboolean
says_same (const QuadRecord *values,
           const QuadRecord *other,
           guint             field)
{
  const char *text = quad_record_get_text (values, field);
  g_autofree char *folded = text != NULL ? quad_text_fold (text) : NULL;
  g_autofree char *other_folded = quad_text_fold (quad_record_get_text (other, field));

  return g_strcmp0 (folded, other_folded) == 0;
}

static void
add_line (GString    *notes,
          const char *separator,
          const char *text)
{
  if (notes->len > 0)
    g_string_append (notes, separator);
  g_string_append (notes, text);
}

/* What was only known of one entry of a person; what both said otherwise goes to the notes. */
static gboolean
join_contact (QuadRecord       *values,
              const QuadRecord *other)
{
  const char *notes = quad_record_get_text (values, QUAD_CONTACT_NOTES);
  const char *other_notes = quad_record_get_text (other, QUAD_CONTACT_NOTES);
  g_autoptr (GString) all = g_string_new (notes);
  gboolean changed = FALSE;

  if (other_notes != NULL && g_strcmp0 (notes, other_notes) != 0)
    add_line (all, "\n\n", other_notes);
  for (guint i = QUAD_CONTACT_ROLE; i <= QUAD_CONTACT_EXTERNAL_ID; i++)
    {
      const char *text = quad_record_get_text (other, i);
      g_autofree char *line = NULL;

      if (i == QUAD_CONTACT_NOTES || text == NULL || says_same (values, other, i))
        continue;
      changed = TRUE;
      if (quad_record_get_text (values, i) == NULL)
        {
          quad_record_set_text (values, i, text);
          continue;
        }
      /* Translators: a field and what stands in it: "Phone: 020 7946 0018" */
      line = g_strdup_printf (_("%s: %s"),
                              quad_field_get_label (&quad_contact_schema.fields[i]), text);
      add_line (all, "\n", line);
    }
  if (all->len == 0 || g_strcmp0 (notes, all->str) == 0)
    return changed;
  quad_record_set_text (values, QUAD_CONTACT_NOTES, all->str);

  return TRUE;
}

static gboolean
join_person (const QuadAccountWriter  *writer,
             Row                      *known,
             const Row                *row,
             GError                  **error)
{
  if (!quad_merge_move_talks (writer->database, row->id, known->id, error))
    return FALSE;
  if (!join_contact (known->values, row->values))
    return TRUE;
  quad_record_set_number (known->values, QUAD_CONTACT_CHANGED_AT, writer->now);

  return quad_table_update (&quad_contact_table, writer->database, known->id, known->values,
                            error);
}

static gboolean
move_contacts (const QuadAccountWriter  *writer,
               gint64                    from,
               gint64                    to,
               GError                  **error)
{
  g_autoptr (GPtrArray) known = load_rows (writer, &quad_contact_table, to, error);
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (QuadContactIndex) index = quad_contact_index_new ();

  if (known == NULL || (rows = load_rows (writer, &quad_contact_table, from, error)) == NULL)
    return FALSE;
  for (guint i = 0; i < known->len; i++)
    quad_contact_index_add (index, ((Row *) known->pdata[i])->values, known->pdata[i]);
  for (guint i = 0; i < rows->len; i++)
    {
      Row *row = rows->pdata[i];
      Row *same = quad_contact_index_find (index, row->values);

      if (!(same != NULL ? join_person (writer, same, row, error)
                         : move_row (writer, &quad_contact_table, row, to, error)))
        return FALSE;
    }

  return TRUE;
}

/* Steps ------------------------------------------------------------------------------------ */

static gboolean
is_open_play (const QuadRecord *step)
{
  return quad_record_get_number (step, QUAD_STEP_STATUS) == QUAD_STEP_OPEN
         && quad_record_get_number (step, QUAD_STEP_PLAY_ID) != 0;
}

static Row *
find_open (GPtrArray        *rows,
           const QuadRecord *step)
{
  for (guint i = 0; i < rows->len; i++)
    {
      Row *row = rows->pdata[i];

      if (is_open_play (row->values) && !quad_record_differs (row->values, step, QUAD_STEP_PLAY_ID))
        return row;
    }

  return NULL;
}

static gboolean
is_customised (const Row *row)
{
  return quad_record_get_number (row->values, QUAD_STEP_CUSTOMISED) != 0;
}

/* Of two open steps of one play the one stays that a person made his own. */
static gboolean
move_steps (const QuadAccountWriter  *writer,
            gint64                    from,
            gint64                    to,
            GError                  **error)
{
  g_autoptr (GPtrArray) known = load_rows (writer, &quad_step_table, to, error);
  g_autoptr (GPtrArray) rows = NULL;

  if (known == NULL || (rows = load_rows (writer, &quad_step_table, from, error)) == NULL)
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    {
      Row *row = rows->pdata[i];
      Row *same = is_open_play (row->values) ? find_open (known, row->values) : NULL;

      if (same != NULL && (is_customised (same) || !is_customised (row)))
        continue;
      if (same != NULL
          && !quad_table_remove (&quad_step_table, writer->database, same->id, error))
        return FALSE;
      if (!move_row (writer, &quad_step_table, row, to, error))
        return FALSE;
    }

  return TRUE;
}

/* Answers and the plan --------------------------------------------------------------------- */

/* @field tells rows of one account apart: of each value only one may be there. */
static gboolean
move_unlike (const QuadAccountWriter  *writer,
             const QuadTable          *table,
             guint                     field,
             gint64                    from,
             gint64                    to,
             GError                  **error)
{
  g_autoptr (GPtrArray) known = load_rows (writer, table, to, error);
  g_autoptr (GPtrArray) rows = NULL;

  if (known == NULL || (rows = load_rows (writer, table, from, error)) == NULL)
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    {
      Row *row = rows->pdata[i];
      gboolean doubled = FALSE;

      quad_record_set_number (row->values, 0, to);
      for (guint k = 0; k < known->len && !doubled; k++)
        doubled = !quad_record_differs (((Row *) known->pdata[k])->values, row->values, field);
      if (!doubled && !move_row (writer, table, row, to, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * quad_merge_children_move:
 * @writer: where to
 * @from: the id of an account that is about to go
 * @to: the id of the one that stays
 *
 * Moves contacts, steps, touches, answers, events, the planned move and the places in reviews. The
 * same person stays one contact, an open step of a play one step, a trait has the answer and the
 * plan the move of the account that stays.
 *
 * Errors: those of the store.
 */
gboolean
quad_merge_children_move (const QuadAccountWriter  *writer,
                          gint64                    from,
                          gint64                    to,
                          GError                  **error)
{
  return move_contacts (writer, from, to, error)
         && move_steps (writer, from, to, error)
         && move_unlike (writer, &quad_answer_table, QUAD_ANSWER_TRAIT_ID, from, to, error)
         && move_unlike (writer, &quad_planned_move_table, QUAD_PLANNED_MOVE_ACCOUNT_ID, from, to,
                         error)
         && quad_merge_move_rows (writer->database, from, to, error);
}
