/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "book-random.h"

#include "quad-contact.h"
#include "quad-steps.h"
#include "quad-touch.h"

/* Operations on steps, touches and contacts. */

static QuadAccount *
find_account (Random *random,
              gint64  id)
{
  return quad_item_list_lookup (quad_book_get_accounts (random->fixture->book), id);
}

/* The step as it is loaded from the book. */
static QuadStep *
load_step (Random          *random,
           const ModelStep *row)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) steps = NULL;

  steps = quad_book_load_steps (random->fixture->book, find_account (random, row->account),
                                &error);
  g_assert_no_error (error);
  for (guint i = 0; i < steps->len; i++)
    if (quad_step_get_id (steps->pdata[i]) == row->id)
      return g_object_ref (steps->pdata[i]);

  g_return_val_if_reached (NULL);
}

typedef gboolean (*StepTest) (const ModelStep *step);

static gboolean
is_any (const ModelStep *step)
{
  return TRUE;
}

static gboolean
is_closed (const ModelStep *step)
{
  return step->status != QUAD_STEP_OPEN;
}

static gboolean
can_reset (const ModelStep *step)
{
  return step->status == QUAD_STEP_OPEN && step->customised && step->play != 0;
}

/* One of the steps that pass, or NULL. */
static ModelStep *
draw_step (Random     *random,
           ModelState *next,
           StepTest    test)
{
  guint first = next->steps->len > 0 ? (guint) random_below (random, (int) next->steps->len) : 0;

  for (guint i = 0; i < next->steps->len; i++)
    {
      ModelStep *step = MODEL_ROW (next->steps, ModelStep, (first + i) % next->steps->len);

      if (test (step))
        return step;
    }

  return NULL;
}

/* One to four steps of the book, sometimes one twice; and their ids, each once. */
static GPtrArray *
draw_steps (Random      *random,
            ModelState  *next,
            GArray     **ids)
{
  GPtrArray *steps = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (int n = random_below (random, 4); n >= 0; n--)
    {
      const ModelStep *row = draw_step (random, next, is_any);

      if (row == NULL)
        break;
      g_ptr_array_add (steps, load_step (random, row));
      if (g_hash_table_add (seen, GSIZE_TO_POINTER (row->id)))
        g_array_append_val (*ids, row->id);
    }

  return steps;
}

static void
do_add_step (Random      *random,
             ModelState  *next,
             GError     **error)
{
  g_autoptr (GPtrArray) accounts = random_accounts (random);
  g_autoptr (GArray) ids = random_get_ids (accounts);
  g_autoptr (QuadRecord) values = quad_record_new (&quad_step_schema);
  const char *title = random_name (random, "Step");
  QuadDate due = random_day (random);

  quad_record_set_text (values, QUAD_STEP_TITLE, title);
  quad_record_set_number (values, QUAD_STEP_DUE, due);
  quad_record_set_number (values, QUAD_STEP_MINUTES, 15);
  for (guint i = 0; i < ids->len; i++)
    {
      ModelStep step = { .id = model_next_id (next->steps), .title = title, .due = due,
                         .account = g_array_index (ids, gint64, i), .anchor = due,
                         .minutes = 15 };

      g_array_append_val (next->steps, step);
    }
  quad_book_add_step (random->fixture->book, accounts, values, error);
}

static void
do_give_plays (Random      *random,
               ModelState  *next,
               GError     **error)
{
  g_autoptr (GPtrArray) accounts = random_accounts (random);
  g_autoptr (GArray) ids = random_get_ids (accounts);

  for (guint i = 0; i < ids->len; i++)
    model_give (next, model_find (next->accounts, g_array_index (ids, gint64, i)), TRUE,
                random->today);
  quad_book_give_plays (random->fixture->book, accounts, error);
}

static void
do_edit_step (Random      *random,
              ModelState  *next,
              GError     **error)
{
  ModelStep *row = draw_step (random, next, is_any);
  g_autoptr (QuadRecord) edits = quad_record_new (&quad_step_schema);
  g_autoptr (QuadStep) step = NULL;
  gint64 minutes = random_below (random, 3) * 20;
  const char *title;

  if (row == NULL)
    return;

  step = load_step (random, row);
  title = random_below (random, 2) == 0 ? row->title : random_name (random, "Step");
  quad_record_set_text (edits, QUAD_STEP_TITLE, title);
  quad_record_set_number (edits, QUAD_STEP_MINUTES, minutes);
  if (row->play != 0 && (row->title != title || row->minutes != minutes))
    row->customised = TRUE;
  row->title = title;
  row->minutes = minutes;
  quad_book_edit_step (random->fixture->book, step, edits, error);
}

