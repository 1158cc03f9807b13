/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-cli"

#include "quad-cli-edits.h"

#include "quad-cli-table.h"
#include "quad-i18n.h"
#include "quad-schedule.h"

/* The owner is said once for all, and the place is the number. */
static gboolean
is_shown (const QuadSchema *schema,
          guint             field)
{
  return schema == &quad_trait_schema ? field != QUAD_TRAIT_OWNER && field != QUAD_TRAIT_POSITION
                                      : field != QUAD_PLAY_OWNER && field != QUAD_PLAY_POSITION;
}

static void
add_items (JsonBuilder        *builder,
           const char         *name,
           GPtrArray          *items,
           const QuadCurrency *currency)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (guint i = 0; i < items->len; i++)
    {
      const QuadRecord *values = quad_item_get_values (items->pdata[i]);
      const QuadSchema *schema = quad_record_get_schema (values);

      json_builder_begin_object (builder);
      quad_cli_add_count (builder, "number", i + 1);
      for (guint field = 0; field < schema->n_fields; field++)
        if (is_shown (schema, field))
          quad_cli_add_field (builder, values, field, currency);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_owner (JsonBuilder *builder,
           QuadBook    *book,
           QuadOwner    owner)
{
  const QuadCurrency *currency = quad_book_get_currency (book);
  g_autoptr (GPtrArray) traits = quad_book_list_traits (book, owner);
  g_autoptr (GPtrArray) plays = quad_book_list_plays (book, owner);

  json_builder_begin_object (builder);
  quad_cli_add_text (builder, "profile", quad_owner_words.values[owner].nick);
  quad_cli_add_text (builder, "name", quad_book_get_owner_name (book, owner));
  quad_cli_add_text (builder, "description", quad_book_get_owner_description (book, owner));
  add_items (builder, "traits", traits, currency);
  add_items (builder, "plays", plays, currency);
  json_builder_end_object (builder);
}

static void
print_traits (QuadBook  *book,
              GPtrArray *traits)
{
  g_autoptr (QuadCliTable) table = quad_cli_table_new ();
  g_autofree char *text = NULL;

  quad_cli_table_add_column (table, _("No."), TRUE);
  quad_cli_table_add_column (table, _("Trait"), FALSE);
  quad_cli_table_add_column (table, _("Weight"), TRUE);
  quad_cli_table_add_column (table, _("Knock-Out"), FALSE);
  quad_cli_table_add_column (table, _("Answered"), FALSE);
  for (guint i = 0; i < traits->len; i++)
    {
      QuadTrait *trait = traits->pdata[i];
      char *rule = quad_trait_describe_rule (trait, quad_book_get_currency (book));

      quad_cli_table_take_cell (table, g_strdup_printf ("%u", i + 1));
      quad_cli_table_add_cell (table, quad_trait_get_label (trait));
      quad_cli_table_take_cell (table, g_strdup_printf ("%u", quad_trait_get_weight (trait)));
      quad_cli_table_add_cell (table, quad_trait_is_knock_out (trait) ? _("Yes") : "");
      /* Translators: how a trait is answered */
      quad_cli_table_take_cell (table, rule != NULL ? rule : g_strdup (_("by hand")));
    }
  text = quad_cli_table_to_text (table);
  quad_cli_print ("\n%s", text);
}

static void
print_plays (GPtrArray *plays)
{
  g_autoptr (QuadCliTable) table = quad_cli_table_new ();
  g_autofree char *text = NULL;

  quad_cli_table_add_column (table, _("No."), TRUE);
  quad_cli_table_add_column (table, _("Play"), FALSE);
  quad_cli_table_add_column (table, _("Minutes"), TRUE);
  quad_cli_table_add_column (table, _("When"), FALSE);
  for (guint i = 0; i < plays->len; i++)
    {
      const QuadRecord *play = quad_item_get_values (plays->pdata[i]);
      gint64 minutes = quad_record_get_number (play, QUAD_PLAY_MINUTES);
      g_autofree char *when = quad_schedule_describe (play);

      quad_cli_table_take_cell (table, g_strdup_printf ("%u", i + 1));
      quad_cli_table_add_cell (table, quad_record_get_text (play, QUAD_PLAY_TITLE));
      quad_cli_table_take_cell (table, minutes != 0
                                         ? g_strdup_printf ("%" G_GINT64_FORMAT, minutes)
                                         : g_strdup (""));
      if (quad_play_is_archived (plays->pdata[i]))
        /* Translators: %s is when a play is due; it makes no steps any more */
        quad_cli_table_take_cell (table, g_strdup_printf (_("%s (archived)"), when));
      else
        quad_cli_table_take_cell (table, g_steal_pointer (&when));
    }
  text = quad_cli_table_to_text (table);
  quad_cli_print ("\n%s", text);
}

static void
print_owner (QuadBook  *book,
             QuadOwner  owner)
{
  const char *description = quad_book_get_owner_description (book, owner);
  g_autoptr (GPtrArray) traits = quad_book_list_traits (book, owner);
  g_autoptr (GPtrArray) plays = quad_book_list_plays (book, owner);

  quad_cli_print ("%s (%s)\n", quad_book_get_owner_name (book, owner),
                  quad_owner_words.values[owner].nick);
  if (description != NULL)
    quad_cli_print ("%s\n", description);
  if (traits->len > 0)
    print_traits (book, traits);
  if (plays->len > 0)
    print_plays (plays);
}

static void
print_json (QuadBook  *book,
            QuadOwner  first,
            QuadOwner  last)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();

  json_builder_begin_array (builder);
  for (QuadOwner owner = first; owner <= last; owner++)
    add_owner (builder, book, owner);
  json_builder_end_array (builder);
  quad_cli_print_json (builder);
}

