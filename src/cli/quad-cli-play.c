/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-cli"

#include "quad-cli-edits.h"

#include "quad-i18n.h"

/* As much as the book takes. */
#define DAYS_MOST    36500
#define EVERY_MOST   3650
#define MINUTES_MOST 9999

/* What the command line says. */
typedef struct
{
  char     *title;
  char     *guidance;
  char     *due;
  char     *repeat;
  char     *from;
  char     *minutes;
  char     *to;
  gboolean  give;
  gboolean  back;
} PlayOptions;

static void
clear_options (PlayOptions *options)
{
  g_free (options->title);
  g_free (options->guidance);
  g_free (options->due);
  g_free (options->repeat);
  g_free (options->from);
  g_free (options->minutes);
  g_free (options->to);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PlayOptions, clear_options)

/* "none"; so many days after the profile begins; or a day of the year, like 12-01 */
static gboolean
read_due (const char  *text,
          QuadRecord  *play,
          GError     **error)
{
  /* a leap year, which has every day */
  g_autofree char *iso = g_strconcat ("2000-", text, NULL);
  QuadDate date = quad_date_from_iso (iso);
  int year, month, day;
  guint64 days;

  if (g_str_equal (text, "none"))
    quad_record_set_number (play, QUAD_PLAY_DUE_KIND, QUAD_DUE_NONE);
  else if (g_ascii_string_to_unsigned (text, 10, 0, DAYS_MOST, &days, NULL))
    {
      quad_record_set_number (play, QUAD_PLAY_DUE_KIND, QUAD_DUE_AFTER);
      quad_record_set_number (play, QUAD_PLAY_DUE_DAYS, (gint64) days);
    }
  else if (quad_date_to_ymd (date, &year, &month, &day))
    {
      quad_record_set_number (play, QUAD_PLAY_DUE_KIND, QUAD_DUE_YEARLY);
      quad_record_set_number (play, QUAD_PLAY_DUE_MONTH, month);
      quad_record_set_number (play, QUAD_PLAY_DUE_DAY, day);
    }
  else
    {
      g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                           _("--due is a number of days, a month and a day like 12-01, or none"));
      return FALSE;
    }
  return TRUE;
}

/* "once", or a number and a unit: "3 months" */
static gboolean
read_repeat (const char  *text,
             QuadRecord  *play,
             GError     **error)
{
  g_auto (GStrv) parts = g_strsplit (text, " ", 2);
  guint64 every = 0;
  guint kind = QUAD_REPEAT_NONE;

  if (!g_str_equal (text, "once")
      && (g_strv_length (parts) != 2
          || !g_ascii_string_to_unsigned (parts[0], 10, 1, EVERY_MOST, &every, NULL)
          || !quad_words_parse (&quad_repeat_words, parts[1], &kind) || kind == QUAD_REPEAT_NONE))
    {
      g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                           _("--repeat is a number of days, weeks or months like “3 months”, or "
                             "once"));
      return FALSE;
    }
  quad_record_set_number (play, QUAD_PLAY_REPEAT_KIND, kind);
  if (kind != QUAD_REPEAT_NONE)
    quad_record_set_number (play, QUAD_PLAY_REPEAT_EVERY, (gint64) every);
  return TRUE;
}

static QuadRecord *
read_options (const PlayOptions  *options,
              GError            **error)
{
  g_autoptr (QuadRecord) play = quad_record_new (&quad_play_schema);
  guint value;

  if (!quad_cli_read_text (play, QUAD_PLAY_TITLE, "--title", options->title, error)
      || !quad_cli_read_text (play, QUAD_PLAY_GUIDANCE, "--guidance", options->guidance, error)
      || (options->due != NULL && !read_due (options->due, play, error))
      || (options->repeat != NULL && !read_repeat (options->repeat, play, error)))
    return NULL;
  if (options->from != NULL)
    {
      if (!quad_cli_parse_word (&quad_repeat_from_words, "--from", options->from, &value, error))
        return NULL;
      quad_record_set_number (play, QUAD_PLAY_REPEAT_FROM, value);
    }
  if (options->minutes != NULL)
    {
      if (!quad_cli_read_number ("--minutes", options->minutes, 0, MINUTES_MOST, &value, error))
        return NULL;
      quad_record_set_number (play, QUAD_PLAY_MINUTES, value);
    }
  return g_steal_pointer (&play);
}

static QuadPlay *
find_play (QuadCli    *cli,
           QuadBook   *book,
           QuadOwner   owner,
           GError    **error)
{
  g_autoptr (GPtrArray) plays = quad_book_list_plays (book, owner);

  return quad_cli_find_item (plays, QUAD_PLAY_TITLE, cli->arguments[2], error);
}

/* What is due on a day of the year comes with the year, unless the options say otherwise. */
static void
complete_new (QuadRecord        *play,
              const PlayOptions *options)
{
  if (options->repeat != NULL
      || quad_record_get_number (play, QUAD_PLAY_DUE_KIND) != QUAD_DUE_YEARLY)
    return;
  quad_record_set_number (play, QUAD_PLAY_REPEAT_KIND, QUAD_REPEAT_MONTHS);
  quad_record_set_number (play, QUAD_PLAY_REPEAT_EVERY, 12);
  if (options->from == NULL)
    quad_record_set_number (play, QUAD_PLAY_REPEAT_FROM, QUAD_REPEAT_FROM_CALENDAR);
}

