/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-book"

#include "quad-import-matcher.h"

#include <string.h>

#include "quad-account-index.h"
#include "quad-consequences.h"
#include "quad-import-preview.h"

/* So many accounts of one name are compared whole with a row before it is just one of many. */
#define MOST_COMPARED 64

typedef enum
{
  STATE_OPEN,
  STATE_ACCOUNT,
  STATE_DOUBTFUL,
} State;

/**
 * Entry:
 * @row: number of the row among all, from 0
 * @leader: entry of the first row with the same external id, or %QUAD_INDEX_NONE
 * @by_id: the account with its external id
 * @by_name: first link of the accounts of its name
 * @by_domain: first link of the accounts with its domain
 * @by_both: first link of those with both
 * @account: that it is
 * @group: of candidates
 * @content: hash of all that it says
 * @id_hash: of its external id
 *
 * A row that has something in common with accounts of the book. All others are new.
 */
typedef struct
{
  guint    row;
  guint    leader;
  guint    by_id;
  guint    by_name;
  guint    by_domain;
  guint    by_both;
  guint    account;
  guint    group;
  guint64  content;
  guint64  id_hash;
  guint8   state;       /* State */
  guint8   match;       /* QuadMatchBy */
  guint8   has_id;
  guint8   has_domain;
  guint8   is_close;
  guint8   is_exact;
} Entry;

struct _QuadImportMatcher
{
  /* owned */
  QuadAccountIndex *index;
  GArray           *entries;        /* of Entry, by row */
  GArray           *id_hashes;      /* of guint64: of ids that the book does not have; at the end
                                       those of several rows */
  GPtrArray        *groups;         /* of GArray of gint64: ids of candidates */
  guint            *owners;         /* of each account: its entry */
  guint            *hops;           /* of each link: a later one, with none that is free between */

  /* plain */
  QuadMatchBy       order[QUAD_N_MATCH_BY];
  guint             n_order;
  QuadDate          today;
  guint             n_rows;
  guint             next_row;
  guint             next_entry;
};

/* A row in a group of rows with one key. */
typedef struct
{
  guint key;
  guint entry;
} Keyed;

/* FNV-1a. Source: IETF draft-eastlake-fnv. */
static guint64
hash_bytes (guint64     hash,
            const void *bytes,
            gsize       n)
{
  const guchar *p = bytes;

  for (gsize i = 0; i < n; i++)
    hash = (hash ^ p[i]) * G_GUINT64_CONSTANT (0x100000001b3);
  return hash;
}

static guint64
hash_text (const char *text)
{
  return hash_bytes (G_GUINT64_CONSTANT (0xcbf29ce484222325), text, strlen (text));
}

static guint64
hash_record (const QuadRecord *record)
{
  guint64 hash = G_GUINT64_CONSTANT (0xcbf29ce484222325);

  for (guint i = 0; i < quad_account_schema.n_fields; i++)
    {
      const QuadKind kind = quad_account_schema.fields[i].kind;

      if (!quad_record_has (record, i))
        continue;
      hash = hash_bytes (hash, &i, sizeof i);
      if (quad_kind_is_text (kind))
        {
          const char *text = quad_record_get_text (record, i);

          hash = hash_bytes (hash, text, text != NULL ? strlen (text) : 0);
        }
      else
        {
          const gint64 number = quad_record_get_number (record, i);

          hash = hash_bytes (hash, &number, sizeof number);
        }
    }
  return hash;
}

static Entry *
get_entry (QuadImportMatcher *self,
           guint              i)
{
  return &g_array_index (self->entries, Entry, i);
}

static gboolean
matches_by (QuadImportMatcher *self,
            QuadMatchBy        by)
{
  for (guint i = 0; i < self->n_order; i++)
    if (self->order[i] == by)
      return TRUE;
  return FALSE;
}

static gboolean
is_free (QuadImportMatcher *self,
         guint              account)
{
  return self->owners[account] == QUAD_INDEX_NONE;
}

