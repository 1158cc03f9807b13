/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "book-model.h"

#include "quad-schedule.h"

/* Steps, plays, traits and what is logged. The calendar is that of quad-schedule, which has tests
 * of its own. */

static QuadRecord *
make_record (const ModelPlay *play)
{
  QuadRecord *record = quad_record_new (&quad_play_schema);

  for (guint i = 0; i < QUAD_N_PLAY_FIELDS; i++)
    if (!quad_kind_is_text (quad_play_schema.fields[i].kind))
      quad_record_set_number (record, i, play->numbers[i]);

  return record;
}

static int
compare_positions (gint64 position_a,
                   gint64 id_a,
                   gint64 position_b,
                   gint64 id_b)
{
  if (position_a == position_b)
    return id_a < id_b ? -1 : id_a > id_b;

  return position_a < position_b ? -1 : 1;
}

static int
compare_plays (gconstpointer a,
               gconstpointer b)
{
  const ModelPlay *x = *(ModelPlay *const *) a, *y = *(ModelPlay *const *) b;

  return compare_positions (x->numbers[QUAD_PLAY_POSITION], x->id, y->numbers[QUAD_PLAY_POSITION],
                            y->id);
}

static int
compare_traits (gconstpointer a,
                gconstpointer b)
{
  const ModelTrait *x = *(ModelTrait *const *) a, *y = *(ModelTrait *const *) b;

  return compare_positions (x->position, x->id, y->position, y->id);
}

GPtrArray *
model_list_plays (ModelState *self,
                  QuadOwner   owner)
{
  GPtrArray *plays = g_ptr_array_new ();

  for (guint i = 0; i < self->plays->len; i++)
    if (MODEL_ROW (self->plays, ModelPlay, i)->numbers[QUAD_PLAY_OWNER] == (gint64) owner)
      g_ptr_array_add (plays, MODEL_ROW (self->plays, ModelPlay, i));
  g_ptr_array_sort (plays, compare_plays);

  return plays;
}

GPtrArray *
model_list_traits (ModelState *self,
                   QuadOwner   owner)
{
  GPtrArray *traits = g_ptr_array_new ();

  for (guint i = 0; i < self->traits->len; i++)
    if (MODEL_ROW (self->traits, ModelTrait, i)->owner == owner)
      g_ptr_array_add (traits, MODEL_ROW (self->traits, ModelTrait, i));
  g_ptr_array_sort (traits, compare_traits);

  return traits;
}

/* Steps ------------------------------------------------------------------------------------- */

static gboolean
is_untouched (const ModelStep *step)
{
  return step->status == QUAD_STEP_OPEN && !step->customised;
}

/* Removes the untouched steps of a play, of one account or (0) of all. */
void
model_remove_steps (ModelState *self,
                    gint64      account,
                    gint64      play)
{
  for (guint i = self->steps->len; i > 0; i--)
    {
      const ModelStep *step = MODEL_ROW (self->steps, ModelStep, i - 1);

      if (step->play == play && is_untouched (step) && (account == 0 || step->account == account))
        g_array_remove_index (self->steps, i - 1);
    }
}

static gboolean
has_step (ModelState      *self,
          gint64           account,
          const ModelPlay *play,
          gboolean         ever)
{
  gboolean once = play->numbers[QUAD_PLAY_REPEAT_KIND] == QUAD_REPEAT_NONE;

  for (guint i = 0; i < self->steps->len; i++)
    {
      const ModelStep *step = MODEL_ROW (self->steps, ModelStep, i);

      if (step->account == account && step->play == play->id
          && (step->status == QUAD_STEP_OPEN || (ever && once)))
        return TRUE;
    }

  return FALSE;
}

static void
add_step (ModelState      *self,
          gint64           account,
          const ModelPlay *play,
          QuadDate         due,
          QuadDate         anchor)
{
  ModelStep step = { .id = model_next_id (self->steps), .account = account, .play = play->id,
                     .title = play->title, .guidance = play->guidance, .due = due,
                     .anchor = anchor, .minutes = play->numbers[QUAD_PLAY_MINUTES] };

  g_array_append_val (self->steps, step);
}

static void
give_owner (ModelState *self,
            gint64      account,
            QuadOwner   owner,
            gboolean    ever,
            QuadDate    today)
{
  g_autoptr (GPtrArray) plays = model_list_plays (self, owner);

  for (guint i = 0; i < plays->len; i++)
    {
      const ModelPlay *play = plays->pdata[i];
      g_autoptr (QuadRecord) record = make_record (play);
      QuadDate due = quad_schedule_get_first_due (record, today);

      if (play->numbers[QUAD_PLAY_ARCHIVED] == 0 && !has_step (self, account, play, ever))
        add_step (self, account, play, due, due);
    }
}

