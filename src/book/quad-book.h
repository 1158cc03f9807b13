/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "quad-account.h"
#include "quad-error.h"
#include "quad-figures.h"
#include "quad-import-preview.h"
#include "quad-item-list.h"
#include "quad-names.h"

G_BEGIN_DECLS

/**
 * QuadBookFlags:
 * @QUAD_BOOK_CREATE: make a new book when there is none
 * @QUAD_BOOK_READ_ONLY: never write; works beside a writer
 * @QUAD_BOOK_IMPORT_ONLY: what an import brings is not loaded, for a program that ends after it
 */
typedef enum
{
  QUAD_BOOK_CREATE      = 1 << 0,
  QUAD_BOOK_READ_ONLY   = 1 << 1,
  QUAD_BOOK_IMPORT_ONLY = 1 << 2,
} QuadBookFlags;

/**
 * QuadHistoryEntry:
 * @id: of the journal entry
 * @label: what was done, in words
 * @time: seconds since 1970, UTC
 * @undone: taken back, and can be done again
 */
typedef struct
{
  gint64    id;
  char     *label;
  gint64    time;
  gboolean  undone;
} QuadHistoryEntry;

void          quad_history_entry_free     (QuadHistoryEntry     *entry);

/* Of accounts in a box: beyond it a limit says nothing. */
#define QUAD_BOOK_HIGHEST_LIMIT 9999

#define QUAD_TYPE_BOOK (quad_book_get_type ())
G_DECLARE_FINAL_TYPE (QuadBook, quad_book, QUAD, BOOK, GObject)

char               *quad_book_get_default_path  (void);
QuadBook           *quad_book_open              (const char           *path,
                                                 QuadBookFlags         flags,
                                                 GError              **error);
void                quad_book_close             (QuadBook             *self);
gboolean            quad_book_check             (QuadBook             *self,
                                                 GError              **error);

/* What is in it. Properties: path, read-only, can-undo, can-redo, undo-label, redo-label. The
 * signal "changed" follows each operation, undo and redo once, when all of it is in, and the
 * beginning of a day. */
const char         *quad_book_get_path          (QuadBook             *self);
char               *quad_book_dup_name          (QuadBook             *self);
gboolean            quad_book_is_read_only      (QuadBook             *self);
gboolean            quad_book_has_moved         (QuadBook             *self);
QuadNames          *quad_book_get_names         (QuadBook             *self);
QuadItemList       *quad_book_get_accounts      (QuadBook             *self);
GPtrArray          *quad_book_find_accounts     (QuadBook             *self,
                                                 const char           *text);
GPtrArray          *quad_book_load_contacts     (QuadBook             *self,
                                                 QuadAccount          *account,
                                                 GError              **error);
GPtrArray          *quad_book_load_touches      (QuadBook             *self,
                                                 QuadAccount          *account,
                                                 GError              **error);
GPtrArray          *quad_book_load_events       (QuadBook             *self,
                                                 QuadAccount          *account,
                                                 GError              **error);
const QuadCurrency *quad_book_get_currency      (QuadBook             *self);
void                quad_book_get_cut_off_rule  (QuadBook             *self,
                                                 QuadCutOffRule       *rule);
const guint        *quad_book_get_limits        (QuadBook             *self);
const guint        *quad_book_get_rhythm        (QuadBook             *self);
const QuadFigures  *quad_book_get_figures       (QuadBook             *self);
QuadDate            quad_book_get_last_review   (QuadBook             *self);
QuadDate            quad_book_get_today         (QuadBook             *self);
QuadDate            quad_book_get_fixed_today   (QuadBook             *self);
void                quad_book_set_today         (QuadBook             *self,
                                                 QuadDate              today);
void                quad_book_notice_day        (QuadBook             *self);

/* Operations: each one transaction, one entry in the history, undoable. "accounts" are arrays of
 * #QuadAccount of this book. */
QuadAccount        *quad_book_create_account    (QuadBook             *self,
                                                 const QuadRecord     *values,
                                                 GError              **error);
gboolean            quad_book_edit_accounts     (QuadBook             *self,
                                                 GPtrArray            *accounts,
                                                 const QuadRecord     *edits,
                                                 GError              **error);
