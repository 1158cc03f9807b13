/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-import-draft"

#include "quad-import-draft-private.h"

#include "quad-import-mapping.h"

typedef enum
{
  PROP_WORKING = 1,
} Property;

static GParamSpec *properties[PROP_WORKING + 1];

enum
{
  SIGNAL_READ,
  SIGNAL_PREVIEWED,
  SIGNAL_IMPORTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (QuadImportDraft, quad_import_draft, G_TYPE_OBJECT)

static void go_on (QuadImportDraft *self);

static void
begin_work (QuadImportDraft *self,
            QuadImportWork   work)
{
  self->work = work;
  g_atomic_int_set (&self->permille, 0);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WORKING]);
}

/* Returns: whether somebody still wants to hear of what was done */
static gboolean
end_work (QuadImportDraft *self)
{
  self->work = QUAD_IMPORT_WORK_NONE;
  if (self->stopped)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WORKING]);
  return !self->stopped;
}

static void
forget_previews (QuadImportDraft *self)
{
  g_clear_object (&self->previews[FALSE]);
  g_clear_object (&self->previews[TRUE]);
}

/* Amounts of clients without a tier say which of them are key accounts. */
static void
propose_recut (QuadImportDraft *self)
{
  if (self->recut_decided)
    return;
  self->recut = quad_import_draft_get_as (self) == QUAD_IMPORT_AS_CLIENTS
                && quad_import_draft_has_target (self, "revenue")
                && !quad_import_draft_has_target (self, "tier");
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  QuadImportDraft *self = QUAD_IMPORT_DRAFT (source);
  QuadImportReading *reading = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  const gboolean good = g_task_propagate_boolean (G_TASK (result), &error);
  const gboolean cancelled = g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);

  if (reading->mapping != NULL)
    quad_import_draft_set_mapping (self, reading->mapping);
  if (!end_work (self))
    return;
  /* Another reading comes after this one. */
  if (!good && cancelled && self->wanted == QUAD_IMPORT_WORK_READ)
    {
      go_on (self);
      return;
    }

  g_clear_pointer (&self->samples, g_ptr_array_unref);
  self->samples = g_steal_pointer (&reading->samples);
  g_clear_error (&self->error);
  self->error = g_steal_pointer (&error);
  if (good)
    propose_recut (self);
  g_signal_emit (self, signals[SIGNAL_READ], 0);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WORKING]);
  go_on (self);
}

static void
start_reading (QuadImportDraft *self)
{
  g_autoptr (GTask) task = NULL;
  QuadImportReading *reading;

  forget_previews (self);
  /* Without what was remembered the list can still be read. */
  reading = quad_import_reading_new (g_steal_pointer (&self->edits),
                                     self->session == NULL
                                       ? quad_book_load_import_memories (self->book, NULL) : NULL);
  self->edits = g_ptr_array_new_with_free_func (quad_import_edit_free);
  begin_work (self, QUAD_IMPORT_WORK_READ);
  task = g_task_new (self, self->cancellable, read_cb, NULL);
  g_task_set_source_tag (task, start_reading);
  g_task_set_task_data (task, reading, quad_import_reading_free);
  g_task_set_check_cancellable (task, FALSE);
  g_task_run_in_thread (task, quad_import_draft_run_reading);
}

static void
preview_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (QuadImportDraft) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (QuadImportPreview) preview =
    quad_book_preview_import_finish (QUAD_BOOK (source), result, &error);

  if (!end_work (self))
    return;
  if (preview == NULL && g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)
      && self->wanted != QUAD_IMPORT_WORK_NONE)
    {
      go_on (self);
      return;
    }

  g_clear_error (&self->error);
  self->error = g_steal_pointer (&error);
  if (preview != NULL)
    {
      quad_import_session_complete_preview (self->session, preview);
      g_set_object (&self->previews[self->has_decisions], preview);
    }
  g_signal_emit (self, signals[SIGNAL_PREVIEWED], 0);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WORKING]);
  go_on (self);
}

/* While no thread has the session. */
static void
apply_source (QuadImportDraft *self)
{
  if (self->source != NULL)
    quad_import_session_set_source (self->session, self->source);
}

