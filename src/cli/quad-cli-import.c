/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-cli"

#include "quad-cli-import-private.h"

#include <glib/gstdio.h>
#include <string.h>

#include "quad-book-json.h"
#include "quad-cli-progress.h"
#include "quad-i18n.h"
#include "quad-import-mapping.h"

/* Where it goes. */
typedef struct
{
  QuadBook *book;
  char     *new_path;           /* of a book that was not there before */
  char     *folder;             /* of a book that is only counted against */
} Target;

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

/* Whether each is a name, "=" and more. */
static gboolean
check_pairs (char       **pairs,
             const char  *option,
             const char  *written,
             GError     **error)
{
  for (char **pair = pairs; pair != NULL && *pair != NULL; pair++)
    {
      const char *equals = strchr (*pair, '=');

      if (equals == NULL || equals == *pair || !g_utf8_validate (*pair, -1, NULL))
        {
          g_autofree char *shown = g_filename_display_name (*pair);

          g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                       /* Translators: an option, how its value is written, what was given */
                       _("%s is written %s, not “%s”"), option, written, shown);
          return FALSE;
        }
    }
  return TRUE;
}

/* What is kept in the book has to be text. */
static gboolean
check_text (const char  *text,
            const char  *option,
            GError     **error)
{
  if (text == NULL || (g_utf8_validate (text, -1, NULL) && text[0] != '\0'))
    return TRUE;
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _("%s needs a readable text"),
               option);
  return FALSE;
}

/* Wrong usage rather than a failure. Takes @problem; returns %FALSE to be returned. */
static gboolean
fail_usage (GError  *problem,
            GError **error)
{
  g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, problem->message);
  g_error_free (problem);
  return FALSE;
}

static gboolean
apply_match (QuadCliImport  *import,
             GError        **error)
{
  GError *problem = NULL;

  return import->match == NULL
         || quad_import_options_parse_match (import->options, import->match, &problem)
         || fail_usage (problem, error);
}

static gboolean
apply_policies (QuadCliImport  *import,
                GError        **error)
{
  for (char **policies = import->policies; policies != NULL && *policies != NULL; policies++)
    {
      g_auto (GStrv) parts = g_strsplit (*policies, ",", -1);

      for (char **part = parts; *part != NULL; part++)
        {
          GError *problem = NULL;

          if (!quad_import_options_parse_policy (import->options, *part, &problem))
            return fail_usage (problem, error);
        }
    }
  return TRUE;
}

static gboolean
apply_decisions (QuadCliImport  *import,
                 GError        **error)
{
  for (char **pair = import->decisions; pair != NULL && *pair != NULL; pair++)
    {
      const char *equals = strchr (*pair, '=');
      g_autofree char *row_text = g_strndup (*pair, (gsize) (equals - *pair));
      QuadImportDecision decision = QUAD_IMPORT_UPDATE;
      guint64 row = 0;
      gint64 account = 0;

      if (strcmp (equals + 1, "new") == 0)
        decision = QUAD_IMPORT_CREATE;
      else if (strcmp (equals + 1, "leave-out") == 0)
        decision = QUAD_IMPORT_LEAVE_OUT;
      if (!g_ascii_string_to_unsigned (row_text, 10, 1, G_MAXUINT, &row, NULL)
          || (decision == QUAD_IMPORT_UPDATE
              && !g_ascii_string_to_signed (equals + 1, 10, 1, G_MAXINT64, &account, NULL)))
        {
          g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                       _("%s is written %s, not “%s”"), "--decide", "ROW=new|leave-out|NUMBER",
                       *pair);
          return FALSE;
        }
      quad_import_options_decide (import->options, (guint) row, decision, account);
    }
  return TRUE;
}

/* "Partner=lead"; the meaning says whether that is a tier or a profile. "vertical:Bau=Building" is
 * about the vertical. */
