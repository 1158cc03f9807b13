/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-cli"

#include "quad-cli-import-private.h"

#include "quad-cli-table.h"
#include "quad-i18n.h"

/* More rows of a kind than this are not listed on a terminal: --rejects and JSON have them all. */
#define MOST_ROWS_SHOWN 20

/* A rejected word says on the command line how to go on. */
static char *
complete_reason (const QuadImportReject *reject)
{
  if (!reject->is_word_unknown)
    return g_strdup (reject->reason);
  /* Translators: the first %s is a sentence; the option is typed as it is, the second %s is a word
   * of the file; TIER stands for what it means */
  return g_strdup_printf (_("%s Say what it means with --value \"%s=TIER\"."), reject->reason,
                          reject->value);
}

static void
add_reject (JsonBuilder *builder,
            guint        row,
            const char  *column,
            const char  *value,
            const char  *reason)
{
  json_builder_begin_object (builder);
  quad_cli_add_count (builder, "row", row);
  quad_cli_add_text (builder, "column", column);
  quad_cli_add_text (builder, "value", value);
  quad_cli_add_text (builder, "reason", reason);
  json_builder_end_object (builder);
}

static guint
count_rejected (const QuadCliImport *import)
{
  return quad_import_session_get_n_rejected (import->session) + import->result.rejected;
}

/* Those that the list is at fault for, and those that only the book cannot hold. */
static void
add_rejects (JsonBuilder         *builder,
             const QuadCliImport *import)
{
  GPtrArray *rejects = quad_import_session_get_rejects (import->session);
  GListModel *entries = import->preview != NULL
                          ? quad_import_preview_get_entries (import->preview) : NULL;

  json_builder_set_member_name (builder, "rejected");
  json_builder_begin_array (builder);
  for (guint i = 0; i < rejects->len; i++)
    {
      const QuadImportReject *reject = rejects->pdata[i];
      g_autofree char *reason = complete_reason (reject);

      add_reject (builder, reject->row, reject->column, reject->value, reason);
    }
  for (guint i = 0; entries != NULL && i < g_list_model_get_n_items (entries); i++)
    {
      g_autoptr (QuadImportEntry) entry = g_list_model_get_item (entries, i);

      if (quad_import_entry_get_kind (entry) == QUAD_IMPORT_REJECTED)
        add_reject (builder, quad_import_entry_get_row (entry), NULL, NULL,
                    quad_import_entry_get_reason (entry));
    }
  json_builder_end_array (builder);
}

