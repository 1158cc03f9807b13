/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-book"

#include "quad-import-matcher-private.h"

#include <string.h>

#include "quad-consequences.h"

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

/* When the rule is asked, counted from 0; the number of rules when it is not. */
static guint
get_rank (QuadImportMatcher *self,
          QuadMatchRule      rule)
{
  guint rank = 0;

  while (rank < self->n_rules && self->rules[rank] != rule)
    rank++;
  return rank;
}

gboolean
quad_matcher_has_rule (QuadImportMatcher *self,
                       QuadMatchRule      rule)
{
  return get_rank (self, rule) < self->n_rules;
}

/* Whether no row has the account that may keep it from one that finds it so. A row that only took
 * it by the look of it makes way for what goes before: what a row is would otherwise be another
 * thing when the list comes again, and the account has that look. */
gboolean
quad_matcher_is_free (QuadImportMatcher *self,
                      guint              account,
                      QuadMatchRule      rule)
{
  const QuadMatchEntry *owner;

  if (self->owners[account] == QUAD_INDEX_NONE)
    return TRUE;
  owner = quad_matcher_get_entry (self, self->owners[account]);
  return owner->is_exact && get_rank (self, rule) < get_rank (self, (QuadMatchRule) owner->rule);
}

/* The first link from this one on whose account no row has. */
static guint
find_unowned (QuadImportMatcher *self,
              guint              link)
{
  guint found = link;

  while (found != QUAD_INDEX_NONE
         && self->owners[quad_account_index_get_account (self->index, found)] != QUAD_INDEX_NONE)
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

/* Gives the account, which must be free for that, to the row. */
void
quad_matcher_claim (QuadImportMatcher *self,
                    guint              entry_number,
                    guint              account,
                    QuadMatchRule      rule)
{
  QuadMatchEntry *entry = quad_matcher_get_entry (self, entry_number);
  const guint owner = self->owners[account];

  if (owner != QUAD_INDEX_NONE)
    {
      quad_matcher_get_entry (self, owner)->state = QUAD_MATCH_OPEN;
      quad_matcher_get_entry (self, owner)->is_exact = FALSE;
    }
  self->owners[account] = entry_number;
  entry->account = account;
  entry->state = QUAD_MATCH_ACCOUNT;
  entry->rule = (guint8) rule;
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

/* Takes an account that already is all that the row says; of several the oldest, as when the list
 * came first. */
static void
claim_exact (QuadImportMatcher *self,
             guint              entry_number,
             guint              chain,
             const QuadRecord  *row)
{
  const gboolean several = quad_account_index_get_next (self->index, chain) != QUAD_INDEX_NONE;
  guint n = 0;

  for (guint link = find_unowned (self, chain);
       link != QUAD_INDEX_NONE && n < QUAD_MATCHER_MOST_COMPARED;
       link = find_unowned (self, quad_account_index_get_next (self->index, link)), n++)
    {
      const guint account = quad_account_index_get_account (self->index, link);
      const QuadRecord *values = quad_account_index_get_values (self->index, account);

      if (repeats (row, values) || (several && changes_nothing (self, row, values)))
        {
          QuadMatchEntry *entry = quad_matcher_get_entry (self, entry_number);

          quad_matcher_claim (self, entry_number, account,
                              entry->by_both != QUAD_INDEX_NONE ? QUAD_RULE_BOTH
                                                                : QUAD_RULE_NAME);
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
  if (quad_matcher_has_rule (self, QUAD_RULE_ID))
    entry->by_id = quad_account_index_find_id (self->index, keys->external_id);
  entry->by_name = quad_account_index_find_name (self->index, keys->name);
  entry->has_domain = keys->n_domains > 0;
  entry->has_id = keys->external_id != NULL;
}

/* Whether the row has something in common with accounts of the book. */
static gboolean
is_contested (QuadImportMatcher    *self,
              const QuadMatchEntry *entry)
{
  return entry->by_id != QUAD_INDEX_NONE
         || (entry->by_domain != QUAD_INDEX_NONE
             && quad_matcher_has_rule (self, QUAD_RULE_DOMAIN))
         || (entry->by_name != QUAD_INDEX_NONE
             && (quad_matcher_has_rule (self, QUAD_RULE_NAME)
                 || entry->by_both != QUAD_INDEX_NONE));
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

/* Rows with one external id are one account, and the first of them speaks for all. Returns whether
 * one before the row has its id. */
static gboolean
repeats_id (QuadImportMatcher *self,
            const char        *external_id)
{
  const guint64 hash = external_id != NULL ? hash_text (external_id) : 0;
  gpointer key;

  if (external_id == NULL)
    return FALSE;
  if (g_hash_table_lookup_extended (self->first_entries, &hash, &key, NULL))
    {
      g_hash_table_add (self->repeated, key);
      return TRUE;
    }
  g_hash_table_insert (self->first_entries, g_memdup2 (&hash, sizeof hash),
                       GUINT_TO_POINTER (QUAD_INDEX_NONE));
  return FALSE;
}

static void
add_entry (QuadImportMatcher    *self,
           const QuadRecord     *row,
           const char           *external_id,
           const QuadMatchEntry *entry)
{
  const guint number = self->entries->len;
  guint chain;

  g_array_append_vals (self->entries, entry, 1);
  if (external_id != NULL)
    {
      const guint64 hash = hash_text (external_id);

      g_hash_table_insert (self->first_entries, g_memdup2 (&hash, sizeof hash),
                           GUINT_TO_POINTER (number));
    }

  /* An account that is all that the row says would have its external id, too. */
  if (entry->has_id && quad_matcher_has_rule (self, QUAD_RULE_ID))
    return;
  chain = quad_matcher_has_rule (self, QUAD_RULE_NAME) ? entry->by_name : entry->by_both;
  if (chain != QUAD_INDEX_NONE)
    claim_exact (self, number, chain, row);
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
    .by_id = QUAD_INDEX_NONE, .by_name = QUAD_INDEX_NONE, .by_domain = QUAD_INDEX_NONE,
    .by_both = QUAD_INDEX_NONE, .account = QUAD_INDEX_NONE, .group = QUAD_INDEX_NONE,
  };
  QuadAccountKeys keys;

  entry.row = self->n_rows++;
  quad_account_keys_init (&keys, row);
  if (!repeats_id (self, keys.external_id))
    {
      find_chains (self, &keys, &entry);
      if (entry.by_id == QUAD_INDEX_NONE)
        {
          entry.content = hash_record (row);
          check_close (self, row, &entry);
        }
      if (is_contested (self, &entry))
        add_entry (self, row, keys.external_id, &entry);
    }
  quad_account_keys_clear (&keys);
}

/**
 * quad_import_matcher_conclude:
 *
 * Decides what all rows are. After this quad_import_matcher_next() tells it row by row.
 */
void
quad_import_matcher_conclude (QuadImportMatcher *self)
{
  quad_matcher_apply_rules (self);
}

/* The entry of the next row, or of the first with its external id; NULL for a new account. */
static const QuadMatchEntry *
get_next_entry (QuadImportMatcher *self,
                const char        *external_id)
{
  const guint row = self->next_row++;
  const guint64 hash = external_id != NULL ? hash_text (external_id) : 0;
  gpointer first;

  if (self->next_entry < self->entries->len
      && quad_matcher_get_entry (self, self->next_entry)->row == row)
    return quad_matcher_get_entry (self, self->next_entry++);
  if (external_id == NULL
      || !g_hash_table_lookup_extended (self->first_entries, &hash, NULL, &first)
      || GPOINTER_TO_UINT (first) == QUAD_INDEX_NONE)
    return NULL;
  return quad_matcher_get_entry (self, GPOINTER_TO_UINT (first));
}

/**
 * quad_import_matcher_next:
 * @external_id: (nullable): of the next row
 * @verdict: (out caller-allocates): what the next row is
 */
void
quad_import_matcher_next (QuadImportMatcher *self,
                          const char        *external_id,
                          QuadVerdict       *verdict)
{
  static const QuadMatchBy found_by[] = {
    [QUAD_RULE_ID] = QUAD_MATCH_BY_ID,         [QUAD_RULE_BOTH] = QUAD_MATCH_BY_DOMAIN,
    [QUAD_RULE_DOMAIN] = QUAD_MATCH_BY_DOMAIN, [QUAD_RULE_NAME] = QUAD_MATCH_BY_NAME,
  };
  const QuadMatchEntry *entry = get_next_entry (self, external_id);

  *verdict = (QuadVerdict) { .match = QUAD_MATCH_BY_NOTHING };
  if (entry == NULL || entry->state == QUAD_MATCH_OPEN)
    return;

  verdict->match = found_by[entry->rule];
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
 * @external_id: of a row
 *
 * Returns: whether several rows have it, so that they are one account
 */
gboolean
quad_import_matcher_comes_again (QuadImportMatcher *self,
                                 const char        *external_id)
{
  const guint64 hash = hash_text (external_id);

  return g_hash_table_contains (self->repeated, &hash);
}

/* A name goes with a domain before either of them alone. */
static void
choose_rules (QuadImportMatcher       *self,
              const QuadImportOptions *options)
{
  guint n;
  const QuadMatchBy *order = quad_import_options_get_match (options, &n);

  for (guint i = 0; i < n; i++)
    {
      if (order[i] != QUAD_MATCH_BY_ID && !quad_matcher_has_rule (self, QUAD_RULE_BOTH))
        self->rules[self->n_rules++] = QUAD_RULE_BOTH;
      self->rules[self->n_rules++] = order[i] == QUAD_MATCH_BY_ID       ? QUAD_RULE_ID
                                     : order[i] == QUAD_MATCH_BY_DOMAIN ? QUAD_RULE_DOMAIN
                                                                        : QUAD_RULE_NAME;
    }
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
  guint n_accounts, n_links;

  choose_rules (self, options);
  self->today = today;
  self->index = quad_account_index_new (accounts);
  self->entries = g_array_new (FALSE, FALSE, sizeof (QuadMatchEntry));
  self->first_entries = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->repeated = g_hash_table_new (g_int64_hash, g_int64_equal);
  self->groups = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);

  n_accounts = quad_account_index_get_size (self->index);
  self->owners = g_new (guint, MAX (n_accounts, 1));
  for (guint i = 0; i < n_accounts; i++)
    self->owners[i] = QUAD_INDEX_NONE;
  self->doubts = g_new0 (guint8, MAX (n_accounts, 1));
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
  g_hash_table_unref (self->repeated);
  g_hash_table_unref (self->first_entries);
  g_ptr_array_unref (self->groups);
  g_free (self->owners);
  g_free (self->doubts);
  g_free (self->hops);
  g_free (self);
}