/* The first link from this one on whose account is free. */
static guint
find_free (QuadImportMatcher *self,
           guint              link)
{
  guint found = link;

  while (found != QUAD_INDEX_NONE
         && !is_free (self, quad_account_index_get_account (self->index, found)))
    found = self->hops[found];

  /* Whoever comes next takes the short way. */
  while (link != found)
    {
      guint next = self->hops[link];

      self->hops[link] = found;
      link = next;
    }
  return found;
}

static guint
find_next_free (QuadImportMatcher *self,
                guint              link)
{
  return find_free (self, quad_account_index_get_next (self->index, link));
}

static void
claim (QuadImportMatcher *self,
       guint              entry_number,
       guint              account,
       QuadMatchBy        match)
{
  Entry *entry = get_entry (self, entry_number);

  self->owners[account] = entry_number;
  entry->account = account;
  entry->state = STATE_ACCOUNT;
  entry->match = (guint8) match;
}

/* An id goes before all that was taken by the look of it. */
static void
claim_by_id (QuadImportMatcher *self,
             guint              entry_number)
{
  const guint account = get_entry (self, entry_number)->by_id;
  const guint owner = self->owners[account];

  if (owner != QUAD_INDEX_NONE && get_entry (self, owner)->is_exact)
    {
      get_entry (self, owner)->state = STATE_OPEN;
      get_entry (self, owner)->is_exact = FALSE;
    }
  else if (owner != QUAD_INDEX_NONE)
    {
      if (get_entry (self, owner)->by_id == account)
        get_entry (self, entry_number)->leader = owner;
      return;
    }
  claim (self, entry_number, account, QUAD_MATCH_BY_ID);
}

static gboolean
repeats (const QuadRecord *row,
         const QuadRecord *values)
{
  for (guint i = 0; i < quad_account_schema.n_fields; i++)
    if (quad_record_has (row, i) && quad_record_differs (row, values, i))
      return FALSE;
  return TRUE;
}

/* Whether the account would be the same with what the row says, consequences and all. */
static gboolean
changes_nothing (QuadImportMatcher *self,
                 const QuadRecord  *row,
                 const QuadRecord  *values)
{
  g_autoptr (QuadRecord) after = quad_record_copy (values);

  quad_consequences_edit (after, row, self->today);
  return quad_consequences_compare (values, after) == 0;
}

/* Takes an account that already is all that the row says. */
static void
claim_exact (QuadImportMatcher *self,
             guint              entry_number,
             guint              chain,
             const QuadRecord  *row)
{
  const gboolean several = quad_account_index_get_next (self->index, chain) != QUAD_INDEX_NONE;
  guint n = 0;

  for (guint link = find_free (self, chain); link != QUAD_INDEX_NONE && n < MOST_COMPARED;
       link = find_next_free (self, link), n++)
    {
      const guint account = quad_account_index_get_account (self->index, link);
      const QuadRecord *values = quad_account_index_get_values (self->index, account);

      if (repeats (row, values) || (several && changes_nothing (self, row, values)))
        {
          claim (self, entry_number, account, QUAD_MATCH_BY_NAME);
          get_entry (self, entry_number)->is_exact = TRUE;
          if (get_entry (self, entry_number)->by_both != QUAD_INDEX_NONE)
            get_entry (self, entry_number)->match = QUAD_MATCH_BY_DOMAIN;
          return;
        }
    }
}

static gboolean
is_alone (QuadImportMatcher *self,
          guint              chain)
{
  return quad_account_index_get_next (self->index, chain) == QUAD_INDEX_NONE;
}

static void
find_chains (QuadImportMatcher     *self,
             const QuadAccountKeys *keys,
             Entry                 *entry)
{
  for (guint i = 0; i < keys->n_domains && entry->by_both == QUAD_INDEX_NONE; i++)
    entry->by_both = quad_account_index_find_both (self->index, keys->domains[i], keys->name);
  for (guint i = 0; i < keys->n_domains && entry->by_domain == QUAD_INDEX_NONE; i++)
    entry->by_domain = quad_account_index_find_domain (self->index, keys->domains[i]);
  if (matches_by (self, QUAD_MATCH_BY_ID))
    entry->by_id = quad_account_index_find_id (self->index, keys->external_id);
  entry->by_name = quad_account_index_find_name (self->index, keys->name);
  entry->has_domain = keys->n_domains > 0;
  entry->has_id = keys->external_id != NULL;
  if (entry->has_id)
    entry->id_hash = hash_text (keys->external_id);
}

