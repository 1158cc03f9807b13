/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-cli"

#include "quad-cli-private.h"

#include "quad-cli-table.h"
#include "quad-i18n.h"
#include "quad-number.h"
#include "quad-plan.h"

/* What the command line says. */
typedef struct
{
  char *to;
  char *by;
  char *why;
  char *revenue;
  char *format;
} PlanOptions;

/* What there is to do. */
typedef struct
{
  const char *name;
  gboolean    changes;      /* writes, and takes accounts */
  gboolean  (*run) (QuadCli            *cli,
                    QuadBook           *book,
                    const PlanOptions  *options,
                    GError            **error);
} PlanAction;

static void
clear_options (PlanOptions *options)
{
  g_free (options->to);
  g_free (options->by);
  g_free (options->why);
  g_free (options->revenue);
  g_free (options->format);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PlanOptions, clear_options)

static void
add_figures (JsonBuilder        *builder,
             const char         *name,
             const QuadFigures  *figures,
             const QuadCurrency *currency)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_object (builder);
  quad_cli_add_tiers (builder, figures, currency);
  quad_cli_add_cut_off (builder, "cut_off", &figures->cut_off, currency);
  json_builder_end_object (builder);
}

static void
print_plan_json (QuadBook             *book,
                 GPtrArray            *moves,
                 const QuadPlanEffect *effect)
{
  const QuadCurrency *currency = quad_book_get_currency (book);
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "moves");
  json_builder_begin_array (builder);
  for (guint i = 0; i < moves->len; i++)
    {
      QuadPlannedMove *move = moves->pdata[i];
      QuadAccount *account = quad_book_get_planned_account (book, move);
      g_autofree char *by = quad_date_to_iso (quad_planned_move_get_by_date (move));

      json_builder_begin_object (builder);
      quad_cli_add_text (builder, "account", quad_account_get_name (account));
      quad_cli_add_text (builder, "uid",
                         quad_item_get_text (QUAD_ITEM (account), QUAD_ACCOUNT_UID));
      quad_cli_add_text (builder, "from", quad_tier_get_nick (quad_account_get_tier (account)));
      quad_cli_add_text (builder, "to", quad_tier_get_nick (quad_planned_move_get_tier (move)));
      quad_cli_add_text (builder, "by", by);
      quad_cli_add_text (builder, "why", quad_planned_move_get_why (move));
      quad_cli_add_money (builder, "expected_revenue",
                          quad_planned_move_get_expected_revenue (move), currency);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  add_figures (builder, "now", &effect->now, currency);
  add_figures (builder, "planned", &effect->planned, currency);
  quad_cli_add_count (builder, "without_known_revenue", effect->unknown);
  json_builder_end_object (builder);
  quad_cli_print_json (builder);
}

static void
print_moves (QuadBook  *book,
             GPtrArray *moves)
{
  const QuadCurrency *currency = quad_book_get_currency (book);
  const QuadNames *names = quad_book_get_names (book);
  g_autoptr (QuadCliTable) table = quad_cli_table_new ();
  g_autofree char *text = NULL;

  quad_cli_table_add_column (table, _("Account"), FALSE);
  quad_cli_table_add_column (table, _("From"), FALSE);
  quad_cli_table_add_column (table, _("To"), FALSE);
  quad_cli_table_add_column (table, _("By When"), FALSE);
  quad_cli_table_add_column (table, _("Expected Revenue"), TRUE);
  quad_cli_table_add_column (table, _("Why"), FALSE);
  for (guint i = 0; i < moves->len; i++)
    {
      QuadPlannedMove *move = moves->pdata[i];
      QuadAccount *account = quad_book_get_planned_account (book, move);
      const char *why = quad_planned_move_get_why (move);
      g_autofree char *by = quad_date_to_iso (quad_planned_move_get_by_date (move));

      quad_cli_table_add_cell (table, quad_account_get_name (account));
      quad_cli_table_add_cell (table, quad_names_get_tier (names, quad_account_get_tier (account)));
      quad_cli_table_add_cell (table,
                               quad_names_get_tier (names, quad_planned_move_get_tier (move)));
      quad_cli_table_add_cell (table, by != NULL ? by : "");
      quad_cli_table_take_cell (table,
                                quad_money_format (quad_planned_move_get_expected_revenue (move),
                                                   currency, QUAD_MONEY_FULL));
      quad_cli_table_take_cell (table, g_strdelimit (g_strdup (why != NULL ? why : ""), "\n", ' '));
    }
  text = quad_cli_table_to_text (table);
  quad_cli_print ("%s\n", text);
}

