/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "quad-test-import.h"

#include <xlsxwriter.h>

#include "store-fixture.h"

/* Files of each kind on their way through the window: dropped on it, with sheets, too long to wait
 * for, and what comes out again. */

#define MANY_ROWS 60000

static void
set_up (QuadTestWindow *self,
        gconstpointer   data)
{
  quad_test_window_open (self);
}

static void
tear_down (QuadTestWindow *self,
           gconstpointer   data)
{
  quad_test_window_close (self);
}

static void
go_to_result (QuadTestWindow *self)
{
  static const char *const pages[] = { "columns", "match", "preview", "result" };

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    quad_test_import_go_on (self, pages[i]);
}

/* A small window in the corner with the file in it, as a file manager would have. */
static GtkWindow *
open_source (const char *path)
{
  GtkWindow *window = GTK_WINDOW (gtk_window_new ());
  GtkWidget *label = gtk_label_new ("a file");
  GtkDragSource *source = gtk_drag_source_new ();
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GdkFileList *files = gdk_file_list_new_from_array (&file, 1);
  g_autoptr (GdkContentProvider) content =
    gdk_content_provider_new_typed (GDK_TYPE_FILE_LIST, files);

  g_boxed_free (GDK_TYPE_FILE_LIST, files);
  gtk_drag_source_set_content (source, content);
  gtk_widget_add_controller (label, GTK_EVENT_CONTROLLER (source));
  gtk_window_set_child (window, label);
  gtk_window_set_decorated (window, FALSE);
  gtk_window_set_default_size (window, 160, 80);
  gtk_window_present (window);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  return window;
}

/* With the real pointer. Fewer or faster steps are lost by the drag protocol of X. */
static void
drag (int x1,
      int y1,
      int x2,
      int y2)
{
  g_autoptr (GString) line = g_string_new ("xdotool");
  g_autoptr (GError) error = NULL;

  g_string_append_printf (line, " mousemove %d %d sleep 0.05 mousedown 1 sleep 0.05", x1, y1);
  for (int i = 1; i <= 10; i++)
    g_string_append_printf (line, " mousemove %d %d sleep 0.02", x1 + (x2 - x1) * i / 10,
                            y1 + (y2 - y1) * i / 10);
  g_string_append (line, " sleep 0.05 mouseup 1");
  g_assert_true (g_spawn_command_line_async (line->str, &error));
  g_assert_no_error (error);
}

static void
test_drop (QuadTestWindow *self,
           gconstpointer   data)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "ninety-one-clients.csv",
                                                 NULL);
  GtkWindow *source = open_source (path);

  drag (80, 40, 500, 400);
  while (quad_test_window_get_dialog (self) == NULL)
    g_main_context_iteration (NULL, TRUE);
  gtk_window_destroy (source);
  quad_test_import_wait_idle (self);
  g_assert_true (quad_test_window_says (GTK_WIDGET (quad_test_window_get_dialog (self)),
                                        "91 accounts found. The list begins like this:"));
  gtk_window_close (quad_test_window_get_dialog (self));
  quad_test_import_wait_gone (self);
}

static gboolean
is_row_shown (GtkWindow  *assistant,
              const char *title)
{
  GtkWidget *row = quad_test_dialog_find_row (GTK_WIDGET (assistant), title);

  return row != NULL && gtk_widget_get_mapped (row);
}

/* Cards have neither separator nor header, and nobody is asked for them. */
static void
test_cards (QuadTestWindow *self,
            gconstpointer   data)
{
  GtkWindow *assistant = quad_test_import_open_list (self, "lists/vcard-3.0.vcf");

  g_assert_false (is_row_shown (assistant, "Columns Are Parted By"));
  g_assert_false (is_row_shown (assistant, "Row With the Names of the Columns"));
  go_to_result (self);
  g_assert_cmpuint (quad_test_import_count_accounts (self), ==, 2);
  g_assert_nonnull (quad_test_window_find (self, "Fjord Shipping"));
  quad_test_import_finish (self);
}

/* The place of the table of the first page sideways. */
static GtkAdjustment *
get_sideways (GtkWindow *assistant)
{
  GtkWidget *view = quad_test_window_search (GTK_WIDGET (assistant), GTK_TYPE_COLUMN_VIEW, NULL);

  g_assert_nonnull (view);
  return gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (view));
}

