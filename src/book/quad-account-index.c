/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-book"

#include "quad-account-index.h"

#include <string.h>

#include "quad-company-word.h"
#include "quad-domain.h"
#include "quad-text.h"

typedef struct
{
  gint64            id;
  const QuadRecord *values;
  gboolean          has_domain;
} Indexed;

typedef struct
{
  guint account;
  guint next;
} Link;

/* The first and the last link with one key. */
typedef struct
{
  guint first;
  guint last;
} Chain;

struct _QuadAccountIndex
{
  /* owned */
  GArray     *accounts;     /* of Indexed */
  GArray     *links;        /* of Link */
  GHashTable *ids;          /* external id, of the record -> number of the account + 1 */
  GHashTable *names;        /* name -> Chain */
  GHashTable *domains;      /* domain -> Chain */
  GHashTable *both;         /* domain and name -> Chain */
};

static char *
make_name_key (const char *name)
{
  g_autofree char *folded = quad_text_fold (name);
  GString *key = g_string_sized_new (strlen (folded));

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c))
        {
          if (key->len > 0 && key->str[key->len - 1] != ' ')
            g_string_append_c (key, ' ');
        }
      else if (c >= 0x80 || strchr (".,;\"'`", (int) c) == NULL)
        {
          g_string_append_unichar (key, c);
        }
    }
  while (key->len > 0 && key->str[key->len - 1] == ' ')
    g_string_truncate (key, key->len - 1);
  if (key->len == 0)
    g_string_assign (key, folded);
  return g_string_free (key, FALSE);
}

/**
 * quad_account_keys_init:
 * @keys: (out caller-allocates): to be cleared
 * @account: values of an account, which must stay as long as the keys
 */
void
quad_account_keys_init (QuadAccountKeys  *keys,
                        const QuadRecord *account)
{
  const char *name;

  g_return_if_fail (keys != NULL && account != NULL);

  name = quad_record_get_text (account, QUAD_ACCOUNT_NAME);
  memset (keys, 0, sizeof *keys);
  keys->external_id = quad_record_get_text (account, QUAD_ACCOUNT_EXTERNAL_ID);
  if (keys->external_id != NULL && keys->external_id[0] == '\0')
    keys->external_id = NULL;
  if (name != NULL)
    keys->name = make_name_key (name);

  keys->n_domains = quad_domain_list (quad_record_get_text (account, QUAD_ACCOUNT_WEBSITE),
                                      quad_record_get_text (account, QUAD_ACCOUNT_EMAIL),
                                      keys->domains);
}

void
quad_account_keys_clear (QuadAccountKeys *keys)
{
  g_return_if_fail (keys != NULL);

  g_free (keys->name);
  g_free (keys->domains[0]);
  g_free (keys->domains[1]);
  memset (keys, 0, sizeof *keys);
}

static gboolean
is_common (const char *word)
{
  return quad_company_word_find (word) != QUAD_COMPANY_WORD_OWN;
}

/* The words of a name that tell it from others, parted by spaces. */
static char *
list_words (const char *name)
{
  g_autofree char *folded = quad_text_fold (name);
  g_auto (GStrv) words = NULL;
  GString *kept = g_string_new (NULL);

  for (char *p = folded; *p != '\0'; p++)
    if ((guchar) *p < 0x80 && !g_ascii_isalnum (*p) && *p != '.')
      *p = ' ';
  words = g_strsplit (folded, " ", -1);
  for (guint i = 0; words[i] != NULL; i++)
    {
      g_auto (GStrv) parts = g_strsplit (words[i], ".", -1);
      g_autofree char *word = g_strjoinv ("", parts);

      if (word[0] != '\0' && !is_common (word))
        g_string_append_printf (kept, "%s%s", kept->len > 0 ? " " : "", word);
    }
  return g_string_free (kept, FALSE);
}

/* "IBM" and "International Business Machines Corp": all of the word, and of the name as much as is
 * no legal form. */
