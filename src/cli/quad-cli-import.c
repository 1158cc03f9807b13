/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-cli"

#include "quad-cli-private.h"

#include <glib/gstdio.h>
#include <string.h>

#include "quad-book-json.h"
#include "quad-cli-progress.h"
#include "quad-cli-table.h"
#include "quad-i18n.h"
#include "quad-import-session.h"

/* What the person asked for. */
typedef struct
{
  const char     *path;
  const char     *sheet;        /* (nullable) */
  QuadImportAs    as;
  char          **maps;         /* (nullable): "FIELD=COLUMN" */
  gboolean        recut;
  gboolean        dry_run;
  const char     *rejects_path; /* (nullable) */
  QuadCliFormat   format;
} Request;

/* Where it goes. */
typedef struct
{
  QuadBook *book;
  char     *new_path;           /* of a book that was not there before */
  char     *folder;             /* of a book that is only counted against */
} Target;

/* More rejected rows than this are not listed on a terminal: --rejects writes them all. */
#define MOST_REJECTS_SHOWN 20

static gboolean
parse_as (const char    *text,
          QuadImportAs  *as,
          GError       **error)
{
  static const struct
  {
    const char   *word;
    QuadImportAs  as;
  } words[] = {
    { "clients", QUAD_IMPORT_AS_CLIENTS },
    { "ideal", QUAD_IMPORT_AS_IDEAL },
    { "leads", QUAD_IMPORT_AS_LEADS },
  };

  *as = QUAD_IMPORT_AS_AUTO;
  if (text == NULL)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strcmp (words[i].word, text) == 0)
      {
        *as = words[i].as;
        return TRUE;
      }
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _("%s is one of %s"), "--as",
               "clients, ideal, leads");
  return FALSE;
}

static gboolean
check_maps (char   **maps,
            GError **error)
{
  for (char **map = maps; map != NULL && *map != NULL; map++)
    {
      const char *equals = strchr (*map, '=');

      if (equals == NULL || equals == *map || !g_utf8_validate (*map, -1, NULL))
        {
          g_autofree char *shown = g_filename_display_name (*map);

          g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                       _("--map is written FIELD=COLUMN, not “%s”"), shown);
          return FALSE;
        }
    }
  return TRUE;
}

static gboolean
map_columns (QuadImportSession  *session,
             char              **maps,
             GError            **error)
{
  for (char **map = maps; map != NULL && *map != NULL; map++)
    {
      const char *equals = strchr (*map, '=');
      g_autofree char *field = g_strndup (*map, (gsize) (equals - *map));

      if (!quad_import_session_map (session, field, equals + 1, error))
        return FALSE;
    }
  return TRUE;
}

/* Opens the list and reads it through once: after this all that is wrong in it is known, and
 * written down where that was asked for, before anything goes into the book. */
static QuadImportSession *
scan_file (const Request       *request,
           const QuadCurrency  *currency,
           QuadCliProgress     *progress,
           GError             **error)
{
  g_autoptr (QuadImportSession) session = NULL;

  session = quad_import_session_open (request->path, currency, error);
  if (session == NULL
      || (request->sheet != NULL
          && !quad_import_session_set_sheet (session, request->sheet, error)))
    return NULL;
  quad_import_session_set_as (session, request->as);
  if (!map_columns (session, request->maps, error)
      || !quad_import_session_scan (session, quad_cli_progress_get_cancellable (progress),
                                    quad_cli_progress_report, progress, error)
      || (request->rejects_path != NULL
          && !quad_import_session_write_rejects (session, request->rejects_path, error)))
    return NULL;
  return g_steal_pointer (&session);
}

static gboolean
run_import (QuadBook           *book,
            QuadImportSession  *session,
            const Request      *request,
            QuadCliProgress    *progress,
            QuadImportResult   *result,
            GError            **error)
{
  QuadImportSource *source = QUAD_IMPORT_SOURCE (session);
  GCancellable *cancellable = quad_cli_progress_get_cancellable (progress);
  g_autoptr (QuadImportOptions) options = quad_import_options_new ();
  g_autoptr (QuadImportPreview) preview = NULL;
  QuadCutOffRule rule;

  if (request->dry_run)
    {
      preview = quad_book_preview_import (book, source, options, cancellable,
                                          quad_cli_progress_report, progress, error);
      if (preview == NULL)
        return FALSE;
      result->created = quad_import_preview_get_count (preview, QUAD_IMPORT_CREATED);
      result->updated = quad_import_preview_get_count (preview, QUAD_IMPORT_UPDATED);
      result->unchanged = quad_import_preview_get_count (preview, QUAD_IMPORT_UNCHANGED);
      return TRUE;
    }
  quad_book_get_cut_off_rule (book, &rule);
  return quad_book_import (book, source, options, request->recut ? &rule : NULL, cancellable,
                           quad_cli_progress_report, progress, result, error);
}