/* Where text runs from the right, a list that is wider than the page begins at its right end. */
static void
test_from_right (QuadTestWindow *self,
                 gconstpointer   data)
{
  GtkWindow *assistant;
  GtkAdjustment *sideways;
  double end;

  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  assistant = quad_test_import_open_list (self, "lists/hubspot-companies.csv");
  sideways = get_sideways (assistant);
  end = gtk_adjustment_get_upper (sideways) - gtk_adjustment_get_page_size (sideways);
  g_assert_cmpfloat (end, >, 0);
  g_assert_cmpfloat (gtk_adjustment_get_value (sideways), ==, end);

  gtk_adjustment_set_value (sideways, end - 100);
  gtk_widget_queue_resize (GTK_WIDGET (assistant));
  quad_test_window_settle (self);
  g_assert_cmpfloat (gtk_adjustment_get_value (sideways), ==, end - 100);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
  gtk_window_close (assistant);
  quad_test_import_wait_gone (self);

  assistant = quad_test_import_open_list (self, "lists/hubspot-companies.csv");
  g_assert_cmpfloat (gtk_adjustment_get_value (get_sideways (assistant)), ==, 0);
  gtk_window_close (assistant);
  quad_test_import_wait_gone (self);
}

/* Tab, as a person presses it, in the list of a type. */
static void
press_tab (GtkWindow *assistant,
           GType      type)
{
  GtkWidget *page = gtk_stack_get_visible_child (
    GTK_STACK (quad_test_import_get_child (assistant, "stack")));
  GtkWidget *list = quad_test_window_search (page, type, NULL);
  g_autoptr (GListModel) controllers = NULL;
  gboolean handled = FALSE;

  g_assert_nonnull (list);
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (assistant), list));
  controllers = gtk_widget_observe_controllers (list);
  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !handled; i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", GDK_KEY_Tab, 0, 0, &handled);
    }
  g_assert_true (handled);
  g_assert_false (gtk_widget_is_ancestor (gtk_window_get_focus (assistant), list));
}

static void
walk_to_list (GtkWindow *assistant,
              GType      type)
{
  GtkWidget *first = gtk_window_get_focus (assistant);

  while (gtk_widget_get_ancestor (gtk_window_get_focus (assistant), type) == NULL)
    {
      g_assert_true (gtk_widget_child_focus (GTK_WIDGET (assistant), GTK_DIR_TAB_FORWARD));
      g_assert_true (gtk_window_get_focus (assistant) != first);
    }
}

/* The Tab key comes to the lists of the first page and the preview, and leaves them at once. */
static void
test_tab (QuadTestWindow *self,
          gconstpointer   data)
{
  GtkWindow *assistant = quad_test_import_open_list (self, "lists/hubspot-companies.csv");

  gtk_widget_grab_focus (quad_test_import_get_child (assistant, "back_button"));
  walk_to_list (assistant, GTK_TYPE_COLUMN_VIEW);
  press_tab (assistant, GTK_TYPE_COLUMN_VIEW);
  g_assert_true (gtk_window_get_focus (assistant)
                 == quad_test_import_get_child (assistant, "back_button"));
  gtk_window_close (assistant);
  quad_test_import_wait_gone (self);

  assistant = quad_test_import_open_text (self, "Name,Revenue\nNorth Sails,12000\n");
  quad_test_import_go_on (self, "columns");
  quad_test_import_go_on (self, "match");
  quad_test_import_go_on (self, "preview");
  g_assert_true (gtk_window_get_focus (assistant)
                 == quad_test_import_get_child (assistant, "next_button"));
  walk_to_list (assistant, GTK_TYPE_LIST_VIEW);
  press_tab (assistant, GTK_TYPE_LIST_VIEW);
  gtk_window_close (assistant);
  quad_test_import_wait_gone (self);
}

static char *
write_workbook (QuadTestWindow *self)
{
  char *path = g_build_filename (self->folder, "lists.xlsx", NULL);
  lxw_workbook *workbook = workbook_new (path);
  lxw_worksheet *clients = workbook_add_worksheet (workbook, "Clients");
  lxw_worksheet *leads = workbook_add_worksheet (workbook, "Leads");

  worksheet_write_string (clients, 0, 0, "Company", NULL);
  worksheet_write_string (clients, 0, 1, "Annual Revenue", NULL);
  worksheet_write_string (clients, 1, 0, "Harrow Mills", NULL);
  worksheet_write_number (clients, 1, 1, 1250.5, NULL);
  worksheet_write_string (leads, 0, 0, "Company", NULL);
  worksheet_write_string (leads, 1, 0, "Orla Optics", NULL);
  worksheet_write_string (leads, 2, 0, "Pine & Co", NULL);
  g_assert_cmpint (workbook_close (workbook), ==, LXW_NO_ERROR);
  return path;
}

