/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-base"

#include "quad-company-word.h"

#include <stdlib.h>
#include <string.h>

/* In order. */
static const struct
{
  const char      *word;
  QuadCompanyWord  kind;
} words[] = {
  { "ab", QUAD_COMPANY_WORD_FORM },          { "ag", QUAD_COMPANY_WORD_FORM },
  { "and", QUAD_COMPANY_WORD_SMALL },        { "aps", QUAD_COMPANY_WORD_FORM },
  { "as", QUAD_COMPANY_WORD_FORM },          { "asa", QUAD_COMPANY_WORD_FORM },
  { "bv", QUAD_COMPANY_WORD_FORM },          { "bvba", QUAD_COMPANY_WORD_FORM },
  { "co", QUAD_COMPANY_WORD_COMMON },        { "company", QUAD_COMPANY_WORD_COMMON },
  { "corp", QUAD_COMPANY_WORD_FORM },        { "corporation", QUAD_COMPANY_WORD_COMMON },
  { "de", QUAD_COMPANY_WORD_SMALL },         { "der", QUAD_COMPANY_WORD_SMALL },
  { "die", QUAD_COMPANY_WORD_SMALL },        { "doo", QUAD_COMPANY_WORD_FORM },
  { "eg", QUAD_COMPANY_WORD_FORM },          { "ek", QUAD_COMPANY_WORD_FORM },
  { "et", QUAD_COMPANY_WORD_SMALL },         { "eurl", QUAD_COMPANY_WORD_FORM },
  { "ev", QUAD_COMPANY_WORD_FORM },          { "gbr", QUAD_COMPANY_WORD_FORM },
  { "gesmbh", QUAD_COMPANY_WORD_FORM },      { "gmbh", QUAD_COMPANY_WORD_FORM },
  { "group", QUAD_COMPANY_WORD_COMMON },     { "gruppe", QUAD_COMPANY_WORD_COMMON },
  { "holding", QUAD_COMPANY_WORD_COMMON },   { "inc", QUAD_COMPANY_WORD_FORM },
  { "incorporated", QUAD_COMPANY_WORD_FORM }, { "kft", QUAD_COMPANY_WORD_FORM },
  { "kg", QUAD_COMPANY_WORD_FORM },          { "kgaa", QUAD_COMPANY_WORD_FORM },
  { "la", QUAD_COMPANY_WORD_SMALL },         { "lda", QUAD_COMPANY_WORD_FORM },
  { "le", QUAD_COMPANY_WORD_SMALL },         { "limited", QUAD_COMPANY_WORD_FORM },
  { "llc", QUAD_COMPANY_WORD_FORM },         { "llp", QUAD_COMPANY_WORD_FORM },
  { "lp", QUAD_COMPANY_WORD_FORM },          { "ltd", QUAD_COMPANY_WORD_FORM },
  { "ltda", QUAD_COMPANY_WORD_FORM },        { "mbh", QUAD_COMPANY_WORD_FORM },
  { "nv", QUAD_COMPANY_WORD_FORM },          { "of", QUAD_COMPANY_WORD_SMALL },
  { "ohg", QUAD_COMPANY_WORD_FORM },         { "oy", QUAD_COMPANY_WORD_FORM },
  { "oyj", QUAD_COMPANY_WORD_FORM },         { "plc", QUAD_COMPANY_WORD_FORM },
  { "pte", QUAD_COMPANY_WORD_FORM },         { "pty", QUAD_COMPANY_WORD_FORM },
  { "sa", QUAD_COMPANY_WORD_FORM },          { "sarl", QUAD_COMPANY_WORD_FORM },
  { "sas", QUAD_COMPANY_WORD_FORM },         { "se", QUAD_COMPANY_WORD_FORM },
  { "sl", QUAD_COMPANY_WORD_FORM },          { "spa", QUAD_COMPANY_WORD_FORM },
  { "spzoo", QUAD_COMPANY_WORD_FORM },       { "srl", QUAD_COMPANY_WORD_FORM },
  { "sro", QUAD_COMPANY_WORD_FORM },         { "the", QUAD_COMPANY_WORD_SMALL },
  { "ug", QUAD_COMPANY_WORD_FORM },          { "und", QUAD_COMPANY_WORD_SMALL },
  { "y", QUAD_COMPANY_WORD_SMALL },          { "zrt", QUAD_COMPANY_WORD_FORM },
};

static int
compare (gconstpointer word,
         gconstpointer entry)
{
  return strcmp (word, *(const char *const *) entry);
}

/**
 * quad_company_word_find:
 * @word: folded, without full stops: "sro" for "s.r.o."
 *
 * Returns: what it says in the name of a company
 */
QuadCompanyWord
quad_company_word_find (const char *word)
{
  const void *found;

  g_return_val_if_fail (word != NULL, QUAD_COMPANY_WORD_OWN);

  found = bsearch (word, words, G_N_ELEMENTS (words), sizeof words[0], compare);

  return found != NULL ? words[((const char *) found - (const char *) words) / sizeof words[0]].kind
                       : QUAD_COMPANY_WORD_OWN;
}
