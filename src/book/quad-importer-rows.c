/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-book"

#include "quad-importer-private.h"

#include "quad-consequences.h"
#include "quad-error.h"
#include "quad-i18n.h"
#include "quad-table.h"
#include "quad-text.h"

/* What becomes of one row: which account it is, and what is written. */

static void
forget_children (QuadKnownAccount *known)
{
  if (known->children != NULL)
    quad_import_children_clear (known->children);
  g_clear_pointer (&known->children, g_free);
}

static void
clear_known (QuadKnownAccount *known)
{
  g_clear_pointer (&known->own_values, quad_record_free);
  forget_children (known);
}

void
quad_known_account_free (gpointer data)
{
  clear_known (data);
  g_free (data);
}

static gboolean
is_preview (QuadImporter *self)
{
  return self->writer.database == NULL;
}

static void
get_child_writer (QuadImporter           *self,
                  const QuadKnownAccount *known,
                  QuadChildWriter        *writer)
{
  writer->database = self->writer.database;
  writer->reader = self->reader;
  writer->now = self->writer.now;
  writer->policy = QUAD_IMPORT_OVERWRITE;
  /* all that a new account has comes from rows before */
  if (known != NULL && known->is_new)
    writer->policy = QUAD_IMPORT_FILL;
  else if (self->options != NULL)
    writer->policy = quad_import_options_get_default_policy (self->options);
}

static QuadKnownAccount *
add_known (QuadImporter *self,
           gint64        id)
{
  QuadKnownAccount *known = g_new0 (QuadKnownAccount, 1);

  known->id = id;
  g_ptr_array_add (self->known, known);
  return known;
}

static void
remember_id (QuadImporter     *self,
             const char       *external_id,
             QuadKnownAccount *known)
{
  g_hash_table_insert (self->known_ids, g_string_chunk_insert (self->ids, external_id), known);
}

/* The first of several accounts with the same external id is the one that is meant. */
void
quad_importer_remember_accounts (QuadImporter *self)
{
  for (guint i = 0; i < quad_item_list_get_size (self->accounts); i++)
    {
      QuadItem *item = quad_item_list_peek (self->accounts, i);
      const char *external_id = quad_item_get_text (item, QUAD_ACCOUNT_EXTERNAL_ID);
      QuadKnownAccount *known;

      if (external_id == NULL || g_hash_table_contains (self->known_ids, external_id))
        continue;

      known = add_known (self, quad_item_get_id (item));
      known->values = quad_item_get_values (item);
      remember_id (self, external_id, known);
    }
}

/* The account of the book with this id, as rows before left it. */
static QuadKnownAccount *
get_known (QuadImporter     *self,
           gint64            id,
           const QuadRecord *values)
{
  QuadKnownAccount *known = g_hash_table_lookup (self->known_rows, &id);

  if (known != NULL)
    return known;

  known = add_known (self, id);
  known->values = values;
  g_hash_table_insert (self->known_rows, &known->id, known);
  return known;
}

static gboolean
load_known (QuadImporter      *self,
            QuadKnownAccount  *known,
            GError           **error)
{
  if (known->values == NULL)
    known->values = known->own_values =
      quad_table_load_one (&quad_account_table, self->reader, known->id, error);
  return known->values != NULL;
}

/* Keeps an account that a row made in mind when other rows are about it; returns %NULL when none
 * are, or when it is not known whether any is. */
static QuadKnownAccount *
remember_created (QuadImporter     *self,
                  gint64            id,
                  guint             row,
                  const QuadRecord *values)
{
  const char *external_id = quad_record_get_text (values, QUAD_ACCOUNT_EXTERNAL_ID);
  QuadKnownAccount *known;

  if (external_id == NULL)
    return NULL;
  if (self->matcher == NULL && !is_preview (self))
    {
      g_hash_table_insert (self->made_ids, g_string_chunk_insert (self->ids, external_id),
                           GSIZE_TO_POINTER ((gsize) id));
      return NULL;
    }
  if (self->matcher != NULL && !quad_import_matcher_comes_again (self->matcher, external_id))
    return NULL;

  known = add_known (self, id);
  known->is_new = TRUE;
  known->row = row;
  if (is_preview (self))
    known->values = known->own_values = quad_record_copy (values);
  remember_id (self, external_id, known);
  return known;
}