/* The book that there is; or a new one; or, for a dry run without a book, an empty one to count
 * against, in a folder of its own. */
static gboolean
open_target (QuadCli        *cli,
             const Request  *request,
             Target         *target,
             GError        **error)
{
  g_autofree char *path = quad_cli_dup_book_path (cli);

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    {
      target->book = quad_cli_open_book (cli, request->dry_run ? QUAD_BOOK_READ_ONLY
                                                              : QUAD_BOOK_IMPORT_ONLY, error);
      return target->book != NULL;
    }
  if (request->dry_run)
    {
      target->folder = g_dir_make_tmp ("quadrille-XXXXXX", error);
      if (target->folder == NULL)
        return FALSE;
      g_free (path);
      path = g_build_filename (target->folder, "empty.quadrille", NULL);
    }
  target->book = quad_book_open (path, QUAD_BOOK_CREATE | QUAD_BOOK_IMPORT_ONLY, error);
  if (target->book == NULL)
    return FALSE;
  target->new_path = g_steal_pointer (&path);
  return TRUE;
}

/* A new book goes again when nothing came into it. */
static void
close_target (Target   *target,
              gboolean  keep)
{
  if (target->book != NULL && target->new_path != NULL && !keep)
    quad_cli_close_new_book (target->book, target->new_path);
  else if (target->book != NULL)
    quad_book_close (target->book);
  if (target->folder != NULL)
    g_rmdir (target->folder);
  g_clear_object (&target->book);
  g_free (target->new_path);
  g_free (target->folder);
}

