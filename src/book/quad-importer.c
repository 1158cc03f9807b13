/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-book"

#include "quad-importer.h"

#include "quad-book-private.h"
#include "quad-contact.h"
#include "quad-i18n.h"
#include "quad-table.h"
#include "quad-text.h"
#include "quad-touch.h"

/* Rows between two looks at the clock, and the time between two reports of progress. */
#define ROWS_PER_LOOK    128
#define MICROSECONDS_PER_REPORT (G_USEC_PER_SEC / 10)

/* A row of an account's contacts or touches; the id is 0 in a preview of what is not there. */
typedef struct
{
  gint64      id;
  QuadRecord *values;
} Child;

/* An account that can be recognised by its external id. */
typedef struct
{
  gint64            id;           /* 0 in a preview of an account that is not there */
  const QuadRecord *values;       /* as they are now */
  QuadRecord       *own_values;   /* keeps @values, unless the book does */
  GPtrArray        *contacts;     /* Child; NULL until asked for */
  GPtrArray        *touches;
} Known;

/* How one kind of child is recognised and written. */
typedef struct
{
  const QuadTable *table;
  gboolean       (*is_same) (const QuadRecord *a,
                             const QuadRecord *b);
  guint            account_field;
  int              created_field;
  int              changed_field;
} ChildKind;

struct _QuadImporter
{
  /* owned */
  QuadImportSource   *source;
  GHashTable         *known;      /* external id -> Known */
  GCancellable       *cancellable;

  /* borrowed */
  QuadImportProgress  progress;
  gpointer            progress_data;
  QuadDatabase       *reader;

  /* plain */
  QuadAccountWriter   writer;     /* without a database in a preview */
  QuadCutOffRule      recut;
  QuadImportResult    result;
  gint64              reported_at;
  gboolean            has_recut;
  gboolean            rule_is_new;
  int                 stopped;    /* atomic */
};

static void
free_child (gpointer data)
{
  Child *child = data;

  quad_record_free (child->values);
  g_free (child);
}

static void
free_known (gpointer data)
{
  Known *known = data;

  quad_record_free (known->own_values);
  g_clear_pointer (&known->contacts, g_ptr_array_unref);
  g_clear_pointer (&known->touches, g_ptr_array_unref);
  g_free (known);
}

static gboolean
is_preview (QuadImporter *self)
{
  return self->writer.database == NULL;
}

static gboolean
is_empty_field (const QuadRecord *record,
                guint             field)
{
  QuadKind kind = quad_record_get_schema (record)->fields[field].kind;

  return quad_kind_is_text (kind)
           ? quad_text_is_blank (quad_record_get_text (record, field))
           : kind != QUAD_KIND_WORD
             && quad_record_get_number (record, field) == quad_kind_get_empty (kind);
}

/* What a row says about something that is there already: an empty cell says nothing. */
static QuadRecord *
drop_empty_fields (const QuadRecord *record)
{
  QuadRecord *edits = quad_record_copy (record);

  for (guint i = 0; i < quad_record_get_schema (record)->n_fields; i++)
    if (quad_record_has (edits, i) && is_empty_field (edits, i))
      quad_record_unset (edits, i);

  return edits;
}

static void
remember (QuadImporter *self,
          const char   *external_id,
          Known        *known)
{
  g_hash_table_insert (self->known, g_strdup (external_id), known);
}

/* The first of several accounts with the same external id is the one that is meant. */
static void
remember_accounts (QuadImporter *self,
                   QuadItemList *accounts)
{
  for (guint i = 0; i < quad_item_list_get_size (accounts); i++)
    {
      QuadItem *item = quad_item_list_peek (accounts, i);
      const char *external_id = quad_item_get_text (item, QUAD_ACCOUNT_EXTERNAL_ID);
      Known *known;

      if (external_id == NULL || g_hash_table_contains (self->known, external_id))
        continue;

      known = g_new0 (Known, 1);
      known->id = quad_item_get_id (item);
      known->values = quad_item_get_values (item);
      remember (self, external_id, known);
    }
}

static gboolean
is_same_contact (const QuadRecord *a,
                 const QuadRecord *b)
{
  const char *id_a = quad_record_get_text (a, QUAD_CONTACT_EXTERNAL_ID);
  const char *id_b = quad_record_get_text (b, QUAD_CONTACT_EXTERNAL_ID);

  if (id_a != NULL && id_b != NULL)
    return g_strcmp0 (id_a, id_b) == 0;

  return g_strcmp0 (quad_record_get_text (a, QUAD_CONTACT_NAME),
                    quad_record_get_text (b, QUAD_CONTACT_NAME)) == 0;
}

/* A touch has no name and is never edited by a list: the same touch is an equal one. */
static gboolean
is_same_touch (const QuadRecord *a,
               const QuadRecord *b)
{
  return !quad_record_differs (a, b, QUAD_TOUCH_KIND) && !quad_record_differs (a, b, QUAD_TOUCH_DAY)
         && !quad_record_differs (a, b, QUAD_TOUCH_MINUTES)
         && !quad_record_differs (a, b, QUAD_TOUCH_NOTE);
}

