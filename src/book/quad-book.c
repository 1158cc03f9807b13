/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-book"

#include "quad-book-private.h"

#include <string.h>

#include "quad-i18n.h"
#include "quad-journal.h"
#include "quad-planned-move.h"
#include "quad-play.h"
#include "quad-profile-text.h"
#include "quad-trait.h"

/**
 * QuadBook:
 *
 * One open book: the store, the account list over it, the history and the figures. It is the only
 * writer: every change of a book is one of its operations, and each operation is one transaction
 * with one entry in the history. The store is written first; only then the objects change and
 * notify, all of them before the first listener runs. An operation that fails leaves store and
 * memory as they were.
 *
 * Belongs to the application or the command line; main thread only.
 */

enum
{
  PROP_PATH = 1,
  PROP_READ_ONLY,
  PROP_CAN_UNDO,
  PROP_CAN_REDO,
  PROP_UNDO_LABEL,
  PROP_REDO_LABEL,
  N_PROPS
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (QuadBook, quad_book, G_TYPE_OBJECT)

static void
take_label (QuadBook  *self,
            char     **label,
            char      *value,
            int        label_property,
            int        can_property)
{
  gboolean could = *label != NULL;

  if (g_strcmp0 (*label, value) == 0)
    {
      g_free (value);
      return;
    }

  g_free (*label);
  *label = value;
  g_object_notify_by_pspec (G_OBJECT (self), properties[label_property]);
  if (could != (value != NULL))
    g_object_notify_by_pspec (G_OBJECT (self), properties[can_property]);
}

static void
quad_book_dispose (GObject *object)
{
  quad_book_close (QUAD_BOOK (object));

  G_OBJECT_CLASS (quad_book_parent_class)->dispose (object);
}

static void
quad_book_finalize (GObject *object)
{
  QuadBook *self = QUAD_BOOK (object);

  g_clear_object (&self->accounts);
  g_clear_object (&self->traits);
  g_clear_object (&self->plays);
  g_clear_object (&self->profile_texts);
  g_clear_object (&self->plan);
  g_clear_object (&self->names);
  g_clear_pointer (&self->plan_index, g_hash_table_unref);
  g_ptr_array_unref (self->reached);
  g_clear_pointer (&self->play_set, quad_play_set_free);
  g_clear_pointer (&self->tally, quad_tally_free);
  g_free (self->path);
  g_free (self->undo_label);
  g_free (self->redo_label);

  G_OBJECT_CLASS (quad_book_parent_class)->finalize (object);
}

static void
quad_book_get_property (GObject    *object,
                        guint       prop_id,
                        GValue     *value,
                        GParamSpec *pspec)
{
  QuadBook *self = QUAD_BOOK (object);

  switch (prop_id)
    {
    case PROP_PATH:
      g_value_set_string (value, self->path);
      break;
    case PROP_READ_ONLY:
      g_value_set_boolean (value, quad_book_is_read_only (self));
      break;
    case PROP_CAN_UNDO:
      g_value_set_boolean (value, self->undo_label != NULL);
      break;
    case PROP_CAN_REDO:
      g_value_set_boolean (value, self->redo_label != NULL);
      break;
    case PROP_UNDO_LABEL:
      g_value_set_string (value, self->undo_label);
      break;
    case PROP_REDO_LABEL:
      g_value_set_string (value, self->redo_label);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
quad_book_class_init (QuadBookClass *klass)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = quad_book_dispose;
  object_class->finalize = quad_book_finalize;
  object_class->get_property = quad_book_get_property;

  properties[PROP_PATH] = g_param_spec_string ("path", NULL, NULL, NULL, flags);
  properties[PROP_READ_ONLY] = g_param_spec_boolean ("read-only", NULL, NULL, FALSE, flags);
  properties[PROP_CAN_UNDO] = g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, flags);
  properties[PROP_CAN_REDO] = g_param_spec_boolean ("can-redo", NULL, NULL, FALSE, flags);
  properties[PROP_UNDO_LABEL] = g_param_spec_string ("undo-label", NULL, NULL, NULL, flags);
  properties[PROP_REDO_LABEL] = g_param_spec_string ("redo-label", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * QuadBook::changed:
   *
   * Emitted once after each operation, undo or redo, when list, figures and history are all up to
   * date: what sums up the whole book follows it. Also when another day begins.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", QUAD_TYPE_BOOK, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
quad_book_init (QuadBook *self)
{
  self->accounts = quad_item_list_new (QUAD_TYPE_ACCOUNT);
  self->traits = quad_item_list_new (QUAD_TYPE_TRAIT);
  self->plays = quad_item_list_new (QUAD_TYPE_PLAY);
  self->profile_texts = quad_item_list_new (QUAD_TYPE_PROFILE_TEXT);
  self->names = quad_names_new ();
  self->plan = quad_item_list_new (QUAD_TYPE_PLANNED_MOVE);
  self->reached = g_ptr_array_new_with_free_func (g_object_unref);
  self->rule = (QuadCutOffRule) QUAD_CUT_OFF_RULE_DEFAULT;
  quad_currency_from_code ("EUR", &self->currency);
}

/* Takes what a look at the journal found: nothing there is no failure. */
static char *
take_entry_label (QuadJournalEntry  *entry,
                  GError           **problem)
{
  char *label = NULL;

  if (entry != NULL)
    label = g_steal_pointer (&entry->label);
  else if (g_error_matches (*problem, QUAD_ERROR, QUAD_ERROR_NOT_FOUND))
    g_clear_error (problem);
  quad_journal_entry_free (entry);

  return label;
}

/* What is undone and redone next. */
gboolean
quad_book_load_history_state (QuadBook  *self,
                              GError   **error)
{
  GError *problem = NULL;
  char *undo = NULL, *redo = NULL;

  if (!quad_book_is_read_only (self))
    {
      undo = take_entry_label (quad_journal_peek_undo (self->database, &problem), &problem);
      if (problem == NULL)
        redo = take_entry_label (quad_journal_peek_redo (self->database, &problem), &problem);
    }

  g_object_freeze_notify (G_OBJECT (self));
  take_label (self, &self->undo_label, undo, PROP_UNDO_LABEL, PROP_CAN_UNDO);
  take_label (self, &self->redo_label, redo, PROP_REDO_LABEL, PROP_CAN_REDO);
  g_object_thaw_notify (G_OBJECT (self));

  if (problem != NULL)
    {
      g_propagate_error (error, problem);
      return FALSE;
    }

  return TRUE;
}

void
quad_book_emit_changed (QuadBook *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* Whether an operation may begin; also the place where a failed refresh is made good. */
gboolean
quad_book_check_writable (QuadBook  *self,
                          GError   **error)
{
  g_return_val_if_fail (self->database != NULL, FALSE);

  if (self->job != NULL)
    {
      g_set_error_literal (error, QUAD_ERROR, QUAD_ERROR_BUSY,
                           _("An import is still running. Wait until it is done, or cancel it."));
      return FALSE;
    }
  if (quad_book_is_read_only (self))
    {
      g_set_error (error, QUAD_ERROR, QUAD_ERROR_READ_ONLY,
                   _("“%s” is open for reading only, so it cannot be changed."), self->path);
      return FALSE;
    }

  g_ptr_array_set_size (self->reached, 0);

  return !self->stale || quad_book_load (self, error);
}

gboolean
quad_book_begin (QuadBook    *self,
                 const char  *label,
                 GError     **error)
{
  return quad_database_begin (self->database, label, error);
}

/* Ends what quad_book_begin() began: @good is whether every write went well. */
gboolean
quad_book_end (QuadBook  *self,
               gboolean   good,
               GError   **error)
{
  gint64 entry = 0;

  if (!good || !quad_database_commit (self->database, &entry, error))
    {
      quad_database_rollback (self->database);
      return FALSE;
    }

  return entry == 0 || quad_book_refresh (self, entry, error);
}

void
quad_book_get_writer (QuadBook          *self,
                      QuadDatabase      *database,
                      QuadAccountWriter *writer)
{
  writer->database = database;
  writer->today = quad_book_get_today (self);
  writer->now = quad_time_now ();
  if (self->play_set == NULL)
    self->play_set = quad_play_set_new (self->plays);
  writer->plays = self->play_set;
  writer->reason = NULL;
}

/**
 * quad_book_get_default_path:
 *
 * Returns: (transfer full): the book that is opened when none is named, in the user's data folder
 */
char *
quad_book_get_default_path (void)
{
  return g_build_filename (g_get_user_data_dir (), "quadrille", "book.quadrille", NULL);
}

/**
 * quad_book_open:
 * @path: (nullable): the file, %NULL for the default book
 * @flags: how
 *
 * Opens a book and loads its account list.
 *
 * Returns: (transfer full) (nullable): the book
 *
 * Errors: those of opening the store, each a sentence with the path and what to do.
 */
QuadBook *
quad_book_open (const char     *path,
                QuadBookFlags   flags,
                GError        **error)
{
  g_autoptr (QuadBook) self = NULL;
  g_autofree char *default_path = NULL;
  QuadDatabaseFlags how = QUAD_DATABASE_DEFAULT;

  if (path == NULL)
    path = default_path = quad_book_get_default_path ();
  if ((flags & QUAD_BOOK_CREATE) != 0)
    how |= QUAD_DATABASE_CREATE;
  if ((flags & QUAD_BOOK_READ_ONLY) != 0)
    how |= QUAD_DATABASE_READ_ONLY;

  self = g_object_new (QUAD_TYPE_BOOK, NULL);
  self->import_only = (flags & QUAD_BOOK_IMPORT_ONLY) != 0;
  self->database = quad_database_open (path, how, error);
  if (self->database == NULL)
    return NULL;

  self->path = g_strdup (quad_database_get_path (self->database));
  if (quad_database_is_new (self->database) && !quad_book_init_settings (self, error))
    return NULL;
  if (!quad_book_load (self, error) || !quad_database_verify (self->database, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * quad_book_close:
 * @self: a book
 *
 * Closes the file; an import that still runs ends first, without a trace. What was loaded can still
 * be looked at; nothing can be done with it any more.
 */
void
quad_book_close (QuadBook *self)
{
  g_return_if_fail (QUAD_IS_BOOK (self));

  if (self->database == NULL)
    return;

  quad_book_stop_import (self);
  quad_book_stop_backup (self);
  quad_database_close (self->database);
  g_clear_object (&self->database);
}

/**
 * quad_book_check:
 * @self: an open book
 *
 * Reads the whole file and looks for damage.
 *
 * Errors: %QUAD_ERROR_CORRUPT when some was found.
 */
gboolean
quad_book_check (QuadBook  *self,
                 GError   **error)
{
  g_return_val_if_fail (QUAD_IS_BOOK (self), FALSE);
  g_return_val_if_fail (self->database != NULL, FALSE);

  return quad_database_check (self->database, error);
}

/**
 * quad_book_get_path:
 * @self: a book
 *
 * Returns: (transfer none): the file it is in
 */
const char *
quad_book_get_path (QuadBook *self)
{
  g_return_val_if_fail (QUAD_IS_BOOK (self), NULL);

  return self->path;
}

/**
 * quad_book_dup_name:
 * @self: a book
 *
 * Returns: (transfer full): the book as a person calls it: by its file, without the ending
 */
char *
quad_book_dup_name (QuadBook *self)
{
  char *name, *dot;

  g_return_val_if_fail (QUAD_IS_BOOK (self), NULL);

  name = g_filename_display_basename (self->path);
  dot = strrchr (name, '.');
  if (dot != NULL && dot != name)
    *dot = '\0';

  return name;
}

/**
 * quad_book_is_read_only:
 * @self: a book
 *
 * Returns: whether it can only be looked at
 */
gboolean
quad_book_is_read_only (QuadBook *self)
{
  g_return_val_if_fail (QUAD_IS_BOOK (self), TRUE);

  return self->database == NULL || quad_database_is_read_only (self->database);
}

/**
 * quad_book_has_moved:
 * @self: a book
 *
 * Returns: whether somebody moved, replaced or deleted its file since it was opened, so that it can
 *   not be opened again at its path
 */
gboolean
quad_book_has_moved (QuadBook *self)
{
  g_return_val_if_fail (QUAD_IS_BOOK (self), FALSE);

  return self->database != NULL && quad_database_has_moved (self->database);
}

/**
 * quad_book_get_names:
 * @self: a book
 *
 * Returns: (transfer none): what its profiles and tiers are called, the same object all the time
 */
QuadNames *
quad_book_get_names (QuadBook *self)
{
  g_return_val_if_fail (QUAD_IS_BOOK (self), NULL);

  return self->names;
}

/**
 * quad_book_get_accounts:
 * @self: a book
 *
 * Returns: (transfer none): all accounts, one #QuadAccount per row, the same list all the time
 */
QuadItemList *
quad_book_get_accounts (QuadBook *self)
{
  g_return_val_if_fail (QUAD_IS_BOOK (self), NULL);

  return self->accounts;
}

/**
 * quad_book_get_figures:
 * @self: a book
 *
 * Returns: (transfer none): the numbers of the list as it is now; valid until the next operation
 */
const QuadFigures *
quad_book_get_figures (QuadBook *self)
{
  g_return_val_if_fail (QUAD_IS_BOOK (self), NULL);

  if (!self->figures_known)
    {
      if (self->tally == NULL)
        self->tally = quad_tally_new (self->accounts);
      quad_tally_get_figures (self->tally, &self->rule, &self->figures);
      self->figures_known = TRUE;
    }

  return &self->figures;
}

/**
 * quad_book_get_today:
 * @self: a book
 *
 * Returns: the day that operations happen on
 */
QuadDate
quad_book_get_today (QuadBook *self)
{
  g_return_val_if_fail (QUAD_IS_BOOK (self), QUAD_DATE_NONE);

  return self->fixed_today != QUAD_DATE_NONE ? self->fixed_today : quad_date_today ();
}

/**
 * quad_book_get_fixed_today:
 * @self: a book
 *
 * Returns: the day that quad_book_set_today() fixed, or %QUAD_DATE_NONE
 */
QuadDate
quad_book_get_fixed_today (QuadBook *self)
{
  g_return_val_if_fail (QUAD_IS_BOOK (self), QUAD_DATE_NONE);

  return self->fixed_today;
}

/**
 * quad_book_set_today:
 * @self: a book
 * @today: a day, or %QUAD_DATE_NONE for the clock's
 *
 * Fixes the day, for tests and samples.
 */
void
quad_book_set_today (QuadBook *self,
                     QuadDate  today)
{
  g_return_if_fail (QUAD_IS_BOOK (self));

  self->fixed_today = today;
}

/**
 * quad_book_notice_day:
 * @self: a book
 *
 * Emits #QuadBook::changed, for what is shown depends on the day. To be called when another day has
 * begun.
 */
void
quad_book_notice_day (QuadBook *self)
{
  g_return_if_fail (QUAD_IS_BOOK (self));

  quad_book_emit_changed (self);
}

/**
 * quad_book_get_undo_label:
 * @self: a book
 *
 * Returns: (transfer none) (nullable): what quad_book_undo() takes back
 */
const char *
quad_book_get_undo_label (QuadBook *self)
{
  g_return_val_if_fail (QUAD_IS_BOOK (self), NULL);

  return self->undo_label;
}

/**
 * quad_book_get_redo_label:
 * @self: a book
 *
 * Returns: (transfer none) (nullable): what quad_book_redo() does again
 */
const char *
quad_book_get_redo_label (QuadBook *self)
{
  g_return_val_if_fail (QUAD_IS_BOOK (self), NULL);

  return self->redo_label;
}
