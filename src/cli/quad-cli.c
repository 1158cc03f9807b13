/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-cli"

#include "quad-cli.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "quad-cli-private.h"
#include "quad-i18n.h"

enum
{
  STATUS_USAGE     = 2,
  STATUS_CANCELLED = 130,       /* as a shell reports a program that Ctrl+C ended */
};

static const QuadCliCommand commands[] = {
  { "import", "FILE", N_("Take in the accounts of a list, or a whole book (.json)"), 1, 1,
    quad_cli_import },
  { "mapping", "ACTION…", N_("List, rename or forget how lists are read that came before"), 1, 3,
    quad_cli_mapping },
  { "recut", "", N_("Show or apply the cut between key and secondary accounts"), 0, 0,
    quad_cli_recut },
  { "review", "", N_("Show what moved since the last review, or note a new one"), 0, 0,
    quad_cli_review },
  { "summary", "", N_("Show the figures of the account list"), 0, 0, quad_cli_summary },
  { "list", "", N_("List accounts"), 0, 0, quad_cli_list },
  { "move", "ACCOUNT…", N_("Move accounts to another tier"), 1, G_MAXUINT, quad_cli_move },
  { "set-profile", "ACCOUNT…", N_("Give accounts a profile"), 1, G_MAXUINT,
    quad_cli_set_profile },
  { "outcome", "ACCOUNT…", N_("Say what became of clients that were to be let go"), 1, G_MAXUINT,
    quad_cli_outcome },
  { "park", "ACCOUNT…", N_("Take accounts off the chart, with a reason"), 1, G_MAXUINT,
    quad_cli_park },
  { "agenda", "", N_("List what is due, and when"), 0, 0, quad_cli_agenda },
  { "align", "", N_("Show or set the profiles that fit accounts better"), 0, 0, quad_cli_align },
  { "profiles", "[PROFILE]", N_("Show profiles and tiers with their traits and plays"), 0, 1,
    quad_cli_profiles },
  { "profile", "PROFILE", N_("Change what a profile or tier is called, and who it is for"), 1, 1,
    quad_cli_profile },
  { "trait", "ACTION…", N_("Add, edit, move or delete a trait of a profile"), 1, 3,
    quad_cli_trait },
  { "play", "ACTION…", N_("Add, edit, move, archive or delete a play of a profile or tier"), 1, 3,
    quad_cli_play },
  { "playbook", "restore", N_("Restore the playbook that comes with the program"), 1, 1,
    quad_cli_playbook },
  { "plan", "ACTION…", N_("List, add, apply or discard planned moves"), 0, G_MAXUINT,
    quad_cli_plan },
  { "duplicates", "", N_("List accounts that are probably in the book twice"), 0, 0,
    quad_cli_duplicates },
  { "merge", "ACCOUNT OTHER", N_("Make one account of two, with all that belongs to them"), 2, 2,
    quad_cli_merge },
  { "export", "FILE", N_("Write the chart, the list, a calendar or all, by the ending of the name"),
    1, 1, quad_cli_export },
  { "undo", "[ENTRY]", N_("Take back what was done last, or one entry of the history"), 0, 1,
    quad_cli_undo },
  { "redo", "", N_("Do again what was taken back"), 0, 0, quad_cli_redo },
  { "history", "", N_("List what was done, the latest first"), 0, 0, quad_cli_history },
  { "backup", "[FILE]", N_("Write a copy of the book, or list the daily ones"), 0, 1,
    quad_cli_backup },
  { "restore", "FILE", N_("Put a copy in the place of the book, which is kept"), 1, 1,
    quad_cli_restore },
  { "check", "", N_("Check that the book is sound"), 0, 0, quad_cli_check },
  { "sample", "FILE", N_("Make a new book with invented accounts"), 1, 1, quad_cli_sample },
};

static const QuadCliCommand *
find_command (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (strcmp (commands[i].name, name) == 0)
      return &commands[i];
  return NULL;
}

static void
print_help (void)
{
  quad_cli_print ("%s\n", _("Usage:"));
  quad_cli_print ("  quadrille [--book FILE] [FILE]\n");
  quad_cli_print ("  quadrille [--book FILE] COMMAND …\n\n");
  quad_cli_print ("%s\n\n", _("Account planning on a chart of four boxes. Without a command, opens "
                              "the window;\nFILE is a list of accounts to import there."));
  quad_cli_print ("%s\n", _("Commands:"));
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      g_autofree char *usage = g_strconcat (commands[i].name, " ", commands[i].arguments, NULL);
      int space = MAX (0, 22 - (int) g_utf8_strlen (usage, -1));

      quad_cli_print ("  %s%*s%s\n", usage, space, "", _(commands[i].summary));
    }
  quad_cli_print ("\n%s\n", _("Options:"));
  quad_cli_print ("  -b, --book FILE       %s\n", _("The book to work on, instead of your own"));
  quad_cli_print ("  -h, --help            %s\n", _("Show this help"));
  quad_cli_print ("  --version             %s\n\n", _("Show the version"));
  quad_cli_print ("%s\n", _("“quadrille COMMAND --help” tells more about a command."));
}

