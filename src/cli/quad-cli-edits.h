/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quad-cli-private.h"
#include "quad-playbook.h"

G_BEGIN_DECLS

/* What the commands share that edit the playbook. Each edit takes three arguments: its own word, a
 * profile or tier, and a text. */

/**
 * QuadCliEdit:
 * @name: the word on the command line
 * @usage: what follows the word, as the help shows it
 * @takes: the long options that it takes, with spaces between
 * @run: does it
 */
typedef struct
{
  const char *name;
  const char *usage;
  const char *takes;
  gboolean  (*run) (QuadCli        *cli,
                    QuadBook       *book,
                    QuadOwner       owner,
                    gconstpointer   options,
                    GError        **error);
} QuadCliEdit;

gboolean   quad_cli_run_edit       (QuadCli            *cli,
                                    const GOptionEntry *entries,
                                    const QuadCliEdit  *edits,
                                    guint               n_edits,
                                    gconstpointer       options,
                                    GError            **error);
gboolean   quad_cli_find_owner     (const char         *text,
                                    QuadOwner          *owner,
                                    GError            **error);
gpointer   quad_cli_find_item      (GPtrArray          *items,
                                    guint               field,
                                    const char         *text,
                                    GError            **error);
gboolean   quad_cli_read_text      (QuadRecord         *values,
                                    guint               field,
                                    const char         *option,
                                    const char         *text,
                                    GError            **error);
gboolean   quad_cli_read_number    (const char         *option,
                                    const char         *text,
                                    guint               least,
                                    guint               most,
                                    guint              *number,
                                    GError            **error);
gboolean   quad_cli_check_edits    (const QuadRecord   *edits,
                                    GError            **error);
void       quad_cli_watch          (QuadBook           *book,
                                    gboolean           *changed);
void       quad_cli_print_change   (QuadBook           *book,
                                    gboolean            changed);

G_END_DECLS