/* Two values of which the second is planned; both when they differ. Takes them. */
static char *
join_change (char *now,
             char *planned)
{
  g_autofree char *first = now;
  g_autofree char *second = planned;

  return g_str_equal (now, planned) ? g_strdup (now)
                                    : g_strdup_printf ("%s → %s", now, planned);
}

static char *
format_revenue (const QuadTierFigures *tier,
                const QuadCurrency    *currency)
{
  return quad_money_format (tier->known > 0 ? tier->revenue : QUAD_MONEY_UNKNOWN, currency,
                            QUAD_MONEY_FULL);
}

static char *
format_potential (const QuadTierFigures *tier,
                  const QuadCurrency    *currency)
{
  return quad_money_format (tier->potential != 0 ? tier->potential : QUAD_MONEY_UNKNOWN, currency,
                            QUAD_MONEY_FULL);
}

static void
print_effect (const QuadPlanEffect *effect,
              const QuadCurrency   *currency,
              const QuadNames      *names)
{
  g_autoptr (QuadCliTable) table = quad_cli_table_new ();
  g_autofree char *cut_off = NULL;
  g_autofree char *text = NULL;

  quad_cli_table_add_column (table, _("Tier"), FALSE);
  quad_cli_table_add_column (table, _("Accounts"), TRUE);
  quad_cli_table_add_column (table, _("Revenue"), TRUE);
  quad_cli_table_add_column (table, _("Of Revenue"), TRUE);
  quad_cli_table_add_column (table, _("Potential"), TRUE);
  for (guint i = 0; i < QUAD_N_TIERS; i++)
    {
      const QuadTierFigures *now = &effect->now.tiers[i], *planned = &effect->planned.tiers[i];

      quad_cli_table_add_cell (table, quad_names_get_box (names, i));
      quad_cli_table_take_cell (table, join_change (g_strdup_printf ("%u", now->accounts),
                                                    g_strdup_printf ("%u", planned->accounts)));
      quad_cli_table_take_cell (table, join_change (format_revenue (now, currency),
                                                    format_revenue (planned, currency)));
      quad_cli_table_take_cell (table,
                                quad_tier_is_client (i)
                                  ? join_change (quad_number_format_share (now->revenue_share),
                                                 quad_number_format_share (planned->revenue_share))
                                  : g_strdup (""));
      quad_cli_table_take_cell (table, join_change (format_potential (now, currency),
                                                    format_potential (planned, currency)));
    }
  text = quad_cli_table_to_text (table);
  quad_cli_print ("%s\n", text);

  cut_off = join_change (quad_money_format (effect->now.cut_off.amount, currency,
                                            QUAD_MONEY_FULL),
                         quad_money_format (effect->planned.cut_off.amount, currency,
                                            QUAD_MONEY_FULL));
  quad_cli_print (_("Cut-off: %s"), cut_off);
  quad_cli_print ("\n");
  if (effect->unknown > 0)
    {
      quad_cli_print (ngettext ("%u planned client has no known or expected revenue and counts "
                                "for no share.",
                                "%u planned clients have no known or expected revenue and count "
                                "for no share.", effect->unknown),
                      effect->unknown);
      quad_cli_print ("\n");
    }
}