gboolean            quad_book_delete_accounts   (QuadBook             *self,
                                                 GPtrArray            *accounts,
                                                 GError              **error);
gboolean            quad_book_move_accounts     (QuadBook             *self,
                                                 GPtrArray            *accounts,
                                                 QuadTier              tier,
                                                 GError              **error);
gboolean            quad_book_set_profile       (QuadBook             *self,
                                                 GPtrArray            *accounts,
                                                 QuadProfile           profile,
                                                 GError              **error);
gboolean            quad_book_place_accounts    (QuadBook             *self,
                                                 GPtrArray            *accounts,
                                                 QuadProfile           profile,
                                                 GError              **error);
gboolean            quad_book_recut             (QuadBook             *self,
                                                 const QuadCutOffRule *rule,
                                                 GError              **error);
gboolean            quad_book_review            (QuadBook             *self,
                                                 GError              **error);
gboolean            quad_book_set_limits        (QuadBook             *self,
                                                 const guint          *limits,
                                                 GError              **error);
gboolean            quad_book_set_rhythm        (QuadBook             *self,
                                                 const guint          *rhythm,
                                                 GError              **error);
gboolean            quad_book_import            (QuadBook             *self,
                                                 QuadImportSource     *source,
                                                 const QuadImportOptions *options,
                                                 const QuadCutOffRule *recut,
                                                 GCancellable         *cancellable,
                                                 QuadImportProgress    progress,
                                                 gpointer              user_data,
                                                 QuadImportResult     *result,
                                                 GError              **error);
/* What quad_book_import() would do, found out the same way; writes nothing, so that it works on a
 * read-only book beside a writer too. */
QuadImportPreview  *quad_book_preview_import    (QuadBook             *self,
                                                 QuadImportSource     *source,
                                                 const QuadImportOptions *options,
                                                 GCancellable         *cancellable,
                                                 QuadImportProgress    progress,
                                                 gpointer              user_data,
                                                 GError              **error);
void                quad_book_preview_import_async
                                                (QuadBook             *self,
                                                 QuadImportSource     *source,
                                                 const QuadImportOptions *options,
                                                 GCancellable         *cancellable,
                                                 QuadImportProgress    progress,
                                                 gpointer              progress_data,
                                                 GAsyncReadyCallback   callback,
                                                 gpointer              user_data);
QuadImportPreview  *quad_book_preview_import_finish
                                                (QuadBook             *self,
                                                 GAsyncResult         *result,
                                                 GError              **error);
void                quad_book_import_async      (QuadBook             *self,
                                                 QuadImportSource     *source,
                                                 const QuadImportOptions *options,
                                                 const QuadCutOffRule *recut,
                                                 GCancellable         *cancellable,
                                                 QuadImportProgress    progress,
                                                 gpointer              progress_data,
                                                 GAsyncReadyCallback   callback,
                                                 gpointer              user_data);
/* What imports of the past keep for lists of the same kind: texts that exchange/ understands. */
GPtrArray          *quad_book_load_import_memories
                                                (QuadBook             *self,
                                                 GError              **error);
gboolean            quad_book_move_import_memory
                                                (QuadBook             *self,
                                                 const char           *label,
                                                 const char           *from,
                                                 const char           *to,
                                                 const char           *memory,
                                                 GError              **error);
gboolean            quad_book_import_finish     (QuadBook             *self,
                                                 GAsyncResult         *result,
                                                 QuadImportResult     *counts,
                                                 GError              **error);

/* History */
gboolean            quad_book_undo              (QuadBook             *self,
                                                 GError              **error);
gboolean            quad_book_redo              (QuadBook             *self,
                                                 GError              **error);
gboolean            quad_book_undo_entry        (QuadBook             *self,
                                                 gint64                entry,
                                                 GPtrArray           **spared,
                                                 GError              **error);
gboolean            quad_book_join_history      (QuadBook             *self,
                                                 guint                 n_entries,
                                                 GError              **error);
const char         *quad_book_get_undo_label    (QuadBook             *self);
const char         *quad_book_get_redo_label    (QuadBook             *self);
GPtrArray          *quad_book_load_history      (QuadBook             *self,
                                                 guint                 most,
                                                 GError              **error);

G_END_DECLS