static void
do_redate (Random      *random,
           ModelState  *next,
           GError     **error)
{
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GPtrArray) steps = draw_steps (random, next, &ids);
  QuadDate due = random_day (random);

  for (guint i = 0; i < ids->len; i++)
    {
      ModelStep *row = model_find (next->steps, g_array_index (ids, gint64, i));

      if (row->status != QUAD_STEP_OPEN || row->due == due)
        continue;
      row->due = due;
      row->customised |= row->play != 0;
    }
  quad_book_redate_steps (random->fixture->book, steps, due, error);
}

/* Closes those that are open, in order; returns the accounts of these, each once. */
static GArray *
close_steps (Random         *random,
             ModelState     *next,
             GArray         *ids,
             QuadStepStatus  status,
             const char     *reason)
{
  GArray *accounts = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);
      const ModelStep *row = model_find (next->steps, id);

      if (row->status != QUAD_STEP_OPEN)
        continue;
      if (g_hash_table_add (seen, GSIZE_TO_POINTER (row->account)))
        g_array_append_val (accounts, row->account);
      model_close_step (next, id, status, reason, random->today);
    }

  return accounts;
}

static void
do_complete (Random      *random,
             ModelState  *next,
             GError     **error)
{
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GPtrArray) steps = draw_steps (random, next, &ids);
  g_autoptr (GArray) accounts = close_steps (random, next, ids, QUAD_STEP_DONE, NULL);
  g_autoptr (QuadRecord) touch = quad_record_new (&quad_touch_schema);
  gboolean touched = random_below (random, 2) == 0;

  quad_record_set_number (touch, QUAD_TOUCH_KIND, QUAD_TOUCH_VISIT);
  quad_record_set_number (touch, QUAD_TOUCH_MINUTES, 45);
  for (guint i = 0; i < accounts->len && touched; i++)
    model_touch (next, g_array_index (accounts, gint64, i), 0, QUAD_TOUCH_VISIT, 45,
                 random->today);
  quad_book_complete_steps (random->fixture->book, steps, touched ? touch : NULL, error);
}

static void
do_skip (Random      *random,
         ModelState  *next,
         GError     **error)
{
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GPtrArray) steps = draw_steps (random, next, &ids);
  const char *reason = random_reason (random);
  g_autoptr (GArray) accounts = close_steps (random, next, ids, QUAD_STEP_SKIPPED, reason);

  quad_book_skip_steps (random->fixture->book, steps, reason, error);
}

static void
do_reopen (Random      *random,
           ModelState  *next,
           GError     **error)
{
  ModelStep *row = draw_step (random, next, is_closed);
  g_autoptr (QuadStep) step = NULL;

  if (row == NULL)
    return;

  step = load_step (random, row);
  model_reopen_step (next, row->id);
  quad_book_reopen_step (random->fixture->book, step, error);
}

static void
do_reset (Random      *random,
          ModelState  *next,
          GError     **error)
{
  ModelStep *row = draw_step (random, next, can_reset);
  g_autoptr (QuadStep) step = NULL;

  if (row == NULL)
    return;

  step = load_step (random, row);
  model_restore_step (next, row, model_find (next->plays, row->play));
  quad_book_reset_step (random->fixture->book, step, error);
}

static void
do_delete_steps (Random      *random,
                 ModelState  *next,
                 GError     **error)
{
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GPtrArray) steps = draw_steps (random, next, &ids);

  for (guint i = 0; i < ids->len; i++)
    for (guint j = 0; j < next->steps->len; j++)
      if (MODEL_ROW (next->steps, ModelStep, j)->id == g_array_index (ids, gint64, i))
        g_array_remove_index (next->steps, j);
  quad_book_delete_steps (random->fixture->book, steps, error);
}

/* Touches and contacts ---------------------------------------------------------------------- */

static ModelContact *
draw_contact (Random     *random,
              ModelState *next)
{
  if (next->contacts->len == 0)
    return NULL;

  return MODEL_ROW (next->contacts, ModelContact, random_below (random,
                                                                (int) next->contacts->len));
}