/* An account that rows before said to have the external id; NULL when none did. */
static QuadKnownAccount *
lookup_known (QuadImporter *self,
              const char   *external_id)
{
  QuadKnownAccount *known;
  gpointer id;

  if (external_id == NULL)
    return NULL;
  known = g_hash_table_lookup (self->known_ids, external_id);
  if (known != NULL || !g_hash_table_lookup_extended (self->made_ids, external_id, NULL, &id))
    return known;

  known = add_known (self, (gint64) GPOINTER_TO_SIZE (id));
  known->is_new = TRUE;
  known->row = 1;       /* one before; only a preview asks which one */
  remember_id (self, external_id, known);
  return known;
}

/* An account of a file gets no steps: a list of 100,000 leads would bury the agenda. Plays come to
 * it when it is moved or gets a profile, also by a later file, or when it is given them. */
static gboolean
write_new_account (QuadImporter  *self,
                   QuadRecord    *values,
                   gint64        *id,
                   GError       **error)
{
  QuadAccountWriter writer = self->writer;

  if (is_preview (self))
    return quad_account_writer_check (values, error);

  writer.plays = NULL;
  return quad_account_writer_create (&writer, values, FALSE, id, error);
}

/* Makes of what the row says an account of its own. */
static const QuadRecord *
complete_row (QuadImporter  *self,
              QuadImportRow *row)
{
  QuadRecord *given = row->account;

  if (!quad_record_has (given, QUAD_ACCOUNT_TIER))
    quad_record_set_number (given, QUAD_ACCOUNT_TIER, row->new_tier);
  if (row->new_source != NULL
      && quad_text_is_blank (quad_record_get_text (given, QUAD_ACCOUNT_SOURCE)))
    quad_record_set_text (given, QUAD_ACCOUNT_SOURCE, row->new_source);
  quad_consequences_complete (given, self->writer.today);
  return given;
}

static gboolean
wants (QuadImporter   *self,
       QuadImportKind  kind)
{
  return self->preview != NULL && quad_import_preview_wants (self->preview, kind);
}

static guint
count_children (const QuadImportRow *row)
{
  return (row->contacts != NULL ? row->contacts->len : 0)
         + (row->touches != NULL ? row->touches->len : 0);
}

static void
report_created (QuadImporter        *self,
                const QuadImportRow *row,
                QuadMatchBy          match,
                const QuadRecord    *values)
{
  QuadImportEntry *entry;

  if (self->tally != NULL)
    quad_tally_add_later (self->tally, values);
  if (!wants (self, QUAD_IMPORT_CREATED))
    return;
  entry = quad_import_entry_new (QUAD_IMPORT_CREATED, row->row, match);
  quad_import_entry_set_account (entry, 0, NULL, values, count_children (row));
  quad_import_preview_take (self->preview, entry);
}

/* The contacts and touches of an account that the row made, each once. */
static gboolean
create_children (QuadImporter         *self,
                 QuadKnownAccount     *known,
                 gint64                id,
                 const QuadImportRow  *row,
                 GError              **error)
{
  QuadImportChildren *children;
  QuadChildWriter writer;
  guint n_changed = 0;
  gboolean good;

  get_child_writer (self, NULL, &writer);
  if (quad_record_get_text (row->account, QUAD_ACCOUNT_EXTERNAL_ID) == NULL
      || (known == NULL && self->matcher != NULL))
    return quad_import_children_insert (&writer, id, row, error);

  children = g_new0 (QuadImportChildren, 1);
  quad_import_children_set_empty (children);
  good = quad_import_children_merge (children, &writer, id, row, &n_changed, error);
  /* What is in the book can be read again, should a row ask for it. */
  if (good && is_preview (self))
    {
      known->children = children;
      return TRUE;
    }
  quad_import_children_clear (children);
  g_free (children);
  return good;
}

static gboolean
create_account (QuadImporter   *self,
                QuadImportRow  *row,
                QuadMatchBy     match,
                GError        **error)
{
  const QuadRecord *values = complete_row (self, row);
  QuadKnownAccount *known;
  gint64 id = 0;

  if (!write_new_account (self, row->account, &id, error))
    return FALSE;
  self->result.created++;
  report_created (self, row, match, values);

  known = remember_created (self, id, row->row, values);
  return count_children (row) == 0 || create_children (self, known, id, row, error);
}

