/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-base"

#include "quad-domain.h"

#include <gio/gio.h>
#include <string.h>

/* No host name is longer. Source: RFC 1035, section 2.3.4. */
#define LONGEST_DOMAIN 253

/* Providers of mailboxes for everybody, under one name in many countries: yahoo.com, yahoo.co.uk */
static const char *const mail_brands[] = {
  "aim", "aol", "fastmail", "gmail", "gmx", "googlemail", "hotmail", "live", "msn", "outlook",
  "protonmail", "rocketmail", "terra", "tiscali", "yahoo", "yandex", "ymail",
};

static const char *const mail_domains[] = {
  "126.com", "163.com", "a1.net", "alice.it", "aon.at", "arcor.de", "att.net", "bigpond.com",
  "bluewin.ch", "bol.com.br", "btinternet.com", "chello.at", "comcast.net", "cox.net", "email.com",
  "email.de", "free.fr", "freenet.de", "hanmail.net", "hey.com", "icloud.com", "inbox.com",
  "interia.pl", "kabelbw.de", "laposte.net", "libero.it", "mac.com", "mail.com", "mail.de",
  "mail.ru", "mailbox.org", "me.com", "naver.com", "neuf.fr", "ntlworld.com", "o2.pl",
  "o2online.de", "onet.pl", "online.de", "orange.fr", "pm.me", "posteo.de", "proton.me", "qq.com",
  "rediffmail.com", "sbcglobal.net", "seznam.cz", "sfr.fr", "shaw.ca", "sky.com", "skynet.be",
  "sympatico.ca", "t-online.de", "talktalk.net", "telefonica.net", "telenet.be", "tuta.io",
  "tutanota.com", "uol.com.br", "verizon.net", "virgilio.it", "virginmedia.com", "vodafone.de",
  "wanadoo.fr", "web.de", "wp.pl", "xtra.co.nz", "ziggo.nl", "zoho.com",
};

/* Where many have a page: the address of such a page says nothing about whose it is. */
static const char *const shared_hosts[] = {
  "angel.co", "bit.ly", "business.site", "crunchbase.com", "facebook.com", "fb.com", "g.page",
  "github.com", "goo.gl", "google.com", "instagram.com", "linkedin.com", "linktr.ee", "maps.app",
  "medium.com", "sites.google.com", "t.co", "t.me", "tiktok.com", "twitter.com", "wa.me",
  "whatsapp.com", "wikipedia.org", "x.com", "xing.com", "youtube.com", "yelp.com",
};

static gboolean
lists (const char *const *domains,
       guint              n,
       const char        *domain)
{
  for (guint i = 0; i < n; i++)
    if (strcmp (domains[i], domain) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
is_free_mail (const char *domain)
{
  for (guint i = 0; i < G_N_ELEMENTS (mail_brands); i++)
    {
      const gsize length = strlen (mail_brands[i]);

      if (strncmp (domain, mail_brands[i], length) == 0 && domain[length] == '.'
          && strlen (domain + length) <= strlen (".com.br"))
        return TRUE;
    }
  return lists (mail_domains, G_N_ELEMENTS (mail_domains), domain);
}

/* "de.linkedin.com" is LinkedIn, too. */
static gboolean
is_shared_host (const char *domain)
{
  for (const char *rest = domain; rest != NULL; rest = strchr (rest, '.'))
    {
      rest += *rest == '.';
      if (lists (shared_hosts, G_N_ELEMENTS (shared_hosts), rest))
        return TRUE;
    }
  return FALSE;
}

/* Returns what names a host on the internet in one way of writing, or %NULL. Takes @host. */
static char *
tidy_host (char *host)
{
  g_autofree char *given = host;
  g_autofree char *ascii = NULL;
  const char *name;
  gboolean has_letter = FALSE;

  if (strlen (given) > LONGEST_DOMAIN)
    return NULL;
  g_strchomp (given);
  while (g_str_has_suffix (given, "."))
    given[strlen (given) - 1] = '\0';

  ascii = g_hostname_is_non_ascii (given) ? g_hostname_to_ascii (given)
                                          : g_ascii_strdown (given, -1);
  if (ascii == NULL)
    return NULL;
  name = g_str_has_prefix (ascii, "www.") ? ascii + strlen ("www.") : ascii;
  for (const char *p = name; *p != '\0'; p++)
    {
      if (!g_ascii_isalnum (*p) && *p != '-' && (*p != '.' || p == name || p[-1] == '.'))
        return NULL;
      has_letter |= g_ascii_isalpha (*p);
    }
  return has_letter && strchr (name, '.') != NULL ? g_strdup (name) : NULL;
}

/**
 * quad_domain_from_website:
 * @website: (nullable): as people write it: "https://www.acme.com/contact", "acme.com"
 *
 * Returns: (transfer full) (nullable): the host without "www", in small letters: what belongs to
 *   one company. %NULL for what is no address, and for pages on hosts that many share.
 */
char *
quad_domain_from_website (const char *website)
{
  g_autofree char *domain = NULL;
  const char *begin, *at;
  gsize length;

  if (website == NULL)
    return NULL;

  begin = strstr (website, "://");
  begin = begin != NULL ? begin + strlen ("://") : website;
  begin += strspn (begin, " \t/");
  length = strcspn (begin, "/?#:,; \t\n\\");
  at = memchr (begin, '@', length);
  if (at != NULL)
    {
      length -= (gsize) (at + 1 - begin);
      begin = at + 1;
    }

  domain = tidy_host (g_strndup (begin, length));
  if (domain == NULL || is_shared_host (domain) || is_free_mail (domain))
    return NULL;
  return g_steal_pointer (&domain);
}

/**
 * quad_domain_from_email:
 * @email: (nullable): one address, or several of which the first counts
 *
 * Returns: (transfer full) (nullable): the domain behind the "@", unless it is that of a provider
 *   where everybody has a mailbox
 */
char *
quad_domain_from_email (const char *email)
{
  g_autofree char *domain = NULL;
  const char *at = email != NULL ? strchr (email, '@') : NULL;

  if (at == NULL)
    return NULL;

  domain = tidy_host (g_strndup (at + 1, strcspn (at + 1, ">,; \t\n")));
  if (domain == NULL || is_free_mail (domain))
    return NULL;
  return g_steal_pointer (&domain);
}

/**
 * quad_domain_list:
 * @website: (nullable): as quad_domain_from_website() takes it
 * @email: (nullable): as quad_domain_from_email() takes it
 * @domains: (out) (array fixed-size=2): each to be freed
 *
 * Returns: how many different ones a company is known by, the one of the website first
 */
guint
quad_domain_list (const char *website,
                  const char *email,
                  char       *domains[2])
{
  g_autofree char *of_website = quad_domain_from_website (website);
  g_autofree char *of_email = quad_domain_from_email (email);
  guint n = 0;

  if (g_strcmp0 (of_website, of_email) == 0)
    g_clear_pointer (&of_email, g_free);
  if (of_website != NULL)
    domains[n++] = g_steal_pointer (&of_website);
  if (of_email != NULL)
    domains[n++] = g_steal_pointer (&of_email);

  return n;
}
