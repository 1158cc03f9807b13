/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "quad-test-window.h"

#include "quad-book-json.h"
#include "quad-export-columns.h"
#include "quad-export-dialog.h"

/* What goes out of the window, to files and to the clipboard, and a whole book that comes in. */

static void
set_up (QuadTestWindow *self,
        gconstpointer   data)
{
  quad_test_window_open (self);
  g_settings_reset (self->window->settings, "export-columns");
  quad_test_window_fill (self);
}

static void
tear_down (QuadTestWindow *self,
           gconstpointer   data)
{
  quad_test_window_close (self);
}

static char *
make_path (QuadTestWindow *self,
           const char     *name)
{
  return g_build_filename (self->folder, name, NULL);
}

static void
act_on_file (QuadTestWindow *self,
             const char     *action,
             const char     *path)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->window), action, "^ay", path));
  quad_test_window_settle (self);
}

static char *
export_text (QuadTestWindow *self,
             const char     *name)
{
  g_autofree char *path = make_path (self, name);
  g_autoptr (GError) error = NULL;
  char *text;

  act_on_file (self, "win.export-to", path);
  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

/* The check of a row of the dialog, by what it says. */
static GtkCheckButton *
find_check (QuadTestWindow *self,
            const char     *title)
{
  GtkWidget *dialog = GTK_WIDGET (quad_test_window_get_dialog (self));
  GtkWidget *label = quad_test_window_search (dialog, GTK_TYPE_LABEL, title);
  GtkWidget *row;

  if (label == NULL)
    return NULL;
  row = gtk_widget_get_ancestor (label, ADW_TYPE_ACTION_ROW);
  return GTK_CHECK_BUTTON (adw_action_row_get_activatable_widget (ADW_ACTION_ROW (row)));
}

static void
check (QuadTestWindow *self,
       const char     *title,
       gboolean        active)
{
  GtkCheckButton *button = find_check (self, title);

  g_assert_nonnull (button);
  gtk_check_button_set_active (button, active);
}

static void
choose_kind (QuadTestWindow *self,
             const char     *title)
{
  check (self, title, TRUE);
  quad_test_window_settle (self);
}

/* Whether the dialog lets go on: a disabled action shows in its button. */
static gboolean
can_go_on (QuadTestWindow *self)
{
  GtkWidget *dialog = GTK_WIDGET (quad_test_window_get_dialog (self));
  GtkWidget *button = gtk_window_get_default_widget (GTK_WINDOW (dialog));

  return gtk_widget_get_sensitive (button);
}

static void
choose_columns (QuadTestWindow *self)
{
  quad_test_window_act (self, "win.export", NULL);
  choose_kind (self, "Account List");
  for (guint i = 0; i < QUAD_N_ACCOUNT_FIELDS; i++)
    {
      const char *label = quad_field_get_label (&quad_account_schema.fields[i]);

      if (find_check (self, label) != NULL)
        check (self, label, i == QUAD_ACCOUNT_NAME || i == QUAD_ACCOUNT_REVENUE);
    }
  check (self, "Currency", FALSE);
  check (self, "Quadrille ID", FALSE);
}

/* Columns are those of a list only, one of them at least, and they are remembered. */
static void
test_dialog (QuadTestWindow *self,
             gconstpointer   data)
{
  g_auto (GStrv) nicks = NULL;
  g_autofree char *text = NULL;

  quad_test_window_act (self, "win.export", NULL);
  g_assert_true (QUAD_IS_EXPORT_DIALOG (quad_test_window_get_dialog (self)));
  g_assert_null (find_check (self, "Revenue"));
  g_assert_true (can_go_on (self));
  gtk_window_close (quad_test_window_get_dialog (self));

  choose_columns (self);
  g_assert_true (can_go_on (self));
  check (self, "Name", FALSE);
  check (self, "Revenue", FALSE);
  g_assert_false (can_go_on (self));
  choose_kind (self, "Calendar");
  g_assert_true (can_go_on (self));
  choose_kind (self, "Account List");
  g_assert_false (can_go_on (self));
  gtk_widget_activate_action (GTK_WIDGET (quad_test_window_get_dialog (self)),
                              "export.choose-all", NULL);
  quad_test_window_settle (self);
  g_assert_true (gtk_check_button_get_active (find_check (self, "Lost On")));
  gtk_window_close (quad_test_window_get_dialog (self));

  choose_columns (self);
  gtk_widget_activate_action (GTK_WIDGET (quad_test_window_get_dialog (self)), "export.next",
                              NULL);
  g_assert_nonnull (self->window->chooser);
  gtk_native_dialog_hide (GTK_NATIVE_DIALOG (self->window->chooser));
  quad_test_window_settle (self);
  nicks = g_settings_get_strv (self->window->settings, "export-columns");
  g_assert_cmpuint (g_strv_length (nicks), ==, 2);
  g_assert_cmpstr (nicks[0], ==, "name");
  g_assert_cmpstr (nicks[1], ==, "revenue");

  quad_account_view_set_search (quad_account_list_get_view (self->window->list), "dairy");
  text = export_text (self, "list.csv");
  g_assert_cmpstr (text, ==, "Name,Revenue\r\nBrightwater Dairy,412000.00\r\n");

  /* The next time they are as they were. */
  quad_test_window_act (self, "win.export", NULL);
  choose_kind (self, "Account List");
  g_assert_true (gtk_check_button_get_active (find_check (self, "Revenue")));
  g_assert_false (gtk_check_button_get_active (find_check (self, "Tier")));
}

static void
test_files (QuadTestWindow *self,
            gconstpointer   data)
{
  g_autofree char *list = export_text (self, "list.csv");
  g_autofree char *sheet = export_text (self, "list.XLSX");
  g_autofree char *calendar = export_text (self, "dates.ics");
  g_autofree char *book = export_text (self, "book.json");
  g_autofree char *nothing = make_path (self, "chart.gif");

  g_assert_true (g_str_has_prefix (list, "Name,Tier,Profile,"));
  g_assert_true (g_str_has_prefix (sheet, "PK"));
  g_assert_true (g_str_has_prefix (calendar, "BEGIN:VCALENDAR\r\n"));
  g_assert_nonnull (strstr (book, "\"Smith & Co <b>\""));
  act_on_file (self, "win.export-to", nothing);
  g_assert_true (ADW_IS_MESSAGE_DIALOG (quad_test_window_get_dialog (self)));
  g_assert_false (g_file_test (nothing, G_FILE_TEST_EXISTS));
}

/* Clipboard --------------------------------------------------------------------------------- */

static void
keep_result_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  GAsyncResult **kept = user_data;

  *kept = g_object_ref (result);
}