static gboolean
list_plan (QuadCli            *cli,
           QuadBook           *book,
           const PlanOptions  *options,
           GError            **error)
{
  g_autoptr (GPtrArray) moves = NULL;
  QuadPlanEffect effect;
  QuadCliFormat format;

  if (!quad_cli_parse_format (options->format, FALSE, &format, error))
    return FALSE;

  moves = quad_book_list_plan (book);
  quad_book_get_plan_effect (book, &effect);
  if (format == QUAD_CLI_FORMAT_JSON)
    print_plan_json (book, moves, &effect);
  else if (moves->len == 0)
    quad_cli_print ("%s\n", _("Nothing is planned."));
  else
    {
      print_moves (book, moves);
      print_effect (&effect, quad_book_get_currency (book), quad_book_get_names (book));
    }
  return TRUE;
}

/* By when, why and with what revenue, as the options say. */
static QuadRecord *
read_details (const PlanOptions   *options,
              const QuadCurrency  *currency,
              GError             **error)
{
  g_autoptr (QuadRecord) details = quad_record_new (&quad_planned_move_schema);
  QuadDate by = options->by != NULL ? quad_date_from_iso (options->by) : QUAD_DATE_NONE;
  QuadMoney revenue;

  if (options->by != NULL && by == QUAD_DATE_NONE)
    {
      g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                           _("--by is a day, written like 2027-03-31"));
      return NULL;
    }
  if (options->why != NULL && !g_utf8_validate (options->why, -1, NULL))
    {
      g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                           _("--why is not UTF-8 text"));
      return NULL;
    }
  if (options->revenue != NULL
      && (!quad_money_from_decimal (options->revenue, currency->decimals, &revenue, NULL)
          || revenue < 0))
    {
      g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                           _("--revenue is an amount, written like 16817.10"));
      return NULL;
    }

  if (options->by != NULL)
    quad_record_set_number (details, QUAD_PLANNED_MOVE_BY_DATE, by);
  if (options->why != NULL)
    quad_record_set_text (details, QUAD_PLANNED_MOVE_WHY, options->why);
  if (options->revenue != NULL)
    quad_record_set_number (details, QUAD_PLANNED_MOVE_EXPECTED_REVENUE, revenue);
  return g_steal_pointer (&details);
}

static void
changed_cb (QuadBook *book,
            gboolean *changed)
{
  *changed = TRUE;
}

static gboolean
add_plan (QuadCli            *cli,
          QuadBook           *book,
          const PlanOptions  *options,
          GError            **error)
{
  g_autoptr (GPtrArray) accounts = NULL;
  g_autoptr (QuadRecord) details = NULL;
  gboolean changed = FALSE;
  guint tier;

  if (!quad_cli_parse_word (&quad_tier_words, "--to", options->to, &tier, error))
    return FALSE;
  details = read_details (options, quad_book_get_currency (book), error);
  if (details == NULL)
    return FALSE;
  accounts = quad_cli_find_accounts (cli, 1, book, error);
  if (accounts == NULL)
    return FALSE;

  g_signal_connect (book, "changed", G_CALLBACK (changed_cb), &changed);
  if (!quad_book_plan_moves (book, accounts, tier, details, error))
    return FALSE;
  g_signal_handlers_disconnect_by_data (book, &changed);
  quad_cli_print ("%s\n", changed ? quad_book_get_undo_label (book)
                                  : _("Nothing to plan: they are there, or it is planned so."));
  return TRUE;
}

/* The planned moves of the accounts that the arguments name, all of them when none is named. */
static GPtrArray *
find_moves (QuadCli   *cli,
            QuadBook  *book,
            GError   **error)
{
  g_autoptr (GPtrArray) accounts = NULL;
  g_autoptr (GPtrArray) moves = g_ptr_array_new ();

  if (cli->n_arguments == 1)
    return quad_book_list_plan (book);

  accounts = quad_cli_find_accounts (cli, 1, book, error);
  if (accounts == NULL)
    return NULL;
  for (guint i = 0; i < accounts->len; i++)
    {
      QuadPlannedMove *move = quad_book_get_planned_move (book, accounts->pdata[i]);

      if (move == NULL)
        {
          g_set_error (error, QUAD_ERROR, QUAD_ERROR_NOT_FOUND,
                       /* Translators: %s is the name of an account */
                       _("Nothing is planned for “%s”"),
                       quad_account_get_name (accounts->pdata[i]));
          return NULL;
        }
      g_ptr_array_add (moves, move);
    }
  return g_steal_pointer (&moves);
}

