/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-book"

#include "quad-import-options.h"

#include <string.h>

#include "quad-error.h"
#include "quad-i18n.h"

struct _QuadImportOptions
{
  /* owned */
  GHashTable       *decisions;    /* number of the row -> Decided */
  char             *memory_key;
  char             *memory;

  /* plain */
  QuadMatchBy       order[QUAD_N_MATCH_BY];
  guint             n_order;
  QuadImportPolicy  policy;
  QuadImportPolicy  policies[QUAD_N_ACCOUNT_FIELDS];
  gboolean          has_policy[QUAD_N_ACCOUNT_FIELDS];
};

typedef struct
{
  QuadImportDecision decision;
  gint64             account;
} Decided;

/* In the order of their enumerations; for the command line and for mappings that are kept. */
static const char *const match_words[QUAD_N_MATCH_BY] = { "id", "domain", "name" };
static const char *const policy_words[] = { "overwrite", "fill", "keep" };

G_DEFINE_BOXED_TYPE (QuadImportOptions, quad_import_options, quad_import_options_copy,
                     quad_import_options_free)

static int
find_word (const char *const *words,
           guint              n,
           const char        *word)
{
  for (guint i = 0; i < n; i++)
    if (strcmp (words[i], word) == 0)
      return (int) i;
  return -1;
}

/**
 * quad_import_options_new:
 *
 * Returns: (transfer full): options by which rows match by id, domain and name, and overwrite
 */
QuadImportOptions *
quad_import_options_new (void)
{
  QuadImportOptions *self = g_new0 (QuadImportOptions, 1);

  self->decisions = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->n_order = QUAD_N_MATCH_BY;
  for (guint i = 0; i < QUAD_N_MATCH_BY; i++)
    self->order[i] = (QuadMatchBy) i;
  return self;
}

QuadImportOptions *
quad_import_options_copy (const QuadImportOptions *self)
{
  QuadImportOptions *copy;
  GHashTableIter iter;
  gpointer row, decided;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof *self);
  copy->memory_key = g_strdup (self->memory_key);
  copy->memory = g_strdup (self->memory);
  copy->decisions = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  g_hash_table_iter_init (&iter, self->decisions);
  while (g_hash_table_iter_next (&iter, &row, &decided))
    g_hash_table_insert (copy->decisions, row, g_memdup2 (decided, sizeof (Decided)));
  return copy;
}

void
quad_import_options_free (QuadImportOptions *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->decisions);
  g_free (self->memory_key);
  g_free (self->memory);
  g_free (self);
}

/**
 * quad_import_options_set_match:
 * @order: (array length=n): by what rows find accounts, what is tried first at the beginning; none
 *   twice
 * @n: how many; 0 makes every row an account of its own
 */
void
quad_import_options_set_match (QuadImportOptions *self,
                               const QuadMatchBy *order,
                               guint              n)
{
  g_return_if_fail (self != NULL && n <= QUAD_N_MATCH_BY);

  for (guint i = 0; i < n; i++)
    self->order[i] = order[i];
  self->n_order = n;
}

/**
 * quad_import_options_get_match:
 * @n: (out): how many
 *
 * Returns: (transfer none) (array length=n): by what rows find accounts, in order
 */
const QuadMatchBy *
quad_import_options_get_match (const QuadImportOptions *self,
                               guint                   *n)
{
  g_return_val_if_fail (self != NULL && n != NULL, NULL);

  *n = self->n_order;
  return self->order;
}

/**
 * quad_import_options_parse_match:
 * @words: "id,domain,name" or some of them, in the order that they are tried
 *
 * Errors: %QUAD_ERROR_INVALID_INPUT
 */
