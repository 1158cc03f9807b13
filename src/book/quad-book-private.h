/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quad-account-writer.h"
#include "quad-book.h"
#include "quad-consequences.h"
#include "quad-database.h"
#include "quad-fit.h"
#include "quad-play-set.h"
#include "quad-table.h"
#include "quad-tally.h"

G_BEGIN_DECLS

/* What the files of the book share. An operation plans its writes from memory, then runs
 *
 *   begin -> rows through the tables -> end
 *
 * and end commits, asks the journal which rows were touched and refreshes exactly those objects. */

/* From so many rows on, reading the whole table costs less than reading them one by one; unless
 * they are a small part of it. */
#define ROWS_WORTH_ALL 1000

typedef struct _QuadImportJob QuadImportJob;
typedef struct _QuadBackupJob QuadBackupJob;

struct _QuadBook
{
  GObject         parent_instance;

  /* owned */
  QuadDatabase   *database;       /* NULL once closed */
  QuadItemList   *accounts;
  QuadItemList   *traits;
  QuadItemList   *plays;
  QuadItemList   *profile_texts;
  QuadItemList   *plan;
  GHashTable     *plan_index;     /* planned moves by account; NULL until asked for */
  GPtrArray      *reached;        /* accounts that are now where they were to go */
  QuadTally      *tally;          /* of the accounts; NULL until asked for */
  QuadNames      *names;          /* of profiles and tiers, from profile_texts */
  QuadPlaySet    *play_set;       /* the plays for writing; NULL until asked for */
  char           *path;
  char           *undo_label;
  char           *redo_label;

  /* plain */
  QuadCurrency    currency;
  QuadCutOffRule  rule;
  QuadFigures     figures;
  guint           limits[QUAD_N_CHART_TIERS];
  guint           rhythm[QUAD_N_CHART_TIERS];
  QuadDate        fixed_today;
  QuadDate        last_review;    /* QUAD_DATE_NONE before the first one */
  gboolean        figures_known;
  gboolean        import_only;    /* what an import brings is not loaded */
  QuadImportJob  *job;            /* (borrowed): the import that runs in a thread, if any */
  QuadBackupJob  *backup;         /* (owned): the copy that is made in a thread, if any */
  gboolean        stale;          /* memory may differ from the disk: load before the next write */
};

/**
 * QuadAccountEdit:
 * @account: (owned): of the book
 * @after: (owned): all values that it gets
 * @reason: (owned) (nullable): why just this one, instead of the reason of the operation
 *
 * One account of an operation that is planned.
 */
typedef struct
{
  QuadAccount *account;
  QuadRecord  *after;
  char        *reason;
} QuadAccountEdit;

/* Changes all values of one account to what it becomes. */
typedef void (*QuadChangeFunc)         (QuadRecord         *values,
                                        gconstpointer       data,
                                        QuadDate            today);

/* quad-book.c */
gboolean quad_book_begin               (QuadBook           *self,
                                        const char         *label,
                                        GError            **error);
gboolean quad_book_end                 (QuadBook           *self,
                                        gboolean            good,
                                        GError            **error);
gboolean quad_book_check_writable      (QuadBook           *self,
                                        GError            **error);
gboolean quad_book_load_history_state  (QuadBook           *self,
                                        GError            **error);
void     quad_book_emit_changed        (QuadBook           *self);
void     quad_book_get_writer          (QuadBook           *self,
                                        QuadDatabase       *database,
                                        QuadAccountWriter  *writer);

/* quad-book-refresh.c */
gboolean quad_book_load                (QuadBook           *self,
                                        GError            **error);
gboolean quad_book_refresh             (QuadBook           *self,
                                        gint64              entry,
                                        GError            **error);

/* quad-book-operations.c */
GPtrArray *quad_book_collect_accounts  (QuadBook           *self,
                                        GPtrArray          *accounts,
                                        GError            **error);
GPtrArray *quad_book_plan_edits        (QuadBook           *self,
                                        GPtrArray          *accounts,
                                        QuadChangeFunc      change,
                                        gconstpointer       data,
                                        GError            **error);
gboolean quad_book_run_edits           (QuadBook           *self,
                                        GPtrArray          *edits,
                                        const char         *label,
                                        const char         *reason,
                                        GError            **error);

