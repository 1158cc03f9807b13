/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-book"

#include "quad-book-private.h"

#include "quad-i18n.h"
#include "quad-settings.h"

/* How many accounts a box should hold at most. Nothing is blocked by it: the chart says when there
 * are more. */

/* Source: product.md section 1: ideal clients never above 9, leads being worked up to 10. */
static const guint default_limits[QUAD_N_CHART_TIERS] = {
  [QUAD_TIER_IDEAL] = 9,
  [QUAD_TIER_LEAD] = 10,
};

static char *
get_setting_name (QuadTier tier)
{
  return g_strconcat ("limit-", quad_tier_get_nick (tier), NULL);
}

static gboolean
load_limit (QuadBook    *self,
            QuadTier     tier,
            guint       *limit,
            GError     **error)
{
  g_autofree char *name = get_setting_name (tier);
  g_autofree char *text = NULL;
  guint64 number = default_limits[tier];

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
  *limit = (guint) number;

  return TRUE;
}

gboolean
quad_book_load_limits (QuadBook  *self,
                       guint      limits[QUAD_N_CHART_TIERS],
                       GError   **error)
{
  for (QuadTier tier = 0; tier < QUAD_N_CHART_TIERS; tier++)
    if (!load_limit (self, tier, &limits[tier], error))
      return FALSE;

  return TRUE;
}

static gboolean
write_limits (QuadBook     *self,
              const guint   limits[QUAD_N_CHART_TIERS],
              GError      **error)
{
  for (QuadTier tier = 0; tier < QUAD_N_CHART_TIERS; tier++)
    {
      g_autofree char *name = get_setting_name (tier);
      g_autofree char *text = g_strdup_printf ("%u", limits[tier]);

      if (limits[tier] != self->limits[tier]
          && !quad_settings_save (self->database, name, text, error))
        return FALSE;
    }

  return TRUE;
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
  g_return_val_if_fail (QUAD_IS_BOOK (self), default_limits);

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

  if (!quad_book_check_writable (self, error))
    return FALSE;

  for (QuadTier tier = 0; tier < QUAD_N_CHART_TIERS; tier++)
    if (limits[tier] > QUAD_BOOK_HIGHEST_LIMIT)
      {
        g_set_error (error, QUAD_ERROR, QUAD_ERROR_INVALID_INPUT,
                     _("A limit cannot be higher than %d."), QUAD_BOOK_HIGHEST_LIMIT);
        return FALSE;
      }

  if (memcmp (limits, self->limits, sizeof self->limits) == 0)
    return TRUE;

  return quad_book_begin (self, _("Change the limits of the boxes"), error)
         && quad_book_end (self, write_limits (self, limits, error), error);
}
