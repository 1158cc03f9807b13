/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "quad-company-word.h"
#include "quad-domain.h"

/* What belongs to one company, however it is written. */

static void
test_website (void)
{
  static const char *const table[][2] = {
    { "acme.com", "acme.com" },
    { "https://www.Acme.com/contact?lang=de#x", "acme.com" },
    { "http://acme.com:8080", "acme.com" },
    { "www.acme.co.uk.", "acme.co.uk" },
    { "//acme.com", "acme.com" },
    { "shop.acme.com", "shop.acme.com" },
    { "info@acme.com", "acme.com" },
    { "https://user:pass@acme.com/", NULL },
    { "acme.com, acme.de", "acme.com" },
    { "https://müller.de", "xn--mller-kva.de" },
    { "https://xn--mller-kva.de", "xn--mller-kva.de" },
    { "https://de.linkedin.com/company/acme", NULL },
    { "facebook.com/acme", NULL },
    { "gmail.com", NULL },
    { "acme", NULL },
    { "none yet", NULL },
    { "10.0.0.1", NULL },
    { "a..b", NULL },
    { ".com", NULL },
    { "http://", NULL },
    { "", NULL },
    { NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autofree char *domain = quad_domain_from_website (table[i][0]);

      g_test_message ("%s", table[i][0]);
      g_assert_cmpstr (domain, ==, table[i][1]);
    }
}

static void
test_email (void)
{
  static const char *const table[][2] = {
    { "ann@acme.com", "acme.com" },
    { "Ann Lee <Ann.Lee@Mail.ACME.com>", "mail.acme.com" },
    { "ann@acme.com; bob@other.com", "acme.com" },
    { "ann@gmail.com", NULL },
    { "ann@yahoo.co.uk", NULL },
    { "ann@gmx.net", NULL },
    { "ann@t-online.de", NULL },
    { "ann@live.acme-group.example", "live.acme-group.example" },
    { "ann", NULL },
    { "ann@", NULL },
    { NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autofree char *domain = quad_domain_from_email (table[i][0]);

      g_test_message ("%s", table[i][0]);
      g_assert_cmpstr (domain, ==, table[i][1]);
    }
}

static void
test_list (void)
{
  char *domains[2] = { NULL, NULL };

  g_assert_cmpuint (quad_domain_list (NULL, NULL, domains), ==, 0);
  g_assert_cmpuint (quad_domain_list ("www.acme.com", "ann@acme.com", domains), ==, 1);
  g_assert_cmpstr (domains[0], ==, "acme.com");
  g_free (domains[0]);
  g_assert_cmpuint (quad_domain_list (NULL, "ann@acme.com", domains), ==, 1);
  g_assert_cmpstr (domains[0], ==, "acme.com");
  g_free (domains[0]);
  g_assert_cmpuint (quad_domain_list ("acme.com", "ann@acme.de", domains), ==, 2);
  g_assert_cmpstr (domains[0], ==, "acme.com");
  g_assert_cmpstr (domains[1], ==, "acme.de");
  g_free (domains[0]);
  g_free (domains[1]);
}

/* Also the first and the last word of the table, and what stands between two of them. */
static void
test_company_words (void)
{
  static const struct
  {
    const char      *word;
    QuadCompanyWord  kind;
  } table[] = {
    { "ab", QUAD_COMPANY_WORD_FORM },         { "zrt", QUAD_COMPANY_WORD_FORM },
    { "gmbh", QUAD_COMPANY_WORD_FORM },       { "incorporated", QUAD_COMPANY_WORD_FORM },
    { "kgaa", QUAD_COMPANY_WORD_FORM },       { "sarl", QUAD_COMPANY_WORD_FORM },
    { "spzoo", QUAD_COMPANY_WORD_FORM },      { "corporation", QUAD_COMPANY_WORD_COMMON },
    { "gruppe", QUAD_COMPANY_WORD_COMMON },   { "holding", QUAD_COMPANY_WORD_COMMON },
    { "the", QUAD_COMPANY_WORD_SMALL },       { "und", QUAD_COMPANY_WORD_SMALL },
    { "acme", QUAD_COMPANY_WORD_OWN },        { "gmb", QUAD_COMPANY_WORD_OWN },
    { "international", QUAD_COMPANY_WORD_OWN }, { "", QUAD_COMPANY_WORD_OWN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_test_message ("%s", table[i].word);
      g_assert_cmpint (quad_company_word_find (table[i].word), ==, table[i].kind);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/domain/website", test_website);
  g_test_add_func ("/domain/email", test_email);
  g_test_add_func ("/domain/list", test_list);
  g_test_add_func ("/domain/company-words", test_company_words);

  return g_test_run ();
}
