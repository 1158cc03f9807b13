/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-cli"

#include "quad-cli-private.h"

#include "quad-book-facts.h"
#include "quad-cli-table.h"
#include "quad-i18n.h"

/* What the list is compared with: the last review. */
typedef struct
{
  QuadBook   *book;       /* (owned) */
  QuadDate    last;
  GHashTable *facts;      /* (owned): #QuadAccountFacts by account */
  GPtrArray  *moved;      /* (owned): accounts, the largest first */
  guint       n_new;      /* accounts that were not on the list then */
} Review;

static void
clear_review (Review *review)
{
  g_clear_pointer (&review->moved, g_ptr_array_unref);
  g_clear_pointer (&review->facts, g_hash_table_unref);
  g_clear_object (&review->book);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Review, clear_review)

static gboolean
compare_with_last (Review  *review,
                   GError **error)
{
  QuadItemList *accounts = quad_book_get_accounts (review->book);

  review->last = quad_book_get_last_review (review->book);
  review->moved = g_ptr_array_new ();
  review->facts = quad_book_load_account_facts (review->book, error);
  if (review->facts == NULL)
    return FALSE;

  for (guint i = 0; i < quad_item_list_get_size (accounts); i++)
    {
      QuadAccount *account = quad_item_list_peek (accounts, i);
      const QuadAccountFacts *facts = g_hash_table_lookup (review->facts, account);

      if (quad_account_facts_is_moved (facts, account))
        g_ptr_array_add (review->moved, account);
      review->n_new += !facts->activity.reviewed;
    }
  quad_account_sort (review->moved);
  return TRUE;
}

static void
add_place (JsonBuilder *builder,
           const char  *name,
           QuadTier     tier,
           QuadProfile  profile)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_object (builder);
  quad_cli_add_text (builder, "tier", quad_tier_get_nick (tier));
  quad_cli_add_text (builder, "profile", quad_profile_get_nick (profile));
  json_builder_end_object (builder);
}

static void
print_json (const Review *review,
            gboolean      done)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();
  g_autofree char *last = review->last != QUAD_DATE_NONE ? quad_date_to_iso (review->last) : NULL;

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "done");
  json_builder_add_boolean_value (builder, done);
  quad_cli_add_text (builder, "last_review", last);
  quad_cli_add_count (builder, "accounts",
                      quad_item_list_get_size (quad_book_get_accounts (review->book)));
  quad_cli_add_count (builder, "new", review->n_new);
  json_builder_set_member_name (builder, "moved");
  json_builder_begin_array (builder);
  for (guint i = 0; i < review->moved->len; i++)
    {
      QuadAccount *account = review->moved->pdata[i];
      const QuadAccountFacts *facts = g_hash_table_lookup (review->facts, account);

      json_builder_begin_object (builder);
      quad_cli_add_text (builder, "account", quad_account_get_name (account));
      quad_cli_add_text (builder, "uid",
                         quad_item_get_text (QUAD_ITEM (account), QUAD_ACCOUNT_UID));
      add_place (builder, "from", facts->activity.review_tier, facts->activity.review_profile);
      add_place (builder, "to", quad_account_get_tier (account),
                 quad_account_get_profile (account));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  quad_cli_print_json (builder);
}

/* "Key accounts, Keep" */
static void
add_place_cell (QuadCliTable    *table,
                const QuadNames *names,
                QuadTier         tier,
                QuadProfile      profile)
{
  if (profile == QUAD_PROFILE_NONE)
    quad_cli_table_add_cell (table, quad_names_get_tier (names, tier));
  else
    quad_cli_table_take_cell (table, g_strdup_printf ("%s, %s", quad_names_get_tier (names, tier),
                                                      quad_names_get_profile (names, profile)));
}

static void
print_moved (const Review *review)
{
  g_autoptr (QuadCliTable) table = quad_cli_table_new ();
  QuadNames *names = quad_book_get_names (review->book);
  g_autofree char *text = NULL;

  quad_cli_table_add_column (table, _("Account"), FALSE);
  quad_cli_table_add_column (table, _("From"), FALSE);
  quad_cli_table_add_column (table, _("To"), FALSE);
  for (guint i = 0; i < review->moved->len; i++)
    {
      QuadAccount *account = review->moved->pdata[i];
      const QuadAccountFacts *facts = g_hash_table_lookup (review->facts, account);

      quad_cli_table_add_cell (table, quad_account_get_name (account));
      add_place_cell (table, names, facts->activity.review_tier, facts->activity.review_profile);
      add_place_cell (table, names, quad_account_get_tier (account),
                      quad_account_get_profile (account));
    }
  text = quad_cli_table_to_text (table);
  quad_cli_print ("%s\n", text);
}

static void
print_since (const Review *review)
{
  g_autofree char *day = NULL;

  if (review->last == QUAD_DATE_NONE)
    {
      quad_cli_print ("%s\n", _("There was no review of this book yet."));
      return;
    }
  if (review->moved->len > 0)
    print_moved (review);
  day = quad_date_format (review->last, QUAD_DATE_STYLE_FULL, review->last);
  /* Translators: %s is a day */
  quad_cli_print (ngettext ("%u account moved since the review of %s.",
                            "%u accounts moved since the review of %s.", review->moved->len),
                  review->moved->len, day);
  quad_cli_print ("\n");
  if (review->n_new > 0)
    {
      quad_cli_print (ngettext ("%u account is new since then.",
                                "%u accounts are new since then.", review->n_new), review->n_new);
      quad_cli_print ("\n");
    }
}

gboolean
quad_cli_review (QuadCli  *cli,
                 GError  **error)
{
  g_autofree char *format_text = NULL;
  g_auto (Review) review = { 0 };
  QuadCliFormat format;
  gboolean done = FALSE;
  const GOptionEntry entries[] = {
    { "done", 'd', G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &done,
      N_("Note that the whole list was reviewed today"), NULL },
    { "format", 'f', G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &format_text,
      N_("text or json"), N_("FORMAT") },
    { NULL },
  };

  if (!quad_cli_parse (cli, entries, error)
      || !quad_cli_parse_format (format_text, FALSE, &format, error))
    return FALSE;
  review.book = quad_cli_open_book (cli, done ? 0 : QUAD_BOOK_READ_ONLY, error);
  if (review.book == NULL || !compare_with_last (&review, error)
      || (done && !quad_book_review (review.book, error)))
    return FALSE;

  if (format == QUAD_CLI_FORMAT_JSON)
    {
      print_json (&review, done);
      return TRUE;
    }
  print_since (&review);
  if (done)
    quad_cli_print ("%s\n", quad_book_get_undo_label (review.book));
  return TRUE;
}
