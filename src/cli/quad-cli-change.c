/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-cli"

#include "quad-cli-private.h"

#include "quad-cli-table.h"
#include "quad-i18n.h"
#include "quad-plan.h"

#define WHOLE_BASIS_POINTS 10000

static QuadAccount *
find_account (QuadBook    *book,
              const char  *text,
              GError     **error)
{
  g_autoptr (GPtrArray) found = NULL;

  if (!g_utf8_validate (text, -1, NULL))
    {
      g_autofree char *shown = g_filename_display_name (text);

      g_set_error (error, QUAD_ERROR, QUAD_ERROR_INVALID_INPUT, _("“%s” is not UTF-8 text"),
                   shown);
      return NULL;
    }
  found = quad_book_find_accounts (book, text);
  if (found->len == 1)
    return found->pdata[0];
  if (found->len == 0)
    g_set_error (error, QUAD_ERROR, QUAD_ERROR_NOT_FOUND,
                 _("There is no account “%s” in the book"), text);
  else
    g_set_error (error, QUAD_ERROR, QUAD_ERROR_CONSTRAINT,
                 ngettext ("%u account is called “%s”: name the one you mean by its uid, which "
                           "“quadrille list --format json” shows",
                           "%u accounts are called “%s”: name the one you mean by its uid, which "
                           "“quadrille list --format json” shows", found->len),
                 found->len, text);
  return NULL;
}

/**
 * quad_cli_find_accounts:
 * @first: the argument to begin with, from 0
 *
 * Returns: (transfer container) (element-type QuadAccount) (nullable): the accounts that the
 *   arguments name, each once
 *
 * Errors: %QUAD_ERROR_NOT_FOUND, %QUAD_ERROR_CONSTRAINT when several are meant,
 *   %QUAD_ERROR_INVALID_INPUT for what is no text.
 */
GPtrArray *
quad_cli_find_accounts (QuadCli   *cli,
                        guint      first,
                        QuadBook  *book,
                        GError   **error)
{
  g_autoptr (GPtrArray) accounts = g_ptr_array_new ();

  for (guint i = first; i < cli->n_arguments; i++)
    {
      QuadAccount *account = find_account (book, cli->arguments[i], error);

      if (account == NULL)
        return NULL;
      if (!g_ptr_array_find (accounts, account, NULL))
        g_ptr_array_add (accounts, account);
    }
  return g_steal_pointer (&accounts);
}

gboolean
quad_cli_move (QuadCli  *cli,
               GError  **error)
{
  g_autofree char *to = NULL;
  g_autoptr (QuadBook) book = NULL;
  g_autoptr (GPtrArray) accounts = NULL;
  guint tier, n_moved = 0, n_reached;
  const GOptionEntry entries[] = {
    { "to", 't', G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &to,
      N_("Where to: key, secondary, ideal, lead, parked"), N_("TIER") },
    { NULL },
  };

  if (!quad_cli_parse (cli, entries, error))
    return FALSE;
  if (to == NULL)
    {
      g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED,
                           _("“move” needs --to TIER"));
      return FALSE;
    }
  if (!quad_cli_parse_word (&quad_tier_words, "--to", to, &tier, error))
    return FALSE;
  book = quad_cli_open_book (cli, 0, error);
  if (book == NULL)
    return FALSE;
  accounts = quad_cli_find_accounts (cli, 0, book, error);
  if (accounts == NULL)
    return FALSE;

  for (guint i = 0; i < accounts->len; i++)
    n_moved += quad_account_get_tier (accounts->pdata[i]) != (QuadTier) tier;
  if (!quad_book_move_accounts (book, accounts, tier, error))
    return FALSE;
  if (n_moved > 0)
    quad_cli_print ("%s\n", quad_book_get_undo_label (book));
  else
    quad_cli_print ("%s\n", _("Nothing to move: that is where they are."));
  n_reached = quad_book_get_plan_reached (book)->len;
  if (n_reached > 0)
    {
      quad_cli_print (ngettext ("That was planned for %u account.",
                                "That was planned for %u accounts.", n_reached), n_reached);
      quad_cli_print ("\n");
    }
  return TRUE;
}

/* The rule that --percent or --amount gives, or else the one of the book. */
static gboolean
read_rule (QuadBook        *book,
           const char      *percent,
           const char      *amount,
           QuadCutOffRule  *rule,
           GError         **error)
{
  gint64 basis_points;

  quad_book_get_cut_off_rule (book, rule);
  if (percent != NULL)
    {
      /* hundredths of a percent are read as money with two decimals is */
      if (!quad_money_from_decimal (percent, 2, &basis_points, NULL) || basis_points < 1
          || basis_points > WHOLE_BASIS_POINTS)
        {
          g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                               _("--percent is a number above 0, 100 at most, like 25 or 12.5"));
          return FALSE;
        }
      rule->basis_points = (guint) basis_points;
      rule->amount = QUAD_MONEY_UNKNOWN;
    }
  if (amount != NULL)
    {
      if (!quad_money_from_decimal (amount, quad_book_get_currency (book)->decimals, &rule->amount,
                                    NULL) || rule->amount <= 0)
        {
          g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                               _("--amount is an amount above 0, written like 16817.10"));
          return FALSE;
        }
    }
  return TRUE;
}

/* The clients whose tier the cut-off changes, the largest first. */
static GPtrArray *
find_moves (QuadBook         *book,
            const QuadCutOff *cut_off)
{
  g_autoptr (GPtrArray) moves = g_ptr_array_new ();
  QuadItemList *accounts = quad_book_get_accounts (book);

  for (guint i = 0; i < quad_item_list_get_size (accounts); i++)
    {
      QuadAccount *account = quad_item_list_peek (accounts, i);
      QuadTier tier = quad_account_get_tier (account);

      if (quad_cut_off_get_tier (cut_off, tier, quad_account_get_revenue (account)) != tier)
        g_ptr_array_add (moves, account);
    }
  quad_account_sort (moves);
  return g_steal_pointer (&moves);
}