gboolean
quad_import_options_parse_match (QuadImportOptions  *self,
                                 const char         *words,
                                 GError            **error)
{
  g_auto (GStrv) parts = NULL;
  QuadMatchBy order[QUAD_N_MATCH_BY];
  guint n = 0;

  g_return_val_if_fail (self != NULL && words != NULL, FALSE);

  parts = g_strsplit (words, ",", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      int by = find_word (match_words, QUAD_N_MATCH_BY, g_strstrip (parts[i]));
      gboolean twice = FALSE;

      for (guint k = 0; k < n; k++)
        twice |= (int) order[k] == by;
      if (by < 0 || twice)
        {
          g_set_error (error, QUAD_ERROR, QUAD_ERROR_INVALID_INPUT,
                       /* Translators: id, domain and name are words of the command line */
                       _("Rows match by id, domain and name, each at most once, not by “%s”."),
                       words);
          return FALSE;
        }
      order[n++] = (QuadMatchBy) by;
    }
  quad_import_options_set_match (self, order, n);
  return TRUE;
}

/**
 * quad_import_options_dup_match:
 *
 * Returns: (transfer full): what quad_import_options_parse_match() takes
 */
char *
quad_import_options_dup_match (const QuadImportOptions *self)
{
  GString *words;

  g_return_val_if_fail (self != NULL, NULL);

  words = g_string_new (NULL);
  for (guint i = 0; i < self->n_order; i++)
    g_string_append_printf (words, "%s%s", i > 0 ? "," : "", match_words[self->order[i]]);
  return g_string_free (words, FALSE);
}

/**
 * quad_import_options_set_default_policy:
 * @policy: what becomes of fields that have no policy of their own, and of the fields of contacts
 */
void
quad_import_options_set_default_policy (QuadImportOptions *self,
                                        QuadImportPolicy   policy)
{
  g_return_if_fail (self != NULL);

  self->policy = policy;
}

QuadImportPolicy
quad_import_options_get_default_policy (const QuadImportOptions *self)
{
  g_return_val_if_fail (self != NULL, QUAD_IMPORT_OVERWRITE);

  return self->policy;
}

void
quad_import_options_set_policy (QuadImportOptions *self,
                                QuadAccountField   field,
                                QuadImportPolicy   policy)
{
  g_return_if_fail (self != NULL && field < QUAD_N_ACCOUNT_FIELDS);

  self->policies[field] = policy;
  self->has_policy[field] = TRUE;
}

/**
 * quad_import_options_reset_policy:
 * @field: has the default policy again
 */
void
quad_import_options_reset_policy (QuadImportOptions *self,
                                  QuadAccountField   field)
{
  g_return_if_fail (self != NULL && field < QUAD_N_ACCOUNT_FIELDS);

  self->has_policy[field] = FALSE;
}

/**
 * quad_import_options_has_policy:
 *
 * Returns: whether the field has a policy of its own
 */
gboolean
quad_import_options_has_policy (const QuadImportOptions *self,
                                QuadAccountField         field)
{
  g_return_val_if_fail (self != NULL && field < QUAD_N_ACCOUNT_FIELDS, FALSE);

  return self->has_policy[field];
}

/**
 * quad_import_options_get_policy:
 *
 * Returns: what becomes of this field: its own policy, or the default
 */
QuadImportPolicy
quad_import_options_get_policy (const QuadImportOptions *self,
                                QuadAccountField         field)
{
  g_return_val_if_fail (self != NULL && field < QUAD_N_ACCOUNT_FIELDS, QUAD_IMPORT_OVERWRITE);

  return self->has_policy[field] ? self->policies[field] : self->policy;
}

/**
 * quad_import_options_parse_policy:
 * @text: "fill" for all fields, or "revenue=keep" for one
 *
 * Errors: %QUAD_ERROR_INVALID_INPUT
 */