static const ChildKind contact_kind = {
  &quad_contact_table,      is_same_contact,         QUAD_CONTACT_ACCOUNT_ID,
  QUAD_CONTACT_CREATED_AT,  QUAD_CONTACT_CHANGED_AT,
};

static const ChildKind touch_kind = {
  &quad_touch_table,    is_same_touch, QUAD_TOUCH_ACCOUNT_ID,
  QUAD_TOUCH_LOGGED_AT, -1,
};

static void
take_child (gint64      id,
            QuadRecord *values,
            gpointer    user_data)
{
  Child *child = g_new (Child, 1);

  child->id = id;
  child->values = values;
  g_ptr_array_add (user_data, child);
}

/* Returns the row as it was written; in a preview, as it would be. */
static QuadRecord *
insert_child (QuadImporter      *self,
              const ChildKind   *kind,
              gint64             account,
              const QuadRecord  *given,
              gint64            *id,
              GError           **error)
{
  g_autoptr (QuadRecord) values = quad_record_copy (given);

  *id = 0;
  if (!quad_record_check (values, error))
    return NULL;

  quad_record_set_number (values, kind->account_field, account);
  quad_record_set_number (values, kind->created_field, self->writer.now);
  if (kind->changed_field >= 0)
    quad_record_set_number (values, kind->changed_field, self->writer.now);

  if (!is_preview (self)
      && !quad_table_insert (kind->table, self->writer.database, values, id, error))
    return NULL;

  return g_steal_pointer (&values);
}

static gboolean
insert_children (QuadImporter     *self,
                 const ChildKind  *kind,
                 gint64            account,
                 GPtrArray        *rows,
                 GError          **error)
{
  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      g_autoptr (QuadRecord) written = NULL;
      gint64 id;

      written = insert_child (self, kind, account, g_ptr_array_index (rows, i), &id, error);
      if (written == NULL)
        return FALSE;
    }

  return TRUE;
}

static Child *
find_child (const ChildKind  *kind,
            GPtrArray        *children,
            const QuadRecord *values)
{
  for (guint i = 0; i < children->len; i++)
    {
      Child *child = g_ptr_array_index (children, i);

      if (kind->is_same (child->values, values))
        return child;
    }

  return NULL;
}

static gboolean
update_child (QuadImporter     *self,
              const ChildKind  *kind,
              Child            *child,
              const QuadRecord *given,
              gboolean         *changed,
              GError          **error)
{
  g_autoptr (QuadRecord) edits = drop_empty_fields (given);
  g_autoptr (QuadRecord) after = quad_record_copy (child->values);
  gboolean differs = FALSE;

  quad_record_unset (edits, kind->account_field);
  quad_record_unset (edits, kind->created_field);
  quad_record_apply (after, edits);
  for (guint i = 0; i < kind->table->schema->n_fields && !differs; i++)
    differs = quad_record_differs (child->values, after, i);
  if (!differs)
    return TRUE;

  *changed = TRUE;
  if (kind->changed_field >= 0)
    quad_record_set_number (after, kind->changed_field, self->writer.now);
  if (!quad_record_check (after, error)
      || (!is_preview (self)
          && !quad_table_update (kind->table, self->writer.database, child->id, after, error)))
    return FALSE;

  quad_record_free (child->values);
  child->values = g_steal_pointer (&after);

  return TRUE;
}