static gboolean
set_value (QuadImportSession  *session,
           const char         *pair,
           GError            **error)
{
  const gboolean is_vertical = g_str_has_prefix (pair, "vertical:");
  const char *begin = is_vertical ? pair + strlen ("vertical:") : pair;
  const char *equals = strrchr (begin, '=');
  g_autofree char *value = g_strndup (begin, (gsize) (equals - begin));

  if (is_vertical)
    return quad_import_session_set_value (session, QUAD_VALUE_VERTICAL, value, equals + 1, error);
  if (strcmp (equals + 1, QUAD_MEANING_NOTHING) == 0
      || strcmp (equals + 1, QUAD_MEANING_LEAVE_OUT) == 0)
    return quad_import_session_set_value (session, QUAD_VALUE_PROFILE, value, equals + 1, error)
           && quad_import_session_set_value (session, QUAD_VALUE_TIER, value, equals + 1, error);
  return quad_import_session_set_value (session, QUAD_VALUE_PROFILE, value, equals + 1, NULL)
         || quad_import_session_set_value (session, QUAD_VALUE_TIER, value, equals + 1, error);
}

static gboolean
apply_values (QuadCliImport  *import,
              GError        **error)
{
  for (char **pair = import->values; pair != NULL && *pair != NULL; pair++)
    {
      GError *problem = NULL;

      if (!set_value (import->session, *pair, &problem))
        return fail_usage (problem, error);
    }
  return TRUE;
}

static guint
count_notes (char **maps)
{
  guint n = 0;

  for (char **map = maps; map != NULL && *map != NULL; map++)
    n += g_str_has_prefix (*map, "notes=") && (*map)[strlen ("notes=")] != '\0';
  return n;
}

/* One column is the notes; of several each says in the notes what it is. */
static gboolean
map_columns (QuadCliImport  *import,
             GError        **error)
{
  const gboolean many_notes = count_notes (import->maps) > 1;

  for (char **map = import->maps; map != NULL && *map != NULL; map++)
    {
      const char *equals = strchr (*map, '=');
      g_autofree char *field = g_strndup (*map, (gsize) (equals - *map));

      if (many_notes && strcmp (field, "notes") == 0
          ? !quad_import_session_set_note (import->session, equals + 1, TRUE, error)
          : !quad_import_session_map (import->session, field, equals + 1, error))
        return FALSE;
    }
  return TRUE;
}

/* How such a list was read before, or what has the name that was asked for. */
static gboolean
apply_mapping (QuadCliImport  *import,
               QuadBook       *book,
               GError        **error)
{
  g_autoptr (GPtrArray) mappings = quad_book_load_import_memories (book, error);
  const char *mapping = NULL;

  if (mappings == NULL)
    return FALSE;
  if (import->mapping != NULL)
    mapping = quad_import_mapping_find_name (mappings, import->mapping);
  if (mapping == NULL)
    mapping = quad_import_mapping_find (mappings, import->session);
  import->is_remembered = mapping != NULL;
  if (mapping != NULL)
    import->mapping_name = quad_import_mapping_dup_name (mapping);
  return mapping == NULL
         || quad_import_mapping_apply (import->session, import->options, mapping, error);
}

/* What was said about columns and words counts for the next such list, too; the rest only where it
 * is to be kept under a name. */
static void
keep_mapping (QuadCliImport *import)
{
  const char *name = import->mapping != NULL ? import->mapping : import->mapping_name;

  if (import->maps != NULL || import->values != NULL || import->mapping != NULL)
    quad_import_mapping_remember (import->session, import->options, name,
                                  name != NULL || import->is_remembered);
}

/* Opens the list and reads it through once: after this all that is wrong in it is known, and
 * written down where that was asked for, before anything goes into the book. */
