/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-cli"

#include "quad-cli-private.h"

#include <glib/gstdio.h>

#include "quad-book-content.h"
#include "quad-book-json.h"
#include "quad-i18n.h"

static gboolean
check_target (QuadCli     *cli,
              const char  *path,
              GError     **error)
{
  g_autoptr (QuadBook) book = NULL;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return TRUE;
  book = quad_cli_open_book (cli, QUAD_BOOK_READ_ONLY, error);
  return book != NULL && quad_book_check_empty (book, error);
}

static gboolean
import_new (const char  *path,
            const char  *from,
            guint       *n_accounts,
            GError     **error)
{
  g_autoptr (QuadBook) book = quad_book_open (path, QUAD_BOOK_CREATE, error);
  gboolean done;

  if (book == NULL)
    return FALSE;
  done = quad_book_json_import (book, from, NULL, error);
  *n_accounts = quad_item_list_get_size (quad_book_get_accounts (book));
  if (done)
    quad_book_close (book);
  else
    quad_cli_close_new_book (book, path);
  return done;
}

/* Into a book that goes again. */
static gboolean
try_import (QuadCli     *cli,
            const char  *path,
            const char  *from,
            guint       *n_accounts,
            GError     **error)
{
  g_autofree char *folder = NULL;
  g_autofree char *scratch = NULL;
  gboolean done;

  if (!check_target (cli, path, error))
    return FALSE;
  folder = g_dir_make_tmp ("quadrille-XXXXXX", error);
  if (folder == NULL)
    return FALSE;
  scratch = g_build_filename (folder, "empty.quadrille", NULL);
  done = import_new (scratch, from, n_accounts, error);
  if (done)
    g_unlink (scratch);
  g_rmdir (folder);
  return done;
}

static gboolean
import_into (QuadCli     *cli,
             const char  *path,
             const char  *from,
             guint       *n_accounts,
             GError     **error)
{
  g_autoptr (QuadBook) book = NULL;
  gboolean done;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return import_new (path, from, n_accounts, error);
  book = quad_cli_open_book (cli, 0, error);
  if (book == NULL)
    return FALSE;
  done = quad_book_json_import (book, from, NULL, error);
  *n_accounts = quad_item_list_get_size (quad_book_get_accounts (book));
  quad_book_close (book);
  return done;
}

static void
print_result_json (guint    n_accounts,
                   gboolean dry_run)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "dry_run");
  json_builder_add_boolean_value (builder, dry_run);
  quad_cli_add_count (builder, "created", n_accounts);
  quad_cli_add_count (builder, "updated", 0);
  quad_cli_add_count (builder, "unchanged", 0);
  json_builder_end_object (builder);
  quad_cli_print_json (builder);
}

/* A whole book comes in: quad_cli_import() for what is no list. */
gboolean
quad_cli_import_book (QuadCli        *cli,
                      const char     *from,
                      gboolean        dry_run,
                      QuadCliFormat   format,
                      GError        **error)
{
  g_autofree char *path = quad_cli_dup_book_path (cli);
  guint n_accounts;

  if (!(dry_run ? try_import : import_into) (cli, path, from, &n_accounts, error))
    return FALSE;
  if (format == QUAD_CLI_FORMAT_JSON)
    {
      print_result_json (n_accounts, dry_run);
      return TRUE;
    }
  if (dry_run)
    quad_cli_print (ngettext ("Would bring in a book with %u account. Nothing was written.",
                              "Would bring in a book with %u accounts. Nothing was written.",
                              n_accounts), n_accounts);
  else
    quad_cli_print (ngettext ("Brought in a book with %u account.",
                              "Brought in a book with %u accounts.", n_accounts), n_accounts);
  quad_cli_print ("\n");
  return TRUE;
}
