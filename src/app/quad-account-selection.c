/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-account-selection"

#include "quad-account-selection.h"

/*
 * Owned by the window, which hands it to list, chart and panel. Main thread only. Accounts are
 * kept in the order in which they were chosen; the hash table answers "is it chosen?" at once,
 * also with everything of a big book chosen.
 */
struct _QuadAccountSelection
{
  GObject parent_instance;

  /* owned */
  GPtrArray  *accounts;  /* QuadAccount, each once */
  GHashTable *members;   /* the same, borrowed */
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (QuadAccountSelection, quad_account_selection, G_TYPE_OBJECT)

static void
emit_changed (QuadAccountSelection *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* Keeps the first of each; NULL is an empty array. */
static GPtrArray *
collect_distinct (GPtrArray   *accounts,
                  GHashTable **members)
{
  GPtrArray *distinct = g_ptr_array_new_with_free_func (g_object_unref);

  *members = g_hash_table_new (NULL, NULL);
  for (guint i = 0; accounts != NULL && i < accounts->len; i++)
    {
      gpointer account = g_ptr_array_index (accounts, i);

      if (g_hash_table_add (*members, account))
        g_ptr_array_add (distinct, g_object_ref (account));
    }
  return distinct;
}

static gboolean
is_same_set (GHashTable *a,
             GHashTable *b)
{
  GHashTableIter iter;
  gpointer account;

  if (g_hash_table_size (a) != g_hash_table_size (b))
    return FALSE;
  g_hash_table_iter_init (&iter, a);
  while (g_hash_table_iter_next (&iter, &account, NULL))
    if (!g_hash_table_contains (b, account))
      return FALSE;
  return TRUE;
}

static void
quad_account_selection_finalize (GObject *object)
{
  QuadAccountSelection *self = QUAD_ACCOUNT_SELECTION (object);

  g_hash_table_unref (self->members);
  g_ptr_array_unref (self->accounts);

  G_OBJECT_CLASS (quad_account_selection_parent_class)->finalize (object);
}

static void
quad_account_selection_class_init (QuadAccountSelectionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = quad_account_selection_finalize;

  /**
   * QuadAccountSelection::changed:
   *
   * Another set of accounts is chosen.
   */
  signals[SIGNAL_CHANGED] =
    g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);
}

static void
quad_account_selection_init (QuadAccountSelection *self)
{
  self->accounts = collect_distinct (NULL, &self->members);
}

/**
 * quad_account_selection_new:
 *
 * Returns: (transfer full): a selection of nothing
 */
QuadAccountSelection *
quad_account_selection_new (void)
{
  return g_object_new (QUAD_TYPE_ACCOUNT_SELECTION, NULL);
}

gboolean
quad_account_selection_contains (QuadAccountSelection *self,
                                 QuadAccount          *account)
{
  g_return_val_if_fail (QUAD_IS_ACCOUNT_SELECTION (self), FALSE);

  return g_hash_table_contains (self->members, account);
}

guint
quad_account_selection_get_size (QuadAccountSelection *self)
{
  g_return_val_if_fail (QUAD_IS_ACCOUNT_SELECTION (self), 0);

  return self->accounts->len;
}

/**
 * quad_account_selection_get_all:
 *
 * Returns: (transfer full) (element-type QuadAccount): the chosen accounts in the order in which
 *   they were chosen; a copy, which later changes leave alone
 */
GPtrArray *
quad_account_selection_get_all (QuadAccountSelection *self)
{
  GPtrArray *copy;

  g_return_val_if_fail (QUAD_IS_ACCOUNT_SELECTION (self), NULL);

  copy = g_ptr_array_new_full (self->accounts->len, g_object_unref);
  for (guint i = 0; i < self->accounts->len; i++)
    g_ptr_array_add (copy, g_object_ref (g_ptr_array_index (self->accounts, i)));
  return copy;
}

/**
 * quad_account_selection_get_only:
 *
 * Returns: (transfer none) (nullable): the chosen account when exactly one is chosen
 */
QuadAccount *
quad_account_selection_get_only (QuadAccountSelection *self)
{
  g_return_val_if_fail (QUAD_IS_ACCOUNT_SELECTION (self), NULL);

  return self->accounts->len == 1 ? g_ptr_array_index (self->accounts, 0) : NULL;
}

/**
 * quad_account_selection_set:
 * @accounts: (nullable) (element-type QuadAccount): what is chosen from now on
 *
 * Repeated accounts count once.
 */
void
quad_account_selection_set (QuadAccountSelection *self,
                            GPtrArray            *accounts)
{
  g_autoptr (GPtrArray) distinct = NULL;
  g_autoptr (GHashTable) members = NULL;
  gpointer swap;

  g_return_if_fail (QUAD_IS_ACCOUNT_SELECTION (self));

  distinct = collect_distinct (accounts, &members);
  if (is_same_set (self->members, members))
    return;

  /* What was chosen is freed at the end: it may hold the last reference to an account that a
   * handler of "changed" still looks at. */
  swap = self->accounts;
  self->accounts = distinct;
  distinct = swap;
  swap = self->members;
  self->members = members;
  members = swap;
  emit_changed (self);
}

/**
 * quad_account_selection_set_only:
 * @account: (nullable): the one that is chosen from now on, or %NULL for none
 */
void
quad_account_selection_set_only (QuadAccountSelection *self,
                                 QuadAccount          *account)
{
  g_autoptr (GPtrArray) one = g_ptr_array_new ();

  g_return_if_fail (QUAD_IS_ACCOUNT_SELECTION (self));
  g_return_if_fail (account == NULL || QUAD_IS_ACCOUNT (account));

  if (account != NULL)
    g_ptr_array_add (one, account);
  quad_account_selection_set (self, one);
}

/**
 * quad_account_selection_toggle:
 *
 * Adds @account to what is chosen, or takes it out.
 */
void
quad_account_selection_toggle (QuadAccountSelection *self,
                               QuadAccount          *account)
{
  g_return_if_fail (QUAD_IS_ACCOUNT_SELECTION (self));
  g_return_if_fail (QUAD_IS_ACCOUNT (account));

  g_object_ref (account);
  if (g_hash_table_remove (self->members, account))
    {
      g_ptr_array_remove (self->accounts, account);
    }
  else
    {
      g_hash_table_add (self->members, account);
      g_ptr_array_add (self->accounts, g_object_ref (account));
    }
  emit_changed (self);
  g_object_unref (account);
}

/**
 * quad_account_selection_clear:
 *
 * Nothing is chosen any more.
 */
void
quad_account_selection_clear (QuadAccountSelection *self)
{
  quad_account_selection_set (self, NULL);
}

/**
 * quad_account_selection_retain:
 * @accounts: the accounts of the book
 *
 * Takes out every account that is no longer in the book: deleted, or its creation undone.
 */
void
quad_account_selection_retain (QuadAccountSelection *self,
                               QuadItemList         *accounts)
{
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();

  g_return_if_fail (QUAD_IS_ACCOUNT_SELECTION (self));
  g_return_if_fail (QUAD_IS_ITEM_LIST (accounts));

  for (guint i = 0; i < self->accounts->len; i++)
    {
      QuadAccount *account = g_ptr_array_index (self->accounts, i);

      if (quad_item_list_lookup (accounts, quad_account_get_id (account)) == account)
        g_ptr_array_add (kept, account);
    }
  quad_account_selection_set (self, kept);
}
