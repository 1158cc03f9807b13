/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-exchange"

#include "quad-value-table.h"

#include <string.h>

#include "quad-error.h"
#include "quad-i18n.h"
#include "quad-text.h"

/* What somebody decided about one value. */
typedef struct
{
  char             *value;      /* as it was written */
  QuadValueMeaning  meaning;
} Entry;

struct _QuadValueTable
{
  GHashTable *entries[QUAD_N_VALUE_FIELDS];   /* folded value -> Entry */
};

static const char *const field_names[QUAD_N_VALUE_FIELDS] = { "tier", "profile", "vertical" };

static void
free_entry (gpointer data)
{
  Entry *entry = data;

  g_free (entry->value);
  g_free (entry->meaning.nick);
  g_free (entry);
}

static char *
fold_value (const char *value)
{
  return g_strstrip (quad_text_fold (value));
}

static gboolean
parse_meaning (QuadValueField     field,
               const char        *text,
               QuadValueMeaning  *meaning,
               GError           **error)
{
  meaning->is_nothing = strcmp (text, QUAD_MEANING_NOTHING) == 0;
  meaning->is_left_out = strcmp (text, QUAD_MEANING_LEAVE_OUT) == 0;
  if (meaning->is_nothing || meaning->is_left_out)
    return TRUE;

  switch (field)
    {
    case QUAD_VALUE_TIER:
      if (strcmp (text, QUAD_MEANING_FORMER) == 0)
        {
          meaning->tier = (QuadTierWord) { QUAD_TIER_LEAD, TRUE };
          return TRUE;
        }
      for (guint i = 0; i < QUAD_N_TIERS; i++)
        if (strcmp (text, quad_tier_get_nick ((QuadTier) i)) == 0)
          {
            meaning->tier = (QuadTierWord) { (QuadTier) i, quad_tier_is_client ((QuadTier) i) };
            return TRUE;
          }
      break;

    case QUAD_VALUE_PROFILE:
      for (guint i = 0; i < QUAD_N_PROFILES; i++)
        if (strcmp (text, quad_profile_get_nick ((QuadProfile) i)) == 0)
          {
            meaning->profile = (QuadProfile) i;
            return TRUE;
          }
      break;

    case QUAD_VALUE_VERTICAL:
      if (!quad_text_is_blank (text))
        return TRUE;
      break;
    }

  g_set_error (error, QUAD_ERROR, QUAD_ERROR_INVALID_INPUT,
               /* Translators: the first %s is a field of an account, the second what was said */
               _("A value of “%s” cannot mean “%s”."), field_names[field], text);
  return FALSE;
}

QuadValueTable *
quad_value_table_new (void)
{
  QuadValueTable *self = g_new0 (QuadValueTable, 1);

  for (guint i = 0; i < QUAD_N_VALUE_FIELDS; i++)
    self->entries[i] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_entry);
  return self;
}

void
quad_value_table_free (QuadValueTable *self)
{
  if (self == NULL)
    return;

  for (guint i = 0; i < QUAD_N_VALUE_FIELDS; i++)
    g_hash_table_unref (self->entries[i]);
  g_free (self);
}

/**
 * quad_value_table_set:
 * @value: as it stands in the list, valid UTF-8
 * @meaning: (nullable): a tier, %QUAD_MEANING_FORMER, a profile, or a vertical;
 *   %QUAD_MEANING_NOTHING or %QUAD_MEANING_LEAVE_OUT; %NULL to guess again
 *
 * Errors: %QUAD_ERROR_INVALID_INPUT for what no value of the field can mean
 */
gboolean
quad_value_table_set (QuadValueTable  *self,
                      QuadValueField   field,
                      const char      *value,
                      const char      *meaning,
                      GError         **error)
{
  QuadValueMeaning parsed = { 0 };
  Entry *entry;

  g_return_val_if_fail (self != NULL && value != NULL && field < QUAD_N_VALUE_FIELDS, FALSE);

  if (meaning == NULL)
    {
      g_autofree char *folded = fold_value (value);

      g_hash_table_remove (self->entries[field], folded);
      return TRUE;
    }
  if (!parse_meaning (field, meaning, &parsed, error))
    return FALSE;

  entry = g_new0 (Entry, 1);
  entry->value = g_strstrip (g_strdup (value));
  entry->meaning = parsed;
  entry->meaning.nick = quad_text_clean (meaning, FALSE);
  g_hash_table_replace (self->entries[field], fold_value (value), entry);
  return TRUE;
}

