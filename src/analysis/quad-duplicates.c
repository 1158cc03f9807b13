/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-analysis"

#include "quad-duplicates.h"

#include <string.h>

#include "quad-duplicate-keys.h"
#include "quad-duplicate-spelling.h"
#include "quad-i18n.h"

/* Accounts that may be one: those with the same key are put beside each other, and each pair gets
 * together what speaks for it. */

/* A domain or a number that so many accounts have is that of a group, and no sign. */
#define MOST_SHARING 12

/* How far one sign alone is trusted, in percent; several leave less doubt than each. */
#define TRUST_NAME 80
#define TRUST_NAME_NOT_FORM 65
#define TRUST_ONE_LETTER 60
#define TRUST_DOMAIN 55
#define TRUST_TWO_LETTERS 45
#define TRUST_PHONE 40

#define LIKELY 60
#define VERY_LIKELY 85

typedef struct
{
  const char *key;
  guint       account;
} Entry;

typedef struct
{
  guint64             id;         /* numbers of both accounts */
  QuadDuplicateSigns  signs;
  guint               letters;
} Pair;

typedef struct
{
  QuadItemList      *accounts;
  QuadDuplicateKeys *keys;        /* of each */
  guint              n_keys;
  GHashTable        *pairs;       /* of Pair */
} Finder;

typedef void (*PairFunc) (Finder *self,
                          guint   a,
                          guint   b);

static Pair *
get_pair (Finder *self,
          guint   a,
          guint   b)
{
  guint64 id = (guint64) MIN (a, b) << 32 | MAX (a, b);
  Pair *pair = g_hash_table_lookup (self->pairs, &id);

  if (pair == NULL)
    {
      pair = g_new0 (Pair, 1);
      pair->id = id;
      g_hash_table_insert (self->pairs, &pair->id, pair);
    }

  return pair;
}

static void
take_name (Finder *self,
           guint   a,
           guint   b)
{
  const QuadDuplicateKeys *x = &self->keys[a], *y = &self->keys[b];
  Pair *pair = get_pair (self, a, b);

  pair->signs |= QUAD_DUPLICATE_NAME;
  if (strcmp (x->name, y->name) != 0)
    pair->signs |= QUAD_DUPLICATE_ORDER;
  if (x->legal_form[0] != '\0' && y->legal_form[0] != '\0'
      && strcmp (x->legal_form, y->legal_form) != 0)
    pair->signs |= QUAD_DUPLICATE_LEGAL_FORM;
}

static void
take_domain (Finder *self,
             guint   a,
             guint   b)
{
  if (a != b)
    get_pair (self, a, b)->signs |= QUAD_DUPLICATE_DOMAIN;
}

static void
take_phone (Finder *self,
            guint   a,
            guint   b)
{
  if (quad_duplicate_keys_equal_phones (self->keys[a].phone, self->keys[b].phone))
    get_pair (self, a, b)->signs |= QUAD_DUPLICATE_PHONE;
}

static void
take_spelling (guint    a,
               guint    b,
               guint    letters,
               gpointer user_data)
{
  Pair *pair = get_pair (user_data, a, b);

  pair->signs |= QUAD_DUPLICATE_SPELLING;
  pair->letters = letters;
}

static int
compare_entries (gconstpointer a,
                 gconstpointer b)
{
  const Entry *x = a, *y = b;
  int order = strcmp (x->key, y->key);

  return order != 0 ? order : x->account < y->account ? -1 : x->account > y->account;
}

/* Each with each; of too many only the first with each, when that is worth it. */
static void
pair_entries (Finder   *self,
              GArray   *entries,
              guint     begin,
              guint     end,
              gboolean  always,
              PairFunc  func)
{
  gboolean many = end - begin > MOST_SHARING;

  if (many && !always)
    return;
  for (guint i = begin; i < end; i++)
    {
      for (guint k = i + 1; k < end; k++)
        func (self, g_array_index (entries, Entry, i).account,
              g_array_index (entries, Entry, k).account);
      if (many)
        return;
    }
}

static void
scan_entries (Finder   *self,
              GArray   *entries,
              gboolean  always,
              PairFunc  func)
{
  guint begin = 0;

  g_array_sort (entries, compare_entries);
  for (guint i = 1; i <= entries->len; i++)
    if (i == entries->len || strcmp (g_array_index (entries, Entry, begin).key,
                                     g_array_index (entries, Entry, i).key) != 0)
      {
        pair_entries (self, entries, begin, i, always, func);
        begin = i;
      }
  g_array_set_size (entries, 0);
}

static void
add_entry (GArray     *entries,
           const char *key,
           guint       account)
{
  Entry entry = { key, account };

  g_array_append_val (entries, entry);
}

/* Numbers with and without that of a country end alike. */
static const char *
get_end (const char *phone)
{
  return phone + strlen (phone) - 7;
}

