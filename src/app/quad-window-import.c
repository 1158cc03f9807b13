/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "quad-window"

#include "quad-window-private.h"

#include <string.h>

#include "quad-i18n.h"
#include "quad-import-draft.h"
#include "quad-import-window.h"

/* The import assistant: of files, and of tables that were copied in a spreadsheet. */

static void
show_new_cb (QuadWindow *self,
             gint64      newest_before)
{
  quad_account_list_show_newer (self->list, newest_before);
  quad_panes_set_show_list (self->panes, TRUE);
}

/* Takes @draft. */
void
quad_window_present_import (QuadWindow      *self,
                            QuadImportDraft *draft)
{
  GtkWindow *window = quad_import_window_new (GTK_WINDOW (self), draft);

  self->newest_before_import = quad_window_find_newest (self);
  g_signal_connect_object (window, "imported", G_CALLBACK (quad_window_say_imported), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (window, "show-new", G_CALLBACK (show_new_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (window);
}

/* A name in one cell is no table: two rows or two columns are. */
static gboolean
is_table (const char *text)
{
  const char *line_end = text != NULL ? strchr (text, '\n') : NULL;

  return text != NULL
         && (strchr (text, '\t') != NULL || (line_end != NULL && line_end[1] != '\0'));
}

static void
pasted_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (QuadWindow) self = user_data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);

  if (self->book == NULL || quad_book_is_read_only (self->book))
    return;
  if (!is_table (text))
    quad_window_add_toast (self, _("There is no table to paste: copy one in a spreadsheet"));
  else if (quad_window_save_pending (self))
    quad_window_present_import (self, quad_import_draft_new_for_text (self->book,
                                                                      /* Translators: what a list
                                                                       * is called that was copied
                                                                       * in a spreadsheet */
                                                                      _("Pasted table"), text));
}

static void
paste_table_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (widget), NULL, pasted_cb,
                                 g_object_ref (widget));
}

/* Ctrl+V stays with a text field that has the focus: a binding of the class comes after those of
 * the focus widget. */
void
quad_window_import_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.paste-table", NULL, paste_table_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_v, GDK_CONTROL_MASK,
                                       "win.paste-table", NULL);
}