static GAsyncResult *
wait_for_result (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return *result;
}

static char *
read_clipboard (QuadTestWindow *self,
                const char     *type)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (self->window));
  const char *types[] = { type, NULL };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GInputStream) stream = NULL;
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();
  g_autoptr (GAsyncResult) spliced = NULL;
  g_autoptr (GError) error = NULL;

  gdk_clipboard_read_async (clipboard, types, G_PRIORITY_DEFAULT, NULL, keep_result_cb, &result);
  stream = gdk_clipboard_read_finish (clipboard, wait_for_result (&result), NULL, &error);
  g_assert_no_error (error);
  /* The other end is written by the same main loop. */
  g_output_stream_splice_async (memory, stream, G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET,
                                G_PRIORITY_DEFAULT, NULL, keep_result_cb, &spliced);
  g_output_stream_splice_finish (memory, wait_for_result (&spliced), &error);
  g_assert_no_error (error);
  return g_strndup (g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (memory)),
                    g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (memory)));
}

/* The chosen accounts, in the order of the list, with what would run as a formula defused. */
static void
test_copy (QuadTestWindow *self,
           gconstpointer   data)
{
  static const char *const nicks[] = { "name", "revenue", "notes", NULL };
  g_autoptr (GPtrArray) accounts = g_ptr_array_new ();
  g_autoptr (QuadRecord) edits = quad_record_new (&quad_account_schema);
  g_autofree char *text = NULL;
  g_autofree char *html = NULL;
  g_autoptr (GError) error = NULL;

  g_settings_set_strv (self->window->settings, "export-columns", nicks);
  g_ptr_array_add (accounts, quad_test_window_find (self, "Smith & Co <b>"));
  quad_record_set_text (edits, QUAD_ACCOUNT_NOTES, "=1+1\n\"two\"");
  g_assert_true (quad_book_edit_accounts (self->window->book, accounts, edits, &error));
  g_ptr_array_add (accounts, quad_test_window_find (self, "Northgate Logistics"));
  quad_account_selection_set (quad_window_get_selection (self->window), accounts);
  quad_test_window_act (self, "win.copy", NULL);
  g_assert_true (quad_test_window_says (GTK_WIDGET (self->window->toast_overlay),
                                        "2 accounts copied"));

  text = read_clipboard (self, "text/plain;charset=utf-8");
  g_assert_cmpstr (text, ==, "Name\tRevenue\tNotes\r\n"
                             "Northgate Logistics\t368000.00\t\r\n"
                             "Smith & Co <b>\t64000.00\t\"'=1+1\n\"\"two\"\"\"\r\n");
  html = read_clipboard (self, "text/html");
  g_assert_cmpstr (html, ==, "<meta charset=\"utf-8\"><table><tr><th>Name</th><th>Revenue</th>"
                             "<th>Notes</th></tr>\n"
                             "<tr><td>Northgate Logistics</td><td>368000.00</td><td></td></tr>\n"
                             "<tr><td>Smith &amp; Co &lt;b&gt;</td><td>64000.00</td>"
                             "<td>&apos;=1+1<br>&quot;two&quot;</td></tr>\n</table>\n");
}

