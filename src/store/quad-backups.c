/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-store"

/* The daily copies beside a book: made, found, and cleared away when there are newer ones. */

#include "quad-backups.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>

#include "quad-database-private.h"
#include "quad-i18n.h"

#define DAYS_KEPT  7
#define WEEKS_KEPT 4

/* 1 January of the year 1, day number 1, was a Monday. */
#define WEEK_OF(day) (((day) - 1) / 7)

void
quad_backup_file_free (QuadBackupFile *file)
{
  if (file == NULL)
    return;
  g_free (file->path);
  g_free (file);
}

static char *
make_prefix (const char *book_path)
{
  g_autofree char *name = g_path_get_basename (book_path);

  return g_strconcat (name, ".backup-", NULL);
}

static int
compare_newest_first (gconstpointer a,
                      gconstpointer b)
{
  const QuadBackupFile *first = *(QuadBackupFile * const *) a;
  const QuadBackupFile *second = *(QuadBackupFile * const *) b;

  return first->day > second->day ? -1 : first->day < second->day;
}

/**
 * quad_backups_list:
 * @book_path: of the book; it may be gone
 *
 * Returns: (transfer full) (element-type QuadBackupFile): its daily copies, the newest first
 */
GPtrArray *
quad_backups_list (const char *book_path)
{
  GPtrArray *backups = g_ptr_array_new_with_free_func ((GDestroyNotify) quad_backup_file_free);
  g_autofree char *folder = g_path_get_dirname (book_path);
  g_autofree char *prefix = make_prefix (book_path);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      QuadDate day = g_str_has_prefix (name, prefix) ? quad_date_from_iso (name + strlen (prefix))
                                                     : QUAD_DATE_NONE;
      QuadBackupFile *file;

      if (day == QUAD_DATE_NONE)
        continue;
      file = g_new (QuadBackupFile, 1);
      file->path = g_build_filename (folder, name, NULL);
      file->day = day;
      g_ptr_array_add (backups, file);
    }
  g_ptr_array_sort (backups, compare_newest_first);
  return backups;
}

/**
 * quad_backups_choose_old:
 * @backups: (element-type QuadBackupFile): daily copies, the newest first
 *
 * The last seven days are kept, and of the weeks before the newest copy of each of the last four
 * that have one.
 *
 * Returns: (transfer container) (element-type QuadBackupFile): those that can go
 */
GPtrArray *
quad_backups_choose_old (GPtrArray *backups)
{
  GPtrArray *old = g_ptr_array_new ();
  QuadDate week = QUAD_DATE_NONE;
  guint n_weeks = 0;

  for (guint i = DAYS_KEPT; i < backups->len; i++)
    {
      const QuadBackupFile *file = backups->pdata[i];
      gboolean other_week = n_weeks == 0 || WEEK_OF (file->day) != week;

      if (other_week && n_weeks < WEEKS_KEPT)
        {
          week = WEEK_OF (file->day);
          n_weeks++;
        }
      else
        {
          g_ptr_array_add (old, backups->pdata[i]);
        }
    }
  return old;
}

static void
clear_old (const char *book_path)
{
  g_autoptr (GPtrArray) backups = quad_backups_list (book_path);
  g_autoptr (GPtrArray) old = quad_backups_choose_old (backups);

  for (guint i = 0; i < old->len; i++)
    g_unlink (((QuadBackupFile *) old->pdata[i])->path);
}

/**
 * quad_backups_make_daily:
 * @database: a book that was verified
 *
 * Copies the book once a day, to a file beside it with the day in its name, and clears away copies
 * that are old enough.
 *
 * Errors: those of quad_database_backup(); nothing is cleared away then.
 */
gboolean
quad_backups_make_daily (QuadDatabase  *database,
                         QuadDate       today,
                         GCancellable  *cancellable,
                         GError       **error)
{
  const char *book_path;
  g_autofree char *folder = NULL, *prefix = NULL, *iso = NULL, *name = NULL, *path = NULL;

  g_return_val_if_fail (QUAD_IS_DATABASE (database), FALSE);

  book_path = quad_database_get_path (database);
  folder = g_path_get_dirname (book_path);
  prefix = make_prefix (book_path);
  iso = quad_date_to_iso (today);
  name = g_strconcat (prefix, iso, NULL);
  path = g_build_filename (folder, name, NULL);
  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return TRUE;
  if (!quad_database_backup (database, path, cancellable, error))
    return FALSE;
  clear_old (book_path);
  return TRUE;
}

/**
 * quad_backups_write:
 * @path: where the copy goes, in place of a file that is there
 *
 * As quad_database_backup(), for a name that a person has chosen and agreed to replace.
 *
 * Errors: %QUAD_ERROR_INVALID_INPUT when it is the book itself; as quad_database_backup().
 */
gboolean
quad_backups_write (QuadDatabase  *database,
                    const char    *path,
                    GCancellable  *cancellable,
                    GError       **error)
{
  g_autofree char *made = NULL;
  g_autofree char *name = NULL;
  GStatBuf book, target;

  g_return_val_if_fail (QUAD_IS_DATABASE (database) && path != NULL, FALSE);

  if (g_stat (path, &target) != 0)
    return quad_database_backup (database, path, cancellable, error);
  name = g_filename_display_name (path);
  if (!S_ISREG (target.st_mode)
      || (g_stat (quad_database_get_path (database), &book) == 0 && book.st_dev == target.st_dev
          && book.st_ino == target.st_ino))
    {
      g_set_error (error, QUAD_ERROR, QUAD_ERROR_INVALID_INPUT,
                   _("“%s” cannot be replaced by a backup. Choose another name."), name);
      return FALSE;
    }
  made = g_strconcat (path, ".new", NULL);
  quad_database_file_discard (made);
  if (!quad_database_backup (database, made, cancellable, error))
    return FALSE;
  if (g_rename (made, path) == 0)
    return TRUE;
  g_set_error (error, QUAD_ERROR, QUAD_ERROR_IO, _("The backup “%s” cannot be written: %s."), name,
               g_strerror (errno));
  quad_database_file_discard (made);
  return FALSE;
}