/* Whether the row has something in common with accounts of the book. */
static gboolean
is_contested (QuadImportMatcher *self,
              const Entry       *entry)
{
  return entry->by_id != QUAD_INDEX_NONE
         || (entry->by_domain != QUAD_INDEX_NONE && matches_by (self, QUAD_MATCH_BY_DOMAIN))
         || (entry->by_name != QUAD_INDEX_NONE
             && (matches_by (self, QUAD_MATCH_BY_NAME)
                 || (entry->by_both != QUAD_INDEX_NONE
                     && matches_by (self, QUAD_MATCH_BY_DOMAIN))));
}

static void
check_close (QuadImportMatcher *self,
             const QuadRecord  *row,
             Entry             *entry)
{
  const char *name = quad_record_get_text (row, QUAD_ACCOUNT_NAME);
  guint account;

  if (entry->by_domain == QUAD_INDEX_NONE || !is_alone (self, entry->by_domain) || name == NULL)
    return;
  account = quad_account_index_get_account (self->index, entry->by_domain);
  entry->is_close =
    quad_account_names_are_close (name, quad_record_get_text (
      quad_account_index_get_values (self->index, account), QUAD_ACCOUNT_NAME));
}

/**
 * quad_import_matcher_learn:
 * @row: what the next row says, without empty fields
 *
 * Hears of one row; of all of them, in their order, before anything is asked.
 */
void
quad_import_matcher_learn (QuadImportMatcher *self,
                           const QuadRecord  *row)
{
  Entry entry = { .leader = QUAD_INDEX_NONE, .by_id = QUAD_INDEX_NONE, .by_name = QUAD_INDEX_NONE,
                  .by_domain = QUAD_INDEX_NONE, .by_both = QUAD_INDEX_NONE,
                  .account = QUAD_INDEX_NONE, .group = QUAD_INDEX_NONE };
  const guint number = self->entries->len;
  QuadAccountKeys keys;
  guint chain;

  entry.row = self->n_rows++;
  quad_account_keys_init (&keys, row);
  find_chains (self, &keys, &entry);
  quad_account_keys_clear (&keys);
  if (entry.has_id && entry.by_id == QUAD_INDEX_NONE)
    g_array_append_val (self->id_hashes, entry.id_hash);
  if (!is_contested (self, &entry))
    return;

  if (entry.by_id == QUAD_INDEX_NONE)
    {
      entry.content = hash_record (row);
      check_close (self, row, &entry);
    }
  g_array_append_val (self->entries, entry);
  if (entry.by_id != QUAD_INDEX_NONE && self->order[0] == QUAD_MATCH_BY_ID)
    {
      claim_by_id (self, number);
      return;
    }

  /* An account that is all that the row says would have its external id, too. */
  if (entry.has_id && matches_by (self, QUAD_MATCH_BY_ID))
    return;
  chain = matches_by (self, QUAD_MATCH_BY_NAME) ? entry.by_name : entry.by_both;
  if (chain != QUAD_INDEX_NONE)
    claim_exact (self, number, chain, row);
}

static int
compare_hashes (gconstpointer a,
                gconstpointer b)
{
  const guint64 x = *(const guint64 *) a;
  const guint64 y = *(const guint64 *) b;

  return (x > y) - (x < y);
}

/* Keeps one hash of every id that several rows have. */
static void
keep_repeated (GArray *hashes)
{
  const guint64 *all;
  guint n = 0;

  g_array_sort (hashes, compare_hashes);
  all = (const guint64 *) hashes->data;
  for (guint i = 1; i < hashes->len; i++)
    if (all[i] == all[i - 1] && (n == 0 || all[i] != g_array_index (hashes, guint64, n - 1)))
      g_array_index (hashes, guint64, n++) = all[i];
  g_array_set_size (hashes, n);
}