static void
print_recut_json (GPtrArray          *moves,
                  const GArray       *from,
                  const QuadCutOff   *cut_off,
                  const QuadCurrency *currency,
                  gboolean            applied)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "applied");
  json_builder_add_boolean_value (builder, applied);
  quad_cli_add_cut_off (builder, "cut_off", cut_off, currency);
  json_builder_set_member_name (builder, "moves");
  json_builder_begin_array (builder);
  for (guint i = 0; i < moves->len; i++)
    {
      QuadAccount *account = moves->pdata[i];
      QuadTier tier = g_array_index (from, QuadTier, i);
      QuadMoney revenue = quad_account_get_revenue (account);

      json_builder_begin_object (builder);
      quad_cli_add_text (builder, "account", quad_account_get_name (account));
      quad_cli_add_money (builder, "revenue", revenue, currency);
      quad_cli_add_text (builder, "from", quad_tier_get_nick (tier));
      quad_cli_add_text (builder, "to",
                         quad_tier_get_nick (quad_cut_off_get_tier (cut_off, tier, revenue)));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  quad_cli_print_json (builder);
}

static void
print_recut_text (GPtrArray          *moves,
                  const GArray       *from,
                  const QuadCutOff   *cut_off,
                  const QuadCurrency *currency,
                  const QuadNames    *names,
                  gboolean            applied)
{
  g_autoptr (QuadCliTable) table = quad_cli_table_new ();
  g_autofree char *description = quad_cli_describe_cut_off (cut_off, currency);
  g_autofree char *text = NULL;

  quad_cli_print (_("Cut-off: %s"), description);
  quad_cli_print ("\n");
  if (moves->len == 0)
    {
      quad_cli_print ("%s\n", _("No account changes its tier."));
      return;
    }

  quad_cli_table_add_column (table, _("Account"), FALSE);
  quad_cli_table_add_column (table, _("Revenue"), TRUE);
  quad_cli_table_add_column (table, _("From"), FALSE);
  quad_cli_table_add_column (table, _("To"), FALSE);
  for (guint i = 0; i < moves->len; i++)
    {
      QuadAccount *account = moves->pdata[i];
      QuadTier tier = g_array_index (from, QuadTier, i);
      QuadMoney revenue = quad_account_get_revenue (account);

      quad_cli_table_add_cell (table, quad_account_get_name (account));
      quad_cli_table_take_cell (table, quad_money_format (revenue, currency, QUAD_MONEY_FULL));
      quad_cli_table_add_cell (table, quad_names_get_tier (names, tier));
      tier = quad_cut_off_get_tier (cut_off, tier, revenue);
      quad_cli_table_add_cell (table, quad_names_get_tier (names, tier));
    }
  text = quad_cli_table_to_text (table);
  quad_cli_print ("\n%s\n", text);
  if (applied)
    quad_cli_print (ngettext ("Moved %u account.", "Moved %u accounts.", moves->len), moves->len);
  else
    quad_cli_print (ngettext ("%u account would move; --apply does it.",
                              "%u accounts would move; --apply does it.", moves->len),
                    moves->len);
  quad_cli_print ("\n");
}

gboolean
quad_cli_recut (QuadCli  *cli,
                GError  **error)
{
  g_autofree char *format_text = NULL;
  g_autofree char *percent = NULL;
  g_autofree char *amount = NULL;
  g_autoptr (QuadBook) book = NULL;
  g_autoptr (GPtrArray) moves = NULL;
  g_autoptr (GArray) from = NULL;
  gboolean apply = FALSE;
  QuadCutOffRule rule;
  QuadCliFormat format;
  QuadFigures figures;
  const QuadCurrency *currency;
  const GOptionEntry entries[] = {
    { "percent", 'p', G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &percent,
      N_("The share of clients, by count, that are key accounts"), N_("25") },
    { "amount", 'a', G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &amount,
      N_("The revenue from which a client is a key account"), N_("AMOUNT") },
    { "apply", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &apply,
      N_("Move the accounts; without it the moves are only shown"), NULL },
    { "format", 'f', G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &format_text,
      N_("text or json"), N_("FORMAT") },
    { NULL },
  };

  if (!quad_cli_parse (cli, entries, error)
      || !quad_cli_parse_format (format_text, FALSE, &format, error))
    return FALSE;
  if (percent != NULL && amount != NULL)
    {
      g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED,
                           _("--percent and --amount exclude each other"));
      return FALSE;
    }
  book = quad_cli_open_book (cli, apply ? 0 : QUAD_BOOK_READ_ONLY, error);
  if (book == NULL || !read_rule (book, percent, amount, &rule, error))
    return FALSE;

  currency = quad_book_get_currency (book);
  quad_figures_compute (quad_book_get_accounts (book), &rule, &figures);
  moves = find_moves (book, &figures.cut_off);
  from = g_array_new (FALSE, FALSE, sizeof (QuadTier));
  for (guint i = 0; i < moves->len; i++)
    {
      QuadTier tier = quad_account_get_tier (moves->pdata[i]);

      g_array_append_val (from, tier);
    }
  if (apply && !quad_book_recut (book, &rule, error))
    return FALSE;

  if (format == QUAD_CLI_FORMAT_JSON)
    print_recut_json (moves, from, &figures.cut_off, currency, apply);
  else
    print_recut_text (moves, from, &figures.cut_off, currency, quad_book_get_names (book), apply);
  return TRUE;
}
