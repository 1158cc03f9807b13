/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-book"

#include "quad-step-writer.h"

#include "quad-play.h"
#include "quad-schedule.h"
#include "quad-step-queries.h"
#include "quad-table.h"

/* One step of an account that was read. */
typedef struct
{
  gint64      id;
  QuadRecord *values;
} StepRow;

static void
clear_row (gpointer data)
{
  quad_record_free (((StepRow *) data)->values);
}

static void
take_row (gint64      id,
          QuadRecord *values,
          gpointer    user_data)
{
  StepRow row = { id, values };

  g_array_append_val (user_data, row);
}

static GArray *
new_rows (void)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (StepRow));

  g_array_set_clear_func (rows, clear_row);
  return rows;
}

static GArray *
load_rows (const QuadAccountWriter  *writer,
           gint64                    account,
           GError                  **error)
{
  g_autoptr (GArray) rows = new_rows ();

  if (!quad_table_load_of_account (&quad_step_table, writer->database, account, take_row, rows,
                                   error))
    return NULL;
  return g_steal_pointer (&rows);
}

static QuadStepStatus
get_status (const QuadRecord *step)
{
  return (QuadStepStatus) quad_record_get_number (step, QUAD_STEP_STATUS);
}

/* What a step has from its play. */
static void
copy_play (QuadRecord       *step,
           const QuadRecord *play)
{
  quad_record_set_text (step, QUAD_STEP_TITLE, quad_record_get_text (play, QUAD_PLAY_TITLE));
  quad_record_set_text (step, QUAD_STEP_GUIDANCE, quad_record_get_text (play, QUAD_PLAY_GUIDANCE));
  quad_record_set_number (step, QUAD_STEP_MINUTES,
                          quad_record_get_number (play, QUAD_PLAY_MINUTES));
}

static gboolean
insert_step (const QuadAccountWriter  *writer,
             gint64                    account,
             gint64                    play_id,
             const QuadRecord         *play,
             QuadDate                  due,
             QuadDate                  anchor,
             GError                  **error)
{
  g_autoptr (QuadRecord) step = quad_record_new (&quad_step_schema);

  copy_play (step, play);
  quad_record_set_number (step, QUAD_STEP_ACCOUNT_ID, account);
  quad_record_set_number (step, QUAD_STEP_PLAY_ID, play_id);
  quad_record_set_number (step, QUAD_STEP_DUE, due);
  quad_record_set_number (step, QUAD_STEP_ANCHOR, anchor);
  quad_record_set_number (step, QUAD_STEP_CREATED_AT, writer->now);
  quad_record_set_number (step, QUAD_STEP_CHANGED_AT, writer->now);

  return quad_table_insert (&quad_step_table, writer->database, step, NULL, error);
}

/* Whether the account needs no step of the play: it has an open one; or, when @ever, the play is
 * for once and it had one. */
static gboolean
has_step (GArray           *rows,
          gint64            play_id,
          const QuadRecord *play,
          gboolean          ever)
{
  gboolean once = quad_record_get_number (play, QUAD_PLAY_REPEAT_KIND) == QUAD_REPEAT_NONE;

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      const QuadRecord *step = g_array_index (rows, StepRow, i).values;

      if (quad_record_get_number (step, QUAD_STEP_PLAY_ID) == play_id
          && (get_status (step) == QUAD_STEP_OPEN || (ever && once)))
        return TRUE;
    }
  return FALSE;
}

static gboolean
give_owner (const QuadAccountWriter  *writer,
            gint64                    account,
            QuadOwner                 owner,
            GArray                   *rows,
            gboolean                  ever,
            GError                  **error)
{
  const QuadPlaySetRow *plays;
  guint n_plays;

  if (writer->plays == NULL)
    return TRUE;
  plays = quad_play_set_get (writer->plays, owner, &n_plays);
  for (guint i = 0; i < n_plays; i++)
    {
      QuadDate due = quad_schedule_get_first_due (plays[i].values, writer->today);

      if (!has_step (rows, plays[i].id, plays[i].values, ever)
          && !insert_step (writer, account, plays[i].id, plays[i].values, due, due, error))
        return FALSE;
    }
  return TRUE;
}