static gboolean
is_repeated (QuadImportMatcher *self,
             guint64            hash)
{
  return g_array_binary_search (self->id_hashes, &hash, compare_hashes, NULL);
}

/* Rows with one external id are one account: the first of them speaks for all. */
static void
find_leaders (QuadImportMatcher *self)
{
  g_autoptr (GHashTable) first = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < self->entries->len; i++)
    {
      Entry *entry = get_entry (self, i);
      gpointer leader;

      if (!entry->has_id || entry->by_id != QUAD_INDEX_NONE
          || !is_repeated (self, entry->id_hash))
        continue;
      if (g_hash_table_lookup_extended (first, &entry->id_hash, NULL, &leader))
        entry->leader = GPOINTER_TO_UINT (leader);
      else
        g_hash_table_insert (first, g_memdup2 (&entry->id_hash, sizeof entry->id_hash),
                             GUINT_TO_POINTER (i));
    }
}

static gboolean
is_open (const Entry *entry)
{
  return entry->state == STATE_OPEN && entry->leader == QUAD_INDEX_NONE;
}

/* Whether both have an external id; it is not the same one then. */
static gboolean
have_two_ids (QuadImportMatcher *self,
              const Entry       *entry,
              guint              account)
{
  const QuadRecord *values = quad_account_index_get_values (self->index, account);

  return entry->has_id && matches_by (self, QUAD_MATCH_BY_ID)
         && quad_record_get_text (values, QUAD_ACCOUNT_EXTERNAL_ID) != NULL;
}

static GArray *
collect_free (QuadImportMatcher *self,
              guint              chain,
              gboolean           without_domain)
{
  GArray *accounts = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint link = find_free (self, chain); link != QUAD_INDEX_NONE;
       link = find_next_free (self, link))
    {
      const guint account = quad_account_index_get_account (self->index, link);

      if (!without_domain || !quad_account_index_has_domain (self->index, account))
        g_array_append_val (accounts, account);
    }
  return accounts;
}

static guint
add_group (QuadImportMatcher *self,
           GArray            *accounts)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < MIN (accounts->len, QUAD_IMPORT_MOST_CANDIDATES); i++)
    {
      const gint64 id =
        quad_account_index_get_id (self->index, g_array_index (accounts, guint, i));

      g_array_append_val (ids, id);
    }
  g_ptr_array_add (self->groups, ids);
  return self->groups->len - 1;
}

static void
doubt (QuadImportMatcher *self,
       const Keyed       *rows,
       guint              n,
       GArray            *accounts,
       QuadMatchBy        match)
{
  const guint group = add_group (self, accounts);

  for (guint i = 0; i < n; i++)
    {
      Entry *entry = get_entry (self, rows[i].entry);

      entry->state = STATE_DOUBTFUL;
      entry->match = (guint8) match;
      entry->group = group;
    }
}

/* Whether it makes no difference which row is which account. */
static gboolean
are_alike (QuadImportMatcher *self,
           const Keyed       *rows,
           guint              n,
           GArray            *accounts)
{
  gboolean alike = TRUE;

  for (guint i = 1; i < n && alike; i++)
    alike = get_entry (self, rows[i].entry)->content == get_entry (self, rows[0].entry)->content;
  if (alike)
    return TRUE;

  for (guint i = 1; i < accounts->len; i++)
    if (quad_consequences_compare (
          quad_account_index_get_values (self->index, g_array_index (accounts, guint, 0)),
          quad_account_index_get_values (self->index, g_array_index (accounts, guint, i))) != 0)
      return FALSE;
  return TRUE;
}

/* Rows and free accounts that have the same name: pairs, where there is no choice. */
static void
pair_up (QuadImportMatcher *self,
         const Keyed       *rows,
         guint              n,
         GArray            *accounts,
         QuadMatchBy        match)
{
  gboolean sure = n == accounts->len;

  if (n == 0 || accounts->len == 0)
    return;

  for (guint i = 0; i < n && sure; i++)
    sure = !have_two_ids (self, get_entry (self, rows[i].entry),
                          g_array_index (accounts, guint, i));
  if (!sure || (n > 1 && !are_alike (self, rows, n, accounts)))
    {
      doubt (self, rows, n, accounts, match);
      return;
    }
  for (guint i = 0; i < n; i++)
    claim (self, rows[i].entry, g_array_index (accounts, guint, i), match);
}

