/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-file-job"

#include "quad-file-job.h"

#include "quad-background.h"
#include "quad-backup.h"
#include "quad-book-json.h"
#include "quad-dialogs.h"
#include "quad-export-csv.h"
#include "quad-export-ics.h"
#include "quad-export-xlsx.h"
#include "quad-i18n.h"

typedef struct _Job Job;

typedef gboolean (*Write) (QuadBook      *book,
                           const Job     *job,
                           GCancellable  *cancellable,
                           GError       **error);

struct _Job
{
  /* owned */
  char               *book;     /* its path */
  char               *path;
  GArray             *shown;    /* of gint64: ids of accounts, for a list */
  GPtrArray          *columns;  /* of a list */

  /* plain */
  Write               write;
  const char         *failure;  /* heading of a dialog */
  QuadFileJobWritten  written;
};

static void
free_job (gpointer data)
{
  Job *job = data;

  g_free (job->book);
  g_free (job->path);
  g_clear_pointer (&job->shown, g_array_unref);
  g_clear_pointer (&job->columns, g_ptr_array_unref);
  g_free (job);
}

/* The accounts that were shown, as the book of the thread has them. */
static GListModel *
list_shown (QuadBook  *book,
            const Job *job)
{
  QuadItemList *accounts = quad_book_get_accounts (book);
  g_autoptr (GPtrArray) found = g_ptr_array_new ();
  GListStore *list = g_list_store_new (QUAD_TYPE_ACCOUNT);

  for (guint i = 0; i < job->shown->len; i++)
    {
      gpointer account = quad_item_list_lookup (accounts, g_array_index (job->shown, gint64, i));

      if (account != NULL)
        g_ptr_array_add (found, account);
    }
  g_list_store_splice (list, 0, 0, found->pdata, found->len);
  return G_LIST_MODEL (list);
}

static gboolean
write_csv (QuadBook      *book,
           const Job     *job,
           GCancellable  *cancellable,
           GError       **error)
{
  const QuadExportCsvOptions options = { ',', FALSE, job->columns };
  g_autoptr (GListModel) shown = list_shown (book, job);

  return quad_export_csv (shown, quad_book_get_currency (book), &options, job->path,
                          cancellable, error);
}

static gboolean
write_xlsx (QuadBook      *book,
            const Job     *job,
            GCancellable  *cancellable,
            GError       **error)
{
  g_autoptr (GListModel) shown = list_shown (book, job);

  return quad_export_xlsx (shown, quad_book_get_currency (book), job->columns,
                           quad_book_get_names (book), job->path, cancellable, error);
}

static gboolean
write_calendar (QuadBook      *book,
                const Job     *job,
                GCancellable  *cancellable,
                GError       **error)
{
  return quad_export_ics_book (book, job->path, cancellable, error);
}

static gboolean
write_book (QuadBook      *book,
            const Job     *job,
            GCancellable  *cancellable,
            GError       **error)
{
  return quad_book_json_export (book, job->path, cancellable, error);
}

static gboolean
write_copy (QuadBook      *book,
            const Job     *job,
            GCancellable  *cancellable,
            GError       **error)
{
  return quad_book_back_up (book, job->path, cancellable, error);
}

static gboolean
work (gpointer       data,
      GCancellable  *cancellable,
      GError       **error)
{
  Job *job = data;
  g_autoptr (QuadBook) book = quad_book_open (job->book, QUAD_BOOK_READ_ONLY, error);
  gboolean good;

  if (book == NULL)
    return FALSE;
  good = job->write (book, job, cancellable, error);
  quad_book_close (book);
  return good;
}

static void
done (gpointer      data,
      GtkWindow    *window,
      const GError *error)
{
  Job *job = data;

  if (error == NULL)
    job->written (window, job->path);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    quad_dialog_show_error (GTK_WIDGET (window), job->failure, error);
}

static const QuadBackgroundJob export_job = {
  N_("Writing the File…"), work, done, free_job, .is_asked_for = TRUE,
};

static const QuadBackgroundJob back_up_job = {
  N_("Backing Up the Book…"), work, done, free_job, .is_asked_for = TRUE,
};

/* A book whose file has gone can only be had from the one that is open. */
static void
run (GtkWindow               *window,
     QuadBook                *book,
     const QuadBackgroundJob *background_job,
     Job                     *job)
{
  g_autoptr (GError) error = NULL;

  if (!quad_book_has_moved (book))
    {
      quad_background_run (window, background_job, job);
      return;
    }
  job->write (book, job, NULL, &error);
  done (job, window, error);
  free_job (job);
}

/* By the ending of the name; NULL when it is none of them. */
static Write
choose_writer (const char *path)
{
  static const struct
  {
    const char *suffix;
    Write       write;
  } kinds[] = {
    { ".csv", write_csv }, { ".xlsx", write_xlsx }, { ".ics", write_calendar },
    { ".json", write_book },
  };
  g_autofree char *lower = g_ascii_strdown (path, -1);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_has_suffix (lower, kinds[i].suffix))
      return kinds[i].write;
  return NULL;
}

static Job *
job_new (QuadBook           *book,
         const char         *path,
         Write               write,
         QuadFileJobWritten  written)
{
  Job *job = g_new0 (Job, 1);

  job->book = g_strdup (quad_book_get_path (book));
  job->path = g_strdup (path);
  job->write = write;
  job->written = written;
  return job;
}

/**
 * quad_file_job_makes:
 * @path: name of a file
 *
 * Returns: whether it ends like something that quad_file_job_export() makes: a list (.csv, .xlsx),
 *   a calendar (.ics) or the whole book (.json)
 */
gboolean
quad_file_job_makes (const char *path)
{
  g_return_val_if_fail (path != NULL, FALSE);

  return choose_writer (path) != NULL;
}

/**
 * quad_file_job_export:
 * @window: that waits
 * @book: its book, without anything that is not saved
 * @path: see quad_file_job_makes()
 * @shown: the accounts of a list, in its order
 * @columns: (element-type QuadExportColumn): of a list
 * @written: (scope async): hears of the end
 *
 * Writes a file, which is replaced wholly or not at all.
 */
void
quad_file_job_export (GtkWindow          *window,
                      QuadBook           *book,
                      const char         *path,
                      GListModel         *shown,
                      GPtrArray          *columns,
                      QuadFileJobWritten  written)
{
  Job *job = job_new (book, path, choose_writer (path), written);

  g_return_if_fail (job->write != NULL);

  job->failure = _("The File Was Not Written");
  job->columns = g_ptr_array_ref (columns);
  job->shown = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < g_list_model_get_n_items (shown); i++)
    {
      g_autoptr (QuadItem) account = g_list_model_get_item (shown, i);
      const gint64 id = quad_item_get_id (account);

      g_array_append_val (job->shown, id);
    }
  run (window, book, &export_job, job);
}

/**
 * quad_file_job_back_up:
 * @window: that waits
 * @book: its book, without anything that is not saved
 * @path: where the copy goes
 * @written: (scope async): hears of the end
 *
 * As quad_book_back_up(), without stopping the window.
 */
void
quad_file_job_back_up (GtkWindow          *window,
                       QuadBook           *book,
                       const char         *path,
                       QuadFileJobWritten  written)
{
  Job *job = job_new (book, path, write_copy, written);

  job->failure = _("The Book Was Not Backed Up");
  run (window, book, &back_up_job, job);
}
