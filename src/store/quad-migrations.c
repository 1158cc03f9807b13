/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-store"

#include "quad-migrations.h"

#include <gio/gio.h>

#include "quad-database-private.h"
#include "quad-i18n.h"
#include "quad-sql.h"
#include "quad-statement.h"

#define SQL_FOLDER "/app/quadrille/Quadrille/sql/"

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return g_strcmp0 (*(const char * const *) a, *(const char * const *) b);
}

/**
 * quad_migrations_load:
 *
 * Returns: (transfer full): the SQL that leads from each version of the schema to the next one, in
 *   order: the number of texts is the newest version
 */
char **
quad_migrations_load (void)
{
  GResource *resource = quad_sql_get_resource ();
  g_auto (GStrv) names = NULL;
  g_autoptr (GPtrArray) scripts = g_ptr_array_new ();

  names = g_resource_enumerate_children (resource, SQL_FOLDER, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_assert (names != NULL);
  qsort (names, g_strv_length (names), sizeof names[0], compare_names);
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *path = g_strconcat (SQL_FOLDER, names[i], NULL);
      g_autoptr (GBytes) bytes = NULL;

      g_assert (g_ascii_strtoull (names[i], NULL, 10) == i + 1);
      bytes = g_resource_lookup_data (resource, path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
      g_ptr_array_add (scripts, g_strndup (g_bytes_get_data (bytes, NULL),
                                           g_bytes_get_size (bytes)));
    }
  g_ptr_array_add (scripts, NULL);
  return (char **) g_ptr_array_steal (scripts, NULL);
}

/**
 * quad_migrations_check_version:
 * @version: of the schema of the book
 * @newest: the newest that is understood
 *
 * Errors: %QUAD_ERROR_TOO_NEW, or %QUAD_ERROR_CORRUPT when no book can have this version.
 */
gboolean
quad_migrations_check_version (const char  *path,
                               gint64       version,
                               guint        newest,
                               GError     **error)
{
  g_autofree char *name = NULL;

  if (version >= 1 && version <= newest)
    return TRUE;
  name = g_filename_display_name (path);
  if (version > newest && version <= G_MAXINT32)
    g_set_error (error, QUAD_ERROR, QUAD_ERROR_TOO_NEW,
                 _("“%s” was written by a newer version of Quadrille. Update the program."), name);
  else
    g_set_error (error, QUAD_ERROR, QUAD_ERROR_CORRUPT,
                 _("“%s” is damaged. Restore it from a backup."), name);
  return FALSE;
}

static gboolean
check_links (sqlite3     *handle,
             const char  *path,
             GError     **error)
{
  g_autofree char *name = NULL;
  gint64 broken;

  if (!quad_store_get_number (handle, path, "SELECT count(*) FROM pragma_foreign_key_check",
                              &broken, error))
    return FALSE;
  if (broken == 0)
    return TRUE;
  name = g_filename_display_name (path);
  g_set_error (error, QUAD_ERROR, QUAD_ERROR_CORRUPT,
               _("“%s” is damaged. Restore it from a backup."), name);
  return FALSE;
}

static gboolean
run_script (sqlite3     *handle,
            const char  *path,
            const char  *script,
            guint        version,
            GError     **error)
{
  g_autofree char *stamp = g_strdup_printf ("PRAGMA user_version = %u; PRAGMA application_id = %d",
                                            version, QUAD_APPLICATION_ID);

  /* The journal names columns by their place: what was done before cannot be undone after. */
  if (quad_store_run (handle, path, "BEGIN IMMEDIATE", error)
      && quad_store_run (handle, path, script, error)
      && quad_store_run (handle, path, "DELETE FROM journal_change; DELETE FROM journal_entry",
                         error)
      && quad_store_run (handle, path, stamp, error)
      && check_links (handle, path, error)
      && quad_store_run (handle, path, "COMMIT", error))
    return TRUE;
  sqlite3_exec (handle, "ROLLBACK", NULL, NULL, NULL);
  return FALSE;
}

/**
 * quad_migrations_run:
 * @path: of the book, for messages
 * @scripts: see quad_migrations_load()
 *
 * Brings a book to the newest version, each step in a transaction of its own. Foreign keys are
 * checked at the end of each instead of at every statement, so that a step may rebuild a table.
 */
gboolean
quad_migrations_run (sqlite3             *handle,
                     const char          *path,
                     const char * const  *scripts,
                     GError             **error)
{
  gint64 version = 0;

  if (!quad_store_run (handle, path, "PRAGMA foreign_keys = 0", error)
      || !quad_store_get_number (handle, path, "PRAGMA user_version", &version, error))
    return FALSE;
  for (guint i = (guint) version; scripts[i] != NULL; i++)
    if (!run_script (handle, path, scripts[i], i + 1, error))
      return FALSE;
  return quad_store_run (handle, path, "PRAGMA foreign_keys = 1", error);
}
