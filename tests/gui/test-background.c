/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "quad-test-window.h"

/* Jobs in a thread: their end, their dialog, and windows that do not wait for them. */

static gboolean worked, was_freed;
static GError  *reported;
static guint    n_done;

static void
set_up (QuadTestWindow *self,
        gconstpointer   data)
{
  quad_test_window_open (self);
  worked = was_freed = FALSE;
  n_done = 0;
}

static void
tear_down (QuadTestWindow *self,
           gconstpointer   data)
{
  g_clear_error (&reported);
  quad_test_window_close (self);
}

static gboolean
work (gpointer       data,
      GCancellable  *cancellable,
      GError       **error)
{
  worked = TRUE;
  if (data == NULL)
    return TRUE;
  g_set_error_literal (error, QUAD_ERROR, QUAD_ERROR_IO, data);
  return FALSE;
}

/* Ends only when it is cancelled. */
static gboolean
work_for_ever (gpointer       data,
               GCancellable  *cancellable,
               GError       **error)
{
  while (!g_cancellable_set_error_if_cancelled (cancellable, error))
    g_usleep (1000);
  worked = TRUE;
  return FALSE;
}

static void
done (gpointer      data,
      GtkWindow    *parent,
      const GError *error)
{
  n_done++;
  reported = error != NULL ? g_error_copy (error) : NULL;
}

static void
set_free (gpointer data)
{
  was_freed = TRUE;
}

static const QuadBackgroundJob job = { "Working…", work, done, set_free };
static const QuadBackgroundJob long_job = { "Working on…", work_for_ever, done, set_free };

static void
wait_until (gboolean *condition)
{
  while (!*condition)
    g_main_context_iteration (NULL, FALSE);
}

static void
test_end (QuadTestWindow *self,
          gconstpointer   data)
{
  GtkWindow *window = GTK_WINDOW (self->window);

  quad_background_run (window, &job, NULL);
  g_assert_true (quad_background_is_busy (window));
  /* one at a time */
  quad_background_run (window, &long_job, NULL);
  g_assert_true (was_freed);
  was_freed = FALSE;
  quad_test_window_settle (self);
  g_assert_true (worked && was_freed);
  g_assert_cmpuint (n_done, ==, 1);
  g_assert_no_error (reported);

  quad_background_run (window, &job, (gpointer) "The disk is full.");
  quad_test_window_settle (self);
  g_assert_cmpuint (n_done, ==, 2);
  g_assert_error (reported, QUAD_ERROR, QUAD_ERROR_IO);
}

/* Who has to wait is told so, and may give it up. */
static void
test_cancel (QuadTestWindow *self,
             gconstpointer   data)
{
  GtkWindow *window = GTK_WINDOW (self->window), *dialog = NULL;

  quad_background_run (window, &long_job, NULL);
  while (dialog == NULL)
    {
      g_main_context_iteration (NULL, TRUE);
      dialog = quad_test_window_get_dialog (self);
    }
  g_assert_cmpstr (adw_message_dialog_get_heading (ADW_MESSAGE_DIALOG (dialog)), ==,
                   "Working on…");
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  quad_test_window_settle (self);
  g_assert_cmpuint (n_done, ==, 1);
  g_assert_error (reported, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_true (was_freed);
  g_assert_null (quad_test_window_get_dialog (self));
}

static gboolean may_end, was_cancelled;

/* Does not look whether it was cancelled. */
static gboolean
work_on (gpointer       data,
         GCancellable  *cancellable,
         GError       **error)
{
  while (!g_atomic_int_get (&may_end))
    g_usleep (1000);
  was_cancelled = g_cancellable_is_cancelled (cancellable);
  return TRUE;
}

static const QuadBackgroundJob harmless_job = { "Working on…", work_on, done, set_free, TRUE };

/* What does nothing to any file need not be waited for. */
static void
test_leave (QuadTestWindow *self,
            gconstpointer   data)
{
  GtkWindow *window = GTK_WINDOW (self->window), *dialog = NULL;

  g_atomic_int_set (&may_end, FALSE);
  quad_background_run (window, &harmless_job, NULL);
  while (dialog == NULL)
    {
      g_main_context_iteration (NULL, TRUE);
      dialog = quad_test_window_get_dialog (self);
    }
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  quad_test_window_settle (self);
  g_assert_cmpuint (n_done, ==, 1);
  g_assert_error (reported, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&reported);
  g_assert_false (was_freed);

  /* another one begins and ends meanwhile */
  quad_background_run (window, &job, NULL);
  quad_test_window_settle (self);
  g_assert_cmpuint (n_done, ==, 2);
  g_assert_no_error (reported);
  g_assert_true (was_freed);

  was_freed = FALSE;
  g_atomic_int_set (&may_end, TRUE);
  wait_until (&was_freed);
  g_assert_cmpuint (n_done, ==, 2);
}

/* Nobody hears of the end of a job whose window has gone, which stops it. */
static void
test_window_gone (QuadTestWindow *self,
                  gconstpointer   data)
{
  GtkWindow *window = GTK_WINDOW (gtk_window_new ());

  quad_background_run (window, &long_job, NULL);
  gtk_window_destroy (window);
  wait_until (&was_freed);
  g_assert_true (worked);
  g_assert_cmpuint (n_done, ==, 0);
}

static const QuadBackgroundJob asked_for_job = {
  "Writing…", work_on, done, set_free, .is_asked_for = TRUE,
};

/* What a person asked for is done to its end. */
static void
test_asked_for (QuadTestWindow *self,
                gconstpointer   data)
{
  GtkWindow *window = GTK_WINDOW (gtk_window_new ());

  g_atomic_int_set (&may_end, FALSE);
  quad_background_run (window, &asked_for_job, NULL);
  gtk_window_destroy (window);
  for (guint i = 0; i < 20; i++)
    g_main_context_iteration (NULL, FALSE);
  g_assert_false (was_freed);
  g_atomic_int_set (&may_end, TRUE);
  wait_until (&was_freed);
  g_assert_false (was_cancelled);
  g_assert_cmpuint (n_done, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  quad_test_window_init (&argc, &argv);

#define ADD(path, function) g_test_add (path, QuadTestWindow, NULL, set_up, function, tear_down)
  ADD ("/background/end", test_end);
  ADD ("/background/cancel", test_cancel);
  ADD ("/background/leave", test_leave);
  ADD ("/background/window-gone", test_window_gone);
  ADD ("/background/asked-for", test_asked_for);
#undef ADD

  return g_test_run ();
}