static void
start_preview (QuadImportDraft *self)
{
  g_autoptr (QuadImportOptions) options = quad_import_options_copy (self->options);

  apply_source (self);
  self->has_decisions = self->wants_decisions;
  if (!self->has_decisions)
    quad_import_options_forget_decisions (options);
  begin_work (self, QUAD_IMPORT_WORK_PREVIEW);
  quad_book_preview_import_async (self->book, QUAD_IMPORT_SOURCE (self->session), options,
                                  self->cancellable, quad_import_draft_report, self,
                                  preview_cb, g_object_ref (self));
}

/* Starts what was asked for while something else went on. */
static void
go_on (QuadImportDraft *self)
{
  const QuadImportWork wanted = self->wanted;

  if (self->work != QUAD_IMPORT_WORK_NONE || self->stopped)
    return;
  self->wanted = QUAD_IMPORT_WORK_NONE;
  if (wanted == QUAD_IMPORT_WORK_READ || self->edits->len > 0)
    start_reading (self);
  else if (wanted == QUAD_IMPORT_WORK_PREVIEW && self->session != NULL)
    start_preview (self);
}

static void
want (QuadImportDraft *self,
      QuadImportWork   work)
{
  if (self->work == QUAD_IMPORT_WORK_IMPORT)
    return;
  if (self->wanted != QUAD_IMPORT_WORK_READ)
    self->wanted = work;
  if (self->work != QUAD_IMPORT_WORK_NONE
      && (work == QUAD_IMPORT_WORK_READ || self->work == QUAD_IMPORT_WORK_PREVIEW))
    g_cancellable_cancel (self->cancellable);
  go_on (self);
}

static void
import_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (QuadImportDraft) self = user_data;
  g_autoptr (GError) error = NULL;

  quad_book_import_finish (QUAD_BOOK (source), result, &self->result, &error);
  g_clear_error (&self->error);
  self->error = g_steal_pointer (&error);
  if (!end_work (self))
    return;
  g_signal_emit (self, signals[SIGNAL_IMPORTED], 0);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WORKING]);
}

