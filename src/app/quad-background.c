/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-background"

#include "quad-background.h"

#include <adwaita.h>

#include "quad-i18n.h"

/* The thread may let go of its task after the main thread has heard of the end: the task owns
 * nothing here. */

/* Most jobs are done before a person would see that there is one. */
#define PATIENCE_MS 300

#define KEY "quad-background"

typedef struct
{
  const QuadBackgroundJob *job;
  gpointer                 data;
  GCancellable            *cancellable;
  GtkWindow               *parent;      /* weak */
  GtkWindow               *dialog;      /* weak */
  GApplication            *held;
  guint                    patience;
} Run;

/* The program does not end before the job does, which may have something to clear away. */
static void
hold_program (Run *run)
{
  GApplication *application = g_application_get_default ();

  if (application == NULL || run->job->is_harmless)
    return;
  g_application_hold (application);
  run->held = g_object_ref (application);
}

static void
free_run (Run *run)
{
  if (run->held != NULL)
    g_application_release (run->held);
  g_clear_object (&run->held);
  g_clear_handle_id (&run->patience, g_source_remove);
  g_clear_weak_pointer (&run->dialog);
  g_object_unref (run->cancellable);
  run->job->free (run->data);
  g_free (run);
}

/* Nobody waits for the job any more. */
static void
leave_parent (Run *run)
{
  g_object_set_data (G_OBJECT (run->parent), KEY, NULL);
  g_signal_handlers_disconnect_by_data (run->parent, run);
  g_clear_weak_pointer (&run->parent);
}

static void
parent_gone_cb (Run *run)
{
  leave_parent (run);
  if (!run->job->is_asked_for)
    g_cancellable_cancel (run->cancellable);
}

static void
response_cb (Run *run)
{
  GtkWindow *parent = run->parent;
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (run->cancellable);
  if (!run->job->is_harmless || parent == NULL)
    return;
  g_cancellable_set_error_if_cancelled (run->cancellable, &error);
  leave_parent (run);
  run->job->done (run->data, parent, error);
}

static gboolean
show_dialog_cb (gpointer user_data)
{
  Run *run = user_data;
  GtkWidget *spinner = gtk_spinner_new ();
  AdwMessageDialog *dialog;

  run->patience = 0;
  if (run->parent == NULL)
    return G_SOURCE_REMOVE;

  dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (run->parent, _(run->job->title), NULL));
  gtk_spinner_start (GTK_SPINNER (spinner));
  gtk_widget_set_size_request (spinner, 32, 32);
  gtk_widget_set_halign (spinner, GTK_ALIGN_CENTER);
  adw_message_dialog_set_extra_child (dialog, spinner);
  adw_message_dialog_add_response (dialog, "cancel", _("_Cancel"));
  g_signal_connect_swapped (dialog, "response", G_CALLBACK (response_cb), run);
  g_set_weak_pointer (&run->dialog, GTK_WINDOW (dialog));
  gtk_window_present (run->dialog);
  return G_SOURCE_REMOVE;
}

static void
work_cb (GTask        *task,
         gpointer      source_object,
         gpointer      task_data,
         GCancellable *cancellable)
{
  Run *run = task_data;
  GError *error = NULL;

  if (run->job->work (run->data, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
done_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  Run *run = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  g_task_propagate_boolean (G_TASK (result), &error);
  g_clear_handle_id (&run->patience, g_source_remove);
  if (run->dialog != NULL)
    {
      g_signal_handlers_disconnect_by_data (run->dialog, run);
      gtk_window_destroy (run->dialog);
    }
  if (run->parent != NULL)
    {
      GtkWindow *parent = run->parent;

      leave_parent (run);
      run->job->done (run->data, parent, error);
    }
  else if (error != NULL && run->job->is_asked_for)
    {
      g_message ("%s", error->message);
    }
  free_run (run);
}

/**
 * quad_background_run:
 * @parent: the window that waits; can be used meanwhile for as long as nobody notices
 * @job: what to do; static
 * @data: (transfer full): for it
 *
 * Does something in a thread of its own. When it takes longer a dialog says so and lets it be
 * cancelled; what comes of that is %G_IO_ERROR_CANCELLED. A window that goes cancels it, too,
 * unless it was asked for. A window has one such job at a time.
 */
void
quad_background_run (GtkWindow               *parent,
                     const QuadBackgroundJob *job,
                     gpointer                 data)
{
  g_autoptr (GTask) task = NULL;
  Run *run;

  g_return_if_fail (GTK_IS_WINDOW (parent));

  if (quad_background_is_busy (parent))
    {
      job->free (data);
      return;
    }

  run = g_new0 (Run, 1);
  run->job = job;
  run->data = data;
  run->cancellable = g_cancellable_new ();
  hold_program (run);
  g_set_weak_pointer (&run->parent, parent);
  g_object_set_data (G_OBJECT (parent), KEY, run);
  g_signal_connect_swapped (parent, "destroy", G_CALLBACK (parent_gone_cb), run);
  run->patience = g_timeout_add (PATIENCE_MS, show_dialog_cb, run);

  task = g_task_new (NULL, run->cancellable, done_cb, NULL);
  g_task_set_source_tag (task, quad_background_run);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, run, NULL);
  g_task_run_in_thread (task, work_cb);
}

/**
 * quad_background_is_busy:
 *
 * Returns: whether a job of this window is not done yet
 */
gboolean
quad_background_is_busy (GtkWindow *parent)
{
  return g_object_get_data (G_OBJECT (parent), KEY) != NULL;
}