/* quad-book-children.c: rows that are written one by one */
gboolean quad_book_run_insert          (QuadBook           *self,
                                        const QuadTable    *table,
                                        const QuadRecord   *values,
                                        const char         *label,
                                        gint64             *id,
                                        GError            **error);
gboolean quad_book_run_update          (QuadBook           *self,
                                        const QuadTable    *table,
                                        gint64              id,
                                        const QuadRecord   *values,
                                        const char         *label,
                                        GError            **error);
gboolean quad_book_run_remove          (QuadBook           *self,
                                        const QuadTable    *table,
                                        gint64              id,
                                        const char         *label,
                                        GError            **error);
QuadRecord *quad_book_complete_record  (const QuadSchema   *schema,
                                        const QuadRecord   *given);
gboolean quad_book_apply_edits         (QuadRecord         *values,
                                        const QuadRecord   *edits);

gboolean quad_book_reorder             (QuadBook           *self,
                                        const QuadTable    *table,
                                        guint               field,
                                        GPtrArray          *items,
                                        gpointer            item,
                                        guint               position,
                                        const char         *label,
                                        GError            **error);

/* quad-book-traits.c */
void     quad_book_init_facts          (QuadBook           *self,
                                        QuadAccount        *account,
                                        QuadFacts          *facts);
GHashTable *quad_book_load_answers     (QuadBook           *self,
                                        GError            **error);

/* quad-book-steps.c */
gboolean quad_book_update_steps        (QuadBook           *self,
                                        gint64              play,
                                        const QuadRecord   *was,
                                        const QuadRecord   *values,
                                        GError            **error);

/* quad-book-touches.c */
gboolean quad_book_write_touch         (QuadBook           *self,
                                        QuadAccount        *account,
                                        const QuadRecord   *values,
                                        GError            **error);

/* quad-book-restore.c */
gboolean quad_book_write_playbook      (QuadDatabase       *database,
                                        GError            **error);

/* quad-book-backup.c */
void     quad_book_stop_backup         (QuadBook           *self);

/* quad-book-duplicates.c */
gboolean quad_book_move_apart          (QuadBook           *self,
                                        QuadAccount        *from,
                                        QuadAccount        *to,
                                        GError            **error);

/* quad-book-import.c */
void     quad_book_stop_import         (QuadBook           *self);

/* quad-book-settings.c */
gboolean quad_book_init_settings       (QuadBook           *self,
                                        GError            **error);
gboolean quad_book_load_settings       (QuadBook           *self,
                                        GError            **error);
gboolean quad_book_save_cut_off_rule   (QuadDatabase         *database,
                                        const QuadCutOffRule *rule,
                                        GError              **error);

/* quad-book-import.c */
gboolean quad_book_save_import_memory  (QuadDatabase         *database,
                                        const char           *key,
                                        const char           *memory,
                                        gboolean             *is_new,
                                        GError              **error);

/* quad-book-limits.c */
gboolean quad_book_load_limits         (QuadBook             *self,
                                        GError              **error);

/* quad-book-review.c */
gboolean quad_book_load_last_review    (QuadBook             *self,
                                        GError              **error);

/* quad-book-labels.c: what the history calls an operation */
char    *quad_book_shorten             (const char         *name);
char    *quad_book_label_move          (QuadBook           *self,
                                        GPtrArray          *edits,
                                        QuadTier            tier);
char    *quad_book_label_profile       (QuadBook           *self,
                                        GPtrArray          *edits,
                                        QuadProfile         profile);
char    *quad_book_label_place         (QuadBook           *self,
                                        GPtrArray          *edits,
                                        QuadProfile         profile);
char    *quad_book_label_edit          (QuadBook           *self,
                                        GPtrArray          *edits,
                                        const QuadRecord   *changes);
char    *quad_book_label_create        (const QuadRecord   *values);
char    *quad_book_label_delete        (GPtrArray          *accounts);
char    *quad_book_label_recut         (const QuadCutOff   *cut_off,
                                        const QuadCurrency *currency,
                                        guint               n_moves);
char    *quad_book_label_import        (const char         *name,
                                        guint               n_accounts);

G_END_DECLS
