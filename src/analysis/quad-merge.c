/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-analysis"

#include "quad-merge.h"

#include <string.h>

/* The values that two accounts have when they become one, field by field from one of them. */

/* The field whose side another one comes from as long as nobody says otherwise: since when an
 * account is a client is of no use without being one. */
static guint
get_leader (guint field)
{
  switch ((QuadAccountField) field)
    {
    case QUAD_ACCOUNT_PROFILE:
    case QUAD_ACCOUNT_CLIENT_SINCE:
    case QUAD_ACCOUNT_LOST_ON:
    case QUAD_ACCOUNT_LOST_REASON:
    case QUAD_ACCOUNT_PARKED_REASON:
    case QUAD_ACCOUNT_REVISIT_ON:
      return QUAD_ACCOUNT_TIER;
    case QUAD_ACCOUNT_DECIDE_BY:
      return QUAD_ACCOUNT_PROFILE;
    default:
      return field;
    }
}

static gboolean
is_empty (const QuadRecord *values,
          guint             field)
{
  QuadKind kind = quad_account_schema.fields[field].kind;

  return quad_kind_is_text (kind)
           ? quad_record_get_text (values, field) == NULL
           : quad_record_get_number (values, field) == quad_kind_get_empty (kind);
}

static QuadTier
get_tier (const QuadRecord *values)
{
  return (QuadTier) quad_record_get_number (values, QUAD_ACCOUNT_TIER);
}

/* A profile fills a gap only among clients or among prospects: a client is not to be attained. */
static gboolean
fits (const QuadRecord *keep,
      const QuadRecord *other,
      guint             field)
{
  QuadTier a = get_tier (keep), b = get_tier (other);

  return field != QUAD_ACCOUNT_PROFILE
         || (quad_tier_is_client (a) && quad_tier_is_client (b))
         || (quad_tier_is_prospect (a) && quad_tier_is_prospect (b));
}

/* A tier always is one, also the first of the words. */
static gboolean
is_unknown (const QuadRecord *values,
            guint             field)
{
  return field != QUAD_ACCOUNT_TIER && is_empty (values, field);
}

/**
 * quad_merge_allows_both:
 *
 * Returns: whether a field can take the values of both sides: amounts and notes
 */
gboolean
quad_merge_allows_both (guint field)
{
  return field == QUAD_ACCOUNT_NOTES
         || quad_account_schema.fields[field].kind == QUAD_KIND_MONEY;
}

/**
 * quad_merge_is_asked:
 *
 * Returns: whether a person chooses where the field comes from
 */
gboolean
quad_merge_is_asked (guint field)
{
  return (quad_account_schema.fields[field].flags & QUAD_FIELD_KEPT) == 0
         && field != QUAD_ACCOUNT_EVER_CLIENT;
}

/**
 * quad_merge_get_choice:
 * @keep: all values of the account that stays
 * @other: all values of the one that goes
 * @choices: (nullable) (array): by #QuadAccountField; %NULL for all on their own
 * @field: a #QuadAccountField
 *
 * Returns: where the field comes from: what was chosen; without a choice the side that knows it,
 *   the one that stays when both do, and all notes. What goes with the tier or the profile comes
 *   from where that comes from, as far as it is known there.
 */
