/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-cli"

#include "quad-cli-private.h"

#include "quad-cli-edits.h"
#include "quad-cli-table.h"
#include "quad-i18n.h"
#include "quad-import-mapping.h"

/* What the book remembers of how lists are read. */

typedef struct
{
  const char *name;
  const char *usage;
  guint       n_arguments;
  gboolean    changes;
  gboolean  (*run) (QuadCli        *cli,
                    QuadBook       *book,
                    QuadCliFormat   format,
                    GError        **error);
} MappingAction;

static void
print_mappings (GPtrArray *mappings)
{
  g_autoptr (QuadCliTable) table = quad_cli_table_new ();
  g_autofree char *text = NULL;

  /* Translators: head of a column of numbers, 1, 2, 3 */
  quad_cli_table_add_column (table, _("No."), TRUE);
  quad_cli_table_add_column (table, _("Mapping"), FALSE);
  for (guint i = 0; i < mappings->len; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i + 1);
      g_autofree char *title = quad_import_mapping_dup_title (mappings->pdata[i]);

      quad_cli_table_add_cell (table, number);
      quad_cli_table_add_cell (table, title);
    }
  text = quad_cli_table_to_text (table);
  quad_cli_print ("%s", text);
}

static void
print_json (GPtrArray *mappings)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();

  json_builder_begin_array (builder);
  for (guint i = 0; i < mappings->len; i++)
    {
      g_autofree char *name = quad_import_mapping_dup_name (mappings->pdata[i]);
      g_autoptr (JsonNode) node = json_from_string (mappings->pdata[i], NULL);

      json_builder_begin_object (builder);
      quad_cli_add_count (builder, "number", i + 1);
      quad_cli_add_text (builder, "name", name);
      json_builder_set_member_name (builder, "mapping");
      json_builder_add_value (builder, g_steal_pointer (&node));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  quad_cli_print_json (builder);
}

static gboolean
list_mappings (QuadCli        *cli,
               QuadBook       *book,
               QuadCliFormat   format,
               GError        **error)
{
  g_autoptr (GPtrArray) mappings = quad_import_mapping_list (book, error);

  if (mappings == NULL)
    return FALSE;
  if (format == QUAD_CLI_FORMAT_JSON)
    print_json (mappings);
  else if (mappings->len == 0)
    quad_cli_print ("%s\n", _("Nothing is remembered of lists."));
  else
    print_mappings (mappings);
  return TRUE;
}

/* By its name, or by its number in the list. */
static const char *
find_mapping (QuadCli    *cli,
              GPtrArray  *mappings,
              GError    **error)
{
  const char *text = cli->arguments[1];
  const char *found = quad_import_mapping_find_name (mappings, text);
  g_autofree char *shown = NULL;
  guint64 number;

  if (found != NULL)
    return found;
  if (g_ascii_string_to_unsigned (text, 10, 1, mappings->len, &number, NULL))
    return mappings->pdata[number - 1];
  shown = g_filename_display_name (text);
  g_set_error (error, QUAD_ERROR, QUAD_ERROR_NOT_FOUND,
               _("There is no mapping “%s”. “quadrille mapping list” shows those there are."),
               shown);
  return NULL;
}

static gboolean
rename_mapping (QuadCli        *cli,
                QuadBook       *book,
                QuadCliFormat   format,
                GError        **error)
{
  g_autoptr (GPtrArray) mappings = quad_import_mapping_list (book, error);
  const char *mapping = mappings != NULL ? find_mapping (cli, mappings, error) : NULL;
  gboolean changed = FALSE;

  if (mapping == NULL)
    return FALSE;
  if (!g_utf8_validate (cli->arguments[2], -1, NULL))
    {
      g_autofree char *shown = g_filename_display_name (cli->arguments[2]);

      g_set_error (error, QUAD_ERROR, QUAD_ERROR_INVALID_INPUT, _("“%s” is not UTF-8 text"), shown);
      return FALSE;
    }
  quad_cli_watch (book, &changed);
  if (!quad_import_mapping_rename (book, mapping, cli->arguments[2], error))
    return FALSE;
  quad_cli_print_change (book, changed);
  return TRUE;
}

static gboolean
forget_mapping (QuadCli        *cli,
                QuadBook       *book,
                QuadCliFormat   format,
                GError        **error)
{
  g_autoptr (GPtrArray) mappings = quad_import_mapping_list (book, error);
  const char *mapping = mappings != NULL ? find_mapping (cli, mappings, error) : NULL;

  if (mapping == NULL || !quad_import_mapping_forget (book, mapping, error))
    return FALSE;
  quad_cli_print_change (book, TRUE);
  return TRUE;
}

static const MappingAction actions[] = {
  { "list", "", 1, FALSE, list_mappings },
  { "rename", "MAPPING NAME", 3, TRUE, rename_mapping },
  { "forget", "MAPPING", 2, TRUE, forget_mapping },
};

static const MappingAction *
find_action (QuadCli  *cli,
             GError  **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    if (g_str_equal (actions[i].name, cli->arguments[0]))
      {
        if (actions[i].n_arguments == cli->n_arguments)
          return &actions[i];
        g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED, _("“%s” is written “%s %s”"),
                     "mapping", actions[i].name, actions[i].usage);
        return NULL;
      }

  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED, _("“%s” needs %s"), "mapping",
               "list, rename, forget");
  return NULL;
}

gboolean
quad_cli_mapping (QuadCli  *cli,
                  GError  **error)
{
  g_autofree char *format_text = NULL;
  g_autoptr (QuadBook) book = NULL;
  const MappingAction *action;
  QuadCliFormat format;
  const GOptionEntry entries[] = {
    { "format", 'f', G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &format_text,
      N_("list: text or json"), N_("FORMAT") },
    { NULL },
  };

  if (!quad_cli_parse (cli, entries, error)
      || !quad_cli_parse_format (format_text, FALSE, &format, error))
    return FALSE;
  action = find_action (cli, error);
  if (action == NULL)
    return FALSE;
  book = quad_cli_open_book (cli, action->changes ? 0 : QUAD_BOOK_READ_ONLY, error);
  return book != NULL && action->run (cli, book, format, error);
}
