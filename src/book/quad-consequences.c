/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-book"

#include "quad-consequences.h"

#include "quad-move.h"
#include "quad-text.h"

/* How long a jettisoned client has until its outcome must be decided: "quickly", product.md
 * section 1. */
#define DAYS_TO_DECIDE 30

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

/* Takes away what nobody meant to write, and keeps the folded name beside the name. */
static void
tidy_texts (QuadRecord *values,
            guint64     touched)
{
  const char *name;

  for (guint i = 0; i < quad_account_schema.n_fields; i++)
    {
      QuadKind kind = quad_account_schema.fields[i].kind;
      const char *text;

      if ((touched & (G_GUINT64_CONSTANT (1) << i)) == 0 || !quad_kind_is_text (kind))
        continue;

      text = quad_record_get_text (values, i);
      if (text != NULL && !quad_text_is_plain (text, kind == QUAD_KIND_LINES))
        quad_record_take_text (values, i, quad_text_clean (text, kind == QUAD_KIND_LINES));
    }

  name = quad_record_get_text (values, QUAD_ACCOUNT_NAME);
  quad_record_take_text (values, QUAD_ACCOUNT_NAME_FOLDED,
                         name != NULL ? quad_text_fold (name) : NULL);
}

static void
copy_field (QuadRecord       *values,
            const QuadRecord *from,
            guint             field)
{
  if (quad_kind_is_text (quad_account_schema.fields[field].kind))
    quad_record_set_text (values, field, quad_record_get_text (from, field));
  else
    quad_record_set_number (values, field, quad_record_get_number (from, field));
}

static gboolean
is_kept (guint field)
{
  return (quad_account_schema.fields[field].flags & QUAD_FIELD_KEPT) != 0;
}

/**
 * quad_consequences_create:
 * @given: what is known of a new account
 * @today: the day it is entered
 *
 * Completes the values of a new account: a lead unless a tier is given, ever a client when it is
 * one. Nobody knows since when a client is one that is entered as such, so that day stays open.
 * Fields that the book keeps itself are taken only from it.
 *
 * Returns: (transfer full): all values but uid and times
 */
QuadRecord *
quad_consequences_create (const QuadRecord *given,
                          QuadDate          today)
{
  QuadRecord *values = quad_record_copy (given);

  quad_consequences_complete (values, today);
  return values;
}

/**
 * quad_consequences_complete:
 * @values: what is known of a new account
 * @today: the day it is entered
 *
 * As quad_consequences_create(), in place.
 */
void
quad_consequences_complete (QuadRecord *values,
                            QuadDate    today)
{
  if (!quad_record_has (values, QUAD_ACCOUNT_TIER))
    quad_record_set_number (values, QUAD_ACCOUNT_TIER, QUAD_TIER_LEAD);
  quad_record_complete (values);
  for (guint i = 0; i < quad_account_schema.n_fields; i++)
    if (is_kept (i))
      quad_record_unset (values, i);

  if (quad_tier_is_client (get_tier (values)))
    quad_record_set_number (values, QUAD_ACCOUNT_EVER_CLIENT, TRUE);
  if (get_profile (values) == QUAD_PROFILE_JETTISON
      && quad_record_get_number (values, QUAD_ACCOUNT_DECIDE_BY) == QUAD_DATE_NONE)
    quad_record_set_number (values, QUAD_ACCOUNT_DECIDE_BY, today + DAYS_TO_DECIDE);
  tidy_texts (values, G_MAXUINT64);
}

/**
 * quad_consequences_set_profile:
 * @values: all values of an account
 * @profile: the profile it gets
 * @today: the day on which it does
 *
 * Jettison sets the day by which the outcome must be decided; any other profile takes it away.
 */