static void
print_result_json (const Request          *request,
                   QuadImportSession      *session,
                   const QuadImportResult *result)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();
  GPtrArray *rejects = quad_import_session_get_rejects (session);
  g_auto (GStrv) sheets = quad_import_session_list_sheets (session);
  const char separator[] = { quad_import_session_get_separator (session), '\0' };
  const QuadImportColumn *columns;
  guint n_columns;

  json_builder_begin_object (builder);
  quad_cli_add_text (builder, "encoding", quad_import_session_get_encoding (session));
  quad_cli_add_text (builder, "separator", separator);
  quad_cli_add_count (builder, "header_row", quad_import_session_get_header_row (session));
  if (sheets != NULL)
    {
      quad_cli_add_text (builder, "sheet", quad_import_session_get_sheet (session));
      json_builder_set_member_name (builder, "sheets");
      json_builder_begin_array (builder);
      for (char **sheet = sheets; *sheet != NULL; sheet++)
        json_builder_add_string_value (builder, *sheet);
      json_builder_end_array (builder);
    }
  quad_cli_add_text (builder, "foreign_currency",
                     quad_import_session_get_foreign_currency (session));
  json_builder_set_member_name (builder, "dry_run");
  json_builder_add_boolean_value (builder, request->dry_run);
  quad_cli_add_count (builder, "created", result->created);
  quad_cli_add_count (builder, "updated", result->updated);
  quad_cli_add_count (builder, "unchanged", result->unchanged);

  quad_cli_add_count (builder, "n_rejected", quad_import_session_get_n_rejected (session));
  json_builder_set_member_name (builder, "rejected");
  json_builder_begin_array (builder);
  for (guint i = 0; i < rejects->len; i++)
    {
      const QuadImportReject *reject = rejects->pdata[i];

      json_builder_begin_object (builder);
      quad_cli_add_count (builder, "row", reject->row);
      quad_cli_add_text (builder, "column", reject->column);
      quad_cli_add_text (builder, "value", reject->value);
      quad_cli_add_text (builder, "reason", reject->reason);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);

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
  guint shown = MIN (rejects->len, MOST_REJECTS_SHOWN);

  for (guint i = 0; i < shown; i++)
    {
      const QuadImportReject *reject = rejects->pdata[i];

      if (reject->column != NULL)
        /* Translators: row number, header of the column, what stands there, what is wrong */
        quad_cli_print (_("Row %u, %s “%s”: %s"), reject->row, reject->column, reject->value,
                        reject->reason);
      else
        quad_cli_print (_("Row %u: %s"), reject->row, reject->reason);
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
print_result_text (const Request          *request,
                   QuadImportSession      *session,
                   const QuadImportResult *result)
{
  guint n_rejected = quad_import_session_get_n_rejected (session);
  const char *foreign = quad_import_session_get_foreign_currency (session);

  print_columns (session);
  print_rejects (session);
  if (foreign != NULL)
    {
      /* Translators: %s is a currency; the amounts are not converted */
      quad_cli_print (_("The amounts are in %s and were taken as they are."), foreign);
      quad_cli_print ("\n");
    }
  if (request->dry_run)
    quad_cli_print (_("Would create %u, update %u, leave %u as they are, reject %u. Nothing was "
                      "written."), result->created, result->updated, result->unchanged, n_rejected);
  else
    quad_cli_print (_("Created %u, updated %u, left %u as they are, rejected %u."),
                    result->created, result->updated, result->unchanged, n_rejected);
  quad_cli_print ("\n");
}

/* Reads the list and puts it where it belongs. */
static QuadImportSession *
import_file (QuadCli           *cli,
             const Request     *request,
             QuadImportResult  *result,
             GError           **error)
{
  g_autofree char *name = g_filename_display_basename (request->path);
  g_autofree char *label = g_strdup_printf (_("Importing %s"), name);
  g_autoptr (QuadCliProgress) progress = quad_cli_progress_new (label);
  g_autoptr (QuadImportSession) session = NULL;
  Target target = { 0 };
  gboolean done = FALSE;

  if (open_target (cli, request, &target, error))
    {
      session = scan_file (request, quad_book_get_currency (target.book), progress, error);
      done = session != NULL
             && run_import (target.book, session, request, progress, result, error);
    }
  close_target (&target, done && !request->dry_run);
  return done ? g_steal_pointer (&session) : NULL;
}

gboolean
quad_cli_import (QuadCli  *cli,
                 GError  **error)
{
  g_autofree char *format_text = NULL;
  g_autofree char *as_text = NULL;
  g_autofree char *rejects_path = NULL;
  g_autofree char *sheet = NULL;
  g_auto (GStrv) maps = NULL;
  g_autoptr (QuadImportSession) session = NULL;
  Request request = { 0 };
  QuadImportResult result = { 0 };
  const GOptionEntry entries[] = {
    { "as", 'a', G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &as_text,
      N_("What rows without a tier become: clients, ideal, leads"), N_("WHAT") },
    { "sheet", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_STRING, &sheet,
      N_("Read this sheet of a spreadsheet file, not the first one"), N_("NAME") },
    { "map", 'm', G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME_ARRAY, &maps,
      N_("Take a field from this column of the file"), N_("FIELD=COLUMN") },
    { "recut", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &request.recut,
      N_("Then cut clients into key and secondary accounts"), NULL },
    { "dry-run", 'n', G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &request.dry_run,
      N_("Only say what would be done"), NULL },
    { "rejects", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &rejects_path,
      N_("Write the rows that could not be taken in to this file"), N_("FILE") },
    { "format", 'f', G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &format_text,
      N_("text or json"), N_("FORMAT") },
    { NULL },
  };

  if (!quad_cli_parse (cli, entries, error)
      || !quad_cli_parse_format (format_text, FALSE, &request.format, error)
      || !parse_as (as_text, &request.as, error) || !check_maps (maps, error))
    return FALSE;
  request.path = cli->arguments[0];
  if (quad_book_json_detect (request.path))
    return quad_cli_import_book (cli, request.path, request.dry_run, request.format, error);
  request.maps = maps;
  request.rejects_path = rejects_path;
  request.sheet = sheet;

  session = import_file (cli, &request, &result, error);
  if (session == NULL)
    return FALSE;
  if (request.format == QUAD_CLI_FORMAT_JSON)
    print_result_json (&request, session, &result);
  else
    print_result_text (&request, session, &result);
  return TRUE;
}