static void
match_both (QuadImportMatcher *self,
            Keyed             *rows,
            guint              n)
{
  g_autoptr (GArray) accounts = collect_free (self, rows[0].key, FALSE);

  pair_up (self, rows, n, accounts, QUAD_MATCH_BY_DOMAIN);
}

static void
match_domain (QuadImportMatcher *self,
              Keyed             *rows,
              guint              n)
{
  g_autoptr (GArray) accounts = collect_free (self, rows[0].key, FALSE);
  const Entry *first = get_entry (self, rows[0].entry);

  if (accounts->len == 0)
    return;
  if (n == 1 && is_alone (self, rows[0].key) && first->is_close
      && !have_two_ids (self, first, g_array_index (accounts, guint, 0)))
    claim (self, rows[0].entry, g_array_index (accounts, guint, 0), QUAD_MATCH_BY_DOMAIN);
  else
    doubt (self, rows, n, accounts, QUAD_MATCH_BY_DOMAIN);
}

/* A row with a domain can only be an account without one: those with the same were found before,
 * those with another are others. */
static void
match_name (QuadImportMatcher *self,
            Keyed             *rows,
            guint              n)
{
  g_autoptr (GArray) accounts = collect_free (self, rows[0].key, FALSE);
  g_autoptr (GArray) bare = collect_free (self, rows[0].key, TRUE);
  g_autofree Keyed *parted = g_new (Keyed, n);
  guint n_bare = 0, n_rest = 0;

  for (guint i = 0; i < n; i++)
    if (!get_entry (self, rows[i].entry)->has_domain)
      parted[n_bare++] = rows[i];
  for (guint i = 0; i < n; i++)
    if (get_entry (self, rows[i].entry)->has_domain)
      parted[n_bare + n_rest++] = rows[i];

  if (n_rest == 0)
    {
      pair_up (self, parted, n, accounts, QUAD_MATCH_BY_NAME);
    }
  else if (n_bare == 0)
    {
      pair_up (self, parted, n, bare, QUAD_MATCH_BY_NAME);
    }
  else if (bare->len == 0)
    {
      pair_up (self, parted, n_bare, accounts, QUAD_MATCH_BY_NAME);
    }
  else
    {
      doubt (self, parted, n_bare, accounts, QUAD_MATCH_BY_NAME);
      doubt (self, parted + n_bare, n_rest, bare, QUAD_MATCH_BY_NAME);
    }
}

static int
compare_keyed (gconstpointer a,
               gconstpointer b)
{
  const Keyed *x = a;
  const Keyed *y = b;

  if (x->key != y->key)
    return x->key < y->key ? -1 : 1;
  return (x->entry > y->entry) - (x->entry < y->entry);
}

/* Hands all rows that are open and have the same key to @func, key by key. */
static void
match_groups (QuadImportMatcher *self,
              gsize              key_offset,
              void             (*func) (QuadImportMatcher *self,
                                        Keyed             *rows,
                                        guint              n))
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (Keyed));
  Keyed *keyed;

  for (guint i = 0; i < self->entries->len; i++)
    {
      Entry *entry = get_entry (self, i);
      Keyed row = { *(guint *) ((char *) entry + key_offset), i };

      if (is_open (entry) && row.key != QUAD_INDEX_NONE)
        g_array_append_val (rows, row);
    }
  g_array_sort (rows, compare_keyed);

  keyed = (Keyed *) rows->data;
  for (guint i = 0, n; i < rows->len; i += n)
    {
      n = 1;
      while (i + n < rows->len && keyed[i + n].key == keyed[i].key)
        n++;
      func (self, keyed + i, n);
    }
}

static void
match_ids (QuadImportMatcher *self)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      const Entry *entry = get_entry (self, i);

      if (is_open (entry) && entry->by_id != QUAD_INDEX_NONE)
        claim_by_id (self, i);
    }
}