gboolean
quad_import_options_parse_policy (QuadImportOptions  *self,
                                  const char         *text,
                                  GError            **error)
{
  const char *equals, *word;
  int policy;

  g_return_val_if_fail (self != NULL && text != NULL, FALSE);

  equals = strchr (text, '=');
  word = equals != NULL ? equals + 1 : text;
  policy = find_word (policy_words, G_N_ELEMENTS (policy_words), word);
  if (policy < 0)
    {
      g_set_error (error, QUAD_ERROR, QUAD_ERROR_INVALID_INPUT,
                   /* Translators: the three words are typed on the command line */
                   _("A policy is one of fill, overwrite and keep, not “%s”."), word);
      return FALSE;
    }

  if (equals != NULL)
    {
      g_autofree char *name = g_strdelimit (g_strndup (text, (gsize) (equals - text)), "_", '-');
      guint field;

      if (!quad_schema_find (&quad_account_schema, name, &field)
          || (quad_account_schema.fields[field].flags & QUAD_FIELD_KEPT) != 0)
        {
          g_set_error (error, QUAD_ERROR, QUAD_ERROR_INVALID_INPUT,
                       _("An account has no field “%s”."), name);
          return FALSE;
        }
      quad_import_options_set_policy (self, (QuadAccountField) field, (QuadImportPolicy) policy);
      return TRUE;
    }

  quad_import_options_set_default_policy (self, (QuadImportPolicy) policy);
  return TRUE;
}

/**
 * quad_import_policy_get_nick:
 *
 * Returns: the word that quad_import_options_parse_policy() takes
 */
const char *
quad_import_policy_get_nick (QuadImportPolicy policy)
{
  g_return_val_if_fail (policy < G_N_ELEMENTS (policy_words), NULL);

  return policy_words[policy];
}

/**
 * quad_import_options_decide:
 * @row: number of the row in the file, as in #QuadImportRow
 * @decision: what becomes of it, whatever it matches
 * @account: id of the account that it updates; 0 with any other decision
 */
void
quad_import_options_decide (QuadImportOptions  *self,
                            guint               row,
                            QuadImportDecision  decision,
                            gint64              account)
{
  Decided decided = { decision, account };

  g_return_if_fail (self != NULL);
  g_return_if_fail ((decision == QUAD_IMPORT_UPDATE) == (account != 0));

  if (decision == QUAD_IMPORT_UNDECIDED)
    g_hash_table_remove (self->decisions, GUINT_TO_POINTER (row));
  else
    g_hash_table_replace (self->decisions, GUINT_TO_POINTER (row),
                          g_memdup2 (&decided, sizeof decided));
}

/**
 * quad_import_options_get_decision:
 * @account: (out) (optional): the account that the row updates, or 0
 */
QuadImportDecision
quad_import_options_get_decision (const QuadImportOptions *self,
                                  guint                    row,
                                  gint64                  *account)
{
  const Decided *decided;

  g_return_val_if_fail (self != NULL, QUAD_IMPORT_UNDECIDED);

  decided = g_hash_table_lookup (self->decisions, GUINT_TO_POINTER (row));
  if (account != NULL)
    *account = decided != NULL ? decided->account : 0;
  return decided != NULL ? decided->decision : QUAD_IMPORT_UNDECIDED;
}

gboolean
quad_import_options_has_decisions (const QuadImportOptions *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return g_hash_table_size (self->decisions) > 0;
}

/**
 * quad_import_options_forget_decisions:
 *
 * For another list, or another way to match.
 */
void
quad_import_options_forget_decisions (QuadImportOptions *self)
{
  g_return_if_fail (self != NULL);

  g_hash_table_remove_all (self->decisions);
}

/**
 * quad_import_options_set_memory:
 * @key: a word for lists of this kind
 * @memory: (nullable): how such a list is read
 *
 * Makes the import keep a text in the book for the next such list, in the same operation. See
 * quad_book_load_import_memories().
 */
void
quad_import_options_set_memory (QuadImportOptions *self,
                                const char        *key,
                                const char        *memory)
{
  g_return_if_fail (self != NULL && key != NULL);

  g_free (self->memory_key);
  g_free (self->memory);
  self->memory_key = g_strdup (key);
  self->memory = g_strdup (memory);
}

/**
 * quad_import_options_get_memory:
 * @key: (out): as it was set
 *
 * Returns: (nullable): what the import keeps in the book
 */
const char *
quad_import_options_get_memory (const QuadImportOptions  *self,
                                const char              **key)
{
  g_return_val_if_fail (self != NULL && key != NULL, NULL);

  *key = self->memory_key;
  return self->memory;
}
