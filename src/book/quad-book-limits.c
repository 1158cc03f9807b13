/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-book"

#include "quad-book-private.h"

#include "quad-i18n.h"
#include "quad-settings.h"

/* Numbers that the chart holds the accounts of a tier against. Nothing is blocked by them: the
 * chart says when there are more. */

typedef guint TierNumbers[QUAD_N_CHART_TIERS];

typedef struct
{
  const char  *prefix;      /* of the names of the settings */
  const char  *label;       /* of a change of them */
  TierNumbers  defaults;
} TierSetting;

/* Source: product.md section 1: ideal clients never above 9, leads being worked up to 10. */
static const TierSetting limit_setting = {
  "limit-",
  N_("Change the limits of the boxes"),
  {
    [QUAD_TIER_IDEAL] = 9,
    [QUAD_TIER_LEAD] = 10,
  },
};

/* Ideal clients get most of the time, and secondary accounts must not be ignored, see product.md
 * section 1; the numbers are ours. */
static const TierSetting rhythm_setting = {
  "rhythm-",
  N_("Change the rhythm of touches"),
  {
    [QUAD_TIER_KEY] = 30,
    [QUAD_TIER_SECONDARY] = 90,
    [QUAD_TIER_IDEAL] = 21,
    [QUAD_TIER_LEAD] = 60,
  },
};

static char *
get_setting_name (const TierSetting *setting,
                  QuadTier           tier)
{
  return g_strconcat (setting->prefix, quad_tier_get_nick (tier), NULL);
}

static gboolean
load_number (QuadBook           *self,
             const TierSetting  *setting,
             QuadTier            tier,
             guint              *value,
             GError            **error)
{
  g_autofree char *name = get_setting_name (setting, tier);
  g_autofree char *text = NULL;
  guint64 number = setting->defaults[tier];

  if (!quad_settings_load (self->database, name, &text, error))
    return FALSE;
  if (text != NULL
      && !g_ascii_string_to_unsigned (text, 10, 0, QUAD_BOOK_HIGHEST_LIMIT, &number, NULL))
    {
      g_set_error (error, QUAD_ERROR, QUAD_ERROR_CORRUPT,
                   /* Translators: the first %s is the name of a setting, the second of a file */
                   _("The setting “%s” in “%s” cannot be understood. Restore a backup of the "
                     "book."),
                   name, self->path);
      return FALSE;
    }
  *value = (guint) number;

  return TRUE;
}

/* Both or none of them: a failed reload leaves the values as they were. */
gboolean
quad_book_load_limits (QuadBook  *self,
                       GError   **error)
{
  TierNumbers limits, rhythm;

  for (QuadTier tier = 0; tier < QUAD_N_CHART_TIERS; tier++)
    if (!load_number (self, &limit_setting, tier, &limits[tier], error)
        || !load_number (self, &rhythm_setting, tier, &rhythm[tier], error))
      return FALSE;

  memcpy (self->limits, limits, sizeof limits);
  memcpy (self->rhythm, rhythm, sizeof rhythm);

  return TRUE;
}

static gboolean
write_numbers (QuadBook           *self,
               const TierSetting  *setting,
               const guint        *now,
               const guint        *numbers,
               GError            **error)
{
  for (QuadTier tier = 0; tier < QUAD_N_CHART_TIERS; tier++)
    {
      g_autofree char *name = get_setting_name (setting, tier);
      g_autofree char *text = g_strdup_printf ("%u", numbers[tier]);

      if (numbers[tier] != now[tier]
          && !quad_settings_save (self->database, name, text, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
set_numbers (QuadBook           *self,
             const TierSetting  *setting,
             const guint        *now,
             const guint        *numbers,
             GError            **error)
{
  if (!quad_book_check_writable (self, error))
    return FALSE;

  for (QuadTier tier = 0; tier < QUAD_N_CHART_TIERS; tier++)
    if (numbers[tier] > QUAD_BOOK_HIGHEST_LIMIT)
      {
        g_set_error (error, QUAD_ERROR, QUAD_ERROR_INVALID_INPUT,
                     _("A limit cannot be higher than %d."), QUAD_BOOK_HIGHEST_LIMIT);
        return FALSE;
      }

  if (memcmp (numbers, now, sizeof (TierNumbers)) == 0)
    return TRUE;

  return quad_book_begin (self, _(setting->label), error)
         && quad_book_end (self, write_numbers (self, setting, now, numbers, error), error);
}

/**
 * quad_book_get_limits:
 * @self: a book
 *
 * Returns: (transfer none) (array fixed-size=4): how many accounts each box of the chart should
 *   hold at most, by tier; 0 where there is no limit
 *
 * Source: product.md section 1.
 */
const guint *
quad_book_get_limits (QuadBook *self)
{
  g_return_val_if_fail (QUAD_IS_BOOK (self), limit_setting.defaults);

  return self->limits;
}

/**
 * quad_book_set_limits:
 * @self: a book
 * @limits: (array fixed-size=4): by tier; 0 for no limit
 *
 * Says how many accounts the boxes should hold at most.
 *
 * Errors: %QUAD_ERROR_INVALID_INPUT for more than %QUAD_BOOK_HIGHEST_LIMIT, and those of the store.
 */
gboolean
quad_book_set_limits (QuadBook     *self,
                      const guint  *limits,
                      GError      **error)
{
  g_return_val_if_fail (QUAD_IS_BOOK (self), FALSE);
  g_return_val_if_fail (limits != NULL, FALSE);

  return set_numbers (self, &limit_setting, self->limits, limits, error);
}

/**
 * quad_book_get_rhythm:
 * @self: a book
 *
 * Returns: (transfer none) (array fixed-size=4): the most days that should go by between two
 *   touches with an account, by tier; 0 where there is no such rule
 */
const guint *
quad_book_get_rhythm (QuadBook *self)
{
  g_return_val_if_fail (QUAD_IS_BOOK (self), rhythm_setting.defaults);

  return self->rhythm;
}

/**
 * quad_book_set_rhythm:
 * @self: a book
 * @rhythm: (array fixed-size=4): by tier, in days; 0 for none
 *
 * Says how many days may go by between two touches before an account is going cold.
 *
 * Errors: %QUAD_ERROR_INVALID_INPUT for more than %QUAD_BOOK_HIGHEST_LIMIT, and those of the store.
 */
gboolean
quad_book_set_rhythm (QuadBook     *self,
                      const guint  *rhythm,
                      GError      **error)
{
  g_return_val_if_fail (QUAD_IS_BOOK (self), FALSE);
  g_return_val_if_fail (rhythm != NULL, FALSE);

  return set_numbers (self, &rhythm_setting, self->rhythm, rhythm, error);
}
