/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-cli"

#include "quad-cli-edits.h"

#include <string.h>

#include "quad-i18n.h"
#include "quad-text.h"

#define N_ARGUMENTS 3

static gboolean
check_utf8 (const char  *text,
            GError     **error)
{
  g_autofree char *shown = NULL;

  if (g_utf8_validate (text, -1, NULL))
    return TRUE;
  shown = g_filename_display_name (text);
  g_set_error (error, QUAD_ERROR, QUAD_ERROR_INVALID_INPUT, _("“%s” is not UTF-8 text"), shown);
  return FALSE;
}

/* Below the help of the command: what its first argument can be, and what follows it then. */
static void
print_edits (QuadCli            *cli,
             const QuadCliEdit  *edits,
             guint               n_edits)
{
  quad_cli_print ("%s\n", _("Actions:"));
  for (guint i = 0; i < n_edits; i++)
    quad_cli_print ("  quadrille %s %s %s\n", cli->command->name, edits[i].name, edits[i].usage);
}

static const QuadCliEdit *
find_edit (QuadCli            *cli,
           const QuadCliEdit  *edits,
           guint               n_edits,
           GError            **error)
{
  g_autoptr (GString) known = g_string_new (NULL);

  for (guint i = 0; i < n_edits; i++)
    {
      if (g_str_equal (edits[i].name, cli->arguments[0]))
        return &edits[i];
      g_string_append_printf (known, "%s%s", i > 0 ? ", " : "", edits[i].name);
    }
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED, _("“%s” needs %s"),
               cli->command->name, known->str);
  return NULL;
}

/* An option of another edit is a mistake, not to be passed over in silence. */
static gboolean
check_options (QuadCli             *cli,
               const GOptionEntry  *entries,
               const QuadCliEdit   *edit,
               GError             **error)
{
  g_auto (GStrv) takes = g_strsplit (edit->takes, " ", -1);

  for (const GOptionEntry *entry = entries; entry->long_name != NULL; entry++)
    {
      gboolean said = entry->arg == G_OPTION_ARG_NONE ? *(gboolean *) entry->arg_data
                                                      : *(char **) entry->arg_data != NULL;

      if (!said || g_strv_contains ((const char *const *) takes, entry->long_name))
        continue;
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED,
                   /* Translators: an option, a command and its action: “trait add” */
                   _("--%s is not for “%s %s”"), entry->long_name, cli->command->name, edit->name);
      return FALSE;
    }
  return TRUE;
}

/**
 * quad_cli_run_edit:
 * @entries: the options of the command, which they leave in @options
 * @edits: (array length=n_edits): what the command can do
 * @options: for the edit
 *
 * Runs the edit that the first argument names, on the profile that the second one names.
 */
gboolean
quad_cli_run_edit (QuadCli             *cli,
                   const GOptionEntry  *entries,
                   const QuadCliEdit   *edits,
                   guint                n_edits,
                   gconstpointer        options,
                   GError             **error)
{
  g_autoptr (QuadBook) book = NULL;
  const QuadCliEdit *edit;
  QuadOwner owner;

  if (!quad_cli_parse (cli, entries, error))
    {
      if (*error == NULL)       /* the help was shown */
        print_edits (cli, edits, n_edits);
      return FALSE;
    }
  edit = find_edit (cli, edits, n_edits, error);
  if (edit == NULL)
    return FALSE;
  if (!check_options (cli, entries, edit, error))
    return FALSE;
  if (cli->n_arguments != N_ARGUMENTS)
    {
      g_autofree char *name = g_strconcat (cli->command->name, " ", edit->name, NULL);

      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED, _("“%s” needs %s"), name,
                   edit->usage);
      return FALSE;
    }
  if (!quad_cli_find_owner (cli->arguments[1], &owner, error))
    return FALSE;
  book = quad_cli_open_book (cli, 0, error);
  return book != NULL && edit->run (cli, book, owner, options, error);
}

/**
 * quad_cli_find_owner:
 * @text: the word of a profile or tier
 */