static void
add_columns (JsonBuilder       *builder,
             QuadImportSession *session)
{
  const QuadImportColumn *columns;
  guint n_columns;

  columns = quad_import_session_get_columns (session, &n_columns);
  json_builder_set_member_name (builder, "columns");
  json_builder_begin_array (builder);
  for (guint i = 0; i < n_columns; i++)
    {
      json_builder_begin_object (builder);
      quad_cli_add_text (builder, "column", columns[i].name);
      quad_cli_add_text (builder, "field", columns[i].target);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_values (JsonBuilder       *builder,
            QuadImportSession *session)
{
  g_autoptr (GPtrArray) values = quad_import_session_list_values (session);

  json_builder_set_member_name (builder, "values");
  json_builder_begin_array (builder);
  for (guint i = 0; i < values->len; i++)
    {
      const QuadImportValue *value = g_ptr_array_index (values, i);

      if (value->field == QUAD_VALUE_VERTICAL && !value->is_decided)
        continue;
      json_builder_begin_object (builder);
      quad_cli_add_text (builder, "column", value->column);
      quad_cli_add_text (builder, "field", quad_value_field_get_name (value->field));
      quad_cli_add_text (builder, "value", value->value);
      quad_cli_add_count (builder, "rows", value->n_rows);
      quad_cli_add_text (builder, "meaning", value->meaning);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static const char *
get_match_word (QuadMatchBy match)
{
  static const char *const words[] = { "id", "domain", "name", NULL };

  return words[match];
}

static void
add_changed (JsonBuilder        *builder,
             const char         *name,
             const QuadRecord   *values,
             guint64             changed,
             const QuadCurrency *currency)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_object (builder);
  for (guint i = 0; i < QUAD_N_ACCOUNT_FIELDS; i++)
    if ((changed & (G_GUINT64_CONSTANT (1) << i)) != 0)
      quad_cli_add_field (builder, values, i, currency);
  json_builder_end_object (builder);
}

/* What the row says otherwise than the first one about the same account, which counts. */
static void
add_not_taken (JsonBuilder     *builder,
               QuadImportEntry *entry)
{
  const QuadImportKind kind = quad_import_entry_get_kind (entry);
  const gboolean is_passed = kind == QUAD_IMPORT_DOUBTFUL || kind == QUAD_IMPORT_LEFT_OUT;
  guint first_row;
  const guint64 not_taken = quad_import_entry_get_not_taken (entry, &first_row);

  if (not_taken != 0 || (is_passed && first_row != 0))
    quad_cli_add_count (builder, "first_row", first_row);
  if (not_taken == 0)
    return;
  json_builder_set_member_name (builder, "not_taken");
  json_builder_begin_array (builder);
  for (guint i = 0; i < QUAD_N_ACCOUNT_FIELDS; i++)
    if ((not_taken & (G_GUINT64_CONSTANT (1) << i)) != 0)
      json_builder_add_string_value (builder, quad_account_schema.fields[i].name);
  json_builder_end_array (builder);
}

static QuadAccount *
find_account (QuadBook *book,
              gint64    id)
{
  return quad_item_list_lookup (quad_book_get_accounts (book), id);
}

static void
add_candidates (JsonBuilder     *builder,
                QuadImportEntry *entry,
                QuadBook        *book)
{
  guint n;
  const gint64 *candidates = quad_import_entry_get_candidates (entry, &n);

  json_builder_set_member_name (builder, "candidates");
  json_builder_begin_array (builder);
  for (guint i = 0; i < n; i++)
    {
      QuadAccount *account = find_account (book, candidates[i]);
      const QuadRecord *values = quad_item_get_values (QUAD_ITEM (account));

      json_builder_begin_object (builder);
      quad_cli_add_count (builder, "id", candidates[i]);
      quad_cli_add_text (builder, "name", quad_account_get_name (account));
      quad_cli_add_text (builder, "website", quad_record_get_text (values, QUAD_ACCOUNT_WEBSITE));
      quad_cli_add_text (builder, "external_id",
                         quad_record_get_text (values, QUAD_ACCOUNT_EXTERNAL_ID));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_entry (JsonBuilder     *builder,
           QuadImportEntry *entry,
           QuadBook        *book)
{
  const QuadImportKind kind = quad_import_entry_get_kind (entry);
  const guint64 changed = quad_import_entry_get_changed (entry);
  const QuadCurrency *currency = quad_book_get_currency (book);

  json_builder_begin_object (builder);
  quad_cli_add_count (builder, "row", quad_import_entry_get_row (entry));
  quad_cli_add_text (builder, "kind", quad_import_kind_get_nick (kind));
  quad_cli_add_text (builder, "name", quad_import_entry_get_name (entry));
  quad_cli_add_text (builder, "match", get_match_word (quad_import_entry_get_match (entry)));
  if (kind == QUAD_IMPORT_UPDATED)
    {
      add_changed (builder, "old", quad_import_entry_get_before (entry), changed, currency);
      add_changed (builder, "new", quad_import_entry_get_after (entry), changed, currency);
      quad_cli_add_count (builder, "contacts_and_touches",
                          quad_import_entry_get_n_children (entry));
    }
  add_not_taken (builder, entry);
  if (kind == QUAD_IMPORT_DOUBTFUL)
    add_candidates (builder, entry, book);
  if (kind == QUAD_IMPORT_REJECTED)
    quad_cli_add_text (builder, "reason", quad_import_entry_get_reason (entry));
  json_builder_end_object (builder);
}

static void
add_figures (JsonBuilder        *builder,
             const char         *name,
             const QuadFigures  *figures,
             gboolean            recut,
             const QuadCurrency *currency)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "tiers");
  json_builder_begin_object (builder);
  for (guint i = 0; i < QUAD_N_TIERS; i++)
    quad_cli_add_count (builder, quad_tier_get_nick ((QuadTier) i),
                        recut ? quad_figures_count_recut (figures, (QuadTier) i)
                              : figures->tiers[i].accounts);
  json_builder_end_object (builder);
  quad_cli_add_money (builder, "cut_off", figures->cut_off.amount, currency);
  quad_cli_add_count (builder, "at_or_above", figures->cut_off.at_or_above);
  json_builder_end_object (builder);
}

/* The rejected rows stand in a list of their own. */
static void
add_preview (JsonBuilder       *builder,
             QuadImportPreview *preview,
             gboolean           recut,
             QuadBook          *book)
{
  GListModel *entries = quad_import_preview_get_entries (preview);
  const QuadCurrency *currency = quad_book_get_currency (book);

  json_builder_set_member_name (builder, "rows");
  json_builder_begin_array (builder);
  for (guint i = 0; i < g_list_model_get_n_items (entries); i++)
    {
      g_autoptr (QuadImportEntry) entry = g_list_model_get_item (entries, i);

      add_entry (builder, entry, book);
    }
  json_builder_end_array (builder);

  json_builder_set_member_name (builder, "chart");
  json_builder_begin_object (builder);
  add_figures (builder, "before", quad_import_preview_get_before (preview), FALSE, currency);
  add_figures (builder, "after", quad_import_preview_get_after (preview), recut, currency);
  json_builder_end_object (builder);
}

static void
add_sheets (JsonBuilder        *builder,
            QuadImportSession  *session,
            char              **sheets)
{
  quad_cli_add_text (builder, "sheet", quad_import_session_get_sheet (session));
  json_builder_set_member_name (builder, "sheets");
  json_builder_begin_array (builder);
  for (char **sheet = sheets; *sheet != NULL; sheet++)
    json_builder_add_string_value (builder, *sheet);
  json_builder_end_array (builder);
}

static void
print_json (const QuadCliImport *import,
            QuadBook            *book)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();
  QuadImportSession *session = import->session;
  g_auto (GStrv) sheets = quad_import_session_list_sheets (session);
  const char separator[] = { quad_import_session_get_separator (session), '\0' };

  json_builder_begin_object (builder);
  quad_cli_add_text (builder, "encoding", quad_import_session_get_encoding (session));
  quad_cli_add_text (builder, "separator", separator);
  quad_cli_add_count (builder, "header_row", quad_import_session_get_header_row (session));
  if (sheets != NULL)
    add_sheets (builder, session, sheets);
  quad_cli_add_text (builder, "foreign_currency",
                     quad_import_session_get_foreign_currency (session));
  json_builder_set_member_name (builder, "remembered");
  json_builder_add_boolean_value (builder, import->is_remembered);
  json_builder_set_member_name (builder, "dry_run");
  json_builder_add_boolean_value (builder, import->dry_run);
  quad_cli_add_count (builder, "created", import->result.created);
  quad_cli_add_count (builder, "updated", import->result.updated);
  quad_cli_add_count (builder, "unchanged", import->result.unchanged);
  quad_cli_add_count (builder, "doubtful", import->result.doubtful);
  quad_cli_add_count (builder, "left_out", import->result.left_out);
  quad_cli_add_count (builder, "n_rejected", count_rejected (import));
  quad_cli_add_count (builder, "lone_people", quad_import_session_get_n_lone_people (session));
  add_rejects (builder, import);
  add_columns (builder, session);
  add_values (builder, session);
  if (import->preview != NULL)
    add_preview (builder, import->preview, import->recut, book);
  json_builder_end_object (builder);
  quad_cli_print_json (builder);
}

static void
print_columns (QuadImportSession *session)
{
  g_autoptr (QuadCliTable) table = quad_cli_table_new ();
  g_autofree char *text = NULL;
  const QuadImportColumn *columns;
  guint n_columns;

  columns = quad_import_session_get_columns (session, &n_columns);
  quad_cli_table_add_column (table, _("Column"), FALSE);
  quad_cli_table_add_column (table, _("Field"), FALSE);
  for (guint i = 0; i < n_columns; i++)
    {
      quad_cli_table_add_cell (table, columns[i].name);
      quad_cli_table_add_cell (table, columns[i].target != NULL ? columns[i].target
                                                                : _("(left out)"));
    }
  text = quad_cli_table_to_text (table);
  quad_cli_print ("%s\n", text);
}

static void
print_rejects (QuadImportSession *session)
{
  GPtrArray *rejects = quad_import_session_get_rejects (session);
  guint n = quad_import_session_get_n_rejected (session);
  guint shown = MIN (rejects->len, MOST_ROWS_SHOWN);

  for (guint i = 0; i < shown; i++)
    {
      const QuadImportReject *reject = rejects->pdata[i];
      g_autofree char *reason = complete_reason (reject);

      if (reject->column != NULL && reject->value != NULL && *reject->value != '\0')
        /* Translators: row number, header of the column, what stands there, what is wrong */
        quad_cli_print (_("Row %u, %s “%s”: %s"), reject->row, reject->column, reject->value,
                        reason);
      else
        quad_cli_print (_("Row %u: %s"), reject->row, reason);
      quad_cli_print ("\n");
    }
  if (n > shown)
    {
      quad_cli_print (ngettext ("and %u more; --rejects FILE writes them all",
                                "and %u more; --rejects FILE writes them all", n - shown),
                      n - shown);
      quad_cli_print ("\n");
    }
}

static void
print_doubtful_row (QuadImportEntry *entry,
                    QuadBook        *book)
{
  guint n;
  const gint64 *candidates = quad_import_entry_get_candidates (entry, &n);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, candidates[i]);

      /* Translators: row number, name in the file, name of an account, its number */
      quad_cli_print (_("Row %u, %s: may be %s (%s)"), quad_import_entry_get_row (entry),
                      quad_import_entry_get_name (entry),
                      quad_account_get_name (find_account (book, candidates[i])), number);
      quad_cli_print ("\n");
    }
}

