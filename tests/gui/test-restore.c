/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "quad-test-window.h"

#include <glib/gstdio.h>

#include "quad-backup.h"

/* Copies of the book, and what the window offers when a book is damaged. */

static void
set_up (QuadTestWindow *self,
        gconstpointer   data)
{
  quad_test_window_open (self);
  quad_test_window_fill (self);
}

static void
tear_down (QuadTestWindow *self,
           gconstpointer   data)
{
  quad_test_window_close (self);
}

static void
act_on_file (QuadTestWindow *self,
             const char     *action,
             const char     *path)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->window), action, "^ay", path));
  quad_test_window_settle (self);
}

static guint
count_accounts (QuadTestWindow *self)
{
  return quad_item_list_get_size (quad_book_get_accounts (quad_window_get_book (self->window)));
}

/* Opens the book once more, and waits for the copy of the day. */
static void
make_daily_copy (QuadTestWindow *self)
{
  g_assert_true (quad_window_open_book (self->window, self->path, 0));
  for (;;)
    {
      g_autoptr (GPtrArray) backups = quad_backup_list (self->path);

      g_main_context_iteration (NULL, FALSE);
      if (backups->len == 1)
        break;
      g_usleep (1000);
    }
  quad_test_window_settle (self);
}

static void
damage (QuadTestWindow *self)
{
  g_autofree char *contents = NULL;
  gsize length;

  g_assert_true (quad_window_close_book (self->window));
  g_assert_true (g_file_get_contents (self->path, &contents, &length, NULL));
  memset (contents + 4096, 0xaa, 8192);
  g_assert_true (g_file_set_contents (self->path, contents, (gssize) length, NULL));
  g_assert_false (quad_window_open_book (self->window, self->path, 0));
  quad_test_window_settle (self);
}

static void
test_back_up_and_restore (QuadTestWindow *self,
                          gconstpointer   data)
{
  g_autofree char *copy = g_build_filename (self->folder, "copy", NULL);

  act_on_file (self, "win.back-up-to", copy);
  quad_test_window_add (self, "Later", QUAD_TIER_LEAD, QUAD_PROFILE_NONE, QUAD_MONEY_UNKNOWN);
  g_assert_cmpuint (count_accounts (self), ==, 7);
  act_on_file (self, "win.restore-from", copy);
  g_assert_cmpuint (count_accounts (self), ==, 6);
  g_assert_null (quad_test_window_find (self, "Later"));
}

/* A book whose file was moved away is still in the window, and can be saved from there. */
static void
test_back_up_what_has_gone (QuadTestWindow *self,
                            gconstpointer   data)
{
  g_autofree char *copy = g_build_filename (self->folder, "copy", NULL);
  g_autofree char *away = g_build_filename (self->folder, "away", NULL);
  g_autofree char *json = g_build_filename (self->folder, "book.json", NULL);
  GtkWindow *dialog;

  g_assert_no_errno (g_rename (self->path, away));
  quad_test_window_add (self, "Later", QUAD_TIER_LEAD, QUAD_PROFILE_NONE, QUAD_MONEY_UNKNOWN);
  dialog = quad_test_window_get_dialog (self);
  g_assert_cmpstr (adw_message_dialog_get_heading (ADW_MESSAGE_DIALOG (dialog)), ==,
                   "The File of the Book Is Gone");
  gtk_window_close (dialog);
  quad_test_window_add (self, "Once", QUAD_TIER_LEAD, QUAD_PROFILE_NONE, QUAD_MONEY_UNKNOWN);
  g_assert_null (quad_test_window_get_dialog (self));
  act_on_file (self, "win.back-up-to", copy);
  act_on_file (self, "win.export-to", json);
  g_assert_true (g_file_test (json, G_FILE_TEST_IS_REGULAR));
  g_assert_true (quad_window_close_book (self->window));
  g_assert_true (quad_window_open_book (self->window, copy, 0));
  quad_test_window_settle (self);
  g_assert_cmpuint (count_accounts (self), ==, 8);
}

/* What cannot be restored is said, and the book is open as before. */
static void
test_not_a_copy (QuadTestWindow *self,
                 gconstpointer   data)
{
  g_autofree char *path = g_build_filename (self->folder, "letter", NULL);
  GtkWindow *dialog;

  g_assert_true (g_file_set_contents (path, "Dear grandmother", -1, NULL));
  act_on_file (self, "win.restore-from", path);
  dialog = quad_test_window_get_dialog (self);
  g_assert_cmpstr (adw_message_dialog_get_heading (ADW_MESSAGE_DIALOG (dialog)), ==,
                   "Nothing Was Restored");
  gtk_window_close (dialog);
  g_assert_cmpuint (count_accounts (self), ==, 6);
}

static void
test_dialog_without_copies (QuadTestWindow *self,
                            gconstpointer   data)
{
  AdwMessageDialog *dialog;

  quad_test_window_act (self, "win.restore", NULL);
  dialog = ADW_MESSAGE_DIALOG (quad_test_window_get_dialog (self));
  g_assert_false (adw_message_dialog_get_response_enabled (dialog, "restore"));
  g_assert_true (adw_message_dialog_get_response_enabled (dialog, "other"));
  adw_message_dialog_response (dialog, "cancel");
  quad_test_window_settle (self);
}

static void
test_damaged_book (QuadTestWindow *self,
                   gconstpointer   data)
{
  AdwMessageDialog *dialog;

  make_daily_copy (self);
  quad_test_window_add (self, "Later", QUAD_TIER_LEAD, QUAD_PROFILE_NONE, QUAD_MONEY_UNKNOWN);
  g_assert_false (gtk_widget_get_visible (self->window->restore_button));
  damage (self);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (self->window->stack), ==, "trouble");
  g_assert_true (gtk_widget_get_visible (self->window->restore_button));
  g_assert_true (g_str_has_prefix (gtk_button_get_label (GTK_BUTTON (self->window->restore_button)),
                                   "Restore the Copy of "));

  g_signal_emit_by_name (self->window->restore_button, "clicked");
  quad_test_window_settle (self);
  dialog = ADW_MESSAGE_DIALOG (quad_test_window_get_dialog (self));
  g_assert_nonnull (dialog);
  adw_message_dialog_response (dialog, "restore");
  quad_test_window_settle (self);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (self->window->stack), ==, "book");
  g_assert_cmpuint (count_accounts (self), ==, 6);
}

int
main (int    argc,
      char **argv)
{
  quad_test_window_init (&argc, &argv);

#define ADD(name, function) g_test_add (name, QuadTestWindow, NULL, set_up, function, tear_down)
  ADD ("/backup/back-up-and-restore", test_back_up_and_restore);
  ADD ("/backup/what-has-gone", test_back_up_what_has_gone);
  ADD ("/backup/not-a-copy", test_not_a_copy);
  ADD ("/backup/dialog-without-copies", test_dialog_without_copies);
  ADD ("/backup/damaged-book", test_damaged_book);
#undef ADD
  return g_test_run ();
}
