/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-cli"

#include "quad-cli-private.h"

#include "quad-cli-table.h"
#include "quad-date-parse.h"
#include "quad-i18n.h"
#include "quad-playbook.h"
#include "quad-steps.h"

/* What the playbook asks for: the agenda, and profiles that fit better. */

static void
add_account (JsonBuilder *builder,
             QuadAccount *account)
{
  quad_cli_add_text (builder, "account", quad_account_get_name (account));
  quad_cli_add_text (builder, "uid", quad_item_get_text (QUAD_ITEM (account), QUAD_ACCOUNT_UID));
  quad_cli_add_text (builder, "tier", quad_tier_get_nick (quad_account_get_tier (account)));
}

static void
add_group (JsonBuilder     *builder,
           GPtrArray       *items,
           QuadAgendaGroup  group)
{
  json_builder_set_member_name (builder, quad_agenda_group_words.values[group].nick);
  json_builder_begin_array (builder);
  for (guint i = 0; i < items->len; i++)
    {
      QuadAgendaItem *item = items->pdata[i];
      QuadAccount *account = quad_agenda_item_get_account (item);
      g_autofree char *due = quad_date_to_iso (quad_agenda_item_get_due (item));

      if (quad_agenda_item_get_group (item) != group)
        continue;
      json_builder_begin_object (builder);
      quad_cli_add_text (builder, "kind",
                         quad_agenda_kind_words.values[quad_agenda_item_get_kind (item)].nick);
      quad_cli_add_text (builder, "title", quad_agenda_item_get_title (item));
      quad_cli_add_text (builder, "due", due);
      add_account (builder, account);
      quad_cli_add_text (builder, "profile",
                         quad_profile_get_nick (quad_account_get_profile (account)));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
print_agenda_json (GPtrArray *items,
                   QuadDate   today)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();
  g_autofree char *day = quad_date_to_iso (today);

  json_builder_begin_object (builder);
  quad_cli_add_text (builder, "day", day);
  for (guint group = 0; group < QUAD_N_AGENDA_GROUPS; group++)
    add_group (builder, items, group);
  json_builder_end_object (builder);
  quad_cli_print_json (builder);
}

static void
print_agenda_text (GPtrArray *items,
                   QuadDate   today)
{
  g_autoptr (QuadCliTable) table = NULL;
  g_autofree char *text = NULL;
  guint group = QUAD_N_AGENDA_GROUPS;

  if (items->len == 0)
    {
      quad_cli_print ("%s\n", _("Nothing is due."));
      return;
    }

  table = quad_cli_table_new ();
  quad_cli_table_add_column (table, _("When"), FALSE);
  quad_cli_table_add_column (table, _("Due"), FALSE);
  quad_cli_table_add_column (table, _("Account"), FALSE);
  quad_cli_table_add_column (table, _("What"), FALSE);
  for (guint i = 0; i < items->len; i++)
    {
      QuadAgendaItem *item = items->pdata[i];
      gboolean first = quad_agenda_item_get_group (item) != group;

      group = quad_agenda_item_get_group (item);
      quad_cli_table_add_cell (table, first ? quad_agenda_group_get_label (group) : "");
      quad_cli_table_take_cell (table, quad_agenda_describe_due (quad_agenda_item_get_due (item),
                                                                 today));
      quad_cli_table_add_cell (table,
                               quad_account_get_name (quad_agenda_item_get_account (item)));
      quad_cli_table_add_cell (table, quad_agenda_item_get_title (item));
    }
  text = quad_cli_table_to_text (table);
  quad_cli_print ("%s", text);
}

static gboolean
parse_until (const char  *text,
             QuadDate    *until,
             GError     **error)
{
  if (text == NULL || quad_date_parse (text, QUAD_DATE_ORDER_UNKNOWN, until, NULL))
    return TRUE;
  g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                       _("--until is a day, written like 2026-12-31"));
  return FALSE;
}

gboolean
quad_cli_agenda (QuadCli  *cli,
                 GError  **error)
{
  g_autofree char *format_text = NULL;
  g_autofree char *until = NULL;
  g_autoptr (QuadBook) book = NULL;
  g_autoptr (GPtrArray) items = NULL;
  QuadAgendaFilter filter = { 0 };
  QuadCliFormat format;
  const GOptionEntry entries[] = {
    { "until", 'u', G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &until,
      N_("Only what is due until this day"), N_("DATE") },
    { "format", 'f', G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &format_text,
      N_("text or json"), N_("FORMAT") },
    { NULL },
  };

  if (!quad_cli_parse (cli, entries, error)
      || !quad_cli_parse_format (format_text, FALSE, &format, error)
      || !parse_until (until, &filter.until, error))
    return FALSE;
  book = quad_cli_open_book (cli, QUAD_BOOK_READ_ONLY, error);
  if (book == NULL)
    return FALSE;
  items = quad_book_load_agenda (book, &filter, error);
  if (items == NULL)
    return FALSE;

  if (format == QUAD_CLI_FORMAT_JSON)
    print_agenda_json (items, quad_book_get_today (book));
  else
    print_agenda_text (items, quad_book_get_today (book));
  return TRUE;
}

static const char *
get_cause_nick (QuadAlignCause cause)
{
  switch (cause)
    {
    case QUAD_ALIGN_MISSING:
      return "missing";
    case QUAD_ALIGN_CONTRADICTION:
      return "contradiction";
    case QUAD_ALIGN_BETTER:
      return "better";
    }
  g_return_val_if_reached ("");
}