/* The owner of the plays of a tier or a profile, or -1. */
static int
get_tier_owner (const ModelAccount *account)
{
  static const int owners[] = { QUAD_OWNER_KEY, QUAD_OWNER_SECONDARY, QUAD_OWNER_IDEAL,
                                QUAD_OWNER_LEAD, -1 };

  return account != NULL ? owners[account->tier] : -1;
}

static int
get_profile_owner (const ModelAccount *account)
{
  static const int owners[] = { -1, QUAD_OWNER_KEEP, QUAD_OWNER_ATTAIN, QUAD_OWNER_RECAPTURE,
                                QUAD_OWNER_EXPAND, QUAD_OWNER_JETTISON };

  return account != NULL ? owners[account->profile] : -1;
}

static void
leave_owner (ModelState *self,
             gint64      account,
             int         owner)
{
  g_autoptr (GPtrArray) plays = NULL;

  if (owner < 0)
    return;

  plays = model_list_plays (self, owner);
  for (guint i = 0; i < plays->len; i++)
    model_remove_steps (self, account, ((ModelPlay *) plays->pdata[i])->id);
}

/* The steps of the old tier and profile that nobody touched go, those of the new ones come. */
void
model_follow (ModelState         *self,
              const ModelAccount *before,
              const ModelAccount *after,
              QuadDate            today)
{
  const int old[] = { get_tier_owner (before), get_profile_owner (before) };
  const int new[] = { get_tier_owner (after), get_profile_owner (after) };

  for (guint i = 0; i < G_N_ELEMENTS (old); i++)
    if (old[i] != new[i])
      leave_owner (self, after->id, old[i]);
  for (guint i = 0; i < G_N_ELEMENTS (old); i++)
    if (old[i] != new[i] && new[i] >= 0)
      give_owner (self, after->id, new[i], FALSE, today);
}

void
model_give (ModelState         *self,
            const ModelAccount *account,
            gboolean            ever,
            QuadDate            today)
{
  const int owners[] = { get_tier_owner (account), get_profile_owner (account) };

  for (guint i = 0; i < G_N_ELEMENTS (owners); i++)
    if (owners[i] >= 0)
      give_owner (self, account->id, owners[i], ever, today);
}

void
model_close_step (ModelState     *self,
                  gint64          id,
                  QuadStepStatus  status,
                  const char     *reason,
                  QuadDate        today)
{
  ModelStep *step = model_find (self->steps, id);
  const ModelStep closed = *step;
  const ModelAccount *account = model_find (self->accounts, step->account);
  const ModelPlay *play = model_find (self->plays, step->play);
  g_autofree char *note = NULL;
  g_autoptr (QuadRecord) record = NULL;
  QuadDate next;
  int owner;

  step->status = status;
  step->done_on = today;
  if (status == QUAD_STEP_SKIPPED)
    step->reason = reason;
  note = reason != NULL && status == QUAD_STEP_SKIPPED
           ? g_strdup_printf ("%s (%s)", closed.title, reason) : g_strdup (closed.title);
  model_event (self, closed.account,
               status == QUAD_STEP_DONE ? QUAD_EVENT_STEP_DONE : QUAD_EVENT_STEP_SKIPPED,
               g_intern_string (note), today);

  if (play == NULL || play->numbers[QUAD_PLAY_ARCHIVED] != 0)
    return;
  owner = (int) play->numbers[QUAD_PLAY_OWNER];
  if (owner != get_tier_owner (account) && owner != get_profile_owner (account))
    return;

  record = make_record (play);
  next = quad_schedule_get_next_due (record, closed.anchor, closed.due, today);
  if (next != QUAD_DATE_NONE && !has_step (self, closed.account, play, FALSE))
    add_step (self, closed.account, play, next, closed.anchor);
}

void
model_reopen_step (ModelState *self,
                   gint64      id)
{
  ModelStep *step = model_find (self->steps, id);
  const ModelStep opened = *step;

  step->status = QUAD_STEP_OPEN;
  step->done_on = QUAD_DATE_NONE;
  step->reason = NULL;
  for (guint i = self->steps->len; i > 0 && opened.play != 0; i--)
    {
      const ModelStep *next = MODEL_ROW (self->steps, ModelStep, i - 1);

      if (next->id > id && is_untouched (next) && next->account == opened.account
          && next->play == opened.play && next->anchor == opened.anchor)
        g_array_remove_index (self->steps, i - 1);
    }
}