static gboolean
scan_file (QuadCliImport    *import,
           QuadBook         *book,
           QuadCliProgress  *progress,
           GError          **error)
{
  import->session = quad_import_session_open (import->path, quad_book_get_currency (book), error);
  if (import->session == NULL
      || (import->sheet != NULL
          && !quad_import_session_set_sheet (import->session, import->sheet, error))
      || !apply_mapping (import, book, error))
    return FALSE;
  if (import->as != QUAD_IMPORT_AS_AUTO)
    quad_import_session_set_as (import->session, import->as);
  if (import->source != NULL)
    quad_import_session_set_source (import->session, import->source);
  if (import->lone_people)
    quad_import_session_set_takes_lone_people (import->session, TRUE);
  if (!apply_match (import, error) || !apply_policies (import, error)
      || !apply_decisions (import, error) || !apply_values (import, error)
      || !map_columns (import, error)
      || !quad_import_session_scan (import->session, quad_cli_progress_get_cancellable (progress),
                                    quad_cli_progress_report, progress, error))
    return FALSE;
  if (import->rejects_path != NULL
      && !quad_import_session_write_rejects (import->session, import->rejects_path, error))
    return FALSE;
  keep_mapping (import);
  return TRUE;
}

static gboolean
run_preview (QuadCliImport    *import,
             QuadBook         *book,
             QuadCliProgress  *progress,
             GError          **error)
{
  QuadImportPreview *preview;

  preview = quad_book_preview_import (book, QUAD_IMPORT_SOURCE (import->session), import->options,
                                      quad_cli_progress_get_cancellable (progress),
                                      quad_cli_progress_report, progress, error);
  if (preview == NULL)
    return FALSE;

  import->preview = preview;
  import->result = (QuadImportResult) {
    quad_import_preview_get_count (preview, QUAD_IMPORT_CREATED),
    quad_import_preview_get_count (preview, QUAD_IMPORT_UPDATED),
    quad_import_preview_get_count (preview, QUAD_IMPORT_UNCHANGED),
    quad_import_preview_get_count (preview, QUAD_IMPORT_DOUBTFUL),
    quad_import_preview_get_count (preview, QUAD_IMPORT_LEFT_OUT),
    quad_import_preview_get_count (preview, QUAD_IMPORT_REJECTED),
  };
  return TRUE;
}

static gboolean
run_import (QuadCliImport    *import,
            QuadBook         *book,
            QuadCliProgress  *progress,
            GError          **error)
{
  QuadCutOffRule rule;

  if (import->dry_run)
    return run_preview (import, book, progress, error);
  quad_book_get_cut_off_rule (book, &rule);
  return quad_book_import (book, QUAD_IMPORT_SOURCE (import->session), import->options,
                           import->recut ? &rule : NULL,
                           quad_cli_progress_get_cancellable (progress), quad_cli_progress_report,
                           progress, &import->result, error);
}

/* The book that there is; or a new one; or, for a dry run without a book, an empty one to count
 * against, in a folder of its own. */
