/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quad-test-dialog.h"
#include "quad-test-window.h"

#include "quad-import-window.h"

/* The import assistant over the window of a test, page by page. */

static inline GtkWidget *
quad_test_import_get_child (GtkWindow  *assistant,
                            const char *name)
{
  return GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (assistant),
                                                    QUAD_TYPE_IMPORT_WINDOW, name));
}

static inline const char *
quad_test_import_get_page (GtkWindow *assistant)
{
  GtkWidget *stack = quad_test_import_get_child (assistant, "stack");

  return gtk_stack_get_visible_child_name (GTK_STACK (stack));
}

static inline gboolean
quad_test_import_is_next_possible (GtkWindow *assistant)
{
  return gtk_widget_is_sensitive (quad_test_import_get_child (assistant, "next_button"));
}

/* The bar is seen while a thread works; the last step has one of its own. */
static inline gboolean
quad_test_import_is_busy (GtkWindow *assistant)
{
  GtkWidget *stack = quad_test_import_get_child (assistant, "stack");
  GtkWidget *page = gtk_stack_get_visible_child (GTK_STACK (stack));

  return gtk_widget_get_opacity (quad_test_import_get_child (assistant, "progress_bar")) > 0
         || quad_test_window_says (page, "Importing");
}

/* Whether the import has begun to write. */
static inline gboolean
quad_test_import_is_under_way (GtkWindow *assistant)
{
  GtkWidget *page = gtk_stack_get_visible_child (
    GTK_STACK (quad_test_import_get_child (assistant, "stack")));
  GtkWidget *bar = quad_test_window_search (page, GTK_TYPE_PROGRESS_BAR, NULL);

  return bar != NULL && gtk_progress_bar_get_fraction (GTK_PROGRESS_BAR (bar)) > 0;
}

static inline void
quad_test_import_wait_idle (QuadTestWindow *self)
{
  GtkWindow *assistant = quad_test_window_get_dialog (self);
  gint64 end = g_get_monotonic_time () + 60 * G_TIME_SPAN_SECOND;

  g_assert_nonnull (assistant);
  while (quad_test_import_is_busy (assistant) && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (quad_test_import_is_busy (assistant));
  quad_test_window_settle (self);
}

static inline void
quad_test_import_wait_gone (QuadTestWindow *self)
{
  gint64 end = g_get_monotonic_time () + 60 * G_TIME_SPAN_SECOND;

  while (quad_test_window_get_dialog (self) != NULL && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (quad_test_window_get_dialog (self));
  quad_test_window_settle (self);
}

static inline GtkWindow *
quad_test_import_open_path (QuadTestWindow *self,
                            const char     *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);

  quad_window_open_file (self->window, file);
  quad_test_import_wait_idle (self);
  return quad_test_window_get_dialog (self);
}

static inline GtkWindow *
quad_test_import_open_list (QuadTestWindow *self,
                            const char     *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", name, NULL);

  return quad_test_import_open_path (self, path);
}

static inline GtkWindow *
quad_test_import_open_text (QuadTestWindow *self,
                            const char     *text)
{
  g_autofree char *path = g_build_filename (self->folder, "list.csv", NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  return quad_test_import_open_path (self, path);
}

static inline void
quad_test_import_go_on (QuadTestWindow *self,
                        const char     *page)
{
  GtkWindow *assistant = quad_test_window_get_dialog (self);

  g_assert_true (quad_test_import_is_next_possible (assistant));
  gtk_widget_activate_action (GTK_WIDGET (assistant), "import.next", NULL);
  quad_test_import_wait_idle (self);
  g_assert_cmpstr (quad_test_import_get_page (assistant), ==, page);
}

static inline guint
quad_test_import_count_accounts (QuadTestWindow *self)
{
  return quad_item_list_get_size (quad_book_get_accounts (self->window->book));
}

static inline void
quad_test_import_choose (GtkWindow  *assistant,
                         const char *title,
                         const char *choice)
{
  GtkWidget *row = quad_test_dialog_find_row (GTK_WIDGET (assistant), title);
  GListModel *model;

  g_assert_nonnull (row);
  model = adw_combo_row_get_model (ADW_COMBO_ROW (row));
  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (GtkStringObject) item = g_list_model_get_item (model, i);

      if (strcmp (gtk_string_object_get_string (item), choice) == 0)
        {
          adw_combo_row_set_selected (ADW_COMBO_ROW (row), i);
          return;
        }
    }
  g_assert_not_reached ();
}

static inline void
quad_test_import_finish (QuadTestWindow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (quad_test_window_get_dialog (self)), "import.next",
                              NULL);
  quad_test_import_wait_gone (self);
}
