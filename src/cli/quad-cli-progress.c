/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-cli"

#include "quad-cli-progress.h"

#include <signal.h>
#include <stdio.h>
#include <unistd.h>

#include "quad-i18n.h"

/**
 * QuadCliProgress:
 *
 * Long work on the command line: says on standard error how far it is, when that is a terminal and
 * the work takes more than a moment, and cancels the work on Ctrl+C. A second Ctrl+C ends the
 * program at once. There is one of it at a time, on the main thread.
 */
struct _QuadCliProgress
{
  GCancellable     *cancellable;
  char             *label;
  gint64            begin;
  gboolean          terminal;
  gboolean          shown;
  struct sigaction  before;
};

#define QUIET_TIME (G_USEC_PER_SEC * 7 / 10)

/* A signal reaches nothing but a variable of its own. */
static volatile sig_atomic_t interrupted;

static void
interrupt_cb (int number)
{
  interrupted = 1;
}

static void
clear_line (QuadCliProgress *progress)
{
  if (progress->shown)
    fputs ("\r\033[K", stderr);
  progress->shown = FALSE;
}

/**
 * quad_cli_progress_new:
 * @label: what is done, translated: "Reading customers.csv"
 */
QuadCliProgress *
quad_cli_progress_new (const char *label)
{
  QuadCliProgress *progress = g_new0 (QuadCliProgress, 1);
  struct sigaction action = { .sa_handler = interrupt_cb, .sa_flags = (int) SA_RESETHAND };

  progress->cancellable = g_cancellable_new ();
  progress->label = g_strdup (label);
  progress->begin = g_get_monotonic_time ();
  progress->terminal = isatty (STDERR_FILENO);
  interrupted = 0;
  sigemptyset (&action.sa_mask);
  sigaction (SIGINT, &action, &progress->before);
  return progress;
}

void
quad_cli_progress_free (QuadCliProgress *progress)
{
  sigaction (SIGINT, &progress->before, NULL);
  clear_line (progress);
  g_object_unref (progress->cancellable);
  g_free (progress->label);
  g_free (progress);
}

GCancellable *
quad_cli_progress_get_cancellable (QuadCliProgress *progress)
{
  return progress->cancellable;
}

void
quad_cli_progress_set_label (QuadCliProgress *progress,
                             const char      *label)
{
  g_free (progress->label);
  progress->label = g_strdup (label);
}

/**
 * quad_cli_progress_report:
 * @fraction: 0 to 1
 * @progress: the #QuadCliProgress; has the form of #QuadImportProgress
 */
void
quad_cli_progress_report (double   fraction,
                          gpointer progress)
{
  QuadCliProgress *self = progress;

  if (interrupted)
    g_cancellable_cancel (self->cancellable);
  if (!self->terminal || g_get_monotonic_time () - self->begin < QUIET_TIME)
    return;
  fprintf (stderr, "\r%s… %.0f\u00a0%%\033[K", self->label, CLAMP (fraction, 0.0, 1.0) * 100.0);
  self->shown = TRUE;
}