gboolean
quad_cli_find_owner (const char  *text,
                     QuadOwner   *owner,
                     GError     **error)
{
  guint value;

  if (!quad_cli_parse_word (&quad_owner_words, "PROFILE", text, &value, error))
    return FALSE;
  *owner = (QuadOwner) value;
  return TRUE;
}

/**
 * quad_cli_find_item:
 * @items: (element-type QuadItem): those of one profile, in their order
 * @field: what they are called
 * @text: that, or the number in the list, from 1
 *
 * Returns: (transfer none) (nullable): the one that is meant
 */
gpointer
quad_cli_find_item (GPtrArray   *items,
                    guint        field,
                    const char  *text,
                    GError     **error)
{
  gpointer found = NULL;
  guint64 number;

  if (!check_utf8 (text, error))
    return NULL;
  for (guint i = 0; i < items->len; i++)
    {
      if (strcmp (quad_item_get_text (items->pdata[i], field), text) != 0)
        continue;
      if (found != NULL)
        {
          g_set_error (error, QUAD_ERROR, QUAD_ERROR_CONSTRAINT,
                       _("More than one is called “%s”: name the one you mean by its number, which "
                         "“quadrille profiles” shows"), text);
          return NULL;
        }
      found = items->pdata[i];
    }
  if (found == NULL && g_ascii_string_to_unsigned (text, 10, 1, items->len, &number, NULL))
    found = items->pdata[number - 1];
  if (found == NULL)
    g_set_error (error, QUAD_ERROR, QUAD_ERROR_NOT_FOUND,
                 _("There is no “%s” there: “quadrille profiles” shows what there is"), text);
  return found;
}

/**
 * quad_cli_read_text:
 * @option: "--title", for the message
 * @text: (nullable): %NULL leaves the field out, "" empties it
 */
gboolean
quad_cli_read_text (QuadRecord  *values,
                    guint        field,
                    const char  *option,
                    const char  *text,
                    GError     **error)
{
  gboolean lines = quad_record_get_schema (values)->fields[field].kind == QUAD_KIND_LINES;

  if (text == NULL)
    return TRUE;
  if (!g_utf8_validate (text, -1, NULL))
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _("%s is not UTF-8 text"),
                   option);
      return FALSE;
    }
  quad_record_take_text (values, field, quad_text_clean (text, lines));
  return TRUE;
}

/**
 * quad_cli_read_number:
 * @option: "--weight", for the message
 */
gboolean
quad_cli_read_number (const char  *option,
                      const char  *text,
                      guint        least,
                      guint        most,
                      guint       *number,
                      GError     **error)
{
  guint64 value;

  if (!g_ascii_string_to_unsigned (text, 10, least, most, &value, NULL))
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                   _("%s is a whole number from %u to %u"), option, least, most);
      return FALSE;
    }
  *number = (guint) value;
  return TRUE;
}

/**
 * quad_cli_check_edits:
 *
 * Errors: %G_OPTION_ERROR when the options say nothing to change.
 */
gboolean
quad_cli_check_edits (const QuadRecord  *edits,
                      GError           **error)
{
  if (!quad_record_is_empty (edits))
    return TRUE;
  g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED,
                       _("There is no option that says what to change"));
  return FALSE;
}

static void
changed_cb (QuadBook *book,
            gboolean *changed)
{
  *changed = TRUE;
}

/**
 * quad_cli_watch:
 * @changed: (out): is set when the book changes; must live as long as the book
 */
void
quad_cli_watch (QuadBook *book,
                gboolean *changed)
{
  g_signal_connect (book, "changed", G_CALLBACK (changed_cb), changed);
}

/**
 * quad_cli_print_change:
 *
 * Says what was done, or that there was nothing to do.
 */
void
quad_cli_print_change (QuadBook *book,
                       gboolean  changed)
{
  quad_cli_print ("%s\n", changed ? quad_book_get_undo_label (book)
                                  : _("Nothing to change: that is how it is."));
}