static void
print_text (QuadBook  *book,
            QuadOwner  first,
            QuadOwner  last)
{
  for (QuadOwner owner = first; owner <= last; owner++)
    {
      if (owner > first)
        quad_cli_print ("\n\n");
      print_owner (book, owner);
    }
}

gboolean
quad_cli_profiles (QuadCli  *cli,
                   GError  **error)
{
  g_autofree char *format_text = NULL;
  g_autoptr (QuadBook) book = NULL;
  QuadOwner first = 0, last = QUAD_N_OWNERS - 1;
  QuadCliFormat format;
  const GOptionEntry entries[] = {
    { "format", 'f', G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &format_text,
      N_("text or json"), N_("FORMAT") },
    { NULL },
  };

  if (!quad_cli_parse (cli, entries, error)
      || !quad_cli_parse_format (format_text, FALSE, &format, error))
    return FALSE;
  if (cli->n_arguments > 0)
    {
      if (!quad_cli_find_owner (cli->arguments[0], &first, error))
        return FALSE;
      last = first;
    }
  book = quad_cli_open_book (cli, QUAD_BOOK_READ_ONLY, error);
  if (book == NULL)
    return FALSE;
  if (format == QUAD_CLI_FORMAT_JSON)
    print_json (book, first, last);
  else
    print_text (book, first, last);
  return TRUE;
}

gboolean
quad_cli_profile (QuadCli  *cli,
                  GError  **error)
{
  g_autofree char *name = NULL;
  g_autofree char *description = NULL;
  g_autoptr (QuadRecord) texts = quad_record_new (&quad_profile_text_schema);
  g_autoptr (QuadBook) book = NULL;
  gboolean changed = FALSE;
  QuadOwner owner;
  const GOptionEntry entries[] = {
    { "name", 'n', G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &name,
      N_("What it is called on screen; empty for its own name"), N_("TEXT") },
    { "description", 'd', G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &description,
      N_("Who it is for, in a paragraph"), N_("TEXT") },
    { NULL },
  };

  if (!quad_cli_parse (cli, entries, error)
      || !quad_cli_find_owner (cli->arguments[0], &owner, error)
      || !quad_cli_read_text (texts, QUAD_PROFILE_TEXT_NAME, "--name", name, error)
      || !quad_cli_read_text (texts, QUAD_PROFILE_TEXT_DESCRIPTION, "--description", description,
                              error)
      || !quad_cli_check_edits (texts, error))
    return FALSE;
  book = quad_cli_open_book (cli, 0, error);
  if (book == NULL)
    return FALSE;

  if (!quad_record_has (texts, QUAD_PROFILE_TEXT_NAME))
    quad_record_set_text (texts, QUAD_PROFILE_TEXT_NAME,
                          quad_names_get_own (quad_book_get_names (book), owner));
  if (!quad_record_has (texts, QUAD_PROFILE_TEXT_DESCRIPTION))
    quad_record_set_text (texts, QUAD_PROFILE_TEXT_DESCRIPTION,
                          quad_book_get_owner_description (book, owner));
  quad_cli_watch (book, &changed);
  if (!quad_book_set_profile_text (book, owner,
                                   quad_record_get_text (texts, QUAD_PROFILE_TEXT_NAME),
                                   quad_record_get_text (texts, QUAD_PROFILE_TEXT_DESCRIPTION),
                                   error))
    return FALSE;
  quad_cli_print_change (book, changed);
  return TRUE;
}

gboolean
quad_cli_playbook (QuadCli  *cli,
                   GError  **error)
{
  g_autoptr (QuadBook) book = NULL;

  if (!quad_cli_parse (cli, NULL, error))
    return FALSE;
  if (!g_str_equal (cli->arguments[0], "restore"))
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED, _("“%s” needs %s"), "playbook",
                   "restore");
      return FALSE;
    }
  book = quad_cli_open_book (cli, 0, error);
  if (book == NULL || !quad_book_restore_playbook (book, error))
    return FALSE;
  quad_cli_print_change (book, TRUE);
  return TRUE;
}