/* Adds to an account that is there what a row says of its contacts or touches. */
static gboolean
merge_children (QuadImporter     *self,
                const ChildKind  *kind,
                const Known      *known,
                GPtrArray       **children,
                GPtrArray        *rows,
                gboolean         *changed,
                GError          **error)
{
  if (rows == NULL || rows->len == 0)
    return TRUE;

  if (*children == NULL)
    {
      *children = g_ptr_array_new_with_free_func (free_child);
      if (known->id != 0
          && !quad_table_load_of_account (kind->table, self->reader, known->id, take_child,
                                          *children, error))
        return FALSE;
    }

  for (guint i = 0; i < rows->len; i++)
    {
      const QuadRecord *given = g_ptr_array_index (rows, i);
      Child *child = find_child (kind, *children, given);
      QuadRecord *written;
      gint64 id;

      if (child != NULL)
        {
          if (!update_child (self, kind, child, given, changed, error))
            return FALSE;
          continue;
        }

      written = insert_child (self, kind, known->id, given, &id, error);
      if (written == NULL)
        return FALSE;
      take_child (id, written, *children);
      *changed = TRUE;
    }

  return TRUE;
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

static gboolean
create_account (QuadImporter   *self,
                QuadImportRow  *row,
                GError        **error)
{
  g_autoptr (QuadRecord) values = NULL;
  const char *external_id;
  gboolean changed = FALSE;
  gint64 id = 0;
  Known *known;

  if (!quad_record_has (row->account, QUAD_ACCOUNT_TIER))
    quad_record_set_number (row->account, QUAD_ACCOUNT_TIER, row->new_tier);
  values = quad_consequences_create (row->account, self->writer.today);

  if (!write_new_account (self, values, &id, error))
    return FALSE;
  self->result.created++;

  external_id = quad_record_get_text (values, QUAD_ACCOUNT_EXTERNAL_ID);
  if (external_id == NULL)
    return insert_children (self, &contact_kind, id, row->contacts, error)
           && insert_children (self, &touch_kind, id, row->touches, error);

  known = g_new0 (Known, 1);
  known->id = id;
  known->values = known->own_values = quad_record_copy (values);
  known->contacts = g_ptr_array_new_with_free_func (free_child);
  known->touches = g_ptr_array_new_with_free_func (free_child);
  remember (self, external_id, known);

  return merge_children (self, &contact_kind, known, &known->contacts, row->contacts, &changed,
                         error)
         && merge_children (self, &touch_kind, known, &known->touches, row->touches, &changed,
                            error);
}

static gboolean
update_account (QuadImporter   *self,
                Known          *known,
                QuadImportRow  *row,
                GError        **error)
{
  g_autoptr (QuadRecord) edits = drop_empty_fields (row->account);
  g_autoptr (QuadRecord) after = quad_record_copy (known->values);
  gboolean changed;

  if (!quad_record_check (edits, error))
    return FALSE;

  quad_consequences_edit (after, edits, self->writer.today);
  changed = quad_consequences_compare (known->values, after) != 0;
  if (changed)
    {
      if (!is_preview (self)
          && !quad_account_writer_update (&self->writer, known->id, known->values, after, error))
        return FALSE;
      quad_record_free (known->own_values);
      known->values = known->own_values = g_steal_pointer (&after);
    }

  if (!merge_children (self, &contact_kind, known, &known->contacts, row->contacts, &changed, error)
      || !merge_children (self, &touch_kind, known, &known->touches, row->touches, &changed, error))
    return FALSE;

  if (changed)
    self->result.updated++;
  else
    self->result.unchanged++;

  return TRUE;
}

static gboolean
take_row (QuadImporter   *self,
          QuadImportRow  *row,
          GError        **error)
{
  const char *external_id = quad_record_get_text (row->account, QUAD_ACCOUNT_EXTERNAL_ID);
  Known *known = external_id != NULL ? g_hash_table_lookup (self->known, external_id) : NULL;
  GError *problem = NULL;
  gboolean good;

  good = known != NULL ? update_account (self, known, row, &problem)
                       : create_account (self, row, &problem);
  if (good)
    return TRUE;

  if (g_error_matches (problem, QUAD_ERROR, QUAD_ERROR_INVALID_INPUT)
      || g_error_matches (problem, QUAD_ERROR, QUAD_ERROR_CONSTRAINT))
    /* Translators: before a sentence that says what is wrong in that row of a file */
    g_prefix_error (&problem, _("Row %u: "), row->row);
  g_propagate_error (error, problem);

  return FALSE;
}

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
  self->progress (quad_import_source_get_fraction (self->source), self->progress_data);
}

static gboolean
take_rows (QuadImporter  *self,
           GError       **error)
{
  QuadImportRow row = { 0 };
  GError *problem = NULL;
  gboolean good = quad_import_source_begin (self->source, &problem);
  guint n = 0;

  while (good && !is_cancelled (self, &problem)
         && quad_import_source_next (self->source, &row, &problem))
    {
      good = take_row (self, &row, &problem);
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

/**
 * quad_importer_new:
 * @accounts: the account list of the book; it and its accounts must stay as they are until the
 *   importer is freed
 * @source: the rows
 *
 * Returns: (transfer full): an importer for one run
 */
QuadImporter *
quad_importer_new (QuadItemList     *accounts,
                   QuadImportSource *source)
{
  QuadImporter *self = g_new0 (QuadImporter, 1);

  self->source = g_object_ref (source);
  self->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_known);
  remember_accounts (self, accounts);

  return self;
}

void
quad_importer_free (QuadImporter *self)
{
  if (self == NULL)
    return;

  g_clear_object (&self->source);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->known, g_hash_table_unref);
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
  gboolean good;

  self->writer = *writer;
  self->reader = writer->database;
  self->result = (QuadImportResult) { 0 };
  *entry = 0;

  label = quad_book_label_import (name, 0);
  if (!quad_database_begin (writer->database, label, error))
    return FALSE;

  good = take_rows (self, error) && (!self->has_recut || recut (self, &n_moves, error))
         && !is_cancelled (self, error);
  n_accounts = self->result.created + self->result.updated;
  if (!good || (n_accounts == 0 && n_moves == 0 && !self->rule_is_new))
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

/**
 * quad_importer_preview:
 * @self: an importer
 * @database: to read from
 * @today: the day that it would happen on
 *
 * Counts what quad_importer_run() would do, by the same rules, and writes nothing.
 */
gboolean
quad_importer_preview (QuadImporter  *self,
                       QuadDatabase  *database,
                       QuadDate       today,
                       GError       **error)
{
  self->writer = (QuadAccountWriter) { .today = today };
  self->reader = database;
  self->result = (QuadImportResult) { 0 };

  return take_rows (self, error);
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