/* Only a preview knows which they are; an import says how many. */
static void
print_doubtful (const QuadCliImport *import,
                QuadBook            *book)
{
  GListModel *entries = import->preview != NULL
                          ? quad_import_preview_get_entries (import->preview) : NULL;
  guint shown = 0;

  if (import->result.doubtful == 0)
    return;
  for (guint i = 0; entries != NULL && i < g_list_model_get_n_items (entries)
                    && shown < MOST_ROWS_SHOWN; i++)
    {
      g_autoptr (QuadImportEntry) entry = g_list_model_get_item (entries, i);

      if (quad_import_entry_get_kind (entry) != QUAD_IMPORT_DOUBTFUL)
        continue;
      print_doubtful_row (entry, book);
      shown++;
    }
  quad_cli_print (ngettext ("%u row may be an account that is there and stays out. Decide with "
                            "--decide ROW=new, ROW=leave-out or ROW=NUMBER of the account.",
                            "%u rows may be accounts that are there and stay out. Decide with "
                            "--decide ROW=new, ROW=leave-out or ROW=NUMBER of the account.",
                            import->result.doubtful),
                  import->result.doubtful);
  quad_cli_print ("\n");
}

static void
print_lone_people (QuadImportSession *session)
{
  const guint n = quad_import_session_get_n_lone_people (session);

  if (n == 0 || quad_import_session_get_takes_lone_people (session))
    return;
  quad_cli_print (ngettext ("%u person has no company and stays out. --lone-people takes them in.",
                            "%u people have no company and stay out. --lone-people takes them in.",
                            n), n);
  quad_cli_print ("\n");
}