void
quad_consequences_set_profile (QuadRecord  *values,
                               QuadProfile  profile,
                               QuadDate     today)
{
  if (get_profile (values) == profile)
    return;

  quad_record_set_number (values, QUAD_ACCOUNT_PROFILE, profile);
  if (profile == QUAD_PROFILE_JETTISON)
    quad_record_set_number (values, QUAD_ACCOUNT_DECIDE_BY, today + DAYS_TO_DECIDE);
  else
    quad_record_clear (values, QUAD_ACCOUNT_DECIDE_BY);
}

/* A parked account that never stopped being a client: off the chart, not lost. */
static gboolean
is_parked_client (const QuadRecord *values)
{
  return get_tier (values) == QUAD_TIER_PARKED
         && quad_record_get_number (values, QUAD_ACCOUNT_EVER_CLIENT) != 0
         && quad_record_get_number (values, QUAD_ACCOUNT_LOST_ON) == QUAD_DATE_NONE;
}

static void
become_client (QuadRecord *values,
               gboolean    is_win,
               QuadDate    today)
{
  QuadProfile profile = get_profile (values);

  quad_record_set_number (values, QUAD_ACCOUNT_EVER_CLIENT, TRUE);
  if (is_win || quad_record_get_number (values, QUAD_ACCOUNT_CLIENT_SINCE) == QUAD_DATE_NONE)
    quad_record_set_number (values, QUAD_ACCOUNT_CLIENT_SINCE, today);
  quad_record_clear (values, QUAD_ACCOUNT_LOST_ON);
  quad_record_clear (values, QUAD_ACCOUNT_LOST_REASON);
  if (profile == QUAD_PROFILE_ATTAIN || profile == QUAD_PROFILE_RECAPTURE)
    quad_consequences_set_profile (values, QUAD_PROFILE_KEEP, today);
}

/**
 * quad_consequences_get_event:
 * @before: all values of an account
 * @after: the same account in another tier
 *
 * Returns: what the move is called among the events of the account
 */
QuadEventKind
quad_consequences_get_event (const QuadRecord *before,
                             const QuadRecord *after)
{
  switch (quad_move_get_kind (get_tier (before), get_tier (after)))
    {
    case QUAD_MOVE_WON:
      return QUAD_EVENT_WON;
    case QUAD_MOVE_LOST:
      return QUAD_EVENT_LOST;
    case QUAD_MOVE_PARKED:
      return quad_tier_is_client (get_tier (before))
                 && get_profile (before) == QUAD_PROFILE_JETTISON
               ? QUAD_EVENT_ENDED : QUAD_EVENT_PARKED;
    case QUAD_MOVE_RETURNED:
      return quad_tier_is_client (get_tier (after)) && !is_parked_client (before)
               ? QUAD_EVENT_WON : QUAD_EVENT_TIER;
    case QUAD_MOVE_NONE:
    case QUAD_MOVE_QUALIFIED:
    case QUAD_MOVE_REQUALIFY:
    case QUAD_MOVE_PROMOTED:
    case QUAD_MOVE_DEMOTED:
      return QUAD_EVENT_TIER;
    }

  g_return_val_if_reached (QUAD_EVENT_TIER);
}

/**
 * quad_consequences_move:
 * @values: all values of an account
 * @tier: the tier it moves to
 * @today: the day on which it does
 *
 * Moves an account with all that follows. Won: client since today, and no former client any more,
 * so that day and reason of an earlier loss are cleared; the loss itself stays among the account's
 * events. Lost: former client since today. Parked: the profile is cleared, and a client that was to
 * be let go is a former client since today; any other client is only off the chart, and when it
 * comes back it is the client that it was. Coming back clears reason and revisit date.
 *
 * Source: product.md section 3.
 */