/* The owners of an account's plays: of its tier and of its profile. */
static void
get_owners (const QuadRecord *account,
            gboolean          has[2],
            QuadOwner         owners[2])
{
  has[0] = account != NULL
           && quad_owner_from_tier ((QuadTier) quad_record_get_number (account, QUAD_ACCOUNT_TIER),
                                    &owners[0]);
  has[1] = account != NULL
           && quad_owner_from_profile (
                (QuadProfile) quad_record_get_number (account, QUAD_ACCOUNT_PROFILE), &owners[1]);
}

/**
 * quad_step_writer_follow:
 * @before: (nullable): values of the account; %NULL when it is new
 * @after: the values that it has now
 *
 * Makes the steps follow the tier and the profile: untouched open steps of the old one go, the
 * plays of the new one become steps, counted from today. A play that the account still has an open,
 * customised step of does not come twice.
 *
 * Source: product.md section 3.
 */
gboolean
quad_step_writer_follow (const QuadAccountWriter  *writer,
                         gint64                    account,
                         const QuadRecord         *before,
                         const QuadRecord         *after,
                         GError                  **error)
{
  gboolean had[2], has[2], changed[2];
  QuadOwner old_owners[2] = { 0 }, owners[2] = { 0 };
  g_autoptr (GArray) rows = NULL;

  get_owners (before, had, old_owners);
  get_owners (after, has, owners);
  for (guint i = 0; i < 2; i++)
    {
      changed[i] = had[i] != has[i] || (has[i] && old_owners[i] != owners[i]);
      if (changed[i] && had[i]
          && !quad_steps_remove_of_owner (writer->database, account, old_owners[i], error))
        return FALSE;
    }
  if (writer->plays == NULL || !((changed[0] && has[0]) || (changed[1] && has[1])))
    return TRUE;
  if (before != NULL && (rows = load_rows (writer, account, error)) == NULL)
    return FALSE;
  for (guint i = 0; i < 2; i++)
    if (changed[i] && has[i] && !give_owner (writer, account, owners[i], rows, FALSE, error))
      return FALSE;
  return TRUE;
}

/**
 * quad_step_writer_give:
 * @values: of the account
 *
 * Gives the account the steps that it misses: of every play of its tier and profile of which it has
 * no open step, and had none where the play is for once.
 */
gboolean
quad_step_writer_give (const QuadAccountWriter  *writer,
                       gint64                    account,
                       const QuadRecord         *values,
                       GError                  **error)
{
  g_autoptr (GArray) rows = load_rows (writer, account, error);
  QuadOwner owners[2] = { 0 };
  gboolean has[2];

  if (rows == NULL)
    return FALSE;
  get_owners (values, has, owners);
  for (guint i = 0; i < 2; i++)
    if (has[i] && !give_owner (writer, account, owners[i], rows, TRUE, error))
      return FALSE;
  return TRUE;
}

static gboolean
is_of_account (const QuadRecord *play,
               const QuadRecord *account)
{
  QuadOwner owner = (QuadOwner) quad_record_get_number (play, QUAD_PLAY_OWNER);
  QuadOwner owners[2] = { 0 };
  gboolean has[2];

  get_owners (account, has, owners);
  return (has[0] && owners[0] == owner) || (has[1] && owners[1] == owner);
}

