/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-book"

#include "quad-importer-private.h"

#include "quad-book-private.h"
#include "quad-i18n.h"
#include "quad-table.h"

/* Rows between two looks at the clock, and the time between two reports of progress. */
#define ROWS_PER_LOOK    128
#define MICROSECONDS_PER_REPORT (G_USEC_PER_SEC / 10)

/* The share of the progress that goes to finding out what the rows are. */
#define SHARE_OF_LEARNING 0.3

static gboolean
is_cancelled (QuadImporter  *self,
              GError       **error)
{
  if (g_atomic_int_get (&self->stopped))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _("The import was cancelled."));
      return TRUE;
    }

  return g_cancellable_set_error_if_cancelled (self->cancellable, error);
}

static void
report_progress (QuadImporter *self)
{
  gint64 now;

  if (self->progress == NULL)
    return;

  now = g_get_monotonic_time ();
  if (now - self->reported_at < MICROSECONDS_PER_REPORT)
    return;

  self->reported_at = now;
  self->progress (self->start + self->share * quad_import_source_get_fraction (self->source),
                  self->progress_data);
}

static gboolean
run_pass (QuadImporter  *self,
          gboolean     (*take) (QuadImporter   *self,
                                QuadImportRow  *row,
                                GError        **error),
          GError       **error)
{
  QuadImportRow row = { 0 };
  GError *problem = NULL;
  gboolean good = quad_import_source_begin (self->source, &problem);
  guint n = 0;

  while (good && !is_cancelled (self, &problem)
         && quad_import_source_next (self->source, &row, &problem))
    {
      good = take (self, &row, &problem);
      quad_import_row_clear (&row);
      if (++n % ROWS_PER_LOOK == 0)
        report_progress (self);
    }
  quad_import_row_clear (&row);

  if (problem != NULL)
    {
      g_propagate_error (error, problem);
      return FALSE;
    }

  return TRUE;
}

static gboolean
matches_by_id (QuadImporter *self)
{
  const QuadMatchBy *order;
  guint n;

  if (self->options == NULL)
    return TRUE;
  order = quad_import_options_get_match (self->options, &n);
  for (guint i = 0; i < n; i++)
    if (order[i] == QUAD_MATCH_BY_ID)
      return TRUE;
  return FALSE;
}

/* Whether what a row is depends on more than its external id. Where there are no accounts every row
 * is new; in a preview a matcher also says which new accounts must be kept in mind. */
static gboolean
needs_matcher (QuadImporter *self)
{
  return self->options != NULL
         && (self->writer.database == NULL || quad_item_list_get_size (self->accounts) > 0);
}

static gboolean
take_rows (QuadImporter  *self,
           GError       **error)
{
  self->start = 0.0;
  self->share = 1.0;
  if (needs_matcher (self))
    {
      self->matcher = quad_import_matcher_new (self->accounts, self->options, self->writer.today);
      self->share = SHARE_OF_LEARNING;
      if (!run_pass (self, quad_importer_learn_row, error))
        return FALSE;
      quad_import_matcher_conclude (self->matcher);
      self->start = SHARE_OF_LEARNING;
      self->share = 1.0 - SHARE_OF_LEARNING;
    }
  else if (matches_by_id (self))
    {
      quad_importer_remember_accounts (self);
    }

  return run_pass (self, quad_importer_take_row, error);
}

static void
take_account (gint64      id,
              QuadRecord *values,
              gpointer    user_data)
{
  g_ptr_array_add (user_data, quad_account_new (id, values));
}

