/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-cli"

#include "quad-cli-private.h"

#include <string.h>

#include "quad-book-duplicates.h"
#include "quad-cli-table.h"
#include "quad-i18n.h"

/* Accounts that are in the book twice: listing and merging them. */

static const QuadEnumInfo choices_infos[] = {
  { "keep", "", "", "" },
  { "other", "", "", "" },
  { "both", "", "", "" },
};

static const QuadWords choice_words = { choices_infos, G_N_ELEMENTS (choices_infos) };

static const struct
{
  QuadDuplicateSigns  sign;
  const char         *nick;
} signs[] = {
  { QUAD_DUPLICATE_NAME, "name" },
  { QUAD_DUPLICATE_LEGAL_FORM, "other-legal-form" },
  { QUAD_DUPLICATE_ORDER, "word-order" },
  { QUAD_DUPLICATE_SPELLING, "spelling" },
  { QUAD_DUPLICATE_DOMAIN, "domain" },
  { QUAD_DUPLICATE_PHONE, "phone" },
};

static void
add_account (JsonBuilder *builder,
             const char  *name,
             QuadAccount *account)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_object (builder);
  quad_cli_add_text (builder, "uid", quad_item_get_text (QUAD_ITEM (account), QUAD_ACCOUNT_UID));
  quad_cli_add_text (builder, "name", quad_account_get_name (account));
  json_builder_end_object (builder);
}

static void
print_json (GPtrArray *found)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();

  json_builder_begin_array (builder);
  for (guint i = 0; i < found->len; i++)
    {
      const QuadDuplicate *duplicate = found->pdata[i];

      json_builder_begin_object (builder);
      add_account (builder, "account", duplicate->account);
      add_account (builder, "other", duplicate->other);
      quad_cli_add_count (builder, "confidence", duplicate->confidence);
      json_builder_set_member_name (builder, "signs");
      json_builder_begin_array (builder);
      for (guint k = 0; k < G_N_ELEMENTS (signs); k++)
        if ((duplicate->signs & signs[k].sign) != 0)
          json_builder_add_string_value (builder, signs[k].nick);
      json_builder_end_array (builder);
      quad_cli_add_count (builder, "letters", duplicate->letters);
      quad_cli_add_text (builder, "domain", duplicate->domain);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  quad_cli_print_json (builder);
}

static void
print_text (GPtrArray *found)
{
  g_autoptr (QuadCliTable) table = NULL;
  g_autofree char *text = NULL;

  if (found->len == 0)
    {
      quad_cli_print ("%s\n", _("No account looks like another one."));
      return;
    }

  table = quad_cli_table_new ();
  quad_cli_table_add_column (table, _("Account"), FALSE);
  quad_cli_table_add_column (table, _("May Be the Same As"), FALSE);
  quad_cli_table_add_column (table, _("How Sure"), FALSE);
  quad_cli_table_add_column (table, _("Why"), FALSE);
  for (guint i = 0; i < found->len; i++)
    {
      const QuadDuplicate *duplicate = found->pdata[i];
      g_auto (GStrv) reasons = quad_duplicate_list_reasons (duplicate);

      quad_cli_table_add_cell (table, quad_account_get_name (duplicate->account));
      quad_cli_table_add_cell (table, quad_account_get_name (duplicate->other));
      quad_cli_table_add_cell (table, quad_duplicate_get_likelihood (duplicate));
      quad_cli_table_take_cell (table, g_strjoinv ("; ", reasons));
    }
  text = quad_cli_table_to_text (table);
  quad_cli_print ("%s", text);
}

gboolean
quad_cli_duplicates (QuadCli  *cli,
                     GError  **error)
{
  g_autofree char *format_text = NULL;
  g_autoptr (QuadBook) book = NULL;
  g_autoptr (GPtrArray) found = NULL;
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
  if (book == NULL || (found = quad_book_find_duplicates (book, error)) == NULL)
    return FALSE;

  if (format == QUAD_CLI_FORMAT_JSON)
    print_json (found);
  else
    print_text (found);

  return TRUE;
}

/* "phone=other" */
static gboolean
parse_choice (const char       *text,
              QuadMergeChoice  *choices,
              GError          **error)
{
  const char *equals = strchr (text, '=');
  g_autofree char *name = equals != NULL ? g_strndup (text, (gsize) (equals - text)) : NULL;
  guint field, choice;

  if (name == NULL || !quad_schema_find (&quad_account_schema, name, &field)
      || !quad_merge_is_asked (field))
    {
      g_autofree char *shown = g_filename_display_name (text);

      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                   _("--take is a field and a side, like phone=other, not “%s”"), shown);
      return FALSE;
    }
  if (!quad_cli_parse_word (&choice_words, "--take", equals + 1, &choice, error))
    return FALSE;
  choices[field] = (QuadMergeChoice) (choice + QUAD_MERGE_KEEP);
  if (choices[field] == QUAD_MERGE_BOTH && !quad_merge_allows_both (field))
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                   _("Only amounts and notes can come from both sides, not “%s”"), name);
      return FALSE;
    }

  return TRUE;
}

gboolean
quad_cli_merge (QuadCli  *cli,
                GError  **error)
{
  g_auto (GStrv) takes = NULL;
  g_autoptr (QuadBook) book = NULL;
  g_autoptr (GPtrArray) accounts = NULL;
  QuadMergeChoice choices[QUAD_N_ACCOUNT_FIELDS] = { QUAD_MERGE_AUTO };
  const GOptionEntry entries[] = {
    { "take", 't', G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME_ARRAY, &takes,
      N_("Where a field comes from: keep, other, or both"), N_("FIELD=SIDE") },
    { NULL },
  };

  if (!quad_cli_parse (cli, entries, error))
    return FALSE;
  for (guint i = 0; takes != NULL && takes[i] != NULL; i++)
    if (!parse_choice (takes[i], choices, error))
      return FALSE;
  book = quad_cli_open_book (cli, 0, error);
  if (book == NULL)
    return FALSE;
  accounts = quad_cli_find_accounts (cli, 0, book, error);
  if (accounts == NULL
      || !quad_book_merge_accounts (book, accounts->pdata[0],
                                    accounts->pdata[accounts->len - 1], choices, error))
    return FALSE;
  quad_cli_print ("%s\n", quad_book_get_undo_label (book));

  return TRUE;
}
