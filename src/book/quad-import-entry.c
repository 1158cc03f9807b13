/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-book"

#include "quad-import-preview.h"

#include "quad-consequences.h"

struct _QuadImportEntry
{
  GObject parent_instance;

  /* owned */
  QuadRecord     *before;
  QuadRecord     *after;
  gint64         *candidates;
  char           *column;
  char           *value;
  char           *reason;

  /* plain */
  gint64          account;
  guint64         not_taken;
  guint           row;
  guint           first_row;
  guint           n_children;
  guint           n_candidates;
  QuadImportKind  kind;
  QuadMatchBy     match;
};

G_DEFINE_FINAL_TYPE (QuadImportEntry, quad_import_entry, G_TYPE_OBJECT)

static void
quad_import_entry_finalize (GObject *object)
{
  QuadImportEntry *self = QUAD_IMPORT_ENTRY (object);

  quad_record_free (self->before);
  quad_record_free (self->after);
  g_free (self->candidates);
  g_free (self->column);
  g_free (self->value);
  g_free (self->reason);

  G_OBJECT_CLASS (quad_import_entry_parent_class)->finalize (object);
}

static void
quad_import_entry_class_init (QuadImportEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = quad_import_entry_finalize;
}

static void
quad_import_entry_init (QuadImportEntry *self)
{
}

/**
 * quad_import_entry_new:
 * @kind: what becomes of the row
 * @row: its number in the file, from 1
 * @match: by what it found an account
 */
QuadImportEntry *
quad_import_entry_new (QuadImportKind kind,
                       guint          row,
                       QuadMatchBy    match)
{
  QuadImportEntry *self = g_object_new (QUAD_TYPE_IMPORT_ENTRY, NULL);

  self->kind = kind;
  self->row = row;
  self->match = match;
  return self;
}

/**
 * quad_import_entry_set_account:
 * @account: id of the account that is there, or 0
 * @before: (nullable): its values now
 * @after: (nullable): the values that it gets, or what the row says where it stays out
 * @n_children: contacts and touches that come to it or change
 *
 * Only for who makes an entry.
 */
void
quad_import_entry_set_account (QuadImportEntry  *self,
                               gint64            account,
                               const QuadRecord *before,
                               const QuadRecord *after,
                               guint             n_children)
{
  g_return_if_fail (QUAD_IS_IMPORT_ENTRY (self));

  self->account = account;
  quad_record_free (self->before);
  quad_record_free (self->after);
  self->before = before != NULL ? quad_record_copy (before) : NULL;
  self->after = after != NULL ? quad_record_copy (after) : NULL;
  self->n_children = n_children;
}

/**
 * quad_import_entry_set_first:
 * @row: the first row about the same account
 * @not_taken: a bit for each #QuadAccountField in which this one says something else
 *
 * Only for who makes an entry.
 */
void
quad_import_entry_set_first (QuadImportEntry *self,
                             guint            row,
                             guint64          not_taken)
{
  g_return_if_fail (QUAD_IS_IMPORT_ENTRY (self));

  self->first_row = row;
  self->not_taken = not_taken;
}

/**
 * quad_import_entry_set_candidates:
 * @candidates: (array length=n_candidates): ids of the accounts that it may be
 * @n_candidates: how many; at most %QUAD_IMPORT_MOST_CANDIDATES are kept
 *
 * Only for who makes an entry.
 */
void
quad_import_entry_set_candidates (QuadImportEntry *self,
                                  const gint64    *candidates,
                                  guint            n_candidates)
{
  g_return_if_fail (QUAD_IS_IMPORT_ENTRY (self));

  g_free (self->candidates);
  self->n_candidates = MIN (n_candidates, QUAD_IMPORT_MOST_CANDIDATES);
  self->candidates = g_memdup2 (candidates, self->n_candidates * sizeof *candidates);
}

/**
 * quad_import_entry_set_reason:
 * @column: (nullable): header of the column at fault
 * @value: (nullable): what stood there
 * @reason: why the row is rejected: a translated sentence
 *
 * Only for who makes an entry.
 */
void
quad_import_entry_set_reason (QuadImportEntry *self,
                              const char      *column,
                              const char      *value,
                              const char      *reason)
{
  g_return_if_fail (QUAD_IS_IMPORT_ENTRY (self));

  g_free (self->column);
  g_free (self->value);
  g_free (self->reason);
  self->column = g_strdup (column);
  self->value = g_strdup (value);
  self->reason = g_strdup (reason);
}

QuadImportKind
quad_import_entry_get_kind (QuadImportEntry *self)
{
  g_return_val_if_fail (QUAD_IS_IMPORT_ENTRY (self), QUAD_IMPORT_REJECTED);

  return self->kind;
}

/**
 * quad_import_entry_get_row:
 *
 * Returns: the row in the file, from 1; what quad_import_options_decide() takes
 */
