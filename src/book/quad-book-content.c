/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-book"

#include "quad-book-content.h"

#include "quad-book-private.h"
#include "quad-content-rows.h"
#include "quad-i18n.h"

struct _QuadContentSink
{
  QuadContentWriter *writer;
};

/**
 * quad_book_get_content_version:
 * @self: an open book
 *
 * Returns: the version of the tables; 0 on failure
 */
guint
quad_book_get_content_version (QuadBook  *self,
                               GError   **error)
{
  g_return_val_if_fail (QUAD_IS_BOOK (self) && self->database != NULL, 0);

  return quad_content_get_version (self->database, error);
}

/**
 * quad_book_load_content_tables:
 * @self: an open book
 *
 * Returns: (transfer full) (element-type QuadContentTable) (nullable): every table that holds what
 *   is in the book; those that others belong to come first
 */
GPtrArray *
quad_book_load_content_tables (QuadBook  *self,
                               GError   **error)
{
  g_return_val_if_fail (QUAD_IS_BOOK (self) && self->database != NULL, NULL);

  return quad_content_load_tables (self->database, error);
}

/**
 * quad_book_load_content:
 * @self: an open book
 * @tables: (element-type QuadContentTable): of quad_book_load_content_tables()
 * @func: (scope call): gets each row, table by table
 * @user_data: for @func
 *
 * Reads all that is in the book, row by row, so that its size does not matter.
 */
gboolean
quad_book_load_content (QuadBook            *self,
                        GPtrArray           *tables,
                        QuadContentRowFunc   func,
                        gpointer             user_data,
                        GError             **error)
{
  g_return_val_if_fail (QUAD_IS_BOOK (self) && self->database != NULL, FALSE);

  return quad_content_load_rows (self->database, tables, func, user_data, error);
}

/**
 * quad_book_check_empty:
 * @self: a book
 *
 * A book without accounts is empty: its playbook and its settings make no difference.
 *
 * Errors: %QUAD_ERROR_CONSTRAINT when it is not.
 */
gboolean
quad_book_check_empty (QuadBook  *self,
                       GError   **error)
{
  guint n_accounts;
  g_autofree char *format = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (QUAD_IS_BOOK (self), FALSE);

  n_accounts = quad_item_list_get_size (self->accounts);
  if (n_accounts == 0)
    return TRUE;
  name = g_filename_display_name (self->path);
  g_set_error (error, QUAD_ERROR, QUAD_ERROR_CONSTRAINT,
               ngettext ("A whole book can only be brought into an empty one, and “%s” has %u "
                         "account. Choose a book that does not exist yet.",
                         "A whole book can only be brought into an empty one, and “%s” has %u "
                         "accounts. Choose a book that does not exist yet.", n_accounts),
               name, n_accounts);
  return FALSE;
}

static gboolean
check_settings (QuadBook  *self,
                GError   **error)
{
  if (quad_book_load_settings (self, NULL))
    return TRUE;
  g_set_error_literal (error, QUAD_ERROR, QUAD_ERROR_INVALID_INPUT,
                       _("The settings of the book in this file cannot be understood."));
  return FALSE;
}

/**
 * quad_book_replace_content:
 * @self: an empty book
 * @name: of the file that it comes from, for the label in the history
 * @tables: (element-type QuadContentTable): of quad_book_load_content_tables()
 * @feed: (scope call): hands over the rows
 * @user_data: for @feed
 *
 * Puts a whole book into an empty one, as one operation. Its playbook and settings make way for
 * those that come in, and come back when it is undone.
 *
 * Errors: %QUAD_ERROR_CONSTRAINT when the book is not empty; those of @feed and of writing. Nothing
 * was done then.
 */
gboolean
quad_book_replace_content (QuadBook         *self,
                           const char       *name,
                           GPtrArray        *tables,
                           QuadContentFeed   feed,
                           gpointer          user_data,
                           GError          **error)
{
  g_autofree char *label = NULL;
  g_autofree char *shown = NULL;
  QuadContentSink sink = { NULL };
  gboolean good;

  g_return_val_if_fail (QUAD_IS_BOOK (self) && name != NULL, FALSE);

  shown = quad_book_shorten (name);
  /* Translators: %s is the name of a file */
  label = g_strdup_printf (_("Import the book %s"), shown);
  if (!quad_book_check_writable (self, error) || !quad_book_check_empty (self, error)
      || !quad_book_begin (self, label, error))
    return FALSE;

  sink.writer = quad_content_writer_new (self->database, tables, error);
  good = sink.writer != NULL && feed (&sink, user_data, error);
  g_clear_pointer (&sink.writer, quad_content_writer_free);
  good = good && check_settings (self, error);
  if (!good || !quad_database_commit (self->database, NULL, error))
    {
      quad_database_rollback (self->database);
      self->stale = !quad_book_load_settings (self, NULL);
      return FALSE;
    }
  return quad_book_load (self, error);
}

/**
 * quad_content_sink_add:
 * @table: its index among the tables
 * @values: (array): of all its columns
 *
 * Errors: %QUAD_ERROR_INVALID_INPUT with a sentence that says what is wrong with this row.
 */
gboolean
quad_content_sink_add (QuadContentSink         *sink,
                       guint                    table,
                       const QuadContentValue  *values,
                       GError                 **error)
{
  return quad_content_writer_add (sink->writer, table, values, error);
}
