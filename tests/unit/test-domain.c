/* SPDX-License-Identifier: GPL-3.0-or-later */
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

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/domain/website", test_website);
  g_test_add_func ("/domain/email", test_email);

  return g_test_run ();
}
