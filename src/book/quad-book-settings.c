/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-book"

#include "quad-book-private.h"

#include <locale.h>

#include "quad-i18n.h"
#include "quad-settings.h"

/* What the whole book has one of. Values are texts that a program reads: amounts in minor units. */

#define SETTING_CURRENCY      "currency"
#define SETTING_CUT_OFF_SHARE "cut-off-basis-points"
#define SETTING_CUT_OFF       "cut-off-amount"

#define FALLBACK_CURRENCY     "EUR"

/* The currency of the place that the locale names: "EUR " in LC_MONETARY. */
static char *
find_local_currency (void)
{
  const char *symbol = localeconv ()->int_curr_symbol;
  g_autofree char *code = g_strndup (symbol, 3);
  QuadCurrency currency;

  return g_strdup (quad_currency_from_code (code, &currency) ? currency.code : FALLBACK_CURRENCY);
}

static gboolean
report_corrupt (QuadBook    *self,
                const char  *name,
                GError     **error)
{
  g_set_error (error, QUAD_ERROR, QUAD_ERROR_CORRUPT,
               /* Translators: the first %s is the name of a setting, the second that of a file */
               _("The setting “%s” in “%s” cannot be understood. Restore a backup of the book."),
               name, self->path);
  return FALSE;
}

static gboolean
read_number (const char *text,
             gint64      least,
             gint64      most,
             gint64     *number)
{
  return g_ascii_string_to_signed (text, 10, least, most, number, NULL);
}

static gboolean
load_rule (QuadBook        *self,
           QuadCutOffRule  *rule,
           GError         **error)
{
  g_autofree char *share = NULL;
  g_autofree char *amount = NULL;
  gint64 number;

  if (!quad_settings_load (self->database, SETTING_CUT_OFF_SHARE, &share, error)
      || !quad_settings_load (self->database, SETTING_CUT_OFF, &amount, error))
    return FALSE;

  *rule = (QuadCutOffRule) QUAD_CUT_OFF_RULE_DEFAULT;
  if (share != NULL)
    {
      if (!read_number (share, 1, 10000, &number))
        return report_corrupt (self, SETTING_CUT_OFF_SHARE, error);
      rule->basis_points = (guint) number;
    }
  if (amount != NULL && amount[0] != '\0')
    {
      if (!read_number (amount, 0, QUAD_MONEY_LIMIT, &number))
        return report_corrupt (self, SETTING_CUT_OFF, error);
      rule->amount = number;
    }

  return TRUE;
}

static gboolean
load_currency (QuadBook      *self,
               QuadCurrency  *currency,
               GError       **error)
{
  g_autofree char *code = NULL;

  if (!quad_settings_load (self->database, SETTING_CURRENCY, &code, error))
    return FALSE;

  if (!quad_currency_from_code (code != NULL ? code : FALLBACK_CURRENCY, currency))
    return report_corrupt (self, SETTING_CURRENCY, error);

  return TRUE;
}

/* Gives a new book its settings and the default playbook. They are the beginning of its history,
 * not a part of it. */
gboolean
quad_book_init_settings (QuadBook  *self,
                         GError   **error)
{
  g_autofree char *code = find_local_currency ();

  if (!quad_database_begin (self->database, _("New book"), error))
    return FALSE;
  if (quad_settings_save (self->database, SETTING_CURRENCY, code, error)
      && quad_book_save_cut_off_rule (self->database, &self->rule, error)
      && quad_book_write_playbook (self->database, error)
      && quad_database_commit_for_good (self->database, error))
    return TRUE;

  quad_database_rollback (self->database);

  return FALSE;
}

gboolean
quad_book_load_settings (QuadBook  *self,
                         GError   **error)
{
  QuadCutOffRule rule;
  QuadCurrency currency;

  if (!load_rule (self, &rule, error) || !load_currency (self, &currency, error)
      || !quad_book_load_limits (self, error) || !quad_book_load_last_review (self, error))
    return FALSE;

  self->rule = rule;
  self->currency = currency;
  self->figures_known = FALSE;

  return TRUE;
}

gboolean
quad_book_save_cut_off_rule (QuadDatabase          *database,
                             const QuadCutOffRule  *rule,
                             GError               **error)
{
  g_autofree char *share = g_strdup_printf ("%u", rule->basis_points);
  g_autofree char *amount = NULL;

  amount = rule->amount == QUAD_MONEY_UNKNOWN
             ? g_strdup ("") : g_strdup_printf ("%" G_GINT64_FORMAT, rule->amount);

  return quad_settings_save (database, SETTING_CUT_OFF_SHARE, share, error)
         && quad_settings_save (database, SETTING_CUT_OFF, amount, error);
}

/**
 * quad_book_get_currency:
 * @self: a book
 *
 * Returns: (transfer none): the one currency of its amounts, chosen by the locale when the book was
 *   made
 */
const QuadCurrency *
quad_book_get_currency (QuadBook *self)
{
  g_return_val_if_fail (QUAD_IS_BOOK (self), NULL);

  return &self->currency;
}

/**
 * quad_book_get_cut_off_rule:
 * @self: a book
 * @rule: (out caller-allocates): how the cut-off is found
 */
void
quad_book_get_cut_off_rule (QuadBook       *self,
                            QuadCutOffRule *rule)
{
  g_return_if_fail (QUAD_IS_BOOK (self));
  g_return_if_fail (rule != NULL);

  *rule = self->rule;
}