QuadMergeChoice
quad_merge_get_choice (const QuadRecord      *keep,
                       const QuadRecord      *other,
                       const QuadMergeChoice *choices,
                       guint                  field)
{
  guint leader = get_leader (field);
  QuadMergeChoice choice = choices != NULL ? choices[field] : QUAD_MERGE_AUTO;

  g_return_val_if_fail (keep != NULL && other != NULL, QUAD_MERGE_KEEP);
  g_return_val_if_fail (field < QUAD_N_ACCOUNT_FIELDS, QUAD_MERGE_KEEP);

  if (choice != QUAD_MERGE_AUTO)
    return choice == QUAD_MERGE_BOTH && !quad_merge_allows_both (field) ? QUAD_MERGE_KEEP : choice;
  if (is_unknown (other, field))
    return QUAD_MERGE_KEEP;
  if (is_unknown (keep, field) && fits (keep, other, field))
    return QUAD_MERGE_OTHER;
  if (field == QUAD_ACCOUNT_NOTES && quad_record_differs (keep, other, field))
    return QUAD_MERGE_BOTH;

  return leader != field ? quad_merge_get_choice (keep, other, choices, leader) : QUAD_MERGE_KEEP;
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

/* What one side does not know adds nothing. */
static void
take_both (QuadRecord       *values,
           const QuadRecord *other,
           guint             field)
{
  if (is_unknown (other, field))
    return;
  if (is_unknown (values, field))
    copy_field (values, other, field);
  else if (quad_account_schema.fields[field].kind == QUAD_KIND_MONEY)
    quad_record_set_number (values, field, quad_record_get_number (values, field)
                                           + quad_record_get_number (other, field));
  else if (quad_record_differs (values, other, field))
    quad_record_take_text (values, field,
                           g_strjoin ("\n\n", quad_record_get_text (values, field),
                                      quad_record_get_text (other, field), NULL));
}

/* No day of a loss on a client, none to come back to on what is not parked. */
static void
clear_contradictions (QuadRecord *values)
{
  QuadTier tier = get_tier (values);

  if (quad_tier_is_client (tier))
    {
      quad_record_set_number (values, QUAD_ACCOUNT_EVER_CLIENT, TRUE);
      quad_record_clear (values, QUAD_ACCOUNT_LOST_ON);
      quad_record_clear (values, QUAD_ACCOUNT_LOST_REASON);
    }
  if (tier != QUAD_TIER_PARKED)
    {
      quad_record_clear (values, QUAD_ACCOUNT_PARKED_REASON);
      quad_record_clear (values, QUAD_ACCOUNT_REVISIT_ON);
    }
  if (quad_record_get_number (values, QUAD_ACCOUNT_PROFILE) != QUAD_PROFILE_JETTISON)
    quad_record_clear (values, QUAD_ACCOUNT_DECIDE_BY);
}

/**
 * quad_merge_accounts:
 * @keep: all values of the account that stays
 * @other: all values of the one that goes
 * @choices: (nullable) (array): as for quad_merge_get_choice()
 *
 * Returns: (transfer full): all values of both in one. It was a client when one of them was, and is
 *   as old as the older one.
 */
QuadRecord *
quad_merge_accounts (const QuadRecord      *keep,
                     const QuadRecord      *other,
                     const QuadMergeChoice *choices)
{
  QuadRecord *values = quad_record_copy (keep);
  gint64 created = quad_record_get_number (keep, QUAD_ACCOUNT_CREATED_AT);
  gint64 other_created = quad_record_get_number (other, QUAD_ACCOUNT_CREATED_AT);

  for (guint i = 0; i < QUAD_N_ACCOUNT_FIELDS; i++)
    {
      QuadMergeChoice choice = quad_merge_is_asked (i)
                                 ? quad_merge_get_choice (keep, other, choices, i)
                                 : QUAD_MERGE_KEEP;

      if (choice == QUAD_MERGE_OTHER)
        copy_field (values, other, i);
      else if (choice == QUAD_MERGE_BOTH)
        take_both (values, other, i);
    }
  if (quad_record_get_number (other, QUAD_ACCOUNT_EVER_CLIENT) != 0)
    quad_record_set_number (values, QUAD_ACCOUNT_EVER_CLIENT, TRUE);
  if (other_created != 0 && (created == 0 || other_created < created))
    quad_record_set_number (values, QUAD_ACCOUNT_CREATED_AT, other_created);
  if (quad_record_differs (values, keep, QUAD_ACCOUNT_NAME))
    copy_field (values, other, QUAD_ACCOUNT_NAME_FOLDED);
  clear_contradictions (values);

  return values;
}