/* Takes out of the edits what the policy of the field keeps as it is. */
static void
apply_policies (QuadImporter     *self,
                const QuadRecord *values,
                QuadRecord       *edits)
{
  for (guint i = 0; i < quad_account_schema.n_fields; i++)
    {
      const QuadImportPolicy policy =
        quad_import_options_get_policy (self->options, (QuadAccountField) i);
      const gboolean is_empty = quad_import_is_empty_field (values, i)
                                || (i == QUAD_ACCOUNT_PROFILE
                                    && quad_record_get_number (values, i) == QUAD_PROFILE_NONE);

      if (quad_record_has (edits, i)
          && (policy == QUAD_IMPORT_KEEP || (policy == QUAD_IMPORT_FILL && !is_empty)))
        quad_record_unset (edits, i);
    }
}

/* Of several rows about one account the first counts, and the others fill what it leaves empty: a
 * list in which they differ would otherwise change the account to and fro each time it comes. */
static guint64
keep_first (const QuadRecord *values,
            QuadRecord       *edits)
{
  guint64 not_taken = 0;

  for (guint i = 0; i < quad_account_schema.n_fields; i++)
    if (quad_record_has (edits, i) && !quad_import_is_empty_field (values, i))
      {
        if (quad_record_differs (values, edits, i))
          not_taken |= G_GUINT64_CONSTANT (1) << i;
        quad_record_unset (edits, i);
      }
  return not_taken;
}

static void
report_update (QuadImporter           *self,
               const QuadImportRow    *row,
               const QuadKnownAccount *known,
               QuadMatchBy             match,
               QuadImportKind          kind,
               const QuadRecord       *before,
               guint64                 not_taken,
               guint                   n_children)
{
  QuadImportEntry *entry;

  if (!wants (self, kind))
    return;
  entry = quad_import_entry_new (kind, row->row, match);
  quad_import_entry_set_account (entry, known->id, before, known->values, n_children);
  quad_import_entry_set_first (entry, known->row, not_taken);
  quad_import_preview_take (self->preview, entry);
}

/* Makes of the account what the edits say. What it was is no longer owned by it then. */
static gboolean
apply_row (QuadImporter      *self,
           QuadKnownAccount  *known,
           const QuadRecord  *edits,
           gboolean          *changed,
           GError           **error)
{
  g_autoptr (QuadRecord) after = NULL;

  *changed = FALSE;
  if (quad_consequences_list_edits (known->values, edits) == 0)
    return TRUE;

  after = quad_record_copy (known->values);
  quad_consequences_import (after, edits, self->writer.today);
  if (quad_consequences_compare (known->values, after) == 0)
    return TRUE;
  if (is_preview (self)
        ? !quad_account_writer_check (after, error)
        : !quad_account_writer_update (&self->writer, known->id, known->values, after, error))
    return FALSE;

  if (self->tally != NULL)
    {
      quad_tally_subtract_later (self->tally, known->values);
      quad_tally_add_later (self->tally, after);
    }
  known->values = known->own_values = g_steal_pointer (&after);
  *changed = TRUE;
  return TRUE;
}

static gboolean
update_account (QuadImporter      *self,
                QuadKnownAccount  *known,
                QuadImportRow     *row,
                QuadMatchBy        match,
                GError           **error)
{
  g_autoptr (QuadRecord) owned = NULL;
  const QuadRecord *before;
  QuadChildWriter writer;
  guint64 not_taken = 0;
  guint n_children = 0;
  gboolean changed;

  if (!load_known (self, known, error))
    return FALSE;
  if (known->row != 0 && !quad_record_check (row->account, error))
    return FALSE;
  if (known->row != 0)
    not_taken = keep_first (known->values, row->account);
  else if (self->options != NULL)
    apply_policies (self, known->values, row->account);
  if (known->row == 0)
    known->row = row->row;

  owned = known->own_values;
  before = known->values;
  if (!apply_row (self, known, row->account, &changed, error))
    {
      g_steal_pointer (&owned);
      return FALSE;
    }
  if (!changed)
    g_steal_pointer (&owned);

  get_child_writer (self, known, &writer);
  if (known->children == NULL && count_children (row) > 0)
    known->children = g_new0 (QuadImportChildren, 1);
  if (count_children (row) > 0
      && !quad_import_children_merge (known->children, &writer, known->id, row, &n_children, error))
    return FALSE;

  changed |= n_children > 0;
  if (changed)
    self->result.updated++;
  else
    self->result.unchanged++;
  report_update (self, row, known, match, changed ? QUAD_IMPORT_UPDATED : QUAD_IMPORT_UNCHANGED,
                 before, not_taken, n_children);

  return TRUE;
}

