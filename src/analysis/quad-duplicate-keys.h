/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quad-record.h"

G_BEGIN_DECLS

/**
 * QuadDuplicateKeys:
 * @name: (owned): the words of the name that tell it from others, folded, parted by spaces
 * @words: (owned): the same words in alphabetical order
 * @legal_form: (owned): what was left out of the name, "gmbhkg"; empty when nothing
 * @marks: (owned): the words with digits and the single letters, which no slip of the pen explains
 * @domains: (owned): of the website and of the e-mail address
 * @n_domains: how many of these differ
 * @phone: (owned) (nullable): digits, behind a "+" when they begin with that of a country
 *
 * By what an account may turn out to be another one.
 */
typedef struct
{
  char  *name;
  char  *words;
  char  *legal_form;
  char  *marks;
  char  *domains[2];
  guint  n_domains;
  char  *phone;
} QuadDuplicateKeys;

void     quad_duplicate_keys_init         (QuadDuplicateKeys       *keys,
                                           const QuadRecord        *account);
void     quad_duplicate_keys_clear        (QuadDuplicateKeys       *keys);
char    *quad_duplicate_keys_get_phone    (const char              *phone);
gboolean quad_duplicate_keys_equal_phones (const char              *phone,
                                           const char              *other);

G_END_DECLS