static void
print_align_json (GPtrArray         *alignments,
                  const QuadProfile *from,
                  gboolean           applied)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "applied");
  json_builder_add_boolean_value (builder, applied);
  json_builder_set_member_name (builder, "accounts");
  json_builder_begin_array (builder);
  for (guint i = 0; i < alignments->len; i++)
    {
      const QuadAlignment *alignment = alignments->pdata[i];

      json_builder_begin_object (builder);
      add_account (builder, alignment->account);
      quad_cli_add_text (builder, "from", quad_profile_get_nick (from[i]));
      quad_cli_add_text (builder, "to", quad_profile_get_nick (alignment->proposed));
      quad_cli_add_text (builder, "cause", get_cause_nick (alignment->cause));
      quad_cli_add_text (builder, "reason", alignment->reason);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  quad_cli_print_json (builder);
}

static void
print_let_go (guint n)
{
  if (n == 0)
    return;

  quad_cli_print (ngettext ("%u client brings nothing and is left to you: --apply lets nobody go.",
                            "%u clients bring nothing and are left to you: --apply lets nobody go.",
                            n), n);
  quad_cli_print ("\n");
}

static void
print_align_text (QuadBook          *book,
                  GPtrArray         *alignments,
                  const QuadProfile *from,
                  guint              n_let_go,
                  gboolean           applied)
{
  const QuadNames *names = quad_book_get_names (book);
  g_autoptr (QuadCliTable) table = NULL;
  g_autofree char *text = NULL;
  guint n = alignments->len;

  if (n == 0 && n_let_go == 0)
    {
      quad_cli_print ("%s\n", _("Every account has the profile that fits it."));
      return;
    }
  if (n == 0)
    {
      print_let_go (n_let_go);
      return;
    }

  table = quad_cli_table_new ();
  quad_cli_table_add_column (table, _("Account"), FALSE);
  quad_cli_table_add_column (table, _("From"), FALSE);
  quad_cli_table_add_column (table, _("To"), FALSE);
  /* Translators: why a profile is proposed */
  quad_cli_table_add_column (table, _("Reason"), FALSE);
  for (guint i = 0; i < n; i++)
    {
      const QuadAlignment *alignment = alignments->pdata[i];

      quad_cli_table_add_cell (table, quad_account_get_name (alignment->account));
      quad_cli_table_add_cell (table, quad_names_get_profile (names, from[i]));
      quad_cli_table_add_cell (table, quad_names_get_profile (names, alignment->proposed));
      quad_cli_table_add_cell (table, alignment->reason);
    }
  text = quad_cli_table_to_text (table);
  quad_cli_print ("%s\n", text);
  if (applied)
    quad_cli_print (ngettext ("Aligned %u account.", "Aligned %u accounts.", n), n);
  else if (n > n_let_go)
    quad_cli_print (ngettext ("%u account would get another profile; --apply does it.",
                              "%u accounts would get another profile; --apply does it.",
                              n - n_let_go), n - n_let_go);
  if (applied || n > n_let_go)
    quad_cli_print ("\n");
  print_let_go (n_let_go);
}

/* Of the accounts for which letting go is proposed, which a person decides. */
static guint
count_let_go (GPtrArray *alignments)
{
  guint n = 0;

  for (guint i = 0; i < alignments->len; i++)
    n += ((QuadAlignment *) alignments->pdata[i])->proposed == QUAD_PROFILE_JETTISON;

  return n;
}

static void
leave_out_let_go (GPtrArray *alignments)
{
  for (guint i = alignments->len; i > 0; i--)
    if (((QuadAlignment *) alignments->pdata[i - 1])->proposed == QUAD_PROFILE_JETTISON)
      g_ptr_array_remove_index (alignments, i - 1);
}

static gboolean
apply_alignments (QuadBook   *book,
                  GPtrArray  *alignments,
                  GError    **error)
{
  g_autoptr (GPtrArray) accounts = g_ptr_array_new ();
  g_autofree QuadProfile *profiles = g_new (QuadProfile, alignments->len);

  for (guint i = 0; i < alignments->len; i++)
    {
      const QuadAlignment *alignment = alignments->pdata[i];

      g_ptr_array_add (accounts, alignment->account);
      profiles[i] = alignment->proposed;
    }
  return accounts->len == 0 || quad_book_align (book, accounts, profiles, error);
}

gboolean
quad_cli_align (QuadCli  *cli,
                GError  **error)
{
  g_autofree char *format_text = NULL;
  g_autoptr (QuadBook) book = NULL;
  g_autoptr (GPtrArray) alignments = NULL;
  g_autofree QuadProfile *from = NULL;
  gboolean apply = FALSE;
  QuadCliFormat format;
  guint n_let_go;
  const GOptionEntry entries[] = {
    { "apply", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &apply,
      N_("Set the profiles; without it they are only shown"), NULL },
    { "format", 'f', G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &format_text,
      N_("text or json"), N_("FORMAT") },
    { NULL },
  };

  if (!quad_cli_parse (cli, entries, error)
      || !quad_cli_parse_format (format_text, FALSE, &format, error))
    return FALSE;
  book = quad_cli_open_book (cli, apply ? 0 : QUAD_BOOK_READ_ONLY, error);
  if (book == NULL)
    return FALSE;
  alignments = quad_book_load_alignments (book, error);
  if (alignments == NULL)
    return FALSE;
  n_let_go = count_let_go (alignments);
  if (apply)
    leave_out_let_go (alignments);
  from = g_new (QuadProfile, alignments->len);
  for (guint i = 0; i < alignments->len; i++)
    from[i] = quad_account_get_profile (((QuadAlignment *) alignments->pdata[i])->account);
  if (apply && !apply_alignments (book, alignments, error))
    return FALSE;

  if (format == QUAD_CLI_FORMAT_JSON)
    print_align_json (alignments, from, apply);
  else
    print_align_text (book, alignments, from, n_let_go, apply);
  return TRUE;
}