/* The first of the rows that stay out with this external id; the row itself where it is that. */
static const QuadPassedRow *
remember_passed (QuadImporter   *self,
                 const char     *external_id,
                 guint           row,
                 QuadImportKind  kind)
{
  QuadPassedRow *passed;

  if (external_id == NULL || self->matcher == NULL
      || !quad_import_matcher_comes_again (self->matcher, external_id))
    return NULL;
  passed = g_hash_table_lookup (self->passed, external_id);
  if (passed == NULL)
    {
      passed = g_new (QuadPassedRow, 1);
      passed->row = row;
      passed->kind = kind;
      g_hash_table_insert (self->passed, g_string_chunk_insert (self->ids, external_id), passed);
    }
  return passed;
}

/* A row that stays out: for a person to decide, or because a person decided. */
static void
pass_over (QuadImporter      *self,
           QuadImportRow     *row,
           const QuadVerdict *verdict,
           QuadImportKind     kind)
{
  const char *external_id = quad_record_get_text (row->account, QUAD_ACCOUNT_EXTERNAL_ID);
  const QuadPassedRow *passed = remember_passed (self, external_id, row->row, kind);
  QuadImportEntry *entry;

  if (kind == QUAD_IMPORT_DOUBTFUL)
    self->result.doubtful++;
  else
    self->result.left_out++;
  if (!wants (self, kind))
    return;

  entry = quad_import_entry_new (kind, row->row, verdict->match);
  quad_import_entry_set_account (entry, 0, NULL, complete_row (self, row), 0);
  quad_import_entry_set_candidates (entry, verdict->candidates, verdict->n_candidates);
  if (passed != NULL && passed->row != row->row)
    quad_import_entry_set_first (entry, passed->row, 0);
  quad_import_preview_take (self->preview, entry);
}

/* Takes out of a row what says nothing: an empty cell. */
static void
tidy_row (QuadImportRow *row)
{
  for (guint i = 0; i < quad_account_schema.n_fields; i++)
    if (quad_record_has (row->account, i) && quad_import_is_empty_field (row->account, i))
      quad_record_unset (row->account, i);
}

/* Checks all of a row before any of it is written. Where no row can stay out for another reason,
 * the writer checks the account soon enough. */
static gboolean
check_row (QuadImporter         *self,
           const QuadImportRow  *row,
           GError              **error)
{
  const gboolean may_stay_out = self->matcher != NULL
                                || (self->options != NULL
                                    && quad_import_options_has_decisions (self->options));

  return (!may_stay_out || quad_record_check (row->account, error))
         && quad_import_children_check (row, error);
}

static gboolean
reject_row (QuadImporter        *self,
            const QuadImportRow *row,
            const GError        *problem)
{
  self->result.rejected++;
  if (wants (self, QUAD_IMPORT_REJECTED))
    {
      QuadImportEntry *entry = quad_import_entry_new (QUAD_IMPORT_REJECTED, row->row,
                                                      QUAD_MATCH_BY_NOTHING);

      quad_import_entry_set_account (entry, 0, NULL, row->account, 0);
      quad_import_entry_set_reason (entry, NULL, NULL, problem->message);
      quad_import_preview_take (self->preview, entry);
    }
  return TRUE;
}

/* What a person decided about the row; an account that is gone since is no decision. */
static gboolean
take_decision (QuadImporter        *self,
               const QuadImportRow *row,
               QuadVerdict         *verdict,
               gboolean            *leave_out)
{
  gint64 account = 0;
  QuadItem *item;

  *leave_out = FALSE;
  if (self->options == NULL)
    return FALSE;

  switch (quad_import_options_get_decision (self->options, row->row, &account))
    {
    case QUAD_IMPORT_UNDECIDED:
      return FALSE;

    case QUAD_IMPORT_LEAVE_OUT:
      *leave_out = TRUE;
      return TRUE;

    case QUAD_IMPORT_CREATE:
      *verdict = (QuadVerdict) { .match = QUAD_MATCH_BY_NOTHING };
      return TRUE;

    case QUAD_IMPORT_UPDATE:
      item = quad_item_list_lookup (self->accounts, account);
      if (item == NULL)
        return FALSE;
      *verdict = (QuadVerdict) { .match = QUAD_MATCH_BY_NOTHING, .account = account,
                                 .values = quad_item_get_values (item) };
      return TRUE;
    }
  g_return_val_if_reached (FALSE);
}

/* Whether a row after this one may be about the account that it found. */
static gboolean
may_be_met_again (QuadImporter *self,
                  const char   *external_id)
{
  return self->matcher == NULL || quad_import_options_has_decisions (self->options)
         || (external_id != NULL
             && quad_import_matcher_comes_again (self->matcher, external_id));
}

