/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-cli"

#include "quad-backup.h"
#include "quad-cli-private.h"
#include "quad-cli-table.h"
#include "quad-i18n.h"

static void
print_backups (GPtrArray *backups)
{
  g_autoptr (QuadCliTable) table = NULL;
  g_autofree char *text = NULL;

  if (backups->len == 0)
    {
      quad_cli_print ("%s\n", _("There are no daily backups of this book yet."));
      return;
    }
  table = quad_cli_table_new ();
  quad_cli_table_add_column (table, _("Day"), FALSE);
  quad_cli_table_add_column (table, _("File"), FALSE);
  for (guint i = 0; i < backups->len; i++)
    {
      const QuadBackup *backup = backups->pdata[i];

      quad_cli_table_take_cell (table, quad_date_to_iso (backup->day));
      quad_cli_table_take_cell (table, g_filename_display_name (backup->path));
    }
  text = quad_cli_table_to_text (table);
  quad_cli_print ("%s", text);
}

static gboolean
write_backup (QuadCli     *cli,
              const char  *path,
              GError     **error)
{
  g_autofree char *shown = g_filename_display_name (path);
  g_autoptr (QuadBook) book = NULL;

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, QUAD_ERROR, QUAD_ERROR_CONSTRAINT,
                   _("“%s” is there already. Name a new file for the backup."), shown);
      return FALSE;
    }
  book = quad_cli_open_book (cli, QUAD_BOOK_READ_ONLY, error);
  if (book == NULL || !quad_book_back_up (book, path, NULL, error))
    return FALSE;
  /* Translators: %s is the file name of a backup */
  quad_cli_print (_("Wrote a backup to %s"), shown);
  quad_cli_print ("\n");
  return TRUE;
}

gboolean
quad_cli_backup (QuadCli  *cli,
                 GError  **error)
{
  g_autoptr (GPtrArray) backups = NULL;
  g_autofree char *path = NULL;

  if (!quad_cli_parse (cli, NULL, error))
    return FALSE;
  if (cli->n_arguments > 0)
    return write_backup (cli, cli->arguments[0], error);

  path = quad_cli_dup_book_path (cli);
  backups = quad_backup_list (path);
  print_backups (backups);
  return TRUE;
}

gboolean
quad_cli_restore (QuadCli  *cli,
                  GError  **error)
{
  g_autofree char *path = NULL;
  g_autofree char *kept = NULL;
  g_autofree char *shown = NULL;

  if (!quad_cli_parse (cli, NULL, error))
    return FALSE;
  path = quad_cli_dup_book_path (cli);
  if (!quad_backup_restore (path, cli->arguments[0], &kept, error))
    return FALSE;

  shown = g_filename_display_name (cli->arguments[0]);
  /* Translators: %s is the file name of a backup */
  quad_cli_print (_("The book is restored from %s."), shown);
  quad_cli_print ("\n");
  if (kept != NULL)
    {
      g_autofree char *kept_shown = g_filename_display_name (kept);

      /* Translators: %s is a file name */
      quad_cli_print (_("The book that it replaced is kept as %s."), kept_shown);
      quad_cli_print ("\n");
    }
  return TRUE;
}