static void
scan_keys (Finder *self)
{
  g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (Entry));

  for (guint i = 0; i < self->n_keys; i++)
    add_entry (entries, self->keys[i].words, i);
  scan_entries (self, entries, TRUE, take_name);

  for (guint i = 0; i < self->n_keys; i++)
    for (guint k = 0; k < self->keys[i].n_domains; k++)
      add_entry (entries, self->keys[i].domains[k], i);
  scan_entries (self, entries, FALSE, take_domain);

  for (guint i = 0; i < self->n_keys; i++)
    if (self->keys[i].phone != NULL)
      add_entry (entries, get_end (self->keys[i].phone), i);
  scan_entries (self, entries, FALSE, take_phone);

  quad_duplicate_spelling_scan (self->keys, self->n_keys, take_spelling, self);
}

static guint
add_trust (guint confidence,
           guint trust)
{
  return 100 - (100 - confidence) * (100 - trust) / 100;
}

static guint
rate (const Pair *pair,
      gboolean    other_domains)
{
  guint confidence = 0;

  if ((pair->signs & QUAD_DUPLICATE_NAME) != 0)
    confidence = (pair->signs & QUAD_DUPLICATE_LEGAL_FORM) != 0 ? TRUST_NAME_NOT_FORM : TRUST_NAME;
  else if ((pair->signs & QUAD_DUPLICATE_SPELLING) != 0)
    confidence = pair->letters == 1 ? TRUST_ONE_LETTER : TRUST_TWO_LETTERS;
  if ((pair->signs & QUAD_DUPLICATE_DOMAIN) != 0)
    confidence = add_trust (confidence, TRUST_DOMAIN);
  if ((pair->signs & QUAD_DUPLICATE_PHONE) != 0)
    confidence = add_trust (confidence, TRUST_PHONE);

  return other_domains ? confidence * 2 / 3 : confidence;
}

static const char *
find_shared_domain (const QuadDuplicateKeys *a,
                    const QuadDuplicateKeys *b)
{
  for (guint i = 0; i < a->n_domains; i++)
    for (guint k = 0; k < b->n_domains; k++)
      if (strcmp (a->domains[i], b->domains[k]) == 0)
        return a->domains[i];

  return NULL;
}

/* NULL for what is no reason to ask a person. */
static QuadDuplicate *
make_duplicate (Finder     *self,
                const Pair *pair)
{
  const guint numbers[] = { (guint) (pair->id >> 32), (guint) (pair->id & G_MAXUINT32) };
  const QuadDuplicateKeys *a = &self->keys[numbers[0]], *b = &self->keys[numbers[1]];
  QuadAccount *account = quad_item_list_peek (self->accounts, numbers[0]);
  QuadAccount *other = quad_item_list_peek (self->accounts, numbers[1]);
  const char *domain = find_shared_domain (a, b);
  gboolean other_domains = domain == NULL && a->n_domains > 0 && b->n_domains > 0;
  gboolean swap = quad_duplicates_should_keep (other, account);
  QuadDuplicate *duplicate;

  if (other_domains && pair->signs == QUAD_DUPLICATE_SPELLING)
    return NULL;

  duplicate = g_new0 (QuadDuplicate, 1);
  duplicate->account = g_object_ref (swap ? other : account);
  duplicate->other = g_object_ref (swap ? account : other);
  duplicate->signs = pair->signs;
  duplicate->letters = pair->letters;
  if ((pair->signs & QUAD_DUPLICATE_DOMAIN) != 0)
    duplicate->domain = g_strdup (domain);
  duplicate->confidence = rate (pair, other_domains);

  return duplicate;
}

static int
compare_duplicates (gconstpointer a,
                    gconstpointer b)
{
  const QuadDuplicate *x = *(QuadDuplicate *const *) a, *y = *(QuadDuplicate *const *) b;
  gint64 id_x, id_y;
  int order;

  if (x->confidence != y->confidence)
    return x->confidence > y->confidence ? -1 : 1;
  order = strcmp (quad_account_get_name_folded (x->account),
                  quad_account_get_name_folded (y->account));
  if (order != 0)
    return order;
  id_x = quad_account_get_id (x->account);
  id_y = quad_account_get_id (y->account);
  if (id_x != id_y)
    return id_x < id_y ? -1 : 1;

  return quad_account_get_id (x->other) < quad_account_get_id (y->other) ? -1 : 1;
}

static GPtrArray *
collect_pairs (Finder        *self,
               QuadApartFunc  apart,
               gpointer       user_data)
{
  GPtrArray *found = g_ptr_array_new_with_free_func ((GDestroyNotify) quad_duplicate_free);
  GHashTableIter iter;
  gpointer pair;

  g_hash_table_iter_init (&iter, self->pairs);
  while (g_hash_table_iter_next (&iter, NULL, &pair))
    {
      QuadDuplicate *duplicate = make_duplicate (self, pair);

      if (duplicate != NULL && apart != NULL
          && apart (duplicate->account, duplicate->other, user_data))
        g_clear_pointer (&duplicate, quad_duplicate_free);
      if (duplicate != NULL)
        g_ptr_array_add (found, duplicate);
    }
  g_ptr_array_sort (found, compare_duplicates);

  return found;
}