static gboolean
add_play (QuadCli        *cli,
          QuadBook       *book,
          QuadOwner       owner,
          gconstpointer   options,
          GError        **error)
{
  const PlayOptions *said = options;
  g_autoptr (QuadRecord) play = read_options (said, error);

  if (play == NULL
      || !quad_cli_read_text (play, QUAD_PLAY_TITLE, "TITLE", cli->arguments[2], error))
    return FALSE;
  quad_record_set_number (play, QUAD_PLAY_OWNER, owner);
  if (said->due == NULL)
    quad_record_set_number (play, QUAD_PLAY_DUE_KIND, QUAD_DUE_NONE);
  complete_new (play, said);
  if ((said->give ? quad_book_add_play_and_give (book, play, error)
                  : quad_book_add_play (book, play, error)) == NULL)
    return FALSE;
  quad_cli_print_change (book, TRUE);
  return TRUE;
}

static gboolean
edit_play (QuadCli        *cli,
           QuadBook       *book,
           QuadOwner       owner,
           gconstpointer   options,
           GError        **error)
{
  g_autoptr (QuadRecord) edits = read_options (options, error);
  QuadPlay *play;
  gboolean changed = FALSE;
  guint accounts, steps;

  if (edits == NULL || !quad_cli_check_edits (edits, error))
    return FALSE;
  play = find_play (cli, book, owner, error);
  quad_cli_watch (book, &changed);
  if (play == NULL || !quad_book_count_play (book, play, &accounts, &steps, error)
      || !quad_book_edit_play (book, play, edits, error))
    return FALSE;
  quad_cli_print_change (book, changed);
  if (changed && steps > 0)
    {
      quad_cli_print (ngettext ("%u open step follows it.", "%u open steps follow it.", steps),
                      steps);
      quad_cli_print ("\n");
    }
  return TRUE;
}

static gboolean
move_play (QuadCli        *cli,
           QuadBook       *book,
           QuadOwner       owner,
           gconstpointer   options,
           GError        **error)
{
  const PlayOptions *said = options;
  QuadPlay *play = find_play (cli, book, owner, error);
  gboolean changed = FALSE;
  guint number;

  if (play == NULL
      || !quad_cli_read_number ("--to", said->to != NULL ? said->to : "", 1, 1000, &number, error))
    return FALSE;
  quad_cli_watch (book, &changed);
  if (!quad_book_move_play (book, play, number - 1, error))
    return FALSE;
  quad_cli_print_change (book, changed);
  return TRUE;
}

static void
print_gone (guint steps)
{
  if (steps == 0)
    return;
  quad_cli_print (ngettext ("%u open step of it is gone.", "%u open steps of it are gone.", steps),
                  steps);
  quad_cli_print ("\n");
}

static gboolean
archive_play (QuadCli        *cli,
              QuadBook       *book,
              QuadOwner       owner,
              gconstpointer   options,
              GError        **error)
{
  const PlayOptions *said = options;
  QuadPlay *play = find_play (cli, book, owner, error);
  gboolean changed = FALSE;
  guint accounts, steps;

  quad_cli_watch (book, &changed);
  if (play == NULL || !quad_book_count_play (book, play, &accounts, &steps, error)
      || !quad_book_archive_play (book, play, !said->back, error))
    return FALSE;
  quad_cli_print_change (book, changed);
  if (changed && !said->back)
    print_gone (steps);
  return TRUE;
}

static gboolean
delete_play (QuadCli        *cli,
             QuadBook       *book,
             QuadOwner       owner,
             gconstpointer   options,
             GError        **error)
{
  QuadPlay *play = find_play (cli, book, owner, error);
  guint accounts, steps;

  if (play == NULL || !quad_book_count_play (book, play, &accounts, &steps, error)
      || !quad_book_delete_play (book, play, error))
    return FALSE;
  quad_cli_print_change (book, TRUE);
  print_gone (steps);
  return TRUE;
}

gboolean
quad_cli_play (QuadCli  *cli,
               GError  **error)
{
  static const QuadCliEdit edits[] = {
    { "add", "PROFILE TITLE", "guidance due repeat from minutes give", add_play },
    { "edit", "PROFILE PLAY", "title guidance due repeat from minutes", edit_play },
    { "move", "PROFILE PLAY --to NUMBER", "to", move_play },
    { "archive", "PROFILE PLAY", "back", archive_play },
    { "delete", "PROFILE PLAY", "", delete_play },
  };
  g_auto (PlayOptions) options = { 0 };
  const GOptionEntry entries[] = {
    { "title", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &options.title,
      N_("edit: another title"), N_("TEXT") },
    { "guidance", 'g', G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &options.guidance,
      N_("add, edit: how it is done well"), N_("TEXT") },
    { "due", 'd', G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &options.due,
      N_("add, edit: days after the profile begins, a day of the year like 12-01, or none"),
      N_("WHEN") },
    { "repeat", 'r', G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &options.repeat,
      N_("add, edit: how often, like “3 months”, or once"), N_("INTERVAL") },
    { "from", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &options.from,
      N_("add, edit: what the repeat counts from: done, calendar"), N_("START") },
    { "minutes", 'm', G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &options.minutes,
      N_("add, edit: how long it takes"), N_("NUMBER") },
    { "give", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &options.give,
      N_("add: give it to the accounts too that have the profile now"), NULL },
    { "back", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &options.back,
      N_("archive: take it back"), NULL },
    { "to", 't', G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &options.to,
      N_("move: the place in the list, from 1"), N_("NUMBER") },
    { NULL },
  };

  return quad_cli_run_edit (cli, entries, edits, G_N_ELEMENTS (edits), &options, error);
}
