/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-book"

#include "quad-import-matcher-private.h"

#include "quad-consequences.h"
#include "quad-import-preview.h"

/* The rules by which rows and accounts that are left find each other; see quad-import-matcher.h. */

/* A row in a group of rows with one key. */
typedef struct
{
  guint key;
  guint entry;
} Keyed;

static gboolean
is_open (const QuadMatchEntry *entry)
{
  return entry->state == QUAD_MATCH_OPEN;
}

/* Whether both have an external id; it is not the same one then. */
static gboolean
have_two_ids (QuadImportMatcher    *self,
              const QuadMatchEntry *entry,
              guint                 account)
{
  const QuadRecord *values = quad_account_index_get_values (self->index, account);

  return entry->has_id && quad_matcher_has_rule (self, QUAD_RULE_ID)
         && quad_record_get_text (values, QUAD_ACCOUNT_EXTERNAL_ID) != NULL;
}

static GArray *
collect_free (QuadImportMatcher *self,
              guint              chain,
              QuadMatchRule      rule,
              gboolean           without_domain)
{
  GArray *accounts = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint link = chain; link != QUAD_INDEX_NONE;
       link = quad_account_index_get_next (self->index, link))
    {
      const guint account = quad_account_index_get_account (self->index, link);

      if (quad_matcher_is_free (self, account, rule)
          && (!without_domain || !quad_account_index_has_domain (self->index, account)))
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
       QuadMatchRule      rule)
{
  const guint group = add_group (self, accounts);

  for (guint i = 0; i < accounts->len; i++)
    self->doubts[g_array_index (accounts, guint, i)] = TRUE;
  for (guint i = 0; i < n; i++)
    {
      QuadMatchEntry *entry = quad_matcher_get_entry (self, rows[i].entry);

      entry->state = QUAD_MATCH_DOUBTFUL;
      entry->rule = (guint8) rule;
      entry->group = group;
    }
}

/* Whether a rule before could not say that rows are not one of the accounts. */
static gboolean
are_in_doubt (QuadImportMatcher *self,
              GArray            *accounts)
{
  for (guint i = 0; i < accounts->len; i++)
    if (self->doubts[g_array_index (accounts, guint, i)])
      return TRUE;
  return FALSE;
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
    alike = quad_matcher_get_entry (self, rows[i].entry)->content
            == quad_matcher_get_entry (self, rows[0].entry)->content;
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
         QuadMatchRule      rule)
{
  gboolean sure = n == accounts->len && !are_in_doubt (self, accounts);

  if (n == 0 || accounts->len == 0)
    return;

  for (guint i = 0; i < n && sure; i++)
    sure = !have_two_ids (self, quad_matcher_get_entry (self, rows[i].entry),
                          g_array_index (accounts, guint, i));
  if (!sure || (n > 1 && !are_alike (self, rows, n, accounts)))
    {
      doubt (self, rows, n, accounts, rule);
      return;
    }
  for (guint i = 0; i < n; i++)
    quad_matcher_claim (self, rows[i].entry, g_array_index (accounts, guint, i), rule);
}

static void
match_both (QuadImportMatcher *self,
            Keyed             *rows,
            guint              n)
{
  g_autoptr (GArray) accounts = collect_free (self, rows[0].key, QUAD_RULE_BOTH, FALSE);

  pair_up (self, rows, n, accounts, QUAD_RULE_BOTH);
}

static void
match_domain (QuadImportMatcher *self,
              Keyed             *rows,
              guint              n)
{
  g_autoptr (GArray) accounts = collect_free (self, rows[0].key, QUAD_RULE_DOMAIN, FALSE);
  const QuadMatchEntry *first = quad_matcher_get_entry (self, rows[0].entry);

  if (accounts->len == 0)
    return;
  if (n == 1 && quad_matcher_is_alone (self, rows[0].key) && first->is_close
      && !have_two_ids (self, first, g_array_index (accounts, guint, 0))
      && !are_in_doubt (self, accounts))
    quad_matcher_claim (self, rows[0].entry, g_array_index (accounts, guint, 0),
                        QUAD_RULE_DOMAIN);
  else
    doubt (self, rows, n, accounts, QUAD_RULE_DOMAIN);
}

/* A row with a domain can only be an account without one: those with the same were found before,
 * those with another are others. */
