/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-base"

#include "quad-number.h"

#include <locale.h>
#include <math.h>
#include <string.h>

#include "quad-i18n.h"

static const char *
valid_or (const char *text,
          const char *fallback)
{
  return text != NULL && text[0] != '\0' && g_utf8_validate (text, -1, NULL) ? text : fallback;
}

/**
 * quad_number_get_point:
 *
 * Returns: (transfer none): what stands before the decimals in the locale
 */
const char *
quad_number_get_point (void)
{
  return valid_or (localeconv ()->decimal_point, ".");
}

/**
 * quad_number_group:
 *
 * Returns: (transfer full): the number in groups of three digits as the locale separates them; the
 *   C locale, which has no custom, gets a comma
 */
char *
quad_number_group (guint64 number)
{
  const char *separator = localeconv ()->thousands_sep;
  g_autofree char *digits = g_strdup_printf ("%" G_GUINT64_FORMAT, number);
  gsize n = strlen (digits);
  GString *grouped = g_string_sized_new (n + n / 3 * 3);

  separator = valid_or (separator, strcmp (quad_number_get_point (), ",") == 0 ? "." : ",");
  for (gsize i = 0; i < n; i++)
    {
      if (i > 0 && (n - i) % 3 == 0)
        g_string_append (grouped, separator);
      g_string_append_c (grouped, digits[i]);
    }
  return g_string_free (grouped, FALSE);
}

/**
 * quad_number_format_share:
 * @share: 0 to 1, NAN when unknown
 *
 * Returns: (transfer full): whole percent, "78 %", "< 1 %" rather than a false "0 %"; a dash when
 *   unknown
 */
char *
quad_number_format_share (double share)
{
  double percent = share * 100.0;

  if (isnan (share))
    return g_strdup ("\u2014");
  if (percent > 0.0 && percent < 0.5)
    /* Translators: a share that is not nothing, but rounds to it */
    return g_strdup (_("<\u00a01\u00a0%"));
  /* Translators: a share in percent, with a no-break space */
  return g_strdup_printf (_("%.0f\u00a0%%"), percent);
}