/* The next step of a repeating play, as long as the account has what the play belongs to. */
static gboolean
insert_next (const QuadAccountWriter  *writer,
             const QuadRecord         *step,
             const QuadRecord         *account,
             GError                  **error)
{
  gint64 account_id = quad_record_get_number (step, QUAD_STEP_ACCOUNT_ID);
  gint64 play_id = quad_record_get_number (step, QUAD_STEP_PLAY_ID);
  QuadDate anchor = (QuadDate) quad_record_get_number (step, QUAD_STEP_ANCHOR);
  const QuadRecord *play = quad_play_set_find (writer->plays, play_id);
  g_autoptr (GArray) rows = NULL;
  QuadDate next;

  if (play == NULL || !is_of_account (play, account))
    return TRUE;
  next = quad_schedule_get_next_due (play, anchor,
                                     (QuadDate) quad_record_get_number (step, QUAD_STEP_DUE),
                                     writer->today);
  if (next == QUAD_DATE_NONE)
    return TRUE;
  rows = load_rows (writer, account_id, error);
  if (rows == NULL)
    return FALSE;
  return has_step (rows, play_id, play, FALSE)
         || insert_step (writer, account_id, play_id, play, next, anchor, error);
}

/**
 * quad_step_writer_close:
 * @step: all values of the open step
 * @account: all values of its account
 * @status: %QUAD_STEP_DONE or %QUAD_STEP_SKIPPED; the reason of the writer is kept with a skipped
 *   one
 *
 * Closes a step, writes down that it was, and makes the next one of a repeating play.
 */
gboolean
quad_step_writer_close (const QuadAccountWriter  *writer,
                        gint64                    id,
                        const QuadRecord         *step,
                        const QuadRecord         *account,
                        QuadStepStatus            status,
                        GError                  **error)
{
  g_autoptr (QuadRecord) closed = quad_record_copy (step);
  const char *title = quad_record_get_text (step, QUAD_STEP_TITLE);
  g_autofree char *note = NULL;

  quad_record_set_number (closed, QUAD_STEP_STATUS, status);
  quad_record_set_number (closed, QUAD_STEP_DONE_ON, writer->today);
  quad_record_set_number (closed, QUAD_STEP_CHANGED_AT, writer->now);
  if (status == QUAD_STEP_SKIPPED)
    quad_record_set_text (closed, QUAD_STEP_REASON, writer->reason);
  note = status == QUAD_STEP_SKIPPED && writer->reason != NULL
           ? g_strdup_printf ("%s (%s)", title, writer->reason) : g_strdup (title);

  return quad_table_update (&quad_step_table, writer->database, id, closed, error)
         && quad_account_writer_write_event (
              writer, quad_record_get_number (step, QUAD_STEP_ACCOUNT_ID),
              status == QUAD_STEP_DONE ? QUAD_EVENT_STEP_DONE : QUAD_EVENT_STEP_SKIPPED, NULL, NULL,
              quad_record_get_number (account, QUAD_ACCOUNT_REVENUE), note, error)
         && insert_next (writer, step, account, error);
}