static void
quad_import_draft_dispose (GObject *object)
{
  QuadImportDraft *self = QUAD_IMPORT_DRAFT (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  forget_previews (self);
  g_clear_object (&self->session);
  g_clear_object (&self->book);

  G_OBJECT_CLASS (quad_import_draft_parent_class)->dispose (object);
}

static void
quad_import_draft_finalize (GObject *object)
{
  QuadImportDraft *self = QUAD_IMPORT_DRAFT (object);

  quad_import_options_free (self->options);
  g_clear_pointer (&self->samples, g_ptr_array_unref);
  g_ptr_array_unref (self->edits);
  g_clear_error (&self->error);
  g_free (self->path);
  g_free (self->text);
  g_free (self->name);
  g_free (self->mapping);
  g_free (self->source);

  G_OBJECT_CLASS (quad_import_draft_parent_class)->finalize (object);
}

static void
quad_import_draft_get_property (GObject    *object,
                                guint       id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  QuadImportDraft *self = QUAD_IMPORT_DRAFT (object);

  switch ((Property) id)
    {
    case PROP_WORKING:
      g_value_set_boolean (value, self->work != QUAD_IMPORT_WORK_NONE);
      break;
    }
}

static void
quad_import_draft_class_init (QuadImportDraftClass *klass)
{
  static const char *const names[N_SIGNALS] = { "read", "previewed", "imported" };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = quad_import_draft_dispose;
  object_class->finalize = quad_import_draft_finalize;
  object_class->get_property = quad_import_draft_get_property;

  properties[PROP_WORKING] =
    g_param_spec_boolean ("working", NULL, NULL, FALSE,
                          G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  for (guint i = 0; i < N_SIGNALS; i++)
    signals[i] = g_signal_new (names[i], G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                               NULL, NULL, G_TYPE_NONE, 0);
}

static void
quad_import_draft_init (QuadImportDraft *self)
{
  self->options = quad_import_options_new ();
  self->edits = g_ptr_array_new_with_free_func (quad_import_edit_free);
}

/**
 * quad_import_draft_new:
 * @path: of the list
 *
 * Returns: (transfer full): a draft that has not begun to read
 */
QuadImportDraft *
quad_import_draft_new (QuadBook   *book,
                       const char *path)
{
  QuadImportDraft *self = g_object_new (QUAD_TYPE_IMPORT_DRAFT, NULL);

  self->book = g_object_ref (book);
  self->path = g_strdup (path);
  self->name = g_filename_display_basename (path);
  return self;
}

/**
 * quad_import_draft_new_for_text:
 * @name: what the list is called
 * @text: a table as spreadsheets copy it
 *
 * Returns: (transfer full): a draft that has not begun to read
 */
QuadImportDraft *
quad_import_draft_new_for_text (QuadBook   *book,
                                const char *name,
                                const char *text)
{
  QuadImportDraft *self = g_object_new (QUAD_TYPE_IMPORT_DRAFT, NULL);

  self->book = g_object_ref (book);
  self->text = g_strdup (text);
  self->name = g_strdup (name);
  return self;
}

/**
 * quad_import_draft_read:
 *
 * Begins: opens the list, proposes what was decided about such a list before, and judges its rows.
 */
void
quad_import_draft_read (QuadImportDraft *self)
{
  g_return_if_fail (QUAD_IS_IMPORT_DRAFT (self));

  want (self, QUAD_IMPORT_WORK_READ);
}

/**
 * quad_import_draft_change:
 * @subject: (nullable): what is decided about; see #QuadImportChange
 * @value: (nullable): what is decided
 * @number: what is decided
 *
 * Decides about the list, which is read anew.
 */
void
quad_import_draft_change (QuadImportDraft  *self,
                          QuadImportChange  change,
                          const char       *subject,
                          const char       *value,
                          int               number)
{
  QuadImportEdit *entry;

  g_return_if_fail (QUAD_IS_IMPORT_DRAFT (self));

  entry = g_new0 (QuadImportEdit, 1);
  entry->change = change;
  entry->subject = g_strdup (subject);
  entry->value = g_strdup (value);
  entry->number = number;
  g_ptr_array_add (self->edits, entry);
  want (self, QUAD_IMPORT_WORK_READ);
}

/**
 * quad_import_draft_preview:
 * @with_decisions: whether what was decided about single rows counts
 *
 * Finds out what the import would do.
 */
void
quad_import_draft_preview (QuadImportDraft *self,
                           gboolean         with_decisions)
{
  g_return_if_fail (QUAD_IS_IMPORT_DRAFT (self));

  self->wants_decisions = with_decisions;
  want (self, QUAD_IMPORT_WORK_PREVIEW);
}

/**
 * quad_import_draft_import:
 *
 * Puts the list into the book, and what was decided about it, as one operation. Only while the
 * draft is not working.
 */
void
quad_import_draft_import (QuadImportDraft *self)
{
  QuadItemList *accounts = quad_book_get_accounts (self->book);
  QuadCutOffRule rule;

  g_return_if_fail (QUAD_IS_IMPORT_DRAFT (self) && self->work == QUAD_IMPORT_WORK_NONE);

  self->newest_before = 0;
  for (guint i = 0; i < quad_item_list_get_size (accounts); i++)
    self->newest_before = MAX (self->newest_before,
                               quad_account_get_id (quad_item_list_peek (accounts, i)));
  apply_source (self);
  quad_import_mapping_remember (self->session, self->options, self->mapping, TRUE);
  quad_book_get_cut_off_rule (self->book, &rule);
  begin_work (self, QUAD_IMPORT_WORK_IMPORT);
  quad_book_import_async (self->book, QUAD_IMPORT_SOURCE (self->session), self->options,
                          self->recut ? &rule : NULL, self->cancellable,
                          quad_import_draft_report, self, import_cb, g_object_ref (self));
}

/**
 * quad_import_draft_cancel:
 *
 * Ends the work that goes on as soon as may be. A cancelled import has done nothing.
 */
void
quad_import_draft_cancel (QuadImportDraft *self)
{
  g_return_if_fail (QUAD_IS_IMPORT_DRAFT (self));

  if (self->work != QUAD_IMPORT_WORK_NONE)
    g_cancellable_cancel (self->cancellable);
}

/**
 * quad_import_draft_stop:
 *
 * Cancels everything, for good. "working" tells when no thread is left.
 */
void
quad_import_draft_stop (QuadImportDraft *self)
{
  g_return_if_fail (QUAD_IS_IMPORT_DRAFT (self));

  self->stopped = TRUE;
  quad_import_draft_cancel (self);
}