static QuadContact *
load_contact (Random             *random,
              const ModelContact *row)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) contacts = NULL;

  contacts = quad_book_load_contacts (random->fixture->book, find_account (random, row->account),
                                      &error);
  g_assert_no_error (error);
  for (guint i = 0; i < contacts->len; i++)
    if (quad_item_get_id (contacts->pdata[i]) == row->id)
      return g_object_ref (contacts->pdata[i]);

  g_return_val_if_reached (NULL);
}

static void
do_log_touch (Random      *random,
              ModelState  *next,
              GError     **error)
{
  const ModelContact *contact = random_below (random, 2) == 0 ? draw_contact (random, next) : NULL;
  g_autoptr (GPtrArray) accounts = contact != NULL ? g_ptr_array_new ()
                                                   : random_accounts (random);
  g_autoptr (QuadRecord) touch = quad_record_new (&quad_touch_schema);
  g_autoptr (GArray) ids = NULL;
  QuadTouchKind kind = random_below (random, QUAD_N_TOUCH_KINDS);
  QuadDate day = random->today - (QuadDate) random_below (random, 30);

  if (contact != NULL)
    {
      g_ptr_array_add (accounts, find_account (random, contact->account));
      quad_record_set_number (touch, QUAD_TOUCH_CONTACT_ID, contact->id);
    }
  ids = random_get_ids (accounts);
  quad_record_set_number (touch, QUAD_TOUCH_KIND, kind);
  quad_record_set_number (touch, QUAD_TOUCH_DAY, day);
  for (guint i = 0; i < ids->len; i++)
    model_touch (next, g_array_index (ids, gint64, i), contact != NULL ? contact->id : 0, kind, 0,
                 day);
  quad_book_log_touch (random->fixture->book, accounts, touch, error);
}

static void
do_add_contact (Random      *random,
                ModelState  *next,
                GError     **error)
{
  g_autoptr (GPtrArray) accounts = random_accounts (random);
  g_autoptr (QuadRecord) values = quad_record_new (&quad_contact_schema);
  ModelContact row = { .id = model_next_id (next->contacts) };

  if (accounts->len == 0)
    return;

  row.account = quad_account_get_id (accounts->pdata[0]);
  row.name = random_name (random, "Contact");
  quad_record_set_text (values, QUAD_CONTACT_NAME, row.name);
  g_array_append_val (next->contacts, row);
  quad_book_add_contact (random->fixture->book, accounts->pdata[0], values, error);
}

static void
do_edit_contact (Random      *random,
                 ModelState  *next,
                 GError     **error)
{
  ModelContact *row = draw_contact (random, next);
  g_autoptr (QuadRecord) edits = quad_record_new (&quad_contact_schema);
  g_autoptr (QuadContact) contact = NULL;

  if (row == NULL)
    return;

  contact = load_contact (random, row);
  row->name = random_name (random, "Contact");
  quad_record_set_text (edits, QUAD_CONTACT_NAME, row->name);
  quad_book_edit_contact (random->fixture->book, contact, edits, error);
}

static void
do_delete_contact (Random      *random,
                   ModelState  *next,
                   GError     **error)
{
  ModelContact *row = draw_contact (random, next);
  g_autoptr (QuadContact) contact = NULL;

  if (row == NULL)
    return;

  contact = load_contact (random, row);
  for (guint i = 0; i < next->touches->len; i++)
    if (MODEL_ROW (next->touches, ModelTouch, i)->contact == row->id)
      MODEL_ROW (next->touches, ModelTouch, i)->contact = 0;
  g_array_remove_index (next->contacts,
                        (guint) (row - MODEL_ROW (next->contacts, ModelContact, 0)));
  quad_book_delete_contact (random->fixture->book, contact, error);
}

const RandomOperation random_step_operations[] = {
  { "add-step", 4, FALSE, do_add_step },
  { "give-plays", 3, FALSE, do_give_plays },
  { "edit-step", 4, FALSE, do_edit_step },
  { "redate", 4, FALSE, do_redate },
  { "complete", 6, FALSE, do_complete },
  { "skip", 4, FALSE, do_skip },
  { "reopen", 4, FALSE, do_reopen },
  { "reset", 4, FALSE, do_reset },
  { "delete-steps", 2, FALSE, do_delete_steps },
  { "log-touch", 3, FALSE, do_log_touch },
  { "add-contact", 2, FALSE, do_add_contact },
  { "edit-contact", 2, FALSE, do_edit_contact },
  { "delete-contact", 2, FALSE, do_delete_contact },
  { NULL },
};
