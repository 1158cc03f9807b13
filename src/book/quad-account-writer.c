/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-book"

#include "quad-account-writer.h"

#include "quad-consequences.h"
#include "quad-i18n.h"
#include "quad-plan-queries.h"
#include "quad-step-writer.h"
#include "quad-table.h"
#include "quad-text.h"

static QuadTier
get_tier (const QuadRecord *values)
{
  return (QuadTier) quad_record_get_number (values, QUAD_ACCOUNT_TIER);
}

static QuadProfile
get_profile (const QuadRecord *values)
{
  return (QuadProfile) quad_record_get_number (values, QUAD_ACCOUNT_PROFILE);
}

/**
 * quad_account_writer_write_event:
 * @note: (nullable): the reason, or the title of the step
 *
 * Writes down what happened to an account and must last.
 */
gboolean
quad_account_writer_write_event (const QuadAccountWriter *self,
                                 gint64                   account,
                                 QuadEventKind            kind,
                                 const char              *was,
                                 const char              *became,
                                 QuadMoney                revenue,
                                 const char              *note,
                                 GError                 **error)
{
  g_autoptr (QuadRecord) event = quad_record_new (&quad_event_schema);
  gint64 id;

  quad_record_set_number (event, QUAD_EVENT_ACCOUNT_ID, account);
  quad_record_set_number (event, QUAD_EVENT_KIND, kind);
  quad_record_set_text (event, QUAD_EVENT_WAS, was);
  quad_record_set_text (event, QUAD_EVENT_BECAME, became);
  quad_record_set_number (event, QUAD_EVENT_REVENUE, revenue);
  quad_record_set_text (event, QUAD_EVENT_NOTE, note);
  quad_record_set_number (event, QUAD_EVENT_DAY, self->today);
  quad_record_set_number (event, QUAD_EVENT_HAPPENED_AT, self->now);

  return quad_table_insert (&quad_event_table, self->database, event, &id, error);
}

static QuadEventKind
classify_profile (const QuadRecord *before,
                  const QuadRecord *after)
{
  if (get_profile (after) == QUAD_PROFILE_JETTISON)
    return QUAD_EVENT_JETTISONED;
  if (get_profile (before) == QUAD_PROFILE_JETTISON && quad_tier_is_client (get_tier (after)))
    return QUAD_EVENT_TURNED_AROUND;

  return QUAD_EVENT_PROFILE;
}

static gboolean
write_tier_event (const QuadAccountWriter *self,
                  gint64                   id,
                  const QuadRecord        *before,
                  const QuadRecord        *after,
                  GError                 **error)
{
  if (get_tier (before) == get_tier (after))
    return TRUE;

  return quad_account_writer_write_event (self, id, quad_consequences_get_event (before, after),
                                          quad_tier_get_nick (get_tier (before)),
                                          quad_tier_get_nick (get_tier (after)),
                                          quad_record_get_number (after, QUAD_ACCOUNT_REVENUE),
                                          self->reason, error);
}

/* The reason belongs to the first event that the operation writes. */
static gboolean
write_profile_event (const QuadAccountWriter *self,
                     gint64                   id,
                     const QuadRecord        *before,
                     const QuadRecord        *after,
                     GError                 **error)
{
  gboolean moved = get_tier (before) != get_tier (after);

  if (get_profile (before) == get_profile (after))
    return TRUE;

  return quad_account_writer_write_event (self, id, classify_profile (before, after),
                                          quad_profile_get_nick (get_profile (before)),
                                          quad_profile_get_nick (get_profile (after)),
                                          quad_record_get_number (after, QUAD_ACCOUNT_REVENUE),
                                          moved ? NULL : self->reason, error);
}

/* A plan that is reached, by whatever operation, is no plan any more. */
static gboolean
remove_reached (const QuadAccountWriter *self,
                gint64                   id,
                const QuadRecord        *before,
                const QuadRecord        *after,
                GError                 **error)
{
  return get_tier (before) == get_tier (after)
         || quad_plan_remove_reached (self->database, id, get_tier (after), error);
}

/**
 * quad_account_writer_check:
 * @values: all values of an account
 *
 * Checks that the book can hold an account with these values.
 *
 * Errors: %QUAD_ERROR_INVALID_INPUT.
 */
gboolean
quad_account_writer_check (const QuadRecord *values,
                           GError          **error)
{
  if (!quad_record_has (values, QUAD_ACCOUNT_NAME)
      || quad_text_is_blank (quad_record_get_text (values, QUAD_ACCOUNT_NAME)))
    {
      g_set_error_literal (error, QUAD_ERROR, QUAD_ERROR_INVALID_INPUT,
                           _("An account needs a name."));
      return FALSE;
    }

  return quad_record_check (values, error);
}

/**
 * quad_account_writer_create:
 * @self: where to
 * @values: all values; uid and times are set here
 * @log: whether that it was created is kept as an event. For an account that came with a file the
 *   time of its creation says as much, and a hundred thousand events would cost as much as the
 *   accounts themselves.
 * @id: (out): of the new row
 *
 * Errors: %QUAD_ERROR_INVALID_INPUT for values the book cannot hold, and those of the store.
 */
gboolean
quad_account_writer_create (const QuadAccountWriter *self,
                            QuadRecord              *values,
                            gboolean                 log,
                            gint64                  *id,
                            GError                 **error)
{
  quad_record_take_text (values, QUAD_ACCOUNT_UID, quad_text_new_uid ());
  quad_record_set_number (values, QUAD_ACCOUNT_CREATED_AT, self->now);
  quad_record_set_number (values, QUAD_ACCOUNT_CHANGED_AT, self->now);

  return quad_account_writer_check (values, error)
         && quad_table_insert (&quad_account_table, self->database, values, id, error)
         && (!log
             || quad_account_writer_write_event (
                  self, *id, QUAD_EVENT_CREATED, NULL, quad_tier_get_nick (get_tier (values)),
                  quad_record_get_number (values, QUAD_ACCOUNT_REVENUE), NULL, error))
         && quad_step_writer_follow (self, *id, NULL, values, error);
}

/**
 * quad_account_writer_update:
 * @self: where to
 * @id: of the row
 * @before: all values that it has
 * @after: all values that it gets; the time of the change is set here
 *
 * Errors: as quad_account_writer_create().
 */
gboolean
quad_account_writer_update (const QuadAccountWriter *self,
                            gint64                   id,
                            const QuadRecord        *before,
                            QuadRecord              *after,
                            GError                 **error)
{
  quad_record_set_number (after, QUAD_ACCOUNT_CHANGED_AT, self->now);
  if (!quad_account_writer_check (after, error)
      || !quad_table_update (&quad_account_table, self->database, id, after, error))
    return FALSE;

  return write_tier_event (self, id, before, after, error)
         && write_profile_event (self, id, before, after, error)
         && remove_reached (self, id, before, after, error)
         && quad_step_writer_follow (self, id, before, after, error);
}