void
quad_consequences_move (QuadRecord *values,
                        QuadTier    tier,
                        QuadDate    today)
{
  QuadTier from = get_tier (values);
  gboolean was_client = quad_tier_is_client (from);
  gboolean was_parked_client = is_parked_client (values);

  if (from == tier)
    return;

  quad_record_set_number (values, QUAD_ACCOUNT_TIER, tier);
  if (from == QUAD_TIER_PARKED)
    {
      quad_record_clear (values, QUAD_ACCOUNT_PARKED_REASON);
      quad_record_clear (values, QUAD_ACCOUNT_REVISIT_ON);
    }

  if (was_client && (quad_tier_is_prospect (tier) || get_profile (values) == QUAD_PROFILE_JETTISON)
      && !quad_tier_is_client (tier))
    quad_record_set_number (values, QUAD_ACCOUNT_LOST_ON, today);

  if (was_client && quad_tier_is_prospect (tier))
    quad_consequences_set_profile (values, QUAD_PROFILE_RECAPTURE, today);
  else if (tier == QUAD_TIER_PARKED)
    quad_consequences_set_profile (values, QUAD_PROFILE_NONE, today);
  else if (!was_client && quad_tier_is_client (tier))
    become_client (values, !was_parked_client, today);
}

/**
 * quad_consequences_list_edits:
 * @values: all values of an account
 * @edits: what a person set
 *
 * Returns: a bit for each field that the edits set to something else
 */
guint64
quad_consequences_list_edits (const QuadRecord *values,
                              const QuadRecord *edits)
{
  guint64 changed = 0;

  for (guint i = 0; i < quad_account_schema.n_fields; i++)
    if (quad_record_has (edits, i) && !is_kept (i) && quad_record_differs (values, edits, i))
      changed |= G_GUINT64_CONSTANT (1) << i;

  return changed;
}

/**
 * quad_consequences_edit:
 * @values: all values of an account
 * @edits: what a person set
 * @today: the day on which it happens
 *
 * Changes any fields. Another tier or profile has the same consequences as a move; what the edits
 * say otherwise than the account had it goes before a consequence, what they only repeat does not.
 * Fields that the book keeps itself are passed over.
 */
void
quad_consequences_edit (QuadRecord       *values,
                        const QuadRecord *edits,
                        QuadDate          today)
{
  guint64 changed = quad_consequences_list_edits (values, edits);

  if ((changed & (G_GUINT64_CONSTANT (1) << QUAD_ACCOUNT_TIER)) != 0)
    quad_consequences_move (values, get_tier (edits), today);
  if ((changed & (G_GUINT64_CONSTANT (1) << QUAD_ACCOUNT_PROFILE)) != 0)
    quad_consequences_set_profile (values, get_profile (edits), today);

  for (guint i = 0; i < quad_account_schema.n_fields; i++)
    if ((changed & (G_GUINT64_CONSTANT (1) << i)) != 0)
      copy_field (values, edits, i);

  if (quad_tier_is_client (get_tier (values)))
    quad_record_set_number (values, QUAD_ACCOUNT_EVER_CLIENT, TRUE);
  if (changed != 0)
    tidy_texts (values, changed);
}

/**
 * quad_consequences_import:
 * @values: all values of an account
 * @row: what a row of a list says about it
 * @today: the day on which it happens
 *
 * As quad_consequences_edit(), but all that the row says stands, also what it only repeats: a list
 * that comes again finds nothing to change.
 */
void
quad_consequences_import (QuadRecord       *values,
                          const QuadRecord *row,
                          QuadDate          today)
{
  /* the profile may have consequences of its own */
  for (guint i = 0; i < 3 && quad_consequences_list_edits (values, row) != 0; i++)
    quad_consequences_edit (values, row, today);
}

/**
 * quad_consequences_compare:
 * @before: values of an account
 * @after: values of the same account
 *
 * Returns: a bit for each field that a person would call different; the fields that the book keeps
 *   itself are not compared
 */
guint64
quad_consequences_compare (const QuadRecord *before,
                           const QuadRecord *after)
{
  guint64 different = 0;

  for (guint i = 0; i < quad_account_schema.n_fields; i++)
    if (!is_kept (i) && quad_record_differs (before, after, i))
      different |= G_GUINT64_CONSTANT (1) << i;

  return different;
}
