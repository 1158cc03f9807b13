/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-cli"

#include "quad-cli-edits.h"

#include "quad-i18n.h"

/* What the command line says. */
typedef struct
{
  char *label;
  char *weight;
  char *knock_out;
  char *rule;
  char *to;
} TraitOptions;

static void
clear_options (TraitOptions *options)
{
  g_free (options->label);
  g_free (options->weight);
  g_free (options->knock_out);
  g_free (options->rule);
  g_free (options->to);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TraitOptions, clear_options)

/* "none", or a fact, a comparison and what it is compared with: "growth at-least 5" */
static gboolean
read_rule (const char  *text,
           QuadRecord  *trait,
           GError     **error)
{
  g_auto (GStrv) parts = g_strsplit (text, " ", 3);
  guint fact, test = QUAD_TEST_NONE;

  if (!quad_cli_parse_word (&quad_fact_words, "--rule", parts[0] != NULL ? parts[0] : "", &fact,
                            error))
    return FALSE;
  if (fact != QUAD_FACT_NONE
      && !quad_cli_parse_word (&quad_test_words, "--rule FACT", parts[1] != NULL ? parts[1] : "",
                               &test, error))
    return FALSE;

  quad_record_set_number (trait, QUAD_TRAIT_RULE_FIELD, fact);
  quad_record_set_number (trait, QUAD_TRAIT_RULE_TEST, test);
  quad_record_clear (trait, QUAD_TRAIT_RULE_VALUE);
  return test == QUAD_TEST_NONE
         || quad_cli_read_text (trait, QUAD_TRAIT_RULE_VALUE, "--rule", parts[2], error);
}

static QuadRecord *
read_options (const TraitOptions  *options,
              GError             **error)
{
  g_autoptr (QuadRecord) trait = quad_record_new (&quad_trait_schema);
  guint number;

  if (!quad_cli_read_text (trait, QUAD_TRAIT_LABEL, "--label", options->label, error))
    return NULL;
  if (options->weight != NULL)
    {
      if (!quad_cli_read_number ("--weight", options->weight, 1, 5, &number, error))
        return NULL;
      quad_record_set_number (trait, QUAD_TRAIT_WEIGHT, number);
    }
  if (options->knock_out != NULL)
    {
      if (!g_str_equal (options->knock_out, "yes") && !g_str_equal (options->knock_out, "no"))
        {
          g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _("%s is one of %s"),
                       "--knock-out", "yes, no");
          return NULL;
        }
      quad_record_set_number (trait, QUAD_TRAIT_KNOCK_OUT, g_str_equal (options->knock_out, "yes"));
    }
  if (options->rule != NULL && !read_rule (options->rule, trait, error))
    return NULL;
  return g_steal_pointer (&trait);
}

static QuadTrait *
find_trait (QuadCli    *cli,
            QuadBook   *book,
            QuadOwner   owner,
            GError    **error)
{
  g_autoptr (GPtrArray) traits = quad_book_list_traits (book, owner);

  return quad_cli_find_item (traits, QUAD_TRAIT_LABEL, cli->arguments[2], error);
}

static gboolean
add_trait (QuadCli        *cli,
           QuadBook       *book,
           QuadOwner       owner,
           gconstpointer   options,
           GError        **error)
{
  g_autoptr (QuadRecord) trait = read_options (options, error);

  if (trait == NULL
      || !quad_cli_read_text (trait, QUAD_TRAIT_LABEL, "TEXT", cli->arguments[2], error))
    return FALSE;
  quad_record_set_number (trait, QUAD_TRAIT_OWNER, owner);
  if (quad_book_add_trait (book, trait, error) == NULL)
    return FALSE;
  quad_cli_print_change (book, TRUE);
  return TRUE;
}

static gboolean
edit_trait (QuadCli        *cli,
            QuadBook       *book,
            QuadOwner       owner,
            gconstpointer   options,
            GError        **error)
{
  g_autoptr (QuadRecord) edits = read_options (options, error);
  QuadTrait *trait;
  gboolean changed = FALSE;

  if (edits == NULL || !quad_cli_check_edits (edits, error))
    return FALSE;
  trait = find_trait (cli, book, owner, error);
  quad_cli_watch (book, &changed);
  if (trait == NULL || !quad_book_edit_trait (book, trait, edits, error))
    return FALSE;
  quad_cli_print_change (book, changed);
  return TRUE;
}

static gboolean
move_trait (QuadCli        *cli,
            QuadBook       *book,
            QuadOwner       owner,
            gconstpointer   options,
            GError        **error)
{
  const TraitOptions *said = options;
  QuadTrait *trait = find_trait (cli, book, owner, error);
  gboolean changed = FALSE;
  guint number;

  if (trait == NULL
      || !quad_cli_read_number ("--to", said->to != NULL ? said->to : "", 1, 1000, &number, error))
    return FALSE;
  quad_cli_watch (book, &changed);
  if (!quad_book_move_trait (book, trait, number - 1, error))
    return FALSE;
  quad_cli_print_change (book, changed);
  return TRUE;
}

static gboolean
delete_trait (QuadCli        *cli,
              QuadBook       *book,
              QuadOwner       owner,
              gconstpointer   options,
              GError        **error)
{
  QuadTrait *trait = find_trait (cli, book, owner, error);

  if (trait == NULL || !quad_book_delete_trait (book, trait, error))
    return FALSE;
  quad_cli_print_change (book, TRUE);
  return TRUE;
}

gboolean
quad_cli_trait (QuadCli  *cli,
                GError  **error)
{
  static const QuadCliEdit edits[] = {
    { "add", "PROFILE TEXT", "weight knock-out rule", add_trait },
    { "edit", "PROFILE TRAIT", "label weight knock-out rule", edit_trait },
    { "move", "PROFILE TRAIT --to NUMBER", "to", move_trait },
    { "delete", "PROFILE TRAIT", "", delete_trait },
  };
  g_auto (TraitOptions) options = { 0 };
  const GOptionEntry entries[] = {
    { "label", 'l', G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &options.label,
      N_("edit: another text"), N_("TEXT") },
    { "weight", 'w', G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &options.weight,
      N_("add, edit: how much it counts, 1 to 5"), N_("NUMBER") },
    { "knock-out", 'k', G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &options.knock_out,
      N_("add, edit: whether “no” alone decides against the profile: yes, no"), N_("ANSWER") },
    { "rule", 'r', G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &options.rule,
      N_("add, edit: a fact, a comparison and a value, like “growth at-least 5”; or none"),
      N_("RULE") },
    { "to", 't', G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &options.to,
      N_("move: the place in the list, from 1"), N_("NUMBER") },
    { NULL },
  };

  return quad_cli_run_edit (cli, entries, edits, G_N_ELEMENTS (edits), &options, error);
}