/**
 * quad_import_matcher_conclude:
 *
 * Decides what all rows are. After this quad_import_matcher_next() tells it row by row.
 */
void
quad_import_matcher_conclude (QuadImportMatcher *self)
{
  gboolean both_done = FALSE;

  keep_repeated (self->id_hashes);
  find_leaders (self);

  for (guint i = 0; i < self->n_order; i++)
    {
      if (self->order[i] == QUAD_MATCH_BY_ID)
        {
          match_ids (self);
          continue;
        }
      if (!both_done)
        match_groups (self, G_STRUCT_OFFSET (Entry, by_both), match_both);
      both_done = TRUE;
      if (self->order[i] == QUAD_MATCH_BY_DOMAIN)
        match_groups (self, G_STRUCT_OFFSET (Entry, by_domain), match_domain);
      else
        match_groups (self, G_STRUCT_OFFSET (Entry, by_name), match_name);
    }
}

/**
 * quad_import_matcher_next:
 * @verdict: (out caller-allocates): what the next row is
 */
void
quad_import_matcher_next (QuadImportMatcher *self,
                          QuadVerdict       *verdict)
{
  const guint row = self->next_row++;
  const Entry *entry;

  *verdict = (QuadVerdict) { .match = QUAD_MATCH_BY_NOTHING };
  if (self->next_entry == self->entries->len || get_entry (self, self->next_entry)->row != row)
    return;

  entry = get_entry (self, self->next_entry++);
  if (entry->leader != QUAD_INDEX_NONE)
    entry = get_entry (self, entry->leader);
  if (entry->state == STATE_OPEN)
    return;

  verdict->match = (QuadMatchBy) entry->match;
  if (entry->state == STATE_ACCOUNT)
    {
      verdict->account = quad_account_index_get_id (self->index, entry->account);
      verdict->values = quad_account_index_get_values (self->index, entry->account);
    }
  else
    {
      GArray *ids = g_ptr_array_index (self->groups, entry->group);

      verdict->candidates = (const gint64 *) ids->data;
      verdict->n_candidates = ids->len;
    }
}

/**
 * quad_import_matcher_comes_again:
 * @external_id: of a row, which the book does not have
 *
 * Returns: whether several rows have it, so that they are one account
 */
gboolean
quad_import_matcher_comes_again (QuadImportMatcher *self,
                                 const char        *external_id)
{
  return is_repeated (self, hash_text (external_id));
}

/**
 * quad_import_matcher_new:
 * @accounts: the account list of the book; it and its accounts must stay as they are until the
 *   matcher is freed
 * @options: by what rows match
 * @today: the day of the import
 */
QuadImportMatcher *
quad_import_matcher_new (QuadItemList            *accounts,
                         const QuadImportOptions *options,
                         QuadDate                 today)
{
  QuadImportMatcher *self = g_new0 (QuadImportMatcher, 1);
  const QuadMatchBy *order = quad_import_options_get_match (options, &self->n_order);
  guint n_accounts, n_links;

  memcpy (self->order, order, self->n_order * sizeof *order);
  self->today = today;
  self->index = quad_account_index_new (accounts);
  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  self->id_hashes = g_array_new (FALSE, FALSE, sizeof (guint64));
  self->groups = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);

  n_accounts = quad_account_index_get_size (self->index);
  self->owners = g_new (guint, MAX (n_accounts, 1));
  for (guint i = 0; i < n_accounts; i++)
    self->owners[i] = QUAD_INDEX_NONE;
  n_links = quad_account_index_get_n_links (self->index);
  self->hops = g_new (guint, MAX (n_links, 1));
  for (guint i = 0; i < n_links; i++)
    self->hops[i] = quad_account_index_get_next (self->index, i);
  return self;
}

void
quad_import_matcher_free (QuadImportMatcher *self)
{
  if (self == NULL)
    return;

  quad_account_index_free (self->index);
  g_array_unref (self->entries);
  g_array_unref (self->id_hashes);
  g_ptr_array_unref (self->groups);
  g_free (self->owners);
  g_free (self->hops);
  g_free (self);
}
