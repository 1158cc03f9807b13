/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quad-account-writer.h"
#include "quad-book.h"
#include "quad-consequences.h"
#include "quad-database.h"
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

struct _QuadBook
{
  GObject         parent_instance;

  /* owned */
  QuadDatabase   *database;       /* NULL once closed */
  QuadItemList   *accounts;
  QuadTally      *tally;          /* of the accounts; NULL until asked for */
  char           *path;
  char           *undo_label;
  char           *redo_label;

  /* plain */
  QuadCurrency    currency;
  QuadCutOffRule  rule;
  QuadFigures     figures;
  QuadDate        fixed_today;
  gboolean        figures_known;
  QuadImportJob  *job;            /* (borrowed): the import that runs in a thread, if any */
  gboolean        stale;          /* memory may differ from the disk: load before the next write */
};

/**
 * QuadAccountEdit:
 * @account: (owned): of the book
 * @after: (owned): all values that it gets
 *
 * One account of an operation that is planned.
 */
typedef struct
{
  QuadAccount *account;
  QuadRecord  *after;
} QuadAccountEdit;

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

/* quad-book-labels.c: what the history calls an operation */
char    *quad_book_label_move          (GPtrArray          *edits,
                                        QuadTier            tier);
char    *quad_book_label_profile       (GPtrArray          *edits,
                                        QuadProfile         profile);
char    *quad_book_label_edit          (GPtrArray          *edits,
                                        const QuadRecord   *changes);
char    *quad_book_label_create        (const QuadRecord   *values);
char    *quad_book_label_delete        (GPtrArray          *accounts);
char    *quad_book_label_recut         (const QuadCutOff   *cut_off,
                                        const QuadCurrency *currency,
                                        guint               n_moves);
char    *quad_book_label_import        (const char         *name,
                                        guint               n_accounts);

G_END_DECLS