static gboolean
are_initials (const char *word,
              const char *name)
{
  g_autofree char *key = make_name_key (name);
  g_auto (GStrv) words = g_strsplit (key, " ", -1);
  guint n = 0;

  for (; words[n] != NULL && word[n] != '\0'; n++)
    if (words[n][0] != word[n])
      return FALSE;
  return n > 1 && word[n] == '\0' && (words[n] == NULL || is_common (words[n]));
}

static gboolean
share_word (char * const *words,
            char * const *others)
{
  for (guint i = 0; words[i] != NULL; i++)
    for (guint k = 0; others[k] != NULL; k++)
      {
        const gsize length = MIN (strlen (words[i]), strlen (others[k]));

        /* "Datentechnik" and "Daten" are close, "A" and "Amt" are not. */
        if (strcmp (words[i], others[k]) == 0
            || (length >= 4 && strncmp (words[i], others[k], length) == 0))
          return TRUE;
      }
  return FALSE;
}

/**
 * quad_account_names_are_close:
 *
 * Returns: whether two names may well be those of one company: they share a word that is more than
 *   "Group" or "GmbH", or one is the other's initials
 */
gboolean
quad_account_names_are_close (const char *name,
                              const char *other)
{
  g_autofree char *text = NULL;
  g_autofree char *other_text = NULL;
  g_auto (GStrv) words = NULL;
  g_auto (GStrv) others = NULL;

  g_return_val_if_fail (name != NULL && other != NULL, FALSE);

  text = list_words (name);
  other_text = list_words (other);
  words = g_strsplit (text, " ", -1);
  others = g_strsplit (other_text, " ", -1);
  if (words[0] == NULL || others[0] == NULL)
    return strcmp (name, other) == 0;
  return share_word (words, others)
         || (words[1] == NULL && are_initials (words[0], other))
         || (others[1] == NULL && are_initials (others[0], name));
}

static void
add_link (QuadAccountIndex *self,
          GHashTable       *table,
          const char       *key,
          guint             account)
{
  Chain *chain = g_hash_table_lookup (table, key);
  Link link = { account, QUAD_INDEX_NONE };

  if (chain == NULL)
    {
      chain = g_new (Chain, 1);
      chain->first = self->links->len;
      g_hash_table_insert (table, g_strdup (key), chain);
    }
  else
    {
      g_array_index (self->links, Link, chain->last).next = self->links->len;
    }
  chain->last = self->links->len;
  g_array_append_val (self->links, link);
}

static char *
join_keys (const char *domain,
           const char *name)
{
  return g_strconcat (domain, " ", name, NULL);
}

static void
add_account (QuadAccountIndex *self,
             QuadItem         *item)
{
  Indexed indexed = { quad_item_get_id (item), quad_item_get_values (item), FALSE };
  const guint account = self->accounts->len;
  QuadAccountKeys keys;

  quad_account_keys_init (&keys, indexed.values);
  indexed.has_domain = keys.n_domains > 0;
  g_array_append_val (self->accounts, indexed);

  /* The first of several accounts with the same external id is the one that is meant. */
  if (keys.external_id != NULL && !g_hash_table_contains (self->ids, keys.external_id))
    g_hash_table_insert (self->ids, (gpointer) keys.external_id, GUINT_TO_POINTER (account + 1));
  if (keys.name != NULL)
    add_link (self, self->names, keys.name, account);
  for (guint i = 0; i < keys.n_domains; i++)
    {
      add_link (self, self->domains, keys.domains[i], account);
      if (keys.name != NULL)
        {
          g_autofree char *both = join_keys (keys.domains[i], keys.name);

          add_link (self, self->both, both, account);
        }
    }
  quad_account_keys_clear (&keys);
}

static guint
find_chain (GHashTable *table,
            const char *key)
{
  const Chain *chain = key != NULL ? g_hash_table_lookup (table, key) : NULL;

  return chain != NULL ? chain->first : QUAD_INDEX_NONE;
}

