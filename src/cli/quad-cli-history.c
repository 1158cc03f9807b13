/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-cli"

#include "quad-cli-private.h"

#include "quad-cli-table.h"
#include "quad-i18n.h"

static void
print_history_json (GPtrArray *entries)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();

  json_builder_begin_array (builder);
  for (guint i = 0; i < entries->len; i++)
    {
      const QuadHistoryEntry *entry = entries->pdata[i];
      g_autoptr (GDateTime) moment = g_date_time_new_from_unix_utc (entry->time);
      g_autofree char *iso = moment != NULL ? g_date_time_format_iso8601 (moment) : NULL;

      json_builder_begin_object (builder);
      quad_cli_add_count (builder, "id", entry->id);
      quad_cli_add_text (builder, "label", entry->label);
      quad_cli_add_text (builder, "time", iso);
      json_builder_set_member_name (builder, "undone");
      json_builder_add_boolean_value (builder, entry->undone);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  quad_cli_print_json (builder);
}

static void
print_history_text (GPtrArray *entries)
{
  g_autoptr (QuadCliTable) table = NULL;
  g_autofree char *text = NULL;

  if (entries->len == 0)
    {
      quad_cli_print ("%s\n", _("Nothing was done in this book yet."));
      return;
    }

  table = quad_cli_table_new ();
  quad_cli_table_add_column (table, _("No."), TRUE);
  quad_cli_table_add_column (table, _("When"), FALSE);
  quad_cli_table_add_column (table, _("What"), FALSE);
  for (guint i = 0; i < entries->len; i++)
    {
      const QuadHistoryEntry *entry = entries->pdata[i];
      g_autoptr (GDateTime) moment = g_date_time_new_from_unix_local (entry->time);

      quad_cli_table_take_cell (table, g_strdup_printf ("%" G_GINT64_FORMAT, entry->id));
      quad_cli_table_take_cell (table, moment != NULL
                                       ? g_date_time_format (moment, "%Y-%m-%d %H:%M")
                                       : g_strdup (""));
      if (entry->undone)
        /* Translators: %s is what was done, and was taken back */
        quad_cli_table_take_cell (table, g_strdup_printf (_("%s (undone)"), entry->label));
      else
        quad_cli_table_add_cell (table, entry->label);
    }
  text = quad_cli_table_to_text (table);
  quad_cli_print ("%s", text);
}

gboolean
quad_cli_history (QuadCli  *cli,
                  GError  **error)
{
  g_autofree char *format_text = NULL;
  g_autoptr (QuadBook) book = NULL;
  g_autoptr (GPtrArray) history = NULL;
  QuadCliFormat format;
  const GOptionEntry entries[] = {
    { "format", 'f', G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &format_text,
      N_("text or json"), N_("FORMAT") },
    { NULL },
  };

  if (!quad_cli_parse (cli, entries, error)
      || !quad_cli_parse_format (format_text, FALSE, &format, error))
    return FALSE;
  book = quad_cli_open_book (cli, QUAD_BOOK_READ_ONLY, error);
  if (book == NULL)
    return FALSE;
  history = quad_book_load_history (book, G_MAXUINT, error);
  if (history == NULL)
    return FALSE;

  if (format == QUAD_CLI_FORMAT_JSON)
    print_history_json (history);
  else
    print_history_text (history);
  return TRUE;
}

static void
print_spared (GPtrArray *spared)
{
  if (spared->len == 0)
    return;
  quad_cli_print (ngettext ("%u account changed since and stays as it is:",
                            "%u accounts changed since and stay as they are:", spared->len),
                  spared->len);
  quad_cli_print ("\n");
  for (guint i = 0; i < spared->len; i++)
    quad_cli_print ("  %s\n", quad_account_get_name (spared->pdata[i]));
}

static gboolean
undo_entry (QuadCli  *cli,
            GError  **error)
{
  g_autoptr (QuadBook) book = NULL;
  g_autoptr (GPtrArray) spared = NULL;
  guint64 entry;

  if (!g_ascii_string_to_unsigned (cli->arguments[0], 10, 1, G_MAXINT64, &entry, NULL))
    {
      g_autofree char *shown = g_filename_display_name (cli->arguments[0]);

      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                   _("“%s” is not the number of an entry, as “quadrille history” shows them"),
                   shown);
      return FALSE;
    }
  book = quad_cli_open_book (cli, 0, error);
  if (book == NULL || !quad_book_undo_entry (book, (gint64) entry, &spared, error))
    return FALSE;
  quad_cli_print ("%s\n", _("Undone."));
  print_spared (spared);
  return TRUE;
}

static gboolean
step_history (QuadCli     *cli,
              gboolean     undo,
              GError     **error)
{
  g_autoptr (QuadBook) book = NULL;
  g_autofree char *label = NULL;

  if (!quad_cli_parse (cli, NULL, error))
    return FALSE;
  if (cli->n_arguments > 0)
    return undo_entry (cli, error);
  book = quad_cli_open_book (cli, 0, error);
  if (book == NULL)
    return FALSE;

  label = g_strdup (undo ? quad_book_get_undo_label (book) : quad_book_get_redo_label (book));
  if (label == NULL)
    {
      g_set_error_literal (error, QUAD_ERROR, QUAD_ERROR_NOT_FOUND,
                           undo ? _("There is nothing to undo") : _("There is nothing to redo"));
      return FALSE;
    }
  if (undo ? !quad_book_undo (book, error) : !quad_book_redo (book, error))
    return FALSE;
  /* Translators: %s is what was done, like "Move Quayside Hotels to Key accounts" */
  quad_cli_print (undo ? _("Undone: %s") : _("Done again: %s"), label);
  quad_cli_print ("\n");
  return TRUE;
}

gboolean
quad_cli_undo (QuadCli  *cli,
               GError  **error)
{
  return step_history (cli, TRUE, error);
}

gboolean
quad_cli_redo (QuadCli  *cli,
               GError  **error)
{
  return step_history (cli, FALSE, error);
}

gboolean
quad_cli_check (QuadCli  *cli,
                GError  **error)
{
  g_autoptr (QuadBook) book = NULL;
  g_autofree char *shown = NULL;
  guint n;

  if (!quad_cli_parse (cli, NULL, error))
    return FALSE;
  book = quad_cli_open_book (cli, QUAD_BOOK_READ_ONLY, error);
  if (book == NULL || !quad_book_check (book, error))
    return FALSE;

  shown = g_filename_display_name (quad_book_get_path (book));
  n = quad_item_list_get_size (quad_book_get_accounts (book));
  /* Translators: file name of a book and the accounts in it; it was checked and is sound */
  quad_cli_print (ngettext ("%s: ok, %u account", "%s: ok, %u accounts", n), shown, n);
  quad_cli_print ("\n");
  return TRUE;
}