static gboolean
open_target (QuadCli              *cli,
             const QuadCliImport  *import,
             Target               *target,
             GError              **error)
{
  g_autofree char *path = quad_cli_dup_book_path (cli);

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    {
      target->book = quad_cli_open_book (cli, import->dry_run ? QUAD_BOOK_READ_ONLY
                                                              : QUAD_BOOK_IMPORT_ONLY, error);
      return target->book != NULL;
    }
  if (import->dry_run)
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

/* Reads the list, puts it where it belongs, and says so. */
static gboolean
import_file (QuadCli        *cli,
             QuadCliImport  *import,
             GError        **error)
{
  g_autofree char *name = g_filename_display_basename (import->path);
  g_autofree char *label = g_strdup_printf (_("Importing %s"), name);
  g_autoptr (QuadCliProgress) progress = quad_cli_progress_new (label);
  Target target = { 0 };
  gboolean done;

  done = open_target (cli, import, &target, error)
         && scan_file (import, target.book, progress, error)
         && run_import (import, target.book, progress, error);
  g_clear_pointer (&progress, quad_cli_progress_free);
  if (done)
    quad_cli_import_print (import, target.book);
  close_target (&target, done && !import->dry_run);
  return done;
}

gboolean
quad_cli_import (QuadCli  *cli,
                 GError  **error)
{
  g_autofree char *format_text = NULL;
  g_autofree char *as_text = NULL;
  g_autofree char *rejects_path = NULL;
  g_autofree char *sheet = NULL;
  g_autofree char *match = NULL;
  g_autofree char *mapping = NULL;
  g_autofree char *source = NULL;
  g_auto (GStrv) maps = NULL;
  g_auto (GStrv) values = NULL;
  g_auto (GStrv) policies = NULL;
  g_auto (GStrv) decisions = NULL;
  QuadCliImport import = { 0 };
  const GOptionEntry entries[] = {
    { "as", 'a', G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &as_text,
      N_("What rows without a tier become: clients, ideal, leads"), N_("WHAT") },
    { "sheet", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_STRING, &sheet,
      N_("Read this sheet of a spreadsheet file, not the first one"), N_("NAME") },
    { "map", 'm', G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME_ARRAY, &maps,
      N_("Take a field from this column of the file"), N_("FIELD=COLUMN") },
    { "value", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME_ARRAY, &values,
      N_("What a word of the file means: a tier, former-client, a profile, nothing, leave-out"),
      N_("VALUE=TIER") },
    { "match", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &match,
      N_("By what rows find accounts that are there: id,domain,name"), N_("WORDS") },
    { "policy", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME_ARRAY, &policies,
      N_("What rows do to accounts that are there: fill, overwrite, keep, or FIELD=POLICY"),
      N_("POLICY") },
    { "decide", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME_ARRAY, &decisions,
      N_("What a doubtful row is: new, leave-out, or the number of an account"),
      N_("ROW=WHAT") },
    { "mapping", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &mapping,
      N_("Read the file as was kept under this name, or keep it so"), N_("NAME") },
    { "source", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &source,
      N_("Where new accounts come from"), N_("TEXT") },
    { "lone-people", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &import.lone_people,
      N_("Take in people without a company, each as an account of that name"), NULL },
    { "recut", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &import.recut,
      N_("Then cut clients into key and secondary accounts"), NULL },
    { "dry-run", 'n', G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &import.dry_run,
      N_("Only say what would be done"), NULL },
    { "rejects", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &rejects_path,
      N_("Write the rows that could not be taken in to this file"), N_("FILE") },
    { "format", 'f', G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &format_text,
      N_("text or json"), N_("FORMAT") },
    { NULL },
  };
  gboolean good;

  if (!quad_cli_parse (cli, entries, error)
      || !quad_cli_parse_format (format_text, FALSE, &import.format, error)
      || !parse_as (as_text, &import.as, error)
      || !check_pairs (maps, "--map", "FIELD=COLUMN", error)
      || !check_pairs (values, "--value", "VALUE=TIER", error)
      || !check_pairs (decisions, "--decide", "ROW=new|leave-out|NUMBER", error)
      || !check_text (match, "--match", error) || !check_text (mapping, "--mapping", error)
      || !check_text (source, "--source", error))
    return FALSE;
  for (guint i = 0; policies != NULL && policies[i] != NULL; i++)
    if (!check_text (policies[i], "--policy", error))
      return FALSE;
  import.path = cli->arguments[0];
  if (quad_book_json_detect (import.path))
    return quad_cli_import_book (cli, import.path, import.dry_run, import.format, error);
  import.sheet = sheet;
  import.maps = maps;
  import.values = values;
  import.policies = policies;
  import.decisions = decisions;
  import.match = match;
  import.mapping = mapping;
  import.source = source;
  import.rejects_path = rejects_path;
  import.options = quad_import_options_new ();

  good = import_file (cli, &import, error);
  g_clear_object (&import.session);
  g_clear_object (&import.preview);
  quad_import_options_free (import.options);
  g_free (import.mapping_name);
  return good;
}