/* One line on standard error, whatever the message holds. */
static void
print_error (const char *message)
{
  g_autofree char *line = g_strdup (message);

  g_strdelimit (g_strstrip (line), "\r\n", ' ');
  fprintf (stderr, "quadrille: %s\n", line);
}

static int
report (const QuadCliCommand *command,
        const GError         *error)
{
  g_autofree char *message = NULL;

  if (error->domain == G_OPTION_ERROR || error->domain == G_CONVERT_ERROR)
    {
      /* Translators: what is wrong with the words on the command line, and where help is */
      message = g_strdup_printf (_("%s (see “quadrille %s --help”)"), error->message,
                                 command->name);
      print_error (message);
      return STATUS_USAGE;
    }
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      print_error (_("Cancelled. The book is as it was."));
      return STATUS_CANCELLED;
    }
  print_error (error->message);
  return EXIT_FAILURE;
}

/* What could not be written (a full disk, a closed pipe) is not success. */
static int
finish_output (int status)
{
  if (fflush (stdout) == 0 && !ferror (stdout))
    return status;
  if (status == EXIT_SUCCESS)
    {
      g_autofree char *message = g_strdup_printf (_("The output could not be written: %s"),
                                                  g_strerror (errno));

      print_error (message);
    }
  return status == EXIT_SUCCESS ? EXIT_FAILURE : status;
}

static int
run_command (const QuadCliCommand *command,
             const char           *book_path,
             int                   argc,
             char                **argv)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) owned = g_new0 (char *, (gsize) argc + 1);
  g_autofree char **words = NULL;
  QuadCli cli = { .command = command, .argc = argc, .book_path = g_strdup (book_path) };
  int status = EXIT_SUCCESS;

  /* The parser takes words out of the array, so it gets one of its own. */
  for (int i = 0; i < argc; i++)
    owned[i] = g_strdup (argv[i]);
  words = g_memdup2 (owned, sizeof (char *) * ((gsize) argc + 1));
  cli.argv = words;

  if (!command->run (&cli, &error) && error != NULL)
    status = report (command, error);

  g_free (cli.book_path);
  g_strfreev (cli.arguments);
  return finish_output (status);
}

static int
fail_unknown (const char *word)
{
  g_autofree char *shown = g_filename_display_name (word);
  g_autofree char *message = NULL;

  if (word[0] == '-')
    message = g_strdup_printf (_("There is no option “%s” (see “quadrille --help”)"), shown);
  else
    message = g_strdup_printf (_("“%s” is neither a command nor a file (see “quadrille --help”)"),
                               shown);
  print_error (message);
  return STATUS_USAGE;
}

/**
 * quad_cli_run:
 * @status: (out): the exit status
 *
 * Does what the command line asks for, unless that is the window.
 *
 * Returns: %FALSE when the window is wanted; nothing was done or written then
 */
gboolean
quad_cli_run (int    argc,
              char **argv,
              int   *status)
{
  const char *book_path = NULL;
  int i;

  for (i = 1; i < argc; i++)
    {
      const char *word = argv[i];

      if (g_str_equal (word, "--help") || g_str_equal (word, "-h"))
        {
          print_help ();
          *status = finish_output (EXIT_SUCCESS);
          return TRUE;
        }
      if (g_str_equal (word, "--version"))
        {
          quad_cli_print ("Quadrille %s\n", QUAD_VERSION);
          *status = finish_output (EXIT_SUCCESS);
          return TRUE;
        }
      if (g_str_equal (word, "--book") || g_str_equal (word, "-b"))
        {
          if (i + 1 == argc)
            {
              print_error (_("--book needs the name of a file (see “quadrille --help”)"));
              *status = STATUS_USAGE;
              return TRUE;
            }
          book_path = argv[++i];
        }
      else if (g_str_has_prefix (word, "--book="))
        book_path = word + strlen ("--book=");
      else if (g_str_has_prefix (word, "--gapplication-"))
        return FALSE;
      else
        break;
    }

  if (i == argc || g_str_equal (argv[i], "--"))
    return FALSE;
  if (find_command (argv[i]) != NULL)
    {
      *status = run_command (find_command (argv[i]), book_path, argc - i, argv + i);
      return TRUE;
    }
  if (argv[i][0] == '-'
      || (!g_file_test (argv[i], G_FILE_TEST_EXISTS) && strstr (argv[i], "://") == NULL))
    {
      *status = fail_unknown (argv[i]);
      return TRUE;
    }
  return FALSE;
}
