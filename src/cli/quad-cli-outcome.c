/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-cli"

#include "quad-cli-private.h"

#include "quad-date-parse.h"
#include "quad-i18n.h"
#include "quad-steps.h"

/* Profiles, what becomes of clients that are let go, and parking. Each command is one operation. */

static const QuadEnumInfo outcomes[] = {
  { "turned-around", "", "", "" },
  { "ended", "", "", "" },
};

static const QuadWords outcome_words = { outcomes, G_N_ELEMENTS (outcomes) };

/* Says what the last operation did. Some accounts may have stayed as they are. */
static void
print_done (QuadBook   *book,
            gboolean    done,
            const char *nothing)
{
  quad_cli_print ("%s\n", done ? quad_book_get_undo_label (book) : nothing);
}

static gboolean
check_utf8 (const char  *text,
            GError     **error)
{
  g_autofree char *shown = NULL;

  if (text == NULL || g_utf8_validate (text, -1, NULL))
    return TRUE;
  shown = g_filename_display_name (text);
  g_set_error (error, QUAD_ERROR, QUAD_ERROR_INVALID_INPUT, _("“%s” is not UTF-8 text"), shown);
  return FALSE;
}

/* The book to write to, and the accounts that the arguments name. */
static QuadBook *
open_with_accounts (QuadCli    *cli,
                    GPtrArray **accounts,
                    GError    **error)
{
  g_autoptr (QuadBook) book = quad_cli_open_book (cli, 0, error);

  if (book == NULL)
    return NULL;
  *accounts = quad_cli_find_accounts (cli, 0, book, error);
  return *accounts != NULL ? g_steal_pointer (&book) : NULL;
}

static guint
count_profile (GPtrArray   *accounts,
               QuadProfile  profile)
{
  guint n = 0;

  for (guint i = 0; i < accounts->len; i++)
    n += quad_account_get_profile (accounts->pdata[i]) == profile;
  return n;
}

gboolean
quad_cli_set_profile (QuadCli  *cli,
                      GError  **error)
{
  g_autofree char *to = NULL;
  g_autoptr (QuadBook) book = NULL;
  g_autoptr (GPtrArray) accounts = NULL;
  gboolean changes;
  guint profile;
  const GOptionEntry entries[] = {
    { "to", 't', G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &to,
      N_("Which one: keep, attain, recapture, expand, jettison, none"), N_("PROFILE") },
    { NULL },
  };

  if (!quad_cli_parse (cli, entries, error))
    return FALSE;
  if (to == NULL)
    {
      g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED,
                           _("“set-profile” needs --to PROFILE"));
      return FALSE;
    }
  if (!quad_cli_parse_word (&quad_profile_words, "--to", to, &profile, error))
    return FALSE;
  book = open_with_accounts (cli, &accounts, error);
  if (book == NULL)
    return FALSE;

  changes = count_profile (accounts, profile) < accounts->len;
  if (!quad_book_set_profile (book, accounts, profile, error))
    return FALSE;
  print_done (book, changes, _("Nothing to change: that is the profile they have."));
  return TRUE;
}

gboolean
quad_cli_outcome (QuadCli  *cli,
                  GError  **error)
{
  g_autofree char *is = NULL;
  g_autofree char *reason = NULL;
  g_autoptr (QuadBook) book = NULL;
  g_autoptr (GPtrArray) accounts = NULL;
  guint outcome;
  const GOptionEntry entries[] = {
    { "is", 'i', G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &is,
      N_("What became of them: turned-around, ended"), N_("OUTCOME") },
    { "reason", 'r', G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &reason, N_("Why"), N_("TEXT") },
    { NULL },
  };

  if (!quad_cli_parse (cli, entries, error))
    return FALSE;
  if (is == NULL)
    {
      g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED,
                           _("“outcome” needs --is OUTCOME"));
      return FALSE;
    }
  if (!quad_cli_parse_word (&outcome_words, "--is", is, &outcome, error)
      || !check_utf8 (reason, error))
    return FALSE;
  book = open_with_accounts (cli, &accounts, error);
  if (book == NULL)
    return FALSE;
  for (guint i = 0; i < accounts->len; i++)
    if (quad_account_get_profile (accounts->pdata[i]) != QUAD_PROFILE_JETTISON)
      {
        g_set_error (error, QUAD_ERROR, QUAD_ERROR_CONSTRAINT,
                     _("“%s” was not to be let go: its profile is not jettison"),
                     quad_account_get_name (accounts->pdata[i]));
        return FALSE;
      }

  if (outcome == 0 ? !quad_book_turn_around (book, accounts, reason, error)
                   : !quad_book_end_accounts (book, accounts, reason, error))
    return FALSE;
  print_done (book, TRUE, NULL);
  return TRUE;
}

gboolean
quad_cli_park (QuadCli  *cli,
               GError  **error)
{
  g_autofree char *reason = NULL;
  g_autofree char *revisit = NULL;
  g_autoptr (QuadBook) book = NULL;
  g_autoptr (GPtrArray) accounts = NULL;
  QuadDate day = QUAD_DATE_NONE;
  guint n_parked = 0;
  const GOptionEntry entries[] = {
    { "reason", 'r', G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &reason, N_("Why"), N_("TEXT") },
    { "revisit", 'd', G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &revisit,
      N_("When to look at them again"), N_("DATE") },
    { NULL },
  };

  if (!quad_cli_parse (cli, entries, error) || !check_utf8 (reason, error))
    return FALSE;
  if (revisit != NULL && !quad_date_parse (revisit, QUAD_DATE_ORDER_UNKNOWN, &day, NULL))
    {
      g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                           _("--revisit is a day, written like 2026-12-31"));
      return FALSE;
    }
  book = open_with_accounts (cli, &accounts, error);
  if (book == NULL)
    return FALSE;

  for (guint i = 0; i < accounts->len; i++)
    {
      QuadItem *account = accounts->pdata[i];
      const char *before = quad_item_get_text (account, QUAD_ACCOUNT_PARKED_REASON);

      n_parked += quad_account_get_tier (accounts->pdata[i]) == QUAD_TIER_PARKED
                  && g_strcmp0 (before, reason) == 0
                  && quad_item_get_number (account, QUAD_ACCOUNT_REVISIT_ON) == day;
    }
  if (!quad_book_park_accounts (book, accounts, reason, day, error))
    return FALSE;
  print_done (book, n_parked < accounts->len, _("Nothing to change: they are parked so already."));
  return TRUE;
}