static gboolean
change_plan (QuadCli   *cli,
             QuadBook  *book,
             gboolean (*change) (QuadBook   *book,
                                 GPtrArray  *moves,
                                 GError    **error),
             GError   **error)
{
  g_autoptr (GPtrArray) moves = find_moves (cli, book, error);

  if (moves == NULL || !change (book, moves, error))
    return FALSE;
  quad_cli_print ("%s\n", moves->len > 0 ? quad_book_get_undo_label (book)
                                         : _("Nothing is planned."));
  return TRUE;
}

static gboolean
apply_plan (QuadCli            *cli,
            QuadBook           *book,
            const PlanOptions  *options,
            GError            **error)
{
  return change_plan (cli, book, quad_book_apply_planned_moves, error);
}

static gboolean
discard_plan (QuadCli            *cli,
              QuadBook           *book,
              const PlanOptions  *options,
              GError            **error)
{
  return change_plan (cli, book, quad_book_discard_planned_moves, error);
}

static const PlanAction actions[] = {
  { "list", FALSE, list_plan },
  { "add", TRUE, add_plan },
  { "apply", TRUE, apply_plan },
  { "discard", TRUE, discard_plan },
};

static const PlanAction *
find_action (QuadCli  *cli,
             GError  **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions) && cli->n_arguments > 0; i++)
    if (g_str_equal (actions[i].name, cli->arguments[0]))
      return &actions[i];

  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED, _("“%s” needs %s"), "plan",
               "list, add, apply, discard");
  return NULL;
}

/* Whether arguments and options are those of the action. */
static gboolean
check_usage (QuadCli            *cli,
             const PlanAction   *action,
             const PlanOptions  *options,
             GError            **error)
{
  gboolean adds = action->run == add_plan;
  gboolean details = options->by != NULL || options->why != NULL || options->revenue != NULL;

  if (adds && (options->to == NULL || cli->n_arguments < 2))
    g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED,
                         _("“plan add” needs ACCOUNT… and --to TIER"));
  else if (!adds && (options->to != NULL || details))
    g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED,
                         _("--to, --by, --why and --revenue are for “plan add”"));
  else if (action->changes && options->format != NULL)
    g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED,
                         _("--format is for “plan list”"));
  else if (!action->changes && cli->n_arguments > 1)
    {
      g_autofree char *shown = g_filename_display_name (cli->arguments[1]);

      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED,
                   _("“%s” is one argument too many for “%s”"), shown, "plan list");
    }
  else
    return TRUE;
  return FALSE;
}

gboolean
quad_cli_plan (QuadCli  *cli,
               GError  **error)
{
  g_auto (PlanOptions) options = { 0 };
  g_autoptr (QuadBook) book = NULL;
  const PlanAction *action;
  const GOptionEntry entries[] = {
    { "to", 't', G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &options.to,
      N_("add: where to: key, secondary, ideal, lead, parked"), N_("TIER") },
    { "by", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &options.by,
      N_("add: by when, like 2027-03-31"), N_("DATE") },
    { "why", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &options.why,
      N_("add: why"), N_("TEXT") },
    { "revenue", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &options.revenue,
      N_("add: the revenue that is expected in a year"), N_("AMOUNT") },
    { "format", 'f', G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &options.format,
      N_("list: text or json"), N_("FORMAT") },
    { NULL },
  };

  if (!quad_cli_parse (cli, entries, error))
    return FALSE;
  action = find_action (cli, error);
  if (action == NULL || !check_usage (cli, action, &options, error))
    return FALSE;
  book = quad_cli_open_book (cli, action->changes ? 0 : QUAD_BOOK_READ_ONLY, error);
  return book != NULL && action->run (cli, book, &options, error);
}
