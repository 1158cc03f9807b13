/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-analysis"

#include "quad-duplicate-keys.h"

#include <string.h>

#include "quad-account.h"
#include "quad-company-word.h"
#include "quad-domain.h"
#include "quad-text.h"

/* With fewer digits it is an extension, with more no telephone number. Source of the larger one:
 * ITU-T E.164, and the "00" before it. */
#define FEWEST_DIGITS 7
#define MOST_DIGITS 17

static int
compare_words (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Words parted by single spaces: no full stops and apostrophes, and no other punctuation. */
static char *
strip_punctuation (const char *name)
{
  g_autofree char *folded = quad_text_fold (name);
  GString *plain = g_string_sized_new (strlen (folded));

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '.' || c == '\'' || c == '`')
        continue;
      if (g_unichar_isalnum (c))
        g_string_append_unichar (plain, c);
      else if (plain->len > 0 && plain->str[plain->len - 1] != ' ')
        g_string_append_c (plain, ' ');
    }
  if (plain->len > 0 && plain->str[plain->len - 1] == ' ')
    g_string_truncate (plain, plain->len - 1);

  return g_string_free (plain, FALSE);
}

static gboolean
is_mark (const char *word)
{
  if (*g_utf8_next_char (word) == '\0')
    return TRUE;
  for (; *word != '\0'; word = g_utf8_next_char (word))
    if (g_unichar_isdigit (g_utf8_get_char (word)))
      return TRUE;

  return FALSE;
}

static char *
join (GPtrArray  *words,
      const char *separator)
{
  g_ptr_array_add (words, NULL);

  return g_strjoinv (separator, (char **) words->pdata);
}

static void
init_name (QuadDuplicateKeys *keys,
           const char        *name)
{
  g_autofree char *plain = strip_punctuation (name != NULL ? name : "");
  g_auto (GStrv) all = g_strsplit (plain, " ", -1);
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  g_autoptr (GPtrArray) forms = g_ptr_array_new ();
  g_autoptr (GPtrArray) marks = g_ptr_array_new ();

  for (guint i = 0; all[i] != NULL; i++)
    {
      QuadCompanyWord kind = quad_company_word_find (all[i]);

      if (kind == QUAD_COMPANY_WORD_SMALL || (i > 0 && kind == QUAD_COMPANY_WORD_COMMON))
        continue;
      /* the name itself is no form, whatever it is */
      g_ptr_array_add (i > 0 && kind == QUAD_COMPANY_WORD_FORM ? forms : words, all[i]);
      if (is_mark (all[i]))
        g_ptr_array_add (marks, all[i]);
    }
  if (words->len == 0)
    g_ptr_array_add (words, plain);

  keys->legal_form = join (forms, "");
  keys->marks = join (marks, " ");
  keys->name = join (words, " ");
  g_ptr_array_set_size (words, (int) words->len - 1);
  g_ptr_array_sort (words, compare_words);
  keys->words = join (words, " ");
}

static gboolean
is_made_up (const char *digits)
{
  return strspn (digits, (char[]) { digits[0], '\0' }) == strlen (digits);
}

/**
 * quad_duplicate_keys_get_phone:
 * @phone: (nullable): as people write it: "+44 (0)20 7946 0018 ext. 7"
 *
 * Returns: (transfer full) (nullable): its digits, without the zero that a call within the country
 *   begins with; "+" and the digits when they begin with the number of a country; %NULL for what is
 *   no telephone number
 */
char *
quad_duplicate_keys_get_phone (const char *phone)
{
  g_autoptr (GString) digits = NULL;
  const char *begin;
  gboolean foreign;
  gsize n;

  if (phone == NULL)
    return NULL;

  digits = g_string_new (NULL);
  begin = phone + strcspn (phone, "+0123456789");
  foreign = *begin == '+';
  for (const char *p = begin; *p != '\0'; p++)
    {
      if (g_ascii_isalpha (*p) || *p == ',' || *p == ';')
        break;
      if (foreign && g_str_has_prefix (p, "(0)"))
        p += strlen ("(0)") - 1;
      else if (g_ascii_isdigit (*p))
        g_string_append_c (digits, *p);
    }

  if (!foreign && g_str_has_prefix (digits->str, "00"))
    {
      foreign = TRUE;
      g_string_erase (digits, 0, 2);
    }
  /* North America: "1" is its number and what a call within it begins with */
  else if (!foreign && digits->len == 11 && digits->str[0] == '1')
    foreign = TRUE;
  else if (!foreign && digits->str[0] == '0')
    g_string_erase (digits, 0, 1);

  n = digits->len;
  if (n < FEWEST_DIGITS || n > MOST_DIGITS || is_made_up (digits->str))
    return NULL;
  if (foreign)
    g_string_prepend_c (digits, '+');

  return g_strdup (digits->str);
}

/**
 * quad_duplicate_keys_equal_phones:
 *
 * Returns: whether both may be one number: the same digits, or the same but for the number of the
 *   country, which has up to three, when only one of them has it
 */
gboolean
quad_duplicate_keys_equal_phones (const char *phone,
                                  const char *other)
{
  const char *foreign = phone, *home = other;
  gsize n;

  g_return_val_if_fail (phone != NULL && other != NULL, FALSE);

  if ((phone[0] == '+') == (other[0] == '+'))
    return strcmp (phone, other) == 0;
  if (other[0] == '+')
    {
      foreign = other;
      home = phone;
    }
  n = strlen (foreign) - 1;

  return n > strlen (home) && n - strlen (home) <= 3 && g_str_has_suffix (foreign, home);
}

/**
 * quad_duplicate_keys_init:
 * @keys: (out caller-allocates): to be cleared
 * @account: values of an account; not kept
 */
void
quad_duplicate_keys_init (QuadDuplicateKeys *keys,
                          const QuadRecord  *account)
{
  g_return_if_fail (keys != NULL && account != NULL);

  memset (keys, 0, sizeof *keys);
  init_name (keys, quad_record_get_text (account, QUAD_ACCOUNT_NAME));
  keys->phone = quad_duplicate_keys_get_phone (quad_record_get_text (account, QUAD_ACCOUNT_PHONE));
  keys->n_domains = quad_domain_list (quad_record_get_text (account, QUAD_ACCOUNT_WEBSITE),
                                      quad_record_get_text (account, QUAD_ACCOUNT_EMAIL),
                                      keys->domains);
}

void
quad_duplicate_keys_clear (QuadDuplicateKeys *keys)
{
  g_return_if_fail (keys != NULL);

  g_free (keys->name);
  g_free (keys->words);
  g_free (keys->legal_form);
  g_free (keys->marks);
  g_free (keys->domains[0]);
  g_free (keys->domains[1]);
  g_free (keys->phone);
  memset (keys, 0, sizeof *keys);
}
