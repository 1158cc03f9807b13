/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <sqlite3.h>

#include "quad-database.h"
#include "quad-lock.h"
#include "quad-verification.h"

G_BEGIN_DECLS

/* "Quad", in the header of the file. */
#define QUAD_APPLICATION_ID 0x51756164

typedef struct _QuadJournal QuadJournal;

/**
 * QuadAccess:
 * @QUAD_ACCESS_WRITE: reading and writing
 * @QUAD_ACCESS_READ: reading beside a writer
 * @QUAD_ACCESS_FROZEN: reading where nothing may be written, not even beside the book
 */
typedef enum
{
  QUAD_ACCESS_WRITE,
  QUAD_ACCESS_READ,
  QUAD_ACCESS_FROZEN,
} QuadAccess;

/**
 * QuadDatabase:
 *
 * One connection to one book. It is used by one thread at a time: the main thread has its own, and
 * bulk work in another thread opens a second one by quad_database_open_worker(). Everything that
 * is written is part of an operation: begun with a label, committed or rolled back as a whole, kept
 * in the journal.
 */
struct _QuadDatabase
{
  GObject           parent_instance;

  /* owned */
  char             *path;
  sqlite3          *handle;
  QuadLock         *lock;           /* NULL for a reader */
  QuadVerification *verification;   /* NULL for a new book: nothing to look at */
  QuadJournal      *journal;        /* NULL for a reader */
  GHashTable       *statements;     /* literal SQL -> sqlite3_stmt */
  char             *label;          /* of the operation */

  /* plain */
  gboolean          is_new;
  gboolean          is_worker;
  gboolean          is_changing;
  gboolean          had_log;        /* changes of a program that was cut off lay beside the book */
  gboolean          damaged;        /* or not known to be sound */
};

/* quad-database-open.c */
QuadDatabase *quad_database_open_with      (const char          *path,
                                            QuadDatabaseFlags    flags,
                                            const char * const  *scripts,
                                            GError             **error);

/* quad-database.c */
sqlite3      *quad_database_get_handle     (QuadDatabase        *self);
GHashTable   *quad_database_get_statements (QuadDatabase        *self);
QuadJournal  *quad_database_get_journal    (QuadDatabase        *self);
gboolean      quad_database_start          (QuadDatabase        *self,
                                            GError             **error);
gboolean      quad_database_finish         (QuadDatabase        *self,
                                            GError             **error);

/* quad-database-file.c */
gboolean      quad_database_file_probe     (const char          *path,
                                            char               **real_path,
                                            guint                newest,
                                            GError             **error);
gboolean      quad_database_file_find      (const char          *path,
                                            gboolean             read_only,
                                            QuadAccess          *access,
                                            GError             **error);
gboolean      quad_database_file_create    (const char          *path,
                                            const char * const  *scripts,
                                            GError             **error);
sqlite3      *quad_database_file_connect   (const char          *path,
                                            QuadAccess           access,
                                            GError             **error);
gboolean      quad_database_file_put       (const char          *made,
                                            const char          *path,
                                            GError             **error);
void          quad_database_file_discard   (const char          *made);
gboolean      quad_database_file_has_log   (const char          *path);

/* quad-journal.c */
QuadJournal  *quad_journal_new             (QuadDatabase        *database,
                                            GError             **error);
void          quad_journal_free            (QuadJournal         *journal);
gboolean      quad_journal_open_entry      (QuadDatabase        *database,
                                            const char          *label,
                                            GError             **error);
gboolean      quad_journal_close_entry     (QuadDatabase        *database,
                                            const char          *label,
                                            gint64              *entry,
                                            GError             **error);
gboolean      quad_journal_drop_entry      (QuadDatabase        *database,
                                            GError             **error);
void          quad_journal_forget_entry    (QuadJournal         *journal);
gboolean      quad_journal_relieve         (QuadDatabase        *database,
                                            GError             **error);

/* quad-backup.c */
gboolean      quad_backup_copy             (sqlite3             *source,
                                            const char          *source_path,
                                            const char          *path,
                                            GCancellable        *cancellable,
                                            GError             **error);

G_END_DECLS