static const ModelStep *
find_last_closed (ModelState      *self,
                  const ModelStep *step)
{
  const ModelStep *last = NULL;

  for (guint i = 0; i < self->steps->len; i++)
    {
      const ModelStep *other = MODEL_ROW (self->steps, ModelStep, i);

      if (other->account == step->account && other->play == step->play
          && other->status != QUAD_STEP_OPEN && (last == NULL || other->done_on >= last->done_on))
        last = other;
    }

  return last;
}

/* Back to its play; @was is the play by which it was made. */
void
model_restore_step (ModelState      *self,
                    ModelStep       *step,
                    const ModelPlay *was)
{
  const ModelPlay *play = model_find (self->plays, step->play);
  const ModelStep *last = find_last_closed (self, step);
  g_autoptr (QuadRecord) record = make_record (play);
  QuadDate begins = step->created;
  QuadDate next;

  step->title = play->title;
  step->guidance = play->guidance;
  step->minutes = play->numbers[QUAD_PLAY_MINUTES];
  step->customised = FALSE;
  if (last != NULL && last->anchor == step->anchor)
    {
      next = quad_schedule_get_next_due (record, step->anchor, last->due, last->done_on);
      if (next != QUAD_DATE_NONE)
        step->due = next;
      return;
    }

  if (was->numbers[QUAD_PLAY_DUE_KIND] == QUAD_DUE_AFTER
      && step->anchor > was->numbers[QUAD_PLAY_DUE_DAYS])
    begins = step->anchor - (QuadDate) was->numbers[QUAD_PLAY_DUE_DAYS];
  step->due = step->anchor = quad_schedule_get_first_due (record, begins);
}

/* The playbook ------------------------------------------------------------------------------ */

void
model_edit_play (ModelState      *self,
                 gint64           id,
                 const ModelPlay *after)
{
  ModelPlay *play = model_find (self->plays, id);
  const ModelPlay was = *play;

  *play = *after;
  if (after->numbers[QUAD_PLAY_ARCHIVED] != 0 && was.numbers[QUAD_PLAY_ARCHIVED] == 0)
    {
      model_remove_steps (self, 0, id);
      return;
    }

  for (guint i = 0; i < self->steps->len; i++)
    {
      ModelStep *step = MODEL_ROW (self->steps, ModelStep, i);

      if (step->play == id && is_untouched (step))
        model_restore_step (self, step, &was);
    }
}

void
model_delete_play (ModelState *self,
                   gint64      id)
{
  model_remove_steps (self, 0, id);
  for (guint i = 0; i < self->steps->len; i++)
    if (MODEL_ROW (self->steps, ModelStep, i)->play == id)
      MODEL_ROW (self->steps, ModelStep, i)->play = 0;
  for (guint i = self->plays->len; i > 0; i--)
    if (MODEL_ROW (self->plays, ModelPlay, i - 1)->id == id)
      g_array_remove_index (self->plays, i - 1);
}

void
model_delete_trait (ModelState *self,
                    gint64      id)
{
  for (guint i = self->answers->len; i > 0; i--)
    if (MODEL_ROW (self->answers, ModelAnswer, i - 1)->trait == id)
      g_array_remove_index (self->answers, i - 1);
  for (guint i = self->traits->len; i > 0; i--)
    if (MODEL_ROW (self->traits, ModelTrait, i - 1)->id == id)
      g_array_remove_index (self->traits, i - 1);
}

void
model_answer (ModelState *self,
              gint64      account,
              gint64      trait,
              QuadAnswer  answer)
{
  ModelAnswer new = { model_next_id (self->answers), account, trait, answer };

  for (guint i = 0; i < self->answers->len; i++)
    {
      ModelAnswer *row = MODEL_ROW (self->answers, ModelAnswer, i);

      if (row->account != account || row->trait != trait)
        continue;
      row->answer = answer;
      if (answer == QUAD_ANSWER_UNKNOWN)
        g_array_remove_index (self->answers, i);
      return;
    }
  if (answer != QUAD_ANSWER_UNKNOWN)
    g_array_append_val (self->answers, new);
}

void
model_touch (ModelState    *self,
             gint64         account,
             gint64         contact,
             QuadTouchKind  kind,
             gint64         minutes,
             QuadDate       day)
{
  ModelTouch row = { model_next_id (self->touches), account, contact, kind, day, minutes };

  g_array_append_val (self->touches, row);
}

void
model_event (ModelState    *self,
             gint64         account,
             QuadEventKind  kind,
             const char    *note,
             QuadDate       day)
{
  ModelEvent row = { model_next_id (self->events), account, kind, note, day };

  g_array_append_val (self->events, row);
}