/* The step that closing this one made, still untouched. */
static gboolean
remove_next (const QuadAccountWriter  *writer,
             gint64                    id,
             const QuadRecord         *step,
             GError                  **error)
{
  g_autoptr (GArray) rows = NULL;

  rows = load_rows (writer, quad_record_get_number (step, QUAD_STEP_ACCOUNT_ID), error);
  if (rows == NULL)
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    {
      const StepRow *row = &g_array_index (rows, StepRow, i);

      if (row->id > id && get_status (row->values) == QUAD_STEP_OPEN
          && quad_record_get_number (row->values, QUAD_STEP_CUSTOMISED) == 0
          && !quad_record_differs (row->values, step, QUAD_STEP_PLAY_ID)
          && !quad_record_differs (row->values, step, QUAD_STEP_ANCHOR)
          && !quad_table_remove (&quad_step_table, writer->database, row->id, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * quad_step_writer_reopen:
 * @step: all values of the closed step
 *
 * Opens a step that was done or skipped by mistake; the next one of its play goes again when nobody
 * touched it.
 */
gboolean
quad_step_writer_reopen (const QuadAccountWriter  *writer,
                         gint64                    id,
                         const QuadRecord         *step,
                         GError                  **error)
{
  g_autoptr (QuadRecord) open = quad_record_copy (step);

  quad_record_set_number (open, QUAD_STEP_STATUS, QUAD_STEP_OPEN);
  quad_record_clear (open, QUAD_STEP_DONE_ON);
  quad_record_clear (open, QUAD_STEP_REASON);
  quad_record_set_number (open, QUAD_STEP_CHANGED_AT, writer->now);

  return quad_table_update (&quad_step_table, writer->database, id, open, error)
         && (quad_record_get_number (step, QUAD_STEP_PLAY_ID) == 0
             || remove_next (writer, id, step, error));
}

/* The day on which the first step of a play began to count. */
static QuadDate
find_beginning (const QuadRecord *step,
                const QuadRecord *play)
{
  QuadDate anchor = (QuadDate) quad_record_get_number (step, QUAD_STEP_ANCHOR);
  gint64 days = quad_record_get_number (play, QUAD_PLAY_DUE_DAYS);

  if (quad_record_get_number (play, QUAD_PLAY_DUE_KIND) == QUAD_DUE_AFTER && anchor > days)
    return (QuadDate) (anchor - days);
  return quad_date_from_time (quad_record_get_number (step, QUAD_STEP_CREATED_AT));
}

/* When the step is due as its play says: counted from the last one that was closed on the same
 * beat, or from the beginning. */
static gboolean
schedule (const QuadAccountWriter  *writer,
          QuadRecord               *step,
          const QuadRecord         *was,
          const QuadRecord         *play,
          GError                  **error)
{
  g_autoptr (GArray) rows = new_rows ();
  QuadDate anchor = (QuadDate) quad_record_get_number (step, QUAD_STEP_ANCHOR);
  QuadDate due;

  if (!quad_steps_load_last_closed (writer->database,
                                    quad_record_get_number (step, QUAD_STEP_ACCOUNT_ID),
                                    quad_record_get_number (step, QUAD_STEP_PLAY_ID), take_row,
                                    rows, error))
    return FALSE;
  if (rows->len > 0
      && !quad_record_differs (g_array_index (rows, StepRow, 0).values, step, QUAD_STEP_ANCHOR))
    {
      const QuadRecord *last = g_array_index (rows, StepRow, 0).values;

      due = quad_schedule_get_next_due (play, anchor,
                                        (QuadDate) quad_record_get_number (last, QUAD_STEP_DUE),
                                        (QuadDate) quad_record_get_number (last,
                                                                           QUAD_STEP_DONE_ON));
      if (due != QUAD_DATE_NONE)
        quad_record_set_number (step, QUAD_STEP_DUE, due);
      return TRUE;
    }
  due = quad_schedule_get_first_due (play, find_beginning (step, was));
  quad_record_set_number (step, QUAD_STEP_DUE, due);
  quad_record_set_number (step, QUAD_STEP_ANCHOR, due);
  return TRUE;
}

/**
 * quad_step_writer_restore:
 * @step: all values of an open step of a play
 * @was: the values of the play by which the step was made
 * @play: the values of the play now
 *
 * Makes the step what its play says, text and date.
 */
gboolean
quad_step_writer_restore (const QuadAccountWriter  *writer,
                          gint64                    id,
                          const QuadRecord         *step,
                          const QuadRecord         *was,
                          const QuadRecord         *play,
                          GError                  **error)
{
  g_autoptr (QuadRecord) restored = quad_record_copy (step);

  copy_play (restored, play);
  quad_record_set_number (restored, QUAD_STEP_CUSTOMISED, FALSE);
  quad_record_set_number (restored, QUAD_STEP_CHANGED_AT, writer->now);

  return schedule (writer, restored, was, play, error)
         && quad_table_update (&quad_step_table, writer->database, id, restored, error);
}