static void
print_text (const QuadCliImport *import,
            QuadBook            *book)
{
  const char *foreign = quad_import_session_get_foreign_currency (import->session);
  const QuadImportResult *result = &import->result;

  print_columns (import->session);
  if (import->is_remembered)
    quad_cli_print ("%s\n", _("Read as a list with these columns was read before."));
  print_rejects (import->session);
  print_lone_people (import->session);
  print_doubtful (import, book);
  if (foreign != NULL)
    {
      /* Translators: %s is a currency; the amounts are not converted */
      quad_cli_print (_("The amounts are in %s and were taken as they are."), foreign);
      quad_cli_print ("\n");
    }
  if (import->dry_run)
    quad_cli_print (_("Would create %u, update %u, leave %u as they are, reject %u. Nothing was "
                      "written."), result->created, result->updated, result->unchanged,
                    count_rejected (import));
  else
    quad_cli_print (_("Created %u, updated %u, left %u as they are, rejected %u."),
                    result->created, result->updated, result->unchanged, count_rejected (import));
  quad_cli_print ("\n");
}

/* Prints what was done, or would be. */
void
quad_cli_import_print (const QuadCliImport *import,
                       QuadBook            *book)
{
  if (import->format == QUAD_CLI_FORMAT_JSON)
    print_json (import, book);
  else
    print_text (import, book);
}
