/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-book"

#include "quad-import-matcher-private.h"

#include <string.h>

#include "quad-consequences.h"

/* So many accounts of one name are compared whole with a row before it is just one of many. */
#define MOST_COMPARED 64

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

QuadMatchEntry *
quad_matcher_get_entry (QuadImportMatcher *self,
                        guint              i)
{
  return &g_array_index (self->entries, QuadMatchEntry, i);
}

gboolean
quad_matcher_matches_by (QuadImportMatcher *self,
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
guint
quad_matcher_find_free (QuadImportMatcher *self,
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

guint
quad_matcher_find_next (QuadImportMatcher *self,
                        guint              link)
{
  return quad_matcher_find_free (self, quad_account_index_get_next (self->index, link));
}

void
quad_matcher_claim (QuadImportMatcher *self,
                    guint              entry_number,
                    guint              account,
                    QuadMatchBy        match)
{
  QuadMatchEntry *entry = quad_matcher_get_entry (self, entry_number);

  self->owners[account] = entry_number;
  entry->account = account;
  entry->state = QUAD_MATCH_ACCOUNT;
  entry->match = (guint8) match;
}

/* An id goes before all that was taken by the look of it. */
void
quad_matcher_claim_by_id (QuadImportMatcher *self,
                          guint              entry_number)
{
  const guint account = quad_matcher_get_entry (self, entry_number)->by_id;
  const guint owner = self->owners[account];

  if (owner != QUAD_INDEX_NONE && quad_matcher_get_entry (self, owner)->is_exact)
    {
      quad_matcher_get_entry (self, owner)->state = QUAD_MATCH_OPEN;
      quad_matcher_get_entry (self, owner)->is_exact = FALSE;
    }
  else if (owner != QUAD_INDEX_NONE)
    {
      if (quad_matcher_get_entry (self, owner)->by_id == account)
        quad_matcher_get_entry (self, entry_number)->leader = owner;
      return;
    }
  quad_matcher_claim (self, entry_number, account, QUAD_MATCH_BY_ID);
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

  quad_consequences_import (after, row, self->today);
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

  for (guint link = quad_matcher_find_free (self, chain);
       link != QUAD_INDEX_NONE && n < MOST_COMPARED;
       link = quad_matcher_find_next (self, link), n++)
    {
      const guint account = quad_account_index_get_account (self->index, link);
      const QuadRecord *values = quad_account_index_get_values (self->index, account);

      if (repeats (row, values) || (several && changes_nothing (self, row, values)))
        {
          QuadMatchEntry *entry = quad_matcher_get_entry (self, entry_number);

          quad_matcher_claim (self, entry_number, account,
                              entry->by_both != QUAD_INDEX_NONE ? QUAD_MATCH_BY_DOMAIN
                                                                : QUAD_MATCH_BY_NAME);
          entry->is_exact = TRUE;
          return;
        }
    }
}

gboolean
quad_matcher_is_alone (QuadImportMatcher *self,
                       guint              chain)
{
  return quad_account_index_get_next (self->index, chain) == QUAD_INDEX_NONE;
}

static void
find_chains (QuadImportMatcher     *self,
             const QuadAccountKeys *keys,
             QuadMatchEntry        *entry)
{
  for (guint i = 0; i < keys->n_domains && entry->by_both == QUAD_INDEX_NONE; i++)
    entry->by_both = quad_account_index_find_both (self->index, keys->domains[i], keys->name);
  for (guint i = 0; i < keys->n_domains && entry->by_domain == QUAD_INDEX_NONE; i++)
    entry->by_domain = quad_account_index_find_domain (self->index, keys->domains[i]);
  if (quad_matcher_matches_by (self, QUAD_MATCH_BY_ID))
    entry->by_id = quad_account_index_find_id (self->index, keys->external_id);
  entry->by_name = quad_account_index_find_name (self->index, keys->name);
  entry->has_domain = keys->n_domains > 0;
  entry->has_id = keys->external_id != NULL;
  if (entry->has_id)
    entry->id_hash = hash_text (keys->external_id);
}

/* Whether the row has something in common with accounts of the book. */
static gboolean
is_contested (QuadImportMatcher    *self,
              const QuadMatchEntry *entry)
{
  return entry->by_id != QUAD_INDEX_NONE
         || (entry->by_domain != QUAD_INDEX_NONE
             && quad_matcher_matches_by (self, QUAD_MATCH_BY_DOMAIN))
         || (entry->by_name != QUAD_INDEX_NONE
             && (quad_matcher_matches_by (self, QUAD_MATCH_BY_NAME)
                 || (entry->by_both != QUAD_INDEX_NONE
                     && quad_matcher_matches_by (self, QUAD_MATCH_BY_DOMAIN))));
}

static void
check_close (QuadImportMatcher *self,
             const QuadRecord  *row,
             QuadMatchEntry    *entry)
{
  const char *name = quad_record_get_text (row, QUAD_ACCOUNT_NAME);
  guint account;

  if (entry->by_domain == QUAD_INDEX_NONE || !quad_matcher_is_alone (self, entry->by_domain)
      || name == NULL)
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
  QuadMatchEntry entry = {
    .leader = QUAD_INDEX_NONE, .by_id = QUAD_INDEX_NONE, .by_name = QUAD_INDEX_NONE,
    .by_domain = QUAD_INDEX_NONE, .by_both = QUAD_INDEX_NONE, .account = QUAD_INDEX_NONE,
    .group = QUAD_INDEX_NONE,
  };
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
      quad_matcher_claim_by_id (self, number);
      return;
    }

  /* An account that is all that the row says would have its external id, too. */
  if (entry.has_id && quad_matcher_matches_by (self, QUAD_MATCH_BY_ID))
    return;
  chain = quad_matcher_matches_by (self, QUAD_MATCH_BY_NAME) ? entry.by_name : entry.by_both;
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
      QuadMatchEntry *entry = quad_matcher_get_entry (self, i);
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

/**
 * quad_import_matcher_conclude:
 *
 * Decides what all rows are. After this quad_import_matcher_next() tells it row by row.
 */
void
quad_import_matcher_conclude (QuadImportMatcher *self)
{
  keep_repeated (self->id_hashes);
  find_leaders (self);
  quad_matcher_apply_rules (self);
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
  const QuadMatchEntry *entry;

  *verdict = (QuadVerdict) { .match = QUAD_MATCH_BY_NOTHING };
  if (self->next_entry == self->entries->len
      || quad_matcher_get_entry (self, self->next_entry)->row != row)
    return;

  entry = quad_matcher_get_entry (self, self->next_entry++);
  if (entry->leader != QUAD_INDEX_NONE)
    entry = quad_matcher_get_entry (self, entry->leader);
  if (entry->state == QUAD_MATCH_OPEN)
    return;

  verdict->match = (QuadMatchBy) entry->match;
  if (entry->state == QUAD_MATCH_ACCOUNT)
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
  self->entries = g_array_new (FALSE, FALSE, sizeof (QuadMatchEntry));
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