static void
match_name (QuadImportMatcher *self,
            Keyed             *rows,
            guint              n)
{
  g_autoptr (GArray) accounts = collect_free (self, rows[0].key, QUAD_RULE_NAME, FALSE);
  g_autoptr (GArray) bare = collect_free (self, rows[0].key, QUAD_RULE_NAME, TRUE);
  g_autofree Keyed *parted = g_new (Keyed, n);
  guint n_bare = 0, n_rest = 0;

  for (guint i = 0; i < n; i++)
    if (!quad_matcher_get_entry (self, rows[i].entry)->has_domain)
      parted[n_bare++] = rows[i];
  for (guint i = 0; i < n; i++)
    if (quad_matcher_get_entry (self, rows[i].entry)->has_domain)
      parted[n_bare + n_rest++] = rows[i];

  if (n_rest == 0)
    {
      pair_up (self, parted, n, accounts, QUAD_RULE_NAME);
    }
  else if (n_bare == 0)
    {
      pair_up (self, parted, n, bare, QUAD_RULE_NAME);
    }
  else if (bare->len == 0)
    {
      pair_up (self, parted, n_bare, accounts, QUAD_RULE_NAME);
    }
  else
    {
      doubt (self, parted, n_bare, accounts, QUAD_RULE_NAME);
      doubt (self, parted + n_bare, n_rest, bare, QUAD_RULE_NAME);
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
      QuadMatchEntry *entry = quad_matcher_get_entry (self, i);
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

/* The account with the id, unless a rule that went before says that rows may be it. */
static void
match_ids (QuadImportMatcher *self)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      const QuadMatchEntry *entry = quad_matcher_get_entry (self, i);

      if (!is_open (entry) || entry->by_id == QUAD_INDEX_NONE
          || !quad_matcher_is_free (self, entry->by_id, QUAD_RULE_ID))
        continue;
      if (self->doubts[entry->by_id])
        {
          g_autoptr (GArray) account = g_array_new (FALSE, FALSE, sizeof (guint));

          g_array_append_val (account, entry->by_id);
          doubt (self, &(Keyed) { .entry = i }, 1, account, QUAD_RULE_ID);
        }
      else
        {
          quad_matcher_claim (self, i, entry->by_id, QUAD_RULE_ID);
        }
    }
}

static gboolean
is_in_chain (QuadImportMatcher *self,
             guint              chain,
             guint              account)
{
  guint n = 0;

  for (guint link = chain; link != QUAD_INDEX_NONE && n < QUAD_MATCHER_MOST_COMPARED;
       link = quad_account_index_get_next (self->index, link), n++)
    if (quad_account_index_get_account (self->index, link) == account)
      return TRUE;
  return FALSE;
}

/* Where the id and the name agree it is the account, whichever of the two goes first. */
static void
match_ids_of_that_name (QuadImportMatcher *self)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      const QuadMatchEntry *entry = quad_matcher_get_entry (self, i);
      guint owner;

      if (entry->by_id == QUAD_INDEX_NONE || !is_in_chain (self, entry->by_name, entry->by_id))
        continue;
      owner = self->owners[entry->by_id];
      if (owner == QUAD_INDEX_NONE || quad_matcher_get_entry (self, owner)->is_exact)
        quad_matcher_claim (self, i, entry->by_id, QUAD_RULE_ID);
    }
}

/* Decides what all rows are, rule by rule. */
void
quad_matcher_apply_rules (QuadImportMatcher *self)
{
  if (self->rules[0] != QUAD_RULE_ID)
    match_ids_of_that_name (self);
  for (guint i = 0; i < self->n_rules; i++)
    switch (self->rules[i])
      {
      case QUAD_RULE_ID:
        match_ids (self);
        break;

      case QUAD_RULE_BOTH:
        match_groups (self, G_STRUCT_OFFSET (QuadMatchEntry, by_both), match_both);
        break;

      case QUAD_RULE_DOMAIN:
        match_groups (self, G_STRUCT_OFFSET (QuadMatchEntry, by_domain), match_domain);
        break;

      case QUAD_RULE_NAME:
        match_groups (self, G_STRUCT_OFFSET (QuadMatchEntry, by_name), match_name);
        break;
      }
}
