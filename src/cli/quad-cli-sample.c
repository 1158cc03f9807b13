/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-cli"

#include "quad-cli-private.h"

#include "quad-i18n.h"
#include "quad-sample.h"

gboolean
quad_cli_sample (QuadCli  *cli,
                 GError  **error)
{
  g_autoptr (QuadBook) book = NULL;
  g_autofree char *shown = NULL;
  const char *path;
  guint n;

  if (!quad_cli_parse (cli, NULL, error))
    return FALSE;
  path = cli->arguments[0];
  shown = g_filename_display_name (path);
  if (g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, QUAD_ERROR, QUAD_ERROR_CONSTRAINT,
                   _("“%s” is there already. Name a new file for the sample book."), shown);
      return FALSE;
    }
  book = quad_book_open (path, QUAD_BOOK_CREATE, error);
  if (book == NULL)
    return FALSE;
  if (!quad_sample_load (book, error))
    {
      quad_cli_close_new_book (book, path);
      return FALSE;
    }

  n = quad_item_list_get_size (quad_book_get_accounts (book));
  /* Translators: accounts and the file name of the book that was made */
  quad_cli_print (ngettext ("Wrote a sample book with %u account to %s",
                            "Wrote a sample book with %u accounts to %s", n), n, shown);
  quad_cli_print ("\n");
  return TRUE;
}
