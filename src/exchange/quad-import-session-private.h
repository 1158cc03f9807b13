/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quad-column-map.h"
#include "quad-column-stats.h"
#include "quad-csv-reader.h"
#include "quad-import-session.h"
#include "quad-list-file.h"
#include "quad-list-format.h"
#include "quad-row-groups.h"
#include "quad-row-reader.h"

G_BEGIN_DECLS

struct _QuadImportSession
{
  GObject          parent_instance;

  /* owned */
  QuadListFile    *file;
  QuadCsvReader   *reader;        /* of the pass that is under way */
  QuadRowGroups   *groups;        /* of a list of people */
  GArray          *columns;       /* of QuadImportColumn; the names belong to @format */
  GPtrArray       *rejects;       /* of QuadImportReject */
  GByteArray      *rejected;      /* a bit for the number of every row that was rejected */
  GArray          *notes;         /* of int: columns that go to the notes with their name */
  QuadValueTable  *values;        /* what somebody decided */
  GHashTable      *distinct[QUAD_N_COLUMN_ROLES]; /* value -> rows; NULL where it means nothing */
  char            *new_source;    /* (nullable): decided: where new accounts come from, or "" */
  QuadListFormat   format;
  char            *list_name;     /* without ending: where companies of people come from */

  /* plain */
  QuadCurrency     currency;
  QuadColumnMap    guessed;       /* as guessed and decided */
  QuadColumnMap    map;           /* as the values confirmed it */
  QuadColumnStats  stats;
  QuadRowReader    row_reader;
  QuadImportAs     as;
  QuadDecimalMark  mark;          /* decided, or unknown */
  QuadDateOrder    order;
  char             separator;     /* decided, or '\0' */
  guint            header_row;    /* decided, or 0 */
  gboolean         has_encoding;  /* decided */
  gboolean         is_applying;   /* a mapping that was remembered */
  gboolean         is_remembered[QUAD_N_COLUMN_ROLES];
  gboolean         notes_remembered;
  guint            n_accepted;    /* accounts */
  guint            n_rejected;    /* rows */
  guint            n_lone_people; /* rows, taken or not */
  guint            group;         /* that comes next */
  gboolean         is_scanned;
  gboolean         is_suspect;    /* rows may be the rest of a text whose quote is open */
};

/**
 * QuadImportPass:
 * @start: the fraction to report at the first row
 * @end: and behind the last
 *
 * One pass over the rows of the list, and whom it tells how far it is.
 */
typedef struct
{
  GCancellable       *cancellable;
  QuadImportProgress  progress;
  gpointer            user_data;
  double              start;
  double              end;
  gint64              reported_at;
  guint               n_rows;
} QuadImportPass;

typedef void (*QuadImportRowFunc) (QuadImportSession *self,
                                   const QuadCsvRow  *row,
                                   gpointer           user_data);

/* quad-import-session.c */
void     quad_import_session_forget_scan (QuadImportSession         *self);
int      quad_import_session_find_column (QuadImportSession         *self,
                                          const char                *column,
                                          GError                   **error);

/* quad-import-session-layout.c */
gboolean quad_import_session_look        (QuadImportSession         *self,
                                          GError                   **error);

/* quad-import-session-values.c */
void     quad_import_session_count_words (QuadImportSession         *self,
                                          const QuadCsvRow          *row);
void     quad_import_session_forget_words (QuadImportSession        *self);

/* quad-import-session-rows.c */
gboolean quad_import_session_begin_rows  (QuadImportSession         *self,
                                          GError                   **error);
gboolean quad_import_session_next_row    (QuadImportSession         *self,
                                          QuadCsvRow                *row,
                                          GError                   **error);
void     quad_import_session_source_init (QuadImportSourceInterface *iface);
gboolean quad_import_session_judge_row   (QuadImportSession         *self,
                                          const QuadCsvRow          *row,
                                          QuadRowValues             *values);
gboolean quad_import_session_run_pass    (QuadImportSession         *self,
                                          QuadImportPass            *pass,
                                          QuadImportRowFunc          func,
                                          gpointer                   user_data,
                                          GError                   **error);

G_END_DECLS