/* Cuts the list as it is on disk now, with the new rows in it. */
static gboolean
recut (QuadImporter  *self,
       guint         *n_moves,
       GError       **error)
{
  g_autoptr (QuadItemList) list = quad_item_list_new (QUAD_TYPE_ACCOUNT);
  GPtrArray *accounts = g_ptr_array_new ();
  QuadFigures figures;
  gboolean read = quad_table_load_all (&quad_account_table, self->reader, take_account, accounts,
                                       error);

  quad_item_list_replace (list, accounts);
  if (!read)
    return FALSE;

  self->writer.plays = NULL;    /* most of what moves is new, see write_new_account() */
  quad_figures_compute (list, &self->recut, &figures);
  for (guint i = 0; i < quad_item_list_get_size (list); i++)
    {
      QuadAccount *account = quad_item_list_peek (list, i);
      const QuadRecord *before = quad_item_get_values (QUAD_ITEM (account));
      QuadTier tier = quad_cut_off_get_tier (&figures.cut_off, quad_account_get_tier (account),
                                             quad_account_get_revenue (account));
      g_autoptr (QuadRecord) after = NULL;

      if (tier == quad_account_get_tier (account))
        continue;

      after = quad_record_copy (before);
      quad_consequences_move (after, tier, self->writer.today);
      if (!quad_account_writer_update (&self->writer, quad_account_get_id (account), before, after,
                                       error))
        return FALSE;
      (*n_moves)++;
    }

  return quad_book_save_cut_off_rule (self->writer.database, &self->recut, error);
}

static gboolean
keep_memory (QuadImporter  *self,
             gboolean      *is_new,
             GError       **error)
{
  const char *key = NULL;
  const char *memory = self->options != NULL
                         ? quad_import_options_get_memory (self->options, &key) : NULL;

  *is_new = FALSE;
  return memory == NULL
         || quad_book_save_import_memory (self->writer.database, key, memory, is_new, error);
}

/**
 * quad_importer_new:
 * @accounts: the account list of the book; it and its accounts must stay as they are until the
 *   importer is freed
 * @source: the rows
 * @options: (nullable): how rows find accounts and what they do to them; %NULL: by external id
 *   alone, they overwrite, and a row that the book cannot hold is an error
 *
 * Returns: (transfer full): an importer for one run
 */
QuadImporter *
quad_importer_new (QuadItemList            *accounts,
                   QuadImportSource        *source,
                   const QuadImportOptions *options)
{
  QuadImporter *self = g_new0 (QuadImporter, 1);

  self->accounts = accounts;
  self->source = g_object_ref (source);
  self->options = options != NULL ? quad_import_options_copy (options) : NULL;
  self->known = g_ptr_array_new_with_free_func (quad_known_account_free);
  self->ids = g_string_chunk_new (64 * 1024);
  self->known_ids = g_hash_table_new (g_str_hash, g_str_equal);
  self->made_ids = g_hash_table_new (g_str_hash, g_str_equal);
  self->known_rows = g_hash_table_new (g_int64_hash, g_int64_equal);
  self->passed = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);

  return self;
}

void
quad_importer_free (QuadImporter *self)
{
  if (self == NULL)
    return;

  g_clear_object (&self->source);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->preview);
  g_clear_pointer (&self->options, quad_import_options_free);
  g_clear_pointer (&self->matcher, quad_import_matcher_free);
  g_clear_pointer (&self->tally, quad_tally_free);
  g_hash_table_unref (self->passed);
  g_hash_table_unref (self->known_ids);
  g_hash_table_unref (self->made_ids);
  g_string_chunk_free (self->ids);
  g_hash_table_unref (self->known_rows);
  g_ptr_array_unref (self->known);
  g_free (self);
}

/**
 * quad_importer_set_recut:
 * @self: an importer
 * @rule: the rule by which the list is cut when all rows are in
 * @is_new: whether the book has another rule now
 */
void
quad_importer_set_recut (QuadImporter         *self,
                         const QuadCutOffRule *rule,
                         gboolean              is_new)
{
  self->has_recut = TRUE;
  self->rule_is_new = is_new;
  self->recut = *rule;
}

/**
 * quad_importer_set_progress:
 * @self: an importer
 * @cancellable: (nullable): looked at before each row
 * @progress: (nullable): called from the thread that runs
 * @user_data: for @progress
 */
void
quad_importer_set_progress (QuadImporter       *self,
                            GCancellable       *cancellable,
                            QuadImportProgress  progress,
                            gpointer            user_data)
{
  g_set_object (&self->cancellable, cancellable);
  self->progress = progress;
  self->progress_data = user_data;
}

/**
 * quad_importer_stop:
 * @self: an importer that runs in another thread
 *
 * Makes it end as if it had been cancelled.
 */