/* A row about an account of the book. What it is now is kept in mind only where that matters: a
 * million of them would fill the memory. */
static gboolean
update_found (QuadImporter       *self,
              const char         *external_id,
              QuadImportRow      *row,
              const QuadVerdict  *verdict,
              GError            **error)
{
  QuadKnownAccount once = { .id = verdict->account, .values = verdict->values };
  QuadKnownAccount *known;
  gboolean good;

  if (!may_be_met_again (self, external_id))
    {
      good = update_account (self, &once, row, verdict->match, error);
      clear_known (&once);
      return good;
    }
  known = get_known (self, verdict->account, verdict->values);
  if (external_id != NULL && self->matcher != NULL
      && quad_import_matcher_comes_again (self->matcher, external_id))
    remember_id (self, external_id, known);
  return update_account (self, known, row, verdict->match, error);
}

/* The account that rows before said to have the external id. One that somebody decided to be new
 * is the one that another such row made. */
static QuadKnownAccount *
find_known (QuadImporter *self,
            const char   *external_id,
            gboolean      is_decided,
            gboolean      is_new)
{
  QuadKnownAccount *known = lookup_known (self, external_id);

  return known != NULL && (!is_decided || (is_new && known->is_new)) ? known : NULL;
}

/* Whether the row goes with one before that somebody left out. */
static gboolean
goes_with_left_out (QuadImporter *self,
                    const char   *external_id)
{
  const QuadPassedRow *passed = external_id != NULL
                                  ? g_hash_table_lookup (self->passed, external_id) : NULL;

  return passed != NULL && passed->kind == QUAD_IMPORT_LEFT_OUT;
}

static gboolean
settle_row (QuadImporter   *self,
            QuadImportRow  *row,
            QuadVerdict    *verdict,
            GError        **error)
{
  const char *external_id = quad_record_get_text (row->account, QUAD_ACCOUNT_EXTERNAL_ID);
  gboolean leave_out;
  gboolean is_decided = take_decision (self, row, verdict, &leave_out);
  QuadKnownAccount *known = find_known (self, external_id, is_decided, verdict->account == 0);

  if (leave_out || (!is_decided && known == NULL && goes_with_left_out (self, external_id)))
    {
      pass_over (self, row, verdict, QUAD_IMPORT_LEFT_OUT);
      return TRUE;
    }
  if (known != NULL)
    return update_account (self, known, row, QUAD_MATCH_BY_ID, error);
  if (verdict->account != 0)
    return update_found (self, external_id, row, verdict, error);
  if (verdict->n_candidates > 0)
    {
      pass_over (self, row, verdict, QUAD_IMPORT_DOUBTFUL);
      return TRUE;
    }
  return create_account (self, row, verdict->match, error);
}

gboolean
quad_importer_take_row (QuadImporter   *self,
                        QuadImportRow  *row,
                        GError        **error)
{
  QuadVerdict verdict = { .match = QUAD_MATCH_BY_NOTHING };
  g_autoptr (GError) problem = NULL;
  gboolean good;

  tidy_row (row);
  good = check_row (self, row, &problem);
  if (good && self->matcher != NULL)
    quad_import_matcher_next (self->matcher,
                              quad_record_get_text (row->account, QUAD_ACCOUNT_EXTERNAL_ID),
                              &verdict);
  if (good && settle_row (self, row, &verdict, &problem))
    return TRUE;
  /* Values are checked before any of them is written. */
  if (self->options != NULL
      && g_error_matches (problem, QUAD_ERROR, QUAD_ERROR_INVALID_INPUT))
    return reject_row (self, row, problem);

  if (g_error_matches (problem, QUAD_ERROR, QUAD_ERROR_INVALID_INPUT)
      || g_error_matches (problem, QUAD_ERROR, QUAD_ERROR_CONSTRAINT))
    /* Translators: before a sentence that says what is wrong in that row of a file */
    g_prefix_error (&problem, _("Row %u: "), row->row);
  g_propagate_error (error, g_steal_pointer (&problem));

  return FALSE;
}

/* Tells the matcher of a row that is good. */
gboolean
quad_importer_learn_row (QuadImporter   *self,
                         QuadImportRow  *row,
                         GError        **error)
{
  tidy_row (row);
  if (check_row (self, row, NULL))
    quad_import_matcher_learn (self->matcher, row->account);
  return TRUE;
}