/**
 * quad_duplicates_find:
 * @accounts: list of #QuadAccount
 * @apart: (nullable) (scope call): what a person said already
 *
 * Returns: (transfer full) (element-type QuadDuplicate): accounts that are probably one, the most
 *   certain first
 */
GPtrArray *
quad_duplicates_find (QuadItemList  *accounts,
                      QuadApartFunc  apart,
                      gpointer       user_data)
{
  Finder self = { .accounts = accounts };
  GPtrArray *found;

  g_return_val_if_fail (QUAD_IS_ITEM_LIST (accounts), NULL);

  self.n_keys = quad_item_list_get_size (accounts);
  self.keys = g_new (QuadDuplicateKeys, self.n_keys);
  self.pairs = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);
  for (guint i = 0; i < self.n_keys; i++)
    quad_duplicate_keys_init (&self.keys[i],
                              quad_item_get_values (quad_item_list_peek (accounts, i)));
  scan_keys (&self);
  found = collect_pairs (&self, apart, user_data);

  for (guint i = 0; i < self.n_keys; i++)
    quad_duplicate_keys_clear (&self.keys[i]);
  g_free (self.keys);
  g_hash_table_unref (self.pairs);

  return found;
}

static guint
rank (QuadAccount *account)
{
  if (quad_account_is_client (account))
    return 3;
  if (quad_account_get_tier (account) == QUAD_TIER_IDEAL)
    return 2;

  return quad_account_is_prospect (account) ? 1 : 0;
}

static guint
count_known (QuadAccount *account)
{
  guint n = 0;

  for (guint i = 0; i < quad_account_schema.n_fields; i++)
    {
      QuadKind kind = quad_account_schema.fields[i].kind;

      n += quad_kind_is_text (kind)
             ? quad_item_get_text (QUAD_ITEM (account), i) != NULL
             : quad_item_get_number (QUAD_ITEM (account), i) != quad_kind_get_empty (kind);
    }

  return n;
}

/**
 * quad_duplicates_should_keep:
 *
 * Returns: whether there is more reason to keep @account than @other: a client before a prospect,
 *   then the one of which more is known, then the older one
 */
gboolean
quad_duplicates_should_keep (QuadAccount *account,
                             QuadAccount *other)
{
  guint known, known_of_other;

  if (rank (account) != rank (other))
    return rank (account) > rank (other);
  known = count_known (account);
  known_of_other = count_known (other);

  return known != known_of_other ? known > known_of_other
                                 : quad_account_get_id (account) < quad_account_get_id (other);
}

void
quad_duplicate_free (QuadDuplicate *duplicate)
{
  if (duplicate == NULL)
    return;

  g_object_unref (duplicate->account);
  g_object_unref (duplicate->other);
  g_free (duplicate->domain);
  g_free (duplicate);
}

static char *
describe_name (const QuadDuplicate *duplicate)
{
  if ((duplicate->signs & QUAD_DUPLICATE_SPELLING) != 0)
    return duplicate->letters == 1
             ? g_strdup (_("Names differ by one letter"))
             : g_strdup_printf (ngettext ("Names differ by %u letter", "Names differ by %u letters",
                                          duplicate->letters), duplicate->letters);
  if ((duplicate->signs & QUAD_DUPLICATE_LEGAL_FORM) != 0)
    return g_strdup (_("Same name, other legal form"));
  if ((duplicate->signs & QUAD_DUPLICATE_ORDER) != 0)
    return g_strdup (_("Same words in the name"));

  return g_strdup (_("Same name"));
}

/**
 * quad_duplicate_list_reasons:
 *
 * Returns: (transfer full): why the two may be one, each reason a phrase of its own: "Same web
 *   domain: acme.com"
 */
char **
quad_duplicate_list_reasons (const QuadDuplicate *duplicate)
{
  GPtrArray *reasons = g_ptr_array_new ();

  g_return_val_if_fail (duplicate != NULL, NULL);

  if ((duplicate->signs & (QUAD_DUPLICATE_NAME | QUAD_DUPLICATE_SPELLING)) != 0)
    g_ptr_array_add (reasons, describe_name (duplicate));
  if ((duplicate->signs & QUAD_DUPLICATE_DOMAIN) != 0)
    /* Translators: %s is a domain of the internet: "acme.com" */
    g_ptr_array_add (reasons, g_strdup_printf (_("Same web domain: %s"), duplicate->domain));
  if ((duplicate->signs & QUAD_DUPLICATE_PHONE) != 0)
    g_ptr_array_add (reasons, g_strdup (_("Same phone number")));
  g_ptr_array_add (reasons, NULL);

  return (char **) g_ptr_array_free (reasons, FALSE);
}

/**
 * quad_duplicate_get_likelihood:
 *
 * Returns: (transfer none): how sure it is, in words
 */
const char *
quad_duplicate_get_likelihood (const QuadDuplicate *duplicate)
{
  g_return_val_if_fail (duplicate != NULL, NULL);

  if (duplicate->confidence >= VERY_LIKELY)
    return C_("duplicate", "Very likely");

  return duplicate->confidence >= LIKELY ? C_("duplicate", "Likely")
                                         : C_("duplicate", "Possible");
}