/**
 * quad_account_index_new:
 * @accounts: list of #QuadAccount; they must stay as they are until the index is freed
 */
QuadAccountIndex *
quad_account_index_new (QuadItemList *accounts)
{
  QuadAccountIndex *self;
  guint n;

  g_return_val_if_fail (QUAD_IS_ITEM_LIST (accounts), NULL);

  n = quad_item_list_get_size (accounts);
  self = g_new0 (QuadAccountIndex, 1);
  self->accounts = g_array_sized_new (FALSE, FALSE, sizeof (Indexed), n);
  self->links = g_array_sized_new (FALSE, FALSE, sizeof (Link), 2 * n);
  self->ids = g_hash_table_new (g_str_hash, g_str_equal);
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->domains = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->both = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; i < n; i++)
    add_account (self, quad_item_list_peek (accounts, i));
  return self;
}

void
quad_account_index_free (QuadAccountIndex *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->accounts);
  g_array_unref (self->links);
  g_hash_table_unref (self->ids);
  g_hash_table_unref (self->names);
  g_hash_table_unref (self->domains);
  g_hash_table_unref (self->both);
  g_free (self);
}

guint
quad_account_index_get_size (const QuadAccountIndex *self)
{
  return self->accounts->len;
}

gint64
quad_account_index_get_id (const QuadAccountIndex *self,
                           guint                   account)
{
  return g_array_index (self->accounts, Indexed, account).id;
}

const QuadRecord *
quad_account_index_get_values (const QuadAccountIndex *self,
                               guint                   account)
{
  return g_array_index (self->accounts, Indexed, account).values;
}

gboolean
quad_account_index_has_domain (const QuadAccountIndex *self,
                               guint                   account)
{
  return g_array_index (self->accounts, Indexed, account).has_domain;
}

/**
 * quad_account_index_find_id:
 * @external_id: (nullable): of an account
 *
 * Returns: the number of the account, or %QUAD_INDEX_NONE
 */
guint
quad_account_index_find_id (const QuadAccountIndex *self,
                            const char             *external_id)
{
  guint found = external_id != NULL
                  ? GPOINTER_TO_UINT (g_hash_table_lookup (self->ids, external_id)) : 0;

  return found != 0 ? found - 1 : QUAD_INDEX_NONE;
}

/**
 * quad_account_index_find_name:
 * @name: (nullable): as in #QuadAccountKeys
 *
 * Returns: the first link of the accounts of that name, or %QUAD_INDEX_NONE
 */
guint
quad_account_index_find_name (const QuadAccountIndex *self,
                              const char             *name)
{
  return find_chain (self->names, name);
}

/**
 * quad_account_index_find_domain:
 * @domain: (nullable): as in #QuadAccountKeys
 *
 * Returns: the first link of the accounts with that domain, or %QUAD_INDEX_NONE
 */
guint
quad_account_index_find_domain (const QuadAccountIndex *self,
                                const char             *domain)
{
  return find_chain (self->domains, domain);
}

/**
 * quad_account_index_find_both:
 *
 * Returns: the first link of the accounts with that domain and that name, or %QUAD_INDEX_NONE
 */
guint
quad_account_index_find_both (const QuadAccountIndex *self,
                              const char             *domain,
                              const char             *name)
{
  g_autofree char *both = domain != NULL && name != NULL ? join_keys (domain, name) : NULL;

  return find_chain (self->both, both);
}

guint
quad_account_index_get_account (const QuadAccountIndex *self,
                                guint                   link)
{
  return g_array_index (self->links, Link, link).account;
}

/**
 * quad_account_index_get_next:
 *
 * Returns: the next link of the chain, or %QUAD_INDEX_NONE
 */
guint
quad_account_index_get_next (const QuadAccountIndex *self,
                             guint                   link)
{
  return g_array_index (self->links, Link, link).next;
}

guint
quad_account_index_get_n_links (const QuadAccountIndex *self)
{
  return self->links->len;
}