/* What a filter hides is copied too, when it was chosen; without a choice there is nothing to. */
static void
test_copy_hidden (QuadTestWindow *self,
                  gconstpointer   data)
{
  static const char *const nicks[] = { "name", NULL };
  g_autoptr (GPtrArray) accounts = g_ptr_array_new ();
  g_autofree char *text = NULL;

  g_settings_set_strv (self->window->settings, "export-columns", nicks);
  g_ptr_array_add (accounts, quad_test_window_find (self, "Zürich Öl"));
  g_ptr_array_add (accounts, quad_test_window_find (self, "Cobalt Freight"));
  quad_account_selection_set (quad_window_get_selection (self->window), accounts);
  quad_account_view_set_search (quad_account_list_get_view (self->window->list), "cobalt");
  quad_test_window_act (self, "win.copy", NULL);
  text = read_clipboard (self, "text/plain;charset=utf-8");
  g_assert_cmpstr (text, ==, "Name\r\nCobalt Freight\r\nZürich Öl\r\n");

  quad_account_selection_clear (quad_window_get_selection (self->window));
  quad_test_window_add (self, "Later", QUAD_TIER_LEAD, QUAD_PROFILE_NONE, QUAD_MONEY_UNKNOWN);
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.copy", NULL);
  g_free (text);
  text = read_clipboard (self, "text/plain;charset=utf-8");
  g_assert_cmpstr (text, ==, "Name\r\nCobalt Freight\r\nZürich Öl\r\n");
}

/* The picture is the one that a file would hold, in the lens that is on screen. */
static void
test_copy_chart (QuadTestWindow *self,
                 gconstpointer   data)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (self->window));
  g_autoptr (GBytes) tiers = NULL;

  for (guint turn = 0; turn < 2; turn++)
    {
      g_autofree char *name = g_strdup_printf ("chart%u.png", turn);
      g_autofree char *path = make_path (self, name);
      g_autoptr (GAsyncResult) result = NULL;
      g_autoptr (GdkTexture) copied = NULL;
      g_autoptr (GdkTexture) expected = NULL;
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (GBytes) expected_bytes = NULL;
      g_autoptr (GError) error = NULL;

      g_object_set (self->window->chart_pane, "lens", turn == 0 ? "tiers" : "kare", NULL);
      quad_test_window_act (self, "win.copy-chart", NULL);
      gdk_clipboard_read_texture_async (clipboard, NULL, keep_result_cb, &result);
      copied = gdk_clipboard_read_texture_finish (clipboard, wait_for_result (&result), &error);
      g_assert_no_error (error);
      act_on_file (self, "win.export-to", path);
      expected = gdk_texture_new_from_filename (path, &error);
      g_assert_no_error (error);
      bytes = gdk_texture_save_to_png_bytes (copied);
      expected_bytes = gdk_texture_save_to_png_bytes (expected);
      g_assert_cmpint (gdk_texture_get_width (copied), >, 1000);
      g_assert_true (g_bytes_equal (bytes, expected_bytes));
      if (turn == 0)
        tiers = g_bytes_ref (bytes);
      else
        g_assert_false (g_bytes_equal (bytes, tiers));
    }
  g_object_set (self->window->chart_pane, "lens", "tiers", NULL);
}

/* Whole books ------------------------------------------------------------------------------- */