static void
test_sheets (QuadTestWindow *self,
             gconstpointer   data)
{
  g_autofree char *path = write_workbook (self);
  GtkWindow *assistant = quad_test_import_open_path (self, path);

  go_to_result (self);
  g_assert_cmpint (quad_account_get_revenue (quad_test_window_find (self, "Harrow Mills")), ==,
                   125050);
  quad_test_import_finish (self);

  assistant = quad_test_import_open_path (self, path);
  quad_test_import_choose (assistant, "Sheet", "Leads");
  quad_test_import_wait_idle (self);
  g_assert_true (quad_test_window_says (GTK_WIDGET (assistant),
                                        "2 accounts found. The list begins like this:"));
  go_to_result (self);
  g_assert_cmpuint (quad_test_import_count_accounts (self), ==, 3);
  g_assert_nonnull (quad_test_window_find (self, "Pine & Co"));
  quad_test_import_finish (self);
}

static char *
write_many (QuadTestWindow *self)
{
  char *path = g_build_filename (self->folder, "many.csv", NULL);
  g_autoptr (GString) text = g_string_new ("Company,Annual Revenue,Region\n");
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < MANY_ROWS; i++)
    g_string_append_printf (text, "Company %u,%u,North\n", i, i + 1);
  g_file_set_contents (path, text->str, (gssize) text->len, &error);
  g_assert_no_error (error);
  return path;
}

/* What was written when the button was pressed is gone again, to the last row. */
static void
test_cancel (QuadTestWindow *self,
             gconstpointer   data)
{
  g_autofree char *path = write_many (self);
  GtkWindow *assistant;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  quad_test_window_fill (self);
  before = store_dump (self->path);
  assistant = quad_test_import_open_path (self, path);
  quad_test_import_go_on (self, "columns");
  quad_test_import_go_on (self, "match");
  quad_test_import_go_on (self, "preview");
  gtk_widget_activate_action (GTK_WIDGET (assistant), "import.next", NULL);
  while (!quad_test_import_is_under_way (assistant))
    g_main_context_iteration (NULL, TRUE);
  gtk_widget_activate_action (GTK_WIDGET (assistant), "import.stop", NULL);
  quad_test_import_wait_idle (self);
  g_assert_true (quad_test_window_says (GTK_WIDGET (assistant),
                                        "The import was cancelled. The book is as it was."));
  after = store_dump (self->path);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpuint (quad_test_import_count_accounts (self), ==, 6);
  gtk_window_close (assistant);
  quad_test_import_wait_gone (self);
}

static void
test_rejects (QuadTestWindow *self,
              gconstpointer   data)
{
  GtkWindow *assistant = quad_test_import_open_text (self, "Company,Annual Revenue\n"
                                                           "Harrow Mills,1.250.00,50\n"
                                                           "Orla Optics,12\n"
                                                           ",13\n");
  g_autofree char *path = g_build_filename (self->folder, "rejected.csv", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  quad_test_import_go_on (self, "columns");
  quad_test_import_go_on (self, "match");
  quad_test_import_go_on (self, "preview");
  g_assert_true (quad_test_window_says (GTK_WIDGET (assistant), "Harrow Mills"));
  g_assert_true (quad_test_window_says (GTK_WIDGET (assistant), "A row that stays out"));
  quad_test_import_go_on (self, "result");
  g_assert_true (quad_test_window_says (GTK_WIDGET (assistant), "Save Rejected Rows…"));
  gtk_widget_activate_action (GTK_WIDGET (assistant), "import.save-rejects-to", "^ay", path);
  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (text, "Harrow Mills,1.250.00,50"));
  g_assert_nonnull (strstr (text, ",13"));
  g_assert_null (strstr (text, "Orla Optics"));
  quad_test_import_finish (self);
}

int
main (int   argc,
      char *argv[])
{
  quad_test_window_init (&argc, &argv);

#define ADD(path, function) \
  g_test_add (path, QuadTestWindow, NULL, set_up, function, tear_down)
  ADD ("/import-files/drop", test_drop);
  ADD ("/import-files/cards", test_cards);
  ADD ("/import-files/from-right", test_from_right);
  ADD ("/import-files/tab", test_tab);
  ADD ("/import-files/sheets", test_sheets);
  ADD ("/import-files/cancel", test_cancel);
  ADD ("/import-files/rejects", test_rejects);

  return g_test_run ();
}
