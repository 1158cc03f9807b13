/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * QuadCompanyWord:
 * @QUAD_COMPANY_WORD_OWN: tells the company from others
 * @QUAD_COMPANY_WORD_FORM: its legal form: "GmbH"
 * @QUAD_COMPANY_WORD_COMMON: what companies call themselves, whatever their form: "Group"
 * @QUAD_COMPANY_WORD_SMALL: what people write or leave out: "and"
 *
 * What a word of a company's name says.
 */
typedef enum
{
  QUAD_COMPANY_WORD_OWN,
  QUAD_COMPANY_WORD_FORM,
  QUAD_COMPANY_WORD_COMMON,
  QUAD_COMPANY_WORD_SMALL,
} QuadCompanyWord;

QuadCompanyWord quad_company_word_find (const char *word);

G_END_DECLS
