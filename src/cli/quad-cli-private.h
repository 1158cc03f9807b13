/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "quad-book.h"

G_BEGIN_DECLS

/**
 * QuadCliFormat:
 *
 * What --format says: for people, for programs, for spreadsheets.
 */
typedef enum
{
  QUAD_CLI_FORMAT_TEXT,
  QUAD_CLI_FORMAT_JSON,
  QUAD_CLI_FORMAT_CSV,
} QuadCliFormat;

typedef struct _QuadCliCommand QuadCliCommand;

/**
 * QuadCli:
 * @command: the command that runs
 * @argc: of the command: its name comes first
 * @argv: (owned): the words that are left to read
 * @book_path: (owned) (nullable): what --book says
 * @arguments: (owned): what is not an option; empty until quad_cli_parse() was called
 * @n_arguments: how many
 *
 * One run of the command line.
 */
typedef struct
{
  const QuadCliCommand  *command;
  int                    argc;
  char                 **argv;
  char                  *book_path;
  char                 **arguments;
  guint                  n_arguments;
} QuadCli;

/**
 * QuadCliCommand:
 * @name: the word on the command line
 * @arguments: what follows it, as the help shows it
 * @summary: what it does, marked for translation
 * @fewest: arguments that it needs
 * @most: arguments that it takes
 * @run: does it. %FALSE without an error: nothing is left to do (the help was shown). Errors of
 *   the %G_OPTION_ERROR domain are wrong usage.
 */
struct _QuadCliCommand
{
  const char *name;
  const char *arguments;
  const char *summary;
  guint       fewest;
  guint       most;
  gboolean  (*run) (QuadCli  *cli,
                    GError  **error);
};

/* The commands */
gboolean      quad_cli_agenda            (QuadCli             *cli,
                                          GError             **error);
gboolean      quad_cli_align             (QuadCli             *cli,
                                          GError             **error);
gboolean      quad_cli_backup            (QuadCli             *cli,
                                          GError             **error);
gboolean      quad_cli_check             (QuadCli             *cli,
                                          GError             **error);
gboolean      quad_cli_duplicates        (QuadCli             *cli,
                                          GError             **error);
gboolean      quad_cli_export            (QuadCli             *cli,
                                          GError             **error);
gboolean      quad_cli_history           (QuadCli             *cli,
                                          GError             **error);
gboolean      quad_cli_import            (QuadCli             *cli,
                                          GError             **error);
gboolean      quad_cli_import_book       (QuadCli             *cli,
                                          const char          *from,
                                          gboolean             dry_run,
                                          QuadCliFormat        format,
                                          GError             **error);
gboolean      quad_cli_list              (QuadCli             *cli,
                                          GError             **error);
gboolean      quad_cli_merge             (QuadCli             *cli,
                                          GError             **error);
gboolean      quad_cli_move              (QuadCli             *cli,
                                          GError             **error);
gboolean      quad_cli_outcome           (QuadCli             *cli,
                                          GError             **error);
gboolean      quad_cli_park              (QuadCli             *cli,
                                          GError             **error);
gboolean      quad_cli_mapping           (QuadCli             *cli,
                                          GError             **error);
gboolean      quad_cli_plan              (QuadCli             *cli,
                                          GError             **error);
gboolean      quad_cli_play              (QuadCli             *cli,
                                          GError             **error);
gboolean      quad_cli_playbook          (QuadCli             *cli,
                                          GError             **error);
gboolean      quad_cli_profile           (QuadCli             *cli,
                                          GError             **error);
gboolean      quad_cli_profiles          (QuadCli             *cli,
                                          GError             **error);
gboolean      quad_cli_recut             (QuadCli             *cli,
                                          GError             **error);
gboolean      quad_cli_redo              (QuadCli             *cli,
                                          GError             **error);
gboolean      quad_cli_restore           (QuadCli             *cli,
                                          GError             **error);
gboolean      quad_cli_review            (QuadCli             *cli,
                                          GError             **error);
gboolean      quad_cli_sample            (QuadCli             *cli,
                                          GError             **error);
gboolean      quad_cli_set_profile       (QuadCli             *cli,
                                          GError             **error);
gboolean      quad_cli_summary           (QuadCli             *cli,
                                          GError             **error);
gboolean      quad_cli_trait             (QuadCli             *cli,
                                          GError             **error);
gboolean      quad_cli_undo              (QuadCli             *cli,
                                          GError             **error);

/* Options */
gboolean      quad_cli_parse             (QuadCli             *cli,
                                          const GOptionEntry  *entries,
                                          GError             **error);
gboolean      quad_cli_parse_format      (const char          *text,
                                          gboolean             csv,
                                          QuadCliFormat       *format,
                                          GError             **error);
gboolean      quad_cli_parse_word        (const QuadWords     *words,
                                          const char          *option,
                                          const char          *text,
                                          guint               *value,
                                          GError             **error);

/* The book */
char         *quad_cli_dup_book_path     (QuadCli             *cli);
QuadBook     *quad_cli_open_book         (QuadCli             *cli,
                                          QuadBookFlags        flags,
                                          GError             **error);
GPtrArray    *quad_cli_find_accounts     (QuadCli             *cli,
                                          guint                first,
                                          QuadBook            *book,
                                          GError             **error);
void          quad_cli_close_new_book    (QuadBook            *book,
                                          const char          *path);

/* What is written to standard output: UTF-8 in every locale */
void          quad_cli_print             (const char          *format,
                                          ...) G_GNUC_PRINTF (1, 2);
void          quad_cli_print_json        (JsonBuilder         *builder);
void          quad_cli_add_text          (JsonBuilder         *builder,
                                          const char          *name,
                                          const char          *text);
void          quad_cli_add_money         (JsonBuilder         *builder,
                                          const char          *name,
                                          QuadMoney            amount,
                                          const QuadCurrency  *currency);
void          quad_cli_add_ratio         (JsonBuilder         *builder,
                                          const char          *name,
                                          double               ratio);
void          quad_cli_add_count         (JsonBuilder         *builder,
                                          const char          *name,
                                          gint64               count);
void          quad_cli_add_tiers         (JsonBuilder         *builder,
                                          const QuadFigures   *figures,
                                          const QuadCurrency  *currency);
void          quad_cli_add_field         (JsonBuilder         *builder,
                                          const QuadRecord    *values,
                                          guint                index,
                                          const QuadCurrency  *currency);
void          quad_cli_add_cut_off       (JsonBuilder         *builder,
                                          const char          *name,
                                          const QuadCutOff    *cut_off,
                                          const QuadCurrency  *currency);
char         *quad_cli_describe_cut_off  (const QuadCutOff    *cut_off,
                                          const QuadCurrency  *currency);

G_END_DECLS
