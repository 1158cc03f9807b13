/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-cli"

#include "quad-cli-private.h"

#include <glib/gstdio.h>

#include "quad-backup.h"

#include "quad-i18n.h"

static void
print_help (QuadCli        *cli,
            GOptionContext *context)
{
  g_autofree char *program = g_strconcat ("quadrille ", cli->command->name, NULL);
  g_autofree char *help = NULL;

  /* The usage line begins with the name of the program. */
  g_set_prgname (program);
  help = g_option_context_get_help (context, TRUE, NULL);
  quad_cli_print ("%s", help);
}

static gboolean
check_arguments (QuadCli  *cli,
                 GError  **error)
{
  const QuadCliCommand *command = cli->command;

  if (cli->n_arguments < command->fewest)
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED, _("“%s” needs %s"),
                   command->name, command->arguments);
      return FALSE;
    }
  if (cli->n_arguments > command->most)
    {
      g_autofree char *shown = g_filename_display_name (cli->arguments[command->most]);

      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED,
                   _("“%s” is one argument too many for “%s”"), shown, command->name);
      return FALSE;
    }
  return TRUE;
}

/**
 * quad_cli_parse:
 * @entries: what the command knows beside --book and --help. Texts are taken as file names, since
 *   others are refused in the C locale when they are not ASCII.
 *
 * Reads the options of the command and leaves the rest in @cli->arguments. For --help, prints it
 * and returns %FALSE without an error.
 *
 * Errors: %G_OPTION_ERROR.
 */
gboolean
quad_cli_parse (QuadCli             *cli,
                const GOptionEntry  *entries,
                GError             **error)
{
  g_autoptr (GOptionContext) context = NULL;
  g_autofree char *book_path = NULL;
  gboolean help = FALSE;
  const GOptionEntry common[] = {
    { "book", 'b', G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &book_path,
      N_("The book to work on, instead of your own"), N_("FILE") },
    { "help", 'h', G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &help, N_("Show this help"), NULL },
    { G_OPTION_REMAINING, 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME_ARRAY, &cli->arguments,
      NULL, NULL },
    { NULL },
  };

  context = g_option_context_new (cli->command->arguments);
  g_option_context_set_summary (context, cli->command->summary);
  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  g_option_context_set_help_enabled (context, FALSE);
  if (entries != NULL)
    g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, common, GETTEXT_PACKAGE);
  if (!g_option_context_parse (context, &cli->argc, &cli->argv, error))
    return FALSE;

  if (book_path != NULL)
    {
      g_free (cli->book_path);
      cli->book_path = g_steal_pointer (&book_path);
    }
  if (help)
    {
      print_help (cli, context);
      return FALSE;
    }
  if (cli->arguments == NULL)
    cli->arguments = g_new0 (char *, 1);
  cli->n_arguments = g_strv_length (cli->arguments);
  return check_arguments (cli, error);
}

/**
 * quad_cli_parse_format:
 * @text: (nullable): what --format says
 * @csv: whether the command can do that too
 */
gboolean
quad_cli_parse_format (const char     *text,
                       gboolean        csv,
                       QuadCliFormat  *format,
                       GError        **error)
{
  *format = QUAD_CLI_FORMAT_TEXT;
  if (text == NULL || g_str_equal (text, "text"))
    return TRUE;
  if (g_str_equal (text, "json"))
    {
      *format = QUAD_CLI_FORMAT_JSON;
      return TRUE;
    }
  if (csv && g_str_equal (text, "csv"))
    {
      *format = QUAD_CLI_FORMAT_CSV;
      return TRUE;
    }
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
               _("--format is one of %s"), csv ? "text, json, csv" : "text, json");
  return FALSE;
}

/**
 * quad_cli_parse_word:
 * @option: "--tier", for the message
 * @text: one of the words
 */
gboolean
quad_cli_parse_word (const QuadWords  *words,
                     const char       *option,
                     const char       *text,
                     guint            *value,
                     GError          **error)
{
  g_autoptr (GString) known = NULL;

  if (quad_words_parse (words, text, value))
    return TRUE;

  known = g_string_new (NULL);
  for (guint i = 0; i < words->n_values; i++)
    g_string_append_printf (known, "%s%s", i > 0 ? ", " : "", words->values[i].nick);
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _("%s is one of %s"), option,
               known->str);
  return FALSE;
}

/**
 * quad_cli_dup_book_path:
 *
 * Returns: (transfer full): where the book is, or will be
 */
char *
quad_cli_dup_book_path (QuadCli *cli)
{
  return cli->book_path != NULL ? g_strdup (cli->book_path) : quad_book_get_default_path ();
}

/* Names the newest daily copy beside a book that cannot be used as it is. */
static void
offer_backup (const char  *path,
              GError     **error)
{
  g_autoptr (GPtrArray) backups = quad_backup_list (path);
  g_autofree char *shown = NULL;
  g_autofree char *message = NULL;

  if (backups->len == 0)
    return;
  shown = g_filename_display_name (((QuadBackup *) backups->pdata[0])->path);
  /* Translators: what is wrong with a book, as a sentence; the file name of its newest backup */
  message = g_strdup_printf (_("%s “quadrille restore %s” puts the newest backup in its place."),
                             (*error)->message, shown);
  g_clear_error (error);
  g_set_error_literal (error, QUAD_ERROR, QUAD_ERROR_CORRUPT, message);
}

/**
 * quad_cli_open_book:
 *
 * Returns: (transfer full) (nullable): the book of this run. Where there is none yet, the error
 *   says how to make one.
 */
QuadBook *
quad_cli_open_book (QuadCli        *cli,
                    QuadBookFlags   flags,
                    GError        **error)
{
  g_autofree char *path = quad_cli_dup_book_path (cli);
  QuadBook *book;

  if ((flags & QUAD_BOOK_CREATE) == 0 && !g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_autofree char *shown = g_filename_display_name (path);

      g_set_error (error, QUAD_ERROR, QUAD_ERROR_NOT_FOUND,
                   _("There is no book at “%s” yet. “quadrille import FILE” makes one from a list "
                     "of accounts, “quadrille sample FILE” one to try things with."), shown);
      return NULL;
    }
  book = quad_book_open (path, flags, error);
  /* A day without its copy is no reason to refuse the work: a full disk says so by itself. */
  if (book != NULL)
    quad_book_back_up_daily (book, NULL);
  else if (error != NULL && g_error_matches (*error, QUAD_ERROR, QUAD_ERROR_CORRUPT))
    offer_backup (path, error);
  return book;
}

/**
 * quad_cli_close_new_book:
 * @book: a book that this run may have made
 * @path: of it
 *
 * Closes a book into which something should have come and did not. Where it is new, with nothing
 * in it and nothing done to it, it is removed again, so that the failed command leaves no trace.
 */
void
quad_cli_close_new_book (QuadBook   *book,
                         const char *path)
{
  gboolean untouched = quad_item_list_get_size (quad_book_get_accounts (book)) == 0
                       && quad_book_get_undo_label (book) == NULL
                       && quad_book_get_redo_label (book) == NULL;

  quad_book_close (book);
  if (untouched)
    g_unlink (path);
}
