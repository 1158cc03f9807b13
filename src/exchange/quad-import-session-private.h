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
  QuadListFormat   format;
  char            *source;        /* name of the list, as where its companies come from */

  /* plain */
  QuadCurrency     currency;
  QuadColumnMap    guessed;       /* as guessed and decided */
  QuadColumnMap    map;           /* as the values confirmed it */
  QuadColumnStats  stats;
  QuadRowReader    row_reader;
  QuadImportAs     as;
  guint            n_accepted;    /* accounts */
  guint            n_rejected;    /* rows */
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