guint
quad_import_entry_get_row (QuadImportEntry *self)
{
  g_return_val_if_fail (QUAD_IS_IMPORT_ENTRY (self), 0);

  return self->row;
}

/**
 * quad_import_entry_get_match:
 *
 * Returns: by what the account was found, or why the row is doubtful
 */
QuadMatchBy
quad_import_entry_get_match (QuadImportEntry *self)
{
  g_return_val_if_fail (QUAD_IS_IMPORT_ENTRY (self), QUAD_MATCH_BY_NOTHING);

  return self->match;
}

/**
 * quad_import_entry_get_name:
 *
 * Returns: (nullable): the name of the account: its own where it is there, else that in the row;
 *   %NULL when the row could not be read
 */
const char *
quad_import_entry_get_name (QuadImportEntry *self)
{
  const QuadRecord *values;

  g_return_val_if_fail (QUAD_IS_IMPORT_ENTRY (self), NULL);

  values = self->before != NULL ? self->before : self->after;
  return values != NULL ? quad_record_get_text (values, QUAD_ACCOUNT_NAME) : NULL;
}

/**
 * quad_import_entry_get_account:
 *
 * Returns: id of the account that is there; 0 for a new one, for one that an earlier row of the
 *   file makes, and for a row that stays out
 */
gint64
quad_import_entry_get_account (QuadImportEntry *self)
{
  g_return_val_if_fail (QUAD_IS_IMPORT_ENTRY (self), 0);

  return self->account;
}

/**
 * quad_import_entry_get_before:
 *
 * Returns: (transfer none) (nullable): all values of the account as they are
 */
const QuadRecord *
quad_import_entry_get_before (QuadImportEntry *self)
{
  g_return_val_if_fail (QUAD_IS_IMPORT_ENTRY (self), NULL);

  return self->before;
}

/**
 * quad_import_entry_get_after:
 *
 * Returns: (transfer none) (nullable): all values that the account gets; of a doubtful row what it
 *   says
 */
const QuadRecord *
quad_import_entry_get_after (QuadImportEntry *self)
{
  g_return_val_if_fail (QUAD_IS_IMPORT_ENTRY (self), NULL);

  return self->after;
}

/**
 * quad_import_entry_get_changed:
 *
 * Returns: for an update a bit for each #QuadAccountField that is another afterwards; 0 when only
 *   contacts change
 */
guint64
quad_import_entry_get_changed (QuadImportEntry *self)
{
  g_return_val_if_fail (QUAD_IS_IMPORT_ENTRY (self), 0);

  if (self->kind != QUAD_IMPORT_UPDATED || self->before == NULL || self->after == NULL)
    return 0;
  return quad_consequences_compare (self->before, self->after);
}

/**
 * quad_import_entry_get_n_children:
 *
 * Returns: how many contacts and touches come to the account or change
 */
guint
quad_import_entry_get_n_children (QuadImportEntry *self)
{
  g_return_val_if_fail (QUAD_IS_IMPORT_ENTRY (self), 0);

  return self->n_children;
}

/**
 * quad_import_entry_get_candidates:
 * @n_candidates: (out): how many
 *
 * Returns: (transfer none) (array length=n_candidates): ids of the accounts that a doubtful row may
 *   be, the likeliest first
 */
const gint64 *
quad_import_entry_get_candidates (QuadImportEntry *self,
                                  guint           *n_candidates)
{
  g_return_val_if_fail (QUAD_IS_IMPORT_ENTRY (self) && n_candidates != NULL, NULL);

  *n_candidates = self->n_candidates;
  return self->candidates;
}

const char *
quad_import_entry_get_column (QuadImportEntry *self)
{
  g_return_val_if_fail (QUAD_IS_IMPORT_ENTRY (self), NULL);

  return self->column;
}

const char *
quad_import_entry_get_value (QuadImportEntry *self)
{
  g_return_val_if_fail (QUAD_IS_IMPORT_ENTRY (self), NULL);

  return self->value;
}

/**
 * quad_import_entry_get_reason:
 *
 * Returns: (nullable): why the row is rejected: a translated sentence
 */
const char *
quad_import_entry_get_reason (QuadImportEntry *self)
{
  g_return_val_if_fail (QUAD_IS_IMPORT_ENTRY (self), NULL);

  return self->reason;
}

/**
 * quad_import_entry_get_not_taken:
 * @first_row: (out): the first row about the same account, which is another one where the row is
 *   doubtful or left out; 0 for none
 *
 * Returns: a bit for each #QuadAccountField in which this row says something else than the first
 *   one, which counts; 0 for none
 */
guint64
quad_import_entry_get_not_taken (QuadImportEntry *self,
                                 guint           *first_row)
{
  g_return_val_if_fail (QUAD_IS_IMPORT_ENTRY (self), 0);

  *first_row = self->first_row;
  return self->not_taken;
}