/* Given up midway neither leaves anything. */
static void
test_cancelled (QuadTestWindow *self,
                gconstpointer   data)
{
  g_autofree char *path = make_path (self, "book.json");
  g_autofree char *text = export_text (self, "book.json");
  g_autofree char *other = make_path (self, "other.json");
  g_autofree char *empty = make_path (self, "empty.quadrille");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (QuadBook) book = NULL;
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_false (quad_book_json_export (quad_window_get_book (self->window), other, cancellable,
                                         &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_false (g_file_test (other, G_FILE_TEST_EXISTS));

  book = quad_book_open (empty, QUAD_BOOK_CREATE, &error);
  g_assert_no_error (error);
  g_assert_false (quad_book_json_import (book, path, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (quad_item_list_get_size (quad_book_get_accounts (book)), ==, 0);
  g_assert_null (quad_book_get_undo_label (book));
  quad_book_close (book);
}

static guint
count_accounts (QuadTestWindow *self)
{
  return quad_item_list_get_size (quad_book_get_accounts (quad_window_get_book (self->window)));
}

static void
test_into_the_empty_book (QuadTestWindow *self,
                          gconstpointer   data)
{
  g_autofree char *path = make_path (self, "book.json");
  g_autofree char *text = export_text (self, "book.json");
  g_autofree char *empty = make_path (self, "empty.quadrille");

  g_assert_true (quad_window_open_book (self->window, empty, QUAD_BOOK_CREATE));
  g_assert_cmpuint (count_accounts (self), ==, 0);
  act_on_file (self, "win.import-file", path);
  g_assert_cmpuint (count_accounts (self), ==, 6);
  g_assert_true (quad_test_window_says (GTK_WIDGET (self->window->toast_overlay),
                                        "6 accounts imported"));
  g_assert_nonnull (quad_test_window_find (self, "Zürich Öl"));
  quad_test_window_act (self, "win.undo", NULL);
  g_assert_cmpuint (count_accounts (self), ==, 0);

  g_assert_true (g_file_set_contents (path, "{\"format\": 1}", -1, NULL));
  act_on_file (self, "win.import-file", path);
  g_assert_true (ADW_IS_MESSAGE_DIALOG (quad_test_window_get_dialog (self)));
  g_assert_cmpuint (count_accounts (self), ==, 0);
}

/* A book that has accounts stays as it is: a new one is offered. */
static void
test_into_a_new_book (QuadTestWindow *self,
                      gconstpointer   data)
{
  g_autofree char *path = make_path (self, "book.json");
  g_autofree char *text = export_text (self, "book.json");
  g_autofree char *other = make_path (self, "other.quadrille");
  GtkWindow *dialog;

  quad_test_window_add (self, "Later", QUAD_TIER_LEAD, QUAD_PROFILE_NONE, QUAD_MONEY_UNKNOWN);
  act_on_file (self, "win.import-file", path);
  dialog = quad_test_window_get_dialog (self);
  g_assert_cmpstr (adw_message_dialog_get_heading (ADW_MESSAGE_DIALOG (dialog)), ==,
                   "Import Into a New Book?");
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  quad_test_window_settle (self);
  g_assert_cmpuint (count_accounts (self), ==, 7);

  act_on_file (self, "win.import-file", path);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (quad_test_window_get_dialog (self)), "choose");
  g_assert_nonnull (self->window->chooser);
  gtk_native_dialog_hide (GTK_NATIVE_DIALOG (self->window->chooser));
  act_on_file (self, "win.import-book-to", other);
  g_assert_cmpstr (quad_book_get_path (quad_window_get_book (self->window)), ==, other);
  g_assert_cmpuint (count_accounts (self), ==, 6);

  g_assert_true (quad_window_open_book (self->window, self->path, 0));
  g_assert_cmpuint (count_accounts (self), ==, 7);
}

int
main (int   argc,
      char *argv[])
{
  quad_test_window_init (&argc, &argv);

#define ADD(path, function) g_test_add (path, QuadTestWindow, NULL, set_up, function, tear_down)
  ADD ("/export/dialog", test_dialog);
  ADD ("/export/files", test_files);
  ADD ("/export/copy", test_copy);
  ADD ("/export/cancelled", test_cancelled);
  ADD ("/export/copy-hidden", test_copy_hidden);
  ADD ("/export/copy-chart", test_copy_chart);
  ADD ("/export/into-the-empty-book", test_into_the_empty_book);
  ADD ("/export/into-a-new-book", test_into_a_new_book);
#undef ADD
  return g_test_run ();
}