void
quad_importer_stop (QuadImporter *self)
{
  g_atomic_int_set (&self->stopped, TRUE);
}

/**
 * quad_importer_run:
 * @self: an importer
 * @writer: where to; its database is not in a transaction
 * @entry: (out): the entry in the journal, 0 when nothing changed
 *
 * Imports all rows as one operation. On an error, or when cancelled, nothing was done.
 *
 * Errors: %G_IO_ERROR_CANCELLED, those of the source, and those of the store;
 * %QUAD_ERROR_INVALID_INPUT for a row whose values the book cannot hold.
 */
gboolean
quad_importer_run (QuadImporter             *self,
                   const QuadAccountWriter  *writer,
                   gint64                   *entry,
                   GError                  **error)
{
  const char *name = quad_import_source_get_name (self->source);
  g_autofree char *label = NULL;
  guint n_accounts, n_moves = 0;
  gboolean memory_is_new = FALSE;
  gboolean good;

  self->writer = *writer;
  self->reader = writer->database;
  self->result = (QuadImportResult) { 0 };
  *entry = 0;

  label = quad_book_label_import (name, 0);
  if (!quad_database_begin (writer->database, label, error))
    return FALSE;

  good = take_rows (self, error) && (!self->has_recut || recut (self, &n_moves, error))
         && keep_memory (self, &memory_is_new, error) && !is_cancelled (self, error);
  n_accounts = self->result.created + self->result.updated;
  if (!good || (n_accounts == 0 && n_moves == 0 && !self->rule_is_new && !memory_is_new))
    {
      quad_database_rollback (writer->database);
      return good;
    }

  g_free (label);
  label = quad_book_label_import (name, n_accounts);
  quad_database_set_label (writer->database, label);
  if (!quad_database_commit (writer->database, entry, error))
    {
      quad_database_rollback (writer->database);
      return FALSE;
    }

  return TRUE;
}

static void
complete_preview (QuadImporter      *self,
                  const QuadFigures *before)
{
  const guint counts[QUAD_N_IMPORT_KINDS] = {
    [QUAD_IMPORT_CREATED] = self->result.created,
    [QUAD_IMPORT_UPDATED] = self->result.updated,
    [QUAD_IMPORT_UNCHANGED] = self->result.unchanged,
    [QUAD_IMPORT_DOUBTFUL] = self->result.doubtful,
    [QUAD_IMPORT_LEFT_OUT] = self->result.left_out,
    [QUAD_IMPORT_REJECTED] = self->result.rejected,
  };
  QuadFigures after;

  for (guint i = 0; i < QUAD_N_IMPORT_KINDS; i++)
    quad_import_preview_count (self->preview, (QuadImportKind) i, counts[i]);
  quad_tally_settle (self->tally);
  quad_tally_get_figures (self->tally, &before->cut_off.rule, &after);
  quad_import_preview_set_figures (self->preview, before, &after);
  quad_import_preview_complete (self->preview);
}

/**
 * quad_importer_preview:
 * @self: an importer
 * @database: to read from
 * @today: the day that it would happen on
 * @tally: (transfer full): of the accounts as they are
 * @figures: of the accounts as they are
 *
 * Finds out what quad_importer_run() would do, by the same rules, and writes nothing.
 *
 * Returns: (transfer full) (nullable): what it would do
 */
QuadImportPreview *
quad_importer_preview (QuadImporter       *self,
                       QuadDatabase       *database,
                       QuadDate            today,
                       QuadTally          *tally,
                       const QuadFigures  *figures,
                       GError            **error)
{
  self->writer = (QuadAccountWriter) { .today = today };
  self->reader = database;
  self->result = (QuadImportResult) { 0 };
  self->preview = quad_import_preview_new ();
  self->tally = tally;

  if (!take_rows (self, error))
    return NULL;
  complete_preview (self, figures);
  return g_steal_pointer (&self->preview);
}

/**
 * quad_importer_get_result:
 * @self: an importer
 *
 * Returns: (transfer none): what the run did
 */
const QuadImportResult *
quad_importer_get_result (QuadImporter *self)
{
  return &self->result;
}
