/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-store"

/* Putting a copy in the place of a book. The copy is checked whole before anything is touched, and
 * the book that it replaces is kept, as it is, under another name. */

#include "quad-backups.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "quad-database-private.h"
#include "quad-i18n.h"

/* What belongs to a book; the log before the file itself, see set_aside(). */
static const char * const endings[] = { "-wal", "" };

static gboolean
set_error (GError    **error,
           const char *path,
           int         code)
{
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, QUAD_ERROR,
               code == ENOSPC || code == EDQUOT ? QUAD_ERROR_NO_SPACE : QUAD_ERROR_IO,
               _("“%s” cannot be kept aside: %s. Nothing was restored."), name,
               g_strerror (code));
  return FALSE;
}

static char *
choose_kept_path (const char *path)
{
  g_autofree char *day = quad_date_to_iso (quad_date_today ());
  char *kept = g_strdup_printf ("%s.replaced-%s", path, day);

  for (guint i = 2; g_file_test (kept, G_FILE_TEST_EXISTS); i++)
    {
      g_free (kept);
      kept = g_strdup_printf ("%s.replaced-%s-%u", path, day, i);
    }
  return kept;
}

static gboolean
copy_file (const char  *from,
           const char  *to,
           GError     **error)
{
  g_autoptr (GFile) source = g_file_new_for_path (from);
  g_autoptr (GFile) target = g_file_new_for_path (to);

  return g_file_copy (source, target, G_FILE_COPY_NONE, NULL, NULL, NULL, error);
}

/* A second name for each file, or a copy where a file system has none. The book stays where it is
 * meanwhile, so that a power cut leaves it or both. */
static gboolean
set_aside (const char  *path,
           const char  *kept,
           GError     **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *name = g_strconcat (path, endings[i], NULL);
      g_autofree char *kept_name = g_strconcat (kept, endings[i], NULL);

      if (!g_file_test (name, G_FILE_TEST_EXISTS) || link (name, kept_name) == 0)
        continue;
      if (errno != EPERM && errno != EOPNOTSUPP && errno != EMLINK)
        return set_error (error, path, errno);
      if (!copy_file (name, kept_name, error))
        return FALSE;
    }
  return TRUE;
}

/* Brings a copy of an older version up to date, and looks at every page and row of it. */
static gboolean
check_copy (const char  *made,
            GError     **error)
{
  g_autoptr (QuadDatabase) database = quad_database_open (made, QUAD_DATABASE_DEFAULT, error);

  return database != NULL && quad_database_verify (database, error)
         && quad_database_check (database, error);
}

static gboolean
copy_book (const char  *from,
           const char  *made,
           const char  *path,
           GError     **error)
{
  g_autoptr (QuadDatabase) database = NULL;
  g_autoptr (GError) local_error = NULL;

  database = quad_database_open (from, QUAD_DATABASE_READ_ONLY, &local_error);
  if (database != NULL && g_strcmp0 (quad_database_get_path (database), path) == 0)
    {
      g_set_error_literal (error, QUAD_ERROR, QUAD_ERROR_INVALID_INPUT,
                           _("That is the book itself. Choose a copy of it."));
      return FALSE;
    }
  if (database != NULL)
    return quad_database_verify (database, error) && quad_database_check (database, error)
           && quad_database_backup (database, made, NULL, error);
  /* One of an older version can only be opened for writing, so it is copied as a file. */
  if (g_error_matches (local_error, QUAD_ERROR, QUAD_ERROR_READ_ONLY)
      && !quad_database_file_has_log (from))
    return copy_file (from, made, error);
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

static char *
make_copy (const char  *path,
           const char  *from,
           GError     **error)
{
  g_autofree char *made = g_strconcat (path, ".restoring", NULL);

  quad_database_file_discard (made);
  if (copy_book (from, made, path, error) && check_copy (made, error))
    return g_steal_pointer (&made);
  quad_database_file_discard (made);
  return NULL;
}

static gboolean
put_in_place (const char  *made,
              const char  *path,
              GError     **error)
{
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  g_autofree char *index = g_strconcat (path, "-shm", NULL);

  /* SQLite would play the log of the one into the other. */
  g_unlink (log);
  g_unlink (index);
  if (g_rename (made, path) == 0)
    return TRUE;
  return set_error (error, path, errno);
}

static gboolean
replace_book (const char  *path,
              const char  *from,
              char       **kept,
              GError     **error)
{
  g_autofree char *kept_path = choose_kept_path (path);
  g_autofree char *made = NULL;
  const gboolean exists = g_file_test (path, G_FILE_TEST_EXISTS);

  made = make_copy (path, from, error);
  if (made == NULL)
    return FALSE;
  if ((exists && !set_aside (path, kept_path, error)) || !put_in_place (made, path, error))
    {
      quad_database_file_discard (made);
      return FALSE;
    }
  *kept = exists ? g_steal_pointer (&kept_path) : NULL;
  return TRUE;
}

/**
 * quad_backups_restore:
 * @path: of the book, which nothing has open for writing; it may be damaged, or gone
 * @from: the copy, which stays as it is
 * @kept: (out) (transfer full) (nullable): where the book is now that was replaced
 *
 * Puts a copy in the place of a book, after every page and row of it was checked.
 *
 * Errors: those of quad_database_open() about @from; %QUAD_ERROR_BUSY when another program writes
 *   the book; %QUAD_ERROR_NO_SPACE, %QUAD_ERROR_IO. The book is then as it was.
 */
gboolean
quad_backups_restore (const char  *path,
                      const char  *from,
                      char       **kept,
                      GError     **error)
{
  g_autofree char *absolute = NULL;
  g_autofree char *real_path = NULL;
  char *real;
  QuadLock *lock;
  gboolean good;

  g_return_val_if_fail (path != NULL && from != NULL && kept != NULL, FALSE);

  *kept = NULL;
  absolute = g_canonicalize_filename (path, NULL);
  real = realpath (absolute, NULL);
  real_path = g_strdup (real != NULL ? real : absolute);
  free (real);
  lock = quad_lock_acquire (real_path, error);
  if (lock == NULL)
    return FALSE;
  good = replace_book (real_path, from, kept, error);
  quad_lock_unref (lock);
  return good;
}
