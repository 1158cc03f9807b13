/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * QuadBackgroundJob:
 * @title: what is going on, for a person who waits; marked for translation
 * @work: does it, in a thread of its own, with nothing that the window has: a book is opened there
 * @done: called in the main thread with the error of @work, %NULL when it went well; not when the
 *   window is gone
 * @free: of the data
 * @is_harmless: does nothing to any file: once cancelled, the end of @work is not waited for
 * @is_asked_for: goes on when the window has gone: a person wants what it makes
 *
 * What takes long enough to stop a window.
 */
typedef struct
{
  const char *title;
  gboolean  (*work) (gpointer       data,
                     GCancellable  *cancellable,
                     GError       **error);
  void      (*done) (gpointer       data,
                     GtkWindow     *parent,
                     const GError  *error);
  void      (*free) (gpointer       data);
  gboolean    is_harmless;
  gboolean    is_asked_for;
} QuadBackgroundJob;

void     quad_background_run     (GtkWindow               *parent,
                                  const QuadBackgroundJob *job,
                                  gpointer                 data);
gboolean quad_background_is_busy (GtkWindow               *parent);

G_END_DECLS
