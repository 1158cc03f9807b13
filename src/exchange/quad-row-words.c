/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-exchange"

#include "quad-row-reader-private.h"

#include "quad-account.h"
#include "quad-i18n.h"
#include "quad-value-words.h"

/* The words of a row that mean something here: by what somebody decided, else by what they say. */

typedef QuadReadRow Row;

/* A word is never taken for something that nobody said it means. */
static gboolean
reject_word (const Row      *row,
             QuadColumnRole  role,
             char           *reason)
{
  row->values->is_word_unknown = TRUE;
  return quad_row_reject (row, role, reason);
}

/* What somebody decided about the value. Rejects the row where that is to leave it out, and passes
 * over a value that means nothing: @value is %NULL then. */
static gboolean
apply_decision (const Row               *row,
                QuadColumnRole           role,
                const char             **value,
                const QuadValueMeaning **decided)
{
  QuadValueField field;

  *decided = NULL;
  *value = quad_row_get (row, role);
  if (*value == NULL || !quad_value_field_of_role (role, &field))
    return TRUE;

  *decided = quad_value_table_find (row->reader->values, field, *value);
  if (*decided != NULL && (*decided)->is_left_out)
    return quad_row_reject (row, role,
                            g_strdup_printf (_("Rows with “%s” are left out."), *value));
  if (*decided != NULL && (*decided)->is_nothing)
    *value = NULL;
  return TRUE;
}

/* Sets @found when the column says something. */
static gboolean
read_tier_word (const Row      *row,
                QuadColumnRole  role,
                QuadTierWord   *word,
                gboolean       *found)
{
  const QuadValueMeaning *decided;
  const char *value;

  if (!apply_decision (row, role, &value, &decided))
    return FALSE;

  *found = value != NULL;
  if (value == NULL)
    return TRUE;
  if (decided != NULL)
    {
      *word = decided->tier;
      return TRUE;
    }
  return quad_tier_word_lookup (value, word)
         || reject_word (row, role,
                         g_strdup_printf (_("“%s” does not say which tier it is."), value));
}

/* The first of these columns that says something decides. A rating only tells prospects apart: a
 * client that is called hot is a client still. */
static gboolean
set_tier (const Row *row)
{
  static const QuadColumnRole roles[] = {
    QUAD_COLUMN_TIER, QUAD_COLUMN_LIFECYCLE, QUAD_COLUMN_TYPE,
  };
  QuadRecord *account = row->values->account;
  QuadTierWord word = { row->reader->new_tier, FALSE };
  gboolean found = FALSE, by_tier = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (roles) && !found; i++)
    {
      if (!read_tier_word (row, roles[i], &word, &found))
        return FALSE;
      by_tier = found && roles[i] == QUAD_COLUMN_TIER;
    }

  if (!by_tier && quad_tier_is_prospect (word.tier))
    {
      QuadTierWord rating;
      gboolean rated;

      if (!read_tier_word (row, QUAD_COLUMN_RATING, &rating, &rated))
        return FALSE;
      if (rated && quad_tier_is_prospect (rating.tier))
        word.tier = rating.tier;
      found |= rated;
    }

  if (found)
    quad_record_set_number (account, QUAD_ACCOUNT_TIER, word.tier);
  if (word.ever_client)
    quad_record_set_number (account, QUAD_ACCOUNT_EVER_CLIENT, TRUE);
  return TRUE;
}

/* Reads yes or no; leaves @flag as it is where nothing stands. */
gboolean
quad_row_read_flag (const Row      *row,
                    QuadColumnRole  role,
                    gboolean       *flag)
{
  const char *value = quad_row_get (row, role);

  return value == NULL || quad_flag_word_lookup (value, flag)
         || quad_row_reject (row, role,
                             g_strdup_printf (_("“%s” is neither yes nor no."), value));
}

static gboolean
set_profile (const Row *row)
{
  const QuadValueMeaning *decided;
  QuadProfile profile;
  const char *value;

  if (!apply_decision (row, QUAD_COLUMN_PROFILE, &value, &decided))
    return FALSE;
  if (value == NULL)
    return TRUE;
  if (decided != NULL)
    profile = decided->profile;
  else if (!quad_profile_word_lookup (value, &profile))
    return reject_word (row, QUAD_COLUMN_PROFILE,
                        g_strdup_printf (_("“%s” is not a profile."), value));

  quad_record_set_number (row->values->account, QUAD_ACCOUNT_PROFILE, profile);
  return TRUE;
}

/* Here only what was decided; the rest is a text like any other. */
static gboolean
set_vertical (const Row *row)
{
  const QuadValueMeaning *decided;
  const char *value;

  if (!apply_decision (row, QUAD_COLUMN_VERTICAL, &value, &decided))
    return FALSE;
  if (value != NULL && decided != NULL)
    quad_record_set_text (row->values->account, QUAD_ACCOUNT_VERTICAL, decided->nick);
  else if (decided != NULL)
    quad_record_clear (row->values->account, QUAD_ACCOUNT_VERTICAL);
  return TRUE;
}

/* Sets what the words of the row mean: tier, profile, whether it ever was a client. */
gboolean
quad_row_set_words (const Row *row)
{
  gboolean ever_client = FALSE;

  if (!set_profile (row) || !set_vertical (row) || !set_tier (row)
      || !quad_row_read_flag (row, QUAD_COLUMN_EVER_CLIENT, &ever_client))
    return FALSE;
  if (ever_client)
    quad_record_set_number (row->values->account, QUAD_ACCOUNT_EVER_CLIENT, TRUE);
  return TRUE;
}
