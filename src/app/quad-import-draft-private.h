/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quad-import-draft.h"

G_BEGIN_DECLS

typedef struct
{
  QuadImportChange  change;
  char             *subject;
  char             *value;
  int               number;
} QuadImportEdit;

/* What a thread is at, or what is to come after it. */
typedef enum
{
  QUAD_IMPORT_WORK_NONE,
  QUAD_IMPORT_WORK_READ,
  QUAD_IMPORT_WORK_PREVIEW,
  QUAD_IMPORT_WORK_IMPORT,
} QuadImportWork;

/* What a thread that reads has found. */
typedef struct
{
  GPtrArray *edits;       /* to make first */
  GPtrArray *mappings;    /* of the book, for a list that is not open yet */
  GPtrArray *samples;
  char      *mapping;
} QuadImportReading;

struct _QuadImportDraft
{
  GObject parent_instance;

  /* owned */
  QuadBook          *book;
  QuadImportSession *session;       /* nullable: not open yet */
  QuadImportOptions *options;
  GPtrArray         *samples;
  GPtrArray         *edits;         /* to be made by the next reading */
  QuadImportPreview *previews[2];   /* without the decisions about single rows, and with them */
  GError            *error;         /* of the reading, the preview or the import */
  GCancellable      *cancellable;   /* of the work that goes on */
  char              *path;          /* nullable: it is a text */
  char              *text;
  char              *name;
  char              *mapping;       /* name of it */
  char              *source;        /* nullable: decided: where new accounts come from */

  /* plain */
  QuadImportWork   work;
  QuadImportWork   wanted;          /* a reading or a preview that comes next */
  gboolean         wants_decisions;
  gboolean         has_decisions;   /* the preview that is made counts them */
  gboolean         stopped;
  gboolean         recut;
  gboolean         recut_decided;
  gint64           newest_before;
  QuadImportResult result;
  int              permille;        /* atomic */
};

/* quad-import-draft-read.c: the list is read in a thread */
QuadImportReading *quad_import_reading_new       (GPtrArray          *edits,
                                                  GPtrArray          *mappings);
void               quad_import_reading_free      (gpointer            reading);
void               quad_import_edit_free         (gpointer            edit);
void               quad_import_draft_report      (double              fraction,
                                                  gpointer            user_data);
void               quad_import_draft_run_reading (GTask              *task,
                                                  gpointer            source,
                                                  gpointer            task_data,
                                                  GCancellable       *cancellable);

G_END_DECLS