/**
 * quad_value_table_find:
 *
 * Returns: (transfer none) (nullable): what somebody decided that the value means
 */
const QuadValueMeaning *
quad_value_table_find (const QuadValueTable *self,
                       QuadValueField        field,
                       const char           *value)
{
  g_autofree char *folded = NULL;
  const Entry *entry;

  g_return_val_if_fail (self != NULL && value != NULL && field < QUAD_N_VALUE_FIELDS, NULL);

  if (g_hash_table_size (self->entries[field]) == 0)
    return NULL;
  folded = fold_value (value);
  entry = g_hash_table_lookup (self->entries[field], folded);
  return entry != NULL ? &entry->meaning : NULL;
}

static int
compare_texts (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/**
 * quad_value_table_foreach:
 * @func: hears of every value that was decided, in an order that does not change
 */
void
quad_value_table_foreach (const QuadValueTable *self,
                          QuadValueFunc         func,
                          gpointer              user_data)
{
  g_return_if_fail (self != NULL && func != NULL);

  for (guint i = 0; i < QUAD_N_VALUE_FIELDS; i++)
    {
      g_autofree gpointer *keys = g_hash_table_get_keys_as_array (self->entries[i], NULL);
      const guint n = g_hash_table_size (self->entries[i]);

      if (n > 0)
        qsort (keys, n, sizeof *keys, compare_texts);
      for (guint k = 0; k < n; k++)
        {
          const Entry *entry = g_hash_table_lookup (self->entries[i], keys[k]);

          func ((QuadValueField) i, entry->value, entry->meaning.nick, user_data);
        }
    }
}

/**
 * quad_value_field_of_role:
 * @field: (out): what the values of such a column are about
 *
 * Returns: whether they are words with a meaning
 */
gboolean
quad_value_field_of_role (QuadColumnRole  role,
                          QuadValueField *field)
{
  switch ((int) role)
    {
    case QUAD_COLUMN_TIER:
    case QUAD_COLUMN_LIFECYCLE:
    case QUAD_COLUMN_TYPE:
    case QUAD_COLUMN_RATING:
      *field = QUAD_VALUE_TIER;
      return TRUE;
    case QUAD_COLUMN_PROFILE:
      *field = QUAD_VALUE_PROFILE;
      return TRUE;
    case QUAD_COLUMN_VERTICAL:
      *field = QUAD_VALUE_VERTICAL;
      return TRUE;
    default:
      return FALSE;
    }
}

/**
 * quad_value_field_from_name:
 * @name: "tier", "profile" or "vertical"
 * @field: (out): the field
 */
gboolean
quad_value_field_from_name (const char     *name,
                            QuadValueField *field)
{
  g_return_val_if_fail (name != NULL && field != NULL, FALSE);

  for (guint i = 0; i < QUAD_N_VALUE_FIELDS; i++)
    if (strcmp (field_names[i], name) == 0)
      {
        *field = (QuadValueField) i;
        return TRUE;
      }
  return FALSE;
}

const char *
quad_value_field_get_name (QuadValueField field)
{
  g_return_val_if_fail (field < QUAD_N_VALUE_FIELDS, NULL);

  return field_names[field];
}

/**
 * quad_value_guess:
 *
 * Returns: (transfer none) (nullable): what the value means by itself: a tier,
 *   %QUAD_MEANING_FORMER, a profile or, of a vertical, what it says; %NULL when nobody can know
 */
const char *
quad_value_guess (QuadValueField  field,
                  const char     *value)
{
  QuadTierWord word;
  QuadProfile profile;

  g_return_val_if_fail (value != NULL, NULL);

  switch (field)
    {
    case QUAD_VALUE_TIER:
      if (!quad_tier_word_lookup (value, &word))
        return NULL;
      return word.tier == QUAD_TIER_LEAD && word.ever_client ? QUAD_MEANING_FORMER
                                                             : quad_tier_get_nick (word.tier);
    case QUAD_VALUE_PROFILE:
      return quad_profile_word_lookup (value, &profile) ? quad_profile_get_nick (profile) : NULL;
    case QUAD_VALUE_VERTICAL:
      return value;
    }
  g_return_val_if_reached (NULL);
}
